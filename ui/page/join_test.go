package page

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
)

// shown is the paragraphs of a document, without their leads.
func shown(document string) []string {
	p := New(plain()).Size(90, 40).Show(reading("text", document, nil), rust)
	var all []string
	for _, l := range p.paragraphs {
		if l.body.text != "" {
			all = append(all, l.body.text)
		}
	}
	return all
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		name, document string
		want           []string
	}{
		{"a paragraph set line by line", "Eight years of keeping payments up taught me to own what\nI ship, and to say early when a date will not hold. I like\nto pair on the hard parts.",
			[]string{"Eight years of keeping payments up taught me to own what I ship, and to say early when a date will not hold. I like to pair on the hard parts."}},
		{"a bullet with lines below it", "- Rewrote the ledger service in Rust (Tokio, Axum); p99 from\n  180 ms to 12 ms at 9,000 requests a second.\n- Led on-call",
			[]string{"Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12 ms at 9,000 requests a second.", "Led on-call"}},
		{"a bullet with lines that are not indented", "• Rewrote the ledger service in Rust (Tokio, Axum); p99\nfrom 180 ms to 12 ms\n• Led on-call",
			[]string{"Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12 ms", "Led on-call"}},
		{"who and where", "Amara Okafor\nToronto, Ontario\namara@example.org · +1 416 555 0142 · github.com/amara-o",
			[]string{"Amara Okafor", "Toronto, Ontario", "amara@example.org · +1 416 555 0142 · github.com/amara-o"}},
		{"a list of words", "Go\nRust\nPostgres\nKubernetes", []string{"Go", "Rust", "Postgres", "Kubernetes"}},
		{"labels", "Languages: Go, Rust, Python, SQL and some Erlang\nStores: Postgres, Redis\nClouds: AWS",
			[]string{"Languages: Go, Rust, Python, SQL and some Erlang", "Stores: Postgres, Redis", "Clouds: AWS"}},
		{"a hyphen that is printed", "At Lumen Pay I broke the monolith that took payments into micro-\nservices, one a quarter.",
			[]string{"At Lumen Pay I broke the monolith that took payments into micro-services, one a quarter."}},
		{"a script without blanks", "後端工程師五年經驗熟悉分散式系統與資料庫設計曾負責支付平台的\n重構與維運",
			[]string{"後端工程師五年經驗熟悉分散式系統與資料庫設計曾負責支付平台的重構與維運"}},
		{"two paragraphs without a blank line between", "I have kept payments up for eight years.\nBefore that, I wrote maps, and drew the harbour of every town on the coast.",
			[]string{"I have kept payments up for eight years.", "Before that, I wrote maps, and drew the harbour of every town on the coast."}},
		{"a label over what it is about", "I have kept the payments of two companies up for eight years in all\nCore skills:\nRust",
			[]string{"I have kept the payments of two companies up for eight years in all", "Core skills:", "Rust"}},
		{"a line that ends with a word in waiting", "I have kept services up through two migrations of the store, a merger, and\nI wrote it down, at length, one page for each of the things that went wrong",
			[]string{"I have kept services up through two migrations of the store, a merger, and I wrote it down, at length, one page for each of the things that went wrong"}},
		{"somebody else's words", "> I have worked with her for eight years at two companies, and\n> saw her keep the tills up.\nSo much for that.",
			[]string{"I have worked with her for eight years at two companies, and saw her keep the tills up.", "So much for that."}},
		{"a date at the right", "Staff engineer at Lumen Pay, in payments      2021 – now\nRewrote the ledger service in Rust; p99 from 180 ms to\n12 ms.",
			[]string{"Staff engineer at Lumen Pay, in payments", "Rewrote the ledger service in Rust; p99 from 180 ms to 12 ms."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := shown(c.document)
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Where the format says what a paragraph is, nothing is joined.
func TestParagraphsOfAFormatAreNotJoined(t *testing.T) {
	lines := []string{"Ruby, Python, PostgreSQL, MySQL, Angular.js, React.js, Backbone.js,", "databases", "Intern at a till maker in the old harbour of the town, 2004 – 2005", "Kept the tills of forty shops up."}
	r := reading("docx", strings.Join(lines, "\n"), nil)
	r.Document.Flowing = true
	p := New(plain()).Size(90, 40).Show(r, rust)
	var got []string
	for _, l := range p.paragraphs {
		got = append(got, l.body.text)
	}
	if !slices.Equal(got, lines) {
		t.Errorf("got %q", got)
	}
}

// What is marked, found and selected are lines of the document, however they are joined.
func TestJoinedLinesKeepTheirPlaces(t *testing.T) {
	const document = "I have kept payments up for eight years at two companies, and\nwrote the second one's ledger in Rust before anybody asked, with\ntests. Later I taught four others how."
	p := New(plain()).Size(40, 12).Show(reading("text", document, map[model.RequirementID][]string{rust: {"Rust"}}), rust)
	if len(p.paragraphs) != 1 {
		t.Fatalf("%d paragraphs", len(p.paragraphs))
	}
	for i, row := range p.Lines() {
		bears := strings.HasPrefix(row, "▌")
		if holds := strings.Contains(row, "second") || strings.Contains(row, "Rust") || strings.Contains(row, "asked"); holds && !bears || bears && !p.holdsAny(i, 1, 1+1) {
			t.Errorf("row %d %q", i, row)
		}
	}
	from, to, text := p.Select(true).Selection()
	if from != 1 || to != 2 || text != strings.Split(document, "\n")[1] {
		t.Errorf("selected %d to %d: %q", from, to, text)
	}
	if from, to, _ := p.Select(true).Scroll(1).Selection(); from != 1 || to != 3 {
		t.Errorf("one further: %d to %d", from, to)
	}
	if p := p.Find("companies, and wrote"); p.search.on != 1 {
		t.Error("words over the end of a line are not found")
	}
}

func TestTableIsAligned(t *testing.T) {
	got := shown("Skill | Years\nRust | 6\nPostgres | 11")
	if want := []string{"Skill    | Years", "Rust     | 6", "Postgres | 11"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	wide := "One thing that takes all of the room there is in a row | and another that does as well"
	if got := shown(wide + "\n" + wide); got[0] != wide {
		t.Errorf("%q", got)
	}
}

func TestAsideIsNoPartOfTheText(t *testing.T) {
	r := reading("text", "Amara\nkept payments up\n\ntext not visible on the page\npage 1: the best candidate", nil)
	r.Document.Aside = 3
	p := New(plain()).Size(60, 9).Show(r, rust)
	for _, l := range p.paragraphs {
		if l.aside != (l.from >= 2) {
			t.Errorf("line %d: aside is %t", l.from, l.aside)
		}
	}
}
