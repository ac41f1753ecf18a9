package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"candid/model"
	"candid/model/blind"
	"candid/model/evidence"
	"candid/store"
	"candid/store/export"
	"candid/ui"
	"candid/ui/page"

	"github.com/spf13/cobra"
)

func (c *command) show() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show CANDIDATE",
		Short: "Show one candidate: score, ratings, the strongest line for each requirement",
		Long: `Shows one candidate as the viewer may see them. CANDIDATE is a name, an alias or the beginning of the id.

With --json it prints what export --json prints of one candidate.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misuse(cmd, "takes a CANDIDATE")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.showCandidate(cmd, words(args)) },
	}
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON")
	return cmd
}

func (c *command) showCandidate(cmd *cobra.Command, name string) error {
	s, viewer, role, err := c.openRole()
	if err != nil {
		return err
	}
	cards, err := s.Cards(role.ID)
	if err != nil {
		return err
	}
	who, err := findCandidate(cards, name)
	if err != nil {
		return err
	}
	a, err := c.rows(cmd.Context(), s, viewer.ID, role, "")
	if err != nil {
		return err
	}
	for _, row := range a.all {
		if row.Candidate.ID != who.ID {
			continue
		}
		if c.json {
			list, err := c.shortlist(s, viewer.ID, role, []model.Row{row})
			if err != nil {
				return err
			}
			return export.Write(c.out, export.JSON, list)
		}
		p, err := s.Person(who.ID)
		if err != nil {
			return err
		}
		return c.printCandidate(viewer.ID, role, row, p, a.all)
	}
	return &model.Problem{Kind: model.Missing, Subject: name, What: "is gone since"}
}

func (c *command) printCandidate(viewer model.ID, role model.Role, row model.Row, p store.Person, all []model.Row) error {
	for _, held := range p.Held {
		p.Record.Candidate = p.Record.Candidate.With(held.Candidate)
	}
	seen := blind.View(viewer, p.Record)
	for i, r := range p.Readings {
		p.Readings[i] = r.As(seen.Review(viewer))
	}
	who := seen.Candidate
	fmt.Fprintf(c.out, "%s  %s\n", who.ID.Random()[:8], who.Name)
	var facts []string
	for _, f := range append([]string{who.Location, who.Email, who.Phone, who.Source}, who.Links...) {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if len(facts) > 0 {
		fmt.Fprintln(c.out, strings.Join(facts, " · "))
	}
	for _, other := range all {
		if tie := row.Candidate.Tie(other.Candidate.ID); tie.Bond == model.MaybeSame {
			fmt.Fprintf(c.out, "maybe the same as %s %s (%s)\n", other.Candidate.ID.Random()[:8], other.Candidate.Name, tie.Traits.Words())
		}
	}
	for _, held := range p.Held {
		fmt.Fprintf(c.out, "with the application of %s\n", joined(held.Candidate))
	}
	stage := who.Decision.Stage.String()
	if why := who.Decision.Reason.In(role.Checklist); why != "" {
		stage += ": " + why
	}
	gate := role.Checklist.GateWords(row.Score)
	if gate != "" {
		gate = " · " + gate
	}
	fmt.Fprintf(c.out, "%s · score %s%s · %d submitted\n\n", stage, row.Score.Words("–"), gate, row.Reviews)
	lines := [][]string{}
	for i, q := range role.Checklist.Application() {
		line := "no line found"
		if at, f, ok := evidence.Strongest(p.Readings, q.ID); ok {
			line = strings.TrimSpace(page.Bare(p.Readings[at].Document, f.Text))
		}
		lines = append(lines, []string{q.Priority.String(), fmt.Sprint(role.Checklist.Number(q.ID)), string(row.Cells[i].Rune()), q.Label, line})
	}
	return table(c.out, lines, narrowing{4, 20}, narrowing{3, 12})
}

// joined is who sent an application that was joined with another, and what is in it.
func joined(one model.Candidate) string {
	words := []string{one.Name, one.Email, one.Phone}
	for _, d := range one.Current() {
		words = append(words, d.Name)
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " · ")
}

// shortlist is rows with their records as the viewer may see them.
func (c *command) shortlist(s *store.Store, viewer model.ID, role model.Role, rows []model.Row) (export.Shortlist, error) {
	list := export.Shortlist{Role: role, Rows: rows, Reviewers: map[model.ID]string{}, Made: time.Now()}
	reviewers, err := s.Reviewers()
	if err != nil {
		return list, err
	}
	for _, r := range reviewers {
		list.Reviewers[r.ID] = r.Name
	}
	for _, row := range rows {
		r, err := ui.Seen(s, viewer, row)
		if err != nil {
			return list, err
		}
		list.Records = append(list.Records, r)
	}
	return list, nil
}

func (c *command) export() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export [QUERY]",
		Short: "Write the shortlist, with the quotes behind every rating, as Markdown, HTML, CSV or JSON",
		Long: `Writes the candidates that a query finds, best first or in the order it asks for, as the viewer may see them: of reviews by
others only those of candidates whom the viewer has reviewed too. QUERY is what the app's filter takes. The HTML is one file that
needs no other: to mail, to print, to read light or dark.

With --json it prints {"version","role":{…},"made","candidates":[{"id","name","email","stage","reason","tags":[],"rank","low",
"high","rated","reviews","mine","gate","not_met":[],"disputed":[],"ratings":{"<requirement id>":0–4 or null},"behind":[],"differ":[],
"maybe":[],"with":[],"panel":[{"reviewer","submitted","recommendation","note","ratings":{"<requirement id>":{"rating","behind",
"revision","note","quotes":[{"document","from","to","text"}]}}}]}]}: behind and differ are the requirements that were rated before a
change and those on which two reviewers are two or more apart; a quote goes from its first line to the one after its
last, counted from 0.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error { return c.withView(cmd, args, c.writeExport) },
	}
	viewFlag(cmd)
	cmd.Flags().String("format", "", "a `format`: markdown, html, csv or json (default: by the ending of --output, else markdown)")
	cmd.Flags().StringP("output", "o", "", "the `file` to write; it must not exist (default: standard output)")
	cmd.Flags().BoolVar(&c.json, "json", false, "the same as --format json")
	return cmd
}

func (c *command) writeExport(cmd *cobra.Command, words string) error {
	name, _ := cmd.Flags().GetString("format")
	path, _ := cmd.Flags().GetString("output")
	format, err := exportFormat(name, path, c.json)
	if err != nil {
		return err
	}
	s, viewer, role, err := c.openRole()
	if err != nil {
		return err
	}
	a, err := c.rows(cmd.Context(), s, viewer.ID, role, words)
	if err != nil {
		return err
	}
	if len(a.found) == 0 && words != "" {
		c.nobody(words, a)
	}
	list, err := c.shortlist(s, viewer.ID, role, a.found)
	if err != nil {
		return err
	}
	if path == "" {
		return export.Write(c.out, format, list)
	}
	return newFile(path, func(w io.Writer) error { return export.Write(w, format, list) })
}
