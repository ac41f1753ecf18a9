package wording

import (
	"strings"

	"candid/model/pattern"
)

// addressees is how sentences say of whom something is asked.
var addressees = pattern.New(`(?i)^(?:(?:in addition,? )?(?:the |this |all |our |an? )?(?:ideal |successful |qualified |suitable )?(?:candidates?|applicants?|person) (?:must|should|would|will|shall|needs? to)(?: also)?(?: have| be| possess| demonstrate)?|.{0,40}\b(?:is|are) (?:looking for|seeking) (?:someone|somebody|people|candidates?|a person|applicants?)(?: who| with| that)?(?: is| are| has| have)?) `)

// addressee is how many bytes at the front of s only say of whom something is asked.
func addressee(s string) int {
	front := strings.ToLower(leadingBytes(s, 80))
	for _, w := range []string{"candidate", "applicant", "person ", "looking for", "seeking"} {
		if strings.Contains(front, w) {
			if m := addressees.FindStringIndex(s); m != nil {
				return m[1]
			}
			break
		}
	}
	return 0
}

// withoutVerdict is the words without those at their end that say how gladly it would be seen: "is a plus", "preferred".
func (l wordLists) withoutVerdict(in tongue, words []string) []string {
	for i := 1; i < len(words); i++ {
		n := l.begins("plus", in, words[i:])
		if n == 0 && l.has("be", in, words[i]) {
			j := i + 1
			for j < len(words) && l.has("much", in, words[j]) {
				j++
			}
			n = l.begins("verdict", in, words[min(j, len(words)):])
		}
		if n == 0 && len(words)-i <= 3 && l.begins("wish", in, words[i:]) == len(words)-i {
			n = 1
		}
		if n > 0 && l.says(in, words[:i]) {
			return words[:i]
		}
	}
	return words
}

// firstClause is the words up to the end of the first clause that says something.
func (l wordLists) firstClause(in tongue, words []string) []string {
	from := 0
	for i := 0; i < len(words); i++ {
		end, next := l.joint(in, words, i)
		if next == 0 {
			continue
		}
		if l.says(in, words[from:end]) && !l.needsExample(in, words[from:], end-from) {
			return words[from:end]
		}
		if next == len(words) {
			return words[from:end]
		}
		if (next > i || !l.onlyLeads(in, words[from:end])) && !l.needsExample(in, words[from:], end-from) {
			for from = next; from < i+1 && l.has("and", in, words[from]); {
				from++
			}
		}
		i = max(i, next-1)
	}
	return words[from:]
}

// onlyLeads reports whether the words lead to those behind them: "knowledge of" and "experience in" share what follows.
func (l wordLists) onlyLeads(in tongue, words []string) bool {
	for len(words) > 0 {
		n := l.begins("lead", in, words)
		if n == 0 {
			return false
		}
		words = words[n:]
	}
	return true
}

// needsExample reports whether the n words come down to one general noun, such as "applications", which the examples that follow tell.
func (l wordLists) needsExample(in tongue, words []string, n int) bool {
	left := l.dropLead(in, words[:n])
	return n < len(words) && l.begins("example", in, words[n:]) > 0 && len(left) == 1 && (l.has("generic", in, left[0]) || l.has("toolsign", in, left[0]))
}

// joint tells where a clause ends before or at word i, and where the next begins, which may be at the "and"; 0, 0 where none does.
func (l wordLists) joint(in tongue, words []string, i int) (end, next int) {
	w := words[i]
	switch last := w[len(w)-1]; {
	case last == ';' || last == ':' && i+1 < len(words):
		return i + 1, i + 1
	case w == "–" || w == "—" || w == "-" || w == "--":
		return i, i + 1
	}
	if n := l.begins("example", in, words[i:]); n > 0 {
		return i, i + n
	}
	if i == 0 {
		return 0, 0
	}
	comma := strings.HasSuffix(words[i-1], ",")
	if comma && l.has("clausestart", in, w) {
		return i, i + 1
	}
	from := i
	if n := l.begins("plusand", in, words[i:]); n > 0 {
		from += n
	} else if !comma {
		return 0, 0
	}
	for j := from; j < min(len(words), from+4); j++ {
		if l.begins("asking", in, words[j:]) > 0 && j+1 < len(words) {
			return i, i
		}
		if !l.has("lead", in, words[j]) || l.has("before", in, words[j]) {
			break
		}
	}
	return 0, 0
}

// dropEchoes leaves out, where a preposition was dropped, the same behind an "and" or a comma: "en SQL et en Python" is SQL et Python.
func (l wordLists) dropEchoes(in tongue, dropped string, words []string) []string {
	if in == english {
		return words
	}
	echoes := func(w string) bool {
		return wordKey(w) == wordKey(dropped) && l.has("before", in, w) || l.has("of", in, w) && l.has("of", in, dropped)
	}
	var kept []string
	for i, w := range words {
		if i > 0 && i+1 < len(words) && echoes(w) && (l.has("and", in, words[i-1]) || strings.HasSuffix(words[i-1], ",")) {
			continue
		}
		kept = append(kept, w)
	}
	return kept
}
