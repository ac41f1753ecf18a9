package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/model/posting"
	"candid/store"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
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

// What was taken away from what was found comes back with an undo, also when the candidate is not read in full any more, and says what
// it was.
func TestUndoDismissing(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	for i := range 6 {
		k.join(t, fmt.Sprintf("Dora %c. Field", 'A'+i))
	}
	x := sit(t, k)
	x.score("Ada")
	q := k.role.Checklist.Requirements[0]
	lines := []model.Quote{{Document: k.record(t, "Ada").Candidate.Documents[0].ID, From: 2, To: 4, Text: "Built"}}
	x.run(x.app.do(intent.Dismiss{Requirement: q.ID, Quotes: lines}))
	x.quiet()
	if got := k.record(t, "Ada").Review(k.ines.ID).DismissedFor(q.ID); !slices.Equal(got, lines) {
		t.Fatalf("kept: %v", got)
	}
	for range 5 {
		x.press("]")
	}
	x.quiet()
	if _, read := x.app.people[k.ids["Ada"]]; read {
		t.Fatal("Ada is still read in full: the test proves nothing")
	}
	x.press("u")
	x.see("undone: put back 2 lines found for " + q.Label + ", Ada Stern")
	x.quiet()
	if got := k.record(t, "Ada").Review(k.ines.ID).DismissedFor(q.ID); len(got) != 0 {
		t.Errorf("still away: %v", got)
	}
	x.run(x.app.redo())
	x.see("redone: took away 2 lines found for " + q.Label)
	x.quiet()
	if got := k.record(t, "Ada").Review(k.ines.ID).DismissedFor(q.ID); !slices.Equal(got, lines) {
		t.Errorf("away once more: %v", got)
	}
}

// A note and a revised rating can be undone when the candidate is not read in full any more.
func TestUndoFarFromTheCandidate(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	for i := range 6 {
		k.join(t, fmt.Sprintf("Dora %c. Field", 'A'+i))
	}
	x := sit(t, k)
	x.score("Ada")
	x.press("m")
	x.press("w", "e", "l", "l", "enter")
	x.quiet()
	for range 5 {
		x.press("]")
	}
	x.quiet()
	if _, read := x.app.people[k.ids["Ada"]]; read {
		t.Fatal("Ada is still read in full: the test proves nothing")
	}
	x.press("u")
	x.see("undone: ")
	x.quiet()
	if note := k.record(t, "Ada").Review(k.ines.ID).Rating(k.role.Checklist.Requirements[0].ID).Note; note != "" {
		t.Errorf("the note is still %q", note)
	}
}

// What is still on its way when another role is opened lands in the role it was done in, and shows in no other.
func TestAnotherRoleWhileWriting(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	r, err := posting.Parse(strings.Replace(posting.Sample(), "# ", "# Second ", 1))
	if err != nil {
		t.Fatal(err)
	}
	second, err := k.AddRole(r.Role)
	if err != nil {
		t.Fatal(err)
	}
	x := sit(t, k, func(s *Session) { s.Role = k.role.ID })
	x.score("Ada")
	first, late := x.hold("3"), x.hold("2")
	for _, m := range answers(x.app.load(second.ID)) {
		x.take(m)
	}
	x.run(first)
	x.run(late)
	x.quiet()
	if n := len(x.app.field.rows); n != 0 {
		t.Errorf("%d candidates of the first role are in the second", n)
	}
	if x.app.notice.bad {
		t.Errorf("complains: %s", x.app.notice.text)
	}
	x.keeps("Ada", "32"+open13[4:])
}

// An undoing that Finish keeps names what it undoes, as one kept before does.
func TestFinishUndo(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	x.hold("3")
	x.hold("u")
	if err := x.app.Finish(); err != nil {
		t.Fatal(err)
	}
	changes, err := x.kept.History(x.kept.ids["Ada"])
	if err != nil {
		t.Fatal(err)
	}
	last, before := changes[len(changes)-1], changes[len(changes)-2]
	if before.Facet != model.FacetRating || last.Undoes != before.Number {
		t.Errorf("the last change undoes %d, want %d", last.Undoes, before.Number)
	}
}

