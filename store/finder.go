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
	ready evidence.Finder
}

// find looks through a document's lines for a role's checklist.
func (f *finder) find(role model.Role, d model.Document, lines []string) evidence.Findings {
	f.mu.Lock()
	if f.role.ID != role.ID || f.role.Posting != role.Posting || !slices.Equal(f.role.Checklist.Requirements, role.Checklist.Requirements) {
		f.role, f.ready = role, evidence.NewFinder(role)
	}
	ready := f.ready
	f.mu.Unlock()
	return ready.Find(d, lines)
}
