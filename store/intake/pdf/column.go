package pdf

import (
	"cmp"
	"math"
	"slices"
)

// cutter parts a page into what is read one after the other, by the gutters that run through it.
type cutter struct {
	fromRight bool // the right column is read first
	leaves    []leaf
}

const maxDepth = 24 // of columns in columns

// cut looks for the gutter that parts most, and goes on with what is above it, on its two sides, and below it.
func (c *cutter) cut(segs []segment, depth int) {
	if len(segs) == 0 {
		return
	}
	if depth < maxDepth {
		for _, s := range strips(segs) {
			g := s.gutter(segs)
			if !g.parts() {
				continue
			}
			g.keepHead()
			g.keepTail(segs)
			c.cut(segs[:g.from], depth+1)
			c.cut(g.head, depth+1)
			first, second := g.left, g.right
			if c.fromRight {
				first, second = second, first
			}
			c.cut(first, depth+1)
			c.cut(second, depth+1)
			c.cut(g.tail, depth+1)
			c.cut(segs[g.to:], depth+1)
			return
		}
	}
	c.leaves = append(c.leaves, segs)
}

// gutter is a strip that nothing crosses, from one line of a page to another.
type gutter struct {
	strip
	left, right []segment
	head, tail  []segment // what stands before the columns, and after them
	l, r        []row     // the lines on both sides
}

// strip is where a gutter may be.
type strip struct {
	x0, x1   float64
	from, to int // the segments beside it, of those in the order of lines
	l, r     int // how many lines there are on both sides
}

// What the looking for gutters may cost.
const (
	maxSegments = 3000 // more are no page that anybody reads in columns
	maxEdges    = 500
	maxStrips   = 24 // are looked at closely
)

// strips gives where gutters could be, those with most lines on both sides first.
func strips(segs []segment) []strip {
	if len(segs) > maxSegments {
		return nil
	}
	var sizes, edges []float64
	for _, s := range segs {
		sizes = append(sizes, s.em)
		edges = append(edges, math.Floor(s.x0))
	}
	least := min(max(0.8*typical(sizes), 6), 10) // how wide it is, in points
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var out []strip
	for _, edge := range edges[min(1, len(edges)):min(len(edges), maxEdges)] {
		out = append(out, openings(segs, edge-least, edge)...)
	}
	slices.SortStableFunc(out, func(a, b strip) int {
		return cmp.Or(cmp.Compare(min(b.l, b.r), min(a.l, a.r)), cmp.Compare(b.l+b.r, a.l+a.r))
	})
	return out[:min(len(out), maxStrips)]
}

// openings gives the parts of a strip down the page that nothing crosses and that have something on both sides.
func openings(segs []segment, x0, x1 float64) []strip {
	var out []strip
	s := strip{x0: x0, x1: x1}
	var left, right float64 // the last lines
	for i, seg := range segs {
		switch new := 0.25 * seg.em; {
		case seg.x0 >= x1:
			if s.r == 0 || seg.base-right > new {
				s.r, right = s.r+1, seg.base
			}
		case seg.x1 <= x0:
			if s.l == 0 || seg.base-left > new {
				s.l, left = s.l+1, seg.base
			}
		default:
			if s.to = i; s.l > 0 && s.r > 0 {
				out = append(out, s)
			}
			s = strip{x0: x0, x1: x1, from: i + 1}
		}
	}
	if s.to = len(segs); s.l > 0 && s.r > 0 {
		out = append(out, s)
	}
	return out
}

// gutter sorts what is beside a strip to its two sides.
func (s strip) gutter(segs []segment) gutter {
	g := gutter{strip: s}
	for _, seg := range segs[s.from:s.to] {
		if seg.x0 >= s.x1 {
			g.right = append(g.right, seg)
		} else {
			g.left = append(g.left, seg)
		}
	}
	g.l, g.r = rowsOf(g.left), rowsOf(g.right)
	return g
}

// row is segments on one line of one side.
type row struct {
	box
	segs []segment
	base float64
	em   float64
}

// rowsOf puts segments, in the order of lines, into rows.
func rowsOf(segs []segment) []row {
	var out []row
	for _, s := range segs {
		if n := len(out); n > 0 && s.base-out[n-1].base <= 0.25*min(s.em, out[n-1].em) {
			r := &out[n-1]
			r.segs = append(r.segs, s)
			r.box = r.box.add(s.box)
			continue
		}
		out = append(out, row{box: s.box, segs: []segment{s}, base: s.base, em: s.em})
	}
	return out
}

// keepHead sets apart what stands on the right before the left begins, when it is set larger or at a distance: a name over both.
func (g *gutter) keepHead() {
	top := g.l[0].y0
	n := 0
	for n < len(g.r) && g.r[n].y1 <= top+0.2*g.r[n].em {
		n++
	}
	if n == 0 || n == len(g.r) || n > maxHead {
		return
	}
	head, rest := largest(g.r[:n]), largest(g.r[n:])
	if g.r[n].y0-g.r[n-1].y1 < 1.2*typicalOf(g.r) && head < 1.2*rest {
		return
	}
	limit := g.r[n-1].base
	g.head, g.right = split(g.right, limit)
	g.r = g.r[n:]
}

const maxHead = 4 // lines of a name and what goes with it

func largest(rows []row) float64 {
	most := 0.0
	for _, r := range rows {
		most = max(most, r.em)
	}
	return most
}

// keepTail sets apart what stands on the left after the right has ended, when it belongs to what follows across both: a heading.
func (g *gutter) keepTail(segs []segment) {
	if g.to >= len(segs) {
		return
	}
	bottom := g.r[len(g.r)-1].base
	next := segs[g.to]
	at, widest := -1, 1.3*max(next.y0-g.l[len(g.l)-1].y1, 0.2*next.em)
	for i := len(g.l) - 1; i > 0 && g.l[i].base > bottom+0.5*g.l[i].em; i-- {
		if gap := g.l[i].y0 - g.l[i-1].y1; gap > widest {
			at, widest = i, gap
		}
	}
	if at < 0 {
		return
	}
	g.left, g.tail = split(g.left, g.l[at-1].base+0.25*g.l[at-1].em)
	g.l = g.l[:at]
}

// split parts segments, in the order of lines, after the line at limit.
func split(segs []segment, limit float64) (before, after []segment) {
	for i, s := range segs {
		if s.base > limit {
			return segs[:i], segs[i:]
		}
	}
	return segs, nil
}

func typicalOf(rows []row) float64 {
	var sizes []float64
	for _, r := range rows {
		sizes = append(sizes, r.em)
	}
	return typical(sizes)
}
