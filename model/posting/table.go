package posting

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The most that is drawn as a table; what has more, or holds blocks, only laid out a page.
const (
	maxCells     = 400
	maxCellBytes = 300
)

// row is a row of a table.
type row struct {
	cells  []*html.Node
	header bool // every cell is one
}

// rows is the rows of a table, those of tables inside it left out.
func rows(table *html.Node) []row {
	var all []row
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type != html.ElementNode || clutter(c):
			case c.DataAtom == atom.Tr:
				r := row{header: true}
				for d := c.FirstChild; d != nil; d = d.NextSibling {
					if d.DataAtom == atom.Td || d.DataAtom == atom.Th {
						r.cells = append(r.cells, d)
						r.header = r.header && d.DataAtom == atom.Th
					}
				}
				if len(r.cells) > 0 {
					all = append(all, r)
				}
			case c.DataAtom != atom.Table:
				walk(c)
			}
		}
	}
	walk(table)
	return all
}

func (m *markdown) table(n *html.Node) {
	m.flush()
	all := rows(n)
	cells, ok := drawn(all)
	if !ok || m.lists > 0 {
		if m.lists > 0 || !m.columns(all) {
			for _, r := range all {
				m.row(r)
			}
		}
		return
	}
	wide := 0
	for _, r := range cells {
		wide = max(wide, len(r))
	}
	var lines []string
	draw := func(r []string) {
		line := "|"
		for i := range wide {
			if i < len(r) && r[i] != "" {
				line += " " + r[i]
			}
			line += " |"
		}
		lines = append(lines, line)
	}
	if all[0].header {
		draw(cells[0])
		cells = cells[1:]
	} else {
		draw(nil)
	}
	lines = append(lines, "|"+strings.Repeat(" --- |", wide))
	for _, r := range cells {
		draw(r)
	}
	m.write(lines)
}

// columns writes a table whose first row names what is asked in one column and what is welcome in another, column by column,
// and reports whether it is one.
func (m *markdown) columns(all []row) bool {
	if len(all) < 2 {
		return false
	}
	var names []string
	for _, c := range all[0].cells {
		names = append(names, wordsOf(c))
	}
	named := askingColumns(names)
	for _, i := range named {
		m.term(all[0].cells[i], nil)
		for _, r := range all[1:] {
			if i < len(r.cells) {
				m.children(r.cells[i])
				m.flush()
			}
		}
	}
	return named != nil
}

// row writes a row of a table that only lays out a page: a name and what it is about, or cell after cell.
func (m *markdown) row(r row) {
	if len(r.cells) == 2 && !r.header && m.lists == 0 && !holdsBlocks(r.cells[0]) && short(wordsOf(r.cells[0])) {
		m.term(r.cells[0], r.cells[1])
		return
	}
	for _, c := range r.cells {
		m.children(c)
		m.flush()
	}
}

// drawn is the words of the cells, if the rows can be drawn as a table: two columns or more, of a few words each.
func drawn(all []row) ([][]string, bool) {
	count, wide := 0, 0
	for _, r := range all {
		count += len(r.cells)
		wide = max(wide, len(r.cells))
	}
	if wide < 2 || count > maxCells {
		return nil, false
	}
	var cells [][]string
	for _, r := range all {
		var words []string
		for _, c := range r.cells {
			if holdsBlocks(c) || wide == 2 && manyLines(c) {
				return nil, false
			}
			var sub markdown
			sub.children(c)
			sub.flush()
			s := strings.Join(strings.Fields(strings.Join(sub.lines, " ")), " ")
			if len(s) > maxCellBytes {
				return nil, false
			}
			words = append(words, strings.ReplaceAll(s, "|", `\|`))
		}
		cells = append(cells, words)
	}
	return cells, true
}
