package text

import (
	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// next splits the first grapheme cluster off s. state is -1 for the first call and what the last call gave after that.
func next(s string, state int) (cluster, rest string, cells, newState int) {
	cluster, rest, _, newState = uniseg.FirstGraphemeClusterInString(s, state)
	return cluster, rest, ansi.StringWidth(cluster), newState
}
