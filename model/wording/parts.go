package wording

import (
	"strings"

	"candid/model/pattern"
)

// portion is one of the things that the words of a requirement ask for.
type portion struct {
	text string
	sure bool // beside the one before it, it asks for something else, and not just for more of the same
}

// Parts is the requirements that the words of one could be parted into, each of which reads by itself: the words themselves when
// there is no joint. No word is lost but those of the joints.
func Parts(text string) []string {
	all := partsOf(text)
	if len(all) < 2 {
		return []string{text}
	}
	var texts []string
	for _, p := range all {
		texts = append(texts, p.text)
	}
	return texts
}

// partsOf parts the text where sentences and clauses end, and where something of its own is asked after an "and" or a comma. A sentence
// that asks for nothing says more about the one before it.
func partsOf(text string) []portion {
	l := knownWords()
	in := l.tongueOf(tokens(text))
	var all []portion
	addressed := addresses(text)
	unsaid := 0 // sentences that were left with the one before
	for i, s := range parted(text) {
		// One that does not ask says how the first is meant.
		if i > 0 && !(l.asksItself(in, s) && (addressed || !addresses(s))) {
			all[len(all)-1].text += " " + s
			unsaid++
			continue
		}
		for j, clause := range atSemicolons(s) {
			for k, p := range l.atJoints(in, clause) {
				sure := false
				switch {
				case i > 0 && j == 0 && k == 0:
					sure = true
				case j > 0 && k == 0:
					sure = l.asksItself(in, p)
				case k > 0:
					sure = apart(all[len(all)-1].text, p)
				}
				all = append(all, portion{p, sure})
			}
		}
	}
	if len(all) == 1 && unsaid > 0 {
		all = nil
		for _, s := range parted(text) {
			all = append(all, portion{text: s})
		}
	}
	kept := all[:0]
	for _, p := range all {
		p.text = Capital(strings.Trim(p.text, " ,;.·•–—"))
		switch {
		case strings.IndexFunc(p.text, Wordy) >= 0:
			kept = append(kept, p)
		case p.text != "" && len(kept) > 0:
			kept[len(kept)-1].text += " " + p.text
		}
	}
	return kept
}

// parted is the sentences of a text.
func parted(text string) []string {
	if severalSentences(text) {
		return Sentences(text)
	}
	return []string{text}
}

// addresses reports whether the words begin by speaking to the applicant.
func addresses(s string) bool {
	return len(s) > 3 && strings.EqualFold(s[:3], "you") && !strings.HasPrefix(strings.ToLower(s), "your")
}

// apart reports whether two that are joined in one clause are of different kinds, so that one may well be met without the other.
func apart(a, b string) bool {
	ka, kb := matterOf(a, label(a, nil)), matterOf(b, label(b, nil))
	set := func(m matter) bool { return m == credential || m == experience || m == condition || m == language }
	return ka != kb && (set(ka) || set(kb))
}

// atSemicolons parts s at the semicolons that stand in no brackets.
func atSemicolons(s string) []string {
	var all []string
	depth, from := 0, 0
	for i, r := range s {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		case ';', '；':
			if depth == 0 {
				all = append(all, s[from:i])
				from = i + len(string(r))
			}
		}
	}
	return append(all, s[from:])
}

// atJoints parts a clause where after a joint something of its own is asked for.
func (l wordLists) atJoints(in tongue, s string) []string {
	var all []string
	from, depth := 0, 0
	for at := 0; at < len(s); {
		end, next := wordEnd(s, at)
		depth = max(0, depth+depthOf(s[at:end]))
		comma := s[end-1] == ','
		if depth == 0 && next < len(s) && next > from {
			behind := next + seam(s[next:])
			if (comma || behind > next) && behind < len(s) && l.asksNext(in, tokens(leadingBytes(s[behind:], nextBytes))) && l.complete(in, tokens(s[from:end])) {
				all = append(all, strings.TrimSuffix(s[from:end], ","))
				from, next = behind, behind
			}
		}
		at = next
	}
	return append(all, s[from:])
}

