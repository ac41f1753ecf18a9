package ui

import (
	"context"
	"maps"
	"slices"
	"time"

	"candid/model"
	"candid/store"
	"candid/ui/intent"
	"candid/ui/list"
	"candid/ui/role"
	"candid/ui/text"
	"candid/ui/welcome"

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

// enterField shows a role that has been read; without one, it asks for a posting.
func (a *App) enterField(m loaded) tea.Cmd {
	if m.err != nil {
		a.complain(m.err)
		if a.field.role.ID.IsZero() { // nothing else is on the screen
			return a.tell(intent.Unread{Why: text.Drawable(m.err.Error())})
		}
		return nil
	}
	a.setting.Names = m.names
	if a.session.Hints {
		a.tour.know(m.hints)
	}
	a.people, a.queue = people{}, queue{}
	a.acts, a.changed = acts{}, nil
	a.searching.forget()
	if m.none {
		a.stack = nil
		a.push(layer{Screen: welcome.New(a.setting, a.theme)})
		return a.listFolder("")
	}
	a.field = newField(a.viewer(), m.role, m.cards, 0)
	a.place = placeKeeper{place: m.place}
	a.place.place.Role = m.role.ID
	a.viewing = viewing{viewsAre: m.views, jobs: a.viewing.jobs}
	a.stack = nil
	a.push(layer{Screen: list.New(a.setting, a.theme)})
	cmd := tea.Batch(a.tell(a.field.message(m.place)), a.tell(intent.Views{Views: m.views.views}))
	if m.place.Role != m.role.ID {
		cmd = tea.Batch(cmd, a.remember(a.place.place))
	}
	return tea.Batch(cmd, a.catchUp(), a.refind())
}

// catchUp reads the field again if something of it was changed that it does not hold. While a job is on its way, what was heard
// of may be that job.
func (a *App) catchUp() tea.Cmd {
	if a.heard[a.field.role.ID] <= a.field.number || len(a.writer.jobs) > 0 {
		return nil
	}
	return a.reload()
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

// refresh takes a field that was read again, unless something was written meanwhile: then it is read once more.
func (a *App) refresh(m reloaded) tea.Cmd {
	a.reading = false
	var more tea.Cmd
	if a.reread {
		more = a.reload()
	}
	switch {
	case m.err != nil:
		a.complain(m.err)
		return more
	case m.role.ID != a.field.role.ID:
		return more
	case m.writing != a.writer.count || len(a.writer.jobs) > 0:
		if more != nil {
			return more
		}
		return tea.Tick(20*time.Millisecond, func(time.Time) tea.Msg { return again{} })
	}
	maps.Copy(a.setting.Names, m.names) // which all screens share
	before := a.field
	a.field = newField(a.viewer(), m.role, m.cards, max(a.field.number, m.number))
	a.changed = nil
	a.forget(before)
	var ids []model.ID
	for id := range a.people {
		ids = append(ids, id)
	}
	if !slices.Equal(before.role.Checklist.Requirements, a.field.role.Checklist.Requirements) {
		more = tea.Batch(more, a.refind())
	}
	return tea.Batch(a.tell(a.field.message(a.place.place)), a.fetch(ids), a.keepTrue(), more)
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

// arrived takes candidates that were read. One with changes on their way is shown with them; one that was changed while it
// was read, or before the checklist was, is read once more.
func (a *App) arrived(m fetched) tea.Cmd {
	if m.err != nil {
		a.complain(m.err)
		a.ahead.unreadable = append(a.ahead.unreadable, m.failed...)
	}
	var cmds []tea.Cmd
	var late []model.ID
	for id, p := range m.people {
		if m.looking != a.refinding.count {
			late = append(late, id)
			continue
		}
		known, ok := a.people[id]
		old, pending := a.writer.touched[id] > m.writing, a.writer.concerns(id)
		if old || pending && !ok {
			late = append(late, id)
		}
		if (old || pending) && !ok {
			continue
		}
		if old || pending {
			p.record = known.record
		}
		a.people[id] = p
		if _, open := a.showing(); !open || id == a.queue.open() {
			cmds = append(cmds, a.tell(a.person(id)))
		}
	}
	return tea.Batch(append(cmds, a.catchUpKeys(), a.fetch(late))...)
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

func (a *App) wasCalled(m called) tea.Cmd {
	if m.err != nil {
		a.complain(m.err)
		return nil
	}
	a.setting.Viewer = m.reviewer
	return a.load(a.session.Role)
}

// keepRole keeps a role that was looked over and goes to it.
func (a *App) keepRole(r model.Role) tea.Cmd {
	s := a.session.Store
	return func() tea.Msg {
		r, err := s.AddRole(r)
		return kept{role: r, err: err}
	}
}

func (a *App) wasKept(m kept) tea.Cmd {
	if m.err != nil {
		a.complain(m.err)
		return nil
	}
	return a.load(m.role.ID)
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

// posting shows a posting that was read, to be looked over; one that could not be read is said where it was asked for.
func (a *App) posting(msg tea.Msg) tea.Cmd {
	if e, ok := a.top().(intent.Editor); ok && e.Editing() { // it was asked for twice
		return nil
	}
	if p, ok := msg.(intent.Posting); ok && p.Err == nil {
		a.push(layer{Screen: role.New(a.setting, a.theme)})
	}
	return a.toTop(msg)
}
