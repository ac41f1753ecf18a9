package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"candid/model"
)

// add takes applications in, one by one, and gives whom the last one was of.
func (w *world) add(t testing.TB, apps ...model.Application) model.Candidate {
	t.Helper()
	var last Added
	for _, app := range apps {
		var err error
		if last, err = w.Add(context.Background(), w.role.ID, app, w.ana.ID); err != nil || last.Result == ResultRefused {
			t.Fatal(last, err)
		}
	}
	return last.Candidate
}

// people is a role's people as they are shown: of each all that came in for them, and whom they may be the same as.
func (w *world) people(t testing.TB) []string {
	t.Helper()
	cards, err := w.Cards(w.role.ID)
	if err != nil {
		t.Fatal(err)
	}
	of := map[model.ID]model.Candidate{}
	for _, c := range cards {
		of[c.Candidate.ID] = w.record(t, c.Candidate.ID).Candidate
	}
	named := map[model.ID]string{}
	for id, c := range of {
		if c.Hidden() {
			continue
		}
		var texts []string
		for _, one := range append([]model.ID{id}, c.Bound(model.Holds)...) {
			for _, d := range of[one].Documents {
				original, err := w.Original(d)
				if err != nil {
					t.Fatal(err)
				}
				texts = append(texts, string(original))
			}
		}
		slices.Sort(texts)
		c := model.Whole(c, func(id model.ID) (model.Candidate, bool) { c, ok := of[id]; return c, ok })
		named[id] = fmt.Sprint(c.Name, " ", c.Email, " ", c.Phone, " ", c.Location, " ", c.Links, " ", c.Source, " ", c.Tags, " ", slices.Compact(texts))
	}
	var people []string
	for id, c := range of {
		if c.Hidden() {
			continue
		}
		var alike []string
		for _, tie := range model.Alike(c, func(id model.ID) (model.Candidate, bool) { c, ok := of[id]; return c, ok }) {
			alike = append(alike, named[tie.Other]+" by "+tie.Traits.Words())
		}
		slices.Sort(alike)
		people = append(people, named[id]+" maybe "+strings.Join(alike, " or "))
	}
	slices.Sort(people)
	return people
}

// fewWords is applications of few people who say who they are in many ways.
func fewWords(r *rand.Rand, n int) []model.Application {
	some := func(words ...string) string { return words[r.IntN(len(words))] }
	apps := make([]model.Application, n)
	for i := range apps {
		name := some("Ada Lund", "ADA LUND", "Ada  Lund", "Ben Oyelaran", "A. Lund", "")
		apps[i] = resume(name, some("ada@example.org", "Ada@example.org", "lund@example.com", "ben@example.org", ""), some("cv.txt", "ada.txt", "new.txt"),
			some("one", "two", "three", "four", fmt.Sprint("own ", i)))
		c := &apps[i].Candidate
		c.Phone, c.Location, c.Source = some("+47 555 01 42", "555-0142", "555 0199 77", ""), some("Oslo", "Oslo, Norway", ""), some("mail", "form", "")
		c.Links = [][]string{nil, {"https://linkedin.com/in/ada"}, {"https://www.linkedin.com/in/ada/", "https://ada.example.org"}, {"https://github.com/ben"}}[r.IntN(4)]
		c.Tags = [][]model.Tag{nil, {{Name: "referral"}}, {{Name: "early"}}}[r.IntN(3)]
		if c.Email == "" && r.IntN(2) == 0 {
			apps[i].Documents = nil
			c.Name = some("Ada Lund", "Ben Oyelaran")
		}
	}
	return apps
}

