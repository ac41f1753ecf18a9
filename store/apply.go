package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"candid/model"
)

// MaxChanges is the most changes that land in one call of Apply. Who has more gives them one Batch and calls again.
const MaxChanges = 24

// Apply makes changes to a role and its candidates: all of them or, with an error, none. It numbers them in their order, gives
// each that has no time the present one, and returns them with the records of the candidates they changed, in the order of their
// first change. Once it has returned, all of that and its history are on the disk.
//
// Problems: Conflict when somebody changed the same thing first, with who and what; Missing; Refused; Misused when there are more than
// MaxChanges; ReadOnly; Full.
func (s *Store) Apply(ctx context.Context, role model.ID, changes ...model.Change) ([]model.Change, []model.Record, error) {
	if len(changes) > MaxChanges {
		return nil, nil, &model.Problem{Kind: model.Misused, Subject: fmt.Sprintf("%d changes", len(changes)), What: fmt.Sprintf("are more than the %d that land at once", MaxChanges)}
	}
	if len(changes) == 0 {
		return nil, nil, nil
	}
	var made []model.Change
	var records []model.Record
	var last uint64
	err := s.update(ctx, func(t *tx) error {
		l, err := t.ledger(role)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if c.At == 0 {
				c.At = s.at()
			}
			if _, known, err := t.read(bucketReviewers, idKey(c.By), &model.Reviewer{}); err != nil {
				return err
			} else if !known {
				return missing("who makes the change", "is no reviewer of this store")
			}
			if c, err = l.apply(c); err != nil {
				return err
			}
			made = append(made, c)
		}
		for _, c := range made {
			if err := l.mirrored(c); err != nil {
				return err
			}
		}
		records, last = l.records(), l.counts.Last
		return l.close()
	})
	if err != nil {
		return nil, nil, err
	}
	s.watch.tell(Event{Role: role, Number: last})
	return made, records, nil
}

// MarkOpened remembers when a reviewer first opened a candidate's application; later times change nothing. It is no change in the history.
func (s *Store) MarkOpened(ctx context.Context, candidate, reviewer model.ID, at model.Time) error {
	var r model.Record
	err := s.view(func(t *tx) error {
		p, err := t.person(candidate)
		if err == nil {
			r = p.record
		}
		return err
	})
	if err != nil || r.Review(reviewer).Opened != 0 {
		return err
	}
	return s.update(ctx, func(t *tx) error {
		l, err := t.ledger(r.Candidate.Role)
		if err != nil {
			return err
		}
		p, err := l.person(candidate)
		if err != nil {
			return err
		}
		x := p.record.Review(reviewer)
		if x.Opened != 0 {
			return nil
		}
		x.Opened = cmp.Or(at, s.at())
		p.record = p.record.WithReview(x)
		if err := l.writeReview(p, reviewer); err != nil {
			return err
		}
		return l.close()
	})
}

// ledger is one transaction's writing to one role. It reads each thing once, and writes what sums up the rest when it is closed.
type ledger struct {
	t      *tx
	role   model.Role
	counts counts
	people map[model.ID]*person
	order  []model.ID            // of their first change
	shown  map[string][]model.ID // who was given a sign, by its mac
}

func (t *tx) ledger(role model.ID) (*ledger, error) {
	r, n, err := t.role(role)
	return &ledger{t: t, role: r, counts: n, people: map[model.ID]*person{}}, err
}

func (l *ledger) person(candidate model.ID) (*person, error) {
	if p := l.people[candidate]; p != nil {
		return p, nil
	}
	p, err := l.t.person(candidate)
	if err != nil {
		return nil, err
	}
	l.people[candidate] = p
	l.order = append(l.order, candidate)
	return p, nil
}

// apply makes one change, with its place in the history, and returns it numbered.
func (l *ledger) apply(c model.Change) (model.Change, error) {
	if c.Facet == model.FacetChecklist {
		after, err := l.role.Apply(c)
		if err != nil {
			return c, l.explain(c, err)
		}
		if err := l.writeRole(after); err != nil {
			return c, err
		}
		return l.log(c, &l.counts.Checklist)
	}
	p, err := l.person(c.Candidate)
	if err != nil {
		return c, err
	}
	if c.Facet == 0 || c.Facet > model.FacetDismissed {
		return c, &model.Problem{Kind: model.Misused, Subject: c.Facet.String(), What: "cannot be changed"}
	}
	after, err := p.record.Apply(l.role, c)
	if err != nil {
		return c, l.explain(c, err)
	}
	p.record = after
	if c.Facet.OfReview() {
		err = l.writeReview(p, c.By)
	} else {
		err = l.writeCandidate(p)
	}
	if err != nil {
		return c, err
	}
	return l.log(c, &p.card.Trail)
}

