package role

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/keymap"
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
	note       int // the rows above the posting
	pageWidth  int
	pageHeight int
	below      int // the rows below the posting, for the words of the line one stands on, their rule included
}

func (m Model) frame() frame {
	room := max(0, m.height-headRows)
	f := frame{wide: m.width >= twoPanes, listWidth: m.width, pageWidth: m.width, pageHeight: room}
	if f.wide {
		f.listWidth = min(62, m.width*54/100)
		f.pageWidth = m.width - f.listWidth - 2
	}
	f.detail = max(min(9, room/2), min(13, room-m.kinds()-len(m.draft.requirements)))
	f.listHeight = room - f.detail
	f.note = len(m.note(f.pageWidth, room/3))
	if m.picking() && !f.wide {
		f.below = max(4, min(7, room/3))
	}
	f.pageHeight = max(0, room-f.note-f.below)
	return f
}

// View draws the screen.
func (m Model) View() string {
	if m.width == 0 || m.height == 0 {
		return ""
	}
	var lines []string
	switch f := m.frame(); {
	case !m.looking && m.draft.title == "" && len(m.draft.requirements) == 0:
		lines = []string{"", m.theme.Muted.Render("  No role yet.")}
	case f.wide:
		lines = append(m.head(), m.sideBySide(m.list(f), m.posting(f), f)...)
	case m.beside && m.what == nothing:
		lines = append(m.head(), m.posting(f)...)
	default:
		lines = append(m.head(), m.list(f)...)
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	return strings.Join(lines[:m.height], "\n")
}

func (m Model) cut(s string, cells int) string { return text.Cut(s, cells, m.theme.Glyphs.Ellipsis) }

// unused is said of a role that was read: what it is, and what to do.
const unused = "as it was read: look it over"

// head is the title, what is said of the role, and a rule.
func (m Model) head() []string {
	g, t := m.theme.Glyphs, m.theme
	lead := " "
	if m.looking && m.at == 0 && m.what != title && !m.picking() {
		lead = t.Accent.Render(g.Cursor)
	}
	right := ""
	switch n := len(m.draft.toLookAt()); {
	case m.looking && n > 0:
		right = t.Warn.Render(fmt.Sprintf("%s %d to look at", g.Doubt, n)) + " "
		if text.Width(m.draft.title)+text.Width(unused+right)+6 <= m.width {
			right = t.Accent.Render(unused) + t.Muted.Render(" "+g.Dot+" ") + right
		}
	case m.looking && text.Width(m.draft.title)+text.Width(unused)+4 <= m.width: // else the title is worth more
		right = t.Accent.Render(unused) + " "
	}
	shown := lead + t.Strong.Render(m.draft.title)
	switch {
	case m.what == title:
		asks := ""
		if m.draft.title == "" {
			asks = "What is the role called? "
		}
		shown = " " + t.Warn.Render(asks) + m.words.Size(m.width-4-text.Width(asks)-text.Width(right)).View(t.Caret, t.Strong.Render)
	case m.draft.title == "":
		shown = lead + t.Warn.Render("no title yet: W gives it one")
	}
	counts := map[string]int{}
	for _, q := range m.draft.kept().Requirements {
		switch {
		case q.From == model.FromInterview:
			counts["interview"]++
		case q.Priority == model.Must:
			counts["must"]++
		default:
			counts["nice"]++
		}
	}
	facts := []string{fmt.Sprintf("%d must", counts["must"]), fmt.Sprintf("%d nice", counts["nice"])}
	if n := counts["interview"]; n > 0 {
		facts = append(facts, fmt.Sprintf("%d in the interview", n))
	}
	dot := " " + g.Dot + " "
	said := strings.Join(facts, dot)
	if places := strings.Join(slices.DeleteFunc([]string{places(m.role.Locations), m.role.Employment}, func(s string) bool { return s == "" }), dot); places != "" {
		said = m.cut(places, m.width-2-text.Width(dot+said)) + dot + said // the places give way
	}
	below := " " + t.Muted.Render(m.cut(said, m.width-2))
	if way := m.way(); way != "" && text.Width(said)+text.Width(way)+4 <= m.width {
		below = text.Between(below, t.Muted.Render(way)+" ", m.width, g.Ellipsis)
	}
	return []string{
		text.Between(shown, right, m.width, g.Ellipsis),
		below,
		t.Rule.Render(strings.Repeat(g.Rule, m.width)),
	}
}

// way is how a role that is looked over is made; "" where that is not the next thing.
func (m Model) way() string {
	if !m.looking || m.picking() || m.what != nothing || m.draft.title == "" {
		return ""
	}
	return m.setting.Keys.Key(keymap.Confirm) + " makes the role as it stands here"
}

// places is the locations in a row: parted so that a comma inside one does not part it.
func places(locations []string) string {
	all := strings.Join(locations, "; ")
	if strings.Contains(all, ",") {
		return all
	}
	return strings.Join(locations, ", ")
}

// posting is the posting, with what is to be said above it and the words of the line one stands on below.
func (m Model) posting(f frame) []string {
	if m.role.Posting == "" {
		return []string{m.theme.Muted.Render("  The posting was not kept.")}
	}
	lines := append(m.note(f.pageWidth, (m.height-headRows)/3), m.page.Lines()...)
	if f.below > 0 {
		lines = append(lines, m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, m.width)))
		lines = append(lines, m.lineDetail(m.width-2, f.below-1)...)
	}
	return lines
}

// sideBySide is the checklist at the left and the posting at the right.
func (m Model) sideBySide(left, right []string, f frame) []string {
	divider := m.theme.Rule.Render(m.theme.Glyphs.Divider)
	lines := make([]string, max(0, m.height-headRows))
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
