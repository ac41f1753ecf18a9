package page

import (
	"strings"

	"candid/ui/text"
)

// A document's table comes a row a line, its cells parted by bars. Where it is narrow enough its columns are set under each other.
const (
	bar        = " | "
	tableCells = 56 // the widest table that is, in cells
)

// align sets the cells of tables under each other: of neighbouring lines with as many cells.
func align(lines []paragraph) {
	for from := 0; from < len(lines); {
		n := strings.Count(lines[from].body.text, bar)
		to := from + 1
		for n > 0 && to < len(lines) && strings.Count(lines[to].body.text, bar) == n {
			to++
		}
		if n > 0 && to-from > 1 {
			alignTable(lines[from:to])
		}
		from = to
	}
}

func alignTable(lines []paragraph) {
	var widths []int
	for _, l := range lines {
		for i, cell := range strings.Split(l.body.text, bar) {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], text.Width(cell))
		}
	}
	all := len(bar) * (len(widths) - 1)
	for _, w := range widths {
		all += w
	}
	if all > tableCells {
		return
	}
	for i, l := range lines {
		b := builder{from: l.body}
		at := 0
		for n, cell := range strings.Split(l.body.text, bar) {
			end := at + len(cell)
			b.keep(at, end)
			if end < len(l.body.text) {
				b.put(text.Blank(widths[n]-text.Width(cell)), l.body.source(end))
				b.keep(end, end+len(bar))
			}
			at = end + len(bar)
		}
		lines[i].body = b.run()
	}
}
