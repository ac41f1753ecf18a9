package cli

import (
	"strings"

	"candid/model"

	"github.com/spf13/cobra"
)

// viewFlag lets a command take one of the reviewer's saved views in the place of a query.
func viewFlag(cmd *cobra.Command) {
	cmd.Flags().String("view", "", "a saved `view` in the place of a query, by its digit or its name")
}

// withView does what is done with a query: the one that was typed, or that of the saved view that the command was given.
func (c *command) withView(cmd *cobra.Command, args []string, do func(cmd *cobra.Command, words string) error) error {
	called, _ := cmd.Flags().GetString("view")
	switch {
	case !cmd.Flags().Changed("view"):
		return do(cmd, words(args))
	case len(args) > 0:
		return &model.Problem{Kind: model.Misused, Subject: "--view " + called, What: "stands in the place of a query", Next: "leave one of them out"}
	}
	s, viewer, role, err := c.openRole()
	if err != nil {
		return err
	}
	views, _, err := s.Views(viewer.ID, role.ID)
	if err != nil {
		return err
	}
	digit, ok := views.Find(called)
	if !ok {
		var names []string
		for _, x := range views {
			if x.Name != "" {
				names = append(names, x.Name)
			}
		}
		return &model.Problem{Kind: model.Misused, Subject: called, What: "is no view of " + viewer.Name + "'s in this role", Next: "one of: " + strings.Join(names, ", ")}
	}
	return do(cmd, views[digit-1].Query)
}

// offerViews is the reviewer's views of the role.
func (c *command) offerViews(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if s, viewer, role, ok := c.glimpseRole(); ok {
		views, _, _ := s.Views(viewer.ID, role.ID)
		for _, x := range views {
			if x.Name != "" {
				names = append(names, x.Name+"\t"+x.Query)
			}
		}
	}
	return begun(names, typed), cobra.ShellCompDirectiveNoFileComp
}
