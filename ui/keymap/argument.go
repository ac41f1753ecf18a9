package keymap

import "strings"

// Argument is what an action takes when it is called by name: what stands behind the name.
type Argument struct {
	Action  Action
	Called  []string // what may stand before it
	Accepts string   // what it is, in words
	Free    bool     // anything may be typed; else it is one of those that are offered
}

// arguments is the actions that take one, in the order of the help screen.
var arguments = []Argument{
	{GoTo, []string{"go to", "go"}, "a candidate's name, alias or mail address", false},
	{Search, []string{"filter", "find"}, "what to look for: on the list a query, such as stage:new rust; in a document words", true},
	{Sort, []string{"sort"}, "an order: score, name, stage, reviews, applied, or a requirement; a minus before it reverses", false},
	{Reject, []string{"reject"}, "a reason: the number of a must-have that is not met, or other words", true},
	{Tag, []string{"tag"}, "tags, such as referral, parted by commas; a minus before one takes it off", true},
	{Views, []string{"view", "views"}, "the digit or the name of a saved view", true},
	{Roles, []string{"role", "roles"}, "words of another role's title", false},
	{Theme, []string{"theme"}, "the name of a theme: auto, dark, light, contrast, contrast-dark or contrast-light", false},
	{Add, []string{"add", "add candidates"}, "the path of a file or folder", true},
}

// Arguments is the actions that take an argument, in the order of the help screen.
func Arguments() []Argument { return arguments }

// Unbound reports whether an action has no key, and is only called by its name.
func Unbound(a Action) bool {
	keys := own(a)
	return len(keys) == 0 || strings.HasPrefix(keys[0], ":") && len(keys[0]) > 1 && !plain(a)
}

// plain reports whether an action without a key takes no argument either.
func plain(a Action) bool {
	return a == MouseOff || a == MouseOn || a == HintsOff || a == HintsOn
}
