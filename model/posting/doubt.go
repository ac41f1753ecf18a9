package posting

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/model/pattern"
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
			if p.sure {
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

var (
	saysNice = pattern.New(`(?i)\b(?:preferred|preferable|nice[- ]to[- ]have|(?:a|big|huge|strong) plus|a bonus|advantageous|an advantage|desirable|optional|von vorteil|wünschenswert|erwünscht|idealerweise|un plus|un atout|souhaitée?s?|appréciée?s?|` +
		`deseable|valorable|se valorará|desejável|um diferencial)(?:$|[^\pL])|歓迎|尚可|あれば`)
	saysMust = pattern.New(`(?i)\b(?:must|mandatory|essential|required|zwingend|erforderlich|vorausgesetzt|indispensables?|obligatoires?|exigée?s?|imprescindible|obligatori[oa]|obrigatóri[oa])(?:$|[^\pL])|必須`)
	notMust  = pattern.New(`(?i)\b(?:not?|as|if|when|where|than|isn.t|aren.t|kein|nicht|pas|no es|não) (?:a |an |strictly |absolutely |always )?(?:must|mandatory|essential|required|muss|erforderlich|zwingend|obligatoire|obligatorio|obrigatório)\b|(?:required|essential) (?:by|for|to)\b`)
)

// wavers is the word by which a must-have says that it is none, or a nice-to-have that it is one; "" when none does. What stands in
// brackets is about a part of it.
func wavers(q model.Requirement) string {
	text := withoutAsides(q.Text)
	sign := saysNice
	if q.Priority == model.Nice {
		sign, text = saysMust, notMust.ReplaceAllString(text, " ")
	}
	return strings.ToLower(strings.TrimFunc(sign.FindString(text), func(r rune) bool { return !wordy(r) }))
}
