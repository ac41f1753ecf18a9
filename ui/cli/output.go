package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

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

// scoreWords is a score as the list has it: 83–91, one number when nothing is open, – when nothing is rated.
func scoreWords(s model.Score) string {
	low, high := math.Round(s.Low), math.Round(s.High)
	switch {
	case !s.Rated:
		return "–"
	case low == high:
		return fmt.Sprint(low)
	default:
		return fmt.Sprintf("%v–%v", low, high)
	}
}

// gateWords names the gated requirements that are not met, or disputed; "" when all is well.
func gateWords(role model.Role, s model.Score) string {
	ids, word := s.NotMet, "not met"
	if len(ids) == 0 {
		ids, word = s.Disputed, "disputed"
	}
	if len(ids) == 0 {
		return ""
	}
	line, last := "", model.Nice+1
	for _, id := range ids {
		q, _ := role.Checklist.Requirement(id)
		if q.Priority != last {
			line += q.Priority.String() + " "
			last = q.Priority
		}
		line += fmt.Sprint(role.Checklist.Number(id)) + " "
	}
	return line + word
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
