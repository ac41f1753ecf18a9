package store

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"candid/model"
)

// What bucketSame knows people by. One of the marks of an arrival is enough to know again whose it is: each has one owner.
// A sign is only a reason to ask whether two are one person, for anybody can write another's address into a resume: it may have
// several owners, so its key ends with the candidate.
type sign struct {
	mac   []byte
	trait model.Traits
}

// mostAlike is the most candidates that a sign is believed of. An address that more have is somebody's who sends for many.
const mostAlike = 5

// leastPhone and mostPhone are how many digits a phone number must have to be a sign, and how many of them, from the end, are one: the
// country's prefix is not always written.
const (
	leastPhone = 7
	mostPhone  = 9
)

// marks is what an application is known by: the e-mail address with the name, a profile on the web with the name, and the bytes of its
// resumes. One that has none of them is known by all that it says.
func (s *Store) marks(c model.Candidate, papers []paper) [][]byte {
	var marks [][]byte
	name := fold(c.Name)
	if email := fold(c.Email); name != "" && email != "" {
		marks = append(marks, s.mac("person", []byte(email+"\n"+name)))
	}
	for _, link := range c.Links {
		if profile := profile(link); profile != "" && name != "" {
			marks = append(marks, s.mac("link", []byte(profile+"\n"+name)))
		}
	}
	for _, p := range papers {
		switch {
		case p.document.Kind != model.Resume:
		case p.original != nil:
			marks = append(marks, s.mac("document", p.original))
		case strings.TrimSpace(p.text) != "":
			marks = append(marks, s.mac("text", []byte(p.text)))
		}
	}
	if len(marks) > 0 {
		return marks
	}
	var all bytes.Buffer
	say := func(b []byte) { all.Write(s.mac("part", b)) }
	if !slices.ContainsFunc(papers, func(p paper) bool { return p.original != nil }) {
		for _, fact := range append([]string{name, fold(c.Email), c.Phone, c.Location}, c.Links...) {
			say([]byte(fact))
		}
	}
	var parts []string
	for _, p := range papers {
		parts = append(parts, cmp.Or(string(p.original), p.text))
	}
	slices.Sort(parts)
	for _, p := range parts {
		say([]byte(p))
	}
	return [][]byte{s.mac("whole", all.Bytes())}
}

// profiles is where a page is one person's, and how many parts of the path name it.
var profiles = map[string]int{"linkedin.com": 2, "github.com": 1, "gitlab.com": 1, "xing.com": 2, "orcid.org": 1}

// profile is the address of a person's page on one of the sites where people have one; "" for any other link.
func profile(link string) string {
	rest := strings.ToLower(strings.TrimSpace(link))
	if _, after, ok := strings.Cut(rest, "://"); ok {
		rest = after
	}
	rest, _, _ = strings.Cut(rest, "?")
	rest, _, _ = strings.Cut(rest, "#")
	host, path, _ := strings.Cut(rest, "/")
	labels := strings.Split(host, ".")
	host = strings.Join(labels[max(0, len(labels)-2):], ".")
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
	if n := profiles[host]; n == 0 || len(parts) != n || n == 2 && parts[0] != "in" && parts[0] != "profile" {
		return ""
	}
	return host + "/" + strings.Join(parts, "/")
}

// signs is what an application may have in common with another's.
func (s *Store) signs(c model.Candidate) []sign {
	var signs []sign
	if email := fold(c.Email); email != "" {
		signs = append(signs, sign{s.mac("email", []byte(email)), model.SameEmail})
	}
	if d := model.Digits(c.Phone); len(d) >= leastPhone {
		signs = append(signs, sign{s.mac("phone", []byte(d[max(0, len(d)-mostPhone):])), model.SamePhone})
	}
	return signs
}

func signKey(role model.ID, mac []byte, candidate model.ID) []byte {
	return append(sameKey(role, mac), candidate[:]...)
}

// owner is who is known by a mark; zero when nobody is.
func (l *ledger) owner(mac []byte) (owner model.ID, err error) {
	_, _, err = l.t.read(bucketSame, sameKey(l.role.ID, mac), &owner)
	return owner, err
}

// bears reports whether a candidate is known to bear a sign.
func (l *ledger) bears(candidate model.ID, x sign) (bool, error) {
	b, err := l.t.get(bucketSame, signKey(l.role.ID, x.mac, candidate))
	return b != nil, err
}

