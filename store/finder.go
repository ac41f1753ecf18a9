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
	asked []model.Requirement
	ready evidence.Finder
}

// find looks through a document's lines for a checklist. What nobody sees on its pages speaks for nobody.
func (f *finder) find(c model.Checklist, d model.Document, lines []string) map[model.RequirementID][]evidence.Found {
	f.mu.Lock()
	if f.asked == nil || !slices.Equal(f.asked, c.Requirements) {
		f.asked, f.ready = slices.Clone(c.Requirements), evidence.NewFinder(c)
	}
	ready := f.ready
	f.mu.Unlock()
	return ready.Find(lines[:max(0, len(lines)-max(0, d.Aside))])
}
