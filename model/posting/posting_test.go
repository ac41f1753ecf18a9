package posting

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"candid/model"

	"github.com/rivo/uniseg"
)

func TestSample(t *testing.T) {
	role, err := parsed(Sample())
	if err != nil {
		t.Fatal(err)
	}
	if err := role.Validate(); err != nil {
		t.Error(err)
	}
	if role.Title != "Senior Backend Software Engineer" || role.Employment != "Full-time" || !slices.Equal(role.Locations, []string{"San Francisco", "Toronto"}) {
		t.Errorf("title %q, employment %q, locations %q", role.Title, role.Employment, role.Locations)
	}
	if role.Posting != Sample() || role.MustShare != model.DefaultMustShare || role.Checklist.Version != 1 {
		t.Errorf("posting, share %v or version %d", role.MustShare, role.Checklist.Version)
	}
	want := []struct {
		priority model.Priority
		label    string
		line     int
	}{
		{model.Must, "5+ years of engineering", 19},
		{model.Must, "Rust and its async ecosystem", 20},
		{model.Must, "Production-grade services", 21},
		{model.Must, "Data modeling and storage", 22},
		{model.Must, "Testing mindset and practice", 23},
		{model.Must, "Cloud environments", 24},
		{model.Must, "Security-first thinking", 25},
		{model.Must, "Communication, ownership", 26},
		{model.Nice, "Rust with async runtimes", 29},
		{model.Nice, "Observability", 30},
		{model.Nice, "Infrastructure-as-Code", 31},
		{model.Nice, "Low-latency systems", 32},
		{model.Nice, "Open-source contributions", 33},
	}
	if len(role.Checklist.Requirements) != len(want) {
		t.Fatalf("%d requirements, want %d", len(role.Checklist.Requirements), len(want))
	}
	for i, q := range role.Checklist.Requirements {
		w := want[i]
		if q.Priority != w.priority || q.Label != w.label || q.Lines != [2]int{w.line, w.line + 1} {
			t.Errorf("requirement %d: %v %q lines %v, want %v %q line %d", i+1, q.Priority, q.Label, q.Lines, w.priority, w.label, w.line)
		}
		if q.ID != model.RequirementID(i+1) || q.Weight != 1 || q.Gate != (q.Priority == model.Must) || q.From != model.FromApplication {
			t.Errorf("requirement %d: id %v, weight %v, gate %v, from %v", i+1, q.ID, q.Weight, q.Gate, q.From)
		}
	}
}

// parsed is the role that a posting gives without anybody's help.
func parsed(text string) (model.Role, error) {
	r, err := Parse(text)
	if err == nil {
		err = r.Check()
	}
	if err != nil {
		return model.Role{}, err
	}
	return r.Role, nil
}

