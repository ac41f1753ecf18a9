package posting

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"candid/model/wording"
)

//go:embed vocabulary.txt
var vocabulary string

// family is a group of phrases that say the same, by its number in the vocabulary: the first is 1.
type family uint8

// The families, in the vocabulary's order.
const (
	offers family = iota + 1
	duties
	nice
	desired
	tools
	demands
	seeks
	about
	skills
	applicant
	yourself
	question
	small
	demand
	trait
	person
	will
	lasts
	leads
	anywhere
	firm
	aside
	naught
	opens
	filler
	families
)

// familyNames is how the vocabulary calls them.
var familyNames = [families]string{offers: "offers", duties: "duties", nice: "nice", desired: "desired", tools: "tools", demands: "asks", seeks: "seeks", about: "about",
	skills: "skills", applicant: "applicant", yourself: "yourself", question: "question", small: "small", demand: "demand", trait: "trait", person: "person", will: "will", lasts: "lasts", leads: "leads",
	anywhere: "anywhere", firm: "firm", aside: "aside", naught: "nothing", opens: "opens", filler: "filler"}

// phrase is what stands in the vocabulary between two commas.
type phrase struct {
	family family
	words  []string
	open   bool // its last word may go on
	first  bool // nothing stands before it
	last   bool // nothing stands after it
}

// lexicon finds phrases in words.
type lexicon struct {
	whole  map[string][]phrase // by their first word
	begins map[string][]phrase // by the first stemBytes of the word that may go on, for phrases of that word alone
	inside map[rune][]phrase   // by their first rune, for scripts without spaces
}

// stemBytes is the fewest bytes of a word that may go on.
const stemBytes = 4

// hit is a phrase found.
type hit struct {
	family   family
	from, to int // words
	runes    int // of a word in a script without spaces; 0 for all of the words
}

// phrases is the phrases of headings, and of items and sentences. They are learnt when the first posting is read: nothing else
// needs them.
var phrases = sync.OnceValues(func() (headings, sayings lexicon) { return learn(vocabulary) })

// learn reads the vocabulary, whose first families up to small are those of headings.
func learn(s string) (heads, items lexicon) {
	heads, items = newLexicon(), newLexicon()
	var now family
	for l := range strings.Lines(s) {
		l = strings.TrimSpace(l)
		if l == "" || l[0] == '#' {
			continue
		}
		if name, _, ok := strings.Cut(strings.TrimPrefix(l, "["), "]"); ok && l[0] == '[' {
			now = 0
			for f, n := range familyNames {
				if n == name {
					now = family(f)
				}
			}
			continue
		}
		_, list, _ := strings.Cut(l, ":")
		for p := range strings.SplitSeq(list, ",") {
			if now > small {
				items.add(now, p)
			} else {
				heads.add(now, p)
			}
		}
	}
	return heads, items
}

func newLexicon() lexicon {
	return lexicon{whole: map[string][]phrase{}, begins: map[string][]phrase{}, inside: map[rune][]phrase{}}
}

func (x lexicon) add(f family, s string) {
	begin, open := strings.CutSuffix(strings.TrimSpace(s), "*")
	begin, last := strings.CutPrefix(begin, "=")
	begin, leading := strings.CutPrefix(begin, "^")
	p := phrase{family: f, words: keyWords(begin), open: open, first: leading, last: last}
	if len(p.words) == 0 {
		return
	}
	first := p.words[0]
	switch r, _ := utf8.DecodeRuneInString(first); {
	case wording.Unspaced(r):
		x.inside[r] = append(x.inside[r], p)
	case open && len(p.words) == 1 && len(first) >= stemBytes:
		x.begins[first[:stemBytes]] = append(x.begins[first[:stemBytes]], p)
	default:
		x.whole[first] = append(x.whole[first], p)
	}
}

// find gives the phrases that the words hold, but none that a longer one covers.
func (x lexicon) find(words []string) []hit {
	var hits []hit
	for i, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); wording.Unspaced(r) {
			hits = x.findInside(hits, w, i)
			continue
		}
		longest := 0
		for _, p := range x.whole[w] {
			if n := p.at(words[i:]); n > 0 && (i == 0 || !p.first) {
				hits, longest = append(hits, hit{family: p.family, from: i, to: i + n}), max(longest, n)
			}
		}
		if len(w) >= stemBytes {
			for _, p := range x.begins[w[:stemBytes]] {
				if strings.HasPrefix(w, p.words[0]) {
					hits, longest = append(hits, hit{family: p.family, from: i, to: i + 1}), max(longest, 1)
				}
			}
		}
	}
	return uncovered(hits)
}

// at is how many words of the beginning the phrase takes, 0 when it does not stand there.
func (p phrase) at(words []string) int {
	n := len(p.words)
	if len(words) < n || p.last && len(words) > n {
		return 0
	}
	for i, w := range p.words {
		if words[i] != w && !(p.open && i == n-1 && strings.HasPrefix(words[i], w)) {
			return 0
		}
	}
	return n
}

// findInside finds the phrases in a word of a script without spaces, which may be a whole sentence.
func (x lexicon) findInside(hits []hit, word string, at int) []hit {
	for i, r := range word {
		longest := 0
		for _, p := range x.inside[r] {
			if strings.HasPrefix(word[i:], p.words[0]) {
				longest = max(longest, len(p.words[0]))
			}
		}
		for _, p := range x.inside[r] {
			if len(p.words[0]) == longest && strings.HasPrefix(word[i:], p.words[0]) {
				hits = append(hits, hit{family: p.family, from: at, to: at + 1, runes: utf8.RuneCountInString(p.words[0])})
			}
		}
	}
	return hits
}

// uncovered drops the hits that stand inside longer ones.
func uncovered(hits []hit) []hit {
	if len(hits) < 2 {
		return hits
	}
	var out []hit
	for i, h := range hits {
		inner := false
		for j := max(0, i-8); j < min(len(hits), i+8) && !inner; j++ {
			o := hits[j]
			inner = o.from <= h.from && o.to >= h.to && o.to-o.from > h.to-h.from
		}
		if !inner {
			out = append(out, h)
		}
	}
	return out
}

// keyWords is the words of s as they are looked up: lower case, without accents, parted where punctuation stands and where a
// script without spaces meets another. An apostrophe parts only after one letter or "qu", as in French.
func keyWords(s string) []string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	inWord, wide := 0, false // letters of the word so far, and whether they are of a script without spaces
	elided := func() bool { return inWord == 1 || inWord == 2 && strings.HasSuffix(b.String(), "qu") }
	put := func(r rune) {
		if w := wording.Unspaced(r); w != wide {
			if inWord > 0 {
				b.WriteByte(' ')
			}
			wide = w
		}
		b.WriteRune(r)
		inWord++
	}
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			put(r)
		case 'A' <= r && r <= 'Z':
			put(r + 'a' - 'A')
		case r == 'ß' || r == 'ẞ':
			put('s')
			put('s')
		case r == '·' || strings.ContainsRune("'’‘´`", r) && !elided():
		case r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)):
			put(bare(unicode.ToLower(r)))
		default:
			b.WriteByte(' ')
			inWord = 0
		}
	}
	return strings.Fields(b.String())
}

// bare is a Latin letter without its accent.
func bare(r rune) rune {
	if r >= 0x250 {
		return r
	}
	first, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return first
}
