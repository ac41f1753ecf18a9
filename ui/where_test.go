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
		for _, b := range keymap.Table() {
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
			case takes && !said && !slices.Contains(everywhere, b.Action):
				t.Errorf("%q works %s: the table of sites does not have it", b.Action, s.In)
			}
		}
	}
	for _, b := range keymap.Table() {
		if keymap.Where(b.Action, "") == "" && !slices.Contains(everywhere, b.Action) {
			t.Errorf("no site has %q", b.Action)
		}
	}
}
