package ui

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/query"
)

// The program's own views can be read in any role.
func TestFirstViewsCanBeRead(t *testing.T) {
	for i, x := range model.FirstViews() {
		if _, err := query.Parse(x.Query, query.Scope{}); err != nil {
			t.Errorf("%d %s: %v", i+1, x.Name, err)
		}
	}
}

// keptViews is Ines' views as the disk has them.
func (x *sitting) keptViews() model.Views {
	x.t.Helper()
	views, _, err := x.kept.Views(x.kept.ines.ID, x.kept.role.ID)
	if err != nil {
		x.t.Fatal(err)
	}
	return views
}

func (x *sitting) keepsView(digit int, want model.View) {
	x.t.Helper()
	x.until("the view is kept", func() bool { return x.keptViews()[digit-1] == want })
}

func TestAViewIsKept(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("x", "a", "n", "o", "enter")
	x.quiet()
	x.press("/", "stage:new", "enter")
	x.see("2 of 3 shown")
	x.press("'")
	x.see("These are the program's own")
	x.press("s")
	x.see("Keep what is shown under 7 as: new")
	x.press("c", "o", "m", "e", "r", "s", "enter")
	x.see("7 is newcomers")
	x.keepsView(7, model.View{Name: "newcomers", Query: "stage:new sort:name"})
	x.press("esc")
	x.see("stage:new sort:name  7 newcomers")
	x.press("esc")
	x.see("3 shown")
	x.press("'", "7")
	x.see("2 of 3 shown")
	x.press("'", "9")
	x.see("no view is kept under 9")
}

// A view that asks for words of documents has a count as soon as those have been read: no other count would be true.
func TestAViewOfDocumentsIsCounted(t *testing.T) {
	t.Parallel()
	x := sit(t, storeOf(t, "walks a zebra", "Ada Stern", "Ben Ossian"))
	x.press("/", "zebra", "enter")
	x.see("2 shown")
	x.quiet()
	x.press("'", "s", "enter")
	x.keepsView(7, model.View{Name: "zebra", Query: "zebra sort:name"})
	x.until("the view is counted", func() bool {
		return slices.ContainsFunc(strings.Split(x.screen(), "\n"), func(line string) bool {
			return strings.Contains(line, "7  zebra") && strings.HasSuffix(strings.TrimSpace(line), " 2")
		})
	})
}

func TestViewsAreChangedAndTakenBack(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	first := model.FirstViews()
	x.press("'", "g", "d")
	x.see("dropped: to do; u brings it back")
	x.keepsView(1, model.View{})
	x.press("u")
	x.keepsView(1, first[0])
	x.press("ctrl+r")
	x.see("redone: 1 is free")
	x.press("u", "W", "ctrl+u", "m", "y", " ", "d", "r", "a", "f", "t", "s", "enter")
	x.see("is what 2 is called")
	x.press("!", "enter")
	x.keepsView(1, model.View{Name: "my drafts!", Query: first[0].Query})
	x.press("/", "ctrl+u", "n", "o", ":", "1", "enter")
	x.see("no: is no field")
	x.press("ctrl+u", "stage:rejected", "enter")
	x.keepsView(1, model.View{Name: "my drafts!", Query: "stage:rejected"})
	x.press("G", "d")
	x.see("9 is free")
	x.press("u", "u", "u")
	x.keepsView(1, first[0])
	x.press("u")
	x.see("no view was changed that could be undone")
}

// A view that means nothing any more says why, and can be written anew.
func TestAViewThatMeansNothing(t *testing.T) {
	t.Parallel()
	kept := newStore(t)
	if _, err := kept.SetView(kept.ines.ID, kept.role.ID, 3, model.View{Name: "odd", Query: "stage:gone"}); err != nil {
		t.Fatal(err)
	}
	x := sit(t, kept)
	x.press("'")
	x.see("mistake")
	x.press("3")
	x.see("odd: gone: is no value for stage")
	x.press("/", "ctrl+u", "stage:new", "enter", "3")
	x.see("3 shown")
	x.keepsView(3, model.View{Name: "odd", Query: "stage:new"})
}

// What was changed last is on the disk when the program ends at once.
func TestFinishKeepsViews(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("'")
	x.hold("d")
	x.hold("j")
	x.hold("d")
	if err := x.app.Finish(); err != nil {
		t.Fatal(err)
	}
	if views := x.keptViews(); views[0] != (model.View{}) || views[1] != (model.View{}) || views[2].Name == "" {
		t.Errorf("%+v", views)
	}
}
