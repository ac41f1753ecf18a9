package evidence

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"candid/model"
)

// most is how many lines are pointed at for one requirement.
const most = 8

// Find gives what the lines of document d say to each requirement, at most eight statements each. "Present" in it is
// when it was sent, or else when it came in. A statement that tells only what stronger ones have told already stands lower than it would alone, so that eight
// show eight things where they can. What nobody sees on the document's pages speaks for nobody.
func (f Finder) Find(d model.Document, lines []string) Findings {
	lines = lines[:max(0, len(lines)-max(0, d.Aside))]
	candidates := make([][]candidate, len(f.asks))
	s := f.newSearch()
	for n, line := range lines {
		if !s.read(line) {
			continue
		}
		for _, a := range s.touched {
			if strength, ok := s.strength(a); ok {
				candidates[a] = keep(candidates[a], candidate{n, strength, s.covers(a)})
			}
		}
	}
	all := map[model.RequirementID][]Found{}
	for a, c := range candidates {
		if len(c) == 0 {
			continue
		}
		var found []Found
		for _, x := range choose(c) {
			s.read(lines[x.line])
			found = append(found, Found{Line: x.line, From: x.line, To: x.line + 1, Text: s.line, Terms: s.terms(a, x.line), Strength: x.strength})
		}
		all[f.asks[a].id] = found
	}
	return Findings{Found: all}
}

// candidate is a line that may be pointed at.
type candidate struct {
	line     int
	strength float64
	covers   uint64 // a bit for each want it speaks to
}

// considered is how many of the strongest lines are chosen from.
const considered = 4 * most

// keep puts x in its place among the strongest.
func keep(c []candidate, x candidate) []candidate {
	i, _ := slices.BinarySearchFunc(c, x, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(a.line, b.line))
	})
	if i >= considered {
		return c
	}
	if len(c) == considered {
		c = c[:considered-1]
	}
	return slices.Insert(c, i, x)
}

// told is what is left of a line's strength for each stronger line that told the same.
const told = 0.95

// choose takes the strongest candidates, weighing down each that tells only what those taken before it have told. It uses c up.
func choose(c []candidate) []candidate {
	var chosen []candidate
	var times [64]int // by want: how many of the chosen speak to it
	for len(chosen) < most && len(c) > 0 {
		best, bestStrength := 0, 0.0
		for i, x := range c {
			if x.strength <= bestStrength {
				break // they come strongest first
			}
			if worth := x.strength * math.Pow(told, float64(least(x.covers, &times))); worth > bestStrength {
				best, bestStrength = i, worth
			}
		}
		x := c[best]
		c = slices.Delete(c, best, best+1)
		for w := x.covers; w != 0; w &= w - 1 {
			times[bits.TrailingZeros64(w)]++
		}
		x.strength = bestStrength
		chosen = append(chosen, x)
	}
	return chosen
}

// least is the fewest times that any of the wants has been told of.
func least(wants uint64, times *[64]int) int {
	n := most
	for ; wants != 0; wants &= wants - 1 {
		n = min(n, times[bits.TrailingZeros64(wants)])
	}
	return n
}

// search is what a Finder notes while it reads a line.
type search struct {
	Finder
	line    string
	ids     []int32 // by word: the number of its stem, 0 when no phrase has it
	joined  []int32 // by word: the number of it and the next one written as one
	from    []int
	to      []int
	marks   [][]mark // by ask
	touched []int    // the asks that have marks
	scan    scanner
	buf     []byte
}

// mark is a phrase that stands in the line and speaks to a want.
type mark struct {
	want     int
	from, to int // bytes of the line
	weight   float64
	way      string
}

func (f Finder) newSearch() *search { return &search{Finder: f, marks: make([][]mark, len(f.asks))} }

// read marks what speaks to anything in the line; false when nothing does, or the line is one that never is evidence.
func (s *search) read(line string) bool {
	for _, a := range s.touched {
		s.marks[a] = s.marks[a][:0]
	}
	s.touched, s.line = s.touched[:0], line
	s.split()
	if len(s.ids) == 0 {
		return false
	}
	for i := range s.ids {
		if s.joined[i] != 0 {
			for _, p := range s.first[s.joined[i]] {
				if len(p.rest) == 0 && p.exact == "" {
					s.note(p, s.from[i], s.to[i+1])
				}
			}
		}
		if s.ids[i] == 0 {
			continue
		}
		for _, p := range s.first[s.ids[i]] {
			last := i + len(p.rest)
			if last >= len(s.ids) || !slices.Equal(p.rest, s.ids[i+1:last+1]) {
				continue
			}
			if p.written(line[s.from[i]:s.to[last]]) {
				s.note(p, s.from[i], s.to[last])
			}
		}
	}
	s.noteYears()
	return len(s.touched) > 0 && !s.heading()
}

