package evidence

import (
	"strings"
	"testing"

	"candid/model"
)

func TestExplain(t *testing.T) {
	lines := below(
		"Staff Engineer, Lumen Pay, 2015 – now",
		"• Rewrote the ledger in Axum; it held",
		"• Ran it on k8s",
		"• Moved the rest to EKS",
		"• Grew tomatoes on the balcony",
		"• Designs that tell other people about Rust and the way to learn it",
		"",
		"SKILLS",
		"",
		"Rust, Kubernetes, Docker, Terraform",
		"Kubernetes, said where nobody sees it",
	)
	d := sent
	d.Aside = 1
	role := model.Role{Title: "Engineer", Posting: "You share designs that tell other people about Rust and the way to learn it with us.", Checklist: asking("Rust", "Container orchestration", "5+ years of engineering")}
	role.Checklist.Requirements[0].Terms = "ledger"
	f := NewFinder(role)
	cases := []struct {
		name string
		line string // how it begins
		id   model.RequirementID
		says string
	}{
		{"what a thing is", "• Rewrote", 1, "“Axum” (Rust web framework) speaks to Rust."},
		{"a term of the requirement's own", "• Rewrote", 1, "“ledger” is a term of your own."},
		{"the post it stands in", "• Rewrote", 1, "It stands under Lumen Pay, 2015 – now."},
		{"another name", "• Ran it", 2, "“k8s” is another word for Kubernetes (container orchestrator): it speaks to orchestration by way of Kubernetes."},
		{"by way of", "• Moved", 2, "orchestration by way of Kubernetes."},
		{"the thing itself", "Rust, K", 1, "“Rust” (programming language) speaks to Rust."},
		{"a list", "Rust, K", 1, "It is a list of skills: it says that a word is known, and counts less than work that is told of."},
		{"dates", "Staff", 3, "“2015 – now” are the dates of a post: they count towards the 5+ years that are asked for."},
		{"nothing speaks", "• Grew", 1, "None of the words that speak to this requirement stand in it. The finder misses things."},
		{"the posting's own words", "• Designs", 1, "These are the posting's own words: they say what is asked for, not what was done."},
		{"a heading", "SKILLS", 1, "It is a heading, and a heading tells of nothing done."},
		{"contacts", "amara@", 1, "It is a line of contacts."},
		{"nobody sees it", "Kubernetes, said", 2, "Nobody sees this line on the document's pages, so it speaks for nobody."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for i, line := range lines {
				if strings.HasPrefix(line, c.line) {
					if said := strings.Join(f.Explain(d, lines, i, c.id), " "); !strings.Contains(said, c.says) {
						t.Errorf("%s: %q, want %q", line, said, c.says)
					}
				}
			}
		})
	}
	if said := f.Explain(d, lines, 5, 99); said != nil {
		t.Errorf("of a requirement that there is not: %q", said)
	}
	if said := f.Explain(d, lines, len(lines), 1); said != nil {
		t.Errorf("of a line that there is not: %q", said)
	}
}
