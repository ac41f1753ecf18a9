//go:build unix

package store

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"candid/model"
)

func init() {
	jobs["decide without room"] = func(args []string) error {
		// A limit on the size of files is a full disk's nearest kin that needs no disk.
		signal.Ignore(unix.SIGXFSZ)
		info, err := os.Stat(args[0])
		if err != nil {
			return err
		}
		size := uint64(info.Size()) * 3 / 4
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: size, Max: size}); err != nil {
			return err
		}
		for range 200 { // until the pages at hand are used up
			if err := childRates([]string{args[0], "Ana", "1"}); err != nil {
				return err
			}
		}
		return nil
	}
	jobs["import without room"] = func(args []string) error {
		signal.Ignore(unix.SIGXFSZ)
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 20, Max: 20}); err != nil {
			return err
		}
		return childImports([]string{args[0], "Ana", "700", "701"})
	}
	jobs["create without room"] = func(args []string) error {
		signal.Ignore(unix.SIGXFSZ)
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 9000, Max: 9000}); err != nil {
			return err
		}
		_, err := Open(args[0], Options{Create: true})
		return err
	}
}

func TestFullDisk(t *testing.T) {
	w := populate(t, open(t), 5)
	before := truths(w.Store, w)
	for _, job := range []string{"decide without room", "import without room"} {
		out, err := child(t, job, w.Path()).Output()
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		if last := lines[len(lines)-1]; err == nil || !strings.HasPrefix(last, "error full ") {
			t.Errorf("%s: %q, %v", job, last, err)
		}
		report := sound(t, w.Store)
		if report.Candidates != 5 {
			t.Errorf("%s: %d candidates", job, report.Candidates)
		}
	}
	if files, err := os.ReadDir(w.files); err != nil || len(files) != 5 {
		t.Errorf("%d originals, %v", len(files), err)
	}
	if string(before["roles"].([]byte)) != string(truths(w.Store, w)["roles"].([]byte)) {
		t.Error("the role is another")
	}
	path := filepath.Join(t.TempDir(), "new", "candid.db")
	out, err := child(t, "create without room", path).Output()
	if err == nil || !strings.HasPrefix(string(out), "error full ") {
		t.Errorf("create: %q, %v", out, err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("half a store is there")
	}
	openAt(t, path) // there is room again
}

// TestWithoutPermission runs as another user, since root may do everything.
func TestWithoutPermission(t *testing.T) {
	dir := everyonesFolder(t)
	w := populate(t, openAt(t, filepath.Join(dir, "candid.db")), 2)
	chmod := func(path string, mode os.FileMode) {
		t.Helper()
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	run := func(job string, args ...string) string {
		t.Helper()
		cmd := child(t, job, args...)
		if os.Getuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			// The binary lies in a folder of root's: reach it through a copy.
			twin := filepath.Join(dir, "candid.test")
			if _, err := os.Stat(twin); err != nil {
				b, err := os.ReadFile(self)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(twin, b, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			cmd.Path, cmd.Dir = twin, dir
		}
		return limited(t, cmd)
	}
	if os.Getuid() != 0 {
		chmod(w.Path(), 0o400)
	}
	if got := run("decide", w.Path()); !strings.HasPrefix(got, "error read-only ") {
		t.Errorf("a file of another's: %s", got)
	}
	chmod(w.Path(), 0o444)
	for _, f := range []string{".lock", ".queue"} {
		chmod(w.Path()+f, 0o444)
	}
	chmod(dir, 0o555)
	t.Cleanup(func() { chmod(dir, 0o755) })
	if got := run("decide", w.Path()); !strings.HasPrefix(got, "error read-only ") {
		t.Errorf("a read-only file: %s", got)
	}
	if got := run("read", w.Path()); got != "done" {
		t.Errorf("reading a read-only file: %s", got)
	}
	if got := run("create", filepath.Join(dir, "other", "candid.db")); !strings.HasPrefix(got, "error read-only ") {
		t.Errorf("a folder that cannot be written: %s", got)
	}
}

func init() {
	jobs["read"] = func(args []string) error {
		s, err := Open(args[0], Options{ReadOnly: true})
		if err != nil {
			return err
		}
		role, who, err := theRole(s, "Ana")
		if err != nil {
			return err
		}
		cards, err := s.Cards(role.ID)
		if err != nil {
			return err
		}
		if _, _, err := s.Apply(context.Background(), role.ID, cards[0].Decide(who.ID, 5, model.OnHold, model.Reason{})); !model.Is(err, model.ReadOnly) {
			return err
		}
		return nil
	}
	jobs["create"] = func(args []string) error {
		_, err := Open(args[0], Options{Create: true})
		return err
	}
}
