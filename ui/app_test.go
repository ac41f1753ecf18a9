package ui

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"candid/model"
	"candid/store"
	"candid/ui/intent"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"
)

const open13 = "·············"

func (x *sitting) wants(strip string) {
	x.t.Helper()
	if got := x.strip(); got != strip {
		x.t.Errorf("the screen shows %s, want %s", got, strip)
	}
	var row strings.Builder
	for _, c := range x.app.field.rows[x.app.field.at[x.app.queue.open()]].Cells {
		row.WriteRune(c.Rune())
	}
	if got := row.String(); got != strip {
		x.t.Errorf("the row has %s, want %s", got, strip)
	}
}

func (x *sitting) keeps(name, strip string) {
	x.t.Helper()
	if got := x.kept.digits(x.t, name); got != strip {
		x.t.Errorf("the disk has %s, want %s", got, strip)
	}
}

// A rating shows at once; "saved" comes when it is on the disk, not before.
func TestRatingIsShownThenSaved(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	held := x.hold("3")
	x.wants("3" + open13[2:])
	if strings.Contains(x.screen(), "saved") {
		t.Error("saved, before anything was written")
	}
	x.keeps("Ada", open13)
	x.run(held)
	x.see("saved")
	x.keeps("Ada", "3"+open13[2:])
}

// Several keys in one message are all taken, pasted text is none of them.
func TestKeysInOneMessage(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	x.take(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("4321"), Paste: true})
	x.wants(open13)
	x.take(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("4321")})
	x.wants("4321" + open13[8:])
	x.quiet()
	x.keeps("Ada", "4321"+open13[8:])
}

// What was read from the disk before a rating, and comes in after it, does not take its place.
func TestLateAnswers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		read func(*sitting) tea.Cmd
	}{
		{"a candidate", func(x *sitting) tea.Cmd { return x.app.fetch([]model.ID{x.kept.ids["Ada"]}) }},
		{"the field", func(x *sitting) tea.Cmd { return x.app.reload() }},
	} {
		t.Run(c.name+" read before, told after it is saved", func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			x.score("Ada")
			late := answers(c.read(x))
			x.press("3")
			x.quiet()
			x.late(late)
			x.press("2")
			x.quiet()
			x.late(nil)
			x.wants("32" + open13[4:])
			x.keeps("Ada", "32"+open13[4:])
		})
		t.Run(c.name+" read while it is written, told after it is saved", func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			x.score("Ada")
			held := x.hold("3")
			late := answers(c.read(x))
			x.run(held)
			x.quiet()
			x.late(late)
			x.wants("3" + open13[2:])
			x.press("2")
			x.quiet()
			x.keeps("Ada", "32"+open13[4:])
		})
		t.Run(c.name+" read before, told while it is written", func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			x.score("Ada")
			late := answers(c.read(x))
			held := x.hold("3")
			x.late(late)
			x.run(held)
			x.quiet()
			x.wants("3" + open13[2:])
			x.press("2")
			x.quiet()
			x.keeps("Ada", "32"+open13[4:])
		})
	}
}

// late tells the app what was read long ago, and sees that no rating leaves the screen, then or soon after.
func (x *sitting) late(msgs []tea.Msg) {
	x.t.Helper()
	before := x.strip()
	for _, m := range msgs {
		x.take(m)
		x.wants(before)
	}
	// Everything that follows from it, and a round more: the app was asked to read again.
	for range 3 {
		done := make(chan struct{})
		x.run(func() tea.Msg { time.Sleep(30 * time.Millisecond); close(done); return nil })
		x.until("a while has passed", func() bool {
			select {
			case <-done:
				return true
			default:
				return false
			}
		})
		x.wants(before)
	}
}

// A decision made in the list is not undone by the pane that was still being read for it.
func TestLatePane(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	ada := x.kept.ids["Ada"]
	delete(x.app.people, ada)
	late := answers(x.app.fetch([]model.ID{ada}))
	x.press("w")
	x.quiet()
	for _, m := range late {
		x.take(m)
	}
	x.press("a")
	x.quiet()
	if x.app.notice.bad {
		t.Errorf("complains: %s", x.app.notice.text)
	}
	if got := x.kept.record(t, "Ada").Candidate.Decision.Stage; got != model.Advanced {
		t.Errorf("the disk has %s", got)
	}
}

