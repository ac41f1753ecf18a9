package model

// Stage is how far a candidate has come.
type Stage uint8

// The stages.
const (
	New Stage = iota
	Advanced
	OnHold
	Rejected
)

var stageNames = [...]string{"new", "advanced", "on hold", "rejected"}

// String is the stage in words.
func (s Stage) String() string { return name(stageNames[:], s) }

// MarshalText writes the words.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the words.
func (s *Stage) UnmarshalText(b []byte) (err error) {
	*s, err = named[Stage]("stage", stageNames[:], string(b))
	return err
}

// Decision is the stage a candidate stands in, with who put them there and why. The zero Decision is New, by nobody.
type Decision struct {
	Stage  Stage  `cbor:"1,keyasint,omitempty"`
	Reason Reason `cbor:"2,keyasint,omitempty"`
	By     ID     `cbor:"3,keyasint,omitempty"`
	At     Time   `cbor:"4,keyasint,omitempty"`
}

// Reason is why a candidate was rejected: normally a requirement that is not met.
type Reason struct {
	Requirement RequirementID `cbor:"1,keyasint,omitempty"` // 0: not a requirement
	Other       string        `cbor:"2,keyasint,omitempty"` // in the reviewer's words, where it is no requirement
}

// In gives the reason in words: the requirement's label, or the words themselves; "" when there is none.
func (r Reason) In(c Checklist) string {
	if q, ok := c.Requirement(r.Requirement); ok {
		return q.Label + " not met"
	}
	return r.Other
}

// Recommendation is what a reviewer says of a candidate over all. There is no neutral one, on purpose.
type Recommendation uint8

// The recommendations.
const (
	NoRecommendation Recommendation = iota
	StrongNo
	No
	Yes
	StrongYes
)

var recommendationNames = [...]string{"none", "strong no", "no", "yes", "strong yes"}

// String is the recommendation in words.
func (r Recommendation) String() string { return name(recommendationNames[:], r) }

// MarshalText writes the words.
func (r Recommendation) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the words.
func (r *Recommendation) UnmarshalText(b []byte) (err error) {
	*r, err = named[Recommendation]("recommendation", recommendationNames[:], string(b))
	return err
}
