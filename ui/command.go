package ui

import (
	"context"
	"time"

	"candid/model"
	"candid/store"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// This file is the only one of the app that calls the store. Each call is a command, run outside of Update; result takes what
// it came to.

// load reads a role, everybody in it and where the viewer stood; the zero id: the role the viewer stood in, else the newest.
func (a *App) load(id model.ID) tea.Cmd {
	s, viewer := a.session.Store, a.viewer()
	return func() tea.Msg {
		roles, err := s.Roles()
		if err != nil {
			return loaded{err: err}
		}
		place, err := s.Place(viewer)
		if err != nil {
			return loaded{err: err}
		}
		m := loaded{names: map[model.ID]string{}} // never nil: names are added to it
		if m.hints, err = s.Hints(viewer); err != nil {
			return loaded{err: err}
		}
		want := id
		if want.IsZero() {
			want = place.Role
		}
		if place.Role == want {
			m.place = place
		}
		m.none = true
		for _, r := range roles {
			if !r.Archived && (m.none || r.ID == want || r.Created > m.role.Created && m.role.ID != want) {
				m.role, m.none = r, false
			}
		}
		if m.none {
			return m
		}
		if m.names, m.err = names(s); m.err == nil {
			m.cards, m.err = s.Cards(m.role.ID)
		}
		m.views = viewsOf(s, viewer, m.role.ID)
		return m
	}
}

// viewsOf is a reviewer's saved views of a role. What cannot be read is said where they are shown.
func viewsOf(s *store.Store, viewer, role model.ID) viewsAre {
	views, kept, err := s.Views(viewer, role)
	v := viewsAre{views: views, kept: kept}
	if err != nil {
		v.trouble = err.Error()
	}
	return v
}

// readViews reads the viewer's saved views again: another program may have changed them.
func (a *App) readViews() tea.Cmd {
	s, viewer, role := a.session.Store, a.viewer(), a.field.role.ID
	return func() tea.Msg { return viewsRead{role: role, viewsAre: viewsOf(s, viewer, role)} }
}

// writeView gives a view to the store.
func (a *App) writeView(j *viewJob) tea.Cmd {
	s := a.session.Store
	return func() tea.Msg {
		j.run(s)
		return viewWritten{j}
	}
}

// names is what every reviewer is called.
func names(s *store.Store) (map[model.ID]string, error) {
	all := map[model.ID]string{}
	reviewers, err := s.Reviewers()
	for _, r := range reviewers {
		all[r.ID] = r.Name
	}
	return all, err
}

// reload reads the field again, once at a time: a reading that was begun earlier may end later, and an import would begin one for
// each application.
func (a *App) reload() tea.Cmd {
	s, id, writing := a.session.Store, a.field.role.ID, a.writer.count
	heard := a.heard[id]
	if id.IsZero() {
		return nil
	}
	if a.reading {
		a.reread = true
		return nil
	}
	a.reading, a.reread = true, false
	return func() tea.Msg {
		r, err := s.Role(id)
		if err != nil {
			return reloaded{err: err}
		}
		called, err := names(s)
		if err != nil {
			return reloaded{err: err}
		}
		cards, err := s.Cards(id)
		return reloaded{role: r, cards: cards, names: called, number: heard, writing: writing, err: err}
	}
}

// fetch reads candidates in full.
func (a *App) fetch(ids []model.ID) tea.Cmd {
	if len(ids) == 0 {
		return nil
	}
	s, m := a.session.Store, fetched{people: map[model.ID]person{}, writing: a.writer.count, looking: a.refinding.count}
	return func() tea.Msg {
		for _, id := range ids {
			p, err := s.Person(id)
			if err != nil {
				m.err, m.failed = err, append(m.failed, id)
				continue
			}
			m.people[id] = person{record: p.Record, readings: p.Readings, older: p.Older, held: p.Held}
		}
		return m
	}
}

// peek reads a candidate that is not opened, for the pane beside the list.
func (a *App) peek(id model.ID) tea.Cmd {
	if _, ok := a.people[id]; ok {
		return a.tell(a.person(id))
	}
	if len(a.people) > 50 {
		a.people = people{}
	}
	return a.fetch([]model.ID{id})
}

func (a *App) history(id model.ID) tea.Cmd {
	s := a.session.Store
	return func() tea.Msg {
		changes, err := s.History(id)
		return looked{candidate: id, changes: changes, err: err}
	}
}

// write gives a job to the store.
func (a *App) write(j *job) tea.Cmd {
	s := a.session.Store
	run := func() tea.Msg {
		j.run(s)
		return written{j}
	}
	if len(j.changes) < long {
		return run
	}
	return tea.Batch(run, a.followWriting())
}

// followWriting looks, some times a second, how far a long job is.
func (a *App) followWriting() tea.Cmd {
	return tea.Tick(200*time.Millisecond, func(time.Time) tea.Msg { return writing{} })
}

// subscribe is told of what changed, by this program or another.
func (a *App) subscribe() (<-chan store.Event, func()) {
	return a.session.Store.Subscribe()
}

// watch waits for the next change.
func (a *App) watch() tea.Cmd {
	events := a.events
	return func() tea.Msg {
		e, ok := <-events
		if !ok {
			return nil
		}
		return happened{e}
	}
}

// markOpened keeps that the viewer has opened a candidate. It holds at once: what is decided before the disk has been told was not
// decided unopened.
func (a *App) markOpened(id model.ID) tea.Cmd {
	if r, _ := a.record(id); id.IsZero() || r.Review(a.viewer()).Opened != 0 {
		return nil
	}
	s, viewer, at := a.session.Store, a.viewer(), model.At(a.session.Now())
	a.opens[id] = at
	return func() tea.Msg {
		if err := s.MarkOpened(context.Background(), id, viewer, at); err != nil {
			return unopened{id, err}
		}
		return nil
	}
}

// keepHints remembers that hints were shown. One that cannot be remembered comes again: that is no news.
func (a *App) keepHints(names ...string) tea.Cmd {
	s, viewer := a.session.Store, a.viewer()
	return func() tea.Msg {
		_ = s.AddHints(viewer, names...)
		return nil
	}
}

// forgetHints forgets which hints were shown.
func (a *App) forgetHints() tea.Cmd {
	s, viewer := a.session.Store, a.viewer()
	return func() tea.Msg {
		if err := s.ForgetHints(viewer); err != nil {
			return failed{err}
		}
		return forgotten{}
	}
}

// call makes the viewer known by a name, old or new.
func (a *App) call(name string) tea.Cmd {
	s, login := a.session.Store, a.session.Login
	return func() tea.Msg {
		r, err := s.AddReviewer(name)
		if err == nil {
			err = s.SetLogin(login, r.ID)
		}
		return called{reviewer: r, err: err}
	}
}

// keepRole keeps a role that was looked over and goes to it.
func (a *App) keepRole(r model.Role) tea.Cmd {
	s := a.session.Store
	return func() tea.Msg {
		r, err := s.AddRole(r)
		return kept{role: r, err: err}
	}
}

// choose reads the roles to choose from.
func (a *App) choose() tea.Cmd {
	s := a.session.Store
	return func() tea.Msg {
		roles, err := s.Roles()
		if err != nil {
			return failed{err}
		}
		m := intent.Chosen{Roles: roles}
		for _, r := range roles {
			n, err := s.Count(r.ID)
			if err != nil {
				return failed{err}
			}
			m.Counts = append(m.Counts, n)
		}
		return m
	}
}
