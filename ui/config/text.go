package config

import (
	"fmt"
	"strings"

	"candid/ui/keymap"
	"candid/ui/text"
	"candid/ui/theme"
)

// Text is the config file to begin with: every setting with what it is and, behind a comment sign, what holds without it.
func Text() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# The config file of candid. A setting holds once the # before it is taken away; what stands there is what holds")
	line("# without it. candid config check says what is wrong with the file.")
	for _, s := range settings() {
		line("")
		for _, is := range s.is {
			line("# %s", is)
		}
		line("#%s = %s", s.name, s.own)
	}
	line("")
	line("# The keys of every action: one, or a list of which the first is shown. Two actions of one screen cannot have the same.")
	for _, part := range text.Lines("A key is "+keymap.NamesOfKeys+".", 110) {
		line("# %s", part)
	}
	line("# Where text is typed, keys that type something do only that.")
	line("[keys]")
	keys(line)
	for _, light := range []bool{false, true} {
		line("")
		name := map[bool]string{false: "dark", true: "light"}[light]
		line("# The colours of the %s theme: #rrggbb, or the number of one of the terminal's own, 0 to 255.", name)
		line("[colours.%s]", name)
		own := theme.Options{Light: light}.Own()
		for _, role := range theme.Roles() {
			setting := fmt.Sprintf("#%s = %s", role, quoted(own[role].String()))
			line("%-36s # %s", setting, role.Is())
		}
	}
	return b.String()
}

// keys is every action with its keys and what it does.
func keys(line func(string, ...any)) {
	for _, b := range keymap.All() {
		var shown []string
		for _, k := range b.Keys {
			if !strings.HasSuffix(k, " ") { // the space bar, which has a name
				shown = append(shown, k)
			}
		}
		value := list(shown)
		if len(shown) == 1 {
			value = quoted(shown[0])
		}
		name := string(b.Action)
		if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			name = quoted(name)
		}
		line("%-40s # %s", "#"+name+" = "+value, b.Does)
	}
}
