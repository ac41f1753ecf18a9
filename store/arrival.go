package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"candid/model"
)

// arrival is an application made ready to be looked up and kept.
type arrival struct {
	at        int             // its place among those that are added at once
	candidate model.Candidate // its ID is that of a new candidate, should it become one; Applied is 0 where it is not known
	papers    []paper
	marks     [][]byte // what it is known by, the surest first
	signs     []sign
	fresh     []int // those of its papers that were new when it was looked up
}

// paper is one of its documents.
type paper struct {
	document model.Document
	original []byte
	text     string

	prepared bool
	packed   squeezed // the text
	found    squeezed // what was found in it
	with     string   // the fingerprint of the finder that found it
}

func (s *Store) arrival(app model.Application) (*arrival, error) {
	in := &arrival{candidate: app.Candidate}
	c := &in.candidate
	id, err := s.newID()
	if err != nil {
		return nil, err
	}
	c.ID, c.Decision, c.Documents, c.Ties = id, model.Decision{}, nil, nil
	c.Tags = slices.Clone(c.Tags)
	for i := range c.Tags {
		c.Tags[i].By = model.ID{}
	}
	sent := app.Documents
	if text := answersText(c.Answers); text != "" && !slices.ContainsFunc(sent, func(d model.Sent) bool { return d.Document.Kind == model.Answers }) {
		sent = append(slices.Clone(sent), model.Sent{Document: model.Document{Kind: model.Answers, Name: "answers", Format: "text", Flowing: true, Size: int64(len(text))}, Text: text})
	}
	for _, d := range sent {
		p := paper{document: d.Document, original: d.Original, text: d.Text}
		if in.holds(p) {
			continue
		}
		if p.document.ID, err = s.newID(); err != nil {
			return nil, err
		}
		p.document.Added, p.document.Sent, p.document.Replaces, p.document.Original = s.at(), c.Applied, model.ID{}, ""
		if d.Original != nil {
			p.document.Size = int64(len(d.Original))
			p.document.Original = s.originalName(p.document.ID, d.Original)
		}
		in.papers = append(in.papers, p)
	}
	in.tell()
	in.marks, in.signs = s.marks(*c, in.papers), s.signs(*c)
	return in, nil
}

// holds reports whether the arrival has the same paper already.
func (in *arrival) holds(p paper) bool {
	return slices.ContainsFunc(in.papers, func(q paper) bool {
		return q.document.Kind == p.document.Kind && (q.original == nil) == (p.original == nil) && bytes.Equal(q.original, p.original) && (p.original != nil || q.text == p.text)
	})
}

// tell makes the papers of one kind that came in together tellable by their names.
func (in *arrival) tell() {
	type name struct {
		kind model.DocumentKind
		name string
	}
	of, called := map[model.DocumentKind]int{}, map[name]int{}
	for _, p := range in.papers {
		of[p.document.Kind]++
	}
	for i := range in.papers {
		d := &in.papers[i].document
		d.Beside = of[d.Kind] > 1
		n := name{d.Kind, d.Name}
		if called[n]++; called[n] > 1 {
			d.Name = fmt.Sprintf("%s (%d)", d.Name, called[n])
		}
	}
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
	known  *person   // whom it is of, when they are known
	group  []*person // the whole of that person
	others []*person // others of whom it is too, and who are therefore the same
	fresh  []int     // those of its papers that are new
}

// shown is the candidate that the list shows of the one it is.
func (v verdict) shown() model.Candidate { return v.group[0].record.Candidate }

// judge finds out whose an arrival is, and what of it is new.
func (s *Store) judge(l *ledger, in *arrival) (verdict, error) {
	v := verdict{result: ResultUnchanged}
	news := false
	for _, mark := range in.marks {
		owner, err := l.owner(mark)
		if err != nil {
			return v, err
		}
		if owner.IsZero() {
			news = true
			continue
		}
		if err := v.meet(l, owner); err != nil {
			return v, err
		}
	}
	if v.known == nil {
		v.result = ResultAdded
		for i := range in.papers {
			v.fresh = append(v.fresh, i)
		}
		return v, nil
	}
	for i, paper := range in.papers {
		known, err := s.kept(l.t, v.group, paper)
		if err != nil {
			return v, err
		}
		if !known {
			v.fresh = append(v.fresh, i)
		}
	}
	for _, x := range in.signs {
		known, err := l.bears(v.known.record.Candidate.ID, x)
		if err != nil {
			return v, err
		}
		news = news || !known
	}
	if news || len(v.fresh) > 0 || len(v.others) > 0 || in.adds(v.known.record.Candidate) {
		v.result = ResultUpdated
	}
	return v, nil
}

// meet adds one whom the arrival is known to be of.
func (v *verdict) meet(l *ledger, owner model.ID) error {
	group, err := l.group(owner)
	if err != nil {
		return err
	}
	if v.known == nil {
		if v.known, err = l.person(owner); err != nil {
			return err
		}
		v.group = group
		return nil
	}
	root := group[0]
	if root != v.group[0] && !slices.Contains(v.others, root) && !bridged(v.group[0], root) {
		v.others = append(v.others, root)
	}
	return nil
}

// adds reports whether the arrival says something of a known candidate beside its papers.
func (in *arrival) adds(c model.Candidate) bool {
	told := c.Told(in.candidate)
	return !c.Contacts().Merged(in.candidate.Contacts()).Equal(c.Contacts()) || told.Source != c.Source || told.Applied != c.Applied || !slices.Equal(told.Tags, c.Tags)
}

// kept reports whether one of a person has a document of the same bytes; of one without an original, of the same text.
func (s *Store) kept(t *tx, group []*person, p paper) (bool, error) {
	for _, one := range group {
		if known, err := s.keeps(t, one.record.Candidate, p); err != nil || known {
			return known, err
		}
	}
	return false, nil
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

func sameKey(role model.ID, mac []byte) []byte { return append(idKey(role), mac...) }

// prepare does outside of the transaction what takes long: it writes the originals of what is new, packs its texts and looks for evidence.
func (s *Store) prepare(arrivals []*arrival, role model.Role) error {
	var todo []*paper
	originals := map[string][]byte{}
	for _, in := range arrivals {
		for _, i := range in.fresh {
			p := &in.papers[i]
			if p.prepared {
				continue
			}
			todo = append(todo, p)
			if p.document.Original != "" {
				originals[p.document.Original] = p.original
			}
		}
	}
	finder := s.finder.of(role)
	err := inParallel(len(todo), 4, func(i int) error {
		p := todo[i]
		found, err := encoder.Marshal(finder.look(p.document, lines(p.text)))
		if err != nil {
			return problem(p.document.Name, err)
		}
		p.packed, p.found, p.with, p.prepared = squeeze([]byte(p.text)), squeeze(found), finder.print, true
		return nil
	})
	if err != nil {
		return err
	}
	return s.keepOriginals(originals)
}
