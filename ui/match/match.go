// Package match finds names by a few of their letters, as a person types them who knows what something is called but not all
// of it: words in any order, each the beginning of a word, a part of one, or letters that follow each other in the name.
package match

import (
	"strings"
	"unicode/utf8"

	"candid/model"
)

// Query is words to look for. The zero Query matches everything. New makes one.
type Query struct{ words []string }

// New is the query for what was typed, in any case and with or without accents.
func New(typed string) Query { return Query{strings.Fields(model.Fold(typed))} }

// Empty reports whether nothing is looked for.
func (q Query) Empty() bool { return len(q.words) == 0 }

// How well a word matches, best first. They are so far apart that a better one of these weighs more than all else.
const (
	whole    = 0         // it is the name
	first    = 1000      // the name begins with it
	word     = 2000      // a word of the name begins with it
	initials = 4000      // its letters begin words of the name, or follow one that does: "mas" for "mark all shown"
	inside   = 5000      // it is a part of a word
	letters  = 1_000_000 // its letters follow each other in the name, others between them
	most     = 900       // that the place of a match weighs
	never    = -1
)

// Weak is the least rank of a name that only holds the letters of what was typed.
const Weak = letters

// Clear reports whether a rank is that of a name that can be meant: not only its letters were typed.
func Clear(rank int) bool { return rank < Weak }

// Name says how well the query matches a name that is folded (model.Fold): the lower the better. Every word must.
func (q Query) Name(folded string) (rank int, ok bool) {
	for _, w := range q.words {
		r, _ := place(folded, w, false)
		if r == never {
			return 0, false
		}
		rank += r
	}
	return rank, true
}

// Told reports whether each word of the query matches the name or begins a word of the sentence; both are folded.
func (q Query) Told(name, sentence string) bool {
	for _, w := range q.words {
		if beginning(sentence, w) >= 0 {
			continue
		}
		if r, _ := place(name, w, false); r == never || r >= letters {
			return false
		}
	}
	return true
}

// Marks says which bytes of a name, as it is shown, the query matches: one for each; nil when it does not match.
func (q Query) Marks(name string) []bool { return q.marks(name, true) }

// Some is Marks for a name of which the query need not match all: a word that stands elsewhere marks nothing.
func (q Query) Some(name string) []bool { return q.marks(name, false) }

func (q Query) marks(name string, all bool) []bool {
	var folded strings.Builder
	var from []int // the byte of name that each byte of folded comes from
	for i, r := range name {
		f := model.Fold(string(r))
		folded.WriteString(f)
		for range len(f) {
			from = append(from, i)
		}
	}
	marks := make([]bool, len(name))
	for _, w := range q.words {
		r, at := place(folded.String(), w, true)
		switch {
		case r == never && all:
			return nil
		case r == never, r >= letters && !all:
			continue
		}
		for _, n := range at {
			_, size := utf8.DecodeRuneInString(name[from[n]:])
			for i := range size {
				marks[from[n]+i] = true
			}
		}
	}
	return marks
}

// place is how well a word matches a name, and, if told asks for them, the bytes where its letters stand.
func place(name, w string, told bool) (rank int, at []int) {
	i := beginning(name, w)
	switch {
	case name == w:
		rank = whole
	case i == 0:
		rank = first
	case i > 0:
		rank = word + min(i, most)
	default:
		return scattered(name, w, told)
	}
	return rank, run(i, len(w), told)
}

// scattered is place for a word that no word of the name begins with.
func scattered(name, w string, told bool) (rank int, at []int) {
	if !follows(name, w) {
		return never, nil
	}
	if at := starts(name, w, 0, nil, new(int)); at != nil {
		return initials + min(at[len(at)-1], most), at
	}
	if i := strings.Index(name, w); i >= 0 {
		return inside + min(i, most), run(i, len(w), told)
	}
	for n, i := 0, 0; n < len(w); n++ {
		i += strings.IndexByte(name[i:], w[n])
		at = append(at, i)
		i++
	}
	return letters + at[len(at)-1] - at[0], at
}

// follows reports whether the bytes of w stand in the name in their order.
func follows(name, w string) bool {
	for n := range len(w) {
		i := strings.IndexByte(name, w[n])
		if i < 0 {
			return false
		}
		name = name[i+1:]
	}
	return true
}

// beginning is where a word of the name begins with w; -1 for nowhere.
func beginning(name, w string) int {
	for i := 0; i < len(name); {
		n := strings.Index(name[i:], w)
		if n < 0 {
			return -1
		}
		if i += n; begins(name, i) {
			return i
		}
		i++
	}
	return -1
}

// begins reports whether a word of the name begins at byte i.
func begins(name string, i int) bool {
	return i == 0 || name[i-1] < utf8.RuneSelf && !alphanumeric(name[i-1])
}

func alphanumeric(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// mostSteps is how long is looked for letters that begin words: a name of a stranger's making could else keep it at that for hours.
const mostSteps = 400

// starts is where the letters of w stand from byte i of the name on when each begins a word or follows the one before it; nil where
// they do not stand so.
func starts(name, w string, i int, at []int, steps *int) []int {
	if w == "" {
		return at
	}
	if *steps++; *steps > mostSteps {
		return nil
	}
	for n := i; n < len(name); n++ {
		if name[n] == w[0] && begins(name, n) {
			if found := starts(name, w[1:], n+1, append(at[:len(at):len(at)], n), steps); found != nil {
				return found
			}
		}
	}
	if len(at) > 0 && i < len(name) && name[i] == w[0] {
		return starts(name, w[1:], i+1, append(at[:len(at):len(at)], i), steps)
	}
	return nil
}

func run(from, n int, told bool) []int {
	if !told {
		return nil
	}
	at := make([]int, n)
	for i := range at {
		at[i] = from + i
	}
	return at
}
