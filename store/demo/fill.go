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

// Filled is a store with the demo in it.
type Filled struct {
	You  model.Reviewer // whom the viewer plays
	Role model.Role
	from *filler
}

// Fill puts the demo into a store, as if it had come in and been judged over the three weeks before now: the applicants who
// sent text. The others come with Follow. Problems: Refused, with nothing changed, when the demo is in the store already; the store's own.
func Fill(ctx context.Context, s *store.Store, now time.Time) (Filled, error) {
	f := filler{ctx: ctx, store: s, now: now, panel: map[string]model.Reviewer{}, people: map[string]*applicant{}}
	if err := f.fill(); err != nil {
		return Filled{}, problem(err)
	}
	return Filled{You: f.panel[reviewers[0].word], Role: f.role, from: &f}, nil
}

// Follow brings in the applicants whose resumes are PDF or DOCX, one after the other. They are read in processes of their own,
// which takes longer to begin than somebody wants to look at an empty screen. It ends early when ctx does.
func (d Filled) Follow(ctx context.Context) error {
	f := *d.from
	f.ctx = ctx
	err := readAll(ctx, later(), func(p person, sent model.Application) error {
		_, err := f.keep(p, sent)
		return err
	})
	if ctx.Err() != nil {
		return nil
	}
	return problem(err)
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
		if !p.later() {
			turn <- p
		}
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
	var a *applicant
	err := readAll(f.ctx, []person{p}, func(p person, sent model.Application) (err error) {
		a, err = f.keep(p, sent)
		return err
	})
	return a, err
}

// keep adds an application that was read.
func (f *filler) keep(p person, sent model.Application) (*applicant, error) {
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
