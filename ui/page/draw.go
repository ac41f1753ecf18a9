package page

import (
	"slices"
	"sort"
	"strings"

	"candid/model/evidence"
	"candid/ui/text"
	"candid/ui/theme"
)

// Lines draws the page: exactly as many lines as it is high, none wider than it is.
func (p Page) Lines() []string {
	drawn := make([]string, p.height)
	if p.height == 0 || p.width < narrowest {
		return drawn
	}
	if len(p.rows) == 0 {
		if p.source != nil {
			drawn[0] = text.Cut(p.theme.Muted.Render("  This document has no text."), p.width, "")
		}
		return drawn
	}
	for i := range drawn {
		if p.top+i < len(p.rows) {
			drawn[i] = p.draw(p.top + i)
		}
	}
	g := p.theme.Glyphs
	if p.theme.Plain {
		return p.attended(drawn)
	}
	if p.top > 0 && p.height > 1 {
		drawn[0] = p.atMargin(drawn[0], g.Up)
	}
	if p.top+p.height < len(p.rows) {
		drawn[p.height-1] = p.atMargin(drawn[p.height-1], g.Down)
	}
	return drawn
}

// attended is drawn rows of a plain page with the mark of the line one stands on: the end of the selection, else the match or the
// statement, whichever one came to last, and without any of them in sight the first row.
func (p Page) attended(drawn []string) []string {
	mark := string(theme.AtLine)
	at, matched := 0, p.search.on > 0 && !p.search.left
	for i := range drawn {
		row := p.top + i
		if row >= len(p.rows) {
			break
		}
		drawn[i] = strings.ReplaceAll(drawn[i], mark, "")
		stood, found := p.stands()
		switch {
		case p.chosen.on && p.holdsAny(row, p.chosen.head, p.chosen.head+1):
			at = i
		case p.chosen.on:
		case matched && p.holds(row, p.search.hits[p.search.on-1]):
			at = i
		case !matched && found && p.holdsAny(row, stood.From, stood.To) && at == 0:
			at = i
		}
	}
	drawn[at] = mark + drawn[at]
	return drawn
}

// atMargin puts a sign that there is more into the right margin of a drawn row.
func (p Page) atMargin(drawn, glyph string) string {
	at := edge + p.measure() + margin - 1
	return drawn + text.Blank(at-text.Width(drawn)) + p.theme.Faint.Render(glyph)
}

func (p Page) draw(i int) string {
	r := p.rows[i]
	l := p.paragraphs[r.paragraph]
	colours := p.theme.Palette
	lit := p.chosenIn(i) || p.chosenRow(i)
	if lit {
		colours = p.theme.Row
	}
	base := colours.Text
	switch {
	case l.heading:
		base = colours.Strong
	case l.aside:
		base = colours.Muted
	}
	terms := p.terms(l)
	var b strings.Builder
	b.WriteString(p.edge(i))
	if l.rule {
		return b.String() + colours.Rule.Render(strings.Repeat(p.theme.Glyphs.Rule, p.measure()))
	}
	opens := i == p.first[r.paragraph]
	hang := p.hang(l)
	lead := text.Blank(hang)
	if opens && hang == l.hang {
		lead = l.lead
	}
	b.WriteString(base.Render(lead))
	if r.right {
		paint(&b, l.right, r.from, r.to, colours, base, terms, p.hits(r.paragraph, true))
		return b.String()
	}
	paint(&b, l.body, r.from, r.to, colours, base, terms, p.hits(r.paragraph, false))
	if _, beside := p.room(l); opens && beside {
		gap := p.measure() - hang - text.Width(l.body.text[r.from:r.to]) - text.Width(l.right.text)
		b.WriteString(base.Render(text.Blank(gap)))
		paint(&b, l.right, 0, len(l.right.text), colours, base, terms, p.hits(r.paragraph, true))
	}
	if drawn := b.String(); lit {
		return drawn + colours.Background.Render(text.Blank(edge+p.measure()-text.Width(drawn)))
	}
	return b.String()
}

