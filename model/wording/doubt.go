package wording

import (
	"fmt"
	"strings"

	"candid/model"
)

// Doubt is something about a requirement that its reader should decide.
type Doubt struct {
	Requirement model.RequirementID
	Kind        DoubtKind
	Other       model.RequirementID // of an overlap: the requirement that asks for the same; else 0
	Section     int                 // the section of the posting about all of which it is, from 1; 0 for a doubt of the requirement's own
	Why         string              // what is doubtful, in a few words for people
}

// DoubtKind is what is doubtful about a requirement.
type DoubtKind uint8

// The kinds of doubt.
const (
	Priority DoubtKind = iota // a must-have or a nice-to-have?
	Several                   // one requirement or two?
	Asked                     // asked of the applicant at all?
	OnPaper                   // can an application show it?
	Overlap                   // another requirement asks for the same
)

// ToLookAt is the requirements at which one must look to settle the doubts: those that have one of their own, and of each section
// that is doubtful as a whole the first of the doubts' order.
func ToLookAt(doubts []Doubt) map[model.RequirementID]bool {
	at, told := map[model.RequirementID]bool{}, map[int]bool{}
	for _, d := range doubts {
		if d.Section == 0 || !told[d.Section] {
			at[d.Requirement] = true
		}
		told[d.Section] = true
	}
	return at
}

// Doubts is what the requirements' own words leave doubtful, in their order: whether one is several, whether paper can show
// it, and which overlap.
func Doubts(qs []model.Requirement) []Doubt {
	same := overlaps(qs)
	var all []Doubt
	for _, q := range qs {
		add := func(kind DoubtKind, why string) { all = append(all, Doubt{Requirement: q.ID, Kind: kind, Why: why}) }
		if word := wavers(q); word != "" {
			add(Priority, fmt.Sprintf("a %s, and it says '%s'", priorityWords[q.Priority], word))
		}
		parts := partsOf(q.Text)
		for i, p := range parts {
			if p.sure && i > 0 {
				add(Several, fmt.Sprintf("asks for two things: %s; %s", brief(parts[i-1].text), brief(p.text)))
				break
			}
		}
		if unshowable(q.Text) {
			add(OnPaper, "an application cannot show this")
		}
		if d, ok := same[q.ID]; ok {
			all = append(all, d)
		}
	}
	return all
}

var priorityWords = [...]string{model.Must: "must-have", model.Nice: "nice-to-have"}

// wavers is the word by which a must-have says that it is none, or a nice-to-have that it is one; "" when none does. What stands in
// brackets is about a part of it.
func wavers(q model.Requirement) string {
	l := knownWords()
	list := "saysnice"
	if q.Priority == model.Nice {
		list = "saysmust"
	}
	text := withoutAsides(q.Text)
	for _, sign := range l.inside[list] {
		if strings.Contains(text, sign) {
			return sign
		}
	}
	words := nameTokens(text)
	for i := range words {
		if n := l.begins(list, anyTongue, words[i:]); n > 0 && (list == "saysnice" || l.firmly(words, i, i+n)) {
			return strings.ToLower(strings.TrimFunc(spoken(words[i:i+n]), func(r rune) bool { return !Wordy(r) }))
		}
	}
	return ""
}

// firmly reports whether a word of duty, which stands from i to end, is meant as one: not "not required", and not "required to".
func (l wordLists) firmly(words []string, i, end int) bool {
	for i > 0 && l.has("strictly", anyTongue, words[i-1]) {
		i--
	}
	return (i == 0 || !l.has("unless", anyTongue, words[i-1])) && (end == len(words) || !l.has("needed", anyTongue, words[end]))
}
