package welcome

import (
	"reflect"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

func nobody() intent.Setting {
	s := screentest.Setting()
	s.Viewer = model.Reviewer{}
	return s
}

var roles = intent.Chosen{
	Roles: []model.Role{
		{ID: screentest.ID(11), Title: "Senior Backend Software Engineer", Locations: []string{"San Francisco", "Toronto"}},
		{ID: screentest.ID(12), Title: "Old one", Archived: true},
		{ID: screentest.ID(13), Title: "Harbour Systems Engineer", Locations: []string{"Halifax"}},
	},
	Counts: []int{214, 9, 1},
}

var failed = intent.Posting{Err: &model.Problem{Kind: model.Refused, Subject: "about-us.md", What: "names nothing that it asks for",
	Next: "give the requirements as a list under a heading like Requirements or Nice to have"}}

func TestGoldens(t *testing.T) {
	for name, show := range map[string]screentest.Show{
		"name":    func(th theme.Theme, w, h int) intent.Screen { return open(nobody(), th, w, h).send("Ana", " ", "S") },
		"posting": func(th theme.Theme, w, h int) intent.Screen { return open(screentest.Setting(), th, w, h) },
		"proposed": func(th theme.Theme, w, h int) intent.Screen {
			return (&bench{Model: New(nobody(), th).Propose("Ana Sofia")}).send(tea.WindowSizeMsg{Width: w, Height: h})
		},
		"files": func(th theme.Theme, w, h int) intent.Screen {
			return open(screentest.Setting(), th, w, h).send(here, "down")
		},
		"failed": func(th theme.Theme, w, h int) intent.Screen {
			return open(screentest.Setting(), th, w, h).send("~/about-us.md", "enter", failed)
		},
		"roles": func(th theme.Theme, w, h int) intent.Screen {
			return open(screentest.Setting(), th, w, h).send(roles, "j")
		},
	} {
		show.Golden(t, name, false)
	}
}

// here is a folder with a posting in it.
var here = intent.Listed{Entries: []intent.Entry{
	{Name: ".hidden.md"}, {Name: "applications", Folder: true}, {Name: "job-backend.md"}, {Name: "notes.txt"}, {Name: "photo.png"}, {Name: "posting.html"},
}}

// What may be a posting is offered first, what cannot be read is not.
func TestOffered(t *testing.T) {
	var names []string
	for _, e := range offered(here.Entries) {
		names = append(names, e.Name)
	}
	if got := strings.Join(names, " "); got != "job-backend.md posting.html .hidden.md notes.txt applications" {
		t.Error(got)
	}
	for name, want := range map[string]bool{
		"posting.md": true, "Jobs.txt": true, "JD 2.md": true, "senior-role.html": true, "stellenangebot.md": true,
		"jdk.md": false, "notes.md": false, "enrolement.md": false, "": false,
	} {
		if isLikely(name) != want {
			t.Errorf("%q is likely: %v", name, !want)
		}
	}
}

// A name that is proposed is taken with enter alone, and out of the way of one that is typed.
func TestProposed(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		want intent.Intent
	}{
		{"taken", []any{"enter"}, intent.Call{Name: "Ana Sofía"}},
		{"typed over", []any{"Bo", "enter"}, intent.Call{Name: "Bo"}},
		{"added to", []any{"tab", " Lind", "enter"}, intent.Call{Name: "Ana Sofía Lind"}},
		{"cut", []any{"right", "ctrl+w", "enter"}, intent.Call{Name: "Ana"}},
		{"put away", []any{"backspace", "enter"}, intent.Say{Text: "a name first: reviews bear it"}},
		{"typed over, and that deleted", []any{"B", "backspace", "enter"}, intent.Say{Text: "a name first: reviews bear it"}},
	} {
		b := &bench{Model: New(nobody(), screentest.Look("plain")).Propose("Ana Sofía")}
		b.send(tea.WindowSizeMsg{Width: 80, Height: 24}).send(c.keys...)
		if got := b.asked[len(b.asked)-1]; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: asked for %+v", c.name, got)
		}
	}
}

