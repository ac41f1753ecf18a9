package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"candid/model"
	"candid/store"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// odd is a store with a role that is unlike the sample, and candidates who sent nothing, little and strange things.
func odd(t *testing.T, requirements ...model.Requirement) keptStore {
	t.Helper()
	folder, err := os.MkdirTemp(stores, "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(filepath.Join(folder, "candid.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	k := keptStore{Store: s, ids: map[string]model.ID{}}
	if k.ines, err = s.AddReviewer("Ines"); err != nil {
		t.Fatal(err)
	}
	for i := range requirements {
		q := &requirements[i]
		q.ID, q.Weight, q.Label, q.Text = model.RequirementID(i+1), float64(1+i%3), fmt.Sprint("Label ", i), fmt.Sprint("Words of requirement ", i, " about Rust")
	}
	if k.role, err = s.AddRole(model.Role{Title: "Odd", Checklist: model.Checklist{Requirements: requirements}}); err != nil {
		t.Fatal(err)
	}
	k.join(t, "陈美玲 Mei-Ling Chen of a very long name that no column has the room for, ever")
	k.join(t, "Zoë")
	for name, resume := range map[string]string{"Ada": strings.Repeat("Rust and Tokio, for years, in production. ", 90), "Ben": "\n\n\nx"} {
		added, err := s.Add(t.Context(), k.role.ID, model.Application{Candidate: model.Candidate{Name: name}, Documents: []model.Sent{
			{Document: model.Document{Name: "resume.txt", Format: "text"}, Original: []byte(resume), Text: resume},
		}}, k.ines.ID)
		if err != nil {
			t.Fatal(err)
		}
		k.ids[name] = added.Candidate.ID
	}
	return k
}

// Whatever the role asks for and whatever keys are pressed in whatever size: nothing breaks, and every screen is as large as its
// terminal.
func TestAnyKeysInAnyRole(t *testing.T) {
	t.Parallel()
	many := func(n int, q model.Requirement) []model.Requirement {
		all := make([]model.Requirement, n)
		for i := range all {
			all[i] = q
		}
		return all
	}
	nice, interview := model.Requirement{Priority: model.Nice}, model.Requirement{From: model.FromInterview}
	for name, requirements := range map[string][]model.Requirement{
		"one must-have":       many(1, model.Requirement{Gate: true}),
		"nice-to-haves alone": many(3, nice),
		"the interview alone": many(2, interview),
		"sixty":               append(many(45, model.Requirement{Gate: true}), many(15, nice)...),
		"of each kind":        append(append(many(2, model.Requirement{}), nice), interview),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, odd(t, requirements...))
			x.pressAny(rand.New(rand.NewPCG(7, uint64(len(requirements)))), 600)
			x.quiet()
			if report, err := x.kept.Check(t.Context()); err != nil || len(report.Findings) > 0 {
				t.Errorf("%v, %v", report.Findings, err)
			}
		})
	}
}

// Keys of every screen, those that lead somewhere more often. Left out are those that open what is outside of the program.
const anyKeys = "j k h l g G J K e E ] [ enter enter enter space * r r t S 0 1 2 3 4 a w x u ctrl+r . v y m tab shift+tab n N Y > s / : ? " +
	"esc esc esc esc P R backspace up down pgdown pgup ctrl+d ctrl+u ctrl+a home end d M W b"

// pressAny presses that many keys and clicks at random, in sizes at random, and looks at what is drawn after each.
func (x *sitting) pressAny(random *rand.Rand, many int) {
	x.t.Helper()
	keys := strings.Fields(anyKeys)
	var pressed []string
	last := func() []string { return pressed[max(0, len(pressed)-30):] }
	defer func() {
		if p := recover(); p != nil {
			x.t.Errorf("after %q:", last())
			panic(p)
		}
	}()
	width, height := 120, 40
	for n := range many {
		if n%17 == 0 {
			width, height = MinWidth-2+random.IntN(150), MinHeight-1+random.IntN(50)
			x.take(sizeMsg(width, height))
		}
		if random.IntN(9) == 0 {
			x.take(tea.MouseMsg{X: random.IntN(width), Y: random.IntN(height), Button: tea.MouseButton(1 + random.IntN(5)), Action: tea.MouseActionPress})
		}
		pressed = append(pressed, keys[random.IntN(len(keys))])
		x.press(pressed[n])
		for len(x.msgs) > 0 {
			x.take(<-x.msgs)
		}
		if n%40 == 0 {
			x.quiet()
		}
		if !x.app.fits() {
			continue
		}
		lines := strings.Split(x.app.View(), "\n")
		if len(lines) != height {
			x.t.Fatalf("%d lines of %d after %q:\n%s", len(lines), height, last(), x.screen())
		}
		for _, line := range lines {
			if w := text.Width(line); w > width {
				x.t.Fatalf("%d cells of %d after %q: %q", w, width, last(), line)
			}
		}
	}
}
