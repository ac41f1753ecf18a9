package ui

import (
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
)

// Who sets terms while somebody else changes the checklist is told who, and keeps what is on the disk.
func TestTermsConflict(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.score("Ben")
	x.app.stop() // this program has not heard of it yet
	k.reword(t, "Shipped with tests")
	x.press("T")
	x.see("Terms of ")
	x.press("on call")
	x.press("enter")
	x.quiet()
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "changed since: Ines") {
		t.Errorf("says %q", n.text)
	}
	x.until("the truth is known", func() bool {
		q := x.app.field.role.Checklist.Requirements[0]
		return q.Terms == "" && q.Text == "Shipped with tests"
	})
}

// T gives a requirement terms of its own, which everybody finds with; an undo takes them away.
func TestTerms(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.score("Ben")
	q := k.role.Checklist.Application()[12]
	const word = "on call"
	shown := func() int { return len(x.app.people[k.ids["Ben"]].readings[0].Found[q.ID]) }
	if shown() > 0 {
		t.Fatal("something is found without terms: the test proves nothing")
	}
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
	x.press(":", "1", "3", "enter", "T")
	x.see("Terms of ")
	x.press(" "+word+",", "  "+word+" ", "enter")
	x.see(": looking again with " + word)
	x.quiet()
	if got := kept().Terms; got != word {
		t.Fatalf("kept: %q", got)
	}
	x.until("what is found with it shows", func() bool { return shown() > 0 })
	x.press("u")
	x.see("undone: terms of " + q.Label)
	x.quiet()
	if got := kept().Terms; got != "" {
		t.Errorf("after an undo: %q", got)
	}
	x.until("nothing is found any more", func() bool { return shown() == 0 })
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
