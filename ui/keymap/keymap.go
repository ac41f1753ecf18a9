// Package keymap is every key of the program and what it does. A key means the same on every screen; a screen lists the
// actions it takes, and its help and key line are made from that list.
package keymap

import "slices"

// Action is something a key does, by the name that help, the command palette and a config file call it.
type Action string

// The actions.
const (
	Help        Action = "help"
	Palette     Action = "command"
	Back        Action = "back"
	Quit        Action = "quit"
	Down        Action = "down"
	Up          Action = "up"
	Top         Action = "top"
	Bottom      Action = "bottom"
	HalfDown    Action = "half page down"
	HalfUp      Action = "half page up"
	PageDown    Action = "page down"
	PageUp      Action = "page up"
	Left        Action = "left"
	Right       Action = "right"
	NextReq     Action = "next requirement"
	PrevReq     Action = "previous requirement"
	NextPerson  Action = "next candidate"
	PrevPerson  Action = "previous candidate"
	NextProof   Action = "next evidence"
	PrevProof   Action = "previous evidence"
	Search      Action = "filter"
	NextMatch   Action = "next match"
	PrevMatch   Action = "previous match"
	Open        Action = "open"
	Mark        Action = "mark"
	MarkAll     Action = "mark all shown"
	Score       Action = "score"
	Triage      Action = "triage"
	Session     Action = "session"
	Rate1       Action = "rate 1"
	Rate2       Action = "rate 2"
	Rate3       Action = "rate 3"
	Rate4       Action = "rate 4"
	Rate0       Action = "rate 0"
	Advance     Action = "advance"
	Hold        Action = "hold"
	Reject      Action = "reject"
	SamePerson  Action = "same person"
	OtherPerson Action = "somebody else"
	Undo        Action = "undo"
	Redo        Action = "redo"
	Repeat      Action = "repeat"
	Quote       Action = "quote"
	Dismiss     Action = "take away"
	Restore     Action = "bring back"
	Why         Action = "why"
	Terms       Action = "terms"
	Select      Action = "select lines"
	Note        Action = "note"
	NextTab     Action = "next document"
	PrevTab     Action = "previous document"
	Version     Action = "older version"
	Later       Action = "later"
	SayStrongNo Action = "strong no"
	SayNo       Action = "no"
	SayYes      Action = "yes"
	SayStrong   Action = "strong yes"
	Confirm     Action = "confirm"
	Sort        Action = "sort"
	Reverse     Action = "reverse the order"
	Role        Action = "role"
	Roles       Action = "roles"
	Add         Action = "add candidates"
	Original    Action = "open the original"
	Pager       Action = "text in the pager"
	NewLine     Action = "new line"
	Complete    Action = "complete"
	NextOffer   Action = "next completion"
	PrevOffer   Action = "previous completion"
	ClearLine   Action = "clear the line"
	Above       Action = "earlier filter"
	Below       Action = "later filter"
	TypePath    Action = "type a path"
	DryRun      Action = "dry run"
	ByHand      Action = "one candidate by hand"
	Cancel      Action = "cancel the adding"
	Reword      Action = "reword"
	MustOrNice  Action = "must or nice"
	JudgedFrom  Action = "application or interview"
	Gate        Action = "gate"
	Weight      Action = "weight"
	Drop        Action = "drop"
	Otherwise   Action = "otherwise"
	Split       Action = "split"
	Join        Action = "join"
	Anchors     Action = "anchors"
	Suspend     Action = "suspend"
	GoTo        Action = "go to"
	Views       Action = "views"
	UseView     Action = "open a view"
	KeepView    Action = "keep as a view"
	Tag         Action = "tag"
	Copy        Action = "copy"
	MouseOff    Action = "mouse off"
	MouseOn     Action = "mouse on"
	Theme       Action = "theme"
	HintsOff    Action = "hints off"
	HintsOn     Action = "hints on"
)

// Binding is an action, the keys that do it and what to say of it.
type Binding struct {
	Action Action
	Keys   []string // as Bubble Tea names them; the first is the one shown
	Does   string   // a sentence for the help screen, without a full stop
}

