package outline

import (
	_ "embed"
	"strings"
	"sync"
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
	ofDegree
	ofFirm
	ofAside
	ofLand
	ofEnd // a known end of words ends so: of its last three bytes
)

// roles is what each word of posts.txt says. The ends of words stand there with their "-".
var roles = sync.OnceValue(func() map[string]role {
	all := make(map[string]role, 2500)
	says := map[string]role{"title": ofTitle, "school": ofSchool, "degree": ofDegree, "firm": ofFirm, "aside": ofAside, "land": ofLand}
	for entry, words := range entries(postsFile) {
		for _, w := range words {
			key := model.Fold(w)
			if rest, ok := strings.CutPrefix(key, "-"); ok {
				all[rest] |= says[entry]
				all["-"+rest[max(0, len(rest)-3):]] |= ofEnd
			}
			all[key] |= says[entry]
		}
	}
	return all
})

// The longest end of a word that is looked up, in bytes.
const longestEnd = 40

// role is what a word says.
func (r *reader) role(w string) role {
	if len(w) > 60 {
		return 0
	}
	var room, ends [96]byte
	key := model.AppendFold(room[:0], w)
	found := r.words[string(key)] &^ ofEnd
	if len(key) < 4 || r.words[string(append(append(ends[:0], '-'), key[len(key)-3:]...))]&ofEnd == 0 {
		return found
	}
	for i := max(1, len(key)-longestEnd); i <= len(key)-3; i++ {
		if utf8.RuneStart(key[i]) {
			found |= r.words[string(append(append(ends[:0], '-'), key[i:]...))] & (ofTitle | ofSchool | ofDegree | ofFirm)
		}
	}
	return found
}

// whole is what a name says that posts.txt has as it is.
func (r *reader) whole(name string) role {
	if len(name) > 100 {
		return 0
	}
	var room [128]byte
	return r.words[string(model.AppendFold(room[:0], name))] &^ ofEnd
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
		from := 0
		for i := 0; i <= len(text); i++ {
			if i < len(text) && !parting(text[i]) {
				continue
			}
			if w := trim(text[from:i]); w != "" && !yield(w) {
				return
			}
			from = i + 1
		}
	}
}

func parting(c byte) bool {
	return c <= ' ' || c == '/' || c == ',' || c == ';' || c == '|' || c == '(' || c == ')' || c == '[' || c == ']' || c == '"' || c == '&' || c == '+' || c == '*' || c == '_' || c == ':'
}

// trim is a word without the signs around it.
func trim(w string) string {
	for w != "" && (w[0] < 'A' && (w[0] < '0' || w[0] > '9') || w[len(w)-1] == '.' || w[len(w)-1] == '-' || w[len(w)-1] == '\'') {
		if last := w[len(w)-1]; last == '.' || last == '-' || last == '\'' {
			w = w[:len(w)-1]
		} else {
			w = w[1:]
		}
	}
	if w != "" && w[0] >= utf8.RuneSelf || w != "" && w[len(w)-1] >= utf8.RuneSelf {
		w = strings.Trim(w, "«»„“”‘’–—·•()，。、")
	}
	return w
}

// inLand reports whether the last of a text's names is that of a country or the like, as in an address.
func (r *reader) inLand(text string) bool {
	return r.whole(strings.TrimSpace(text[strings.LastIndexByte(text, ',')+1:]))&ofLand != 0
}

// located reports whether a text names a place and nothing else: "Toronto, ON", "Berlin, Germany".
func (r *reader) located(text string) bool {
	known, parts := false, 0
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",|·•()", r) }) {
		part = strings.TrimSpace(part)
		if part == "" || len(part) > 100 {
			continue
		}
		parts++
		switch {
		case r.whole(part)&ofLand != 0, parts > 1 && len(part) == 2 && part == strings.ToUpper(part):
			known = true
		case r.says(part)&(ofTitle|ofFirm|ofSchool) != 0:
			return false
		}
	}
	return known && parts <= 8
}
