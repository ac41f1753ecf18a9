package model

import (
	"cmp"
	"slices"
)

// Tie is what is known of two candidates being one person, as one of them has it; the other has its Mirror.
type Tie struct {
	Other  ID     `cbor:"1,keyasint"`
	Bond   Bond   `cbor:"2,keyasint,omitempty"`
	Traits Traits `cbor:"3,keyasint,omitempty"` // what the two share
}

// Bond is how two candidates belong together.
type Bond uint8

// The bonds.
const (
	Unrelated    Bond = iota
	MaybeSame         // they share something, and nobody has said yet whether they are one
	SomebodyElse      // somebody said that they are not
	JoinedTo          // this candidate is the other: in no list, and shown there
	Holds             // the other is this candidate, and is shown here
)

var bondNames = [...]string{"unrelated", "maybe the same", "somebody else", "joined to", "holds"}

// String is the bond in words.
func (b Bond) String() string { return name(bondNames[:], b) }

// Traits is what two candidates share, as a set.
type Traits uint8

// The traits.
const (
	SameEmail    Traits = 1 << iota
	SamePhone           // the last nine digits of it
	SameDocument        // something that both sent, or that came in for both
)

// Words names the traits: "same e-mail, same phone".
func (t Traits) Words() string {
	words := ""
	for i, w := range [...]string{"same e-mail", "same phone", "same document"} {
		if t&(1<<i) == 0 {
			continue
		}
		if words != "" {
			words += ", "
		}
		words += w
	}
	return words
}

// Mirror is the tie as the other candidate has it, whose other one is id.
func (t Tie) Mirror(id ID) Tie {
	switch t.Bond {
	case JoinedTo:
		t.Bond = Holds
	case Holds:
		t.Bond = JoinedTo
	}
	t.Other = id
	return t
}

// Tie is the candidate's tie to another, Unrelated where there is none.
func (c Candidate) Tie(other ID) Tie {
	for _, t := range c.Ties {
		if t.Other == other {
			return t
		}
	}
	return Tie{Other: other}
}

// WithTie is the candidate with one tie in the place of the one it had; an Unrelated one leaves no trace. c itself is left as it was.
func (c Candidate) WithTie(t Tie) Candidate {
	ties := slices.DeleteFunc(slices.Clone(c.Ties), func(old Tie) bool { return old.Other == t.Other })
	if t.Bond != Unrelated {
		ties = append(ties, t)
	}
	slices.SortFunc(ties, func(a, b Tie) int { return slices.Compare(a.Other[:], b.Other[:]) })
	if c.Ties = ties; len(ties) == 0 {
		c.Ties = nil
	}
	return c
}

// Bound is the others that the candidate has that bond with.
func (c Candidate) Bound(b Bond) []ID {
	var ids []ID
	for _, t := range c.Ties {
		if t.Bond == b {
			ids = append(ids, t.Other)
		}
	}
	return ids
}

// Root is who the candidate is shown as: another when it has been joined to that one, else itself.
func (c Candidate) Root() ID {
	if to := c.Bound(JoinedTo); len(to) > 0 {
		return to[0]
	}
	return c.ID
}

// Hidden reports whether the candidate was joined to another: it is then in no list, queue, count or export of its own.
func (c Candidate) Hidden() bool { return c.Root() != c.ID }

// tangled reports whether the ties cannot be: joined to two, or joined to one and holding another.
func (c Candidate) tangled() bool {
	to := len(c.Bound(JoinedTo))
	return to > 1 || to == 1 && len(c.Bound(Holds)) > 0
}

// Alike is whom a candidate that is shown may be the same as, by id: those that it, or one it holds, shares something with and that
// nobody has parted from any of them. Find gives a candidate of the role. Those that are held stand for who holds them.
func Alike(c Candidate, find func(ID) (Candidate, bool)) []Tie {
	if len(c.Ties) == 0 {
		return nil
	}
	traits := map[ID]Traits{}
	parted := map[ID]bool{}
	for _, id := range append([]ID{c.ID}, c.Bound(Holds)...) {
		one, ok := find(id)
		if id == c.ID {
			one, ok = c, true
		}
		if !ok {
			continue
		}
		for _, t := range one.Ties {
			other, ok := find(t.Other)
			if !ok || other.Root() == c.ID {
				continue
			}
			switch t.Bond {
			case MaybeSame:
				traits[other.Root()] |= t.Traits
			case SomebodyElse:
				parted[other.Root()] = true
			}
		}
	}
	var alike []Tie
	for id, t := range traits {
		if !parted[id] {
			alike = append(alike, Tie{Other: id, Bond: MaybeSame, Traits: t})
		}
	}
	slices.SortFunc(alike, func(a, b Tie) int { return slices.Compare(a.Other[:], b.Other[:]) })
	return alike
}

