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
		l := readLine(s, markdown, "•", true)
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
			found := evidence.Found{Text: s, Terms: []evidence.Term{{From: len(s) / 2, To: len(s)}}}
			for _, row := range Excerpt(model.Document{Format: "markdown"}, found, plain().Palette, "…", cells, 2) {
				if text.Width(row) > cells {
					t.Fatalf("%q in %d cells: %q", s, cells, row)
				}
			}
			r := evidence.Reading{Lines: []string{s}, Found: map[model.RequirementID][]evidence.Found{rust: {found}}}
			for _, row := range New(plain()).Size(cells, 3).Show(r, rust).Find("a").Lines() {
				if text.Width(row) > cells {
					t.Fatalf("%q on a page of %d cells: %q", s, cells, row)
				}
			}
		}
	})
}
