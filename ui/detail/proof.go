package detail

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/page"
	"candid/ui/text"
	"candid/ui/theme"
)

// What is said where nothing was found, in a row and of the requirement one stands on; and while nothing can be.
const (
	noLine      = "no line found"
	noLineLong  = "No line found. The finder misses things: read before you rate 1."
	stillRead   = "The documents are still being read."
	noDocuments = "No document came with this application."
)

// item is some rows that stand for one requirement, or, when it is -1, for none.
type item struct {
	requirement int
	rows        []string
}

// proofLines draws every requirement with its strongest line, and below them more about the one one stands on.
func (m Model) proofLines() []string {
	height := m.bodyHeight()
	foot := m.foot(height)
	items := m.proofItems(height - len(foot))
	lines, _ := window(items, height-len(foot), m.at)
	lines = append(lines, m.whole(height-len(foot)-len(lines))...)
	for len(lines)+len(foot) < height {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// proofItems is the requirements in two rows each where they all have room, else in one, and then without blank rows.
func (m Model) proofItems(height int) []item {
	for rows := 2; ; rows-- {
		items := m.items(rows > 0, m.width, func(i int) []string { return m.proofRows(i, m.list[i], max(1, rows)) })
		if rows == 0 || count(items) <= height {
			return items
		}
	}
}

// items is the requirements as draw draws them, under headings of so many cells, with a blank row above each or not.
func (m Model) items(apart bool, width int, draw func(i int) []string) []item {
	items := make([]item, 0, len(m.list)+3)
	for i := range m.list {
		if head := m.heading(i, width); head != "" {
			rows := []string{"", head}
			if i == 0 || !apart {
				rows = rows[1:]
			}
			items = append(items, item{-1, rows})
		}
		items = append(items, item{i, draw(i)})
	}
	return items
}

func count(items []item) int {
	rows := 0
	for _, it := range items {
		rows += len(it.rows)
	}
	return rows
}

// heading is the heading above the i-th requirement when it is the first of its kind; else "".
func (m Model) heading(i, width int) string {
	q := m.list[i]
	if i > 0 && m.list[i-1].Priority == q.Priority && m.list[i-1].From == q.From {
		return ""
	}
	if q.From == model.FromInterview {
		if i > 0 && m.list[i-1].From == model.FromInterview {
			return ""
		}
		return " " + m.theme.Muted.Render("In the interview")
	}
	word := "Must-have"
	if q.Priority == model.Nice {
		word = "Nice-to-have"
	}
	var kind []model.Requirement
	for _, r := range m.list[:m.strip] {
		if r.Priority == q.Priority {
			kind = append(kind, r)
		}
	}
	count := fmt.Sprintf("%d of %d", m.mine().Decided(kind), len(kind))
	if m.tab == 0 {
		return " " + m.theme.Muted.Render(word+"   "+count)
	}
	return " " + text.Between(m.theme.Muted.Render(word), m.theme.Muted.Render(count), width-2, "")
}

// The columns of proof, in cells: cursor and number before the label; two blanks, the cell and two blanks behind it.
const (
	beforeLabel = 4
	afterLabel  = 5
	countCells  = 10 // how many lines there are, where there is room
	showCount   = 120
)

func (m Model) labelCells() int {
	widest := 0
	for _, q := range m.list {
		widest = max(widest, text.Width(q.Label))
	}
	return min(widest, model.LabelCells, m.width/3)
}

// proofRows draws one requirement in at most so many rows.
func (m Model) proofRows(i int, q model.Requirement, rows int) []string {
	t, c := m.theme, m.theme.Palette
	here := i == m.at
	cursor := " "
	if here {
		c = t.Row
		cursor = t.Glyphs.Cursor
	}
	label := m.labelCells()
	style := c.Text
	if here {
		style = c.Strong
	}
	var b strings.Builder
	b.WriteString(c.Accent.Render(cursor))
	b.WriteString(c.Muted.Render(fmt.Sprintf("%2d ", m.number(q))))
	b.WriteString(style.Render(text.Fit(q.Label, label, t.Glyphs.Ellipsis)))
	b.WriteString(c.Background.Render("  "))
	b.WriteString(c.Cell(m.cell(q)))
	b.WriteString(c.Background.Render("  "))
	used := beforeLabel + label + afterLabel
	if m.width >= showCount {
		b.WriteString(c.Muted.Render(text.Fit(lineCount(m.proofs[i].lines), countCells, "")))
		used += countCells
	}
	excerpt := m.excerpt(i, c, m.width-used-1, rows)
	drawn := make([]string, len(excerpt))
	for n, line := range excerpt {
		lead := b.String()
		if n > 0 {
			lead = c.Accent.Render(cursor) + c.Background.Render(text.Blank(used-1))
		}
		drawn[n] = lead + line
		if here {
			drawn[n] += c.Background.Render(text.Blank(m.width - used - text.Width(line)))
		}
	}
	return drawn
}

// number is the place of a requirement among its kind, from 1.
func (m Model) number(q model.Requirement) int { return m.person.Role.Checklist.Number(q.ID) }

func lineCount(n int) string {
	if n == 0 {
		return ""
	}
	return text.Count(n, "line")
}

// excerpt is the strongest line of the i-th requirement, or one row that says that there is none. A line of anything but the
// resume names its document where there is room.
func (m Model) excerpt(i int, c theme.Palette, cells, rows int) []string {
	p := m.proofs[i]
	switch {
	case m.person.Readings == nil:
		return []string{""}
	case p.lines == 0:
		return []string{c.Muted.Render(m.cut(noLine, cells))}
	}
	from := ""
	if p.document.Kind != model.Resume && cells >= 40 {
		from = p.document.Kind.String() + ": "
	}
	lines := page.Excerpt(p.document, p.found, c, m.theme.Glyphs.Ellipsis, cells-text.Width(from), rows)
	if len(lines) == 0 {
		return []string{""}
	}
	for n := range lines {
		if n == 0 {
			lines[n] = c.Muted.Render(from) + lines[n]
		} else {
			lines[n] = c.Background.Render(text.Blank(text.Width(from))) + lines[n]
		}
	}
	return lines
}

// whole is the documents of somebody about whom little was found, if all of their words have room in so many rows: reading them
// here is faster than opening them.
func (m Model) whole(room int) []string {
	missing := 0
	for _, p := range m.proofs {
		if p.lines == 0 {
			missing++
		}
	}
	if 2*missing <= len(m.proofs) {
		return nil
	}
	width := min(m.width-3, 110)
	var lines []string
	for _, r := range m.person.Readings {
		lines = append(lines, "", " "+m.theme.Muted.Render("All of the "+strings.ToLower(r.Document.Kind.String())))
		for _, line := range r.Lines {
			if len(lines) > room || len(line) > 16*width*room { // an endless line is not wrapped to see that it has no room
				return nil
			}
			for _, row := range text.Lines(strings.TrimSpace(page.Bare(r.Document, line)), width) {
				if row != "" {
					lines = append(lines, "  "+m.theme.Text.Render(row))
				}
			}
		}
	}
	if len(lines) > room {
		return nil
	}
	return lines
}

// foot is what is said below the rows of the requirement one stands on.
func (m Model) foot(height int) []string {
	if height < 8 || len(m.list) == 0 {
		return nil
	}
	t, q := m.theme, m.requirement()
	width := min(m.width-3, 110)
	words := text.Lines(q.Text, width)
	var lines []string
	say := func(s theme.Style, words []string, most int) {
		for n, w := range words {
			if n == most {
				break
			}
			if n == most-1 && n < len(words)-1 {
				w = m.cut(w+" "+words[n+1], width)
			}
			lines = append(lines, "  "+s.Render(w))
		}
	}
	rows := 2
	if height >= 20 {
		rows = 3 // so that the requirement is whole where nothing was found for it too
	}
	if note := m.nothingFound(); note == "" {
		say(t.Muted, words, rows)
	} else {
		sentence := text.Lines(note, width)
		say(t.Muted, words, rows-len(sentence))
		say(t.Warn, sentence, 2)
	}
	for len(lines) < rows {
		lines = append(lines, "")
	}
	if height >= 16 {
		return append([]string{""}, lines...)
	}
	return lines
}

// nothingFound says why there is no line for the requirement one stands on; "" when there is one.
func (m Model) nothingFound() string {
	switch {
	case len(m.documents) == 0:
		return noDocuments
	case m.person.Readings == nil:
		return stillRead
	case m.at < len(m.proofs) && m.proofs[m.at].lines == 0:
		return noLineLong
	default:
		return ""
	}
}

// window is so many rows of the items, around the requirement one stands on, and whose each is.
func window(items []item, height, at int) (rows []string, whose []int) {
	from, to := 0, 0
	for _, it := range items {
		if it.requirement == at {
			from, to = len(rows), len(rows)+len(it.rows)
		}
		for _, r := range it.rows {
			rows = append(rows, r)
			whose = append(whose, it.requirement)
		}
	}
	if len(rows) <= height || height <= 0 {
		return rows[:max(0, min(len(rows), height))], whose
	}
	top := max(0, min((from+to-height)/2, len(rows)-height))
	return rows[top : top+height], whose[top : top+height]
}
