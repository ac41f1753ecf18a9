package add

import (
	"fmt"
	"strings"

	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"
)

// What the outcomes are called.
const (
	added     = "added"
	updated   = "updated"
	unchanged = "unchanged"
	refused   = "refused"
)

var outcomes = [...]string{added, updated, unchanged, refused}

// View draws the screen.
func (m Model) View() string {
	if m.width == 0 || m.height == 0 {
		return ""
	}
	g := m.theme.Glyphs
	right := ""
	switch m.stage {
	case adding:
		right = m.theme.Muted.Render("adding" + g.Ellipsis)
	case over:
		right = m.theme.OK.Render(g.Done + " done")
	}
	lines := []string{
		text.Between(" "+m.theme.Strong.Render("Add candidates"), right+" ", m.width, g.Ellipsis),
		m.theme.Faint.Render(strings.Repeat(g.Rule, m.width)),
		"",
	}
	switch {
	case m.stage != asking:
		lines = append(lines, m.progress()...)
	case !m.setting.May.Files:
		lines = append(lines, m.prose(m.theme.Text, "Not over this connection: the files would be those of the machine that candid runs on.")...)
		lines = append(lines, m.prose(m.theme.Muted, "On that machine, candid add PATH does it.")...)
	default:
		lines = append(lines, m.ask()...)
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	return strings.Join(lines[:m.height], "\n")
}

func (m Model) cut(s string, cells int) string { return text.Cut(s, cells, m.theme.Glyphs.Ellipsis) }

// prose is words wrapped between the margins.
func (m Model) prose(s theme.Style, words string) []string {
	lines := text.Lines(words, min(80, m.width-4))
	for i := range lines {
		lines[i] = "  " + s.Render(lines[i])
	}
	return lines
}

// ask is the path being typed, and what it could go on with.
func (m Model) ask() []string {
	t := m.theme
	lines := m.prose(t.Muted, "The path of a file, or of a folder. Each file in a folder is one candidate, and so is each folder in it.")
	lines = append(lines, "", "  "+t.AccentStrong.Render(t.Glyphs.Arrow)+" "+m.path.View(t.Accent.Render(t.Glyphs.Edge), t.Text.Render), "")
	for _, choice := range m.path.Choices(t, m.width-4, max(1, m.height-headRows-len(lines))) {
		lines = append(lines, "  "+choice)
	}
	return lines
}

func (m Model) style(outcome string) theme.Style {
	switch outcome {
	case added:
		return m.theme.OK
	case updated:
		return m.theme.Accent
	case refused:
		return m.theme.Warn
	default:
		return m.theme.Muted
	}
}

// progress is what has come of the adding so far.
func (m Model) progress() []string {
	t := m.theme
	var lines []string
	if len(m.trying) > 0 {
		lines = append(lines, "  "+t.Muted.Render(m.cut(text.Drawable(strings.Join(m.trying, ", ")), m.width-4)))
	}
	lines = append(lines, "  "+m.bar(min(72, m.width-4)), "")
	var counts []string
	for _, o := range outcomes {
		number := t.Muted
		if m.counts[o] > 0 {
			number = t.Strong
		}
		counts = append(counts, number.Render(fmt.Sprint(m.counts[o]))+" "+m.style(o).Render(o))
	}
	lines = append(lines, "  "+m.cut(strings.Join(counts, "   "), m.width-4))
	switch {
	case m.stage == over && m.total() == 0:
		lines = append(lines, "", "  "+t.Muted.Render("Nothing was found there."))
	case m.last != "" && m.stage == adding:
		lines = append(lines, "  "+t.Muted.Render(m.cut(text.Drawable(m.last), m.width-4)))
	}
	if len(m.failed) == 0 {
		return lines
	}
	lines = append(lines, "", "  "+t.AccentStrong.Render("REFUSED"))
	return append(lines, m.refusals(m.height-len(lines)-headRows)...)
}

// headRows is the title, a rule and a blank line.
const headRows = 3

func (m Model) total() int {
	total := 0
	for _, n := range m.counts {
		total += n
	}
	return total
}

// bar shows which part of what was read has come to what.
func (m Model) bar(cells int) string {
	total := m.total()
	if total == 0 {
		return m.theme.Faint.Render(strings.Repeat(m.theme.Glyphs.BarOpen, cells))
	}
	var b strings.Builder
	seen, drawn := 0, 0
	for _, o := range outcomes {
		seen += m.counts[o]
		to := cells * seen / total
		b.WriteString(m.style(o).Render(strings.Repeat(m.theme.Glyphs.Bar, to-drawn)))
		drawn = to
	}
	return b.String()
}

// rows is how many of those refused are in sight.
func (m Model) rows() int {
	above := headRows + 5
	if len(m.trying) > 0 {
		above++
	}
	if m.last != "" && m.stage == adding {
		above++
	}
	return max(1, m.height-above)
}

// base is the name of a file without its folders, as it may be drawn.
func base(path string) string {
	if at := strings.LastIndexAny(path, `/\`); at >= 0 && at < len(path)-1 {
		path = path[at+1:]
	}
	return text.Drawable(path)
}

// refusals is the part of those refused that is in sight, each with its reason: in full where there is room for all in full, else
// in a line.
func (m Model) refusals(rows int) []string {
	g := m.theme.Glyphs
	if full := m.inFull(rows); full != nil {
		return full
	}
	top := max(0, min(m.top, len(m.failed)-rows))
	shown := m.failed[top:min(len(m.failed), top+max(1, rows))]
	column := m.nameCells(shown)
	var lines []string
	for n, f := range shown {
		i := top + n
		line := m.theme.Text.Render(text.Fit(base(f.Path), column, g.Ellipsis)) + "  " + m.theme.Muted.Render(m.cut(text.Drawable(f.Reason), m.width-8-column))
		mark := " "
		switch {
		case i == top && top > 0:
			mark = m.theme.Faint.Render(g.Up)
		case i == top+rows-1 && i < len(m.failed)-1:
			mark = m.theme.Faint.Render(g.Down)
		}
		lines = append(lines, "  "+text.Fit(line, m.width-5, "")+" "+mark)
	}
	return lines
}

// nameCells is how many cells the names of files take.
func (m Model) nameCells(shown []intent.Imported) int {
	column := 0
	for _, f := range shown {
		column = max(column, min(m.width/3, text.Width(base(f.Path))))
	}
	return column
}

// inFull is all of those refused with all of their reasons; nil where that is more than so many rows.
func (m Model) inFull(rows int) []string {
	if len(m.failed) > rows {
		return nil
	}
	column := m.nameCells(m.failed)
	var lines []string
	for _, f := range m.failed {
		name := m.theme.Text.Render(text.Fit(base(f.Path), column, m.theme.Glyphs.Ellipsis))
		for _, reason := range text.Lines(text.Drawable(f.Reason), m.width-8-column) {
			lines = append(lines, "  "+name+"  "+m.theme.Muted.Render(reason))
			name = text.Blank(column)
		}
	}
	if len(lines) > rows {
		return nil
	}
	return lines
}
