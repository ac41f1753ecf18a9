package ui

import (
	"strings"

	"candid/ui/intent"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// Terminal is what a session's terminal can do besides showing frames.
type Terminal interface {
	// Title names the window until the program ends or gives the terminal away.
	Title(title string)
	// Copy gives text to the clipboard of the person's own machine. By is what passes it on and has to be willing; "" for nothing.
	// No terminal confirms that it took it. The errors are *model.Problem.
	Copy(text string) (by string, err error)
}

// doing is what one does with the candidate who is open.
var doing = map[intent.Mode]string{intent.Detail: "reading", intent.Triage: "triage", intent.Scoring: "scoring"}

// title is what one does, for the window. It never holds an applicant's name: windows' titles are seen by whoever passes, in the lists
// of meetings whose screen is shared, and in the histories that window managers keep.
func (a *App) title() string {
	title := "candid"
	if of := a.field.role.Title; of != "" {
		title += ": " + text.Drawable(of)
	}
	top := a.stack[len(a.stack)-1]
	switch l, open := a.showing(); {
	case top.person && open:
		title += ", " + doing[l.mode]
	case len(a.stack) > 1:
		title += ", " + strings.ToLower(top.Keys().Screen)
	}
	return title
}

// tellTitle names the window when what one does has changed.
func (a *App) tellTitle() {
	if a.session.Terminal == nil {
		return
	}
	if now := a.title(); now != a.titled {
		a.titled = now
		a.session.Terminal.Title(now)
	}
}

// regain takes the terminal again after another program, or the shell, had it: the library does all of it but the mouse.
func (a *App) regain(err error) tea.Cmd {
	if err != nil {
		a.complain(err)
	}
	if a.mouse {
		return tea.EnableMouseCellMotion
	}
	return nil
}
