package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"candid/model"
)

// Report is what Check found.
type Report struct {
	Roles, Candidates, Reviews, Documents, Changes int       // how many there are
	Findings                                       []Finding // nothing when the store is whole
	Swept                                          int       // files that nobody named and that are gone now
}

// Finding is one thing that is wrong.
type Finding struct {
	Subject string // what it is about, without a person's name
	What    string
}

// String is the finding in one line.
func (f Finding) String() string { return f.Subject + ": " + f.What }

// sweepAfter is how old a file that nobody names must be before it is swept: an import writes its files first.
const sweepAfter = 10 * time.Minute

// batch is how many records are looked at in one transaction.
const batch = 64

// Check reads every record and every original and tells what is wrong: checksums, cards that do not match their records, counts, the
// pages of the file. In a store that is not read-only it also removes the originals that no document names. It reads a few dozen
// records at a time, so that others wait no longer than some 10 ms; but while it counts what one role has, writers wait some 1 µs a
// record, and in a store that is written all the while some 2 µs a page. An error is that it could not look, not what it found.
func (s *Store) Check(ctx context.Context) (Report, error) {
	c := &checker{store: s, named: map[string]bool{}}
	if err := c.pages(ctx); err != nil {
		return c.report, err
	}
	for _, name := range buckets {
		if err := c.bucket(ctx, name); err != nil {
			return c.report, err
		}
	}
	for _, role := range c.roles {
		if err := c.counts(ctx, role); err != nil {
			return c.report, err
		}
	}
	if err := c.originals(ctx); err != nil {
		return c.report, err
	}
	return c.report, c.sweep()
}

type checker struct {
	store  *Store
	report Report
	roles  []model.ID
	papers []model.Document
	named  map[string]bool // originals that a document or a change names
}

func (c *checker) found(subject, what string) {
	c.report.Findings = append(c.report.Findings, Finding{subject, what})
}

// note takes a Problem of kind Damaged or Missing down as a finding; any other error ends the check.
func (c *checker) note(err error) error {
	var p *model.Problem
	if errors.As(err, &p) && (p.Kind == model.Damaged || p.Kind == model.Missing) {
		what := p.What
		if p.Err != nil {
			what += ": " + p.Err.Error()
		}
		c.found(p.Subject, what)
		return nil
	}
	return err
}

// pages checks the file below the records. Nobody need wait for that: what a state of the file is made of stays in place until
// the state after the next, so a walk that began and ended in the same one saw it whole.
func (c *checker) pages(ctx context.Context) error {
	for range tries {
		before := c.store.transaction()
		found, err := c.walk()
		if before != 0 && c.store.transaction() == before {
			c.report.Findings = append(c.report.Findings, found...)
			return err
		}
	}
	leave, err := c.store.kv.turn.enter(ctx, false)
	if err != nil {
		return problem(c.store.kv.path, err)
	}
	defer leave()
	found, err := c.walk()
	c.report.Findings = append(c.report.Findings, found...)
	return err
}

// tries is how often something is tried without a lock before others are made to wait for it.
const tries = 4

// walk is what is wrong with the pages.
func (c *checker) walk() ([]Finding, error) {
	var seen checker
	p, err := openPages(c.store.kv.path)
	if err != nil {
		err = seen.note(err)
		return seen.report.Findings, err
	}
	defer p.close()
	if _, err := p.whole(p.newer); err != nil {
		seen.found(c.store.kv.path, err.Error())
	}
	return seen.report.Findings, nil
}

// bucket looks at every record of a bucket, some at a time.
func (c *checker) bucket(ctx context.Context, name string) error {
	var from []byte
	for {
		n := 0
		err := c.store.kv.view(ctx, func(t *tx) error {
			return t.scan(name, nil, from, func(key, record []byte) (bool, error) {
				from = append(key, 0)
				n++
				err := c.record(t, name, key, record)
				return n < batch, c.note(err)
			})
		})
		if err := c.note(err); err != nil {
			return err
		}
		if err != nil || n < batch {
			return nil
		}
	}
}

// record looks at one record, and at what must be there because of it.
func (c *checker) record(t *tx, bucket string, key, record []byte) error {
	payload, err := unseal(bucket, key, record)
	if err != nil {
		return damaged(describe(bucket, key), err)
	}
	var value any
	switch bucket {
	case bucketTexts:
		return c.owned(t, bucket, key)
	case bucketEvidence:
		if err := c.findings(t, key); err != nil {
			return err
		}
		value = &found{}
	case bucketRoles:
		c.report.Roles++
		c.roles = append(c.roles, idAt(key, 0))
		_, _, err := t.role(idAt(key, 0))
		return err
	case bucketReviews:
		c.report.Reviews++
		return c.owned(t, bucket, key)
	case bucketCandidates:
		return c.candidate(t, idAt(key, 0))
	case bucketCards:
		value = &card{}
	case bucketSame:
		return c.known(t, key, payload)
	case bucketChanges:
		e := &entry{}
		if err := decoder.Unmarshal(payload, e); err != nil {
			return damaged(describe(bucket, key), err)
		}
		for _, d := range append(e.Change.Before.Documents, e.Change.After.Documents...) {
			c.named[d.Original] = true
		}
		c.report.Changes++
		return nil
	case bucketMeta:
		if string(key) == string(metaErasing) {
			c.found(c.store.kv.path, "somebody was erased, and their bytes may still stand in the file")
		}
		return nil
	default:
		var anything any
		value = &anything
	}
	if err := decoder.Unmarshal(payload, value); err != nil {
		return damaged(describe(bucket, key), err)
	}
	return nil
}

