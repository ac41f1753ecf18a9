package ui

import (
	"cmp"
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
	done    atomic.Int64   // how many changes the store has seen
	kept    []model.Change // with their numbers
	refused []model.Change // the others, once it has run
	records []model.Record
	err     error // why the first of those was refused
}

// run gives the changes to the store and waits until they are on the disk.
func (j *job) run(s *store.Store) {
	j.once.Do(func() {
		changes := slices.Clone(j.changes) // the screen's side looks at its own meanwhile
		if j.undoes {
			// The numbers of what is undone are known by now: jobs run in order.
			numbers := map[facet][]uint64{}
			for _, c := range j.act.changes {
				numbers[facetOf(c)] = append(numbers[facetOf(c)], c.Number)
			}
			for i := range changes {
				if of := numbers[facetOf(changes[i])]; len(of) > 0 {
					changes[i].Undoes, numbers[facetOf(changes[i])] = of[len(of)-1], of[:len(of)-1]
				}
			}
		}
		for goOn := true; len(changes) > 0; {
			part := changes[:min(len(changes), store.MaxChanges)]
			changes = changes[len(part):]
			if goOn {
				goOn = j.land(s, part)
			} else {
				j.refused = append(j.refused, part...)
			}
		}
	})
}

// land gives changes to the store together, and reports whether others are to follow. What is done to many is done to all whom nobody
// else has changed meanwhile: one of them is no reason to leave the others out.
func (j *job) land(s *store.Store, changes []model.Change) bool {
	kept, records, err := s.Apply(context.Background(), j.role, changes...)
	if err == nil {
		j.kept, j.records = append(j.kept, kept...), append(j.records, records...)
		j.done.Add(int64(len(changes)))
		return true
	}
	only := leavesOthers(changes, err)
	if only && len(changes) > 1 {
		goOn := true
		for i := range changes {
			if goOn {
				goOn = j.land(s, changes[i:i+1])
			} else {
				j.refused = append(j.refused, changes[i])
			}
		}
		return goOn
	}
	j.refused, j.err = append(j.refused, changes...), cmp.Or(j.err, err)
	j.done.Add(int64(len(changes)))
	return only
}

// leavesOthers reports whether what one of the changes was refused for is no reason to refuse the others: all are of one batch, and
// somebody else has changed or erased a candidate.
func leavesOthers(changes []model.Change, err error) bool {
	inTheWay := model.Is(err, model.Conflict) || model.Is(err, model.Missing)
	return inTheWay && !slices.ContainsFunc(changes, func(c model.Change) bool { return c.Others == 0 })
}

// facet is what a change is of.
type facet struct {
	candidate   model.ID
	facet       model.Facet
	requirement model.RequirementID
}

func facetOf(c model.Change) facet { return facet{c.Candidate, c.Facet, c.Requirement} }

// parted is those of changes that are of what some of the others are of, and the rest of them.
func parted(changes, by []model.Change) (of, rest []model.Change) {
	there := map[facet]bool{}
	for _, c := range by {
		there[facetOf(c)] = true
	}
	for _, c := range changes {
		if there[facetOf(c)] {
			of = append(of, c)
		} else {
			rest = append(rest, c)
		}
	}
	return of, rest
}

// lost is what of a job is not on the disk and will not be: what was refused, or all of one that is dropped before it runs.
func (j *job) lost() []model.Change {
	if j.err == nil {
		return j.changes
	}
	return j.refused
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
	return slices.ContainsFunc(x.lost(), func(d model.Change) bool {
		return slices.ContainsFunc(j.changes, func(c model.Change) bool { return on(c, d) })
	})
}

func (j *job) concerns(id model.ID) bool {
	return slices.ContainsFunc(j.changes, func(c model.Change) bool { return c.Candidate == id })
}
