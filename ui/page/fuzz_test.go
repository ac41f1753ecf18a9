package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/text"
)

// Whatever a line holds, each byte that is shown stands at the place it says it came from.
func FuzzLine(f *testing.F) {
	for _, s := range []string{"", "- **Rust**\tand [Axum](u)", "## A\t2021", "  1) x     y 2021", "**[*a*](b)**", "`_*_`", "後端 **工程**", "[](", "---", "# #", "*a*b*"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, markdown bool) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\n\r\x1b") {
			return
		}
		l := readLine(run{text: s}, markdown, "•", true)
		for _, r := range []run{l.body, l.right} {
			last := -1
			for i := range len(r.text) {
				at := r.source(i)
				if at < 0 || at >= len(s) || at < last || r.text[i] != s[at] && s[at] != '\t' {
					t.Fatalf("%q: byte %d of %q is said to come from %d", s, i, r.text, at)
				}
				last = at
			}
			if !utf8.ValidString(r.text) {
				t.Fatalf("%q: broken to %q", s, r.text)
			}
		}
		for _, cells := range []int{8, 9, 20, 61} {
			found := evidence.Found{To: 1, Text: s, Terms: []evidence.Term{{From: len(s) / 2, To: len(s)}}}
			whole := evidence.Reading{Document: model.Document{Format: "markdown"}, Lines: []string{s}}
			for _, row := range Excerpt(whole, found, plain().Palette, "…", cells, 2) {
				if text.Width(row) > cells {
					t.Fatalf("%q in %d cells: %q", s, cells, row)
				}
			}
			r := evidence.Reading{Lines: []string{s}, Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{rust: {found}}}}
			for _, row := range New(plain()).Size(cells, 3).Show(r, rust).Find("a").Lines() {
				if text.Width(row) > cells {
					t.Fatalf("%q on a page of %d cells: %q", s, cells, row)
				}
			}
		}
	})
}

// However lines are joined, each byte that is shown stands at the place in the document that it says it came from, each line
// belongs to one paragraph, and each has its rows.
func FuzzJoin(f *testing.F) {
	for _, s := range []string{"", "a\n\nb", "- Rewrote the ledger service in Rust and wrote\nit down for everybody who came after me\n- Next", "a | b\ncc | d\n", "至\n于", "A  2021\nb\n\n\nc"} {
		f.Add(s, 2)
	}
	f.Fuzz(func(t *testing.T, s string, aside int) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\x1b") {
			return
		}
		r := evidence.Reading{Document: model.Document{ID: model.ID{1}, Aside: max(0, aside%5)}, Lines: strings.Split(s, "\n")}
		middle := len(r.Lines) / 2
		found := evidence.Found{Line: middle, From: middle / 2, To: middle + 1, Terms: []evidence.Term{{Line: middle, From: 0, To: len(r.Lines[middle])}}}
		r.Found = map[model.RequirementID][]evidence.Found{rust: {found}}
		p := New(plain()).Size(30, 9).Show(r, rust).Find("a")
		Excerpt(r, found, plain().Palette, "…", 20, 3)
		at := 0
		for _, l := range p.paragraphs {
			if l.from != at || l.to <= l.from {
				t.Fatalf("%q: a paragraph of lines %d to %d after line %d", s, l.from, l.to, at)
			}
			at = l.to
			for i := range len(l.body.text) {
				from := l.body.source(i)
				if c := l.body.text[i]; from < p.starts[l.from] || from >= p.starts[l.to] || c != ' ' && c != s[from] {
					t.Fatalf("%q: byte %d of %q is said to come from %d", s, i, l.body.text, from)
				}
			}
		}
		if at != len(r.Lines) {
			t.Fatalf("%q: %d of %d lines are shown", s, at, len(r.Lines))
		}
		for line := range r.Lines {
			if from, to := p.span(line); from > to || to > len(p.rows) {
				t.Fatalf("%q: line %d has rows %d to %d of %d", s, line, from, to, len(p.rows))
			}
		}
		for range 3 {
			p = p.Select(true).Scroll(2).Match(1).Evidence(1).Size(21, 4)
			if rows := p.Lines(); len(rows) != 4 {
				t.Fatalf("%q: %d rows", s, len(rows))
			}
			p = p.Select(false).Bottom()
		}
	})
}
