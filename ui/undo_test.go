package ui

import (
	"strings"
	"testing"

	"candid/model"
	"candid/store"
)

// An undo that could not be written has undone nothing: once the disk can be written again, it can be done.
func TestUndoAfterAFailedUndo(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("w")
	x.quiet()
	writable := x.app.session.Store
	x.app.session.Store = x.kept.again(t, store.Options{ReadOnly: true})
	x.press("u")
	x.quiet()
	if n := x.app.notice; !n.bad {
		t.Fatalf("says %q", n.text)
	}
	x.until("Ada is as she was", func() bool { return strings.Contains(x.line("Ada Stern"), "on hold") })
	x.app.session.Store = writable
	x.press("u")
	x.quiet()
	if got := x.kept.record(t, "Ada").Candidate.Decision.Stage; got != model.New {
		t.Errorf("Ada is %s", got)
	}
}
