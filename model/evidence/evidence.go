// Package evidence finds the statements of a document that speak to each requirement of a checklist, and says why. It points; it
// never judges: a strength orders the statements of one document for one requirement and means nothing beside another's.
package evidence

import "candid/model"

// Findings is what was found in one document.
type Findings struct {
	Found map[model.RequirementID][]Found `cbor:"1,keyasint,omitempty"` // strongest first; no entry where nothing was found
	Sums  map[model.RequirementID]Sum     `cbor:"2,keyasint,omitempty"` // of the requirements that ask for years of something, where the document tells any
}

// Found is a statement that speaks to a requirement: a bullet or a sentence, over as many lines as it goes.
type Found struct {
	Line     int     `cbor:"1,keyasint"`           // of the document, from 0: the line of the statement that says most of it
	Text     string  `cbor:"2,keyasint"`           // that line
	Terms    []Term  `cbor:"3,keyasint"`           // of all its lines, in their order
	Strength float64 `cbor:"4,keyasint"`           // above 0, at most 1; orders the statements for one requirement in one document, nothing else
	From     int     `cbor:"5,keyasint,omitempty"` // the first line of the statement
	To       int     `cbor:"6,keyasint,omitempty"` // the line after its last
	Kind     Kind    `cbor:"7,keyasint,omitempty"`
	Place    string  `cbor:"8,keyasint,omitempty"` // where it stands: "Lumen Pay, 2021 – now", or the section's heading; "" where the document does not tell
}

// Term is the words in a found statement that made it one.
type Term struct {
	From int    `cbor:"1,keyasint,omitempty"` // first byte in the line
	To   int    `cbor:"2,keyasint"`           // the byte after the last
	Text string `cbor:"3,keyasint"`           // the words as the line has them
	Why  string `cbor:"4,keyasint"`           // what of the requirement they speak to, and by way of what: "Rust", "Kubernetes → orchestration"
	Line int    `cbor:"5,keyasint,omitempty"` // of the document, from 0
}

// Kind is what sort of statement was found.
type Kind uint8

// The kinds of statements.
const (
	Told   Kind = iota // it tells what somebody did
	Listed             // it is of a list of skills: that a word is known, not that anything was done
	Dated              // the dates of a post, which count towards years that are asked for
	Quoted             // a reviewer pointed at it
)

var kindNames = [...]string{"told", "listed", "dated", "quoted"}

// String is the kind in a word: "told".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[Told]
}

// Sum is the years that a document's own dates come to, of what a requirement asks years of.
type Sum struct {
	Asked  int      `cbor:"1,keyasint"`           // years
	Months int      `cbor:"2,keyasint"`           // of all ranges, what overlaps counted once
	Ranges []Ranged `cbor:"3,keyasint,omitempty"` // in the order of the document
	Of     string   `cbor:"4,keyasint,omitempty"` // what the years are asked of, when only posts that speak to it count: "Rust or Go"
}

// Ranged is one range of dates that counts towards a sum.
type Ranged struct {
	Line     int    `cbor:"1,keyasint"` // of the document, from 0
	From, To int    // the bytes of the line that it is written in
	Months   int    // how long it is by itself
	Place    string // whose dates they are: "Lumen Pay"; "" where the document does not tell
}

// Reading is a document's text together with what was found in it.
type Reading struct {
	Document model.Document
	Lines    []string
	Findings
}

// Strongest is the strongest statement for the requirement over the readings, with the reading it stands in; false when none has
// one.
func Strongest(readings []Reading, id model.RequirementID) (reading int, f Found, ok bool) {
	for i, r := range readings {
		found := r.Found[id]
		if len(found) == 0 {
			continue
		}
		mine, strong := found[0].Kind == Quoted && f.Kind != Quoted, found[0].Strength > f.Strength && (f.Kind != Quoted || found[0].Kind == Quoted)
		if !ok || mine || strong {
			reading, f, ok = i, found[0], true
		}
	}
	return reading, f, ok
}
