// Package posting reads a job posting's text into a role and its checklist.
//
// A posting in another format becomes Markdown first (source.go, html.go, json.go, schema.go), which people read beside the
// checklist. Then it goes from structure to meaning: the text becomes blocks, that is headings, list items and paragraphs
// (structure.go, marks.go, layout.go); headings part the blocks into sections (section.go, sense.go, vocabulary.txt); sections
// of requirements give what is asked (want.go, mark.go), of which package wording makes requirements. Title, places and employment
// are told beside that (fact.go and the files it calls).
package posting

import (
	_ "embed"
	"fmt"
	"strings"

	"candid/model"
	"candid/model/wording"
)

// The bounds of what is taken for one posting.
const (
	MaxSource       = 5 << 20 // bytes of a page or a file; most of a long one is scripts and pictures
	MaxBytes        = 1 << 20 // bytes of the posting's own text; a long posting has 20 KB
	MaxRequirements = 60      // on one checklist; nobody judges an applicant by more
)

//go:embed sample.md
var sample string

// Sample is the text of the posting that candid comes with, in Markdown.
func Sample() string { return sample }

// Reading is what was made of a posting.
type Reading struct {
	// Role has the first version of its checklist, which is empty where no requirement could be told from the rest. It has
	// no ID and no Created: those are the store's to give. Its Posting is the text as people read it, and lines count in that.
	Role model.Role
	// Doubts is what should be looked at before the checklist is used, in its order.
	Doubts []wording.Doubt
	// Lines is all that could be a requirement, in the posting's order: what the checklist has, and what it left out.
	Lines []Line
	// Headings is those that were seen, in the posting's order.
	Headings []string
	// Remarks is what else was noticed, each a sentence without its full stop: what was left out, which fact was guessed.
	Remarks []string
}

// Line is something in a posting that could be a requirement: an item of a list, or a sentence.
type Line struct {
	Text     string         // white space folded
	Priority model.Priority // what it would be
	Lines    [2]int         // the posting's lines: first, and the one after the last; from 0
}

// Parse reads a posting into a role: Markdown, plain text laid out like it, HTML with or without a schema.org JobPosting in it
// (JSON-LD, microdata, RDFa), or JSON as schema.org, JSON Resume and applicant tracking systems write it. What is no Markdown
// is made it, so that people can read it beside the checklist. The error is a model.Problem of kind Refused: the text is empty,
// too long, no text at all or several postings, or asks for more than a checklist holds.
func Parse(text string) (Reading, error) {
	src, err := openSource(text)
	if err != nil {
		return Reading{}, err
	}
	doc := src.doc
	items := src.wants
	if len(items) > MaxRequirements {
		return Reading{}, refuse(fmt.Sprintf("asks for %d things, and a checklist holds at most %d", len(items), MaxRequirements),
			"keep those that decide, or part it into several roles")
	}
	f, guesses := tell(doc)
	r := Reading{Lines: candidates(doc.parts), Remarks: append(src.remarks, guesses...)}
	for _, b := range doc.blocks {
		if _, _, isField := field(b.text); b.kind == heading && !isField {
			r.Headings = append(r.Headings, b.text)
		}
	}
	r.Role = model.Role{
		Title: f.title, Locations: f.locations, Employment: f.employment,
		Posting: src.text, MustShare: model.DefaultMustShare, Checklist: model.Checklist{Version: 1},
	}
	for i, it := range items {
		if n := len([]rune(it.text)); n > wording.MaxText {
			return Reading{}, refuse(fmt.Sprintf("has a requirement of %d characters in line %d", n, it.first+1), "part it into lines of their own")
		}
		q := wording.Propose(it.text, it.priority, r.Role.Checklist.Requirements)
		q.ID, q.Lines = model.RequirementID(i+1), [2]int{it.first, it.end}
		r.Role.Checklist.Requirements = append(r.Role.Checklist.Requirements, q)
	}
	r.Doubts = doubtful(items, wording.Doubts(r.Role.Checklist.Requirements))
	return r, nil
}

// Check tells why the reading cannot become a role without somebody's help: it has no requirement, or no title. The error is
// a model.Problem of kind Refused that names the headings that were seen; nil when it can.
func (r Reading) Check() error {
	switch {
	case len(r.Role.Checklist.Requirements) == 0:
		return noRequirements(r.Headings)
	case r.Role.Title == "":
		return refuse("has no title", "begin it with one, such as '# Senior Engineer'")
	default:
		return nil
	}
}

// noRequirements says which headings were seen, so that the reader knows which of them to rename.
func noRequirements(headings []string) error {
	var seen []string
	for _, h := range headings[:min(8, len(headings))] {
		seen = append(seen, "'"+wording.Shorten(h, model.LabelCells)+"'")
	}
	what := "names no requirements: it has no heading"
	if len(seen) > 0 {
		what = "names no requirements: none stand under its headings " + strings.Join(seen, ", ")
	}
	return refuse(what, "open it in the app and pick its lines by hand, or put what the role asks for in a list under a heading such as 'Requirements'")
}

func refuse(what, next string) error {
	return &model.Problem{Kind: model.Refused, Subject: "the posting", What: what, Next: next}
}
