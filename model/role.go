package model

import (
	"slices"
	"strconv"
	"strings"
)

// RequirementID names a requirement within its role. It is given once and stays when the requirement is moved or reworded.
type RequirementID uint16

// String is "r" and the number.
func (id RequirementID) String() string { return "r" + strconv.Itoa(int(id)) }

// MarshalText writes the id as String does.
func (id RequirementID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *RequirementID) UnmarshalText(b []byte) error {
	n, err := strconv.ParseUint(strings.TrimPrefix(string(b), "r"), 10, 16)
	if err != nil || len(b) == 0 || b[0] != 'r' {
		return &Problem{Kind: Misused, Subject: string(b), What: "is no requirement", Next: "r1, r2, …"}
	}
	*id = RequirementID(n)
	return nil
}

// Priority says how much a role asks for a requirement.
type Priority uint8

// The priorities.
const (
	Must Priority = iota
	Nice
)

var priorityNames = [...]string{"must", "nice"}

// String is "must" or "nice".
func (p Priority) String() string { return name(priorityNames[:], p) }

// MarshalText writes the word.
func (p Priority) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the word.
func (p *Priority) UnmarshalText(b []byte) (err error) {
	*p, err = named[Priority]("priority", priorityNames[:], string(b))
	return err
}

// JudgedFrom says what a requirement can be judged from.
type JudgedFrom uint8

// The two things a requirement can be judged from. What waits for the interview is in no score, gate or strip.
const (
	FromApplication JudgedFrom = iota
	FromInterview
)

var judgedFromNames = [...]string{"application", "interview"}

// String is "application" or "interview".
func (j JudgedFrom) String() string { return name(judgedFromNames[:], j) }

// MarshalText writes the word.
func (j JudgedFrom) MarshalText() ([]byte, error) { return []byte(j.String()), nil }

// UnmarshalText reads the word.
func (j *JudgedFrom) UnmarshalText(b []byte) (err error) {
	*j, err = named[JudgedFrom]("thing to judge from", judgedFromNames[:], string(b))
	return err
}

// Requirement is one thing a role asks for.
type Requirement struct {
	ID       RequirementID `cbor:"1,keyasint"`
	Priority Priority      `cbor:"2,keyasint,omitempty"`
	Weight   float64       `cbor:"3,keyasint,omitempty"` // above 0; 1 unless the role says otherwise
	Label    string        `cbor:"4,keyasint"`           // at most LabelCells wide, distinct within the role
	Text     string        `cbor:"5,keyasint"`           // the posting's own words, white space folded
	Anchors  [4]string     `cbor:"6,keyasint"`           // what lacks, some, meets and exceeds look like here
	From     JudgedFrom    `cbor:"7,keyasint,omitempty"`
	Gate     bool          `cbor:"8,keyasint,omitempty"`  // whether not meeting it sorts a candidate below all others
	Changed  int           `cbor:"9,keyasint,omitempty"`  // the checklist version that brought its present meaning; 0: as the role was made
	Lines    [2]int        `cbor:"10,keyasint"`           // the posting's lines it came from: first, and the one after the last; from 0
	Terms    string        `cbor:"11,keyasint,omitempty"` // what else speaks to it than its text says: words a document may use, as ParseTerms gives them
}

// LabelCells is the widest a requirement's label may be, in terminal cells.
const LabelCells = 28

// Anchor is the words for the value v on this requirement; for NotShown and Open they are the same everywhere.
func (q Requirement) Anchor(v Value) string {
	switch {
	case v == NotShown:
		return "nothing either way: ask"
	case v.Known() && q.Anchors[v-Lacks] != "":
		return q.Anchors[v-Lacks]
	default:
		return plainAnchors[v]
	}
}

var plainAnchors = [...]string{
	Open: "not rated", NotShown: "", Lacks: "shows they do not have it", Some: "used it, no depth shown",
	Meets: "shipped and operated it", Exceeds: "others learn it from them",
}

// Checklist is a role's ordered requirements. The version goes up when a requirement's meaning changes, when one comes or goes,
// and when any of that is taken back; it never goes down.
type Checklist struct {
	Version      int           `cbor:"1,keyasint"`
	Requirements []Requirement `cbor:"2,keyasint"`
}

