package intent

import (
	"time"

	"candid/model"
	"candid/model/evidence"
	"candid/model/posting"
	"candid/model/search"
	"candid/ui/keymap"
	"candid/ui/look"
	"candid/ui/theme"
)

// Setting is what every screen knows from the start.
type Setting struct {
	Viewer model.Reviewer
	Names  map[model.ID]string // of all reviewers
	Zone   *time.Location
	Now    func() time.Time
	May    May
	Keys   keymap.Table // what shows a key asks it which
	Choice look.Choice  // of what screens show
}

// Name is what to call a reviewer: "you" for the viewer.
func (s Setting) Name(reviewer model.ID) string {
	switch n := s.Names[reviewer]; {
	case reviewer == s.Viewer.ID:
		return "you"
	case n != "":
		return n
	default:
		return "somebody"
	}
}

// May says what a session may do on the machine it runs on. Over a network these would act on the host.
type May struct {
	Edit  bool // open $EDITOR and $PAGER
	View  bool // open the system's viewer
	Files bool // read files that are named

	Clipboard bool // give the clipboard of the person's own terminal something; it acts there and not on the host
}

// What the app tells screens.
type (
	// Field is the role and all its candidates, as the viewer may see them. The rows are in no particular order.
	Field struct {
		Role   model.Role
		Rows   []model.Row
		Place  model.Place // where the viewer stood last; zero: nowhere
		Loaded bool        // false: the rows are still being read
	}
	// Unread is why the field could not be read, and what to do.
	Unread struct{ Why string }
	// Changed is rows of the field that are not as they were.
	Changed struct{ Rows []model.Row }
	// Person is a candidate, as the viewer may see them.
	Person struct {
		Role     model.Role
		Record   model.Record
		Readings []evidence.Reading // of the current documents, those of Held included; nil while they are being read
		Older    []evidence.Reading // of the versions that these replace
		Held     []model.Candidate  // other applications of the same person, joined with this one
		Alike    []Alike            // who may be the same person
		Row      model.Row          // as it stands in the list
		At, Of   int                // the place in the queue, from 1
		Mode     Mode
		Goto     model.RequirementID // stand on this requirement; 0: stay, or the first undecided on a new person
		Summary  bool                // stand on the summary of the review
		Fresh    bool                // the person was just opened or stepped to: start from the top
		Find     []search.Said       // what is to be found in the documents, of a fresh one
	}
	// Alike is somebody who may be the same person, as the viewer may see them, and by what.
	Alike struct {
		Candidate model.Candidate
		Traits    model.Traits
	}
	// History is what was done to a candidate, oldest first, as the viewer may see it.
	History struct {
		Candidate model.ID
		Changes   []model.Change
	}
	// Status is how the writing goes.
	Status struct {
		Saving bool
		Done   string    // how far a batch is that takes a while: "1,200 of 5,000 done"
		Saved  time.Time // when the last change was on the disk; zero: none yet
		Did    string    // in triage, how was decided last and on whom: they are no longer on the screen
		Added  string    // what came of an adding that is over and was not looked at
	}
	// Found is which candidates' documents hold what was said, one map for each of Search.Said. Read of Of candidates' documents had
	// been read when they were looked through; a fuller answer follows when more have been.
	Found struct {
		Number   int
		Hits     []map[model.ID]bool
		Read, Of int
	}
	// Command is an action called by its name, with what was typed behind it; "" when it was called alone.
	Command struct {
		Action   keymap.Action
		Argument string
	}
	// Views is the viewer's saved views of the role.
	Views struct{ Views model.Views }
	// Themed is the theme that screens are drawn in from now on.
	Themed struct{ Theme theme.Theme }
	// Filter puts a query in the place of the list's filter.
	Filter struct{ Query string }
	// Order puts the list in an order.
	Order struct{ By model.Sort }
	// Posting is a posting that was read into a role, to be looked over; Err when it could not be.
	Posting struct {
		Reading posting.Reading
		Err     error
	}
	// Chosen is every role and how many candidates each has, to choose from.
	Chosen struct {
		Roles  []model.Role
		Counts []int
	}
)

// Number is a number typed after ":": the row of a list, the requirement elsewhere. From 1.
type Number struct{ N int }

// Stand moves the list's cursor to a candidate: where something was undone. Those that it was done to at once are marked again.
type Stand struct {
	Candidate model.ID
	Marked    []model.ID
}
