package add

import (
	"candid/ui/text"
)

// mappingHead is what stands above the columns.
func (m Model) mappingHead() []string {
	t, table := m.theme, m.columns.table()
	lines := []string{"  " + t.Text.Render(m.lastOf(text.Drawable(table.Path), m.width-4))}
	words := "Each row is a candidate; several rows of one person are one. A column that is an answer stands under its header as the question."
	if table.Known {
		words = "Taken as for the last table with this header."
	}
	lines = append(lines, m.prose(t.Muted, words)...)
	name, as, example := m.mappingCells()
	return append(lines, "", "    "+t.Muted.Render(m.cut(text.Fit("Column", name, "")+"  "+text.Fit("Taken as", as, "")+"  "+text.Fit("Example", example, ""), m.width-4)))
}

// mappingCells is how wide the columns of the list are.
func (m Model) mappingCells() (name, as, example int) {
	as = 14
	for _, c := range m.columns.table().Columns {
		name = max(name, text.Width(text.Drawable(c.Name)))
		as = max(as, text.Width(c.As))
	}
	room := m.width - 10
	as = min(as, room/3)
	name = min(max(name, 8), room*2/5)
	return name, as, max(0, room-name-as)
}

// viewMapping is the columns of a table, each with an example and what it is taken as.
func (m Model) viewMapping() []string {
	g := m.theme.Glyphs
	lines := m.mappingHead()
	all := m.columns.table().Columns
	name, as, example := m.mappingCells()
	from, to := window(m.columns.at, len(all), m.sight())
	for i := from; i < to; i++ {
		c, here := all[i], i == m.columns.at
		drawn, style := m.on(here)
		taken := drawn.Accent
		switch {
		case c.Kind == "skip":
			taken = drawn.Muted
		case c.Kind == "answer":
			taken = drawn.Text
		}
		lines = append(lines, "  "+m.lead(here)+style.Render(" "+text.Fit(text.Drawable(c.Name), name, g.Ellipsis)+"  ")+
			taken.Render(text.Fit(text.Drawable(c.As), as, g.Ellipsis)+"  ")+drawn.Muted.Render(text.Fit(text.Drawable(c.Example), example, g.Ellipsis))+m.more(i, from, to, len(all)))
	}
	return lines
}
