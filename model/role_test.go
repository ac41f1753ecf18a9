package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestValidate(t *testing.T) {
	first := func(change func(*Requirement)) func(*Role) {
		return func(r *Role) { change(&r.Checklist.Requirements[0]) }
	}
	cases := []struct {
		name   string
		change func(*Role)
		ok     bool
	}{
		{"as it should be", func(*Role) {}, true},
		{"no title", func(r *Role) { r.Title = " " }, false},
		{"no requirement", func(r *Role) { r.Checklist.Requirements = nil }, false},
		{"a share above 1", func(r *Role) { r.MustShare = 1.1 }, false},
		{"a share below 0", func(r *Role) { r.MustShare = -0.1 }, false},
		{"a share that is no number", func(r *Role) { r.MustShare = math.NaN() }, false},
		{"all of it for the nice-to-haves", func(r *Role) { r.MustShare = 0 }, true},
		{"no id", first(func(q *Requirement) { q.ID = 0 }), false},
		{"an id twice", first(func(q *Requirement) { q.ID = 2 }), false},
		{"no words", first(func(q *Requirement) { q.Text = "\t" }), false},
		{"no weight", first(func(q *Requirement) { q.Weight = 0 }), false},
		{"a weight that is no number", first(func(q *Requirement) { q.Weight = math.NaN() }), false},
		{"a weight above 100", first(func(q *Requirement) { q.Weight = 100.5 }), false},
		{"no label", first(func(q *Requirement) { q.Label = "" }), false},
		{"a label twice", first(func(q *Requirement) { q.Label = "L2" }), false},
		{"a priority that is none", first(func(q *Requirement) { q.Priority = 9 }), false},
		{"judged from nothing known", first(func(q *Requirement) { q.From = 9 }), false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := roleOf("MMN")
			c.change(&r)
			if err := r.Validate(); err == nil != c.ok || err != nil && !Is(err, Refused) {
				t.Errorf("%v, want it to be valid: %v", err, c.ok)
			}
		})
	}
}

func TestChecklistOrder(t *testing.T) {
	c := roleOf("NIMNM").Checklist
	ids := func(qs []Requirement) (ids []RequirementID) {
		for _, q := range qs {
			ids = append(ids, q.ID)
		}
		return ids
	}
	if got, want := ids(c.Application()), []RequirementID{3, 5, 1, 4}; !slices.Equal(got, want) {
		t.Errorf("the strip is %v, want %v", got, want)
	}
	if got, want := ids(c.Interview()), []RequirementID{2}; !slices.Equal(got, want) {
		t.Errorf("the interview's are %v, want %v", got, want)
	}
	for id, want := range map[RequirementID]int{3: 1, 5: 2, 1: 1, 4: 2, 2: 1, 99: 0} {
		if got := c.Number(id); got != want {
			t.Errorf("%v has number %d, want %d", id, got, want)
		}
	}
}

