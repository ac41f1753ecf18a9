package ui

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// act is what the viewer did at once: one change, or the same one to many. Acts of this sitting can be undone.
type act struct {
	changes []model.Change // with their numbers once they are kept
	mode    intent.Mode    // where it was done
	open    bool           // on an open candidate; else in the list
	tagging model.Tagging  // what it was to do, where it is of tags: to some it did less
}

// acts is the viewer's own acts of this sitting, the last one last.
type acts struct{ done, undone []*act }

// writer is the changes on their way to the disk, one job at a time, in order.
type writer struct {
	jobs    []*job
	count   int              // of all that set a record, or wrote one
	touched map[model.ID]int // the count when a candidate's record was last set or written
	saved   time.Time        // when the last job was on the disk
}

// touch counts something that makes what was read before it, or while it went on, older than what is known.
func (w *writer) touch(ids ...model.ID) {
	w.count++
	if w.touched == nil {
		w.touched = map[model.ID]int{}
	}
	for _, id := range ids {
		w.touched[id] = w.count
	}
}

// act applies changes at once to what is shown and sends them to the store. What does not apply is said and not sent.
func (a *App) act(changes ...model.Change) tea.Cmd {
	changes = slices.DeleteFunc(changes, func(c model.Change) bool { return c.Before.Equal(c.After) })
	if len(changes) > 1 {
		batch, err := model.NewID(a.session.Now(), a.session.Rand)
		if err != nil {
			a.complain(err)
			return nil
		}
		for i := range changes {
			changes[i].Batch = batch
			if changes[i].Facet != model.FacetSame {
				changes[i].Others = len(changes) - 1
			}
		}
	}
	if len(changes) == 0 {
		return nil
	}
	l, open := a.showing()
	done := &act{changes: changes, mode: l.mode, open: open}
	j := &job{act: done, changes: changes}
	cmd, ok := a.send(j)
	if ok {
		done.changes = j.changes
		a.acts.done = append(a.acts.done, done)
		a.acts.undone = nil
	}
	return cmd
}

// send applies the changes of a job to what is shown and queues the job. Those of a batch that cannot be applied leave it.
func (a *App) send(j *job) (tea.Cmd, bool) {
	j.role = a.field.role.ID
	records := make([]model.Record, 0, len(j.changes))
	var cmds []tea.Cmd
	place := make(map[model.ID]int, len(j.changes)) // in records
	sent, asked := make([]model.Change, 0, len(j.changes)), len(j.changes)
	var refused error
	for i := range j.changes {
		j.changes[i].Sitting = a.sitting
		if j.changes[i].Facet == model.FacetChecklist {
			role, err := a.field.role.Apply(j.changes[i])
			if err != nil {
				a.complain(err)
				return nil, false
			}
			cmds = append(cmds, a.setRole(role))
			sent = append(sent, j.changes[i])
			continue
		}
		at, known := place[j.changes[i].Candidate]
		r, full := a.record(j.changes[i].Candidate)
		if known {
			r = records[at]
		}
		next, err := a.applied(r, full, j.changes[i])
		switch {
		case err != nil && leavesOthers(j.changes[i:i+1], err):
			refused = cmp.Or(refused, err)
			continue
		case err != nil:
			a.complain(err)
			return nil, false
		case known:
			records[at] = next
		default:
			place[j.changes[i].Candidate] = len(records)
			records = append(records, next)
		}
		sent = append(sent, j.changes[i])
	}
	if refused != nil {
		a.complain(leftOut(asked-len(sent), asked, refused))
		if len(sent) == 0 {
			return nil, false
		}
	}
	j.changes = sent
	a.writer.jobs = append(a.writer.jobs, j)
	a.writer.touch(j.candidates()...)
	cmds = append(cmds, a.tell(a.status()), a.setRecords(records))
	if len(a.writer.jobs) == 1 {
		cmds = append(cmds, a.write(j))
	}
	return tea.Batch(cmds...), true
}

// applied is the record of a candidate after a change, as far as it is known: of one who was not read in full, the card alone.
func (a *App) applied(r model.Record, full bool, c model.Change) (model.Record, error) {
	if r.Candidate.ID.IsZero() {
		return r, &model.Problem{Kind: model.Missing, Subject: "the candidate", What: "is there no more", Next: "somebody erased them"}
	}
	if !full && (c.Facet <= model.FacetQuotes || c.Facet == model.FacetDismissed) {
		// A card holds no notes, quotes, dismissed lines and revisions: of those the store alone can tell whether they are as they were.
		c.Before = r.State(c.Facet, c.By, c.Requirement)
	}
	return r.Apply(a.field.role, c)
}

func (a *App) status() intent.Status {
	done := ""
	if len(a.writer.jobs) > 0 {
		done = a.writer.jobs[0].progress()
	}
	return intent.Status{Saving: len(a.writer.jobs) > 0, Done: done, Saved: a.writer.saved, Did: a.did, Added: a.waiting()}
}

