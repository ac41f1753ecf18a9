package scoring

import (
	"candid/ui/text"
)

// From this many cells on, document and requirement stand side by side.
const twoPanes = 100

// frame is where things are drawn, in cells and rows from the top left.
type frame struct {
	wide       bool
	head       []string // the requirement, above the document when stacked
	side       int      // width of the right pane
	pageTop    int
	pageWidth  int
	pageHeight int
	note       int // height of the note being written, or of why a line is pointed at, when stacked, its rule included
}

// The rows below the document when stacked: a rule, the values, what the chosen one means, the evidence, the strip.
const stackedFoot = 5

func (m Model) frame() frame {
	f := frame{wide: m.width >= twoPanes}
	if f.wide {
		f.side = min(64, m.width*41/100)
		f.pageWidth = m.width - f.side - 3
		f.pageTop, f.pageHeight = 2, m.height-3
		if m.height >= 22 || len(m.person.Readings) > 1 {
			f.pageTop++ // for the documents' names, or for air
			f.pageHeight--
		}
		if m.height >= 28 {
			f.pageTop++
			f.pageHeight -= 2 // above and below
		}
		return f
	}
	f.head = m.heading(m.width-2, 3+m.height/12)
	f.pageTop = 1 + len(f.head) + 1
	f.pageWidth = m.width
	foot := stackedFoot
	switch {
	case m.because.On():
		f.note = 1 + len(m.becauseLines(m.width-2, max(5, m.height/2)-1))
		foot = f.note
	case m.note.open:
		f.note = max(6, m.height/2)
		foot = f.note
	}
	f.pageHeight = max(0, m.height-f.pageTop-foot)
	return f
}

// resize gives the page and the note the room that they have now.
func (m Model) resize() Model {
	f := m.frame()
	m.page = m.page.Size(f.pageWidth, f.pageHeight)
	cells := m.width - 4
	if f.wide {
		cells = f.side - 3
	}
	m.note.words = m.note.words.Size(cells)
	m.find.input = m.find.input.Size(m.width - 20)
	return m
}

// cut is s in at most so many cells.
func (m Model) cut(s string, cells int) string { return text.Cut(s, cells, m.theme.Glyphs.Ellipsis) }

// wrap is s in lines of at most so many cells, and at most so many lines: the last tells when there is more.
func (m Model) wrap(s string, cells, lines int) []string {
	all := text.Lines(s, cells)
	if len(all) > lines {
		all = all[:lines]
		all[lines-1] = m.cut(all[lines-1]+m.theme.Glyphs.Ellipsis, cells)
	}
	return all
}
