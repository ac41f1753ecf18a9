package text

import (
	"unicode"
	"unicode/utf8"
)

// Piece is a stretch of a wrapped line: bytes From to To of the text it was wrapped from.
type Piece struct{ From, To int }

// Wrap breaks s, which holds no styling, into lines of at most cells cells: between words, beside Chinese and Japanese
// characters, and inside a word only where it is longer than a line. It gives byte ranges, so that what is known about s by
// position still holds. Spaces at a break belong to neither line; those that s begins with belong to the first. There is at
// least one piece, an empty one for an empty s.
func Wrap(s string, cells int) []Piece {
	cells = max(1, cells)
	var pieces []Piece
	from, used := 0, 0              // of the line being filled
	end, start, before := -1, -1, 0 // of the last place to break at: the line's end, the next one's start, the cells up to that
	words := 0                      // where the last word so far ends
	last := ""                      // the cluster before
	for at := 0; at < len(s); {
		cluster, w := next(s[at:])
		switch {
		case cluster == " ":
			if last != " " {
				end = at
			}
			start, before = at+1, used+1
		case last != "" && last != " " && partable(last, cluster):
			end, start, before = at, at, used
		}
		if cluster != " " && used+w > cells && end > from {
			pieces = append(pieces, Piece{from, end})
			from, used = start, used-before
			before = 0
		}
		if cluster != " " && used+w > cells && at > from {
			pieces = append(pieces, Piece{from, min(at, from+max(cells, words-from))}) // of blanks alone, no more than fit
			from, used = at, 0
		}
		at += len(cluster)
		used += w
		if last = cluster; cluster != " " {
			words = at
		}
	}
	return append(pieces, Piece{from, max(from, words)})
}

// Lines is Wrap as strings.
func Lines(s string, cells int) []string {
	pieces := Wrap(s, cells)
	lines := make([]string, len(pieces))
	for i, p := range pieces {
		lines[i] = s[p.From:p.To]
	}
	return lines
}

// partable reports whether a line may end between two clusters that no space parts: beside an ideograph or kana, unless the
// second closes something or the first opens it.
func partable(a, b string) bool {
	if a[0] < 0x80 && b[0] < 0x80 {
		return false
	}
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	if !spaceless(x) && !spaceless(y) {
		return false
	}
	return !unicode.In(y, unicode.Pe, unicode.Pf, unicode.Po, unicode.Lm, unicode.Mn) && !unicode.In(x, unicode.Ps, unicode.Pi) &&
		y != '\u00a0' && x != '\u00a0' && y != '\u2060' && x != '\u2060'
}

// spaceless reports whether r is of a script that puts no spaces between words, and may be broken at nearly every character.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff60
}
