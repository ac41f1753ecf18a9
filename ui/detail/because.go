package detail

import (
	"candid/ui/intent"
	"candid/ui/keymap"
)

// whyThis asks why the line one stands on is, or is not, pointed at: of what is selected the end that moves, on proof the strongest.
func (m Model) whyThis() (Model, intent.Intent) {
	r, f, ok := m.meant()
	line := f.Line
	if p, there := m.page(); there {
		line, ok = p.At()
	}
	if !ok {
		return m, intent.Say{Text: "stand on a line first: " + m.setting.Keys.Key(keymap.Select) + " in a document selects one"}
	}
	want := intent.Why{Document: r.Document.ID, Line: line, Requirement: m.requirement().ID}
	m.because = m.because.Asks(r, want)
	return m, want
}

// becauseLines is why a line is, or is not, pointed at, in at most so many rows of so many cells.
func (m Model) becauseLines(cells, rows int) []string {
	lines := m.because.Lines(m.theme, m.requirement().Label, cells-2, rows)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
