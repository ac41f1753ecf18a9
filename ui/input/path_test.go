package input

import (
	"reflect"
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/text"
)

// home is a folder as it would be listed.
var home = intent.Listed{Path: "~/", Entries: []intent.Entry{
	{Name: ".config", Folder: true}, {Name: "Applications", Folder: true}, {Name: "applications 2025", Folder: true}, {Name: "Apples.txt"},
	{Name: "notes.md"}, {Name: "nasty\x1b[2J.md"}, {Name: "Órgano", Folder: true}, {Name: "Órbita", Folder: true},
}}

// given is a path after keys and listed folders, and what it asked for.
func given(msgs ...any) (p Path, asked []intent.Intent) {
	p = NewPath()
	for _, msg := range msgs {
		var want intent.Intent
		switch msg := msg.(type) {
		case string:
			p, want = p.Key(screentest.Key(msg))
		case intent.Listed:
			p, want = p.Listed(msg)
		}
		if want != nil {
			asked = append(asked, want)
		}
	}
	return p, asked
}

func TestCompleting(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		want string
	}{
		{"a folder by itself", []any{"~/n", home, "tab"}, "~/notes.md"},
		{"before the answer is there", []any{"tab", intent.Listed{Entries: []intent.Entry{{Name: "people", Folder: true}}}}, "people/"},
		{"what all have in common", []any{"~/App", home, "tab"}, "~/App"},
		{"whatever the case", []any{"~/applications ", home, "tab"}, "~/applications 2025/"},
		{"the one chosen", []any{"~/app", home, "down", "down", "tab"}, "~/applications 2025/"},
		{"none matches", []any{"~/x", home, "tab"}, "~/x"},
		{"hidden ones by their dot", []any{"~/.", home, "tab"}, "~/.config/"},
		{"a name of two bytes a letter", []any{"~/Ó", home, "tab"}, "~/Ór"},
		{"nothing that would steer a terminal", []any{"~/na", home, "tab"}, "~/na"},
		{"another folder's answer", []any{"~/n", intent.Listed{Path: "/", Entries: home.Entries}, "tab"}, "~/n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := given(c.keys...)
			if got := p.line.Text(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestFoldersAreAskedForOnce(t *testing.T) {
	_, asked := given("~", "/", "a", "b", "backspace", "/", "c")
	want := []intent.Intent{intent.List{}, intent.List{Path: "~/"}, intent.List{Path: "~/a/"}}
	if !reflect.DeepEqual(asked, want) {
		t.Errorf("asked for %+v, want %+v", asked, want)
	}
}

// A folder that is completed while tab still waits for the one before is asked for too.
func TestCompletingGoesOn(t *testing.T) {
	_, asked := given("tab", intent.Listed{Entries: []intent.Entry{{Name: "people", Folder: true}}})
	if want := []intent.Intent{intent.List{}, intent.List{Path: "people/"}}; !reflect.DeepEqual(asked, want) {
		t.Errorf("asked for %+v, want %+v", asked, want)
	}
}

func TestPathIs(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		want string
	}{
		{"as typed", []any{" ~/applications "}, "~/applications"},
		{"dropped on the terminal", []any{"'/home/ana/My folder'"}, "/home/ana/My folder"},
		{"in double quotes", []any{`"C:\people"`}, `C:\people`},
		{"the one chosen", []any{"~/app", home, "down", "down"}, "~/applications 2025"},
		{"typed on after choosing", []any{"~/app", home, "down", "down", "l"}, "~/appl"},
		{"chosen no more", []any{"~/app", home, "down", "up"}, "~/app"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if p, _ := given(c.keys...); p.Path() != c.want {
				t.Errorf("%q, want %q", p.Path(), c.want)
			}
		})
	}
}

func TestChoices(t *testing.T) {
	p, _ := given("~/", home)
	for _, c := range []struct {
		name         string
		cells, lines int
		downs        int
		want         string
	}{
		{"all", 40, 9, 0, "  Applications/,  applications 2025/,  Apples.txt,  notes.md,  Órgano/,  Órbita/"},
		{"the first few", 40, 3, 0, "  Applications/,  applications 2025/,  and 4 more"},
		{"the one chosen", 40, 2, 1, "▌ Applications/,  and 5 more"},
		{"the last", 40, 2, 9, "  Órgano/,▌ Órbita/"},
		{"narrow", 9, 2, 2, "  Applic…,▌ applic…"},
		{"no room", 40, 0, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := p
			for range c.downs {
				p, _ = p.Key(screentest.Key("down"))
			}
			got := p.Choices(screentest.Look("plain"), c.cells, c.lines)
			if strings.Join(got, ",") != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			for _, line := range got {
				if text.Width(line) > c.cells {
					t.Errorf("%q is wider than %d cells", line, c.cells)
				}
			}
		})
	}
}
