package intake

import (
	"errors"

	"candid/model"
	"candid/store/intake/content"
	"candid/store/intake/table"
)

// Mapping is the columns of a table, and what each is taken as.
type Mapping = table.Mapping

// Kinds is the words for all that a column can hold, as Options.Map takes them.
func Kinds() []string { return table.KindNames() }

// mapping tells what the columns of a table hold: what is guessed, changed by the mapping that is kept for its header, then by
// what the user asked for now.
func mapping(t content.Table, o Options) (Mapping, error) {
	m := table.Guess(t)
	if o.Columns != nil {
		if kept := o.Columns(t.Header); kept != "" {
			if changed, err := m.Change(kept); err == nil { // one of an older version may not fit
				m = changed
			}
		}
	}
	if o.Map == "" {
		return m, nil
	}
	return m.Change(o.Map)
}

// whoColumns is the kinds of which a table needs one to be a list of people.
const whoColumns = "name, email or text"

// nobody is the problem of a table of which no column says who its rows are.
func nobody(path string) *model.Problem {
	return &model.Problem{Kind: model.Refused, Subject: path, What: "no column says whose its rows are",
		Next: "if it is a list of candidates, say which does: --map 'COLUMN=name'; a list needs one of " + whoColumns}
}

// unmapped is the problem of a mapping that the user gave; it names the column or the kind that is wrong.
func unmapped(err error) *model.Problem {
	var p *model.Problem
	if !errors.As(err, &p) {
		p = &model.Problem{Kind: model.Misused, Subject: "the mapping of columns", Err: err}
	}
	return p
}
