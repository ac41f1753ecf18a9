package wording

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.txt
var wordsText string

// tongue is a set of languages.
type tongue uint16

// english is in every tongue that a text is read in: technical words are English everywhere.
const english tongue = 1

// wordLists is lists of words and phrases: what stands in a list, in which languages.
type wordLists struct {
	phrases map[string][]membership      // a phrase, as phraseKey has it: the lists it stands in
	longest map[string][]reaching        // the first word of phrases: how long they are
	stems   map[string]map[byte][]string // of a list's words that stand for any ending, by their first byte
	inside  map[string][]string          // of a list, what is looked for anywhere: scripts without spaces
	bit     map[string]tongue
}

// membership is that a phrase stands in a list.
type membership struct {
	list string
	in   tongue
	name string // the first name of what has several
}

// reaching is how many words the longest phrase of a list has.
type reaching struct {
	list string
	n    int
}

// knownWords is the lists that the program comes with.
var knownWords = sync.OnceValue(func() wordLists {
	l, err := parseWordLists(wordsText)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return l
})

// parseWordLists reads lists of phrases parted by commas, each under its name and, where it is not English, its language:
// "[lead fr]". A # begins a comment line.
func parseWordLists(text string) (wordLists, error) {
	l := wordLists{phrases: map[string][]membership{}, longest: map[string][]reaching{}, stems: map[string]map[byte][]string{}, inside: map[string][]string{}, bit: map[string]tongue{"en": english}}
	var name string
	var in tongue
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			head, ok := strings.CutSuffix(line[1:], "]")
			var lang string
			name, lang, _ = strings.Cut(head, " ")
			if lang == "" {
				lang = "en"
			}
			if !ok || name == "" {
				return l, fmt.Errorf("line %d: %q is no list's name", i+1, line)
			}
			if l.bit[lang] == 0 {
				l.bit[lang] = 1 << len(l.bit)
			}
			in = l.bit[lang]
		case name == "":
			return l, fmt.Errorf("line %d: before the first list", i+1)
		default:
			for entry := range strings.SplitSeq(line, ",") {
				l.add(name, in, entry)
			}
		}
	}
	return l, nil
}

// add takes an entry of a list: a phrase, the beginning of a word with a * behind it, or the names of one thing with = between.
func (l wordLists) add(list string, in tongue, entry string) {
	name := ""
	for p := range strings.SplitSeq(entry, "=") {
		words := tokens(p)
		if len(words) == 0 {
			continue
		}
		key := phraseKey(words)
		if stem, ok := strings.CutSuffix(key, "*"); ok {
			if l.stems[list] == nil {
				l.stems[list] = map[byte][]string{}
			}
			l.stems[list][stem[0]] = append(l.stems[list][stem[0]], stem)
			continue
		}
		if r, _ := utf8.DecodeRuneInString(key); Unspaced(r) {
			l.inside[list] = append(l.inside[list], key)
			continue
		}
		if name == "" {
			name = strings.TrimSpace(p)
		}
		l.enter(key, membership{list, in, name})
		l.reach(wordKey(words[0]), reaching{list, len(words)})
	}
}

// enter puts a phrase in a list, or makes it one of another language too.
func (l wordLists) enter(key string, e membership) {
	for i, have := range l.phrases[key] {
		if have.list == e.list {
			l.phrases[key][i].in |= e.in
			return
		}
	}
	l.phrases[key] = append(l.phrases[key], e)
}

// reach notes how long a phrase is that begins with a word.
func (l wordLists) reach(first string, r reaching) {
	for i, have := range l.longest[first] {
		if have.list == r.list {
			l.longest[first][i].n = max(have.n, r.n)
			return
		}
	}
	l.longest[first] = append(l.longest[first], r)
}

// anyTongue is all languages.
const anyTongue = ^tongue(0)

// speaks reports whether a phrase of the list stands in s, of whatever language.
func (l wordLists) speaks(list, s string) bool { return l.spokenIn(list, s, nameTokens(s)) }

// spokenIn is speaks, for the words that nameTokens made of s.
func (l wordLists) spokenIn(list, s string, words []string) bool {
	for _, p := range l.inside[list] {
		if strings.Contains(s, p) {
			return true
		}
	}
	stems := l.stems[list]
	for i, w := range words {
		if l.begins(list, anyTongue, words[i:]) > 0 {
			return true
		}
		key := wordKey(w)
		if key == "" {
			continue
		}
		for _, stem := range stems[key[0]] {
			if strings.HasPrefix(key, stem) {
				return true
			}
		}
	}
	return false
}

