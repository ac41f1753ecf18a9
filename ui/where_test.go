package ui

import (
	"slices"
	"sync"
	"testing"

	"candid/ui/keymap"
)

// What the palette says of where an action works is so: all screens of the place take it in some state, and no place is left out.
func TestWhere(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	taken := map[string]map[keymap.Action]bool{}
	t.Run("states", func(t *testing.T) {
		for name, reach := range states {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				x := sit(t, newStore(t))
				reach(x)
				keys := x.app.top().Keys()
				mu.Lock()
				defer mu.Unlock()
				if taken[keys.Screen] == nil {
					taken[keys.Screen] = map[keymap.Action]bool{}
				}
				for _, b := range keys.Bindings() {
					taken[keys.Screen][b.Action] = true
				}
			})
		}
	})
	everywhere := append([]keymap.Action{keymap.Back, keymap.Confirm}, keymap.Common...)
	for _, s := range keymap.Sites() {
		for _, b := range keymap.All() {
			takes := true
			for _, screen := range s.Screens {
				if taken[screen] == nil {
					t.Fatalf("no state is of the screen %q", screen)
				}
				takes = takes && taken[screen][b.Action]
			}
			switch said := slices.Contains(s.Actions, b.Action); {
			case said && !takes:
				t.Errorf("%q is said to work %s, and does not on all of %q", b.Action, s.In, s.Screens)
			case takes && !said && !slices.Contains(everywhere, b.Action) && !wider(s, b.Action):
				t.Errorf("%q works %s: the table of sites does not have it", b.Action, s.In)
			}
		}
	}
	for _, b := range keymap.All() {
		if keymap.Where(b.Action, "") == "" && !slices.Contains(everywhere, b.Action) {
			t.Errorf("no site has %q", b.Action)
		}
	}
}

// wider reports whether another site, that a site is a part of, has an action.
func wider(s keymap.Site, a keymap.Action) bool {
	return slices.ContainsFunc(keymap.Sites(), func(o keymap.Site) bool {
		return slices.Contains(o.Actions, a) && !slices.ContainsFunc(s.Screens, func(screen string) bool { return !slices.Contains(o.Screens, screen) })
	})
}

// On every screen the palette has every action: those that it says can be used do something, the others say why not, and looking
// changes nothing.
func TestPaletteIsTrue(t *testing.T) {
	t.Parallel()
	for name, reach := range states {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			reach(x)
			if typing(x.app.top()) {
				return // there it does not open
			}
			before := x.app.View()
			entries := x.app.entries()
			if x.app.View() != before {
				t.Error("looking for what can be done has changed the screen")
			}
			if want := len(keymap.All()) - 1; len(entries) != want {
				t.Errorf("%d actions, want %d", len(entries), want)
			}
			keys := x.app.top().Keys()
			for _, e := range entries {
				if e.why != "" {
					if e.why == "not now" || len(e.why) > 140 {
						t.Errorf("%q cannot be used, for no good reason: %s", e.Action, e.why)
					}
					continue
				}
				if slices.Contains(ofApp, e.Action) {
					continue
				}
				if !keys.Takes(e.Action) {
					t.Errorf("%q can be used, it is said, and the screen does not take it", e.Action)
				}
				top := x.app.top()
				next, want := top.Update(press(e.Keys[0]))
				if want == nil && next.View() == top.View() && !keymap.Moves(e.Action) {
					t.Errorf("%q can be used, it is said, and does nothing", e.Action)
				}
			}
		})
	}
}
