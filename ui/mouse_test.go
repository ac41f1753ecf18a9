package ui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// The mouse is left to the terminal, and taken again, by name.
func TestMouseByName(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	for _, c := range []struct {
		typed string
		want  tea.Msg
		says  string
	}{
		{":mouse off", tea.DisableMouse(), "left to the terminal"},
		{":mouse on", tea.EnableMouseCellMotion(), "works here"},
	} {
		cmd := x.app.key(press(c.typed))
		if cmd == nil || cmd() != c.want {
			t.Errorf("%s: another message", c.typed)
		}
		x.see(c.says)
	}
}
