package detail

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/page"
	"candid/ui/text"
)

// readProof is a requirement for ears, a line of words: its number and label, what it was given, and its strongest statement. All of it
// is told of the one that one stands on, in as many rows as it needs.
func (m Model) readProof(i int, q model.Requirement) []string {
	p, g := m.proofs[i], m.theme.Glyphs
	told := []string{fmt.Sprintf("%d %s", m.number(q), q.Label), cellWords(m.cell(q))}
	if years := page.Years(p.sum, g.Dot); years != "" {
		told = append(told, years)
	}
	switch {
	case m.person.Readings == nil:
	case p.lines == 0:
		told = append(told, m.noLine(q.ID))
	default:
		lead := text.Count(p.lines, "line")
		if i == m.at {
			if where := page.Where(p.found, g); where != "" {
				lead += ", " + where
			}
		}
		told = append(told, lead+": "+statement(p))
	}
	words := strings.Join(told, ", ")
	if i != m.at {
		return []string{" " + m.theme.Text.Render(m.cut(words, m.width-2))}
	}
	var rows []string
	for n, line := range text.Lines(words, m.width-2) {
		lead := " "
		if n == 0 {
			lead = g.Cursor
		}
		rows = append(rows, lead+m.theme.Strong.Render(line))
	}
	return rows[:min(len(rows), max(2, m.bodyHeight()/2))]
}

// statement is the words of a strongest statement, in one line.
func statement(p proof) string {
	var words []string
	lines := p.reading.Lines
	for _, line := range lines[min(p.found.From, len(lines)):min(max(p.found.To, p.found.From), len(lines))] {
		words = append(words, strings.Fields(page.Bare(p.reading.Document, line))...)
	}
	return strings.Join(words, " ")
}

// cellWords is a cell of the strip in words.
func cellWords(c model.Cell) string {
	words := c.Value.String()
	if c.Value != model.Open {
		words = fmt.Sprintf("%c %v", c.Value.Digit(), c.Value)
	}
	if c.Behind {
		words += " before the change"
	}
	if c.Disagree {
		words += ", reviewers two apart"
	}
	return words
}
