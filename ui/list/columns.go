package list

import (
	"slices"

	"candid/model"
	"candid/ui/look"
)

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
	number, bar                          int      // of the score
	beside                               []beside // the columns that were chosen, from left to right
	cells, musts                         int      // requirements in the strip, and how many of them are must-haves
	from                                 int      // the first cell of the strip that is drawn, where it is wider than its room
	shortScore, shortReviews, shortStage bool
}

// beside is a column beside the score.
type beside struct {
	what  look.Column
	cells int // 0: it has given way
}

// wide is how wide a column is where there is room, and full how wide it may grow.
func wide(c look.Column, dates look.Dates) (cells, full int) {
	switch c {
	case look.Reviews:
		return 7, 0
	case look.Applied:
		return max(7, dates.Widest()), 0
	case look.Stage:
		return 8, 0
	case look.Tags:
		return 9, 16
	case look.Email:
		return 16, 30
	default:
		return 12, 20
	}
}

// narrow makes a column that is shown that wide.
func (c *columns) narrow(what look.Column, cells int) bool {
	for i, b := range c.beside {
		if b.what == what && b.cells > 0 {
			c.beside[i].cells = cells
			return true
		}
	}
	return false
}

// columns lays the columns out. What a narrow terminal has no room for gives way in a fixed order; the strip never does.
func (m Model) columns() columns {
	c := columns{
		width: m.width - m.pane(), cells: len(m.strip),
		number: 9, bar: 10,
	}
	for _, what := range m.setting.Choice.Shown() {
		cells, _ := wide(what, m.setting.Choice.Dates)
		c.beside = append(c.beside, beside{what, cells})
	}
	for _, q := range m.strip {
		if q.Priority == model.Must {
			c.musts++
		}
	}
	c.strip = max(1, c.place(c.cells-1)+1)
	want := min(max(m.widest, leastName), easyName)
	var giveWays []func()
	for _, b := range slices.Backward(c.beside) { // those that one has to ask for go before the standard ones do
		if !slices.Contains(look.Choice{}.Shown(), b.what) {
			giveWays = append(giveWays, func() { c.narrow(b.what, 0) })
		}
	}
	giveWays = append(giveWays,
		func() { c.narrow(look.Tags, 0) },
		func() { c.narrow(look.Applied, 0) },
		func() { c.bar, c.number, want = 0, 14, leastName },
		func() { c.shortReviews = c.narrow(look.Reviews, 5) },
		func() { c.shortStage, c.number, c.shortScore = c.narrow(look.Stage, 5), 12, true },
		func() { c.number = 7 },
		func() { c.narrow(look.Reviews, 0) },
		func() { c.narrow(look.Stage, 0) },
		func() { c.strip = max(1, c.strip-want+c.spare()) },
	)
	for _, giveWay := range giveWays {
		if c.spare() >= want {
			break
		}
		giveWay()
	}
	c.share(max(m.widest, m.widestTwin), max(26, min(m.widestTwin, 32))) // whoever has to be told from others gets cells for it
	if hidden := c.place(m.column-1) - c.strip + 1; m.column > 0 && hidden > 0 {
		c.from = hidden
	}
	return c
}

// spare is what the columns leave for names.
func (c columns) spare() int {
	used := margin + gap + c.strip + gap + c.score()
	for _, b := range c.beside {
		if b.cells > 0 {
			used += gap + b.cells
		}
	}
	return c.width - used
}

// share gives out what is left over: to the names as far as most of them need it, to the bar, to the tags, to the longest
// names, and what is still left to the tags. Most names need no more than easy.
func (c *columns) share(widest, easy int) {
	spare := max(1, c.spare())
	give := func(to *int, most int) {
		more := min(spare, max(0, most-*to))
		*to += more
		spare -= more
	}
	give(&c.name, max(easyName, min(widest, easy))+gap)
	if c.bar > 0 {
		give(&c.bar, 18)
	}
	for i, b := range c.beside {
		if _, full := wide(b.what, look.Ago); b.cells > 0 {
			give(&c.beside[i].cells, full)
		}
	}
	give(&c.name, widest+gap)
	for i, b := range c.beside {
		if b.what == look.Tags && b.cells > 0 {
			give(&c.beside[i].cells, 40)
		}
	}
	if last := len(c.beside) - 1; last >= 0 && c.beside[last].what == look.Applied && c.beside[last].cells > 0 {
		c.beside[last].cells += spare
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
