package demo

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"candid/model"
	"candid/model/posting"
	"candid/store"
)

// roleAge is how many days before now the role was opened.
const roleAge = 21

// hands is how many applications are brought in at once: most of that time is spent waiting for the disk.
const hands = 4

// Fill puts the demo into a store, as if it had come in and been judged over the three weeks before now. It gives the reviewer
// whom the viewer plays, and the role. Problems: Refused, with nothing changed, when the demo is in the store already; the store's own.
func Fill(ctx context.Context, s *store.Store, now time.Time) (you model.Reviewer, role model.Role, err error) {
	f := filler{ctx: ctx, store: s, now: now, panel: map[string]model.Reviewer{}, people: map[string]*applicant{}}
	if err := f.fill(); err != nil {
		return you, role, problem(err)
	}
	return f.panel[reviewers[0].word], f.role, nil
}

// problem makes an error of the demo's own data, which only a mistake in it can cause, into a Problem.
func problem(err error) error {
	if err == nil || model.KindOf(err) != model.Failed {
		return err
	}
	return &model.Problem{Kind: model.Failed, Subject: "the demo", What: "cannot be laid out", Err: err}
}

// filler is one filling of a store.
type filler struct {
	ctx    context.Context
	store  *store.Store
	now    time.Time
	role   model.Role
	panel  map[string]model.Reviewer // by the word of reviews.txt
	people map[string]*applicant     // by slug
}

// applicant is a candidate as kept, with what they wrote.
type applicant struct {
	record model.Record
	texts  map[model.ID]string // by document
}

// at runs fn on the same store with its clock set back by so many days: what came in last week must say so.
func (f *filler) at(days int, fn func(*store.Store) error) error {
	then := f.now.AddDate(0, 0, -days)
	s, err := store.Open(f.store.Path(), store.Options{Now: func() time.Time { return then }})
	if err != nil {
		return err
	}
	return errors.Join(fn(s), s.Close())
}

func (f *filler) fill() error {
	sample, err := posting.Parse(posting.Sample())
	if err != nil {
		return err
	}
	err = f.at(roleAge, func(s *store.Store) error {
		for _, r := range reviewers {
			if f.panel[r.word], err = s.AddReviewer(r.name); err != nil {
				return err
			}
		}
		f.role, err = s.AddRole(sample.Role)
		return err
	})
	if err != nil {
		return err
	}
	if err := f.addAll(); err != nil {
		return err
	}
	return f.judge()
}

// addAll brings in the applications.
func (f *filler) addAll() error {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var failed error
	turn := make(chan person, len(people))
	for _, p := range people {
		turn <- p
	}
	close(turn)
	for range hands {
		wg.Go(func() {
			for p := range turn {
				a, err := f.add(p)
				mu.Lock()
				f.people[p.slug], failed = a, cmp.Or(failed, err)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return failed
}

// add brings in one application on the day it came.
func (f *filler) add(p person) (*applicant, error) {
	sent, err := p.read(f.ctx)
	if err != nil {
		return nil, err
	}
	a := &applicant{texts: map[model.ID]string{}}
	return a, f.at(p.applied, func(s *store.Store) error {
		added, err := s.Add(f.ctx, f.role.ID, p.came(sent), f.panel["ana"].ID)
		if err != nil {
			return err
		}
		if added.Result != store.ResultAdded {
			return fmt.Errorf("%s: %s %s", p.slug, added.Result, added.Why)
		}
		a.record.Candidate = added.Candidate
		for i, d := range added.Candidate.Documents {
			a.texts[d.ID] = sent.Documents[i].Text
		}
		return nil
	})
}

// judge makes the changes that reviews.txt tells of, in the order of time.
func (f *filler) judge() error {
	all, err := readJudged(reviewsText)
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b judged) int { return a.begun(f.now).Compare(b.begun(f.now)) })
	var changes []model.Change
	for _, j := range all {
		made, err := f.entry(j)
		if err != nil {
			return err
		}
		changes = append(changes, made...)
	}
	slices.SortStableFunc(changes, func(a, b model.Change) int { return cmp.Compare(a.At, b.At) })
	for batch := range slices.Chunk(changes, store.MaxChanges) {
		if _, _, err := f.store.Apply(f.ctx, f.role.ID, batch...); err != nil {
			return err
		}
	}
	return nil
}

// entry gives the changes of one entry of reviews.txt, after its reviewer has opened the application.
func (f *filler) entry(j judged) ([]model.Change, error) {
	p, by := f.people[j.slug], f.panel[j.by].ID
	if p == nil || by.IsZero() {
		return nil, fmt.Errorf("reviews.txt: %s or %s is not known", j.slug, j.by)
	}
	at := j.begun(f.now)
	if review := p.record.Review(by); review.Opened == 0 {
		review.Opened = model.At(at.Add(-pace))
		p.record = p.record.WithReview(review)
		if err := f.store.MarkOpened(f.ctx, p.record.Candidate.ID, by, review.Opened); err != nil {
			return nil, err
		}
	}
	sitting, err := model.NewID(at, rand.Reader)
	if err != nil {
		return nil, err
	}
	a := acts{role: f.role, record: p.record, by: by, sitting: sitting, at: at}
	a.judge(j, p.texts)
	p.record = a.record
	return a.changes, a.err
}
