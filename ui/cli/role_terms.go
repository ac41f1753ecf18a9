package cli

import (
	"fmt"
	"strconv"
	"strings"

	"candid/model"
	"candid/store"

	"github.com/spf13/cobra"
)

func (c *command) roleTerms() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "terms REQUIREMENT [PHRASES]",
		Short: "Show or set what else speaks to a requirement",
		Long: `Prints the terms of a requirement: words that speak to it in a document beside those that its text leads to. With PHRASES,
parted by commas, it sets them, at most 20 of at most 60 cells; with an empty one ("") it takes them away. REQUIREMENT is its label or words of it, "must 2", "nice 1",
its id, or its number among all.

Ratings stay: terms are no change of what is asked. Documents are looked through again when the app next shows the role.

With --json it prints {"version","id","label","terms":[]}.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 && len(args) != 2 {
				return misuse(cmd, "takes a REQUIREMENT, and PHRASES to set")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.showTerms(cmd, args) },
	}
	cmd.Flags().BoolVar(&c.json, "json", false, "print JSON")
	return cmd
}

func (c *command) showTerms(cmd *cobra.Command, args []string) error {
	s, viewer, role, err := c.openRole()
	if err != nil {
		return err
	}
	q, err := findRequirement(role.Checklist, args[0])
	if err != nil {
		return err
	}
	if len(args) == 2 {
		if q.Terms, err = model.ParseTerms(args[1]); err != nil {
			return err
		}
		if err := c.setTerms(cmd, s, viewer, role, q); err != nil {
			return err
		}
	}
	if c.json {
		return writeJSON(c.out, struct {
			Version int                 `json:"version"`
			ID      model.RequirementID `json:"id"`
			Label   string              `json:"label"`
			Terms   []string            `json:"terms"`
		}{1, q.ID, q.Label, terms(q)})
	}
	if q.Terms == "" {
		fmt.Fprintf(c.errs, "candid: %s has no terms of its own\n", q.Label)
		return nil
	}
	fmt.Fprintln(c.out, q.Terms)
	return nil
}

// setTerms gives the role's requirement the terms that q has.
func (c *command) setTerms(cmd *cobra.Command, s *store.Store, viewer model.Reviewer, role model.Role, q model.Requirement) error {
	if viewer.ID.IsZero() {
		return &model.Problem{Kind: model.Misused, Subject: "the change", What: "would be nobody's", Next: c.reviewerNames(s) + "; --as says who you are"}
	}
	qs := append([]model.Requirement(nil), role.Checklist.Requirements...)
	for i := range qs {
		if qs[i].ID == q.ID {
			qs[i].Terms = q.Terms
		}
	}
	change := role.Edit(viewer.ID, 0, qs, role.MustShare, nil)
	if change.Before.Equal(change.After) {
		return nil
	}
	_, _, err := s.Apply(cmd.Context(), role.ID, change)
	return err
}

// terms is a requirement's terms as JSON has them: a list, if an empty one.
func terms(q model.Requirement) []string { return append([]string{}, q.Phrases()...) }

// findRequirement finds a requirement by its label or words of it, "must 2", "nice 1", its id, or its number among all: first those
// judged from the application, then those that wait for the interview.
func findRequirement(list model.Checklist, name string) (model.Requirement, error) {
	all := append(list.Application(), list.Interview()...)
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(all) {
		return all[n-1], nil
	}
	var found, exact []model.Requirement
	var labels []string
	for _, q := range all {
		number := fmt.Sprint(q.Priority, " ", list.Number(q.ID))
		switch {
		case strings.EqualFold(q.Label, name), q.ID.String() == name, strings.EqualFold(number, strings.Join(strings.Fields(name), " ")):
			exact = append(exact, q)
		case hasWords(q.Label, name):
			found = append(found, q)
		}
		labels = append(labels, q.Label)
	}
	if len(exact) > 0 {
		found = exact
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return model.Requirement{}, &model.Problem{Kind: model.Missing, Subject: name, What: "is no requirement of the role", Next: "there are: " + strings.Join(labels, ", ")}
	}
	labels = nil
	for _, q := range found {
		labels = append(labels, q.Label)
	}
	return model.Requirement{}, &model.Problem{Kind: model.Misused, Subject: name, What: "means several requirements", Next: "one of: " + strings.Join(labels, ", ")}
}