// Whole is a candidate as it is shown: with what those that it holds say of the same person, and tied to them and to whom it may be the
// same as. Find gives a candidate of the role.
func Whole(c Candidate, find func(ID) (Candidate, bool)) Candidate {
	if len(c.Ties) == 0 || c.Hidden() {
		return c
	}
	shown := c
	shown.Ties = Alike(c, find)
	for _, id := range c.Bound(Holds) {
		if held, ok := find(id); ok {
			shown = shown.With(held)
			shown.Ties = append(shown.Ties, c.Tie(id))
		}
	}
	return shown
}

// With is the candidate with the contacts of another application of the same person, and what that one tells of itself.
func (c Candidate) With(held Candidate) Candidate {
	return c.Told(held).withContacts(c.Contacts().Merged(held.Contacts()))
}

// tied is the change that sets one tie of the record.
func (r Record) tied(by ID, now Time, t Tie) Change {
	return Change{Role: r.Candidate.Role, Candidate: r.Candidate.ID, By: by, At: now, Facet: FacetSame, Other: t.Other,
		Before: State{Tie: r.Candidate.Tie(t.Other)}, After: State{Tie: t}}
}

// Join is the changes that join one candidate to another, which holds it from then on, and with it all that it held. Neither may be
// joined to anybody. What either has stays its own: parting them again leaves each as it was.
func Join(by ID, now Time, to, one Record, held []Record) []Change {
	root, joined := to.Candidate.ID, one.Candidate.ID
	tie := func(r Record, other ID, b Bond) Change {
		t := r.Candidate.Tie(other)
		t.Bond = b
		if b == Unrelated {
			t.Traits = 0
		}
		return r.tied(by, now, t)
	}
	var changes, after []Change
	for _, h := range held {
		id := h.Candidate.ID
		changes = append(changes, tie(to, id, Holds))
		after = append(after, tie(h, joined, Unrelated), tie(h, root, JoinedTo), tie(one, id, Unrelated))
	}
	changes = append(append(changes, tie(to, joined, Holds)), after...)
	return append(changes, tie(one, root, JoinedTo))
}

// Part is the changes that say that two candidates are not one person, whether they were joined or only alike.
func Part(by ID, now Time, a, b Record) []Change {
	traits := a.Candidate.Tie(b.Candidate.ID).Traits
	return []Change{
		a.tied(by, now, Tie{Other: b.Candidate.ID, Bond: SomebodyElse, Traits: traits}),
		b.tied(by, now, Tie{Other: a.Candidate.ID, Bond: SomebodyElse, Traits: traits}),
	}
}

// Stays is which of two candidates that are to be joined keeps its place: the one that has submitted reviews where the other has
// none, else the first.
func Stays(a, b Record) (stays, goes Record) {
	if len(a.Submitted()) == 0 && len(b.Submitted()) > 0 {
		return b, a
	}
	return a, b
}

// related says what a change made of a tie, in words.
func related(before, after Bond) string {
	switch {
	case after == Holds:
		return "joined with another application of the same person"
	case after == JoinedTo:
		return "joined to another application of the same person"
	case after == SomebodyElse:
		return "parted: somebody else than the one they may be"
	case before == SomebodyElse:
		return "may be the same person as another again"
	case before == Holds || before == JoinedTo:
		return "joined no more"
	default:
		return "same person: " + cmp.Or(after.String(), "changed")
	}
}

// Shown is the cards of those candidates that are shown, each as Whole has it. The cards of a role must all be there.
func Shown(cards []Record) []Record {
	tied := map[ID]Candidate{}
	for _, c := range cards {
		if len(c.Candidate.Ties) > 0 {
			tied[c.Candidate.ID] = c.Candidate
		}
	}
	find := func(id ID) (Candidate, bool) { c, ok := tied[id]; return c, ok }
	shown := make([]Record, 0, len(cards))
	for _, c := range cards {
		if !c.Candidate.Hidden() {
			c.Candidate = Whole(c.Candidate, find)
			shown = append(shown, c)
		}
	}
	return shown
}
