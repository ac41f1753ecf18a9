package ui

import (
	"testing"

	"candid/model"
	"candid/ui/intent"
)

// T gives a requirement terms of its own, which everybody finds with; an undo takes them away.
func TestTerms(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.score("Ben")
	q := k.role.Checklist.Application()[2]
	const word = "Rust"
	kept := func() model.Requirement {
		r, err := k.Role(k.role.ID)
		if err != nil {
			t.Fatal(err)
		}
		now, _ := r.Checklist.Requirement(q.ID)
		if r.Checklist.Version != k.role.Checklist.Version {
			t.Error("the meaning of the checklist changed")
		}
		return now
	}
	x.press(":", "3", "enter", "T")
	x.see("Terms of ")
	x.press(" "+word+",", "  "+word+" ", "enter")
	x.see(": looking again with " + word)
	x.quiet()
	if got := kept().Terms; got != word {
		t.Fatalf("kept: %q", got)
	}
	x.press("u")
	x.see("undone: terms of " + q.Label)
	x.quiet()
	if got := kept().Terms; got != "" {
		t.Errorf("after an undo: %q", got)
	}
	x.press("ctrl+r")
	x.quiet()
	if got := kept().Terms; got != word {
		t.Errorf("after a redo: %q", got)
	}
	x.press("esc", "R", "j", "T")
	x.see("Terms of ")
	x.press("esc")
	x.run(x.app.do(intent.Terms{Requirement: 999}))
	if x.app.asking != nil {
		t.Error("it asks for the terms of nothing")
	}
}
