package store

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"candid/model"
)

// large is a store whose file is longer than what is copied at once.
func large(t *testing.T) *world {
	t.Helper()
	w := populate(t, open(t), 3)
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 5 {
		app := anApplication(50 + n)
		text := make([]byte, 3<<20)
		for i := range text {
			text[i] = byte('!' + random.IntN(90)) // does not compress well
		}
		app.Documents[0].Text = string(text)
		if _, err := w.Add(context.Background(), w.role.ID, app, w.ana.ID); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(w.kv.path); err != nil || info.Size() <= slice {
		t.Fatalf("not longer than a slice: %v, %v", info.Size(), err)
	}
	return w
}

// A long file is copied in slices, whole; a change between two of them makes the copy begin again.
func TestBackupInSlices(t *testing.T) {
	if testing.Short() {
		t.Skip("a long file takes long to make with the race detector")
	}
	w := large(t)
	copied := filepath.Join(t.TempDir(), "quiet.db")
	if whole, err := w.copySlices(context.Background(), copied); !whole || err != nil {
		t.Fatalf("in peace: %v, %v", whole, err)
	}
	want, err := os.ReadFile(w.kv.path)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(copied); err != nil || string(got) != string(want) {
		t.Errorf("another file: %d bytes of %d, %v", len(got), len(want), err)
	}

	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for value := model.Lacks; ctx.Err() == nil; value = model.Lacks + (value-model.Lacks+1)%4 {
			r := w.record(t, w.candidate[0])
			w.apply(t, r.Rate(w.role, w.ana.ID, 1, w.role.Checklist.Requirements[0].ID, value))
		}
	}()
	folder := filepath.Join(t.TempDir(), "busy")
	err = w.Backup(context.Background(), folder)
	stop()
	<-done
	if err != nil {
		t.Fatal(err)
	}
	twin, err := Open(filepath.Join(folder, "candid.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report := sound(t, twin); report.Candidates != 8 {
		t.Errorf("%d candidates", report.Candidates)
	}
}
