package model

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

var (
	ana, ben = ID{1}, ID{2}
	someone  = ID{0xcc}
)

func recordOf(role Role) Record {
	return Record{Candidate: Candidate{ID: someone, Role: role.ID, Alias: "Amber Finch", Name: "Noor", Tags: []Tag{{Name: "referral"}}}}
}

// mustApply applies changes made by the functions, each from the record that the one before left.
func mustApply(t *testing.T, role Role, r Record, changes ...func(Record) Change) Record {
	t.Helper()
	for _, make := range changes {
		var err error
		if r, err = r.Apply(role, make(r)); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func rating(role Role, by ID, id RequirementID, v Value) func(Record) Change {
	return func(r Record) Change { return r.Rate(role, by, 1, id, v) }
}

func submission(role Role, by ID) func(Record) Change {
	return func(r Record) Change { return r.Submit(role, by, 5) }
}

func TestApplyRefuses(t *testing.T) {
	role := roleOf("MM")
	rated := mustApply(t, role, recordOf(role), rating(role, ana, 1, Meets))
	both := mustApply(t, role, rated, submission(role, ana), submission(role, ben))
	takeBack := both.Change(ana, 9, FacetSubmission, 0, State{})
	alone := mustApply(t, role, rated, submission(role, ana))
	reason := mustApply(t, role, alone, func(r Record) Change { return r.Decide(ben, 6, Rejected, Reason{Requirement: 1}) })
	tagged := mustApply(t, role, alone, func(r Record) Change { return r.Change(ben, 6, FacetTags, 0, State{Tags: []Tag{{Name: "weak"}}}) })
	elsewhere := rated.Rate(role, ana, 1, 1, Some)
	elsewhere.Candidate = ID{9}
	otherRole := rated.Rate(role, ana, 1, 1, Some)
	otherRole.Role = ID{9}
	cases := []struct {
		name   string
		record Record
		change Change
		want   Kind
	}{
		{"made from what no longer stands", rated, recordOf(role).Rate(role, ana, 1, 1, Some), Conflict},
		{"another candidate", rated, elsewhere, Missing},
		{"another role", rated, otherRole, Missing},
		{"a requirement that is not on the checklist", rated, rated.Rate(role, ana, 1, 77, Some), Missing},
		{"lines taken away for no requirement", rated, rated.Change(ana, 1, FacetDismissed, 0, State{}), Missing},
		{"a facet after the last", rated, rated.Change(ana, 1, FacetDismissed+1, 0, State{}), Misused},
		{"a rating of no requirement", rated, rated.Rate(role, ana, 1, 0, Some), Missing},
		{"a submission taken back when the panel can be seen", both, takeBack, Refused},
		{"when somebody else's reason can", reason, takeBack, Refused},
		{"when somebody else's tag can", tagged, takeBack, Refused},
		{"a value that is none", rated, rated.Rate(role, ana, 1, 1, 99), Misused},
		{"a facet that is none", rated, rated.Change(ana, 1, 0, 0, State{}), Misused},
		{"the role's facet on a candidate", rated, rated.Change(ana, 1, FacetChecklist, 0, State{}), Misused},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			after, err := c.record.Apply(role, c.change)
			if !Is(err, c.want) {
				t.Errorf("%v, want a problem that is %v", err, c.want)
			}
			if !reflect.DeepEqual(after, c.record) {
				t.Error("the record was changed all the same")
			}
		})
	}
}

