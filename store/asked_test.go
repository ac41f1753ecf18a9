package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/model/blind"
	"candid/model/query"
)

// A query tells nobody what they may not see: whatever a peer does short of submitting, and whatever they have submitted while my own
// review is a draft, no query that I can ask gives another answer for it, in no other order.
func TestQueriesTellNothingOfAPeer(t *testing.T) {
	w := populate(t, open(t), 6)
	role := w.role
	r := rand.New(rand.NewPCG(6, 11))
	now := time.Date(2026, 11, 15, 12, 0, 0, 0, time.UTC)
	in := query.Scope{Role: role, Viewer: w.ana.ID, Names: map[model.ID]string{w.ana.ID: "Ana", w.bo.ID: "Bo"}, Now: now}

	review := func(by model.ID) model.Review {
		x := model.Review{Reviewer: by, Recommendation: model.Recommendation(r.IntN(5)), Note: "a note"}
		for _, q := range role.Checklist.Requirements {
			if r.IntN(3) > 0 {
				x.Ratings = append(x.Ratings, model.Rating{Requirement: q.ID, Value: model.Value(1 + r.IntN(5)), Meaning: q.Changed})
			}
		}
		return x
	}
	// One candidate as it is kept, twice: all is the same but what the peer did.
	twice := func(card model.Record) (a, b model.Record) {
		mine := review(w.ana.ID)
		submitted, stage := model.Time(r.IntN(2)), model.Stage(r.IntN(4))
		peer := func() model.Record {
			x := card
			theirs := review(w.bo.ID)
			theirs.Submitted = submitted
			x = x.WithReview(mine).WithReview(theirs)
			x.Candidate.Tags = []model.Tag{{Name: "mine", By: w.ana.ID}}
			for range r.IntN(3) {
				x.Candidate.Tags = append(x.Candidate.Tags, model.Tag{Name: []string{"visa", "no way", "star"}[r.IntN(3)], By: w.bo.ID})
			}
			x.Candidate.Decision = model.Decision{Stage: stage, By: w.bo.ID, At: model.Time(1 + r.IntN(9)), Reason: model.Reason{Other: fmt.Sprint("rude", r.IntN(9))}}
			return x
		}
		return peer(), peer()
	}
	cards, err := w.Cards(role.ID)
	if err != nil {
		t.Fatal(err)
	}
	answer := func(q query.Query, rows []model.Row) (ids []string) {
		by, _ := q.Sort()
		rows = slices.Clone(rows)
		model.Order(role, rows, by)
		for _, row := range q.Rows(rows, nil) {
			ids = append(ids, row.Candidate.Name)
		}
		return ids
	}
	seen, empty := map[string]int{}, 0
	for range 40 {
		var here, there []model.Row
		for _, card := range cards {
			a, b := twice(card)
			here, there = append(here, blind.Row(w.ana.ID, role, a)), append(there, blind.Row(w.ana.ID, role, b))
		}
		for range 60 {
			words := aQuery(r)
			q, err := query.Parse(words, in)
			if err != nil {
				t.Fatalf("%s: %v", words, err)
			}
			a, b := answer(q, here), answer(q, there)
			if !slices.Equal(a, b) {
				t.Fatalf("%s finds %q, and %q after the peer did something else", words, a, b)
			}
			if len(a) == 0 {
				empty++
			}
			for _, part := range strings.Fields(words) {
				name, _, _ := strings.Cut(strings.TrimPrefix(part, "-"), ":")
				seen[name]++
			}
		}
	}
	for _, f := range query.Fields() {
		if seen[f.Name] == 0 && f.Name != "same" && f.Name != "applied" {
			t.Errorf("no query asked for %s", f.Name)
		}
	}
	if empty > 2000 {
		t.Errorf("%d of 2400 queries found nobody: they ask for too much", empty)
	}
}

// aQuery is a query of one to three parts.
func aQuery(r *rand.Rand) string {
	parts := []string{
		"stage:new,hold", "stage:rejected", "score:>=40", "score:<30", "high:<90", "must:<2", "must:open", "must:4", "req:1:>=3", "req:2:0", "req:n1:open,4", "open:>1", "open:0", "rated:none", "rated:some", "rated:all",
		"gate:notmet", "gate:disputed", "mine:draft", "mine:none", "opened:no", "reviews:1", "by:bo", "by:me", "rec:yes", "rec:no,strongno", "rec:none", "rec:>=yes", "rec:bo:yes,none", "rec:me:<=no", "every:>=2", "every:open", "spread:>=1", "behind:yes", "tag:visa", "tag:mine", `tag:"no way"`,
		"from:referral", "loc:oslo", "has:tag", "has:resume", "visa", "rude", "star", "candidate", `"candidate 3"`, "bo",
	}
	sorts := []string{"sort:score", "sort:-score", "sort:name", "sort:stage", "sort:reviews", "sort:-applied", "sort:1", "sort:-n1"}
	var said []string
	for range 1 + r.IntN(3) {
		minus := ""
		if r.IntN(4) == 0 {
			minus = "-"
		}
		said = append(said, minus+parts[r.IntN(len(parts))])
	}
	words := strings.Join(said, []string{" ", " or "}[r.IntN(2)])
	if r.IntN(2) == 0 {
		words += " " + sorts[r.IntN(len(sorts))]
	}
	return words
}
