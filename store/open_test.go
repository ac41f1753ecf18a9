package store

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"candid/model"
)

var update = flag.Bool("update", false, "write the files under testdata anew")

// withBolt changes a file as a program would that knows bbolt, not candid.
func withBolt(t *testing.T, path string, fn func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(fn); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	write := func(t *testing.T, path string, b []byte) {
		t.Helper()
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name string
		make func(t *testing.T, path string)
		kind model.Kind
	}{
		{"nothing there", func(*testing.T, string) {}, model.Missing},
		{"an empty file", func(t *testing.T, path string) { write(t, path, nil) }, model.Refused},
		{"a text", func(t *testing.T, path string) { write(t, path, []byte(strings.Repeat("Dear team, ", 4000))) }, model.Refused},
		{"zeros", func(t *testing.T, path string) { write(t, path, make([]byte, 1<<16)) }, model.Refused},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, model.Refused},
		{"another program's bbolt file", func(t *testing.T, path string) {
			withBolt(t, path, func(tx *bbolt.Tx) error {
				_, err := tx.CreateBucket([]byte("sessions of another"))
				return err
			})
		}, model.Refused},
		{"a store of a newer candid", func(t *testing.T, path string) {
			s := openAt(t, path)
			err := s.update(context.Background(), func(x *tx) error {
				_, err := x.write(bucketMeta, metaSchema, schema+1)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}, model.Newer},
		{"a store without its key", func(t *testing.T, path string) {
			s := openAt(t, path)
			if err := s.update(context.Background(), func(x *tx) error { return x.delete(bucketMeta, metaKey) }); err != nil {
				t.Fatal(err)
			}
		}, model.Damaged},
		{"a store without a bucket", func(t *testing.T, path string) {
			openAt(t, path)
			withBolt(t, path, func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte(bucketMeta)) })
		}, model.Damaged},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "candid.db")
			test.make(t, path)
			before, _ := os.ReadFile(path)
			_, err := Open(path, Options{})
			if !model.Is(err, test.kind) {
				t.Fatalf("%v, want %v", err, test.kind)
			}
			if !strings.Contains(err.Error(), path) && !strings.Contains(err.Error(), "the store's") && !strings.Contains(err.Error(), "meta") || strings.Contains(err.Error(), "\n") {
				t.Errorf("not one clear line: %q", err)
			}
			if after, _ := os.ReadFile(path); string(before) != string(after) {
				t.Error("the file was touched")
			}
			if test.kind == model.Missing {
				if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) > 0 {
					t.Errorf("%v, %v", entries, err)
				}
			}
		})
	}
}

func TestReadOnly(t *testing.T) {
	w := populate(t, open(t), 1)
	s, err := Open(w.Path(), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Record(w.candidate[0])
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	_, _, applied := s.Apply(ctx, w.role.ID, r.Decide(w.ana.ID, 5, model.OnHold, model.Reason{}))
	_, reviewer := s.AddReviewer("Cem")
	_, added := s.Add(ctx, w.role.ID, anApplication(7), w.ana.ID)
	for what, err := range map[string]error{
		"Apply": applied, "AddReviewer": reviewer, "Add": added, "Erase": s.Erase(ctx, w.candidate[0], w.ana.ID),
		"SetPlace": s.SetPlace(w.ana.ID, model.Place{}), "MarkOpened": s.MarkOpened(ctx, w.candidate[0], w.ana.ID, 5),
	} {
		if !model.Is(err, model.ReadOnly) {
			t.Errorf("%s: %v", what, err)
		}
	}
	sound(t, s)
}

func TestStoreThatGoesAway(t *testing.T) {
	w := populate(t, open(t), 1)
	if err := os.Rename(w.Path(), w.Path()+".away"); err != nil {
		t.Fatal(err)
	}
	if _, err := w.AddReviewer("Cem"); !model.Is(err, model.Missing) {
		t.Error(err)
	}
	if _, err := os.Stat(w.Path()); err == nil {
		t.Error("an empty store was made in its place")
	}
}

func TestDefaultPath(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "/data")
	if got, err := DefaultPath(); err != nil || got != filepath.FromSlash("/data/candid/candid.db") {
		t.Skip("another platform's place:", got, err)
	}
	t.Setenv("XDG_DATA_HOME", "relative")
	t.Setenv("HOME", "/home/ana")
	if got, err := DefaultPath(); err != nil || got != "/home/ana/.local/share/candid/candid.db" {
		t.Error(got, err)
	}
	t.Setenv("HOME", "")
	if _, err := DefaultPath(); err == nil || !strings.Contains(err.Error(), "--store") {
		t.Error(err)
	}
}

