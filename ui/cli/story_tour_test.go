//go:build unix

package cli_test

import "testing"

// The hints come where they are of use, one at a time, and not again on another day.
func TestTourOfHints(t *testing.T) {
	t.Parallel()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	does(t, env, "add", pile(t))
	x := openSized(t, 80, 24, env)
	x.see("What is your name")
	x.press("Ines", "enter")
	x.see(`Hint  enter opens a candidate  r rates them  \? shows every key`)
	x.press("enter")
	x.see(`Hint  J/K another requirement  enter its document  W why this line`)
	x.press("J", "enter")
	x.miss(`Hint`)
	x.press("a")
	x.see(`Hint  u takes that back, wherever you are  \. decides the same here`)
	x.press("u")
	x.miss(`Hint`)
	x.press("r")
	x.see(`Hint  1-4 0 rates, saves and goes on  u takes it back  y quotes the line`)
	x.resize(60, 16)
	x.see(`Hint  1-4 0 rates, saves and goes on .*\? help`)
	x.press("x")
	x.see(`Reject, because`) // a question stands above a hint
	x.press("esc", "y")
	x.miss(`Hint`)
	x.press("esc", "esc", "q")
	x.end()

	x = openSized(t, 80, 24, env)
	x.see(`4 candidates`)
	x.press("j")
	x.miss(`Hint`)
	x.press(":", "hints on", "enter")
	x.see(`Hint  enter opens a candidate`)
	x.press("esc", "q")
	x.end()
}
