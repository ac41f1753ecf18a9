package wording

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
	m, _ := matterIn(text, label)
	return m
}

// matterIn is matterOf, with the time that is asked for where it is of experience.
func matterIn(text, label string) (matter, span) {
	l := knownWords()
	text = leadingBytes(text, telling)
	if time, ok := asksTime(text); ok && (strings.Contains(label, time.count) || !l.speaks("credential", label)) {
		return experience, time
	}
	return l.kind(text, label, nameTokens(text), nameTokens(label)), span{}
}

// kind is of what kind a requirement is that asks for no time; all and named are the words of its text and label.
func (l wordLists) kind(text, label string, all, named []string) matter {
	first := func(s string, words []string, kinds ...kindList) (matter, bool) {
		for _, k := range kinds {
			if l.spokenIn(k.list, s, words) {
				return k.matter, true
			}
		}
		return deed, false
	}
	if m, ok := first(label, named, credentials, conditions, languages); ok {
		return m
	}
	if l.names("technology", named) || namesCode(label) {
		return technology
	}
	sign := width(text) <= briefCells && l.spokenIn("toolsign", text, all)
	if l.names("tool", named) || sign && namesThings(label) || l.spokenIn("toolsign", label, named) && namesThings(text) {
		return tool
	}
	if m, ok := first(label, named, qualities, practices); ok {
		return m
	}
	if l.names("technology", all) || namesCode(text) {
		return technology
	}
	if l.names("tool", all) || sign && namesThings(text) {
		return tool
	}
	kinds := []kindList{knowings, practices}
	if width(text) <= briefCells {
		kinds = []kindList{knowings, credentials, conditions, qualities, languages, practices}
	}
	m, _ := first(text, all, kinds...)
	return m
}

// kindList is a kind and the list of words that tell it.
type kindList struct {
	matter matter
	list   string
}

var (
	credentials = kindList{credential, "credential"}
	conditions  = kindList{condition, "condition"}
	languages   = kindList{language, "language"}
	qualities   = kindList{quality, "quality"}
	practices   = kindList{practice, "practice"}
	knowings    = kindList{knowledge, "knowledge"}
)

// codeName is a name that only software has.
var codeName = pattern.New(`\b\w+\.(?:js|io|py|rs)\b|\.NET\b`)

func namesCode(s string) bool {
	return holdsAny(s, ".js", ".io", ".py", ".rs", ".NET") && codeName.MatchString(s)
}

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
func (l wordLists) things(list, text string) []thing { return l.thingsIn(list, nameTokens(text)) }

// names reports whether the words name any of a list of things.
func (l wordLists) names(list string, words []string) bool { return len(l.thingsIn(list, words)) > 0 }

func (l wordLists) thingsIn(list string, words []string) []thing {
	var all []thing
	for i := 0; i < len(words); i++ {
		n := l.begins(list, anyTongue, words[i:])
		if n == 0 || n == 1 && common(strings.TrimRight(words[i], ".,:;")) {
			continue
		}
		if i == 0 && n == 1 && i+1 < len(words) && common(strings.ToLower(words[i])) && afterVerb[wordKey(words[i+1])] {
			continue // "Go the extra mile"
		}
		name := l.name(list, words[i:i+n])
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
