package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

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
}

// maxDocuments is the most documents of one application.
const maxDocuments = 20

// Add takes an application in. The same person is who sent the same resume, or bears the same e-mail and name: to them what is new is added,
// a document in the place of the one it is a newer version of. Whoever else is a new candidate. By is who adds; it stands in the history.
// Nothing of it is there before all of it is. An application that cannot be taken is not an error but a Result.
//
// Problems: Missing when there is no such role; ReadOnly; Full; Damaged.
func (s *Store) Add(ctx context.Context, role model.ID, app model.Application, by model.ID) (Added, error) {
	if why := refusal(app); why != "" {
		return Added{Result: ResultRefused, Candidate: app.Candidate, Why: why}, nil
	}
	if s.readOnly {
		return Added{}, s.update(ctx, nil)
	}
	in, err := s.arrival(app)
	if err != nil {
		return Added{}, problem(s.kv.path, err)
	}
	for {
		var seen verdict
		var r model.Role
		err := s.kv.view(ctx, func(t *tx) (err error) {
			if r, _, err = t.role(role); err == nil {
				seen, err = s.judge(t, role, in)
			}
			return err
		})
		if err != nil || seen.result == ResultUnchanged {
			return Added{Result: seen.result, Candidate: seen.known.Candidate}, err
		}
		if err := s.prepare(in, seen, r.Checklist); err != nil {
			return Added{}, err
		}
		added, last, err := s.land(ctx, role, in, by)
		if errors.Is(err, errUnprepared) {
			continue // somebody was faster: look again
		}
		if err == nil && last > 0 {
			s.watch.tell(Event{Role: role, Number: last})
		}
		return added, err
	}
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
	var seen verdict
	err = s.view(func(t *tx) (err error) {
		if _, _, err = t.role(role); err == nil {
			seen, err = s.judge(t, role, in)
		}
		return err
	})
	if err != nil {
		return Added{}, err
	}
	if seen.result == ResultAdded {
		return Added{Result: ResultAdded, Candidate: app.Candidate}, nil
	}
	return Added{Result: seen.result, Candidate: seen.known.Candidate}, nil
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

// arrival is an application made ready to be looked up and kept.
type arrival struct {
	candidate model.Candidate // its ID is that of a new candidate, should it become one
	papers    []paper
	person    []byte // key of bucketSame after the role; nil when name or e-mail is not known
}

// paper is one of its documents.
type paper struct {
	document model.Document
	original []byte
	text     string
	same     []byte // key of bucketSame after the role

	prepared bool
	version  int    // of the checklist that found was made with
	found    []byte // the payload for bucketEvidence
}

func (s *Store) arrival(app model.Application) (*arrival, error) {
	in := &arrival{candidate: app.Candidate}
	c := &in.candidate
	id, err := s.newID()
	if err != nil {
		return nil, err
	}
	c.ID, c.Decision, c.Documents = id, model.Decision{}, nil
	if c.Applied == 0 {
		c.Applied = s.at()
	}
	if name, email := fold(c.Name), fold(c.Email); name != "" && email != "" {
		in.person = s.mac("person", []byte(email+"\n"+name))
	}
	sent := app.Documents
	if text := answersText(c.Answers); text != "" && !slices.ContainsFunc(sent, func(d model.Sent) bool { return d.Document.Kind == model.Answers }) {
		sent = append(slices.Clone(sent), model.Sent{Document: model.Document{Kind: model.Answers, Name: "answers", Format: "text", Size: int64(len(text))}, Text: text})
	}
	for _, d := range sent {
		p := paper{document: d.Document, original: d.Original, text: d.Text}
		if p.document.ID, err = s.newID(); err != nil {
			return nil, err
		}
		p.document.Added, p.document.Replaces, p.document.Original = s.at(), model.ID{}, ""
		if d.Original != nil {
			p.document.Size = int64(len(d.Original))
			p.document.Original = s.originalName(p.document.ID, d.Original)
			p.same = s.mac("document", d.Original)
		} else {
			p.same = s.mac("text", []byte(d.Text))
		}
		in.papers = append(in.papers, p)
	}
	return in, nil
}

// answersText is the answers of an application form as one document: each question, and under it what was written.
func answersText(answers []model.Answer) string {
	var parts []string
	for _, a := range answers {
		parts = append(parts, strings.TrimSpace(a.Question)+"\n"+strings.TrimSpace(a.Text))
	}
	return strings.Join(parts, "\n\n")
}

// verdict is what is to be done with an arrival.
type verdict struct {
	result Result
	known  model.Record // whom it is of, when they are known
	fresh  []int        // those of its papers that are new
}

// judge finds out whose an arrival is, and what of it is new.
func (s *Store) judge(t *tx, role model.ID, in *arrival) (verdict, error) {
	v := verdict{result: ResultAdded}
	owners := make([]model.ID, len(in.papers))
	for i, p := range in.papers {
		if _, _, err := t.read(bucketSame, sameKey(role, p.same), &owners[i]); err != nil {
			return v, err
		}
	}
	var who model.ID
	if in.person != nil {
		if _, _, err := t.read(bucketSame, sameKey(role, in.person), &who); err != nil {
			return v, err
		}
	}
	if who.IsZero() {
		who = sender(in.papers, owners)
	}
	if who.IsZero() {
		for i := range in.papers {
			v.fresh = append(v.fresh, i)
		}
		return v, nil
	}
	p, err := t.person(who)
	if err != nil {
		return v, err
	}
	v.result, v.known = ResultUnchanged, p.record
	for i, paper := range in.papers {
		known, err := s.keeps(t, p.record.Candidate, paper)
		if err != nil {
			return v, err
		}
		if !known {
			v.result = ResultUpdated
			v.fresh = append(v.fresh, i)
		}
	}
	return v, nil
}

// keeps reports whether the candidate has a document of the same bytes; of one without an original, of the same text.
func (s *Store) keeps(t *tx, c model.Candidate, p paper) (bool, error) {
	for _, d := range c.Documents {
		if d.Size != p.document.Size || (d.Original == "") != (p.document.Original == "") {
			continue
		}
		if d.Original != "" {
			if s.originalName(d.ID, p.original) == d.Original {
				return true, nil
			}
			continue
		}
		text, _, err := t.text(bucketTexts, idKey(c.ID, d.ID))
		if err != nil {
			return false, err
		}
		if string(text) == p.text {
			return true, nil
		}
	}
	return false, nil
}

// sender is who sent these documents, by who first sent the same bytes: the sender of the resume, or, of an application
// without one, of all of it.
func sender(papers []paper, owners []model.ID) model.ID {
	for i, p := range papers {
		if p.document.Kind == model.Resume {
			return owners[i]
		}
	}
	for _, owner := range owners {
		if owner != owners[0] {
			return model.ID{}
		}
	}
	if len(owners) == 0 {
		return model.ID{}
	}
	return owners[0]
}

func sameKey(role model.ID, mac []byte) []byte { return append(idKey(role), mac...) }

// prepare does outside of the transaction what takes long: it writes the originals of what is new, packs its texts and looks for evidence.
func (s *Store) prepare(in *arrival, v verdict, c model.Checklist) error {
	originals := map[string][]byte{}
	for _, i := range v.fresh {
		p := &in.papers[i]
		if p.prepared {
			continue
		}
		if p.document.Original != "" {
			originals[p.document.Original] = p.original
		}
		found, err := encoder.Marshal(s.finder.find(c, lines(p.text)))
		if err != nil {
			return problem(p.document.Name, err)
		}
		p.found, p.version, p.prepared = found, c.Version, true
	}
	return s.keepOriginals(originals)
}
