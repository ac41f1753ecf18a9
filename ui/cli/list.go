package cli

import (
	"fmt"

	"candid/model"
	"candid/model/blind"
	"candid/model/query"
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

// rows is the role's candidates that a query finds, and all of them, by score, as the viewer may see them.
func rows(s *store.Store, viewer model.ID, role model.Role, words string) (found, all []model.Row, err error) {
	all, err = seen(s, viewer, role)
	if err != nil {
		return nil, nil, err
	}
	q, err := query.Parse(words, scopeOf(s, viewer, role, all))
	if err != nil {
		return nil, nil, err
	}
	model.Order(role, all, model.Sort{})
	return q.Rows(all, nil), all, nil
}

// seen is the role's candidates as the viewer may see them.
func seen(s *store.Store, viewer model.ID, role model.Role) ([]model.Row, error) {
	cards, err := s.Cards(role.ID)
	if err != nil {
		return nil, err
	}
	cards = model.Shown(cards)
	all := make([]model.Row, len(cards))
	for i, card := range cards {
		all[i] = blind.Row(viewer, role, card)
	}
	return all, nil
}

func (c *command) list() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list [QUERY]",
		Short: "List the candidates that a query finds, best first",
		Long: `Lists candidates by score as the app does: the strip of ratings, the score as a range, the number of submitted reviews,
the stage; =? behind a name says that they may be the same as another. QUERY is what the app's filter takes: words, "a phrase", -word, stage:new,hold, score:>=70. One that begins with -
stands after --.

With --json it prints {"version","role":{…},"candidates":[{"id","name","stage","low","high","reviews","gate","ratings":
{"<requirement id>":0–4 or null},"maybe":["<id>"…],"with":["<id>"…]}]}: maybe the same as these, and with these joined; with --csv a table with a header.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return c.showList(cmd, words(args)) },
	}
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON")
	cmd.Flags().Bool("csv", false, "print CSV")
	return cmd
}

func (c *command) showList(cmd *cobra.Command, words string) error {
	s, viewer, role, err := c.openRole()
	if err != nil {
		return err
	}
	found, all, err := rows(s, viewer.ID, role, words)
	if err != nil {
		return err
	}
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
		c.nobody(words)
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

// nobody says why the list is empty. What a query looks through is said too: a word that nobody bears is no riddle.
func (c *command) nobody(words string) {
	if words == "" {
		fmt.Fprintln(c.errs, "candid: nobody has applied yet (candid add PATH…)")
		return
	}
	fmt.Fprintln(c.errs, "candid: nobody matches. "+query.Words)
}
