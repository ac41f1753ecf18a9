package page

import (
	"slices"
	"testing"

	"candid/model"
	"candid/model/evidence"
)

func TestExcerpt(t *testing.T) {
	const line = "  - Rewrote the **ledger** service in Rust, then the till again"
	rust := []evidence.Term{{From: 37, To: 41, Text: "Rust"}}
	tests := map[string]struct {
		terms       []evidence.Term
		cells, rows int
		want        []string
	}{
		"it fits":                 {rust, 80, 1, []string{"Rewrote the ledger service in Rust, then the till again"}},
		"cut":                     {nil, 20, 1, []string{"Rewrote the ledger …"}},
		"cut, its word in sight":  {rust, 20, 1, []string{"…in Rust, then the …"}},
		"two rows":                {rust, 40, 2, []string{"Rewrote the ledger service in Rust, then", "the till again"}},
		"the second of them cut":  {rust, 18, 2, []string{"Rewrote the ledger", "service in Rust, …"}},
		"no room":                 {rust, 7, 2, nil},
		"a term out of the line":  {[]evidence.Term{{From: 400, To: 410}}, 20, 1, []string{"Rewrote the ledger …"}},
		"fewer rows than allowed": {rust, 80, 3, []string{"Rewrote the ledger service in Rust, then the till again"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			f := evidence.Found{Text: line, Terms: test.terms}
			got := Excerpt(model.Document{Format: "markdown"}, f, plain().Palette, "…", test.cells, test.rows)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestBare(t *testing.T) {
	for line, want := range map[string]string{
		"  - Rewrote the **ledger**":           "Rewrote the ledger",
		"## Work":                              "Work",
		"ENGINEER, LUMEN PAY     2021 – now":   "ENGINEER, LUMEN PAY  2021 – now",
		"":                                     "",
		"[the book](https://example.org) *is*": "the book is",
	} {
		if got := Bare(model.Document{Format: "markdown"}, line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
