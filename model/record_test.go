package model

import (
	"reflect"
	"testing"
)

func TestCard(t *testing.T) {
	quote := []Quote{{Text: "Rust"}}
	r := Record{
		Candidate: Candidate{
			ID: someone, Name: "Noor", Email: "noor@example.org", Phone: "555-0100", Links: []string{"x"}, Answers: []Answer{{"Why?", "Rust"}},
			Documents: []Document{{ID: ID{1}, Name: "a.md", Size: 9}, {ID: ID{2}, Kind: CoverLetter}, {ID: ID{3}, Replaces: ID{1}}},
		},
		Reviews: []Review{
			{Reviewer: ana, Ratings: []Rating{{Requirement: 1, Value: Meets, Meaning: 2, Note: "n", Quotes: quote}, {Requirement: 2, Quotes: quote}}, Submitted: 4,
				Dismissed: []Dismissed{{1, quote[0]}}},
			{Reviewer: ben, Note: "only a note"},
			{Reviewer: ID{3}, Ratings: []Rating{{Requirement: 1, Note: "only a note"}}},
			{Reviewer: ID{4}, Opened: 7},
		},
	}
	card := r.Card()
	want := Record{
		Candidate: Candidate{ID: someone, Name: "Noor", Email: "noor@example.org", Documents: []Document{{ID: ID{3}}, {ID: ID{2}, Kind: CoverLetter}}},
		Reviews: []Review{
			{Reviewer: ana, Ratings: []Rating{{Requirement: 1, Value: Meets, Meaning: 2}}, Submitted: 4},
			{Reviewer: ben, Begun: true},
			{Reviewer: ID{3}, Begun: true},
			{Reviewer: ID{4}, Opened: 7},
		},
	}
	if !reflect.DeepEqual(card, want) {
		t.Errorf("%+v\nwant %+v", card, want)
	}
	for i := range r.Reviews {
		if r.Reviews[i].IsDraft() != card.Reviews[i].IsDraft() {
			t.Errorf("review %d is a draft: %v, on the card %v", i, r.Reviews[i].IsDraft(), card.Reviews[i].IsDraft())
		}
	}
	if !reflect.DeepEqual(card.Card(), card) {
		t.Error("the card of a card is another")
	}
}

func TestWithReview(t *testing.T) {
	cases := []struct {
		name  string
		put   []Review
		order []byte // the reviewers in the end
	}{
		{"in the order of reviewers", []Review{{Reviewer: ID{3}, Note: "c"}, {Reviewer: ID{1}, Note: "a"}, {Reviewer: ID{2}, Note: "b"}}, []byte{1, 2, 3}},
		{"in the place of the one before", []Review{{Reviewer: ID{1}, Note: "a"}, {Reviewer: ID{1}, Note: "b"}}, []byte{1}},
		{"an empty one is not kept", []Review{{Reviewer: ID{1}}}, nil},
		{"an empty one takes away the one before", []Review{{Reviewer: ID{1}, Note: "a"}, {Reviewer: ID{2}, Note: "b"}, {Reviewer: ID{1}}}, []byte{2}},
		{"one that was opened is not empty", []Review{{Reviewer: ID{1}, Opened: 1}}, []byte{1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var r Record
			for _, x := range c.put {
				r = r.WithReview(x)
			}
			var order []byte
			for _, x := range r.Reviews {
				order = append(order, x.Reviewer[0])
			}
			if string(order) != string(c.order) {
				t.Errorf("%v, want %v", order, c.order)
			}
		})
	}
}

func TestCurrentDocuments(t *testing.T) {
	c := Candidate{Documents: []Document{
		{ID: ID{1}, Kind: OtherDocument}, {ID: ID{2}, Kind: Resume}, {ID: ID{3}, Kind: CoverLetter}, {ID: ID{4}, Kind: Resume, Replaces: ID{2}}, {ID: ID{5}, Kind: Answers},
	}}
	var got []byte
	for _, d := range c.Current() {
		got = append(got, d.ID[0])
	}
	if want := "\x04\x03\x05\x01"; string(got) != want {
		t.Errorf("%v, want resume, cover letter, answers, other, and nothing that was replaced: %v", got, []byte(want))
	}
}