// got is what a test looks at of a role: "must Label: text" for each requirement.
func got(role model.Role) []string {
	var all []string
	for _, q := range role.Checklist.Requirements {
		all = append(all, q.Priority.String()+" "+q.Text)
	}
	return all
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"sections", "# Cook\n## Requirements\n- Knives\n- Ovens\n\n## Nice to have\n- Wine\n\n## Benefits\n- Soup\n", []string{"must Knives", "must Ovens", "nice Wine"}},
		{"underlined headings", "Cook\n====\n\nRequirements\n------------\n\n* Knives\n", []string{"must Knives"}},
		{"headings in bold", "# Cook\n**What you bring**\n\n- Knives\n\n**Bonus points**\n- Wine\n\n**What we offer:**\n- Soup\n", []string{"must Knives", "nice Wine"}},
		{"headings with a colon", "# Cook\n\nYou have:\n- Knives\n\nYou will:\n- Cook\n\nPreferred skills:\n- Wine\n", []string{"must Knives", "nice Wine"}},
		{"no mark but the words", "Cook\n\nWho you are\n• Knives\n• Ovens\n\nNice to have\n• Wine\n", []string{"must Knives", "must Ovens", "nice Wine"}},
		{"no list", "# Cook\n\n## You have\n\nKnives of your own\n\nA calm hand\n\n## About us\n\nWe cook.\n", []string{"must Knives of your own", "must A calm hand"}},
		{"a line each", "# Cook\n\nWho You Are\nYou own knives\nYou keep calm\nWhere You'll Be\nIn the kitchen\n", []string{"must You own knives", "must You keep calm"}},
		{"a paragraph of sentences", "# Cook\n## What we are looking for\nYou own knives. You know St. Emilion, e.g. its wine.\n", []string{"must You own knives.", "must You know St. Emilion, e.g. its wine."}},
		{"semicolons", "We are looking for a Pastry Cook to join us.\n\nRequirements: 3+ years of baking; a driving\nlicence; calm. You bake bread. A clean kitchen is essential.\n",
			[]string{"must 3+ years of baking", "must a driving licence", "must calm.", "must A clean kitchen is essential."}},
		{"section inside a section", "# Cook\n## Requirements\n### Tools\n- Knives\n### Preferred\n- Whisks\n### Manners\n- Calm\n## The house\n- Soup\n",
			[]string{"must Knives", "nice Whisks", "must Calm"}},
		{"words that lead on to the list", "# Cook\n## Who are we looking for?\n\nWe'd like to meet somebody who:\n\n- Owns knives\n", []string{"must Owns knives"}},
		{"a list that heads lists", "# Cook\n## Skills\n- Must have:\n  - Knives\n- Nice to have:\n  - Wine\n", []string{"must Knives", "nice Wine"}},
		{"a list that gives examples", "# Cook\n## Skills\n- Every tool of a kitchen, such as:\n  - knives\n  - ovens\n", []string{"must Every tool of a kitchen, such as: knives ovens"}},
		{"marked inside the item", "# Cook\n## Requirements\n- Knives\n- Wine is a plus\n- Preferably near by\n- Bread (nice to have)\n- A plus of calm over speed\n",
			[]string{"must Knives", "nice Wine is a plus", "nice Preferably near by", "nice Bread (nice to have)", "must A plus of calm over speed"}},
		{"emphasis, links and wrapped lines", "# Cook\n## Requirements\n- **Sharp** _knives_, see\n  [the `list`](http://example.org) &amp; \\*more\\*\n", []string{"must Sharp knives, see the list & *more*"}},
		{"said twice", "# Cook\n## Requirements\n- Knives\n- Ovens\n- knives.\n", []string{"must Knives", "must Ovens"}},
		{"desired, and nothing plainer", "# Cook\n## Desired skills\n- Knives\n", []string{"must Knives"}},
		{"a table", "# Cook\n## Requirements\n| Skill | How well |\n| --- | --- |\n| Knives | well |\n| Ovens | some |\n", []string{"must Knives: well", "must Ovens: some"}},
		{"front matter", "---\ntitle: Cook\ntags: [a, b]\n---\n## Requirements\n- Knives\n", []string{"must Knives"}},
		{"line ends of Windows", "# Cook\r\n\r\n## Requirements\r\n\r\n- Knives\r\n- Ovens\r\n", []string{"must Knives", "must Ovens"}},
		{"French", "# Cuisinier\n## Profil recherché\n### Les essentiels\n- Couteaux\n### Les plus\n- Vin\n", []string{"must Couteaux", "nice Vin"}},
		{"German", "# Koch\n## Anforderungen\n- Messer\n## Von Vorteil\n- Wein\n## Wir bieten\n- Suppe\n", []string{"must Messer", "nice Wein"}},
		{"Japanese", "# 料理人\n## 必須条件\n- 包丁\n## 歓迎条件\n- ワイン\n## 福利厚生\n- スープ\n", []string{"must 包丁", "nice ワイン"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			role, err := parsed(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got(role), tt.want) {
				t.Errorf("got  %q\nwant %q", got(role), tt.want)
			}
			if err := whole(role); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	tests := []struct{ name, text, says string }{
		{"nothing", "", "is empty"},
		{"white space", " \n\t\u00a0\n", "is empty"},
		{"only invisible", "\ufeff\u200b\u202e\n", "is empty"},
		{"a PDF", "%PDF-1.7\n", "is a PDF"},
		{"an image", "\x89PNG\r\n\x1a\n", "is an image"},
		{"a Word file", "PK\x03\x04abc", "is a Word"},
		{"NUL", "# Cook\x00\n", "is not text in UTF-8"},
		{"Latin-1", "# K\xf6chin\n", "is not text in UTF-8"},
		{"too long", strings.Repeat("a long posting\n", MaxBytes/10), "MB long, and at most 1 MB"},
		{"too many lines", strings.Repeat("\n", maxLines+1) + "a", "has 20001 lines"},
		{"too deep", "# Cook\n" + strings.Repeat("> ", 40) + "a", "deep in line 2"},
		{"too many marks", strings.Repeat("**a_", 9000), "in the paragraph of line 1"},
		{"300 bullets", "# Cook\n## Requirements\n" + bullets(300), "asks for 300 things, and a checklist holds at most 60"},
		{"one endless bullet", "# Cook\n## Requirements\n- " + strings.Repeat("knives ", 1000), "in line 3"},
		{"no requirements", "# Cook\n## About us\n- Soup\n## Benefits\n- Bread\n", "none stand under its headings 'Cook', 'About us', 'Benefits'"},
		{"no heading", "We cook.\n", "it has no heading"},
		{"no title", "## Requirements\n- Knives\n", "has no title"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			role, err := parsed(tt.text)
			if !model.Is(err, model.Refused) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got %v, want a refusal that says %q", err, tt.says)
			}
			if role.Title != "" || role.Posting != "" || len(role.Checklist.Requirements) > 0 {
				t.Errorf("half a role: %+v", role)
			}
			if strings.ContainsFunc(err.Error(), unicode.IsControl) {
				t.Errorf("control characters in %q", err)
			}
		})
	}
}

