package store

import (
	"cmp"
	"slices"

	"candid/model"
)

// alikes is who may be the same person as a candidate, by name.
func (l *ledger) alikes(c model.Candidate) ([]Alike, error) {
	var failed error
	var alike []Alike
	ties := model.Alike(c, func(id model.ID) (model.Candidate, bool) {
		p, err := l.person(id)
		if err != nil {
			failed = cmp.Or(failed, err)
			return model.Candidate{}, false
		}
		return p.record.Candidate, true
	})
	for _, t := range ties {
		p, err := l.person(t.Other)
		if err != nil {
			return nil, err
		}
		alike = append(alike, Alike{Candidate: t.Other, Name: p.record.Candidate.Name, Traits: t.Traits})
	}
	return alike, failed
}

// bearing is who may be the same person as somebody with these signs, who is not kept yet.
func (l *ledger) bearing(signs []sign) ([]Alike, error) {
	var alike []Alike
	for _, x := range signs {
		ids, err := l.bearers(x.mac)
		if err != nil {
			return nil, err
		}
		if len(ids) >= mostAlike {
			continue
		}
		for _, id := range ids {
			group, err := l.group(id)
			if err != nil {
				return nil, err
			}
			c := group[0].record.Candidate
			at := slices.IndexFunc(alike, func(a Alike) bool { return a.Candidate == c.ID })
			if at < 0 {
				at, alike = len(alike), append(alike, Alike{Candidate: c.ID, Name: c.Name})
			}
			alike[at].Traits |= x.trait
		}
	}
	return alike, nil
}

// kinds is what some of its papers are.
func (in *arrival) kinds(papers []int) []model.DocumentKind {
	var kinds []model.DocumentKind
	for _, i := range papers {
		kinds = append(kinds, in.papers[i].document.Kind)
	}
	return kinds
}
