package wording

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// width of s in terminal cells.
func width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// Capital begins s with a capital letter, unless its first word is a name that is written small, such as iOS or npm.
func Capital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if strings.IndexFunc(word, unicode.IsUpper) >= 0 || !strings.ContainsAny(word, "aeiouyäöüáéíóúàèâêîôû") {
		return s
	}
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// Shorten cuts s to cells with an ellipsis, at the end of a word if one ends in its second half.
func Shorten(s string, cells int) string {
	if width(s) <= cells {
		return s
	}
	short := head(s, cells-1)
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " .,:;") + "…"
}

// head is the longest beginning of s that is at most so many cells wide.
func head(s string, cells int) string {
	rest, state, end := s, -1, 0
	for rest != "" {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if cells -= w; cells < 0 {
			break
		}
		end += len(cluster)
	}
	return s[:end]
}

// Wordy reports whether r is a letter or a digit: what words are made of.
func Wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Unspaced reports whether r is of a script that is written without spaces between words.
func Unspaced(r rune) bool { return r >= 0x3005 && !unicode.Is(unicode.Hangul, r) }
