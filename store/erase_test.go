package store

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"candid/model"
)

// planted are strings that only the erased candidate has.
var planted = []string{"Zebulon Quaxworthy", "zq-planted@example.org", "555-0199", "plantednote", "plantedanswer", "plantedtag", "planteddismissal", "plantedline"}

// stray is which of the words stand in some file of the folder, in the clear.
func stray(t *testing.T, dir string, words []string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, word := range words {
			if bytes.Contains(b, []byte(word)) {
				found = append(found, filepath.Base(path)+": "+word)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestErasedLeavesNoByte(t *testing.T) {
	w := populate(t, open(t), 8)
	ctx := context.Background()
	app := resume(planted[0], planted[1], "zq.txt", "plantedline one\nplantedline two")
	app.Candidate.Phone = planted[2]
	app.Candidate.Answers = []model.Answer{{Question: "Why?", Text: "plantedanswer"}}
	added, err := w.Add(ctx, w.role.ID, app, w.ana.ID)
	if err != nil {
		t.Fatal(err)
	}
	id := added.Candidate.ID
	app.Documents[0].Original, app.Documents[0].Text = []byte("plantedline three"), "plantedline three"
	if _, err := w.Add(ctx, w.role.ID, app, w.ana.ID); err != nil {
		t.Fatal(err)
	}
	for i := range 30 { // so that old copies stand in many pages
		r := w.record(t, id)
		w.apply(t, r.Change(w.ana.ID, 5, model.FacetNote, 1, model.State{Note: "plantednote" + string(rune('a'+i))}))
		other := w.record(t, w.candidate[i%8])
		w.apply(t, other.Change(w.bo.ID, 5, model.FacetNote, 1, model.State{Note: "kept" + string(rune('a'+i))}))
	}
	w.apply(t, w.record(t, id).Change(w.ana.ID, 6, model.FacetDismissed, 1, model.State{Quotes: []model.Quote{{To: 1, Text: "planteddismissal"}}}))
	w.apply(t, w.record(t, id).Change(w.ana.ID, 6, model.FacetTags, 0, model.State{Tags: []model.Tag{{Name: "plantedtag", By: w.ana.ID}}}))
	if err := w.SetPlace(w.ana.ID, model.Place{Role: w.role.ID, Cursor: id}); err != nil {
		t.Fatal(err)
	}
	beside := w.Path() + ".schema1"
	if _, err := copyFile(w.Path(), beside); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(w.Path())
	if found := stray(t, dir, planted); len(found) < len(planted) {
		t.Fatalf("planted in vain: %v", found)
	}
	alias := added.Candidate.Alias
	truth := truths(w.Store, w)
	if err := w.Erase(ctx, id, w.ana.ID); err != nil {
		t.Fatal(err)
	}
	if found := stray(t, dir, append(planted, alias, string(id[:]))); len(found) != 1 || found[0] != "candid.db: "+string(id[:]) {
		t.Errorf("still there, beyond the tombstone: %q", found)
	}
	if _, err := os.Stat(beside); err == nil {
		t.Error("the copy from before a migration is still there")
	}
	if _, err := w.Record(id); !model.Is(err, model.Missing) {
		t.Errorf("the record: %v", err)
	}
	if err := w.Erase(ctx, id, w.ana.ID); !model.Is(err, model.Missing) {
		t.Errorf("erased twice: %v", err)
	}
	now := truths(w.Store, w)
	delete(truth, "cards")
	for what, was := range truth {
		if b, ok := now[what].([]byte); !ok || !bytes.Equal(b, was.([]byte)) {
			t.Errorf("%s is not as it was", what)
		}
	}
	report := sound(t, w.Store)
	if report.Candidates != 8 {
		t.Errorf("%d candidates", report.Candidates)
	}
	if entries, err := os.ReadDir(w.files); err != nil || len(entries) != 8 {
		t.Errorf("%d originals, %v", len(entries), err)
	}
	if again, err := w.Add(ctx, w.role.ID, app, w.ana.ID); err != nil || again.Result != ResultAdded {
		t.Errorf("applying again: %v, %v", again.Result, err)
	}
}

// TestErasingIsFinished breaks an erasure off after its first commit: the next Open finishes it.
func TestErasingIsFinished(t *testing.T) {
	w := populate(t, open(t), 3)
	w.apply(t, w.record(t, w.candidate[1]).Change(w.ana.ID, 5, model.FacetNote, 0, model.State{Note: "plantednote"}))
	err := w.update(context.Background(), func(x *tx) error {
		p, err := x.person(w.candidate[1])
		if err != nil {
			return err
		}
		l, err := x.ledger(w.role.ID)
		if err != nil {
			return err
		}
		originals, err := l.forget(p)
		if err != nil {
			return err
		}
		if err := x.owe(originals); err != nil {
			return err
		}
		return l.close()
	})
	if err != nil {
		t.Fatal(err)
	}
	if found := stray(t, filepath.Dir(w.Path()), []string{"plantednote"}); len(found) == 0 {
		t.Fatal("planted in vain")
	}
	openAt(t, w.Path())
	if found := stray(t, filepath.Dir(w.Path()), []string{"plantednote"}); len(found) != 0 {
		t.Error(found)
	}
	if entries, err := os.ReadDir(w.files); err != nil || len(entries) != 2 {
		t.Errorf("%d originals, %v", len(entries), err)
	}
}