// Somebody else changed the same thing first. The screen says who, and shows what is true.
func TestConflict(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	x.app.stop() // this program has not heard of it yet
	x.kept.rate(t, "Ada", 1, model.Exceeds)
	first, second := x.hold("1"), x.hold("2")
	x.wants("12" + open13[4:])
	x.run(first)
	x.run(second)
	x.quiet()
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "changed since") || !strings.Contains(n.text, "Ines made it exceeds") {
		t.Errorf("says %q", n.text)
	}
	x.until("the truth is shown", func() bool { return x.strip() == "42"+open13[4:] })
	x.keeps("Ada", "42"+open13[4:])
	x.press("u")
	x.quiet()
	x.keeps("Ada", "4"+open13[2:])
	x.press("u")
	x.see("nothing of this sitting left to undo")
	x.press("K", "3")
	x.quiet()
	x.until("it can be rated again", func() bool { return strings.HasPrefix(x.strip(), "3") || strings.HasPrefix(x.strip(), "43") })
	if x.app.notice.bad {
		t.Errorf("complains: %s", x.app.notice.text)
	}
}

// Nothing can be written: the old value comes back, and the reason is said.
func TestFailedWrite(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	k.rate(t, "Ada", 1, model.Meets)
	readOnly := k.again(t, store.Options{ReadOnly: true})
	x := sit(t, k, func(s *Session) { s.Store = readOnly })
	x.press("w")
	x.see("on hold")
	x.quiet()
	x.until("Ada is as she was", func() bool { return strings.Contains(x.line("Ada Stern"), "new") })
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "for reading only") {
		t.Errorf("says %q", n.text)
	}
	x.press("r")
	x.see("requirement 2 of 13")
	x.until("she is read", func() bool { return x.app.people[k.ids["Ada"]].readings != nil })
	x.press("1")
	x.wants("31" + open13[4:])
	x.quiet()
	x.until("the old value is back", func() bool { return x.strip() == "3"+open13[2:] })
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "for reading only") {
		t.Errorf("says %q", n.text)
	}
	if strings.Contains(x.screen(), "saved") {
		t.Error("saved")
	}
	x.press("u")
	x.see("nothing of this sitting left to undo")
}

// What is still being written can be undone, and redone: it all lands, in order, and each undoing names what it undoes.
func TestUndoOfWhatIsBeingWritten(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	held := []tea.Cmd{x.hold("3"), x.hold("2"), x.hold("u")}
	x.wants("3" + open13[2:])
	held = append(held, x.hold("u"))
	x.wants(open13)
	held = append(held, x.hold("ctrl+r"))
	x.wants("3" + open13[2:])
	x.keeps("Ada", open13)
	for _, cmd := range held {
		x.run(cmd)
	}
	x.quiet()
	x.wants("3" + open13[2:])
	x.keeps("Ada", "3"+open13[2:])
	changes, err := x.kept.History(x.kept.ids["Ada"])
	if err != nil {
		t.Fatal(err)
	}
	changes = changes[len(changes)-5:]
	number := changes[0].Number
	for i, undoes := range []uint64{0, 0, number + 1, number, 0} {
		if changes[i].Undoes != undoes {
			t.Errorf("change %d undoes %d, want %d", changes[i].Number, changes[i].Undoes, undoes)
		}
	}
	x.press("u")
	x.quiet()
	x.keeps("Ada", open13)
}

// An act that somebody else built upon cannot be undone; the one before it still can.
func TestUndoRefused(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("w") // Ada
	x.quiet()
	x.press("j", "a") // Ben
	x.quiet()
	x.app.stop()
	omar, err := x.kept.AddReviewer("Omar")
	if err != nil {
		t.Fatal(err)
	}
	ben := x.kept.record(t, "Ben").Decide(omar.ID, model.At(time.Now()), model.Rejected, model.Reason{Other: "left"})
	if _, _, err := x.kept.again(t, store.Options{}).Apply(context.Background(), x.kept.role.ID, ben); err != nil {
		t.Fatal(err)
	}
	x.press("u")
	x.quiet()
	if n := x.app.notice; !n.bad || !strings.Contains(n.text, "somebody made it rejected") {
		t.Errorf("says %q", n.text)
	}
	x.until("the truth is shown", func() bool { return strings.Contains(x.line("Ben Ossian"), "rejected") })
	x.press("u")
	x.quiet()
	if got := x.kept.record(t, "Ada").Candidate.Decision.Stage; got != model.New {
		t.Errorf("Ada is %s", got)
	}
}

