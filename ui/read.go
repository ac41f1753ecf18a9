package ui

import (
	"maps"
	"slices"
	"time"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/list"
	"candid/ui/role"
	"candid/ui/text"
	"candid/ui/welcome"

	tea "github.com/charmbracelet/bubbletea"
)

// What the app makes of what it asked the store for: see command.go.

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

func (a *App) wasCalled(m called) tea.Cmd {
	if m.err != nil {
		a.complain(m.err)
		return nil
	}
	a.setting.Viewer = m.reviewer
	return a.load(a.session.Role)
}

func (a *App) wasKept(m kept) tea.Cmd {
	if m.err != nil {
		a.complain(m.err)
		return nil
	}
	return a.load(m.role.ID)
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
