package outline

import "strings"

// The lines of a statement: a paragraph of more than the longest is parted where a sentence ends, into statements of at least
// the fewest.
const (
	longest = 4
	fewest  = 2
	most    = 6
)

// state parts the paragraphs into statements.
func (r *reader) state() {
	for from := 0; from < len(r.Lines); {
		to := from + 1
		for to < len(r.Lines) && r.Lines[to-1].More {
			to++
		}
		for to-from > longest {
			at := r.part(from, to)
			r.one(from, at)
			from = at
		}
		r.one(from, to)
		from = to
	}
}

func (r *reader) one(from, to int) {
	for i := from; i < to; i++ {
		r.Lines[i].From, r.Lines[i].To = from, to
	}
}

// part is the line before which a long paragraph is parted: behind the end of a sentence at a line's end, else behind a line
// in which one ends, else where it is long enough.
func (r *reader) part(from, to int) int {
	last := min(from+most, to)
	for i := from + fewest; i < last; i++ {
		if r.shapes[i-1].sentence() {
			return i
		}
	}
	for i := from + fewest + 1; i < last; i++ {
		if endsWithin(r.shapes[i-1].text) {
			return i
		}
	}
	return last
}

// endsWithin reports whether a sentence ends in the text and another begins.
func endsWithin(text string) bool {
	return strings.Contains(text, ". ") || strings.Contains(text, "! ") || strings.Contains(text, "? ") || strings.Contains(text, "。")
}
