package ui

import (
	"testing"
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
	x.see("Type the count: 3_  it is 2")
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
