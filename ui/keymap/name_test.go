package keymap

import (
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// Every key that Bubble Tea can tell has a name that may be written, and every key of the program has one.
func TestNamesAreThoseOfTheLibrary(t *testing.T) {
	for k := tea.KeyType(-200); k < 200; k++ {
		if name := (tea.KeyMsg{Type: k}).String(); k != tea.KeyRunes && name != "" && name != " " && !Names(name) {
			t.Errorf("%q has no name", name)
		}
	}
	for _, b := range table {
		for _, k := range b.Keys {
			if k != " " && k[0] != ':' && !Names(k) {
				t.Errorf("%q, of %s, has no name", k, b.Action)
			}
		}
	}
}

func TestNames(t *testing.T) {
	for _, key := range []string{"x", "é", ":", "space", "alt+x", "alt+enter", "ctrl+shift+up", "ctrl+pgdown", "shift+home", "f20", "ctrl+z", "+"} {
		if !Names(key) {
			t.Errorf("%q is no name", key)
		}
	}
	for _, key := range []string{"", " ", "xy", "ctrl+x y", "ctrl+shift+x", "ctrl+i", "ctrl+m", "ctrl+enter", "super+x", "f21", "Enter", "alt+", "ctrl+", "\xff", "\n", "shift+x", "up up"} {
		if Names(key) {
			t.Errorf("%q is a name", key)
		}
	}
}

func TestTheSpaceBarIsSentAsACharacter(t *testing.T) {
	keys := Table{}.With(map[Action][]string{Why: {"space", "alt+space"}})
	if got := keys.Keys(Why); !slices.Equal(got, []string{"space", " ", "alt+space", "alt+ "}) {
		t.Errorf("%q", got)
	}
	if press, _, _ := keys.Own(Map{Others: []Action{Why}}, " "); press != "W" {
		t.Errorf("the space bar is %q", press)
	}
}
