package outline

import "strings"

// The lines of a statement: a paragraph of more than the most is parted where a sentence ends, into statements of at least the fewest.
const (
	fewest = 2
	most   = 6
)

// state parts the paragraphs into statements.
func (r *reader) state() {
	for from := 0; from < len(r.Lines); {
		to := from + 1
		for to < len(r.Lines) && r.Lines[to-1].More {
			to++
		}
		for to-from > most {
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

// part is the line before which a long paragraph is parted: behind the first end of a sentence at a line's end, else at the line's end
// that is nearest to one, else where it is long enough.
func (r *reader) part(from, to int) int {
	last := min(from+most, to-fewest)
	for i := from + fewest; i <= last; i++ {
		if r.shapes[i-1].sentence() {
			return i
		}
	}
	at, nearest := last, -1
	for i := from + fewest; i <= last; i++ {
		for _, far := range [...]int{fromEnd(r.shapes[i-1].text), fromStart(r.shapes[i].text)} {
			if far >= 0 && (nearest < 0 || far < nearest) {
				at, nearest = i, far
			}
		}
	}
	return at
}

// stops is what a sentence ends with within a line.
var stops = [...]string{". ", "! ", "? ", "。", "！", "？"}

// fromEnd is how many bytes behind the last sentence that ends within a text are; -1 where none ends.
func fromEnd(text string) int {
	last := -1
	for _, stop := range stops {
		if at := strings.LastIndex(text, stop); at >= 0 {
			last = max(last, at+len(stop))
		}
	}
	if last < 0 {
		return -1
	}
	return len(text) - last
}

// fromStart is how many bytes of the first sentence that ends within a text are in it; -1 where none ends.
func fromStart(text string) int {
	first := -1
	for _, stop := range stops {
		if at := strings.Index(text, stop); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}