func TestApply(t *testing.T) {
	role := roleOf("MM")
	t.Run("two reviewers do not meet in each other's ratings", func(t *testing.T) {
		r := recordOf(role)
		byAna, byBen := r.Rate(role, ana, 1, 1, Meets), r.Rate(role, ben, 1, 1, Lacks)
		for _, c := range []Change{byAna, byBen} {
			var err error
			if r, err = r.Apply(role, c); err != nil {
				t.Fatal(err)
			}
		}
		if r.Review(ana).Rating(1).Value != Meets || r.Review(ben).Rating(1).Value != Lacks {
			t.Errorf("%+v", r.Reviews)
		}
	})
	t.Run("a submission alone may be taken back", func(t *testing.T) {
		r := mustApply(t, role, recordOf(role), submission(role, ana))
		if r, err := r.Apply(role, r.Change(ana, 9, FacetSubmission, 0, State{})); err != nil || len(r.Submitted()) != 0 {
			t.Error(err, r.Reviews)
		}
	})
	t.Run("a rating is a revision once the panel has been seen, and not before", func(t *testing.T) {
		r := mustApply(t, role, recordOf(role), submission(role, ana), rating(role, ana, 1, Meets))
		if r.Review(ana).Rating(1).Revision {
			t.Error("a revision with nobody else on the panel")
		}
		r = mustApply(t, role, r, submission(role, ben), rating(role, ana, 1, Lacks))
		if !r.Review(ana).Rating(1).Revision {
			t.Error("no revision after the panel was seen")
		}
	})
	t.Run("a note stays when the rating is taken back", func(t *testing.T) {
		r := mustApply(t, role, recordOf(role), rating(role, ana, 1, Meets),
			func(r Record) Change { return r.Change(ana, 1, FacetNote, 1, State{Note: "ask"}) }, rating(role, ana, 1, Open))
		if got := r.Review(ana).Rating(1); got.Note != "ask" || got.Value != Open {
			t.Errorf("%+v", got)
		}
	})
	t.Run("taking a rating back can be undone", func(t *testing.T) {
		r := mustApply(t, role, recordOf(role), rating(role, ana, 1, Meets))
		c := r.Rate(role, ana, 1, 1, Open)
		open := mustApply(t, role, r, func(Record) Change { return c })
		if again := mustApply(t, role, open, func(Record) Change { return c.Inverse() }); !reflect.DeepEqual(again, r) {
			t.Errorf("%+v, want %+v", again, r)
		}
	})
	t.Run("tags are each reviewer's own, and those that came in stay", func(t *testing.T) {
		tag := func(by ID, names ...string) func(Record) Change {
			var tags []Tag
			for _, n := range names {
				tags = append(tags, Tag{Name: n})
			}
			return func(r Record) Change { return r.Change(by, 1, FacetTags, 0, State{Tags: tags}) }
		}
		r := mustApply(t, role, recordOf(role), tag(ben, "strong"), tag(ana, "relocate"), tag(ben))
		if want := []Tag{{Name: "referral"}, {Name: "relocate", By: ana}}; !slices.Equal(r.Candidate.Tags, want) {
			t.Errorf("%v, want %v", r.Candidate.Tags, want)
		}
	})
	t.Run("lines taken away are each reviewer's own, and say nothing of the candidate", func(t *testing.T) {
		away := func(by ID, id RequirementID, quotes ...Quote) func(Record) Change {
			return func(r Record) Change { return r.Change(by, 1, FacetDismissed, id, State{Quotes: quotes}) }
		}
		start := mustApply(t, role, recordOf(role), rating(role, ben, 1, Meets))
		a, b, c := Quote{From: 1, To: 2}, Quote{From: 4, To: 5}, Quote{From: 7, To: 9}
		r := mustApply(t, role, start, away(ana, 2, b), away(ben, 1, c), away(ana, 1, a, c), away(ana, 2, c, b))
		want := []Dismissed{{1, a}, {1, c}, {2, c}, {2, b}}
		if got := r.Review(ana).Dismissed; !slices.Equal(got, want) || !slices.Equal(r.Review(ben).Dismissed, []Dismissed{{1, c}}) {
			t.Errorf("%v and %v, want %v", got, r.Review(ben).Dismissed, want)
		}
		if r.Review(ana).IsDraft() || r.Review(ana).Begun {
			t.Error("they are taken for a draft")
		}
		if got, want := NewRow(role, r.Card(), ana, 0), NewRow(role, start.Card(), ana, 0); !reflect.DeepEqual(got, want) {
			t.Errorf("the row is %+v, not %+v", got, want)
		}
		if back := mustApply(t, role, r, away(ana, 1), away(ben, 1), away(ana, 2)); !reflect.DeepEqual(back, start) {
			t.Errorf("put back, it is %+v, not %+v", back, start)
		}
	})
	t.Run("a decision on an application that was never opened says so", func(t *testing.T) {
		r := recordOf(role)
		if !r.Decide(ana, 1, Rejected, Reason{Requirement: 1}).Unopened {
			t.Error("not said")
		}
		r = r.WithReview(Review{Reviewer: ana, Opened: 3})
		if r.Decide(ana, 1, Rejected, Reason{Requirement: 1}).Unopened {
			t.Error("said of one that was opened")
		}
	})
}