// table is the keys as they come. The order is that of the help screen.
var table = []Binding{
	{Help, []string{"?", "f1"}, "help for this screen"},
	{Palette, []string{":"}, "every action by name, with its key or why not here; :12 goes to requirement or row 12"},
	{Back, []string{"esc"}, "back"},
	{Quit, []string{"q", "ctrl+c"}, "quit"},
	{Down, []string{"j", "down"}, "move or scroll down"},
	{Up, []string{"k", "up"}, "move or scroll up"},
	{Top, []string{"g", "home"}, "to the first line"},
	{Bottom, []string{"G", "end"}, "to the last line"},
	{HalfDown, []string{"ctrl+d"}, "half a page down"},
	{HalfUp, []string{"ctrl+u"}, "half a page up"},
	{PageDown, []string{"pgdown"}, "a page down"},
	{PageUp, []string{"pgup"}, "a page up"},
	{Left, []string{"h", "left"}, "strip column or pane to the left; the folder above; a column as the thing before"},
	{Right, []string{"l", "right"}, "strip column or pane to the right; into a folder; a column as the next thing that it may hold"},
	{NextReq, []string{"J"}, "next requirement"},
	{PrevReq, []string{"K"}, "previous requirement"},
	{NextPerson, []string{"]"}, "next candidate"},
	{PrevPerson, []string{"["}, "previous candidate"},
	{NextProof, []string{"e"}, "next line of evidence"},
	{PrevProof, []string{"E"}, "previous line of evidence"},
	{Search, []string{"/"}, "filter the list; find in a document; type a path; the query of a view"},
	{NextMatch, []string{"n"}, "next match; next doubt about what was read"},
	{PrevMatch, []string{"N"}, "previous match; previous doubt"},
	{Open, []string{"enter"}, "open"},
	{Mark, []string{"space", " "}, "mark: a candidate, a file, a doubt that was looked at, a line that is asked for"},
	{MarkAll, []string{"*"}, "mark all shown, or none; all doubts as looked at"},
	{Score, []string{"r"}, "score: rate the requirements one by one"},
	{Triage, []string{"t"}, "triage: decide on one person after the other"},
	{Session, []string{"S"}, "score all that is shown, from the first who is not done"},
	{Rate1, []string{"1"}, "lacks: the application shows they do not have it"},
	{Rate2, []string{"2"}, "some"},
	{Rate3, []string{"3"}, "meets"},
	{Rate4, []string{"4"}, "exceeds"},
	{Rate0, []string{"0"}, "not shown: nothing either way, ask in the interview"},
	{Advance, []string{"a"}, "decide: advanced"},
	{Hold, []string{"w"}, "decide: on hold"},
	{Reject, []string{"x"}, "decide: rejected, with a reason"},
	{SamePerson, []string{"="}, "join with the one they may be the same as; two who are marked"},
	{OtherPerson, []string{"#"}, "part from the one they may be the same as, or were joined with"},
	{GoTo, []string{"ctrl+p"}, "go to a candidate by name, from anywhere"},
	{Undo, []string{"u"}, "undo my last act, and go where it was"},
	{Redo, []string{"ctrl+r"}, "redo what was undone"},
	{Repeat, []string{"."}, "repeat my last rating, decision or tags here"},
	{Select, []string{"v"}, "select lines to quote"},
	{Quote, []string{"y"}, "quote the evidence or the selected lines onto the rating"},
	{Dismiss, []string{"d"}, "take the line away: it does not speak to the requirement"},
	{Restore, []string{"D"}, "bring back all lines that I took away for the requirement"},
	{Why, []string{"W"}, "why the line is, or is not, pointed at for the requirement"},
	{Terms, []string{"T"}, "the requirement's own terms: words that speak to it too"},
	{Note, []string{"m"}, "write a note"},
	{Copy, []string{"Y"}, "copy the person's summary, or the selected lines, to the terminal's clipboard"},
	{NextTab, []string{"tab"}, "next document; beside a checklist, its posting; in a form, the next field"},
	{PrevTab, []string{"shift+tab"}, "previous document or field"},
	{Version, []string{"V"}, "the older version of the document; after the oldest the newest"},
	{Later, []string{">"}, "put this one off to the end"},
	{SayStrongNo, []string{"N"}, "recommend: strong no"},
	{SayNo, []string{"n"}, "recommend: no"},
	{SayYes, []string{"y"}, "recommend: yes"},
	{SayStrong, []string{"Y"}, "recommend: strong yes"},
	{Confirm, []string{"enter"}, "confirm"},
	{Sort, []string{"s"}, "sort by the column under the cursor; elsewhere by the next order"},
	{Reverse, []string{"ctrl+s"}, "reverse the order"},
	{Role, []string{"R"}, "the role and its checklist"},
	{Roles, []string{"ctrl+o"}, "another role"},
	{Add, []string{"i"}, "add candidates"},
	{Original, []string{"o"}, "the original in the system's viewer"},
	{Pager, []string{"O"}, "the text in the pager"},
	{NewLine, []string{"alt+enter", "ctrl+j"}, "a new line, while a note or a requirement is being written"},
	{Complete, []string{"tab"}, "type a path, and complete the name of a file or folder; complete a field or value of a filter"},
	{NextOffer, []string{"ctrl+n"}, "choose the next of what a filter can be completed with"},
	{PrevOffer, []string{"ctrl+p"}, "choose the one before"},
	{ClearLine, []string{"ctrl+u"}, "clear the line that is being typed"},
	{Above, []string{"up"}, "while a filter is typed: the row above; from an empty line, an earlier filter"},
	{Below, []string{"down"}, "while a filter is typed: the row below; a later filter"},
	{TypePath, []string{"~"}, "type a path from your own folder"},
	{DryRun, []string{"ctrl+t"}, "dry run: what would become of each file; nothing is kept"},
	{ByHand, []string{"f"}, "fill in a form for one candidate"},
	{Cancel, []string{"X"}, "cancel the adding; what has landed stays"},
	{Reword, []string{"W"}, "reword the requirement; call the view something else"},
	{MustOrNice, []string{"p"}, "make it a must-have or a nice-to-have"},
	{JudgedFrom, []string{"I"}, "judge it from the application or in the interview"},
	{Gate, []string{"b"}, "gate: not meeting it puts a candidate below all others"},
	{Weight, []string{"+"}, "weight: how much the requirement counts; 1, 2, 3 or a half"},
	{Drop, []string{"d"}, "drop the requirement, or take it back in; drop the view"},
	{Otherwise, []string{"!"}, "settle a doubt the other way, for all that it is about: drop them, or must or nice"},
	{Split, []string{"s"}, "split the requirement in those that its words name"},
	{Join, []string{"&"}, "join the requirement with the next one of its kind"},
	{Anchors, []string{"A"}, "word what each rating means for the requirement"},
	{Views, []string{"'"}, "saved views: queries that are called with a digit"},
	{UseView, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "open the view of that digit"},
	{KeepView, []string{"s"}, "keep what the list shows now as a view"},
	{Tag, []string{"+"}, "tags: put on, or with a - before it taken off"},
	{Suspend, []string{"ctrl+z"}, "suspend the program"},
	{MouseOff, []string{":mouse off"}, "leave the mouse to the terminal, for its own selection"},
	{MouseOn, []string{":mouse on"}, "take the mouse again"},
	{Theme, []string{":theme"}, "another theme until one leaves: by its name, or the next one"},
	{HintsOff, []string{":hints off"}, "show no more hints"},
	{HintsOn, []string{":hints on"}, "show each hint once more, when it is of use"},
}

