package store

import (
	"slices"
	"testing"
)

func TestHints(t *testing.T) {
	w := populate(t, open(t), 1)
	look := func(what string, want ...string) {
		t.Helper()
		if got, err := w.Hints(w.ana.ID); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", what, got, err)
		}
	}
	look("none")
	for _, names := range [][]string{{"rating"}, {"list", "rating"}, nil} {
		if err := w.AddHints(w.ana.ID, names...); err != nil {
			t.Fatal(err)
		}
	}
	look("each once", "list", "rating")
	if got, err := w.Hints(w.bo.ID); err != nil || len(got) > 0 {
		t.Errorf("another's: %q, %v", got, err)
	}
	for range 2 {
		if err := w.ForgetHints(w.ana.ID); err != nil {
			t.Fatal(err)
		}
		look("forgotten")
	}
}
