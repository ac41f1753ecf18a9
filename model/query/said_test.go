package query

import (
	"fmt"
	"slices"
	"testing"

	"candid/model"
)

func TestDocumentsHoldWords(t *testing.T) {
	q, err := Parse(`rust "new york" -go RUST or rust "go"`, scope())
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, s := range q.Said() {
		said = append(said, fmt.Sprint(s.Text, s.Whole))
	}
	if want := []string{"rustfalse", "new yorktrue", "gofalse", "RUSTfalse", "gotrue"}; !slices.Equal(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
	q, _ = Parse("rust -go", scope())
	row := field()[0]
	for _, c := range []struct {
		name string
		hits Hits
		want bool
	}{
		{"no documents", nil, false},
		{"both held", func(int, model.ID) bool { return true }, false},
		{"one held", func(n int, id model.ID) bool { return n == 0 && id == row.Candidate.ID }, true},
	} {
		if got := q.Match(row, c.hits); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