// Finish keeps what was under way: ratings that no command was run for, the words being written, the place.
func TestFinish(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("/", "-", "c", "l", "e", "o", "enter")
	x.score("Ada")
	for _, key := range []string{"3", "2", "m"} {
		x.hold(key)
	}
	x.hold("half a thoug")
	x.keeps("Ada", open13)
	if err := x.app.Finish(); err != nil {
		t.Fatal(err)
	}
	x.keeps("Ada", "32"+open13[4:])
	review := x.kept.record(t, "Ada").Review(x.kept.ines.ID)
	if got := review.Rating(x.kept.role.Checklist.Requirements[2].ID).Note; got != "half a thoug" {
		t.Errorf("the note is %q", got)
	}
	place, err := x.kept.Place(x.kept.ines.ID)
	if err != nil || place.Filter != "-cleo" || place.Sort.By != model.ByName {
		t.Errorf("the place is %+v, %v", place, err)
	}
	if report, err := x.kept.Check(t.Context()); err != nil || len(report.Findings) > 0 {
		t.Errorf("%v, %v", report.Findings, err)
	}
}

// What is undone while it is still on its way is written down as undone, also at the end.
func TestFinishUndoes(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	for _, key := range []string{"3", "2", "u"} {
		x.hold(key)
	}
	if err := x.app.Finish(); err != nil {
		t.Fatal(err)
	}
	x.keeps("Ada", "3"+open13[2:])
	changes, err := x.kept.History(x.kept.ids["Ada"])
	if n := len(changes); err != nil || n < 3 || changes[n-1].Undoes != changes[n-2].Number {
		t.Errorf("%+v, %v", changes, err)
	}
}

// Finish beside a command that is writing the same: it lands once.
func TestFinishBesideTheWriting(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.score("Ada")
	held := x.hold("3")
	var wg sync.WaitGroup
	wg.Go(func() { answers(held) })
	if err := x.app.Finish(); err != nil {
		t.Error(err)
	}
	wg.Wait()
	x.keeps("Ada", "3"+open13[2:])
	changes, err := x.kept.History(x.kept.ids["Ada"])
	if err != nil || len(changes) != 2 {
		t.Errorf("%d changes, %v", len(changes), err)
	}
}

// What cannot be kept at the end is said.
func TestFinishFails(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	readOnly := k.again(t, store.Options{ReadOnly: true})
	x := sit(t, k, func(s *Session) { s.Store = readOnly })
	x.hold("w")
	if err := x.app.Finish(); !model.Is(err, model.ReadOnly) {
		t.Errorf("%v", err)
	}
}

// What another program does is on the screen without a key, wherever one stands.
func TestOthersChanges(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.kept.rate(t, "Ben", 2, model.Some)
	x.see("·2······")
	x.score("Ben")
	x.kept.rate(t, "Ben", 3, model.Lacks)
	x.until("the strip shows it", func() bool { return x.strip() == "·21"+open13[6:] })
	x.press("4")
	x.quiet()
	x.keeps("Ben", "421"+open13[6:])
}

// Whom the viewer opened is not called unopened, however late the disk's answer comes.
func TestOpenedIsRemembered(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	stale := answers(x.app.fetch([]model.ID{x.kept.ids["Ada"]}))
	x.press("enter")
	if r, _ := x.app.record(x.kept.ids["Ada"]); r.Review(x.kept.ines.ID).Opened == 0 {
		t.Error("she is not opened before the disk says so")
	}
	x.until("it is kept that she was opened", func() bool { return x.kept.record(t, "Ada").Review(x.kept.ines.ID).Opened != 0 })
	for _, m := range stale {
		x.take(m)
	}
	x.press("esc", "a")
	x.quiet()
	changes, err := x.kept.History(x.kept.ids["Ada"])
	if err != nil || changes[len(changes)-1].Unopened {
		t.Errorf("decided by somebody who never opened it: %+v, %v", changes[len(changes)-1], err)
	}
	x.press("j", "a")
	x.quiet()
	if changes, err := x.kept.History(x.kept.ids["Ben"]); err != nil || !changes[len(changes)-1].Unopened {
		t.Errorf("Ben was opened: %v", err)
	}
}

