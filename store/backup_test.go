package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"candid/model"
)

func TestBackupWhileInUse(t *testing.T) {
	w := populate(t, open(t), 10)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := 100; ctx.Err() == nil; n++ {
			if _, err := w.Add(context.Background(), w.role.ID, anApplication(n), w.ana.ID); err != nil {
				t.Error(err)
			}
		}
	}()
	for n := range 3 {
		folder := filepath.Join(t.TempDir(), fmt.Sprint("copy", n))
		if err := w.Backup(context.Background(), folder); err != nil {
			t.Fatal(err)
		}
		copied, err := Open(filepath.Join(folder, "candid.db"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if report := sound(t, copied); report.Candidates < 10 {
			t.Errorf("%d candidates", report.Candidates)
		}
		got, err := copied.Record(w.candidate[3])
		if err != nil || got.Candidate.Name != "Candidate 3" {
			t.Errorf("%v, %v", got, err)
		}
		if err := w.Backup(context.Background(), folder); !model.Is(err, model.Refused) {
			t.Errorf("over something: %v", err)
		}
	}
	stop()
	<-done
}

func TestBackupOfDamaged(t *testing.T) {
	w := populate(t, open(t), 3)
	r := w.record(t, w.candidate[0])
	if err := os.WriteFile(filepath.Join(w.files, r.Candidate.Documents[0].Original), []byte("forged"), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "copy")
	if err := w.Backup(context.Background(), folder); !model.Is(err, model.Damaged) {
		t.Error(err)
	}
	if _, err := Open(filepath.Join(folder, "candid.db"), Options{}); err != nil {
		t.Error(err)
	}
}

func TestSweep(t *testing.T) {
	w := populate(t, open(t), 2)
	old := filepath.Join(w.files, w.originalName(model.ID{1}, []byte("old")))
	young := filepath.Join(w.files, w.originalName(model.ID{2}, []byte("young")))
	other := filepath.Join(w.files, "notes.txt")
	for _, path := range []string{old, young, other} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-2 * sweepAfter)
	for _, path := range []string{old, other} {
		if err := os.Chtimes(path, long, long); err != nil {
			t.Fatal(err)
		}
	}
	if report := sound(t, w.Store); report.Swept != 1 {
		t.Errorf("%d swept", report.Swept)
	}
	for path, want := range map[string]bool{old: false, young: true, other: true} {
		if _, err := os.Stat(path); (err == nil) != want {
			t.Errorf("%s: there: %v", path, err == nil)
		}
	}
}
