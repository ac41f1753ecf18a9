package cli

import (
	"candid/model"
	"candid/store"
	"candid/store/export"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

// openRole opens the store and tells the viewer and the role.
func (c *command) openRole() (*store.Store, model.Reviewer, model.Role, error) {
	s, err := c.open(false)
	if err != nil {
		return nil, model.Reviewer{}, model.Role{}, err
	}
	viewer, err := c.viewer(s)
	if err != nil {
		return nil, viewer, model.Role{}, err
	}
	role, err := c.chosenRole(s, viewer.ID)
	return s, viewer, role, err
}

func (c *command) list() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list [QUERY]",
		Short: "List the candidates that a query finds, best first",
		Long: `Lists candidates by score as the app does: the strip of ratings, the score as a range, the number of submitted reviews,
the stage; =? behind a name says that they may be the same as another.

QUERY is what the app's filter takes: words and "a phrase", looked for in names, tags and documents; -word, or, (…); and fields:
  stage:new,hold  score:>=70  high:<90  open:>3  rated:some  gate:notmet  spread:>=2  reviews:<2  behind:yes  same:maybe
  req:2:>=3  req:cloud:open   a requirement by its number (n1: nice-to-have 1) or words of its label
  must:<2  every:>=3   any must-have; every must-have
  mine:draft  opened:no  by:ana  rec:>=yes  rec:ana:yes   my review; whose review, and what it recommends, as far as I may see
  tag:"needs visa"  from:linkedin  loc:toronto  applied:<7d  applied:2026-11  has:cover
  sort:name  sort:cloud  sort:-score   the order; - turns it round
Quote it for the shell: candid list 'stage:new "distributed systems" -tag:visa'. One that begins with - stands after --.

With --json it prints {"version","role":{…},"candidates":[{"id","name","stage","low","high","reviews","gate","ratings":
{"<requirement id>":0–4 or null},"maybe":["<id>"…],"with":["<id>"…]}]}: maybe the same as these, and with these joined; with
--csv a table with a header.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return c.withView(cmd, args, c.showList) },
	}
	viewFlag(cmd)
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON")
	cmd.Flags().Bool("csv", false, "print CSV")
	return cmd
}

func (c *command) showList(cmd *cobra.Command, words string) error {
	s, viewer, role, err := c.openRole()
	if err != nil {
		return err
	}
	a, err := c.rows(cmd.Context(), s, viewer.ID, role, words)
	if err != nil {
		return err
	}
	found, all := a.found, a.all
	if c.json {
		return export.NewList(role, found).Write(c.out)
	}
	if csv, _ := cmd.Flags().GetBool("csv"); csv {
		list, err := c.shortlist(s, viewer.ID, role, found)
		if err != nil {
			return err
		}
		return export.Write(c.out, export.CSV, list)
	}
	if len(found) == 0 {
		c.nobody(words, a)
	}
	var ids []model.ID // of all: what is shown must name one of them, not one of those found
	for _, r := range all {
		ids = append(ids, r.Candidate.ID)
	}
	short := model.Shortest(ids)
	lines := make([][]string, 0, len(found))
	for _, r := range found {
		score := role.Checklist.GateWords(r.Score)
		if len(r.Score.NotMet) == 0 {
			score = r.Score.Words("–")
		}
		name := r.Candidate.Name
		if name == "" {
			name = r.Candidate.Alias
		}
		if len(r.Candidate.Bound(model.MaybeSame)) > 0 {
			name += " =?"
		}
		lines = append(lines, []string{short[r.Candidate.ID], name, strip(role, r.Cells), score, text.Count(r.Reviews, "review"), r.Candidate.Decision.Stage.String()})
	}
	return table(c.out, lines, narrowing{1, 8}, narrowing{3, 6})
}
