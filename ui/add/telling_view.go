package add

import (
	"fmt"
	"strings"

	"candid/ui/intent"
	"candid/ui/text"
)

var outcomes = [...]string{intent.Added, intent.Updated, intent.Unchanged, intent.Refused}

// tellingTitle is what stands at the two ends of the first line.
func (m Model) tellingTitle() (left, right string) {
	t, g, r := m.theme, m.theme.Glyphs, m.report
	left = "Add candidates"
	if r.Dry {
		left = "Dry run: nothing is kept"
	}
	switch {
	case r.Failed != "":
		right = t.Warn.Render("failed")
	case r.Over && r.Cancelled:
		right = t.Warn.Render("cancelled")
	case r.Over:
		right = t.OK.Render(g.Done + " done")
	case r.Cancelled:
		right = t.Muted.Render("cancelling" + g.Ellipsis)
	case r.Dry:
		right = t.Muted.Render("looking" + g.Ellipsis)
	default:
		right = t.Muted.Render("adding" + g.Ellipsis)
	}
	return left, right
}

// viewTelling is how far it is, what came of it, and what there is to say of some.
func (m Model) viewTelling() []string {
	lines := m.tellingHead()
	told := m.report.Told
	if len(told) == 0 {
		return lines
	}
	from, to := window(m.at, len(told), m.sight())
	name := m.nameCells(told[from:to])
	for i := from; i < to; i++ {
		lines = append(lines, m.toldRow(told[i], i == m.at, name)+m.more(i, from, to, len(told)))
	}
	return append(lines, m.tellingFoot()...)
}

// tellingHead is all that stands above the list.
func (m Model) tellingHead() []string {
	t, r := m.theme, m.report
	var paths []string
	for _, p := range r.Paths {
		paths = append(paths, text.Drawable(p))
	}
	lines := []string{
		"  " + t.Muted.Render(m.cut(strings.Join(paths, ", "), m.width-4)),
		"  " + m.bar(min(72, m.width-4)),
		"  " + m.cut(m.far(), m.width-4),
		"",
	}
	if m.small() {
		lines = lines[:3]
	}
	var counts []string
	for _, o := range outcomes {
		number := t.Muted
		if r.Counts[o] > 0 {
			number = t.Strong
		}
		counts = append(counts, number.Render(fmt.Sprint(r.Counts[o]))+" "+m.style(o).Render(o))
	}
	line := "  " + strings.Join(counts, "   ")
	if r.Maybe > 0 {
		line += "   " + t.Strong.Render(fmt.Sprint(r.Maybe)) + " " + t.Warn.Render("maybe the same")
	}
	if text.Width(line) > m.width-1 {
		line = "  " + strings.Join(counts, "  ")
		if r.Maybe > 0 {
			line += "  " + t.Strong.Render(fmt.Sprint(r.Maybe)) + " " + t.Warn.Render("maybe")
		}
	}
	lines = append(lines, m.cut(line, m.width-1))
	switch {
	case r.Failed != "":
		lines = append(lines, m.prose(t.Warn, text.Drawable(r.Failed))...)
	case r.Over && r.Done == 0 && !r.Cancelled:
		lines = append(lines, "", "  "+t.Muted.Render("Nothing was found there."))
	}
	if len(r.Told) > 0 && !m.small() {
		lines = append(lines, "")
	}
	return lines
}

// small reports whether there is no room for blank lines.
func (m Model) small() bool { return m.height < 18 }

