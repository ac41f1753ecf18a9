package list

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"
)

// View draws the list.
func (m Model) View() string {
	if m.width < 1 || m.height < 1 {
		return ""
	}
	p := pen{ellipsis: m.theme.Glyphs.Ellipsis}
	p.out.Grow(m.width * m.height * 7) // about what a screen full of styled cells takes
	c := m.columns()
	side := m.side(m.height - paneTop - foot)
	var read []string
	if m.theme.Plain && len(m.shown) > 0 {
		read = m.readRows(m.height - paneTop - foot)
	}
	for line := range m.height {
		switch line {
		case 0:
			m.drawTitle(&p)
		case 1:
			m.drawFilter(&p)
		case m.height - foot:
			if !m.drawMistakeBelow(&p, 0) {
				m.drawColumn(&p)
			}
		case m.height - foot + 1:
			if !m.drawMistakeBelow(&p, 1) {
				m.drawStatus(&p)
			}
		default:
			p.begin(c.width)
			if !m.drawTyping(&p, line-underFilter) && !m.readLine(&p, read, line-paneTop) {
				m.drawLine(&p, c, line)
			}
			if side != nil && line >= paneTop {
				p.blank(theme.Style{}, p.room)
				p.raw(side[line-paneTop], 0)
			}
		}
	}
	return p.out.String()
}

// paneTop is the line that the pane begins at, underFilter the one below the filter.
const (
	paneTop     = 3
	underFilter = 2
)

// drawLine draws a line of the list proper.
func (m Model) drawLine(p *pen, c columns, line int) {
	t := m.theme
	row := m.top + line - m.head()
	switch {
	case line == underFilter && m.head() == 5:
	case len(m.rows) == 0 || len(m.shown) == 0 && line >= m.head():
		if words := m.nobody(); line-m.head() < len(words) && line >= m.head() {
			p.blank(t.Background, margin)
			for _, s := range words[line-m.head()] {
				p.put(s.style, s.text)
			}
		}
	case line == m.head()-2:
		m.drawKinds(p, c)
	case line == m.head()-1:
		m.drawHeading(p, c)
	case row < len(m.shown):
		m.drawRow(p, c, row)
	}
}

// drawTitle draws whose list this is and how far it has come.
func (m Model) drawTitle(p *pen) {
	t, g := m.theme, m.theme.Glyphs
	p.begin(m.width)
	left := []stretch{{t.Badge, " candid "}}
	if !m.known {
		p.ends(left, nil)
		return
	}
	left = append(left, stretch{t.Strong, "  " + m.role.Title})
	if len(m.role.Locations) > 0 {
		left = append(left, stretch{t.Muted, " " + g.Dot + " " + strings.Join(m.role.Locations, ", ")})
	}
	counts := text.Count(len(m.rows), "candidate")
	switch {
	case !m.loaded:
		counts += " so far"
	case len(m.rows) > 0:
		counts += fmt.Sprintf(" %s %d done by me", g.Dot, m.done)
	}
	p.ends(left, []stretch{{t.Muted, counts}})
}

// drawColumn names the column that the cursor is on; without one, whom the row under the cursor may be the same as and the gates that it
// has not passed.
func (m Model) drawColumn(p *pen) {
	t := m.theme
	p.begin(m.width)
	if left := m.columnWords(); left != nil {
		key := m.setting.Keys.Key(keymap.Sort)
		does := "sorts by it"
		if m.column == m.sortedColumn() {
			does = "turns it round"
		}
		p.ends(left, []stretch{{t.Key, "  " + key}, {t.Muted, " " + does}})
		return
	}
	r, ok := m.here()
	if !ok {
		return
	}
	if words := m.tied(r.Candidate); words != "" && m.pane() == 0 {
		p.put(t.Warn, " "+words)
		p.blank(t.Background, 2)
	}
	if _, ids := r.Score.Gate(); len(ids) > 0 {
		p.put(t.Warn, " "+m.role.Checklist.GateWords(r.Score))
		p.put(t.Muted, "  "+m.labels(ids))
	}
}

// columnWords names the column under the cursor; nil where there is none.
func (m Model) columnWords() []stretch {
	t := m.theme
	switch {
	case m.column > 0 && m.column <= len(m.strip):
		q := m.strip[m.column-1]
		return []stretch{{t.Muted, fmt.Sprintf(" %s %d  ", kind(q.Priority), m.role.Checklist.Number(q.ID))}, {t.Text, q.Text}}
	case m.column < 0:
		by := m.sortOf(m.column)
		return []stretch{{t.Muted, " column  "}, {t.Text, sortable[m.column].name}, {t.Muted, "  " + orders[by.By]}}
	}
	return nil
}

func kind(p model.Priority) string {
	if p == model.Nice {
		return "nice-to-have"
	}
	return "must-have"
}

func (m Model) labels(ids []model.RequirementID) string {
	var labels []string
	for _, id := range ids {
		if q, ok := m.role.Checklist.Requirement(id); ok {
			labels = append(labels, q.Label)
		}
	}
	return strings.Join(labels, " "+m.theme.Glyphs.Dot+" ")
}

// drawStatus draws what is marked and how the writing goes.
func (m Model) drawStatus(p *pen) {
	t, g := m.theme, m.theme.Glyphs
	p.begin(m.width)
	var left, right []stretch
	if n := len(m.marked); n > 0 {
		left = append(left, stretch{t.Accent, fmt.Sprintf(" %d marked", n)})
		if hidden := m.unseen(); hidden > 0 {
			left = append(left, stretch{t.Muted, fmt.Sprintf(" %s %d of them not shown", g.Dot, hidden)})
		}
	} else if m.status.Added != "" {
		left = append(left, stretch{t.Warn, " " + m.status.Added})
	}
	switch {
	case m.status.Done != "":
		right = []stretch{{t.Muted, m.status.Done}}
	case m.status.Saving:
		right = []stretch{{t.Muted, "saving" + g.Ellipsis}}
	case !m.status.Saved.IsZero() && t.Plain: // a clock would be read out with every change
		right = []stretch{{t.OK, "saved"}}
	case !m.status.Saved.IsZero():
		right = []stretch{{t.OK, "saved"}, {t.Muted, " " + g.Dot + " " + m.status.Saved.In(m.setting.Zone).Format("15:04")}}
	}
	p.ends(left, right)
}

func (m Model) markedShown() int {
	n := 0
	for _, at := range m.shown {
		if m.marked[m.rows[at].Candidate.ID] {
			n++
		}
	}
	return n
}
