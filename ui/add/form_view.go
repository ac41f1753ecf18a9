package add

import (
	"fmt"
	"strings"

	"candid/ui/text"
	"candid/ui/theme"
)

// viewForm is the fields, what is wrong with them, and what became of the candidate before.
func (m Model) viewForm() []string {
	t, f := m.theme, m.form
	lines := m.viewEntered()
	edge := t.Caret
	label := func(x field) string {
		style := t.Muted
		if x == f.on {
			style = t.AccentStrong
		}
		return " " + m.cursor(x == f.on) + style.Render(text.Fit(labels[x], labelCells-2, ""))
	}
	for x := range resumeField {
		words := t.Text.Render(text.Cut(f.fields[x].Text(), m.width-labelCells-2, t.Glyphs.Ellipsis))
		if x == f.on {
			words = f.fields[x].View(edge, t.Text.Render)
		} else if f.fields[x].Text() == "" {
			words = t.Muted.Render(m.cut(hints[x], m.width-labelCells-2))
		}
		lines = append(lines, label(x)+words)
		if why := f.wrong(x); why != "" && f.left[x] {
			lines = append(lines, text.Blank(labelCells)+t.Warn.Render(m.cut(why, m.width-labelCells-2)))
		}
	}
	return append(lines, m.viewResume(label(resumeField), edge, m.height-headRows-len(lines)-1)...)
}

// hints is what stands in fields that are empty.
var hints = [...]string{"", "", "", "", "where the application comes from: referral, meetup", "several are parted by blanks", "several are parted by commas"}

// viewEntered says what became of the candidate before.
func (m Model) viewEntered() []string {
	t, r := m.theme, m.form.result
	var words string
	var style theme.Style
	switch {
	case !m.form.told:
		return nil
	case r.Err != nil:
		style, words = t.Warn, text.Drawable(r.Err.Error())
	default:
		style = m.style(r.Result)
		words = r.Result + ": " + text.Drawable(r.Name)
		if r.Name == "" {
			words = r.Result
		}
		if r.Words != "" {
			words += ", " + text.Drawable(r.Words)
		}
	}
	return append(m.prose(style, words), "")
}

// viewResume is the last field: the path of a document and what could be chosen, or the beginning of what was pasted.
func (m Model) viewResume(label, edge string, rows int) []string {
	t, f := m.theme, m.form
	indent := text.Blank(labelCells)
	if f.resume != "" {
		all := strings.Split(strings.TrimSpace(f.resume), "\n")
		lines := []string{label + t.Text.Render(fmt.Sprintf("%s pasted", text.Count(len(all), "line"))) + t.Muted.Render("; backspace takes them out")}
		for _, line := range all {
			if line = strings.TrimSpace(text.Drawable(strings.ReplaceAll(line, "\t", " "))); line == "" {
				continue
			}
			if len(lines) > max(0, min(rows, 6)) {
				break
			}
			lines = append(lines, indent+t.Muted.Render(m.cut(line, m.width-labelCells-2)))
		}
		return lines
	}
	if f.on != resumeField {
		words := t.Text.Render(text.Cut(f.path.Path(), m.width-labelCells-2, t.Glyphs.Ellipsis))
		if f.path.Path() == "" {
			words = t.Muted.Render(m.cut(resumeHint, m.width-labelCells-2))
		}
		return []string{label + words}
	}
	lines := []string{label + f.path.View(edge, t.Text.Render)}
	if f.path.Typed() == "" {
		return append(lines, indent+t.Muted.Render(m.cut(resumeHint, m.width-labelCells-2)))
	}
	for _, choice := range f.path.Choices(t, m.width-labelCells-2, max(1, rows)) {
		lines = append(lines, indent+choice)
	}
	return lines
}

const resumeHint = "the path of a document, or its text pasted here"
