package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"candid/ui/intent"
	"candid/ui/keymap"

	"github.com/charmbracelet/x/ansi"
)

// states is the states of the screens that have keys of their own, and how to come to them from the list.
var states = map[string]func(*sitting){
	"list":                    func(x *sitting) {},
	"list, a column":          func(x *sitting) { x.press("l") },
	"list, marked":            func(x *sitting) { x.press("j", "*") },
	"list, last row":          func(x *sitting) { x.press("G") },
	"list, filter typed":      func(x *sitting) { x.press("/", "a"); x.answered() },
	"list, row below":         func(x *sitting) { x.press("/", "down") },
	"list, filter offered":    func(x *sitting) { x.press("/", "s", "t") },
	"list, nobody found":      func(x *sitting) { x.press("/", "z", "z", "enter"); x.answered() },
	"list, filtered":          func(x *sitting) { x.press("/", "a", "enter"); x.answered() },
	"views, kept":             func(x *sitting) { x.press("'", "d", "G", "s", "a", "enter") },
	"views, undone":           func(x *sitting) { x.press("'", "d", "u") },
	"help":                    func(x *sitting) { x.press("?") },
	"help, scrolled":          func(x *sitting) { x.press("?", "G") },
	"palette":                 func(x *sitting) { x.press(":") },
	"proof":                   func(x *sitting) { x.detail("enter"); x.press("J") },
	"triage":                  func(x *sitting) { x.detail("t"); x.press("J") },
	"document":                func(x *sitting) { x.detail("enter"); x.press("tab", "J") },
	"document, scrolled":      func(x *sitting) { x.detail("enter"); x.take(small); x.press("tab", "G") },
	"document, small":         func(x *sitting) { x.detail("enter"); x.take(small); x.press("tab") },
	"document, triage":        func(x *sitting) { x.detail("t"); x.press("tab") },
	"document, finding":       func(x *sitting) { x.detail("enter"); x.press("tab", "/") },
	"document, found":         func(x *sitting) { x.detail("enter"); x.press("tab", "/", "e", "r", "enter") },
	"document, selecting":     func(x *sitting) { x.detail("enter"); x.press("tab", "v") },
	"document, more selected": func(x *sitting) { x.detail("enter"); x.press("tab", "J", "v", "j", "j") },
	"history, wide":           func(x *sitting) { x.detail("enter"); x.press("shift+tab"); x.see("[History]"); x.press("J") },
	"history": func(x *sitting) {
		x.score("Ben")
		x.all("3")
		x.press("esc")
		x.detail("enter")
		x.take(small)
		x.press("shift+tab")
		x.see("open → 3")
		x.press("J")
	},
	"history, scrolled": func(x *sitting) {
		x.score("Ben")
		x.all("3")
		x.press("esc")
		x.detail("enter")
		x.take(small)
		x.press("shift+tab")
		x.see("open → 3")
		x.press("G")
	},
	"scoring":                func(x *sitting) { x.score("Ben"); x.press("J", "J", "e") },
	"scoring, rated":         func(x *sitting) { x.score("Ben"); x.press("3"); x.quiet() },
	"scoring, small":         func(x *sitting) { x.score("Ben"); x.take(small) },
	"scoring, scrolled":      func(x *sitting) { x.score("Ben"); x.take(small); x.press("G") },
	"scoring, note":          func(x *sitting) { x.score("Ben"); x.press("m", "o", "k") },
	"scoring, finding":       func(x *sitting) { x.score("Ben"); x.press("/", "e") },
	"scoring, found":         func(x *sitting) { x.score("Ben"); x.press("/", "e", "r", "enter") },
	"scoring, selecting":     func(x *sitting) { x.score("Ben"); x.press("v") },
	"scoring, more selected": func(x *sitting) { x.score("Ben"); x.press("v", "j", "j") },
	"scoring, why":           func(x *sitting) { x.score("Ben"); x.press("J", "W"); x.see("WHY") },
	"scoring, taken away":    func(x *sitting) { x.score("Ben"); x.press("J", "d"); x.quiet() },
	"scoring, terms":         func(x *sitting) { x.score("Ben"); x.press("T") },
	"summary":                func(x *sitting) { x.score("Ben"); x.all("3"); x.see("recommend first") },
	"summary, recommended":   func(x *sitting) { x.score("Ben"); x.all("3"); x.press("y"); x.quiet() },
	"summary, small":         func(x *sitting) { x.score("Ben"); x.all("3"); x.take(small) },
	"summary, scrolled":      func(x *sitting) { x.score("Ben"); x.all("3"); x.take(small); x.press("G") },
	"submitted":              func(x *sitting) { x.submit() },
	"submitted, small":       func(x *sitting) { x.submit(); x.take(small) },
	"submitted, scrolled":    func(x *sitting) { x.submit(); x.take(small); x.press("G") },
	"role":                   func(x *sitting) { x.press("R", "j") },
	"role, small":            func(x *sitting) { x.take(small); x.press("R", "j") },
	"role, posting":          func(x *sitting) { x.take(small); x.press("R", "tab", "G") },
	"role, posting, top":     func(x *sitting) { x.take(small); x.press("R", "tab") },
	"role, last":             func(x *sitting) { x.press("R", "G") },
	"roles":                  func(x *sitting) { x.press("ctrl+o"); x.see("A new role") },
	"roles, last":            func(x *sitting) { x.press("ctrl+o"); x.see("A new role"); x.press("G") },
	"views":                  func(x *sitting) { x.press("'"); x.see("Saved views"); x.press("j") },
	"posting asked for":      func(x *sitting) { x.press("ctrl+o"); x.see("A new role"); x.press("G", "enter") },
	"posting, a folder": func(x *sitting) {
		x.press("ctrl+o")
		x.see("A new role")
		x.press("G", "enter")
		x.see("add/")
		x.press("down")
	},
	"looked over":         func(x *sitting) { x.lookOver(); x.press("j") },
	"looked over, last":   func(x *sitting) { x.lookOver(); x.press("G") },
	"looked over, edited": func(x *sitting) { x.lookOver(); x.press("j", "p", "u", "p") },
	"looked over, undone": func(x *sitting) { x.lookOver(); x.press("j", "p", "u") },
	"looked over, small":  func(x *sitting) { x.lookOver(); x.take(small) },
	"rewording":           func(x *sitting) { x.lookOver(); x.press("j", "W") },
	"rewording a title":   func(x *sitting) { x.lookOver(); x.press("g", "W") },
	"wording anchors":     func(x *sitting) { x.lookOver(); x.press("A") },
	"picking":             func(x *sitting) { x.lookOver(); x.press("tab", "j", "space") },
	"picking, undone":     func(x *sitting) { x.lookOver(); x.press("tab", "j", "space", "u") },
	"picking, small":      func(x *sitting) { x.take(small); x.lookOver(); x.press("tab", "j") },
	"picking, last":       func(x *sitting) { x.take(small); x.lookOver(); x.press("tab", "G") },
	"adding asked for":    func(x *sitting) { x.pick(); x.press("j", "j") },
	"picking, the end":    func(x *sitting) { x.take(small); x.pick(); x.press("G") },
	"a path typed":        func(x *sitting) { x.pick(); x.press("tab", "a"); x.see("acts.go"); x.press("down") },
	"a form":              func(x *sitting) { x.press("i", "f", "A") },
	"columns":             func(x *sitting) { x.press("i"); x.columns(); x.press("j") },
	"columns, last":       func(x *sitting) { x.take(small); x.press("i"); x.columns(); x.press("G") },
	"adding":              func(x *sitting) { x.press("i"); x.take(told(40)); x.press("j") },
	"adding, last":        func(x *sitting) { x.take(small); x.press("i"); x.take(told(40)); x.press("G") },
	"dry run": func(x *sitting) {
		x.press("i")
		r := told(40)
		r.Dry = true
		x.take(r)
		x.press("j")
	},
	"dry run over": func(x *sitting) {
		x.press("i")
		r := told(40)
		r.Dry, r.Over = true, true
		x.take(r)
		x.press("G")
	},
	"added": func(x *sitting) {
		folder := x.t.TempDir()
		for i := range 60 {
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.txt", i)), nil, 0o600); err != nil {
				x.t.Fatal(err)
			}
		}
		x.press("i", folder, "enter")
		x.until("all are refused", func() bool { return x.app.top().Keys().Screen == "Added candidates" })
		x.press("j")
	},
}

