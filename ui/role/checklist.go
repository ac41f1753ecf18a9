package role

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"
)

// row is a line of the checklist; entry is what a click on it goes to, 0 for nothing.
type row struct {
	text  string
	entry int
}

// rows is the checklist, a heading over each kind.
func (m Model) rows(cells int) []row {
	var rows []row
	kind, kept := "", m.draft.kept()
	for i, q := range m.draft.entries() {
		if k := kindOf(q); k != kind {
			if kind != "" {
				rows = append(rows, row{})
			}
			rows = append(rows, row{text: "  " + m.theme.AccentStrong.Render(k)})
			kind = k
		}
		rows = append(rows, row{m.entry(i+1, q, kept.Number(q.ID), cells), i + 1})
	}
	if len(rows) == 0 {
		for _, line := range m.none(cells) {
			rows = append(rows, row{text: line})
		}
	}
	return rows
}

// kinds is how many rows the headings take, the blank ones between them included.
func (m Model) kinds() int {
	kinds := map[string]bool{}
	for _, q := range m.draft.requirements {
		kinds[kindOf(q)] = true
	}
	return max(0, 2*len(kinds)-1)
}

func kindOf(q model.Requirement) string {
	switch {
	case q.From == model.FromInterview:
		return "IN THE INTERVIEW"
	case q.Priority == model.Must:
		return "MUST-HAVE"
	default:
		return "NICE-TO-HAVE"
	}
}

// entry is one requirement: its number, its label, what is doubtful about it, and what is out of the ordinary.
func (m Model) entry(at int, q model.Requirement, number, cells int) string {
	g, colours, cursor := m.theme.Glyphs, m.theme.Palette, " "
	label := colours.Text
	switch {
	case at == m.at && m.picking():
		cursor = g.Edge
	case at == m.at:
		colours = m.theme.Row
		cursor, label = g.Cursor, colours.Strong
	}
	lead, sign, asked, facts := fmt.Sprint(number), colours.Background.Render(" "), m.asked(q), m.facts(q)
	switch {
	case m.draft.dropped[q.ID]:
		lead, label, asked, facts = g.Dash, colours.Faint, nil, []string{"dropped"}
		if at == m.at {
			label = colours.Muted
		}
	case len(asked) > 0:
		sign = colours.Warn.Render(g.Doubt)
	case len(m.draft.open(q.ID)) > 0: // with those above it
		sign = colours.Rule.Render(g.Divider)
	case m.looking && m.draft.looked(q.ID):
		sign = colours.OK.Render(g.Done)
	}
	dot := " " + g.Dot + " "
	rest := colours.Warn.Render(strings.Join(asked, dot))
	if len(asked) > 0 && len(facts) > 0 {
		rest += colours.Muted.Render(dot)
	}
	line := colours.Accent.Render(cursor) + sign + colours.Muted.Render(text.FitRight(lead, 3, "")+" ") +
		label.Render(text.Fit(q.Label, model.LabelCells, g.Ellipsis)) + colours.Background.Render("  ") + rest + colours.Muted.Render(strings.Join(facts, dot))
	line = m.cut(line, cells)
	return line + colours.Background.Render(text.Blank(cells-text.Width(line)))
}

// asked is what is asked at a requirement, in words.
func (m Model) asked(q model.Requirement) []string {
	var asked []string
	for _, x := range m.draft.open(q.ID) {
		if m.draft.leads(x) {
			asked = append(asked, m.draft.asks(x))
		}
	}
	return asked
}

// facts is what is not as requirements of its kind are by themselves.
func (m Model) facts(q model.Requirement) []string {
	var facts []string
	if q.From == model.FromInterview {
		facts = append(facts, q.Priority.String())
	}
	if q.Weight != 1 {
		facts = append(facts, fmt.Sprintf("weight %g", q.Weight))
	}
	switch {
	case q.From == model.FromInterview:
	case q.Gate && q.Priority == model.Nice:
		facts = append(facts, "gate")
	case !q.Gate && q.Priority == model.Must:
		facts = append(facts, "no gate")
	}
	return facts
}

// follow scrolls the checklist so that the entry one stands on is in sight.
func (m Model) follow(f frame) Model {
	rows := m.rows(f.listWidth)
	for i, r := range rows {
		if r.entry == m.at && m.at > 0 {
			m.top = max(min(m.top, i-1), i-f.listHeight+1)
		}
	}
	if m.at <= 1 {
		m.top = 0
	}
	m.top = max(0, min(m.top, len(rows)-f.listHeight))
	return m
}

// list is the checklist and, below it, what one stands on.
func (m Model) list(f frame) []string {
	rows := m.rows(f.listWidth)
	lines := make([]string, f.listHeight)
	for i := range lines {
		if m.top+i < len(rows) {
			lines[i] = rows[m.top+i].text
		}
	}
	more := func(i int, glyph string) {
		lines[i] = text.Fit(lines[i], f.listWidth-2, "") + m.theme.Faint.Render(glyph)
	}
	if m.top > 0 && len(lines) > 0 {
		more(0, m.theme.Glyphs.Up)
	}
	if m.top+len(lines) < len(rows) && len(lines) > 0 {
		more(len(lines)-1, m.theme.Glyphs.Down)
	}
	below := m.detail(f.listWidth-2, f.detail-1)
	if m.picking() {
		below = m.lineDetail(f.listWidth-2, f.detail-1)
	}
	lines = append(lines, m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, f.listWidth)))
	return append(lines, below...)
}

// none is what stands in the place of an empty checklist: what was seen, and what to do.
func (m Model) none(cells int) []string {
	if !m.looking {
		return nil
	}
	var lines []string
	say := func(s theme.Style, words string) {
		for _, line := range text.Lines(words, cells-4) {
			lines = append(lines, "  "+s.Render(line))
		}
	}
	say(m.theme.Warn, "No list of requirements could be told.")
	say(m.theme.Muted, m.headings())
	if len(m.reading.Lines) > 0 {
		say(m.theme.Text, "Pick the lines that ask for something: "+m.setting.Keys.Key(keymap.Mark)+".")
	} else {
		say(m.theme.Text, "No line could be one either. Go back with "+m.setting.Keys.Key(keymap.Back)+": paste more of the posting, or give another.")
	}
	return lines
}

// headings is the posting's headings, in a sentence.
func (m Model) headings() string {
	if len(m.reading.Headings) == 0 {
		return "No heading was seen."
	}
	var seen []string
	for _, h := range m.reading.Headings[:min(8, len(m.reading.Headings))] {
		seen = append(seen, m.cut(h, model.LabelCells))
	}
	more := "."
	if n := len(m.reading.Headings) - len(seen); n > 0 {
		more = fmt.Sprintf(" and %d more.", n)
	}
	return "Headings seen: " + strings.Join(seen, " "+m.theme.Glyphs.Dot+" ") + more
}
