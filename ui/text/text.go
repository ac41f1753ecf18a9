// Package text measures, cuts, pads and wraps what goes on the screen, in terminal cells: grapheme clusters, East Asian
// width as the terminal has it. Nothing else in the program counts width.
package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells s takes, styling sequences not counted.
func Width(s string) int {
	if cells, ok := simple(s); ok {
		return cells
	}
	if !doubtful(s) {
		return ansi.StringWidth(s)
	}
	total := 0
	for at := 0; at < len(s); {
		if n := sequence(s[at:]); n > 0 {
			at += n
			continue
		}
		cluster, w := next(s[at:])
		at += len(cluster)
		total += w
	}
	return total
}

// Cut is s in at most cells cells, ended by tail where something was cut. No cluster is cut in two.
func Cut(s string, cells int, tail string) string {
	if cells <= 0 {
		return ""
	}
	of, ok := simple(s)
	switch {
	case ok && of <= cells:
		return s
	case styled(s) && doubtful(s):
		return cutStyled(s, cells, Cut(tail, cells, ""))
	case styled(s):
		return ansi.Truncate(s, cells, Cut(tail, cells, ""))
	}
	left := cells - Width(tail)
	if left < 0 {
		tail, left = Cut(tail, cells, ""), 0
	}
	if ok {
		return s[:after(s, left)] + tail
	}
	used, keep := 0, 0 // keep: the bytes that leave room for the tail
	for at := 0; at < len(s); {
		cluster, w := next(s[at:])
		if used += w; used > cells {
			return s[:keep] + tail
		}
		at += len(cluster)
		if used <= left {
			keep = at
		}
	}
	return s
}

// cutStyled is Cut for a styled text whose width terminals differ about. Of what is cut off, the styling stays.
func cutStyled(s string, cells int, tail string) string {
	if Width(s) <= cells {
		return s
	}
	var out strings.Builder
	left, over := cells-Width(tail), false
	for at := 0; at < len(s); {
		if n := sequence(s[at:]); n > 0 {
			out.WriteString(s[at : at+n])
			at += n
			continue
		}
		cluster, w := next(s[at:])
		at += len(cluster)
		if over {
			continue
		}
		if left -= w; left < 0 {
			out.WriteString(tail)
			over = true
			continue
		}
		out.WriteString(cluster)
	}
	return out.String()
}

// after is the byte after the first n characters of s.
func after(s string, n int) int {
	for i := range s {
		if n--; n < 0 {
			return i
		}
	}
	return len(s)
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

// blanks is what Blank cuts from.
const blanks = "                                                                                                                                                                                                        "

// Blank is n spaces; "" for n below 1.
func Blank(n int) string {
	switch {
	case n < 1:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	default:
		return strings.Repeat(" ", n)
	}
}

// Between is left and right at the two ends of a line of exactly cells cells; left is cut when both do not fit.
func Between(left, right string, cells int, tail string) string {
	right = Cut(right, cells, tail)
	room := cells - Width(right)
	if room <= 1 {
		return FitRight(right, cells, tail)
	}
	return Fit(Cut(left, room-1, tail), room, tail) + right
}
