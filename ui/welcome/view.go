package welcome

import (
	"errors"
	"strings"

	"candid/model"
	"candid/ui/text"
	"candid/ui/theme"
)

// about is what candid is, to somebody who sees it for the first time.
var about = [...]string{
	"Read every application against what the role asks for.",
	"You judge, one key at a time; candid points at the lines that speak to it.",
	"All of it stays on this machine.",
}

// View draws the screen.
func (m Model) View() string {
	if m.width == 0 || m.height == 0 {
		return ""
	}
	lines := m.greeting()
	if m.asks == which {
		lines = m.list()
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	return strings.Join(lines[:m.height], "\n")
}

func (m Model) cut(s string, cells int) string { return text.Cut(s, cells, m.theme.Glyphs.Ellipsis) }

// prose is words wrapped between the margins.
func (m Model) prose(s theme.Style, words string) []string {
	lines := text.Lines(words, min(76, m.width-6))
	for i := range lines {
		lines[i] = "   " + s.Render(lines[i])
	}
	return lines
}

// greeting is what somebody sees who has just come: what candid is, and one question.
func (m Model) greeting() []string {
	t := m.theme
	var lines []string
	if air := m.height / 6; m.height > 20 {
		lines = make([]string, air)
	}
	lines = append(lines, "", "   "+t.Badge.Render(" candid "), "")
	if m.asks == name || m.height > 18 { // else what there is to choose from is worth more
		for _, line := range about {
			lines = append(lines, m.prose(t.Text, line)...)
		}
	}
	question, hint := "What is your name?", "The panel sees it beside your reviews, once they are submitted."
	if m.asks == posting {
		question, hint = "Which posting shall become a role?", m.postingHint()
		if n := m.setting.Viewer.Name; n != "" && len(m.roles) == 0 {
			question = "Hello " + m.cut(n, 40) + ". " + question
		}
	}
	lines = append(lines, "", "   "+t.Strong.Render(m.cut(question, m.width-6)))
	typed := m.words.View
	if m.words.Text() == "" && m.called != "" {
		typed = func(cursor string, _ func(string) string) string {
			return cursor + t.Muted.Render(m.cut(m.called, m.width-8))
		}
		hint = "Enter takes it, a letter begins another. " + hint
	}
	if m.asks == posting {
		typed = m.path.View
	}
	if m.pasted != "" {
		n := 1 + strings.Count(strings.TrimSpace(m.pasted), "\n")
		typed = func(string, func(string) string) string {
			return t.Text.Render("what was pasted, " + text.Count(n, "line"))
		}
	}
	lines = append(lines, "   "+t.AccentStrong.Render(t.Glyphs.Arrow)+" "+typed(t.Caret, t.Text.Render))
	if m.err != nil {
		return append(lines, m.failure()...)
	}
	lines = append(lines, m.prose(t.Muted, hint)...)
	if m.asks == posting {
		lines = append(lines, m.choices(m.height-len(lines))...)
	}
	return lines
}

// choices is what enter reads, in at most so many lines: the sample, as long as nothing is typed, and what there is in the folder.
func (m Model) choices(room int) []string {
	if m.pasted != "" || !m.setting.May.Files {
		return nil
	}
	t := m.theme
	var lines []string
	if room > 5 {
		lines = append(lines, "")
		room--
	}
	if m.path.Typed() == "" {
		cursor, style := t.Accent.Render(t.Glyphs.Cursor), t.Strong
		if m.path.Path() != "" {
			cursor, style = " ", t.Text
		}
		lines = append(lines, "   "+cursor+" "+style.Render(m.cut("the sample role, to try it with", m.width-8)))
		room--
	}
	for _, choice := range m.path.Choices(t, m.width-6, room) {
		lines = append(lines, "   "+choice)
	}
	return lines
}

// postingHint says what can be given.
func (m Model) postingHint() string {
	hint := "Choose a file, type a path, or paste the posting: Markdown, text, HTML or JSON; of PDF and Word, paste the text. You look it over before it is used."
	switch {
	case m.pasted != "":
		hint = "Enter reads it again. A path typed, or another posting pasted, takes its place."
	case !m.setting.May.Files:
		hint = "Paste the posting; enter alone takes the sample role. You look it over before it is used."
	}
	return hint
}

// failure says why a posting could not be read, and what to do.
func (m Model) failure() []string {
	what, next := m.err.Error(), ""
	if p := (*model.Problem)(nil); errors.As(m.err, &p) {
		bare := *p
		bare.Next = ""
		what, next = bare.Error(), p.Next
	}
	lines := m.prose(m.theme.Warn, what)
	if next != "" {
		lines = append(lines, m.prose(m.theme.Muted, next)...)
	}
	return lines
}

// listTop is the row of the first role.
const listTop = 3

// first is the first role in sight.
func (m Model) first() int { return max(0, m.at-(m.height-listTop)+1) }

// list is the roles to choose from, and a new one.
func (m Model) list() []string {
	g, t := m.theme.Glyphs, m.theme
	lines := []string{
		text.Between(" "+t.Badge.Render(" candid ")+"  "+t.Strong.Render("Roles"), "", m.width, ""),
		t.Rule.Render(strings.Repeat(g.Rule, m.width)),
		"",
	}
	for i := m.first(); i <= len(m.roles); i++ {
		colours, cursor, title := t.Palette, " ", t.Text
		if i == m.at {
			colours, cursor, title = t.Row, g.Cursor, t.Row.Strong
		}
		words, facts := "A new role, from a posting", ""
		if i < len(m.roles) {
			r := m.roles[i]
			words = r.Title
			facts = text.Count(m.counts[i], "candidate")
			if len(r.Locations) > 0 && m.width >= 80 {
				facts = m.cut(strings.Join(r.Locations, ", "), m.width/3) + " " + g.Dot + " " + facts
			}
		}
		room := m.width - 5 - text.Width(facts)
		lines = append(lines, colours.Background.Render(" ")+colours.Accent.Render(cursor)+colours.Background.Render(" ")+
			title.Render(text.Fit(m.cut(words, room-1), room, ""))+colours.Muted.Render(facts)+colours.Background.Render("  "))
	}
	return lines
}
