package landing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
	"candid/store"
)

// folder is a folder with so many applications, and a file that is none.
func folder(t *testing.T, many int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range many {
		text := fmt.Sprintf("Person %c%c\np%d@example.org\n\nExperience\nRust since %d.\n", 'A'+i/26, 'a'+i%26, i, 1990+i%30)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "zz.txt"), []byte("\x89PNG\r\n\x1a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// order is an order into a new store.
func order(t *testing.T, paths ...string) Order {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "candid.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		t.Fatal(err)
	}
	role, err := s.AddRole(sample.Role)
	if err != nil {
		t.Fatal(err)
	}
	ana, err := s.AddReviewer("Ana")
	if err != nil {
		t.Fatal(err)
	}
	return Order{Store: s, Role: role.ID, By: ana.ID, Paths: paths}
}

// results is all outcomes, in their order.
func results(t *testing.T, ctx context.Context, o Order) (all []Outcome) {
	t.Helper()
	for some, err := range o.Run(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

func count(all []Outcome, r store.Result) (n int) {
	for _, o := range all {
		if o.Result == r {
			n++
		}
	}
	return n
}

func TestRun(t *testing.T) {
	o := order(t, folder(t, 150))
	o.Source, o.Tags = "referral", []string{"spring"}
	dry := o
	dry.Dry = true
	for _, step := range []struct {
		name  string
		order Order
		want  [4]int // added, updated, unchanged, refused
		kept  int
	}{
		{"a dry run", dry, [4]int{150, 0, 0, 1}, 0},
		{"without a store", Order{Paths: o.Paths, Dry: true}, [4]int{150, 0, 0, 1}, 0},
		{"for good", o, [4]int{150, 0, 0, 1}, 150},
		{"again", o, [4]int{0, 0, 150, 1}, 150},
		{"a dry run of what is known", dry, [4]int{0, 0, 150, 1}, 150},
	} {
		t.Run(step.name, func(t *testing.T) {
			all := results(t, t.Context(), step.order)
			got := [4]int{count(all, store.ResultAdded), count(all, store.ResultUpdated), count(all, store.ResultUnchanged), count(all, store.ResultRefused)}
			if got != step.want {
				t.Errorf("%v, want %v", got, step.want)
			}
			if !slices.IsSortedFunc(all, func(a, b Outcome) int { return strings.Compare(a.Path, b.Path) }) {
				t.Error("not in the order of the paths")
			}
			if last := all[len(all)-1]; last.Done != 151 || last.Found != 151 || last.Words() == "" || last.Problem == nil {
				t.Errorf("the last is %+v", last)
			}
			if n, err := o.Store.Count(o.Role); err != nil || n != step.kept {
				t.Errorf("%d kept, %v", n, err)
			}
		})
	}
	for _, one := range results(t, t.Context(), o)[:3] {
		if c := one.Candidate; c.Source != "referral" || len(c.Tags) != 1 || c.Tags[0].Name != "spring" {
			t.Errorf("%+v", c)
		}
	}
}

// What was told when it is given up is on the disk, and all that is on the disk was told.
func TestGivenUp(t *testing.T) {
	for _, after := range []int{1, 2, 5} {
		o := order(t, folder(t, 600))
		ctx, cancel := context.WithCancel(t.Context())
		told, pieces := 0, 0
		for some, err := range o.Run(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			told += count(some, store.ResultAdded)
			if pieces++; pieces == after {
				cancel()
			}
		}
		cancel()
		if n, err := o.Store.Count(o.Role); err != nil || n != told {
			t.Errorf("%d kept, %d told, %v", n, told, err)
		}
	}
}

// Who looks no further leaves nothing running.
func TestLeft(t *testing.T) {
	o := order(t, folder(t, 300))
	for some, err := range o.Run(t.Context()) {
		if err != nil || len(some) == 0 {
			t.Fatal(some, err)
		}
		break
	}
}

func TestErrorEnds(t *testing.T) {
	o := order(t, folder(t, 10))
	o.Role = model.ID{1}
	pieces := 0
	for _, err := range o.Run(t.Context()) {
		if pieces++; !model.Is(err, model.Missing) {
			t.Error(err)
		}
	}
	if pieces != 1 {
		t.Errorf("%d pieces after an error", pieces)
	}
}

func TestWords(t *testing.T) {
	alike := []store.Alike{{Name: "Ada Lund", Traits: model.SameEmail | model.SamePhone}, {Traits: model.SameDocument}}
	for _, c := range []struct {
		name  string
		added store.Added
		want  string
	}{
		{"new", store.Added{Result: store.ResultAdded}, ""},
		{"maybe known", store.Added{Alike: alike[:1]}, "maybe the same as Ada Lund (same e-mail, same phone)"},
		{"maybe two", store.Added{Alike: alike}, "maybe the same as Ada Lund (same e-mail, same phone); maybe the same as somebody without a name (same document)"},
		{"a newer resume", store.Added{Result: store.ResultUpdated, Fresh: []model.DocumentKind{model.Resume, model.Resume}}, "a newer resume"},
		{"two things", store.Added{Result: store.ResultUpdated, Fresh: []model.DocumentKind{model.Answers, model.CoverLetter}}, "a new cover letter, new answers"},
		{"a telephone number", store.Added{Result: store.ResultUpdated}, "more about them"},
		{"refused", store.Added{Result: store.ResultRefused, Why: "empty"}, "empty"},
		{"unchanged", store.Added{Result: store.ResultUnchanged}, ""},
	} {
		if got := (Outcome{Added: c.added}).Words(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
