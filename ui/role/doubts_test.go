package role

import (
	"fmt"
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
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
	for _, want := range []string{"? 5 to look at", "?  2 Rust or C++                   one or two?", "asked at all?", "overlaps interview 1", "must or nice?", "interview?"} {
		if !strings.Contains(b.View(), want) {
			t.Errorf("%q is not shown:\n%s", want, b.View())
		}
	}
	b.send("n")
	if q, _ := b.current(); q.ID != 2 || !strings.Contains(b.View(), "? names a language, and a thing to know") {
		t.Errorf("on %v, and why is not shown:\n%s", q.ID, b.View())
	}
	if b.send("space"); !strings.Contains(b.View(), "✓  2 Rust or C++") || !strings.Contains(b.View(), "? 4 to look at") {
		t.Errorf("that it was looked at is not shown:\n%s", b.View())
	}
	b.send("n", "space", "n", "space", "n", "space", "n", "space")
	if strings.Contains(b.View(), "to look at") || !strings.Contains(b.View(), "as it was read: look it over") {
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
	r.Doubts = wording.Doubts(r.Role.Checklist.Requirements)
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

// alike is a reading of which a whole section is doubtful, and one requirement of it by itself, too.
func alike(kind wording.DoubtKind) posting.Reading {
	r := posting.Reading{Role: harbour()}
	for id := model.RequirementID(1); id <= 4; id++ {
		r.Doubts = append(r.Doubts, wording.Doubt{Requirement: id, Kind: kind, Section: 2, Why: "under 'What you bring', and why"})
	}
	r.Doubts = append(r.Doubts, wording.Doubt{Requirement: 2, Kind: wording.Several, Why: "asks for two things"})
	return r
}

// A doubt about a whole section is asked once, at its first requirement, and one key settles it.
func TestADoubtAboutASection(t *testing.T) {
	const all = "r1 r2 r3 r4"
	for _, c := range []struct {
		name string
		kind wording.DoubtKind
		keys []any
		want string // what is doubtful
		at   int    // how many there are to look at
		made string // the requirements that are made: must / nice
	}{
		{"as it was read", wording.Priority, nil, all, 2, "5/3"},
		{"left as it is", wording.Priority, []any{"space"}, "r2", 1, "5/3"},
		{"left, and asked again", wording.Priority, []any{"space", "space"}, all, 2, "5/3"},
		{"left at another of them", wording.Priority, []any{"j", "j", "space"}, "r2", 1, "5/3"},
		{"the other's own doubt first", wording.Priority, []any{"j", "space"}, all, 1, "5/3"},
		{"made nice", wording.Priority, []any{"!"}, "r2", 1, "1/7"},
		{"made nice, and undone", wording.Priority, []any{"!", "u"}, all, 2, "5/3"},
		{"one made nice", wording.Priority, []any{"p"}, "r2 r3 r4", 1, "4/4"},
		{"one made nice, then the others", wording.Priority, []any{"p", "g", "j", "!"}, "r2", 1, "1/7"},
		{"one dropped", wording.Asked, []any{"d"}, "r2 r3 r4", 1, "4/3"},
		{"all dropped", wording.Asked, []any{"!"}, "", 0, "1/3"},
		{"all dropped, and undone", wording.Asked, []any{"!", "u"}, all, 2, "5/3"},
		{"all looked at", wording.Asked, []any{"*"}, "", 0, "5/3"},
		{"one's own, which is asked first", wording.Asked, []any{"j", "!"}, "r1 r2 r9 r3 r4", 1, "6/3"},
		{"nothing is doubtful", wording.Asked, []any{"G", "!"}, all, 2, "5/3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := look(alike(c.kind), screentest.Look("plain"), 100, 29)
			b.send(c.keys...)
			if got, at := doubting(b.draft), len(b.draft.toLookAt()); got != c.want || at != c.at {
				t.Errorf("%q are doubtful, %d to look at; want %q, %d", got, at, c.want, c.at)
			}
			made := map[model.Priority]int{}
			for _, q := range b.made(t).Checklist.Requirements {
				made[q.Priority]++
			}
			if got := fmt.Sprintf("%d/%d", made[model.Must], made[model.Nice]); got != c.made {
				t.Errorf("%s are made, want %s", got, c.made)
			}
		})
	}
}

// A doubt about a whole section is shown where it is asked, with how many it is about; n does not stop at the others.
func TestADoubtAboutASectionIsShownOnce(t *testing.T) {
	b := look(alike(wording.Priority), screentest.Look("plain"), 100, 29)
	screen := b.View()
	for _, want := range []string{"? 2 to look at", "?  1 Years of control software     4 must or nice?", "?  2 Rust or C++                   one or two?", "│  3 Systems that stay up",
		"? 4 under 'What you bring', and why", "! makes all nice, space leaves them"} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is not shown:\n%s", want, screen)
		}
	}
	if strings.Count(screen, "must or nice?") != 1 {
		t.Errorf("it is asked more than once:\n%s", screen)
	}
	b.send("n", "n")
	if q, _ := b.current(); q.ID != 1 {
		t.Errorf("n stops at %v", q.ID)
	}
}

// The keys that settle a doubt are always said, in a line of their own where there is no room beside it.
func TestWhatSettlesADoubtIsSaid(t *testing.T) {
	for _, width := range []int{60, 80, 100, 140} {
		b := look(doubtful(), screentest.Look("plain"), width, 29)
		for range 5 {
			if b.send("n"); !strings.Contains(b.View(), ", space leaves it") {
				t.Errorf("at %d:\n%s", width, b.View())
			}
		}
	}
	r := alike(wording.Priority)
	for i := range r.Doubts {
		r.Doubts[i].Why = "under 'Desired skills and attributes', and no list says what is required"
	}
	if b := look(r, screentest.Look("plain"), 60, 15); !strings.Contains(b.View(), "space leaves them") {
		t.Errorf("on the smallest screen:\n%s", b.View())
	}
	r.Doubts[0].Why = "under 'Desired…', and why"
	if b := look(r, screentest.Look("ascii"), 100, 29); strings.Contains(b.View(), "…") {
		t.Errorf("in plain ASCII:\n%s", b.View())
	}
}
