package scoring

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/keymap"
	"candid/ui/text"
)

// choices is the actions that recommend, from the worst.
var choices = [...]keymap.Action{keymap.SayStrongNo, keymap.SayNo, keymap.SayYes, keymap.SayStrong}

// The rows above the list of requirements and those below it, when the summary is stacked.
const (
	summaryHead = 2
	summaryFoot = 6
)

// summaryRows is how many rows the list of requirements has.
func (m Model) summaryRows() int {
	switch {
	case m.width >= twoPanes:
		return max(0, m.frame().pageHeight)
	case m.note.open:
		return max(0, m.height-summaryHead-m.frame().note)
	default:
		return max(0, m.height-summaryHead-summaryFoot)
	}
}

// summary is every requirement with its rating, the recommendation, and what is still open.
func (m Model) summary() []string {
	lines := []string{m.header(), m.progress()}
	rows := m.summaryRows()
	if m.width < twoPanes {
		for _, r := range m.seen(m.width, rows) {
			lines = append(lines, r.text)
		}
		if m.note.open {
			return append(append(lines, m.rule()), indented(m.noteBox(m.width-2, m.frame().note-1))...)
		}
		return append(lines, m.summaryFoot(m.width-2)...)
	}
	f := m.frame()
	divider := m.theme.Rule.Render(m.theme.Glyphs.Divider) + " "
	for len(lines) < f.pageTop {
		lines = append(lines, text.Blank(f.pageWidth+1)+divider)
	}
	left, right := m.seen(f.pageWidth, rows), m.verdict(f.side, rows)
	for i := range rows {
		line := text.Fit(left[i].text, f.pageWidth+1, "") + divider
		if i < len(right) {
			line += right[i].text
		}
		lines = append(lines, line)
	}
	for len(lines) < m.height-1 {
		lines = append(lines, "")
	}
	return append(lines, m.foot())
}

// seen is the part of the list of requirements that is in sight.
func (m Model) seen(cells, rows int) []row {
	all := m.rated(cells, rows)
	top := max(0, min(m.top, len(all)-rows))
	seen := make([]row, rows)
	n := copy(seen, all[top:])
	more := func(i int, glyph string) {
		seen[i].text = text.Fit(seen[i].text, cells-2, "") + m.theme.Faint.Render(glyph)
	}
	if top > 0 && rows > 0 {
		more(0, m.theme.Glyphs.Up)
	}
	if top+n < len(all) && rows > 0 {
		more(rows-1, m.theme.Glyphs.Down)
	}
	return seen
}

// rated is the requirements, each with its rating and what lies beside it, or, once submitted, what the others gave. The kinds
// are parted by a blank row where there is room.
func (m Model) rated(cells, room int) []row {
	others, each := m.columns(cells - ratedColumn - 3)
	var rows []row
	for i, q := range m.strip {
		if i == 0 || i == m.musts() {
			if i > 0 && len(m.strip)+3 <= room {
				rows = append(rows, row{})
			}
			rows = append(rows, row{text: m.ratedHead(q.Priority, others, each, i == 0)})
		}
		rows = append(rows, row{text: m.ratedRow(i, q, others, each, cells), jump: q.ID})
	}
	return rows
}

// What lies beside a rating begins in this column; each other reviewer has at least so many cells.
const (
	ratedColumn = 9 + model.LabelCells
	otherCells  = 7
)

// columns is the others who have room in so many cells, but for one that a disagreement is marked in, and how many cells each
// has: as many as the longest name takes, or as there are.
func (m Model) columns(room int) (others []model.Review, each int) {
	others = m.others()
	others = others[:max(0, min(len(others), room/otherCells))]
	for _, x := range others {
		each = max(each, text.Width(m.setting.Name(x.Reviewer))+2)
	}
	return others, max(otherCells, min(each, room/max(1, len(others))))
}

func (m Model) ratedHead(p model.Priority, others []model.Review, each int, first bool) string {
	head := m.theme.AccentStrong.Render(text.Fit("  "+choose(p == model.Must, "MUST-HAVE", "NICE-TO-HAVE"), ratedColumn+2, ""))
	for _, x := range others {
		if first {
			head += m.theme.Muted.Render(text.Fit(m.cut(m.setting.Name(x.Reviewer), each-1), each, ""))
		}
	}
	return head
}

func (m Model) ratedRow(i int, q model.Requirement, others []model.Review, each, cells int) string {
	if m.theme.Plain {
		return m.ratedInWords(q, others, cells)
	}
	x := m.mine.Rating(q.ID)
	label := m.theme.Text
	if !m.decided(q.ID) {
		label = m.theme.Muted
	}
	line := m.theme.Muted.Render(text.FitRight(fmt.Sprint(m.person.Role.Checklist.Number(q.ID)), 4, "")) + "  " +
		m.theme.Cell(m.cells()[i]) + "  " + label.Render(text.Fit(q.Label, model.LabelCells, m.theme.Glyphs.Ellipsis))
	if len(others) > 0 {
		line += "  "
		for _, other := range others {
			line += text.Fit(m.theme.Cell(q.Cell([]model.Review{other})), each, "")
		}
		if c := q.Cell(m.person.Record.Submitted()); c.Disagree {
			line += m.theme.Cell(c)
		}
		return m.cut(line, cells)
	}
	if x.Behind(q) {
		return m.cut(line+"  "+m.theme.Warn.Render("before the change"), cells)
	}
	line += "  " + label.Render(text.Fit(x.Value.String(), 10, ""))
	return line + m.theme.Muted.Render(beside(x, cells-text.Width(line)))
}

