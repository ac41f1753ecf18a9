package detail

import (
	"fmt"
	"strings"

	"candid/ui/text"
)

// The pane beside a document takes two fifths of the width, within these bounds in cells.
const (
	leastPane = 42
	mostPane  = 54
)

func (m Model) paneWidth() int { return max(leastPane, min(m.width*2/5, mostPane)) }

// pageSize is the room for a document, in cells.
func (m Model) pageSize() (width, height int) {
	if m.width >= twoPanes {
		return m.width - m.paneWidth() - 1, m.bodyHeight()
	}
	return m.width, max(1, m.bodyHeight()-len(m.above())-len(m.below()))
}

// pageLines draws the document, or says why it cannot.
func (m Model) pageLines(height int) []string {
	if p, ok := m.page(); ok {
		return p.Lines()
	}
	lines := make([]string, height)
	if height > 0 {
		lines[0] = "  " + m.theme.Muted.Render(m.cut("The document is still being read.", max(0, m.width-2)))
	}
	return lines
}

// beside draws a document with the checklist at its right.
func (m Model) beside() []string {
	width, height := m.pageSize()
	left, right := m.pageLines(height), m.pane(height)
	divider := m.theme.Rule.Render(m.theme.Glyphs.Divider)
	lines := make([]string, height)
	for i := range lines {
		lines[i] = left[i] + text.Blank(width-text.Width(left[i])) + divider + right[i]
	}
	return lines
}

// stacked draws a document below the requirement one stands on.
func (m Model) stacked() []string {
	_, height := m.pageSize()
	lines := append(m.above(), m.pageLines(height)...)
	return append(lines, m.below()...)
}

// above is the requirement one stands on, in narrow terminals.
func (m Model) above() []string {
	if len(m.list) == 0 {
		return nil
	}
	t, q := m.theme, m.requirement()
	value := m.cell(q)
	left := fmt.Sprintf("%s %d", q.Priority, m.number(q))
	note := m.nothingFound()
	right := ""
	if note == "" {
		right = m.evidence()
	}
	room := m.width - text.Width(left) - text.Width(right) - 9
	first := " " + t.Accent.Render(left) + "  " + t.Strong.Render(m.cut(q.Label, room)) + "  " + t.Cell(value)
	if t.Plain {
		first = t.Here + " " + t.Accent.Render(left) + " " + t.Strong.Render(m.cut(q.Label, room-18)) + ", " + t.Text.Render(cellWords(value))
	}
	lines := []string{text.Between(first, t.Muted.Render(right)+" ", m.width, "")}
	for _, w := range text.Lines(note, m.width-2) {
		if note != "" {
			lines = append(lines, " "+t.Warn.Render(w))
		}
	}
	most := 1
	if m.height >= 20 {
		most = 2
	}
	wrapped := text.Lines(q.Text, m.width-2)
	for n, w := range wrapped {
		if len(lines) > most {
			break
		}
		if len(lines) == most && n < len(wrapped)-1 {
			w = m.cut(w+" "+wrapped[n+1], m.width-2)
		}
		lines = append(lines, " "+t.Muted.Render(w))
	}
	return append(lines, t.Rule.Render(strings.Repeat(t.Glyphs.Rule, m.width)))
}

// below is why a line is pointed at, while that is asked, or what the panel says, in narrow terminals that are high enough.
func (m Model) below() []string {
	rule := m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, m.width))
	if m.because.On() {
		return append([]string{rule}, m.becauseLines(m.width, max(3, m.bodyHeight()*3/5))...)
	}
	if m.height < 20 {
		return nil
	}
	lines := m.panel(m.width)
	return append([]string{rule}, lines[:min(len(lines), m.bodyHeight()/5)]...)
}

// evidence is which of the statements one stands on, over all documents, or where there are some when here are none.
func (m Model) evidence() string {
	p, ok := m.page()
	if !ok {
		return ""
	}
	here, _, _, found := p.Here()
	if !found {
		return "in the " + m.proofs[m.at].reading.Document.Kind.String()
	}
	n, of := 0, 0
	for i, d := range m.documents {
		if i == m.tab-1 {
			n = of + here
		}
		if r, ok := m.reading(d); ok {
			of += len(r.Found[m.requirement().ID])
		}
	}
	return fmt.Sprintf("evidence %d of %d", n, of)
}
