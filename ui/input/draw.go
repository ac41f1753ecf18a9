package input

import (
	"strings"

	"candid/ui/text"

	"github.com/rivo/uniseg"
)

// span is one line as it is drawn: bytes of the text.
type span struct{ from, to int }

// rows is the text as it is wrapped, a cell left free at the end of each line for the cursor.
func (i Input) rows() []span {
	var rows []span
	from := 0
	for paragraph := range strings.SplitSeq(i.text, "\n") {
		pieces := text.Wrap(paragraph, i.cells-1)
		for n, p := range pieces {
			if n == len(pieces)-1 {
				p.To = len(paragraph) // the spaces that were typed last: the cursor stands behind them
			}
			rows = append(rows, span{from + p.From, from + p.To})
		}
		from += len(paragraph) + 1
	}
	return rows
}

// in is the row that the cursor stands in.
func (i Input) in(rows []span) int {
	for n := len(rows) - 1; n > 0; n-- {
		if rows[n].from <= i.at {
			return n
		}
	}
	return 0
}

// row moves the cursor to the same cell of another row, as far as that is long.
func (i Input) row(by int) Input {
	rows := i.rows()
	n := i.in(rows)
	to := n + by
	if to < 0 || to >= len(rows) {
		return i
	}
	cells := text.Width(i.text[rows[n].from:min(i.at, rows[n].to)])
	i.at = rows[to].from + len(text.Cut(i.text[rows[to].from:rows[to].to], cells, ""))
	return i
}

// Rows is how many lines all of the text takes.
func (i Input) Rows() int { return len(i.rows()) }

// Lines draws the part of a paragraph around the cursor: at most lines lines, none wider than its size. cursor is how the
// cursor is drawn, one cell wide; style is how the text is, without changing its width.
func (i Input) Lines(lines int, cursor string, style func(string) string) []string {
	rows := i.rows()
	here := i.in(rows)
	first := min(max(0, here-lines+1), max(0, len(rows)-lines))
	var drawn []string
	for n := first; n < min(len(rows), first+lines); n++ {
		r := rows[n]
		if n != here {
			drawn = append(drawn, style(text.Cut(i.text[r.from:r.to], i.cells, "")))
			continue
		}
		at := min(i.at, r.to)
		before := text.Cut(i.text[r.from:at], i.cells-1, "")
		after := text.Cut(i.text[at:r.to], i.cells-1-text.Width(before), "")
		drawn = append(drawn, style(before)+cursor+style(after))
	}
	return drawn
}

// View draws a single line: the part of it around the cursor, no wider than its size.
func (i Input) View(cursor string, style func(string) string) string {
	before, after := i.text[:i.at], i.text[i.at:]
	for text.Width(before) > i.cells-1 {
		cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(before, -1)
		before = before[len(cluster):]
	}
	after = text.Cut(after, i.cells-1-text.Width(before), "")
	return style(before) + cursor + style(after)
}