// Hint is an entry of the key line: the keys of its actions and a word.
type Hint struct {
	Actions []Action
	Word    string
}

// Map is the actions that a screen takes and its key line, most useful first.
type Map struct {
	Screen string // what the help calls the screen
	Hints  []Hint
	Others []Action // taken too, but not in the key line
	Filter bool     // a filter is typed there: help says how one is written
}

// All is every action of the program with its own keys, in the order of the help screen.
func All() []Binding { return table }

// Bindings is all that the map binds, in the order of the help screen.
func (m Map) Bindings() []Binding {
	var bound []Binding
	for _, b := range table {
		if m.Takes(b.Action) {
			bound = append(bound, b)
		}
	}
	return bound
}

// Takes reports whether the map binds an action.
func (m Map) Takes(a Action) bool {
	return slices.Contains(m.Others, a) || slices.ContainsFunc(m.Hints, func(h Hint) bool { return slices.Contains(h.Actions, a) })
}

// Action is what a key, as Bubble Tea names it, does here; "" for nothing.
func (m Map) Action(key string) Action {
	for _, b := range table {
		if slices.Contains(b.Keys, key) && m.Takes(b.Action) {
			return b.Action
		}
	}
	return ""
}

// Known is what a key does somewhere in the program; "" for a key that does nothing anywhere.
func Known(key string) Action {
	for _, b := range table {
		if slices.Contains(b.Keys, key) {
			return b.Action
		}
	}
	return ""
}

// Common is what every screen takes besides its own.
var Common = []Action{Help, Palette, GoTo, Undo, Redo, Suspend, MouseOff, MouseOn, Theme, HintsOff, HintsOn}
