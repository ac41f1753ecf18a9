package ui

import (
	"slices"

	"candid/model"
	"candid/ui/input"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// askTerms asks which terms a requirement has of its own. They are the role's: everybody finds with them.
func (a *App) askTerms(id model.RequirementID) {
	q, ok := a.field.role.Checklist.Requirement(id)
	if !ok {
		return
	}
	p := &prompt{
		ask: "Terms of " + text.Cut(q.Label, a.width/3, a.theme.Glyphs.Ellipsis) + ":", typing: true, words: input.Line(q.Terms, model.TermsLong),
		hint: "parted by commas " + a.theme.Glyphs.Dot + " enter keeps them for everybody",
	}
	p.take = func(a *App, _, typed string) (tea.Cmd, bool) {
		terms, err := model.ParseTerms(typed)
		if err != nil {
			p.hint = text.Drawable(err.Error())
			return nil, false
		}
		return a.setTerms(id, terms), true
	}
	a.asking = p
}

// setTerms gives a requirement other terms: a change of the checklist that changes no meaning.
func (a *App) setTerms(id model.RequirementID, terms string) tea.Cmd {
	role := a.field.role
	qs := slices.Clone(role.Checklist.Requirements)
	i := slices.IndexFunc(qs, func(q model.Requirement) bool { return q.ID == id })
	if i < 0 || qs[i].Terms == terms {
		return nil
	}
	qs[i].Terms = terms
	c := role.Edit(a.viewer(), model.At(a.session.Now()), qs, role.MustShare, map[model.RequirementID]bool{id: true})
	cmd := a.act(c)
	if !a.notice.bad {
		a.say("%s: looking again with %s", qs[i].Label, map[bool]string{true: "its own words only", false: terms}[terms == ""])
	}
	return cmd
}

// setRole puts a changed role in the place of the one that was known and tells the screens.
func (a *App) setRole(role model.Role) tea.Cmd {
	a.field.role = role
	cmd := a.tell(a.field.message(a.place.place))
	if _, open := a.showing(); open {
		return tea.Batch(cmd, a.tell(a.person(a.queue.open())))
	}
	return cmd
}

// lookAgain looks again through the documents with a checklist that was changed, first through those of whom is read.
func (a *App) lookAgain() tea.Cmd {
	var ids []model.ID
	for id := range a.people {
		ids = append(ids, id)
	}
	return tea.Batch(a.refind(), a.fetch(ids))
}
