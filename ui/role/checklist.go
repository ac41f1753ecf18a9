package role

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// row is a line of the checklist; entry is what a click on it goes to, 0 for nothing.
type row struct {
	text  string
	entry int
}

// rows is the checklist, a heading over each kind.
func (m Model) rows(cells int) []row {
	var rows []row
	kind, kept := "", m.made().Checklist
	for i, q := range m.entries() {
		if k := kindOf(q); k != kind {
			if kind != "" {
				rows = append(rows, row{})
			}
			rows = append(rows, row{text: "  " + m.theme.AccentStrong.Render(k)})
			kind = k
		}
		rows = append(rows, row{m.entry(i+1, q, kept.Number(q.ID), cells), i + 1})
	}
	return rows
}

// kinds is how many rows the headings take, the blank ones between them included.
func (m Model) kinds() int {
	kinds := map[string]bool{}
	for _, q := range m.role.Checklist.Requirements {
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

// entry is one requirement: its number, its label, and what is out of the ordinary.
func (m Model) entry(at int, q model.Requirement, number, cells int) string {
	colours := m.theme.Palette
	cursor := " "
	if at == m.at {
		colours = m.theme.Row
		cursor = m.theme.Glyphs.Cursor
	}
	lead, label := fmt.Sprint(number), colours.Text
	if at == m.at {
		label = colours.Strong
	}
	var facts []string
	if q.From == model.FromInterview {
		facts = append(facts, q.Priority.String())
	}
	if q.Weight != 1 {
		facts = append(facts, fmt.Sprintf("weight %g", q.Weight))
	}
	if q.Gate {
		facts = append(facts, "gate")
	}
	if m.dropped[q.ID] {
		lead, label, facts = m.theme.Glyphs.Dash, colours.Faint, []string{"dropped"}
		if at == m.at {
			label = colours.Muted
		}
	}
	g := m.theme.Glyphs
	line := colours.Accent.Render(cursor) + colours.Muted.Render(text.FitRight(lead, 3, "")+"  ") +
		label.Render(text.Fit(q.Label, model.LabelCells, g.Ellipsis)) + colours.Muted.Render("  "+strings.Join(facts, " "+g.Dot+" "))
	line = m.cut(line, cells)
	return line + colours.Background.Render(text.Blank(cells-text.Width(line)))
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

// list is the checklist and, below it, the words of the requirement one stands on.
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
	return append(lines, m.detail(f)...)
}

// detail is the words of the requirement one stands on and what each rating means for it; or those words being changed.
func (m Model) detail(f frame) []string {
	t, cells := m.theme, f.listWidth-2
	lines := []string{t.Faint.Render(strings.Repeat(t.Glyphs.Rule, f.listWidth))}
	edge := t.Accent.Render(t.Glyphs.Edge)
	q, ok := m.current()
	switch {
	case m.what == words:
		lines = append(lines, " "+t.AccentStrong.Render("The requirement's words"))
		for _, line := range m.words.Lines(max(1, f.detail-2), edge, t.Text.Render) {
			lines = append(lines, " "+line)
		}
		return lines
	case m.what == label:
		return append(lines, " "+t.AccentStrong.Render("Its label, where there is little room"), " "+m.label.View(edge, t.Text.Render))
	case !ok:
		return append(lines, " "+t.Muted.Render(m.cut("The title. W rewords it.", cells)))
	}
	room := f.detail - 1
	anchors := 0
	if room >= 8 {
		anchors = 5 // a blank line and four values
	}
	asked := text.Lines(q.Text, cells)
	if most := max(1, room-anchors); len(asked) > most {
		asked = asked[:most]
		asked[most-1] = m.cut(asked[most-1], cells-3) + t.Glyphs.Ellipsis
	}
	for _, line := range asked {
		lines = append(lines, " "+t.Strong.Render(line))
	}
	if anchors == 0 {
		return lines
	}
	lines = append(lines, "")
	for v := model.Lacks; v <= model.Exceeds; v++ {
		line := t.Value(v).Render(string(v.Digit())) + "  " + t.Text.Render(text.Fit(v.String(), 11, "")) + t.Muted.Render(q.Anchor(v))
		lines = append(lines, " "+m.cut(line, cells))
	}
	return lines
}

// mouse takes the wheel and clicks.
func (m Model) mouse(msg tea.MouseMsg) Model {
	f := m.frame()
	onPage := f.wide && msg.X > f.listWidth || !f.wide && m.posting
	if m.what != nothing {
		return m
	}
	switch {
	case msg.Button == tea.MouseButtonWheelDown && onPage:
		m.page = m.page.Scroll(3)
	case msg.Button == tea.MouseButtonWheelUp && onPage:
		m.page = m.page.Scroll(-3)
	case msg.Button == tea.MouseButtonWheelDown:
		return m.stand(m.at + 1)
	case msg.Button == tea.MouseButtonWheelUp:
		return m.stand(m.at - 1)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress && !onPage:
		rows := m.rows(f.listWidth)
		if i := msg.Y - headRows; i >= 0 && i < f.listHeight && m.top+i < len(rows) && rows[m.top+i].entry > 0 {
			return m.stand(rows[m.top+i].entry)
		}
	}
	return m
}
