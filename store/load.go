package store

import (
	"errors"
	"strings"

	"candid/model"
	"candid/model/evidence"
)

var errStale = errors.New("what is there is not what was written last")

// role is a role and its counts.
func (t *tx) role(id model.ID) (role model.Role, n counts, err error) {
	sum, isRole, err := t.read(bucketRoles, idKey(id), &role)
	if err != nil {
		return role, n, err
	}
	n, isCounted, err := t.counts(id)
	switch {
	case err != nil:
		return role, n, err
	case !isRole && !isCounted:
		if err := t.allRoles(); err != nil {
			return role, n, err
		}
		return role, n, missing("the role", "is not in this store")
	case isRole != isCounted:
		return role, n, damaged(describe(bucketRoles, idKey(id)), errGone)
	case sum != n.Role:
		return role, n, damaged(describe(bucketRoles, idKey(id)), errStale)
	}
	return role, n, nil
}

// allRoles is an error when not all roles are there.
func (t *tx) allRoles() error {
	var all totals
	if _, err := t.need(bucketMeta, metaTotals, &all); err != nil {
		return err
	}
	for _, bucket := range []string{bucketRoles, bucketCounts} {
		found := 0
		err := t.scan(bucket, nil, nil, func([]byte, []byte) (bool, error) {
			found++
			return true, nil
		})
		if err != nil {
			return err
		}
		if found != all.Roles {
			return damaged("the list of roles", errGone)
		}
	}
	return nil
}

// Roles is all roles, oldest first.
func (s *Store) Roles() (roles []model.Role, err error) {
	return roles, s.view(func(t *tx) error {
		roles, err = t.roles()
		return err
	})
}

func (t *tx) roles() ([]model.Role, error) {
	if err := t.allRoles(); err != nil {
		return nil, err
	}
	var ids []model.ID
	err := t.scan(bucketRoles, nil, nil, func(key, _ []byte) (bool, error) {
		ids = append(ids, idAt(key, 0))
		return true, nil
	})
	if err != nil {
		return nil, err
	}
	var roles []model.Role
	for _, id := range ids {
		role, _, err := t.role(id)
		if err != nil {
			return nil, err
		}
		roles = append(roles, role)
	}
	return roles, nil
}

// Role is one role. Problems: Missing.
func (s *Store) Role(id model.ID) (role model.Role, err error) {
	return role, s.view(func(t *tx) error {
		role, _, err = t.role(id)
		return err
	})
}

// cards calls fn with each card of a role and its key, and proves at the end that they are all there as they were written last.
func (t *tx) cards(role model.ID, n counts, fn func(key, record []byte) error) error {
	found, sum := 0, uint64(0)
	err := t.scan(bucketCards, idKey(role), nil, func(key, record []byte) (bool, error) {
		found++
		sum += uint64(sumOf(record))
		return true, fn(key, record)
	})
	if err == nil && (found != n.Candidates || sum != n.Cards) {
		err = damaged("the list of candidates", errStale)
	}
	return err
}

