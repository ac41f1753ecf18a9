package store

import (
	"context"
	"testing"
	"time"

	"candid/model"
)

// next is the next event, or a failure when none comes in far longer than one should take.
func next(t *testing.T, events <-chan Event) Event {
	t.Helper()
	select {
	case e := <-events:
		return e
	case <-time.After(20 * time.Second):
		t.Fatal("no event")
		return Event{}
	}
}

func TestSubscribersAreTold(t *testing.T) {
	w := populate(t, open(t), 2)
	other := openAt(t, w.Path())
	mine, stopMine := w.Subscribe()
	theirs, stopTheirs := other.Subscribe()
	defer stopTheirs()
	ctx := context.Background()
	for _, act := range []struct {
		name string
		do   func() uint64
	}{
		{"a change", func() uint64 {
			c, _ := w.apply(t, w.record(t, w.candidate[0]).Decide(w.ana.ID, 5, model.OnHold, model.Reason{}))
			return c.Number
		}},
		{"an application", func() uint64 {
			if _, err := w.Add(ctx, w.role.ID, anApplication(50), w.ana.ID); err != nil {
				t.Fatal(err)
			}
			return 4
		}},
		{"an erasure", func() uint64 {
			if err := w.Erase(ctx, w.candidate[1], w.ana.ID); err != nil {
				t.Fatal(err)
			}
			return 5
		}},
	} {
		want := Event{Role: w.role.ID, Number: act.do()}
		if got := next(t, mine); got != want {
			t.Errorf("%s, here: %v, want %v", act.name, got, want)
		}
		if got := next(t, theirs); got != want {
			t.Errorf("%s, in another program: %v, want %v", act.name, got, want)
		}
	}
	role, err := w.AddRole(aRole())
	if err != nil {
		t.Fatal(err)
	}
	if got := next(t, mine); got != (Event{Role: role.ID}) {
		t.Errorf("a role: %v", got)
	}
	stopMine()
	stopMine()
	if _, open := <-mine; open {
		t.Error("an event after stop")
	}
}

func TestSlowSubscriberGetsOneEventARole(t *testing.T) {
	w := populate(t, open(t), 1)
	events, stop := w.Subscribe()
	defer stop()
	var last model.Change
	for n := range 20 { // nobody listens, and nobody waits
		r := w.record(t, w.candidate[0])
		last, _ = w.apply(t, r.Decide(w.ana.ID, model.Time(n+1), model.Stage(1+n%3), model.Reason{}))
	}
	got := 0
	for e := next(t, events); ; e = next(t, events) {
		if got++; e.Number == last.Number {
			break
		}
	}
	if got > 2 {
		t.Errorf("%d events", got)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, open := <-events; open {
		t.Error("an event after Close")
	}
}
