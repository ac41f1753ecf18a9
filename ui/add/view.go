package add

import (
	"fmt"
	"strings"

	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"
)

// headRows is the title, a rule and a blank line.
const headRows = 3

// View draws the screen.
func (m Model) View() string {
	if m.width == 0 || m.height == 0 {
		return ""
	}
	g := m.theme.Glyphs
	title, right := m.title()
	lines := []string{
		text.Between(" "+m.theme.Strong.Render(title), right+" ", m.width, g.Ellipsis),
		m.theme.Rule.Render(strings.Repeat(g.Rule, m.width)),
		"",
	}
	switch {
	case m.stage == telling:
		lines = append(lines, m.viewTelling()...)
	case m.stage == mapping:
		lines = append(lines, m.viewMapping()...)
	case m.stage == filling:
		lines = append(lines, m.viewForm()...)
	case !m.setting.May.Files:
		lines = append(lines, m.prose(m.theme.Text, "Not over this connection: the files would be those of the machine that candid runs on.")...)
		lines = append(lines, m.prose(m.theme.Muted, "On that machine, candid add PATH does it. A form can be filled in here.")...)
	default:
		lines = append(lines, m.viewPicker()...)
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	return strings.Join(lines[:m.height], "\n")
}

// title is what stands at the two ends of the first line.
func (m Model) title() (left, right string) {
	t, g := m.theme, m.theme.Glyphs
	switch {
	case m.stage == filling:
		return "Add one candidate by hand", ""
	case m.stage == mapping:
		if n := len(m.columns.tables); n > 1 {
			right = t.Muted.Render(fmt.Sprintf("table %d of %d", m.columns.of+1, n))
		}
		return "What the columns are taken as", right
	case m.stage == telling:
		return m.tellingTitle()
	case m.pick.looking || m.pick.waiting && m.setting.May.Files:
		right = t.Muted.Render("looking" + g.Ellipsis)
	case len(m.pick.marked) > 0:
		right = t.Accent.Render(fmt.Sprintf("%d marked", len(m.pick.marked)))
	}
	return "Add candidates", right
}

func (m Model) cut(s string, cells int) string { return text.Cut(s, cells, m.theme.Glyphs.Ellipsis) }

// prose is words wrapped between the margins.
func (m Model) prose(s theme.Style, words string) []string {
	lines := text.Lines(words, min(100, m.width-4))
	for i := range lines {
		lines[i] = "  " + s.Render(lines[i])
	}
	return lines
}

// window is the part of a list of so many that is in sight: from one row up to another, with the one one stands on.
func window(at, many, sight int) (from, to int) {
	sight = max(1, sight)
	from = max(0, min(at-sight/2, many-sight))
	return from, min(many, from+sight)
}

// more marks, at the end of a line, that there is more above or below.
func (m Model) more(i, from, to, many int) string {
	switch {
	case i == from && from > 0:
		return m.theme.Faint.Render(m.theme.Glyphs.Up)
	case i == to-1 && to < many:
		return m.theme.Faint.Render(m.theme.Glyphs.Down)
	}
	return " "
}

// cursor is what stands before a row.
func (m Model) cursor(here bool) string {
	if here {
		return m.theme.Accent.Render(m.theme.Glyphs.Cursor)
	}
	return " "
}

// on is how a row is drawn, and how its name is: the one that one stands on has a ground of its own.
func (m Model) on(here bool) (c theme.Palette, name theme.Style) {
	if here {
		return m.theme.Row, m.theme.Row.Strong
	}
	return m.theme.Palette, m.theme.Text
}

// lead is what stands before a row with such a ground.
func (m Model) lead(here bool) string {
	if here {
		return m.theme.Row.Accent.Render(m.theme.Glyphs.Cursor)
	}
	return " "
}

// sight is how many rows of the list that one moves in are in sight.
func (m Model) sight() int {
	switch m.stage {
	case telling:
		return max(1, m.height-headRows-len(m.tellingHead())-m.footRows())
	case mapping:
		return max(1, m.height-headRows-len(m.mappingHead())-1)
	default:
		return max(1, m.height-headRows-2-len(m.pickerFoot())-1)
	}
}

func (m Model) style(outcome string) theme.Style { return styleOn(m.theme.Palette, outcome) }

// styleOn is how an outcome is drawn with a palette.
func styleOn(c theme.Palette, outcome string) theme.Style {
	switch outcome {
	case intent.Added:
		return c.OK
	case intent.Updated:
		return c.Accent
	case intent.Refused:
		return c.Warn
	default:
		return c.Muted
	}
}
