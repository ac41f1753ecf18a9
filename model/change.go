package model

import "slices"

// Change is one act of one reviewer: it turns one facet of one candidate, or of the role, from Before into After. A change
// whose Before is no longer what stands is refused, so nobody's act is overwritten unseen.
type Change struct {
	Number      uint64        `cbor:"1,keyasint"` // its place in the role's history; the store gives it
	Role        ID            `cbor:"2,keyasint"`
	Candidate   ID            `cbor:"3,keyasint,omitempty"` // zero: the change is of the role
	By          ID            `cbor:"4,keyasint"`
	At          Time          `cbor:"5,keyasint"`
	Sitting     ID            `cbor:"6,keyasint,omitempty"` // the run of the program it was made in; undo reaches that far
	Facet       Facet         `cbor:"7,keyasint"`
	Requirement RequirementID `cbor:"8,keyasint,omitempty"`
	Before      State         `cbor:"9,keyasint"`
	After       State         `cbor:"10,keyasint"`
	Undoes      uint64        `cbor:"11,keyasint,omitempty"` // the number of the change that this one takes back
	Batch       ID            `cbor:"12,keyasint,omitempty"` // what was done to many at once bears one name, and is undone at once
	Others      int           `cbor:"15,keyasint,omitempty"` // to how many others it was done at once
	Other       ID            `cbor:"14,keyasint,omitempty"` // the candidate that a tie is to
	Unopened    bool          `cbor:"13,keyasint,omitempty"` // decided by somebody who had never opened the application
}

// Inverse is the change that takes c back.
func (c Change) Inverse() Change {
	c.Before, c.After = c.After, c.Before
	c.Undoes, c.Number = c.Number, 0
	return c
}

// Apply gives the record after the change; r itself is left as it was. It refuses with a Problem: Conflict when the facet no
// longer holds what the change was made from, Missing when the requirement is not on the checklist, Refused when the change
// would hide a review whose author may have seen the panel's, Misused when there is no such facet or value.
func (r Record) Apply(role Role, c Change) (Record, error) {
	if c.Candidate != r.Candidate.ID || c.Role != r.Candidate.Role {
		return r, &Problem{Kind: Missing, Subject: r.Candidate.Name, What: "is not whom the change is about"}
	}
	if c.Requirement != 0 {
		if _, ok := role.Checklist.Requirement(c.Requirement); !ok {
			return r, &Problem{Kind: Missing, Subject: c.Requirement.String(), What: "is not on the checklist any more"}
		}
	}
	if err := c.valid(); err != nil {
		return r, err
	}
	now := r.State(c.Facet, c.By, c.Requirement)
	if c.Facet == FacetSame {
		now = State{Tie: r.Candidate.Tie(c.Other)}
	}
	if !now.Equal(c.Before) {
		return r, &Problem{Kind: Conflict, Subject: r.Candidate.Name, What: "the " + c.Facet.String() + " has changed since"}
	}
	if c.Facet == FacetSubmission && c.After.Submitted == 0 && r.seesPanel(c.By) {
		return r, &Problem{Kind: Refused, Subject: r.Candidate.Name, What: "the panel has been seen, so the review stays submitted",
			Next: "change a rating: it is shown as a revision"}
	}
	if c.Facet == FacetSame {
		after := r
		if after.Candidate = r.Candidate.WithTie(c.After.Tie); after.Candidate.tangled() {
			return r, &Problem{Kind: Conflict, Subject: r.Candidate.Name, What: "has been joined with somebody since", Next: "look at it and do it again"}
		}
		return after, nil
	}
	return r.with(c.Facet, c.By, c.Requirement, c.After), nil
}

// valid tells whether the change is one that a record can take.
func (c Change) valid() error {
	s := c.After
	switch {
	case c.Facet < FacetRating || c.Facet > FacetDismissed || c.Facet == FacetChecklist:
		return &Problem{Kind: Misused, Subject: c.Facet.String(), What: "is nothing that a change sets on a candidate"}
	case c.Requirement == 0 && (c.Facet == FacetRating || c.Facet == FacetQuotes || c.Facet == FacetDismissed):
		return &Problem{Kind: Missing, Subject: "the " + c.Facet.String(), What: "names no requirement"}
	case c.Facet == FacetSame && (c.Other.IsZero() || c.Other == c.Candidate || s.Tie.Other != c.Other || c.Before.Tie.Other != c.Other || s.Tie.Bond > Holds):
		return &Problem{Kind: Misused, Subject: "who is the same person", What: "names nobody"}
	case s.Value > Exceeds || s.Recommendation > StrongYes || s.Decision.Stage > Rejected:
		return &Problem{Kind: Misused, Subject: "the " + c.Facet.String(), What: "is set to something unknown"}
	}
	return nil
}

// seesPanel reports whether the reviewer may see what somebody else made of the candidate: a review, a reason, a tag.
func (r Record) seesPanel(reviewer ID) bool {
	if r.Review(reviewer).Submitted == 0 {
		return false
	}
	others := func(by ID) bool { return by != reviewer && !by.IsZero() }
	if d := r.Candidate.Decision; others(d.By) && d.Reason != (Reason{}) {
		return true
	}
	if slices.ContainsFunc(r.Candidate.Tags, func(t Tag) bool { return others(t.By) }) {
		return true
	}
	for _, x := range r.Submitted() {
		if x.Reviewer != reviewer {
			return true
		}
	}
	return false
}

// Change makes the change that sets one facet of the record as the reviewer by has it. The record must be whole, not what a
// viewer may see of it: a change says what it was made from. Who gives it to a store adds Sitting and Batch.
func (r Record) Change(by ID, now Time, f Facet, id RequirementID, after State) Change {
	if f == FacetTags {
		after.Tags = slices.Clone(after.Tags)
		for i := range after.Tags {
			after.Tags[i].By = by
		}
	}
	return Change{
		Role: r.Candidate.Role, Candidate: r.Candidate.ID, By: by, At: now, Facet: f, Requirement: id,
		Before: r.State(f, by, id), After: after,
		Unopened: f == FacetDecision && r.Review(by).Opened == 0,
	}
}

// Rate makes the change that rates one requirement; Open takes the rating back. Once the panel has been seen, a rating is a
// revision.
func (r Record) Rate(role Role, by ID, now Time, id RequirementID, v Value) Change {
	if v == Open {
		return r.Change(by, now, FacetRating, id, State{})
	}
	q, _ := role.Checklist.Requirement(id)
	return r.Change(by, now, FacetRating, id, State{Value: v, Meaning: q.Changed, Revision: r.seesPanel(by)})
}

// Submit makes the change that ends the draft.
func (r Record) Submit(role Role, by ID, now Time) Change {
	return r.Change(by, now, FacetSubmission, 0, State{Submitted: now, Checklist: role.Checklist.Version})
}

// Decide makes the change that puts the candidate in a stage.
func (r Record) Decide(by ID, now Time, s Stage, why Reason) Change {
	return r.Change(by, now, FacetDecision, 0, State{Decision: Decision{Stage: s, Reason: why, By: by, At: now}})
}
