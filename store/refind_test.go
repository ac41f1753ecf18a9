package store

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"candid/model"
)

// reword edits the checklist so that other lines are found, as anybody may.
func (w *world) reword(t testing.TB, text string) model.Change {
	t.Helper()
	role, err := w.Role(w.role.ID)
	if err != nil {
		t.Fatal(err)
	}
	qs := slices.Clone(role.Checklist.Requirements)
	qs[0].Text = text
	c := role.Edit(w.ana.ID, 5, qs, role.MustShare, nil)
	made, _, err := w.Apply(context.Background(), w.role.ID, c)
	if err != nil {
		t.Fatal(err)
	}
	return made[0]
}

// fresh is how many documents of the role are kept with what is found in them now, and how many there are.
func (w *world) fresh(t testing.TB) (fresh, all int) {
	t.Helper()
	err := w.view(func(t *tx) error {
		role, _, err := t.role(w.role.ID)
		if err != nil {
			return err
		}
		print := w.finder.of(role).print
		return t.scan(bucketEvidence, nil, nil, func(key, record []byte) (bool, error) {
			var x found
			if err := unpack(bucketEvidence, key, record, &x); err != nil {
				return false, err
			}
			if all++; x.With == print {
				fresh++
			}
			return true, nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return fresh, all
}

func (w *world) isFresh(t testing.TB, want int) {
	t.Helper()
	if fresh, all := w.fresh(t); fresh != want || all != want {
		t.Errorf("%d of %d documents are kept with what is found now, want %d", fresh, all, want)
	}
}

// refind looks again, which looks through so many documents.
func (w *world) refind(t testing.TB, want int) {
	t.Helper()
	if looked, err := w.Refind(context.Background(), w.role.ID, nil); err != nil || looked != want {
		t.Errorf("%d looked through, %v; want %d", looked, err, want)
	}
}

// begun is a pass that has begun and not ended.
func (w *world) begun(t testing.TB) *pass {
	t.Helper()
	p := &pass{store: w.Store, id: w.role.ID, first: func() []model.ID { return nil }}
	if done, err := p.begin(t.Context()); err != nil || done {
		t.Fatal(done, err)
	}
	return p
}

// some looks through the documents of the next candidates.
func (p *pass) some(t testing.TB, n int) {
	t.Helper()
	rest := p.todo[n:]
	p.todo = p.todo[:n]
	for len(p.todo) > 0 {
		stale, err := p.gather(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := p.look(t.Context(), stale); err != nil {
			t.Fatal(err)
		}
	}
	p.todo = rest
}

func TestRefind(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*testing.T, *world)
		looked int // documents, of five
	}{
		{"nothing has changed", func(t *testing.T, w *world) {}, 0},
		{"a requirement was reworded", func(t *testing.T, w *world) { w.reword(t, "Worked in a garden") }, 5},
		{"that was taken back", func(t *testing.T, w *world) {
			c := w.reword(t, "Worked in a garden").Inverse()
			if _, _, err := w.Apply(t.Context(), w.role.ID, c); err != nil {
				t.Fatal(err)
			}
		}, 0},
		{"that was taken back when all was looked through", func(t *testing.T, w *world) {
			c := w.reword(t, "Worked in a garden").Inverse()
			w.refind(t, 5)
			if _, _, err := w.Apply(t.Context(), w.role.ID, c); err != nil {
				t.Fatal(err)
			}
		}, 5},
		{"that was taken back when some were", func(t *testing.T, w *world) {
			c := w.reword(t, "Worked in a garden").Inverse()
			w.begun(t).some(t, 2)
			if _, _, err := w.Apply(t.Context(), w.role.ID, c); err != nil {
				t.Fatal(err)
			}
		}, 2},
		{"a requirement has terms of its own", func(t *testing.T, w *world) {
			qs := slices.Clone(w.role.Checklist.Requirements)
			qs[1].Terms = "garden"
			if _, _, err := w.Apply(t.Context(), w.role.ID, w.role.Edit(w.ana.ID, 5, qs, w.role.MustShare, nil)); err != nil {
				t.Fatal(err)
			}
		}, 5},
		{"a label is another", func(t *testing.T, w *world) {
			qs := slices.Clone(w.role.Checklist.Requirements)
			qs[1].Label = "Pruning"
			if _, _, err := w.Apply(t.Context(), w.role.ID, w.role.Edit(w.ana.ID, 5, qs, w.role.MustShare, nil)); err != nil {
				t.Fatal(err)
			}
		}, 0},
		{"it was stopped", func(t *testing.T, w *world) {
			w.reword(t, "Worked in a garden")
			w.begun(t).some(t, 2)
			stopped, stop := context.WithCancel(t.Context())
			stop()
			if looked, err := w.Refind(stopped, w.role.ID, nil); err == nil || looked != 0 {
				t.Error(looked, err)
			}
		}, 3},
		{"some came in after a rewording", func(t *testing.T, w *world) {
			w.reword(t, "Worked in a garden")
			if _, err := w.Add(t.Context(), w.role.ID, anApplication(3), w.ana.ID); err != nil { // nobody new
				t.Fatal(err)
			}
			app := anApplication(4)
			app.Documents[0].Text += "\nWorked in two."
			app.Documents[0].Original = []byte(app.Documents[0].Text)
			if added, err := w.Add(t.Context(), w.role.ID, app, w.ana.ID); err != nil || added.Result != ResultUpdated {
				t.Fatal(added, err)
			}
		}, 5}, // the newer version was looked through when it came, the older one was not
	} {
		t.Run(c.name, func(t *testing.T) {
			w := populate(t, open(t), 5)
			c.change(t, w)
			w.refind(t, c.looked)
			fresh, all := w.fresh(t)
			if fresh != all || all < 5 {
				t.Errorf("%d of %d are fresh", fresh, all)
			}
			before := w.transaction()
			w.refind(t, 0)
			if w.transaction() != before {
				t.Error("done again, it writes")
			}
			sound(t, w.Store)
		})
	}
}

// What was found before a rewording is not shown after it, whether or not it was looked for again.
func TestStaleIsNotShown(t *testing.T) {
	w := populate(t, open(t), 1)
	says := func() string {
		p, err := w.Person(w.candidate[0])
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, f := range p.Readings[0].Found[1] {
			lines = append(lines, f.Text)
		}
		return fmt.Sprint(lines)
	}
	before := says()
	w.reword(t, "Worked in a garden")
	stale := says()
	w.refind(t, 1)
	if fresh := says(); before == stale || stale != fresh {
		t.Errorf("%s, then %s, then %s", before, stale, fresh)
	}
}

// What happens between the steps of a pass is not lost.
func TestMeanwhile(t *testing.T) {
	t.Run("somebody comes in who was looked through with the checklist from before", func(t *testing.T) {
		w := populate(t, open(t), 3)
		in, err := w.arrival(anApplication(7))
		if err != nil {
			t.Fatal(err)
		}
		in.fresh = []int{0}
		if err := w.prepare([]*arrival{in}, w.role); err != nil {
			t.Fatal(err)
		}
		w.reword(t, "Worked in a garden")
		p := w.begun(t)
		p.some(t, 3)
		if _, err := w.land(t.Context(), w.role.ID, []*arrival{in}, w.ana.ID, make([]Added, 1)); err != nil {
			t.Fatal(err)
		}
		if done, err := p.end(t.Context()); err != nil || done || len(p.todo) != 1 {
			t.Fatal(done, err, p.todo)
		}
		p.some(t, 1)
		if done, err := p.end(t.Context()); err != nil || !done {
			t.Fatal(done, err)
		}
		w.isFresh(t, 4)
		w.refind(t, 0)
	})
	t.Run("somebody is erased", func(t *testing.T) {
		w := populate(t, open(t), 3)
		w.reword(t, "Worked in a garden")
		p := w.begun(t)
		stale, err := p.gather(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Erase(t.Context(), w.candidate[1], w.ana.ID); err != nil {
			t.Fatal(err)
		}
		if err := p.look(t.Context(), stale); err != nil {
			t.Fatal(err)
		}
		if done, err := p.end(t.Context()); err != nil || !done {
			t.Fatal(done, err)
		}
		w.isFresh(t, 2)
		sound(t, w.Store)
	})
	t.Run("the checklist is edited", func(t *testing.T) {
		w := populate(t, open(t), 3)
		w.reword(t, "Worked in a garden")
		p := w.begun(t)
		p.some(t, 1)
		w.reword(t, "Knows compost")
		if err := p.run(t.Context()); err != nil {
			t.Fatal(err)
		}
		w.isFresh(t, 3)
		w.reword(t, "Prunes hedges")
		if _, err := p.keep(t.Context(), nil, nil); err == nil {
			t.Error("a pass went on with a checklist that is no more")
		}
		w.refind(t, 3)
	})
	t.Run("two programs look at once", func(t *testing.T) {
		w := populate(t, open(t), 40)
		w.reword(t, "Worked in a garden")
		var both sync.WaitGroup
		for range 2 {
			other := openAt(t, w.Path())
			both.Go(func() {
				if _, err := other.Refind(context.Background(), w.role.ID, nil); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		w.isFresh(t, 40)
		sound(t, w.Store)
	})
}

// Those who are shown are looked at first.
func TestShownFirst(t *testing.T) {
	w := populate(t, open(t), 6)
	w.reword(t, "Worked in a garden")
	p := &pass{store: w.Store, id: w.role.ID, first: func() []model.ID { return []model.ID{w.candidate[4], {9}, w.candidate[2], w.candidate[4]} }}
	if _, err := p.begin(t.Context()); err != nil {
		t.Fatal(err)
	}
	c := w.candidate
	if want := []model.ID{c[4], c[2], c[0], c[1], c[3], c[5]}; !slices.Equal(p.todo, want) {
		t.Errorf("%v, want %v", p.todo, want)
	}
}

// One whose text is damaged is left out and named; the others are done.
func TestRefindBesideDamage(t *testing.T) {
	w := populate(t, open(t), 4)
	key := idKey(w.candidate[1], w.record(t, w.candidate[1]).Candidate.Documents[0].ID)
	err := w.update(t.Context(), func(t *tx) error { return t.put(bucketTexts, key, []byte("nonsense")) })
	if err != nil {
		t.Fatal(err)
	}
	w.reword(t, "Worked in a garden")
	if looked, err := w.Refind(t.Context(), w.role.ID, nil); looked != 3 || !model.Is(err, model.Damaged) {
		t.Errorf("%d, %v", looked, err)
	}
	if fresh, all := w.fresh(t); fresh != 3 || all != 4 {
		t.Errorf("%d of %d are fresh", fresh, all)
	}
}

// What is kept of no document is found by check.
func TestCheckFindsEvidenceOfNothing(t *testing.T) {
	w := populate(t, open(t), 1)
	err := w.update(t.Context(), func(t *tx) error {
		_, err := t.write(bucketEvidence, idKey(w.candidate[0], model.ID{9}), found{With: "x"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	report, err := w.Check(t.Context())
	if err != nil || len(report.Findings) != 1 {
		t.Errorf("%v, %v", report.Findings, err)
	}
}

// spoil puts nonsense in the place of what a bucket holds of a candidate's nth document.
func (w *world) spoil(t testing.TB, bucket string, candidate model.ID, n int) {
	t.Helper()
	key := idKey(candidate, w.record(t, candidate).Candidate.Documents[n].ID)
	if err := w.update(t.Context(), func(t *tx) error { return t.put(bucket, key, []byte("nonsense")) }); err != nil {
		t.Fatal(err)
	}
}

// What was found can be found again: a damaged record of it keeps nobody from being read, is named by check, and is made anew.
func TestDamagedFindings(t *testing.T) {
	w := populate(t, open(t), 2)
	before, err := w.Person(w.candidate[0])
	if err != nil || len(before.Readings[0].Found) == 0 {
		t.Fatal(before.Readings, err)
	}
	w.spoil(t, bucketEvidence, w.candidate[0], 0)
	after, err := w.Person(w.candidate[0])
	if err != nil || !reflect.DeepEqual(after.Readings, before.Readings) {
		t.Errorf("%+v, %v; want %+v", after.Readings, err, before.Readings)
	}
	if report, err := w.Check(t.Context()); err != nil || len(report.Findings) != 1 {
		t.Errorf("check: %v, %v", report.Findings, err)
	}
	w.reword(t, "Worked in a garden")
	w.refind(t, 2)
	sound(t, w.Store)
}

// many adds a candidate with so many documents, as the first of all.
func (w *world) many(t testing.TB, documents int) {
	t.Helper()
	for from := 0; from < documents; from += maxDocuments {
		app := anApplication(90)
		app.Documents = nil
		for i := range min(maxDocuments, documents-from) {
			text := fmt.Sprintf("Letter %d\nKnows pruning and compost.\nWorked in gardens.", from+i)
			app.Documents = append(app.Documents, model.Sent{Document: model.Document{Kind: model.CoverLetter, Name: fmt.Sprintf("l%d.txt", from+i), Format: "text"}, Original: []byte(text), Text: text})
		}
		added, err := w.Add(t.Context(), w.role.ID, app, w.ana.ID)
		if err != nil {
			t.Fatal(err)
		}
		if from == 0 {
			w.candidate = append([]model.ID{added.Candidate.ID}, w.candidate...)
		}
	}
	if got := len(w.record(t, w.candidate[0]).Candidate.Documents); got != documents {
		t.Fatalf("%d documents, want %d", got, documents)
	}
}

// Nobody waits for all that a candidate has sent: it is looked through some at a time.
func TestRefindOfManyDocuments(t *testing.T) {
	w := populate(t, open(t), 2)
	w.many(t, refindKeys+6)
	w.reword(t, "Worked in a garden")
	p := w.begun(t)
	seen := 0
	for len(p.todo) > 0 {
		stale, err := p.gather(t.Context())
		if err != nil || len(stale) > refindKeys {
			t.Fatal(len(stale), err)
		}
		seen += len(stale)
	}
	if seen != refindKeys+8 {
		t.Errorf("%d documents were looked at, of %d", seen, refindKeys+8)
	}
	w.refind(t, refindKeys+8)
	sound(t, w.Store)
}

// A document whose text is damaged keeps none of the candidate's others from being looked through.
func TestRefindBesideADamagedDocument(t *testing.T) {
	w := populate(t, open(t), 2)
	w.many(t, 3)
	w.spoil(t, bucketTexts, w.candidate[0], 1)
	w.reword(t, "Worked in a garden")
	if looked, err := w.Refind(t.Context(), w.role.ID, nil); looked != 4 || !model.Is(err, model.Damaged) {
		t.Errorf("%d, %v", looked, err)
	}
}
