package ui

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"candid/model"
	"candid/store"
	"candid/ui/text"
)

// job is changes on their way to the disk. It runs once, whoever starts it: a command of the program, or Finish when the
// program has ended before the command was run.
type job struct {
	role    model.ID // whose candidates it is about, whichever is open by the time it runs
	act     *act
	undoes  bool // it takes act back
	changes []model.Change

	once    sync.Once
	done    atomic.Int64   // how many changes are on the disk
	kept    []model.Change // with their numbers
	records []model.Record
	err     error
}

// run gives the changes to the store and waits until they are on the disk.
func (j *job) run(s *store.Store) {
	j.once.Do(func() {
		changes := slices.Clone(j.changes) // the screen's side looks at its own meanwhile
		if j.undoes {
			// The numbers of what is undone are known by now: jobs run in order.
			for i := range changes {
				changes[i].Undoes = j.act.changes[len(changes)-1-i].Number
			}
		}
		for part := range slices.Chunk(changes, store.MaxChanges) {
			kept, records, err := s.Apply(context.Background(), j.role, part...)
			if err != nil {
				j.err = err
				return
			}
			j.kept = append(j.kept, kept...)
			j.records = append(j.records, records...)
			j.done.Add(int64(len(part)))
		}
	})
}

// long is how many changes take so long that it is said how far they are.
const long = 10 * store.MaxChanges

// progress is how far a job is that takes a while; "" for any other.
func (j *job) progress() string {
	done := int(j.done.Load())
	if len(j.changes) < long || done == 0 {
		return ""
	}
	return text.Thousands(done) + " of " + text.Thousands(len(j.changes)) + " done"
}

// candidates is whom the changes are about; nobody when they are of the role.
func (j *job) candidates() []model.ID {
	var ids []model.ID
	for _, c := range j.changes {
		if !c.Candidate.IsZero() {
			ids = append(ids, c.Candidate)
		}
	}
	return ids
}

// buildsOn reports whether a change of j was made from what x was to make: of the same thing, or of the same review where one of
// them submits it. What x has kept is there to be built upon.
func (j *job) buildsOn(x *job) bool {
	on := func(c, d model.Change) bool {
		review := c.Facet <= model.FacetSubmission && d.Facet <= model.FacetSubmission
		submits := c.Facet == model.FacetSubmission || d.Facet == model.FacetSubmission
		return c.Candidate == d.Candidate && (c.Facet == d.Facet && c.Requirement == d.Requirement || review && submits)
	}
	return slices.ContainsFunc(x.changes[len(x.kept):], func(d model.Change) bool {
		return slices.ContainsFunc(j.changes, func(c model.Change) bool { return on(c, d) })
	})
}

func (j *job) concerns(id model.ID) bool {
	return slices.ContainsFunc(j.changes, func(c model.Change) bool { return c.Candidate == id })
}
