package ui

import (
	"strings"
	"testing"

	"candid/ui/keymap"

	"github.com/muesli/termenv"
)

// onlyDark is colours that the light theme has nowhere: text, muted, faint, accent, the row.
var onlyDark = []string{"215;218;224", "134;141;154", "69;75;87", "124;183;255", "35;40;51"}

// Every state of every screen takes another theme, and nothing on it is drawn in the one before.
func TestEveryScreenIsDressed(t *testing.T) {
	t.Parallel()
	for name, reach := range states {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t), func(s *Session) { s.Renderer = renderer(termenv.TrueColor) })
			reach(x)
			cmd, ok := x.app.dress("light")
			if !ok {
				t.Fatal("there is no theme light")
			}
			x.run(cmd)
			for _, colour := range onlyDark {
				if strings.Contains(x.app.View(), colour) {
					t.Errorf("something is drawn in %s, of the dark theme:\n%q", colour, x.app.View())
				}
			}
		})
	}
}

func TestThemeByName(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t), func(s *Session) { s.Renderer, s.LightGround = renderer(termenv.TrueColor), true })
	x.press(":", "theme", "enter")
	x.see(": theme ")
	x.press("contrast", "enter")
	x.see("the theme is contrast until you leave")
	if look := x.app.session.Look; !look.Contrast || !look.Light {
		t.Errorf("it is drawn as %+v", look)
	}
	x.press(":", "theme solarized", "enter")
	x.see("theme takes the name of a theme")
	x.press("esc")
}

// A key that was given to it goes round the themes.
func TestNextTheme(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t), func(s *Session) {
		s.Renderer, s.Keys = renderer(termenv.TrueColor), s.Keys.With(map[keymap.Action][]string{keymap.Theme: {"ctrl+y"}})
	})
	for _, name := range []string{"light", "contrast-dark", "contrast-light", "dark"} {
		x.press("ctrl+y")
		x.see("the theme is " + name + " until you leave")
	}
}