// far is how far it is, in words.
func (m Model) far() string {
	t, r := m.theme, m.report
	dot := " " + m.theme.Glyphs.Dot + " "
	landed := r.Counts[intent.Added] + r.Counts[intent.Updated]
	switch {
	case r.Over && r.Cancelled:
		return t.Text.Render(fmt.Sprintf("cancelled: %d landed, %d not read", landed, max(0, r.Found-r.Done)))
	case r.Over && r.Dry:
		return t.Muted.Render(fmt.Sprintf("%d of %d read", r.Done, r.Found) + dot + "beside who is there, not beside one another")
	case r.Over:
		return t.Muted.Render(fmt.Sprintf("%d of %d read", r.Done, r.Found))
	case r.Found == 0:
		words := "looking for what is there"
		if r.Preparing != "" {
			words = r.Preparing
		}
		return t.Muted.Render(text.Drawable(words))
	}
	words := fmt.Sprintf("%d of %d", r.Done, r.Found)
	for _, more := range []string{r.Left, r.Preparing, r.Last} {
		if more != "" {
			words += dot + text.Drawable(more)
		}
	}
	return t.Muted.Render(words)
}

// bar shows how much of what was found has come to what.
func (m Model) bar(cells int) string {
	r, g := m.report, m.theme.Glyphs
	total := 0
	for _, o := range outcomes {
		total += r.Counts[o]
	}
	full := cells
	if r.Found > 0 && (!r.Over || r.Cancelled) {
		full = cells * min(r.Done, r.Found) / r.Found
	}
	if total == 0 {
		full = 0
	}
	var b strings.Builder
	seen, drawn := 0, 0
	for _, o := range outcomes {
		seen += r.Counts[o]
		if total == 0 {
			break
		}
		to := full * seen / total
		b.WriteString(m.style(o).Render(strings.Repeat(g.Bar, to-drawn)))
		drawn = to
	}
	return b.String() + m.theme.Faint.Render(strings.Repeat(g.BarOpen, cells-full))
}

// resultCells is the width of the longest result.
const resultCells = 9

// base is the name of a file without its folders, as it may be drawn.
func base(path string) string {
	if at := strings.LastIndexAny(strings.TrimRight(path, `/\`), `/\`); at >= 0 {
		path = path[at+1:]
	}
	return text.Drawable(path)
}

// nameCells is how many cells the names of files take.
func (m Model) nameCells(told []intent.Outcome) int {
	cells := 0
	for _, o := range told {
		cells = max(cells, min(m.width/3, text.Width(base(o.Path))))
	}
	return cells
}

// toldRow is one outcome on a line, all but the last cell.
func (m Model) toldRow(o intent.Outcome, here bool, nameCells int) string {
	g := m.theme.Glyphs
	c, style := m.on(here)
	words := text.Drawable(m.words(o))
	room := m.width - 4 - resultCells - 2 - nameCells - 2 - 2
	return "  " + m.lead(here) + styleOn(c, o.Result).Render(" "+text.Fit(o.Result, resultCells, "")+"  ") +
		style.Render(text.Fit(base(o.Path), nameCells, g.Ellipsis)+"  ") + c.Muted.Render(text.Fit(words, room, g.Ellipsis)+" ")
}

// words is all there is to say of an outcome: who it is, and what of them.
func (m Model) words(o intent.Outcome) string {
	switch {
	case o.Result == intent.Refused || o.Name == "":
		return o.Words
	case o.Words == "":
		return o.Name
	default:
		return o.Name + ": " + o.Words
	}
}

// footRows is how many rows there are below the list: for all that there is to say of the one one stands on.
func (m Model) footRows() int {
	if len(m.report.Told) == 0 {
		return 0
	}
	return 5
}

// tellingFoot is the outcome one stands on in full.
func (m Model) tellingFoot() []string {
	t, o := m.theme, m.report.Told[m.at]
	rows := m.footRows()
	lines := []string{m.theme.Rule.Render(strings.Repeat(m.theme.Glyphs.Rule, m.width))}
	lines = append(lines, "  "+t.Text.Render(m.lastOf(text.Drawable(o.Path), m.width-4)))
	if said := m.prose(t.Muted, text.Drawable(m.words(o))); m.words(o) != "" {
		if len(said) > rows-2 {
			said = said[:rows-2]
		}
		lines = append(lines, said...)
	}
	return lines
}
