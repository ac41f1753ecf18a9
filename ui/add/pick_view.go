package add

import (
	"fmt"
	"slices"
	"strings"

	"candid/ui/intent"
	"candid/ui/text"
)

const howFiles = "Each file in a folder is one candidate, and so is each folder in it. A row of a table is one, and so is a mail. A ZIP is read as a folder."

// viewPicker is the path, what the folder holds, and how files become candidates.
func (m Model) viewPicker() []string {
	t, p := m.theme, m.pick
	arrow := "  " + t.AccentStrong.Render(t.Glyphs.Arrow) + " "
	foot := m.pickerFoot()
	if p.typing {
		lines := []string{arrow + p.path.View(t.Caret, t.Text.Render), ""}
		for _, choice := range p.path.Choices(t, m.width-4, m.sight()) {
			lines = append(lines, "  "+choice)
		}
		return m.withFoot(lines, foot)
	}
	lines := []string{arrow + t.Text.Render(m.lastOf(text.Drawable(p.folder), m.width-6)), ""}
	if p.why != "" {
		lines[0] = arrow + t.Text.Render(m.lastOf(text.Drawable(p.asked), m.width-6))
		lines[1] = "  " + t.Warn.Render(m.cut(text.Drawable(p.why), m.width-4))
	}
	from, to := window(p.at, p.rows(), m.sight())
	for i := from; i < to && p.rows() > 0; i++ {
		lines = append(lines, m.pickRow(i)+m.more(i, from, to, p.rows()))
	}
	return m.withFoot(lines, foot)
}

// lastOf is the end of a path that has no room.
func (m Model) lastOf(path string, cells int) string {
	if text.Width(path) <= cells {
		return path
	}
	e := m.theme.Glyphs.Ellipsis
	for text.Width(path) > cells-text.Width(e) {
		_, path, _ = strings.Cut(path[1:], "/")
		if path = "/" + path; path == "/" {
			return e
		}
	}
	return e + path
}

// withFoot puts lines at the foot of the screen.
func (m Model) withFoot(lines, foot []string) []string {
	for len(lines)+len(foot)+headRows < m.height {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// pickerFoot says how files become candidates, as far as there is room.
func (m Model) pickerFoot() []string {
	foot := m.prose(m.theme.Muted, howFiles)
	if m.height < 20 {
		foot = m.prose(m.theme.Muted, strings.SplitAfter(howFiles, ". ")[0])
	}
	return append([]string{""}, foot...)
}

// Cells of the columns that say what a file seems to be and how large it is.
const (
	seemsCells = 22
	sizeCells  = 8
)

// pickRow is one row of the picker, all but the last cell of the line.
func (m Model) pickRow(i int) string {
	t, p := m.theme, m.pick
	name, seems, size, marked := "", "", "", false
	switch e := (intent.Entry{}); i {
	case 0:
		name, seems = "./", "all of this folder"
	case 1:
		name, seems = "../", "the folder above"
	default:
		e = p.entries[i-above]
		name, seems = e.Name, e.Seems
		marked = slices.Contains(p.marked, p.pathOf(e))
		if e.Folder {
			name, seems = name+"/", "folder"
		} else {
			size = bytes(e.Size)
		}
	}
	c, style := m.on(i == p.at)
	mark := c.Background.Render(" ")
	if marked {
		mark = c.Accent.Render(t.Glyphs.Mark)
	}
	nameCells := min(60, m.width-6-seemsCells-sizeCells-4)
	return " " + m.lead(i == p.at) + mark + style.Render(" "+text.Fit(name, nameCells, t.Glyphs.Ellipsis)+"  ") +
		c.Muted.Render(text.Fit(seems, seemsCells, t.Glyphs.Ellipsis)+"  "+text.FitRight(size, sizeCells, "")+" ")
}

// bytes is a size in words.
func bytes(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1000_000:
		return fmt.Sprintf("%d KB", (n+500)/1000)
	case n < 10_000_000:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n < 1000_000_000:
		return fmt.Sprintf("%d MB", (n+500_000)/1000_000)
	default:
		return fmt.Sprintf("%.1f GB", float64(n)/1e9)
	}
}
