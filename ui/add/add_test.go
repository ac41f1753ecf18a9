package add

import (
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

func TestGoldens(t *testing.T) {
	show := func(msgs ...any) screentest.Show {
		return func(th theme.Theme, w, h int) intent.Screen {
			return open(screentest.Setting(), th, w, h).send(people).send(msgs...)
		}
	}
	cancelled := over(said(going(37)))
	cancelled.Cancelled = true
	preparing := intent.Adding{Paths: []string{"~/applications"}, Found: 12, Preparing: "preparing the PDF reader, once on this machine"}
	for name, show := range map[string]screentest.Show{
		"pick":      show("j", "j", "j", "space", "space"),
		"path":      show("/", "backspace", "~", "/", home, "a", "down"),
		"columns":   show("j", "j", "j", "j", "enter", table, "j", "j"),
		"adding":    show(said(going(37))),
		"preparing": show(preparing),
		"over":      show(over(said(going(200))), "j", "j", "j", "j"),
		"cancelled": show(cancelled),
		"dry":       show(dry(over(going(60))), "j", "j", "j"),
		"form": show("f", "Amara Okafor", "tab", "amara@example", "tab", "tab", "Toronto", "tab", "tab", "tab", "tab",
			paste("Amara Okafor\namara@example.org\n\nExperience\nRust and Tokio at Lumen Pay since 2019.\n")),
		"not-here": func(th theme.Theme, w, h int) intent.Screen {
			s := screentest.Setting()
			s.May.Files = false
			return open(s, th, w, h)
		},
	} {
		show.Golden(t, name, name == "pick" || name == "adding")
	}
}

func TestSizes(t *testing.T) {
	long := strings.Repeat("a-long-name/", 30)
	for width := 60; width <= 200; width += 13 {
		for height := 15; height <= 60; height += 5 {
			for name, msgs := range map[string][]any{
				"picking":       {"j", "j", "j", "j", "space"},
				"nothing there": {intent.Listed{}, "h", intent.Listed{Path: "~/applications/..", Why: "no such folder: " + long}},
				"deep":          {"h", intent.Listed{Path: "~/applications/..", Folder: "/" + long}},
				"a path":        {"~", "/", home, "down", "down", "down"},
				"a long path":   {"/", long},
				"columns":       {"i", many(40), "enter", "G"},
				"adding":        {said(going(90)), "G"},
				"of many paths": {intent.Adding{Paths: strings.Split(long, "/"), Found: 9}},
				"over":          {over(said(going(200))), "G"},
				"failed":        {intent.Adding{Over: true, Failed: "the disk is full: " + long}},
				"a dry run":     {dry(over(going(200))), "G"},
				"a form":        {"f", long, "enter", "tab", "tab", "tab", "tab", "tab", "tab", "tab", paste(strings.Repeat(long+"\n", 40))},
				"a document":    {"f", "up", "up", "~/", home},
			} {
				b := open(screentest.Setting(), screentest.Look("plain"), width, height).send(people).send(msgs...)
				screentest.Whole(t, b.View(), width, height)
				if t.Failed() {
					t.Fatalf("%s in %d×%d", name, width, height)
				}
			}
		}
	}
}

func TestKeysDoNotClash(t *testing.T) {
	for _, m := range []keymap.Map{pickingKeys, typingKeys, mappingKeys, fillingKeys, addingKeys, addedKeys, tryingKeys, triedKeys, farKeys} {
		if c := (keymap.Table{}).Clashes(m); c != nil {
			t.Errorf("%s: %q", m.Screen, c)
		}
	}
}

// What strangers chose steers no terminal, wherever it is shown.
func TestWhatIsShownOfNames(t *testing.T) {
	bad := "a/b\x1b]0;x\x07\u202e.txt"
	told := intent.Outcome{Path: bad, Result: intent.Refused, Name: bad, Words: "is\x1b[31m bad"}
	columns := intent.Inspected{Tables: []intent.Table{{Path: bad, Columns: []intent.Column{{Name: bad, Example: bad, As: bad}}}}}
	for name, msgs := range map[string][]any{
		"adding":     {intent.Adding{Paths: []string{bad}, Told: []intent.Outcome{told}, Last: bad, Failed: bad, Found: 1}},
		"columns":    {"i", columns},
		"picking":    {"h", intent.Listed{Path: "~/applications/..", Folder: bad, Entries: []intent.Entry{{Name: bad}}}},
		"unreadable": {"h", intent.Listed{Path: "~/applications/..", Why: bad}},
		"entered":    {"f", "A", "enter", intent.Entered{Outcome: told}},
	} {
		if v := plain().send(msgs...).View(); strings.ContainsAny(v, "\x1b\x07\u202e") {
			t.Errorf("%s: %q", name, v)
		}
	}
}

func TestMouse(t *testing.T) {
	down := tea.MouseMsg{Button: tea.MouseButtonWheelDown}
	if b := plain().send(down); b.pick.at != 3 {
		t.Errorf("picking: on row %d", b.pick.at)
	}
	if b := plain().send("i", many(9), "enter", down, down); b.columns.at != 6 {
		t.Errorf("columns: on %d", b.columns.at)
	}
	if b := plain().send(over(said(going(200))), down, tea.MouseMsg{Button: tea.MouseButtonWheelUp}, down, down); b.at != 6 {
		t.Errorf("outcomes: on %d", b.at)
	}
}

func TestWithoutFiles(t *testing.T) {
	s := screentest.Setting()
	s.May.Files = false
	b := open(s, screentest.Look("plain"), 80, 23).send("x", "enter", paste("/etc"), "i", "esc")
	if len(b.asked) != 1 || b.asked[0] != (intent.Back{}) || b.Typing() {
		t.Errorf("asked for %+v, typing %t", b.asked, b.Typing())
	}
	if b.send("f"); b.stage != filling {
		t.Error("a form cannot be filled in")
	}
}
