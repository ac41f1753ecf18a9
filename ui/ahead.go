package ui

import (
	"slices"

	"candid/model"

	tea "github.com/charmbracelet/bubbletea"
)

// typedAhead is the keys that were pressed on a candidate who was still being read, or on a list whose filter waits for its documents to
// be looked through. They are taken when the reading has come to its
// end, so that who is quick loses none.
type typedAhead struct {
	keys       []tea.KeyMsg
	unreadable []model.ID // whom the disk would not give: there is nothing to wait for
}

// unread reports whether what the keys mean is still on its way: the candidate on the screen, or who the filter lets through.
func (a *App) unread() bool {
	if a.awaited() {
		return true
	}
	id := a.queue.open()
	_, known := a.people[id]
	return a.stack[len(a.stack)-1].person && !known && !slices.Contains(a.ahead.unreadable, id)
}

// catchUpKeys takes the keys that waited, if there is nothing to wait for any more.
func (a *App) catchUpKeys() tea.Cmd {
	if len(a.ahead.keys) == 0 || a.unread() {
		return nil
	}
	keys := a.ahead.keys
	a.ahead.keys = nil
	var cmds []tea.Cmd
	for _, k := range keys {
		cmds = append(cmds, a.keys(k))
	}
	return tea.Batch(cmds...)
}
