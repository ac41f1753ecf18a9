// Package page lays a document out for reading, with the lines marked that speak to one requirement.
package page

import (
	"cmp"
	"slices"
	"strings"

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
	words  []evidence.Term  // of all of them, by line
	most   int              // the most lines that one of them has
	here   int              // the one of them that one stands on
	top    int              // the first row in sight
	search search
	chosen selection

	choosing choosing
}

// New is a page without a document.
func New(t theme.Theme) Page { return Page{theme: t} }

// Themed is the page in another theme.
func (p Page) Themed(t theme.Theme) Page {
	p.theme = t
	return p
}

// AsItIs is the page for a document whose lines are shown as they came, not joined to paragraphs.
func (p Page) AsItIs() Page {
	p.asItIs = true
	return p
}

// Show sets the document and the requirement whose statements are marked. With another document or requirement one stands on the
// strongest, which is scrolled into sight; with the same ones all stays as it was, and where the statement one stood on is gone one
// stands on the next.
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
	p = p.point(r.Found[id])
	if same && id == p.requirement {
		p.here = p.near(stood.Line)
		if now, ok := p.stands(); ok && now.From != stood.From {
			p = p.reveal(now)
		}
		return p
	}
	p.requirement = id
	p.here = p.near(strongest)
	if f, ok := p.stands(); ok {
		p = p.reveal(f)
	}
	return p
}

// point sets the statements that are marked.
func (p Page) point(found []evidence.Found) Page {
	p.found, p.words, p.most = inOrder(found, len(p.source)), nil, 0
	for _, f := range p.found {
		p.words, p.most = append(p.words, f.Terms...), max(p.most, f.To-f.From)
	}
	slices.SortStableFunc(p.words, func(a, b evidence.Term) int { return a.Line - b.Line })
	return p
}

// inOrder is the statements in document order, without those that the document does not have.
func inOrder(found []evidence.Found, lines int) []evidence.Found {
	sorted := slices.DeleteFunc(slices.Clone(found), func(f evidence.Found) bool {
		return f.From < 0 || f.From > f.Line || f.Line >= f.To || f.To > lines
	})
	slices.SortStableFunc(sorted, func(a, b evidence.Found) int { return cmp.Or(a.From-b.From, a.Line-b.Line) })
	return sorted
}

// near is the place among the statements of the one that holds a line; else of the next one, and past the last the last.
func (p Page) near(line int) int {
	if i := slices.IndexFunc(p.found, func(f evidence.Found) bool { return f.From <= line && line < f.To }); i >= 0 {
		return i
	}
	if i := slices.IndexFunc(p.found, func(f evidence.Found) bool { return f.From > line }); i >= 0 {
		return i
	}
	return max(0, len(p.found)-1)
}

// stands is the statement one stands on; false when nothing was found.
func (p Page) stands() (f evidence.Found, ok bool) {
	if p.here >= len(p.found) {
		return evidence.Found{Line: -1, From: -1}, false
	}
	return p.found[p.here], true
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

// Here is the statement one stands on: the n-th of so many in document order, from 1. False when nothing was found.
func (p Page) Here() (n, of int, f evidence.Found, ok bool) {
	f, ok = p.stands()
	if !ok {
		return 0, 0, evidence.Found{}, false
	}
	return p.here + 1, len(p.found), f, true
}

// Meant is the lines that a key is about: those selected, else those of the statement one stands on. They are told as Selection
// tells them; false when there are none.
func (p Page) Meant() (from, to int, text string, ok bool) {
	if p.chosen.on {
		from, to, text = p.Selection()
		return from, to, text, true
	}
	f, ok := p.stands()
	if !ok {
		return 0, 0, "", false
	}
	return f.From, f.To, strings.Join(p.source[f.From:f.To], "\n"), true
}

// At is the line one stands on, from 0: the end of the selection that moves, else the line of the statement one stands on that says
// most of it; false when there is neither.
func (p Page) At() (line int, ok bool) {
	if p.chosen.on {
		return p.chosen.head, true
	}
	f, ok := p.stands()
	return f.Line, ok
}