// Application is the requirements judged from the application, in the order of the strip: must-haves, then nice-to-haves,
// each in checklist order.
func (c Checklist) Application() []Requirement {
	return slices.Concat(c.pick(Must, FromApplication), c.pick(Nice, FromApplication))
}

// strip walks the requirements of the strip in their order, without copying them.
func (c Checklist) strip(yield func(*Requirement) bool) {
	for p := Must; p <= Nice; p++ {
		for i := range c.Requirements {
			if q := &c.Requirements[i]; q.Priority == p && q.From == FromApplication && !yield(q) {
				return
			}
		}
	}
}

// Interview is the requirements that wait for the interview, must-haves first.
func (c Checklist) Interview() []Requirement {
	return slices.Concat(c.pick(Must, FromInterview), c.pick(Nice, FromInterview))
}

func (c Checklist) pick(p Priority, from JudgedFrom) []Requirement {
	var picked []Requirement
	for _, q := range c.Requirements {
		if q.Priority == p && q.From == from {
			picked = append(picked, q)
		}
	}
	return picked
}

// Requirement finds a requirement by its id.
func (c Checklist) Requirement(id RequirementID) (Requirement, bool) {
	for _, q := range c.Requirements {
		if q.ID == id {
			return q, true
		}
	}
	return Requirement{}, false
}

// Number is the place of a requirement among those of its priority that are judged from the same thing, from 1; 0 when it
// is not on the list. Screens say it with the priority: must 3, nice 1.
func (c Checklist) Number(id RequirementID) int {
	want, ok := c.Requirement(id)
	if !ok {
		return 0
	}
	for i, q := range c.pick(want.Priority, want.From) {
		if q.ID == id {
			return i + 1
		}
	}
	return 0
}

// Role is an opening that people apply to.
type Role struct {
	ID         ID          `cbor:"1,keyasint"`
	Title      string      `cbor:"2,keyasint"`
	Locations  []string    `cbor:"3,keyasint,omitempty"`
	Employment string      `cbor:"4,keyasint,omitempty"`
	Posting    string      `cbor:"5,keyasint,omitempty"`
	Checklist  Checklist   `cbor:"6,keyasint"`
	Past       []Checklist `cbor:"7,keyasint,omitempty"` // earlier versions, oldest first: a submitted review keeps the one it was made on
	MustShare  float64     `cbor:"8,keyasint"`           // what must-haves are of the score, 0 to 1
	Created    Time        `cbor:"9,keyasint"`
	Archived   bool        `cbor:"10,keyasint,omitempty"`
}

// DefaultMustShare is the must-haves' share of the score where the role does not set its own.
const DefaultMustShare = 0.8

// Validate tells what keeps the role from being used: no title, no requirement, a weight that is not above 0, the same
// requirement or label twice, terms that ParseTerms would not give.
func (r Role) Validate() error {
	bad := func(subject, what, next string) error {
		return &Problem{Kind: Refused, Subject: subject, What: what, Next: next}
	}
	if strings.TrimSpace(r.Title) == "" {
		return bad("the role", "has no title", "give it one")
	}
	if len(r.Checklist.Requirements) == 0 {
		return bad(r.Title, "has no requirement", "add what the role asks for")
	}
	if !(r.MustShare >= 0 && r.MustShare <= 1) {
		return bad(r.Title, "the must-haves' share of the score is not between 0 and 1", "")
	}
	ids, labels := map[RequirementID]bool{}, map[string]bool{}
	for _, q := range r.Checklist.Requirements {
		switch {
		case q.ID == 0 || ids[q.ID]:
			return bad(q.Label, "has no id of its own", "")
		case strings.TrimSpace(q.Text) == "":
			return bad(q.ID.String(), "has no words", "word it or drop it")
		case !(q.Weight > 0 && q.Weight <= 100):
			return bad(q.Label, "has a weight that is not above 0 and at most 100", "")
		case q.Label == "" || labels[q.Label]:
			return bad(q.Text, "has no label of its own", "reword it")
		case q.Priority > Nice || q.From > FromInterview:
			return bad(q.Label, "has an unknown priority or thing to judge from", "")
		}
		if terms, err := ParseTerms(q.Terms); err != nil {
			return err
		} else if terms != q.Terms {
			return bad(q.Label, "has terms that are not as they are kept", terms)
		}
		ids[q.ID], labels[q.Label] = true, true
	}
	return nil
}
