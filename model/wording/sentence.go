package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

var sentenceEnd = pattern.New(`([.!?。！？][)"”’»]?)(?:\s+|$)|[。！？]`)

// abbreviations are the short words after which a full stop ends nothing.
var abbreviations = strings.Split("st|ste|mt|dr|mr|mrs|ms|no|nr|vs|ca|bzw|inkl|incl|ggf|evtl|approx|resp|min|max|jr|sr|inc|ltd|co|corp|prof|p|z|d|u|o|abt|tel|cf|ex|art|dept|univ", "|")

// abbreviated reports whether a full stop after the word is part of it: after one of few, an initial, or letters with stops
// between them as in "e.g".
func abbreviated(word string) bool {
	if slices.Contains(abbreviations, strings.ToLower(word)) {
		return true
	}
	for part := range strings.SplitSeq(word, ".") {
		if utf8.RuneCountInString(part) > 2 {
			return false
		}
	}
	return strings.Contains(word, ".") || len(word) == 1 && word != "C" && word != "R"
}

// smile matches a face at the beginning of a sentence: it belongs to the one before, and says nothing.
var smile = pattern.New(`^[;:=]-?[()DP]+(?:\s+|$)`)

// Sentences parts prose into its sentences, without the white space around them. A full stop after an abbreviation, and before a word in lower case, ends nothing.
func Sentences(s string) []string {
	var out []string
	from := 0
	for _, m := range sentenceEnd.FindAllStringSubmatchIndex(s, -1) {
		end := m[3]
		if m[2] < 0 {
			_, n := utf8.DecodeRuneInString(s[m[0]:])
			end = m[0] + n
		}
		before := s[from:m[0]]
		next, _ := utf8.DecodeRuneInString(s[m[1]:])
		if s[m[0]] == '.' && abbreviated(before[strings.LastIndexAny(before, " (")+1:]) || unicode.IsLower(next) {
			continue
		}
		if part := strings.TrimSpace(s[from:end]); part != "" {
			out = append(out, part)
		}
		from = m[1] + len(smile.FindString(s[m[1]:]))
	}
	if rest := strings.TrimSpace(s[from:]); rest != "" {
		out = append(out, rest)
	}
	return out
}
