package store

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/model"
)

func TestConflictNamesWhoAndWhat(t *testing.T) {
	w := populate(t, open(t), 1)
	w.apply(t, w.record(t, w.candidate[0]).Submit(w.role, w.ana.ID, 1_767_366_230_000))
	stale := w.record(t, w.candidate[0])
	w.apply(t, stale.Decide(w.bo.ID, 1_767_366_240_000, model.Advanced, model.Reason{}))
	mine := stale.Decide(w.ana.ID, 1_767_366_300_000, model.Rejected, model.Reason{Requirement: 1})
	_, _, err := w.Apply(context.Background(), w.role.ID, mine)
	if !model.Is(err, model.Conflict) {
		t.Fatal(err)
	}
	for _, word := range []string{"Bo", "advanced", "2026-01-02 15:04 UTC", "Candidate 0", "decision"} {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
	if got := w.record(t, w.candidate[0]).Candidate.Decision.Stage; got != model.Advanced {
		t.Errorf("the stage is %v", got)
	}
}

// Who has not submitted their review is told what the stage is, which shows anyway, and not whose judgement that was.
func TestConflictHidesWhoFromADraft(t *testing.T) {
	w := populate(t, open(t), 1)
	stale := w.record(t, w.candidate[0])
	w.apply(t, stale.Decide(w.bo.ID, 1_767_366_240_000, model.Rejected, model.Reason{Other: "left early"}))
	_, _, err := w.Apply(context.Background(), w.role.ID, stale.Decide(w.ana.ID, 1_767_366_300_000, model.Advanced, model.Reason{}))
	if !model.Is(err, model.Conflict) || !strings.Contains(err.Error(), "rejected") {
		t.Fatal(err)
	}
	for _, word := range []string{"Bo", "2026", "left early"} {
		if strings.Contains(err.Error(), word) {
			t.Errorf("%q says %q", err, word)
		}
	}
}

// What a reviewer takes away of what was found is kept with their review, whole again after an undo, and found whole by check.
func TestDismissedIsKept(t *testing.T) {
	w := populate(t, open(t), 2)
	card := func() model.Record {
		cards, err := w.Cards(w.role.ID)
		if err != nil {
			t.Fatal(err)
		}
		return model.Record{Candidate: cards[0].Candidate, Reviews: cards[0].Submitted()}
	}
	before := card()
	r := w.record(t, w.candidate[0])
	line := model.Quote{Document: r.Candidate.Documents[0].ID, From: 1, To: 2, Text: "Knows pruning and compost."}
	made, _ := w.apply(t, r.Change(w.ana.ID, 5, model.FacetDismissed, 2, model.State{Quotes: []model.Quote{line}}))
	again := openAt(t, w.Path())
	got, err := again.Record(w.candidate[0])
	if err != nil {
		t.Fatal(err)
	}
	if away := got.Review(w.ana.ID).Dismissed; len(away) != 1 || away[0] != (model.Dismissed{Requirement: 2, Quote: line}) || len(got.Review(w.bo.ID).Dismissed) != 0 {
		t.Errorf("kept: %+v", got.Reviews)
	}
	sound(t, again)
	if _, _, err := w.Apply(context.Background(), w.role.ID, made); !model.Is(err, model.Conflict) {
		t.Errorf("the same once more: %v", err)
	}
	w.apply(t, made.Inverse())
	if left := w.record(t, w.candidate[0]).Review(w.ana.ID); len(left.Dismissed) != 0 {
		t.Errorf("after the undo: %+v", left)
	}
	if after := card(); !reflect.DeepEqual(after, before) {
		t.Errorf("the card is %+v, not %+v", after, before)
	}
	sound(t, w.Store)
}

func TestAllOfACallOrNothing(t *testing.T) {
	w := populate(t, open(t), 3)
	var changes []model.Change
	for _, id := range w.candidate {
		changes = append(changes, w.record(t, id).Decide(w.ana.ID, 5, model.OnHold, model.Reason{}))
	}
	w.apply(t, w.record(t, w.candidate[2]).Decide(w.bo.ID, 4, model.Advanced, model.Reason{}))
	if _, _, err := w.Apply(context.Background(), w.role.ID, changes...); !model.Is(err, model.Conflict) {
		t.Fatal(err)
	}
	for _, id := range w.candidate[:2] {
		if got := w.record(t, id).Candidate.Decision.Stage; got != model.New {
			t.Errorf("the stage is %v", got)
		}
	}
	made, records, err := w.Apply(context.Background(), w.role.ID, changes[:2]...)
	if err != nil || len(made) != 2 || len(records) != 2 || made[1].Number != made[0].Number+1 {
		t.Errorf("%v, %v, %v", made, records, err)
	}
	sound(t, w.Store)
}

func TestRefusedChanges(t *testing.T) {
	w := populate(t, open(t), 1)
	r := w.record(t, w.candidate[0])
	good := r.Decide(w.ana.ID, 5, model.OnHold, model.Reason{})
	with := func(edit func(*model.Change)) []model.Change {
		c := good
		edit(&c)
		return []model.Change{c}
	}
	for _, test := range []struct {
		name    string
		role    model.ID
		changes []model.Change
		kind    model.Kind
	}{
		{"too many", w.role.ID, slices.Repeat([]model.Change{good}, MaxChanges+1), model.Misused},
		{"no such role", model.ID{9}, []model.Change{good}, model.Missing},
		{"no such candidate", w.role.ID, with(func(c *model.Change) { c.Candidate = model.ID{9} }), model.Missing},
		{"no such reviewer", w.role.ID, with(func(c *model.Change) { c.By = model.ID{9} }), model.Missing},
		{"no such requirement", w.role.ID, []model.Change{r.Rate(w.role, w.ana.ID, 5, 99, model.Meets)}, model.Missing},
		{"no facet", w.role.ID, with(func(c *model.Change) { c.Facet = 0 }), model.Misused},
		{"another role's", w.role.ID, with(func(c *model.Change) { c.Role = model.ID{9} }), model.Missing},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, _, err := w.Apply(context.Background(), test.role, test.changes...); !model.Is(err, test.kind) {
				t.Errorf("%v, want %v", err, test.kind)
			}
		})
	}
	if history, err := w.History(w.candidate[0]); err != nil || len(history) != 1 {
		t.Errorf("%v, %v", history, err)
	}
}