// answered waits until the documents have been looked through for what is typed.
func (x *sitting) answered() {
	x.t.Helper()
	x.until("the documents are looked through", func() bool { return !x.app.searching.unanswered() })
}

// pick opens the screen that picks files, in the folder of these tests.
func (x *sitting) pick() {
	x.t.Helper()
	x.press("i")
	x.see("the folder above")
}

// columns shows a table that is among what is to be added.
func (x *sitting) columns() {
	x.t.Helper()
	path := filepath.Join(x.t.TempDir(), "people.csv")
	if err := os.WriteFile(path, []byte("Name,E-mail,Why?,When?,A,B,C,D,E,F,G\nBen Ossian,ben@example.org,Rust,Now,1,2,3,4,5,6,7\n"), 0o600); err != nil {
		x.t.Fatal(err)
	}
	x.press(path, "enter")
	x.see("What the columns are taken as")
}

// told is an adding that goes on, with so many refused.
func told(n int) intent.Adding {
	r := intent.Adding{Paths: []string{"/x"}, Counts: map[string]int{intent.Refused: n, intent.Added: 1}, Done: n + 1, Found: 2 * n}
	for i := range n {
		r.Told = append(r.Told, intent.Outcome{Path: fmt.Sprint(i), Result: intent.Refused, Words: "empty"})
	}
	return r
}

// lookOver reads the sample posting, to be looked over.
func (x *sitting) lookOver() {
	x.t.Helper()
	x.press("ctrl+o")
	x.see("A new role")
	x.press("G", "enter", "enter")
	x.see("make the role")
}

