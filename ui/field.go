package ui

import (
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
		f.rows[i] = blind.Row(viewer, role, c)
	}
	return f
}

// set changes one candidate's card and gives the new row.
func (f *field) set(viewer model.ID, card model.Record) model.Row {
	id := card.Candidate.ID
	row := blind.Row(viewer, f.role, card)
	f.cards[id] = card
	if i, ok := f.at[id]; ok {
		f.rows[i] = row
	} else {
		f.at[id] = len(f.rows)
		f.rows = append(f.rows, row)
	}
	return row
}

// message is the field as screens are told it. The rows are copied: screens sort them.
func (f field) message(place model.Place) intent.Field {
	return intent.Field{Role: f.role, Rows: append([]model.Row(nil), f.rows...), Place: place, Loaded: f.loaded}
}
