package add

import (
	"slices"

	"candid/ui/intent"
	"candid/ui/keymap"
)

var (
	addingKeys = keymap.Map{
		Screen: "Adding candidates",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Back}, Word: "back; the adding goes on"},
			{Actions: []keymap.Action{keymap.Cancel}, Word: "cancel"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
		},
		Others: slices.Concat(moves, keymap.Common),
	}
	addedKeys = keymap.Map{
		Screen: "Added candidates",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Back}, Word: "to the list"},
			{Actions: []keymap.Action{keymap.Confirm}, Word: "add more"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
		},
		Others: slices.Concat(moves, keymap.Common),
	}
	tryingKeys = keymap.Map{
		Screen: "Dry run",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Back}, Word: "give up"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
		},
		Others: slices.Concat(moves, keymap.Common),
	}
	triedKeys = keymap.Map{
		Screen: "Dry run",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "add them"},
			{Actions: []keymap.Action{keymap.Back}, Word: "pick others"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
		},
		Others: slices.Concat(moves, keymap.Common),
	}
)

func (m Model) tellingKeys() keymap.Map {
	switch r := m.report; {
	case r.Dry && r.Over:
		return triedKeys
	case r.Dry:
		return tryingKeys
	case r.Over:
		return addedKeys
	default:
		return addingKeys
	}
}

// told takes how an adding goes. A form that is being filled in stays.
func (m Model) told(r intent.Adding) Model {
	if m.stage != filling {
		if m.stage != telling || r.Dry != m.report.Dry || len(r.Told) == 0 {
			m.at = 0
		}
		m.stage = telling
		m.pick.typing = false
	}
	m.report = r
	m.at = step(m.at, 0, len(r.Told))
	return m
}

// tellingKey takes a key while an adding goes on, or is over.
func (m Model) tellingKey(action keymap.Action) (Model, intent.Intent) {
	r := m.report
	switch {
	case action == keymap.Back && r.Dry:
		m.stage, m.report = picking, intent.Adding{}
		return m, intent.Stop{}
	case action == keymap.Back:
		return m, intent.Back{}
	case action == keymap.Cancel:
		return m, intent.Stop{}
	case action == keymap.Confirm && r.Dry && r.Counts[intent.Added]+r.Counts[intent.Updated] == 0:
		return m, intent.Say{Text: "there is nothing new to add"}
	case action == keymap.Confirm && r.Dry:
		c := m.columns
		c.dry = false
		return m, c.order()
	case action == keymap.Confirm:
		m.stage, m.report = picking, intent.Adding{}
		m.pick.marked = nil
		var want intent.Intent
		m.pick, want = m.pick.open(m.pick.folder) // there may be others by now
		return m, intent.All{intent.PutAside{}, want}
	}
	m.at = move(action, m.at, len(r.Told), m.sight())
	return m, nil
}
