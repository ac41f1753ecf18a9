package add

import (
	"slices"

	"candid/ui/intent"
	"candid/ui/keymap"
)

// columns is the tables among what is to be added, and what their columns are taken as. They are looked over one after the other.
type columns struct {
	paths  []string
	dry    bool
	tables []intent.Table
	kinds  []string
	of     int // the table that is looked over
	at     int // the column one stands on
}

var mappingKeys = keymap.Map{
	Screen: "Columns",
	Hints: []keymap.Hint{
		{Actions: []keymap.Action{keymap.Confirm}, Word: "go on"},
		{Actions: []keymap.Action{keymap.Right, keymap.Left}, Word: "take it as something else"},
		{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
		{Actions: []keymap.Action{keymap.Back}, Word: "back"},
	},
	Others: slices.Concat(moves, []keymap.Action{keymap.Mark}, keymap.Common),
}

// table is the one that is looked over.
func (c columns) table() intent.Table {
	if c.of < len(c.tables) {
		return c.tables[c.of]
	}
	return intent.Table{}
}

// order is what is asked for when all has been looked over.
func (c columns) order() intent.Intent {
	return intent.Import{Paths: c.paths, Dry: c.dry, Tables: c.tables}
}

// turn takes the column one stands on as another kind of thing: the next, or the one before.
func (c columns) turn(by int) columns {
	t := c.table()
	if c.at >= len(t.Columns) || len(c.kinds) == 0 {
		return c
	}
	c.tables = slices.Clone(c.tables)
	t.Columns = slices.Clone(t.Columns)
	column := &t.Columns[c.at]
	next := (slices.Index(c.kinds, column.Kind) + by + len(c.kinds)) % len(c.kinds)
	column.Kind, column.As = c.kinds[next], c.kinds[next]
	if column.Kind == "skip" {
		column.As = "left out"
	}
	c.tables[c.of] = t
	return c
}

// mappingKey takes a key while columns are looked over.
func (m Model) mappingKey(action keymap.Action) (Model, intent.Intent) {
	c := m.columns
	switch action {
	case keymap.Back:
		if c.of > 0 {
			c.of, c.at = c.of-1, 0
		} else {
			m.stage = picking
		}
	case keymap.Confirm:
		if c.of+1 < len(c.tables) {
			c.of, c.at = c.of+1, 0
			break
		}
		m.stage = picking // until news come
		return m, c.order()
	case keymap.Right, keymap.Mark:
		c = c.turn(1)
	case keymap.Left:
		c = c.turn(-1)
	default:
		c.at = move(action, c.at, len(c.table().Columns), m.sight())
	}
	m.columns = c
	return m, nil
}
