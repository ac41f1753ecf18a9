package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

// What an end of a label is worth, by what follows it in the words; a label is worth a little more for each cell it fills.
const (
	atEnd    = 62.0
	atClause = 60.0
	atComma  = 55.0
	atNarrow = 50.0 // what follows narrows
	atAnd    = 45.0
	atOf     = 35.0 // what follows belongs to it
	inPhrase = 0.0

	cellWorth  = 1.5
	worthCells = 20 // a label needs no more than so many
	tooLittle  = 60.0
	leftOut    = 8.0 // an adjective
	mostOut    = 4
	nounsOut   = 25.0
)

// reach is how many words from the start a label is made of at most.
const reach = 14

// fit is the best beginning of the words that a label holds.
func fit(words []string, in tongue) string { return fitWithin(words, in, model.LabelCells) }

// fitWithin is the best beginning of the words that is at most so many cells wide: all of them, or as many as end where a phrase
// ends, or such a phrase without its adjectives. "" where not even the first word fits.
func fitWithin(tokens []string, in tongue, cells int) string {
	all := trimmed(tokens, in)
	if width(all) <= cells {
		return all
	}
	l, best, most := knownWords(), "", -1e9
	offer := func(s string, worth float64) {
		w := width(s)
		if worth += cellWorth * float64(min(w, worthCells)); s != "" && w <= cells && worth > most {
			best, most = s, worth
		}
	}
	for i := 1; i <= min(len(tokens), reach); i++ {
		head, last := tokens[:i], tokens[i-1]
		if l.joins(in, last) || wordKey(last) == "" {
			continue
		}
		worth := l.ending(in, tokens, i)
		if first, _, found := strings.Cut(last, "/"); found && i > 1 && first != "" && width(trimmed(head, in)) > cells {
			offer(trimmed(append(append([]string{}, tokens[:i-1]...), first), in), atAnd-leftOut) // the first stands for both
		}
		offer(trimmed(head, in), worth)
		if worth < atOf-15 {
			continue
		}
		l.without(in, head, func(s string, out int) { offer(s, min(worth, atNarrow)-3-leftOut*float64(out)) })
		if l.has("generic", in, last) && i > 1 && !l.joins(in, tokens[i-2]) && !l.adjective(in, tokens[i-2]) {
			offer(trimmed(tokens[:i-1], in), min(worth, atNarrow)-leftOut)
		}
		offer(l.headNoun(in, head, cells), min(worth, atNarrow)-nounsOut)
	}
	if best == "" {
		return Shorten(all, cells)
	}
	return best
}

// ending is what a label is worth that ends before token i, apart from its width.
func (l wordLists) ending(in tongue, tokens []string, i int) float64 {
	last, worth := tokens[i-1], inPhrase
	comma := strings.HasSuffix(last, ",")
	var next string
	if i < len(tokens) {
		next = tokens[i]
	}
	clause := false
	switch {
	case i == len(tokens):
		worth, clause = atEnd, true
	case comma && l.has("clause", in, next), strings.HasSuffix(last, ":"), strings.HasSuffix(last, "."):
		worth, clause = atClause, true
	case comma:
		worth = atComma
	case l.has("of", in, next):
		worth = atOf
	case l.has("before", in, next):
		worth = atNarrow
	case l.has("and", in, next), next == "/", next == "+":
		worth = atAnd
		if i == 1 && (l.has("generic", in, last) || l.has("toolsign", in, last)) {
			worth -= 15
		}
	case i > 1 && i+1 < len(tokens) && strings.HasSuffix(wordKey(next), "ed") && l.has("before", in, tokens[i+1]):
		worth = atNarrow // "services based on"
	}
	if !clause && l.adjective(in, last) {
		if worth == atNarrow && strings.HasSuffix(wordKey(last), "ed") {
			worth -= 15 // "exposed to" has its noun before it
		} else {
			worth -= tooLittle
		}
	}
	if !l.saysMuch(in, tokens[:i]) {
		worth -= tooLittle
	}
	switch {
	case clause:
	case adverb(in, last), i > 1 && l.has("weak", in, last) && l.has("and", in, tokens[i-2]):
		worth -= 15
	case i > 1 && l.joins(in, tokens[i-2]) && (l.has("weak", in, last) || l.has("tail", in, last)):
		worth -= 25
	}
	if strings.HasSuffix(strings.TrimSuffix(last, ","), "-") || !clause && l.has("bound", in, last) {
		worth -= tooLittle // "Vereins- und" goes on
	}
	if k := wordKey(next); !comma && (k == "is" || k == "are") {
		worth -= 10 // it is what something is said of
	}
	return worth - openness(tokens, i)
}

