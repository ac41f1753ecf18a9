package keymap

import "slices"

// typed is the screens on which text is typed: keys that type nothing do what they take, and nothing else.
var typed = []string{"Filter", "Note", "Reword"}

// place is all that the screens of one name may take, and how it is said where that is.
type place struct {
	Map
	in string
}

// places is every screen that some site tells of. What all screens take is left out of sites, and so are back and confirm; an action
// that stands in none of them is taken anywhere.
func places() []place {
	var all []place
	told := map[Action]bool{}
	for _, s := range sites {
		for _, a := range s.Actions {
			told[a] = true
		}
	}
	var anywhere []Action
	for _, b := range table {
		if !told[b.Action] && b.Action != Confirm {
			anywhere = append(anywhere, b.Action)
		}
	}
	for _, s := range sites {
		for _, screen := range s.Screens {
			i := slices.IndexFunc(all, func(p place) bool { return p.Screen == screen })
			if i < 0 {
				i, all = len(all), append(all, place{Map: Map{Screen: screen}})
				if !slices.Contains(typed, screen) {
					all[i].Others = slices.Clone(anywhere)
				}
			}
			all[i].Others, all[i].in = append(all[i].Others, s.Actions...), s.In
		}
	}
	for i, p := range all {
		if !p.Takes(Open) { // both are done with one key, in the program's own table too
			all[i].Others = append(p.Others, Confirm)
		}
		if !p.Takes(Back) {
			all[i].Others = append(all[i].Others, Back)
		}
	}
	return all
}

// Everywhere is the keys that more than one action of some screen wants, each pair of actions told once.
func (t Table) Everywhere() []Clash {
	if t.moved == nil {
		return nil // a test holds that its own keys clash nowhere
	}
	return t.clashes()
}

func (t Table) clashes() []Clash {
	var all []Clash
	for _, p := range places() {
		keys := t
		if slices.Contains(typed, p.Screen) {
			keys = t.Typing()
		}
		for _, c := range keys.Clashes(p.Map) {
			if !slices.ContainsFunc(all, func(told Clash) bool { return told.Key == c.Key && slices.Equal(told.Actions, c.Actions) }) {
				all = append(all, Clash{c.Key, c.Actions, p.in})
			}
		}
	}
	return all
}
