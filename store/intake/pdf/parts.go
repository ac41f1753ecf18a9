package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parts reports whether a gutter parts columns, which are read one after the other: and not the cells of rows, such as a heading
// and its dates, or a label and what it labels.
func (g *gutter) parts() bool {
	top, bottom := max(g.l[0].base, g.r[0].base), min(g.l[len(g.l)-1].base, g.r[len(g.r)-1].base)
	l, r := within(g.l, top, bottom), within(g.r, top, bottom)
	if len(l) == 0 || len(r) == 0 {
		return straddles(g.l, g.r) || straddles(g.r, g.l)
	}
	few, many := l, r
	if len(few) > len(many) {
		few, many = many, few
	}
	if min(len(g.l), len(g.r)) < 2 {
		return straddles(few, many)
	}
	if flushRight(g.r) && all(g.r, func(r row) bool { return slices.ContainsFunc(g.l, func(l row) bool { return level(l.box, r.box) }) }) {
		return false
	}
	a, b := g.near(l, true), g.near(r, false)
	if 2*len(few) < len(many) || len(few) < 5 {
		return paired(few, many, 0.35) < 0.6 || len(few) > 2 && drawnApart(a, b) && goesOn(a) && goesOn(b)
	}
	if paired(few, many, 0.3) < 0.85 {
		return true
	}
	apart := drawnApart(a, b)
	switch {
	case apart && goesOn(a) && goesOn(b):
		return true
	case g.table():
		return false
	case apart:
		return true
	case prose(a) && prose(b):
		return true
	case len(few) >= 12 && 10*len(few) >= 7*len(many):
		return !labels(a) && !labels(b)
	}
	return false
}

// flushRight reports whether rows end in one place and begin in different ones, as dates do that go with what is beside them.
func flushRight(rows []row) bool {
	from, to := rows[0].x0, rows[0].x0
	for _, r := range rows {
		if math.Abs(r.x1-rows[0].x1) > 1.5 {
			return false
		}
		from, to = min(from, r.x0), max(to, r.x0)
	}
	return to-from > rows[0].em
}

func all(rows []row, is func(row) bool) bool {
	return !slices.ContainsFunc(rows, func(r row) bool { return !is(r) })
}

// within gives the rows from one line to another.
func within(rows []row, top, bottom float64) []row {
	var out []row
	for _, r := range rows {
		if r.base >= top-0.5*r.em && r.base <= bottom+0.5*r.em {
			out = append(out, r)
		}
	}
	return out
}

// straddles reports whether a row of one side stands beside two of the other at once, so that no line can hold them all.
func straddles(a, b []row) bool {
	for _, x := range a {
		beside := 0
		for _, y := range b {
			if min(x.y1, y.y1)-max(x.y0, y.y0) > 0.4*min(x.height(), y.height()) {
				beside++
			}
		}
		if beside > 1 {
			return true
		}
	}
	return false
}

// paired is the share of rows of one side that stand on the line of a row of the other, give or take some of their size.
func paired(few, many []row, give float64) float64 {
	n := 0
	for _, f := range few {
		if slices.ContainsFunc(many, func(m row) bool { return math.Abs(m.base-f.base) <= give*min(m.em, f.em) }) {
			n++
		}
	}
	return float64(n) / float64(len(few))
}

// near gives the segments next to the gutter.
func (g *gutter) near(rows []row, left bool) []segment {
	var out []segment
	for _, r := range rows {
		best := r.segs[0]
		for _, s := range r.segs[1:] {
			if left && s.x1 > best.x1 || !left && s.x0 < best.x0 {
				best = s
			}
		}
		out = append(out, best)
	}
	return out
}

// drawnApart reports whether one side was drawn as a whole before the other: as columns are, and not rows.
func drawnApart(a, b []segment) bool {
	type drawn struct{ order, side int }
	var all []drawn
	for side, segs := range [][]segment{a, b} {
		for _, s := range segs {
			all = append(all, drawn{s.words[len(s.words)-1].order, side})
		}
	}
	slices.SortFunc(all, func(x, y drawn) int { return x.order - y.order })
	turns := 0
	for i := 1; i < len(all); i++ {
		if all[i].side != all[i-1].side {
			turns++
		}
	}
	return turns <= 1+min(len(a), len(b))/3
}

// prose reports whether lines are those of running text: of several words, many of them full or going on in mid-sentence.
func prose(segs []segment) bool {
	words, lower, full := 0, 0, 0
	x0, x1 := segs[0].x0, segs[0].x1
	for _, s := range segs {
		x0, x1 = min(x0, s.x0), max(x1, s.x1)
	}
	for _, s := range segs {
		words += len(s.words)
		if r, _ := utf8.DecodeRuneInString(s.words[0].text); unicode.IsLower(r) {
			lower++
		}
		if s.width() > 0.8*(x1-x0) {
			full++
		}
	}
	n := len(segs)
	return words >= 3*n && (4*lower >= n || (2*full >= n || n >= 8) && !labels(segs))
}

// goesOn reports whether a good part of lines go on in mid-sentence.
func goesOn(segs []segment) bool {
	lower := 0
	for _, s := range segs {
		if r, _ := utf8.DecodeRuneInString(s.words[0].text); unicode.IsLower(r) {
			lower++
		}
	}
	return 3*lower >= len(segs)
}

// labels reports whether lines are labels or dates, which belong to what stands beside them.
func labels(segs []segment) bool {
	n := 0
	for _, s := range segs {
		last := s.words[len(s.words)-1].text
		digits := 0
		for _, w := range s.words {
			digits += len(w.text) - len(strings.TrimLeft(w.text, "0123456789/.-–"))
		}
		if strings.HasSuffix(last, ":") || digits >= 4 {
			n++
		}
	}
	return 3*n >= len(segs)
}

// table reports whether the rows on both sides of a gutter are those of a table: three cells or more, one of which is short.
func (g *gutter) table() bool {
	rows := rowsOf(mergeByLine(g.left, g.right))
	var cells [][]int // words in each cell, by the place of its left edge
	var edges []float64
	for _, r := range rows {
		for _, s := range r.segs {
			at := slices.IndexFunc(edges, func(e float64) bool { return math.Abs(e-s.x0) < 3 })
			if at < 0 {
				at = len(edges)
				edges, cells = append(edges, s.x0), append(cells, nil)
			}
			cells[at] = append(cells[at], len(s.words))
		}
	}
	columns, short := 0, false
	for _, c := range cells {
		if 10*len(c) < 6*len(rows) {
			continue
		}
		columns++
		sum := 0
		for _, n := range c {
			sum += n
		}
		short = short || 2*sum < 5*len(c)
	}
	return columns > 2 && short
}

// mergeByLine gives the segments of both sides in the order of their lines.
func mergeByLine(a, b []segment) []segment {
	out := slices.Concat(a, b)
	slices.SortStableFunc(out, func(x, y segment) int {
		switch {
		case x.base < y.base:
			return -1
		case x.base > y.base:
			return 1
		}
		return 0
	})
	return out
}