// Any changes and then their inverses, in any order that Apply allows until it allows no more, give back the same record, and leave
// every record on the way untouched. Where a facet came to the same state twice, its changes may be taken back out of turn and some
// then no longer can be; but what stands is what stood at the start, because a walk back along the changes ends nowhere else. Only
// submissions that see each other stay.
func TestInversesGiveBackTheRecord(t *testing.T) {
	role := roleOf("MMNI")
	whole := 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(11, seed))
		start := recordOf(role)
		if seed%2 == 0 {
			start = mustApply(t, role, start, rating(role, ana, 2, Some), submission(role, ana))
		}
		kept := fmt.Sprintf("%+v", start)
		record := start
		var standing []Change
		for range 1 + r.IntN(12) {
			c := randomChange(r, role, record)
			if after, err := record.Apply(role, c); err == nil {
				record, standing = after, append(standing, c)
			}
		}
		record, refused := takeBack(t, r, role, record, standing)
		if refused {
			continue
		}
		whole++
		if !reflect.DeepEqual(record, start) {
			t.Fatalf("seed %d: %+v\nwant %+v", seed, record, start)
		}
		if fmt.Sprintf("%+v", start) != kept {
			t.Fatalf("seed %d: the record that was started from has changed", seed)
		}
	}
	if whole < 1000 {
		t.Errorf("only %d of 1500 runs took everything back: the test proves too little", whole)
	}
}

// takeBack applies the inverses of the changes in a random order until none can be applied any more, and tells whether a submission was
// among those that could not.
func takeBack(t *testing.T, r *rand.Rand, role Role, record Record, standing []Change) (Record, bool) {
	t.Helper()
	for {
		r.Shuffle(len(standing), func(i, j int) { standing[i], standing[j] = standing[j], standing[i] })
		refused := false
		done := slices.IndexFunc(standing, func(c Change) bool {
			after, err := record.Apply(role, c.Inverse())
			switch {
			case err == nil:
				record = after
			case Is(err, Refused):
				refused = true
			case !Is(err, Conflict):
				t.Fatal(err)
			}
			return err == nil
		})
		if done < 0 {
			return record, refused
		}
		standing = slices.Delete(standing, done, done+1)
	}
}

func randomChange(r *rand.Rand, role Role, record Record) Change {
	by := []ID{ana, ben}[r.IntN(2)]
	id := RequirementID(1 + r.IntN(4))
	now := Time(10 + r.IntN(100))
	switch r.IntN(10) {
	case 0:
		return record.Change(by, now, FacetNote, id*RequirementID(r.IntN(2)), State{Note: []string{"", "a", "b"}[r.IntN(3)]})
	case 1:
		return record.Change(by, now, FacetQuotes, id, State{Quotes: []Quote{{From: r.IntN(3), To: 3}}[r.IntN(2):]})
	case 2:
		return record.Change(by, now, FacetRecommendation, 0, State{Recommendation: Recommendation(r.IntN(5))})
	case 3:
		return record.Submit(role, by, now)
	case 4:
		return record.Decide(by, now, Stage(r.IntN(4)), Reason{Requirement: id})
	case 5:
		return record.Change(by, now, FacetTags, 0, State{Tags: []Tag{{Name: "a"}, {Name: "b"}}[r.IntN(3):]})
	case 6:
		return record.Change(by, now, FacetDismissed, id, State{Quotes: []Quote{{From: r.IntN(3), To: 3}, {From: 5, To: 6}}[r.IntN(3):]})
	case 7:
		return record.Change(by, now, FacetContacts, 0, State{Contacts: &Contacts{Name: []string{"Noor", "Nur"}[r.IntN(2)]}})
	default:
		return record.Rate(role, by, now, id, Value(r.IntN(6)))
	}
}
