package cli

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// What is taken of a folder at each look: what did not change between two of them, once.
func TestLook(t *testing.T) {
	folder := t.TempDir()
	put := func(name, words string, at int) {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
		when := time.Date(2026, 3, 20, 20, 41, at, 0, time.UTC)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	w := watched{folder: folder, entries: map[string]entry{}}
	for i, step := range []struct {
		name string
		do   func()
		want []string
	}{
		{"it is new", func() { put("a.txt", "one", 0) }, nil},
		{"it is still", func() {}, []string{"a.txt"}},
		{"it was taken", func() {}, nil},
		{"it grows", func() { put("a.txt", "one and two", 1); put("b.txt", "b", 1) }, nil},
		{"and grows", func() { put("a.txt", "one and two and three", 2) }, []string{"b.txt"}},
		{"and is still", func() {}, []string{"a.txt"}},
		{"only its time changes", func() { put("a.txt", "one and two and three", 3) }, nil},
		{"and it is still again", func() {}, []string{"a.txt"}},
		{"a folder comes", func() { put("ada/resume.txt", "ada", 4) }, nil},
		{"with more in it", func() { put("ada/letter.txt", "ada", 5) }, nil},
		{"and more that is being loaded", func() { put("ada/photo.pdf.part", "ada", 6) }, nil},
		{"which goes on", func() {}, nil},
		{"and is over", func() { _ = os.Remove(filepath.Join(folder, "ada/photo.pdf.part")) }, nil},
		{"so that it is still", func() {}, []string{"ada"}},
		{"what is nobody's", func() {
			put(".hidden", "x", 7)
			put("~$a.docx", "x", 7)
			put("c.pdf.crdownload", "x", 7)
			put("empty.txt", "", 7)
		}, nil},
		{"stays out", func() {}, nil},
		{"one goes", func() { _ = os.Remove(filepath.Join(folder, "b.txt")) }, nil},
		{"and comes back", func() { put("b.txt", "b", 8) }, nil},
		{"so that it is new", func() {}, []string{"b.txt"}},
	} {
		step.do()
		still, err := w.look()
		if err != nil {
			t.Fatal(err)
		}
		w.took(still)
		var names []string
		for _, path := range still {
			names = append(names, filepath.Base(path))
		}
		if !slices.Equal(names, step.want) {
			t.Errorf("%d, %s: %q, want %q", i, step.name, names, step.want)
		}
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if _, err := w.look(); err == nil {
		t.Error("a folder that is gone is no error")
	}
}
