package page

import (
	"maps"
	"slices"

	"candid/model/evidence"
)

// choosing is lines of the document that can be chosen: where one stands, and those that are picked already.
type choosing struct {
	on       bool
	from, to int                   // where one stands: the first line, and the one after the last
	terms    map[int]evidence.Term // the words that are meant of a line, when not all of it is
	picked   map[int][]int         // by line, the bytes that what is picked of it begins with
}

// Choose makes of the page something to choose lines from, until the next Show. One stands on lines from to to, the one after
// the last, from 0, which are scrolled into sight when one comes to them; terms tells by line which of its words are meant, when
// not all are. What is picked bears a sign where it begins: by line, the bytes.
func (p Page) Choose(from, to int, terms map[int]evidence.Term, picked map[int][]int) Page {
	from = max(0, min(from, len(p.source)))
	to = max(from, min(to, len(p.source)))
	before := p.choosing
	p.choosing, p.here = choosing{true, from, to, terms, picked}, 0
	var meant []evidence.Found
	for line := from; line < to; line++ {
		if t, ok := terms[line]; ok {
			t.Line = line
			meant = append(meant, evidence.Found{Line: line, From: line, To: line + 1, Text: p.source[line], Terms: []evidence.Term{t}})
		}
	}
	p = p.point(meant)
	if before.on && before.from == from && before.to == to && maps.Equal(before.terms, terms) {
		return p
	}
	return p.revealChoice()
}

// revealChoice scrolls as little as it takes to have the lines in sight that one stands on; of long ones, the words that are meant.
func (p Page) revealChoice() Page {
	from, to := p.choosing.from, p.choosing.to
	if from >= to || p.height == 0 {
		return p
	}
	first, end := p.span(from)
	top, last := p.span(to - 1)
	if t, ok := p.choosing.terms[from]; ok {
		first, _ = p.part(first, end, p.starts[from]+t.From, p.starts[from+1])
	}
	if t, ok := p.choosing.terms[to-1]; ok {
		_, last = p.part(max(first, top), last, 0, p.starts[to-1]+t.To)
	}
	p.top = min(max(p.top, last-p.height), first)
	return p.clamp()
}

// chosenRow reports whether one stands on a row: on its line, and on words in it where only some are meant.
func (p Page) chosenRow(i int) bool {
	line := p.lineAt(i)
	if !p.choosing.on || line < p.choosing.from || line >= p.choosing.to {
		return false
	}
	t, some := p.choosing.terms[line]
	at := p.starts[line]
	return !some || at+t.From < p.ends(i) && p.begins(i) < at+t.To
}

// pickedRow reports whether something that is picked begins in a row.
func (p Page) pickedRow(i int) bool {
	line := p.lineAt(i)
	return slices.ContainsFunc(p.choosing.picked[line], func(at int) bool {
		at += p.starts[line]
		return at >= p.begins(i) && at < p.ends(i)
	})
}

// Line is the line of the document that a row of the page shows, from 0; false below the last.
func (p Page) Line(row int) (int, bool) {
	if row < 0 || row >= p.height || p.top+row >= len(p.rows) {
		return 0, false
	}
	return p.lineAt(p.top + row), true
}
