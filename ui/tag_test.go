package ui

import (
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/store"
	"candid/ui/intent"

	"github.com/muesli/termenv"
)

// tags is the tags of a candidate as the disk has them, "name" of Ines and "name*" of anybody else.
func (k keptStore) tags(t *testing.T, name string) string {
	t.Helper()
	var tags []string
	for _, tag := range k.record(t, name).Candidate.Tags {
		if tag.By == k.ines.ID {
			tags = append(tags, tag.Name)
		} else {
			tags = append(tags, tag.Name+"*")
		}
	}
	return strings.Join(tags, " ")
}

// tag puts a tag on as another reviewer does; the zero reviewer's came in with the application.
func (k keptStore) tag(t *testing.T, by model.ID, name, tag string) {
	t.Helper()
	c := k.record(t, name).Change(by, 5, model.FacetTags, 0, model.State{Tags: []model.Tag{{Name: tag}}})
	if _, _, err := k.again(t, store.Options{}).Apply(t.Context(), k.role.ID, c); err != nil {
		t.Fatal(err)
	}
}

func TestTagMany(t *testing.T) {
	t.Parallel()
	kept := newStore(t)
	kept.tag(t, kept.ines.ID, "Ben", "referral")
	x := sit(t, kept)
	x.press("*", "+")
	x.see("Tag 3 marked:")
	x.see("there: referral")
	x.press("r", "e")
	x.see("tab referral")
	x.press("tab")
	x.see("referral on 2, 1 have it already")
	x.press(",", "s", "t", "r", "o", "n", "g", "enter")
	x.see("u undoes it")
	x.quiet()
	for name, want := range map[string]string{"Ada": "referral strong", "Ben": "referral strong", "Cleo": "referral strong"} {
		if got := kept.tags(t, name); got != want {
			t.Errorf("%s has %q", name, got)
		}
	}
	changes, err := kept.History(kept.ids["Ada"])
	if c := changes[len(changes)-1]; err != nil || c.Batch.IsZero() || c.Others != 2 {
		t.Errorf("%+v, %v", c, err)
	}
	x.see("3 marked")
	x.press("u")
	x.quiet()
	if got := kept.tags(t, "Ada") + "|" + kept.tags(t, "Ben") + "|" + kept.tags(t, "Cleo"); got != "|referral|" {
		t.Errorf("undone: %q", got)
	}
	x.press("ctrl+r")
	x.quiet()
	x.press("esc", "g", "+", "-", "s", "tab")
	x.see("strong off")
	x.press("enter")
	x.quiet()
	if got := kept.tags(t, "Ada"); got != "referral" {
		t.Errorf("off: %q", got)
	}
	x.press("j", ".")
	x.quiet()
	if got := kept.tags(t, "Ben"); got != "referral" {
		t.Errorf("repeated: %q", got)
	}
}

// What is another's is in no hint, and no completion, before one's own review is submitted; what came in stays.
func TestTagsOfOthers(t *testing.T) {
	t.Parallel()
	kept := newStore(t)
	peer, err := kept.AddReviewer("Theo")
	if err != nil {
		t.Fatal(err)
	}
	kept.tag(t, peer.ID, "Ada", "weak")
	x := sit(t, kept)
	x.press("g", "+")
	x.see("parted by commas")
	x.press("w")
	x.see("w on")
	if strings.Contains(x.screen(), "weak") {
		t.Errorf("another's tag shows:\n%s", x.screen())
	}
	x.press("e", "a", "k", "enter")
	x.quiet()
	if got := kept.tags(t, "Ada"); !strings.Contains(got, "weak*") || !strings.Contains(" "+got+" ", " weak ") {
		t.Errorf("%q", got)
	}
	x.press("+", "-", "n", "o", "n", "e", "enter")
	x.see("nobody has none")
}

func TestUndoneBatchIsMarkedAgain(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("w")
	x.quiet()
	x.press("*", "w")
	x.see("2 candidates → on hold, 1 more are already, 2 of them never opened. Type the count:")
	x.press("2", "enter")
	x.see("on hold: 2 candidates")
	x.quiet()
	x.press("u")
	x.see("3 marked")
	x.quiet()
	x.press("w", "2", "enter")
	x.quiet()
	x.press("*", "w")
	x.see("all 3 are on hold already")
}

// An undo of a batch says where each went back to, not only the first.
func TestUndoneBatchSaysWhereEachWent(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("w")
	x.quiet()
	x.press("*", "a")
	x.see("Type the count:")
	x.press("3", "enter")
	x.see("advanced: 3 candidates")
	x.quiet()
	x.press("u")
	x.see("undone: 2 back to new, 1 on hold")
}

// What a batch of thousands costs at the keys, and on the disk.
func BenchmarkTagThousands(b *testing.B) {
	s, err := store.Open(b.TempDir()+"/candid.db", store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	ines, err := s.AddReviewer("Ines")
	if err != nil {
		b.Fatal(err)
	}
	role, err := s.AddRole(model.Role{Title: "Gardener", Checklist: model.Checklist{Requirements: []model.Requirement{{ID: 1, Label: "Pruning", Text: "Pruning", Weight: 1}}}})
	if err != nil {
		b.Fatal(err)
	}
	var ids []model.ID
	for i := range 5000 {
		added, err := s.Add(b.Context(), role.ID, model.Application{Candidate: model.Candidate{Name: fmt.Sprint("Candidate ", i)}}, ines.ID)
		if err != nil {
			b.Fatal(err)
		}
		ids = append(ids, added.Candidate.ID)
	}
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		a, err := New(Session{Store: s, Viewer: ines, Role: role.ID, Now: time.Now, Rand: rand.Reader, Renderer: renderer(termenv.Ascii), Zone: time.UTC})
		if err != nil {
			b.Fatal(err)
		}
		a.Update(sizeMsg(120, 40))
		a.Update(a.load(role.ID)())
		b.StartTimer()
		begun := time.Now()
		a.do(intent.Tag{Candidates: ids, Add: []string{fmt.Sprint("tag", n)}})
		b.ReportMetric(float64(time.Since(begun).Milliseconds()), "ms-until-shown")
		if err := a.Finish(); err != nil {
			b.Fatal(err)
		}
	}
}
