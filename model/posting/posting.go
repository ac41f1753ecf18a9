// Package posting reads a job posting's text into a role and its checklist.
//
// It goes from structure to meaning: the text becomes blocks (headings, list items, paragraphs), headings part the blocks
// into sections, sections of requirements give items, and an item becomes a requirement with a priority, a label and
// anchors.
package posting

import (
	_ "embed"
	"fmt"
	"strings"

	"candid/model"
)

// The bounds of what is taken for one posting.
const (
	MaxBytes        = 1 << 20 // of the text; a long posting has 20 KB
	MaxRequirements = 60      // on one checklist; nobody judges an applicant by more
	MaxText         = 4000    // runes in one requirement
)

//go:embed sample.md
var sample string

// Sample is the text of the posting that candid comes with, in Markdown.
func Sample() string { return sample }

// Parse reads a posting in Markdown, or in plain text laid out like it, into a role with the first version of its checklist.
// The role has no ID and no Created: those are the store's to give. Its Posting is the text cleaned of what a terminal must
// not see, and a requirement's Lines count in that. The error is a model.Problem of kind Refused: the text is empty, too
// long or no text at all, has no title, or names no requirement under any heading that says so.
func Parse(text string) (model.Role, error) {
	text, err := clean(text)
	if err != nil {
		return model.Role{}, err
	}
	if err := guard(text); err != nil {
		return model.Role{}, err
	}
	doc := read(text)
	items := asked(doc.blocks)
	switch {
	case len(items) == 0:
		return model.Role{}, noRequirements(doc.blocks)
	case len(items) > MaxRequirements:
		return model.Role{}, refuse(fmt.Sprintf("asks for %d things, and a checklist holds at most %d", len(items), MaxRequirements),
			"keep those that decide, or part it into several roles")
	}
	role := model.Role{
		Title: title(doc), Locations: locations(doc), Employment: employment(doc),
		Posting: text, MustShare: model.DefaultMustShare, Checklist: model.Checklist{Version: 1},
	}
	if role.Title == "" {
		return model.Role{}, refuse("has no title", "begin it with one, such as '# Senior Engineer'")
	}
	taken := map[string]bool{}
	for i, it := range items {
		if n := len([]rune(it.text)); n > MaxText {
			return model.Role{}, refuse(fmt.Sprintf("has a requirement of %d characters in line %d", n, it.first+1), "part it into lines of their own")
		}
		label := label(it.text, taken)
		taken[strings.ToLower(label)] = true
		role.Checklist.Requirements = append(role.Checklist.Requirements, model.Requirement{
			ID: model.RequirementID(i + 1), Priority: it.priority, Weight: 1, Label: label, Text: it.text,
			Anchors: anchors(it.text, label), Gate: it.priority == model.Must, Lines: [2]int{it.first, it.end},
		})
	}
	return role, nil
}

// noRequirements says which headings were seen, so that the reader knows which of them to rename.
func noRequirements(blocks []block) error {
	var seen []string
	for _, b := range blocks {
		if b.kind == heading && len(seen) < 8 {
			seen = append(seen, "'"+shorten(b.text, model.LabelCells)+"'")
		}
	}
	what := "names no requirements: it has no heading"
	if len(seen) > 0 {
		what = "names no requirements: none stand under its headings " + strings.Join(seen, ", ")
	}
	return refuse(what, "put what the role asks for in a list under a heading such as 'Requirements'")
}

func refuse(what, next string) error {
	return &model.Problem{Kind: model.Refused, Subject: "the posting", What: what, Next: next}
}
