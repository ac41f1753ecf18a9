package ui

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"candid/model"
	"candid/model/posting"
	"candid/store"
	"candid/store/intake"
	"candid/store/landing"
	"candid/ui/intent"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// order is how to bring in what was asked for: the columns of tables as they were looked over, else as they are kept for their header.
func (a *App) order(w intent.Import) landing.Order {
	s := a.session.Store
	looked := map[string]string{}
	for _, t := range w.Tables {
		header, mapping := mappingOf(t)
		looked[strings.Join(header, "\x00")] = mapping
	}
	columns := func(header []string) string {
		if mapping, ok := looked[strings.Join(header, "\x00")]; ok {
			return mapping
		}
		return keptColumns(s)(header)
	}
	return landing.Order{
		Store: s, Role: a.field.role.ID, By: a.viewer(), Paths: homes(w.Paths), Dry: w.Dry, Options: intake.Options{Columns: columns},
	}
}

// mappingOf is the header of a table that was looked over, and what its columns are taken as.
func mappingOf(t intent.Table) (header []string, mapping string) {
	var m intake.Mapping
	for _, c := range t.Columns {
		header = append(header, c.Name)
		m = append(m, intake.Column{Name: c.Name, Kind: intake.ParseKind(c.Kind)})
	}
	return header, m.String()
}

// bring carries out an order, and tells how it goes. What has landed is told, whatever happens.
func (a *App) bring(ctx context.Context, o landing.Order, tables []intent.Table, tell func(brought)) {
	path := ""
	defer func() {
		m := brought{over: true}
		if p := recover(); p != nil { // nobody else would catch it, and the terminal would be left raw
			m.failed = fmt.Sprint("candid failed on ", cmp.Or(text.Drawable(filepath.Base(path)), "it"), ", and went no further: ", text.Drawable(fmt.Sprint(p)))
		}
		tell(m)
	}()
	if !o.Dry {
		for _, t := range tables {
			if header, mapping := mappingOf(t); o.Store.KeepColumns(header, mapping) != nil {
				break // they hold for this time, and it is said nowhere that they are kept
			}
		}
	}
	o.Options.Say = func(words string) { tell(brought{preparing: words}) }
	for outcomes, err := range o.Run(ctx) {
		m := brought{}
		for _, x := range outcomes {
			path = x.Path
			m.outcomes = append(m.outcomes, outcome(x))
			m.done, m.found = x.Done, x.Found
			m.prepared = m.prepared || slices.ContainsFunc(x.Documents, func(d model.Document) bool { return d.Format == "pdf" })
		}
		if err != nil {
			m.failed = err.Error()
		}
		tell(m)
	}
}

// outcome is what became of a file as screens have it.
func outcome(x landing.Outcome) intent.Outcome {
	return intent.Outcome{Path: tilde(x.Path), Result: x.Result.String(), Name: x.Candidate.Name, Words: x.Words(), Maybe: len(x.Alike) > 0}
}

// keptColumns gives the mapping that the store keeps for a table's header. One that cannot be read is as good as none.
func keptColumns(s *store.Store) func(header []string) string {
	return func(header []string) string {
		mapping, _, err := s.Columns(header)
		if err != nil {
			return ""
		}
		return mapping
	}
}

// mostInspected is how many files that are called like tables are looked into before an adding.
const mostInspected = 20

// inspect tells which tables are among what is to be added.
func (a *App) inspect(w intent.Inspect) tea.Cmd {
	if !a.session.May.Files {
		return nil
	}
	kept := keptColumns(a.session.Store)
	return func() tea.Msg {
		m := intent.Inspected{Paths: w.Paths, Kinds: intake.Kinds()}
		seen := map[string]bool{} // headers
		for _, path := range intake.NamedTables(homes(w.Paths), mostInspected) {
			for _, t := range tablesOf(path, kept) {
				header, _ := mappingOf(t)
				if key := strings.Join(header, "\x00"); !seen[key] {
					seen[key] = true
					m.Tables = append(m.Tables, t)
				}
			}
		}
		return m
	}
}

// tablesOf is the tables of a file; none of one that is something else.
func tablesOf(path string, kept func([]string) string) []intent.Table {
	var tables []intent.Table
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	mapped := func(where string, m intake.Mapping) {
		cancel() // the rows, and the files that they name, are not wanted
		t := intent.Table{Path: tilde(where)}
		for _, c := range m {
			t.Columns = append(t.Columns, intent.Column{Name: c.Name, Example: c.Example, Kind: c.Kind.String(), As: c.As()})
		}
		header, _ := mappingOf(t)
		t.Known = kept(header) != ""
		tables = append(tables, t)
	}
	for range intake.Read(ctx, []string{path}, intake.Options{Columns: kept, Mapped: mapped, Fast: true}) {
		break
	}
	return tables
}

