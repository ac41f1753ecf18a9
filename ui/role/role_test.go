package role

import (
	"reflect"
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

func looked(th theme.Theme, width, height int) *bench {
	return look(posting.Reading{Role: harbour()}, th, width, height)
}

func TestGoldens(t *testing.T) {
	for name, show := range map[string]screentest.Show{
		"look-over": func(th theme.Theme, w, h int) intent.Screen {
			return looked(th, w, h).send("j", "d", "j", "j", "I", "k")
		},
		"doubts": func(th theme.Theme, w, h int) intent.Screen {
			return look(doubtful(), th, w, h).send("n", "n", "space", "n")
		},
		"picking": func(th theme.Theme, w, h int) intent.Screen { return look(doubtful(), th, w, h).send("j", "d", "tab") },
		"untold":  func(th theme.Theme, w, h int) intent.Screen { return look(untold(), th, w, h).send("j", "j", "j") },
		"picked": func(th theme.Theme, w, h int) intent.Screen {
			return look(untold(), th, w, h).send("j", "j", "space", "j", "j", "space", "j")
		},
		"anchors": func(th theme.Theme, w, h int) intent.Screen {
			return look(doubtful(), th, w, h).send("A", "enter", ", at sea")
		},
		"terms": func(th theme.Theme, w, h int) intent.Screen {
			return look(doubtful(), th, w, h).send("T", "tokio, axum", "enter", ", at sea")
		},
		"title": func(th theme.Theme, w, h int) intent.Screen {
			r := doubtful()
			r.Role.Title = ""
			return look(r, th, w, h).send("Harbour")
		},
		"reword": func(th theme.Theme, w, h int) intent.Screen { return looked(th, w, h).send("j", "W", ", at sea") },
		"role": func(th theme.Theme, w, h int) intent.Screen {
			return open(screentest.Setting(), th, w, h).send(intent.Field{Role: harbour()}, "j")
		},
		"posting": func(th theme.Theme, w, h int) intent.Screen {
			return open(screentest.Setting(), th, w, h).send(intent.Field{Role: harbour()}, "j", "tab")
		},
	} {
		show.Golden(t, name, false)
	}
}

func TestLookingOver(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		want func(*model.Role)
	}{
		{"as it was read", nil, func(*model.Role) {}},
		{"dropped", []any{"d", "j", "d"}, func(r *model.Role) { r.Checklist.Requirements = r.Checklist.Requirements[2:] }},
		{"dropped and taken back", []any{"d", "d"}, func(*model.Role) {}},
		{"a must-have made nice", []any{"j", "p"}, func(r *model.Role) {
			r.Checklist.Requirements[1].Priority, r.Checklist.Requirements[1].Gate = model.Nice, false
		}},
		{"a nice one made a must-have", []any{"G", "p"}, func(r *model.Role) {
			r.Checklist.Requirements[7].Priority, r.Checklist.Requirements[7].Gate = model.Must, true
		}},
		{"one moved, and the cursor with it", []any{"p", "p", "b"}, func(r *model.Role) { r.Checklist.Requirements[0].Gate = false }},
		{"weighing twice", []any{"+"}, func(r *model.Role) { r.Checklist.Requirements[0].Weight = 2 }},
		{"weighing half", []any{"+", "+", "+"}, func(r *model.Role) { r.Checklist.Requirements[0].Weight = 0.5 }},
		{"weighing 1 again", []any{"+", "+", "+", "+"}, func(*model.Role) {}},
		{"in the interview", []any{"I"}, func(r *model.Role) { r.Checklist.Requirements[0].From = model.FromInterview }},
		{"reworded", []any{"j", "W", "ctrl+u", "Rust,  fluently", "enter", "ctrl+u", "Rust", "enter"}, func(r *model.Role) {
			r.Checklist.Requirements[1].Text, r.Checklist.Requirements[1].Label = "Rust, fluently", "Rust"
		}},
		{"rewording left", []any{"j", "W", "x", "enter", "y", "esc"}, func(*model.Role) {}},
		{"another title", []any{"k", "W", " (Nights)", "enter"}, func(r *model.Role) { r.Title += " (Nights)" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := harbour()
			c.want(&want)
			for i := range want.Checklist.Requirements {
				want.Checklist.Requirements[i].ID = model.RequirementID(i + 1)
			}
			b := looked(screentest.Look("plain"), 100, 29).send(c.keys...).send("enter")
			if got := screentest.Last[intent.Keep](t, b.asked).Role; !reflect.DeepEqual(got, want) {
				t.Errorf("made %+v\nwant %+v", got, want)
			}
		})
	}
}

