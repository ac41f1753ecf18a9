package evidence

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"candid/model"
	"candid/model/outline"
)

// most is how many statements are pointed at for one requirement.
const most = 8

// Find gives what the statements of document d say to each requirement, at most eight each, and the years that its dates come to.
// "Present" in it is when it was sent, or else when it came in. A statement that tells only what stronger ones have told already
// stands lower than it would alone, so that eight show eight things where they can. What nobody sees on the document's pages speaks
// for nobody.
func (f Finder) Find(d model.Document, lines []string) Findings {
	s := f.search(d, lines)
	candidates := make([][]candidate, len(f.asks))
	subject := make([]bool, len(f.asks)) // by ask: the document shows something of its subject
	posts := s.newPosts()
	for at := range s.statements {
		s.head(at)
		some := s.read(at)
		posts.look(s)
		if !some {
			continue
		}
		for _, a := range s.touched {
			sum, line := s.weigh(a)
			posts.note(s, a, sum)
			if s.asks[a].id != 0 && s.enough(sum) {
				x := candidate{statement: at, line: line, strength: s.strength(a, sum), covers: s.covers(a), words: s.print(), below: s.below}
				subject[a] = subject[a] || x.covers&f.asks[a].subject != 0
				candidates[a] = keep(candidates[a], x)
			}
		}
	}
	all := Findings{Found: map[model.RequirementID][]Found{}}
	for a, c := range candidates {
		id := f.asks[a].id
		sum, dated := posts.sum(s, a)
		if sum.Months > 0 {
			if all.Sums == nil {
				all.Sums = map[model.RequirementID]Sum{}
			}
			all.Sums[id] = sum
		}
		if f.asks[a].subject != 0 && !subject[a] {
			c = slices.DeleteFunc(c, func(x candidate) bool { return bits.OnesCount64(x.covers) < 2 })
		}
		var found []Found
		for _, x := range choose(append(c, dated...)) {
			found = append(found, s.found(a, x))
		}
		if len(found) > 0 {
			all.Found[id] = found
		}
	}
	return all
}

func (f Finder) search(d model.Document, lines []string) *search {
	return &search{Finder: f, document: f.read(d, lines), marks: make([][]mark, len(f.asks))}
}

// found is a candidate as it is shown.
func (s *search) found(a int, x candidate) Found {
	f := Found{Line: x.line, Text: s.lines[x.line], Terms: x.terms, Strength: x.strength, From: x.from, To: x.to, Place: s.outline.Place(x.line)}
	switch {
	case x.terms != nil:
		f.Kind = Dated
	case x.kind == outline.Listed:
		f.Kind = Listed
	}
	if f.Terms == nil {
		s.below = x.below
		s.read(x.statement)
		f.Terms = s.terms(a)
	}
	return f
}

// candidate is a statement that may be pointed at.
type candidate struct {
	statement
	line     int
	strength float64
	covers   uint64 // a bit for each want it speaks to
	words    uint64 // a hash of its words
	below    []hit  // what the heading above it speaks to
	terms    []Term // of dates; nil of any other
}

// print is a hash of the statement's words; 0 for few, which may well be said of two things.
func (s *search) print() (h uint64) {
	words := s.words[s.starts[s.at.from]:s.starts[s.at.to]]
	if len(words) < pasted {
		return 0
	}
	for _, w := range words {
		h = h*rolling + w.hash
	}
	return h
}

// considered is how many of the strongest statements are chosen from.
const considered = 4 * most

func stronger(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(a.line, b.line))
}

// keep puts x in its place among the strongest, unless its words stand there already: what is said again, on every page or for every
// post, is said once.
func keep(c []candidate, x candidate) []candidate {
	if x.words != 0 && slices.ContainsFunc(c, func(y candidate) bool { return y.words == x.words }) {
		return c
	}
	i, _ := slices.BinarySearchFunc(c, x, stronger)
	if i >= considered {
		return c
	}
	if len(c) == considered {
		c = c[:considered-1]
	}
	return slices.Insert(c, i, x)
}

// told is what is left of a statement's strength for each stronger one that told the same.
const told = 0.96

// weak is how strong a statement has to be beside the strongest, as a share: where much is told, hints are in the way.
const weak = 0.45

// choose takes the strongest candidates, weighing down each that tells only what those taken before it have told. It uses c up.
func choose(c []candidate) []candidate {
	slices.SortStableFunc(c, stronger)
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
		if len(chosen) > 0 && bestStrength < weak*chosen[0].strength {
			break
		}
		chosen = append(chosen, x)
	}
	return chosen
}

// least is the fewest times that any of the wants has been told of; 0 for no wants.
func least(wants uint64, times *[64]int) int {
	if wants == 0 {
		return 0
	}
	n := most
	for ; wants != 0; wants &= wants - 1 {
		n = min(n, times[bits.TrailingZeros64(wants)])
	}
	return n
}
