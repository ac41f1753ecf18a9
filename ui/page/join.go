package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/ui/text"
)

// Many a document comes line by line as its page was set: a paragraph of it goes over several lines, which on a screen of
// another width would be ragged. They are joined here, for the eye alone: evidence, quotes and selections count in the lines of
// the document.

// The narrowest column whose lines are joined, in cells: in one that is narrower the width of a line tells nothing.
const (
	narrowColumn  = 44
	narrowBullets = 24
	slack         = 3 // letters are not all as wide on the page as here
)

// join makes paragraphs of lines that go on in the next. Lines of a block, which blank lines, headings and rules part, are
// compared with its widest: one that had room for the next one's first word was ended on purpose.
func join(lines []paragraph) []paragraph {
	joined := make([]paragraph, 0, len(lines))
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !parts(lines[to]) && !parts(lines[to-1]) {
			to++
		}
		joined = append(joined, joinBlock(lines[from:to])...)
		from = to
	}
	return joined
}

// parts reports whether a line stands by itself.
func parts(l paragraph) bool {
	return l.rule || l.heading || l.aside || l.right.text != "" || l.body.text == ""
}

// joinBlock makes paragraphs of a block's lines.
func joinBlock(lines []paragraph) []paragraph {
	if len(lines) == 1 {
		return lines
	}
	widest := 0
	for _, l := range lines {
		widest = max(widest, l.hang+text.Width(l.body.text))
	}
	var joined []paragraph
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && goesOn(lines[from], lines[to-1], lines[to], widest) {
			to++
		}
		joined = append(joined, one(lines[from:to]))
		from = to
	}
	return joined
}

// goesOn reports whether a paragraph, whose first line is p and whose last is before, goes on in the line l, where the widest
// line of the block has so many cells.
func goesOn(p, before, l paragraph, widest int) bool {
	least := narrowColumn
	if p.bullet {
		least = narrowBullets
	}
	switch {
	case l.bullet, widest < least, strings.Contains(before.body.text, " | "), strings.Contains(l.body.text, " | "):
		return false
	case l.quoted != before.quoted:
		return false
	case p.bullet && l.hang < p.hang-2 && l.hang > 0, !p.bullet && l.hang != before.hang:
		return false
	case contactLine(before.body.text), contactLine(l.body.text), labelled(l.body.text):
		return false
	}
	word, _, _ := strings.Cut(l.body.text, " ")
	needed := text.Width(word) + slack
	room := widest - before.hang - text.Width(before.body.text) - 1
	first, last := firstRune(word), lastRune(before.body.text)
	small := unicode.IsLower(first) || strings.ContainsRune("(&+–—,;", first) || last == ',' || last == '-' || waits[lastWord(before.body.text)]
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

// contactLine reports whether a line tells how to reach somebody: such lines stand each by itself.
func contactLine(s string) bool {
	return strings.Contains(s, "@") || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "linkedin.com")
}

// labelled reports whether a line begins with what it is about, as in "Languages: Go, Rust", or says no more than what the next
// ones are about.
func labelled(s string) bool {
	label, rest, ok := strings.Cut(s[:min(len(s), 80)], ":")
	return ok && unicode.IsUpper(firstRune(label)) && utf8.RuneCountInString(label) < 40 && strings.Count(label, " ") < 4 && (rest == "" || strings.HasPrefix(rest, " "))
}

// waits is words that no paragraph ends with: the next line goes on.
var waits = map[string]bool{"and": true, "or": true, "the": true, "a": true, "an": true, "of": true, "to": true, "for": true, "with": true, "by": true, "from": true, "at": true, "my": true, "that": true}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// unspaced reports whether words with r are written without blanks between them.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || strings.ContainsRune("、。，（）「」", r)
}

func lastRune(s string) (last rune) {
	for _, r := range s[max(0, len(s)-8):] {
		last = r
	}
	return last
}

// one is a paragraph of several lines.
func one(lines []paragraph) paragraph {
	p := lines[0]
	if len(lines) == 1 {
		return p
	}
	var b builder
	for i, l := range lines {
		if i > 0 {
			last := lastRune(lines[i-1].body.text)
			if last != '-' && !(unspaced(last) && unspaced(firstRune(l.body.text))) {
				b.put(" ", l.body.source(0)-1)
			}
		}
		b.from = l.body
		b.keep(0, len(l.body.text))
	}
	p.body, p.to = b.run(), lines[len(lines)-1].to
	return p
}
