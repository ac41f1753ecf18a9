package list

import (
	"strconv"
	"strings"
)

// drawKinds draws, above the numbers, which of the requirements are must-haves and which nice-to-haves, and the tens of
// numbers beyond nine.
func (m Model) drawKinds(p *pen, c columns) {
	line := []byte(strings.Repeat(" ", max(0, c.place(c.cells-1)+1)))
	label := func(from, cells int, names ...string) {
		for _, name := range names {
			if len(name) <= min(cells, 9) { // the tenth cell shows a ten
				copy(line[from:], name)
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
	p.put(m.theme.Muted, string(line[min(c.from, len(line)):min(c.from+c.strip, len(line))]))
}

// drawHeading draws the names of the columns, and the numbers of the requirements.
func (m Model) drawHeading(p *pen, c columns) {
	t := m.theme
	blank := t.Background
	p.blank(blank, margin)
	p.fit(t.Muted, blank, "Candidate", c.name)
	p.blank(blank, gap)
	for x := range c.strip {
		i, ok := c.requirement(x)
		if !ok {
			p.blank(blank, 1)
			continue
		}
		number := i + 1
		if i >= c.musts {
			number -= c.musts
		}
		style := t.Muted
		if i == m.column-1 {
			style = t.Term
		}
		p.put(style, strconv.Itoa(number%10))
	}
	for _, h := range []struct {
		name  string
		cells int
		right bool
	}{
		{"Score", c.score(), false}, {"Reviews", c.reviews, false}, {"Stage", c.stage, false}, {"Tags", c.tags, false},
		{"Applied", c.applied, true},
	} {
		if h.cells == 0 {
			continue
		}
		p.blank(blank, gap)
		switch {
		case h.right:
			p.fitRight(t.Muted, blank, h.name, h.cells)
		case h.cells < len(h.name):
			p.fit(t.Muted, blank, h.name[:3], h.cells)
		default:
			p.fit(t.Muted, blank, h.name, h.cells)
		}
	}
}
