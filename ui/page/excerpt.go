package page

import (
	"sort"
	"strings"
	"unicode/utf8"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/text"
	"candid/ui/theme"
)

// Excerpt draws a statement of a document by itself: in at most so many rows of at most so many cells, its lines joined, without
// bullet and markup, its words of evidence in sight and underlined. What does not fit is cut, and ellipsis says so.
func Excerpt(of evidence.Reading, f evidence.Found, colours theme.Palette, ellipsis string, cells, rows int) []string {
	if cells < narrowest || rows < 1 {
		return nil
	}
	r, terms := statement(of, f)
	r, begun := near(r, terms)
	start := opening(r, terms, cells*rows-text.Width(ellipsis))
	var drawn []string
	for at := start; at < len(r.text) && len(drawn) < rows; {
		lead, tail := "", ""
		if at == start && (start > 0 || begun) {
			lead = ellipsis
		}
		room := cells - text.Width(lead)
		piece := text.Wrap(r.text[at:], room)[0]
		from, to := at+piece.From, at+piece.To
		next := to + len(r.text[to:]) - len(strings.TrimLeft(r.text[to:], " "))
		if len(drawn) == rows-1 && next < len(r.text) {
			to = from + len(text.Cut(r.text[from:], room-text.Width(ellipsis), ""))
			tail = ellipsis
		}
		var b strings.Builder
		b.WriteString(colours.Muted.Render(lead))
		paint(&b, r, from, to, colours, colours.Text, terms, nil)
		b.WriteString(colours.Muted.Render(tail))
		drawn = append(drawn, b.String())
		at = next
	}
	return drawn
}

// statement is the lines of a statement as one run, and its terms by the bytes of these lines.
func statement(of evidence.Reading, f evidence.Found) (run, []evidence.Term) {
	lines := []string{f.Text}
	from := f.Line
	if f.From >= 0 && f.From < f.To && f.To <= len(of.Lines) {
		lines, from = of.Lines[f.From:f.To], f.From
	}
	var b builder
	starts := make([]int, len(lines))
	for i, line := range lines {
		if i > 0 {
			starts[i] = starts[i-1] + len(lines[i-1]) + 1
		}
		bareInto(&b, of.Document, run{text: line, base: starts[i]})
	}
	var terms []evidence.Term
	for _, t := range f.Terms {
		if i := t.Line - from; i >= 0 && i < len(lines) {
			t.From, t.To = t.From+starts[i], t.To+starts[i]
			terms = append(terms, t)
		}
	}
	return b.run(), terms
}

// longest is how many bytes of a line an excerpt looks at: some documents are one endless line.
const longest = 2048

// near is the part of an endless line around its first term, and whether something stands before it.
func near(r run, terms []evidence.Term) (part run, begun bool) {
	if len(r.text) <= longest {
		return r, false
	}
	from := 0
	if len(terms) > 0 {
		from = max(0, sort.Search(len(r.text), func(i int) bool { return r.source(i) >= terms[0].From })-longest/2)
	}
	from = min(from, len(r.text)-longest)
	to := from + longest
	for from > 0 && !utf8.RuneStart(r.text[from]) {
		from--
	}
	for to < len(r.text) && !utf8.RuneStart(r.text[to]) {
		to++
	}
	return r.cut(from, to), from > 0
}

// Bare is a line of a document in the words of the page: without bullet and markup.
func Bare(d model.Document, line string) string {
	var b builder
	bareInto(&b, d, run{text: line})
	return b.run().text
}

// bareInto adds a line without bullet and markup to what was built of the lines before it.
func bareInto(b *builder, d model.Document, line run) {
	l := readLine(line, d.Marked(), "", false)
	if l.body.text == "" {
		return
	}
	built := b.text.String()
	if last := lastRune(built); built != "" && last != '-' && !(unspaced(last) && unspaced(firstRune(l.body.text))) {
		b.put(" ", l.body.source(0)-1)
	}
	b.from = l.body
	b.keep(0, len(l.body.text))
	if l.right.text != "" {
		b.put("  ", l.body.source(len(l.body.text)-1)+1) // the gap, which is in no term
		b.from = l.right
		b.keep(0, len(l.right.text))
	}
}

// opening is the byte an excerpt of so many cells begins at: the first, or a word not far before the first term where that
// would be out of sight.
func opening(r run, terms []evidence.Term, cells int) int {
	if len(terms) == 0 || text.Width(r.text) <= cells {
		return 0
	}
	at := 1
	for at < len(r.text) && r.source(at) < terms[0].To {
		at++
	}
	if r.source(at-1) < terms[0].From { // a term that the line does not have
		return 0
	}
	if text.Width(r.text[:at]) <= cells {
		return 0
	}
	for at > 0 && r.source(at-1) >= terms[0].From {
		at--
	}
	before := r.text[:at]
	from := len(before)
	for text.Width(before[from:]) < cells/3 {
		space := strings.LastIndexByte(before[:max(0, from-1)], ' ')
		if space < 0 || text.Width(before[space+1:]) > cells/2 {
			break
		}
		from = space + 1
	}
	return from
}
