package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"candid/model"
)

// migrations bring a store from the schema of their number to the next, in the same transaction.
var migrations = map[int]func(*Store, *tx) error{
	1: func(_ *Store, t *tx) error { return linkChanges(t) },
	2: (*Store).showSigns,
	3: func(_ *Store, t *tx) error { return dropFound(t) },
}

// migrate lays a copy of the file beside it and then brings it to the present schema, in one transaction.
func (s *Store) migrate(ctx context.Context, version int) error {
	leave, err := s.kv.turn.enter(ctx, true)
	if err != nil {
		return problem(s.kv.path, err)
	}
	defer leave()
	err = s.kv.read(func(t *tx) (err error) {
		version, _, err = s.readMeta(t) // another program may have been faster
		return err
	})
	if err != nil || version >= schema {
		return err
	}
	if err := s.layBeside(version); err != nil {
		return err
	}
	return s.kv.write(func(t *tx) error {
		for v := version; v < schema; v++ {
			step := migrations[v]
			if step == nil {
				return damaged(s.kv.path, fmt.Errorf("there is no schema %d", v))
			}
			if err := step(s, t); err != nil {
				return err
			}
		}
		_, err := t.write(bucketMeta, metaSchema, schema)
		return err
	})
}

// besides is the names of the copies that migrating has laid beside the store.
func (s *Store) besides() ([]string, error) { return filepath.Glob(globQuote(s.kv.path) + ".schema*") }

// globQuote is path as a pattern that matches it alone.
func globQuote(path string) string {
	var quoted []rune
	for _, r := range path {
		if os.PathSeparator != '\\' && (r == '*' || r == '?' || r == '[' || r == '\\') {
			quoted = append(quoted, '\\')
		}
		quoted = append(quoted, r)
	}
	return string(quoted)
}

// layBeside copies the file before it is migrated, never over something. The caller's turn it is.
func (s *Store) layBeside(version int) error {
	for n := 1; ; n++ {
		beside := fmt.Sprintf("%s.schema%d", s.kv.path, version)
		if n > 1 {
			beside = fmt.Sprintf("%s-%d", beside, n)
		}
		_, err := copyFile(s.kv.path, beside)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			err = errors.Join(syncFile(beside), syncFolder(filepath.Dir(beside)))
		}
		if err != nil {
			return problem(beside, err)
		}
		return nil
	}
}

// linkChanges is schema 2: each change names the one of the same candidate or checklist before it, and the card the last one, so
// that a candidate's history is found without reading the role's.
func linkChanges(t *tx) error {
	var ids []model.ID
	err := t.scan(bucketCounts, nil, nil, func(key, _ []byte) (bool, error) {
		ids = append(ids, idAt(key, 0))
		return true, nil
	})
	if err != nil {
		return err
	}
	for _, id := range ids {
		l, err := t.ledger(id)
		if err != nil {
			return err
		}
		var changes []model.Change
		err = t.scan(bucketChanges, idKey(id), nil, func(key, record []byte) (bool, error) {
			var c model.Change
			if err := unpack(bucketChanges, key, record, &c); err != nil {
				return false, damaged(describe(bucketChanges, key), err)
			}
			changes = append(changes, c)
			return true, nil
		})
		if err != nil {
			return err
		}
		for _, c := range changes {
			if err := l.link(c); err != nil {
				return err
			}
		}
		if err := l.close(); err != nil {
			return err
		}
	}
	return nil
}

// link puts a change of the first schema at the end of its trail.
func (l *ledger) link(c model.Change) error {
	way := &l.counts.Checklist
	if !c.Candidate.IsZero() {
		p, err := l.person(c.Candidate)
		if err != nil {
			return err
		}
		way, p.touched = &p.card.Trail, true
	}
	_, err := l.t.write(bucketChanges, numberKey(l.role.ID, c.Number), entry{Change: c, Before: way.Last})
	way.Changes++
	way.Last = c.Number
	return err
}

// showSigns is schema 3: candidates show their addresses and telephone numbers, by which they may be the same as another, and documents
// say whether they came in beside others of their kind.
func (s *Store) showSigns(t *tx) error {
	var keys [][]byte
	err := t.scan(bucketCards, nil, nil, func(key, _ []byte) (bool, error) {
		keys = append(keys, key)
		return true, nil
	})
	if err != nil {
		return err
	}
	ledgers := map[model.ID]*ledger{}
	for _, key := range keys {
		role, id := idAt(key, 0), idAt(key, 1)
		l := ledgers[role]
		if l == nil {
			if l, err = t.ledger(role); err != nil {
				return err
			}
			ledgers[role] = l
		}
		p, err := l.person(id)
		if err != nil {
			return err
		}
		p.record.Candidate = beside(p.record.Candidate)
		if err := l.writeCandidate(p); err != nil {
			return err
		}
		for _, x := range s.signs(p.record.Candidate) {
			if err := l.show(id, x); err != nil {
				return err
			}
		}
	}
	for _, l := range ledgers {
		if err := l.close(); err != nil {
			return err
		}
	}
	return nil
}

// dropFound is schema 4: what was found in documents is statements, not lines, and kept once for each. It is made again from the texts.
func dropFound(t *tx) error {
	var keys [][]byte
	err := t.scan(bucketEvidence, nil, nil, func(key, _ []byte) (bool, error) {
		keys = append(keys, slices.Clone(key))
		return true, nil
	})
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := t.delete(bucketEvidence, key); err != nil {
			return err
		}
	}
	return nil
}

// beside marks a candidate's documents of which several of a kind are current: they came in together.
func beside(c model.Candidate) model.Candidate {
	of := map[model.DocumentKind]int{}
	for _, d := range c.Current() {
		of[d.Kind]++
	}
	c.Documents = slices.Clone(c.Documents)
	for i := range c.Documents {
		c.Documents[i].Beside = of[c.Documents[i].Kind] > 1
	}
	return c
}
