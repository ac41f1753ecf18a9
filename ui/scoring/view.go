package scoring

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/text"
)

// View draws the screen.
func (m Model) View() string {
	if m.width == 0 || m.height == 0 {
		return ""
	}
	var lines []string
	_, rating := m.current()
	switch {
	case m.person.Record.Candidate.ID.IsZero():
	case rating && m.width >= twoPanes:
		lines = m.panes()
	case rating:
		lines = m.stacked()
	default:
		lines = m.summary()
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	return strings.Join(lines[:m.height], "\n")
}

// header is who is being rated, where one stands, and whether it is saved.
func (m Model) header() string {
	c := m.person.Record.Candidate
	name := c.Name
	if name == "" {
		name = c.Alias
	}
	q, rating := m.current()
	wide := m.width >= twoPanes || m.theme.Plain
	var facts []string
	if m.person.Of > 0 {
		facts = append(facts, choose(wide, fmt.Sprintf("candidate %d of %d", m.person.At, m.person.Of), fmt.Sprintf("%d/%d", m.person.At, m.person.Of)))
	}
	n := m.column(q.ID) + 1
	switch {
	case rating:
		facts = append(facts, choose(wide, fmt.Sprintf("requirement %d of %d", n, len(m.strip)), fmt.Sprintf("%d/%d", n, len(m.strip))))
	default:
		facts = append(facts, "summary")
	}
	right := m.theme.Muted.Render(strings.Join(facts, " "+m.theme.Glyphs.Dot+" "))
	if saved := m.saved(); saved != "" {
		right += "   " + saved
	}
	return text.Between(" "+m.theme.Strong.Render(name), right+" ", m.width, m.theme.Glyphs.Ellipsis)
}

// choose is a when first holds, else b.
func choose[T any](first bool, a, b T) T {
	if first {
		return a
	}
	return b
}

// saved says how the writing goes.
func (m Model) saved() string {
	switch s := m.status; {
	case s.Saving:
		return m.theme.Muted.Render("saving" + m.theme.Glyphs.Ellipsis)
	case !s.Saved.IsZero() && m.theme.Plain: // a clock would be read out with every change
		return m.theme.OK.Render("saved")
	case !s.Saved.IsZero():
		return m.theme.OK.Render("saved " + s.Saved.In(m.setting.Zone).Format("15:04"))
	default:
		return ""
	}
}

// progress is a rule of which as much is heavy as is decided.
func (m Model) progress() string {
	g, n := m.theme.Glyphs, len(m.strip)
	if n == 0 {
		return m.rule()
	}
	done := m.mine.Decided(m.strip)
	filled := m.width * done / n
	if done == 0 || filled == m.width {
		return m.theme.Accent.Render(strings.Repeat(g.Bar, filled)) + m.theme.Rule.Render(strings.Repeat(g.Rule, m.width-filled))
	}
	return m.theme.Accent.Render(strings.Repeat(g.Bar, filled-1)+g.BarHalf) + m.theme.Rule.Render(strings.Repeat(g.Rule, m.width-filled))
}

func (m Model) rule() string {
	return m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, m.width))
}

// panes is the document at the left and the requirement at the right.
func (m Model) panes() []string {
	f := m.frame()
	lines := []string{m.header(), m.progress()}
	divider := m.theme.Rule.Render(m.theme.Glyphs.Divider) + " "
	left := m.page.Lines()
	if len(m.person.Readings) == 0 {
		left = m.unread(f.pageHeight)
	}
	right := m.side(f.side, f.pageHeight)
	for len(lines) < f.pageTop {
		names := choose(len(lines) == 2, m.tabs(f.pageWidth), "")
		lines = append(lines, text.Fit(names, f.pageWidth+1, "")+divider)
	}
	for i := range f.pageHeight {
		line := ""
		if i < len(left) {
			line = left[i]
		}
		line = text.Fit(line, f.pageWidth+1, "") + divider
		if i < len(right) {
			line += right[i].text
		}
		lines = append(lines, line)
	}
	for len(lines) < m.height-1 {
		lines = append(lines, "")
	}
	return append(lines, m.foot())
}

