package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/store"
)

// rejects has another reviewer reject a candidate, in another program.
func (k keptStore) rejects(t *testing.T, who, name string, why model.Reason) {
	t.Helper()
	s := k.again(t, store.Options{})
	other, err := s.ReviewerByName(who)
	if model.Is(err, model.Missing) {
		other, err = s.AddReviewer(who)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := k.record(t, name).Decide(other.ID, model.At(time.Now()), model.Rejected, why)
	if _, _, err := s.Apply(context.Background(), k.role.ID, c); err != nil {
		t.Fatal(err)
	}
}

// Undoing a decision brings back what a colleague had decided before it, and does not tell why they had.
func TestUndoTellsNoReasonOfOthers(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	k.rejects(t, "Omar", "Ada", model.Reason{Other: "left three jobs in a year"})
	x := sit(t, k)
	x.press("w")
	x.quiet()
	x.press("u")
	x.see("undone: ")
	if strings.Contains(x.screen(), "three jobs") {
		t.Errorf("says %q", x.app.notice.text)
	}
	x.quiet()
	if d := k.record(t, "Ada").Candidate.Decision; d.Reason.Other != "left three jobs in a year" {
		t.Errorf("Omar's decision has come back as %+v", d)
	}
}