// openness is what a label loses that ends before token i, by the words in it that begin something longer.
func openness(tokens []string, i int) float64 {
	lost := 0.0
	for j, w := range tokens[:i] {
		switch wordKey(w) {
		case "who", "that", "which", "qui", "que", "dass", "where", "if", "when", "what", "is", "are":
			if j > 0 && i < len(tokens) {
				lost += 20
			}
		case "between", "zwischen", "entre", "both", "either", "sowohl", "neither":
			lost += 25
		}
	}
	return lost
}

// saysMuch reports whether the words are more than those that need others.
func (l wordLists) saysMuch(in tongue, tokens []string) bool {
	for _, t := range tokens {
		if strings.IndexFunc(t, unicode.IsLetter) >= 0 && !l.has("weak", in, t) && !l.joins(in, t) && !l.has("lead", in, t) && !l.has("tail", in, t) {
			return true
		}
	}
	return false
}

// without offers the words without those that only fill, then with one adjective left out, or two that are joined, then with two such.
func (l wordLists) without(in tongue, tokens []string, offer func(s string, out int)) {
	kept := make([]string, 0, len(tokens))
	own := in
	if in != english {
		own &^= english // "a" leads on in Spanish
	}
	for i, t := range tokens {
		if i == 0 || !l.has("filler", own, t) || strings.HasSuffix(t, ",") {
			kept = append(kept, t)
		}
	}
	offer(trimmed(kept, in), 0)
	for out := 1; out <= mostOut; out++ {
		var longest []string
		for i := range kept {
			rest, ok := l.leaveOut(in, kept, i)
			if !ok {
				continue
			}
			offer(trimmed(rest, in), out)
			if longest == nil || width(spoken(rest)) > width(spoken(longest)) {
				longest = rest
			}
		}
		if longest == nil {
			return
		}
		kept = longest
	}
}

// leaveOut is the tokens without the adjective i, the adverbs before it, and what is joined to it by "and".
func (l wordLists) leaveOut(in tongue, tokens []string, i int) ([]string, bool) {
	isAdverb := func(i int) bool { return adverb(in, tokens[i]) }
	adjective := func(i int) bool {
		return i >= 0 && i < len(tokens)-1 && (l.adjective(in, tokens[i]) || isAdverb(i) || i > 0 && isAdverb(i-1) && strings.HasSuffix(wordKey(tokens[i]), "ed"))
	}
	if !adjective(i) || i > 0 && wordKey(tokens[i-1]) == "not" || i > 0 && l.has("and", in, tokens[i-1]) && (in != english || adjective(i-2) || !capitalized(tokens[i+1])) {
		return nil, false
	}
	from, end := i, i+1
	for from > 0 && isAdverb(from-1) {
		from--
	}
	if l.has("and", in, tokens[end]) && wordKey(tokens[end]) != "as" {
		switch {
		case adjective(end + 1):
			end += 2 // "verbal and written communication"
		case end+2 < len(tokens) && !l.joins(in, tokens[end+1]) && !l.joins(in, tokens[end+2]) && !strings.HasSuffix(tokens[end+1], ","):
			return append(append([]string{}, tokens[:end]...), tokens[end+2:]...), true // "organizational and planning skills"
		default:
			return nil, false
		}
	}
	if end >= len(tokens) || l.joins(in, tokens[end]) && !(isAdverb(i) && l.has("adverbless", in, tokens[end])) {
		return nil, false // it stands after its noun
	}
	rest := append(append([]string{}, tokens[:from]...), tokens[end:]...)
	if from > 0 && !strings.HasSuffix(tokens[end-1], ",") && l.adjective(in, tokens[from-1]) {
		rest[from-1] = strings.TrimSuffix(rest[from-1], ",")
	}
	return rest, true
}

