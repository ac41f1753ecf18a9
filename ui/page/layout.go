package page

import (
	"sort"

	"candid/model/evidence"
	"candid/ui/text"
)

// row is one row of the layout: bytes from to to of the body of a paragraph, or of its right end where that has no room
// beside the body.
type row struct {
	paragraph int
	from, to  int
	right     bool
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

// wrap breaks the paragraphs into rows of the page's width. Of blank ones only the first of several between
// others gets one.
func (p Page) wrap() Page {
	p.rows = make([]row, 0, len(p.paragraphs)+len(p.paragraphs)/2)
	p.first = make([]int, len(p.paragraphs)+1)
	if p.width < narrowest {
		return p
	}
	gap := -1 // the blank one that waits for another to stand above
	for i, l := range p.paragraphs {
		p.first[i] = len(p.rows)
		if l.body.text == "" && l.right.text == "" && !l.rule {
			if gap < 0 && len(p.rows) > 0 {
				gap = i
			}
			continue
		}
		if gap >= 0 {
			p.rows = append(p.rows, row{paragraph: gap})
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
	p.first[len(p.paragraphs)] = len(p.rows)
	return p
}

// room is how many cells the body of a paragraph has, and whether its right end goes beside it.
func (p Page) room(l paragraph) (cells int, beside bool) {
	cells = max(1, p.measure()-p.hang(l))
	if left := cells - text.Width(l.right.text) - 2; l.right.text != "" && left >= cells/2 {
		return left, true
	}
	return cells, false
}

// hang is by how many cells the rows of a paragraph are indented: less than it has them where there is no room.
func (p Page) hang(l paragraph) int { return min(l.hang, p.measure()/2) }

// lineAt is the line of the document that a row begins in.
func (p Page) lineAt(row int) int {
	if row < 0 || row >= len(p.rows) {
		return max(0, len(p.source)-1)
	}
	l := p.paragraphs[p.rows[row].paragraph]
	if l.to-l.from == 1 {
		return l.from
	}
	return max(l.from, min(p.lineOf(p.begins(row)), l.to-1))
}

// lineOf is the line of the document that a byte of it stands in.
func (p Page) lineOf(at int) int {
	return max(0, sort.Search(len(p.starts), func(i int) bool { return p.starts[i] > at })-1)
}

// span is the rows of a line of the document: the first, and the one after the last.
func (p Page) span(line int) (from, to int) {
	i := p.within[line]
	from, to = p.first[i], p.first[i+1]
	if l := p.paragraphs[i]; l.to-l.from == 1 {
		return from, to
	}
	return p.part(from, to, p.starts[line], p.starts[line+1]-1)
}

// part is those of a paragraph's rows that hold bytes begin to end of the document.
func (p Page) part(from, to, begin, end int) (first, last int) {
	for from+1 < to && p.begins(from+1) <= begin {
		from++
	}
	for to-1 > from && p.begins(to-1) >= end {
		to--
	}
	return from, to
}

// begins is the byte of the document that a row begins with.
func (p Page) begins(i int) int {
	r := p.rows[i]
	l := p.paragraphs[r.paragraph]
	if r.right || r.from >= len(l.body.text) {
		return p.starts[l.to] - 1
	}
	if r.from == 0 {
		return p.starts[l.from]
	}
	return l.body.source(r.from)
}

// ends is the byte of the document that the next row of the same paragraph begins with.
func (p Page) ends(i int) int {
	if i+1 < p.first[p.rows[i].paragraph+1] {
		return p.begins(i + 1)
	}
	return p.starts[p.paragraphs[p.rows[i].paragraph].to]
}

// holdsAny reports whether some of lines from to to of the document stands in a row.
func (p Page) holdsAny(i, from, to int) bool {
	l := p.paragraphs[p.rows[i].paragraph]
	for line := max(from, l.from); line < min(to, l.to); line++ {
		if first, last := p.span(line); i >= first && i < last {
			return true
		}
	}
	return false
}

// spanOf is the rows of a statement: the first, and the one after the last.
func (p Page) spanOf(f evidence.Found) (from, to int) {
	from, _ = p.span(f.From)
	_, to = p.span(f.To - 1)
	return from, to
}

// visible reports whether all of a statement, or as much as fits, is in sight.
func (p Page) visible(f evidence.Found) bool {
	from, to := p.spanOf(f)
	return from >= p.top && min(to, from+p.height) <= p.top+p.height
}

// reveal scrolls a statement into sight, to the upper third, when it is not: higher where it is long.
func (p Page) reveal(f evidence.Found) Page {
	if p.height > 0 && !p.visible(f) {
		from, to := p.spanOf(f)
		p.top = min(from, max(from-p.height/3, to-p.height))
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
