package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// next is the first grapheme cluster of s, which is not empty, and how many cells it takes.
func next(s string) (cluster string, cells int) {
	if size := leading(s); size > 0 && (size == len(s) || s[size] < 0x80 || leading(s[size:]) > 0) {
		return s[:size], 1
	}
	cluster, _ = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if cluster == "" {
		cluster = s[:1]
	}
	return cluster, widest(cluster)
}

// widest is how many cells a cluster takes. Some terminals count letters by cluster, some each for itself with its vowel
// sign: of those it is what the second kind takes, so that no letter is written over. Of emoji and flags it is what the first
// kind takes.
func widest(cluster string) int {
	n := ansi.StringWidth(cluster)
	first, _ := utf8.DecodeRuneInString(cluster)
	if !doubtful(cluster) || !unicode.IsLetter(first) || unicode.Is(unicode.Hangul, first) {
		return n
	}
	each := 0
	for _, r := range cluster {
		switch {
		case unicode.Is(unicode.Mc, r):
			each++
		case !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			each += ansi.StringWidth(string(r))
		}
	}
	return max(n, each)
}

// leading is how many bytes the character has that s begins with, if it is one that simple knows; else 0.
func leading(s string) int {
	if printable(s[0]) {
		return 1
	}
	if r, size := utf8.DecodeRuneInString(s); single(r) {
		return size
	}
	return 0
}

func printable(b byte) bool { return b >= ' ' && b < 0x7f }

// simple counts the cells of s where every character of it is one; false where there is one to look at more closely. Most of
// what is drawn is simple, and looking closely costs fifty times as much.
func simple(s string) (cells int, ok bool) {
	for i := 0; i < len(s); {
		size := leading(s[i:])
		if size == 0 {
			return 0, false
		}
		i += size
		cells++
	}
	return cells, true
}

// single reports whether r, beyond ASCII, takes one cell and joins with nothing beside it that is single or ASCII: Latin
// letters, and what the program draws with.
func single(r rune) bool {
	switch {
	case r >= 0xa0 && r <= 0x24f:
		return r != 0xad
	case r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x2193, r >= 0x2500 && r <= 0x259f:
		return true
	}
	return r == '‹' || r == '≈' || r == '●' || r == '✓'
}

// styled reports whether s may hold styling sequences.
func styled(s string) bool { return strings.IndexByte(s, 0x1b) >= 0 }
