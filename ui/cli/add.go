package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"candid/model"
	"candid/store/intake"
	"candid/store/landing"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

func (c *command) add() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "add PATH…",
		Short: "Add candidates from files and folders, and say of each what became of it",
		Long: `Adds candidates to the role. A file is a candidate, and so is each file of a folder and each subfolder of it, with
all that lies below. PDF, DOCX, ODT, RTF, HTML, text, Markdown, JSON Resume, mail and mailboxes, tables (CSV, XLSX, JSONL) and ZIPs
of these are read, whatever they are called. Each lands on its own, and adding the same again changes nothing. --source and --tag
say what the files do not: where the applications come from, and what to call them. With - the paths come from standard input,
one a line, or parted by NUL as find -print0 gives them.

In a table each row is a candidate, and several rows of one person are one. What its columns hold is told by their headers, and
--dry-run shows it; every other column is an answer under its question. --map changes it, and is kept for the next table with the
same header: --map 'Full name=name,CV=document'. A header with a comma is put into quotation marks with its kind.

--watch FOLDER brings in what is there, and then what is put there, until it is interrupted: each file, and each subfolder as one
candidate, once nothing of it has changed for a second. What browsers are still loading is left alone until it is whole.

With --json it prints {"version","added":n,"updated":n,"unchanged":n,"refused":n,"files":[{"path","result","candidate":{"id",
"name","email","phone"},"reason","news","maybe":[{"id","name","by"}],"documents":[{"kind","name","format"}]}],"columns":[{"path",
"column","as"}]}; columns where there were tables, maybe for those who may be the same as somebody. result is added, updated,
unchanged or refused. With --dry-run nothing is kept, and no store is needed. The exit code is 3 when some were refused.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if folder, _ := cmd.Flags().GetString("watch"); folder != "" {
				return nil
			}
			return some("PATH")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.addPaths(cmd, args) },
	}
	cmd.Flags().Bool("dry-run", false, "say what would become of each, and keep nothing")
	cmd.Flags().Bool("fast", false, "leave out the search for text that is not visible on a PDF's page")
	cmd.Flags().String("source", "", "where these applications come from: a `word` such as referral")
	cmd.Flags().String("map", "", "what columns of a table hold: a `list` such as 'Full name=name,CV=document'")
	cmd.Flags().StringSlice("tag", nil, "a `word` to tag them with; may be given again")
	cmd.Flags().String("watch", "", "bring in what is put into a `folder`, until interrupted")
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON")
	return cmd
}

// adding is an adding of the command line.
type adding struct {
	*command
	order    landing.Order
	columns  columns
	progress *progress
	all      addJSON
}

// addOrder is how to add, and what to; a dry run needs no store.
func (c *command) addOrder(dry bool) (landing.Order, error) {
	o := landing.Order{Dry: dry}
	if dry && !c.exists() {
		return o, nil
	}
	s, err := c.open(false)
	if err != nil {
		return o, err
	}
	o.Store = s
	viewer, err := c.viewer(s)
	if err != nil {
		return o, err
	}
	role, err := c.chosenRole(s, viewer.ID)
	if dry && c.roleName == "" && model.Is(err, model.Missing) {
		return o, nil
	}
	o.Role, o.By = role.ID, viewer.ID
	return o, err
}

func (c *command) addPaths(cmd *cobra.Command, paths []string) error {
	dry, _ := cmd.Flags().GetBool("dry-run")
	watch, _ := cmd.Flags().GetString("watch")
	if dry && watch != "" {
		return misuse(cmd, "--watch adds for good: there is no dry run of what is not there yet")
	}
	paths, err := c.listed(paths)
	if err != nil {
		return err
	}
	order, err := c.addOrder(dry)
	if err != nil {
		return err
	}
	a := &adding{command: c, order: order, all: addJSON{Version: 1, Files: []fileJSON{}}, progress: newProgress(c.errs)}
	source, _ := cmd.Flags().GetString("source")
	tags, _ := cmd.Flags().GetStringSlice("tag")
	fast, _ := cmd.Flags().GetBool("fast")
	a.order.Source = text.Drawable(source)
	for _, t := range tags {
		a.order.Tags = append(a.order.Tags, text.Drawable(t))
	}
	a.columns = columns{store: order.Store, say: a.progress.say}
	a.columns.asked, _ = cmd.Flags().GetString("map")
	a.order.Options = a.columns.options(intake.Options{Fast: fast, Say: a.progress.say})
	if len(paths) > 0 {
		err = a.bring(cmd.Context(), paths)
	}
	if err == nil && watch != "" && cmd.Context().Err() == nil {
		err = a.watch(cmd.Context(), watch)
	}
	a.progress.clear()
	if err != nil {
		return err
	}
	return a.end(dry, watch != "", cmd.Context().Err() != nil)
}

// bring adds what is at paths.
func (a *adding) bring(ctx context.Context, paths []string) error {
	o := a.order
	o.Paths = paths
	a.progress.begin()
	for outcomes, err := range o.Run(ctx) {
		for _, x := range outcomes {
			if x.Problem != nil && x.Problem.Kind == model.Misused { // the command was wrong rather than the file
				return x.Problem
			}
			f := newFileJSON(x)
			a.all.count(f)
			a.all.Files = append(a.all.Files, f)
			if !a.json {
				a.progress.clear()
				a.printFile(f, x)
			}
			a.progress.at(x.Done, x.Found)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// end says what became of all.
func (a *adding) end(dry, watched, interrupted bool) error {
	if err := a.columns.keep(dry); err != nil {
		return err
	}
	if a.json {
		a.all.Columns = a.columns.json()
		if err := writeJSON(a.out, a.all); err != nil {
			return err
		}
	} else {
		if dry {
			if err := a.printColumns(&a.columns); err != nil {
				return err
			}
		}
		maybe := ""
		if a.all.maybe > 0 {
			maybe = fmt.Sprintf("; %d maybe the same as somebody", a.all.maybe)
		}
		fmt.Fprintf(a.errs, "candid: %d added, %d updated, %d unchanged, %d refused%s\n", a.all.Added, a.all.Updated, a.all.Unchanged, a.all.Refused, maybe)
	}
	switch {
	case interrupted && !watched:
		return &model.Problem{Kind: model.Failed, Subject: "candid add", What: "was interrupted", Next: "what is listed has landed; run it again for the rest"}
	case a.all.Refused > 0 && a.all.Refused == len(a.all.Files) && !watched:
		return &model.Problem{Kind: model.Failed, Subject: "candid add", What: "could read none of it"}
	case a.all.Refused > 0:
		return &model.Problem{Kind: model.Partial, Subject: "some files", What: "were refused"}
	}
	return nil
}

// longestList is the most of a list of paths that is read, in bytes.
const longestList = 64 << 20

// listed is the paths, those of a list on standard input in the place of "-".
func (c *command) listed(args []string) (paths []string, err error) {
	for _, arg := range args {
		if arg != "-" {
			paths = append(paths, arg)
			continue
		}
		b, err := io.ReadAll(io.LimitReader(bufio.NewReader(c.in), longestList+1))
		if err != nil {
			return nil, &model.Problem{Kind: model.Failed, Subject: "standard input", What: "cannot be read", Err: err}
		}
		if len(b) > longestList {
			return nil, &model.Problem{Kind: model.Refused, Subject: "standard input", What: "is longer than any list of paths"}
		}
		end := byte('\n')
		if bytes.IndexByte(b, 0) >= 0 {
			end = 0
		}
		before := len(paths)
		for line := range strings.SplitSeq(string(b), string(end)) {
			if end == '\n' {
				line = strings.TrimSuffix(line, "\r")
			}
			if strings.TrimSpace(line) != "" {
				paths = append(paths, line)
			}
		}
		if len(paths) == before {
			return nil, &model.Problem{Kind: model.Misused, Subject: "standard input", What: "names no path", Next: "- reads one a line"}
		}
		c.in = errReader{} // it is read once
	}
	return paths, nil
}

// errReader is standard input that was read already.
type errReader struct{}

func (errReader) Read([]byte) (int, error) { return 0, errors.New("it was read already") }
