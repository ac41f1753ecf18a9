package model

import (
	"maps"
	"slices"
)

// Apply gives the role after a change of its checklist; r itself is left as it was. When a meaning changes, the version goes up
// and the checklist as it was is kept: also when a change is taken back, because in between somebody may have rated what no
// longer stands. The meanings come back under the versions that brought them, and with them the ratings of them.
func (r Role) Apply(c Change) (Role, error) {
	if c.Facet != FacetChecklist || !c.Candidate.IsZero() || c.Role != r.ID {
		return r, &Problem{Kind: Missing, Subject: r.Title, What: "is not what the change is about"}
	}
	if !r.State().Equal(c.Before) {
		return r, &Problem{Kind: Conflict, Subject: r.Title, What: "the checklist has changed since"}
	}
	after := r
	after.MustShare = c.After.MustShare
	after.Checklist.Requirements = slices.Clone(c.After.Requirements)
	was, is := meanings(r.Checklist), meanings(after.Checklist)
	if !maps.Equal(was, is) {
		after.Past = append(slices.Clone(r.Past), r.Checklist)
		after.Checklist.Version++
		for _, changed := range is {
			after.Checklist.Version = max(after.Checklist.Version, changed)
		}
	}
	if err := after.Validate(); err != nil {
		return r, err
	}
	return after, nil
}

// meanings is the version that brought each requirement's meaning.
func meanings(c Checklist) map[RequirementID]int {
	m := map[RequirementID]int{}
	for _, q := range c.Requirements {
		m[q.ID] = q.Changed
	}
	return m
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
		qs[i].Changed = old.Changed
		if !ok || old.Text != q.Text && !reworded[q.ID] {
			qs[i].Changed = next
		}
	}
	return Change{Role: r.ID, By: by, At: now, Facet: FacetChecklist, Before: r.State(), After: State{Requirements: qs, MustShare: share}}
}