// Why there is nothing to take back, to do again, or to repeat.
const (
	nothingDone     = "nothing of this sitting left to undo"
	nothingUndone   = "nothing to redo"
	nothingToRepeat = "nothing to repeat yet"
)

// written takes the outcome of a job and starts the next.
func (a *App) written(j *job) tea.Cmd {
	a.writer.jobs = slices.DeleteFunc(a.writer.jobs, func(x *job) bool { return x == j })
	a.writer.touch(j.candidates()...)
	switch {
	case len(j.kept) == 0:
	case !j.undoes:
		j.act.changes = j.kept
	case len(j.refused) > 0: // what was undone can be done again, and nothing else
		j.act.changes, _ = parted(j.act.changes, j.kept)
	}
	var cmds []tea.Cmd
	switch {
	case j.err != nil:
		cmds = append(cmds, a.takeBack(j))
	case j.role == a.field.role.ID:
		cmds = append(cmds, a.landed(j))
	}
	if j.err == nil {
		a.writer.saved = a.session.Now()
	}
	cmds = append(cmds, a.tell(a.status()))
	if len(a.writer.jobs) > 0 {
		cmds = append(cmds, a.write(a.writer.jobs[0]))
	}
	return tea.Batch(append(cmds, a.catchUp(), a.readTexts())...)
}

// landed shows what a job has made of the field.
func (a *App) landed(j *job) tea.Cmd {
	var again tea.Cmd
	if n := len(j.kept); n > 0 {
		// A gap in the numbers is somebody else's change that the field does not hold yet.
		if j.kept[0].Number != a.field.number+1 {
			again = a.reload()
		}
		a.field.number = max(a.field.number, j.kept[n-1].Number)
	}
	if slices.ContainsFunc(j.kept, func(c model.Change) bool { return c.Facet == model.FacetChecklist }) {
		again = tea.Batch(again, a.lookAgain())
	}
	if slices.ContainsFunc(j.kept, func(c model.Change) bool { return c.Facet == model.FacetSame }) {
		again = tea.Batch(again, a.fetch(slices.DeleteFunc(j.candidates(), func(id model.ID) bool { _, read := a.people[id]; return !read })))
	}
	return tea.Batch(again, a.setRecords(slices.DeleteFunc(j.records, func(r model.Record) bool { return a.writer.concerns(r.Candidate.ID) })))
}

// concerns reports whether a change of the candidate is still on its way.
func (w writer) concerns(id model.ID) bool {
	return slices.ContainsFunc(w.jobs, func(j *job) bool { return j.concerns(id) })
}

// takeBack says why a job was refused, drops what was built upon it, and reads again what is true.
func (a *App) takeBack(j *job) tea.Cmd {
	switch n := len(j.kept); {
	case leavesOthers(j.refused, j.err) && len(j.changes) > 1:
		a.complain(leftOut(len(j.refused), len(j.changes), j.err))
	case n > 0:
		a.complain(fmt.Errorf("%s of %s are done: %w", text.Thousands(n), text.Thousands(len(j.changes)), j.err))
	default:
		a.complain(j.err)
	}
	dropped := []*job{j}
	a.writer.jobs = slices.DeleteFunc(a.writer.jobs, func(x *job) bool {
		built := slices.ContainsFunc(dropped, x.buildsOn)
		if built {
			dropped = append(dropped, x)
		}
		return built
	})
	a.disown(j, dropped)
	read := slices.DeleteFunc((&job{changes: j.refused}).candidates(), func(id model.ID) bool { _, full := a.people[id]; return !full })
	return tea.Batch(a.fetch(read), a.reload())
}

// disown takes what was dropped with a job that was refused out of what can be undone and redone. What has landed all the same, and
// what still stands since the disk would not take its undoing, can be undone later.
func (a *App) disown(j *job, dropped []*job) {
	stands := func(x *act) bool { return x == j.act && !j.undoes && len(j.kept) > 0 }
	gone := func(x *act) bool {
		return slices.ContainsFunc(dropped, func(d *job) bool { return d.act == x && len(d.kept) == 0 })
	}
	back := slices.ContainsFunc(a.acts.undone, stands) // its undoing was dropped
	a.acts.done = slices.DeleteFunc(a.acts.done, func(x *act) bool { return gone(x) && !stands(x) })
	a.acts.undone = slices.DeleteFunc(a.acts.undone, func(x *act) bool { return gone(x) || stands(x) })
	if back {
		a.acts.done = append(a.acts.done, j.act)
	}
	if k := model.KindOf(j.err); k != model.Failed && k != model.Full && k != model.ReadOnly {
		return
	}
	for _, d := range slices.Backward(dropped) {
		if d.undoes && len(d.kept) == 0 {
			a.acts.done = append(a.acts.done, d.act)
		}
	}
}