func TestReviewers(t *testing.T) {
	w := populate(t, open(t), 0)
	for _, name := range []string{"ana", " ANA ", "", "  "} {
		if _, err := w.AddReviewer(name); !model.Is(err, model.Refused) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if got, err := w.ReviewerByName("aNA"); err != nil || got != w.ana {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := w.ReviewerByName("Cem"); !model.Is(err, model.Missing) {
		t.Error(err)
	}
	if all, err := w.Reviewers(); err != nil || len(all) != 2 || !slices.Contains(all, w.ana) || !slices.Contains(all, w.bo) {
		t.Errorf("%v, %v", all, err)
	}
	if _, known, err := w.Login("ana.l"); known || err != nil {
		t.Error(known, err)
	}
	if err := w.SetLogin("ana.l", w.ana.ID); err != nil {
		t.Fatal(err)
	}
	if got, known, err := w.Login("ana.l"); !known || err != nil || got != w.ana {
		t.Errorf("%v, %v, %v", got, known, err)
	}
	if found := stray(t, filepath.Dir(w.Path()), []string{"ana.l"}); len(found) > 0 {
		t.Error(found)
	}
	place := model.Place{Role: w.role.ID, Filter: "compost", Column: 3}
	if err := w.SetPlace(w.bo.ID, place); err != nil {
		t.Fatal(err)
	}
	if got, err := w.Place(w.bo.ID); err != nil || got != place {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := w.Place(w.ana.ID); err != nil || got != (model.Place{}) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAddRole(t *testing.T) {
	s := open(t)
	role := aRole()
	role.Checklist.Requirements[0].Changed = 7
	role, err := s.AddRole(role)
	if err != nil || role.ID.IsZero() || role.Created == 0 || role.MustShare != model.DefaultMustShare || role.Checklist.Version != 1 || role.Checklist.Requirements[0].Changed != 0 {
		t.Errorf("%+v, %v", role, err)
	}
	if _, err := s.AddRole(model.Role{Title: "Empty"}); !model.Is(err, model.Refused) {
		t.Error(err)
	}
	if roles, err := s.Roles(); err != nil || len(roles) != 1 {
		t.Errorf("%v, %v", roles, err)
	}
	if _, err := s.Role(model.ID{3}); !model.Is(err, model.Missing) {
		t.Error(err)
	}
	if _, err := s.Cards(model.ID{3}); !model.Is(err, model.Missing) {
		t.Error(err)
	}
}

// makeSchema1 makes the store that testdata holds: of the first schema, in which no change named the one before it.
func makeSchema1(t *testing.T, path string) {
	w := populate(t, openAt(t, path), 2)
	w.apply(t, w.record(t, w.candidate[0]).Rate(w.role, w.ana.ID, 5, 1, model.Meets))
	err := w.update(context.Background(), func(x *tx) error {
		l, err := x.ledger(w.role.ID)
		if err != nil {
			return err
		}
		for _, id := range w.candidate {
			p, err := l.person(id)
			if err != nil {
				return err
			}
			err = x.back(w.role.ID, p.card.Trail, func(_ int, c model.Change) bool {
				_, err := x.write(bucketChanges, numberKey(w.role.ID, c.Number), c)
				return err == nil
			})
			if err != nil {
				return err
			}
			p.card.Trail, p.touched = trail{}, true
		}
		if _, err := x.write(bucketMeta, metaSchema, 1); err != nil {
			return err
		}
		return l.close()
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, lock := range []string{".lock", ".queue"} {
		if err := os.Remove(path + lock); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMigrate(t *testing.T) {
	fixture := filepath.Join("testdata", "schema1", "candid.db")
	if *update {
		if err := os.RemoveAll(filepath.Dir(fixture)); err != nil {
			t.Fatal(err)
		}
		makeSchema1(t, fixture)
	}
	path := filepath.Join(t.TempDir(), "candid.db")
	if err := os.CopyFS(filepath.Dir(path), os.DirFS(filepath.Dir(fixture))); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{ReadOnly: true}); !model.Is(err, model.ReadOnly) {
		t.Errorf("for reading only: %v", err)
	}
	if err := os.WriteFile(path+".schema1", []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	roles, err := s.Roles()
	if err != nil {
		t.Fatal(err)
	}
	cards, err := s.Cards(roles[0].ID)
	if err != nil || len(cards) != 2 {
		t.Fatal(cards, err)
	}
	history, err := s.History(cards[0].Candidate.ID)
	if err != nil || len(history) != 2 || history[1].After.Value != model.Meets {
		t.Errorf("%v, %v", history, err)
	}
	shown, err := s.Person(cards[0].Candidate.ID)
	if err != nil || len(shown.Readings[0].Found) == 0 {
		t.Errorf("what is found in the text of the first: %+v, %v", shown.Readings, err)
	}
	if looked, err := s.Refind(t.Context(), roles[0].ID, nil); err != nil || looked != 2 {
		t.Errorf("%d documents were looked through again, %v", looked, err)
	}
	sound(t, s)
	was, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	if beside, err := os.ReadFile(path + ".schema1-2"); err != nil || string(beside) != string(was) {
		t.Errorf("the copy beside it: %v", err)
	}
	if b, err := os.ReadFile(path + ".schema1"); err != nil || string(b) != "in the way" {
		t.Errorf("what was in the way: %q, %v", b, err)
	}
}
