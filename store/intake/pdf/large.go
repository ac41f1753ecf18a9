package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	standsOut = 1.15 // how many times larger than most of a page the words are that stand out
	maxLarge  = 120  // bytes: more is no name and no title
	initials  = 2    // letters in a circle are no name; a character of Chinese counts for more
)

// large gives the words that are set largest on a page, joined over the lines that they take; "" when none stand out.
func large(words []word) string {
	var lines []line
	var sizes []float64
	for _, l := range leaves(words) {
		lines = append(lines, l.lines()...)
	}
	most := 0.0
	for i := range lines {
		l := &lines[i]
		l.em = named(l.words)
		most = max(most, l.em)
		for _, w := range l.words {
			for range utf8.RuneCountInString(w.text) {
				sizes = append(sizes, w.em)
			}
		}
	}
	if most < standsOut*typical(sizes) {
		return ""
	}
	var out []string
	var last line
	for _, l := range lines {
		if l.em > 1.05*most || l.em < 0.95*most {
			continue
		}
		if len(out) > 0 && (l.base < last.base || l.base-last.base > 2*most) {
			break // another heading of that size
		}
		kept := l
		kept.words = nil
		for _, w := range l.words {
			if w.em > 0.7*most && w.em < 1.05*most && (lettersIn(w.text) > 0 || len(kept.words) > 0) {
				kept.words = append(kept.words, w)
			}
		}
		out = append(out, strings.TrimPrefix(kept.text(), string(bullet)+" "))
		last = l
	}
	if text := strings.Join(out, " "); len(text) <= maxLarge {
		return text
	}
	return ""
}

// named is the largest size in which enough letters of a line are set for a name; 0 when there is none.
func named(words []word) float64 {
	most := 0.0
	words = words[:min(len(words), 100)]
	for _, w := range words {
		letters := 0
		for _, v := range words {
			if v.em > 0.9*w.em && v.em < 1.05*w.em {
				letters += lettersIn(v.text)
			}
		}
		if letters > initials {
			most = max(most, w.em)
		}
	}
	return most
}

func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r >= 0x2e80 && unicode.IsLetter(r):
			n += 2
		case unicode.IsLetter(r):
			n++
		}
	}
	return n
}