// split reads the words of the line, but not those of addresses.
func (s *search) split() {
	s.ids, s.joined, s.from, s.to = s.ids[:0], s.joined[:0], s.from[:0], s.to[:0]
	s.scan.text, s.scan.at = s.line, 0
	skip := addresses(s.line)
	for s.scan.next() {
		for len(skip) > 0 && skip[0][1] <= s.scan.from {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0][0] <= s.scan.from {
			continue
		}
		n := len(s.ids)
		if s.scan.glued && n > 0 {
			s.joined[n-1] = s.join(s.from[n-1], s.to[n-1], s.scan.from, s.scan.to)
		}
		s.ids = append(s.ids, s.Finder.ids[string(s.scan.stem)])
		s.joined = append(s.joined, 0)
		s.from, s.to = append(s.from, s.scan.from), append(s.to, s.scan.to)
	}
}

// join is the number of two words written as one: "micro-services".
func (s *search) join(from, to, from2, to2 int) int32 {
	s.buf = append(append(s.buf[:0], s.line[from:to]...), s.line[from2:to2]...)
	for i, c := range s.buf {
		if 'A' <= c && c <= 'Z' {
			s.buf[i] = c + 'a' - 'A'
		}
	}
	return s.Finder.ids[string(stem(s.buf))]
}

func (s *search) note(p spoken, from, to int) {
	for _, h := range p.hits {
		s.mark(h.ask, mark{h.want, from, to, h.weight, h.way})
	}
}

// mostMarks is how many marks of a line are noted for one ask. They are weighed against each other, so that a line of megabytes
// made of nothing else would hold the program up for hours.
const mostMarks = 500

func (s *search) mark(ask int, m mark) {
	switch len(s.marks[ask]) {
	case 0:
		s.touched = append(s.touched, ask)
	case mostMarks:
		return
	}
	s.marks[ask] = append(s.marks[ask], m)
}

// enough is the sum of weights below which a line is not worth pointing at.
const enough = 0.4

// again is what words count for the second and third thing they speak to.
const again = 0.25

// strength is how strongly the line speaks to an ask; false when it says too little.
func (s *search) strength(a int) (float64, bool) {
	marks, wants := s.marks[a], s.asks[a].wants
	// The strongest first, so that words which speak to several things count whole for the one they speak to most.
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(wants[b.want].weight*b.weight, wants[a.want].weight*a.weight),
			cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to), cmp.Compare(a.want, b.want))
	})
	sum := 0.0
	for i, m := range marks {
		worth, more, taken := wants[m.want].weight*m.weight, 0, false
		for _, n := range marks[:i] {
			if n.want == m.want {
				more++
			}
			taken = taken || n.want != m.want && n.from < m.to && m.from < n.to
		}
		switch {
		case more > 3:
			worth = 0
		case more > 0:
			worth *= 0.1
		case taken:
			worth *= again
		}
		sum += worth
	}
	return 1 - math.Exp(-sum*s.fullness()), sum >= enough
}

// covers is a bit for each of an ask's wants that the line speaks to; the wants past the 64th share the last.
func (s *search) covers(a int) uint64 {
	var covers uint64
	for _, m := range s.marks[a] {
		covers |= 1 << min(m.want, 63)
	}
	return covers
}

// fullness is how much a line tells beside the terms themselves: a sentence tells what was done, a list only that a word was
// known.
func (s *search) fullness() float64 {
	words := len(s.ids)
	commas := strings.Count(s.line, ",") + strings.Count(s.line, "•") + strings.Count(s.line, "|") + strings.Count(s.line, ";")
	switch {
	case words <= 3:
		return 0.7
	case commas*3 >= words:
		return 0.8
	default:
		return 1
	}
}

// terms is the marks for an ask as terms in the order of the line, the longest where they overlap.
func (s *search) terms(a, line int) []Term {
	marks, wants := s.marks[a], s.asks[a].wants
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to),
			cmp.Compare(wants[b.want].weight*b.weight, wants[a.want].weight*a.weight), cmp.Compare(a.want, b.want))
	})
	var terms []Term
	end := -1
	for _, m := range marks {
		why := m.way
		switch {
		case m.from >= end:
			terms = append(terms, Term{m.from, m.to, s.line[m.from:m.to], why, line})
			end = m.to
		case m.to > end && pair(s.line[m.from:m.to]): // of characters, which the term before ran into
			last := &terms[len(terms)-1]
			_, size := utf8.DecodeLastRuneInString(why)
			last.To, last.Text, last.Why = m.to, s.line[last.From:m.to], last.Why+why[len(why)-size:]
			end = m.to
		}
	}
	return terms
}
