package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
	"candid/model/pattern"
)

// wants is what the section asks for if it asks: its list items; where it has none, its paragraphs.
func (s section) wants() []want {
	var all []want
	for _, b := range s.blocks {
		if b.kind == item && !said(b.text).idle() {
			all = append(all, want{text: b.text, head: b.head, first: b.first, end: b.end})
		}
	}
	if len(all) > 0 {
		return all
	}
	for _, b := range s.blocks {
		for _, w := range pieces(b) {
			if b.kind != item && !said(w.text).idle() {
				all = append(all, w)
			}
		}
	}
	return all
}

// demands is the sentences of the section that ask something of who reads them, and the items of its lists that do.
func (s section) demands() []want {
	var all []want
	for _, b := range s.blocks {
		for _, w := range pieces(b) {
			said := said(w.text)
			if said.asksOfYou() && (b.kind != item || said.qualifies() && s.sense != works) {
				all = append(all, w)
			}
		}
	}
	return all
}

// extras is the sentences of the section that name something as welcome, whatever its heading; above words that lead on to a
// list of what is asked, those that demand something, too.
func (s section) extras(leads bool) []want {
	var all []want
	for _, b := range s.blocks {
		if b.kind != paragraph {
			continue
		}
		for _, w := range pieces(b) {
			said := said(w.text)
			welcome := said.has(anywhere, lasts) && said.has(trait) && w.marksNice()
			if !said.idle() && (welcome || leads && said.has(demand, firm)) {
				all = append(all, w)
			}
		}
	}
	return all
}

// pieces is what a block holds that could each be asked for: an item, or the lines, parts or sentences of a paragraph.
func pieces(b block) []want {
	switch {
	case b.kind == heading, b.kind == paragraph && b.link:
		return nil
	case b.kind == item:
		return []want{{text: b.text, head: b.head, first: b.first, end: b.end}}
	case len(b.lines) > 0 && b.lines[0].lead:
		return []want{{text: b.text, first: b.first, end: b.end}}
	case lineByLine(b.lines):
		var all []want
		for _, l := range b.lines {
			all = append(all, want{text: l.text, first: l.at, end: l.at + 1})
		}
		return all
	case strings.Count(b.text, ";") >= 2:
		return run(b)
	case enumerates(b.text):
		var all []want
		for part := range strings.SplitSeq(strings.TrimRight(b.text, ". "), ",") {
			part = strings.TrimSpace(part)
			for _, and := range []string{"and ", "or ", "und ", "oder ", "et ", "ou ", "y ", "o ", "e "} {
				part = strings.TrimPrefix(part, and)
			}
			all = append(all, want{text: part, first: b.first, end: b.end})
		}
		return all
	default:
		return sentencesOf(b)
	}
}

// candidates is all that could be a requirement, in order, each once: what tells how to apply, names a fact of the role, or is
// nothing but a link is left out.
func candidates(blocks []block) []Line {
	var all []Line
	seen := map[string]bool{}
	for _, part := range sections(blocks) {
		for _, b := range part.blocks {
			for _, w := range pieces(b) {
				s := said(w.text)
				key := strings.Join(s.words, " ")
				_, _, isField := field(w.text)
				if seen[key] || isField || s.idle() || strings.IndexFunc(address.ReplaceAllString(w.text, ""), wordy) < 0 {
					continue
				}
				seen[key] = true
				p := model.Must
				if part.sense == asksNice || w.marksNice() {
					p = model.Nice
				}
				all = append(all, Line{Text: w.text, Priority: p, Lines: [2]int{w.first, w.end}})
			}
		}
	}
	return all
}

// address matches links and mail addresses.
var address = pattern.New(`(?i)\b(https?://|www\.)\S+|\S+@\S+\.\w+`)

// marksNice reports whether the want's own words say that it is not a must: of an item with a list inside, those above the list.
func (w want) marksNice() bool {
	if w.head != "" {
		return marksNice(w.head)
	}
	return marksNice(w.text)
}

// enumerates reports whether a paragraph is nothing but names with commas between them.
func enumerates(s string) bool {
	const (
		names = 3 // at least
		words = 3 // in one, at most
	)
	parts := strings.Split(strings.TrimRight(s, ". "), ",")
	return len(parts) >= names && !slices.ContainsFunc(parts, func(p string) bool {
		return strings.TrimSpace(p) == "" || wordCount(p) > words || strings.ContainsAny(p, ".!?:;")
	})
}

func sentencesOf(b block) []want {
	var all []want
	for _, text := range sentences(b.text) {
		all = append(all, want{text: text, first: b.first, end: b.end})
	}
	return all
}

// run is a paragraph that parts what it asks for by semicolons. Sentences after the last of them count where they ask.
func run(b block) []want {
	var all []want
	parts := strings.Split(b.text, ";")
	rest := sentences(parts[len(parts)-1])
	for i, p := range append(parts[:len(parts)-1:len(parts)-1], rest...) {
		p = strings.TrimSpace(p)
		if p != "" && (i < len(parts) || requires.MatchString(p) || marksNice(p)) {
			all = append(all, want{text: p, first: b.first, end: b.end})
		}
	}
	return all
}

var requires = pattern.New(`(?i)\b(required|essential|must|necessary|mandatory)\b`)

// lineByLine reports whether the lines of a paragraph are things of their own and not one text that was wrapped: each begins
// like a sentence, none ends in the middle of one, and most are no more than one.
func lineByLine(lines []line) bool {
	if len(lines) < 2 {
		return false
	}
	several := 0
	for i, l := range lines {
		r, _ := utf8.DecodeRuneInString(l.text)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Lo, r) {
			return false
		}
		if i < len(lines)-1 && strings.HasSuffix(l.text, ",") {
			return false
		}
		if len(sentences(l.text)) > 1 {
			several++
		}
	}
	return 2*several <= len(lines)
}
