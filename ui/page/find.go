package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"candid/model"
	"candid/model/evidence"
	query "candid/model/search"
)

// search is what was found of words that somebody looked for.
type search struct {
	hits []hit // in document order
	on   int   // the hit one stands on, from 1; 0: none
	left bool  // one has gone from it to a statement since
}

// hit is bytes from to to of a paragraph's body, or of its right end.
type hit struct {
	paragraph, from, to int
	right               bool
}

// Find looks for words, whatever their case and accents, and goes to the first place in sight or after it. No words end it.
func (p Page) Find(words string) Page {
	p.search = search{}
	if words = fold(strings.TrimSpace(words)).text; words == "" {
		return p
	}
	for i, l := range p.paragraphs {
		p.search.hits = appendHits(p.search.hits, hit{paragraph: i}, l.body.text, words)
		p.search.hits = appendHits(p.search.hits, hit{paragraph: i, right: true}, l.right.text, words)
	}
	return p.standOnHit()
}

// FindAll looks for what a filter of the list says: each word at the beginning of a word. It goes to the first place in sight or after it.
func (p Page) FindAll(said []query.Said) Page { return p.Mark(said).standOnHit() }

// Mark marks what a filter of the list says, as FindAll does, and goes nowhere: Match goes to the first.
func (p Page) Mark(said []query.Said) Page {
	p.search = search{}
	for _, x := range said {
		words := unjoined(fold(strings.TrimSuffix(strings.TrimSpace(x.Text), "-")).text)
		if words == "" {
			continue
		}
		for i, l := range p.paragraphs {
			p.search.hits = append(p.search.hits, beginning(appendSaid(nil, hit{paragraph: i}, l.body.text, words), l.body.text)...)
			p.search.hits = append(p.search.hits, beginning(appendSaid(nil, hit{paragraph: i, right: true}, l.right.text, words), l.right.text)...)
		}
	}
	slices.SortFunc(p.search.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.paragraph, b.paragraph), cmp.Compare(side(a), side(b)), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	p.search.hits = slices.CompactFunc(p.search.hits, func(a, b hit) bool {
		return a.paragraph == b.paragraph && a.right == b.right && a.from < b.to && b.from < a.to
	})
	return p
}

// Saying is the first line of a document that says what a filter says, with the words marked; false when none does.
func Saying(r evidence.Reading, said query.Said) (evidence.Found, bool) {
	words := unjoined(fold(strings.TrimSpace(said.Text)).text)
	if words == "" {
		return evidence.Found{}, false
	}
	for i, line := range r.Lines[:max(0, len(r.Lines)-r.Document.Aside)] { // without what nobody sees on the page
		hits := beginning(appendSaid(nil, hit{}, line, words), line)
		if len(hits) == 0 {
			continue
		}
		f := evidence.Found{Line: i, Text: line, From: i, To: i + 1}
		for _, h := range hits {
			f.Terms = append(f.Terms, evidence.Term{Line: i, From: h.from, To: h.to, Text: line[h.from:h.to]})
		}
		return f, true
	}
	return evidence.Found{}, false
}

func side(h hit) int {
	if h.right {
		return 1
	}
	return 0
}

// beginning is those of hits that stand at the beginning of a word of s.
func beginning(hits []hit, s string) []hit {
	return slices.DeleteFunc(hits, func(h hit) bool {
		first, _ := utf8.DecodeRuneInString(s[h.from:])
		before, _ := utf8.DecodeLastRuneInString(s[:h.from])
		return h.from > 0 && wordly(before) && wordly(first) && !unspaced(first)
	})
}

// standOnHit goes to the first match in sight or after it.
func (p Page) standOnHit() Page {
	if len(p.search.hits) == 0 {
		return p
	}
	top := row{}
	if p.top < len(p.rows) {
		top = p.rows[p.top]
	}
	p.search.on = 1 + max(0, slices.IndexFunc(p.search.hits, func(h hit) bool {
		return h.paragraph > top.paragraph || h.paragraph == top.paragraph && (h.right || h.from >= top.from)
	}))
	return p.revealHit()
}

