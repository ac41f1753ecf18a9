package page

// Scroll moves by so many rows; while lines are being selected, by so many lines, which extends the selection.
func (p Page) Scroll(by int) Page {
	if p.chosen.on {
		return p.extend(p.chosen.head + by)
	}
	p.top += by
	return p.clamp()
}

// HalfPage moves half a page: 1 down, -1 up.
func (p Page) HalfPage(dir int) Page { return p.Scroll(dir * max(1, p.height/2)) }

// FullPage moves a page less one row, so that a row stays to hold on to: 1 down, -1 up.
func (p Page) FullPage(dir int) Page { return p.Scroll(dir * max(1, p.height-1)) }

// Top moves to the first row.
func (p Page) Top() Page { return p.Scroll(-len(p.rows) - len(p.source)) }

// Bottom moves to the last row.
func (p Page) Bottom() Page { return p.Scroll(len(p.rows) + len(p.source)) }

// Evidence moves by so many statements, in document order and around its ends, and scrolls the one it comes to into sight.
func (p Page) Evidence(by int) Page {
	n := len(p.found)
	if n == 0 {
		return p
	}
	p.here, p.search.left = ((p.here+by)%n+n)%n, true
	return p.reveal(p.found[p.here])
}

// Click takes a click on a row of the page, from 0: on a statement one then stands; a selection is extended to the line.
func (p Page) Click(row int) Page {
	if row < 0 || row >= p.height || p.top+row >= len(p.rows) {
		return p
	}
	if p.chosen.on {
		return p.extend(p.lineAt(p.top + row))
	}
	if i := p.foundIn(p.top + row); i >= 0 {
		p.here, p.search.left = i, true
	}
	return p
}
