package blind

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"candid/model"
)

var me, peer, other = model.ID{1}, model.ID{2}, model.ID{3}

func testRole() model.Role {
	role := model.Role{ID: model.ID{9}, Title: "Engineer", MustShare: 0.8, Checklist: model.Checklist{Version: 1}}
	for i := range 4 {
		q := model.Requirement{ID: model.RequirementID(i + 1), Weight: 1, Label: string(rune('a' + i)), Text: "t", Gate: i < 2}
		if i > 1 {
			q.Priority = model.Nice
		}
		role.Checklist.Requirements = append(role.Checklist.Requirements, q)
	}
	return role
}

func draft(by model.ID, v model.Value) model.Review {
	return model.Review{Reviewer: by, Ratings: []model.Rating{{Requirement: 1, Value: v}}, Note: "note"}
}

func submitted(by model.ID, v model.Value) model.Review {
	x := draft(by, v)
	x.Submitted, x.Dismissed = 100, []model.Dismissed{{Requirement: 1, Quote: model.Quote{To: 1}}}
	return x
}

func TestView(t *testing.T) {
	rejected := model.Decision{Stage: model.Rejected, Reason: model.Reason{Requirement: 1}, By: peer, At: 7}
	mine := model.Decision{Stage: model.OnHold, Reason: model.Reason{Other: "later"}, By: me, At: 7}
	tags := []model.Tag{{Name: "referral"}, {Name: "own", By: me}, {Name: "weak", By: peer}}
	visible := tags[:2]
	cases := []struct {
		name     string
		reviews  []model.Review
		decision model.Decision
		seen     []model.ID // whose reviews
		shown    model.Decision
		tags     []model.Tag
	}{
		{"before anything: nobody's review", []model.Review{submitted(peer, 1)}, rejected, nil, model.Decision{Stage: model.Rejected}, visible},
		{"my draft shows me my draft alone", []model.Review{draft(me, 3), submitted(peer, 1), draft(other, 2)}, rejected, []model.ID{me}, model.Decision{Stage: model.Rejected}, visible},
		{"my own decision shows with its reason", []model.Review{submitted(peer, 1)}, mine, nil, mine, visible},
		{"submitted: all that was submitted, no draft", []model.Review{submitted(me, 3), submitted(peer, 1), draft(other, 2)}, rejected, []model.ID{me, peer}, rejected, tags},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := model.Record{Candidate: model.Candidate{Decision: c.decision, Tags: tags}, Reviews: c.reviews}
			kept := slices.Clone(tags)
			seen := View(me, r)
			var by []model.ID
			for _, x := range seen.Reviews {
				by = append(by, x.Reviewer)
				if len(x.Dismissed) > 0 != (x.Reviewer == me && x.Submitted != 0) {
					t.Errorf("of %v's lines taken away %v show", x.Reviewer, x.Dismissed)
				}
			}
			if !slices.Equal(by, c.seen) || seen.Candidate.Decision != c.shown || !slices.Equal(seen.Candidate.Tags, c.tags) {
				t.Errorf("reviews by %v, decision %+v, tags %v", by, seen.Candidate.Decision, seen.Candidate.Tags)
			}
			if !slices.Equal(tags, kept) || !reflect.DeepEqual(r.Candidate.Tags, kept) || !reflect.DeepEqual(r.Reviews, c.reviews) {
				t.Error("the record itself has changed")
			}
		})
	}
}