func TestAsking(t *testing.T) {
	for _, c := range []struct {
		name    string
		setting intent.Setting
		keys    []any
		want    []intent.Intent
	}{
		{"a name", nobody(), []any{" Ana  Sofía ", "enter"}, []intent.Intent{intent.Call{Name: "Ana Sofía"}}},
		{"no name", nobody(), []any{" ", "enter"}, []intent.Intent{intent.Say{Text: "a name first: reviews bear it"}}},
		{"leaving", nobody(), []any{"esc"}, []intent.Intent{intent.Quit{}}},
		{"a q in a name", nobody(), []any{"q", "?", ":"}, nil},
		{"the sample role", screentest.Setting(), []any{"enter"}, []intent.Intent{intent.Read{}}},
		{"a posting", screentest.Setting(), []any{"~/posting.md", "enter"}, []intent.Intent{intent.List{Path: "~/"}, intent.Read{Path: "~/posting.md"}}},
		{"a posting dropped on the terminal", screentest.Setting(), []any{"'/tmp/a posting.md' ", "enter"},
			[]intent.Intent{intent.List{Path: "'/tmp/"}, intent.Read{Path: "/tmp/a posting.md"}}},
		{"a posting dragged from a file manager", screentest.Setting(), []any{paste("file:///tmp/a%20posting.md\n"), "enter"},
			[]intent.Intent{intent.List{Path: "file:///tmp/"}, intent.Read{Path: "/tmp/a posting.md"}}},
		{"a posting chosen from its folder", screentest.Setting(),
			[]any{"~/po", intent.Listed{Path: "~/", Entries: []intent.Entry{{Name: "pond.md"}, {Name: "posting.md"}}}, "down", "enter"},
			[]intent.Intent{intent.List{Path: "~/"}, intent.Read{Path: "~/posting.md"}}},
		{"a posting of this folder", screentest.Setting(), []any{here, "down", "down", "enter"}, []intent.Intent{intent.Read{Path: "posting.html"}}},
		{"the sample, after looking", screentest.Setting(), []any{here, "down", "up", "enter"}, []intent.Intent{intent.Read{}}},
		{"a folder of this folder", screentest.Setting(), []any{here, "down", "down", "down", "down", "enter"}, []intent.Intent{intent.List{Path: "applications/"}}},
		{"a role", screentest.Setting(), []any{roles, "j", "enter"}, []intent.Intent{intent.Choose{Role: screentest.ID(13)}}},
		{"the first role", screentest.Setting(), []any{roles, "j", "k", "k", "enter"}, []intent.Intent{intent.Choose{Role: screentest.ID(11)}}},
		{"a new role", screentest.Setting(), []any{roles, "G", "enter", "p.md", "enter"}, []intent.Intent{intent.List{}, intent.Read{Path: "p.md"}}},
		{"back from a new role, and back", screentest.Setting(), []any{roles, "G", "j", "enter", "esc", "g", "esc"}, []intent.Intent{intent.List{}, intent.Back{}}},
		{"a click on a role", screentest.Setting(), []any{roles, tea.MouseMsg{X: 9, Y: listTop + 1, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}},
			[]intent.Intent{intent.Choose{Role: screentest.ID(13)}}},
		{"a click below the roles", screentest.Setting(), []any{roles, tea.MouseMsg{X: 9, Y: listTop + 3, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if b := open(c.setting, screentest.Look("plain"), 80, 23).send(c.keys...); !reflect.DeepEqual(b.asked, c.want) {
				t.Errorf("asks for %+v, want %+v", b.asked, c.want)
			}
		})
	}
}

// paste is what a terminal sends when something is pasted.
func paste(text string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
}

func TestPasting(t *testing.T) {
	const posting = "# Pond keeper\n\n- Swims\n"
	read := func(text string) []intent.Intent { return []intent.Intent{intent.Read{Text: text}} }
	for _, c := range []struct {
		name string
		keys []any
		want []intent.Intent
	}{
		{"a posting", []any{paste(posting)}, read(posting)},
		{"with the line breaks of terminals", []any{paste("# Pond keeper\r\r- Swims\r")}, read(posting)},
		{"with those of Windows", []any{paste("# Pond keeper\r\n\r\n- Swims\r\n")}, read(posting)},
		{"markup in one line", []any{paste("<h1>Pond keeper</h1>")}, read("<h1>Pond keeper</h1>")},
		{"JSON in one line", []any{paste(`{"title":"Pond keeper"}`)}, read(`{"title":"Pond keeper"}`)},
		{"a line too long for a path", []any{paste(strings.Repeat("swims ", 900))}, read(strings.Repeat("swims ", 900))},
		{"a path", []any{paste("/tmp/p.md")}, []intent.Intent{intent.List{Path: "/tmp/"}}},
		{"a path with a line break", []any{paste("/tmp/p.md\n"), "enter"}, []intent.Intent{intent.List{Path: "/tmp/"}, intent.Read{Path: "/tmp/p.md"}}},
		{"over a path half typed", []any{"p", paste(posting)}, read(posting)},
		{"again", []any{paste(posting), "enter"}, append(read(posting), read(posting)...)},
		{"and then a path", []any{paste(posting), "p", "enter"}, append(read(posting), intent.List{}, intent.Read{Path: "p"})},
		{"and then nothing of it", []any{paste(posting), "backspace", "enter"}, append(read(posting), intent.Read{})},
		{"for a new role", []any{roles, "G", "enter", paste(posting)}, append([]intent.Intent{intent.List{}}, read(posting)...)},
		{"in the list of roles", []any{roles, paste(posting)}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if b := open(screentest.Setting(), screentest.Look("plain"), 80, 23).send(c.keys...); !reflect.DeepEqual(b.asked, c.want) {
				t.Errorf("asks for %+v, want %+v", b.asked, c.want)
			}
		})
	}
	if b := open(nobody(), screentest.Look("plain"), 80, 23).send(paste("Ana\nSofía"), "enter"); !reflect.DeepEqual(b.asked, []intent.Intent{intent.Call{Name: "Ana Sofía"}}) {
		t.Errorf("a name that is pasted asks for %+v", b.asked)
	}
}

