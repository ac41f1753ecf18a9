package scoring

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/page"
	"candid/ui/text"
)

// heading is the requirement in at most so many lines, for the screen on which it stands above the document.
func (m Model) heading(cells, lines int) []string {
	q, ok := m.current()
	if !ok {
		return nil
	}
	title := fmt.Sprint(choose(q.Priority == model.Must, "MUST ", "NICE "), m.person.Role.Checklist.Number(q.ID))
	if m.theme.Plain {
		return m.headingInWords(title, cells, lines+1)
	}
	var heading []string
	for i, line := range m.wrap(title+" "+m.theme.Glyphs.Dot+" "+q.Text, cells, lines) {
		if i == 0 && strings.HasPrefix(line, title) {
			line = m.theme.AccentStrong.Render(title) + m.theme.Strong.Render(line[len(title):])
		} else {
			line = m.theme.Strong.Render(line)
		}
		heading = append(heading, " "+line)
	}
	return heading
}

// stacked is the requirement above the document, the values below it.
func (m Model) stacked() []string {
	f := m.frame()
	lines := append([]string{m.header()}, f.head...)
	lines = append(lines, m.progress())
	body := m.page.Lines()
	if len(m.person.Readings) == 0 {
		body = m.unread(f.pageHeight)
	}
	for i := range f.pageHeight {
		if i < len(body) {
			lines = append(lines, body[i])
		} else {
			lines = append(lines, "")
		}
	}
	if m.because.On() {
		return append(append(lines, m.rule()), indented(m.becauseLines(m.width-2, f.note-1))...)
	}
	if f.note > 0 {
		return append(append(lines, m.rule()), indented(m.noteBox(m.width-2, f.note-1))...)
	}
	if m.theme.Plain {
		return append(lines, m.named(), " "+m.inline(), m.meaning(m.width-1), " "+m.factsInWords(m.width-2), m.foot())
	}
	return append(lines, m.named(), " "+m.inline(), m.meaning(m.width-1), " "+m.facts(m.width-2), m.foot())
}

func indented(lines []string) []string {
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}

// named is a rule that names the document when there are several.
func (m Model) named() string {
	titles := m.titles()
	if len(titles) < 2 {
		return m.rule()
	}
	name := fmt.Sprintf(" %s, %d of %d ", m.cut(titles[m.reading], m.width/2), m.reading+1, len(titles))
	rest := m.width - text.Width(name) - 2
	return m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, rest)) + m.theme.Muted.Render(name) +
		m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, 2))
}

// inline is the values in one line.
func (m Model) inline() string {
	q, _ := m.current()
	given := m.mine.Rating(q.ID)
	var b strings.Builder
	for i, v := range scale {
		if i > 0 {
			b.WriteString("  ")
		}
		b.WriteString(m.theme.Value(v).Render(string(v.Digit())))
		word := m.theme.Muted
		if v == given.Value {
			word = m.theme.Strong
		}
		b.WriteString(word.Render(" " + v.String()))
	}
	return b.String()
}

// meaning is what the given value means here, led by the cursor, or, before there is one, why the line one stands on is
// evidence.
func (m Model) meaning(cells int) string {
	q, _ := m.current()
	given := m.mine.Rating(q.ID)
	cursor := m.theme.AccentStrong.Render(m.theme.Glyphs.Cursor)
	n, of := m.lines()
	switch {
	case given.Behind(q):
		return " " + m.theme.Warn.Render(m.cut(fmt.Sprintf("%c %v, rated before the change: a digit rates again", given.Value.Digit(), given.Value), cells-1))
	case given.Value != model.Open:
		return cursor + m.theme.Strong.Render(m.cut(fmt.Sprintf("%c %v: %s", given.Value.Digit(), given.Value, q.Anchor(given.Value)), cells-1))
	case len(m.person.Readings) > 0 && of == 0:
		return " " + m.theme.Muted.Render(m.cut(m.noProof(), cells-1))
	case n > 0:
		_, _, f, _ := m.page.Here()
		facts := append([]string{m.years(), page.Where(f, m.theme.Glyphs)}, page.Reasons(f, m.theme.Glyphs)...)
		facts = slices.DeleteFunc(facts, func(s string) bool { return s == "" })
		return " " + m.theme.Muted.Render(m.cut(strings.Join(facts, " "+m.theme.Glyphs.Dot+" "), cells-1))
	default:
		return ""
	}
}

// facts is the evidence, the quotes, the note and the panel, in one line.
func (m Model) facts(cells int) string {
	q, _ := m.current()
	x := m.mine.Rating(q.ID)
	g := m.theme.Glyphs
	evidence := "evidence " + g.Dash
	switch n, of := m.lines(); {
	case n > 0:
		evidence = fmt.Sprintf("evidence %d of %d", n, of)
	case of > 0:
		evidence = fmt.Sprintf("evidence %d, e", of)
	}
	if away := len(m.away()); away > 0 {
		evidence += fmt.Sprintf(", %d away", away)
	}
	quote, note := "quote "+g.Dash, "note "+g.Dash
	if n := len(x.Quotes); n > 0 {
		quote = fmt.Sprintf("quotes %d", n)
	}
	if x.Note != "" {
		note = "note " + g.Done
	}
	line := evidence + "   " + quote + "   " + note
	var panel []string
	if hidden := m.hidden(); hidden != "" {
		panel = append(panel, fmt.Sprintf("panel %d hidden", m.person.Row.Reviews))
	}
	for _, review := range m.others() {
		panel = append(panel, m.setting.Name(review.Reviewer)+" "+string(review.Rating(q.ID).Value.Digit()))
	}
	if len(panel) > 0 {
		line += "   " + strings.Join(panel, " ")
	}
	return m.theme.Muted.Render(m.cut(line, cells))
}
