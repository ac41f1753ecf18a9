package role

import (
	"slices"

	"candid/model"
	"candid/ui/intent"
)

// history is the edits of the look-over, for undo and redo: the first at of them are done.
type history struct {
	edits []edit
	at    int
}

// edit is one thing that was done, with all before and after it.
type edit struct {
	did           string              // "dropped Rust or C++"
	to            model.RequirementID // 0: the title
	before, after draft
}

// do takes the draft that came of something done, so that it can be undone, finds out what is doubtful now, and
// stands where it was done.
func (m Model) do(did string, to model.RequirementID, after draft) Model {
	after = after.redoubt()
	m.history.edits = append(slices.Clip(m.history.edits[:m.history.at]), edit{did, to, m.draft, after})
	m.history.at++
	m.draft = after
	return m.standOn(to)
}

func (m Model) undo() (Model, intent.Intent) {
	if m.history.at == 0 {
		return m, intent.Say{Text: "nothing was changed here that could be undone"}
	}
	m.history.at--
	e := m.history.edits[m.history.at]
	m.draft = e.before
	return m.standOn(e.to), intent.Say{Text: "undone: " + e.did}
}

func (m Model) redo() (Model, intent.Intent) {
	if m.history.at == len(m.history.edits) {
		return m, intent.Say{Text: "nothing was undone that could be done again"}
	}
	e := m.history.edits[m.history.at]
	m.history.at++
	m.draft = e.after
	return m.standOn(e.to), intent.Say{Text: "done again: " + e.did}
}

// edited reports whether something would be lost if one left.
func (m Model) edited() bool { return m.looking && m.history.at > 0 }
