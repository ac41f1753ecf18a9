package model

// Value is what a rating says.
type Value uint8

// The values of a rating. The zero Value says that nothing is known yet.
const (
	Open     Value = iota // not rated
	NotShown              // 0: nothing either way; a question for the interview
	Lacks                 // 1: the application shows they do not have it
	Some                  // 2
	Meets                 // 3
	Exceeds               // 4
)

var valueNames = [...]string{"open", "not shown", "lacks", "some", "meets", "exceeds"}

// String is the value in a word.
func (v Value) String() string { return name(valueNames[:], v) }

// MarshalText writes the word.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads the word.
func (v *Value) UnmarshalText(b []byte) (err error) {
	*v, err = named[Value]("rating", valueNames[:], string(b))
	return err
}

// Digit is the key that gives the rating, '0' to '4', and '·' for Open.
func (v Value) Digit() rune {
	if v == Open {
		return '·'
	}
	return '0' + rune(v) - 1
}

// ValueOf is the value that the digit '0' to '4' gives; false for any other rune.
func ValueOf(digit rune) (Value, bool) {
	if digit < '0' || digit > '4' {
		return Open, false
	}
	return Value(digit-'0') + NotShown, true
}

// Known reports whether the value says something about the candidate: it is one of 1 to 4.
func (v Value) Known() bool { return v >= Lacks && v <= Exceeds }

// worth is what a known value counts in a score, from 0 to 1.
func (v Value) worth() float64 {
	switch v {
	case Some:
		return 0.4
	case Meets:
		return 0.8
	case Exceeds:
		return 1
	default:
		return 0
	}
}

// Rating is one reviewer's judgement of one requirement.
type Rating struct {
	Requirement RequirementID `cbor:"1,keyasint"`
	Value       Value         `cbor:"2,keyasint,omitempty"`
	Meaning     int           `cbor:"3,keyasint,omitempty"` // which meaning of the requirement was rated: its Changed at the time
	Note        string        `cbor:"4,keyasint,omitempty"`
	Quotes      []Quote       `cbor:"5,keyasint,omitempty"`
	Revision    bool          `cbor:"6,keyasint,omitempty"` // given after the review was submitted and the panel could be seen
}

// Empty reports whether the rating says nothing: no value, no note, no quote.
func (r Rating) Empty() bool { return r.Value == Open && r.Note == "" && len(r.Quotes) == 0 }

// Behind reports whether the rating is of another meaning of q than its present one: it was made before the meaning changed, or
// before a change of it was taken back.
func (r Rating) Behind(q Requirement) bool { return behind(&r, &q) }

func behind(r *Rating, q *Requirement) bool { return r.Value != Open && r.Meaning != q.Changed }

// Quote is lines of a document that a reviewer laid beside a rating.
type Quote struct {
	Document ID     `cbor:"1,keyasint"`
	From     int    `cbor:"2,keyasint,omitempty"` // first line of the document's text, from 0
	To       int    `cbor:"3,keyasint,omitempty"` // the line after the last
	Text     string `cbor:"4,keyasint"`           // the lines as they stood, joined by "\n"
}
