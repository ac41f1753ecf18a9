// Package page lays a document out for reading, with the lines marked that speak to one requirement.
package page

import (
	"slices"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/theme"
)

// Page is a document on a part of the screen, and where its reader stands in it. It is a plain value: a method that changes
// something gives the changed page. Documents are laid out when they are shown or the width changes, so that scrolling and
// drawing cost what is visible, not what the document holds.
type Page struct {
	theme         theme.Theme
	width, height int // in cells

	document    model.ID
	requirement model.RequirementID
	source      []string // the document's lines as they came
	starts      []int    // the byte of the document that each of them begins with, and its length
	paragraphs  []paragraph
	within      []int // by line of the document, its paragraph
	rows        []row
	first       []int // the first row of each paragraph, and the number of rows
	asItIs      bool  // a line of the document is a paragraph

	found  []evidence.Found // in document order
	here   int              // the one of them that one stands on
	top    int              // the first row in sight
	search search
	chosen selection

	choosing choosing
}

// New is a page without a document.
func New(t theme.Theme) Page { return Page{theme: t} }

// AsItIs is the page for a document whose lines are shown as they came, not joined to paragraphs.
func (p Page) AsItIs() Page {
	p.asItIs = true
	return p
}

// Show sets the document and the requirement whose lines are marked. With another document or requirement one stands on the
// strongest line, which is scrolled into sight; with the same ones all stays as it was.
func (p Page) Show(r evidence.Reading, id model.RequirementID) Page {
	same := r.Document.ID == p.document && slices.Equal(r.Lines, p.source)
	if !same {
		p = Page{theme: p.theme, width: p.width, height: p.height, asItIs: p.asItIs, document: r.Document.ID, source: r.Lines}
		p = p.read(r.Document).wrap()
	}
	p.choosing = choosing{}
	stood, _ := p.stands()
	strongest := -1
	if found := r.Found[id]; len(found) > 0 {
		strongest = found[0].Line
	}
	p.found = inOrder(r.Found[id], len(p.source))
	if same && id == p.requirement {
		p.here = max(0, p.find(stood))
		return p
	}
	p.requirement = id
	p.here = max(0, p.find(strongest))
	if line, ok := p.stands(); ok {
		p = p.reveal(line)
	}
	return p
}

// inOrder is the found lines in document order, without those that the document does not have.
func inOrder(found []evidence.Found, lines int) []evidence.Found {
	sorted := slices.Clone(found)
	sorted = slices.DeleteFunc(sorted, func(f evidence.Found) bool { return f.Line < 0 || f.Line >= lines })
	slices.SortStableFunc(sorted, func(a, b evidence.Found) int { return a.Line - b.Line })
	return sorted
}

// find is the place of a line among the found ones, -1 when it is none of them.
func (p Page) find(line int) int {
	i, ok := slices.BinarySearchFunc(p.found, line, func(f evidence.Found, line int) int { return f.Line - line })
	if !ok {
		return -1
	}
	return i
}

// stands is the found line one stands on; false when nothing was found.
func (p Page) stands() (line int, ok bool) {
	if p.here >= len(p.found) {
		return -1, false
	}
	return p.found[p.here].Line, true
}

// Size sets the room there is, in cells. What was at the top stays there.
func (p Page) Size(width, height int) Page {
	width, height = max(0, width), max(0, height)
	if width == p.width && height == p.height {
		return p
	}
	stood, standing := p.stands()
	seen := standing && p.visible(stood)
	unseen := p.height == 0
	top := p.lineAt(p.top)
	rewrap := width != p.width
	p.width, p.height = width, height
	if rewrap {
		p = p.wrap()
		if p.top > 0 {
			p.top, _ = p.span(top)
		}
	}
	p = p.clamp()
	switch {
	case p.choosing.on:
		p = p.revealChoice()
	case standing && (seen || unseen):
		p = p.reveal(stood)
	}
	return p
}

// Shown reports whether a document is shown.
func (p Page) Shown() bool { return p.source != nil }

// Document is the document that is shown.
func (p Page) Document() model.ID { return p.document }

// Here is the found line one stands on: the n-th of so many in document order, from 1. False when nothing was found.
func (p Page) Here() (n, of int, f evidence.Found, ok bool) {
	if p.here >= len(p.found) {
		return 0, 0, evidence.Found{}, false
	}
	return p.here + 1, len(p.found), p.found[p.here], true
}
