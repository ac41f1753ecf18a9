package keymap

import (
	"maps"
	"slices"
	"strings"
)

// Table is which keys do what in one session. The zero Table is the program's own keys, in which screens think; the app turns
// what is pressed into them, and whatever shows a key asks the table which one it is.
type Table struct {
	moved  map[Action][]string // the keys of actions that have others than their own
	typing bool                // a key that does nothing is for the text
}

// With is the table with other keys for some actions, as Bubble Tea names them, the one to show first. An action without any
// keeps those it has.
func (t Table) With(keys map[Action][]string) Table {
	all := maps.Clone(t.moved)
	if all == nil {
		all = map[Action][]string{}
	}
	for a, k := range keys {
		if len(k) > 0 {
			all[a] = sent(k)
		}
	}
	return Table{moved: all}
}

// Typing is the table while text is being typed: keys that type something do nothing else, actions that have no other key keep
// their own, and enter and esc always end it.
func (t Table) Typing() Table {
	if t.moved == nil {
		return t
	}
	kept := map[Action][]string{}
	for a, keys := range t.moved {
		keys = slices.DeleteFunc(slices.Clone(keys), types)
		for _, k := range own(a) {
			if (k == "enter" || k == "esc") && len(keys) > 0 && !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
		if len(keys) > 0 {
			kept[a] = keys
		}
	}
	return Table{moved: kept, typing: true}
}

// types is whether a key puts something into a text or moves in it.
func types(key string) bool {
	return len([]rune(key)) == 1 || slices.Contains(editing, key)
}

// editing is the keys that a line of text takes for itself.
var editing = []string{"space", "backspace", "delete", "left", "right", "home", "end", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w"}

// Keys is the keys of an action, the one to show first.
func (t Table) Keys(a Action) []string {
	if keys := t.moved[a]; keys != nil {
		return keys
	}
	return own(a)
}

// own is the program's own keys of an action.
func own(a Action) []string {
	for _, b := range table {
		if b.Action == a {
			return b.Keys
		}
	}
	return nil
}

// Key is the key to show for an action; "" for one that has none.
func (t Table) Key(a Action) string {
	if keys := t.Keys(a); len(keys) > 0 {
		return keys[0]
	}
	return ""
}

// Bindings is all that the map binds, with the keys of the table, in the order of the help screen.
func (t Table) Bindings(m Map) []Binding {
	bound := m.Bindings()
	for i, b := range bound {
		bound[i].Keys = t.Keys(b.Action)
	}
	return bound
}

// Action is what a key does on a screen with this map; "" for nothing.
func (t Table) Action(m Map, key string) Action {
	for _, b := range table {
		if m.Takes(b.Action) && slices.Contains(t.Keys(b.Action), key) {
			return b.Action
		}
	}
	return ""
}

// Own is a pressed key as a screen with this map is to get it: the program's own key of what it does there. ok is false for a
// key that does nothing there; was is then what the program's own table has on it, if the screen takes that at all. A key that
// nothing is bound to stays as it is.
func (t Table) Own(m Map, key string) (press string, was Action, ok bool) {
	if t.moved == nil {
		return key, "", true
	}
	if a := t.Action(m, key); a != "" {
		if slices.Contains(own(a), key) {
			return key, "", true
		}
		return t.same(a, key), "", true
	}
	if was := m.Action(key); was != "" {
		return "", was, false
	}
	if t.typing {
		return key, "", true
	}
	for _, b := range table { // bound elsewhere: the screen may have a word about it
		if slices.Contains(t.Keys(b.Action), key) {
			press := t.same(b.Action, key)
			return press, "", m.Action(press) == ""
		}
	}
	return key, "", Known(key) == ""
}

// same is the program's own key of an action that stands where the pressed one stands among those that do it: which of them it was may
// matter, as with the digits of views.
func (t Table) same(a Action, key string) string {
	keys := own(a)
	return keys[min(slices.Index(t.Keys(a), key), len(keys)-1)]
}

// Hint is the keys of a hint as the key line shows them: a pair that belongs together as "j/k" or "e/E", others as "] [" or
// "a w x", the ratings as "1-4 0".
func (t Table) Hint(h Hint) string {
	var keys []string
	for _, a := range h.Actions {
		keys = append(keys, t.Key(a))
	}
	joined := strings.Join(keys, " ")
	if len(keys) == 2 && strings.EqualFold(keys[0], keys[1]) || joined == "j k" || joined == "J K" {
		joined = keys[0] + "/" + keys[1]
	}
	return strings.Replace(joined, "1 2 3 4", "1-4", 1)
}

// Clash is a key that several actions of one screen want.
type Clash struct {
	Key     string
	Actions []Action // two or more, in the order of the help screen
	In      string   // where they meet, as it is said: on the list
}

// Clashes is the keys that more than one action of the map wants.
func (t Table) Clashes(m Map) []Clash {
	var keys []string
	wanted := map[string][]Action{}
	for _, b := range t.Bindings(m) {
		for _, k := range b.Keys {
			if wanted[k] == nil {
				keys = append(keys, k)
			}
			wanted[k] = append(wanted[k], b.Action)
		}
	}
	var clashes []Clash
	for _, k := range keys {
		if len(wanted[k]) > 1 {
			clashes = append(clashes, Clash{k, wanted[k], m.Screen})
		}
	}
	return clashes
}