// Over a network nothing happens on the machine that candid runs on.
func TestMayNot(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t), func(s *Session) { s.May = intent.May{} })
	x.press("i")
	if strings.Contains(x.screen(), "Each file in a folder") {
		t.Error("files can be picked")
	}
	x.score("Ada")
	for key, words := range map[string]string{"o": "not over this connection", "O": "not over this connection"} {
		x.press(key)
		x.see(words)
	}
	if cmd := x.app.readPosting(intent.Read{Path: "/etc/passwd"}); cmd != nil {
		t.Error("a posting is read from the host")
	}
	for name, read := range map[string]intent.Read{"the sample": {}, "what was pasted": {Text: "# Pond keeper\n\n## Requirements\n- Swims\n"}} {
		if cmd := x.app.readPosting(read); cmd == nil {
			t.Errorf("%s is not read", name)
		} else if m := cmd().(intent.Posting); m.Err != nil || len(m.Reading.Role.Checklist.Requirements) == 0 {
			t.Errorf("%s is read as %+v", name, m)
		}
	}
	if cmd := x.app.importPaths(intent.Import{Paths: []string{"/etc"}}); cmd != nil {
		t.Error("candidates are read from the host")
	}
	if cmd := x.app.listFolder("/"); cmd != nil {
		t.Error("a folder of the host is listed")
	}
}

// A posting that was asked for twice is looked over once, and u undoes what was done to it, not what was done before.
func TestLookOver(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("g", "j", "w")
	x.quiet()
	x.lookOver()
	depth := len(x.app.stack)
	x.press("d")
	x.take(x.app.readPosting(intent.Read{})())
	if len(x.app.stack) != depth || !strings.Contains(x.screen(), "dropped") {
		t.Errorf("the look-over was begun anew:\n%s", x.screen())
	}
	x.press("u")
	x.see("undone: dropped")
	x.press("u")
	x.see("nothing was changed here")
	x.press("esc", "esc", "esc")
	x.see("3 candidates")
	x.press("u")
	x.see("undone: back to new")
}

// Two sessions of one process, on one store, look each as its own terminal wants, at the same time.
func TestTwoThemesAtOnce(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	omar, err := k.AddReviewer("Omar")
	if err != nil {
		t.Fatal(err)
	}
	dark := sit(t, k, func(s *Session) { s.Renderer = renderer(termenv.TrueColor) })
	light := sit(t, k, func(s *Session) {
		s.Renderer, s.Look, s.Viewer = renderer(termenv.TrueColor), theme.Options{Light: true}, omar
		s.Renderer.SetHasDarkBackground(false)
	})
	plain := sit(t, k, func(s *Session) { s.Look = theme.Options{ASCII: true}; s.Viewer = omar })
	const darkText, lightMark = "38;2;215;218;224", "38;2;"
	views := map[*sitting]*strings.Builder{dark: {}, light: {}, plain: {}}
	var wg sync.WaitGroup
	for x, all := range views {
		wg.Go(func() {
			for _, key := range []string{"j", "r", "3", "4", "esc", "?", "esc", ":", "esc", "x", "esc", "R", "esc", "enter", "tab", "esc"} {
				x.press(key)
				all.WriteString(x.app.View())
				for len(x.msgs) > 0 {
					x.take(<-x.msgs)
				}
				all.WriteString(x.app.View())
			}
		})
	}
	wg.Wait()
	if s := views[dark].String(); !strings.Contains(s, darkText) {
		t.Error("the dark one is not dark")
	}
	if s := views[light].String(); strings.Contains(s, darkText) || !strings.Contains(s, lightMark) {
		t.Error("the light one has the dark one's text")
	}
	if s := views[plain].String(); strings.Contains(s, "\x1b") || strings.ContainsAny(s, "▌│━…") {
		t.Error("the plain one is not plain")
	}
	for x := range views {
		x.quiet()
	}
}

// Keys that are pressed before a candidate has been read wait for it: none is lost, and they keep their order.
func TestKeysAhead(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	delete(x.app.people, x.kept.ids["Ada"])
	x.take(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("r34")}) // in one message, as when the program was busy
	x.press("2", "m")
	x.take(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("well put")})
	x.see("well put")
	x.wants("342" + open13[6:])
	x.press("enter")
	x.quiet()
	x.keeps("Ada", "342"+open13[6:])
}

// A candidate whom the disk does not give holds no key back.
func TestKeysAheadOfNobody(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	delete(x.app.people, x.kept.ids["Ada"])
	held := x.hold("r")
	x.hold("esc")
	if err := x.kept.again(t, store.Options{}).Erase(t.Context(), x.kept.ids["Ada"], x.kept.ines.ID); err != nil {
		t.Fatal(err)
	}
	x.run(held)
	x.see("2 shown")
	x.press("q")
}
