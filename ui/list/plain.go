package list

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/text"
)

// The list for ears: a person a line, and of the one under the cursor all that the columns would tell, in words.

// readRows is the rows in so many lines, from the first in sight on. All of the one under the cursor is among them.
func (m Model) readRows(lines int) []string {
	var read []string
	for i := m.top; i < len(m.shown) && len(read) < lines; i++ {
		if i != m.cursor {
			read = append(read, " "+m.theme.Text.Render(text.Cut(m.inShort(i), m.width-1, m.theme.Glyphs.Ellipsis)))
			continue
		}
		here := text.Lines(m.inWords(i), m.width-2)
		here = here[:min(len(here), lines)]
		read = read[max(0, len(read)+len(here)-lines):]
		for n, line := range here {
			lead := " "
			if n == 0 {
				lead = m.theme.Glyphs.Cursor
			}
			read = append(read, lead+m.theme.Strong.Render(line))
		}
	}
	return read
}

// readLine draws the line of the screen that is the n-th below the filter, of the rows that are read; false where there are none.
func (m Model) readLine(p *pen, read []string, n int) bool {
	if read == nil {
		return false
	}
	if n >= 0 && n < len(read) {
		p.raw(read[n], text.Width(read[n]))
	}
	return true
}

// inShort is a row that the cursor is not on: who it is, how they stand, and where.
func (m Model) inShort(i int) string {
	r := m.rows[m.shown[i]]
	return strings.Join(append(m.who(r), m.scoreInWords(r), r.Candidate.Decision.Stage.String()), ", ")
}

// who is whom a row is about, and whether they are marked.
func (m Model) who(r model.Row) []string {
	who := []string{called(r.Candidate)}
	if m.marked[r.Candidate.ID] {
		who = append(who, "marked")
	}
	return who
}

// inWords is all that there is to say of a row. The column under the cursor comes first: it is what was asked for.
func (m Model) inWords(i int) string {
	r := m.rows[m.shown[i]]
	words := m.who(r)
	if m.column > 0 && m.column <= len(r.Cells) {
		q := m.strip[m.column-1]
		words = append(words, fmt.Sprintf("%s %d %s: %s", q.Priority, m.role.Checklist.Number(q.ID), q.Label, cellWords(r.Cells[m.column-1])))
	}
	words = append(words, m.scoreInWords(r))
	if m.near(i) {
		words = append(words, "within one rating of the one above")
	}
	if len(r.Score.Disputed) > 0 {
		words = append(words, m.role.Checklist.GateWords(r.Score))
	}
	words = append(words, m.mine(r), r.Candidate.Decision.Stage.String())
	if t := tags(r.Candidate.Tags); t != "" {
		words = append(words, "tagged "+t)
	}
	if r.Candidate.Applied != 0 {
		words = append(words, unitsInWords(m.appliedInWords(r.Candidate.Applied)))
	}
	if tied := m.tied(r.Candidate); tied != "" {
		words = append(words, tied)
	}
	return strings.Join(words, ", ") + ". " + m.stripInWords(r.Cells)
}

// unitsInWords is how long ago something was, with its unit in whole words.
func unitsInWords(ago string) string {
	for short, unit := range map[string]string{" d ago": "day", " w ago": "week", " mo ago": "month", " y ago": "year"} {
		before, found := strings.CutSuffix(ago, short)
		if !found {
			continue
		}
		if number := before[strings.LastIndexByte(before, ' ')+1:]; number != "1" {
			unit += "s"
		}
		return before + " " + unit + " ago"
	}
	return ago
}

// scoreInWords is the score in words, or the gates that were not passed.
func (m Model) scoreInWords(r model.Row) string {
	switch {
	case len(r.Score.NotMet) > 0:
		return m.role.Checklist.GateWords(r.Score)
	case !r.Score.Rated:
		return "not rated"
	default:
		return "score " + r.Score.Words(" to ")
	}
}

// stripInWords is the strip as it is read: must 1 meets, 2 to 4 some; nice 1 open. Neighbours that are the same are told together.
func (m Model) stripInWords(cells []model.Cell) string {
	var kinds []string
	for from := 0; from < min(len(cells), len(m.strip)); {
		kind := m.strip[from].Priority
		var told []string
		for from < len(cells) && m.strip[from].Priority == kind {
			to := from + 1
			for to < len(cells) && cells[to] == cells[from] && m.strip[to].Priority == kind {
				to++
			}
			number := fmt.Sprint(m.role.Checklist.Number(m.strip[from].ID))
			if to > from+1 {
				number += fmt.Sprintf(" to %d", m.role.Checklist.Number(m.strip[to-1].ID))
			}
			told = append(told, number+" "+cellWords(cells[from]))
			from = to
		}
		kinds = append(kinds, kind.String()+" "+strings.Join(told, ", "))
	}
	return strings.Join(kinds, "; ")
}

// cellWords is a cell of the strip in words.
func cellWords(c model.Cell) string {
	words := c.Value.String()
	if c.Behind {
		words += " before the change"
	}
	if c.Disagree {
		words += " with reviewers two apart"
	}
	return words
}
