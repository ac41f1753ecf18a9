package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

// wants is what the section asks for if it asks: its list items; where it has none, its paragraphs.
func (s section) wants() []want {
	var all []want
	for _, b := range s.blocks {
		if b.kind == item && !said(b.text).idle() {
			all = append(all, want{text: b.text, head: b.head, first: b.first, end: b.end})
		}
	}
	if len(all) > 0 {
		return all
	}
	for _, b := range s.blocks {
		if b.kind != item {
			all = append(all, parts(b)...)
		}
	}
	return all
}

// demands is the sentences and items of the section that ask something of who reads them.
func (s section) demands() []want {
	var all []want
	for _, b := range s.blocks {
		for _, w := range pieces(b) {
			if said(w.text).asksOfYou() {
				all = append(all, w)
			}
		}
	}
	return all
}

// pieces is what a block holds, whatever it asks for: an item, or sentences.
func pieces(b block) []want {
	if b.kind == item {
		return []want{{text: b.text, head: b.head, first: b.first, end: b.end}}
	}
	return sentencesOf(b)
}

// parts is what a paragraph asks for.
func parts(b block) []want {
	switch {
	case lineByLine(b.lines):
		var all []want
		for _, l := range b.lines {
			all = append(all, want{text: l.text, first: l.at, end: l.at + 1})
		}
		return all
	case strings.Count(b.text, ";") >= 2:
		return run(b)
	default:
		var all []want
		for _, w := range sentencesOf(b) {
			if !said(w.text).idle() {
				all = append(all, w)
			}
		}
		return all
	}
}

func sentencesOf(b block) []want {
	var all []want
	for _, text := range sentences(b.text) {
		all = append(all, want{text: text, first: b.first, end: b.end})
	}
	return all
}

// run is a paragraph that parts what it asks for by semicolons. Sentences after the last of them count where they ask.
func run(b block) []want {
	var all []want
	parts := strings.Split(b.text, ";")
	rest := sentences(parts[len(parts)-1])
	for i, p := range append(parts[:len(parts)-1:len(parts)-1], rest...) {
		p = strings.TrimSpace(p)
		if p != "" && (i < len(parts) || requires.MatchString(p) || marksNice(p)) {
			all = append(all, want{text: p, first: b.first, end: b.end})
		}
	}
	return all
}

var requires = pattern.New(`(?i)\b(required|essential|must|necessary|mandatory)\b`)

// lineByLine reports whether the lines of a paragraph are things of their own and not one text that was wrapped: each begins
// like a sentence, and none ends in the middle of one.
func lineByLine(lines []line) bool {
	if len(lines) < 2 {
		return false
	}
	for i, l := range lines {
		r, _ := utf8.DecodeRuneInString(l.text)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Lo, r) {
			return false
		}
		if i < len(lines)-1 && strings.HasSuffix(l.text, ",") {
			return false
		}
	}
	return true
}
