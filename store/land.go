package store

import (
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"slices"

	"candid/model"
)

// errUnprepared says that between looking and landing somebody else changed what is new.
var errUnprepared = errors.New("not prepared")

// land writes an arrival in one transaction, and gives what became of it and the number of the last change.
func (s *Store) land(ctx context.Context, role model.ID, in *arrival, by model.ID) (added Added, last uint64, err error) {
	seed, err := s.randomBytes(16)
	if err != nil {
		return Added{}, 0, problem(s.kv.path, err)
	}
	err = s.update(ctx, func(t *tx) error {
		v, err := s.judge(t, role, in)
		if err != nil {
			return err
		}
		added = Added{Result: v.result, Candidate: v.known.Candidate}
		if v.result == ResultUnchanged {
			return nil
		}
		if slices.ContainsFunc(v.fresh, func(i int) bool { return !in.papers[i].prepared }) {
			return errUnprepared
		}
		l, err := t.ledger(role)
		if err != nil {
			return err
		}
		if v.result == ResultAdded {
			if err := s.enter(l, in, seed); err != nil {
				return err
			}
			v.known = l.people[in.candidate.ID].record
		}
		changed, err := s.receive(l, v.known, in, v.fresh, by)
		if err != nil {
			return err
		}
		added.Candidate, last = changed.Candidate, l.counts.Last
		return l.close()
	})
	return added, last, err
}

// enter makes the new candidate, with an alias of their own and no documents yet.
func (s *Store) enter(l *ledger, in *arrival, seed []byte) error {
	c := in.candidate
	c.Role = l.role.ID
	random := rand.New(rand.NewPCG(binary.LittleEndian.Uint64(seed), binary.LittleEndian.Uint64(seed[8:])))
	var failed error
	c.Alias = model.NewAlias(random, func(alias string) bool {
		taken, err := l.t.get(bucketSame, sameKey(l.role.ID, s.mac("alias", []byte(alias))))
		if err != nil {
			failed = err
			return false
		}
		return taken != nil
	})
	if failed != nil {
		return failed
	}
	p := &person{record: model.Record{Candidate: c}, reviews: map[model.ID]uint32{}}
	l.people[c.ID], l.order = p, append(l.order, c.ID)
	l.counts.Candidates++
	if err := l.same(s.mac("alias", []byte(c.Alias)), c.ID); err != nil {
		return err
	}
	if in.person != nil {
		if err := l.same(in.person, c.ID); err != nil {
			return err
		}
	}
	return l.writeCandidate(p)
}

// receive gives a candidate the new papers, and what they have not told before.
func (s *Store) receive(l *ledger, r model.Record, in *arrival, fresh []int, by model.ID) (model.Record, error) {
	id := r.Candidate.ID
	documents := slices.Clone(r.Candidate.Documents)
	for _, i := range fresh {
		p := in.papers[i]
		p.document.Replaces = replaced(r.Candidate.Current(), in.papers, p.document)
		documents = append(documents, p.document)
		if err := l.writePaper(id, p); err != nil {
			return r, err
		}
	}
	change := r.Change(by, s.at(), model.FacetDocuments, 0, model.State{Documents: documents})
	if _, err := l.apply(change); err != nil {
		return r, err
	}
	p := l.people[id]
	if before := p.record.State(model.FacetContacts, by, 0); before.Contacts != nil {
		after := filled(*before.Contacts, in.candidate)
		change := p.record.Change(by, s.at(), model.FacetContacts, 0, model.State{Contacts: &after})
		if !change.Before.Equal(change.After) {
			if _, err := l.apply(change); err != nil {
				return r, err
			}
		}
	}
	if c := &p.record.Candidate; len(in.candidate.Answers) > 0 && !slices.Equal(c.Answers, in.candidate.Answers) {
		c.Answers = in.candidate.Answers
		if err := l.writeCandidate(p); err != nil {
			return r, err
		}
	}
	return p.record, nil
}

// replaced is the document that d is a newer version of: the one of its kind and name, or the only one of a kind that people send once.
func replaced(current []model.Document, papers []paper, d model.Document) model.ID {
	var only model.ID
	ofKind, sent := 0, 0
	for _, old := range current {
		if old.Kind != d.Kind {
			continue
		}
		if old.Name == d.Name {
			return old.ID
		}
		only = old.ID
		ofKind++
	}
	for _, p := range papers {
		if p.document.Kind == d.Kind {
			sent++
		}
	}
	if d.Kind != model.OtherDocument && ofKind == 1 && sent == 1 {
		return only
	}
	return model.ID{}
}

// filled is the contacts with what was not known before.
func filled(c model.Contacts, from model.Candidate) model.Contacts {
	for _, f := range []struct {
		to   *string
		from string
	}{{&c.Name, from.Name}, {&c.Email, from.Email}, {&c.Phone, from.Phone}, {&c.Location, from.Location}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	links := slices.Clone(c.Links)
	for _, link := range from.Links {
		if !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	c.Links = links
	return c
}

// writePaper keeps a document's text, what was found in it, and by which bytes it is known again.
func (l *ledger) writePaper(candidate model.ID, p paper) error {
	for _, part := range []struct {
		bucket  string
		key     []byte
		payload []byte
	}{
		{bucketTexts, idKey(candidate, p.document.ID), []byte(p.text)},
		{bucketEvidence, evidenceKey(candidate, p.document.ID, p.version), p.found},
	} {
		record, err := packBytes(part.bucket, part.key, part.payload)
		if err != nil {
			return &model.Problem{Kind: model.Refused, Subject: p.document.Name, What: "cannot be kept", Err: err}
		}
		if err := l.t.put(part.bucket, part.key, record); err != nil {
			return err
		}
	}
	return l.same(p.same, candidate)
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