func TestAnchor(t *testing.T) {
	q := Requirement{Anchors: [4]string{2: "ran it"}}
	for v, want := range map[Value]string{Open: "not rated", NotShown: "nothing either way: ask", Lacks: "shows they do not have it", Meets: "ran it"} {
		if got := q.Anchor(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}

// edit applies an edit of the checklist that change makes.
func edit(t *testing.T, r Role, reworded map[RequirementID]bool, change func([]Requirement) []Requirement) (Role, Change) {
	t.Helper()
	c := r.Edit(ana, 1, change(slices.Clone(r.Checklist.Requirements)), r.MustShare, reworded)
	after, err := r.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return after, c
}

func setText(i int, s string) func([]Requirement) []Requirement {
	return func(qs []Requirement) []Requirement { qs[i].Text = s; return qs }
}

func TestEdit(t *testing.T) {
	drop := func(qs []Requirement) []Requirement { return qs[1:] }
	cases := []struct {
		name     string
		reworded map[RequirementID]bool
		change   func([]Requirement) []Requirement
		version  int
		strip    string // of a review that rated 33 before the edit
	}{
		{"a changed meaning: rated before the change", nil, setText(0, "other"), 2, "~3"},
		{"a change of wording keeps the ratings", map[RequirementID]bool{1: true}, setText(0, "other"), 1, "33"},
		{"a new requirement is open", nil, func(qs []Requirement) []Requirement {
			return append(qs, Requirement{ID: 3, Weight: 1, Label: "new", Text: "new"})
		}, 2, "33·"},
		{"a dropped requirement leaves the strip", nil, drop, 2, "3"},
		{"a change of order is none of meaning", nil, func(qs []Requirement) []Requirement { slices.Reverse(qs); return qs }, 1, "33"},
		{"a change of weight is none of meaning", nil, func(qs []Requirement) []Requirement { qs[0].Weight = 3; return qs }, 1, "33"},
		{"a label is no meaning", nil, func(qs []Requirement) []Requirement { qs[0].Label = "x"; return qs }, 1, "33"},
		{"terms are no meaning", nil, func(qs []Requirement) []Requirement { qs[0].Terms = "axum, tokio"; return qs }, 1, "33"},
		{"whoever edits cannot name the version of a meaning", nil, func(qs []Requirement) []Requirement { qs[0].Changed = 40; return qs }, 1, "33"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			role := roleOf("MM")
			rated := mustApply(t, role, recordOf(role), rating(role, ana, 1, Meets), rating(role, ana, 2, Meets))
			after, _ := edit(t, role, c.reworded, c.change)
			if after.Checklist.Version != c.version {
				t.Errorf("version %d, want %d", after.Checklist.Version, c.version)
			}
			if got := strip(after, rated.Reviews); got != c.strip {
				t.Errorf("%s, want %s", got, c.strip)
			}
			if !reflect.DeepEqual(role, roleOf("MM")) {
				t.Error("the role that was edited has changed")
			}
		})
	}
}

func TestRatingsThroughAnUndoneEdit(t *testing.T) {
	v1 := roleOf("MM")
	record := mustApply(t, v1, recordOf(v1), rating(v1, ana, 1, Meets))
	v2, c := edit(t, v1, nil, setText(0, "other"))
	between := mustApply(t, v2, record, rating(v2, ben, 1, Exceeds))
	v3, err := v2.Apply(c.Inverse())
	if err != nil {
		t.Fatal(err)
	}
	v4, err := v3.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name   string
		role   Role
		record Record
		want   string
	}{
		{"before the edit", v1, record, "3·"},
		{"after it: the first rating is behind, the new one counts", v2, between, "4·"},
		{"taken back: the first counts again, the one in between is behind", v3, between, "3·"},
		{"made again: as after it", v4, between, "4·"},
		{"a rating made after it was taken back", v3, mustApply(t, v3, between, rating(v3, ben, 1, Lacks)), "!·"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strip(c.role, c.record.Reviews); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	t.Run("the checklist's state is given back", func(t *testing.T) {
		if !v3.State().Equal(v1.State()) || !v4.State().Equal(v2.State()) {
			t.Errorf("%+v, %+v", v3.State(), v4.State())
		}
	})
	t.Run("every version stays to be read", func(t *testing.T) {
		if want := []Checklist{v1.Checklist, v2.Checklist, v3.Checklist}; !reflect.DeepEqual(v4.Past, want) {
			t.Errorf("the past is %+v, want %+v", v4.Past, want)
		}
	})
	t.Run("a later edit brings a meaning of its own", func(t *testing.T) {
		v4, _ := edit(t, v3, nil, setText(0, "yet another"))
		if got := strip(v4, between.Reviews); got != "~·" {
			t.Errorf("%s, want ~·", got)
		}
	})
}

func TestAGateFailedBeforeTheChangeIsOpen(t *testing.T) {
	role := roleOf("MM")
	record := mustApply(t, role, recordOf(role), rating(role, ana, 1, Lacks), rating(role, ana, 2, Meets))
	after, _ := edit(t, role, nil, setText(0, "other"))
	s := after.Score(record.Reviews)
	if len(s.NotMet)+len(s.Disputed) != 0 || s.Low != 40 || s.High != 90 {
		t.Errorf("%+v, want an open requirement: 40–90", s)
	}
}

func TestRoleApplyRefuses(t *testing.T) {
	role := roleOf("MM")
	edited, first := edit(t, role, nil, setText(0, "other"))
	candidates := first
	candidates.Candidate = someone
	elsewhere := first
	elsewhere.Role = ID{9}
	empty := role.Edit(ana, 1, nil, 0.8, nil)
	cases := []struct {
		name   string
		role   Role
		change Change
		want   Kind
	}{
		{"made from what no longer stands", edited, first, Conflict},
		{"a change of a candidate", role, candidates, Missing},
		{"another role", role, elsewhere, Missing},
		{"a checklist with nothing on it", role, empty, Refused},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			after, err := c.role.Apply(c.change)
			if !Is(err, c.want) {
				t.Errorf("%v, want a problem that is %v", err, c.want)
			}
			if !reflect.DeepEqual(after, c.role) {
				t.Error("the role was changed all the same")
			}
		})
	}
}

