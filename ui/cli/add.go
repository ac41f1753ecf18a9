package cli

import (
	"context"
	"fmt"
	"strings"

	"candid/model"
	"candid/store"
	"candid/store/intake"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

func (c *command) add() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "add PATH…",
		Short: "Add candidates from files and folders, and say of each what became of it",
		Long: `Adds candidates to the role. A file is a candidate, and so is each file of a folder and each subfolder of it, with
all that lies below; a ZIP is read as the folder that it holds. PDF, DOCX, ODT, RTF, HTML, text in any common encoding, Markdown
and JSON Resume are read; a message (.eml), each message of a mailbox (mbox), and each row of a table (CSV, TSV, XLSX, JSONL) is a
candidate, with the files that came with it. Each lands on its own, and adding the same again changes nothing. --source and --tag say what the files do not: where the applications come from, and what to call them.

In a table each row is a candidate, and several rows of one person are one. What its columns hold is told by their headers, and
--dry-run shows it; every other column is an answer under its question. --map changes it, and is kept for the next table with the
same header: --map 'Full name=name,CV=document'. A header with a comma is put into quotation marks with its kind.

With --json it prints {"version","added":n,"updated":n,"unchanged":n,"refused":n,"files":[{"path","result","candidate":{"id",
"name","email","phone"},"reason"}],"columns":[{"path","column","as"}]}, columns where there were tables; result is added, updated, unchanged or refused. With --dry-run nothing is kept, and no
store is needed. The exit code is 3 when some were refused.`,
		Args: some("PATH"),
		RunE: func(cmd *cobra.Command, args []string) error { return c.addPaths(cmd, args) },
	}
	cmd.Flags().Bool("dry-run", false, "say what would become of each, and keep nothing")
	cmd.Flags().Bool("fast", false, "leave out the search for text that is not visible on a PDF's page")
	cmd.Flags().String("source", "", "where these applications come from: a `word` such as referral")
	cmd.Flags().String("map", "", "what columns of a table hold: a `list` such as 'Full name=name,CV=document'")
	cmd.Flags().StringSlice("tag", nil, "a `word` to tag them with; may be given again")
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON")
	return cmd
}

type addJSON struct {
	Version   int          `json:"version"`
	Added     int          `json:"added"`
	Updated   int          `json:"updated"`
	Unchanged int          `json:"unchanged"`
	Refused   int          `json:"refused"`
	Files     []fileJSON   `json:"files"`
	Columns   []columnJSON `json:"columns,omitempty"`
}

type fileJSON struct {
	Path      string   `json:"path"`
	Result    string   `json:"result"`
	Candidate *whoJSON `json:"candidate,omitempty"`
	Reason    string   `json:"reason,omitempty"`
}

type whoJSON struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone"`
}

// adder adds one application, or says what would become of it.
type adder func(context.Context, model.Application) (store.Added, error)

// wouldAdd says what becomes of an application where there is nobody yet.
func wouldAdd(_ context.Context, a model.Application) (store.Added, error) {
	return store.Added{Result: store.ResultAdded, Candidate: a.Candidate}, nil
}

// adder is what adds, and the store that it adds to; a dry run needs none.
func (c *command) adder(dry bool) (adder, *store.Store, error) {
	if dry && !c.exists() {
		return wouldAdd, nil, nil
	}
	s, err := c.open(false)
	if err != nil {
		return nil, nil, err
	}
	viewer, err := c.viewer(s)
	if err != nil {
		return nil, nil, err
	}
	role, err := c.chosenRole(s, viewer.ID)
	if dry && c.roleName == "" && model.Is(err, model.Missing) {
		return wouldAdd, s, nil
	}
	if err != nil {
		return nil, nil, err
	}
	if dry {
		return func(_ context.Context, a model.Application) (store.Added, error) { return s.Preview(role.ID, a) }, s, nil
	}
	return func(ctx context.Context, a model.Application) (store.Added, error) {
		return s.Add(ctx, role.ID, a, viewer.ID)
	}, s, nil
}

