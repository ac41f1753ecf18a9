package list

import (
	"strconv"
	"strings"

	"candid/ui/look"
)

// drawKinds draws, above the numbers, which of the requirements are must-haves and which nice-to-haves, the tens of
// numbers beyond nine, and which way the rows are sorted by one of them.
func (m Model) drawKinds(p *pen, c columns) {
	line := []byte(strings.Repeat(" ", max(0, c.place(c.cells-1)+1)))
	arrow := -1 // the cell over the requirement that the rows are sorted by
	if sorted := m.sortedColumn(); sorted > 0 {
		arrow = c.place(sorted - 1)
	}
	label := func(from, cells int, names ...string) {
		for _, name := range names {
			end := from + min(cells, 9) // the tenth cell shows a ten
			at := from
			if arrow >= from && arrow < from+len(name) { // the name makes room
				at = arrow + 2
			}
			if at+len(name) > end {
				at--
			}
			if at >= from && at+len(name) <= end && (arrow < at || arrow >= at+len(name)) {
				copy(line[at:], name)
				break
			}
		}
		for n := 10; n <= cells; n += 10 {
			copy(line[from+n-1:], strconv.Itoa(n/10))
		}
	}
	nices := c.cells - c.musts
	if c.musts > 0 {
		label(0, c.musts, "must-have", "must", "m")
	}
	if nices > 0 {
		label(c.place(c.musts), nices, "nice", "n")
	}
	p.blank(m.theme.Background, c.stripAt())
	from, to := min(c.from, len(line)), min(c.from+c.strip, len(line))
	if arrow < from || arrow >= to {
		p.put(m.theme.Muted, string(line[from:to]))
		return
	}
	p.put(m.theme.Muted, string(line[from:arrow]))
	p.put(m.theme.Accent, m.arrow())
	p.put(m.theme.Muted, string(line[arrow+1:to]))
}

// heading is the name of a column beside the strip, and where it stands.
type heading struct {
	column    int // that the column cursor can stand on; 0: none
	name      string
	at, cells int
	right     bool // it stands at the right of its cells
}

// headings is the headings beside the strip, from left to right.
func (c columns) headings() []heading {
	all := []heading{{column: candidateColumn, name: "Candidate", at: margin, cells: c.name}}
	at := c.stripAt() + c.strip
	right := []heading{{column: scoreColumn, name: "Score", cells: c.score()}}
	for _, b := range c.beside {
		right = append(right, heading{column: columnOf[b.what], name: b.what.Heading(), cells: b.cells, right: b.what == look.Applied})
	}
	for _, h := range right {
		if h.cells == 0 {
			continue
		}
		h.at = at + gap
		at = h.at + h.cells
		if h.cells < len(h.name) {
			h.name = h.name[:3]
		}
		all = append(all, h)
	}
	return all
}

// drawHeading draws the names of the columns, and the numbers of the requirements. The column under the cursor is marked, and behind the
// name of the one that the rows are sorted by stands which way.
func (m Model) drawHeading(p *pen, c columns) {
	t := m.theme
	sorted := m.sortedColumn()
	drawn := 0
	for i, h := range c.headings() {
		style, arrow := t.Muted, ""
		if h.column == m.column && m.column != 0 {
			style = t.Term
		}
		if h.column == sorted && sorted != 0 {
			arrow = m.arrow()
			switch {
			case h.right:
				arrow += " "
			case h.cells > len(h.name)+1:
				arrow = " " + arrow
			}
		}
		name := h.name
		if h.right { // from the gap on, where name and arrow fill more than the column
			p.blank(t.Background, h.at+h.cells-len(name)-len([]rune(arrow))-drawn)
			p.put(t.Accent, arrow)
			p.put(style, name)
			drawn = h.at + h.cells
		} else {
			p.blank(t.Background, h.at-drawn)
			p.put(style, name)
			p.put(t.Accent, arrow) // into the gap, where the name fills its column
			drawn = h.at + len(name) + len([]rune(arrow))
		}
		if i == 0 {
			p.blank(t.Background, c.stripAt()-drawn)
			m.drawNumbers(p, c)
			drawn = c.stripAt() + c.strip
		}
	}
}

// drawNumbers draws the numbers of the requirements over the strip.
func (m Model) drawNumbers(p *pen, c columns) {
	sorted := m.sortedColumn()
	for x := range c.strip {
		i, ok := c.requirement(x)
		if !ok {
			p.blank(m.theme.Background, 1)
			continue
		}
		number := i + 1
		if i >= c.musts {
			number -= c.musts
		}
		style := m.theme.Muted
		switch i + 1 {
		case m.column:
			style = m.theme.Term
		case sorted:
			style = m.theme.Accent
		}
		p.put(style, strconv.Itoa(number%10))
	}
}

// arrow is which way the rows are sorted.
func (m Model) arrow() string {
	if m.by().Reverse {
		return m.theme.Glyphs.Up
	}
	return m.theme.Glyphs.Down
}