// unread is what stands in the document's place while there is none.
func (m Model) unread(rows int) []string {
	lines := make([]string, max(1, rows))
	lines[0] = m.theme.Muted.Render("  No document.")
	if !m.whole() {
		lines[0] = m.theme.Muted.Render("  Reading" + m.theme.Glyphs.Ellipsis)
	}
	return lines
}

// tabs is the documents' names, when there are several; the one that is shown stands in brackets.
func (m Model) tabs(cells int) string {
	titles := m.titles()
	if len(titles) < 2 {
		return ""
	}
	var b strings.Builder
	used := 1
	b.WriteString(" ")
	for i, title := range titles {
		style, shown := m.theme.Muted, " "+title+" "
		if i == m.reading {
			style, shown = m.theme.AccentStrong, "["+title+"]"
		}
		shown = m.cut(shown, cells-used)
		used += text.Width(shown)
		b.WriteString(style.Render(shown))
	}
	return b.String()
}

// foot is the line below: what is looked for, or the strip and how much is done.
func (m Model) foot() string {
	if m.find.open {
		typed := m.find.input.View(m.theme.Caret, m.theme.Text.Render)
		return text.Between(" "+m.theme.AccentStrong.Render("/")+" "+typed, m.theme.Muted.Render(m.matches())+" ", m.width, "")
	}
	right := ""
	if words := m.lookedFor(); words != "" {
		right = m.theme.Muted.Render("/ "+m.cut(words, m.width/4)+"  "+m.matches()) + " "
	}
	done := fmt.Sprintf("   done %d of %d", m.mine.Decided(m.strip), len(m.strip))
	strip, _ := m.pointed()
	if m.theme.Plain { // the line of each requirement says what it was given
		strip, done = "", strings.TrimSpace(done)
	}
	return text.Between(" "+strip+m.theme.Muted.Render(done), right, m.width, m.theme.Glyphs.Ellipsis)
}

// pointed is the strip of the viewer's own ratings, the requirement one stands on in brackets, and the columns of the screen
// that the cells stand in.
func (m Model) pointed() (strip string, columns []int) {
	here, _ := m.current()
	var b strings.Builder
	x, musts, cells := 1, m.musts(), m.cells()
	for i, q := range m.strip {
		if i == musts && i > 0 {
			b.WriteByte(' ')
			x++
		}
		cell := m.theme.Cell(cells[i])
		if q.ID == here.ID {
			cell = m.theme.AccentStrong.Render("[") + cell + m.theme.AccentStrong.Render("]")
			x++
		}
		b.WriteString(cell)
		columns = append(columns, x)
		x += 1 + choose(q.ID == here.ID, 1, 0)
	}
	return b.String(), columns
}

// lookedFor is what the document is looked through for: what was typed, or what the candidate was found by, as far as it is there.
func (m Model) lookedFor() string {
	if _, of := m.page.Matches(); m.find.words != "" || of == 0 {
		return m.find.words
	}
	var words []string
	for _, s := range m.sought {
		words = append(words, s.Text)
	}
	return strings.Join(words, " ")
}

func (m Model) matches() string {
	switch n, of := m.page.Matches(); {
	case of == 0:
		return choose(m.find.words == "", "", "not found")
	case n == 0: // one has not gone to any
		return fmt.Sprintf("%d found", of)
	}
	n, of := m.page.Matches()
	return fmt.Sprintf("%d of %d", n, of)
}

// cells is the strip of the viewer's own ratings.
func (m Model) cells() []model.Cell {
	cells := make([]model.Cell, len(m.strip))
	for i, q := range m.strip {
		cells[i] = q.Cell([]model.Review{m.mine})
	}
	return cells
}

func (m Model) musts() int {
	nice := slices.IndexFunc(m.strip, func(q model.Requirement) bool { return q.Priority == model.Nice })
	if nice < 0 {
		return len(m.strip)
	}
	return nice
}
