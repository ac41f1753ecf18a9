package outline

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

//go:embed posts.txt
var postsFile string

// role is what a word of a headline says: bits, since one may say several things.
type role uint8

const (
	ofTitle role = 1 << iota
	ofSchool
	ofFirm
	ofAside
	ofAt
	ofLand
	atEnd // the end of a longer word says the same
)

// roles is what each word of posts.txt says. The ends of words stand there with their "-".
var roles = sync.OnceValue(func() map[string]role {
	all := make(map[string]role, 2500)
	says := map[string]role{"title": ofTitle, "school": ofSchool, "firm": ofFirm, "aside": ofAside, "at": ofAt, "land": ofLand}
	for entry, words := range entries(postsFile) {
		for _, w := range words {
			key := model.Fold(w)
			if rest, ok := strings.CutPrefix(key, "-"); ok {
				all[rest] |= says[entry]
			}
			all[key] |= says[entry]
		}
	}
	return all
})

// The shortest and the longest end of a word that is looked up, in characters.
const (
	shortestEnd = 2
	longestEnd  = 18
)

// role is what a word says.
func (r *reader) role(w string) role {
	if len(w) > 60 {
		return 0
	}
	var room, ends [96]byte
	key := model.AppendFold(room[:0], w)
	found := r.words[string(key)]
	n := 0
	for i := len(key); i > 0 && n < longestEnd; n++ {
		_, size := utf8.DecodeLastRune(key[:i])
		i -= size
		if n+1 >= shortestEnd && i > 0 && (n >= 3 || key[i] >= utf8.RuneSelf) {
			found |= r.words[string(append(append(ends[:0], '-'), key[i:]...))] & (ofTitle | ofSchool | ofFirm)
		}
	}
	return found
}

// says is what the words of a text say, all together.
func (r *reader) says(text string) (all role) {
	for w := range wordsOf(text) {
		all |= r.role(w)
	}
	return all
}

// wordsOf goes over the words of a text, without the signs around them.
func wordsOf(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/,;|()[]«»\"“”&+*_:", r) }) {
			if w = strings.Trim(w, ".-–—'"); w != "" && !yield(w) {
				return
			}
		}
	}
}

// located reports whether a text names a place and nothing else: "Toronto, ON", "Berlin, Germany".
func (r *reader) located(text string) bool {
	known, parts := false, 0
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",|·•()", r) }) {
		part = strings.TrimSpace(part)
		if part == "" || len(part) > 40 {
			continue
		}
		parts++
		switch {
		case r.words[model.Fold(part)]&ofLand != 0, parts > 1 && len(part) == 2 && part == strings.ToUpper(part):
			known = true
		case r.says(part)&(ofTitle|ofFirm|ofSchool) != 0:
			return false
		}
	}
	return known && parts <= 4
}
