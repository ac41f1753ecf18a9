package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

// matter is what kind of thing a requirement asks for; what its ratings look like depends on it.
type matter uint8

const (
	deed       matter = iota // something to have done
	experience               // years of it
	credential               // a degree, a certificate, a licence
	condition                // where, when and under what terms one can work
	language                 // to speak
	knowledge                // of a field
	practice                 // a way of working
	quality                  // of a person
	technology               // to build with and to operate
	tool                     // to work with
)

// briefCells is the widest a requirement is of which any word tells the kind; in a longer one, most are about something else.
const briefCells = 70

// matterOf judges by the label first, which is what the requirement comes down to, then by all its words.
func matterOf(text, label string) matter {
	l := knownWords()
	text = leadingBytes(text, telling)
	if time, ok := asksTime(text); ok && (strings.Contains(label, time.count) || !l.speaks("credential", label)) {
		return experience
	}
	for _, k := range []kindList{{credential, "credential"}, {condition, "condition"}, {language, "language"}} {
		if l.speaks(k.list, label) {
			return k.matter
		}
	}
	for _, s := range []string{label, text} {
		if len(l.things("technology", s)) > 0 || codeName.MatchString(s) {
			return technology
		}
		if len(l.things("tool", s)) > 0 || l.speaks("toolsign", text) && namesThings(label) || l.speaks("toolsign", label) && namesThings(text) {
			return tool
		}
		if s == text {
			break
		}
		for _, k := range []kindList{{quality, "quality"}, {practice, "practice"}} {
			if l.speaks(k.list, label) {
				return k.matter
			}
		}
	}
	if l.speaks("knowledge", text) {
		return knowledge
	}
	if width(text) <= briefCells {
		for _, k := range []kindList{{credential, "credential"}, {condition, "condition"}, {quality, "quality"}, {language, "language"}} {
			if l.speaks(k.list, text) {
				return k.matter
			}
		}
	}
	if l.speaks("practice", text) {
		return practice
	}
	return deed
}

// kindList is a kind and the list of words that tell it.
type kindList struct {
	matter matter
	list   string
}

// codeName is a name that only software has.
var codeName = pattern.New(`\b\w+\.(?:js|io|py|rs)\b|\.NET\b`)

// namesThings reports whether the words hold names: those have capitals inside, or where no sentence begins.
func namesThings(text string) bool {
	if in := knownWords().tongueOf(tokens(text)); in != english {
		return false // German writes every noun with one
	}
	begins := true
	for _, w := range strings.Fields(text) {
		bare := strings.TrimLeft(w, "(/\"'“")
		r, n := utf8.DecodeRuneInString(bare)
		if unicode.IsUpper(r) && !begins || n > 0 && strings.IndexFunc(bare[n:], unicode.IsUpper) >= 0 {
			return true
		}
		begins = strings.HasSuffix(w, ".") || strings.HasSuffix(w, ":")
	}
	return false
}

// thing is a technology or tool that a requirement names.
type thing struct {
	name string // the first of its names
	at   int    // the word of the text it begins at
}

// things is what of a list of things the words name, each once, in their order.
func (l wordLists) things(list, text string) []thing {
	var all []thing
	words := nameTokens(text)
	for i := 0; i < len(words); i++ {
		n := l.begins(list, anyTongue, words[i:])
		if n == 0 || n == 1 && common(strings.TrimRight(words[i], ".,:;")) {
			continue
		}
		if i == 0 && n == 1 && i+1 < len(words) && common(strings.ToLower(words[i])) && afterVerb[wordKey(words[i+1])] {
			continue // "Go the extra mile"
		}
		name := l.same[list][phraseKey(words[i:i+n])]
		seen := false
		for _, t := range all {
			seen = seen || t.name == name
		}
		if !seen {
			all = append(all, thing{name, i})
		}
		i += n - 1
	}
	return all
}

// common reports whether the word as it is written is a plain one, though with a capital it is a name.
func common(w string) bool { return plainWords[w] }

var plainWords = map[string]bool{"go": true, "excel": true, "word": true, "rest": true, "spring": true, "node": true, "react": true, "sage": true, "epic": true, "canvas": true,
	"zoom": true, "slack": true, "sketch": true, "chef": true, "puppet": true, "dart": true, "spark": true, "notion": true, "helm": true, "oracle": true, "soap": true, "celery": true,
	"affinity": true, "premiere": true, "intercom": true, "jest": true, "outlook": true, "storybook": true, "blackboard": true, "workday": true, "illustrator": true, "looker": true}

var afterVerb = map[string]bool{"the": true, "a": true, "at": true, "to": true, "above": true, "beyond": true, "out": true, "on": true, "your": true}

// nameTokens parts words where names are joined: "Python/Go", "React,Redux".
func nameTokens(text string) []string {
	text = strings.Map(func(r rune) rune {
		switch r {
		case '/', '(', ')', '[', ']', '|', '“', '”', '"', '：', '、', '・':
			return ' '
		}
		return r
	}, text)
	return tokens(text)
}
