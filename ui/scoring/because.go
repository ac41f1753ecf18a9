package scoring

import (
	"candid/ui/intent"
	"candid/ui/keymap"
)

// whyThis asks why the line one stands on is, or is not, pointed at: of what is selected the end that moves.
func (m Model) whyThis() (Model, intent.Intent) {
	q, _ := m.current()
	line, ok := m.page.At()
	switch {
	case len(m.person.Readings) == 0:
		return m, intent.Say{Text: "no document to ask about"}
	case !ok:
		return m, intent.Say{Text: "stand on a line first: " + m.setting.Keys.Key(keymap.Select) + " selects one"}
	}
	r := m.person.Readings[m.reading]
	want := intent.Why{Document: r.Document.ID, Line: line, Requirement: q.ID}
	m.because = m.because.Asks(r, want)
	return m, want
}

// becauseLines is why a line is, or is not, pointed at, in at most so many rows of so many cells.
func (m Model) becauseLines(cells, rows int) []string {
	q, _ := m.current()
	return m.because.Lines(m.theme, q.Label, cells, rows)
}
