package store

import (
	"context"
	"slices"
	"time"

	"candid/model"
	"candid/model/search"
)

// How much is read in one transaction, so that whoever writes waits for it no longer than some 5 ms.
const (
	textsOnce = 256                  // candidates
	textsFor  = 4 * time.Millisecond // reading them
)

// Texts calls fn with the text of all that a candidate of the role shows, ready to be searched: of each current document, and of
// those of other applications of the same person that are joined to theirs; none of what a person does not see on the page. It is
// called for each of ids that is there and in no other's place, in that order; nil: for all of the role, in any order. It is called
// with a batch that was read at one moment, while nothing of the store is locked: what changes meanwhile is known by the changes that
// the store tells. What is damaged is left out and told at the end, with all else done.
//
// Problems: Missing, when all of a role are asked for that is not there; Damaged.
func (s *Store) Texts(ctx context.Context, role model.ID, ids []model.ID, fn func(candidate model.ID, text search.Text)) error {
	r := textReader{store: s, role: role, left: ids}
	if ids == nil {
		if err := r.everybody(ctx); err != nil {
			return err
		}
	}
	for len(r.left) > 0 {
		found, err := r.gather(ctx)
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return problem(s.kv.path, err)
		}
		texts, damages := make([]search.Text, len(found)), make([]error, len(found))
		_ = inParallel(len(found), 8, func(i int) error {
			texts[i], damages[i] = found[i].ready()
			return nil
		})
		for i, x := range found {
			if damages[i] != nil && r.damage == nil {
				r.damage = damages[i]
			}
			fn(x.candidate, texts[i])
		}
	}
	return r.damage
}

// textReader is one reading of texts.
type textReader struct {
	store  *Store
	role   model.ID
	left   []model.ID // candidates to read, the next one first
	damage error      // the first that was met
}

// sheaf is a candidate's current documents as they are kept.
type sheaf struct {
	candidate model.ID
	sheets    []sheet
}

type sheet struct {
	key, record []byte
	aside       int // how many lines at its end nobody sees
}

// everybody puts all candidates of the role on the list.
func (r *textReader) everybody(ctx context.Context) error {
	err := r.store.kv.view(ctx, func(t *tx) error {
		_, _, err := t.role(r.role)
		return err
	})
	if err != nil {
		return err
	}
	p := pass{store: r.store, id: r.role}
	all, err := p.list(ctx)
	for id := range all {
		r.left = append(r.left, id)
	}
	slices.SortFunc(r.left, func(a, b model.ID) int { return slices.Compare(a[:], b[:]) })
	return err
}

// gather takes candidates off the list, and reads their documents as they are kept.
func (r *textReader) gather(ctx context.Context) (found []sheaf, err error) {
	return found, r.store.kv.view(ctx, func(t *tx) error {
		for start := time.Now(); len(r.left) > 0 && len(found) < textsOnce && time.Since(start) < textsFor; r.left = r.left[1:] {
			x := sheaf{candidate: r.left[0]}
			var c model.Candidate
			_, ok, err := t.read(bucketCandidates, idKey(x.candidate), &c)
			if err := r.note(err); err != nil {
				return err
			}
			if !ok || c.Role != r.role || c.Hidden() {
				continue
			}
			if err := r.sheets(t, &x, c); err != nil {
				return err
			}
			for _, id := range c.Bound(model.Holds) {
				var held model.Candidate
				_, _, err := t.read(bucketCandidates, idKey(id), &held)
				if err := r.note(err); err != nil {
					return err
				}
				if err := r.sheets(t, &x, held); err != nil {
					return err
				}
			}
			found = append(found, x)
		}
		return nil
	})
}

// sheets adds a candidate's current documents to x.
func (r *textReader) sheets(t *tx, x *sheaf, c model.Candidate) error {
	for _, d := range c.Current() {
		key := idKey(c.ID, d.ID)
		record, err := t.get(bucketTexts, key)
		if err == nil && record == nil {
			err = damaged(describe(bucketTexts, key), errGone)
		}
		if err := r.note(err); err != nil {
			return err
		}
		if err == nil {
			x.sheets = append(x.sheets, sheet{key, record, d.Aside})
		}
	}
	return nil
}

// note remembers damage, which does not end the reading; any other error it gives back.
func (r *textReader) note(err error) error {
	if !model.Is(err, model.Damaged) {
		return err
	}
	if r.damage == nil {
		r.damage = err
	}
	return nil
}

// ready is the texts of a sheaf, made ready. Damaged ones are left out, and the first is told.
func (x sheaf) ready() (search.Text, error) {
	var texts []string
	var damage error
	for _, s := range x.sheets {
		b, err := unseal(bucketTexts, s.key, s.record)
		if err != nil {
			if damage == nil {
				damage = damaged(describe(bucketTexts, s.key), err)
			}
			continue
		}
		texts = append(texts, string(seen(b, s.aside)))
	}
	return search.New(texts...), damage
}

// seen is a text without so many lines at its end.
func seen(text []byte, aside int) []byte {
	for ; aside > 0; aside-- {
		end := len(text)
		for end > 0 && text[end-1] != '\n' {
			end--
		}
		if end == 0 {
			return nil
		}
		text = text[:end-1]
	}
	return text
}