// enterByHand adds a candidate who was typed in. What was typed counts more than what their resume says.
func (a *App) enterByHand(w intent.Enter) tea.Cmd {
	if w.Path != "" && !a.session.May.Files {
		a.say("not over this connection: the file would be one of the machine that candid runs on")
		return nil
	}
	s, role, by := a.session.Store, a.field.role.ID, a.viewer()
	return func() tea.Msg {
		app, err := typedIn(w)
		if err != nil {
			return intent.Entered{Err: err}
		}
		added, err := s.Add(context.Background(), role, app, by)
		return intent.Entered{Outcome: outcome(landing.Outcome{Added: added}), Err: err}
	}
}

// typedIn is the application of a candidate who was typed in.
func typedIn(w intent.Enter) (app model.Application, err error) {
	switch {
	case w.Path != "":
		app, err = intake.ReadOne(context.Background(), home(w.Path), intake.Options{})
	case w.Text != "":
		app, err = intake.Pasted(w.Text)
	}
	if err != nil {
		return app, err
	}
	if len(app.Documents) > 0 {
		app.Documents[0].Document.Kind = model.Resume
	}
	c := &app.Candidate
	c.Name, c.Email, c.Phone = cmp.Or(w.Candidate.Name, c.Name), cmp.Or(w.Candidate.Email, c.Email), cmp.Or(w.Candidate.Phone, c.Phone)
	c.Location, c.Source = cmp.Or(w.Candidate.Location, c.Location), cmp.Or(w.Candidate.Source, c.Source)
	for _, l := range w.Candidate.Links {
		if !slices.Contains(c.Links, l) {
			c.Links = append(c.Links, l)
		}
	}
	c.Tags = append(c.Tags, w.Candidate.Tags...)
	if c.Name == "" {
		return app, &model.Problem{Kind: model.Refused, Subject: "the name", What: "is said nowhere", Next: "type it"}
	}
	return app, nil
}

// homes is paths, each as home has it.
func homes(paths []string) []string {
	out := make([]string, 0, len(paths))
	for _, p := range paths {
		out = append(out, home(p))
	}
	return out
}

// home puts the user's folder in the place of a leading ~.
func home(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		if dir, err := os.UserHomeDir(); err == nil {
			return dir + rest
		}
	}
	return path
}

// readPosting reads a posting into a role, to be looked over. What was pasted goes the way of a file.
func (a *App) readPosting(w intent.Read) tea.Cmd {
	if w.Text == "" && w.Path != "" && !a.session.May.Files {
		a.say("not over this connection: the file would be one of the machine that candid runs on")
		return nil
	}
	return func() tea.Msg {
		text, err := postingText(w)
		if err != nil {
			return intent.Posting{Err: err}
		}
		r, err := posting.Parse(text)
		return intent.Posting{Reading: r, Err: err}
	}
}

// postingText is the text of the posting that is asked for.
func postingText(w intent.Read) (string, error) {
	switch {
	case w.Text != "":
		return intake.PostingFrom("what was pasted", strings.NewReader(w.Text))
	case w.Path != "":
		return intake.ReadPosting(home(w.Path))
	default:
		return posting.Sample(), nil
	}
}

// mostSeen is how many files of a folder are looked into for what they seem to be.
const mostSeen = 500

// listFolder tells what a folder holds, so that files can be chosen and paths completed.
func (a *App) listFolder(path string) tea.Cmd {
	if !a.session.May.Files {
		return nil
	}
	return func() tea.Msg {
		m := intent.Listed{Path: path}
		folder, err := filepath.Abs(home(path))
		if err != nil {
			m.Why = err.Error()
			return m
		}
		entries, err := os.ReadDir(folder)
		if err != nil {
			m.Why = err.Error()
			return m
		}
		m.Folder = shortened(folder)
		seen := 0
		for _, e := range entries {
			x := intent.Entry{Name: e.Name(), Folder: e.IsDir()}
			if info, err := os.Stat(filepath.Join(folder, e.Name())); err == nil {
				x.Folder = info.IsDir()
				if info.Mode().IsRegular() {
					x.Size = info.Size()
				}
			}
			if !x.Folder && !strings.HasPrefix(x.Name, ".") && seen < mostSeen {
				seen++
				x.Seems = intake.Seems(filepath.Join(folder, x.Name))
			}
			m.Entries = append(m.Entries, x)
		}
		return m
	}
}

// tilde is a path with ~ for the user's own folder.
func tilde(path string) string {
	separator := string(filepath.Separator)
	if own, err := os.UserHomeDir(); err == nil && own != separator {
		if rest, ok := strings.CutPrefix(path, own); ok && (rest == "" || strings.HasPrefix(rest, separator)) {
			return "~" + rest
		}
	}
	return path
}

// shortened is the path of a folder with a separator at its end, and with ~ for the user's own.
func shortened(folder string) string {
	folder = tilde(folder)
	separator := string(filepath.Separator)
	if !strings.HasSuffix(folder, separator) {
		folder += separator
	}
	return folder
}
