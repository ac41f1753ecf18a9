package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/list"
	"candid/ui/match"
	"candid/ui/screentest"

	tea "github.com/charmbracelet/bubbletea"
)

// command types a line into the palette and ends it.
func (x *sitting) command(words string) { x.call(words); x.press("enter") }

// call opens the palette and types a line.
func (x *sitting) call(words string) {
	x.press(":")
	for _, r := range words {
		x.press(string(r))
	}
}

func TestMatching(t *testing.T) {
	entries := []entry{}
	for _, e := range []struct{ name, tells, why string }{
		{"gate", "not meeting it puts a candidate below all others", "works elsewhere"},
		{"mark", "mark a candidate", ""},
		{"mark all shown", "mark all shown, or none", ""},
		{"next match", "next match", "no match"},
		{"next candidate", "the next of the queue", ""},
	} {
		entries = append(entries, entry{Binding: keymap.Binding{Action: keymap.Action(e.name), Does: e.tells}, name: e.name, tells: e.tells, why: e.why})
	}
	for _, c := range []struct {
		name, typed string
		want        []string
	}{
		{"nothing typed leaves the order", "", []string{"mark", "mark all shown", "next candidate", "gate", "next match"}},
		{"what is named so first", "mark", []string{"mark", "mark all shown"}},
		{"initials", "mas", []string{"mark all shown"}},
		{"what can be used before what cannot", "next", []string{"next candidate", "next match"}},
		{"a name that cannot be used before a sentence that can", "gate", []string{"gate"}},
		{"a word of the sentence", "queue", []string{"next candidate"}},
		{"words in any order", "all mark", []string{"mark all shown"}},
		{"nothing", "zzz", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, e := range matching(entries, match.New(c.typed)) {
				got = append(got, string(e.Action))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// What is called by name is done; what cannot be done says why, and the line stays to be mended.
func TestCalledByName(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "Dora Pike.txt"), []byte("Dora Pike\nRust and Tokio\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, from, line string
		see              string
		stays            bool
	}{
		{"an action", "", "mas", "3 marked", false},
		{"an action that works elsewhere", "", "gate", "gate: works while a posting is looked over", true},
		{"what this screen has a word about", "", "rate 3", "to score: a digit rates there", true},
		{"what there is none of", "", "undo", "nothing of this sitting left to undo", true},
		{"a row", "", "3", "▌ Cleo", false},
		{"a requirement", "r", "5", "requirement 5 of 13", false},
		{"no requirement", "r", "77", "no such requirement", true},
		{"nothing goes by number", "ctrl+o", "7", "nothing here goes by number", true},
		{"an order", "", "sort -name", "▌ Ada Stern", false},
		{"an order by a requirement", "", "sort rust async", "by nice 1 Rust with async", false},
		{"no order", "", "sort zzz", "sort takes an order: score", true},
		{"a filter", "", "filter ben", "1 of 3 shown", false},
		{"a filter that cannot be read", "", "filter stage:zzz", "is no value for stage", true},
		{"somebody", "", "go to cleo", "‹ Cleo Marsh", false},
		{"somebody, from scoring", "r", "go cleo", "‹ Cleo Marsh", false},
		{"nobody", "", "go to zzz", "go to takes a candidate's name", true},
		{"a reason in words", "", "reject no visa", "rejected", false},
		{"a requirement not met", "enter", "reject 3", "rejected", false},
		{"no such must-have", "", "reject 40", "there is no must-have 40: 1 to", true},
		{"a tag", "", "tag keen", "keen", false},
		{"no tag", "", "tag ,", "tag takes tags", true},
		{"no view", "", "view 9", "no view is called", true},
		{"a view", "", "view 4", "/ stage:hold", false},
		{"no role", "", "role zzz", "roles takes words of another role's title", true},
		{"a folder", "", "add " + folder, "1 added", false},
		{"no folder", "", "add " + filepath.Join(folder, "none"), "is not there: the path of a file or folder", true},
		{"an argument where the action does not work", "R", "sort name", "sort: works on the list", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			if c.from != "" {
				x.press(c.from)
				if c.from == "ctrl+o" {
					x.see("A new role")
				}
				x.until("somebody is there", func() bool { return c.from != "r" || !x.app.unread() })
			}
			x.command(c.line)
			x.see(c.see)
			if _, open := x.app.top().(palette); open != c.stays {
				t.Errorf("the palette is open: %v\n%s", open, x.screen())
			}
			x.quiet()
		})
	}
}

// What one stands on is what is meant, also where others are called the same.
func TestChosenAmongTwins(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	twin, err := k.Add(t.Context(), k.role.ID, model.Application{Candidate: model.Candidate{Name: "Ben Ossian", Email: "second@example.org"}}, k.ines.ID)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		r := k.role
		r.Title, r.Created = "Night Porter", 1
		if _, err := k.AddRole(r); err != nil {
			t.Fatal(err)
		}
	}
	x.see("4 candidates")
	for _, id := range []model.ID{k.ids["Ben"], twin.Candidate.ID} {
		x.call("go to ben")
		for at := 0; x.app.top().(palette).choices[at].does != x.app.field.cards[id].Candidate.Email; at++ {
			x.press("down")
		}
		x.press("enter")
		x.see("‹ Ben Ossian")
		x.until("they have been read", func() bool { return !x.app.unread() })
		if x.app.queue.open() != id {
			t.Errorf("%v is open, not %v", x.app.queue.open(), id)
		}
		x.press("esc")
	}
	seen := map[model.ID]bool{}
	for range 2 {
		x.call("roles porter")
		x.see("0 candidates")
		was := x.app.field.role.ID
		x.press("down", "enter")
		x.until("the other role is there", func() bool { return x.app.field.role.ID != was })
		seen[x.app.field.role.ID] = true
	}
	if len(seen) != 2 {
		t.Errorf("of two roles of the same title, %d can be gone to", len(seen))
	}
}

// The reasons are those that were typed.
func TestRejectedByName(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.command("reject no visa")
	x.quiet()
	x.press("j")
	x.command("reject 3")
	x.quiet()
	if r := x.kept.record(t, "Ada").Candidate.Decision.Reason; r.Other != "no visa" {
		t.Errorf("%+v", r)
	}
	if r := x.kept.record(t, "Ben").Candidate.Decision.Reason; r.Requirement != x.kept.role.Checklist.Application()[2].ID {
		t.Errorf("%+v", r)
	}
	x.press("*")
	x.command("reject too far away")
	x.see("1 candidate → rejected, 2 more are already")
	x.press("1", "enter")
	x.quiet()
	if r := x.kept.record(t, "Cleo").Candidate.Decision; r.Stage != model.Rejected || r.Reason.Other != "too far away" {
		t.Errorf("%+v", r)
	}
}

// tab completes the name and then the argument; what was called last stands first.
func TestPaletteCompletes(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.call("sor")
	x.press("tab")
	x.see(": sort ▎")
	x.press("a", "p", "tab")
	x.see(": sort applied▎")
	x.press("enter")
	x.see("by applied")
	x.press(":")
	x.see("▌ sort")
	x.press("esc", ":")
	for _, r := range "role " {
		x.press(string(r))
	}
	x.see("words of another role's title")
	x.press("esc")
	x.call("add " + x.t.TempDir()[:3])
	x.see("the path of a file or folder")
	x.press("esc")
	x.see("3 candidates")
}

// A click on an entry does it.
func TestPaletteClick(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.call("mark all")
	x.take(tea.MouseMsg{X: 8, Y: paletteHead, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	x.see("3 marked")
}

// Over a connection that may read no files, adding says so.
func TestPaletteFarAway(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t), func(s *Session) { s.May = intent.May{} })
	for _, line := range []string{"add candidates", "add /tmp"} {
		x.command(line)
		x.see("not over this connection")
		x.press("esc")
	}
	if strings.Contains(x.screen(), ": add") {
		t.Error("the palette is still open")
	}
}

func BenchmarkPaletteOpens(b *testing.B) {
	a := &App{stack: []layer{{Screen: crowded()}}}
	for b.Loop() {
		a.entries()
	}
}

// crowded is a list of 5,000 candidates.
func crowded() intent.Screen {
	rows := make([]model.Row, 5000)
	for i := range rows {
		rows[i] = model.Row{Cells: make([]model.Cell, 13), Candidate: model.Candidate{ID: screentest.ID(i + 1), Name: fmt.Sprint("Person ", i)}}
	}
	s := intent.Screen(list.New(screentest.Setting(), screentest.Look("dark")))
	s, _ = s.Update(sizeMsg(120, 40))
	s, _ = s.Update(intent.Field{Role: opening(), Rows: rows, Loaded: true})
	return s
}
