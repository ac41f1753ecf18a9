package page

import (
	"strings"

	"candid/model"
	"candid/model/outline"
	"candid/ui/text"
)

// paragraph is what a document's line, or several that are one paragraph, is shown as: a lead that only the first of its rows
// bears, the words, and what stands at the right end.
type paragraph struct {
	from, to int    // the lines of the document it is made of: the first, and the one after the last
	lead     string // indentation and bullet; later rows are indented by as much
	hang     int    // the lead's width in cells
	body     run
	right    run
	bullet   bool
	quoted   bool // it bears the sign of somebody else's words, ">"
	heading  bool
	rule     bool // a line of dashes or the like, drawn across the page
	aside    bool // no part of what a person reads on the document's pages
}

// The widest indentation that is kept, in cells, and the widest that a text at the right end may be.
const (
	deepest  = 8
	rightmax = 28
)

// read reads the lines of a document into paragraphs.
func (p Page) read(d model.Document) Page {
	p.starts = make([]int, len(p.source)+1)
	lines := make([]paragraph, len(p.source))
	o := outline.Read(d, p.source, 0)
	for i, s := range p.source {
		p.starts[i+1] = p.starts[i] + len(s) + 1
		lines[i] = readLine(run{text: s, base: p.starts[i]}, d.Marked(), p.theme.Glyphs.Bullet, o.Lines[i].Kind == outline.Heading)
		lines[i].from, lines[i].to = i, i+1
		if i >= len(p.source)-d.Aside {
			lines[i].aside = true
		}
	}
	align(lines)
	if p.paragraphs = lines; !p.asItIs {
		p.paragraphs = join(lines, o)
	}
	p.within = make([]int, len(p.source))
	for i, l := range p.paragraphs {
		for line := l.from; line < l.to; line++ {
			p.within[line] = i
		}
	}
	return p
}

// readLine reads one line, of a document marked up as Markdown or not, that is a heading or not.
func readLine(r run, markdown bool, bullet string, heading bool) paragraph {
	r = untab(r)
	r = r.cut(0, len(strings.TrimRight(r.text, " ")))
	words := strings.TrimLeft(r.text, " ")
	indent := len(r.text) - len(words)
	r = r.cut(indent, len(r.text))
	if ruled(r.text) {
		return paragraph{rule: true}
	}
	r = r.cut(0, unruled(r.text))
	l := paragraph{lead: text.Blank(min(indent, deepest)), heading: heading}
	if markdown {
		if n := outline.Hashes(r.text); n > 0 {
			l.heading = true
			r = r.cut(n, len(r.text))
			r = r.cut(0, unnamed(r.text))
		}
		if end := strings.TrimSuffix(r.text, "\\"); strings.HasSuffix(end, " ") || wordly(lastRune(end)) {
			r = r.cut(0, len(strings.TrimRight(end, " "))) // the mark of a line's end
		}
	}
	if n, _ := outline.Bullet(r.text); n > 0 && !l.heading {
		l.lead += bullet + " "
		if c := r.text[0]; c >= '0' && c <= '9' {
			l.lead = text.Blank(min(indent, deepest)) + strings.TrimRight(r.text[:n], " ") + " "
		}
		l.hang, l.bullet = text.Width(l.lead), true
		r = r.cut(n, len(r.text))
	} else {
		l.hang = min(indent, deepest)
		if n := quoting(r.text); n > 0 {
			l.lead += "> "
			l.hang, l.quoted = l.hang+2, true
			r = r.cut(n, len(r.text))
		}
		if left, right, ok := dated(r.text); ok {
			l.heading = true
			l.right = r.cut(right, len(r.text))
			r = r.cut(0, left)
		}
	}
	if markdown {
		r = unmark(r)
		l.right = unmark(l.right)
	}
	l.body = r
	return l
}

// signs is what rules are typed with.
const signs = "-=_*~─━"

// ruled reports whether a line is nothing but three or more of one sign.
func ruled(s string) bool {
	first := firstRune(s)
	return strings.ContainsRune(signs, first) && strings.Trim(s, string(first)) == "" && len(s) >= 3*len(string(first))
}

// unruled is the length of a line without the rule that fills it up behind its words, as in "SKILLS --------".
func unruled(s string) int {
	for _, sign := range [...]string{"-", "=", "_"} {
		if words := strings.TrimRight(s, sign); len(s)-len(words) >= 6 && strings.HasSuffix(words, " ") {
			return len(strings.TrimRight(words, " "))
		}
	}
	return len(s)
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// quoting is the length of the sign that a line of somebody else's words begins with, and the blanks after it; 0 for none.
func quoting(s string) int {
	words := strings.TrimLeft(s, ">")
	text := strings.TrimLeft(words, " ")
	if len(words) == len(s) || text == "" || len(text) == len(words) {
		return 0
	}
	return len(s) - len(text)
}

// unnamed is the length of a Markdown heading without the name that links lead to, as in "Skills {#skills}".
func unnamed(s string) int {
	if at := strings.LastIndex(s, " {#"); at > 0 && strings.HasSuffix(s, "}") && !strings.ContainsAny(s[at+1:], " ") {
		return len(strings.TrimRight(s[:at], " "))
	}
	return len(s)
}

// dated finds the gap of a line like "ENGINEER, LUMEN PAY      2021 – now": the ends of what stands left of it and the
// beginning of what stands right, which holds a digit or, as in "then – now", a dash. There must be only one such gap.
func dated(s string) (left, right int, ok bool) {
	left = strings.Index(s, "   ")
	if left <= 0 {
		return 0, 0, false
	}
	words := strings.TrimLeft(s[left:], " ")
	right = len(s) - len(words)
	ok = !strings.Contains(words, "   ") && (strings.ContainsAny(words, "0123456789") || strings.Contains(words, " – ") || strings.Contains(words, " — ")) && text.Width(words) <= rightmax
	return left, right, ok
}
