package model

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// View is a way to look at a role's list that a reviewer keeps for themself: a query, with the order it asks for.
type View struct {
	Name  string `cbor:"1,keyasint"`
	Query string `cbor:"2,keyasint"`
}

// Views is a reviewer's saved views of one role, by the digit they are called with: the first is 1. An empty name is a free place.
type Views [9]View

// The most that a view may be.
const (
	ViewName  = 40   // of its name, in terminal cells
	ViewQuery = 1000 // of its query, in characters
)

// FirstViews is the views that a reviewer has who has kept none.
func FirstViews() Views {
	return Views{
		{"to do", "mine:none,draft stage:new,hold"},
		{"my drafts", "mine:draft"},
		{"advanced", "stage:advanced"},
		{"on hold", "stage:hold"},
		{"we differ", "spread:>=2"},
		{"a must-have not met", "gate:notmet"},
	}
}

// Find is the digit of the view that is called so, by its digit or by its name, in any case; false when none is.
func (v Views) Find(called string) (digit int, ok bool) {
	called = Fold(strings.Join(strings.Fields(called), " "))
	for i, x := range v {
		if x.Name != "" && (Fold(x.Name) == called || fmt.Sprint(i+1) == called) {
			return i + 1, true
		}
	}
	return 0, false
}

// Of is the digit of the first view with that query; false when none has it.
func (v Views) Of(query string) (digit int, ok bool) {
	for i, x := range v {
		if x.Name != "" && x.Query == strings.TrimSpace(query) {
			return i + 1, true
		}
	}
	return 0, false
}

// Free is the digit of the first free place; 0 when all are taken.
func (v Views) Free() int {
	for i, x := range v {
		if x.Name == "" {
			return i + 1
		}
	}
	return 0
}

// With is the views with one in the place of the one that the digit, 1 to 9, called: its name and query without what cannot be
// seen. The zero View frees the place. Problems: Refused when the name is empty, too wide, a digit, or another's already.
func (v Views) With(digit int, x View) (Views, error) {
	if digit < 1 || digit > len(v) {
		return v, &Problem{Kind: Misused, Subject: fmt.Sprint(digit), What: "calls no view", Next: fmt.Sprintf("1 to %d do", len(v))}
	}
	if x == (View{}) {
		v[digit-1] = x
		return v, nil
	}
	x.Name, x.Query = oneLine(x.Name), oneLine(x.Query)
	other, taken := v.Find(x.Name)
	switch {
	case x.Name == "":
		return v, &Problem{Kind: Refused, Subject: "the view", What: "has no name"}
	case uniseg.StringWidth(x.Name) > ViewName:
		return v, &Problem{Kind: Refused, Subject: "the name", What: fmt.Sprintf("is wider than %d characters", ViewName)}
	case len(x.Name) == 1 && x.Name >= "0" && x.Name <= "9":
		return v, &Problem{Kind: Refused, Subject: x.Name, What: "is a digit, and would be taken for one"}
	case taken && other != digit:
		return v, &Problem{Kind: Refused, Subject: x.Name, What: fmt.Sprintf("is what %d is called", other)}
	}
	v[digit-1] = x
	return v, nil
}

// oneLine is what somebody typed, without what cannot be seen, its white space folded.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}
