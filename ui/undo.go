package ui

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/model/blind"
	"candid/ui/intent"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// undo takes back the viewer's last act of this sitting and goes where it was.
func (a *App) undo() tea.Cmd {
	if len(a.acts.done) == 0 {
		a.say(nothingDone)
		return nil
	}
	a.did = ""
	last := a.acts.done[len(a.acts.done)-1]
	inverse := make([]model.Change, len(last.changes))
	for i, c := range last.changes {
		inverse[len(inverse)-1-i] = c.Inverse()
		inverse[len(inverse)-1-i].At = model.At(a.session.Now())
	}
	j := &job{act: last, undoes: true, changes: inverse}
	cmd, ok := a.send(j)
	// An act that can no longer be undone must not stand in the way of those before it.
	a.acts.done = a.acts.done[:len(a.acts.done)-1]
	if !ok {
		return cmd
	}
	if inverse = j.changes; len(inverse) < len(last.changes) {
		last.changes, _ = parted(last.changes, inverse)
	}
	a.acts.undone = append(a.acts.undone, last)
	cmd = tea.Batch(cmd, a.goTo(last, inverse))
	a.tellWhat("undone", inverse)
	return cmd
}

// redo does again what was undone last.
func (a *App) redo() tea.Cmd {
	if len(a.acts.undone) == 0 {
		a.say(nothingUndone)
		return nil
	}
	last := a.acts.undone[len(a.acts.undone)-1]
	again := slices.Clone(last.changes)
	for i := range again {
		again[i].Number, again[i].Undoes, again[i].At = 0, 0, model.At(a.session.Now())
	}
	redone := &act{changes: again, mode: last.mode, open: last.open, tagging: last.tagging}
	j := &job{act: redone, changes: again}
	cmd, ok := a.send(j)
	a.acts.undone = a.acts.undone[:len(a.acts.undone)-1]
	if !ok {
		return cmd
	}
	redone.changes = j.changes
	a.acts.done = append(a.acts.done, redone)
	cmd = tea.Batch(cmd, a.goTo(redone, nil))
	a.tellWhat("redone", redone.changes)
	return cmd
}

// leftOut says that a batch has left some out, and why the first of them.
func leftOut(n, of int, why error) error {
	return fmt.Errorf("%s of %s left out: %w", text.Thousands(n), text.Thousands(of), why)
}

// tellWhat says what was undone or redone, and whose; whom that left out has been said.
func (a *App) tellWhat(verb string, changes []model.Change) {
	if a.notice.bad {
		return
	}
	r, _ := a.record(changes[0].Candidate)
	if changes[0].Facet == model.FacetChecklist {
		a.say("%s: %s", verb, changes[0].Words(a.field.role))
		return
	}
	if len(changes) > 1 && changes[0].Facet != model.FacetSame {
		a.say("%s: %s", verb, a.didToAll(changes))
		return
	}
	a.say("%s: %s, %s", verb, a.inWords(changes[0]), r.Candidate.Name)
}

// inWords is a change in words. Whether the application had been opened is the history's to tell.
func (a *App) inWords(c model.Change) string {
	r, _ := a.record(c.Candidate)
	c.Unopened = false
	return a.theme.Glyphs.Own(blind.Own(a.viewer(), r, c).Words(a.field.role))
}

// didToAll is a batch in words: "rejected, 12 candidates", or how many went where, what most of them did first: "10 back to new, 1 on hold".
func (a *App) didToAll(changes []model.Change) string {
	count := map[string]int{}
	var each []string
	for _, c := range changes {
		words := a.inWords(c)
		if count[words] == 0 {
			each = append(each, words)
		}
		count[words]++
	}
	if len(each) == 1 {
		return each[0] + ", " + text.Count(len(changes), "candidate")
	}
	slices.SortStableFunc(each, func(x, y string) int { return count[y] - count[x] })
	const most = 3
	others := len(changes)
	var parts []string
	for _, words := range each[:min(len(each), most)] {
		parts = append(parts, text.Thousands(count[words])+" "+words)
		others -= count[words]
	}
	if others > 0 {
		parts = append(parts, text.Thousands(others)+" otherwise")
	}
	return strings.Join(parts, ", ")
}

// goTo shows the place of an act. Those that one was undone of at once are marked again.
func (a *App) goTo(x *act, undone []model.Change) tea.Cmd {
	c := x.changes[0]
	_, open := a.showing()
	switch {
	case c.Facet == model.FacetChecklist:
		return nil
	case (!x.open || len(x.changes) > 1) && !open:
		stand := intent.Stand{Candidate: c.Candidate}
		if len(undone) > 1 && c.Facet != model.FacetSame {
			stand.Marked = (&job{changes: undone}).candidates()
		}
		return a.tell(stand)
	case !open:
		return a.open(intent.Open{Candidate: c.Candidate, Queue: a.queueWith(c.Candidate), As: x.mode})
	}
	if at := slices.Index(a.queue.ids, c.Candidate); at >= 0 {
		a.queue.at = at
	} else {
		a.queue.ids, a.queue.at = []model.ID{c.Candidate}, 0
	}
	return a.enter(c.Requirement, ofReview(c))
}

// ofReview reports whether a change is of a review as a whole, and not of one of its requirements.
func ofReview(c model.Change) bool {
	switch c.Facet {
	case model.FacetNote, model.FacetRecommendation, model.FacetSubmission:
		return c.Requirement == 0
	default:
		return false
	}
}

// queueWith is the last queue, when the candidate is in it; else the candidate alone.
func (a *App) queueWith(id model.ID) []model.ID {
	if slices.Contains(a.queue.ids, id) {
		return a.queue.ids
	}
	return []model.ID{id}
}
