package demo

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/model/blind"
	"candid/store"
)

var now = time.Date(2026, 3, 20, 20, 41, 0, 0, time.UTC)

// filled is a store with the demo in it.
type filled struct {
	store   *store.Store
	you     model.Reviewer
	role    model.Role
	records map[string]model.Record // by name
}

func empty(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "candid.db"), store.Options{Create: true, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func fillNew(t testing.TB) filled {
	t.Helper()
	f := filled{store: empty(t), records: map[string]model.Record{}}
	demo, err := Fill(t.Context(), f.store, now)
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.Follow(t.Context()); err != nil {
		t.Fatal(err)
	}
	f.you, f.role = demo.You, demo.Role
	cards, err := f.store.Cards(f.role.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cards {
		r, err := f.store.Record(c.Candidate.ID)
		if err != nil {
			t.Fatal(err)
		}
		f.records[r.Candidate.Name] = r
	}
	return f
}

// row is what the list shows of a candidate to the viewer.
type row struct {
	strip, score string
	reviews      int
	mine         model.Progress
	stage        model.Stage
	applied      int // days ago
}

func (f filled) row(name string) row {
	r := blind.Row(f.you.ID, f.role, f.records[name].Card())
	var strip strings.Builder
	for _, c := range r.Cells {
		strip.WriteRune(c.Rune())
	}
	return row{strip.String(), f.score(r), r.Reviews, r.Mine, r.Candidate.Decision.Stage, r.Candidate.Applied.DaysBefore(now, time.UTC)}
}

// score is "open", "not met" or "known".
func (f filled) score(r model.Row) string {
	switch {
	case len(r.Score.NotMet) > 0:
		return "not met"
	case !r.Score.Rated:
		return "open"
	default:
		return "known"
	}
}

func TestFill(t *testing.T) {
	f := fillNew(t)
	if len(f.records) != 24 {
		t.Fatalf("%d candidates, want 24", len(f.records))
	}
	if f.you.Name != "You" || f.role.Title != "Senior Backend Software Engineer" {
		t.Errorf("%q reviews for %q", f.you.Name, f.role.Title)
	}
	t.Run("the list as the viewer sees it", func(t *testing.T) {
		for name, want := range map[string]row{
			"Amara Okafor":          {"434343444333·", "known", 2, model.Submitted, model.New, 2},
			"Ifeoma Nwosu-Clarke":   {"33334333·3·3·", "known", 1, model.Submitted, model.New, 1},
			"Linus Bergström":       {"433432333·2··", "known", 1, model.Draft, model.New, 3},
			"Dmitri Sokolov":        {"43·33244··3··", "known", 0, model.Draft, model.New, 4},
			"Ana Sofía Ibáñez":      {"323323342··23", "known", 2, model.Submitted, model.New, 2},
			"Jun-ho Kim 김준호":        {"3323!2332·0··", "known", 3, model.Submitted, model.New, 6},
			"Priya Raghunathan":     {"0············", "open", 0, model.Draft, model.OnHold, 9},
			"Tomás Herrera":         {"·············", "open", 0, model.NotBegun, model.New, 5},
			"Mei-Ling Chen 陈美玲":     {"431333244··23", "not met", 2, model.Submitted, model.New, 3},
			"Rob McAllister":        {"22121331·····", "not met", 1, model.Submitted, model.New, 8},
			"佐藤 美咲 (Misaki Sato)":   {"·············", "open", 2, model.NotBegun, model.Advanced, 13},
			"Sabine Öztürk-Krüger":  {"·············", "open", 1, model.NotBegun, model.New, 9},
			"Maddie Tran":           {"·············", "open", 1, model.NotBegun, model.Rejected, 14},
			"Gareth Llewellyn":      {"·············", "open", 0, model.NotBegun, model.Rejected, 16},
			"Kwabena Asante-Mensah": {"·············", "open", 0, model.NotBegun, model.New, 10},
		} {
			if got := f.row(name); got != want {
				t.Errorf("%s: %v, want %v", name, got, want)
			}
		}
	})
	t.Run("a gate is disputed", func(t *testing.T) {
		if s := f.role.Score(f.records["Jun-ho Kim 김준호"].Submitted()); len(s.Disputed) != 1 || s.Spread != 2 {
			t.Errorf("%v disputed, spread %d", s.Disputed, s.Spread)
		}
	})
	t.Run("rejections say why", func(t *testing.T) {
		for name, want := range map[string]string{
			"Maddie Tran":      f.role.Checklist.Requirements[0].Label + " not met",
			"Gareth Llewellyn": "applied for another job",
		} {
			if got := f.records[name].Candidate.Decision.Reason.In(f.role.Checklist); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
	})
	t.Run("the store is whole", func(t *testing.T) {
		if report, err := f.store.Check(t.Context()); err != nil || len(report.Findings) > 0 {
			t.Errorf("%v, %v", report.Findings, err)
		}
	})
	t.Run("quotes stand in the documents", f.quotes)
	t.Run("histories go forward in time", f.histories)
}

func (f filled) quotes(t *testing.T) {
	quoted := 0
	for name, r := range f.records {
		person, err := f.store.Person(r.Candidate.ID)
		if err != nil {
			t.Fatal(err)
		}
		lines := map[model.ID][]string{}
		for _, reading := range person.Readings {
			lines[reading.Document.ID] = reading.Lines
		}
		for _, review := range r.Reviews {
			for _, rating := range review.Ratings {
				for _, q := range rating.Quotes {
					quoted++
					if in := lines[q.Document]; q.To > len(in) || strings.Join(in[q.From:q.To], "\n") != q.Text {
						t.Errorf("%s: %q is not in lines %d to %d", name, q.Text, q.From, q.To)
					}
				}
			}
		}
	}
	if quoted < 20 {
		t.Errorf("%d quotes, want 20 or more", quoted)
	}
}

func (f filled) histories(t *testing.T) {
	for name, r := range f.records {
		changes, err := f.store.History(r.Candidate.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(changes) == 0 || changes[0].Facet != model.FacetDocuments {
			t.Errorf("%s: the history does not begin with what came in", name)
		}
		if !slices.IsSortedFunc(changes, func(a, b model.Change) int { return int(a.At - b.At) }) {
			t.Errorf("%s: the history goes back in time", name)
		}
		for _, c := range changes {
			if c.At > model.At(now) || c.Unopened || c.After.Revision {
				t.Errorf("%s: %v at %v, unopened %v, revision %v", name, c.Facet, c.At.In(time.UTC), c.Unopened, c.After.Revision)
			}
		}
	}
}

func TestFillIsRefusedASecondTime(t *testing.T) {
	f := fillNew(t)
	if _, err := Fill(t.Context(), f.store, now); !model.Is(err, model.Refused) {
		t.Errorf("filled a second time: %v", err)
	}
	if roles, err := f.store.Roles(); err != nil || len(roles) != 1 {
		t.Errorf("%d roles, %v", len(roles), err)
	}
}

func BenchmarkFill(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s := empty(b)
		b.StartTimer()
		if _, err := Fill(b.Context(), s, now); err != nil {
			b.Fatal(err)
		}
	}
}
