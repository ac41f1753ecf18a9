package store

import (
	"context"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"candid/model"
)

// fold is s as names and addresses are compared: without regard to case, form or surplus white space.
func fold(s string) string {
	return strings.Join(strings.Fields(norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))), " ")
}

// AddReviewer makes a reviewer of that name. Problems: Refused when the name is empty or taken.
func (s *Store) AddReviewer(name string) (model.Reviewer, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return model.Reviewer{}, &model.Problem{Kind: model.Refused, Subject: "the reviewer", What: "has no name"}
	}
	id, err := s.newID()
	if err != nil {
		return model.Reviewer{}, problem(s.kv.path, err)
	}
	reviewer := model.Reviewer{ID: id, Name: name}
	return reviewer, s.update(context.Background(), func(t *tx) error {
		known, err := t.reviewers()
		if err != nil {
			return err
		}
		for _, r := range known {
			if fold(r.Name) == fold(name) {
				return &model.Problem{Kind: model.Refused, Subject: name, What: "is a reviewer already", Next: "use another name, or --as " + r.Name}
			}
		}
		var all totals
		if _, err := t.need(bucketMeta, metaTotals, &all); err != nil {
			return err
		}
		sum, err := t.write(bucketReviewers, idKey(id), reviewer)
		if err != nil {
			return err
		}
		all.Reviewers++
		all.Sum += uint64(sum)
		_, err = t.write(bucketMeta, metaTotals, all)
		return err
	})
}

// reviewers is all reviewers in the order they came, those of one millisecond in any.
func (t *tx) reviewers() ([]model.Reviewer, error) {
	var all []model.Reviewer
	var sum uint64
	err := t.scan(bucketReviewers, nil, nil, func(key, record []byte) (bool, error) {
		var r model.Reviewer
		if err := unpack(bucketReviewers, key, record, &r); err != nil {
			return false, damaged(describe(bucketReviewers, key), err)
		}
		sum += uint64(sumOf(record))
		all = append(all, r)
		return true, nil
	})
	if err != nil {
		return nil, err
	}
	var should totals
	if _, err := t.need(bucketMeta, metaTotals, &should); err != nil {
		return nil, err
	}
	if should.Reviewers != len(all) || should.Sum != sum {
		return nil, damaged("the list of reviewers", errStale)
	}
	return all, nil
}

// Reviewers is all reviewers in the order they came, those of one millisecond in any.
func (s *Store) Reviewers() (all []model.Reviewer, err error) {
	return all, s.view(func(t *tx) error {
		all, err = t.reviewers()
		return err
	})
}

// ReviewerByName finds a reviewer; case does not matter. Problems: Missing.
func (s *Store) ReviewerByName(name string) (model.Reviewer, error) {
	all, err := s.Reviewers()
	if err != nil {
		return model.Reviewer{}, err
	}
	for _, r := range all {
		if fold(r.Name) == fold(name) {
			return r, nil
		}
	}
	return model.Reviewer{}, missing(name, "is no reviewer of this store")
}

func (s *Store) loginKey(login string) []byte {
	return append([]byte("login"), s.mac("login", []byte(login))...)
}

// Login is the reviewer that the operating system's user of that name was last; false when they were none yet.
func (s *Store) Login(login string) (who model.Reviewer, known bool, err error) {
	return who, known, s.view(func(t *tx) error {
		var id model.ID
		_, ok, err := t.read(bucketState, s.loginKey(login), &id)
		if err != nil || !ok {
			return err
		}
		_, known, err = t.read(bucketReviewers, idKey(id), &who)
		return err
	})
}

// SetLogin remembers which reviewer an operating system's user is. The name itself is not kept.
func (s *Store) SetLogin(login string, reviewer model.ID) error {
	return s.update(context.Background(), func(t *tx) error {
		_, err := t.write(bucketState, s.loginKey(login), reviewer)
		return err
	})
}

func placeKey(reviewer model.ID) []byte { return append([]byte("place"), idKey(reviewer)...) }

// Place is where the reviewer stood when they left; the zero Place when that is not known.
func (s *Store) Place(reviewer model.ID) (place model.Place, err error) {
	return place, s.view(func(t *tx) error {
		_, _, err := t.read(bucketState, placeKey(reviewer), &place)
		return err
	})
}

// SetPlace remembers where the reviewer stands.
func (s *Store) SetPlace(reviewer model.ID, place model.Place) error {
	return s.update(context.Background(), func(t *tx) error {
		_, err := t.write(bucketState, placeKey(reviewer), place)
		return err
	})
}
