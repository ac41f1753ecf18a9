package model

import (
	"slices"
	"testing"
)

func TestChangeWords(t *testing.T) {
	role := Role{Checklist: Checklist{Version: 1, Requirements: []Requirement{{ID: 2, Label: "Rust and async"}}}}
	resume, newer := Document{ID: ID{1}, Name: "resume.md"}, Document{ID: ID{2}, Name: "resume.md", Replaces: ID{1}}
	two := Quote{From: 4, To: 6, Text: "a\nb"}
	one := Quote{From: 9, To: 10, Text: "c"}
	not := Decision{Stage: Rejected, Reason: Reason{Requirement: 2}}
	tests := map[string]Change{
		"Rust and async open → 3":                            {Facet: FacetRating, Requirement: 2, After: State{Value: Meets}},
		"Rust and async 3 → open":                            {Facet: FacetRating, Requirement: 2, Before: State{Value: Meets}},
		"Rust and async 3 → 0 (revision)":                    {Facet: FacetRating, Requirement: 2, Before: State{Value: Meets}, After: State{Value: NotShown, Revision: true}},
		"r9 1 → 2":                                           {Facet: FacetRating, Requirement: 9, Before: State{Value: Lacks}, After: State{Value: Some}},
		"note":                                               {Facet: FacetNote, After: State{Note: "x"}},
		"note on Rust and async changed":                     {Facet: FacetNote, Requirement: 2, Before: State{Note: "x"}, After: State{Note: "y"}},
		"note on Rust and async removed":                     {Facet: FacetNote, Requirement: 2, Before: State{Note: "x"}},
		"quoted 2 lines on Rust and async":                   {Facet: FacetQuotes, Requirement: 2, After: State{Quotes: []Quote{two}}},
		"quoted 1 line on Rust and async":                    {Facet: FacetQuotes, Requirement: 2, Before: State{Quotes: []Quote{two}}, After: State{Quotes: []Quote{two, one}}},
		"took back the quote of 3 lines on Rust and async":   {Facet: FacetQuotes, Requirement: 2, Before: State{Quotes: []Quote{two, one}}},
		"took away 2 lines found for Rust and async":         {Facet: FacetDismissed, Requirement: 2, After: State{Quotes: []Quote{two}}},
		"took away 1 line found for Rust and async":          {Facet: FacetDismissed, Requirement: 2, Before: State{Quotes: []Quote{two}}, After: State{Quotes: []Quote{two, one}}},
		"put back 1 line found for Rust and async":           {Facet: FacetDismissed, Requirement: 2, Before: State{Quotes: []Quote{two, one}}, After: State{Quotes: []Quote{two}}},
		"recommends strong yes":                              {Facet: FacetRecommendation, Before: State{Recommendation: No}, After: State{Recommendation: StrongYes}},
		"recommendation taken back":                          {Facet: FacetRecommendation, Before: State{Recommendation: No}},
		"submitted":                                          {Facet: FacetSubmission, After: State{Submitted: 1, Checklist: 1}},
		"submission taken back":                              {Facet: FacetSubmission, Before: State{Submitted: 1, Checklist: 1}},
		"advanced":                                           {Facet: FacetDecision, After: State{Decision: Decision{Stage: Advanced}}},
		"back to new":                                        {Facet: FacetDecision, Before: State{Decision: not}},
		"rejected: Rust and async not met (never opened)":    {Facet: FacetDecision, Unopened: true, After: State{Decision: not}},
		"rejected: moved away":                               {Facet: FacetDecision, After: State{Decision: Decision{Stage: Rejected, Reason: Reason{Other: "moved away"}}}},
		"tagged referral, toronto":                           {Facet: FacetTags, After: State{Tags: []Tag{{Name: "referral"}, {Name: "toronto"}}}},
		"tag taken off: referral":                            {Facet: FacetTags, Before: State{Tags: []Tag{{Name: "referral"}}}},
		"added resume.md":                                    {Facet: FacetDocuments, After: State{Documents: []Document{resume}}},
		"added resume.md again":                              {Facet: FacetDocuments, Before: State{Documents: []Document{resume}}, After: State{Documents: []Document{resume, newer}}},
		"removed resume.md":                                  {Facet: FacetDocuments, Before: State{Documents: []Document{resume}}},
		"contacts changed: e-mail, phone":                    {Facet: FacetContacts, Before: State{Contacts: &Contacts{Name: "A"}}, After: State{Contacts: &Contacts{Name: "A", Email: "a@example.org", Phone: "555-0100"}}},
		"contacts changed":                                   {Facet: FacetContacts},
		"joined with another application of the same person": {Facet: FacetSame, After: State{Tie: Tie{Bond: Holds}}},
		"joined to another application of the same person":   {Facet: FacetSame, After: State{Tie: Tie{Bond: JoinedTo}}},
		"parted: somebody else than the one they may be":     {Facet: FacetSame, Before: State{Tie: Tie{Bond: MaybeSame}}, After: State{Tie: Tie{Bond: SomebodyElse}}},
		"joined no more":                                     {Facet: FacetSame, Before: State{Tie: Tie{Bond: Holds}}},
		"may be the same person as another again":            {Facet: FacetSame, Before: State{Tie: Tie{Bond: SomebodyElse}}, After: State{Tie: Tie{Bond: MaybeSame}}},
		"checklist changed":                                  {Facet: FacetChecklist},
	}
	plain := []Requirement{{ID: 2, Label: "Rust and async"}, {ID: 3, Label: "Kubernetes"}}
	edit := func(change func(qs []Requirement) []Requirement) Change {
		return Change{Facet: FacetChecklist, Before: State{Requirements: plain}, After: State{Requirements: change(slices.Clone(plain))}}
	}
	tests["terms of Rust and async changed"] = edit(func(qs []Requirement) []Requirement { qs[0].Terms = "axum"; return qs })
	tests["terms of Rust and async, Kubernetes changed"] = edit(func(qs []Requirement) []Requirement { qs[0].Terms, qs[1].Terms = "axum", "k8s"; return qs })
	for name, c := range map[string]Change{
		"terms and a label":  edit(func(qs []Requirement) []Requirement { qs[0].Terms, qs[1].Label = "axum", "k8s"; return qs }),
		"one came":           edit(func(qs []Requirement) []Requirement { return append(qs, Requirement{ID: 4}) }),
		"their order":        edit(func(qs []Requirement) []Requirement { slices.Reverse(qs); return qs }),
		"nothing in the end": edit(func(qs []Requirement) []Requirement { return qs }),
	} {
		if got := c.Words(role); got != "checklist changed" {
			t.Errorf("%s: %q", name, got)
		}
	}
	for want, c := range tests {
		if got := c.Words(role); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
