package cli

import (
	"slices"
	"time"

	"candid/model"
	"candid/model/query"
	"candid/store"
)

// scopeOf is what a viewer's query may speak of: the role, the reviewers, and what the rows that they may see hold.
func scopeOf(s *store.Store, viewer model.ID, role model.Role, rows []model.Row) query.Scope {
	in := query.Scope{Role: role, Viewer: viewer, Names: map[model.ID]string{}, Now: time.Now(), Zone: time.Local}
	if reviewers, err := s.Reviewers(); err == nil { // without them no name is known, and a query that says one is refused
		for _, r := range reviewers {
			in.Names[r.ID] = r.Name
		}
	}
	for _, r := range rows {
		for _, tag := range r.Candidate.Tags {
			in.Tags = append(in.Tags, tag.Name)
		}
		in.Sources, in.Places = append(in.Sources, r.Candidate.Source), append(in.Places, r.Candidate.Location)
	}
	for _, list := range []*[]string{&in.Tags, &in.Sources, &in.Places} {
		slices.Sort(*list)
		*list = slices.DeleteFunc(slices.Compact(*list), func(s string) bool { return s == "" })
	}
	return in
}
