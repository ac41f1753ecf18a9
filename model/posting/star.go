package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// starEndings are what German puts after a star inside a word to name all genders: "Mitarbeiter*in".
var starEndings = []string{"innen", "in", "er", "en", "r", "n", "e"}

// keepStars escapes the stars inside words that name all genders, which Markdown would take for emphasis.
func keepStars(source string) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(source); i++ {
		n := strings.IndexByte(source[i:], '*')
		if n < 0 {
			break
		}
		i += n
		if before, _ := utf8.DecodeLastRuneInString(source[:i]); unicode.IsLower(before) && endsAfter(source[i+1:]) {
			b.WriteString(source[from:i])
			b.WriteByte('\\')
			from = i
		}
	}
	if from == 0 {
		return source
	}
	return b.String() + source[from:]
}

// endsAfter reports whether s begins with one of the endings as the rest of a word.
func endsAfter(s string) bool {
	for _, e := range starEndings {
		if rest, ok := strings.CutPrefix(s, e); ok {
			if r, _ := utf8.DecodeRuneInString(rest); rest == "" || !unicode.IsLetter(r) && r != '*' {
				return true
			}
		}
	}
	return false
}
