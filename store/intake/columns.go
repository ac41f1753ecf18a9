package intake

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"candid/model"
	"candid/store/intake/content"
	"candid/store/intake/table"
)

// Mapping is the columns of a table, and what each is taken as.
type Mapping = table.Mapping

// Column is one column of a Mapping.
type Column = table.Column

// ParseKind is what a column holds by its word, one of Kinds; an answer for any other word.
func ParseKind(word string) table.Kind {
	return table.Kind(max(0, slices.Index(Kinds(), word)))
}

// NamedTables is the files among paths, and right in the folders that paths name, that are called like tables; at most so many.
// They may be something else: a resume in JSON is called so too.
func NamedTables(paths []string, most int) []string {
	var named []string
	take := func(path string) {
		if namedTable(path) && len(named) < most {
			named = append(named, path)
		}
	}
	for _, path := range paths {
		info, problem := stat(path)
		if problem != nil {
			continue
		}
		if !info.IsDir() {
			take(path)
			continue
		}
		entries, err := os.ReadDir(path)
		if err != nil {
			continue // which is said when it is added
		}
		for _, e := range entries {
			if !e.IsDir() && !hidden(e.Name()) {
				take(filepath.Join(path, e.Name()))
			}
		}
	}
	return named
}

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
