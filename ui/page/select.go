package page

import "strings"

// selection is lines of the document, from where it began to where one stands.
type selection struct {
	on           bool
	anchor, head int
}

func (s selection) bounds() (from, to int) { return min(s.anchor, s.head), max(s.anchor, s.head) + 1 }

func (s selection) holds(line int) bool {
	from, to := s.bounds()
	return s.on && line >= from && line < to
}

// Select begins a selection, on the line one stands on when it is in sight and else on the first that is, or ends it.
func (p Page) Select(on bool) Page {
	if !on || len(p.rows) == 0 {
		p.chosen = selection{}
		return p
	}
	line := p.rows[p.top].line
	if stood, ok := p.stands(); ok && p.visible(stood) {
		line = stood
	}
	p.chosen = selection{true, line, line}
	return p
}

// Selecting reports whether lines are being selected.
func (p Page) Selecting() bool { return p.chosen.on }

// Selection is the selected lines of the document, the first and the one after the last, from 0, and their text as it came,
// joined by line breaks. All are zero when nothing is selected.
func (p Page) Selection() (from, to int, text string) {
	if !p.chosen.on {
		return 0, 0, ""
	}
	from, to = p.chosen.bounds()
	return from, to, strings.Join(p.source[from:to], "\n")
}

// extend moves the end of the selection to a line, or past it to the next that has a row.
func (p Page) extend(line int) Page {
	step := 1
	if line < p.chosen.head {
		step = -1
	}
	line = max(0, min(line, len(p.lines)-1))
	for line >= 0 && line < len(p.lines) && p.first[line] == p.first[line+1] {
		line += step
	}
	if line < 0 || line >= len(p.lines) {
		line = p.rows[0].line
		if step > 0 {
			line = p.rows[len(p.rows)-1].line
		}
	}
	p.chosen.head = line
	return p.follow(line)
}
