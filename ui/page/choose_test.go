package page

import (
	"strings"
	"testing"

	"candid/model/evidence"

	"github.com/charmbracelet/x/ansi"
)

// edges is the rows of a page that bear a sign at their left edge, by their first words.
func edges(p Page) string {
	var bear []string
	for _, row := range p.Lines() {
		row = ansi.Strip(row)
		if sign, rest, _ := strings.Cut(row, " "); sign != "" && strings.TrimSpace(rest) != "" {
			bear = append(bear, sign+strings.Join(strings.Fields(rest)[:1], ""))
		}
	}
	return strings.Join(bear, " ")
}

func TestChoose(t *testing.T) {
	const document = "Title\n\nFirst words of it. Second words of it that go on and on until they wrap. Third.\n\nAlone\n" +
		"more\nmore\nmore\nmore\nmore\nmore\nLast"
	term := func(s string) map[int]evidence.Term {
		at := strings.Index(strings.Split(document, "\n")[2], s)
		return map[int]evidence.Term{2: {From: at, To: at + len(s)}}
	}
	p := New(plain()).Size(30, 6).Show(reading("text", document, nil), 0)
	for _, c := range []struct {
		name     string
		from, to int
		terms    map[int]evidence.Term
		picked   map[int][]int
		want     string
	}{
		{"a line", 0, 1, nil, nil, "▌Title"},
		{"all of a line that wraps", 2, 3, nil, nil, "▌First ▌words ▌on"},
		{"the words that are meant", 2, 3, term("First words of it."), nil, "▌First"},
		{"more rows of them", 2, 3, term("Second words of it that go on and on until they wrap."), nil, "▌First ▌words ▌on"},
		{"what is picked", 0, 1, nil, map[int][]int{2: {0, 74}}, "▌Title ✓First ✓on"},
		{"out of sight", 11, 12, nil, nil, "▌Last"},
		{"out of the document", 40, 90, nil, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := edges(p.Choose(c.from, c.to, c.terms, c.picked)); got != c.want {
				t.Errorf("%q, want %q:\n%s", got, c.want, strings.Join(p.Choose(c.from, c.to, c.terms, c.picked).Lines(), "\n"))
			}
		})
	}
	chosen := p.Choose(11, 12, nil, nil)
	if got := chosen.Scroll(-90).Choose(11, 12, nil, nil); edges(got) != "" {
		t.Error("standing still scrolls")
	}
	if got := chosen.Scroll(-90).Size(30, 7); edges(got) != "▌Last" {
		t.Errorf("after another size: %q", edges(got))
	}
	if got := chosen.Show(reading("text", document, nil), 0); edges(got) != "" {
		t.Errorf("after Show: %q", edges(got))
	}
	if line, ok := p.Line(0); line != 0 || !ok {
		t.Errorf("row 0 is line %d, %v", line, ok)
	}
	if line, ok := p.Line(3); line != 2 || !ok {
		t.Errorf("row 3 is line %d, %v", line, ok)
	}
	for _, row := range []int{-1, 6, 99} {
		if line, ok := p.Line(row); ok {
			t.Errorf("row %d is line %d", row, line)
		}
	}
}
