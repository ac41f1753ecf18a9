package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

// anchorCells is the widest an anchor is proposed.
const anchorCells = 34

// matter is what kind of thing a requirement asks for; what its ratings look like depends on it.
type matter uint8

const (
	deed       matter = iota // something to have done
	experience               // years of it
	credential               // a degree, a certificate, a right to work
	language                 // to speak
	practice                 // a way of working
	quality                  // of a person
	technology
)

// What lacks, some, meets and exceeds look like, by matter; %s is the years asked.
var proposed = [...][4]string{
	deed:       {"shows they have not done it", "had a part in it, no depth shown", "did it themselves, with results", "led it, or others learn from them"},
	experience: {"far fewer than %s", "nearly %s, or in other work", "%s or more, in such work", "many more, at a growing scope"},
	credential: {"has neither it nor its like", "under way, or something near it", "has it, or what counts as much", "more than is asked"},
	language:   {"shows they do not speak it", "some, not enough to work in it", "works in it", "speaks and writes it like a native"},
	practice:   {"works without it", "knows it, follows others' lead", "does it as a matter of course", "brings it to a team"},
	quality:    {"an example speaks against it", "claimed, with no example", "an example shows it", "several do, with what came of it"},
	technology: {"shows they do not have it", "used it, no depth shown", "shipped and operated it", "others learn it from them"},
}

var (
	yearCount = pattern.New(`(?i)\b(\d{1,2})\s?\+?(?:\s?[-–]\s?\d+)?\s?\+?(?: or more)? (?:years?|yrs)\b|\b(one|two|three|four|five|six|seven|eight|nine|ten)(?: or more)? years?\b`)
	signs     = map[matter]pattern.Pattern{
		credential: pattern.New(`(?i)\b(degree|bachelor|master'?s|phd|diploma|certificat\w*|certified|licen[cs]e|citizenship|right to work|visa|permit|clearance|b\.?sc|m\.?sc|bs|ms|ba)\b`),
		language:   pattern.New(`(?i)\b(english|french|german|spanish|portuguese|italian|dutch|mandarin|chinese|japanese|korean|arabic|russian|hindi|polish)\b`),
		quality: pattern.New(`(?i)\b(communicat\w*|interpersonal|ownership|attitude|curio\w+|empath\w*|humility|self-?\w*|motivat\w*|proactive\w*|autonom\w*|independen\w*|team ?player|teamwork|` +
			`leader\w*|detail\w*|learn\w*|ambiguity|passion\w*|attention|creativ\w*|problem[- ]solving|judg\w+|reliab\w+ person|organi[sz]ed|adaptab\w+|flexib\w+|smart|pragmatic|values)\b`),
		practice: pattern.New(`(?i)\b(test\w*|security|secure|agile|scrum|review\w*|practi[cs]\w*|monitor\w*|observab\w*|document\w*|mentor\w*|tdd|on-call|ci/cd|continuous|thinking|mindset|` +
			`methodolog\w*|process\w*|incident\w*|quality|accessib\w*)\b`),
	}
)

// anchors proposes what lacks, some, meets and exceeds look like for a requirement.
func anchors(text, label string) [4]string {
	m := matterOf(text, label)
	a := proposed[m]
	if m == experience {
		span := yearsAsked(text)
		for i, s := range a {
			a[i] = strings.ReplaceAll(s, "%s", span)
		}
	}
	return a
}

// matterOf judges by the label first, which is what the requirement comes down to, then by all its words.
func matterOf(text, label string) matter {
	if yearCount.MatchString(text) {
		return experience
	}
	for _, m := range []matter{credential, language, quality, practice} {
		if signs[m].MatchString(label) {
			return m
		}
	}
	if namesTools(text) {
		return technology
	}
	for _, m := range []matter{credential, quality, practice} {
		if signs[m].MatchString(text) {
			return m
		}
	}
	return deed
}

// yearsAsked is the least number of years that the words ask for: "5 years".
func yearsAsked(text string) string {
	m := yearCount.FindStringSubmatch(text)
	n := strings.ToLower(m[1] + m[2])
	if n == "1" || n == "one" {
		return n + " year"
	}
	return n + " years"
}

// namesTools reports whether the words hold names of tools: those have capitals inside, or where no sentence begins.
func namesTools(text string) bool {
	begins := len(strings.Fields(text)) > 3
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
