package config

import (
	"fmt"
	"slices"
	"strings"

	"candid/ui/look"
	"candid/ui/theme"
)

// setting is something that a config file says by one name, outside of its tables.
type setting struct {
	name string
	is   []string // what it is, in lines
	own  string   // what holds without it, as TOML
	take func(*reader, value)
}

// settings is all of them, in the order in which the file that is written tells them.
func settings() []setting {
	own := Default()
	return []setting{
		{"theme", told("The theme. --theme names another for once, and :theme while the app runs.", themes()), quoted(own.Theme), (*reader).theme},
		{"columns", told("The columns of the list after the names, the strip and the score, in their order. What has no room gives way.", columns()),
			list(names(own.Choice.Shown())), (*reader).columns},
		{"dates", told("How days are written: ago (3 d, 5 w), iso (2026-03-14) or day month (14 Mar).", nil), quoted(own.Choice.Dates.String()), (*reader).dates},
		{"mouse", told("Whether the mouse works. Where it is false, the terminal's own selection does. --no-mouse and :mouse off say the same.", nil), fmt.Sprint(own.Mouse), func(r *reader, v value) { r.flag(v, &r.config.Mouse) }},
		{"ascii", told("Whether lines and signs are ASCII, for terminals that have no others; names and documents stay as they are. CANDID_ASCII says the same.", nil), fmt.Sprint(own.ASCII), func(r *reader, v value) { r.flag(v, &r.config.ASCII) }},
		{"plain", told("Whether screens are linear text, for screen readers. --plain and CANDID_PLAIN say the same.", nil), fmt.Sprint(own.Plain), func(r *reader, v value) { r.flag(v, &r.config.Plain) }},
	}
}

// told is a sentence and, below it, names with what each is.
func told(sentence string, named [][2]string) []string {
	lines := []string{sentence}
	for _, n := range named {
		lines = append(lines, fmt.Sprintf("  %-15s %s", n[0], n[1]))
	}
	return lines
}

func themes() (all [][2]string) {
	for _, n := range theme.Themes() {
		all = append(all, [2]string{n.Name, n.Is})
	}
	return all
}

func columns() (all [][2]string) {
	for _, c := range look.Columns() {
		all = append(all, [2]string{c.String(), c.Is()})
	}
	return all
}

// names is columns by their names.
func names(columns []look.Column) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = c.String()
	}
	return all
}

// firsts is the names of what is told.
func firsts(named [][2]string) []string {
	all := make([]string, len(named))
	for i, n := range named {
		all[i] = n[0]
	}
	return all
}

// quoted is a text as TOML.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// list is texts as TOML.
func list(all []string) string {
	q := make([]string, len(all))
	for i, s := range all {
		q[i] = quoted(s)
	}
	return "[" + strings.Join(q, ", ") + "]"
}

func (r *reader) theme(v value) {
	name, ok := r.text(v)
	if _, known := (theme.Options{}).As(name, false); ok && !known {
		r.unknown(v.at, "theme", name, firsts(themes()))
	} else if ok {
		r.config.Theme = name
	}
}

func (r *reader) columns(v value) {
	chosen := []look.Column{}
	for _, w := range r.texts(v) {
		c, known := look.ParseColumn(w.text)
		switch {
		case !known:
			r.unknown(w.at, "column", w.text, firsts(columns()))
		case slices.Contains(chosen, c):
			r.say(w.at, "the column %q is there twice", w.text)
		default:
			chosen = append(chosen, c)
		}
	}
	r.config.Choice.Columns = chosen
}

func (r *reader) dates(v value) {
	name, ok := r.text(v)
	if d, known := look.ParseDates(name); known {
		r.config.Choice.Dates = d
	} else if ok {
		r.unknown(v.at, "style of dates", name, look.Styles())
	}
}