// owned says when a part is left of a candidate who is not there.
func (c *checker) owned(t *tx, bucket string, key []byte) error {
	whose, err := t.get(bucketCandidates, idKey(idAt(key, 0)))
	if err == nil && whose == nil {
		c.found(describe(bucket, key), "belongs to nobody")
	}
	return err
}

// findings says when what was found is of no document.
func (c *checker) findings(t *tx, key []byte) error {
	text, err := t.get(bucketTexts, key)
	if err == nil && text == nil {
		c.found(describe(bucketEvidence, key), "belongs to no document")
	}
	return err
}

// candidate checks that a record, its reviews, its card, its texts and its history agree.
func (c *checker) candidate(t *tx, id model.ID) error {
	c.report.Candidates++
	p, err := t.person(id)
	if err != nil {
		return err
	}
	should, err := encoder.Marshal(p.record.Card())
	if err != nil {
		return err
	}
	is, err := encoder.Marshal(p.card.Record)
	if err != nil {
		return err
	}
	if string(should) != string(is) {
		c.found(describe(bucketCards, idKey(p.record.Candidate.Role, id)), "does not match the record")
	}
	for _, d := range p.record.Candidate.Documents {
		c.report.Documents++
		c.papers = append(c.papers, d)
		c.named[d.Original] = true
		if text, err := t.get(bucketTexts, idKey(id, d.ID)); err != nil {
			return err
		} else if text == nil {
			return damaged(describe(bucketTexts, idKey(id)), errGone)
		}
	}
	if err := c.ties(t, p.record.Candidate); err != nil {
		return err
	}
	_, err = t.history(id)
	return err
}

// ties checks that whoever a candidate is tied to knows of it.
func (c *checker) ties(t *tx, one model.Candidate) error {
	for _, tie := range one.Ties {
		var other model.Candidate
		if _, _, err := t.read(bucketCandidates, idKey(tie.Other), &other); err != nil {
			return err
		}
		if other.Tie(one.ID) != tie.Mirror(one.ID) {
			c.found(describe(bucketCandidates, idKey(one.ID)), "is tied to another that does not know of it")
		}
	}
	return nil
}

// known checks that a mark or sign leads to somebody.
func (c *checker) known(t *tx, key, payload []byte) error {
	var owner model.ID
	if err := decoder.Unmarshal(payload, &owner); err != nil {
		return damaged(describe(bucketSame, key), err)
	}
	whose, err := t.get(bucketCandidates, idKey(owner))
	if err == nil && whose == nil {
		c.found("a mark to know people by", "belongs to nobody")
	}
	return err
}

// counts checks that a role has all it should have.
func (c *checker) counts(ctx context.Context, role model.ID) error {
	err := c.store.kv.view(ctx, func(t *tx) error {
		_, n, err := t.role(role)
		if err != nil {
			return err
		}
		held := 0
		err = t.cards(role, n, func(key, record []byte) error {
			var one card
			if unpack(bucketCards, key, record, &one) == nil { // else that was found already
				held += hidden(one.Record)
			}
			return nil
		})
		if err := c.note(err); err != nil {
			return err
		}
		if err == nil && held != n.Held {
			c.found("role "+role.Random(), fmt.Sprintf("has %d candidates held by others and should have %d", held, n.Held))
		}
		for _, of := range []struct {
			bucket, what string
			should       int
		}{{bucketChanges, "changes", n.Changes}, {bucketSame, "marks to know people by", n.Same}} {
			is, last := 0, uint64(0)
			err := t.scan(of.bucket, idKey(role), nil, func(key, _ []byte) (bool, error) {
				is++
				last = numberAt(key)
				return true, nil
			})
			if err != nil {
				return err
			}
			if is != of.should {
				c.found("role "+role.Random(), fmt.Sprintf("has %d %s and should have %d", is, of.what, of.should))
			}
			if of.bucket == bucketChanges && last > n.Last {
				c.found("role "+role.Random(), fmt.Sprintf("has change %d, though %d is said to be the last", last, n.Last))
			}
		}
		return nil
	})
	return c.note(err)
}

// originals reads every original that a document names.
func (c *checker) originals(ctx context.Context) error {
	for _, d := range c.papers {
		if err := ctx.Err(); err != nil {
			return problem(c.store.kv.path, err)
		}
		if d.Original == "" {
			continue
		}
		d.Name = "the original of document " + d.ID.Random()
		if _, err := c.store.Original(d); err != nil {
			if err := c.note(err); err != nil {
				return err
			}
		}
	}
	return nil
}

// sweep removes the originals that nothing names. When something is damaged it does not: what names them may only be unreadable.
func (c *checker) sweep() error {
	if c.store.readOnly || len(c.report.Findings) > 0 {
		return nil
	}
	entries, err := os.ReadDir(c.store.files)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return problem(c.store.files, err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !isOriginalName(e.Name()) || c.named[e.Name()] || time.Since(info.ModTime()) < sweepAfter {
			continue
		}
		if err := shred(filepath.Join(c.store.files, e.Name())); err != nil {
			return problem(c.store.files, err)
		}
		c.report.Swept++
	}
	return nil
}
