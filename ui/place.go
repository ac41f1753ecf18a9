package ui

import (
	"time"

	"candid/model"

	tea "github.com/charmbracelet/bubbletea"
)

// placeKeeper keeps where the viewer stands in the list, some time after it last changed: not at every key.
type placeKeeper struct {
	place   model.Place
	changes int
	kept    int // the change that was kept last
}

const placeRest = 400 * time.Millisecond

func (a *App) remember(p model.Place) tea.Cmd {
	p.Role = a.field.role.ID
	a.place.place = p
	a.place.changes++
	n := a.place.changes
	return tea.Tick(placeRest, func(time.Time) tea.Msg { return settled(n) })
}

// keepPlace writes the place down if it is still the one that settled.
func (a *App) keepPlace(n int) tea.Cmd {
	if n != a.place.changes {
		return nil
	}
	a.place.kept = n
	s, viewer, place := a.session.Store, a.viewer(), a.place.place
	return func() tea.Msg {
		if err := s.SetPlace(viewer, place); err != nil {
			return failed{err}
		}
		return nil
	}
}
