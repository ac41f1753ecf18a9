package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"candid/model"
	"candid/model/evidence"
	"candid/model/posting"
	"candid/store/intake"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

func (c *command) evidence() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "evidence FILE…",
		Short: "Show the lines of documents that speak to each requirement",
		Long: `Reads documents and shows, for each requirement of the role, the lines that speak to it, strongest first. No store is
needed: without a role, the sample role's checklist is used.

With --json it prints {"version","file","lines":[…],"requirements":[{"id","found":[{"line","text","terms":[…],"strength"}]}]}
for one file, and {"version","files":[…]} for several. line counts from 0; strength is from 0 to 1 and orders the lines of one
requirement in one document: beside another person's it means nothing.`,
		Args: some("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error { return c.showEvidence(cmd.Context(), args) },
	}
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON")
	return cmd
}

type evidenceJSON struct {
	Version      int                `json:"version,omitempty"`
	File         string             `json:"file"`
	Lines        []string           `json:"lines"`
	Requirements []requirementFound `json:"requirements"`
}

type requirementFound struct {
	ID    model.RequirementID `json:"id"`
	Found []foundJSON         `json:"found"`
}

type foundJSON struct {
	Line     int      `json:"line"`
	Text     string   `json:"text"`
	Terms    []string `json:"terms"`
	Strength float64  `json:"strength"`
}

// asking is the role whose checklist is looked for: the one chosen where there is one, else the sample role.
func (c *command) asking() (model.Role, error) {
	if c.roleName == "" && !c.exists() {
		r, err := posting.Parse(posting.Sample())
		return r.Role, err
	}
	s, err := c.open(false)
	if err != nil {
		return model.Role{}, err
	}
	viewer, err := c.viewer(s)
	if err != nil {
		return model.Role{}, err
	}
	r, err := c.chosenRole(s, viewer.ID)
	if model.Is(err, model.Missing) && c.roleName == "" {
		sample, err := posting.Parse(posting.Sample())
		return sample.Role, err
	}
	return r, err
}

func (c *command) showEvidence(ctx context.Context, paths []string) error {
	role, err := c.asking()
	if err != nil {
		return err
	}
	finder := evidence.NewFinder(role)
	var all []evidenceJSON
	for _, path := range paths {
		sent, err := intake.ReadFile(ctx, path, intake.Options{})
		if err != nil {
			return err
		}
		if sent.Document.Sent == 0 {
			sent.Document.Added = model.At(time.Now()) // what "present" means in it
		}
		lines := strings.Split(sent.Text, "\n")
		found := finder.Find(sent.Document, lines).Found
		lines = lines[:len(lines)-sent.Document.Aside]
		j := evidenceJSON{File: path, Lines: lines}
		for _, q := range role.Checklist.Application() {
			j.Requirements = append(j.Requirements, requirementFound{ID: q.ID, Found: newFoundJSON(found[q.ID])})
		}
		all = append(all, j)
	}
	switch {
	case c.json && len(all) == 1:
		all[0].Version = 1
		return writeJSON(c.out, all[0])
	case c.json:
		return writeJSON(c.out, struct {
			Version int            `json:"version"`
			Files   []evidenceJSON `json:"files"`
		}{1, all})
	}
	for _, j := range all {
		c.printEvidence(role.Checklist, j)
	}
	return nil
}

func newFoundJSON(found []evidence.Found) []foundJSON {
	j := []foundJSON{}
	for _, f := range found {
		terms := []string{}
		for _, t := range f.Terms {
			terms = append(terms, t.Text)
		}
		j = append(j, foundJSON{Line: f.Line, Text: f.Text, Terms: terms, Strength: f.Strength})
	}
	return j
}

func (c *command) printEvidence(list model.Checklist, j evidenceJSON) {
	fmt.Fprintln(c.out, text.Drawable(j.File))
	for i, q := range list.Application() {
		fmt.Fprintf(c.out, "\n%s %d  %s\n", q.Priority, list.Number(q.ID), q.Label)
		for _, f := range j.Requirements[i].Found {
			fmt.Fprintf(c.out, "  %4d  %s  (%s)\n", f.Line+1, strings.TrimSpace(f.Text), strings.Join(f.Terms, ", "))
		}
		if len(j.Requirements[i].Found) == 0 {
			fmt.Fprintln(c.out, "        no line found; the finder misses things")
		}
	}
	fmt.Fprintln(c.out)
}
