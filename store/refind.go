package store

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"time"

	"candid/model"
)

// errMoved says that a role is not any more what a pass over its candidates began with.
var errMoved = errors.New("the role has changed")

// How much of a pass is done in one transaction, so that others wait for it no longer than some 10 ms.
const (
	refindKeys = 16                   // documents, each a key
	refindFor  = 4 * time.Millisecond // reading them, and again writing what was found
	refindIDs  = 2000                 // candidates that are listed
)

// Refind keeps with each document of a role, older versions too, what is found in it now, where that was found with another checklist or
// with words that another version of the program knows. It begins with the candidates that first gives, in that order; nil: with any. It gives
// how many documents it looked through. It goes on where it was when it is stopped and called again, and two programs may do it at
// once. When all has been looked through already, it reads what is kept of the role, and nothing else. A read-only store is left as it
// is.
//
// Problems: Missing; Full; Damaged, with all done that could be.
func (s *Store) Refind(ctx context.Context, role model.ID, first func() []model.ID) (looked int, err error) {
	if s.readOnly {
		return 0, nil
	}
	if first == nil {
		first = func() []model.ID { return nil }
	}
	p := &pass{store: s, id: role, first: first}
	for {
		err := p.run(ctx)
		switch {
		case errors.Is(err, errMoved):
			continue
		case err == nil:
			err = p.damage
		}
		return p.looked, err
	}
}

// pass is one pass over a role's candidates.
type pass struct {
	store  *Store
	id     model.ID
	first  func() []model.ID // with whom to begin
	finder sighted
	sum    uint32     // the checksum of the role's record when the pass began
	last   uint64     // the number of the last change that the pass knows of
	todo   []model.ID // candidates to look at, the next one first
	at     int        // how many documents of that one have been looked at
	looked int        // documents
	damage error      // the first that was met
}

// run looks at everybody, then at those who sent something meanwhile, and remembers that all is done.
func (p *pass) run(ctx context.Context) error {
	if done, err := p.begin(ctx); err != nil || done {
		return err
	}
	for {
		for len(p.todo) > 0 {
			stale, err := p.gather(ctx)
			if err != nil {
				return err
			}
			if err := p.look(ctx, stale); err != nil {
				return err
			}
		}
		if done, err := p.end(ctx); err != nil || done {
			return err
		}
	}
}

// begin finds out whether there is anything to do, and lists whom to look at.
func (p *pass) begin(ctx context.Context) (done bool, err error) {
	var role model.Role
	var n counts
	err = p.store.kv.view(ctx, func(t *tx) error {
		role, n, err = t.role(p.id)
		return err
	})
	if err != nil {
		return false, err
	}
	p.finder, p.sum, p.last, p.damage, p.at = p.store.finder.of(role), n.Role, n.Last, nil, 0
	if n.Found == p.finder.print {
		return true, nil
	}
	everybody, err := p.list(ctx)
	if err != nil {
		return false, err
	}
	p.todo = nil
	for _, id := range p.first() {
		if everybody[id] {
			p.todo = append(p.todo, id)
			delete(everybody, id)
		}
	}
	rest := len(p.todo)
	for id := range everybody {
		p.todo = append(p.todo, id)
	}
	slices.SortFunc(p.todo[rest:], func(a, b model.ID) int { return bytes.Compare(a[:], b[:]) })
	return false, nil
}

// list is all candidates of the role.
func (p *pass) list(ctx context.Context) (map[model.ID]bool, error) {
	everybody := map[model.ID]bool{}
	var from []byte
	for {
		n := 0
		err := p.store.kv.view(ctx, func(t *tx) error {
			return t.scan(bucketCards, idKey(p.id), from, func(key, _ []byte) (bool, error) {
				everybody[idAt(key, 1)] = true
				from = append(key, 0)
				n++
				return n < refindIDs, nil
			})
		})
		if err != nil || n < refindIDs {
			return everybody, err
		}
	}
}

// gather takes documents off the list and gives those that were looked through with another finder, each text with it.
func (p *pass) gather(ctx context.Context) (stale []leaf, err error) {
	return stale, p.store.kv.view(ctx, func(t *tx) error {
		for start := time.Now(); len(p.todo) > 0; p.todo, p.at = p.todo[1:], 0 {
			var c model.Candidate
			if _, _, err := t.read(bucketCandidates, idKey(p.todo[0]), &c); err != nil { // none of one who is there no more
				if err := p.note(err); err != nil {
					return err
				}
				continue
			}
			for p.at < len(c.Documents) {
				x, isStale, err := p.leaf(t, c.ID, c.Documents[p.at])
				if err := p.note(err); err != nil {
					return err
				}
				if isStale {
					stale = append(stale, x)
				}
				if p.at++; len(stale) >= refindKeys || time.Since(start) > refindFor {
					return nil
				}
			}
		}
		return nil
	})
}

