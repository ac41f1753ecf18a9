package ui

import (
	"strings"
	"testing"

	"candid/ui/keymap"

	"github.com/charmbracelet/x/ansi"
)

// W tells why a line is pointed at, what was quoted and what was taken away included; so does :why.
func TestWhy(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ben")
	x.press("J", "W")
	x.see("WHY THIS LINE")
	x.press("3")
	if x.quiet(); strings.Contains(ansi.Strip(x.app.View()), "WHY THIS LINE") || len(x.app.acts.done) > 0 {
		t.Error("a key did more than leave")
	}
	x.press("v", "W")
	x.see("WHY")
	x.press("esc", "esc", "y", "W")
	x.see("You quoted it for")
	x.press("esc", ":", "w", "h", "y", "enter")
	x.see("You quoted it for")
	x.press("esc", "u", "v", "d")
	if x.app.top().Keys().Action("d") == keymap.Dismiss {
		t.Error("what is selected can be taken away")
	}
}

// What is taken away is gone at once, is kept, and comes back.
func TestTakingAway(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.detail("enter")
	q := k.role.Checklist.Application()[1].ID
	before := x.app.person(k.ids["Ben"]).Readings[0].Found[q]
	if len(before) == 0 {
		t.Fatal("nothing is found: the test proves nothing")
	}
	x.press(":", "2", "enter", "d")
	x.see("taken away: ")
	x.quiet()
	if away := k.record(t, "Ben").Review(k.ines.ID).DismissedFor(q); len(away) != 1 {
		t.Fatalf("kept: %v", away)
	}
	if after := x.app.person(k.ids["Ben"]).Readings[0].Found[q]; len(after) != len(before)-1 {
		t.Errorf("%d statements after %d", len(after), len(before))
	}
	x.press("u")
	x.see("undone: ")
	x.quiet()
	x.press("d", "D")
	x.quiet()
	if away := k.record(t, "Ben").Review(k.ines.ID).DismissedFor(q); len(away) != 0 {
		t.Errorf("still away: %v", away)
	}
}
