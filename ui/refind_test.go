package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/store"
)

// reword edits the checklist in another program: its first requirement has other words.
func (k keptStore) reword(t *testing.T, text string) {
	t.Helper()
	role, err := k.Role(k.role.ID)
	if err != nil {
		t.Fatal(err)
	}
	qs := slices.Clone(role.Checklist.Requirements)
	qs[0].Text = text
	if _, _, err := k.again(t, store.Options{}).Apply(t.Context(), role.ID, role.Edit(k.ines.ID, 5, qs, role.MustShare, nil)); err != nil {
		t.Fatal(err)
	}
}

// found reports whether nothing is left to look for again, as another program sees it.
func (k keptStore) found(t *testing.T) bool {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	whole := true
	_, err := k.again(t, store.Options{}).Refind(ctx, k.role.ID, func() []model.ID { // which is asked only when something is
		whole = false
		stop()
		return nil
	})
	if whole && err != nil {
		t.Fatal(err)
	}
	return whole
}

// After an edit of the checklist in another program the open candidate shows what is found now, and all documents are looked through
// again.
func TestEditElsewhereIsLookedForAgain(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.score("Ada")
	id := k.ids["Ada"]
	if strings.Contains(x.found(id), "Shipped") {
		t.Fatal("the test proves nothing")
	}
	k.reword(t, "Shipped with tests")
	x.until("what is found now shows", func() bool { return strings.Contains(x.found(id), "Shipped") })
	x.until("all is looked through again", func() bool { return k.found(t) })
}

// What was read before the checklist changed and arrives after it takes the place of nothing newer, whether or not the candidate was
// known.
func TestReadBeforeAnEdit(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.score("Ada")
	ada, cleo := k.ids["Ada"], k.ids["Cleo"]
	late := answers(x.app.fetch([]model.ID{ada, cleo}))
	delete(x.app.people, cleo)
	k.reword(t, "Shipped with tests")
	x.until("what is found now shows", func() bool { return strings.Contains(x.found(ada), "Shipped") })
	delete(x.app.people, cleo)
	for _, m := range late {
		x.take(m)
	}
	if !strings.Contains(x.found(ada), "Shipped") {
		t.Error("what was found before shows again")
	}
	x.until("the other is read anew", func() bool { return strings.Contains(x.found(cleo), "Shipped") })
}

// found is the lines that a candidate's documents have for the first requirement.
func (x *sitting) found(id model.ID) (words string) {
	for _, r := range x.app.people[id].readings {
		for _, f := range r.Found[x.kept.role.Checklist.Requirements[0].ID] {
			words += f.Text
		}
	}
	return words
}

// What was left to look for when the program started is looked for beside all else.
func TestStartLooksForWhatIsStale(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	k.reword(t, "Shipped with tests")
	if k.found(t) {
		t.Fatal("the test proves nothing")
	}
	x := sit(t, k)
	x.until("all is looked through again", func() bool { return k.found(t) })
}

// After Finish nothing is written any more.
func TestFinishEndsTheLookingAgain(t *testing.T) {
	t.Parallel()
	k := newStore(t)
	x := sit(t, k)
	x.until("all is looked through", func() bool { return k.found(t) })
	k.reword(t, "Shipped with tests")
	late := x.app.refind()
	if err := x.app.Finish(); err != nil {
		t.Fatal(err)
	}
	late()
	if k.found(t) {
		t.Error("it was looked for all the same")
	}
}
