// Package text measures, cuts, pads and wraps what goes on the screen, in terminal cells: grapheme clusters, East Asian
// width as the terminal has it. Nothing else in the program counts width.
package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells s takes, styling sequences not counted.
func Width(s string) int { return ansi.StringWidth(s) }

// Cut is s in at most cells cells, ended by tail where something was cut.
func Cut(s string, cells int, tail string) string {
	if cells <= 0 {
		return ""
	}
	return ansi.Truncate(s, cells, tail)
}

// Fit is s in exactly cells cells: cut with tail, or padded with spaces on the right.
func Fit(s string, cells int, tail string) string {
	s = Cut(s, cells, tail)
	return s + Blank(cells-Width(s))
}

// FitRight is s in exactly cells cells: cut with tail, or padded with spaces on the left.
func FitRight(s string, cells int, tail string) string {
	s = Cut(s, cells, tail)
	return Blank(cells-Width(s)) + s
}

// Blank is n spaces; "" for n below 1.
func Blank(n int) string { return strings.Repeat(" ", max(0, n)) }

// Between is left and right at the two ends of a line of exactly cells cells; left is cut when both do not fit.
func Between(left, right string, cells int, tail string) string {
	right = Cut(right, cells, tail)
	room := cells - Width(right)
	if room <= 1 {
		return FitRight(right, cells, tail)
	}
	return Fit(Cut(left, room-1, tail), room, tail) + right
}

// Piece is a stretch of a wrapped line: bytes From to To of the text it was wrapped from.
type Piece struct{ From, To int }

// Wrap breaks s into lines of at most cells cells, between words where it can, and inside a word only where it is longer
// than a line. It gives byte ranges, so that what is known about s by position still holds. Spaces at a break belong to
// neither line. There is at least one piece, an empty one for an empty s.
func Wrap(s string, cells int) []Piece {
	cells = max(1, cells)
	var pieces []Piece
	from, used := 0, 0 // of the line being filled
	space := -1        // first byte of the last run of spaces in it
	after := -1        // the byte after that run
	state := -1
	for at, rest := 0, s; len(rest) > 0; {
		var cluster string
		var w int
		cluster, rest, w, state = next(rest, state)
		switch {
		case cluster == " ":
			if at != after || space < 0 {
				space = at
			}
			after = at + 1
		case used+w > cells && space > from:
			pieces = append(pieces, Piece{from, space})
			from, space = after, -1
			used = Width(s[from:at])
		case used+w > cells && at > from:
			pieces = append(pieces, Piece{from, at})
			from, used, space = at, 0, -1
		}
		at += len(cluster)
		used += w
	}
	end := len(strings.TrimRight(s, " "))
	return append(pieces, Piece{from, max(from, end)})
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
