package add

import (
	"reflect"
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// home is a folder as it would be listed.
var home = intent.Listed{Path: "~/", Entries: []intent.Entry{
	{Name: ".config", Folder: true}, {Name: "Applications", Folder: true}, {Name: "applications 2025", Folder: true}, {Name: "Apples.txt"},
	{Name: "notes.md"}, {Name: "nasty\x1b[2J.md"}, {Name: "Órgano", Folder: true}, {Name: "Órbita", Folder: true},
}}

// imported is news of so many files, every fourth of them refused.
func imported(b *bench, n int) *bench {
	for i := range n {
		m := intent.Imported{Path: "/home/ana/applications/someone-" + string(rune('a'+i%26)) + ".txt", Result: added, Name: "Somebody New", Done: i + 1}
		switch i % 8 {
		case 1, 5:
			m.Result, m.Name, m.Reason = refused, "", "is not text: it holds bytes that no text has"
		case 2:
			m.Result = updated
		case 7:
			m.Result = unchanged
		}
		b.send(m)
	}
	return b
}

func TestGoldens(t *testing.T) {
	for name, show := range map[string]screentest.Show{
		"ask": func(th theme.Theme, w, h int) intent.Screen {
			return open(screentest.Setting(), th, w, h).send("~/", intent.Listed{Path: "~/", Entries: home.Entries[1:5]}, "down")
		},
		"adding": func(th theme.Theme, w, h int) intent.Screen {
			return imported(open(screentest.Setting(), th, w, h).send("~/applications", "enter"), 37)
		},
		"over": func(th theme.Theme, w, h int) intent.Screen {
			return imported(open(screentest.Setting(), th, w, h).send("~/applications", "enter"), 80).send(intent.Imported{Over: true}, "j", "j")
		},
		"not-here": func(th theme.Theme, w, h int) intent.Screen {
			s := screentest.Setting()
			s.May.Files = false
			return open(s, th, w, h)
		},
	} {
		show.Golden(t, name, false)
	}
}

func TestAdding(t *testing.T) {
	for _, c := range []struct{ name, path, want string }{
		{"as typed", " ~/applications ", "~/applications"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(screentest.Setting(), screentest.Look("plain"), 80, 23).send(c.path, "enter")
			if got := screentest.Last[intent.Import](t, b.asked).Paths; !reflect.DeepEqual(got, []string{c.want}) {
				t.Errorf("asked to add %q, want %q", got, c.want)
			}
		})
	}
	b := open(screentest.Setting(), screentest.Look("plain"), 80, 23).send("enter")
	screentest.Last[intent.Say](t, b.asked)
	b = open(screentest.Setting(), screentest.Look("plain"), 80, 23).send("~/app", home, "down", "down", "enter")
	if got := screentest.Last[intent.Import](t, b.asked).Paths; !reflect.DeepEqual(got, []string{"~/applications 2025"}) {
		t.Errorf("of the one chosen, asked to add %q", got)
	}
}

func TestCounts(t *testing.T) {
	b := imported(open(screentest.Setting(), screentest.Look("plain"), 80, 23).send("x", "enter"), 16)
	if want := map[string]int{added: 8, refused: 4, updated: 2, unchanged: 2}; !reflect.DeepEqual(b.counts, want) {
		t.Errorf("%v, want %v", b.counts, want)
	}
	if b.Keys().Screen != "Adding candidates" || b.Typing() {
		t.Errorf("the keys are those of %q", b.Keys().Screen)
	}
	if b.send(intent.Imported{Over: true}); b.Keys().Screen != "Added candidates" || !strings.Contains(b.View(), "done") {
		t.Errorf("when it is over:\n%s", b.View())
	}
	if b.send("enter"); !b.Typing() || len(b.counts) != 0 {
		t.Error("enter does not ask for more")
	}
	b = open(screentest.Setting(), screentest.Look("plain"), 80, 23).send("x", "enter", intent.Imported{Over: true})
	if !strings.Contains(b.View(), "Nothing was found there") {
		t.Errorf("nothing there:\n%s", b.View())
	}
}

func TestNewsOfAnAddingBegunBefore(t *testing.T) {
	b := imported(open(screentest.Setting(), screentest.Look("plain"), 80, 23), 3)
	if b.stage != adding || b.total() != 3 {
		t.Errorf("stage %v, %d counted", b.stage, b.total())
	}
}

func TestScrollingTheRefused(t *testing.T) {
	b := imported(open(screentest.Setting(), screentest.Look("plain"), 60, 15).send("x", "enter"), 80).send(intent.Imported{Over: true})
	b.send("G")
	at := b.top
	if at == 0 || at+b.rows() != len(b.failed) {
		t.Errorf("the bottom is %d of %d with %d rows", at, len(b.failed), b.rows())
	}
	if b.send("j", tea.MouseMsg{Button: tea.MouseButtonWheelDown}); b.top != at {
		t.Errorf("scrolled past the end to %d", b.top)
	}
	if b.send("g"); b.top != 0 {
		t.Errorf("g went to %d", b.top)
	}
}

func TestWhatIsShownOfNames(t *testing.T) {
	b := open(screentest.Setting(), screentest.Look("plain"), 80, 23).send("x", "enter", intent.Imported{Path: "a/b\x1b]0;x\x07.txt", Result: refused, Reason: "is\x1b[31m bad"})
	if strings.ContainsAny(b.View(), "\x1b\x07") {
		t.Errorf("%q", b.View())
	}
}

func TestWithoutFiles(t *testing.T) {
	s := screentest.Setting()
	s.May.Files = false
	b := open(s, screentest.Look("plain"), 80, 23)
	if b.send("x", "enter", "esc"); !reflect.DeepEqual(b.asked, []intent.Intent{intent.Back{}}) || b.Typing() {
		t.Errorf("asked for %+v, typing %t", b.asked, b.Typing())
	}
}

func TestSizes(t *testing.T) {
	for width := 60; width <= 200; width += 13 {
		for height := 15; height <= 60; height += 5 {
			b := open(screentest.Setting(), screentest.Look("plain"), width, height)
			screentest.Whole(t, b.send("~/", home, "down", "down", "down").View(), width, height)
			screentest.Whole(t, imported(b.send(strings.Repeat("a-long-name/", 30), "enter"), 90).View(), width, height)
			screentest.Whole(t, b.send("G", intent.Imported{Over: true}).View(), width, height)
		}
	}
}

func TestKeysDoNotClash(t *testing.T) {
	for _, m := range []keymap.Map{askingKeys, addingKeys, overKeys, refusedKeys} {
		if c := m.Clashes(); c != nil {
			t.Errorf("%s: %q", m.Screen, c)
		}
	}
}

// Why files were refused is said in full where there is room for all of it.
func TestReasonsInFull(t *testing.T) {
	long := intent.Imported{Path: "/x/resume.pdf", Result: refused, Reason: "a PDF, which this version does not read (save it as text and add that)"}
	b := open(screentest.Setting(), screentest.Look("plain"), 60, 15).send("x", "enter", long, long)
	if v := b.View(); strings.Count(strings.Join(strings.Fields(v), " "), "(save it as text and add that)") != 2 {
		t.Errorf("a reason is cut:\n%s", v)
	}
	if v := b.send(long, long, long).View(); strings.Contains(v, "add that)") || strings.Count(v, "resume.pdf") != 5 {
		t.Errorf("there are not five in a line each:\n%s", v)
	}
}