// note remembers damage, which does not end the pass; any other error it gives back.
func (p *pass) note(err error) error {
	if !model.Is(err, model.Damaged) {
		return err
	}
	if p.damage == nil {
		p.damage = err
	}
	return nil
}

// leaf is a document with its text, unless it was looked through with the pass's finder. A record of what was found that cannot be
// read is as good as none.
func (p *pass) leaf(t *tx, candidate model.ID, d model.Document) (x leaf, isStale bool, err error) {
	key := idKey(candidate, d.ID)
	record, err := t.get(bucketEvidence, key)
	if err != nil {
		return x, false, err
	}
	var before struct {
		With string `cbor:"2,keyasint"` // of a found, which need not be read whole
	}
	if record != nil && unpack(bucketEvidence, key, record, &before) == nil && before.With == p.finder.print {
		return x, false, nil
	}
	x = leaf{candidate: candidate, document: d}
	text, ok, err := t.text(bucketTexts, key)
	if err == nil && !ok {
		err = damaged(describe(bucketTexts, key), errGone)
	}
	x.text = text
	return x, err == nil, err
}

// look looks through documents and keeps what it finds.
func (p *pass) look(ctx context.Context, stale []leaf) error {
	packed := make([]squeezed, len(stale))
	for i, x := range stale {
		if ctx.Err() != nil {
			return problem(p.store.kv.path, ctx.Err())
		}
		b, err := encoder.Marshal(p.finder.look(x.document, lines(string(x.text))))
		if err != nil {
			return problem(x.document.Name, err)
		}
		packed[i] = squeeze(b)
	}
	for len(stale) > 0 {
		n, err := p.keep(ctx, stale, packed)
		if err != nil {
			return err
		}
		p.looked += n
		stale, packed = stale[n:], packed[n:]
	}
	return nil
}

// keep writes what was found in documents, of as many as there is time for, and gives their number.
func (p *pass) keep(ctx context.Context, stale []leaf, packed []squeezed) (n int, err error) {
	return n, p.store.update(ctx, func(t *tx) error {
		_, count, err := p.role(t)
		if err != nil {
			return err
		}
		if count.Found != "" { // from here on several finders have looked
			count.Found = ""
			if _, err := t.write(bucketCounts, idKey(p.id), count); err != nil {
				return err
			}
		}
		for start := time.Now(); n < len(stale) && n < refindKeys && (n == 0 || time.Since(start) < refindFor); n++ {
			key := idKey(stale[n].candidate, stale[n].document.ID)
			if text, err := t.get(bucketTexts, key); err != nil {
				return err
			} else if text == nil {
				continue // erased meanwhile
			}
			record, err := seal(bucketEvidence, key, packed[n].flags, packed[n].bytes)
			if err != nil {
				return &model.Problem{Kind: model.Refused, Subject: describe(bucketEvidence, key), What: "cannot be kept", Err: err}
			}
			if err := t.put(bucketEvidence, key, record); err != nil {
				return err
			}
		}
		return nil
	})
}

// role is the role of the pass and its counts; errMoved when it is not as it was.
func (p *pass) role(t *tx) (model.Role, counts, error) {
	role, n, err := t.role(p.id)
	if err == nil && n.Role != p.sum {
		err = errMoved
	}
	return role, n, err
}

// end remembers that all documents have been looked through. When some came in since the pass began, it puts whose they are on the list
// instead.
func (p *pass) end(ctx context.Context) (done bool, err error) {
	var n counts
	err = p.store.kv.view(ctx, func(t *tx) error {
		if _, n, err = p.role(t); err != nil {
			return err
		}
		return p.meanwhile(t, n)
	})
	if err != nil || len(p.todo) > 0 || p.last < n.Last {
		return false, err
	}
	if p.damage != nil || n.Found == p.finder.print {
		return true, nil
	}
	err = p.store.update(ctx, func(t *tx) error {
		if _, n, err = p.role(t); err != nil {
			return err
		}
		if n.Last != p.last {
			return nil
		}
		done, n.Found = true, p.finder.print
		_, err := t.write(bucketCounts, idKey(p.id), n)
		return err
	})
	return done, err
}

// meanwhile puts on the list who sent something since the last change that the pass knows of.
func (p *pass) meanwhile(t *tx, n counts) error {
	read := 0
	err := t.scan(bucketChanges, idKey(p.id), numberKey(p.id, p.last+1), func(key, record []byte) (bool, error) {
		var e entry
		if err := unpack(bucketChanges, key, record, &e); err != nil {
			return false, damaged(describe(bucketChanges, key), err)
		}
		p.last = e.Change.Number
		if e.Change.Facet == model.FacetDocuments {
			p.todo = append(p.todo, e.Change.Candidate)
		}
		read++
		return read < refindKeys, nil
	})
	if err == nil && read < refindKeys {
		p.last = n.Last // the last numbers may be of what was erased
	}
	return err
}