// Cards is the cards of all candidates of a role, those that others hold included, in the order of their ids: records without what a list row does not need.
// Problems: Missing; Damaged when not all are there as they were written last.
func (s *Store) Cards(role model.ID) (cards []model.Record, err error) {
	var keys, records [][]byte
	err = s.view(func(t *tx) error {
		_, n, err := t.role(role)
		if err != nil {
			return err
		}
		return t.cards(role, n, func(key, record []byte) error {
			keys, records = append(keys, key), append(records, record)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	cards = make([]model.Record, len(records))
	return cards, inParallel(len(records), 64, func(i int) error {
		var c card
		if err := unpack(bucketCards, keys[i], records[i], &c); err != nil {
			return damaged(describe(bucketCards, keys[i]), err)
		}
		cards[i] = c.Record
		return nil
	})
}

// person is a candidate's record as it is kept, with the checksums that chain its parts.
type person struct {
	record    model.Record
	candidate uint32              // the checksum of the candidate's own record
	reviews   map[model.ID]uint32 // of each review
	card      card
	cardSum   uint32
	touched   bool
}

func (p *person) sum() uint64 {
	sum := uint64(p.candidate)
	for _, x := range p.reviews {
		sum += uint64(x)
	}
	return sum
}

// person reads a candidate's record and reviews, and proves by the card that these are the last ones written.
func (t *tx) person(candidate model.ID) (*person, error) {
	p := &person{reviews: map[model.ID]uint32{}}
	key := idKey(candidate)
	sum, ok, err := t.read(bucketCandidates, key, &p.record.Candidate)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, t.absent(candidate)
	}
	p.candidate = sum
	err = t.scan(bucketReviews, key, nil, func(key, record []byte) (bool, error) {
		var x model.Review
		if err := unpack(bucketReviews, key, record, &x); err != nil {
			return false, damaged(describe(bucketReviews, key), err)
		}
		p.reviews[x.Reviewer] = sumOf(record)
		p.record.Reviews = append(p.record.Reviews, x)
		return true, nil
	})
	if err != nil {
		return nil, err
	}
	if p.cardSum, err = t.need(bucketCards, idKey(p.record.Candidate.Role, candidate), &p.card); err != nil {
		return nil, err
	}
	if p.card.Sum != p.sum() {
		return nil, damaged(describe(bucketCandidates, key), errStale)
	}
	return p, nil
}

// absent says why a candidate is not found: erased, never here, or lost.
func (t *tx) absent(candidate model.ID) error {
	var stone tombstone
	if _, erased, err := t.read(bucketTombstones, idKey(candidate), &stone); err != nil {
		return err
	} else if erased {
		return missing("the candidate", "has been erased")
	}
	roles, err := t.roles()
	if err != nil {
		return err
	}
	for _, role := range roles {
		_, n, err := t.role(role.ID)
		if err != nil {
			return err
		}
		err = t.cards(role.ID, n, func(key, _ []byte) error {
			if idAt(key, 1) == candidate {
				return damaged(describe(bucketCandidates, idKey(candidate)), errGone)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return missing("the candidate", "is not in this store")
}

// Record is all that is kept of a candidate but the documents' texts. Problems: Missing.
func (s *Store) Record(candidate model.ID) (r model.Record, err error) {
	return r, s.view(func(t *tx) error {
		p, err := t.person(candidate)
		if err == nil {
			r = p.record
		}
		return err
	})
}

// Person is a candidate's record with the text of each current document and the lines in it that speak to each requirement.
type Person struct {
	Record   model.Record
	Readings []evidence.Reading // of Record.Candidate.Current(), in that order, then of those of Held
	Older    []evidence.Reading // of the versions that these documents replace
	Held     []model.Record     // whom the candidate holds: other applications of the same person
}

// Person reads all that is shown of a candidate, as it stood at one moment. What was found with another checklist or vocabulary than
// the present ones is not shown: it is looked for anew; so is what is damaged. Problems: Missing; Damaged.
func (s *Store) Person(candidate model.ID) (Person, error) {
	var whole Person
	var role model.Role
	var leaves []leaf
	err := s.view(func(t *tx) error {
		p, err := t.person(candidate)
		if err != nil {
			return err
		}
		whole.Record = p.record
		if role, _, err = t.role(p.record.Candidate.Role); err != nil {
			return err
		}
		if leaves, err = t.leaves(p.record.Candidate); err != nil {
			return err
		}
		for _, id := range p.record.Candidate.Bound(model.Holds) {
			held, err := t.person(id)
			if err != nil {
				return err
			}
			whole.Held = append(whole.Held, held.record)
			more, err := t.leaves(held.record.Candidate)
			if err != nil {
				return err
			}
			leaves = append(leaves, more...)
		}
		return nil
	})
	if err != nil {
		return Person{}, err
	}
	finder := s.finder.of(role)
	for _, x := range leaves {
		if r := x.reading(finder); x.older {
			whole.Older = append(whole.Older, r)
		} else {
			whole.Readings = append(whole.Readings, r)
		}
	}
	return whole, nil
}

// text reads a record whose payload is bytes.
func (t *tx) text(bucket string, key []byte) ([]byte, bool, error) {
	record, err := t.get(bucket, key)
	if err != nil || record == nil {
		return nil, false, err
	}
	b, err := unseal(bucket, key, record)
	if err != nil {
		return nil, false, damaged(describe(bucket, key), err)
	}
	return b, true, nil
}

// lines is the lines of a text; none of an empty one.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// History is all changes of a candidate, or of a role's checklist when given a role, oldest first. Problems: Missing.
func (s *Store) History(subject model.ID) (changes []model.Change, err error) {
	return changes, s.view(func(t *tx) error {
		changes, err = t.history(subject)
		return err
	})
}

func (t *tx) history(subject model.ID) ([]model.Change, error) {
	role := subject
	n, isRole, err := t.counts(subject)
	if err != nil {
		return nil, err
	}
	way := n.Checklist
	if !isRole {
		p, err := t.person(subject)
		if err != nil {
			return nil, err
		}
		role, way = p.record.Candidate.Role, p.card.Trail
	}
	changes := make([]model.Change, way.Changes)
	return changes, t.back(role, way, func(i int, c model.Change) bool {
		changes[i] = c
		return true
	})
}

// counts is a role's counts; ok is false when there is no such role.
func (t *tx) counts(role model.ID) (n counts, ok bool, err error) {
	_, ok, err = t.read(bucketCounts, idKey(role), &n)
	return n, ok, err
}

// back calls fn with the changes of a trail, the last one first, until it says stop; i counts down to 0.
func (t *tx) back(role model.ID, way trail, fn func(i int, c model.Change) (more bool)) error {
	number := way.Last
	for i := way.Changes - 1; i >= 0; i-- {
		key := numberKey(role, number)
		var e entry
		if _, err := t.need(bucketChanges, key, &e); err != nil {
			return err
		}
		if e.Before >= number || i > 0 == (e.Before == 0) {
			return damaged(describe(bucketChanges, key), errStale)
		}
		if !fn(i, e.Change) {
			return nil
		}
		number = e.Before
	}
	return nil
}

// Change is the change of that number in a role's history. Problems: Missing when there is none, or it was of a candidate
// who has been erased.
func (s *Store) Change(role model.ID, number uint64) (c model.Change, err error) {
	return c, s.view(func(t *tx) error {
		var e entry
		_, ok, err := t.read(bucketChanges, numberKey(role, number), &e)
		if err != nil || ok {
			c = e.Change
			return err
		}
		_, n, err := t.role(role)
		if err != nil {
			return err
		}
		kept := 0
		err = t.scan(bucketChanges, idKey(role), nil, func([]byte, []byte) (bool, error) {
			kept++
			return true, nil
		})
		switch {
		case err != nil:
			return err
		case kept != n.Changes:
			return damaged(describe(bucketChanges, numberKey(role, number)), errGone)
		}
		return missing("the change", "is not in the history")
	})
}
