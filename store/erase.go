package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"candid/model"
)

// Erase forgets a person: the candidate, whoever holds it, and all that are held with it. Of each it forgets record, reviews, history,
// texts, evidence, originals, and what others were found to share with them. What stays is a tombstone: that somebody of this
// number was erased, when and by whom. Afterwards no byte of it stands in the store's file, in the originals' folder, or in the
// copies that candid laid beside the store when it brought it to a newer schema. Copies made with Backup are the caller's to find; what a
// disk or a snapshot keeps below the files is beyond a program's reach.
//
// Problems: Missing when there is no such candidate; ReadOnly; Damaged. One that comes after the records are gone leaves a mark,
// and the next Open finishes the work; until then Check says so.
func (s *Store) Erase(ctx context.Context, candidate, by model.ID) error {
	var role model.ID
	var last uint64
	err := s.update(ctx, func(t *tx) error {
		p, err := t.person(candidate)
		if err != nil {
			return err
		}
		role = p.record.Candidate.Role
		l, err := t.ledger(role)
		if err != nil {
			return err
		}
		group, err := l.group(candidate)
		if err != nil {
			return err
		}
		var owed []string
		for _, p := range group {
			if err := l.untie(p, group); err != nil {
				return err
			}
			originals, err := l.forget(p)
			if err != nil {
				return err
			}
			owed = append(owed, originals...)
			stone := tombstone{Role: role, By: by, At: s.at()}
			if _, err := t.write(bucketTombstones, idKey(p.record.Candidate.ID), stone); err != nil {
				return err
			}
			delete(l.people, p.record.Candidate.ID)
		}
		l.order = slices.DeleteFunc(l.order, func(id model.ID) bool { return l.people[id] == nil })
		last = l.counts.Last
		if err := t.owe(owed); err != nil {
			return err
		}
		return l.close()
	})
	if err != nil {
		return err
	}
	s.watch.tell(Event{Role: role, Number: last})
	return s.scrub(ctx)
}

// untie takes a candidate who is erased with a group out of the ties of all others.
func (l *ledger) untie(p *person, group []*person) error {
	for _, t := range p.record.Candidate.Ties {
		if slices.ContainsFunc(group, func(one *person) bool { return one.record.Candidate.ID == t.Other }) {
			continue
		}
		other, err := l.person(t.Other)
		if err != nil {
			return err
		}
		other.record.Candidate = other.record.Candidate.WithTie(model.Tie{Other: p.record.Candidate.ID})
		if err := l.writeCandidate(other); err != nil {
			return err
		}
	}
	return nil
}

// owe writes down that free pages are to be overwritten and these originals shredded, beside what of that is owed already.
func (t *tx) owe(originals []string) error {
	var owed []string
	if _, _, err := t.read(bucketMeta, metaErasing, &owed); err != nil {
		return err
	}
	_, err := t.write(bucketMeta, metaErasing, append(owed, originals...))
	return err
}

// forget deletes all that is kept of a candidate and gives the names of the originals.
func (l *ledger) forget(p *person) (originals []string, err error) {
	t, id, role := l.t, p.record.Candidate.ID, l.role.ID
	documents := slices.Clone(p.record.Candidate.Documents)
	var numbers []uint64
	err = t.back(role, p.card.Trail, func(_ int, c model.Change) bool {
		documents = append(append(documents, c.Before.Documents...), c.After.Documents...)
		numbers = append(numbers, c.Number)
		return true
	})
	if err != nil {
		return nil, err
	}
	for _, n := range numbers {
		if err := t.delete(bucketChanges, numberKey(role, n)); err != nil {
			return nil, err
		}
	}
	for _, d := range documents {
		if isOriginalName(d.Original) {
			originals = append(originals, d.Original)
		}
	}
	for _, bucket := range []string{bucketCandidates, bucketReviews, bucketTexts, bucketEvidence} {
		if _, err := t.deleteAll(bucket, idKey(id), nil); err != nil {
			return nil, err
		}
	}
	same, err := t.deleteAll(bucketSame, idKey(role), func(key, record []byte) (bool, error) {
		var owner model.ID
		if err := unpack(bucketSame, key, record, &owner); err != nil {
			return false, damaged(describe(bucketSame, key), err)
		}
		return owner == id, nil
	})
	if err != nil {
		return nil, err
	}
	_, err = t.deleteAll(bucketState, []byte("place"), func(key, record []byte) (bool, error) {
		return bytes.Contains(record, id[:]), nil
	})
	if err != nil {
		return nil, err
	}
	l.counts.Candidates--
	l.counts.Held -= hidden(p.card.Record)
	l.counts.Cards -= uint64(p.cardSum)
	l.counts.Changes -= len(numbers)
	l.counts.Same -= same
	l.counts.Last++ // so that others look again
	return originals, t.delete(bucketCards, idKey(role, id))
}

