package ui

import (
	"fmt"
	"sync"

	"candid/model"
	"candid/model/query"
	"candid/store"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// viewing is the viewer's saved views of the role that is open.
type viewing struct {
	viewsAre
	jobs         []*viewJob // on their way to the disk, one at a time, in order
	past, undone []placed   // what stood where something was changed, of this sitting
}

// placed is a view in its place.
type placed struct {
	digit int
	view  model.View
}

// viewJob is a view on its way to the disk. It runs once, as a job does.
type viewJob struct {
	viewer, role model.ID
	placed

	once  sync.Once
	views model.Views
	err   error
}

func (j *viewJob) run(s *store.Store) {
	j.once.Do(func() { j.views, j.err = s.SetView(j.viewer, j.role, j.digit, j.view) })
}

// scope is what a query may speak of.
func (a *App) scope() query.Scope {
	return query.Scope{Role: a.field.role, Viewer: a.viewer(), Names: a.setting.Names, Tags: a.usedTags(), Now: a.session.Now(), Zone: a.session.Zone}
}

// showViews shows the views, and reads and counts them again.
func (a *App) showViews() tea.Cmd {
	a.push(layer{Screen: newViews(a.theme, a.scope(), a.place.place.Filter, a.viewing.viewsAre)})
	return tea.Batch(a.readViews(), a.countViews())
}

// setViews takes views as they now are, and tells the screens.
func (a *App) setViews(v viewsAre) tea.Cmd {
	a.viewing.viewsAre = v
	return tea.Batch(a.tell(v), a.tell(intent.Views{Views: v.views}))
}

// countViews counts, beside the keys, how many of the role's candidates each view shows.
func (a *App) countViews() tea.Cmd {
	if _, ok := a.top().(views); !ok {
		return nil
	}
	m, rows, scope := viewsCounted{views: a.viewing.views}, a.field.message(a.place.place).Rows, a.scope()
	corpus, whole := a.searching.corpus, a.searching.whole()
	return func() tea.Msg {
		for i, x := range m.views {
			m.shown[i] = -1
			q, err := query.Parse(x.Query, scope)
			if err != nil || x.Name == "" || len(q.Said()) > 0 && !whole { // a count without what documents say would not be true
				continue
			}
			hits := make([]map[model.ID]bool, len(q.Said()))
			for n, said := range q.Said() {
				hits[n] = corpus.Hits(said, nil)
			}
			m.shown[i] = len(q.Indices(rows, func(n int, id model.ID) bool { return hits[n][id] }))
		}
		return m
	}
}

// useView shows a view in the list.
func (a *App) useView(digit int) tea.Cmd {
	x := model.View{}
	if digit >= 1 && digit <= len(a.viewing.views) {
		x = a.viewing.views[digit-1]
	}
	if x.Name == "" {
		a.say("no view is kept under %d: %s %s keeps what the list shows", digit, a.setting.Keys.Key(keymap.Views), a.setting.Keys.Key(keymap.KeepView))
		return nil
	}
	if _, err := query.Parse(x.Query, a.scope()); err != nil {
		a.complain(fmt.Errorf("%s: %w", x.Name, err))
		return nil
	}
	var cmds []tea.Cmd
	for len(a.stack) > 1 {
		cmds = append(cmds, a.pop())
	}
	return tea.Batch(append(cmds, a.toTop(intent.Filter{Query: x.Query}))...)
}

// callView shows the view that is called so, by its digit or its name.
func (a *App) callView(called string) tea.Cmd {
	digit, ok := a.viewing.views.Find(called)
	if !ok {
		a.say("no view is called %s: %s shows them", text.Drawable(called), a.setting.Keys.Key(keymap.Views))
		return nil
	}
	return a.useView(digit)
}

// askKeep asks what to call what the list shows now.
func (a *App) askKeep(digit int) {
	asked := a.ordered(a.place.place.Filter)
	old := a.viewing.views[digit-1]
	name := propose(asked)
	if other, taken := a.viewing.views.Find(name); taken && other != digit {
		name = ""
	}
	hint := "enter keeps it"
	if old.Name != "" {
		hint = "in the place of " + old.Name
	}
	a.askView(fmt.Sprintf("Keep what is shown under %d as:", digit), hint, name, model.ViewName, func(typed string) placed {
		return placed{digit, model.View{Name: typed, Query: asked}}
	})
}

// ordered is a query with the order that the list is in, where the query asks for none.
func (a *App) ordered(asked string) string {
	q, err := query.Parse(asked, a.scope())
	if _, sorts := q.Sort(); err != nil || sorts {
		return asked
	}
	return query.WithSort(asked, a.place.place.Sort, a.field.role)
}

// askView asks for one line of a view and keeps what becomes of it.
func (a *App) askView(ask, hint, words string, long int, becomes func(typed string) placed) {
	p := &prompt{ask: ask, hint: hint, typing: true, words: input.Line(words, long)}
	p.take = func(a *App, _, typed string) (tea.Cmd, bool) {
		x := becomes(typed)
		_, err := query.Parse(x.view.Query, a.scope())
		if err == nil {
			_, err = a.viewing.views.With(x.digit, x.view)
		}
		if err != nil {
			p.hint = text.Drawable(err.Error())
			return nil, false
		}
		cmd := a.keep(x)
		if x.view.Query == a.ordered(a.place.place.Filter) { // the list goes by its name from now on
			next, want := a.stack[0].Update(intent.Filter{Query: x.view.Query})
			a.stack[0].Screen = next
			cmd = tea.Batch(cmd, a.do(want))
		}
		a.say("%d is %s", x.digit, a.viewing.views[x.digit-1].Name)
		return cmd, true
	}
	a.asking = p
}

// changeView changes the view of a place as the screen asks for.
func (a *App) changeView(want intent.Intent) tea.Cmd {
	free := func(digit int) bool {
		if a.viewing.views[digit-1].Name != "" {
			return false
		}
		a.say("%d is free: %s keeps what the list shows there", digit, a.setting.Keys.Key(keymap.KeepView))
		return true
	}
	switch w := want.(type) {
	case keepView:
		a.askKeep(w.digit)
	case nameView:
		if !free(w.digit) {
			x := a.viewing.views[w.digit-1]
			a.askView(fmt.Sprintf("Call %d:", w.digit), "enter keeps it", x.Name, model.ViewName, func(typed string) placed {
				return placed{w.digit, model.View{Name: typed, Query: x.Query}}
			})
		}
	case askView:
		if !free(w.digit) {
			x := a.viewing.views[w.digit-1]
			a.askView(fmt.Sprintf("%d shows:", w.digit), "enter keeps it", x.Query, model.ViewQuery, func(typed string) placed {
				return placed{w.digit, model.View{Name: x.Name, Query: typed}}
			})
		}
	case dropView:
		if !free(w.digit) {
			name := a.viewing.views[w.digit-1].Name
			cmd := a.keep(placed{digit: w.digit})
			a.say("dropped: %s; %s brings it back", name, a.setting.Keys.Key(keymap.Undo))
			return cmd
		}
	case undoView:
		return a.backView("undone", &a.viewing.past, &a.viewing.undone)
	case redoView:
		return a.backView("redone", &a.viewing.undone, &a.viewing.past)
	}
	return nil
}

// keep puts a view in its place.
func (a *App) keep(x placed) tea.Cmd {
	a.viewing.past = append(a.viewing.past, placed{x.digit, a.viewing.views[x.digit-1]})
	a.viewing.undone = nil
	return a.putView(x)
}

// backView puts back what stood last in a place that was changed.
func (a *App) backView(verb string, from, to *[]placed) tea.Cmd {
	n := len(*from)
	if n == 0 {
		a.say("no view was changed that could be %s", verb)
		return nil
	}
	x := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, placed{x.digit, a.viewing.views[x.digit-1]})
	a.say("%s: %d is %s", verb, x.digit, map[bool]string{true: "free", false: x.view.Name}[x.view.Name == ""])
	return a.putView(x)
}

