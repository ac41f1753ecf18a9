package role

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/text"
)

// detail is the words of the requirement one stands on, what is doubtful about it and what each rating means for it; or words
// being changed. It has at most so many rows.
func (m Model) detail(cells, rows int) []string {
	t := m.theme
	edge := t.Caret
	q, ok := m.current()
	switch {
	case m.what == words:
		lines := []string{" " + t.AccentStrong.Render("The requirement's words")}
		for _, line := range m.words.Lines(max(1, rows-1), edge, t.Text.Render) {
			lines = append(lines, " "+line)
		}
		return lines
	case m.what == label:
		return []string{" " + t.AccentStrong.Render("Its label, where there is little room"), " " + m.label.View(edge, t.Text.Render)}
	case m.what == terms:
		lines := []string{" " + t.AccentStrong.Render(m.cut("What else speaks to "+q.Label+", in the words of documents", cells)), " " + m.words.View(edge, t.Text.Render)}
		return append(lines, " "+t.Muted.Render("parted by commas"))
	case m.what == anchors:
		return append([]string{" " + t.AccentStrong.Render(m.cut("What each rating means for "+q.Label, cells))}, m.anchorLines(q, cells)...)
	case m.what == title:
		return []string{" " + t.Muted.Render(m.cut("The role's title. Enter keeps it.", cells))}
	case !ok:
		return []string{" " + t.Muted.Render(m.cut("The title. W rewords it.", cells))}
	}
	lines := m.why(q, cells)
	lines = lines[:min(len(lines), max(3, rows/2))]
	room := rows - len(lines)
	var own []string
	if q.Terms != "" && room > 2 {
		own, room = []string{" " + t.Muted.Render(m.cut("terms: "+q.Terms, cells))}, room-1
	}
	const values = 4
	if room < values+2 {
		return append(append(lines, m.paragraph(q.Text, cells, room)...), own...)
	}
	lines = append(append(lines, m.paragraph(q.Text, cells, max(2, room-values-1))...), own...)
	if len(lines) < rows-values {
		lines = append(lines, "")
	}
	return append(lines, m.anchorLines(q, cells)...)
}

// why is what is doubtful about a requirement, and which key settles it.
func (m Model) why(q model.Requirement, cells int) []string {
	var lines []string
	for _, x := range m.draft.asked(q.ID) {
		sign, why := m.theme.Glyphs.Doubt, strings.ReplaceAll(x.Why, "…", m.theme.Glyphs.Ellipsis)
		if n := len(m.draft.alike(x)); n > 1 {
			why = fmt.Sprintf("%d %s", n, why)
		}
		for _, line := range text.Lines(why, cells-2) {
			lines = append(lines, " "+m.theme.Warn.Render(sign+" "+line))
			sign = " "
		}
		last := lines[len(lines)-1]
		if keys := m.theme.Muted.Render(m.draft.settles(x, m.setting.Keys)); text.Width(last)+3+text.Width(keys) <= cells {
			lines[len(lines)-1] = last + "   " + keys
		} else {
			lines = append(lines, "   "+keys)
		}
	}
	return lines
}

// paragraph is words wrapped into at most so many rows.
func (m Model) paragraph(words string, cells, rows int) []string {
	wrapped := text.Lines(words, cells)
	if len(wrapped) > rows {
		wrapped = wrapped[:rows]
		tail := m.theme.Glyphs.Ellipsis
		wrapped[rows-1] = text.Cut(wrapped[rows-1], cells-text.Width(tail), "") + tail
	}
	for i := range wrapped {
		wrapped[i] = " " + m.theme.Strong.Render(wrapped[i])
	}
	return wrapped
}

// anchorLines is what each rating means for a requirement, or that being worded.
func (m Model) anchorLines(q model.Requirement, cells int) []string {
	t := m.theme
	var lines []string
	for v := model.Lacks; v <= model.Exceeds; v++ {
		lead := t.Value(v).Render(string(v.Digit())) + "  " + t.Text.Render(text.Fit(v.String(), 11, ""))
		words := t.Muted.Render(q.Anchor(v))
		switch {
		case m.what == anchors && v == m.value:
			lines = append(lines, " "+lead+m.words.Size(cells-14).View(t.Caret, t.Strong.Render))
			continue
		case m.what == anchors:
			words = t.Muted.Render(m.anchors[v-model.Lacks])
		}
		lines = append(lines, " "+m.cut(lead+words, cells))
	}
	return lines
}

// lineDetail is the words of the posting's line one stands on, and whether it is in the checklist.
func (m Model) lineDetail(cells, rows int) []string {
	t := m.theme
	if len(m.reading.Lines) == 0 {
		return nil
	}
	l := m.reading.Lines[m.line]
	where := t.Muted.Render(fmt.Sprintf("%d of %d", m.line+1, len(m.reading.Lines)))
	state := t.Muted.Render("not on the checklist")
	if q, ok := m.picked(); ok {
		state = t.OK.Render(t.Glyphs.Done+" "+m.draft.called(q.ID)) + t.Muted.Render(" "+t.Glyphs.Dot+" "+q.Label)
	} else if l.Priority == model.Nice {
		state += t.Muted.Render(", would be nice to have")
	}
	lines := []string{" " + text.Between(state, where, cells, t.Glyphs.Ellipsis)}
	return append(lines, m.paragraph(l.Text, cells, max(1, rows-1))...)
}

// note is what stands above the posting: that no list of requirements was told, where the checklist is not beside it to say so;
// else what was noticed when the posting was read.
func (m Model) note(cells, rows int) []string {
	switch {
	case !m.looking:
		return nil
	case m.width < twoPanes && len(m.draft.kept().Requirements) == 0:
		lines := m.none(cells)
		if len(lines) > rows { // the headings give way
			lines = append(lines[:max(1, rows-1)], lines[len(lines)-1])
		}
		return lines
	case len(m.reading.Remarks) == 0:
		return nil
	}
	remarks := text.Lines("Note: "+strings.Join(m.reading.Remarks, " "+m.theme.Glyphs.Dot+" "), cells-4)
	if most := max(1, min(3, rows/4)); len(remarks) > most {
		remarks = append(remarks[:most-1], m.cut(strings.Join(remarks[most-1:], " "), cells-4))
	}
	for i := range remarks {
		remarks[i] = "  " + m.theme.Muted.Render(remarks[i])
	}
	if rows >= 8 {
		remarks = append(remarks, "")
	}
	return remarks
}
