package page

import (
	"strings"
	"unicode"

	"candid/model"
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
	for i, s := range p.source {
		p.starts[i+1] = p.starts[i] + len(s) + 1
		alone := i == 0 || blank(p.source[i-1])
		led := i+1 < len(p.source) && !blank(p.source[i+1])
		lines[i] = readLine(run{text: s, base: p.starts[i]}, d.Marked(), p.theme.Glyphs.Bullet, alone && led)
		lines[i].from, lines[i].to = i, i+1
		if i >= len(p.source)-d.Aside {
			lines[i].aside = true
		}
	}
	align(lines)
	if p.asItIs || d.Flowing {
		p.paragraphs = lines
	} else {
		p.paragraphs = join(lines)
	}
	p.within = make([]int, len(p.source))
	for i, l := range p.paragraphs {
		for line := l.from; line < l.to; line++ {
			p.within[line] = i
		}
	}
	return p
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// readLine reads one line, of a document marked up as Markdown or not; opens says that it follows a blank line and does not
// precede one, as a heading would.
func readLine(r run, markdown bool, bullet string, opens bool) paragraph {
	r = untab(r)
	r = r.cut(0, len(strings.TrimRight(r.text, " ")))
	words := strings.TrimLeft(r.text, " ")
	indent := len(r.text) - len(words)
	r = r.cut(indent, len(r.text))
	if ruled(r.text) {
		return paragraph{rule: true}
	}
	r = r.cut(0, unruled(r.text))
	l := paragraph{lead: text.Blank(min(indent, deepest))}
	if markdown {
		if n := hashes(r.text); n > 0 {
			l.heading = true
			r = r.cut(n, len(r.text))
			r = r.cut(0, unnamed(r.text))
		}
		if end := strings.TrimSuffix(r.text, "\\"); strings.HasSuffix(end, " ") || wordly(lastRune(end)) {
			r = r.cut(0, len(strings.TrimRight(end, " "))) // the mark of a line's end
		}
	}
	if n := bulleted(r.text); n > 0 && !l.heading {
		l.lead += strings.TrimRight(r.text[:n], " ") + " "
		if strings.ContainsRune("-*+•", rune(firstRune(r.text))) {
			l.lead = text.Blank(min(indent, deepest)) + bullet + " "
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
		l.heading = l.heading || capitals(r.text) || opens && titled(r.text)
		if left, right, ok := dated(r.text); ok {
			l.heading = true
			l.right = r.cut(right, len(r.text))
			r = r.cut(0, left)
		}
	}
	if markdown {
		l.heading = l.heading || emphatic(r.text)
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

// emphatic reports whether all of a Markdown line is in one pair of bold marks.
func emphatic(s string) bool {
	return len(s) > 4 && strings.HasPrefix(s, "**") && strings.Index(s[2:], "**") == len(s)-4
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// hashes is the length of the marks of a Markdown heading, with the blanks after them; 0 for no heading.
func hashes(s string) int {
	words := strings.TrimLeft(s, "#")
	n := len(s) - len(words)
	text := strings.TrimLeft(words, " ")
	if n == 0 || n > 6 || text == "" || len(text) == len(words) {
		return 0
	}
	return len(s) - len(text)
}

// bulleted is the length of the bullet or number that a line begins with, and the blanks after it; 0 for none.
func bulleted(s string) int {
	mark := 0
	switch r := firstRune(s); {
	case strings.ContainsRune("-*+•‣◦▪●–", r) && r != 0:
		mark = len(string(r))
	case r >= '0' && r <= '9':
		digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
		if digits > 2 || digits == len(s) || s[digits] != '.' && s[digits] != ')' {
			return 0
		}
		mark = digits + 1
	default:
		return 0
	}
	words := strings.TrimLeft(s[mark:], " ")
	if words == "" || len(words) == len(s)-mark {
		return 0
	}
	return len(s) - len(words)
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

// capitals reports whether all letters of a line, of which there are three at least, are capitals.
func capitals(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r) || unicode.IsLetter(r) && !unicode.IsUpper(r):
			return false
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters >= 3
}

// titled reports whether a line reads like a title: up to four words, each with a capital, and nothing else but a colon.
func titled(s string) bool {
	words := strings.Fields(strings.TrimSuffix(s, ":"))
	for _, w := range words {
		if small := w == "and" || w == "of" || w == "&"; !small && !unicode.IsUpper(firstRune(w)) {
			return false
		}
		if strings.ContainsAny(w, ",.;:@/0123456789!?") {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 4
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
