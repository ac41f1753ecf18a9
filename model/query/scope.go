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

// Completion is something that could stand where the cursor is.
type Completion struct {
	From, To int    // the bytes of the query that it replaces
	Text     string // what it puts there
	Does     string // what it asks for, in words
}

// Complete is what could stand at byte at of a query, the likeliest first; none where nothing is known.
func Complete(s string, at int, in Scope) []Completion { return nil }