// wordEnd is where the word at a byte of s ends, and where the next begins.
func wordEnd(s string, at int) (end, next int) {
	end = at
	for end < len(s) && s[end] != ' ' {
		end++
	}
	next = end
	for next < len(s) && s[next] == ' ' {
		next++
	}
	return max(end, at+1), next
}

// seams is what may stand between two things that are asked for, longest first.
var seams = []string{"and also ", "and ", "as well as ", "along with ", "plus ", "und ", "sowie ", "et ", "ainsi que ", "ainsi qu'", "ainsi qu’", "y ", "así como ", "bem como ", "assim como ", "e "}

// seam is how many bytes at the front of s only join what stands before to what follows.
func seam(s string) int {
	for _, w := range seams {
		if len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			return len(w)
		}
	}
	return 0
}

// nextBytes is how much of what follows a joint tells whether it asks for something.
const nextBytes = 120

// depthOf is how many more brackets are opened in s than closed.
func depthOf(s string) int {
	return strings.Count(s, "(") + strings.Count(s, "[") - strings.Count(s, ")") - strings.Count(s, "]")
}

// asksNext reports whether the words begin with something that is asked for: "strong knowledge of", "a degree in", "three years of".
func (l wordLists) asksNext(in tongue, words []string) bool {
	if len(words) > 0 && l.has("before", in, words[0]) {
		return false // "with the ability to" says more about what stands before
	}
	for i := 0; i < min(len(words), 5); i++ {
		if n := l.begins("asking", in, words[i:]); n > 0 && i+n < len(words) {
			next := words[i+n]
			return l.has("askers", in, next) && l.says(in, words[i+n:])
		}
		if time, ok := asksTime(spoken(words[i:min(len(words), i+6)])); ok && time.at[0] == 0 {
			return true
		}
		if i > 0 && l.speaks("credential", words[i]) && (wordKey(words[0]) == "a" || wordKey(words[0]) == "an") {
			return true
		}
		if l.begins("lead", in, words[i:i+1]) == 0 && !l.adjective(in, words[i]) && !(i > 0 && strings.Contains(words[i], "'s")) {
			return false
		}
	}
	return false
}

// complete reports whether the words can stand without those after the joint: they name what is asked for, and do not share it with
// what follows, as in "knowledge and experience of wine".
func (l wordLists) complete(in tongue, words []string) bool {
	if len(words) == 0 || !l.saysMuch(in, words) {
		return false
	}
	end := len(words)
	for end > 0 && (l.has("asking", in, words[end-1]) || l.adjective(in, words[end-1])) {
		end--
	}
	if end == len(words) {
		return !l.joins(in, words[end-1])
	}
	return end > 0 && !l.joins(in, words[end-1]) && !strings.HasSuffix(words[end-1], ",") && l.saysMuch(in, words[:end])
}

// asksItself reports whether a sentence or clause by itself asks for something.
func (l wordLists) asksItself(in tongue, s string) bool {
	words := tokens(s)
	if len(words) == 0 {
		return false
	}
	return l.asksNext(in, words) || asksInSentence.MatchString(s)
}

// asksInSentence is how sentences ask.
var asksInSentence = pattern.New(`(?i)^(?:(?:you )?(?:must|should)\b|you(?:'ve| have| are|'re) |(?:strong|solid|excellent|good|proven|deep|fluent|highly|demonstrated|advanced|sehr gute|gute|bonnes?|excellentes?|buen[ao]s?|bo[am]s?) )|` +
	`\b(?:is|are) (?:required|essential|mandatory|a must|a plus|preferred|necessary|desirable|desired)\b|(?:required|preferred|erforderlich|requise?|souhaitée?|deseable|desejável)\.?$|(?:必須|歓迎|尚可|の方|な方|る方|経験|知識)[。]?$`)
