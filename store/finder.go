package store

import (
	"slices"
	"sync"

	"candid/model"
	"candid/model/evidence"
)

// finder is the finder of the checklist that was looked with last: making one costs more than looking through a resume.
type finder struct {
	mu    sync.Mutex
	role  model.Role
	ready sighted
}

// sighted is a finder with its fingerprint: two of the same find the same in a document. It is made when it is first looked with, as
// the fingerprint is all that is asked for where nothing is to be looked for.
type sighted struct {
	print string
	made  func() evidence.Finder
}

// of is the finder of a role's checklist.
func (f *finder) of(role model.Role) sighted {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.role.ID != role.ID || f.role.Title != role.Title || f.role.Posting != role.Posting || !slices.Equal(f.role.Checklist.Requirements, role.Checklist.Requirements) {
		f.role = role
		f.ready = sighted{evidence.Fingerprint(role), sync.OnceValue(func() evidence.Finder { return evidence.NewFinder(role) })}
	}
	return f.ready
}

// look looks through a document's lines.
func (f sighted) look(d model.Document, lines []string) found {
	return found{Findings: f.made().Find(d, lines), With: f.print}
}
