package ui

import (
	"fmt"
	"slices"

	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"
)

// dress draws all screens in the theme of a name from now on, until the program is left; false where there is none of that name.
func (a *App) dress(name string) (tea.Cmd, bool) {
	looks, ok := a.session.Look.As(name, a.session.LightGround)
	if !ok {
		return nil, false
	}
	a.session.Look, a.theme = looks, theme.New(a.session.Renderer, looks)
	cmd := a.tell(intent.Themed{Theme: a.theme})
	if a.session.Renderer.ColorProfile() == termenv.Ascii {
		a.say("the theme is %s, and this terminal is drawn without colours", name)
	} else {
		a.say("the theme is %s until you leave: the config file keeps one", name)
	}
	return cmd, true
}

// turns is the themes that come one after the other, each on a background of its own.
var turns = []string{"dark", "light", "contrast-dark", "contrast-light"}

// nextTheme draws in the next theme.
func (a *App) nextTheme() tea.Cmd {
	now := slices.IndexFunc(turns, func(name string) bool {
		o, _ := a.session.Look.As(name, false)
		return o.Light == a.session.Look.Light && o.Contrast == a.session.Look.Contrast
	})
	cmd, _ := a.dress(turns[(now+1)%len(turns)])
	return cmd
}

// themeArgument is the name of a theme.
func (a *App) themeArgument(g argument) argument {
	var names []choice
	for _, n := range theme.Themes() {
		names = append(names, choice{text: n.Name, does: n.Is})
	}
	g.choices = func(typed string) []choice { return among(names, typed) }
	g.take = func(typed string) (tea.Cmd, string) {
		c, _ := one(names, typed)
		cmd, ok := a.dress(c.text)
		if !ok {
			return nil, fmt.Sprintf("there is no theme %q: %s", text.Drawable(typed), g.Accepts)
		}
		return cmd, ""
	}
	return g
}