// deleteAll deletes the keys that begin with prefix, of them those that which says; it gives their number.
func (t *tx) deleteAll(bucket string, prefix []byte, which func(key, record []byte) (bool, error)) (int, error) {
	var keys [][]byte
	err := t.scan(bucket, prefix, nil, func(key, record []byte) (bool, error) {
		if which != nil {
			if yes, err := which(key, record); err != nil || !yes {
				return true, err
			}
		}
		keys = append(keys, key)
		return true, nil
	})
	if err != nil {
		return 0, err
	}
	for _, key := range keys {
		if err := t.delete(bucket, key); err != nil {
			return 0, err
		}
	}
	return len(keys), nil
}

// scrub takes an erased candidate's bytes out of the free parts of the file: it commits twice, so that neither head leads to them any
// more, and overwrites every page that no head leads to while nobody reads. Then it shreds the originals and removes the mark that all
// of this was owed.
func (s *Store) scrub(ctx context.Context) error {
	leave, err := s.kv.turn.enter(ctx, true)
	if err != nil {
		return problem(s.kv.path, err)
	}
	defer leave()
	for range 2 {
		if err := s.kv.write(func(*tx) error { return nil }); err != nil {
			return err
		}
	}
	if err := zeroFree(s.kv.path); err != nil {
		return err
	}
	unwanted, err := s.besides()
	if err != nil {
		return problem(s.kv.path, err)
	}
	var owed []string
	err = s.kv.read(func(t *tx) error {
		_, _, err := t.read(bucketMeta, metaErasing, &owed)
		return err
	})
	if err != nil {
		return err
	}
	for _, name := range owed {
		unwanted = append(unwanted, filepath.Join(s.files, name))
	}
	for _, path := range unwanted {
		if err := shred(path); err != nil {
			return problem(path, err)
		}
	}
	return s.kv.write(func(t *tx) error { return t.delete(bucketMeta, metaErasing) })
}

// zeroFree overwrites every page of the file that neither head leads to, and all after the last page. Pages that are zero stay
// untouched, so that holes stay holes. A file whose pages do not add up is left alone.
func zeroFree(path string) (err error) {
	p, err := openPages(path)
	if err != nil {
		return err
	}
	defer p.close()
	used, err := p.whole(p.newer)
	if err != nil {
		return damaged(path, err)
	}
	before, err := p.whole(p.older)
	if err != nil {
		return damaged(path, err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return problem(path, err)
	}
	defer func() { err = problem(path, errors.Join(err, f.Close())) }()
	size := int64(p.newer.pageSize)
	buffer := make([]byte, size)
	for id := uint64(2); int64(id)*size < p.size; id++ {
		if used[id] || before[id] {
			continue
		}
		from, to := int64(id)*size, min(int64(id+1)*size, p.size)
		if _, err := f.ReadAt(buffer[:to-from], from); err != nil {
			return err
		}
		if bytes.ContainsFunc(buffer[:to-from], func(r rune) bool { return r != 0 }) {
			if err := zero(f, from, to); err != nil {
				return err
			}
		}
	}
	return f.Sync()
}
