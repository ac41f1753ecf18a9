package intake

import (
	"path/filepath"
	"slices"
	"strings"

	"candid/model"
)

// A subfolder is one candidate, unless what is in it says otherwise: then it is a pile, of which each file is one.

// pileFiles is the endings of files that hold many candidates, never one candidate's own papers.
var pileFiles = []string{".csv", ".tsv", ".xlsx", ".jsonl", ".ndjson", ".mbox", ".mbx"}

// holdsMany reports whether a file's name says that many candidates are in it.
func holdsMany(name string) bool {
	return slices.Contains(pileFiles, strings.ToLower(filepath.Ext(name)))
}

// severalPeople reports whether resumes among the documents are by different people: two that bear other names and other e-mail
// addresses, or three that bear other names. Two names alone may be one person's, read amiss from one of two papers.
func severalPeople(docs []document) bool {
	type who struct{ name, email string }
	var people []who
	addresses := 0
	for _, d := range docs {
		w := who{model.Fold(d.facts.Name), model.Fold(d.facts.Email)}
		if d.Document.Kind != model.Resume || w.name == "" {
			continue
		}
		known := false
		for _, p := range people {
			known = known || p.name == w.name || w.email != "" && p.email == w.email
		}
		if known {
			continue
		}
		people = append(people, w)
		if w.email != "" {
			addresses++
		}
	}
	return addresses > 1 || len(people) > 2
}
