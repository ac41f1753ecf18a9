package ui

import (
	"testing"

	"candid/model"
	"candid/model/query"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/list"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// The app's own screens, over the list.
func TestPictures(t *testing.T) {
	over := func(s intent.Screen, width, height int, keys ...string) intent.Screen {
		s, _ = s.Update(tea.WindowSizeMsg{Width: width, Height: height})
		for _, k := range keys {
			s, _ = s.Update(screentest.Key(k))
		}
		return s
	}
	for name, show := range map[string]screentest.Show{
		"help": func(th theme.Theme, width, height int) intent.Screen {
			return over(newHelp(th, keymap.Table{}, list.New(screentest.Setting(), th).Keys()), width, height)
		},
		"help-meaning": func(th theme.Theme, width, height int) intent.Screen {
			return over(newHelp(th, keymap.Table{}, list.New(screentest.Setting(), th).Keys()), width, height, "G")
		},
		"palette": func(th theme.Theme, width, height int) intent.Screen {
			return over(newPalette(th, paletteEntries(), nil), width, height, "m", "o", "down")
		},
		"palette-argument": func(th theme.Theme, width, height int) intent.Screen {
			sorts := argument{Argument: keymap.Argument{Action: keymap.Sort, Called: []string{"sort"}, Accepts: "an order: score or name"}}
			sorts.choices = func(typed string) []choice {
				return among([]choice{{text: "score", does: "by gate, low bound, high bound"}, {text: "name"}}, typed)
			}
			return over(newPalette(th, paletteEntries(), []argument{sorts}), width, height, "s", "o", "r", "t", " ", "s", "c")
		},
		"finder": func(th theme.Theme, width, height int) intent.Screen {
			return over(newFinder(th, keymap.Table{}, opening(), applicants()), width, height, "a", "down")
		},
		"views": func(th theme.Theme, width, height int) intent.Screen {
			kept := model.FirstViews()
			kept[3] = model.View{}
			kept[6] = model.View{Name: "rust, not yet decided on", Query: "rust -java stage:new,hold score:>=60 tag:referral,toronto applied:<14d"}
			kept[7] = model.View{Name: "odd", Query: "stage:gone"}
			s := newViews(th, query.Scope{Role: model.Role{Title: "Senior Gardener"}}, "mine:draft", viewsAre{views: kept, kept: true})
			counted, _ := s.Update(viewsCounted{views: kept, shown: [9]int{15, 3, 0, 0, 1, 2, 12345, -1, 0}})
			return over(counted, width, height, "G", "k")
		},
		"views-first": func(th theme.Theme, width, height int) intent.Screen {
			return over(newViews(th, query.Scope{Role: model.Role{Title: "Senior Gardener"}}, "rust", viewsAre{views: model.FirstViews()}), width, height)
		},
	} {
		show.Golden(t, name, name == "finder") // names are what applicants wrote
	}
}

// paletteEntries is a palette over a list on which nobody is shown.
func paletteEntries() []entry {
	th := screentest.Look("plain")
	a := &App{stack: []layer{{Screen: list.New(screentest.Setting(), th)}}}
	return a.entries()
}
