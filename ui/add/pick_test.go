package add

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/keymap"
)

// What each key of the picker asks for, and where it leads.
func TestPicking(t *testing.T) {
	const here = "~/applications/"
	for _, c := range []struct {
		name string
		keys []any
		want []intent.Intent
	}{
		{"all of the folder", []any{"enter"}, []intent.Intent{intent.Inspect{Paths: []string{here}}}},
		{"all of the folder, by its key", []any{"i"}, []intent.Intent{intent.Inspect{Paths: []string{here}}}},
		{"the folder above", []any{"j", "enter"}, []intent.Intent{intent.List{Path: here + ".."}}},
		{"the folder above, by its key", []any{"G", "h"}, []intent.Intent{intent.List{Path: here + ".."}}},
		{"nothing to add of the folder above", []any{"j", "i"}, []intent.Intent{intent.Say{Text: "a path first: of a file, or of a folder of applications"}}},
		{"into a folder", []any{"j", "j", "enter"}, []intent.Intent{intent.List{Path: here + "amara-okafor"}}},
		{"into a folder, by its key", []any{"down", "down", "right"}, []intent.Intent{intent.List{Path: here + "amara-okafor"}}},
		{"a folder is one to add", []any{"j", "j", "j", "i"}, []intent.Intent{intent.Inspect{Paths: []string{here + "zora-lind"}}}},
		{"a file", []any{"j", "j", "j", "j", "enter"}, []intent.Intent{intent.Inspect{Paths: []string{here + "export.csv"}}}},
		{"a file is no folder", []any{"G", "l"}, nil},
		{"what is marked", []any{"j", "j", "space", "space", "enter"}, []intent.Intent{intent.Inspect{Paths: []string{here + "amara-okafor", here + "zora-lind"}}}},
		{"what is marked no more", []any{"j", "j", "space", "k", "space", "i"}, []intent.Intent{intent.Inspect{Paths: []string{here + "zora-lind"}}}},
		{"what cannot be marked", []any{"space"}, []intent.Intent{intent.Say{Text: "a file or a folder is marked: stand on one"}}},
		{"a dry run", []any{"ctrl+t"}, []intent.Intent{intent.Inspect{Paths: []string{here}}}},
		{"back", []any{"esc"}, []intent.Intent{intent.Back{}}},
		{"typed", []any{"/", "home/ana", "enter"}, []intent.Intent{intent.List{Path: "/"}, intent.List{Path: "/home/"}, intent.Inspect{Paths: []string{"/home/ana"}}}},
		{"typed from here", []any{"tab", "zo", "enter"}, []intent.Intent{intent.List{Path: here}, intent.Inspect{Paths: []string{here + "zo"}}}},
		{"typed from home", []any{"~", "/", home, "app", "down", "down", "enter"},
			[]intent.Intent{intent.List{}, intent.List{Path: "~/"}, intent.Inspect{Paths: []string{"~/applications 2025"}}}},
		{"nothing typed", []any{"/", "backspace", "enter"}, []intent.Intent{intent.List{Path: "/"}, intent.List{}, intent.Say{Text: "a path first: of a file, or of a folder of applications"}}},
		{"a dry run of what is typed", []any{"/", "ctrl+t"}, []intent.Intent{intent.List{Path: "/"}, intent.Inspect{Paths: []string{"/"}}}},
		{"picking where it was typed", []any{"~", "/", home, "x", "esc"}, []intent.Intent{intent.List{}, intent.List{Path: "~/"}, intent.List{Path: "~/"}}},
		{"one pasted", []any{paste("'/home/ana/My people'\n"), "enter"}, []intent.Intent{intent.List{Path: "/home/ana/"}, intent.Inspect{Paths: []string{"/home/ana/My people"}}}},
		{"one pasted over what was typed", []any{"~", paste(`/home/ana/My\ people`), "enter"},
			[]intent.Intent{intent.List{}, intent.List{Path: "/home/ana/"}, intent.Inspect{Paths: []string{"/home/ana/My people"}}}},
		{"a part pasted", []any{"/", paste("home"), "enter"}, []intent.Intent{intent.List{Path: "/"}, intent.Inspect{Paths: []string{"/home"}}}},
		{"several pasted", []any{paste("file:///a/b%20c\nfile:///d"), "i"},
			[]intent.Intent{intent.Say{Text: "2 marked: i adds them, ctrl+t says what would become of them"}, intent.Inspect{Paths: []string{"/a/b c", "/d"}}}},
		{"help", []any{"?"}, []intent.Intent{intent.Show{Action: keymap.Help}}},
		{"undo", []any{"u"}, []intent.Intent{intent.Undo{}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := plain().send(c.keys...).asked; !reflect.DeepEqual(got, c.want) {
				t.Errorf("asked for %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestMarkAll(t *testing.T) {
	b := plain().send("*")
	if n := len(b.pick.marked); n != 5 {
		t.Errorf("%d are marked", n)
	}
	if b.send("*"); len(b.pick.marked) != 0 {
		t.Errorf("%q are marked still", b.pick.marked)
	}
	if b.send("G", "space", "*"); len(b.pick.marked) != 5 {
		t.Errorf("of some, %q are marked", b.pick.marked)
	}
}

// What is in a folder: folders first, nothing hidden, nothing that would steer the terminal.
func TestFolder(t *testing.T) {
	var names []string
	b := plain()
	for _, e := range b.pick.entries {
		names = append(names, e.Name)
	}
	if want := []string{"amara-okafor", "zora-lind", "export.csv"}; !slices.Equal(names[:3], want) || len(names) != 5 {
		t.Errorf("%q", names)
	}
	// The folder above stands on the one that was left.
	b.send("h", intent.Listed{Path: "~/applications/..", Folder: "~/", Entries: home.Entries})
	if b.pick.folder != "~/" {
		t.Fatalf("in %q", b.pick.folder)
	}
	b.send("h", intent.Listed{Path: "~/..", Folder: "/home/", Entries: []intent.Entry{{Name: "aaa", Folder: true}, {Name: "~", Folder: true}}})
	if e, ok := b.pick.here(); !ok || e.Name != "~" {
		t.Errorf("on %+v", e)
	}
	// One that cannot be read is said, and one stays where one is.
	b.send("h", intent.Listed{Path: "/home/..", Why: "permission denied"})
	if !strings.Contains(b.View(), "permission denied") || b.pick.folder != "/home/" {
		t.Errorf("in %q:\n%s", b.pick.folder, b.View())
	}
	// Late answers are dropped.
	b.send("j", "j", "enter", intent.Listed{Path: "/etc", Folder: "/etc/"})
	if b.pick.folder != "/home/" {
		t.Errorf("in %q", b.pick.folder)
	}
}

// An adding begins when it is known that no table is among what is added; a late answer begins none.
func TestBegin(t *testing.T) {
	none := intent.Inspected{Paths: []string{"~/applications/"}}
	for name, c := range map[string]struct {
		keys []any
		want intent.Intent
	}{
		"at once":           {[]any{"enter", none}, intent.Import{Paths: none.Paths}},
		"as a dry run":      {[]any{"ctrl+t", none}, intent.Import{Paths: none.Paths, Dry: true}},
		"nobody asked":      {[]any{none}, nil},
		"in a form by then": {[]any{"f", none}, nil},
		"given up by then":  {[]any{"enter", "esc", none}, nil},
		"typed, given up":   {[]any{"/", "enter", "esc", none}, nil},
	} {
		b := plain().send(c.keys...)
		var got intent.Intent
		for _, want := range b.asked {
			if w, ok := want.(intent.Import); ok {
				got = w
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

func TestBytes(t *testing.T) {
	for n, want := range map[int64]string{0: "0 B", 999: "999 B", 14_200: "14 KB", 1_204_000: "1.2 MB", 45_600_000: "46 MB", 2_100_000_000: "2.1 GB"} {
		if got := bytes(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}