// TestAnyOrder takes the same applications in, in many orders, one by one and at once: the people are the same.
func TestAnyOrder(t *testing.T) {
	sets, orders := 8, 4
	if testing.Short() {
		sets = 3
	}
	for set := range sets {
		r := rand.New(rand.NewPCG(uint64(set), 7))
		apps := fewWords(r, 4+set)
		var first []string
		for order := range orders {
			w := populate(t, open(t), 0)
			if order%2 == 0 {
				w.add(t, apps...)
			} else if _, err := w.AddAll(context.Background(), w.role.ID, apps, w.ana.ID); err != nil {
				t.Fatal(err)
			}
			people := w.people(t)
			if first == nil {
				first = people
			}
			if !slices.Equal(people, first) {
				t.Fatalf("set %d, order %d:\n%s\nand first\n%s", set, order, strings.Join(people, "\n"), strings.Join(first, "\n"))
			}
			sound(t, w.Store)
			again, err := w.AddAll(context.Background(), w.role.ID, apps, w.ana.ID)
			if err != nil {
				t.Fatal(err)
			}
			for i, a := range again {
				if a.Result != ResultUnchanged {
					t.Errorf("set %d, order %d: application %d again is %s", set, order, i, a.Result)
				}
			}
			r.Shuffle(len(apps), func(i, j int) { apps[i], apps[j] = apps[j], apps[i] })
		}
	}
}

// alikeTwo is a store with two who share an e-mail address, and a third who does not.
func alikeTwo(t testing.TB) (w *world, a, b, c model.Candidate) {
	w = populate(t, open(t), 0)
	a = w.add(t, resume("Amara Okafor", "amara@example.org", "a.txt", "one"))
	b = w.add(t, resume("A. Okafor", "Amara@Example.org", "b.txt", "two"))
	c = w.add(t, resume("Cleo Marsh", "cleo@example.org", "c.txt", "three"))
	return w, a, b, c
}

func (w *world) joinChanges(t testing.TB, by model.ID, to, one model.ID, held ...model.ID) []model.Change {
	t.Helper()
	var records []model.Record
	for _, id := range held {
		records = append(records, w.record(t, id))
	}
	return model.Join(by, 5, w.record(t, to), w.record(t, one), records)
}