// Match moves by so many matches, around the ends of the document, and scrolls the one it comes to into sight.
func (p Page) Match(by int) Page {
	n := len(p.search.hits)
	if n == 0 {
		return p
	}
	on := p.search.on
	if on == 0 && by < 0 { // from none, the first is the next and the last the one before
		on = 1
	}
	p.search.on, p.search.left = 1+((on-1+by)%n+n)%n, false
	return p.revealHit()
}

// revealHit scrolls the match one stands on into sight, to the upper third, when it is not.
func (p Page) revealHit() Page {
	at, _ := p.rowOfHit()
	if p.height > 0 && (at < p.top || at >= p.top+p.height) {
		p.top = at - p.height/3
	}
	return p.clamp()
}

// rowOfHit is the row that the match one stands on begins in; false when there is none.
func (p Page) rowOfHit() (int, bool) {
	if p.search.on == 0 {
		return 0, false
	}
	h := p.search.hits[p.search.on-1]
	at := p.first[h.paragraph]
	for at+1 < p.first[h.paragraph+1] && !p.holds(at, h) {
		at++
	}
	return at, true
}

// lineOfHit is the line of the document that the match one stands on begins in.
func (p Page) lineOfHit() int {
	h := p.search.hits[p.search.on-1]
	l := p.paragraphs[h.paragraph]
	words := l.body
	if h.right {
		words = l.right
	}
	return max(l.from, min(p.lineOf(words.source(h.from)), l.to-1))
}

// Matches is which match one stands on, from 1, of how many; 0 of 0 when there are none.
func (p Page) Matches() (n, of int) { return p.search.on, len(p.search.hits) }

// appendHits appends where s holds words.
func appendHits(hits []hit, at hit, s, words string) []hit {
	return appendIn(hits, at, s, fold(s), words)
}

// appendSaid appends where s holds what a filter says, hyphens between words being blanks in both.
func appendSaid(hits []hit, at hit, s, words string) []hit {
	folded := fold(s)
	folded.text = unjoined(folded.text)
	return appendIn(hits, at, s, folded, words)
}

// unjoined is a folded text with a blank for each hyphen between two words: a filter makes no difference between them.
func unjoined(s string) string {
	if !strings.Contains(s, "-") {
		return s
	}
	b := []byte(s)
	for i := 1; i+1 < len(b); i++ {
		before, _ := utf8.DecodeLastRune(b[:i])
		after, _ := utf8.DecodeRune(b[i+1:])
		if b[i] == '-' && wordly(before) && wordly(after) {
			b[i] = ' '
		}
	}
	return string(b)
}

func appendIn(hits []hit, at hit, s string, folded run, words string) []hit {
	if s == "" {
		return hits
	}
	for from := 0; ; {
		i := strings.Index(folded.text[from:], words)
		if i < 0 {
			return hits
		}
		from += i
		at.from, at.to = folded.source(from), folded.end(from+len(words), len(s))
		hits = append(hits, at)
		from += len(words)
	}
}

// fold is s as model.Fold has it, knowing of each byte where in s it came from.
func fold(s string) run {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf
	}
	if plain {
		return run{text: strings.ToLower(s)}
	}
	b := builder{from: run{text: s}}
	for i, r := range s {
		if r < utf8.RuneSelf {
			b.put(strings.ToLower(string(r)), i)
			continue
		}
		b.put(model.Fold(string(r)), i)
	}
	return b.run()
}

// end is the byte of the source, of so many, after what the bytes before i of the folded run came from.
func (r run) end(i, length int) int {
	last := r.source(i - 1)
	for ; i < len(r.text); i++ {
		if at := r.source(i); at > last {
			return at
		}
	}
	return length
}
