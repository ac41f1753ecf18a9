package store

import (
	"context"
	"fmt"

	"candid/model"
)

// Result is what became of an application.
type Result uint8

// The results.
const (
	ResultAdded     Result = iota // a new candidate
	ResultUpdated                 // a known candidate, of whom something new came in
	ResultUnchanged               // known already
	ResultRefused                 // not taken; Added.Why says why
)

var resultNames = [...]string{"added", "updated", "unchanged", "refused"}

// String is the result in a word.
func (r Result) String() string {
	if int(r) < len(resultNames) {
		return resultNames[r]
	}
	return fmt.Sprint(uint8(r))
}

// MarshalText writes the word.
func (r Result) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// Added is what became of an application, and whose it is.
type Added struct {
	Result    Result
	Candidate model.Candidate // as kept; of a preview of somebody new, as it came in
	Why       string          // why it was refused

	Fresh []model.DocumentKind // of a known candidate: what came in that they had not sent yet, a resume for a newer version of it
	Alike []Alike              // who may be the same person, as far as that is known now
}

// Alike is somebody who may be the same person as another, and by what.
type Alike struct {
	Candidate model.ID
	Name      string
	Traits    model.Traits
}

// maxDocuments is the most documents of one application.
const maxDocuments = 20

// Add takes an application in. The same person is who sent the same resume, bears the same e-mail and name, or the same name and page on
// the web: to them what is new is added, a document in the place of the one it is a newer version of. Whoever else is a new candidate; one
// who shares an e-mail address or a telephone number with another may be the same, which people decide. By is who adds; it stands in the
// history. Nothing of it is there before all of it is. An application that cannot be taken is not an error but a Result.
//
// Problems: Missing when there is no such role; ReadOnly; Full; Damaged.
func (s *Store) Add(ctx context.Context, role model.ID, app model.Application, by model.ID) (Added, error) {
	all, err := s.AddAll(ctx, role, []model.Application{app}, by)
	if len(all) == 0 {
		return Added{}, err
	}
	return all[0], err
}

// AddAll takes applications in as Add does, one after the other, and is much faster with a few dozen at once than with each alone: they
// share the waiting for the disk. Others wait for it no longer than for one. It tells what became of each, in their order; with an
// error, of those before the one that it met: these are on the disk.
func (s *Store) AddAll(ctx context.Context, role model.ID, apps []model.Application, by model.ID) ([]Added, error) {
	all := make([]Added, len(apps))
	var waiting []*arrival
	for i, app := range apps {
		if why := refusal(app); why != "" {
			all[i] = Added{Result: ResultRefused, Candidate: app.Candidate, Why: why}
			continue
		}
		in, err := s.arrival(app)
		if err != nil {
			return all[:i], problem(s.kv.path, err)
		}
		in.at = i
		waiting = append(waiting, in)
	}
	if s.readOnly {
		return nil, s.update(ctx, nil)
	}
	for len(waiting) > 0 {
		first := waiting[0].at
		of, rest, err := s.sift(ctx, role, waiting, all)
		if err != nil {
			return all[:first], err
		}
		if err := s.prepare(rest, of); err != nil {
			return all[:first], err
		}
		waiting, err = s.land(ctx, role, rest, by, all)
		if err != nil {
			return all[:waiting[0].at], err
		}
	}
	return all, nil
}

// sift finds out what of arrivals is new. Those of which nothing is are done; the rest is to be prepared and landed.
func (s *Store) sift(ctx context.Context, role model.ID, waiting []*arrival, all []Added) (of model.Role, rest []*arrival, err error) {
	err = s.kv.view(ctx, func(t *tx) error {
		l, err := t.ledger(role)
		if err != nil {
			return err
		}
		of = l.role
		for _, in := range waiting {
			v, err := s.judge(l, in)
			if err != nil {
				return err
			}
			if v.result == ResultUnchanged {
				all[in.at] = Added{Result: v.result, Candidate: v.shown()}
				continue
			}
			in.fresh = v.fresh
			rest = append(rest, in)
		}
		return nil
	})
	return of, rest, err
}

// Preview says what Add would do, and writes nothing.
func (s *Store) Preview(role model.ID, app model.Application) (Added, error) {
	if why := refusal(app); why != "" {
		return Added{Result: ResultRefused, Candidate: app.Candidate, Why: why}, nil
	}
	in, err := s.arrival(app)
	if err != nil {
		return Added{}, problem(s.kv.path, err)
	}
	added := Added{Candidate: app.Candidate}
	return added, s.view(func(t *tx) error {
		l, err := t.ledger(role)
		if err != nil {
			return err
		}
		v, err := s.judge(l, in)
		switch added.Result = v.result; {
		case err != nil:
			return err
		case v.result == ResultAdded:
			added.Alike, err = l.bearing(in.signs)
		default:
			added.Candidate, added.Fresh = v.shown(), in.kinds(v.fresh)
		}
		return err
	})
}

// refusal is why an application cannot be taken; "" when it can.
func refusal(app model.Application) string {
	switch {
	case len(app.Documents) == 0 && len(app.Candidate.Answers) == 0 && app.Candidate.Name == "":
		return "there is nothing in it"
	case len(app.Documents) > maxDocuments:
		return fmt.Sprintf("it has %d documents, more than the %d that one application may have", len(app.Documents), maxDocuments)
	}
	for _, d := range app.Documents {
		if len(d.Text) > maxRecord/2 {
			return fmt.Sprintf("the text of %s is too long", d.Document.Name)
		}
	}
	return ""
}
