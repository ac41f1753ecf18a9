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
	noLineLong  = "No line found. The finder misses things: read before you rate 1."
	stillRead   = "The documents are still being read."
	noDocuments = "No document came with this application."
)

// item is some rows that stand for one requirement, or, when it is -1, for none.
type item struct {
	requirement int
	rows        []string
}

// From this width on, in cells, what there is on the requirement one stands on stands beside the list and not below it.
const besideProof = 150

// proofWidth is how wide the list of requirements is, in cells.
func (m Model) proofWidth() int {
	if m.width < besideProof {
		return m.width
	}
	return m.width - min(m.width*2/5, 76) - 1
}

// proofLines draws every requirement with its strongest statement, and more about the one one stands on.
func (m Model) proofLines() []string {
	height := m.bodyHeight()
	lines, _, below := m.proofLayout(height)
	for len(lines)+len(below) < height {
		lines = append(lines, "")
	}
	lines = append(lines, below...)
	width := m.proofWidth()
	if width == m.width {
		return lines
	}
	divider := m.theme.Rule.Render(m.theme.Glyphs.Divider)
	question := m.question(m.width - width - 3)
	told := m.telling(m.width-width-3, height-len(question)-1)
	if len(told) > 0 && told[0] != "" {
		question = append(question, "")
	}
	beside := append(question, told...)
	if m.because.On() {
		beside = m.becauseLines(m.width-width-1, height)
	}
	for i := range lines {
		lines[i] = text.Fit(lines[i], width, "") + divider
		if i < len(beside) {
			lines[i] += beside[i]
		}
	}
	return lines
}

// proofLayout is the rows of the list, whose each is, and what stands below them at the foot of the screen.
func (m Model) proofLayout(height int) (rows []string, whose []int, below []string) {
	switch {
	case m.proofWidth() < m.width:
	case m.because.On():
		rule := m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, m.width))
		below = append([]string{rule}, m.becauseLines(m.width, max(3, height*3/5))...)
		rows, whose = window(m.proofItems(height-len(below)), height-len(below), m.at)
		return rows, whose, below
	default:
		below = m.foot(height, true)
	}
	rows, whose = window(m.proofItems(height-len(below)), height-len(below), m.at)
	if whole := m.whole(height - len(below) - len(rows)); whole != nil {
		return append(rows, whole...), whose, below
	}
	if len(below) > 0 && height-len(below) > len(rows) {
		question := m.foot(height, false)
		if told := m.telling(min(m.width-3, 110), height-len(rows)-len(question)); told != nil {
			below = append(question, told...)
		}
		for len(rows)+len(below) < height {
			below = append(below, "")
		}
	}
	return rows, whose, below
}

// roomBelow is how many rows are left to what is below the list before its requirements take two rows each.
const roomBelow = 6

// proofItems is the requirements in two rows each where they all have room, in three where nothing is below them, else in one, and then
// without blank rows.
func (m Model) proofItems(height int) []item {
	most := 2
	if m.width >= besideProof {
		most = 3
	}
	for rows := most; ; rows-- {
		items := m.items(rows > 0, m.proofWidth(), func(i int) []string { return m.proofRows(i, m.list[i], max(1, rows)) })
		spare := 0
		if rows == 2 && m.width < besideProof {
			spare = roomBelow
		}
		if rows == 0 || count(items)+spare <= height {
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
	if m.theme.Plain {
		return m.readProof(i, q)
	}
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
	width := m.proofWidth()
	if place := m.placeCells(); width >= showCount && (place == 0 || width-used-countCells-1-place-2 >= leastExcerpt) {
		b.WriteString(c.Muted.Render(text.Fit(lineCount(m.proofs[i].lines), countCells, "")))
		used += countCells
	}
	shown := m.shown(i, c, width-used-1, rows)
	drawn := make([]string, len(shown))
	for n, line := range shown {
		lead := b.String()
		if n > 0 {
			lead = c.Accent.Render(cursor) + c.Background.Render(text.Blank(used-1))
		}
		drawn[n] = lead + line
		if here {
			drawn[n] += c.Background.Render(text.Blank(width - used - text.Width(line)))
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

// Where a statement stands is told at the right end of its row, in at most so many cells, where at least so many are left to its words.
const (
	mostPlace    = 30
	leastExcerpt = 46
)

// shown is what there is to show of the i-th requirement: the years that it asks for, its strongest statement and where that stands,
// or that there is none.
func (m Model) shown(i int, c theme.Palette, cells, rows int) []string {
	p, g := m.proofs[i], m.theme.Glyphs
	var lines []string
	if years := page.Years(p.sum, g.Dot); years != "" {
		lines = append(lines, c.Text.Render(m.cut(years, cells)))
		if rows == 1 || p.lines == 0 {
			return lines
		}
		rows--
	}
	switch {
	case m.person.Readings == nil:
		return append(lines, "")
	case p.lines == 0:
		return append(lines, c.Muted.Render(m.cut(m.noLine(m.list[i].ID), cells)))
	}
	place := g.Own(p.found.Place)
	if column := m.placeCells(); column > 0 && cells-column-2 >= leastExcerpt {
		left := m.excerpt(p, c, cells-column-2, rows)
		if place != "" {
			left[0] += c.Background.Render(text.Blank(cells-column-text.Width(left[0]))) + c.Muted.Render(m.cut(place, column))
		}
		return append(lines, left...)
	}
	if place == "" || rows < 2 {
		return append(lines, m.excerpt(p, c, cells, rows)...)
	}
	return append(lines, append(m.excerpt(p, c, cells, rows-1), c.Muted.Render(m.cut(place, cells)))...)
}

// placeCells is the width of the column that tells where statements stand, in cells; 0 where no document tells.
func (m Model) placeCells() int {
	widest := 0
	for _, p := range m.proofs {
		widest = max(widest, min(mostPlace, text.Width(p.found.Place)))
	}
	return widest
}

// excerpt is a statement, in at least a row. What sort of statement it is leads it, and of anything but the resume its document where
// there is room.
func (m Model) excerpt(p proof, c theme.Palette, cells, rows int) []string {
	lead := page.Sort(p.found, m.theme.Glyphs)
	if kind := p.reading.Document.Kind; kind != model.Resume && cells >= 40 {
		lead = strings.TrimPrefix(lead+", "+kind.String(), ", ")
	}
	if lead != "" {
		lead += ": "
	}
	lines := page.Excerpt(p.reading, p.found, c, m.theme.Glyphs.Ellipsis, cells-text.Width(lead), rows)
	if len(lines) == 0 {
		return []string{""}
	}
	for n := range lines {
		if n == 0 {
			lines[n] = c.Muted.Render(lead) + lines[n]
		} else {
			lines[n] = c.Background.Render(text.Blank(text.Width(lead))) + lines[n]
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
	width := min(m.proofWidth()-3, 110)
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
