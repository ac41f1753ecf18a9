// Package look is what a person may choose of what screens show: which columns the list has, and how days are written.
package look

import "slices"

// Choice is what was chosen. The zero Choice is what the program shows unasked.
type Choice struct {
	Columns []Column // of the list, after the names, the strip and the score; nil: the standard ones
	Dates   Dates
}

// Column is a column of the list.
type Column uint8

// The columns that may be chosen.
const (
	Reviews  Column = iota // how many were submitted, and how far mine is
	Stage                  // where the candidate stands
	Tags                   // those that the viewer may see
	Applied                // when
	Location               // as the application has it
	Source                 // where the application came from
	Email
	Phone
	Alias // the neutral name
	columns
)

var names = [columns]struct{ name, heading, is string }{
	{"reviews", "Reviews", "how many were submitted, and how far mine is"},
	{"stage", "Stage", "new, advanced, on hold, rejected"},
	{"tags", "Tags", "the tags that I may see"},
	{"applied", "Applied", "when they applied"},
	{"location", "Location", "where they are"},
	{"source", "Source", "where the application came from"},
	{"email", "E-mail", "the address to write to"},
	{"phone", "Phone", "the number to call"},
	{"alias", "Alias", "the neutral name"},
}

// String is the column's name as it is chosen.
func (c Column) String() string { return names[c].name }

// Heading is what stands above it.
func (c Column) Heading() string { return names[c].heading }

// Is is what stands in it, in words.
func (c Column) Is() string { return names[c].is }

// Columns is every column that may be chosen.
func Columns() []Column {
	all := make([]Column, columns)
	for i := range all {
		all[i] = Column(i)
	}
	return all
}

// ParseColumn is the column of a name; false where none has it.
func ParseColumn(name string) (Column, bool) {
	i := slices.IndexFunc(names[:], func(n struct{ name, heading, is string }) bool { return n.name == name })
	return Column(max(0, i)), i >= 0
}

// Shown is the columns to show, in their order.
func (c Choice) Shown() []Column {
	if c.Columns == nil {
		return []Column{Reviews, Stage, Tags, Applied}
	}
	return c.Columns
}