// A batch that somebody was in the way of leaves that one out and does the others. It says so, and what has landed can be undone, also
// when somebody has been in the way of more of them since.
func TestBatchThatLandsInPart(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	for i := range store.MaxChanges - 2 {
		k.join(t, fmt.Sprintf("Bea %c. Field", 'A'+i))
	}
	x := sit(t, k)
	x.app.stop()
	k.rejects(t, "Omar", "Cleo", model.Reason{Other: "left"})
	x.press("*", "a")
	for _, c := range fmt.Sprint(len(k.ids)) {
		x.press(string(c))
	}
	x.press("enter")
	x.quiet()
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, fmt.Sprintf("1 of %d left out: ", len(k.ids))) || !strings.Contains(n.text, "Cleo Marsh") {
		t.Errorf("says %q", n.text)
	}
	advanced := func() (n int) {
		cards, err := k.Cards(k.role.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cards {
			if c.Candidate.Decision.Stage == model.Advanced {
				n++
			}
		}
		return n
	}
	if n := advanced(); n != len(k.ids)-1 {
		t.Fatalf("%d of %d have advanced, all but Cleo should have", n, len(k.ids))
	}
	x.until("the truth is shown", func() bool { return x.app.field.cards[k.ids["Cleo"]].Candidate.Decision.Stage == model.Rejected })
	k.rejects(t, "Omar", "Ben", model.Reason{Other: "left"})
	x.press("u")
	x.quiet()
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "1 of ") || !strings.Contains(n.text, "Ben Ossian") {
		t.Errorf("says %q of the undoing", n.text)
	}
	if n := advanced(); n != 0 {
		t.Errorf("%d are still advanced after the undoing", n)
	}
	x.until("the truth is shown", func() bool { return x.app.field.cards[k.ids["Ben"]].Candidate.Decision.Stage == model.Rejected })
	x.press("ctrl+r")
	x.quiet()
	if n := advanced(); n != len(k.ids)-2 {
		t.Errorf("%d have advanced after the redoing, all but Cleo and Ben should have", n)
	}
	if n := x.app.notice; n.bad {
		t.Errorf("says %q of the redoing", n.text)
	}
	// What has been heard of by now is left out before anything is sent.
	k.rejects(t, "Omar", "Ada", model.Reason{Other: "left"})
	x.run(x.app.reload())
	x.until("the truth is shown", func() bool { return x.app.field.cards[k.ids["Ada"]].Candidate.Decision.Stage == model.Rejected })
	x.press("u")
	x.quiet()
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "1 of ") || !strings.Contains(n.text, "Ada Stern") {
		t.Errorf("says %q of the second undoing", n.text)
	}
	if n := advanced(); n != 0 {
		t.Errorf("%d are still advanced after the second undoing", n)
	}
}

// Who was erased by another program while the question was open is not decided on.
func TestDecidingOnTheErased(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.press("x") // Ada
	x.see("Reject, because:")
	if err := k.again(t, store.Options{}).Erase(t.Context(), k.ids["Ada"], k.ines.ID); err != nil {
		t.Fatal(err)
	}
	x.until("the app has heard", func() bool { _, there := x.app.field.cards[k.ids["Ada"]]; return !there })
	x.press("1")
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "is there no more") {
		t.Errorf("says %q", n.text)
	}
	if n := len(x.app.field.rows); n != 2 {
		t.Errorf("%d rows", n)
	}
}

// A refused rating takes the submission that was built upon it with it, and nothing else that was done to the candidate.
func TestWhatIsBuiltOnARefusedRating(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	x.app.stop() // this program has not heard of it yet
	x.kept.rate(t, "Ada", 1, model.Exceeds)
	var held []tea.Cmd
	for _, key := range strings.Fields("1 2 w J J J J J J J J J J J y enter enter") {
		held = append(held, x.hold(key))
	}
	if n := len(x.app.writer.jobs); n != 5 {
		t.Fatalf("%d jobs, not two ratings, a decision, a recommendation and a submission", n)
	}
	for _, cmd := range held {
		x.run(cmd)
	}
	x.quiet()
	x.keeps("Ada", "42"+open13[4:])
	r := x.kept.record(t, "Ada")
	if mine := r.Review(x.kept.ines.ID); mine.Submitted != 0 || mine.Recommendation != model.Yes || r.Candidate.Decision.Stage != model.OnHold {
		t.Errorf("submitted %d, recommends %s, %s", mine.Submitted, mine.Recommendation, r.Candidate.Decision.Stage)
	}
}

