package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Many a document comes line by line as its page was set: a paragraph of it goes over several lines. Which lines go on in the
// next is told by how full they are.

// The narrowest column whose lines are joined, in cells: in one that is narrower the width of a line tells nothing.
const (
	narrowColumn  = 44
	narrowBullets = 24
	slack         = 3 // letters are not all as wide on the page as here
)

// wrap notes which lines go on in the next. Lines of a block, which blank lines, headings and rules part, are compared with its
// widest: one that had room for the next one's first word was ended on purpose.
func (r *reader) wrap() {
	for from := 0; from < len(r.shapes); {
		to, widest, second := from+1, r.shapes[from].right(), 0
		for to < len(r.shapes) && !r.parts(to) && !r.parts(to-1) {
			if right := r.shapes[to].right(); right > widest {
				widest, second = right, widest
			} else {
				second = max(second, right)
			}
			to++
		}
		for first, i := from, from; i+1 < to; i++ {
			before, next := &r.shapes[i], &r.shapes[i+1]
			// A sentence that ends the widest line by far was ended by the writer, not by the page.
			ended := before.sentence() && before.right() == widest && second < widest-widest/3 && !unicode.IsLower(next.first)
			if !ended && goesOn(&r.shapes[first], before, next, widest) {
				r.Lines[i].More = true
			} else {
				first = i + 1
			}
		}
		from = to
	}
}

// parts reports whether a line stands by itself.
func (r *reader) parts(i int) bool {
	s := &r.shapes[i]
	switch {
	case s.blank, s.rule, s.level > 0, s.bold, r.Lines[i].Kind == Heading, !s.bullet && s.capitals():
		return true
	case s.gaps == 1 && !s.bullet && rightDate(s.text):
		return true
	}
	alone := i == 0 || r.shapes[i-1].blank
	led := i+1 < len(r.shapes) && !r.shapes[i+1].blank
	return alone && led && titled(s)
}

// goesOn reports whether a paragraph, whose first line is p and whose last is before, goes on in the line l, where the widest
// line of the block has so many cells.
func goesOn(p, before, l *shape, widest int) bool {
	least := narrowColumn
	if p.bullet || before.last == ',' || unicode.IsLower(l.first) && before.words >= 3 && !before.sentence() {
		least = narrowBullets
	}
	switch {
	case l.bullet, widest < least, before.gaps > 0, l.gaps > 0, barred(before), barred(l), l.quoted != before.quoted:
		return false
	case p.bullet && l.hang < p.hang-2 && l.hang > 0, !p.bullet && l.hang != before.hang:
		return false
	case before.mail, before.link, l.mail, l.link, labelled(l):
		return false
	case unicode.IsLower(l.first) && before.last == '.' && !shortened(before.text):
		return false // no sentence begins so: it is of something else
	}
	word, _, _ := strings.Cut(l.text[:min(len(l.text), 4*widest)], " ")
	needed := slack
	for _, r := range word {
		needed += cells(r)
	}
	room := widest - before.hang - before.width - 1
	first, last := l.first, before.last
	small := unicode.IsLower(first) || strings.ContainsRune("(&+–—,;", first) || last == ',' || last == '-' || waits(before.text)
	switch {
	case small:
		// A line that a writer broke where they liked still goes on in small letters.
		return room < needed || room <= widest/3 || p.bullet
	case strings.ContainsRune(".!?:;。！？", last):
		// The end of a sentence is the end of a paragraph unless the line was full.
		return room < needed && room < widest/6
	default:
		return room < needed && room <= widest/4 || unspaced(first) && unspaced(last) && room <= 3
	}
}

// shortened reports whether the last word of a text may have its stop for being shortened: "e.g.", "etc."
func shortened(text string) bool {
	last := text[strings.LastIndexAny(text, " (")+1:]
	return len(last) <= 4 || strings.Count(last, ".") > 1 || last == "approx." || last == "incl."
}

// barred reports whether the line is a row of a table.
func barred(s *shape) bool { return s.parts > 0 && strings.Contains(s.text, " | ") }

// labelled reports whether a line begins with what it is about, as in "Languages: Go, Rust", or says no more than what the next
// ones are about.
func labelled(s *shape) bool { return s.colon && label(s.text) > 0 }

// label is the length of the words that a text begins with and that say what it is about, without the colon; 0 for none.
func label(text string) int {
	at := strings.IndexByte(text[:min(len(text), 80)], ':')
	if at <= 0 || at+1 < len(text) && text[at+1] != ' ' {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) || utf8.RuneCountInString(text[:at]) >= 40 || strings.Count(text[:at], " ") >= 4 {
		return 0
	}
	return at
}

// waits reports whether the text ends with a word that no paragraph ends with: the next line goes on.
func waits(text string) bool {
	switch text[strings.LastIndexByte(text, ' ')+1:] {
	case "and", "or", "the", "a", "an", "of", "to", "for", "with", "by", "from", "at", "my", "that":
		return true
	}
	return false
}

// unspaced reports whether words with r are written without blanks between them.
func unspaced(r rune) bool {
	return r >= 0x3001 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || strings.ContainsRune("、。，（）「」", r))
}

// titled reports whether a line reads like a title: up to four words, each with a capital, and nothing else but a colon.
func titled(s *shape) bool {
	if s.words > 4 || s.upper == 0 || s.bullet || s.digits > 0 {
		return false
	}
	text := strings.TrimSuffix(s.text, ":")
	if strings.ContainsAny(text, ",.;:@/!?") {
		return false
	}
	for w := range strings.FieldsSeq(text) {
		if first, _ := utf8.DecodeRuneInString(w); w != "and" && w != "of" && w != "&" && !unicode.IsUpper(first) {
			return false
		}
	}
	return true
}

// The widest text that stands at the right end of a line, in cells.
const rightmost = 28

// rightDate reports whether a gap parts the line's words from a date at its right end.
func rightDate(text string) bool {
	at := max(strings.LastIndex(text, "   "), strings.LastIndexByte(text, '\t'))
	if at <= 0 {
		return false
	}
	right := strings.TrimLeft(text[at:], " \t")
	return utf8.RuneCountInString(right) <= rightmost && (strings.ContainsAny(right, "0123456789") || strings.Contains(right, " – ") || strings.Contains(right, " — "))
}

// right is where the text of a line ends, in cells.
func (s *shape) right() int { return s.hang + s.width }
