package cli

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/store"
	"candid/store/landing"
	"candid/ui/text"
)

type addJSON struct {
	Version   int          `json:"version"`
	Added     int          `json:"added"`
	Updated   int          `json:"updated"`
	Unchanged int          `json:"unchanged"`
	Refused   int          `json:"refused"`
	Files     []fileJSON   `json:"files"`
	Columns   []columnJSON `json:"columns,omitempty"`

	maybe int // how many may be the same as somebody
}

type fileJSON struct {
	Path      string         `json:"path"`
	Result    string         `json:"result"`
	Candidate *whoJSON       `json:"candidate,omitempty"`
	Reason    string         `json:"reason,omitempty"`
	News      string         `json:"news,omitempty"` // what is new of somebody known
	Maybe     []maybeJSON    `json:"maybe,omitempty"`
	Documents []documentJSON `json:"documents,omitempty"`
}

type whoJSON struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone"`
}

// maybeJSON is somebody whom a candidate may be the same as, and by what.
type maybeJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	By   string `json:"by"`
}

type documentJSON struct {
	Kind   model.DocumentKind `json:"kind"`
	Name   string             `json:"name"`
	Format string             `json:"format"`
}

func newFileJSON(x landing.Outcome) fileJSON {
	f := fileJSON{Path: x.Path, Result: x.Result.String(), Reason: x.Why}
	for _, d := range x.Documents {
		f.Documents = append(f.Documents, documentJSON{d.Kind, strings.Clone(d.Name), d.Format})
	}
	who := x.Candidate
	if x.Result == store.ResultRefused && who.Name == "" && who.Email == "" {
		return f
	}
	// Cloned: they are parts of the document's text, which would be kept until the last file is printed.
	f.Candidate = &whoJSON{Name: strings.Clone(who.Name), Email: strings.Clone(who.Email), Phone: strings.Clone(who.Phone)}
	if !who.ID.IsZero() {
		f.Candidate.ID = who.ID.Random()
	}
	f.News = x.News()
	for _, a := range x.Alike {
		f.Maybe = append(f.Maybe, maybeJSON{a.Candidate.Random(), a.Name, a.Traits.Words()})
	}
	return f
}

func (a *addJSON) count(f fileJSON) {
	if len(f.Maybe) > 0 {
		a.maybe++
	}
	switch f.Result {
	case store.ResultAdded.String():
		a.Added++
	case store.ResultUpdated.String():
		a.Updated++
	case store.ResultUnchanged.String():
		a.Unchanged++
	default:
		a.Refused++
	}
}

// printFile says what became of a file.
func (c *command) printFile(f fileJSON, x landing.Outcome) {
	line := fmt.Sprintf("%-9s  %s", f.Result, text.Drawable(f.Path))
	if f.Candidate != nil && f.Candidate.Name != "" {
		line += "  " + text.Drawable(f.Candidate.Name)
	}
	if words := x.Words(); words != "" {
		line += ": " + text.Drawable(words)
	}
	fmt.Fprintln(c.out, line)
}
