package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"candid/model"
)

// writeCSV writes one row a candidate and one column a requirement: its digit, empty when open, ~ when rated before a change.
func writeCSV(w io.Writer, s Shortlist) error {
	strip := s.Role.Checklist.Application()
	out := csv.NewWriter(w)
	head := []string{"rank", "candidate", "email", "stage", "reason", "low", "high", "gate", "reviews", "recommendations", "tags"}
	for _, q := range strip {
		head = append(head, place(s.Role, q)+" "+q.Label)
	}
	rows := [][]string{head}
	for i, c := range NewList(s.Role, s.Rows).Candidates {
		row := []string{"", c.Name, c.Email, c.Stage, c.Reason, bound(c.Low), bound(c.High), s.Role.Checklist.GateWords(s.Rows[i].Score), strconv.Itoa(c.Reviews), "", strings.Join(c.Tags, ", ")}
		if c.Rated {
			row[0] = strconv.Itoa(c.Rank)
		}
		if i < len(s.Records) {
			row[9] = strings.Join(s.recommendations(s.Records[i]), "; ")
		}
		for k := range strip {
			row = append(row, cellText(s.Rows[i], k))
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = guard(cell)
		}
	}
	return out.WriteAll(rows)
}

// guard keeps a spreadsheet from taking a cell for a formula, and a cell on its line.
func guard(s string) string {
	trimmed := strings.TrimLeft(s, " \u00a0\u3000")
	if trimmed != "" && strings.ContainsAny(firstLetter(trimmed), "=+-@\t\r\n＝＋－＠") {
		s = "'" + s
	}
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(s)
}

func firstLetter(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// bound is one end of a score range; "" when nothing is rated.
func bound(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', 1, 64)
}

// cellText is one cell of the strip as text: a digit, "~", or "" when open.
func cellText(row model.Row, column int) string {
	if column >= len(row.Cells) {
		return ""
	}
	switch cell := row.Cells[column]; {
	case cell.Behind:
		return "~"
	case cell.Value == model.Open:
		return ""
	default:
		return string(cell.Value.Digit())
	}
}

// place is where a requirement stands: "must 3".
func place(role model.Role, q model.Requirement) string {
	return q.Priority.String() + " " + strconv.Itoa(role.Checklist.Number(q.ID))
}

// recommendations is what each reviewer recommends: "Ana: yes".
func (s Shortlist) recommendations(r model.Record) []string {
	var out []string
	for _, x := range r.Reviews {
		if x.Recommendation != model.NoRecommendation {
			text := s.reviewer(x.Reviewer) + ": " + x.Recommendation.String()
			if x.Submitted == 0 {
				text += " (draft)"
			}
			out = append(out, text)
		}
	}
	return out
}
