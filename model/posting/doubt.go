package posting

import "candid/model"

// Doubt is something about a requirement that its reader should decide.
type Doubt struct {
	Requirement model.RequirementID
	Kind        DoubtKind
	Other       model.RequirementID // of an overlap: the requirement that asks for the same; else 0
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

// Doubts is what the requirements' own words leave doubtful, in their order: whether one is several, whether paper can show
// it, and which overlap.
func Doubts(qs []model.Requirement) []Doubt { return nil }

// Parts is the requirements that the words of one could be parted into: the words themselves when there is no joint.
func Parts(text string) []string { return []string{text} }
