package posting

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"candid/model"
	"candid/model/pattern"
)

// label is a name for a requirement, at most model.LabelCells wide, made of its own leading words; taken holds those that are
// given, in lower case.
func label(text string, taken map[string]bool) string {
	first := brief(text)
	// What sets apart two that would be called the same is what stands after, or before.
	text = leadingBytes(text, telling)
	tries := []string{first, brief(after(text, first)), capital(fit(tokens(withoutAsides(text)), english)), shorten(text, model.LabelCells)}
	for _, s := range tries {
		if width(s) > 0 && !taken[strings.ToLower(s)] {
			return s
		}
	}
	if width(first) == 0 {
		first = "Requirement"
	}
	for n := 2; ; n++ {
		mark := fmt.Sprintf(" %d", n)
		if s := strings.TrimSpace(shorten(first, model.LabelCells-len(mark)) + mark); !taken[strings.ToLower(s)] {
			return s
		}
	}
}

// telling is how many bytes of a requirement tell what it is called and of what kind it is.
const telling = 1000

// leadingBytes is the first n bytes of s, or a few less: no character is cut.
func leadingBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// after is what stands behind the label's last word in the text.
func after(text, label string) string {
	fields := strings.Fields(label)
	if len(fields) == 0 {
		return ""
	}
	i := strings.Index(strings.ToLower(text), strings.ToLower(fields[len(fields)-1]))
	if i < 0 || len(strings.ToLower(text)) != len(text) {
		return ""
	}
	return strings.TrimLeft(text[i+len(fields[len(fields)-1]):], " .,;:–—-")
}

var (
	asides  = pattern.New(`\s*[(\[][^)\]]*[)\]]?`)
	loose   = pattern.New(`\s+([.,;:!?)\]])`)
	clauses = pattern.New(`(?i)\s*(?:[;。]|: |[：—]|\s[–-]\s|, (?:including|such as|with|e\.g)|\bsuch as\b|\be\.g\.|\bz\.\s?B\.|\bp\. ex\.|\btels? que\b|\btelles? que\b|` +
		`(?: and| or|,|,? as well as|,? and/or)(?: an?| the| some)?(?: strong| solid| good| proven| prior| previous| working| hands-on| basic| deep| relevant| practical| demonstrated)* (?:familiarity|experience|knowledge|understanding|proficiency|comfort|ability|expertise|comfortable|willingness|passion)\b|` +
		`(?:,| et| und| sowie| y| e)(?: une?| d'une| eine?| gute| bonne)? (?:connaissances?|expérience|kenntnisse|erfahrung|experiencia|conocimientos?|experiência|conhecimentos?)\b)`)
)

// withoutAsides is s without what stands in brackets.
func withoutAsides(s string) string {
	if !strings.ContainsAny(s, "([") {
		return s
	}
	return loose.ReplaceAllString(asides.ReplaceAllString(s, " "), "$1")
}

// What says of whom it is asked, and how gladly it would be seen.
var (
	openers  = pattern.New(`(?i)^(?:(?:in addition,? )?(?:the |this |all |our |an? )?(?:ideal |successful |qualified |suitable )?(?:candidates?|applicants?|person) (?:must|should|would|will|shall|needs? to)(?: also)?(?: have| be| possess| demonstrate)?|.{0,40}\b(?:is|are) (?:looking for|seeking) (?:someone|somebody|people|candidates?|a person|applicants?)(?: who| with| that)?(?: is| are| has| have)?) `)
	verdicts = pattern.New(`(?i)(?:,?\s+(?:is|are|would be|being|will be|ist|sind|wäre|wären|est|sont|serait|seraient|sera|es|será|serán|sería|é|será)\s+(?:(?:a|an|also|very|highly|strongly|considered|definitely|always|the|un|ein|von|um|vivement|fortement|altamente|muy)\s+)*` +
		`(?:key|must|required|essential|desired|desirable|preferred|important|advantage(?:ous)?|added advantage|plus|bonus|big plus|necessary|mandatory|beneficial|needed|ideal|nice|great|welcome|appreciated|critical|crucial|helpful|useful|` +
		`vorteil|wünschenswert|erforderlich|notwendig|pluspunkt|voraussetzung|atout|appréciée?s?|souhaitée?s?|requise?s?|exigée?s?|indispensables?|obligatoires?|souhaitables?|deseable|valorable|imprescindible|necesario|desejável|diferencial|obrigatório)\b.*$` +
		`|,?\s+(?:a|an|ein|un|um)\s+(?:added |big |huge |strong |definite |großes )?(?:plus|bonus|advantage|atout|pluspunkt)\b.*$|,?\s+(?:but |aber )?not (?:required|a requirement|essential|necessary)\b.*$` +
		`|,?\s+(?:strongly |highly )?(?:preferred|required|desired|desirable|appreciated|advantageous|erforderlich|wünschenswert|von vorteil|souhaitée?s?|appréciée?s?|exigée?s?|requise?s?|deseable|valorable|desejável|erwünscht)(?: but not required\b.*)?\.?$)`)
)