func (c *command) addPaths(cmd *cobra.Command, paths []string) error {
	dry, _ := cmd.Flags().GetBool("dry-run")
	add, s, err := c.adder(dry)
	if err != nil {
		return err
	}
	source, _ := cmd.Flags().GetString("source")
	tags, _ := cmd.Flags().GetStringSlice("tag")
	all := addJSON{Version: 1, Files: []fileJSON{}}
	fast, _ := cmd.Flags().GetBool("fast")
	say := func(s string) { fmt.Fprintln(c.errs, "candid: "+s) }
	tables := columns{store: s, say: say}
	tables.asked, _ = cmd.Flags().GetString("map")
	options := tables.options(intake.Options{Fast: fast, Say: say})
	for item := range intake.Read(cmd.Context(), paths, options) {
		if err := mistaken(item); err != nil {
			return err
		}
		if who := &item.Application.Candidate; who.Source == "" {
			who.Source = text.Drawable(source)
		}
		for _, t := range tags {
			item.Application.Candidate.Tags = append(item.Application.Candidate.Tags, model.Tag{Name: text.Drawable(t)})
		}
		f, err := c.addItem(cmd.Context(), add, item)
		if err != nil {
			return err
		}
		all.count(f.Result)
		all.Files = append(all.Files, f)
		if !c.json {
			c.printFile(f)
		}
	}
	if err := tables.keep(dry); err != nil {
		return err
	}
	if c.json {
		all.Columns = tables.json()
		if err := writeJSON(c.out, all); err != nil {
			return err
		}
	} else {
		if dry {
			if err := c.printColumns(&tables); err != nil {
				return err
			}
		}
		fmt.Fprintf(c.errs, "candid: %d added, %d updated, %d unchanged, %d refused\n", all.Added, all.Updated, all.Unchanged, all.Refused)
	}
	if err := cmd.Context().Err(); err != nil {
		return &model.Problem{Kind: model.Failed, Subject: "candid add", What: "was interrupted", Next: "what is listed has landed; run it again for the rest"}
	}
	if all.Refused > 0 && all.Refused == len(all.Files) {
		return &model.Problem{Kind: model.Failed, Subject: "candid add", What: "could read none of it"}
	}
	if all.Refused > 0 {
		return &model.Problem{Kind: model.Partial, Subject: "some files", What: "were refused"}
	}
	return nil
}

// addItem adds one item. A refusal is an outcome; an error is what keeps every other from landing too.
func (c *command) addItem(ctx context.Context, add adder, item intake.Item) (fileJSON, error) {
	f := fileJSON{Path: item.Path, Result: store.ResultRefused.String()}
	if item.Problem != nil {
		f.Reason = withoutSubject(item.Problem)
		if who := item.Whose; who.Name != "" || who.Email != "" {
			// Cloned: they are parts of the document's text, which would be kept until the last file is printed.
			f.Candidate = &whoJSON{Name: strings.Clone(who.Name), Email: strings.Clone(who.Email), Phone: strings.Clone(who.Phone)}
		}
		return f, nil
	}
	added, err := add(ctx, item.Application)
	switch {
	case model.Is(err, model.Refused):
		f.Reason = err.Error()
		return f, nil
	case err != nil:
		return f, err
	}
	who := added.Candidate
	f.Result, f.Reason = added.Result.String(), added.Why
	// Cloned: they are parts of the document's text, which would be kept until the last file is printed.
	f.Candidate = &whoJSON{Name: strings.Clone(who.Name), Email: strings.Clone(who.Email), Phone: strings.Clone(who.Phone)}
	if !who.ID.IsZero() {
		f.Candidate.ID = who.ID.Random()
	}
	return f, nil
}

func withoutSubject(p *model.Problem) string {
	short := *p
	short.Subject = ""
	return short.Error()
}

func (a *addJSON) count(result string) {
	switch result {
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

func (c *command) printFile(f fileJSON) {
	line := fmt.Sprintf("%-9s  %s", f.Result, text.Drawable(f.Path))
	if f.Candidate != nil && f.Candidate.Name != "" {
		line += "  " + f.Candidate.Name
	}
	if f.Reason != "" {
		line += ": " + text.Drawable(f.Reason)
	}
	fmt.Fprintln(c.out, line)
}
