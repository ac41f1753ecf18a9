package role

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
	"candid/ui/intent"
	"candid/ui/screentest"
)

// made is the role that enter makes.
func (b *bench) made(t *testing.T) model.Role {
	t.Helper()
	return screentest.Last[intent.Keep](t, b.send("enter").asked).Role
}

// says is the last that was said.
func (b *bench) says(t *testing.T) string {
	t.Helper()
	return screentest.Last[intent.Say](t, b.asked).Text
}

func TestSplitKey(t *testing.T) {
	const words = "Fluency in Rust, and experience with Kubernetes."
	r := posting.Reading{Role: harbour()}
	r.Role.Checklist.Requirements[1].Text = words
	b := look(r, screentest.Look("plain"), 100, 29).send("j", "s")
	parts := wording.Parts(words)
	if len(parts) < 2 {
		if !strings.Contains(b.says(t), "reads as one") {
			t.Errorf("it says %q", b.says(t))
		}
		return
	}
	var got []string
	for _, q := range b.made(t).Checklist.Requirements[1 : 1+len(parts)] {
		got = append(got, q.Text)
	}
	if !slices.Equal(got, parts) {
		t.Errorf("split in %q, want %q", got, parts)
	}
}

// What cannot be done changes nothing and says why.
func TestWhatIsNotDone(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		says string
	}{
		{"splitting one word", []any{"G", "k", "s"}, "reads as one: W rewords"},
		{"joining the last of its kind", []any{"G", "&"}, "none of its kind"},
		{"joining what was dropped", []any{"d", "&"}, "dropped: d takes it back"},
		{"weighing what was dropped", []any{"d", "+"}, "dropped: d takes it back"},
		{"dropping the title", []any{"k", "d"}, "that is for requirements"},
		{"looking at what is not doubtful", []any{"space"}, "nothing is doubtful about this"},
		{"the next doubt where there is none", []any{"n"}, "nothing is doubtful here"},
		{"undoing nothing", []any{"u"}, "nothing was changed"},
		{"redoing nothing", []any{"ctrl+r"}, "nothing was undone"},
		{"a line that is not picked", []any{"tab", "p"}, "not on the checklist"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := looked(screentest.Look("plain"), 100, 29)
			b.reading.Lines = []posting.Line{{Text: "We have ducks.", Lines: [2]int{0, 1}}}
			b.draft.requirements[6].Text = "Portuguese"
			edits := b.send(c.keys[:len(c.keys)-1]...).history.at
			if b.send(c.keys[len(c.keys)-1]); !strings.Contains(b.says(t), c.says) || b.history.at != edits {
				t.Errorf("it says %q, want %q", b.says(t), c.says)
			}
		})
	}
}

func TestJoinKey(t *testing.T) {
	r := looked(screentest.Look("plain"), 100, 29).send("j", "d", "k", "&").made(t)
	if len(r.Checklist.Requirements) != 6 || !strings.HasSuffix(r.Checklist.Requirements[0].Text, "beside; Has kept a system running that could not be switched off, and can tell how.") {
		t.Errorf("joined to %+v", r.Checklist.Requirements)
	}
}

func TestAHandSplitsWithANewLine(t *testing.T) {
	b := looked(screentest.Look("plain"), 100, 29).send("j", "W", "ctrl+u", "Fluency in Rust", "alt+enter", "  ", "alt+enter", "Fluency in C++", "enter", "ctrl+u", "Rust", "enter")
	r := b.made(t)
	first, second := r.Checklist.Requirements[1], r.Checklist.Requirements[2]
	if first.Text != "Fluency in Rust" || first.Label != "Rust" || second.Text != "Fluency in C++" || second.Label == "" || len(r.Checklist.Requirements) != 9 {
		t.Errorf("%+v\n%+v", first, second)
	}
	if second.ID != 3 || second.Lines != first.Lines {
		t.Errorf("the second is %+v", second)
	}
	if got := b.send("u").made(t); !reflect.DeepEqual(got, harbour()) {
		t.Errorf("undone to %+v", got)
	}
}

func TestAnchors(t *testing.T) {
	b := looked(screentest.Look("plain"), 100, 29).send("A", "enter", "ctrl+u", "has helped", "enter", "enter", "ctrl+u", "  wrote   the book ", "enter")
	if got := b.made(t).Checklist.Requirements[0].Anchors; got != [4]string{"", "has helped", "", "wrote the book"} {
		t.Errorf("the anchors are %q", got)
	}
	if b.send("A", "x", "enter", "esc"); b.Typing() {
		t.Error("esc does not leave")
	}
	if got := b.made(t).Checklist.Requirements[0].Anchors; got[0] != "" {
		t.Errorf("left, the anchors are %q", got)
	}
	edits := b.history.at
	if b.send("A", "enter", "enter", "enter", "enter"); b.history.at != edits {
		t.Error("anchors that stay as they were are an edit")
	}
}

