package model

import "testing"

func TestScoreWords(t *testing.T) {
	for _, c := range []struct {
		name string
		of   Score
		want string
	}{
		{"nothing rated", Score{Low: 0, High: 100}, "–"},
		{"a range", Score{Low: 82.6, High: 91.4, Rated: true}, "83–91"},
		{"one number", Score{Low: 80, High: 80, Rated: true}, "80"},
		{"both round to one", Score{Low: 79.6, High: 80.4, Rated: true}, "80"},
		{"half a point goes up, to even and to odd alike", Score{Low: 82.5, High: 83.5, Rated: true}, "83–84"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.of.Words("–"); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestGateWords(t *testing.T) {
	list := Checklist{Requirements: []Requirement{
		{ID: 1}, {ID: 2, Priority: Nice}, {ID: 3}, {ID: 4, From: FromInterview}, {ID: 5}, {ID: 6, Priority: Nice},
	}}
	for _, c := range []struct {
		name string
		of   Score
		want string
	}{
		{"all well", Score{}, ""},
		{"one", Score{NotMet: []RequirementID{3}}, "must 2 not met"},
		{"several of both kinds", Score{NotMet: []RequirementID{1, 5, 6}}, "must 1 3, nice 2 not met"},
		{"in dispute", Score{Disputed: []RequirementID{2}}, "nice 1 disputed"},
		{"not met goes before in dispute", Score{NotMet: []RequirementID{1}, Disputed: []RequirementID{3}}, "must 1 not met"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := list.GateWords(c.of); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
