package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"candid/model"
	"candid/ui/text"

	"github.com/charmbracelet/x/term"
)

// writeJSON writes one JSON value, indented.
func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(value)
}

// table writes rows in columns as wide as their widest cell; the last column is as it is. On a terminal that is narrower,
// the columns of shrink give way, one after the other, down to so many cells.
func table(w io.Writer, rows [][]string, shrink ...narrowing) error {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], text.Width(cell))
		}
	}
	if columns := columnsOf(w); columns > 0 {
		narrow(rows, widths, columns, shrink)
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			if i == len(row)-1 {
				line += cell
				continue
			}
			line += text.Fit(cell, widths[i], "") + "  "
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// narrowing is a column that may be cut, and how many cells of it stay.
type narrowing struct{ column, least int }

// narrow cuts columns until a row has room in so many cells, as far as it may.
func narrow(rows [][]string, widths []int, columns int, shrink []narrowing) {
	over := 2*(len(widths)-1) - columns
	for _, cells := range widths {
		over += cells
	}
	for _, s := range shrink {
		if s.column >= len(widths) || over <= 0 {
			continue
		}
		less := min(over, max(0, widths[s.column]-s.least))
		widths[s.column] -= less
		over -= less
		for _, row := range rows {
			row[s.column] = text.Cut(row[s.column], widths[s.column], "…")
		}
	}
}

// columnsOf is how many cells a line of the terminal has; 0 for what is no terminal.
func columnsOf(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return 0
	}
	columns, _, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return columns
}

// strip is the cells of a row as text.
func strip(role model.Role, cells []model.Cell) string {
	s := ""
	for i, q := range role.Checklist.Application() {
		if i > 0 && q.Priority == model.Nice && role.Checklist.Application()[i-1].Priority == model.Must {
			s += " "
		}
		s += string(cells[i].Rune())
	}
	return s
}