// brief is the label a requirement would like best.
func brief(text string) string {
	text = leadingBytes(text, telling)
	s := strings.TrimSpace(withoutAsides(text))
	if all := sentences(s); len(all) > 0 {
		s = all[0]
	}
	if mostlyUnspaced(s) {
		return briefUnspaced(s)
	}
	l := knownWords()
	in := l.tongueOf(tokens(text))
	if m := openers.FindStringIndex(s); m != nil && l.says(in, tokens(s[m[1]:])) {
		s = s[m[1]:]
	}
	if m := verdicts.FindStringIndex(s); m != nil && l.says(in, tokens(s[:m[0]])) {
		s = s[:m[0]]
	}
	if time, ok := asksTime(s); ok {
		if b := l.yearLabel(s, time, in); b != "" {
			return b
		}
	}
	return capital(l.topic(s, in))
}

// topic is what s comes down to: its first clause that says something, without the words around it that do not.
func (l wordLists) topic(s string, in tongue) string {
	for {
		m := clauses.FindStringIndex(s)
		if m == nil {
			break
		}
		if l.says(in, tokens(s[:m[0]])) || m[1] == len(s) {
			s = s[:m[0]]
			break
		}
		s = strings.TrimSpace(s[m[1]:])
	}
	return fit(l.dropTails(in, l.dropLead(in, tokens(s))), in)
}

// says reports whether any of the words says what is asked for.
func (l wordLists) says(in tongue, words []string) bool {
	for len(words) > 0 {
		if n := l.begins("lead", in, words); n > 0 && l.begins("keep", in, words) == 0 {
			words = words[n:]
			continue
		}
		w := words[0]
		if key := wordKey(w); key != "" && !l.has("tail", in, w) && !l.joins(in, w) && !l.has("weak", in, w) {
			return true
		}
		words = words[1:]
	}
	return false
}

// joins reports whether the word leads on to another.
func (l wordLists) joins(in tongue, w string) bool {
	return l.has("join", in, w) || l.has("and", in, w) || l.has("before", in, w) || l.has("of", in, w)
}

// dropLead takes the words off the front that say nothing, as long as something that does is left.
func (l wordLists) dropLead(in tongue, words []string) []string {
	deed := false
	for {
		n, isDeed := l.leading(in, words, deed)
		if n == 0 || !l.says(in, words[n:]) {
			return words
		}
		if last := wordKey(words[n-1]); strings.HasSuffix(last, "ing") && strings.HasSuffix(wordKey(words[n]), "ly") {
			return words[n-1:] // "working independently"
		}
		words, deed = words[n:], deed || isDeed
	}
}

// leading counts the words at the front that say nothing, up to one phrase of them.
func (l wordLists) leading(in tongue, words []string, deed bool) (n int, isDeed bool) {
	if len(words) == 0 || l.begins("keep", in, words) > 0 || strings.IndexAny(words[0], "\"“„«") == 0 {
		return 0, false
	}
	if n := l.begins("lead", in, words); n > 0 {
		isDeed = l.has("deed", in, words[:n]...)
		if n < len(words) && l.has("and", in, words[n]) {
			n++ // "experience and", "with or"
		}
		return n, isDeed
	}
	if deed {
		return l.begins("doing", in, words), true
	}
	return 0, false
}

