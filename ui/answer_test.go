package ui

import (
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// A key that does nothing where it is pressed says so, and what says it on every screen.
func TestKeysThatDoNothing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		keys []string
		says string
	}{
		{"of another screen, on the list", []string{"e"}, "e does nothing here: ? shows what does"},
		{"of none, on the list", []string{"Z"}, "Z does nothing here: ? shows what does"},
		{"of another screen, on a candidate", []string{"enter", "s"}, "s does nothing here: ? shows what does"},
		{"of another screen, in scoring", []string{"r", "t"}, "t does nothing here: ? shows what does"},
		{"of another screen, on the role", []string{"R", "x"}, "x does nothing here: ? shows what does"},
		{"on help", []string{"?", "x"}, "x does nothing here"},
		{"q on a candidate", []string{"enter", "q"}, "esc goes back; q quits from the list"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			x.press(c.keys...)
			x.see(c.says)
		})
	}
}

// The count of a batch is a number; another one than it is told what it is.
func TestCountOfABatch(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("space", "space", "a", "x", "/", "3", "enter")
	x.see("Type the count: 3▎  it is 2")
	x.press("backspace", "2", "enter")
	x.quiet()
	x.see("advanced")
}

// In triage the next person is shown at once, and what was decided on the last one stands beside.
func TestTriageSaysWhatWasDecided(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("t")
	who := x.app.field.cards[x.app.queue.open()].Candidate.Name
	x.press("w")
	x.quiet()
	x.see("on hold: " + who)
	x.press("esc", "t")
	if x.app.did != "" {
		t.Errorf("a new triage begins with %q", x.app.did)
	}
}

// f1 helps while words are typed too, and what was typed is still there afterwards.
func TestHelpWhileTyping(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("/", "s", "t", "a", "f1")
	x.see("The filter")
	x.see("stage:")
	x.press("esc", "g")
	x.see("/ stag")
}

// A store that cannot be read says why where the candidates would stand, and goes on saying it when a key is pressed.
func TestUnreadableStore(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	app, err := New(x.app.session)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(app.stop)
	app.Update(sizeMsg(80, 24))
	app.Update(loaded{err: errors.New("the card of Ada: is damaged (a backup has it whole)")})
	app.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")})
	if screen := app.View(); !strings.Contains(screen, "could not be read") || !strings.Contains(screen, "(a backup has it whole)") || strings.Contains(screen, "reading the") {
		t.Errorf("the screen is\n%s", screen)
	}
}