func TestChecklistChange(t *testing.T) {
	w := populate(t, open(t), 2)
	w.apply(t, w.record(t, w.candidate[0]).Rate(w.role, w.ana.ID, 5, 1, model.Meets))
	requirements := slices.Clone(w.role.Checklist.Requirements)
	requirements[0].Text = "Knows roses instead"
	edit := w.role.Edit(w.ana.ID, 6, requirements, w.role.MustShare, nil)
	made, records, err := w.Apply(context.Background(), w.role.ID, edit)
	if err != nil || len(records) != 0 {
		t.Fatal(records, err)
	}
	role, err := w.Role(w.role.ID)
	if err != nil || role.Checklist.Version != 2 || len(role.Past) != 1 {
		t.Fatalf("%+v, %v", role.Checklist, err)
	}
	if _, _, err := w.Apply(context.Background(), w.role.ID, edit); !model.Is(err, model.Conflict) || !strings.Contains(err.Error(), "Ana") {
		t.Errorf("the same edit again: %v", err)
	}
	if history, err := w.History(w.role.ID); err != nil || len(history) != 1 || history[0].Number != made[0].Number {
		t.Errorf("%v, %v", history, err)
	}
	person, err := w.Person(w.candidate[0])
	if err != nil || len(person.Readings) != 1 || person.Readings[0].Found == nil {
		t.Errorf("without kept evidence: %+v, %v", person.Readings, err)
	}
	sound(t, w.Store)
}

