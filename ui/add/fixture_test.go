package add

import (
	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// bench is the screen and all that it asked for.
type bench struct {
	Model
	asked []intent.Intent
}

// open is the screen in a size.
func open(s intent.Setting, th theme.Theme, width, height int) *bench {
	b := &bench{Model: New(s, th)}
	return b.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// send gives the screen messages: strings are keys.
func (b *bench) send(msgs ...any) *bench {
	screentest.Send(&b.Model, func(want intent.Intent) { b.asked = append(b.asked, want) }, msgs...)
	return b
}
