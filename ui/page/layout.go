package page

import "candid/ui/text"

// row is one row of the layout: bytes from to to of the body of a line, or of its right end where that has no room beside
// the body.
type row struct {
	line     int
	from, to int
	right    bool
}

// The left edge, where lines are marked, and the right margin, in cells; and the widest that lines are set, since longer
// ones are hard to read.
const (
	edge   = 2
	margin = 2 // a blank, and the sign that there is more
	widest = 96
	// Below this nothing is drawn.
	narrowest = 8
)

// measure is how wide the lines are set, in cells.
func (p Page) measure() int { return min(p.width-edge-margin, widest) }

// wrap breaks the lines into rows of the page's width. Of blank lines only the first of several between
// others gets one.
func (p Page) wrap() Page {
	p.rows = make([]row, 0, len(p.lines)+len(p.lines)/2)
	p.first = make([]int, len(p.lines)+1)
	if p.width < narrowest {
		return p
	}
	gap := -1 // the blank line that waits for a line to stand above
	for i, l := range p.lines {
		p.first[i] = len(p.rows)
		if l.body.text == "" && l.right.text == "" && !l.rule {
			if gap < 0 && len(p.rows) > 0 {
				gap = i
			}
			continue
		}
		if gap >= 0 {
			p.rows = append(p.rows, row{line: gap})
			for j := gap + 1; j <= i; j++ {
				p.first[j] = len(p.rows)
			}
			gap = -1
		}
		room, beside := p.room(l)
		for _, piece := range text.Wrap(l.body.text, room) {
			p.rows = append(p.rows, row{i, piece.From, piece.To, false})
		}
		if l.right.text != "" && !beside {
			for _, piece := range text.Wrap(l.right.text, room) {
				p.rows = append(p.rows, row{i, piece.From, piece.To, true})
			}
		}
	}
	p.first[len(p.lines)] = len(p.rows)
	return p
}

// room is how many cells the body of a line has, and whether its right end goes beside it.
func (p Page) room(l line) (cells int, beside bool) {
	cells = max(1, p.measure()-p.hang(l))
	if left := cells - text.Width(l.right.text) - 2; l.right.text != "" && left >= cells/2 {
		return left, true
	}
	return cells, false
}

// hang is by how many cells the rows of a line are indented: less than the line has them where there is no room.
func (p Page) hang(l line) int { return min(l.hang, p.measure()/2) }

// lineAt is the line that a row belongs to.
func (p Page) lineAt(row int) int {
	if row < 0 || row >= len(p.rows) {
		return max(0, len(p.lines)-1)
	}
	return p.rows[row].line
}

// span is the rows of a line: the first, and the one after the last.
func (p Page) span(line int) (from, to int) { return p.first[line], p.first[line+1] }

// visible reports whether all of a line, or as much as fits, is in sight.
func (p Page) visible(line int) bool {
	from, to := p.span(line)
	return from >= p.top && min(to, from+p.height) <= p.top+p.height
}

// reveal scrolls a line into sight, to the upper third, when it is not.
func (p Page) reveal(line int) Page {
	if p.height > 0 && !p.visible(line) {
		p.top = p.first[line] - p.height/3
	}
	return p.clamp()
}

// follow scrolls as little as it takes to have a line in sight.
func (p Page) follow(line int) Page {
	from, to := p.span(line)
	p.top = max(p.top, to-p.height)
	p.top = min(p.top, from)
	return p.clamp()
}

func (p Page) clamp() Page {
	p.top = max(0, min(p.top, len(p.rows)-p.height))
	return p
}
