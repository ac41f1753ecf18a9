package evidence

import (
	"iter"
	"strings"
)

// apartMark stands between two words of a phrase that need not follow each other: "built … server". Either may be one of several:
// "built|wrote … server|service".
const apartMark = " … "

// apart is the phrases that a phrase with the mark stands for.
func apart(s string) iter.Seq[phrase] {
	return func(yield func(phrase) bool) {
		firsts, seconds, _ := strings.Cut(s, apartMark)
		for first := range strings.SplitSeq(firsts, "|") {
			for second := range strings.SplitSeq(seconds, "|") {
				p := newPhrase(first + " " + second)
				p.apart = true
				if !yield(p) {
					return
				}
			}
		}
	}
}

// farthest is how many words after its first the second word of a phrase may stand that others part.
const farthest = 8

// apart is where a word with that number follows word i in the same clause and before the word at to; 0 where none does.
func (s *search) apart(i, to int, id int32) int {
	for k := i + 1; k < to && k <= i+farthest; k++ {
		w, before := s.words[k], s.words[k-1]
		if w.own || w.address || w.line == before.line && strings.ContainsAny(s.lines[w.line][before.to:w.from], ".;:!?()") {
			return 0
		}
		if w.id == id {
			return k
		}
	}
	return 0
}

// shares reports whether two marks are made of the same words.
func (m mark) shares(n mark) bool {
	if m.apart {
		return n.first <= m.first && m.first <= n.last || n.first <= m.last && m.last <= n.last
	}
	if n.apart {
		return n.shares(m)
	}
	return n.first <= m.last && m.first <= n.last
}