func (w *world) both(t testing.TB, changes []model.Change) []model.Change {
	t.Helper()
	made, _, err := w.Apply(context.Background(), w.role.ID, changes...)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func inverse(changes []model.Change) []model.Change {
	var all []model.Change
	for _, c := range slices.Backward(changes) {
		all = append(all, c.Inverse())
	}
	return all
}

func TestJoinAndPart(t *testing.T) {
	w, a, b, c := alikeTwo(t)
	before := w.people(t)
	if tie := w.record(t, a.ID).Candidate.Tie(b.ID); tie.Bond != model.MaybeSame || tie.Traits != model.SameEmail {
		t.Fatalf("%+v", tie)
	}
	joined := w.both(t, w.joinChanges(t, w.ana.ID, a.ID, b.ID))
	if n, err := w.Count(w.role.ID); n != 2 || err != nil {
		t.Errorf("%d people, %v", n, err)
	}
	whole, err := w.Person(a.ID)
	if err != nil || len(whole.Readings) != 2 || len(whole.Held) != 1 || whole.Readings[1].Lines[0] != "two" {
		t.Errorf("%+v, %v", whole, err)
	}
	for _, id := range []model.ID{a.ID, b.ID} {
		history, err := w.History(id)
		if last := history[len(history)-1]; err != nil || last.Facet != model.FacetSame || last.By != w.ana.ID {
			t.Errorf("history: %+v, %v", last, err)
		}
	}
	more := w.joinChanges(t, w.ana.ID, c.ID, a.ID, b.ID)
	chained := w.both(t, more)
	if held := w.record(t, c.ID).Candidate.Bound(model.Holds); len(held) != 2 || w.record(t, b.ID).Candidate.Root() != c.ID {
		t.Errorf("held: %v", held)
	}
	sound(t, w.Store)
	w.both(t, inverse(chained))
	w.both(t, inverse(joined))
	if after := w.people(t); !slices.Equal(before, after) {
		t.Errorf("%q, and before %q", after, before)
	}
	w.both(t, w.joinChanges(t, w.ana.ID, a.ID, b.ID))
	w.both(t, model.Part(w.bo.ID, 6, w.record(t, a.ID), w.record(t, b.ID)))
	if n, _ := w.Count(w.role.ID); n != 3 {
		t.Errorf("%d people", n)
	}
	for _, p := range w.people(t) {
		if !strings.HasSuffix(p, "maybe ") {
			t.Errorf("parted, and still %s", p)
		}
	}
	sound(t, w.Store)
}

// TestTwoJoinAtOnce lets two reviewers join from what both saw: the second is told, and no chain comes of it.
func TestTwoJoinAtOnce(t *testing.T) {
	w, a, b, c := alikeTwo(t)
	ana, bo := w.joinChanges(t, w.ana.ID, a.ID, b.ID), w.joinChanges(t, w.bo.ID, c.ID, a.ID)
	again := w.joinChanges(t, w.bo.ID, b.ID, a.ID)
	w.both(t, ana)
	for _, changes := range [][]model.Change{bo, again} {
		if _, _, err := w.Apply(context.Background(), w.role.ID, changes...); !model.Is(err, model.Conflict) {
			t.Errorf("the second is told %v", err)
		}
	}
	one := model.Part(w.ana.ID, 6, w.record(t, a.ID), w.record(t, c.ID))[:1]
	if _, _, err := w.Apply(context.Background(), w.role.ID, one...); !model.Is(err, model.Misused) {
		t.Errorf("on one side only: %v", err)
	}
	sound(t, w.Store)
}

// TestManyShareAnAddress holds that an address that many have says nothing of any of them, whoever came first.
func TestManyShareAnAddress(t *testing.T) {
	w := populate(t, open(t), 0)
	for i := range 9 {
		w.add(t, resume(fmt.Sprintf("Candidate %c", 'A'+i), "agency@example.com", "cv.txt", fmt.Sprint("text ", i)))
		want := i
		if i >= mostAlike {
			want = 0
		}
		for _, id := range w.ids(t) {
			if n := len(w.record(t, id).Candidate.Ties); n != want {
				t.Fatalf("of %d, one has %d ties", i+1, n)
			}
		}
	}
	sound(t, w.Store)
}

func (w *world) ids(t testing.TB) (ids []model.ID) {
	t.Helper()
	cards, err := w.Cards(w.role.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cards {
		ids = append(ids, c.Candidate.ID)
	}
	return ids
}

func TestEraseForgetsThePerson(t *testing.T) {
	w, a, b, c := alikeTwo(t)
	d := w.add(t, resume("Amara O.", "amara@example.org", "d.txt", "four"))
	w.both(t, w.joinChanges(t, w.ana.ID, a.ID, b.ID))
	if err := w.Erase(context.Background(), b.ID, w.ana.ID); err != nil {
		t.Fatal(err)
	}
	if ids := w.ids(t); len(ids) != 2 || !slices.Contains(ids, c.ID) || !slices.Contains(ids, d.ID) {
		t.Errorf("left are %v", ids)
	}
	if ties := w.record(t, d.ID).Candidate.Ties; len(ties) != 0 {
		t.Errorf("tied to the erased: %v", ties)
	}
	sound(t, w.Store)
	if e := w.add(t, resume("A. Okafor", "amara@example.org", "b.txt", "two")); e.ID == b.ID {
		t.Error("known by what was erased")
	}
}

// TestBridge brings in what shows that two are one. Where both have been reviewed, that is for people to say.
func TestBridge(t *testing.T) {
	bridge := func() model.Application { return resume("Ada Lund", "ada@example.org", "cv.txt", "two") }
	both := func(t *testing.T) (*world, model.ID, model.ID) {
		w := populate(t, open(t), 0)
		a := w.add(t, resume("Ada Lund", "ada@example.org", "cv.txt", "one"))
		return w, a.ID, w.add(t, resume("Ada Lund", "lund@example.com", "cv.txt", "two")).ID
	}
	t.Run("nobody has reviewed them", func(t *testing.T) {
		w, a, b := both(t)
		w.add(t, bridge())
		if w.record(t, b).Candidate.Root() != a {
			t.Error("they are two")
		}
		w.both(t, model.Part(w.ana.ID, 6, w.record(t, a), w.record(t, b)))
		if w.add(t, bridge()); w.record(t, b).Candidate.Hidden() {
			t.Error("joined though somebody has parted them")
		}
		sound(t, w.Store)
	})
	t.Run("both are reviewed", func(t *testing.T) {
		w, a, b := both(t)
		for _, id := range []model.ID{a, b} {
			w.apply(t, w.record(t, id).Rate(w.role, w.ana.ID, 5, 1, model.Meets))
		}
		w.add(t, bridge())
		if tie := w.record(t, a).Candidate.Tie(b); tie.Bond != model.MaybeSame || tie.Traits&model.SameDocument == 0 {
			t.Errorf("%+v", tie)
		}
		sound(t, w.Store)
	})
	t.Run("one is reviewed", func(t *testing.T) {
		w, a, b := both(t)
		w.apply(t, w.record(t, b).Rate(w.role, w.ana.ID, 5, 1, model.Meets))
		if w.add(t, bridge()); w.record(t, a).Candidate.Root() != b {
			t.Error("the one with the review does not stay")
		}
		sound(t, w.Store)
	})
}

// TestVersions holds which version is current in whatever order dated ones come, and that the bytes of an older one change nothing.
func TestVersions(t *testing.T) {
	at := func(when model.Time, text string) model.Application {
		app := resume("Ada Lund", "ada@example.org", text+".txt", text)
		app.Candidate.Applied = when
		return app
	}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {1, 0, 2}} {
		apps := []model.Application{at(1000, "first"), at(2000, "second"), at(3000, "third")}
		w := populate(t, open(t), 0)
		var c model.Candidate
		for _, i := range order {
			c = w.add(t, apps[i])
		}
		whole, err := w.Person(c.ID)
		if err != nil || len(whole.Readings) != 1 || whole.Readings[0].Lines[0] != "third" || len(whole.Older) != 2 || whole.Older[0].Lines[0] != "second" || whole.Older[1].Lines[0] != "first" {
			t.Errorf("order %v: %+v, %v", order, whole, err)
		}
		if c.Applied != 1000 {
			t.Errorf("order %v: applied %d", order, c.Applied)
		}
		if again := w.add(t, apps[0]); len(again.Documents) != 3 {
			t.Errorf("order %v: %d documents", order, len(again.Documents))
		}
	}
}

func TestProfile(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.LinkedIn.com/in/Ada-Lund/?trk=x": "linkedin.com/in/ada-lund", "no.linkedin.com/in/ada": "linkedin.com/in/ada",
		"https://github.com/ada": "github.com/ada", "https://github.com/ada/garden": "", "https://linkedin.com/company/acme": "",
		"https://ada.example.org": "", "github.com": "", "": "",
	} {
		if got := profile(link); got != want {
			t.Errorf("%q: %q, want %q", link, got, want)
		}
	}
}

// TestCheckSeesATieOnOneSide hurts one side of a tie, as a mistake would.
func TestCheckSeesATieOnOneSide(t *testing.T) {
	w, a, b, _ := alikeTwo(t)
	err := w.update(context.Background(), func(t *tx) error {
		l, err := t.ledger(w.role.ID)
		if err != nil {
			return err
		}
		p, err := l.person(a.ID)
		if err != nil {
			return err
		}
		p.record.Candidate = p.record.Candidate.WithTie(model.Tie{Other: b.ID})
		if err := l.writeCandidate(p); err != nil {
			return err
		}
		return l.close()
	})
	if err != nil {
		t.Fatal(err)
	}
	if report, err := w.Check(context.Background()); err != nil || len(report.Findings) != 1 {
		t.Errorf("%v, %v", report.Findings, err)
	}
}
