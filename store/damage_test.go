package store

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"candid/model"
)

// seed makes the store that is damaged, and the damage, the same each time.
var seed = flag.Uint64("seed", 1, "of the damage")

// lived makes a store that has been used: ratings, undo, a checklist change, an update, somebody erased.
func lived(t testing.TB) *world {
	clock := time.UnixMilli(1_767_366_240_000)
	s, err := Open(filepath.Join(t.TempDir(), "candid.db"), Options{
		Create: true, Rand: rand.NewChaCha8([32]byte{byte(*seed)}),
		Now: func() time.Time {
			clock = clock.Add(time.Millisecond)
			return clock
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	w := populate(t, s, 20)
	for i, id := range w.candidate {
		for q := range 4 {
			r := w.record(t, id)
			w.apply(t, r.Rate(w.role, w.ana.ID, model.Time(i+1), model.RequirementID(q+1), model.Value(2+(i+q)%4)))
		}
		r := w.record(t, id)
		_, r = w.apply(t, r.Change(w.bo.ID, 7, model.FacetNote, 1, model.State{Note: strings.Repeat("kept ", 20)}))
		if i%3 == 0 {
			w.apply(t, r.Submit(w.role, w.ana.ID, 9))
		}
	}
	if err := w.Erase(context.Background(), w.candidate[11], w.ana.ID); err != nil {
		t.Fatal(err)
	}
	w.candidate = append(w.candidate[:11], w.candidate[12:]...)
	return w
}

// truths is all that can be read of a store, each by a name, or the error in its place.
func truths(s *Store, w *world) map[string]any {
	all := map[string]any{}
	say := func(name string, value any, err error) {
		if err != nil {
			all[name] = err
			return
		}
		b, err := encoder.Marshal(value)
		if err != nil {
			panic(err)
		}
		all[name] = b
	}
	roles, err := s.Roles()
	say("roles", roles, err)
	reviewers, err := s.Reviewers()
	say("reviewers", reviewers, err)
	cards, err := s.Cards(w.role.ID)
	say("cards", cards, err)
	for _, id := range w.candidate {
		name := id.Random()
		person, err := s.Person(id)
		say(name, person.Record, err)
		for i, r := range person.Readings {
			say(fmt.Sprint(name, " reading ", i), []any{r.Lines, r.Found}, nil)
		}
		history, err := s.History(id)
		say(name+" history", history, err)
	}
	return all
}

// damage is one way to hurt a file.
type damage struct {
	name  string
	tries int
	hurt  func(r *rand.Rand, b []byte) []byte
}

func TestDamageIsNamedNeverShown(t *testing.T) {
	w := lived(t)
	before, err := os.ReadFile(w.Path())
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range w.candidate {
		r := w.record(t, id)
		w.apply(t, r.Change(w.ana.ID, 20, model.FacetNote, 2, model.State{Note: fmt.Sprint("later ", i)}))
	}
	whole, err := os.ReadFile(w.Path())
	if err != nil {
		t.Fatal(err)
	}
	p, err := openPages(w.Path())
	if err != nil {
		t.Fatal(err)
	}
	p.close()
	high := int(p.newer.high) // the file's tail is only room to grow
	size := p.newer.pageSize
	truth := truths(w.Store, w)
	for _, d := range []damage{
		{"a flipped bit", 300, func(r *rand.Rand, b []byte) []byte {
			b[r.IntN(high*size)] ^= 1 << r.IntN(8)
			return b
		}},
		{"a flipped bit in a page's frame", 100, func(r *rand.Rand, b []byte) []byte {
			b[r.IntN(high)*size+r.IntN(96)] ^= 1 << r.IntN(8)
			return b
		}},
		{"a cut", 100, func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(high*size)] }},
		{"a zeroed page", 100, func(r *rand.Rand, b []byte) []byte {
			clear(b[r.IntN(high)*size:][:size])
			return b
		}},
		{"a page as it was before", 100, func(r *rand.Rand, b []byte) []byte {
			at := r.IntN(high) * size
			copy(b[at:at+size], before[at:])
			return b
		}},
		{"a page in another's place", 100, func(r *rand.Rand, b []byte) []byte {
			copy(b[r.IntN(high)*size:][:size], whole[r.IntN(high)*size:])
			return b
		}},
	} {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			if testing.Short() || racing {
				d.tries = d.tries/10 + 1
			}
			seen := 0
			for try := range d.tries {
				b := d.hurt(rand.New(rand.NewPCG(*seed<<8|uint64(len(d.name)), uint64(try))), bytes.Clone(whole))
				if meetDamage(t, w, b, truth, fmt.Sprint(d.name, " ", try)) {
					seen++
				}
			}
			t.Logf("%d of %d were noticed", seen, d.tries)
		})
	}
}

// meetDamage opens the file b, reads all of it, writes to it and reads again. It reports whether anything was found amiss.
func meetDamage(t *testing.T, w *world, b []byte, truth map[string]any, name string) (noticed bool) {
	path := filepath.Join(t.TempDir(), "candid.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(w.files, path+".files"); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, Options{})
	if err != nil {
		if !model.Is(err, model.Damaged) && !model.Is(err, model.Refused) {
			t.Errorf("%s: Open: %v", name, err)
		}
		return true
	}
	compare := func(when string, truth map[string]any) {
		for what, got := range truths(s, w) {
			if err, bad := got.(error); bad {
				noticed = true
				if !model.Is(err, model.Damaged) {
					t.Errorf("%s, %s: %s: %v", name, when, what, err)
				}
				continue
			}
			if !bytes.Equal(got.([]byte), truth[what].([]byte)) {
				t.Errorf("%s, %s: %s is wrong", name, when, what)
			}
		}
	}
	compare("read", truth)
	report, err := s.Check(context.Background())
	if err != nil {
		t.Errorf("%s: Check: %v", name, err)
	}
	if noticed && len(report.Findings) == 0 {
		t.Errorf("%s: check found nothing", name)
	}
	noticed = noticed || len(report.Findings) > 0
	id := w.candidate[5]
	r, err := s.Record(id)
	if err != nil {
		return true
	}
	made, records, err := s.Apply(context.Background(), w.role.ID, r.Decide(w.bo.ID, 77, model.OnHold, model.Reason{}))
	if err != nil {
		if !model.Is(err, model.Damaged) {
			t.Errorf("%s: Apply: %v", name, err)
		}
		return true
	}
	after := make(map[string]any, len(truth))
	for what, value := range truth {
		after[what] = value
	}
	delete(after, "cards")
	after[id.Random()], _ = encoder.Marshal(records[0])
	if history, err := s.History(id); err == nil {
		if last := history[len(history)-1]; last.Number != made[0].Number {
			t.Errorf("%s: the history ends with %d, not %d", name, last.Number, made[0].Number)
		}
	}
	delete(after, id.Random()+" history")
	few := *w
	few.candidate = w.candidate[3:7]
	for what, got := range truths(s, &few) {
		should, known := after[what]
		if b, ok := got.([]byte); ok && known && !bytes.Equal(b, should.([]byte)) {
			t.Errorf("%s, after writing: %s is wrong", name, what)
		}
	}
	return noticed
}
