package evidence

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"candid/model"
)

// most is how many lines are pointed at for one requirement.
const most = 8

// Find gives, for each requirement of the checklist, the lines that speak to it, strongest first, at most eight. A requirement
// that no line speaks to has no entry. Who reads many documents for one checklist makes a Finder once.
func Find(c model.Checklist, lines []string) map[model.RequirementID][]Found {
	return NewFinder(c).Find(lines)
}

// Find gives, for each requirement, the lines that speak to it, strongest first, at most eight. What is found in a line
// depends on no other line.
func (f Finder) Find(lines []string) map[model.RequirementID][]Found {
	found := make([][]Found, len(f.asks))
	s := f.newSearch()
	for n, line := range lines {
		if !s.read(line) {
			continue
		}
		for _, a := range s.touched {
			if x, ok := s.found(a); ok {
				x.Line = n
				found[a] = keep(found[a], x)
			}
		}
	}
	all := map[model.RequirementID][]Found{}
	for i, x := range found {
		if len(x) > 0 {
			all[f.asks[i].id] = x
		}
	}
	return all
}

// keep puts x in its place among the strongest.
func keep(found []Found, x Found) []Found {
	i, _ := slices.BinarySearchFunc(found, x, func(a, b Found) int {
		return cmp.Or(cmp.Compare(b.Strength, a.Strength), cmp.Compare(a.Line, b.Line))
	})
	if i >= most {
		return found
	}
	if len(found) == most {
		found = found[:most-1]
	}
	return slices.Insert(found, i, x)
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
			if p.exact == "" || p.exact == line[s.from[i]:s.to[last]] {
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
		if len(skip) > 0 && inside(skip, s.scan.from) {
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
		s.mark(h.ask, mark{h.want, from, to, h.weight})
	}
}

func (s *search) mark(ask int, m mark) {
	if len(s.marks[ask]) == 0 {
		s.touched = append(s.touched, ask)
	}
	s.marks[ask] = append(s.marks[ask], m)
}

// least is the sum of weights below which a line is not worth pointing at.
const least = 0.4

// again is what words count for the second and third thing they speak to.
const again = 0.25

// found is the line as it speaks to an ask; false when it says too little.
func (s *search) found(a int) (Found, bool) {
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
	if sum < least {
		return Found{}, false
	}
	sum *= s.fullness()
	return Found{Text: s.line, Terms: s.terms(marks, wants), Strength: 1 - math.Exp(-sum)}, true
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

// terms is the marks as terms in the order of the line, the longest where they overlap.
func (s *search) terms(marks []mark, wants []want) []Term {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to),
			cmp.Compare(wants[b.want].weight*b.weight, wants[a.want].weight*a.weight), cmp.Compare(a.want, b.want))
	})
	var terms []Term
	end := -1
	for _, m := range marks {
		why := wants[m.want].why
		switch {
		case m.from >= end:
			terms = append(terms, Term{m.from, m.to, s.line[m.from:m.to], why})
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