func TestHistory(t *testing.T) {
	rate := func(by model.ID, n uint64) model.Change {
		return model.Change{Number: n, By: by, Facet: model.FacetRating, Requirement: 1}
	}
	submit := func(by model.ID, n uint64, at model.Time) model.Change {
		return model.Change{Number: n, By: by, Facet: model.FacetSubmission, After: model.State{Submitted: at}}
	}
	facet := func(f model.Facet, by model.ID, n uint64) model.Change {
		return model.Change{Number: n, By: by, Facet: f}
	}
	cases := []struct {
		name    string
		reviews []model.Review
		changes []model.Change
		want    []uint64
	}{
		{"before my review: my own acts, and what came in", []model.Review{draft(me, 3), submitted(peer, 1)}, []model.Change{
			facet(model.FacetDocuments, other, 1), rate(peer, 2), submit(peer, 3, 9), rate(me, 4), facet(model.FacetDecision, peer, 5), facet(model.FacetTags, peer, 6), facet(model.FacetContacts, peer, 7),
		}, []uint64{1, 4, 7}},
		{"after it: submissions and what followed, but no step of a draft", []model.Review{submitted(me, 3), submitted(peer, 1)}, []model.Change{
			rate(peer, 1), submit(peer, 2, 9), rate(peer, 3), facet(model.FacetDecision, peer, 4), facet(model.FacetTags, peer, 5),
		}, []uint64{2, 3, 4, 5}},
		{"lines taken away are my own, whoever has submitted", []model.Review{submitted(me, 3), submitted(peer, 1)}, []model.Change{
			facet(model.FacetDismissed, peer, 1), facet(model.FacetDismissed, me, 2), submit(peer, 3, 9), facet(model.FacetDismissed, peer, 4),
		}, []uint64{2, 3}},
		{"another's draft stays hidden", []model.Review{submitted(me, 3), draft(other, 1)}, []model.Change{rate(other, 1), facet(model.FacetNote, other, 2)}, nil},
		{"a submission taken back hides what it had shown", []model.Review{submitted(me, 3), draft(other, 1)}, []model.Change{
			submit(other, 1, 9), rate(other, 2), submit(other, 3, 0), rate(other, 4),
		}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []uint64
			for _, x := range History(me, model.Record{Reviews: c.reviews}, c.changes) {
				got = append(got, x.Number)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
	t.Run("my own decision does not tell what another's was that it replaced", func(t *testing.T) {
		c := model.Change{By: me, Facet: model.FacetDecision,
			Before: model.State{Decision: model.Decision{Stage: model.Rejected, Reason: model.Reason{Other: "weak"}, By: peer, At: 4}},
			After:  model.State{Decision: model.Decision{Stage: model.Advanced, By: me, At: 5}}}
		seen := History(me, model.Record{}, []model.Change{c})
		if want := (model.Decision{Stage: model.Rejected}); seen[0].Before.Decision != want || seen[0].After.Decision != c.After.Decision {
			t.Errorf("%+v", seen[0])
		}
	})
}

// seenByMe is everything that I am shown of a field of candidates.
type seenByMe struct {
	views   []model.Record
	history [][]model.Change
	rows    [][]model.Row // in each order
}

func see(role model.Role, records []model.Record, histories [][]model.Change) seenByMe {
	var s seenByMe
	var rows []model.Row
	for i, r := range records {
		s.views = append(s.views, View(me, r))
		history := History(me, r, histories[i])
		for j := range history {
			history[j].Number = 0 // how much others did shows in the numbers, and not what
		}
		s.history = append(s.history, history)
		row := Row(me, role, r.Card())
		row.Reviews = 0 // how many were submitted may show
		rows = append(rows, row)
	}
	for by := model.ByScore; by <= model.ByRequirement; by++ {
		ordered := slices.Clone(rows)
		model.Order(role, ordered, model.Sort{By: by, Requirement: 2})
		s.rows = append(s.rows, ordered)
	}
	return s
}

// Before I submit, nothing that I am shown of anybody changes when others do whatever they like, but for the stage they give.
func TestOthersChangeNothingThatISee(t *testing.T) {
	role := testRole()
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(21, seed))
		records := make([]model.Record, 6)
		histories := make([][]model.Change, len(records))
		act := func(i int, by model.ID) {
			c := randomChange(r, role, records[i], by)
			after, err := records[i].Apply(role, c)
			if err != nil {
				return
			}
			c.Number = uint64(1000 + len(histories[i]))
			records[i], histories[i] = after, append(histories[i], c)
		}
		for i := range records {
			records[i].Candidate = model.Candidate{ID: model.ID{15: byte(i + 1)}, Role: role.ID, Alias: string(rune('a' + i)), Name: "Noor"}
			for range r.IntN(6) {
				act(i, me)
			}
			records[i] = unsubmit(records[i])
			for range r.IntN(6) {
				act(i, peer)
			}
		}
		before := see(role, records, histories)
		for range 30 {
			i := r.IntN(len(records))
			stage := records[i].Candidate.Decision
			act(i, []model.ID{peer, other}[r.IntN(2)])
			if records[i].Candidate.Decision.Stage != stage.Stage || stage.By == me {
				records[i].Candidate.Decision = stage // a stage shows, and whose it is no longer mine
			}
		}
		if after := see(role, records, histories); !reflect.DeepEqual(before, after) {
			t.Fatalf("seed %d: others' acts show:\n%+v\n%+v", seed, before, after)
		}
	}
}

func unsubmit(r model.Record) model.Record {
	x := r.Review(me)
	x.Submitted, x.Checklist = 0, 0
	return r.WithReview(x)
}

func randomChange(r *rand.Rand, role model.Role, record model.Record, by model.ID) model.Change {
	id := model.RequirementID(1 + r.IntN(4))
	now := model.Time(1 + r.IntN(1000))
	switch r.IntN(9) {
	case 0:
		return record.Change(by, now, model.FacetNote, id*model.RequirementID(r.IntN(2)), model.State{Note: "n"})
	case 1:
		return record.Change(by, now, model.FacetQuotes, id, model.State{Quotes: []model.Quote{{To: 1, Text: "q"}}})
	case 2:
		return record.Change(by, now, model.FacetRecommendation, 0, model.State{Recommendation: model.Recommendation(1 + r.IntN(4))})
	case 3:
		return record.Submit(role, by, now)
	case 4:
		return record.Decide(by, now, model.Stage(r.IntN(4)), model.Reason{Requirement: id})
	case 5:
		return record.Change(by, now, model.FacetDismissed, id, model.State{Quotes: []model.Quote{{To: 1, Text: "q"}}})
	case 6:
		return record.Change(by, now, model.FacetTags, 0, model.State{Tags: []model.Tag{{Name: string(rune('a' + r.IntN(4)))}}})
	default:
		return record.Rate(role, by, now, id, model.Value(r.IntN(6)))
	}
}

func TestOwnChanges(t *testing.T) {
	mine, theirs := model.Decision{Stage: model.OnHold, By: me, At: 2}, model.Decision{Stage: model.Rejected, Reason: model.Reason{Other: "left"}, By: peer, At: 1}
	undone := model.Change{By: me, Facet: model.FacetDecision, Before: model.State{Decision: mine}, After: model.State{Decision: theirs}}
	for _, c := range []struct {
		name      string
		submitted model.Time
		want      model.Decision
	}{
		{"before I submit", 0, model.Decision{Stage: model.Rejected}},
		{"after", 3, theirs},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := model.Record{Reviews: []model.Review{{Reviewer: me, Submitted: c.submitted}}}
			got := Own(me, r, undone)
			if got.After.Decision != c.want {
				t.Errorf("brings back %+v, want %+v", got.After.Decision, c.want)
			}
			if got.Before.Decision != mine {
				t.Errorf("my own is %+v", got.Before.Decision)
			}
		})
	}
}