// show gives a candidate a sign. Who bears it too may be the same person, unless too many do.
func (l *ledger) show(candidate model.ID, x sign) error {
	if known, err := l.bears(candidate, x); err != nil || known {
		return err
	}
	others, err := l.bearers(x.mac)
	if err != nil {
		return err
	}
	if _, err := l.t.write(bucketSame, signKey(l.role.ID, x.mac, candidate), candidate); err != nil {
		return err
	}
	l.counts.Same++
	if l.shown == nil {
		l.shown = map[string][]model.ID{}
	}
	l.shown[string(x.mac)] = append(l.shown[string(x.mac)], candidate)
	if len(others) < mostAlike {
		for _, other := range others {
			if err := l.alike(candidate, other, x.trait, true); err != nil {
				return err
			}
		}
	}
	if len(others) == mostAlike {
		for i, a := range others {
			for _, b := range others[:i] {
				if err := l.alike(a, b, x.trait, false); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// bearers is who bears a sign, as far as it is worth counting.
func (l *ledger) bearers(mac []byte) ([]model.ID, error) {
	var ids []model.ID
	prefix := sameKey(l.role.ID, mac)
	err := l.t.scan(bucketSame, prefix, nil, func(key, _ []byte) (bool, error) {
		ids = append(ids, idAt(key[len(prefix):], 0))
		return len(ids) <= mostAlike, nil
	})
	for _, id := range l.shown[string(mac)] { // which a scan does not see yet
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids[:min(len(ids), mostAlike+1)], err
}

// alike notes that two candidates share something, or do no longer. What somebody has said of them stays.
func (l *ledger) alike(a, b model.ID, trait model.Traits, share bool) error {
	pa, err := l.person(a)
	if err != nil {
		return err
	}
	pb, err := l.person(b)
	if err != nil {
		return err
	}
	tie := pa.record.Candidate.Tie(b)
	if tie.Bond != model.Unrelated && tie.Bond != model.MaybeSame {
		return nil
	}
	if tie.Traits |= trait; !share {
		tie.Traits &^= trait
	}
	if tie.Bond = model.MaybeSame; tie.Traits == 0 {
		tie.Bond = model.Unrelated
	}
	return l.bind(pa, pb, tie)
}

// bind sets a tie of two candidates on both of them, as the first has it.
func (l *ledger) bind(a, b *person, tie model.Tie) error {
	a.record.Candidate = a.record.Candidate.WithTie(tie)
	b.record.Candidate = b.record.Candidate.WithTie(tie.Mirror(a.record.Candidate.ID))
	if err := l.writeCandidate(a); err != nil {
		return err
	}
	return l.writeCandidate(b)
}

// group is a candidate's whole person: who holds it, or itself, and then all that are held.
func (l *ledger) group(candidate model.ID) ([]*person, error) {
	p, err := l.person(candidate)
	if err != nil {
		return nil, err
	}
	root, err := l.person(p.record.Candidate.Root())
	if err != nil {
		return nil, err
	}
	all := []*person{root}
	for _, id := range root.record.Candidate.Bound(model.Holds) {
		held, err := l.person(id)
		if err != nil {
			return nil, err
		}
		all = append(all, held)
	}
	return all, nil
}

// bridge does what follows from an arrival that two candidates are known by: they are one person. Where somebody has reviewed both,
// that is for people to say; what they have said stands.
func (l *ledger) bridge(a, b *person, by model.ID, at model.Time) error {
	stays, goes := a, b
	switch {
	case reviewed(a) && reviewed(b):
		return l.alike(a.record.Candidate.ID, b.record.Candidate.ID, model.SameDocument, true)
	case reviewed(b):
		stays, goes = b, a
	}
	group, err := l.group(goes.record.Candidate.ID)
	if err != nil {
		return err
	}
	var held []model.Record
	for _, p := range group[1:] {
		held = append(held, p.record)
	}
	for _, c := range model.Join(by, at, stays.record, goes.record, held) {
		if _, err := l.apply(c); err != nil {
			return err
		}
	}
	return nil
}

// bridged reports whether there is anything left that bridge would do.
func bridged(a, b *person) bool {
	switch t := a.record.Candidate.Tie(b.record.Candidate.ID); t.Bond {
	case model.SomebodyElse:
		return true
	case model.MaybeSame:
		return t.Traits&model.SameDocument != 0 && reviewed(a) && reviewed(b)
	default:
		return false
	}
}

func reviewed(p *person) bool {
	return slices.ContainsFunc(p.record.Reviews, func(x model.Review) bool { return x.Submitted != 0 || x.IsDraft() })
}

// learn gives a candidate what contacts say that was not known.
func (l *ledger) learn(p *person, from model.Contacts, by model.ID, at model.Time) error {
	after := p.record.Candidate.Contacts().Merged(from)
	c := p.record.Change(by, at, model.FacetContacts, 0, model.State{Contacts: &after})
	if c.Before.Equal(c.After) {
		return nil
	}
	_, err := l.apply(c)
	return err
}

// mirrored proves that a tie which was changed is the same on both sides.
func (l *ledger) mirrored(c model.Change) error {
	if c.Facet != model.FacetSame {
		return nil
	}
	a, err := l.person(c.Candidate)
	if err != nil {
		return err
	}
	b, err := l.person(c.Other)
	if err != nil {
		return err
	}
	if a.record.Candidate.Tie(c.Other).Mirror(c.Candidate) != b.record.Candidate.Tie(c.Candidate) {
		return &model.Problem{Kind: model.Misused, Subject: a.record.Candidate.Name, What: "would be tied on one side only"}
	}
	return nil
}
