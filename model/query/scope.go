package query

import (
	"time"

	"candid/model"
)

// Scope is what a query may speak of: the role whose requirements it names, who its reader is, and the names and values that
// the reader may see. The zero Scope knows none.
type Scope struct {
	Role    model.Role
	Viewer  model.ID
	Names   map[model.ID]string // of reviewers
	Tags    []string            // on candidates, to complete what is typed
	Sources []string
	Places  []string
	Now     time.Time
	Zone    *time.Location // nil: UTC
}
