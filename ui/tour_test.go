package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/store"
	"candid/ui/keymap"
	"candid/ui/text"
)

func wantsHints(s *Session) { s.Hints = true }

// hinted is the hint on the screen; "" when there is none.
func (x *sitting) hinted() string {
	for line := range strings.Lines(x.screen()) {
		if strings.HasPrefix(line, "Hint ") || strings.HasPrefix(line, " Hint ") {
			return strings.Join(strings.Fields(line)[1:], " ")
		}
	}
	return ""
}

func (x *sitting) hints(want string) {
	x.t.Helper()
	if got := x.hinted(); got != want {
		x.t.Errorf("the hint is %q, want %q; the screen:\n%s", got, want, x.screen())
	}
}

// The hints of an evening, as the keys are the program's own.
const (
	hintList     = "enter opens a candidate r rates them ? shows every key"
	hintProof    = "J/K another requirement enter its document W why this line"
	hintRating   = "1-4 0 rates, saves and goes on u takes it back y quotes the line"
	hintDecision = "u takes that back, wherever you are . decides the same here"
	hintPanel    = "Submitted: colleagues' reviews show ! they differ by two or more"
)

// Each hint comes where it is of use, goes when it was followed, and comes once.
func TestTour(t *testing.T) {
	t.Parallel()
	detail := func(x *sitting) { x.detail("enter") }
	for _, c := range []struct {
		name string
		do   func(*sitting)
		want string
	}{
		{"the list at once", func(x *sitting) {}, hintList},
		{"moving leaves it", func(x *sitting) { x.press("j", "j", "k") }, hintList},
		{"it goes after some keys", func(x *sitting) { x.press("j", "k", "j", "k", "j", "k", "j", "k", "j", "k") }, ""},
		{"esc puts it away", func(x *sitting) { x.press("esc") }, ""},
		{"esc that does something else does both", func(x *sitting) { x.press("l", "esc") }, ""},
		{"help puts it away", func(x *sitting) { x.press("?", "esc") }, ""},
		{"another screen has none of its own", func(x *sitting) { x.press("i") }, ""},
		{"a filter being typed", func(x *sitting) { x.press("/", "a") }, ""},
		{"a question leaves it", func(x *sitting) { x.press("x") }, hintList},
		{"proof", detail, hintProof},
		{"proof, going through it", func(x *sitting) { detail(x); x.press("J", "J", "K") }, hintProof},
		{"proof, followed", func(x *sitting) { detail(x); x.press("W", "esc") }, ""},
		{"proof, once", func(x *sitting) { detail(x); x.press("esc"); detail(x) }, ""},
		{"rating", func(x *sitting) { x.score("Ada") }, hintRating},
		{"rating, a digit leaves it", func(x *sitting) { x.score("Ada"); x.press("3", "2") }, hintRating},
		{"rating, taken back", func(x *sitting) { x.score("Ada"); x.press("3", "u") }, ""},
		{"a decision in the list", func(x *sitting) { x.press("a") }, hintDecision},
		{"a decision beside the proof", func(x *sitting) { detail(x); x.press("w") }, hintDecision},
		{"a decision, repeated", func(x *sitting) { x.press("a", "j", ".") }, ""},
		{"a decision while scoring: later", func(x *sitting) { x.score("Ada"); x.press("a") }, hintRating},
		{"a review of my own alone", func(x *sitting) { x.review("Ada"); x.press("esc") }, ""},
		{"a review beside another's", func(x *sitting) { x.colleague("Ada"); x.review("Ada"); x.press("esc") }, hintPanel},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := newStore(t)
			x := sit(t, k, wantsHints)
			c.do(x)
			x.hints(c.want)
			if got := len(strings.Split(x.app.View(), "\n")); got != 40 {
				t.Errorf("the screen has %d lines", got)
			}
		})
	}
}

// review rates everything, recommends and submits.
func (x *sitting) review(name string) {
	x.t.Helper()
	x.score(name)
	x.all("3")
	x.press("y", "enter")
	x.quiet()
}

// colleague has somebody else submit a review.
func (x *sitting) colleague(name string) {
	x.t.Helper()
	s := x.kept.again(x.t, store.Options{})
	bo, err := s.AddReviewer("Bo")
	if err != nil {
		x.t.Fatal(err)
	}
	at := model.At(time.Now())
	for _, q := range x.kept.role.Checklist.Application() {
		if _, _, err := s.Apply(x.t.Context(), x.kept.role.ID, x.kept.record(x.t, name).Rate(x.kept.role, bo.ID, at, q.ID, model.Meets)); err != nil {
			x.t.Fatal(err)
		}
	}
	r := x.kept.record(x.t, name)
	for _, c := range []model.Change{r.Change(bo.ID, at, model.FacetRecommendation, 0, model.State{Recommendation: model.Yes})} {
		if _, _, err := s.Apply(x.t.Context(), x.kept.role.ID, c); err != nil {
			x.t.Fatal(err)
		}
	}
	if _, _, err := s.Apply(x.t.Context(), x.kept.role.ID, x.kept.record(x.t, name).Submit(x.kept.role, bo.ID, at)); err != nil {
		x.t.Fatal(err)
	}
	x.until("the field has Bo's review", func() bool { return x.app.field.rows[x.app.field.at[x.kept.ids[name]]].Reviews == 1 })
}