// headNoun is the words without some of the nouns that stand before the last, which is what they come down to: the widest that
// fits. "" where they end in no such chain of nouns.
func (l wordLists) headNoun(in tongue, tokens []string, cells int) string {
	if in != english {
		return ""
	}
	last, from, shared := len(tokens)-1, 0, false
	for i, t := range tokens[:last] {
		switch {
		case strings.HasSuffix(t, ","), t == "/", t == "+", strings.IndexFunc(t, func(r rune) bool { return r > unicode.MaxLatin1 && unicode.IsLetter(r) }) >= 0:
			return ""
		case l.joins(in, t), strings.HasSuffix(t, "ing"):
			from, shared = i+1, l.has("and", in, t) // the chain begins behind it
		}
	}
	if w := tokens[last]; from > 0 && capitalized(w) || l.has("tail", in, w) || l.has("weak", in, w) {
		return ""
	}
	if from == 0 || shared {
		from++ // the first word of all stays, and the one that stands beside another
	}
	best := ""
	for i := from; i < last; i++ {
		if l.adjective(in, tokens[i-1]) || l.has("bound", in, tokens[i-1]) {
			continue // "open source", "social media"
		}
		for j := last; j > i; j-- {
			if l.has("bound", in, tokens[j-1]) {
				continue
			}
			s := trimmed(append(append([]string{}, tokens[:i]...), tokens[j:]...), in)
			if width(s) <= cells && width(s) > width(best) {
				best = s
			}
		}
	}
	return best
}

// trimmed joins the words, without those at the end that lead on to something, and without punctuation there.
func trimmed(tokens []string, in tongue) string {
	l := knownWords()
	for len(tokens) > 0 {
		last := tokens[len(tokens)-1]
		if strings.IndexFunc(last, Wordy) >= 0 && !l.joins(in, last) {
			break
		}
		tokens = tokens[:len(tokens)-1]
	}
	s := strings.TrimRight(spoken(tokens), " .,:;!?&/–—-·•")
	s = strings.TrimLeft(s, " ,:;!?&/–—-·•")
	if !strings.Contains(s, "(") {
		s = strings.TrimRight(s, ")")
	}
	if holdsAny(s, `"`, "“", "”", "„", "«", "»") && oddQuotes(s) {
		s = strings.Trim(strings.Join(strings.Fields(quotes.Replace(s)), " "), " ,.:")
	}
	return s
}

var quotes = strings.NewReplacer(`"`, "", "“", "", "”", "", "„", "", "«", "", "»", "")

// oddQuotes reports whether a quotation in s is begun and not ended.
func oddQuotes(s string) bool {
	n := 0
	for _, r := range s {
		switch r {
		case '"', '“', '”', '„', '«', '»':
			n++
		}
	}
	return n%2 == 1
}

var adjectival = []string{"able", "ible", "ful", "ous", "ive", "less", "ish", "ical", "ional", "onal", "ial", "ual", "eral", "oral", "ural", "tal", "nal", "cal", "ed", "ic"}

// adjective reports whether the word by itself leads on to a noun, as far as its ending tells.
func (l wordLists) adjective(in tongue, word string) bool {
	key := wordKey(word)
	if l.has("adjective", in, key) {
		return true
	}
	if l.has("noun", in, key) || len(key) < 5 {
		return false
	}
	if i := strings.LastIndexAny(key, "-‑"); i > 0 {
		_, size := utf8.DecodeRuneInString(key[i:])
		end := key[i+size:]
		if l.has("compound", in, end) || strings.HasSuffix(end, "ing") || strings.HasSuffix(end, "ed") && len(end) > 3 {
			return true
		}
	}
	if first, _, found := strings.Cut(key, "-"); found && l.has("adjective", in, first) {
		return true // "high-touch"
	}
	if in != english {
		// German puts adjectives before nouns and writes them small; the Romance languages mostly after.
		return l.bit["de"] != 0 && in&l.bit["de"] != 0 && germanAdjective(word)
	}
	for _, e := range adjectival {
		if strings.HasSuffix(key, e) {
			return true
		}
	}
	return false
}

// capitalized reports whether the word begins with a capital letter.
func capitalized(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// adverb reports whether the word by itself says how something is done, as far as its ending tells.
func adverb(in tongue, word string) bool {
	key := wordKey(word)
	return len(key) > 4 && (strings.HasSuffix(key, "ly") && key != "apply" && key != "supply" && key != "family" && key != "assembly" && key != "italy" || in != english && strings.HasSuffix(key, "mente"))
}

func germanAdjective(word string) bool {
	key := wordKey(word)
	stem := strings.TrimRight(key, "nmrs")
	if !strings.HasSuffix(stem, "e") {
		return false
	}
	if !capitalized(word) {
		return true
	}
	// At the beginning of a sentence it has a capital as a noun has.
	for _, e := range []string{"ierte", "ische", "liche", "same", "bare"} {
		if strings.HasSuffix(stem, e) {
			return true
		}
	}
	return false
}
