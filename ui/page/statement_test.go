package page

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/evidence"
)

const ledger = `STAFF ENGINEER, LUMEN PAY      2021 – now
- Rewrote the **ledger** service, p99 from 180 ms to 12 ms,
  in Rust with Tokio and never lost a pay-
  ment
- Wrote it down.

Skills: Rust, Go`

// statements is the ledger's: a bullet over three lines, one that the reviewer quoted, and a list.
func statements(but ...int) evidence.Reading {
	term := func(line int, words, why string) evidence.Term {
		from := strings.Index(strings.Split(ledger, "\n")[line], words)
		return evidence.Term{Line: line, From: from, To: from + len(words), Text: words, Why: why}
	}
	lines := strings.Split(ledger, "\n")
	all := []evidence.Found{
		{Line: 2, From: 1, To: 4, Text: lines[2], Terms: []evidence.Term{term(1, "ledger", "Rust"), term(2, "Rust", "Rust"), term(2, "Tokio", "Rust")}, Strength: 0.9},
		{Line: 4, From: 4, To: 5, Text: lines[4], Kind: evidence.Quoted},
		{Line: 6, From: 6, To: 7, Text: lines[6], Terms: []evidence.Term{term(6, "Rust", "Rust")}, Strength: 0.2, Kind: evidence.Listed},
	}
	found := []evidence.Found{}
	for i, f := range all {
		if !slices.Contains(but, i) {
			found = append(found, f)
		}
	}
	return evidence.Reading{Document: model.Document{ID: model.ID{1}, Format: "markdown"}, Lines: lines,
		Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{rust: found}}}
}

// The edge marks every row of a statement, and the terms of each of its lines are underlined; one that was quoted bears a sign.
func TestStatements(t *testing.T) {
	p := New(plain()).Size(70, 8).Show(statements(), rust)
	for name, c := range map[string]struct {
		page Page
		want []string // the edges
	}{
		"the strongest":  {p, []string{"  ", "▌ ", "▌ ", "▎»", "  ", "▎ "}},
		"the one quoted": {p.Evidence(1), []string{"  ", "▎ ", "▎ ", "▌»", "  ", "▎ "}},
		"the list":       {p.Evidence(-1), []string{"  ", "▎ ", "▎ ", "▎»", "  ", "▌ "}},
	} {
		t.Run(name, func(t *testing.T) {
			for i, want := range c.want {
				if got := c.page.Lines()[i]; !strings.HasPrefix(got, want) {
					t.Errorf("row %d: %q, want the edge %q", i, got, want)
				}
			}
		})
	}
	lines := New(coloured()).Size(70, 8).Show(statements(), rust).Lines()
	for row, words := range map[int][]string{1: {"ledger", "Rust"}, 2: {"Tokio"}, 5: {"Rust"}} {
		for _, w := range words {
			if !strings.Contains(lines[row], coloured().Term.Render(w)) {
				t.Errorf("%s is not underlined in %q", w, lines[row])
			}
		}
	}
}

// A statement that goes leaves one on the next; one that others join one keeps standing on.
func TestStatementsThatGo(t *testing.T) {
	for name, c := range map[string]struct {
		moves int
		but   []int
		want  int // the line of the statement one then stands on; -1: none
	}{
		"the first":        {0, []int{0}, 4},
		"the middle":       {1, []int{1}, 6},
		"the last":         {2, []int{2}, 4},
		"another":          {2, []int{0}, 6},
		"all":              {0, []int{0, 1, 2}, -1},
		"all but the last": {0, []int{0, 1}, 6},
	} {
		t.Run(name, func(t *testing.T) {
			p := New(plain()).Size(70, 8).Show(statements(), rust).Evidence(c.moves).Show(statements(c.but...), rust)
			if _, _, f, ok := p.Here(); ok != (c.want >= 0) || ok && f.Line != c.want {
				t.Errorf("on line %d", f.Line)
			}
			if p.Lines(); c.want < 0 {
				if _, _, _, ok := p.Meant(); ok {
					t.Error("something is meant")
				}
			}
		})
	}
}

// What is meant is the whole statement, or what is selected.
func TestMeant(t *testing.T) {
	p := New(plain()).Size(70, 8).Show(statements(), rust)
	if from, to, words, ok := p.Meant(); from != 1 || to != 4 || !ok || words != strings.Join(strings.Split(ledger, "\n")[1:4], "\n") {
		t.Errorf("%d to %d: %q", from, to, words)
	}
	if line, ok := p.At(); line != 2 || !ok {
		t.Errorf("at line %d", line)
	}
	p = p.Select(true).Scroll(1)
	if from, to, _, ok := p.Meant(); from != 1 || to != 3 || !ok {
		t.Errorf("selected: %d to %d", from, to)
	}
	if line, _ := p.At(); line != 2 {
		t.Errorf("at line %d of the selection", line)
	}
	if _, ok := New(plain()).Size(70, 8).Show(statements(), cloud).At(); ok {
		t.Error("one stands on a line where nothing was found")
	}
}

// A statement of several lines is one sentence in an excerpt, its first term in sight.
func TestExcerptOfAStatement(t *testing.T) {
	r := statements()
	f := r.Found[rust][0]
	for name, c := range map[string]struct {
		cells, rows int
		want        []string
	}{
		"whole":  {200, 1, []string{"Rewrote the ledger service, p99 from 180 ms to 12 ms, in Rust with Tokio and never lost a pay-ment"}},
		"rows":   {50, 2, []string{"Rewrote the ledger service, p99 from 180 ms to 12", "ms, in Rust with Tokio and never lost a pay-ment"}},
		"narrow": {16, 1, []string{"…the ledger ser…"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Excerpt(r, f, plain().Palette, "…", c.cells, c.rows); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	drawn := strings.Join(Excerpt(r, f, coloured().Palette, "…", 200, 1), "")
	for _, w := range []string{"ledger", "Rust", "Tokio"} {
		if !strings.Contains(drawn, coloured().Term.Render(w)) {
			t.Errorf("%s is not underlined in %q", w, drawn)
		}
	}
}

// A statement longer than the page begins at its top.
func TestLongStatement(t *testing.T) {
	lines := strings.Split(strings.Repeat("Nothing of it.\n\n", 20)+strings.Repeat("A line about Rust.\n\n", 20), "\n")
	r := evidence.Reading{Document: model.Document{ID: model.ID{1}}, Lines: lines, Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{
		rust: {{Line: 60, From: 40, To: 79}}}}}
	if drawn := New(plain()).Size(40, 10).Show(r, rust).Lines(); !strings.HasPrefix(drawn[0], "▌ A line") {
		t.Errorf("%q", drawn)
	}
}
