package role

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/text"
)

// From this many cells on, checklist and posting stand side by side.
const twoPanes = 100

// headRows is the title, what is said of the role, and a rule.
const headRows = 3

// frame is where things are drawn, in cells and rows.
type frame struct {
	wide       bool
	listWidth  int
	listHeight int // the rows of the checklist
	detail     int // the rows below it, their rule included
	pageWidth  int
	pageHeight int
}

func (m Model) frame() frame {
	room := max(0, m.height-headRows)
	f := frame{wide: m.width >= twoPanes, listWidth: m.width, pageWidth: m.width, pageHeight: room}
	if f.wide {
		f.listWidth = min(62, m.width*52/100)
		f.pageWidth = m.width - f.listWidth - 2
	}
	f.detail = max(min(9, room/2), min(12, room-m.kinds()-len(m.role.Checklist.Requirements)))
	f.listHeight = room - f.detail
	return f
}

// View draws the screen.
func (m Model) View() string {
	if m.width == 0 || m.height == 0 {
		return ""
	}
	var lines []string
	switch {
	case m.role.Title == "" && len(m.role.Checklist.Requirements) == 0:
		lines = []string{"", m.theme.Muted.Render("  No role yet.")}
	default:
		lines = m.head()
		f := m.frame()
		left, right := m.list(f), m.page.Lines()
		if m.role.Posting == "" {
			right = []string{m.theme.Muted.Render("  The posting was not kept.")}
		}
		switch {
		case f.wide:
			lines = append(lines, m.beside(left, right, f)...)
		case m.posting:
			lines = append(lines, right...)
		default:
			lines = append(lines, left...)
		}
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	return strings.Join(lines[:m.height], "\n")
}

func (m Model) cut(s string, cells int) string { return text.Cut(s, cells, m.theme.Glyphs.Ellipsis) }

// head is the title, what is said of the role, and a rule.
func (m Model) head() []string {
	g, t := m.theme.Glyphs, m.theme
	lead := " "
	if m.looking && m.at == 0 && m.what != title {
		lead = t.Accent.Render(g.Cursor)
	}
	right := ""
	if m.looking {
		right = t.Accent.Render("look it over before it is used") + " "
	}
	shown := lead + t.Strong.Render(m.role.Title)
	if m.what == title {
		shown = " " + m.words.Size(m.width-34).View(t.Accent.Render(g.Edge), t.Strong.Render)
	}
	counts := map[string]int{}
	for _, q := range m.made().Checklist.Requirements {
		switch {
		case q.From == model.FromInterview:
			counts["interview"]++
		case q.Priority == model.Must:
			counts["must"]++
		default:
			counts["nice"]++
		}
	}
	facts := []string{}
	if len(m.role.Locations) > 0 {
		facts = append(facts, strings.Join(m.role.Locations, ", "))
	}
	if m.role.Employment != "" {
		facts = append(facts, m.role.Employment)
	}
	facts = append(facts, fmt.Sprintf("%d must", counts["must"]), fmt.Sprintf("%d nice", counts["nice"]))
	if n := counts["interview"]; n > 0 {
		facts = append(facts, fmt.Sprintf("%d in the interview", n))
	}
	return []string{
		text.Between(shown, right, m.width, g.Ellipsis),
		" " + t.Muted.Render(m.cut(strings.Join(facts, " "+g.Dot+" "), m.width-2)),
		t.Faint.Render(strings.Repeat(g.Rule, m.width)),
	}
}

// beside is the checklist at the left and the posting at the right.
func (m Model) beside(left, right []string, f frame) []string {
	divider := m.theme.Faint.Render(m.theme.Glyphs.Divider)
	lines := make([]string, f.pageHeight)
	for i := range lines {
		if i < len(left) {
			lines[i] = left[i]
		}
		lines[i] = text.Fit(lines[i], f.listWidth+1, "") + divider
		if i < len(right) {
			lines[i] += right[i]
		}
	}
	return lines
}
