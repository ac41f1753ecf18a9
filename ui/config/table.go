package config

import (
	"slices"
	"strings"

	"candid/ui/keymap"
	"candid/ui/theme"
)

// tables is the names of the tables.
var tables = []string{"keys", "colours.dark", "colours.light"}

// open looks at the name of a table.
func (r *reader) open(table []word) {
	if name := dotted(table); name != "colours" && !slices.Contains(tables, name) {
		r.unknown(table[0].at, "table", name, tables)
	}
}

// set takes a setting by its name and those of the tables that it stands in.
func (r *reader) set(names []word, v value) {
	last, full := names[len(names)-1], ""
	for _, n := range names {
		full += n.text + "\x00"
	}
	if before, twice := r.said[full]; twice {
		r.say(last.at, "%q is said twice: line %d says it too", last.text, r.lineOf(before))
		return
	}
	r.said[full] = last.at
	switch table := dotted(names[:len(names)-1]); {
	case slices.Contains(tables, table) && r.belongsAbove(last, v):
		r.say(last.at, "%q is a setting: it stands above the tables, before the first line in brackets", last.text)
	case table == "keys":
		r.key(last, v)
	case table == "colours.dark", table == "colours.light":
		r.colour(last, strings.TrimPrefix(table, "colours."), v)
	case table == "":
		r.setting(last, v)
	case table == "colours":
		r.say(last.at, "colours stand in [colours.dark] or [colours.light]")
	}
}

// belongsAbove is whether a name in a table is that of a setting. The theme is an action too: there the value tells which is meant.
func (r *reader) belongsAbove(name word, v value) bool {
	if !slices.ContainsFunc(settings(), func(s setting) bool { return s.name == name.text }) {
		return false
	}
	if _, action := find(name.text); !action {
		return true
	}
	return len(v.words) == 1 && slices.Contains(firsts(themes()), v.words[0].text)
}

func (r *reader) setting(name word, v value) {
	var all []string
	for _, s := range settings() {
		if s.name == name.text {
			s.take(r, v)
			return
		}
		all = append(all, s.name)
	}
	switch _, action := find(name.text); {
	case action:
		r.say(name.at, "%q is an action: it stands below [keys]", name.text)
	case slices.Contains(theme.Roles(), theme.Role(name.text)):
		r.say(name.at, "%q is a colour: it stands below [colours.dark] or [colours.light]", name.text)
	case name.text == "keys", name.text == "colours":
		r.say(name.at, "%s is a table: [%s]", name.text, name.text)
	default:
		r.unknown(name.at, "setting", name.text, all)
	}
}

// find is the action of a name.
func find(name string) (keymap.Binding, bool) {
	all := keymap.All()
	i := slices.IndexFunc(all, func(b keymap.Binding) bool { return string(b.Action) == name })
	if i < 0 {
		return keymap.Binding{}, false
	}
	return all[i], true
}

// key takes the keys of an action.
func (r *reader) key(name word, v value) {
	b, known := find(name.text)
	if !known {
		var all []string
		for _, b := range keymap.All() {
			all = append(all, string(b.Action))
		}
		if meant, ok := nearest(name.text, all); ok {
			r.say(name.at, "there is no action %q: %q is meant?", name.text, meant)
		} else {
			r.say(name.at, "there is no action %q: candid config --print names all", name.text)
		}
		return
	}
	before := len(r.mistakes)
	var keys []string
	for _, w := range r.texts(v) {
		switch {
		case slices.Contains(b.Keys, w.text) && !slices.Contains(keys, w.text):
			keys = append(keys, w.text)
		case !keymap.Names(w.text):
			if meant := keymap.Meant(w.text); meant != "" {
				r.say(w.at, "%q is no key that a terminal sends: %q is meant?", w.text, meant)
				continue
			}
			r.say(w.at, "%q is no key that a terminal sends: %s", w.text, keymap.NamesOfKeys)
		case w.text == "ctrl+c":
			r.say(w.at, "ctrl+c always quits")
		case slices.Contains(keys, w.text):
			r.say(w.at, "%q is there twice", w.text)
		default:
			keys = append(keys, w.text)
		}
	}
	if len(keys) == 0 && len(r.mistakes) == before {
		r.say(v.at, "%q needs a key; without the line it keeps its own, %s", name.text, b.Keys[0])
		return
	}
	r.keys[b.Action], r.keysAt[b.Action] = keys, name.at
}

// settleKeys makes the table of keys, and tells which of them two actions of one screen want.
func (r *reader) settleKeys() {
	r.config.Keys = keymap.Table{}.With(r.keys)
	if len(r.keys) == 0 {
		r.config.Keys = keymap.Table{}
	}
	for _, c := range r.config.Keys.Everywhere() {
		// The one that was said last is at fault; the other may have been said before it, or be the program's own.
		late := slices.MaxFunc(c.Actions, func(a, b keymap.Action) int { return r.place(a) - r.place(b) })
		if r.place(late) < 0 {
			continue // the program's own keys, of which no file says anything
		}
		rest := slices.DeleteFunc(slices.Clone(c.Actions), func(a keymap.Action) bool { return a == late })
		for _, other := range rest {
			if at := r.place(other); at >= 0 {
				r.say(r.place(late), "%q is %q already, on line %d; they meet %s", c.Key, other, r.lineOf(at), c.In)
			} else {
				r.say(r.place(late), "%q is %q already, and they meet %s: give %q another key, or this", c.Key, other, c.In, other)
			}
		}
	}
}

// place is where the keys of an action were said; -1 where they were not.
func (r *reader) place(a keymap.Action) int {
	if at, said := r.keysAt[a]; said {
		return at
	}
	return -1
}

// colour takes the colour of a role.
func (r *reader) colour(name word, table string, v value) {
	role := theme.Role(name.text)
	if role.Is() == "" {
		var all []string
		for _, role := range theme.Roles() {
			all = append(all, string(role))
		}
		r.unknown(name.at, "colour", name.text, all)
		return
	}
	words, ok := r.text(v)
	if !ok {
		return
	}
	pair, ok := role.ParsePair(words)
	switch {
	case !ok && role.Paired():
		r.say(v.at, `%s is two colours such as "#06231f on #4fc0ac", not %q`, role, words)
	case !ok:
		r.say(v.at, `%s is a colour such as "#7cb7ff", or a number of the terminal's own, 0 to 255, not %q`, role, words)
	default:
		if r.colours[table] == nil {
			r.colours[table] = theme.Colours{}
		}
		r.colours[table][role] = pair
	}
}

// warn tells which of the colours that were given are hard to read.
func (r *reader) warn() {
	for _, table := range []string{"dark", "light"} {
		o := theme.Options{Light: table == "light", OnDark: r.config.OnDark, OnLight: r.config.OnLight}
		for _, w := range o.Weak(theme.Enough) {
			at := -1
			for _, role := range strings.Split(w.What, " on ") {
				if said, ok := r.said["colours\x00"+table+"\x00"+role+"\x00"]; ok {
					at = max(at, said)
				}
			}
			if at < 0 {
				continue
			}
			r.say(at, "%s is hard to read: %.1f to 1, and 4.5 is easy", w.What, w.Contrast)
			r.mistakes[len(r.mistakes)-1].Harmless = true
		}
	}
}