// small is the least room there may be.
var small = sizeMsg(MinWidth, MinHeight)

// detail opens Ben with a key.
func (x *sitting) detail(key string) {
	x.t.Helper()
	x.press("g", "j", key)
	x.see("[Proof]")
	x.until("the documents are there", func() bool { return x.app.people[x.kept.ids["Ben"]].readings != nil })
}

// all rates all 13 requirements.
func (x *sitting) all(digit string) {
	for range 13 {
		x.press(digit)
	}
	x.quiet()
}

// submit submits a review of Ben's, and stays.
func (x *sitting) submit() {
	x.t.Helper()
	x.score("Ben")
	x.all("3")
	x.press("y", "enter")
	x.quiet()
	x.press("[")
	x.see("submitted")
}

// ofApp is what the app does itself, whatever the screen.
var ofApp = []keymap.Action{
	keymap.Help, keymap.Palette, keymap.GoTo, keymap.Undo, keymap.Redo, keymap.Suspend, keymap.Quit, keymap.MouseOff, keymap.MouseOn, keymap.Theme,
	keymap.HintsOff, keymap.HintsOn,
}

// The keys of every state do not clash, its help tells them all, and each does something in one state of its screen at least.
func TestKeysOfEveryState(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	bound := map[string]bool{}                   // keys, somewhere
	works := map[string]map[keymap.Action]bool{} // what does something, by screen
	t.Run("states", func(t *testing.T) {
		for name, reach := range states {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				x := sit(t, newStore(t))
				reach(x)
				top := x.app.top()
				keys := top.Keys()
				if c := (keymap.Table{}).Clashes(keys); len(c) > 0 {
					t.Errorf("clashes: %q", c)
				}
				if keys.Screen == "" {
					t.Error("the screen has no name for its help")
				}
				helped := ansi.Strip(strings.Join(sized(newHelp(x.app.theme, keymap.Table{}, keys)).lines(), "\n"))
				for _, b := range keys.Bindings() {
					if !strings.Contains(helped, b.Does) || !strings.Contains(helped, "   "+b.Keys[0]+" ") {
						t.Errorf("the help does not tell of %s: %s", b.Keys[0], b.Does)
					}
				}
				for _, h := range keys.Hints {
					if h.Word == "" || len(h.Actions) == 0 {
						t.Errorf("an empty hint: %+v", h)
					}
				}
				typing, _ := top.(intent.Typing)
				if typing == nil || !typing.Typing() {
					for _, a := range []keymap.Action{keymap.Help, keymap.Palette, keymap.GoTo, keymap.Suspend} {
						if !x.takes(a) && !strings.HasPrefix(name, "help") {
							t.Errorf("%s is not taken", a)
						}
					}
				}
				mu.Lock()
				defer mu.Unlock()
				if works[keys.Screen] == nil {
					works[keys.Screen] = map[keymap.Action]bool{}
				}
				for _, b := range keys.Bindings() {
					for _, k := range b.Keys {
						bound[k] = true
						before := top.View()
						next, want := top.Update(press(k))
						does := want != nil || next.View() != before || slices.Contains(ofApp, b.Action) && !strings.HasPrefix(name, "help")
						works[keys.Screen][b.Action] = works[keys.Screen][b.Action] || does
					}
				}
			})
		}
	})
	for screen, actions := range works {
		for a, does := range actions {
			if !does && a != keymap.Suspend {
				t.Errorf("%s is bound on the screen %q and does nothing there", a, screen)
			}
		}
	}
	for _, k := range designed {
		if !bound[k] {
			t.Errorf("%q is a key of the design, and is bound nowhere", k)
		}
	}
	for k, why := range later {
		if bound[k] {
			t.Errorf("%q is bound now, and still excused: %s", k, why)
		}
	}
}

func (x *sitting) takes(a keymap.Action) bool {
	return slices.ContainsFunc(x.app.top().Keys().Bindings(), func(b keymap.Binding) bool { return b.Action == a })
}

// sized is a screen with room.
func sized(h help) help {
	next, _ := h.Update(sizeMsg(200, 60))
	return next.(help)
}

// designed is the keys that mean the same everywhere.
var designed = strings.Fields("? f1 : esc q j k down up g G ctrl+d ctrl+u pgdown pgup h l left right J K ] [ e E / n N enter space * " +
	"r t S 1 2 3 4 0 a w x u ctrl+r . v y m tab R i o O ctrl+z = # V ' + ctrl+p")

// later is keys of the design whose feature the program does not have yet.
var later = map[string]string{
	"B": "blind review",
	"c": "comparing candidates",
	"P": "the report",
}

// No key is taken for two things by the same screen, and none of the excused ones is taken for something else.
func TestKeysToCome(t *testing.T) {
	for k, why := range later {
		if a := keymap.Known(k); a != "" {
			t.Errorf("%q is %s: it is kept for %s", k, a, why)
		}
	}
}
