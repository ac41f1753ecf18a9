package text

import (
	"strings"
	"unicode"
)

// Drawable is words that others chose, the name of a file or what an error says of it, as they may be put on a terminal: on one
// line, with a question mark for all that would steer it. What came through the cleaning of applications stays as it is.
func Drawable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u200c' || r == '\u200d': // some scripts are spelt with them
			return r
		case unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp), r == unicode.ReplacementChar:
			return '?'
		}
		return r
	}, s)
}