func TestMarkOpened(t *testing.T) {
	w := populate(t, open(t), 1)
	id := w.candidate[0]
	for _, at := range []model.Time{7, 9} {
		if err := w.MarkOpened(context.Background(), id, w.ana.ID, at); err != nil {
			t.Fatal(err)
		}
	}
	if got := w.record(t, id).Review(w.ana.ID).Opened; got != 7 {
		t.Errorf("opened at %d", got)
	}
	cards, err := w.Cards(w.role.ID)
	if err != nil || cards[0].Review(w.ana.ID).Opened != 7 {
		t.Errorf("%v, %v", cards, err)
	}
	if history, err := w.History(id); err != nil || len(history) != 1 {
		t.Errorf("%v, %v", history, err)
	}
	sound(t, w.Store)
}

// TestUndoGivesTheSameBack makes changes at random and takes them back in any order the store allows: then all is as it was.
func TestUndoGivesTheSameBack(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w := populate(t, open(t), 3)
			random := rand.New(rand.NewPCG(seed, 1))
			// A review that was begun and taken back stays as an empty one: begin them all.
			for _, id := range w.candidate {
				for _, by := range []model.ID{w.ana.ID, w.bo.ID} {
					if err := w.MarkOpened(context.Background(), id, by, 1); err != nil {
						t.Fatal(err)
					}
				}
			}
			state := func() []byte {
				var all []model.Record
				for _, id := range w.candidate {
					all = append(all, w.record(t, id))
				}
				cards, err := w.Cards(w.role.ID)
				if err != nil {
					t.Fatal(err)
				}
				b, err := encoder.Marshal([]any{all, cards})
				if err != nil {
					t.Fatal(err)
				}
				return b
			}
			before := state()
			var made []model.Change
			for n := range 40 {
				r := w.record(t, w.candidate[random.IntN(3)])
				made = append(made, w.applyOrSkip(t, randomChange(random, w, r, n))...)
			}
			for len(made) > 0 {
				// Of one thing, the last change first; among things, any order.
				last := random.IntN(len(made))
				for i, c := range made {
					if thing(c) == thing(made[last]) && i > last {
						last = i
					}
				}
				if undone := w.applyOrSkip(t, made[last].Inverse()); len(undone) != 1 || undone[0].Undoes != made[last].Number {
					t.Fatalf("%+v cannot be taken back", made[last])
				}
				made = slices.Delete(made, last, last+1)
			}
			if !bytes.Equal(before, state()) {
				t.Error("something is not as it was")
			}
			sound(t, w.Store)
		})
	}
}

// thing is what a change is of.
func thing(c model.Change) string {
	if c.Facet > model.FacetSubmission {
		c.By = model.ID{}
	}
	return fmt.Sprint(c.Candidate, c.By, c.Facet, c.Requirement)
}

// applyOrSkip makes a change unless it conflicts or is refused.
func (w *world) applyOrSkip(t *testing.T, c model.Change) []model.Change {
	t.Helper()
	made, _, err := w.Apply(context.Background(), w.role.ID, c)
	if err != nil && !model.Is(err, model.Conflict) && !model.Is(err, model.Refused) {
		t.Fatal(err)
	}
	return made
}

func randomChange(random *rand.Rand, w *world, r model.Record, n int) model.Change {
	by := []model.ID{w.ana.ID, w.bo.ID}[random.IntN(2)]
	id := model.RequirementID(1 + random.IntN(4))
	now := model.Time(n + 10)
	switch random.IntN(6) {
	case 0:
		return r.Change(by, now, model.FacetNote, id, model.State{Note: fmt.Sprint("note ", n)})
	case 1:
		return r.Change(by, now, model.FacetQuotes, id, model.State{Quotes: []model.Quote{{Document: w.candidate[0], To: n, Text: "x"}}})
	case 2:
		return r.Change(by, now, model.FacetRecommendation, 0, model.State{Recommendation: model.Recommendation(1 + random.IntN(4))})
	case 3:
		return r.Decide(by, now, model.Stage(1+random.IntN(3)), model.Reason{Other: fmt.Sprint(n)})
	case 4:
		return r.Change(by, now, model.FacetTags, 0, model.State{Tags: []model.Tag{{Name: fmt.Sprint("tag", n), By: by}}})
	default:
		return r.Rate(w.role, by, now, id, model.Value(1+random.IntN(5)))
	}
}