// A long list that somebody walks through is worth a filter; one that they leave at once, or a short one, is not.
func TestTourFilter(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name        string
		people, key int
		first       string // pressed before
		want        bool
	}{
		{"a long list, walked through", filterRows + 1, hintKeys + filterKeys, "", true},
		{"a long list, hardly", filterRows + 1, filterKeys - 1, "", false},
		{"a short one", filterRows, 3 * filterKeys, "", false},
		{"by somebody who has filtered it", filterRows + 1, 3 * filterKeys, "/", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			k := newStore(t)
			for i := len(k.ids); i < c.people; i++ {
				k.join(t, fmt.Sprint("Person ", i))
			}
			x := sit(t, k, wantsHints)
			if c.first != "" {
				x.press(c.first, "P", "enter")
			}
			for range c.key {
				x.press("j")
			}
			if got := strings.HasPrefix(x.hinted(), "/ filters"); got != c.want {
				t.Errorf("the hint is %q", x.hinted())
			}
			x.press("/")
			x.hints("")
		})
	}
}

// What was shown is kept: neither another sitting nor another role shows it again, until it is asked for.
func TestTourIsKept(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k, wantsHints)
	x.hints(hintList)
	x.until("it is kept", func() bool {
		shown, err := k.Hints(k.ines.ID)
		return err == nil && slices.Equal(shown, []string{"list"})
	})
	x = sit(t, k, wantsHints)
	x.hints("")
	x.detail("enter")
	x.hints(hintProof)
	x.press("esc", ":", "h", "i", "n", "t", "s", " ", "o", "f", "f", "enter")
	x.see("no more hints")
	x.score("Ada")
	x.hints("")
	x.until("all are kept", func() bool {
		shown, err := k.Hints(k.ines.ID)
		return err == nil && len(shown) == len(hints)
	})
	x.press("esc", ":", "h", "i", "n", "t", "s", " ", "o", "n", "enter")
	x.see("Hint")
	x.hints(hintList)
	x.score("Ada")
	x.hints(hintRating)
	x.until("what was shown since is kept", func() bool {
		shown, err := k.Hints(k.ines.ID)
		return err == nil && slices.Equal(shown, []string{"list", "rating"})
	})
}

// Where hints are not wanted there are none.
func TestTourNotWanted(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.hints("")
	x.score("Ada")
	x.hints("")
}

// A hint names the keys that work here, in any width, and never takes a line that the screen needs.
func TestHintLine(t *testing.T) {
	t.Parallel()
	moved := func(s *Session) {
		wantsHints(s)
		s.Keys = s.Keys.With(map[keymap.Action][]string{keymap.Open: {"z"}})
	}
	x := sit(t, newStore(t), moved)
	x.hints("z" + strings.TrimPrefix(hintList, "enter"))
	for width := MinWidth; width < 130; width++ {
		for _, height := range []int{MinHeight, MinHeight + 1, 40} {
			x.take(sizeMsg(width, height))
			if x.hinted() == "" {
				t.Fatalf("no hint at %d×%d:\n%s", width, height, x.screen())
			}
			lines := strings.Split(x.app.View(), "\n")
			if len(lines) != height {
				t.Errorf("%d lines at %d×%d", len(lines), width, height)
			}
			for _, line := range lines {
				if text.Width(line) > width {
					t.Errorf("too wide at %d×%d: %q", width, height, line)
				}
			}
		}
	}
	x.take(sizeMsg(MinWidth, MinHeight))
	x.press("x")
	x.see("Reject")
	x.hints("")
}

// All hints fit a narrow screen with what they are about, and each has a name of its own.
func TestHintsFit(t *testing.T) {
	var names []string
	for _, h := range hints {
		names = append(names, h.name)
		p := h.parts[0]
		keys := keymap.Table{}.Hint(keymap.Hint{Actions: p.actions})
		if n := len(hintLead) + 2 + len(keys) + 1 + text.Width(p.words) + 1; n > MinWidth {
			t.Errorf("%s takes %d cells", h.name, n)
		}
	}
	if slices.Sort(names); len(slices.Compact(names)) != len(hints) {
		t.Error(names)
	}
}
