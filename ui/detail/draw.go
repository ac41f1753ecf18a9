package detail

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"
)

// From this width on, in cells, a document and the checklist stand side by side.
const twoPanes = 100

// head is how many rows stand above the body: header and tabs, and where there is room, or something to say, one more.
func (m Model) head() int {
	if m.height >= 20 || m.known && m.whose() != "" {
		return 3
	}
	return 2
}

func (m Model) bodyHeight() int { return max(0, m.height-m.head()) }

// View draws as many lines as there is room for.
func (m Model) View() string {
	if m.width <= 0 || m.height <= 0 {
		return ""
	}
	lines := make([]string, 0, m.height)
	if m.known {
		lines = append(lines, m.header(), m.tabLine())
		if words := m.whose(); words != "" {
			lines = append(lines, " "+m.theme.Warn.Render(m.cut(words, m.width-2)))
		} else if m.head() > len(lines) {
			lines = append(lines, "")
		}
		lines = append(lines, m.body()...)
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	return strings.Join(lines[:m.height], "\n")
}

func (m Model) body() []string {
	switch _, document := m.document(); {
	case document && m.width >= twoPanes:
		return m.beside()
	case document:
		return m.stacked()
	case m.tab == 0:
		return m.proofLines()
	default:
		return m.historyLines()
	}
}

// cut is s in at most so many cells.
func (m Model) cut(s string, cells int) string { return text.Cut(s, cells, m.theme.Glyphs.Ellipsis) }

// header is who it is and how far they have come.
func (m Model) header() string {
	t, c := m.theme, m.person.Record.Candidate
	right := m.stage() + t.Muted.Render(fmt.Sprintf("    %d of %d ", m.person.At, m.person.Of))
	if m.person.Mode == intent.Triage {
		right = t.AccentStrong.Render("triage") + "   " + right
	}
	room := m.width - text.Width(right) - 2
	name := m.cut(m.name(), max(8, room-3))
	left := " " + t.Muted.Render(t.Glyphs.Back) + " " + t.Strong.Render(name)
	facts := m.facts(c, room-text.Width(name)-3-3)
	if facts != "" {
		left += "   " + t.Muted.Render(facts)
	}
	return text.Between(left, right, m.width, t.Glyphs.Ellipsis)
}

func (m Model) name() string {
	if c := m.person.Record.Candidate; c.Name != "" {
		return c.Name
	}
	return m.person.Record.Candidate.Alias
}

// facts is as much as has room of where the candidate is, how to write to them, where they came from and when.
func (m Model) facts(c model.Candidate, cells int) string {
	applied := ""
	if c.Applied != 0 {
		applied = "applied " + m.setting.Choice.Dates.InWords(c.Applied, m.setting.Now(), m.setting.Zone)
	}
	facts := []string{c.Location, c.Email, c.Source, applied}
	for _, drop := range []int{-1, 1, 2, 0, 3} {
		if drop >= 0 {
			facts[drop] = ""
		}
		if line := m.joined(facts); text.Width(line) <= cells {
			return line
		}
	}
	return ""
}

// joined is the facts that there are, a dot between two.
func (m Model) joined(facts []string) string {
	var some []string
	for _, f := range facts {
		if f != "" {
			some = append(some, f)
		}
	}
	return strings.Join(some, " "+m.theme.Glyphs.Dot+" ")
}

// stage is the stage in its colour, with the reason where one is seen and there is room.
func (m Model) stage() string {
	d := m.person.Record.Candidate.Decision
	words := d.Stage.String()
	if why := d.Reason.In(m.person.Role.Checklist); why != "" && m.width >= twoPanes {
		words += ": " + m.cut(why, m.width/4)
	}
	return m.stageStyle(d.Stage).Render(words)
}

func (m Model) stageStyle(s model.Stage) theme.Style {
	switch s {
	case model.Advanced:
		return m.theme.OK
	case model.OnHold, model.Rejected:
		return m.theme.Warn
	default:
		return m.theme.Text
	}
}

// tabLine is the tabs, and at the right what is being found, or tags and how the writing goes.
func (m Model) tabLine() string {
	t := m.theme
	right, width := m.aside()
	tabs := m.tabs(m.width - 1)
	if end := tabs[len(tabs)-1].to + 2; end+width > m.width && !m.finding {
		right, width = m.saved()
	}
	tabs = m.tabs(m.width - 1 - width)
	var b strings.Builder
	for i, tab := range tabs {
		if i > 0 {
			b.WriteByte(' ')
		}
		if tab.tab == m.tab {
			b.WriteString(t.AccentStrong.Render("[" + tab.name + "]"))
		} else {
			b.WriteString(t.Muted.Render(" " + tab.name + " "))
		}
	}
	return text.Between(b.String(), right, m.width, "")
}

// aside is what stands beside the tabs, and its width in cells.
func (m Model) aside() (string, int) {
	t := m.theme
	if p, ok := m.page(); ok {
		n, of := p.Matches()
		count := fmt.Sprintf("%d of %d", n, of)
		if of == 0 {
			count = "no match"
		}
		words := m.words.Text()
		switch {
		case m.finding:
			in := m.words.Size(max(10, min(30, m.width/3)))
			line := t.Accent.Render("/") + in.View(t.Caret, t.Text.Render) + "  " + t.Muted.Render(count) + " "
			return line, text.Width(line)
		case of > 0:
			line := t.Accent.Render("/") + t.Text.Render(m.cut(words, max(10, m.width/4))) + "  " + t.Muted.Render(count) + " "
			return line, text.Width(line)
		}
	}
	saved, width := m.savedWhat()
	tags := model.TagNames(m.person.Record.Candidate.Tags)
	if len(tags) == 0 {
		return saved, width
	}
	list := m.cut(strings.Join(tags, " "), m.width/4)
	if width == 0 {
		return t.Text.Render(list) + " ", text.Width(list) + 1
	}
	return t.Text.Render(list) + "   " + saved, text.Width(list) + 3 + width
}

// savedWhat is saved with, in triage, whose decision it was that was saved, where there is room.
func (m Model) savedWhat() (string, int) {
	saved, width := m.saved()
	tabs := m.tabs(m.width - 1)
	room := min(m.width-tabs[len(tabs)-1].to-2-width-3, 44)
	if m.status.Did == "" || m.person.Mode != intent.Triage || width == 0 || room < 12 {
		return saved, width
	}
	did := m.cut(m.status.Did, room)
	return m.theme.Text.Render(did) + "   " + saved, text.Width(did) + 3 + width
}

// saved is how the writing goes, and its width in cells.
func (m Model) saved() (string, int) {
	t := m.theme
	switch {
	case m.status.Saving:
		return t.Muted.Render("saving") + " ", 7
	case m.status.Saved.IsZero():
		return "", 0
	case t.Plain: // a clock would be read out with every change
		return t.OK.Render("saved") + " ", 6
	}
	clock := " " + t.Glyphs.Dot + " " + m.status.Saved.In(m.setting.Zone).Format("15:04")
	return t.OK.Render("saved") + t.Muted.Render(clock) + " ", text.Width("saved"+clock) + 1
}
