// Package intent is what screens and the app say to each other: a screen answers a key with an intent, the app answers an
// intent with a message that holds the new value.
package intent

import (
	"candid/model"
	"candid/model/search"
	"candid/ui/keymap"

	tea "github.com/charmbracelet/bubbletea"
)

// Intent is what a screen asks the app for; nil asks for nothing.
type Intent any

// Screen is one screen of the app. It draws what it was told and turns keys into intents; it waits for nothing.
type Screen interface {
	// Update takes a message: tea.WindowSizeMsg with the room there is for View, tea.KeyMsg (Paste is set for what was
	// pasted), tea.MouseMsg with its place within that room, and the messages of this package.
	Update(tea.Msg) (Screen, Intent)
	// View draws exactly as many lines as there is room for, none wider than that.
	View() string
	// Keys is what works now; help and the key line are made from it.
	Keys() keymap.Map
}

// Writer is a screen that may hold words that are not kept yet. Draft gives the intent that keeps them, nil when there are none.
type Writer interface {
	Draft() Intent
}

// Typing is a screen that may be taking text, so that no key is a command.
type Typing interface {
	Typing() bool
}

// Editor is a screen that may hold edits of its own, which undo and redo then mean.
type Editor interface {
	Editing() bool
}

// All is several intents, carried out in order.
type All []Intent

// What screens ask for.
type (
	// Open opens a candidate of a queue: the candidates that were shown, in their order.
	Open struct {
		Candidate model.ID
		Queue     []model.ID
		As        Mode
		Find      []search.Said // to find in its documents: what it was found by
	}
	// Step goes to another candidate of the queue: 1 the next, -1 the one before.
	Step struct{ By int }
	// Switch shows the candidate that is open in another mode.
	Switch struct {
		As          Mode
		Requirement model.RequirementID // to start on; 0: the first undecided
	}
	// Rate rates a requirement of the open candidate.
	Rate struct {
		Requirement model.RequirementID
		Value       model.Value
	}
	// Note writes a note on a requirement's rating, or on the review as a whole when the requirement is 0.
	Note struct {
		Requirement model.RequirementID
		Text        string
	}
	// Quote sets the quotes on a requirement's rating.
	Quote struct {
		Requirement model.RequirementID
		Quotes      []model.Quote
	}
	// Dismiss sets which statements do not speak to a requirement though they were found for it: all of them, from now on.
	Dismiss struct {
		Requirement model.RequirementID
		Quotes      []model.Quote
	}
	// Recommend sets the recommendation of the review of the open candidate.
	Recommend struct{ Recommendation model.Recommendation }
	// Submit submits the review of the open candidate and opens the next of the queue.
	Submit struct{}
	// Decide puts candidates in a stage. The app asks for the reason of a rejection, and to confirm a batch.
	Decide struct {
		Candidates []model.ID
		Stage      model.Stage
		Hidden     int // how many of them the filter does not show
	}
	// Tag puts tags of mine on candidates and takes others of mine off. With neither, the app asks for them.
	Tag struct {
		Candidates []model.ID
		Add, Off   []string
		Hidden     int // how many of them the filter does not show
	}
	// Search looks through the documents for what a filter's words say. The answer is Found with the same number.
	Search struct {
		Number int
		Said   []search.Said
	}
	// Copy gives the terminal's clipboard a text, What saying what it was in words, or the summaries of candidates.
	Copy struct {
		Text, What string
		Candidates []model.ID
	}
	// Same says that two candidates are one person, or, to part them, that they are not. Of one alone, the other is whom they may
	// be the same as, or whom they hold.
	Same struct {
		Candidates []model.ID
		With       model.ID // the other; zero: the second of Candidates, or as above
		Part       bool
	}
	// Undo takes back my last act of this sitting, wherever it was done.
	Undo struct{}
	// Redo does again what was undone last.
	Redo struct{}
	// Repeat does my last rating or decision again, here.
	Repeat struct {
		Candidates  []model.ID // for a decision, or tags
		Hidden      int        // how many of them the filter does not show
		Requirement model.RequirementID
	}
	// Back leaves the screen.
	Back struct{}
	// Quit ends the program.
	Quit struct{}
	// Show opens another screen.
	Show struct{ Action keymap.Action } // Role, Roles, Add, Views, Help, Palette
	// Peek asks for a candidate, without opening it. The answer is a Person.
	Peek struct{ Candidate model.ID }
	// Remember keeps where the viewer stands in the list.
	Remember struct{ Place model.Place }
	// Look asks for a candidate's history. The answer is a History.
	Look struct{ Candidate model.ID }
	// Say shows a line to the person: why a key did nothing.
	Say struct{ Text string }
	// View opens a document outside: its original in the system's viewer, or its text in the pager.
	View struct {
		Document model.Document
		Pager    bool
	}
	// Keep makes a role that has been looked over.
	Keep struct{ Role model.Role }
	// Read reads a posting: the text, if there is one, else the file of the path, else the sample. The answer is a Posting.
	Read struct{ Path, Text string }
	// Inspect asks which tables are among files and folders that are to be added. The answer is Inspected.
	Inspect struct{ Paths []string }
	// Import adds the candidates of files and folders to the role, or says what would become of each. The answers are Adding.
	Import struct {
		Paths  []string
		Dry    bool
		Tables []Table // those that were looked over
	}
	// Stop ends the adding that is under way; what has landed stays. A dry run is forgotten.
	Stop struct{}
	// PutAside puts the account of an adding that is over aside.
	PutAside struct{}
	// Enter adds one candidate by hand. The answer is Entered.
	Enter struct {
		Candidate model.Candidate // what was typed: name, contacts, source, tags
		Path      string          // of the resume; "" for none
		Text      string          // of the resume, where that was pasted
	}
	// Call tells who the viewer is.
	Call struct{ Name string }
	// Choose goes to another role.
	Choose struct{ Role model.ID }
)

// Mode is how an open candidate is shown.
type Mode uint8

// The modes.
const (
	Detail  Mode = iota
	Triage       // detail, where a decision opens the next person
	Scoring      // one requirement at a time
)