// Everything that is done is undone by as many u, step by step, and done again by as many ctrl+r.
func TestUndoAndRedo(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []any
		did  string
	}{
		{"drop", []any{"d"}, "dropped Years of control"},
		{"take back", []any{"d", "d"}, "took back"},
		{"must or nice", []any{"p"}, "made Years of control software a nice-to-have"},
		{"interview", []any{"I"}, "judged from the interview"},
		{"gate", []any{"b"}, "no gate"},
		{"weight", []any{"+"}, "weighs 2"},
		{"title", []any{"k", "W", "!", "enter"}, "called the role Harbour Systems Engineer!"},
		{"reword", []any{"W", "!", "enter", "enter"}, "reworded Years"},
		{"split by hand", []any{"W", "alt+enter", "Swims", "enter", "enter"}, "reworded Years"},
		{"join", []any{"&"}, "joined Years of control software and Rust"},
		{"anchors", []any{"A", "!", "enter", "enter", "enter", "enter"}, "worded the anchors"},
		{"looked at", []any{"n", "space"}, "looked at"},
		{"picked out", []any{"tab", "space"}, "dropped Years"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := look(doubtful(), screentest.Look("plain"), 100, 29)
			before := b.draft
			after := b.send(c.keys...).draft
			if reflect.DeepEqual(before, after) {
				t.Fatal("nothing was done")
			}
			n := b.history.at
			for range n {
				b.send("u")
			}
			if !reflect.DeepEqual(b.draft, before) {
				t.Errorf("undone to %+v\nwant %+v", b.draft, before)
			}
			for range n {
				b.send("ctrl+r")
			}
			if !reflect.DeepEqual(b.draft, after) {
				t.Errorf("done again to %+v\nwant %+v", b.draft, after)
			}
			if said := b.says(t); !strings.HasPrefix(said, "done again: ") || !strings.Contains(said, c.did) {
				t.Errorf("it says %q, want %q", said, c.did)
			}
			if b.send("u"); !strings.HasPrefix(b.says(t), "undone: ") {
				t.Errorf("it says %q", b.says(t))
			}
		})
	}
}

// What is done after something was undone takes its place.
func TestAnEditEndsTheRedo(t *testing.T) {
	b := looked(screentest.Look("plain"), 100, 29).send("d", "u", "p", "ctrl+r")
	if b.history.at != 1 || len(b.draft.dropped) != 0 || b.says(t) != "nothing was undone that could be done again" {
		t.Errorf("%d edits, %v dropped, said %q", b.history.at, b.draft.dropped, b.says(t))
	}
}

func TestUndoGoesWhereItWas(t *testing.T) {
	b := looked(screentest.Look("plain"), 100, 29).send("j", "p", "g", "u")
	if q, _ := b.current(); q.ID != 2 {
		t.Errorf("on %s", q.ID)
	}
}

// One esc does not lose what was changed.
func TestLeaving(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []any
		leave bool
	}{
		{"unchanged", []any{"j", "esc"}, true},
		{"changed", []any{"d", "esc"}, false},
		{"changed, and asked", []any{"d", "esc", "esc"}, true},
		{"changed, asked, and gone on", []any{"d", "esc", "j", "esc"}, false},
		{"changed and undone", []any{"d", "u", "esc"}, true},
		{"from the posting", []any{"tab", "esc"}, false},
		{"words being typed", []any{"W", "x", "esc"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := look(doubtful(), screentest.Look("plain"), 100, 29).send(c.keys...)
			if got := slices.Contains(b.asked, intent.Intent(intent.Back{})); got != c.leave {
				t.Errorf("asked for %+v", b.asked)
			}
		})
	}
}

func TestAChecklistIsNotOverfilled(t *testing.T) {
	r := posting.Reading{Role: harbour()}
	for len(r.Role.Checklist.Requirements) < mostRequirements {
		q := r.Role.Checklist.Requirements[7]
		q.ID = model.RequirementID(len(r.Role.Checklist.Requirements) + 1)
		q.Label = q.ID.String()
		r.Role.Checklist.Requirements = append(r.Role.Checklist.Requirements, q)
	}
	r.Lines = []posting.Line{{Text: "We have ducks.", Lines: [2]int{0, 1}}}
	for name, keys := range map[string][]any{"picking": {"tab", "space"}, "splitting by hand": {"W", "alt+enter", "Swims", "enter"}} {
		if b := look(r, screentest.Look("plain"), 100, 29).send(keys...); b.says(t) != full.Text || b.history.at > 0 {
			t.Errorf("%s: %q", name, b.says(t))
		}
	}
}

// Nothing goes elsewhere while words are being changed.
func TestNumberWhileRewording(t *testing.T) {
	for _, keys := range [][]any{{"W", "x", intent.Number{N: 0}, "enter", "enter"}, {"A", intent.Number{N: 60}, "x", "enter", "enter", "enter", "enter"}} {
		b := looked(screentest.Look("plain"), 100, 29).send(keys...)
		if q, _ := b.current(); b.at != 1 || q.ID != 1 || b.history.at != 1 {
			t.Errorf("after %v on %d, %d edits", keys, b.at, b.history.at)
		}
	}
}

// T words the terms of a requirement as an edit that u takes back; they come along where it is reworded, split or joined.
func TestTerms(t *testing.T) {
	b := look(posting.Reading{Role: harbour()}, screentest.Look("plain"), 100, 39)
	b.send("j", "T", " tokio,,axum , Tokio ", "enter")
	q, _ := b.current()
	if q.Terms != "tokio, axum" || !strings.Contains(b.View(), "terms: tokio, axum") {
		t.Errorf("terms %q:\n%s", q.Terms, b.View())
	}
	if b.send("T", "enter"); b.history.at != 1 {
		t.Errorf("%d edits", b.history.at)
	}
	if b.send("T", ", "+strings.Repeat("x", 100), "enter"); b.what != terms {
		t.Error("too long a term is kept")
	}
	if b.send("esc", "u"); true {
		if q, _ := b.current(); q.Terms != "" {
			t.Errorf("after an undo %q", q.Terms)
		}
	}
}
