package cli

import (
	"slices"
	"testing"
)

// A terminal that is narrower than the rows takes cells from the columns that may give some, in their order.
func TestNarrow(t *testing.T) {
	shrink := []narrowing{{1, 6}, {0, 2}}
	for _, c := range []struct {
		name    string
		columns int
		want    []string
	}{
		{"room for all", 22, []string{"abcd", "a long name", "new"}},
		{"the first gives way", 19, []string{"abcd", "a long …", "new"}},
		{"then the second", 16, []string{"ab…", "a lon…", "new"}},
		{"no further than they may", 3, []string{"a…", "a lon…", "new"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := [][]string{{"abcd", "a long name", "new"}}
			narrow(rows, []int{4, 11, 3}, c.columns, shrink)
			if !slices.Equal(rows[0], c.want) {
				t.Errorf("%q, want %q", rows[0], c.want)
			}
		})
	}
}
