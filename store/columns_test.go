package store

import (
	"bytes"
	"os"
	"testing"
)

func TestColumns(t *testing.T) {
	s := open(t)
	header := []string{"Who", "Where to, exactly"}
	look := func(header []string, want string) {
		t.Helper()
		if got, ok, err := s.Columns(header); err != nil || got != want || ok != (want != "") {
			t.Errorf("%q is kept as %q (%v), %v", header, got, ok, err)
		}
	}
	look(header, "")
	for _, mapping := range []string{"Who=name", "Who=answer"} {
		if err := s.KeepColumns(header, mapping); err != nil {
			t.Fatal(err)
		}
		look(header, mapping)
	}
	look([]string{"Where to, exactly", "Who"}, "")
	look([]string{"Who"}, "")
	look(nil, "")
	if b, err := os.ReadFile(s.kv.path); err != nil || bytes.Contains(b, []byte("Where to")) {
		t.Errorf("the header stands in the file, %v", err)
	}
}
