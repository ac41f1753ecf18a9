package evidence

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The weights of the parts of a requirement.
const (
	weightThing    = 1.0  // the vocabulary knows it, or the reviewer named it
	weightName     = 0.9  // written like a name: Snowflake, dbt, OR-Tools
	weightCompound = 0.6  // several words that belong together
	weightWord     = 0.5  // any other word, where nothing better is asked for
	weightBeside   = 0.3  // any other word beside better ones: it takes two to make a line
	weightCommon   = 0.12 // a word that every other resume has
)

// part is one thing that a requirement asks for. Alternatives are parts like any other: each speaks for the requirement.
type part struct {
	name     string
	weight   float64
	speaking []speaking
	subject  bool // it is what the other parts are asked of
	own      bool // the reviewer named it
}

// reader reads the texts of requirements.
type reader struct {
	vocabulary
	asked map[string][]asked // by first stem
}

// asked is a phrase by which a requirement asks for an entry.
type asked struct {
	phrase
	entry int
}

func newReader(v vocabulary) reader {
	r := reader{v, map[string][]asked{}}
	for i, e := range v.entries {
		for _, p := range e.asked {
			r.asked[p.stems[0]] = append(r.asked[p.stems[0]], asked{p, i})
		}
	}
	return r
}

// reading is a requirement's text on its way to parts.
type reading struct {
	reader
	text  string
	words []token
	parts []part
	has   map[string]bool // names of the parts
	head  int             // the entry named last before the brackets that are open; -1: none

	subject []speaking // what speaks to the thing that what follows is asked of; nil: none
	once    bool       // only the next part is
}

// read gives the parts of a requirement's text, in its order, each once.
func (r reader) read(text string) []part {
	d := reading{reader: r, text: text, words: words(text), has: map[string]bool{}, head: -1}
	_, years, after := yearsAsked(d.words)
	last, open := -1, 0
	for i := 0; i < len(d.words); {
		if years <= i && i < after {
			i = after
			continue
		}
		gap := text[open:d.words[i].from]
		if strings.Contains(gap, ")") {
			d.head = -1
		}
		if strings.Contains(gap, "(") {
			d.head = last
		}
		n, entries := d.next(i)
		if n > 0 && len(entries) > 0 {
			last = entries[0]
		}
		i += max(1, n)
		open = d.words[i-1].to
		d.of(i, n, entries)
	}
	besides(d.parts)
	d.subjects()
	return d.parts
}

// subjects finds what the other parts are asked of: the languages that a requirement begins with. "Python or Go, testing" asks for
// testing in one of them.
func (d *reading) subjects() {
	for i, p := range d.parts {
		n, ok := d.at[p.name]
		switch language := ok && strings.Contains(d.entries[n].gloss, "programming language"); {
		case language:
			d.parts[i].subject = true
		case !ok && p.weight < weightName:
		default:
			return
		}
	}
}

// next reads the part that begins with word i: how many words it takes, and the entries that it names.
func (d *reading) next(i int) (n int, entries []int) {
	if n, entries = d.longest(d.text, d.words[i:]); n > 0 {
		for _, e := range entries {
			d.entry(e)
		}
		return n, entries
	}
	if n = d.ofHead(i); n > 0 {
		return n, nil
	}
	for _, p := range d.plain(d.text, d.words, i) {
		d.put(p)
	}
	return 0, nil
}

// of notes what the words from word i on are asked of, where the n words before it name entries: "Rust experience with async runtimes"
// asks for those of Rust, and "Rust and its ecosystem" for that of Rust.
func (d *reading) of(i, n int, entries []int) {
	switch {
	case i == len(d.words):
	case n > 0 && i+1 < len(d.words) && (d.words[i].stem == "experienc" || d.words[i].stem == "expertis") && (d.words[i+1].stem == "with" || d.words[i+1].stem == "in"):
		d.subject = d.speaking(entries[0])
	case d.words[i].stem == "its" && len(d.parts) > 0:
		d.subject, d.once = d.parts[len(d.parts)-1].speaking, true
	}
}

// within reports whether a part is one of the things that speak to the subject.
func (d *reading) within(p part) bool {
	for _, s := range d.subject {
		if slices.Equal(s.stems, p.speaking[0].stems) {
			return true
		}
	}
	return false
}

// ofSubject is what is left of the weight of a part that is asked of something: without that, it is not what is meant.
const ofSubject = 0.4

func (d *reading) put(p part) {
	if d.has[p.name] {
		return
	}
	if d.subject != nil {
		if !d.within(p) {
			p.weight *= ofSubject
		}
		if d.once {
			d.subject, d.once = nil, false
		}
	}
	d.has[p.name] = true
	d.parts = append(d.parts, p)
}

func (d *reading) entry(n int) {
	d.put(part{name: d.entries[n].name, weight: weightThing, speaking: d.speaking(n)})
}

// thing reports whether the part is a named thing, and not words that any work is told with: "software engineering".
func (p part) thing(v vocabulary) bool {
	if p.weight < weightThing {
		return false
	}
	for _, w := range words(p.name) {
		if !v.stop[w.stem] && !v.common[w.stem] {
			return true
		}
	}
	return false
}

// say is the words that begin a list of examples and are none.
var say = map[string]bool{"e": true, "i": true, "g": true, "such": true, "like": true, "includ": true, "etc": true, "for": true, "and": true, "or": true}

