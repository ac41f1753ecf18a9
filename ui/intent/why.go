package intent

import "candid/model"

// Why asks why a line of a document of the open candidate is, or is not, pointed at for a requirement. The answer is a Because.
type Why struct {
	Document    model.ID
	Line        int // from 0
	Requirement model.RequirementID
}

// Because is why a line is, or is not, pointed at: sentences.
type Because struct {
	Why
	Pointed bool // the line is pointed at
	Words   []string
}

// Terms asks what else speaks to a requirement than its words say, in the words of documents. The app asks it on the last line and
// changes the checklist.
type Terms struct{ Requirement model.RequirementID }