// has reports whether a list has these words, in one of the languages.
func (l wordLists) has(list string, in tongue, tokens ...string) bool {
	for _, e := range l.phrases[phraseKey(tokens)] {
		if e.list == list {
			return e.in&in != 0
		}
	}
	return false
}

// inAny reports whether one of the lists has the word.
func (l wordLists) inAny(lists []string, in tongue, word string) bool {
	for _, e := range l.phrases[wordKey(word)] {
		if e.in&in != 0 && slices.Contains(lists, e.list) {
			return true
		}
	}
	return false
}

// name is the first name of the thing that a list knows by these words.
func (l wordLists) name(list string, tokens []string) string {
	for _, e := range l.phrases[phraseKey(tokens)] {
		if e.list == list {
			return e.name
		}
	}
	return ""
}

// begins counts the words at the front that are a phrase of the list, the longest there is; 0 when none is.
func (l wordLists) begins(list string, in tongue, tokens []string) int {
	if len(tokens) == 0 {
		return 0
	}
	for _, r := range l.longest[wordKey(tokens[0])] {
		if r.list != list {
			continue
		}
		for n := min(r.n, len(tokens)); n > 0; n-- {
			if l.has(list, in, tokens[:n]...) {
				return n
			}
		}
	}
	return 0
}

// tellingLists is the lists by whose words a language is told.
var tellingLists = []string{"lead", "and", "before", "of", "join"}

// tongueOf is what the words are read in: English, and another language where more words are that language's alone than English's.
func (l wordLists) tongueOf(tokens []string) tongue {
	counts := map[tongue]int{}
	for _, t := range tokens {
		var in tongue
		for _, e := range l.phrases[wordKey(t)] {
			if slices.Contains(tellingLists, e.list) {
				in |= e.in
			}
		}
		if in&english != 0 {
			counts[english]++
			continue
		}
		for _, bit := range l.bit {
			if in&bit != 0 {
				counts[bit]++
			}
		}
	}
	best, most := english, counts[english]
	for bit := english << 1; bit < english<<len(l.bit); bit <<= 1 {
		if counts[bit] > most {
			best, most = bit, counts[bit]
		}
	}
	return english | best
}

// tokens is the words of s; what French and Italian write before an apostrophe is a word of its own.
func tokens(s string) []string {
	fields := strings.Fields(s)
	if !strings.Contains(s, "'") && !strings.Contains(s, "’") {
		return fields
	}
	var all []string
	for _, w := range fields {
		for {
			at := strings.IndexAny(w, "'’")
			if at < 1 || at > 5 || !elided[strings.ToLower(w[:at])] {
				break
			}
			end := at + 1
			if strings.HasPrefix(w[at:], "’") {
				end = at + len("’")
			}
			if len(w)-end < 2 {
				break
			}
			all, w = append(all, w[:end]), w[end:]
		}
		all = append(all, w)
	}
	return all
}

var elided = map[string]bool{"d": true, "l": true, "qu": true, "s": true, "n": true, "j": true, "t": true, "m": true, "c": true, "dell": true, "nell": true, "dall": true, "all": true, "un": true}

// spoken joins words that tokens gave.
func spoken(tokens []string) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			if last := strings.TrimRight(tokens[i-1], "'’"); last == tokens[i-1] || !elided[strings.ToLower(last)] {
				b.WriteByte(' ')
			}
		}
		b.WriteString(t)
	}
	return b.String()
}

// wordKey is a word as lists have it: lower case, without apostrophes and the punctuation around it.
func wordKey(w string) string {
	plain, ascii := true, true
	for i := 0; i < len(w); i++ {
		plain = plain && w[i] >= 'a' && w[i] <= 'z'
		ascii = ascii && w[i] < utf8.RuneSelf
	}
	if plain {
		return w
	}
	if ascii {
		for len(w) > 0 && strings.IndexByte(punctuation, w[0]) >= 0 {
			w = w[1:]
		}
		for len(w) > 0 && strings.IndexByte(punctuation, w[len(w)-1]) >= 0 {
			w = w[:len(w)-1]
		}
	} else {
		w = strings.Trim(w, punctuation+"“”„«»")
		w = strings.ReplaceAll(w, "’", "")
	}
	if strings.IndexByte(w, '\'') >= 0 {
		w = strings.ReplaceAll(w, "'", "")
	}
	return strings.ToLower(w)
}

// punctuation is what stands around words.
const punctuation = `.,:;!?"()[]`

func phraseKey(tokens []string) string {
	if len(tokens) == 1 {
		return wordKey(tokens[0])
	}
	keys := make([]string, len(tokens))
	for i, t := range tokens {
		keys[i] = wordKey(t)
	}
	return strings.Join(keys, " ")
}
