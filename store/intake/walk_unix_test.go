//go:build unix

package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// A large file is refused without being read, a pipe without being opened.
func TestLargeAndOdd(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": someone("Jane Doe"), "jane/r.txt": someone("Jane Doe")})
	for name, size := range map[string]int64{"b.txt": 2 << 30, "c.txt": 3 << 30, "d.txt": 26 << 20, "jane/e.txt": 2 << 30} {
		f, err := os.Create(filepath.Join(dir, name))
		if err == nil {
			err = f.Truncate(size)
		}
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	for _, name := range []string{"p", "jane/p"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"a.txt: Jane Doe; resume text a.txt", "b.txt: refused: larger than 25 MB", "c.txt: refused: larger than 2 GB", "d.txt: refused: larger than 25 MB",
		"jane: Jane Doe; resume text r.txt", "jane/e.txt: refused: larger than 25 MB", "jane/p: refused: a pipe, not a file", "p: refused: a pipe, not a file"}
	if got := outcomes(t, dir, dir); !slices.Equal(got, want) {
		t.Errorf("got\n  %s", strings.Join(got, "\n  "))
	}
}

// A pipe that took a file's place after the look at it is refused, and not waited for.
func TestPipeInAFilesPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, problem := load(path); problem == nil || problem.What != "a pipe, not a file" {
		t.Error(problem)
	}
	if _, _, problem := open(path, 10); problem == nil || problem.What != "a pipe, not a file" {
		t.Error(problem)
	}
}
