package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/screentest"

	tea "github.com/charmbracelet/bubbletea"
)

// opening is a role of 8 must-haves and 5 nice-to-haves.
func opening() model.Role {
	r := model.Role{ID: screentest.ID(7), MustShare: model.DefaultMustShare}
	for i := range 13 {
		q := model.Requirement{ID: model.RequirementID(i + 1), Weight: 1, Label: fmt.Sprint("Requirement ", i+1)}
		if i >= 8 {
			q.Priority = model.Nice
		}
		r.Checklist.Requirements = append(r.Checklist.Requirements, q)
	}
	return r
}

// applicants is rows of people who are found in several ways.
func applicants() []model.Row {
	var rows []model.Row
	for i, c := range []model.Candidate{
		{Name: "Amara Okafor", Email: "amara@example.org", Alias: "Quiet Harbour"},
		{Name: "Zoë Alders", Email: "za77@example.com", Alias: "Amber Lamp"},
		{Email: "kwame@example.org", Alias: "Tall Birch"},
		{Alias: "Brave Copper"},
		{Name: "Tomás Herrera", Email: "tomas.herrera@example.org"},
		{Name: "Bartholomew Featherstonehaugh-Cholmondeley", Email: "bartholomew.featherstonehaugh@example.org"},
	} {
		c.ID = screentest.ID(20 + i)
		r := model.Row{Candidate: c, Cells: make([]model.Cell, 13)}
		if i == 0 {
			r.Cells[0].Value, r.Cells[1].Value, r.Cells[9].Value = model.Exceeds, model.Some, model.NotShown
			r.Score = model.Score{Low: 30, High: 90, Rated: true}
		}
		rows = append(rows, r)
	}
	return rows
}

func TestFinds(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        []string
	}{
		{"the beginning of a name", "amar", []string{"Amara Okafor"}},
		{"the beginning of a later name", "oka", []string{"Amara Okafor"}},
		{"two names in another order", "okafor am", []string{"Amara Okafor"}},
		{"initials", "aok", []string{"Amara Okafor"}},
		{"without accents", "tomas", []string{"Tomás Herrera"}},
		{"a mail address", "za77", []string{"Zoë Alders"}},
		{"one who has no name", "kwame", []string{"kwame@example.org"}},
		{"an alias where there is nothing else", "copper", []string{"Brave Copper"}},
		{"a whole mail address", "amara@example.org", []string{"Amara Okafor"}},
		{"no host that half of all share", "example", []string{"kwame@example.org"}},
		{"mere letters", "mrkfr", []string{"Amara Okafor"}},
		{"the alias of one who is named", "lamp", []string{"Zoë Alders"}},
		{"nobody", "xyz", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFinder(screentest.Look("plain"), keymap.Table{}, opening(), applicants())
			f.words = f.words.With(c.typed)
			var got []string
			for _, i := range f.look().shown {
				name, _ := goesBy(f.people[i].row.Candidate)
				got = append(got, name)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// From anywhere ctrl+p goes to a candidate, and esc is back at what was there, as it was.
func TestGoToFromAnywhere(t *testing.T) {
	t.Parallel()
	for name, reach := range states {
		if strings.HasPrefix(name, "adding") || strings.HasPrefix(name, "dry") {
			continue // they go on meanwhile
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			reach(x)
			x.quiet()
			before, own := x.app.top().View(), x.app.top().Keys().Action("ctrl+p")
			if _, is := x.app.top().(palette); is || own != "" && own != keymap.GoTo {
				return // there it goes up
			}
			x.press("ctrl+p")
			x.see("Go to")
			x.press("c", "l", "backspace", "esc")
			if after := x.app.top().View(); after != before {
				t.Errorf("not as it was:\n%s\nbut\n%s", before, after)
			}
			x.press("ctrl+p", "c", "l", "e", "o", "enter")
			x.see("[Proof]")
			if c := x.app.queue.open(); c != x.kept.ids["Cleo"] {
				t.Errorf("not Cleo is open:\n%s", x.screen())
			}
			x.quiet()
		})
	}
}

// What is being written is kept when somebody else is gone to, and a question waits.
func TestGoToKeeps(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ben")
	x.press("m", "k", "e", "e", "p", "ctrl+p", "a", "d", "a", "enter")
	x.see("[Proof]")
	x.quiet()
	q := x.kept.role.Checklist.Application()[0]
	if got := x.kept.record(t, "Ben").Review(x.kept.ines.ID).Rating(q.ID).Note; got != "keep" {
		t.Errorf("the note is %q", got)
	}
	x.press("x")
	x.see("Reject, because")
	x.press("ctrl+p")
	x.see("Go to")
	x.press("esc")
	x.see("Reject, because")
	x.press("esc", "]")
	if at := x.app.queue.at; at == 0 || len(x.app.queue.ids) != 3 {
		t.Errorf("the list's queue is not there: %d of %d", at, len(x.app.queue.ids))
	}
	x.press("esc")
	x.see("3 candidates")
}

// Somebody whom the filter leaves out is a queue of their own.
func TestGoToWhoIsNotShown(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("/", "a", "d", "a", "enter", "ctrl+p", "b", "e", "n", "enter")
	x.see("[Proof]")
	if c := x.app.queue; c.open() != x.kept.ids["Ben"] || len(c.ids) != 1 {
		t.Errorf("%d in the queue", len(c.ids))
	}
}

// A click opens whom it is on.
// A gate that was not passed stands in the score's place, as in the list.
func TestFinderTellsOfGates(t *testing.T) {
	rows := applicants()
	rows[0].Score.NotMet = []model.RequirementID{2}
	f, _ := newFinder(screentest.Look("plain"), keymap.Table{}, opening(), rows).Update(sizeMsg(100, 30))
	line, _, _ := strings.Cut(f.View()[strings.Index(f.View(), "Amara"):], "\n")
	if !strings.Contains(line, "not met") || strings.Contains(line, "90") {
		t.Errorf("%q", line)
	}
}

func TestFinderClick(t *testing.T) {
	f := intent.Screen(newFinder(screentest.Look("plain"), keymap.Table{}, opening(), applicants()))
	f, _ = f.Update(sizeMsg(100, 30))
	_, want := f.Update(tea.MouseMsg{X: 9, Y: paletteHead + 2, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	if got := want.(found).candidate; got != screentest.ID(22) {
		t.Errorf("not the third: %v", got)
	}
}

func BenchmarkFinderKey(b *testing.B) {
	rows := make([]model.Row, 5000)
	for i := range rows {
		rows[i] = model.Row{Cells: make([]model.Cell, 13), Candidate: model.Candidate{
			ID: screentest.ID(i + 1), Name: fmt.Sprintf("%s%d %s", []string{"Amara", "Ben", "Zoë"}[i%3], i, []string{"Okafor", "Ossian"}[i%2]),
			Email: fmt.Sprintf("person%d@example.org", i),
		}}
	}
	for _, typed := range []string{"", "o", "oka", "am 12", "mrkfr"} {
		b.Run("after "+typed, func(b *testing.B) {
			f := newFinder(screentest.Look("dark"), keymap.Table{}, opening(), rows)
			f.words = f.words.With(typed)
			s, _ := f.look().Update(sizeMsg(120, 40))
			for b.Loop() {
				next, _ := s.Update(press("a"))
				next.View()
			}
		})
	}
}
