package store

import (
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"slices"
	"time"

	"candid/model"
)

// errUnprepared says that between looking and landing somebody else changed what is new.
var errUnprepared = errors.New("not prepared")

// landFor is how long arrivals are landed in one transaction, so that others wait for it no longer than some 10 ms.
const landFor = 4 * time.Millisecond

// land writes arrivals, as many in a transaction as there is time for, and what became of them. It gives those that must be looked at
// again first, or, with an error, those that were not landed. One that cannot be kept is refused, and hinders no other.
func (s *Store) land(ctx context.Context, role model.ID, waiting []*arrival, by model.ID, all []Added) ([]*arrival, error) {
	atOnce := len(waiting)
	for len(waiting) > 0 {
		n, bad, err := s.landSome(ctx, role, waiting[:min(atOnce, len(waiting))], by, all)
		switch {
		case errors.Is(err, errUnprepared):
			return waiting[n:], nil // somebody was faster
		case bad && n > 0: // nothing was written: those before the bad one are tried without it
			atOnce = n
			continue
		case bad && model.Is(err, model.Refused):
			in := waiting[0]
			all[in.at] = Added{Result: ResultRefused, Candidate: in.candidate, Why: err.Error()}
			n = 1
		case err != nil:
			return waiting, err
		}
		waiting, atOnce = waiting[n:], len(waiting)
	}
	return nil, nil
}

// landSome writes arrivals in one transaction. It gives how many it has landed; with an error it has landed none, and bad says whether the
// arrival after so many was in the way. Only with errUnprepared are those before it on the disk.
func (s *Store) landSome(ctx context.Context, role model.ID, arrivals []*arrival, by model.ID, all []Added) (n int, bad bool, err error) {
	seed, err := s.randomBytes(16)
	if err != nil {
		return 0, false, problem(s.kv.path, err)
	}
	random := rand.New(rand.NewPCG(binary.LittleEndian.Uint64(seed), binary.LittleEndian.Uint64(seed[8:])))
	var last uint64
	unprepared := false
	err = s.update(ctx, func(t *tx) error {
		l, err := t.ledger(role)
		if err != nil {
			return err
		}
		was := l.counts.Last
		for start := time.Now(); n < len(arrivals) && (n == 0 || time.Since(start) < landFor); n++ {
			in := arrivals[n]
			added, err := s.landOne(l, in, by, random)
			if unprepared = errors.Is(err, errUnprepared); unprepared {
				break
			}
			if err != nil {
				bad = true
				return err
			}
			all[in.at] = added
		}
		touched := slices.ContainsFunc(l.order, func(id model.ID) bool { return l.people[id].touched })
		if last = l.counts.Last; touched && last == was {
			l.counts.Last++ // so that others look again
			last++
		}
		return l.close()
	})
	if err == nil && last > 0 {
		s.watch.tell(Event{Role: role, Number: last})
	}
	if err == nil && unprepared {
		err = errUnprepared
	}
	return n, bad, err
}

// landOne writes one arrival. With errUnprepared it has written nothing.
func (s *Store) landOne(l *ledger, in *arrival, by model.ID, random *rand.Rand) (Added, error) {
	v, err := s.judge(l, in)
	if err != nil {
		return Added{}, err
	}
	if slices.ContainsFunc(v.fresh, func(i int) bool { return !in.papers[i].prepared }) {
		return Added{}, errUnprepared
	}
	switch v.result {
	case ResultUnchanged:
		return Added{Result: v.result, Candidate: v.shown()}, nil
	case ResultAdded:
		if v.known, err = s.enter(l, in, random); err != nil {
			return Added{}, err
		}
		v.group = []*person{v.known}
	}
	if err := s.receive(l, v.known, in, v.fresh, by); err != nil {
		return Added{}, err
	}
	for _, other := range v.others {
		if err := l.bridge(v.group[0], other, by, s.at()); err != nil {
			return Added{}, err
		}
	}
	group, err := l.group(v.known.record.Candidate.ID)
	if err != nil {
		return Added{}, err
	}
	v.group = group
	added := Added{Result: v.result, Candidate: v.shown()}
	if v.result == ResultUpdated {
		added.Fresh = in.kinds(v.fresh)
	}
	added.Alike, err = l.alikes(added.Candidate)
	return added, err
}

