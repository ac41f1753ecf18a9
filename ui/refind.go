package ui

import (
	"context"
	"slices"
	"sync"
	"time"

	"candid/model"

	tea "github.com/charmbracelet/bubbletea"
)

// refinding is the looking again through documents that were looked through with another checklist, or by a version of the program that
// knew other words. It goes on beside all else: until it has come to somebody, what is shown of them is looked for when they are read.
type refinding struct {
	turn  sync.Mutex         // of the one pass that runs
	stop  context.CancelFunc // ends the one that runs or is to run; nil: there is none
	count int                // of all passes: what was read before the last one began may be found with another checklist
}

// refindRest is how long it waits to begin.
const refindRest = 300 * time.Millisecond

// refind looks again through the role's documents, in place of a pass that is under way: first through those of whom is read, then in the
// order of the list. It tells nothing: what it finds is what is shown already. Who cannot be read is named when they are opened.
func (a *App) refind() tea.Cmd {
	a.refinding.end()
	a.refinding.count++
	ctx, stop := context.WithCancel(context.Background())
	a.refinding.stop = stop
	s, role, rows, by := a.session.Store, a.field.role, slices.Clone(a.field.rows), a.place.place.Sort
	near := slices.Clone(a.queue.near())
	for id := range a.people {
		near = append(near, id)
	}
	first := func() []model.ID {
		model.Order(role, rows, by)
		for _, r := range rows {
			near = append(near, r.Candidate.ID)
		}
		return near
	}
	r := &a.refinding
	return func() tea.Msg {
		select {
		case <-time.After(refindRest): // whoever waits for a screen has the machine first
		case <-ctx.Done():
			return nil
		}
		r.turn.Lock()
		defer r.turn.Unlock()
		if ctx.Err() == nil {
			_, _ = s.Refind(ctx, role.ID, first)
		}
		return nil
	}
}

// end ends the pass that runs or is to run, as soon as it can.
func (r *refinding) end() {
	if r.stop != nil {
		r.stop()
	}
}

// wait returns when no pass runs any more; one that was ended does not begin later.
func (r *refinding) wait() {
	r.turn.Lock()
	defer r.turn.Unlock()
}
