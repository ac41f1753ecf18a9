// Package evidence finds the lines of a document that speak to each requirement of a checklist, and says why. It points; it
// never judges: a strength orders the lines of one document for one requirement and means nothing beside another's.
package evidence

import "candid/model"

// Found is a line that speaks to a requirement.
type Found struct {
	Line     int     `cbor:"1,keyasint"` // of the document, from 0
	Text     string  `cbor:"2,keyasint"` // the line
	Terms    []Term  `cbor:"3,keyasint"` // in the order of the line
	Strength float64 `cbor:"4,keyasint"` // above 0, at most 1; orders the lines of one requirement in one document, nothing else
}

// Term is the words in a found line that made it one.
type Term struct {
	From int    `cbor:"1,keyasint,omitempty"` // first byte in the line's text
	To   int    `cbor:"2,keyasint"`           // the byte after the last
	Text string `cbor:"3,keyasint"`           // the words as the line has them
	Why  string `cbor:"4,keyasint"`           // what of the requirement they speak to: "Rust"
}

// Reading is a document's text together with what was found in it.
type Reading struct {
	Document model.Document
	Lines    []string
	Found    map[model.RequirementID][]Found // strongest first; no entry where nothing was found
}

// Strongest is the strongest line of the requirement over the readings, with the reading it stands in; false when none has one.
func Strongest(readings []Reading, id model.RequirementID) (reading int, f Found, ok bool) {
	for i, r := range readings {
		if found := r.Found[id]; len(found) > 0 && (!ok || found[0].Strength > f.Strength) {
			reading, f, ok = i, found[0], true
		}
	}
	return reading, f, ok
}