// bullets is n different items of a list.
func bullets(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "- Thing %d\n", i)
	}
	return b.String()
}

func TestLines(t *testing.T) {
	role, err := parsed("---\ntitle: Cook\n---\n\n## Requirements\n\n- Knives,\n  sharp\n- Ovens such as these:\n  - gas\n\n  - wood\n- Calm\n")
	if err != nil {
		t.Fatal(err)
	}
	var lines [][2]int
	for _, q := range role.Checklist.Requirements {
		lines = append(lines, q.Lines)
	}
	if want := [][2]int{{6, 8}, {8, 12}, {12, 13}}; !slices.Equal(lines, want) {
		t.Errorf("lines %v, want %v", lines, want)
	}
}

func TestCleaned(t *testing.T) {
	role, err := parsed("\ufeff# Ca\u0301fe Cook\u202e\n\n## Requirements\n-\tKni\u00adves\u0007\u00a0of&#27;[31m&#x9b;2J steel\n")
	if err != nil {
		t.Fatal(err)
	}
	if err := whole(role); err != nil {
		t.Error(err)
	}
	if q := role.Checklist.Requirements[0]; role.Title != "Cáfe Cook" || q.Text != "Knives of steel" {
		t.Errorf("title %q, text %q", role.Title, q.Text)
	}
}

// whole tells what is wrong with a role that Parse gave, whatever the posting was.
func whole(role model.Role) error {
	n := strings.Count(role.Posting, "\n") + 1
	shown := []string{role.Title, role.Employment, strings.ReplaceAll(role.Posting, "\n", "")}
	shown = append(shown, role.Locations...)
	for i, q := range role.Checklist.Requirements {
		shown = append(shown, q.Label, q.Text)
		shown = append(shown, q.Anchors[:]...)
		switch {
		case q.ID != model.RequirementID(i+1) || q.Weight != 1 || q.Gate != (q.Priority == model.Must && q.From == model.FromApplication):
			return fmt.Errorf("requirement %d: %+v", i, q)
		case uniseg.StringWidth(q.Label) > model.LabelCells || uniseg.StringWidth(q.Label) == 0:
			return fmt.Errorf("label %q is %d wide", q.Label, uniseg.StringWidth(q.Label))
		case q.Lines[0] < 0 || q.Lines[0] >= q.Lines[1] || q.Lines[1] > n:
			return fmt.Errorf("%q stands in lines %v of %d", q.Text, q.Lines, n)
		case strings.Join(strings.Fields(q.Text), " ") != q.Text:
			return fmt.Errorf("white space in %q", q.Text)
		}
		for _, a := range q.Anchors {
			if a == "" {
				return fmt.Errorf("anchor %q of %q", a, q.Text)
			}
		}
	}
	for _, s := range shown {
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '\u202e' }) || !utf8.ValidString(s) {
			return fmt.Errorf("control characters in %q", s)
		}
	}
	if len(role.Checklist.Requirements) > MaxRequirements {
		return fmt.Errorf("%d requirements", len(role.Checklist.Requirements))
	}
	return role.Validate()
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		Sample(), "", "# Cook\n## Requirements\n- Knives\n", "---\ntitle: a\n---\n**Must have**\n\n1. a\n   - b:\n     - c\n", "Requirements: a; b; c. D is essential.\n",
		"| Location | Lyon |\n|--|--|\n| Skills | x |\n", "> ### Skills\n> - a\n\n    - b\n", "# 料理人\n## 必須条件\n- 包丁と鍋を毎日使いこなし料理場を清潔に保つことができる方\n", "# a\n## Skills\n- &#27;[2J\\_\n- `a`\n",
		"Cook\nWho You Are\nA\nB\nNice to have\nC\n", "# T\n## Education\n- \u0301\u200d👩‍🍳 a\t\n", "A\nEducation\n\u0333",
	} {
		f.Add(s)
	}
	f.Add(";is essentiAl,")
	f.Fuzz(func(t *testing.T, text string) {
		role, err := parsed(text)
		if err != nil {
			if !model.Is(err, model.Refused) || strings.ContainsFunc(err.Error(), unicode.IsControl) {
				t.Fatalf("refused with %q", err)
			}
			return
		}
		if err := whole(role); err != nil {
			t.Fatal(err)
		}
		again, err := parsed(role.Posting)
		if err == nil && !slices.Equal(got(again), got(role)) {
			t.Fatalf("read again: %q, at first %q", got(again), got(role))
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"sample", Sample()},
		{"1MB", strings.Repeat(Sample(), MaxBytes/len(Sample()))},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.text)))
			for b.Loop() {
				if _, err := parsed(bench.text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
