package role

import (
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
	"candid/ui/intent"
	"candid/ui/screentest"
)

// doubting is the ids of the requirements that are doubtful, in the order they are shown.
func doubting(d draft) string {
	var open []string
	for _, q := range d.entries() {
		if len(d.open(q.ID)) > 0 {
			open = append(open, q.ID.String())
		}
	}
	return strings.Join(open, " ")
}

func TestWhatSettlesADoubt(t *testing.T) {
	const all = "r2 r6 r7 r8 r5"
	for _, c := range []struct {
		name string
		keys []any
		want string
	}{
		{"nothing", nil, all},
		{"another respect", []any{":2", "p"}, all},
		{"must or nice, chosen", []any{":7", "p"}, "r2 r6 r7 r5"},
		{"must or nice, chosen twice", []any{":7", "p", "p"}, "r2 r6 r7 r5"},
		{"one or two, reworded", []any{":2", "W", "x", "enter", "enter"}, "r6 r7 r8 r5"},
		{"one or two, reworded as it was", []any{":2", "W", "enter", "enter"}, all},
		{"asked, dropped", []any{":5", "d"}, "r2 r7 r8 r5"},
		{"asked, dropped and taken back", []any{":5", "d", "d"}, "r2 r7 r8 r5"},
		{"on paper, taken out of the interview", []any{":8", "I"}, "r2 r6 r7 r8"},
		{"an overlap, one of them dropped", []any{":6", "d"}, "r2 r6 r8 r5"},
		{"an overlap, the other dropped", []any{":8", "d"}, "r2 r6 r8"},
		{"looked at", []any{"n", "space"}, "r6 r7 r8 r5"},
		{"looked at twice", []any{"n", "space", "space"}, all},
		{"looked at, and undone", []any{"n", "space", "u"}, all},
		{"all looked at", []any{"n", "space", "n", "space", "n", "space", "n", "space", "n", "space"}, ""},
		{"all looked at at once", []any{"*"}, ""},
		{"all looked at at once, and undone", []any{"*", "u"}, all},
		{"all looked at backwards", []any{"N", "space", "N", "space", "N", "space", "N", "space", "N", "space"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := look(doubtful(), screentest.Look("plain"), 100, 29)
			if got := doubting(b.draft); got != all {
				t.Fatalf("at first %q are doubtful", got)
			}
			for _, k := range c.keys {
				if s := k.(string); s[0] == ':' {
					k = intent.Number{N: int(s[1] - '0')}
				}
				b.send(k)
			}
			if got := doubting(b.draft); got != c.want {
				t.Errorf("%q are doubtful, want %q", got, c.want)
			}
		})
	}
}

func TestDoubtsAreShown(t *testing.T) {
	b := look(doubtful(), screentest.Look("plain"), 120, 39)
	for _, want := range []string{"? 5 to look at", "? 2  Rust or C++                   one or two?", "asked at all?", "overlaps interview 1", "must or nice?", "interview?"} {
		if !strings.Contains(b.View(), want) {
			t.Errorf("%q is not shown:\n%s", want, b.View())
		}
	}
	b.send("n")
	if q, _ := b.current(); q.ID != 2 || !strings.Contains(b.View(), "? names a language, and a thing to know") {
		t.Errorf("on %v, and why is not shown:\n%s", q.ID, b.View())
	}
	if b.send("space"); !strings.Contains(b.View(), "✓ 2  Rust or C++") || !strings.Contains(b.View(), "? 4 to look at") {
		t.Errorf("that it was looked at is not shown:\n%s", b.View())
	}
	b.send("n", "space", "n", "space", "n", "space", "n", "space")
	if strings.Contains(b.View(), "to look at") || !strings.Contains(b.View(), "look it over before it is used") {
		t.Errorf("all was looked at:\n%s", b.View())
	}
	if b.send("n"); screentest.Last[intent.Say](t, b.asked).Text != "nothing is doubtful here" {
		t.Errorf("asks for %+v", b.asked)
	}
}

// The doubts of a requirement that is split are those of its parts; undoing it brings the one back.
func TestPartsInheritDoubts(t *testing.T) {
	r := doubtful()
	r.Doubts = append(r.Doubts, r.Doubts[4])
	r.Doubts[5].Requirement = 2
	d := newDraft(r)
	d = d.part(d.requirements[1], []string{"Rust", "C++"}).redoubt()
	for _, id := range []model.RequirementID{2, 9} {
		if open := d.open(id); len(open) != 1 || d.asks(open[0]) != "must or nice?" {
			t.Errorf("%s: %+v", id, open)
		}
	}
}

// What the words leave doubtful is found again after each change.
func TestDoubtsFollowTheWords(t *testing.T) {
	r := posting.Reading{Role: harbour()}
	r.Role.Checklist.Requirements[0].Text = "Experience with PostgreSQL."
	r.Role.Checklist.Requirements[6].Text = "PostgreSQL at more than a terabyte."
	r.Doubts = posting.Doubts(r.Role.Checklist.Requirements)
	b := look(r, screentest.Look("plain"), 100, 29)
	overlapping := func() bool { return strings.Contains(b.View(), "overlaps must 1") }
	for _, c := range []struct {
		name string
		keys []any
		want bool
	}{
		{"as it was read", nil, true},
		{"one dropped", []any{"d"}, false},
		{"taken back", []any{"d"}, true},
		{"other words", []any{"W", "ctrl+u", "Knows ropes.", "enter", "enter"}, false},
		{"the old words", []any{"u"}, true},
		{"looked at, on the other", []any{"N", "space"}, false},
	} {
		if b.send(c.keys...); overlapping() != c.want {
			t.Errorf("%s:\n%s", c.name, b.View())
		}
	}
}