// enter makes the new candidate, with an alias of their own and no documents yet.
func (s *Store) enter(l *ledger, in *arrival, random *rand.Rand) (*person, error) {
	c := in.candidate
	c.Role = l.role.ID
	if c.Applied == 0 {
		c.Applied = s.at()
	}
	var failed error
	c.Alias = model.NewAlias(random, l.counts.Candidates, func(alias string) bool {
		taken, err := l.t.get(bucketSame, sameKey(l.role.ID, s.mac("alias", []byte(alias))))
		if err != nil {
			failed = err
			return false
		}
		return taken != nil
	})
	if failed != nil {
		return nil, failed
	}
	p := &person{record: model.Record{Candidate: c}, reviews: map[model.ID]uint32{}}
	l.people[c.ID], l.order = p, append(l.order, c.ID)
	l.counts.Candidates++
	if err := l.same(s.mac("alias", []byte(c.Alias)), c.ID); err != nil {
		return nil, err
	}
	return p, nil // receive writes it
}

// receive gives a candidate the new papers, what they have not told before, and what they are known by.
func (s *Store) receive(l *ledger, p *person, in *arrival, fresh []int, by model.ID) error {
	id := p.record.Candidate.ID
	documents := slices.Clone(p.record.Candidate.Documents)
	answered := false
	for _, i := range fresh {
		documents = append(documents, in.papers[i].document)
		answered = answered || in.papers[i].document.Kind == model.Answers
		if err := l.writePaper(id, in.papers[i]); err != nil {
			return err
		}
	}
	if len(fresh) > 0 || p.card.Trail.Changes == 0 {
		c := p.record.Change(by, s.at(), model.FacetDocuments, 0, model.State{Documents: model.Versions(documents)})
		if _, err := l.apply(c); err != nil {
			return err
		}
	}
	if err := l.learn(p, in.candidate.Contacts(), by, s.at()); err != nil {
		return err
	}
	if in.adds(p.record.Candidate) || answered {
		p.record.Candidate = p.record.Candidate.Told(in.candidate)
		if answered {
			p.record.Candidate.Answers = in.candidate.Answers
		}
		if err := l.writeCandidate(p); err != nil {
			return err
		}
	}
	for _, mark := range in.marks {
		if err := l.same(mark, id); err != nil {
			return err
		}
	}
	for _, x := range in.signs {
		if err := l.show(id, x); err != nil {
			return err
		}
	}
	return nil
}

// writePaper keeps a document's text and what was found in it.
func (l *ledger) writePaper(candidate model.ID, p paper) error {
	if p.with != l.counts.Found { // the checklist was changed before it landed, or another program knows other words
		l.counts.Found = ""
	}
	key := idKey(candidate, p.document.ID)
	for _, part := range []struct {
		bucket  string
		payload squeezed
	}{{bucketTexts, p.packed}, {bucketEvidence, p.found}} {
		record, err := seal(part.bucket, key, part.payload.flags, part.payload.bytes)
		if err != nil {
			return &model.Problem{Kind: model.Refused, Subject: p.document.Name, What: "cannot be kept", Err: err}
		}
		if err := l.t.put(part.bucket, key, record); err != nil {
			return err
		}
	}
	return nil
}

// same remembers by what a candidate is known again; who is known by it already stays so.
func (l *ledger) same(mac []byte, candidate model.ID) error {
	key := sameKey(l.role.ID, mac)
	if old, err := l.t.get(bucketSame, key); err != nil || old != nil {
		return err
	}
	l.counts.Same++
	_, err := l.t.write(bucketSame, key, candidate)
	return err
}
