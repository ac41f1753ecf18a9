package page

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"candid/model"
	"candid/model/evidence"
	query "candid/model/search"
	"candid/ui/screentest"
	"candid/ui/text"
	"candid/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

var (
	plain    = sync.OnceValue(func() theme.Theme { return screentest.Look("plain") })
	coloured = sync.OnceValue(func() theme.Theme { return screentest.Look("dark") })
)

const (
	rust  = model.RequirementID(2)
	ops   = model.RequirementID(3)
	cloud = model.RequirementID(4)
)

// reading finds each of the words, given by requirement, in the lines that hold it; the first given is the strongest.
func reading(format, document string, words map[model.RequirementID][]string) evidence.Reading {
	r := evidence.Reading{Document: model.Document{Format: format, ID: model.ID{1}}, Lines: strings.Split(document, "\n"),
		Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{}}}
	for id, list := range words {
		for _, w := range list {
			for i, l := range r.Lines {
				at := strings.Index(l, w)
				if at < 0 {
					continue
				}
				term := evidence.Term{Line: i, From: at, To: at + len(w), Text: w, Why: w}
				r.Found[id] = append(r.Found[id], evidence.Found{Line: i, From: i, To: i + 1, Text: l, Terms: []evidence.Term{term},
					Strength: 1 / float64(len(r.Found[id])+1)})
			}
		}
	}
	return r
}

const resume = `Amara Okafor
Toronto

STAFF ENGINEER, LUMEN PAY      2021 – now
- Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12 ms at 9,000 req/s.
- Led on-call for six services, set SLOs with every team.


Earlier: payments API in Go and Postgres.
  * Kafka, then Rust again in the café's till.
`

func amara() evidence.Reading {
	return reading("text", resume, map[model.RequirementID][]string{rust: {"Rust"}, ops: {"SLOs", "on-call"}})
}

