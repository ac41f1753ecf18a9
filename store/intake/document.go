package intake

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"candid/model"
	"candid/model/clean"
	"candid/store/intake/content"
)

// document is a file that was read: what is kept of it, and what it says of the applicant.
type document struct {
	model.Sent
	facts  facts
	likely int // how much speaks for a resume, beside others
}

// maxText is the longest text that a document may have, in bytes: more than a long book's. Every line of it is looked at here, where
// nothing stops what takes long.
const maxText = 4 << 20

// newDocument makes a document of what a reader gave of a file: everything cleaned, what is no part of the page behind the
// text, and who it is by. Of the path only the name is used. Where there is nothing to read, it is refused.
func newDocument(path string, original []byte, kind content.Kind, read content.Document) (document, *model.Problem) {
	size := len(read.Text)
	for _, a := range read.Aside {
		size += len(a.Text)
	}
	if size > maxText {
		return document{}, &model.Problem{Kind: model.Refused, Subject: path, What: fmt.Sprintf("more than %d MB of words", maxText>>20), Next: "no application is that long: look at the file"}
	}
	read = cleaned(read)
	lines := strings.Split(read.Text, "\n")
	for _, i := range machineLines(lines) {
		read.Aside = append(read.Aside, content.Aside{Why: content.Machine, Place: fmt.Sprintf("line %d", i+1), Text: lines[i]})
		lines[i] = "" // and the others keep their numbers
	}
	last := asideLines(read.Aside)
	if len(last) == 0 && strings.TrimSpace(read.Text) == "" {
		return document{}, &model.Problem{Kind: model.Refused, Subject: path, What: "nothing to read in it", Next: "look at the file"}
	}
	doc := document{facts: facts{Contacts: read.Said}}
	if kind != content.JSON { // which has fields for all of it: an address among its words is somebody else's
		doc.facts = findFacts(lines, read)
	}
	body := strings.Join(lines, "\n")
	name := filepath.Base(path)
	doc.Document = model.Document{Name: cleanName(name), Format: kind.String(), Size: int64(len(original)), Flowing: read.Flowing, Aside: len(last)}
	doc.Document.Marks = read.Marked
	doc.Document.Kind = documentKind(name, kind, body)
	doc.Original, doc.Text = original, strings.Join(append(lines, last...), "\n")
	return doc, nil
}

// cleaned is what a reader gave, fit to be shown and searched.
func cleaned(d content.Document) content.Document {
	text := strings.TrimSuffix(strings.TrimSuffix(d.Text, "\n"), "\r")
	d.Text, d.Large = clean.Text(text), cleanName(d.Large)
	links := make([]string, 0, len(d.Links))
	for _, l := range d.Links {
		links = append(links, cleanName(l))
	}
	d.Links = links
	d.Aside = slices.Clone(d.Aside)
	for i, a := range d.Aside {
		d.Aside[i].Place, d.Aside[i].Text = cleanName(a.Place), clean.Text(a.Text)
	}
	s := &d.Said
	s.Name, s.Email, s.Phone, s.Location = cleanName(s.Name), cleanName(s.Email), cleanName(s.Phone), cleanName(s.Location)
	s.Links = slices.Clone(s.Links)
	for i, l := range s.Links {
		s.Links[i] = cleanName(l)
	}
	return d
}

// asideLines is the lines that stand behind a text and are no part of what a person reads on its pages: under a line that says
// why, each with its place. Nothing where there is nothing aside.
func asideLines(asides []content.Aside) []string {
	var lines []string
	for _, why := range []content.Why{content.Unseen, content.Machine} {
		headed := false
		for _, a := range asides {
			if a.Why != why {
				continue
			}
			for line := range strings.SplitSeq(a.Text, "\n") {
				if line = strings.TrimSpace(line); line == "" {
					continue
				}
				if !headed {
					lines, headed = append(lines, "", why.String()), true
				}
				if a.Place != "" {
					line = a.Place + ": " + line
				}
				lines = append(lines, line)
			}
		}
	}
	return lines
}
