package store

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
)

// backedUp is a store of some candidates and a backup of it.
func backedUp(t *testing.T, candidates int) (w *world, folder string) {
	t.Helper()
	w = populate(t, open(t), candidates)
	folder = filepath.Join(t.TempDir(), "copy")
	if err := w.Backup(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	return w, folder
}

// around is the names in the folder of a store.
func around(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestRestoreWhereNothingIs(t *testing.T) {
	w, folder := backedUp(t, 4)
	path := filepath.Join(t.TempDir(), "new", "candid.db")
	did, err := Restore(t.Context(), folder, path, false, Options{})
	if err != nil || did.Kept != "" || did.Report.Candidates != 4 {
		t.Fatalf("%+v, %v", did, err)
	}
	s := openAt(t, path)
	sound(t, s)
	r, err := s.Record(w.candidate[2])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Original(r.Candidate.Documents[0]); err != nil {
		t.Error(err)
	}
	for _, name := range around(t, path) {
		if strings.Contains(name, ".restore") {
			t.Errorf("%s was left behind", name)
		}
	}
}

func TestRestoreOverAStore(t *testing.T) {
	w, folder := backedUp(t, 4)
	w.apply(t, w.record(t, w.candidate[1]).Change(w.ana.ID, 5, model.FacetNote, 1, model.State{Note: "since"}))
	if err := w.Erase(t.Context(), w.candidate[3], w.ana.ID); err != nil {
		t.Fatal(err)
	}
	path := w.Path()
	if _, err := Restore(t.Context(), folder, path, false, Options{}); !model.Is(err, model.Refused) {
		t.Fatalf("without being told to: %v", err)
	}
	now := time.Date(2026, 3, 1, 14, 5, 0, 0, time.UTC)
	did, err := Restore(t.Context(), folder, path, true, Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	if want := path + ".before-20260301-140500"; did.Kept != want || did.Erased != 1 || did.Unread != nil {
		t.Errorf("%+v, want %s kept and one erased again", did, want)
	}
	s := openAt(t, path)
	if got := sound(t, s).Candidates; got != 3 {
		t.Errorf("%d candidates, want 3: one was erased", got)
	}
	if r, err := s.Record(w.candidate[1]); err != nil || r.Review(w.ana.ID).Rating(1).Note == "since" {
		t.Errorf("not as it was backed up: %v", err)
	}
	old := openAt(t, did.Kept)
	sound(t, old)
	if r, err := old.Record(w.candidate[1]); err != nil || r.Review(w.ana.ID).Rating(1).Note != "since" {
		t.Errorf("what was kept is not what was there: %v", err)
	}
	// The same second again: nothing is written over.
	if _, err := Restore(t.Context(), folder, path, true, Options{Now: func() time.Time { return now }}); err == nil {
		t.Error("wrote over what it had kept")
	}
	sound(t, openAt(t, path))
}

func TestRestoreOfOlder(t *testing.T) {
	folder := t.TempDir()
	b, err := os.ReadFile(filepath.Join("testdata", "schema1", "candid.db"))
	if err != nil {
		t.Skip("no store of an older schema is kept as a file")
	}
	if err := os.WriteFile(filepath.Join(folder, "candid.db"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "candid.db")
	if _, err := Restore(t.Context(), folder, path, false, Options{}); err != nil && !model.Is(err, model.Damaged) {
		t.Error(err)
	}
}

// What cannot be restored leaves the store, and the folder it lies in, as they were.
func TestRestoreRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		harm func(t *testing.T, folder string)
		want model.Kind
	}{
		{"no backup", func(t *testing.T, folder string) { remove(t, filepath.Join(folder, "candid.db")) }, model.Missing},
		{"a flipped bit", func(t *testing.T, folder string) {
			path := filepath.Join(folder, "candid.db")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			b[len(b)/2] ^= 4
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
		}, model.Damaged},
		{"an original lost", func(t *testing.T, folder string) {
			found, err := filepath.Glob(filepath.Join(folder, "candid.db.files", "*"))
			if err != nil || len(found) == 0 {
				t.Fatal(err, found)
			}
			remove(t, found[0])
		}, model.Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, folder := backedUp(t, 3)
			c.harm(t, folder)
			before := around(t, w.Path())
			if _, err := Restore(context.Background(), folder, w.Path(), true, Options{}); !model.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
			if got := around(t, w.Path()); !slices.Equal(got, before) {
				t.Errorf("the folder holds %v, before %v", got, before)
			}
			if got := sound(t, w.Store).Candidates; got != 3 {
				t.Errorf("%d candidates", got)
			}
		})
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func TestArchive(t *testing.T) {
	w := populate(t, open(t), 2)
	for _, archived := range []bool{true, true, false} {
		if err := w.Archive(t.Context(), w.role.ID, archived); err != nil {
			t.Fatal(err)
		}
		if r, err := w.Role(w.role.ID); err != nil || r.Archived != archived {
			t.Errorf("archived %v, %v; want %v", r.Archived, err, archived)
		}
		sound(t, w.Store)
	}
	if err := w.Archive(t.Context(), model.ID{9}, true); !model.Is(err, model.Missing) {
		t.Error(err)
	}
}
