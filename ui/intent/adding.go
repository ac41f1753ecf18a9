package intent

// Table is a table among the files that are to be added, and what its columns are taken as.
type Table struct {
	Path    string
	Columns []Column
	Known   bool // as it was kept for a table with the same header
}

// Column is a column of a table.
type Column struct {
	Name, Example string
	Kind          string // one of Inspected.Kinds
	As            string // the kind in words, with the reason where it is left out
}

// Inspected is the tables among what is to be added.
type Inspected struct {
	Paths  []string
	Tables []Table
	Kinds  []string // all that a column can hold
}

// The results of an adding, in the order in which they are told.
const (
	Added     = "added"
	Updated   = "updated"
	Unchanged = "unchanged"
	Refused   = "refused"
)

// Outcome is what became of one file, or would.
type Outcome struct {
	Path   string
	Result string
	Name   string // of the candidate
	Words  string // why it was refused, what is new, whom they may be the same as
	Maybe  bool   // they may be the same as somebody
}

// Adding is how an adding goes, or a dry run of one, all of it so far.
type Adding struct {
	Paths []string
	Dry   bool

	Counts      map[string]int // by result
	Maybe       int            // how many may be the same as somebody
	Done, Found int            // files, messages and rows; Found grows while folders are walked
	Last        string         // who came in last
	Left        string         // how long it will still take; "" while nobody can tell
	Preparing   string         // what has to be done first; "" for nothing

	Told      []Outcome // of a dry run all, else those that were refused and those who may be the same as somebody
	Over      bool
	Cancelled bool   // it was ended before everything was read
	Failed    string // why it went no further
}

// Entered is what became of a candidate who was typed in, or why nothing did.
type Entered struct {
	Outcome
	Err error
}
