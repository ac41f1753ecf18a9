package ui

import (
	"slices"

	"candid/model"
	"candid/model/blind"
	"candid/ui/intent"
)

// field is the role and everybody who applied to it: the cards as they are kept, and the rows that the viewer may see.
type field struct {
	role   model.Role
	cards  map[model.ID]model.Record
	rows   []model.Row
	at     map[model.ID]int // the row of a candidate
	number uint64           // of the last change that is in it
	loaded bool
}

// newField makes the rows of cards for a viewer.
func newField(viewer model.ID, role model.Role, cards []model.Record, number uint64) field {
	f := field{
		role: role, number: number, loaded: true, rows: make([]model.Row, len(cards)),
		cards: make(map[model.ID]model.Record, len(cards)), at: make(map[model.ID]int, len(cards)),
	}
	for i, c := range cards {
		f.cards[c.Candidate.ID], f.at[c.Candidate.ID] = c, i
	}
	for i, c := range cards {
		f.rows[i] = f.row(viewer, c)
	}
	return f
}

// find is a candidate of the field, as far as its card holds it.
func (f field) find(id model.ID) (model.Candidate, bool) {
	c, ok := f.cards[id]
	return c.Candidate, ok
}

// row is the row of a card, with what the candidate's other applications say.
func (f field) row(viewer model.ID, card model.Record) model.Row {
	card.Candidate = model.Whole(card.Candidate, f.find)
	return blind.Row(viewer, f.role, card)
}

// set changes candidates' cards and gives the rows that are not as they were: those of all who are tied to others, when a tie changed.
func (f *field) set(viewer model.ID, cards []model.Record) []model.Row {
	retied := false
	for _, c := range cards {
		retied = retied || !slices.Equal(f.cards[c.Candidate.ID].Candidate.Ties, c.Candidate.Ties)
		f.cards[c.Candidate.ID] = c
	}
	rows := make([]model.Row, 0, len(cards))
	for _, c := range cards {
		rows = append(rows, f.put(f.row(viewer, c)))
	}
	if !retied {
		return rows
	}
	for id, c := range f.cards {
		if len(c.Candidate.Ties) > 0 && !slices.ContainsFunc(cards, func(x model.Record) bool { return x.Candidate.ID == id }) {
			rows = append(rows, f.put(f.row(viewer, c)))
		}
	}
	return rows
}

// put puts a row in the place of the one that was there.
func (f *field) put(row model.Row) model.Row {
	id := row.Candidate.ID
	if i, ok := f.at[id]; ok {
		f.rows[i] = row
	} else {
		f.at[id] = len(f.rows)
		f.rows = append(f.rows, row)
	}
	return row
}

// message is the field as screens are told it. The rows are copied: screens sort them. Those whom others hold are in no list.
func (f field) message(place model.Place) intent.Field {
	rows := slices.DeleteFunc(slices.Clone(f.rows), func(r model.Row) bool { return r.Candidate.Hidden() })
	return intent.Field{Role: f.role, Rows: rows, Place: place, Loaded: f.loaded}
}