// beside is what lies beside a rating, as much as there is room for.
func beside(x model.Rating, cells int) string {
	var words string
	if n := len(x.Quotes); n > 0 {
		words = text.Count(n, "quote")
	}
	if both := strings.TrimPrefix(words+", note", ", "); x.Note != "" && text.Width(both) <= cells {
		words = both
	}
	return text.Cut(words, cells, "")
}

// verdict is the recommendation, the note, the score, what is open, and the panel.
func (m Model) verdict(cells, rows int) []row {
	drawn := []row{{text: m.theme.AccentStrong.Render("RECOMMENDATION")}}
	for _, c := range choices {
		say := recommendations[c]
		lead, style := "  ", m.theme.Muted
		if say == m.mine.Recommendation {
			lead, style = m.theme.AccentStrong.Render(m.theme.Glyphs.Cursor)+" ", m.theme.Strong
		}
		drawn = append(drawn, row{text: lead + m.theme.Key.Render(m.setting.Keys.Key(c)) + "  " + style.Render(say.String()), say: say})
	}
	drawn = append(drawn, row{})
	if m.note.open {
		return append(drawn, plain(m.noteBox(cells, rows-len(drawn))...)...)
	}
	room := cells - keptColumn
	drawn = append(drawn, plain(m.noted("Note", m.mine.Note, room, 6)...)...)
	drawn = append(drawn, plain(m.entry("Score", []string{m.theme.Text.Render(m.cut(m.score(), room))})...)...)
	if open := m.stillOpen(); open != "" {
		drawn = append(drawn, plain(m.entry("Open", m.styled(m.theme.Text, m.wrap(open, room, 4)))...)...)
	}
	if hidden := m.hidden(); hidden != "" {
		drawn = append(drawn, plain(m.entry("Panel", []string{m.theme.Muted.Render(m.cut(hidden, room))})...)...)
	}
	drawn = append(drawn, row{}, row{text: m.cut(m.next(), cells)})
	if others := m.others(); len(others) > 0 {
		drawn = append(drawn, row{}, row{text: m.theme.AccentStrong.Render("PANEL")})
		for _, x := range others {
			drawn = append(drawn, plain(m.said(x, cells)...)...)
		}
	}
	return drawn[:min(rows, len(drawn))]
}

// said is what another reviewer recommends, and their note.
func (m Model) said(x model.Review, cells int) []string {
	lines := []string{m.theme.Strong.Render(m.cut(m.setting.Name(x.Reviewer), cells/2)) + "  " + m.theme.Text.Render(said(x.Recommendation))}
	if x.Note != "" {
		words := strings.Join(strings.Fields(x.Note), " ")
		lines = append(lines, m.styled(m.theme.Muted, m.wrap(words, cells, 3))...)
	}
	return lines
}

func said(r model.Recommendation) string {
	return choose(r == model.NoRecommendation, "no recommendation", r.String())
}

// summaryFoot is the same in five lines and a rule.
func (m Model) summaryFoot(cells int) []string {
	var offered strings.Builder
	for i, c := range choices {
		say := recommendations[c]
		lead, style := "  ", m.theme.Muted
		if say == m.mine.Recommendation {
			lead, style = " "+m.theme.AccentStrong.Render(m.theme.Glyphs.Cursor), m.theme.Strong
		}
		if i == 0 {
			lead = strings.TrimPrefix(lead, " ")
		}
		offered.WriteString(lead + m.theme.Key.Render(m.setting.Keys.Key(c)) + " " + style.Render(say.String()))
	}
	room := cells - keptColumn
	note := m.noted("Note", strings.Join(strings.Fields(m.mine.Note), " "), room, 1)[0]
	third := m.entry("Open", []string{m.theme.Text.Render(m.cut(m.stillOpen(), room))})[0]
	switch others := m.others(); {
	case len(others) > 0:
		var panel []string
		for _, x := range others {
			panel = append(panel, m.setting.Name(x.Reviewer)+" "+said(x.Recommendation))
		}
		third = m.entry("Panel", []string{m.theme.Text.Render(m.cut(strings.Join(panel, ", "), room))})[0]
	case m.stillOpen() == "" && m.hidden() != "":
		third = m.entry("Panel", []string{m.theme.Muted.Render(m.cut(m.hidden(), room))})[0]
	case m.stillOpen() == "":
		third = m.entry("Score", []string{m.theme.Text.Render(m.cut(m.score(), room))})[0]
	}
	return []string{m.rule(), m.theme.Here + " " + offered.String(), " " + note, " " + third, " " + m.cut(m.next(), cells), m.foot()}
}
