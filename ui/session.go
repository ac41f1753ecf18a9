// Package ui is how people meet candid in a terminal: the app, which is a stack of screens over one store. A screen turns keys
// into intents; the app turns intents into changes, gives them to the store without waiting, and tells the screens what came
// of it.
package ui

import (
	"io"
	"time"

	"candid/model"
	"candid/store"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/look"
	"candid/ui/theme"

	"github.com/charmbracelet/lipgloss"
)

// Session is one person at one terminal. Many can run in one process over one store.
type Session struct {
	Store    *store.Store
	Renderer *lipgloss.Renderer // of the terminal, its profile and background set: asking a mute terminal takes seconds
	Look     theme.Options
	Viewer   model.Reviewer // zero: the app asks for a name
	Called   string         // what to propose as the viewer's name, where they are asked for it; "" for nothing
	Login    string         // who the viewer is to the system, so that the next start knows them
	Role     model.ID       // to open; zero: where the viewer stood last
	Zone     *time.Location // for days and times of day
	Now      func() time.Time
	Rand     io.Reader // for ids
	May      intent.May
	Terminal Terminal     // nil: nothing but frames are shown
	Mouse    bool         // the mouse is the program's from the start
	Hints    bool         // give the viewer those of the tour that they have not been shown
	Keys     keymap.Table // which keys do what
	Choice   look.Choice  // of what screens show

	LightGround bool // the terminal's background is light, as far as anybody knows: what a theme that is asked for goes by
}

// Smallest size that the screens are drawn for, in cells.
const (
	MinWidth  = 60
	MinHeight = 16
)
