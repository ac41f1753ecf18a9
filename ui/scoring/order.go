package scoring

import (
	"slices"

	"candid/model"
)

// reorder is order with the requirements that the checklist has and without those it does not have; new ones come last.
func reorder(order []model.RequirementID, strip []model.Requirement) []model.RequirementID {
	var next []model.RequirementID
	for _, id := range order {
		if slices.ContainsFunc(strip, func(q model.Requirement) bool { return q.ID == id }) {
			next = append(next, id)
		}
	}
	for _, q := range strip {
		if !slices.Contains(next, q.ID) {
			next = append(next, q.ID)
		}
	}
	return next
}

// place is where a requirement comes in the order, -1 when it does not.
func (m Model) place(id model.RequirementID) int { return slices.Index(m.order, id) }

// current is the requirement one stands on; false on the summary.
func (m Model) current() (model.Requirement, bool) {
	if m.at >= len(m.order) {
		return model.Requirement{}, false
	}
	return m.requirement(m.order[m.at]), true
}

func (m Model) requirement(id model.RequirementID) model.Requirement {
	return m.strip[m.column(id)]
}

// column is the place of a requirement in the strip, from 0.
func (m Model) column(id model.RequirementID) int {
	return max(0, slices.IndexFunc(m.strip, func(q model.Requirement) bool { return q.ID == id }))
}

// decided reports whether a requirement has a rating, not shown included, that is up to date.
func (m Model) decided(id model.RequirementID) bool {
	x := m.mine.Rating(id)
	return x.Value != model.Open && !x.Behind(m.requirement(id))
}

// undecided is the place of the first undecided requirement from place i on, then of the first before it; past the end,
// which is the summary, when there is none.
func (m Model) undecided(i int) int {
	for n := range m.order {
		at := (i + n) % len(m.order)
		if !m.decided(m.order[at]) {
			return at
		}
	}
	return len(m.order)
}

// open is the requirements of the strip that are undecided.
func (m Model) open() []model.Requirement {
	return slices.DeleteFunc(slices.Clone(m.strip), func(q model.Requirement) bool { return m.decided(q.ID) })
}

// later puts the requirement one stands on off to the end, and goes to the next undecided.
func (m Model) later() (Model, bool) {
	id := m.order[m.at]
	rest := slices.Delete(slices.Clone(m.order), m.at, m.at+1)
	next := m.at
	m.order = append(rest, id)
	for n := range rest {
		if at := (next + n) % len(rest); !m.decided(rest[at]) {
			return m.stand(at), true
		}
	}
	return m.stand(len(rest)), false
}