func TestLayout(t *testing.T) {
	tests := map[string]struct {
		format, document string
		width            int
		want             []string
	}{
		"bullets hang": {"text", "- Rewrote the ledger service in Rust", 24,
			[]string{"  • Rewrote the ledger", "    service in Rust"}},
		"numbers hang": {"text", "1. Rewrote the ledger service", 19,
			[]string{"  1. Rewrote the", "     ledger", "     service"}},
		"indentation is kept": {"text", "Go\n    then Rust", 30,
			[]string{"  Go", "      then Rust"}},
		"indentation gives way where there is no room": {"text", "        deep water", 13,
			[]string{"      deep", "      water"}},
		"a date stands at the right": {"text", "ENGINEER, LUMEN PAY      2021 – now", 44,
			[]string{"  ENGINEER, LUMEN PAY           2021 – now"}},
		"a date goes below where there is no room": {"text", "ENGINEER      2021 – now", 20,
			[]string{"  ENGINEER", "  2021 – now"}},
		"columns stay as they are": {"text", "Go      Rust      2021", 43,
			[]string{"  Go      Rust      2021"}},
		"tabs part": {"text", "Lumen Pay\t\t2021", 31,
			[]string{"  Lumen Pay              2021"}},
		"blank lines fold": {"text", "\n\na\n\n \n\nb\n", 20, []string{"  a", "", "  b"}},
		"markdown reads as its text": {"markdown", "## Work at **Lumen**\n* **Rust** and [Axum](https://example.org/a_b) in `main`, *fast*", 60,
			[]string{"  Work at Lumen", "  • Rust and Axum in main, fast"}},
		"markdown leaves what is no mark": {"markdown", "5 * 3 * 2, snake_case_name, C#, [x], 2**8 and **open", 60,
			[]string{"  5 * 3 * 2, snake_case_name, C#, [x], 2**8 and **open"}},
		"plain text keeps its signs": {"text", "# **Rust** [a](b)", 60, []string{"  # **Rust** [a](b)"}},
		"rules cross the page":       {"text", "SKILLS ------\n====\nGo--", 15, []string{"  SKILLS", "  ───────────", "  Go--"}},
		"wide letters":               {"text", "後端工程師五年經驗", 14, []string{"  後端工程師", "  五年經驗"}},
		"nothing":                    {"text", "", 60, []string{"  This document has no text."}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := New(plain()).Size(test.width, len(test.want)).Show(reading(test.format, test.document, nil), rust)
			got := p.Lines()
			for i := range got {
				got[i] = strings.TrimRight(got[i], " ")
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestMarksLinesOfTheRequirement(t *testing.T) {
	p := New(plain()).Size(51, 12).Show(amara(), rust)
	want := []string{
		"  Amara Okafor",
		"  Toronto",
		"",
		"  STAFF ENGINEER, LUMEN PAY             2021 – now",
		"▌ • Rewrote the ledger service in Rust (Tokio,",
		"▌   Axum); p99 from 180 ms to 12 ms at 9,000",
		"▌   req/s.",
		"  • Led on-call for six services, set SLOs with",
		"    every team.",
		"",
		"  Earlier: payments API in Go and Postgres.",
		"▎   • Kafka, then Rust again in the café's till.",
	}
	got := p.Lines()
	for i := range got {
		// The date keeps clear of the margin.
		if w := strings.TrimRight(got[i], " "); w != want[i] && i != 3 {
			t.Errorf("row %d: got %q, want %q", i, w, want[i])
		}
	}
	if text.Width(got[3]) != 49 || !strings.HasSuffix(got[3], "2021 – now") {
		t.Errorf("the date is not at the right: %q", got[3])
	}
}

func TestUnderlinesTerms(t *testing.T) {
	th := coloured()
	for name, test := range map[string]struct{ format, document, word string }{
		"plain":              {"text", "- in Rust, today", "Rust"},
		"behind a tab":       {"text", "in\tRust", "Rust"},
		"in Markdown":        {"markdown", "- **Rust**, [the _book_](u)", "Rust"},
		"in a link":          {"markdown", "- **bold**, [the Rust book](u)", "Rust"},
		"after wide letters": {"text", "後端 Rust", "Rust"},
		"at the right":       {"text", "Lumen        Rust 2021", "Rust"},
	} {
		t.Run(name, func(t *testing.T) {
			r := reading(test.format, test.document, map[model.RequirementID][]string{rust: {test.word}})
			drawn := strings.Join(New(th).Size(60, 3).Show(r, rust).Lines(), "\n")
			if !strings.Contains(drawn, th.Term.Render(test.word)) {
				t.Errorf("not underlined: %q", drawn)
			}
		})
	}
}

// What only a typesetter reads of Markdown is not shown.
func TestMarksOfATypesetter(t *testing.T) {
	p := New(plain()).Size(60, 9).Show(reading("markdown", "## Skills {#skills}\n\nToronto\\\nOntario \\\n\n> kept the till up\n\nC:\\", nil), rust)
	var got []string
	for _, row := range p.Lines() {
		if row = strings.TrimSpace(ansi.Strip(row)); row != "" {
			got = append(got, row)
		}
	}
	if want := []string{"Skills", "Toronto", "Ontario", "> kept the till up", `C:\`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadings(t *testing.T) {
	th := coloured()
	for name, test := range map[string]struct {
		format, document string
		line             string
		heading          bool
	}{
		"capitals":               {"text", "Go\nLUMEN PAY\nx", "LUMEN PAY", true},
		"dated":                  {"text", "Lumen Pay     2021", "Lumen Pay", true},
		"a title after a gap":    {"text", "\nWork and Play:\nx", "Work and Play:", true},
		"a title without a gap":  {"text", "x\nWork and Play\nx", "Work and Play", false},
		"a sentence":             {"text", "\nWe worked there\nx", "We worked there", false},
		"a signature":            {"text", "\nAmara\n", "Amara", false},
		"Markdown's":             {"markdown", "### at Lumen", "at Lumen", true},
		"Markdown's, bold":       {"markdown", "**at Lumen**", "at Lumen", true},
		"Markdown, bold in part": {"markdown", "**at** Lumen", "at Lumen", false},
		"a bullet in capitals":   {"text", "- AWS, GCP", "AWS, GCP", false},
		"no case":                {"text", "後端工程師\nx", "後端工程師", false},
	} {
		drawn := strings.Join(New(th).Size(60, 3).Show(reading(test.format, test.document, nil), rust).Lines(), "\n")
		if got := strings.Contains(drawn, th.Strong.Render(test.line)); got != test.heading {
			t.Errorf("%s: bold is %v in %q", name, got, drawn)
		}
	}
}

func TestEvidence(t *testing.T) {
	p := New(plain()).Size(50, 4).Show(amara(), ops)
	at := func(want int) {
		t.Helper()
		n, of, f, ok := p.Here()
		if !ok || n != 1 && of != 2 || f.Line != want {
			t.Errorf("stands on %d of %d, line %d, want line %d", n, of, f.Line, want)
		}
		if !p.visible(f) {
			t.Errorf("line %d is out of sight", f.Line)
		}
	}
	at(5)
	p = p.Show(amara(), rust)
	at(4)
	p = p.Evidence(1)
	at(9)
	p = p.Evidence(1)
	at(4)
	p = p.Evidence(-1)
	at(9)
	if _, _, _, ok := p.Show(amara(), cloud).Here(); ok {
		t.Error("stands on a line where none was found")
	}
}

func TestKeepsItsPlace(t *testing.T) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "line %d of a long story about Go, told by somebody\n", i)
	}
	r := reading("text", b.String()+"Rust at last", map[model.RequirementID][]string{rust: {"Rust"}, ops: {"line 103 "}})
	p := New(plain()).Size(60, 20).Show(r, cloud).Scroll(100)
	if got := p.Show(r, cloud).top; got != 100 {
		t.Errorf("the same document and requirement: scrolled to %d, want 100", got)
	}
	if got := p.Show(r, ops).top; got != 100 {
		t.Errorf("a line in sight: scrolled to %d, want 100", got)
	}
	if p := p.Show(r, rust); !p.visible(evidence.Found{Line: 200, From: 200, To: 201}) {
		t.Errorf("a line out of sight: scrolled to %d", p.top)
	}
	if p := p.Size(30, 10); p.lineAt(p.top) != 100 {
		t.Errorf("narrower: line %d at the top, want 100", p.lineAt(p.top))
	}
	other := r
	other.Document.ID = model.ID{2}
	if p := p.Show(other, cloud); p.top != 0 {
		t.Errorf("another document begins at row %d", p.top)
	}
}

func TestShownBeforeSized(t *testing.T) {
	r := reading("text", strings.Repeat("filler\n", 100)+"Rust", map[model.RequirementID][]string{rust: {"Rust"}})
	if p := New(plain()).Show(r, rust).Size(40, 10); !p.visible(evidence.Found{From: 100, To: 100 + 1}) {
		t.Error("the strongest line is out of sight")
	}
}

func TestScrollStaysWithin(t *testing.T) {
	p := New(plain()).Size(40, 5).Show(amara(), cloud)
	last := len(p.rows) - 5
	for name, test := range map[string]struct {
		p    Page
		want int
	}{
		"above the top":     {p.Scroll(-3), 0},
		"below the bottom":  {p.Scroll(1000), last},
		"bottom":            {p.Bottom(), last},
		"top":               {p.Bottom().Top(), 0},
		"half a page":       {p.HalfPage(1), 2},
		"a page":            {p.FullPage(1), 4},
		"a page up":         {p.Bottom().FullPage(-1), last - 4},
		"taller than it is": {p.Size(40, 500).Scroll(9), 0},
	} {
		if test.p.top != test.want {
			t.Errorf("%s: row %d at the top, want %d", name, test.p.top, test.want)
		}
	}
}

func TestFind(t *testing.T) {
	p := New(plain()).Size(60, 4).Show(amara(), cloud)
	for words, of := range map[string]int{"RUST": 2, "cafe": 1, "Café": 1, "  go ": 1, "2021": 1, "perl": 0, "": 0, "é": 32} {
		if words == "é" {
			of = strings.Count(resume, "e") + strings.Count(resume, "E") + 1 // as e, whatever its accent
		}
		n, got := p.Find(words).Matches()
		if got != of || (n == 1) != (of > 0) {
			t.Errorf("%q: match %d of %d, want of %d", words, n, got, of)
		}
	}
	p = p.Find("rust").Match(1)
	if n, _ := p.Matches(); n != 2 || !p.visible(evidence.Found{From: 9, To: 9 + 1}) {
		t.Errorf("the next match: %d, in sight: %v", n, p.visible(evidence.Found{From: 9, To: 9 + 1}))
	}
	if drawn := strings.Join(p.Lines(), "\n"); !strings.Contains(drawn, "/   • Kafka") {
		t.Errorf("nothing tells where the match is without colour:\n%s", drawn)
	}
	if n, _ := p.Match(1).Matches(); n != 1 {
		t.Errorf("after the last comes %d, want the first", n)
	}
	if n, of := p.Find("").Match(1).Matches(); n != 0 || of != 0 {
		t.Errorf("no words: match %d of %d", n, of)
	}
}

// What a filter says is found whether a hyphen joins it or not, as the filter finds it.
func TestFindsWhatAFilterSays(t *testing.T) {
	for said, of := range map[string]int{"event sourcing": 2, "event-sourcing": 2, "sourcing": 2, "vent": 0, "late-": 2} {
		p := New(plain()).Size(60, 4).Show(reading("text", "Event-sourcing until late, and event sourcing on late-night calls", nil), rust).FindAll([]query.Said{{Text: said}})
		if _, got := p.Matches(); got != of {
			t.Errorf("%q: %d, want %d", said, got, of)
		}
	}
}

func TestHighlightsMatches(t *testing.T) {
	th := coloured()
	for name, test := range map[string]struct{ document, words, want string }{
		"accents":              {"the café's till", "CAFE", "café"},
		"combining accents":    {"the cafe\u0301s", "café", "cafe\u0301"},
		"ligatures":            {"an oﬃce", "office", "oﬃce"},
		"half of a ligature":   {"an oﬃce", "of", "oﬃ"},
		"wide letters":         {"後端工程師", "工程", "工程"},
		"letters of their own": {"Łukasz", "lukasz", "Łukasz"},
	} {
		p := New(th).Size(60, 2).Show(reading("text", test.document, nil), rust).Find(test.words)
		if drawn := p.Lines()[0]; !strings.Contains(drawn, th.Match.Render(test.want)) {
			t.Errorf("%s: %q", name, drawn)
		}
	}
}

// Who looks for words and selects means the line that they stand in, not one that was found for the requirement.
func TestSelectionBeginsAtTheMatch(t *testing.T) {
	const document = "Title\n\nI have kept payments up for eight years at two companies, and\nwrote the second one's ledger in Rust before anybody asked, with\ntests. Later I taught four others how.\n\nA line\nBread\nA line\nA line\nA line\nA line\nA line\nA line\nA line\nA line\nA line"
	found := map[model.RequirementID][]string{rust: {"Rust"}}
	for _, c := range []struct {
		name string
		page Page
		want int
	}{
		{"nothing is looked for", New(plain()).Size(40, 6).Show(reading("text", document, found), rust), 3},
		{"in a joined line", New(plain()).Size(40, 6).Show(reading("text", document, found), rust).Find("taught four"), 4},
		{"nothing was found for the requirement", New(plain()).Size(40, 6).Show(reading("text", document, nil), 0).Find("bread"), 7},
		{"words that are nowhere", New(plain()).Size(40, 6).Show(reading("text", document, found), rust).Find("cheese"), 3},
		{"one has gone on to the statement", New(plain()).Size(40, 12).Show(reading("text", document, found), rust).Find("taught four").Evidence(1), 3},
		{"and back to the match", New(plain()).Size(40, 12).Show(reading("text", document, found), rust).Find("taught four").Evidence(1).Match(1), 4},
		{"the match is out of sight", New(plain()).Size(40, 6).Show(reading("text", document, found), rust).Find("bread").Evidence(1), 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			from, to, text := c.page.Select(true).Selection()
			if want := strings.Split(document, "\n")[c.want]; from != c.want || to != c.want+1 || text != want {
				t.Errorf("lines %d to %d %q, want line %d %q", from, to, text, c.want, want)
			}
		})
	}
}

func TestSelection(t *testing.T) {
	p := New(plain()).Size(60, 6).Show(amara(), rust)
	if from, to, s := p.Selection(); from != 0 || to != 0 || s != "" || p.Selecting() {
		t.Error("something is selected from the start")
	}
	p = p.Select(true)
	check := func(step string, from, to int) {
		t.Helper()
		gotFrom, gotTo, s := p.Selection()
		want := strings.Join(strings.Split(resume, "\n")[from:to], "\n")
		if gotFrom != from || gotTo != to || s != want {
			t.Errorf("%s: lines %d to %d %q, want %d to %d", step, gotFrom, gotTo, s, from, to)
		}
		if !p.visible(evidence.Found{From: p.chosen.head, To: p.chosen.head + 1}) {
			t.Errorf("%s: the end of the selection is out of sight", step)
		}
	}
	check("begun", 4, 5)
	p = p.Scroll(1)
	check("down", 4, 6)
	p = p.Scroll(1) // the blank line after it has a row
	check("onto a blank line", 4, 7)
	p = p.Scroll(1) // the next has none
	check("over a blank line", 4, 9)
	p = p.Bottom()
	check("to the end", 4, 10)
	p = p.Top()
	check("to the top", 0, 5)
	if drawn := p.Lines(); !strings.HasPrefix(drawn[0], "● Amara") {
		t.Errorf("no glyph tells what is selected: %q", drawn[0])
	}
	p = p.Click(1)
	check("clicked", 1, 5)
	if p = p.Select(false); p.Selecting() {
		t.Error("still selecting")
	}
}

func TestClick(t *testing.T) {
	p := New(plain()).Size(51, 12).Show(amara(), rust)
	if _, _, f, _ := p.Click(11).Here(); f.Line != 9 {
		t.Errorf("stands on line %d, want 9", f.Line)
	}
	for _, row := range []int{-1, 0, 12, 99} {
		if _, _, f, _ := p.Click(row).Here(); f.Line != 4 {
			t.Errorf("row %d: stands on line %d, want still 4", row, f.Line)
		}
	}
}

func TestLinesFit(t *testing.T) {
	odd := evidence.Reading{Lines: strings.Split(resume+"\n後端工程師 後端工程師\n\t\t\tdeep\n"+strings.Repeat("x", 300), "\n"),
		Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{rust: {{Line: 99, From: 99, To: 100}, {Line: -1, From: -1}, {Line: 2, From: 1, To: 3, Terms: []evidence.Term{{Line: 2, From: 5, To: 90}, {Line: 77, From: 5, To: 9}}}, {Line: 3, From: 3, To: 999}}}}}
	for width := range 130 {
		for _, height := range []int{0, 1, 2, 7, 60} {
			p := New(coloured()).Size(width, height).Show(odd, rust).Find("e").Select(width%2 == 0).Scroll(2)
			lines := p.Lines()
			if len(lines) != height {
				t.Fatalf("%d×%d: %d lines", width, height, len(lines))
			}
			for _, l := range lines {
				if text.Width(l) > width {
					t.Fatalf("%d×%d: %d cells: %q", width, height, text.Width(l), ansi.Strip(l))
				}
			}
		}
	}
}

func TestMethodsLeaveThePageAsItWas(t *testing.T) {
	p := New(plain()).Size(40, 5).Show(amara(), rust)
	before := strings.Join(p.Lines(), "\n")
	p.Scroll(3).Evidence(1).Find("rust").Match(1).Select(true).Scroll(1)
	p.Size(20, 3).Show(amara(), ops)
	if after := strings.Join(p.Lines(), "\n"); after != before {
		t.Errorf("changed to\n%s", after)
	}
}

func long() evidence.Reading {
	return reading("text", strings.Repeat(resume, 1000), map[model.RequirementID][]string{rust: {"Rust"}})
}

func BenchmarkShowTenThousandLines(b *testing.B) {
	r := long()
	p := New(coloured()).Size(80, 40)
	for b.Loop() {
		p.Show(r, rust)
	}
}

func BenchmarkAnotherRequirement(b *testing.B) {
	r := long()
	p := New(coloured()).Size(80, 40).Show(r, rust)
	for b.Loop() {
		p.Show(r, ops).Show(r, rust)
	}
}

func BenchmarkScrollAndDraw(b *testing.B) {
	p := New(coloured()).Size(80, 40).Show(long(), rust)
	for b.Loop() {
		p = p.Scroll(1)
		p.Lines()
	}
}

func BenchmarkFindInTenThousandLines(b *testing.B) {
	p := New(coloured()).Size(80, 40).Show(long(), rust)
	for b.Loop() {
		p.Find("rust")
	}
}

// Documents come from strangers: a line that is made to be slow must cost no more than its length.
func BenchmarkHostileLines(b *testing.B) {
	for name, line := range map[string]string{
		"openers": strings.Repeat("*a ", 100_000), "links": strings.Repeat("[a ", 100_000), "nested": strings.Repeat("*_", 100_000),
		"one word": strings.Repeat("x", 300_000),
	} {
		b.Run(name, func(b *testing.B) {
			r := reading("markdown", line, map[model.RequirementID][]string{rust: {"a"}})
			for b.Loop() {
				New(coloured()).Size(80, 40).Show(r, rust).Find("a").Lines()
			}
		})
	}
}
