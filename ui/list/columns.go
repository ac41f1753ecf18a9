package list

import "candid/model"

// Widths in cells.
const (
	margin    = 3  // before the names: the cursor's and the mark's
	gap       = 2  // between columns
	leastName = 12 // what names keep
	easyName  = 20 // what names are given before anything else gives way
	widePane  = 140
	mostPane  = 80
)

// columns is how wide each column is, in cells; 0: it has given way.
type columns struct {
	width                                int // of the whole list
	name, strip                          int
	number, bar                          int // of the score
	reviews, stage, tags, applied        int
	cells, musts                         int // requirements in the strip, and how many of them are must-haves
	from                                 int // the first cell of the strip that is drawn, where it is wider than its room
	shortScore, shortReviews, shortStage bool
}

// columns lays the columns out. What a narrow terminal has no room for gives way in a fixed order; the strip never does.
func (m Model) columns() columns {
	c := columns{
		width: m.width - m.pane(), cells: len(m.strip),
		number: 9, bar: 10, reviews: 7, stage: 8, tags: 9, applied: 7,
	}
	for _, q := range m.strip {
		if q.Priority == model.Must {
			c.musts++
		}
	}
	c.strip = max(1, c.place(c.cells-1)+1)
	want := min(max(m.widest, leastName), easyName)
	for _, giveWay := range []func(){
		func() { c.tags = 0 },
		func() { c.applied = 0 },
		func() { c.bar, c.number, want = 0, 14, leastName },
		func() { c.reviews, c.shortReviews = 5, true },
		func() { c.stage, c.shortStage, c.number, c.shortScore = 5, true, 12, true },
		func() { c.number = 7 },
		func() { c.reviews = 0 },
		func() { c.stage = 0 },
		func() { c.strip = max(1, c.strip-want+c.spare()) },
	} {
		if c.spare() >= want {
			break
		}
		giveWay()
	}
	c.share(m.widest)
	if hidden := c.place(m.column-1) - c.strip + 1; m.column > 0 && hidden > 0 {
		c.from = hidden
	}
	return c
}

// spare is what the columns leave for names.
func (c columns) spare() int {
	used := margin + gap + c.strip + gap + c.score()
	for _, w := range [...]int{c.reviews, c.stage, c.tags, c.applied} {
		if w > 0 {
			used += gap + w
		}
	}
	return c.width - used
}

// share gives out what is left over: to the names as far as most of them need it, to the bar, to the tags, to the longest
// names, and what is still left to the tags.
func (c *columns) share(widest int) {
	spare := max(1, c.spare())
	give := func(to *int, most int) {
		more := min(spare, max(0, most-*to))
		*to += more
		spare -= more
	}
	give(&c.name, max(easyName, min(widest, 26))+gap)
	if c.bar > 0 {
		give(&c.bar, 18)
	}
	if c.tags > 0 {
		give(&c.tags, 16)
	}
	give(&c.name, widest+gap)
	if c.tags > 0 {
		give(&c.tags, 40)
	}
	if c.applied > 0 {
		c.applied += spare
	}
}

func (c columns) score() int { return c.number + c.bar }

// place is the cell of the strip that requirement i stands in, counted from the strip's start: a blank parts the kinds.
func (c columns) place(i int) int {
	if i >= c.musts && c.musts > 0 {
		i++
	}
	return i
}

// requirement is what stands in the cell x of the strip as it is drawn; false for the blank and beyond.
func (c columns) requirement(x int) (i int, ok bool) {
	if x < 0 || x >= c.strip {
		return 0, false
	}
	x += c.from
	for i := range c.cells {
		if c.place(i) == x {
			return i, true
		}
	}
	return 0, false
}

func (c columns) stripAt() int { return margin + c.name + gap }

// pane is how wide the pane beside the list is, with the line between them; 0 where there is no room.
func (m Model) pane() int {
	if m.width < widePane {
		return 0
	}
	return min(mostPane, m.width*36/100)
}

// head is how many lines stand above the first row.
func (m Model) head() int {
	if m.height < 20 {
		return 4
	}
	return 5
}

// foot is how many stand below the last.
const foot = 2

// room is how many rows can be seen.
func (m Model) room() int { return max(1, m.height-m.head()-foot) }

// inputRoom is how wide what is typed into the filter may be: beside it stand how many are shown, and in which order.
func (m Model) inputRoom() int { return max(8, m.width-3-max(20, min(36, m.width/3))) }
