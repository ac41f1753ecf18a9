package keymap

import (
	"slices"
	"strings"
)

// Site is where actions are taken: screens that a person sees as one place.
type Site struct {
	In      string   // as it is said: "in scoring"
	Screens []string // as their maps are called
	Actions []Action // that all of them take, in some state
}

// Sites is where each action works. What all screens take, and back and confirm, may be missing.
func Sites() []Site { return sites }

// moves is the actions that go through what is longer than the screen.
var moves = []Action{Down, Up, Top, Bottom, HalfDown, HalfUp, PageDown, PageUp}

// Moves reports whether an action only goes through what is longer than the screen.
func Moves(a Action) bool { return slices.Contains(moves, a) }

var sites = []Site{
	{"on the list", []string{"List"}, slices.Concat(moves, []Action{
		Open, Mark, MarkAll, Score, Triage, Session, Advance, Hold, Reject, SamePerson, OtherPerson, Repeat, Left, Right, Search,
		Sort, Reverse, Role, Roles, Add, Quit, Tag, Views, Copy,
	})},
	{"on an open candidate", []string{"a candidate's proof", "triage", "a document", "a candidate's history"}, slices.Concat(moves, []Action{
		Score, Advance, Hold, Reject, SamePerson, OtherPerson, Repeat, NextPerson, PrevPerson, NextTab, PrevTab, Left, Right, Restore,
		Terms, Version, Original, Pager, Back, Tag, Copy,
	})},
	{"on a candidate's proof", []string{"a candidate's proof", "triage"}, []Action{Open, NextReq, PrevReq, Dismiss, Why}},
	{"in a document", []string{"a document"}, []Action{
		NextProof, PrevProof, NextReq, PrevReq, Search, NextMatch, PrevMatch, Select, Quote, Dismiss, Why,
	}},
	{"in scoring", []string{"Scoring"}, slices.Concat(moves, []Action{
		Rate1, Rate2, Rate3, Rate4, Rate0, Later, Note, NextProof, PrevProof, NextReq, PrevReq, NextPerson, PrevPerson, Advance, Hold,
		Reject, Repeat, NextTab, PrevTab, Search, NextMatch, PrevMatch, Select, Quote, Dismiss, Restore, Why, Terms, Original, Pager,
		Role, Copy,
	})},
	{"on the summary of a review", []string{"Summary", "Submitted review"}, slices.Concat(moves, []Action{
		SayStrongNo, SayNo, SayYes, SayStrong, Confirm, Note, PrevReq, NextPerson, PrevPerson, Advance, Hold, Reject, Original, Pager,
		Role,
	})},
	{"on the role", []string{"Role"}, slices.Concat(moves, []Action{Terms, NextTab})},
	{"while a posting is looked over", []string{"The role as it was read"}, slices.Concat(moves, []Action{
		Confirm, Reword, MustOrNice, JudgedFrom, Gate, Weight, Drop, Otherwise, Split, Join, Anchors, Terms, Mark, MarkAll, NextMatch,
		PrevMatch, NextTab, Right,
	})},
	{"while lines are picked from a posting", []string{"The posting, to pick from"}, slices.Concat(moves, []Action{
		Mark, MustOrNice, NextTab, Left,
	})},
	{"where files are picked", []string{"Add candidates"}, slices.Concat(moves, []Action{
		Open, Add, DryRun, ByHand, Complete, TypePath, Mark, MarkAll, Search, Left, Right,
	})},
	{"while a table's columns are looked over", []string{"Columns"}, slices.Concat(moves, []Action{Mark, Left, Right})},
	{"while candidates are added", []string{"Adding candidates"}, slices.Concat(moves, []Action{Cancel})},
	{"among the saved views", []string{"Saved views"}, slices.Concat(moves[:4], []Action{Open, UseView, KeepView, Reword, Search, Drop})},
	{"while a filter is typed", []string{"Filter"}, []Action{Complete, NextOffer, PrevOffer, ClearLine, Above, Below, PageDown, PageUp}},
	{"while a note is written", []string{"Note"}, []Action{NewLine}},
	{"while a requirement is worded", []string{"Reword"}, []Action{NewLine}},
}

// Where says where an action works other than on the screen of that name: "works on the list and in scoring"; "" where it works
// nowhere else.
func Where(a Action, screen string) string {
	var in []string
	for _, s := range sites {
		if slices.Contains(s.Actions, a) && !slices.Contains(s.Screens, screen) {
			in = append(in, s.In)
		}
	}
	switch n := len(in); n {
	case 0:
		return ""
	case 1:
		return "works " + in[0]
	default:
		n = min(n, 3) // more is not read
		return "works " + strings.Join(in[:n-1], ", ") + " and " + in[n-1]
	}
}
