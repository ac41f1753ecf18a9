package role

import (
	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
)

// itsTerms opens the terms of the requirement one stands on: here while the role is looked over, else the app asks for them.
func (m Model) itsTerms() (Model, intent.Intent) {
	q, ok := m.current()
	switch {
	case !ok:
		return m, intent.Say{Text: "that is for requirements: j goes to the first"}
	case !m.looking:
		return m, intent.Terms{Requirement: q.ID}
	case m.draft.dropped[q.ID]:
		return m, intent.Say{Text: "it was dropped: d takes it back in"}
	}
	m.beside = false
	m.rewording = rewording{what: terms, words: input.Line(q.Terms, model.TermsLong)}
	return m.show(), nil
}

// termed takes the terms that were typed for a requirement.
func (m Model) termed(q model.Requirement, said string) (Model, intent.Intent) {
	own, err := model.ParseTerms(said)
	if err != nil {
		return m, intent.Say{Text: err.Error()}
	}
	m.rewording = rewording{}
	if own == q.Terms {
		return m.show(), nil
	}
	return m.do("set the terms of "+q.Label, q.ID, m.draft.with(q.ID, func(x *model.Requirement) { x.Terms = own })), nil
}