func (l *ledger) writeRole(role model.Role) error {
	sum, err := l.t.write(bucketRoles, idKey(role.ID), role)
	l.role, l.counts.Role = role, sum
	return err
}

// writeReview writes a review as the record has it; one that says nothing any more leaves no trace.
func (l *ledger) writeReview(p *person, reviewer model.ID) error {
	key := idKey(p.record.Candidate.ID, reviewer)
	at := slices.IndexFunc(p.record.Reviews, func(x model.Review) bool { return x.Reviewer == reviewer })
	if at < 0 {
		delete(p.reviews, reviewer)
		p.touched = true
		return l.t.delete(bucketReviews, key)
	}
	sum, err := l.t.write(bucketReviews, key, p.record.Reviews[at])
	p.reviews[reviewer], p.touched = sum, true
	return err
}

func (l *ledger) writeCandidate(p *person) error {
	sum, err := l.t.write(bucketCandidates, idKey(p.record.Candidate.ID), p.record.Candidate)
	p.candidate, p.touched = sum, true
	return err
}

// log gives the change the next number and writes it down at the end of the trail.
func (l *ledger) log(c model.Change, way *trail) (model.Change, error) {
	l.counts.Last++
	l.counts.Changes++
	c.Number = l.counts.Last
	key := numberKey(l.role.ID, c.Number)
	if old, err := l.t.get(bucketChanges, key); err != nil {
		return c, err
	} else if old != nil {
		return c, damaged("the count of changes", errStale)
	}
	_, err := l.t.write(bucketChanges, key, entry{Change: c, Before: way.Last})
	way.Changes++
	way.Last = c.Number
	return c, err
}

// close writes the cards of those who were changed, and the role's counts.
func (l *ledger) close() error {
	for _, id := range l.order {
		p := l.people[id]
		if !p.touched {
			continue
		}
		l.counts.Held += hidden(p.record) - hidden(p.card.Record)
		p.card.Record, p.card.Sum = p.record.Card(), p.sum()
		sum, err := l.t.write(bucketCards, idKey(l.role.ID, id), p.card)
		if err != nil {
			return err
		}
		l.counts.Cards += uint64(sum) - uint64(p.cardSum)
		p.cardSum, p.touched = sum, false
	}
	_, err := l.t.write(bucketCounts, idKey(l.role.ID), l.counts)
	return err
}

// hidden is 1 for a candidate that another holds.
func hidden(r model.Record) int {
	if r.Candidate.Hidden() {
		return 1
	}
	return 0
}

func (l *ledger) records() []model.Record {
	var records []model.Record
	for _, id := range l.order {
		records = append(records, l.people[id].record)
	}
	return records
}

// explain adds to a conflict who changed the same thing, to what, and when. Who and when stay hidden from a reviewer who may
// not see yet what others made of the candidate: the stage alone shows in their list too.
func (l *ledger) explain(c model.Change, err error) error {
	var p *model.Problem
	if !errors.As(err, &p) || p.Kind != model.Conflict {
		return err
	}
	way := l.counts.Checklist
	if person := l.people[c.Candidate]; person != nil {
		way = person.card.Trail
	}
	var first model.Change
	e := l.t.back(l.role.ID, way, func(_ int, other model.Change) bool {
		if other.Facet == c.Facet && other.Requirement == c.Requirement && other.Other == c.Other && (!c.Facet.OfReview() || other.By == c.By) {
			first = other
		}
		return first.Number == 0
	})
	if e != nil {
		return e
	}
	if first.Number == 0 {
		return err
	}
	var who model.Reviewer
	if _, _, e := l.t.read(bucketReviewers, idKey(first.By), &who); e != nil {
		return e
	}
	told := *p
	told.Next = "look at it and do it again"
	if person := l.people[c.Candidate]; c.Facet == model.FacetDecision && first.By != c.By && person.record.Review(c.By).Submitted == 0 {
		told.What = fmt.Sprintf("the %s has changed since: somebody%s", l.thing(c), became(first))
		return &told
	}
	told.What = fmt.Sprintf("the %s has changed since: %s%s, %s", l.thing(c), cmp.Or(who.Name, "somebody"), became(first), first.At.In(time.UTC).Format("2006-01-02 15:04 UTC"))
	return &told
}

// thing is what a change is of, in words.
func (l *ledger) thing(c model.Change) string {
	if q, ok := l.role.Checklist.Requirement(c.Requirement); ok {
		return fmt.Sprintf("%s of %s", c.Facet, q.Label)
	}
	return c.Facet.String()
}

// became is what a change made of its thing, where a few words say it.
func became(c model.Change) string {
	switch c.Facet {
	case model.FacetRating:
		return " made it " + c.After.Value.String()
	case model.FacetRecommendation:
		return " made it " + c.After.Recommendation.String()
	case model.FacetDecision:
		return " made it " + c.After.Decision.Stage.String()
	}
	return " changed it"
}
