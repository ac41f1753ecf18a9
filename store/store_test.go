package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"candid/model"
)

// open makes a store in a folder of its own.
func open(t testing.TB) *Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "candid.db"))
}

func openAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func aRole() model.Role {
	role := model.Role{Title: "Senior Gardener", Locations: []string{"Oslo"}, Posting: "Grow things."}
	for i := range 4 {
		role.Checklist.Requirements = append(role.Checklist.Requirements, model.Requirement{
			ID: model.RequirementID(i + 1), Priority: model.Priority(i / 3), Weight: 1, Gate: i == 0,
			Label: fmt.Sprintf("Requirement %d", i+1), Text: fmt.Sprintf("Knows pruning and compost of kind %d", i+1),
		})
	}
	return role
}

func anApplication(n int) model.Application {
	text := fmt.Sprintf("Candidate %d\nKnows pruning and compost.\nWorked in garden %d.", n, n)
	return model.Application{
		Candidate: model.Candidate{Name: fmt.Sprintf("Candidate %d", n), Email: fmt.Sprintf("c%d@example.org", n), Phone: "555-0100"},
		Documents: []model.Sent{{
			Document: model.Document{Kind: model.Resume, Name: fmt.Sprintf("c%d.txt", n), Format: "text"},
			Original: []byte(text), Text: text,
		}},
	}
}

// world is a store with a role, reviewers and candidates.
type world struct {
	*Store
	role      model.Role
	ana, bo   model.Reviewer
	candidate []model.ID
}

func populate(t testing.TB, s *Store, candidates int) *world {
	t.Helper()
	w := &world{Store: s}
	var err error
	if w.role, err = s.AddRole(aRole()); err != nil {
		t.Fatal(err)
	}
	if w.ana, err = s.AddReviewer("Ana"); err != nil {
		t.Fatal(err)
	}
	if w.bo, err = s.AddReviewer("Bo"); err != nil {
		t.Fatal(err)
	}
	for i := range candidates {
		added, err := s.Add(context.Background(), w.role.ID, anApplication(i), w.ana.ID)
		if err != nil || added.Result != ResultAdded {
			t.Fatal(added.Result, err)
		}
		w.candidate = append(w.candidate, added.Candidate.ID)
	}
	return w
}

func (w *world) record(t testing.TB, candidate model.ID) model.Record {
	t.Helper()
	r, err := w.Record(candidate)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (w *world) apply(t testing.TB, c model.Change) (model.Change, model.Record) {
	t.Helper()
	made, records, err := w.Apply(context.Background(), w.role.ID, c)
	if err != nil {
		t.Fatal(err)
	}
	return made[0], records[0]
}

// sound fails the test when check finds something.
func sound(t testing.TB, s *Store) Report {
	t.Helper()
	report, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		t.Error(f)
	}
	return report
}

func TestRatingIsKept(t *testing.T) {
	w := populate(t, open(t), 3)
	r := w.record(t, w.candidate[1])
	made, after := w.apply(t, r.Rate(w.role, w.ana.ID, 5, 2, model.Meets))
	if made.Number != 4 {
		t.Errorf("number %d, want 4: three came in before", made.Number)
	}
	again := openAt(t, w.Path())
	got, err := again.Record(w.candidate[1])
	if err != nil {
		t.Fatal(err)
	}
	if v := got.Review(w.ana.ID).Rating(2).Value; v != model.Meets || after.Review(w.ana.ID).Rating(2).Value != v {
		t.Errorf("the rating is %v", v)
	}
	cards, err := again.Cards(w.role.ID)
	if err != nil || len(cards) != 3 {
		t.Fatal(len(cards), err)
	}
	if v := cards[1].Review(w.ana.ID).Rating(2).Value; v != model.Meets {
		t.Errorf("the card says %v", v)
	}
	whole, err := again.Person(w.candidate[1])
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.Readings) != 1 || len(whole.Readings[0].Lines) != 3 || len(whole.Readings[0].Found) == 0 {
		t.Errorf("readings: %+v", whole.Readings)
	}
	history, err := again.History(w.candidate[1])
	if err != nil || len(history) != 2 || history[0].Facet != model.FacetDocuments || history[1].Number != 4 {
		t.Errorf("history: %+v, %v", history, err)
	}
	report := sound(t, again)
	if report.Candidates != 3 || report.Documents != 3 || report.Changes != 4 || report.Reviews != 1 || report.Roles != 1 {
		t.Errorf("report: %+v", report)
	}
}
