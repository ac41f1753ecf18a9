package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"candid/model"
	"candid/ui/text"
)

// writeJSON writes one JSON value, indented.
func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(value)
}

// table writes rows in columns as wide as their widest cell; the last column is as it is.
func table(w io.Writer, rows [][]string) error {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], text.Width(cell))
		}
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