// dropTails leaves out the general nouns that end a phrase: "Rust experience with async runtimes" is Rust with async runtimes.
func (l wordLists) dropTails(in tongue, words []string) []string {
	var kept []string
	for i, w := range words {
		ends := i == len(words)-1 || l.has("before", in, words[i+1]) || l.has("and", in, words[i+1])
		if ends && l.has("tail", in, w) && len(kept) > 0 {
			stays := kept[len(kept)-1]
			if !l.joins(in, stays) && !l.has("needstail", in, stays) && !l.adjective(in, stays) {
				if strings.HasSuffix(w, ",") {
					kept[len(kept)-1] += ","
				}
				continue
			}
		}
		kept = append(kept, w)
	}
	return kept
}

// yearLabel is the time, such as "5+ years", and the work it was spent on, shortened to what that comes down to; "" when the time
// stands deep inside of s and there is no room for it.
func (l wordLists) yearLabel(s string, time span, in tongue) string {
	before, behind := tokens(s[:time.at[0]]), strings.TrimLeft(s[time.at[1]:], " ,")
	if l.says(in, before) && len(before) > 1 {
		if behind != "" && s[time.at[1]] != ',' && s[time.at[1]] != ')' {
			return ""
		}
		of := l.topic(s[:time.at[0]], in)
		if label := time.String() + time.of() + uncapital(of); width(label) <= model.LabelCells {
			return label
		}
		return ""
	}
	if m := clauses.FindStringIndex(behind); m != nil && l.says(in, tokens(behind[:m[0]])) {
		behind = behind[:m[0]]
	}
	work := l.work(in, tokens(behind))
	of := time.of()
	for _, w := range tokens(behind)[:max(0, len(tokens(behind))-len(work))] {
		if k := wordKey(w); k == "as" || k == "als" || k == "comme" || k == "como" {
			of = " " + k + " "
		}
		if len(work) > 0 && w == work[0] {
			break
		}
	}
	if len(work) == 0 {
		for i, w := range tokens(behind) {
			if label := time.String() + " " + trimmed(tokens(behind)[:i+1], in); l.has("tail", in, w) && width(label) <= model.LabelCells {
				return label
			}
		}
		return time.String()
	}
	slashed := false
	for _, w := range work {
		slashed = slashed || w == "/"
	}
	for from := range work {
		if slashed && from > 0 {
			break // one of several: the first stands for them
		}
		// The work is the last noun; what stands before it narrows it.
		for _, of := range []string{of, " "} {
			if label := time.String() + of + trimmed(work[from:], in); width(label) <= model.LabelCells {
				return label
			}
		}
	}
	if label := fitWithin(work, in, model.LabelCells-width(time.String()+of)); label != "" {
		return time.String() + of + label
	}
	return time.String()
}

// work is the phrase that says what the time was spent on, from the words behind it.
func (l wordLists) work(in tongue, words []string) []string {
	for len(words) > 0 {
		n := max(l.begins("lead", in, words), l.begins("year", in, words), l.begins("doing", in, words))
		if n == 0 || l.begins("keep", in, words) > 0 {
			break
		}
		words = words[n:]
	}
	for i, w := range words {
		comma := strings.HasSuffix(w, ",")
		if comma || i > 0 && (l.has("before", in, w) || l.has("and", in, w) && !l.adjective(in, words[i-1])) {
			if comma {
				i++
			}
			if i > 1 && strings.HasSuffix(words[i-1], "ed") {
				i-- // what it is made with, or for
			}
			words = words[:i]
			break
		}
	}
	words = l.dropTails(in, words)
	for len(words) > 0 && (l.has("post", in, words[len(words)-1]) || l.joins(in, words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	for i, w := range words {
		if first, _, found := strings.Cut(w, "/"); found && first != "" && width(w) > 12 {
			words = append(append([]string{}, words[:i]...), first)
			break
		}
	}
	return words
}

// uncapital begins s with a small letter, unless its first word is a name.
func uncapital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if len(word) < 2 || word[0] < 'A' || word[0] > 'Z' || strings.ToLower(word[1:]) != word[1:] {
		return s
	}
	return strings.ToLower(word[:1]) + s[1:]
}
