package page

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/text"
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
			got := Excerpt(evidence.Reading{Document: model.Document{Format: "markdown"}}, f, plain().Palette, "…", test.cells, test.rows)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestExcerptOfAnEndlessLine(t *testing.T) {
	line := strings.Repeat("後 x", 100_000) + " Rust " + strings.Repeat("y ", 100_000)
	at := strings.Index(line, "Rust")
	f := evidence.Found{Text: line, Terms: []evidence.Term{{From: at, To: at + 4}}}
	got := Excerpt(evidence.Reading{}, f, plain().Palette, "…", 20, 1)
	if len(got) != 1 || !strings.HasPrefix(got[0], "…") || !strings.Contains(got[0], "Rust") || text.Width(got[0]) > 20 {
		t.Errorf("got %q", got)
	}
}

func TestExcerptUnderlinesNoGap(t *testing.T) {
	const line = "Lumen Pay, engineer        03/2019"
	at := strings.Index(line, "engineer")
	f := evidence.Found{Text: line, Terms: []evidence.Term{{From: at, To: at + len("engineer")}}}
	got := Excerpt(evidence.Reading{}, f, coloured().Palette, "…", 60, 1)
	if len(got) != 1 || !strings.Contains(got[0], coloured().Term.Render("engineer")) {
		t.Errorf("got %q", got)
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