// putView shows a view in its place and sends it to the store.
func (a *App) putView(x placed) tea.Cmd {
	after, err := a.viewing.views.With(x.digit, x.view)
	if err != nil {
		a.complain(err)
		return nil
	}
	j := &viewJob{viewer: a.viewer(), role: a.field.role.ID, placed: x}
	a.viewing.jobs = append(a.viewing.jobs, j)
	cmds := []tea.Cmd{a.setViews(viewsAre{views: after, kept: true}), a.countViews()}
	if len(a.viewing.jobs) == 1 {
		cmds = append(cmds, a.writeView(j))
	}
	return tea.Batch(cmds...)
}

// viewWritten takes what became of a view, and sends the next.
func (a *App) viewWritten(j *viewJob) tea.Cmd {
	if len(a.viewing.jobs) > 0 && a.viewing.jobs[0] == j {
		a.viewing.jobs = a.viewing.jobs[1:]
	}
	var cmds []tea.Cmd
	if j.err != nil {
		a.complain(j.err)
		cmds = append(cmds, a.readViews())
	}
	if len(a.viewing.jobs) > 0 {
		return tea.Batch(append(cmds, a.writeView(a.viewing.jobs[0]))...)
	}
	if j.err == nil && j.role == a.field.role.ID {
		cmds = append(cmds, a.setViews(viewsAre{views: j.views, kept: true}), a.countViews())
	}
	return tea.Batch(cmds...)
}

// viewsWereRead takes views that were read again, unless some are on their way.
func (a *App) viewsWereRead(m viewsRead) tea.Cmd {
	if m.role != a.field.role.ID || len(a.viewing.jobs) > 0 || m.viewsAre == a.viewing.viewsAre {
		return nil
	}
	return tea.Batch(a.setViews(m.viewsAre), a.countViews())
}
