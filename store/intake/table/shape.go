package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
	"candid/store/intake/content"
)

// maxAbove is how many rows may stand above the header: a title, the day of the export, a filter.
const maxAbove = 20

// shape makes a table of rows: it finds the header, gives every row as many cells, and leaves out what is no row of the table.
// It reports false when nothing is left. The problem says what was cut.
func shape(name string, records []record) (t content.Table, ok bool, problem *model.Problem) {
	if len(records) == 0 {
		return t, false, nil
	}
	at, named := headerAt(records)
	width := 0
	for _, r := range records[at:] {
		width = max(width, lastFilled(r.cells))
	}
	c := cutter{}
	if width > maxColumns {
		width = maxColumns
		c.say(fmt.Sprintf("more than %d columns: those past that are left out", maxColumns))
	}
	t.Name = c.cell(name)
	t.Header = make([]string, width)
	rows := records[at:]
	if named {
		for i, cell := range rows[0].cells[:min(len(rows[0].cells), width)] {
			t.Header[i] = strings.Join(strings.Fields(c.cell(cell)), " ")
		}
		rows = rows[1:]
	}
	for i, r := range rows {
		if isHeader(r.cells) || named && slices.Equal(r.cells, records[at].cells) || i >= len(rows)-3 && isTotal(r.cells) {
			continue // a header once more, where exports were joined; the last row, where columns are added up
		}
		if len(t.Rows) == maxRows {
			c.say(fmt.Sprintf("more than %d rows: those past that are left out", maxRows))
			break
		}
		cells := make([]string, width)
		for j, cell := range r.cells[:min(len(r.cells), width)] {
			cells[j] = c.cell(cell)
		}
		if c.total > maxTable || len(t.Rows)*width > maxCells {
			c.say(fmt.Sprintf("too large: what comes after row %d is left out", r.row))
			break
		}
		t.Rows = append(t.Rows, cells)
		t.Lines = append(t.Lines, r.row)
	}
	dropEmpty(&t)
	nameColumns(t.Header)
	return t, len(t.Rows) > 0, c.problem
}

// cutter keeps cells within their limits.
type cutter struct {
	total   int
	problem *model.Problem
}

func (c *cutter) say(what string) {
	if c.problem == nil {
		c.problem = refused(what, "part the table and add the parts")
	}
}

func (c *cutter) cell(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > maxCell {
		for s = s[:maxCell]; s != "" && !utf8.ValidString(s[len(s)-min(len(s), utf8.UTFMax):]); {
			s = s[:len(s)-1]
			if r, _ := utf8.DecodeLastRuneInString(s); r != utf8.RuneError {
				break
			}
		}
		c.say(fmt.Sprintf("a cell longer than %d KB, which is cut", maxCell>>10))
	}
	c.total += len(s)
	return s
}

// headerAt is where the table begins, and whether that row is its header: the first row nearly as wide as the table that
// reads like one. A table whose first row holds somebody's e-mail address or telephone number has none.
func headerAt(records []record) (at int, named bool) {
	l := words()
	width := usualWidth(records)
	first := -1
	for i, r := range records[:min(len(records), maxAbove)] {
		if knownCells(l, r.cells) >= 2 && !holdsData(r.cells) {
			return i, true
		}
		if first < 0 && filled(r.cells)*5 >= width*3 {
			first = i
		}
	}
	if first < 0 {
		first = 0
	}
	cells := records[first].cells
	switch {
	case holdsData(cells):
		return first, false
	case knownCells(l, cells) > 0:
		return first, true
	}
	// Neither known words nor data: a header when the rows below hold what it does not, such as addresses and numbers.
	return first, len(records) > first+1 && holdsData(records[first+1].cells)
}

// usualWidth is how many cells the rows of a table have filled, by the middle row.
func usualWidth(records []record) int {
	var widths []int
	for _, r := range records[:min(len(records), sampleRecords)] {
		widths = append(widths, filled(r.cells))
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}

func filled(cells []string) int {
	n := 0
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// knownCells is how many cells of a row the list of headers knows.
func knownCells(l lexicon, cells []string) int {
	n := 0
	for _, cell := range cells[:min(len(cells), maxColumns)] {
		if len(cell) <= longestName {
			if _, ok := l.look(cell); ok {
				n++
			}
		}
	}
	return n
}

// isHeader reports whether a row below the header reads like one: most of its cells are known headers, three at least.
func isHeader(cells []string) bool {
	l := words()
	if knownCells(l, cells[:min(len(cells), 3)]) == 0 {
		return false // nearly all rows, and cheaply
	}
	n := knownCells(l, cells)
	return n >= 3 && n*2 > filled(cells) && !holdsData(cells)
}

// longestName is how long, in bytes, a header is looked up in the list.
const longestName = 100

// holdsData reports whether a cell is something that stands below headers: an address, a link, a day, a number of some length.
func holdsData(cells []string) bool {
	return slices.ContainsFunc(cells, func(cell string) bool {
		cell = strings.TrimSpace(cell)
		if len(cell) > longestName {
			return false // a long question may hold anything
		}
		digits := strings.IndexFunc(cell, unicode.IsDigit) >= 0
		return isEmail(cell) || isLink(cell) || digits && (isPhone(cell) || isNumber(cell) || isDay(cell))
	})
}

var totalWords = []string{"total", "totals", "grandtotal", "sum", "summe", "gesamt", "gesamtsumme", "count", "somme", "totale", "totaal", "razem", "итого", "всего", "合計", "合计", "총계"}

// isTotal reports whether a row adds up its columns: the word and numbers, and nothing else.
func isTotal(cells []string) bool {
	said := false
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		word := strings.TrimRight(key(strings.TrimRight(cell, "0123456789.,: ")), " ")
		switch {
		case cell == "":
		case !said && slices.Contains(totalWords, word):
			said = true
		case isNumber(cell):
		default:
			return false
		}
	}
	return said
}

// dropEmpty takes out the columns that have neither a header nor a value.
func dropEmpty(t *content.Table) {
	keep := make([]bool, len(t.Header))
	all := true
	for i, h := range t.Header {
		keep[i] = h != "" || slices.ContainsFunc(t.Rows, func(row []string) bool { return row[i] != "" })
		all = all && keep[i]
	}
	if all {
		return
	}
	kept := func(cells []string) []string {
		var out []string
		for i, cell := range cells {
			if keep[i] {
				out = append(out, cell)
			}
		}
		return out
	}
	t.Header = kept(t.Header)
	for i, row := range t.Rows {
		t.Rows[i] = kept(row)
	}
}

// nameColumns gives every column a name of its own: "column 3" where the header has none, "Answer (2)" where it has it twice.
func nameColumns(header []string) {
	taken := map[string]bool{}
	for _, h := range header {
		taken[h] = true
	}
	seen := map[string]int{}
	for i, h := range header {
		if h == "" {
			h = fmt.Sprintf("column %d", i+1)
		}
		name := h
		if seen[h] > 0 || header[i] == "" && taken[h] {
			for n := seen[h] + 1; taken[name] || name == h; n++ {
				name = fmt.Sprintf("%s (%d)", h, n)
			}
			taken[name] = true
		}
		seen[h]++
		header[i] = name
	}
}

// unnamed reports whether a header is made up, where the table has none.
func unnamed(header []string) bool {
	for i, h := range header {
		if h != fmt.Sprintf("column %d", i+1) {
			return false
		}
	}
	return true
}
