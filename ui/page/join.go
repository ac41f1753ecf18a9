package page

import (
	"unicode"
	"unicode/utf8"

	"candid/model/outline"
)

// Many a document comes line by line as its page was set: a paragraph of it goes over several lines, which on a screen of
// another width would be ragged. They are joined here, for the eye alone: evidence, quotes and selections count in the lines of
// the document.

// join makes paragraphs of lines that go on in the next.
func join(lines []paragraph, o outline.Outline) []paragraph {
	joined := make([]paragraph, 0, len(lines))
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && o.Lines[to-1].More {
			to++
		}
		joined = append(joined, one(lines[from:to]))
		from = to
	}
	return joined
}

// unspaced reports whether words with r are written without blanks between them.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3001 && r <= 0x300d || r == '，' || r == '（' || r == '）'
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
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
