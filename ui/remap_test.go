package ui

import (
	"testing"

	"candid/ui/keymap"
)

// remapped is a sitting in which hold and reject have changed places, terms and score have keys that no other action has, and back
// has one besides.
func remapped(t *testing.T) *sitting {
	return sit(t, newStore(t), func(s *Session) {
		s.Keys = s.Keys.With(map[keymap.Action][]string{
			keymap.Hold: {"x"}, keymap.Reject: {"w"}, keymap.Score: {"Z", "ctrl+g"}, keymap.Back: {"Q", "ctrl+b"}, keymap.Help: {"H"}, keymap.Rate3: {"z"},
		})
	})
}

func TestKeysThatChangedPlaces(t *testing.T) {
	t.Parallel()
	x := remapped(t)
	x.press("x")
	x.quiet()
	x.until("Ada is on hold", func() bool { return x.kept.record(t, "Ada").Candidate.Decision.Stage.String() == "on hold" })
	x.press("w")
	x.see("Reject, because:")
	x.press("esc")
}

// A key whose action was moved away says where it is now; one that was moved works, is shown, and is told in the help.
func TestAMovedKey(t *testing.T) {
	t.Parallel()
	x := remapped(t)
	x.see("Z score")
	x.see("x hold  w reject")
	x.see("H help")
	x.press("r")
	x.see("Z is score here")
	x.press("3")
	x.see("Z to score: a digit rates there")
	x.press("z")
	x.see("Z to score: a digit rates there")
	x.press("Q")
	x.see("q quits")
	x.press("ctrl+g")
	x.see("requirement 1 of 13")
	x.see("1 2 z 4 0 rate")
	x.press("3")
	x.see("z is rate 3 here")
	x.press("z")
	x.quiet()
	x.until("the rating is kept", func() bool { return x.kept.digits(t, "Ada") == "3············" })
	x.press("H")
	x.see("Q ctrl+b ")
	x.press("Q", "Q")
	x.see("by name")
}

// While text is typed, keys that type do that; the palette carries out what a name is for, whatever its key.
func TestMovedKeysWhileTyping(t *testing.T) {
	t.Parallel()
	x := remapped(t)
	x.press("/")
	x.see("ctrl+b ")
	x.press("Q", "x")
	x.see("/ Qx")
	x.press("ctrl+b")
	x.see("3 shown")
	x.press("/", "Ben", "enter")
	x.see("1 of 3 shown")
	x.press("Q")
	x.see("3 shown")
	x.press(":", "score", "enter")
	x.see("requirement 1 of 13")
	x.press("esc")
	x.see("Q is back here")
}
