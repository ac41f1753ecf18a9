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

// Excerpt draws a found line of a document by itself: in at most so many rows of at most so many cells, without bullet and
// markup, its words of evidence in sight and underlined. What does not fit is cut, and ellipsis says so.
func Excerpt(d model.Document, f evidence.Found, colours theme.Palette, ellipsis string, cells, rows int) []string {
	if cells < narrowest || rows < 1 {
		return nil
	}
	r, begun := near(bare(d, f.Text), f.Terms)
	start := opening(r, f.Terms, cells*rows-text.Width(ellipsis))
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
		paint(&b, r, from, to, colours, colours.Text, f.Terms, nil)
		b.WriteString(colours.Muted.Render(tail))
		drawn = append(drawn, b.String())
		at = next
	}
	return drawn
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
func Bare(d model.Document, line string) string { return bare(d, line).text }

func bare(d model.Document, line string) run {
	l := readLine(run{text: line}, d.Marked(), "", false)
	if l.right.text == "" {
		return l.body
	}
	b := builder{from: l.body}
	b.keep(0, len(l.body.text))
	b.put("  ", l.body.source(len(l.body.text)-1)+1) // the gap, which is in no term
	b.from = l.right
	b.keep(0, len(l.right.text))
	return b.run()
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