func TestWhatWasPastedIsSaid(t *testing.T) {
	b := open(screentest.Setting(), screentest.Look("plain"), 80, 23).send(paste("# Pond keeper\n\n- Swims\n"))
	if !strings.Contains(b.View(), "what was pasted, 3 lines") || !strings.Contains(b.View(), "Enter reads it again") {
		t.Error(b.View())
	}
	if b.send(failed); !strings.Contains(b.View(), "names nothing") || !strings.Contains(b.View(), "what was pasted") {
		t.Error(b.View())
	}
	s := screentest.Setting()
	s.May = intent.May{}
	if b = open(s, screentest.Look("plain"), 80, 23); strings.Contains(b.View(), "path") || !strings.Contains(b.View(), "Paste the posting") {
		t.Errorf("over a network:\n%s", b.View())
	}
}

func TestAFailureShowsUntilTheNextTry(t *testing.T) {
	b := open(screentest.Setting(), screentest.Look("plain"), 80, 23).send("x.md", "enter")
	if b.send(failed); !strings.Contains(b.View(), "names nothing that it asks for") || b.path.Path() != "x.md" {
		t.Errorf("the failure:\n%s", b.View())
	}
	if b.send("enter"); strings.Contains(b.View(), "names nothing") {
		t.Errorf("the next try:\n%s", b.View())
	}
}

func TestSizes(t *testing.T) {
	many := intent.Chosen{}
	for i := range 90 {
		many.Roles = append(many.Roles, model.Role{ID: screentest.ID(i + 1), Title: strings.Repeat("A long title 陈 ", 9), Locations: []string{strings.Repeat("Far away ", 9)}})
		many.Counts = append(many.Counts, i)
	}
	for width := 60; width <= 200; width += 13 {
		for height := 15; height <= 60; height += 5 {
			screentest.Whole(t, open(nobody(), screentest.Look("plain"), width, height).send(strings.Repeat("name ", 30)).View(), width, height)
			b := open(screentest.Setting(), screentest.Look("plain"), width, height)
			screentest.Whole(t, b.send(strings.Repeat("path", 90), "enter", failed).View(), width, height)
			screentest.Whole(t, b.send(many, "G").View(), width, height)
			if !strings.Contains(b.View(), "A new role") {
				t.Fatalf("the last is not in sight:\n%s", b.View())
			}
		}
	}
}

func TestKeysDoNotClash(t *testing.T) {
	for _, m := range []keymap.Map{nameKeys, postingKeys, whichKeys} {
		if c := (keymap.Table{}).Clashes(m); c != nil {
			t.Errorf("%s: %q", m.Screen, c)
		}
	}
}

// Why something could not be read is said as long as that stands there, and of nothing else.
func TestFailureOfWhatStandsThere(t *testing.T) {
	const says = "names nothing that it asks for"
	long := paste("# A posting\n\nthat takes long\n")
	for _, c := range []struct {
		name string
		keys []any
		want bool
	}{
		{"a path", []any{"about-us.md", "enter", failed}, true},
		{"another path by then", []any{"about-us.md", "enter", "x", failed}, false},
		{"another path since", []any{"about-us.md", "enter", failed, "x"}, false},
		{"moved in the path", []any{"about-us.md", "enter", failed, "left"}, true},
		{"something pasted", []any{long, failed}, true},
		{"taken out by then", []any{long, "ctrl+u", failed}, false},
		{"a path by then", []any{long, "p", failed}, false},
		{"read again", []any{long, failed, "enter"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(screentest.Setting(), screentest.Look("plain"), 80, 24).send(c.keys...)
			if got := strings.Contains(b.View(), says); got != c.want {
				t.Errorf("the failure is said: %t, want %t\n%s", got, c.want, b.View())
			}
		})
	}
}