// Any edits of a checklist and then their inverses give back the same requirements, the ratings that counted at the start count
// again, those of meanings that are gone do not, and the version only ever goes up.
func TestInversesGiveBackTheChecklist(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(31, seed))
		start := roleOf("MMN")
		record := mustApply(t, start, recordOf(start), rating(start, ana, 1, Meets), rating(start, ana, 3, Some))
		role := start
		var edits []Change
		for n := range 1 + r.IntN(5) {
			qs := slices.Clone(role.Checklist.Requirements)
			i := r.IntN(len(qs))
			reworded := map[RequirementID]bool{}
			switch r.IntN(6) {
			case 5:
				qs[i].Terms = []string{"", "axum", "axum, tokio"}[r.IntN(3)]
			case 0:
				qs[i].Text += "!"
			case 1:
				qs[i].Text, reworded[qs[i].ID] = qs[i].Text+"?", true
			case 2:
				qs[i].Weight++
			case 3:
				qs = append(qs, Requirement{ID: RequirementID(10 + n), Weight: 1, Label: "new" + qs[i].Label + fmt.Sprint(n), Text: "new"})
			case 4:
				slices.Reverse(qs)
			}
			c := role.Edit(ana, 1, qs, role.MustShare, reworded)
			after, err := role.Apply(c)
			if err != nil {
				t.Fatal(err)
			}
			if after.Checklist.Version < role.Checklist.Version {
				t.Fatalf("seed %d: version %d after %d", seed, after.Checklist.Version, role.Checklist.Version)
			}
			role, edits = after, append(edits, c)
			for _, q := range role.Checklist.Requirements {
				if q.Changed != 0 {
					record = mustApply(t, role, record, rating(role, ben, q.ID, Exceeds))
				}
			}
		}
		for _, c := range slices.Backward(edits) {
			after, err := role.Apply(c.Inverse())
			if err != nil {
				t.Fatal(err)
			}
			if after.Checklist.Version < role.Checklist.Version {
				t.Fatalf("seed %d: version %d after %d", seed, after.Checklist.Version, role.Checklist.Version)
			}
			role = after
		}
		if !role.State().Equal(start.State()) {
			t.Fatalf("seed %d: %+v\nwant %+v", seed, role.State(), start.State())
		}
		if got := strip(role, record.Reviews); got != "3·2" && got != "3~2" {
			t.Fatalf("seed %d: %s, want 3·2, or 3~2 where a meaning that is gone was rated", seed, got)
		}
	}
}
