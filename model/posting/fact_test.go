package posting

import (
	"slices"
	"strings"
	"testing"
)

func TestFacts(t *testing.T) {
	tests := []struct {
		name, text, title string
		locations         []string
		employment        string
	}{
		{"a line each in bold", "# Cook\n\n**Location**: Lyon, Turin\n**Employment**: Full-time\n", "Cook", []string{"Lyon", "Turin"}, "Full-time"},
		{"a table", "# Cook\n\n| | |\n|---|---|\n| Location | Lyon |\n| Type | part time |\n", "Cook", []string{"Lyon"}, "Part-time"},
		{"front matter", "---\ntitle: \"Cook\"\nlocation: Lyon, Turin & Washington, DC\ntype: Freelance\n---\n", "Cook", []string{"Lyon", "Turin", "Washington, DC"}, "Freelance"},
		{"tags in front matter", "---\ntitle: Cook\ntags:\n- remote\n- part-time\n---\n", "Cook", []string{"Remote"}, "Part-time"},
		{"value on the next line", "Cook\nLocation\nLyon; Turin\n\nEmployment Type\nFull time\n", "Cook", []string{"Lyon", "Turin"}, "Full-time"},
		{"city with its country", "Job Title: Pastry Cook\nLocation: Lyon, France or Turin, Italy\n", "Pastry Cook", []string{"Lyon, France", "Turin, Italy"}, ""},
		{"several kinds", "# Cook\nLocation: Remote (preferably near by)\nType: Full-time / Internship\n", "Cook", []string{"Remote"}, ""},
		{"heading after a link", "# [Apply here](http://example.org)\n## Cook\n", "Cook", nil, ""},
		{"the employer beside the title", "POSITION_NAME: Kettle Works - Pastry Cook Manager At Kettle\n\nWORK_TYPE: FULL-TIME\n", "Pastry Cook Manager", nil, "Full-time"},
		{"a town in the title", "# Cook (Little Hollow)\n\nWe bake for Little Hollow, Wisconsin, and its schools.\n", "Cook", []string{"Little Hollow, Wisconsin"}, ""},
		{"where the work is", "# Cook\n\nKettle is based in Paris. This position is based in Lyon or Turin, two days a week.\n", "Cook", []string{"Lyon", "Turin"}, ""},
		{"title in running text", "We are looking for an experienced Pastry Cook to join our kitchen.\n", "Pastry Cook", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			role, err := parsed(tt.text + "\n## Requirements\n- Knives\n")
			if err != nil {
				t.Fatal(err)
			}
			if role.Title != tt.title || !slices.Equal(role.Locations, tt.locations) || role.Employment != tt.employment {
				t.Errorf("got %q %q %q, want %q %q %q", role.Title, role.Locations, role.Employment, tt.title, tt.locations, tt.employment)
			}
		})
	}
}

func TestGuessedFactsAreRemarkedOn(t *testing.T) {
	r, err := Parse("We are looking for a Pastry Chef to run our kitchen.\n\nThis role is based in Lyon. It is a full-time position.\n\n## Requirements\n- Knives\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"the title was taken from the running text in line 1",
		"the locations were taken from the running text in line 3",
		"the kind of employment was taken from the running text in line 3",
	}
	if !slices.Equal(r.Remarks, want) {
		t.Errorf("got %q, want %q", r.Remarks, want)
	}
	if r, err = Parse("# Pastry Chef\nLocation: Lyon\nType: Full-time\n\n## Requirements\n- Knives\n"); err != nil || len(r.Remarks) > 0 {
		t.Errorf("remarks on what is stated: %q, %v", r.Remarks, err)
	}
}

// The facts of a text as long as is read, which names none of them plainly.
func BenchmarkFacts(b *testing.B) {
	for _, bench := range []struct{ name, line string }{
		{"prose", "We Bake bread for Schools in Lyon, and our remote team of people is looking for more full-time work at Kettle.\n\n"},
		{"headings", "# Kettle is a bakery\n\n"},
		{"one line", "Location, Type, Kettle | Lyon - "},
	} {
		b.Run(bench.name, func(b *testing.B) {
			doc := read(strings.Repeat(bench.line, 1<<19/len(bench.line)))
			b.SetBytes(1 << 19)
			for b.Loop() {
				tell(doc)
			}
		})
	}
}