func TestWhatIsNotMade(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		says string
	}{
		{"nothing left", []any{"d", "j", "d", "j", "d", "j", "d", "j", "d", "j", "d", "j", "d", "j", "d", "enter"}, "nothing is on the checklist"},
		{"without words", []any{"W", "ctrl+u", "enter"}, "nothing to judge"},
		{"a label twice", []any{"W", "enter", "ctrl+u", "rust or c++", "enter"}, "another requirement's"},
		{"no label", []any{"W", "enter", "ctrl+u", "enter"}, "a label names"},
		{"a wide label", []any{"W", "enter", "ctrl+u", "陈美玲陈美玲陈美玲陈美玲陈美玲", "enter"}, "too wide"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := looked(screentest.Look("plain"), 100, 29).send(c.keys...)
			if w := screentest.Last[intent.Say](t, b.asked); len(b.asked) != 1 || !strings.Contains(w.Text, c.says) {
				t.Errorf("asked for %+v, want it to say %q", b.asked, c.says)
			}
		})
	}
}

func TestTheRoleIsReadOnly(t *testing.T) {
	b := open(screentest.Setting(), screentest.Look("plain"), 80, 23).send(intent.Field{Role: harbour()})
	before := b.View()
	if b.send("d", "p", "I", "b", "+", "W", "enter"); b.View() != before || b.asked != nil {
		t.Errorf("a role in use was changed, or %+v asked for", b.asked)
	}
	if b.send("esc"); !reflect.DeepEqual(b.asked, []intent.Intent{intent.Back{}}) {
		t.Errorf("esc asks for %+v", b.asked)
	}
}

func TestNewsLeavesTheLookOverAlone(t *testing.T) {
	b := looked(screentest.Look("plain"), 80, 23).send("j", "d")
	before := b.View()
	if b.send(intent.Field{Role: model.Role{Title: "Another"}}); b.View() != before {
		t.Error("the field took the place of what is looked over")
	}
}

func TestThePostingFollows(t *testing.T) {
	b := looked(screentest.Look("plain"), 60, 15).send("j", "j", "tab")
	if _, _, f, ok := b.page.Here(); !ok || !strings.Contains(f.Text, "switched off") || !strings.Contains(b.View(), "be switched") {
		t.Errorf("on %q:\n%s", f.Text, b.View())
	}
	b.send("g")
	if !strings.Contains(b.View(), "Halifax") {
		t.Errorf("g did not go to the posting's top:\n%s", b.View())
	}
}

func TestAFieldWithoutARole(t *testing.T) {
	b := open(screentest.Setting(), screentest.Look("plain"), 60, 15).send(intent.Field{}, "j", "k", "G", "tab", "tab")
	screentest.Whole(t, b.View(), 60, 15)
	if !strings.Contains(b.View(), "No role yet") {
		t.Error(b.View())
	}
}

func TestMouse(t *testing.T) {
	b := looked(screentest.Look("plain"), 100, 29)
	b.send(tea.MouseMsg{X: 10, Y: headRows + 3, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	if q, _ := b.current(); q.ID != 3 {
		t.Errorf("a click went to %v", q.ID)
	}
	b.send(tea.MouseMsg{X: 10, Y: 8, Button: tea.MouseButtonWheelDown})
	if q, _ := b.current(); q.ID != 4 {
		t.Errorf("the wheel went to %v", q.ID)
	}
}

func TestSizes(t *testing.T) {
	r := harbour()
	for i := range 30 {
		q := r.Checklist.Requirements[i%8]
		q.ID, q.Label = model.RequirementID(20+i), "Requirement "+string(rune('A'+i))
		q.Text = strings.Repeat(q.Text+" ", 6)
		r.Checklist.Requirements = append(r.Checklist.Requirements, q)
	}
	b := look(posting.Reading{Role: r}, screentest.Look("plain"), 60, 15)
	for width := 60; width <= 200; width += 35 {
		for height := 15; height <= 60; height += 9 {
			b.send(tea.WindowSizeMsg{Width: width, Height: height})
			for _, k := range []string{"g", "j", "G", "W", "enter", "esc", "k", "k", "tab", "G", "tab", "g", "W", "esc"} {
				screentest.Whole(t, b.send(k).View(), width, height)
			}
		}
	}
}

func TestKeysDoNotClash(t *testing.T) {
	for _, m := range []keymap.Map{lookingKeys, roleKeys, wordsKeys, lineKeys} {
		if c := (keymap.Table{}).Clashes(m); c != nil {
			t.Errorf("%s: %q", m.Screen, c)
		}
	}
}
