package keymap

import "slices"

// place is screens and states of screens that take some actions, by the name that a mistake in a config file calls it. An action
// that stands in no place is taken anywhere: it meets all others.
type place struct {
	name    string
	actions []Action
}

var places = []place{
	{"the list", []Action{Quit, Left, Right, Search, Open, Mark, MarkAll, Score, Triage, Session, Advance, Hold, Reject, SamePerson, OtherPerson, Repeat,
		Sort, Reverse, Role, Roles, Add}},
	{"a candidate", []Action{Left, Right, NextReq, PrevReq, NextPerson, PrevPerson, NextProof, PrevProof, Search, NextMatch, PrevMatch, Open, Score,
		Advance, Hold, Reject, SamePerson, OtherPerson, Repeat, Select, Quote, Dismiss, Restore, Why, Terms, NextTab, PrevTab, Version, Original, Pager}},
	{"scoring", []Action{NextReq, PrevReq, NextPerson, PrevPerson, NextProof, PrevProof, Search, NextMatch, PrevMatch, Rate1, Rate2, Rate3, Rate4, Rate0,
		Advance, Hold, Reject, Repeat, Select, Quote, Dismiss, Restore, Why, Terms, Note, NextTab, PrevTab, Later, Role, Original, Pager}},
	{"the end of a review", []Action{PrevReq, NextPerson, PrevPerson, Advance, Hold, Reject, Note, SayStrongNo, SayNo, SayYes, SayStrong, Confirm, Role,
		Original, Pager}},
	{"a role that was read", []Action{Left, Right, NextMatch, PrevMatch, Mark, MarkAll, Terms, NextTab, Confirm, Reword, MustOrNice, JudgedFrom, Gate,
		Weight, Drop, Otherwise, Split, Join, Anchors}},
	{"the files to add", []Action{Left, Right, Search, Open, Mark, MarkAll, Add, Complete, TypePath, DryRun, ByHand}},
	{"an adding", []Action{Left, Right, Mark, Confirm, Cancel}},
	{"a path that is typed", []Action{Confirm, Complete, DryRun}},
	{"a form", []Action{Confirm, NextTab, PrevTab}},
	{"a note", []Action{Confirm, NewLine}},
}

// takes is all that a place takes, as a map.
func (p place) takes() Map {
	all := slices.Clone(p.actions)
	for _, b := range table {
		if !slices.ContainsFunc(places, func(p place) bool { return slices.Contains(p.actions, b.Action) }) {
			all = append(all, b.Action)
		}
	}
	return Map{Screen: p.name, Others: all}
}

// Everywhere is the keys that more than one action of some screen wants, each pair of actions told once.
func (t Table) Everywhere() []Clash {
	var all []Clash
	for _, p := range places {
		for _, c := range t.Clashes(p.takes()) {
			if !slices.ContainsFunc(all, func(told Clash) bool { return told.Key == c.Key && slices.Equal(told.Actions, c.Actions) }) {
				all = append(all, c)
			}
		}
	}
	return all
}

// Meet reports whether some screen may take all of these actions.
func Meet(actions ...Action) bool {
	return slices.ContainsFunc(places, func(p place) bool {
		m := p.takes()
		return !slices.ContainsFunc(actions, func(a Action) bool { return !m.takes(a) })
	})
}

// All is every action of the program, with its keys in the table, in the order of the help screen.
func (t Table) All() []Binding {
	all := slices.Clone(table)
	for i, b := range all {
		all[i].Keys = t.Keys(b.Action)
	}
	return all
}
