package list

import (
	"strings"

	"candid/ui/text"
	"candid/ui/theme"
)

// pen draws lines of a fixed width, one stretch after the other. What is beyond the width is cut.
type pen struct {
	out      strings.Builder
	room     int // cells left on the line
	lines    int
	ellipsis string
}

// stretch is words in a style.
type stretch struct {
	style theme.Style
	text  string
}

// begin begins a line of so many cells.
func (p *pen) begin(cells int) {
	if p.lines > 0 {
		p.out.WriteByte('\n')
	}
	p.lines++
	p.room = cells
}

// put draws words, cut where the line ends.
func (p *pen) put(s theme.Style, words string) {
	words = text.Cut(words, p.room, p.ellipsis)
	p.room -= text.Width(words)
	p.out.WriteString(s.Render(words))
}

// fit draws words in exactly so many cells.
func (p *pen) fit(s, blank theme.Style, words string, cells int) {
	cells = min(cells, p.room)
	words = text.Cut(words, cells, p.ellipsis)
	p.out.WriteString(s.Render(words))
	used := text.Width(words)
	p.room -= used
	p.blank(blank, cells-used)
}

// fitRight draws words at the right of so many cells.
func (p *pen) fitRight(s, blank theme.Style, words string, cells int) {
	cells = min(cells, p.room)
	words = text.Cut(words, cells, p.ellipsis)
	used := text.Width(words)
	p.blank(blank, cells-used)
	p.out.WriteString(s.Render(words))
	p.room -= used
}

// raw draws what is styled already and takes so many cells.
func (p *pen) raw(drawn string, cells int) {
	p.out.WriteString(drawn)
	p.room -= cells
}

func (p *pen) blank(s theme.Style, cells int) {
	if cells = min(cells, p.room); cells > 0 {
		p.out.WriteString(s.Render(text.Blank(cells)))
		p.room -= cells
	}
}

// ends fills the line: stretches from its left, others at its right end. The left is cut where both do not fit.
func (p *pen) ends(left, right []stretch) {
	cells := 0
	for _, s := range right {
		cells += text.Width(s.text)
	}
	if cells >= p.room {
		left = nil
	}
	cells = min(cells, p.room)
	room := p.room
	p.room = max(0, room-cells-1)
	used := p.room
	for _, s := range left {
		p.put(s.style, s.text)
	}
	used -= p.room
	p.room = room - used
	p.blank(theme.Style{}, p.room-cells)
	for _, s := range right {
		p.put(s.style, s.text)
	}
}
