package model

import (
	"cmp"
	"slices"
)

// Apply gives the role after a change of its checklist; r itself is left as it was. The version goes up, and a requirement
// that is new, or whose meaning changed according to the change itself, is marked with it.
func (r Role) Apply(c Change) (Role, error) {
	if c.Facet != FacetChecklist || !c.Candidate.IsZero() || c.Role != r.ID {
		return r, &Problem{Kind: Missing, Subject: r.Title, What: "is not what the change is about"}
	}
	if !r.State().Equal(c.Before) {
		return r, &Problem{Kind: Conflict, Subject: r.Title, What: "the checklist has changed since"}
	}
	after := r
	after.MustShare = c.After.MustShare
	after.Checklist = Checklist{Version: r.Checklist.Version, Requirements: slices.Clone(c.After.Requirements)}
	changed := func(q Requirement) int { return q.Changed }
	if most := slices.MaxFunc(append(c.After.Requirements, Requirement{}), func(a, b Requirement) int { return cmp.Compare(changed(a), changed(b)) }); most.Changed > r.Checklist.Version {
		after.Past = append(slices.Clone(r.Past), r.Checklist)
		after.Checklist.Version = most.Changed
	}
	return after, after.Validate()
}

// State is what the checklist facet of the role holds.
func (r Role) State() State {
	return State{Requirements: r.Checklist.Requirements, MustShare: r.MustShare}
}

// Edit makes the change that gives the role the requirements qs, in their order. Those named in reworded keep their meaning; of
// the others, one that is new or whose text differs has a new meaning from the next version on.
func (r Role) Edit(by ID, now Time, qs []Requirement, share float64, reworded map[RequirementID]bool) Change {
	qs = slices.Clone(qs)
	next := r.Checklist.Version + 1
	for i, q := range qs {
		old, ok := r.Checklist.Requirement(q.ID)
		if !ok || old.Text != q.Text && !reworded[q.ID] {
			qs[i].Changed = next
		}
	}
	return Change{Role: r.ID, By: by, At: now, Facet: FacetChecklist, Before: r.State(), After: State{Requirements: qs, MustShare: share}}
}
