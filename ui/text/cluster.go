package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// next is the first grapheme cluster of s, which is not empty, and how many cells it takes.
func next(s string) (cluster string, cells int) {
	if printable(s[0]) && (len(s) == 1 || s[1] < 0x80) {
		return s[:1], 1
	}
	cluster, _ = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if cluster == "" {
		cluster = s[:1]
	}
	return cluster, ansi.StringWidth(cluster)
}

func printable(b byte) bool { return b >= ' ' && b < 0x7f }

// simple reports whether every byte of s is a character of one cell.
func simple(s string) bool {
	for i := range len(s) {
		if !printable(s[i]) {
			return false
		}
	}
	return true
}

// styled reports whether s may hold styling sequences.
func styled(s string) bool { return strings.IndexByte(s, 0x1b) >= 0 }
