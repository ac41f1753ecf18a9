package list

import (
	"slices"

	"candid/model"
	"candid/model/query"
	"candid/ui/keymap"
	"candid/ui/look"
)

// The columns beside the strip that the column cursor can stand on: those of the strip are numbered from 1, 0 is none.
const (
	candidateColumn = -1 - iota
	scoreColumn
	reviewsColumn
	stageColumn
	appliedColumn
)

// columnOf is which of these a column is; 0 for one that nobody sorts by.
var columnOf = map[look.Column]int{look.Reviews: reviewsColumn, look.Stage: stageColumn, look.Applied: appliedColumn}

// sortable is the columns beside the strip: what each is called and sorts by.
var sortable = map[int]struct {
	name string
	by   model.SortKey
}{
	candidateColumn: {"Candidate", model.ByName},
	scoreColumn:     {"Score", model.ByScore},
	reviewsColumn:   {"Reviews", model.ByReviews},
	stageColumn:     {"Stage", model.ByStage},
	appliedColumn:   {"Applied", model.ByApplied},
}

// by is the order of the rows: that of the filter where it asks for one, else the list's own.
func (m Model) by() model.Sort {
	if by, asked := m.filter.query.Sort(); asked {
		return by
	}
	return m.sort
}

// sortBy orders the rows. Where the filter asks for an order, that part of it is written anew.
func (m *Model) sortBy(by model.Sort) {
	if _, asked := m.filter.query.Sort(); asked {
		m.sort = by
		_ = m.narrow(query.WithSort(m.words(), by, m.role)) // which can be read as the filter could
		return
	}
	m.sort = by
	m.settle()
}

func (m *Model) reverse() {
	by := m.by()
	by.Reverse = !by.Reverse
	m.sortBy(by)
}

// stops is the columns that the cursor goes over, from left to right.
func (m Model) stops(c columns) []int {
	stops := []int{candidateColumn}
	for i := range m.strip {
		stops = append(stops, i+1)
	}
	stops = append(stops, scoreColumn)
	for _, b := range c.beside {
		if column := columnOf[b.what]; column != 0 && b.cells > 0 {
			stops = append(stops, column)
		}
	}
	return stops
}

// moveColumn moves the column cursor. From nowhere it comes in at the end of the strip that it moves away from.
func (m *Model) moveColumn(by int) {
	stops := m.stops(m.columns())
	at := slices.Index(stops, m.column)
	switch {
	case at >= 0:
		m.column = stops[min(max(0, at+by), len(stops)-1)]
	case len(m.strip) == 0:
		m.column = scoreColumn
	case by < 0:
		m.column = len(m.strip)
	default:
		m.column = 1
	}
}

// columnAt is the column whose heading is at cell x; 0 for none.
func (m Model) columnAt(c columns, x int) int {
	if i, ok := c.requirement(x - c.stripAt()); ok {
		return i + 1
	}
	for _, h := range c.headings() {
		if h.column != 0 && x >= h.at && x < h.at+h.cells {
			return h.column
		}
	}
	return 0
}

// sortOf is the order that a column sorts by.
func (m Model) sortOf(column int) model.Sort {
	if column > 0 {
		return model.Sort{By: model.ByRequirement, Requirement: m.strip[column-1].ID}
	}
	return model.Sort{By: sortable[column].by}
}

// nextSort sorts by the column under the cursor, and the other way round when that is so already; with no such column, by the next
// order.
func (m *Model) nextSort() {
	now := m.by()
	if m.column != 0 {
		next := m.sortOf(m.column)
		if now.By == next.By && now.Requirement == next.Requirement {
			next.Reverse = !now.Reverse
		}
		m.sortBy(next)
		return
	}
	orders := [...]model.SortKey{model.ByScore, model.ByName, model.ByStage, model.ByReviews, model.ByApplied}
	at := slices.Index(orders[:], now.By)
	m.sortBy(model.Sort{By: orders[(at+1)%len(orders)]})
}

// sortedColumn is the column that the rows are sorted by.
func (m Model) sortedColumn() int {
	by := m.by()
	if by.By == model.ByRequirement {
		return 1 + slices.IndexFunc(m.strip, func(q model.Requirement) bool { return q.ID == by.Requirement })
	}
	for column, s := range sortable {
		if s.by == by.By {
			return column
		}
	}
	return 0
}

// typingKeys is what works while a filter is typed.
func (m Model) typingKeys() keymap.Map {
	k := keymap.Map{Screen: "Filter", Filter: true}
	hint := func(word string, actions ...keymap.Action) {
		k.Hints = append(k.Hints, keymap.Hint{Actions: actions, Word: word})
	}
	hint("keep", keymap.Confirm)
	back := "as it was"
	if m.typing.open {
		back = "leave these"
	}
	hint(back, keymap.Back)
	if len(m.typing.offers) > 0 {
		hint("complete", keymap.Complete)
		hint("choose", keymap.NextOffer, keymap.PrevOffer)
	}
	if m.typing.input.Text() != "" {
		hint("clear", keymap.ClearLine)
	} else if len(m.past) > 0 {
		hint("earlier", keymap.Above)
	}
	k.Others = append(k.Others, keymap.Above, keymap.Below, keymap.PageUp, keymap.PageDown)
	return k
}