// ofHead reads one of the words in brackets that say which kinds of the thing before them are meant: "testing (unit, contract)"
// asks for unit tests and contract tests.
func (d *reading) ofHead(i int) (n int) {
	if d.head < 0 {
		return 0
	}
	end := i + 1
	for end < len(d.words) && !strings.ContainsAny(d.text[d.words[end-1].to:d.words[end].from], ",;/()&|") && end-i <= 4 {
		end++
	}
	if say[d.words[i].stem] {
		return 0
	}
	for j := i; j < end; j++ {
		w := d.words[j]
		if c, _ := utf8.DecodeRuneInString(d.text[w.from:]); !unicode.IsLower(c) {
			return 0
		}
		if n, _ := d.longest(d.text, d.words[j:]); n > 0 {
			return 0
		}
	}
	if end-i > 3 || i > 0 && !strings.ContainsAny(d.text[d.words[i-1].to:d.words[i].from], ",;/(&|") {
		return 0
	}
	head := d.entries[d.head]
	name := d.text[d.words[i].from:d.words[end-1].to] + " " + head.name
	stems := words(name)
	if n, entries := d.longest(name, stems); n == len(stems) {
		for _, e := range entries {
			d.entry(e)
		}
		return end - i
	}
	d.put(one(name, weightCompound, stems...))
	return end - i
}

// one is a part that only its own words speak to.
func one(name string, weight float64, ws ...token) part {
	p := phrase{}
	for _, w := range ws {
		p.stems = append(p.stems, w.stem)
	}
	return part{name: name, weight: weight, speaking: []speaking{{phrase: p, weight: same, entry: -1, way: name}}}
}

// besides takes weight from plain words where the requirement asks for something better.
func besides(parts []part) {
	for _, p := range parts {
		if p.weight >= weightName {
			for i := range parts {
				if parts[i].weight == weightWord {
					parts[i].weight = weightBeside
				}
			}
			return
		}
	}
}

// longest is the length in words of the longest phrases that ws begins with and that ask for something, and what they ask for.
func (r reader) longest(text string, ws []token) (length int, entries []int) {
	for _, a := range r.asked[ws[0].stem] {
		n := len(a.stems)
		if n < length || n > len(ws) || !a.begins(text, ws) {
			continue
		}
		if n > length {
			length, entries = n, nil
		}
		entries = append(entries, a.entry)
	}
	return length, entries
}

func (p phrase) begins(text string, ws []token) bool {
	for i, s := range p.stems {
		if ws[i].stem != s {
			return false
		}
		if i > 0 && strings.ContainsAny(text[ws[i-1].to:ws[i].from], partsWords[p.slashed]) {
			return false
		}
	}
	return p.written(text[ws[0].from:ws[len(p.stems)-1].to])
}

// partsWords is what parts the words of a requirement that belong to different things, for phrases that are written with a slash and
// those that are not: "containers, orchestration" is no container orchestration.
var partsWords = map[bool]string{true: ",;()", false: ",;()/"}

// plain gives what word i asks for by itself, where the vocabulary has no entry for it.
func (r reader) plain(text string, ws []token, i int) []part {
	w := ws[i]
	shown := text[w.from:w.to]
	if c, _ := utf8.DecodeRuneInString(shown); script(c) {
		if i+1 < len(ws) && ws[i+1].from == w.to {
			return []part{one(text[w.from:ws[i+1].to], weightWord, w, ws[i+1])}
		}
		return nil
	}
	var parts []part
	if i+1 < len(ws) && ws[i+1].glued && !r.stop[w.stem] {
		parts = append(parts, one(text[w.from:ws[i+1].to], weightCompound, w, ws[i+1]))
	}
	switch {
	case r.stop[w.stem], len(shown) < 2, number(shown):
	case r.common[w.stem]:
		parts = append(parts, one(shown, weightCommon, w))
	case named(text, w):
		parts = append(parts, one(shown, weightName, w))
	default:
		parts = append(parts, one(shown, weightWord, w))
	}
	return parts
}

// ownTerm is why a reviewer's own term was found.
const ownTerm = "your term"

// terms gives the parts that a reviewer added to a requirement: phrases, parted by commas.
func terms(text string) []part {
	var parts []part
	for s := range strings.SplitSeq(text, ",") {
		if p := newPhrase(strings.TrimSpace(s)); len(p.stems) > 0 {
			parts = append(parts, part{name: bare(strings.TrimSpace(s)), weight: weightThing, speaking: []speaking{{phrase: p, weight: same, entry: -1, way: ownTerm}}, own: true})
		}
	}
	return parts
}

// named reports whether the word is written like a name: with a capital that does not begin a sentence or that begins a list, a
// capital inside, a digit beside letters, or no vowel at all.
func named(text string, w token) bool {
	shown := text[w.from:w.to]
	first, size := utf8.DecodeRuneInString(shown)
	if strings.IndexFunc(shown[size:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) >= 0 {
		return true
	}
	if len(w.stem) > 1 && plain([]byte(w.stem)) && !vowel([]byte(w.stem)) {
		return true
	}
	if unicode.IsUpper(first) && w.to < len(text) && (text[w.to] == ',' || text[w.to] == '/') {
		return true
	}
	before := strings.TrimRight(text[:w.from], " \t\"'“‘(")
	return unicode.IsUpper(first) && before != "" && !strings.ContainsAny(before[len(before)-1:], ".:;!?•-")
}

func number(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}