// What another program did while a role was being read is not missed.
func TestChangedWhileTheRoleIsRead(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	late := answers(x.app.load(x.kept.role.ID))
	x.kept.rate(t, "Ada", 1, model.Meets)
	x.until("it was heard of", func() bool { return strings.Contains(x.line("Ada Stern"), "3·") })
	for _, m := range late {
		x.take(m)
	}
	x.until("it is shown", func() bool { return strings.Contains(x.line("Ada Stern"), "3·") })
}

// A file that the program fails on ends the adding, not the program.
func TestImportThatPanics(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	path := filepath.Join(t.TempDir(), "someone.txt")
	if err := os.WriteFile(path, []byte("Some One\n\nRust.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	x.press("i")
	x.app.session.Store = nil // to add to it panics
	cmd := x.app.importPaths(intent.Import{Paths: []string{path}})
	x.app.session.Store = x.kept.Store
	x.run(cmd)
	x.see("candid failed on")
	x.see("failed")
	if x.app.importing.running {
		t.Error("still importing")
	}
}

// A colleague who joined after the role was opened is called by name.
func TestWhoJoinedLater(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	s := x.kept.again(t, store.Options{})
	omar, err := s.AddReviewer("Omar")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range []func(model.Record) model.Change{
		func(r model.Record) model.Change {
			return r.Rate(x.kept.role, omar.ID, 1, x.kept.role.Checklist.Requirements[0].ID, model.Meets)
		},
		func(r model.Record) model.Change { return r.Submit(x.kept.role, omar.ID, 2) },
		func(r model.Record) model.Change { return r.Submit(x.kept.role, x.kept.ines.ID, 3) },
	} {
		if _, _, err := s.Apply(t.Context(), x.kept.role.ID, change(x.kept.record(t, "Ada"))); err != nil {
			t.Fatal(err)
		}
	}
	x.until("the review is in the list", func() bool { return x.app.field.cards[x.kept.ids["Ada"]].Review(x.kept.ines.ID).Submitted != 0 })
	x.press("g", "r")
	x.until("she is read", func() bool { return x.app.people[x.kept.ids["Ada"]].readings != nil })
	x.press("K", "g", ":", "1", "enter")
	x.see("Omar")
}

// What is pasted as a reason turns no text about, takes one line, and has an end.
func TestPastedReason(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("x", "a")
	x.take(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("left\u202e\u200b \x1b[31mearly\u2028" + strings.Repeat("é", 10_000))})
	x.press("enter")
	x.quiet()
	why := x.kept.record(t, "Ada").Candidate.Decision.Reason.Other
	if !strings.HasPrefix(why, "left [31mearly ééé") || len([]rune(why)) != reasonLimit {
		t.Errorf("%d characters: %.80q", len([]rune(why)), why)
	}
}

// When the disk gives neither the candidate nor those beside, the keys still work: one can leave.
func TestNobodyCanBeRead(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	clear(x.app.people)
	x.app.session.Store = storeOf(t, "", "Dora Pike").Store // which knows none of them
	x.press("enter")
	x.until("it is said", func() bool { return x.app.notice.bad })
	x.press("esc")
	x.see("3 candidates")
}

// The field is read once at a time, so that what an older reading found never takes the place of a newer one's; what changed
// meanwhile is read when it has ended.
func TestOneReadingAtATime(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	first := answers(x.app.reload())
	x.kept.rate(t, "Ada", 1, model.Meets)
	x.until("it was heard of", func() bool { return x.app.heard[x.kept.role.ID] > x.app.field.number })
	if x.app.reload() != nil {
		t.Error("a second reading is begun beside the first")
	}
	for _, m := range first {
		x.take(m)
	}
	x.until("it is shown", func() bool { return strings.Contains(x.line("Ada Stern"), "3·") })
}
