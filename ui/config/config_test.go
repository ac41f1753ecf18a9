package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/ui/keymap"
	"candid/ui/look"
	"candid/ui/theme"
)

func TestRead(t *testing.T) {
	const text = `
theme = "contrast"
columns = ["stage", "location"]
dates = "day month"
mouse = false
ascii = true
plain = true
keys."half page down" = "ctrl+x"

[keys]
reject = ["X", "alt+x"]
mark = "space"

[colours.dark]
accent = "#7CF"
rated1 = "#ffffff on #800000"

[colours]
light = { text = "0" }
`
	c, mistakes := Read([]byte(text))
	if len(mistakes) > 0 {
		t.Fatalf("%+v", mistakes)
	}
	want := Config{
		Theme: "contrast", Choice: look.Choice{Columns: []look.Column{look.Stage, look.Location}, Dates: look.DayMonth}, ASCII: true, Plain: true,
		OnDark: theme.Colours{"accent": {Text: "#77ccff"}, "rated1": {Text: "#ffffff", On: "#800000"}}, OnLight: theme.Colours{"text": {Text: "0"}},
		Keys: keymap.Table{}.With(map[keymap.Action][]string{keymap.HalfDown: {"ctrl+x"}, keymap.Reject: {"X", "alt+x"}, keymap.Mark: {"space"}}),
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("%+v, want %+v", c, want)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // line:column what
	}{
		{"nothing", "", nil},
		{"a mark at its beginning", "\ufefftheme = \"dark\"", nil},
		{"an unknown theme", `theme = "solarized"`, []string{`1:9 there is no theme "solarized": auto, dark, light, contrast, contrast-dark, contrast-light`}},
		{"a theme nearly", `theme = "contrats"`, []string{`1:9 there is no theme "contrats": contrast is meant?`}},
		{"a setting nearly", `colums = []`, []string{`1:1 there is no setting "colums": columns is meant?`}},
		{"a setting of another program", `border = "rounded"`, []string{`1:1 there is no setting "border": theme, columns, dates, mouse, ascii, plain`}},
		{"of another kind", "mouse = \"yes\"\ntheme = 1\ncolumns = 3\ndates = true", []string{
			`1:9 mouse is true or false, without quotes`, `2:9 theme is a text in quotes`, `3:11 columns is a text in quotes or a list of such: ["…", "…"]`, `4:9 dates is a text in quotes`}},
		{"a list of all sorts", "columns = [\"stage\", 3]", []string{`1:1 columns is a text in quotes or a list of such: ["…", "…"]`}},
		{"columns", "columns = [\n  \"stage\",\n  \"phon\",\n  \"stage\",\n]", []string{`3:3 there is no column "phon": phone is meant?`, `4:3 the column "stage" is there twice`}},
		{"dates", `dates = "american"`, []string{`1:9 there is no style of dates "american": ago, iso, day month`}},
		{"said twice", "mouse = true\n\nmouse = false", []string{`3:1 "mouse" is said twice: line 1 says it too`}},
		{"said twice over two tables", "[keys]\nwhy = \"Z\"\n[keys]\nwhy = \"X\"", []string{`4:1 "why" is said twice: line 2 says it too`}},
		{"no quotes", "theme = dark\nmouse = true", []string{`1:9 a text stands in quotes: theme = "dark"`}},
		{"no quotes, like a number", "dates = iso", []string{`1:9 a text stands in quotes: dates = "iso"`}},
		{"a name with blanks", "[keys]\nhalf page down = \"Z\"", []string{`2:6 a name with blanks stands in quotes: "half page down" = "Z"`}},
		{"no end of a text", "theme = \"dark\nmouse = 1", []string{`1:14 a quotation mark is missing`, `2:9 mouse is true or false, without quotes`}},
		{"not UTF-8", "theme = \"\xff\"", []string{`1:10 this is not UTF-8: save the file as that`}},
		{"an unknown table", "[key]\n[colors.dark]", []string{`1:2 there is no table "key": keys is meant?`, `2:2 there is no table "colors.dark": colours.dark is meant?`}},
		{"a list of tables", "[[keys]]", []string{`1:3 there are no lists of tables: [keys] has one pair of brackets`}},
		{"a table that is a text", `keys = "vim"`, []string{`1:1 keys is a table: [keys]`}},
		{"an action at the top", `reject = "X"`, []string{`1:1 "reject" is an action: it stands below [keys]`}},
		{"a colour at the top", `accent = "#fff"`, []string{`1:1 "accent" is a colour: it stands below [colours.dark] or [colours.light]`}},
		{"a colour of no theme", "[colours]\naccent = \"#fff\"", []string{`2:1 colours stand in [colours.dark] or [colours.light]`}},
		{"an unknown action", "[keys]\nrejekt = \"X\"\nteleport = \"Z\"", []string{`2:1 there is no action "rejekt": "reject" is meant?`, `3:1 there is no action "teleport": candid config --print names all`}},
		{"no key", "[keys]\nreject = []", []string{`2:1 "reject" needs a key; without the line it keeps its own, x`}},
		{"a key that none is", "[keys]\nreject = \"ctrl+shift+x\"", []string{`2:10 "ctrl+shift+x" is no key that a terminal sends: ` + keymap.NamesOfKeys}},
		{"a key as others write it", "[keys]\nquit = [\"Ctrl-Q\", \"C-x\", \"Escape\"]", []string{`2:9 "Ctrl-Q" is no key that a terminal sends: "ctrl+q" is meant?`,
			`2:19 "C-x" is no key that a terminal sends: "ctrl+x" is meant?`, `2:26 "Escape" is no key that a terminal sends: "esc" is meant?`}},
		{"a setting below a table", "[keys]\ntheme = \"dark\"\n[colours.dark]\ncolumns = [\"stage\"]", []string{
			`2:1 "theme" is a setting: it stands above the tables, before the first line in brackets`,
			`4:1 "columns" is a setting: it stands above the tables, before the first line in brackets`}},
		{"the action that is called like a setting", "[keys]\ntheme = \"f5\"", nil},
		{"neither true nor false", "mouse = off", []string{`1:9 mouse is true or false, without quotes`}},
		{"the key that quits", "[keys]\nreject = \"ctrl+c\"", []string{`2:10 ctrl+c always quits`}},
		{"a key twice", "[keys]\nreject = [\"X\", \"X\"]", []string{`2:16 "X" is there twice`}},
		{"a clash with one that was not said", "[keys]\nreject = \"a\"", []string{`2:1 "a" is "advance" already, and they meet on the list: give "advance" another key, or this`}},
		{"a clash of two that were", "[keys]\nreject = \"Z\"\n\nhold = \"Z\"", []string{`4:1 "Z" is "reject" already, on line 2; they meet on the list`}},
		{"no clash where they never meet", "[keys]\ndrop = \"x\"", nil},
		{"two that change places", "[keys]\nhold = \"x\"\nreject = \"w\"", nil},
		{"colours", "[colours.dark]\naccent = \"blue\"\nrated2 = \"#fff\"\nacent = \"#fff\"\nok = 3", []string{
			`2:10 accent is a colour such as "#7cb7ff", or a number of the terminal's own, 0 to 255, not "blue"`,
			`3:10 rated2 is two colours such as "#06231f on #4fc0ac", not "#fff"`, `4:1 there is no colour "acent": accent is meant?`, `5:6 ok is a text in quotes`}},
		{"hard to read", "[colours.light]\nmuted = \"#aaaaaa\"\nwarn = \"3\"", []string{
			`2:1 muted on row is hard to read: 2.0 to 1, and 4.5 is easy (harmless)`, `2:1 muted on the background is hard to read: 2.3 to 1, and 4.5 is easy (harmless)`}},
		{"many at once", "theme = \"x\"\nfoo = 1\n[keys]\nwhy = \"ctrl+i\"\nbad line\nnote = \"ctrl+c\"", []string{
			`1:9 there is no theme "x": auto, dark, light, contrast, contrast-dark, contrast-light`, `2:1 there is no setting "foo": theme, columns, dates, mouse, ascii, plain`,
			`4:7 "ctrl+i" is no key that a terminal sends: "tab" is meant?`, `5:5 this is not TOML: expected '=' after key`, `6:8 ctrl+c always quits`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, mistakes := Read([]byte(c.text))
			var got []string
			for _, m := range mistakes {
				s := fmt.Sprintf("%d:%d %s", m.Line, m.Column, m.What)
				if m.Harmless {
					s += " (harmless)"
				}
				got = append(got, s)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("told\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// The file that is written changes nothing, and with every setting of it said still says what holds without it.
func TestTextSaysTheDefaults(t *testing.T) {
	c, mistakes := Read([]byte(Text()))
	if len(mistakes) > 0 || !reflect.DeepEqual(c, Default()) {
		t.Errorf("as it is written: %+v, %+v", c, mistakes)
	}
	var said []string
	for _, line := range strings.Split(Text(), "\n") {
		if setting, ok := strings.CutPrefix(line, "#"); ok && !strings.HasPrefix(setting, " ") {
			line = setting
		}
		said = append(said, line)
	}
	c, mistakes = Read([]byte(strings.Join(said, "\n")))
	if len(mistakes) > 0 {
		t.Fatalf("%+v", mistakes)
	}
	own := Default()
	if c.Theme != own.Theme || c.Mouse != own.Mouse || c.ASCII != own.ASCII || c.Plain != own.Plain || c.Choice.Dates != own.Choice.Dates ||
		!slices.Equal(c.Choice.Columns, own.Choice.Shown()) {
		t.Errorf("with every setting: %+v", c)
	}
	for _, b := range keymap.All() {
		if got := c.Keys.Keys(b.Action); !slices.Equal(got, b.Keys) {
			t.Errorf("%s: %q, want %q", b.Action, got, b.Keys)
		}
		if !strings.Contains(Text(), b.Does) {
			t.Errorf("the text does not say what %s does", b.Action)
		}
	}
	for role, p := range (theme.Options{}).Own() {
		if c.OnDark[role] != p {
			t.Errorf("%s: %v, want %v", role, c.OnDark[role], p)
		}
	}
	for role, p := range (theme.Options{Light: true}).Own() {
		if c.OnLight[role] != p {
			t.Errorf("%s: %v, want %v", role, c.OnLight[role], p)
		}
	}
	for _, line := range strings.Split(Text(), "\n") {
		if len([]rune(line)) > 160 {
			t.Errorf("a line of %d characters: %s", len(line), line)
		}
	}
}

// Whatever a file holds, it is read to its end, mistakes lie inside of it, and what is left can be used.
func FuzzConfig(f *testing.F) {
	f.Add([]byte(Text()))
	for _, s := range []string{"theme = dark", "[keys]\nreject = \"a\"", "[[a.b]]\nc = {d = [1, \"x\"]}", "columns = [\n\"stage\",", "a = \"\"\"x\n", "[", "=", "\"a b\" = 1", "keys.x = 1979-05-27", "\xff",
		"\ufeff\r\n[keys]\r\nhold='Z'", "[colours.dark]\naccent = \"#123456\""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, mistakes := Read(text)
		lines := strings.Split(string(text), "\n")
		for _, m := range mistakes {
			if m.Line < 1 || m.Line > len(lines) || m.Column < 1 || m.Column > len([]rune(lines[m.Line-1]))+1 || m.What == "" {
				t.Fatalf("%+v, in %q", m, text)
			}
		}
		if _, ok := (theme.Options{}).As(c.Theme, false); !ok {
			t.Errorf("the theme is %q", c.Theme)
		}
		for _, b := range keymap.All() {
			if c.Keys.Key(b.Action) == "" {
				t.Errorf("%s has no key", b.Action)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := []byte(Text())
	for b.Loop() {
		Read(text)
	}
}
