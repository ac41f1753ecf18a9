package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table writes a table: a line for a row where all cells are of one line, else cell after cell, as in tables that only lay
// out a page.
func (p *page) table(w *writer, n *html.Node, l look) error {
	t := layout{page: p}
	if err := t.rows(n, l); err != nil {
		return err
	}
	w.take(t.before)
	for _, row := range t.cells {
		if t.oneLiners && attr(n, "role") != "presentation" {
			var cells []string
			for _, cell := range row {
				cells = append(cells, strings.Join(cell, " "))
			}
			line := strings.TrimRight(strings.Join(cells, " | "), " |")
			for strings.Contains(line, " |  | ") {
				line = strings.ReplaceAll(line, " |  | ", " | | ")
			}
			if line = strings.TrimLeft(line, " |"); line != "" {
				w.take([]string{line})
			}
			continue
		}
		for _, cell := range row {
			w.take(cell)
		}
	}
	return nil
}

// layout is the cells of a table, each laid out by itself.
type layout struct {
	page   *page
	before []string     // the caption
	cells  [][][]string // rows of cells of lines
	// oneLiners is that there is a row of several cells, and no cell of several lines.
	oneLiners, longer bool
}

func (t *layout) rows(n *html.Node, around look) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || nothing[c.DataAtom] {
			continue
		}
		l := t.page.style.look(c, around)
		if l.gone && !around.counted {
			if err := t.page.apart(c, l); err != nil {
				return err
			}
			continue
		}
		var err error
		switch c.DataAtom {
		case atom.Tbody, atom.Thead, atom.Tfoot:
			err = t.rows(c, l)
		case atom.Tr:
			err = t.row(c, l)
		default:
			inside := &writer{page: t.page}
			err = t.page.children(inside, c, l)
			inside.end()
			t.before = append(t.before, inside.lines...)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *layout) row(n *html.Node, around look) error {
	var row [][]string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		l := t.page.style.look(c, around)
		if l.gone && !around.counted {
			if err := t.page.apart(c, l); err != nil {
				return err
			}
			continue
		}
		inside := &writer{page: t.page}
		if err := t.page.children(inside, c, l); err != nil {
			return err
		}
		inside.end()
		row = append(row, inside.lines)
		t.longer = t.longer || len(inside.lines) > 1 || len(inside.lines) == 1 && marked(inside.lines[0])
	}
	t.cells = append(t.cells, row)
	t.oneLiners = !t.longer && (t.oneLiners || len(row) > 1)
	return nil
}

// marked reports whether a line is a heading or an item of a list.
func marked(line string) bool { return strings.HasPrefix(line, "#") || strings.HasPrefix(line, "• ") }