// edge is the left edge of a row: what the line is to the requirement, the selection or the search.
func (p Page) edge(i int) string {
	g := p.theme.Glyphs
	if p.chosenIn(i) {
		return p.theme.AccentStrong.Render(g.Mark) + " "
	}
	if p.search.on > 0 && p.holds(i, p.search.hits[p.search.on-1]) {
		return p.theme.Warn.Render("/") + " "
	}
	switch {
	case p.chosenRow(i):
		return p.theme.Row.Accent.Render(g.Cursor) + p.theme.Row.Background.Render(" ")
	case p.pickedRow(i):
		return p.theme.OK.Render(g.Done) + " "
	case p.choosing.on:
		return "  "
	}
	f := p.foundIn(i)
	if f < 0 {
		return "  "
	}
	style, bar := p.theme.Muted, g.Edge
	if f == p.here {
		style, bar = p.theme.Accent, g.EdgeHere
	}
	if first, _ := p.spanOf(p.found[f]); p.found[f].Kind == evidence.Quoted && i == first {
		return style.Render(bar + g.Quoted)
	}
	return style.Render(bar) + " "
}

// holds reports whether a match begins in a row.
func (p Page) holds(i int, h hit) bool {
	r := p.rows[i]
	if h.paragraph != r.paragraph {
		return false
	}
	if _, beside := p.room(p.paragraphs[h.paragraph]); h.right && beside {
		return i == p.first[h.paragraph]
	}
	return h.right == r.right && h.from >= r.from && h.from < r.to
}

// terms is the words of evidence in a paragraph, by the bytes of the document.
func (p Page) terms(l paragraph) []evidence.Term {
	var terms []evidence.Term
	from, _ := slices.BinarySearchFunc(p.words, l.from, func(t evidence.Term, line int) int { return t.Line - line })
	for _, t := range p.words[from:] {
		if t.Line >= l.to {
			break
		}
		t.From, t.To = t.From+p.starts[t.Line], t.To+p.starts[t.Line]
		terms = append(terms, t)
	}
	return terms
}

// foundIn is which of the statements stands in a row: the one that one stands on, else the first; -1 when none does.
func (p Page) foundIn(row int) int {
	if f, ok := p.stands(); ok && p.holdsAny(row, f.From, f.To) {
		return p.here
	}
	l := p.paragraphs[p.rows[row].paragraph]
	first, _ := slices.BinarySearchFunc(p.found, l.from-p.most+1, func(f evidence.Found, line int) int { return f.From - line })
	for i, f := range p.found[first:] {
		if f.From >= l.to {
			break
		}
		if p.holdsAny(row, f.From, f.To) {
			return first + i
		}
	}
	return -1
}

// hits is the matches in the body of a paragraph, or in its right end.
func (p Page) hits(paragraph int, right bool) []hit {
	first := func(paragraph int, right bool) int {
		i, _ := slices.BinarySearchFunc(p.search.hits, paragraph, func(h hit, paragraph int) int {
			if h.paragraph == paragraph && right && !h.right {
				return -1
			}
			return h.paragraph - paragraph
		})
		return i
	}
	if right {
		return p.search.hits[first(paragraph, true):first(paragraph+1, false)]
	}
	return p.search.hits[first(paragraph, false):first(paragraph, true)]
}

// paint writes bytes from to to of a run: words of evidence and matches in their own style, all else in base.
func paint(b *strings.Builder, r run, from, to int, colours theme.Palette, base theme.Style, terms []evidence.Term, hits []hit) {
	hits, terms = within(r, from, to, hits, terms)
	if len(terms) == 0 && len(hits) == 0 {
		b.WriteString(base.Render(r.text[from:to]))
		return
	}
	styles := [...]theme.Style{base, colours.Term, colours.Match}
	for from < to {
		now, end := styled(r, from, terms, hits), from+1
		for end < to && styled(r, end, terms, hits) == now {
			end++
		}
		b.WriteString(styles[now].Render(r.text[from:end]))
		from = end
	}
}

// within is the matches and terms that reach into bytes from to to of a run.
func within(r run, from, to int, hits []hit, terms []evidence.Term) ([]hit, []evidence.Term) {
	if from >= to {
		return nil, nil
	}
	i := sort.Search(len(hits), func(i int) bool { return hits[i].to > from })
	n := sort.Search(len(hits), func(i int) bool { return hits[i].from >= to })
	first, last := r.source(from), r.source(to-1)
	var some []evidence.Term
	for _, t := range terms {
		if t.To > first && t.From <= last {
			some = append(some, t)
		}
	}
	return hits[i:max(i, n)], some
}

// styled is what byte i of a run is: 2 part of a match, 1 of a word of evidence, 0 of neither.
func styled(r run, i int, terms []evidence.Term, hits []hit) int {
	for _, h := range hits {
		if i >= h.from && i < h.to {
			return 2
		}
	}
	at := r.source(i)
	for _, t := range terms {
		if at >= t.From && at < t.To {
			return 1
		}
	}
	return 0
}
