package office

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// long is the number of letters from which a paragraph takes several lines of a page. A blank line parts two such ones:
// their ends could not be seen otherwise.
const long = 120

// render is the lines of blocks, with no blank line at either end and never two of them.
func render(blocks []block) []string {
	var out []string
	blank := func() {
		if len(out) > 0 && out[len(out)-1] != "" {
			out = append(out, "")
		}
	}
	swallow, wordy := false, false
	for _, b := range blocks {
		if b.rows != nil {
			for _, row := range b.rows {
				out = append(out, renderRow(row)...)
			}
			swallow, wordy = false, false
			continue
		}
		if len(b.lines) == 0 {
			if !swallow {
				blank()
			}
			continue
		}
		now := !b.item && slices.ContainsFunc(b.lines, func(s string) bool { return utf8.RuneCountInString(s) > long })
		if b.heading && !swallow || now && wordy {
			blank()
		}
		out = append(out, b.lines...)
		swallow, wordy = b.heading, now
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

const (
	between  = " | " // the cells of a row
	widest   = 160   // letters of a row on one line
	narrow   = 40    // letters of a line of a narrow cell
	fewLines = 3     // of a cell that is still one thing
)

// renderRow is the lines of a row: its cells side by side where each is one line, and one below the other where one of them
// is a column of the page.
func renderRow(row []cell) []string {
	var cells [][]string
	for _, c := range row {
		if lines := render(c); len(lines) > 0 {
			cells = append(cells, lines)
		}
	}
	if len(cells) == 0 {
		return nil
	}
	if len(cells) == 1 {
		return cells[0]
	}
	if line, ok := sideBySide(cells); ok {
		return []string{line}
	}
	var out []string
	for _, lines := range cells {
		// A column stands apart from what is beside it; a date before it belongs to it.
		if len(out) > 1 && len(lines) > 1 && out[len(out)-1] != "" {
			out = append(out, "")
		}
		out = append(out, lines...)
	}
	return out
}

// sideBySide is a row on one line, where it is one of a table: each cell one line, or three and more narrow ones of a few.
func sideBySide(cells [][]string) (string, bool) {
	joined, all := make([]string, len(cells)), 0
	for i, lines := range cells {
		if len(lines) > 1 {
			if len(cells) < 3 || len(lines) > fewLines {
				return "", false
			}
			for _, line := range lines {
				if utf8.RuneCountInString(line) > narrow || strings.HasPrefix(strings.TrimSpace(line), bullet) || line == "" {
					return "", false
				}
			}
		}
		joined[i] = strings.Join(lines, " ")
		all += utf8.RuneCountInString(joined[i])
	}
	return strings.Join(joined, between), all <= widest || len(cells) > 2
}
