package cli

import (
	"strings"

	"candid/model"
	"candid/model/query"
	"candid/store"
	"candid/store/export"
	"candid/ui/theme"

	"github.com/spf13/cobra"
)

// What a shell completes is looked up in the store, which is only read; where that fails, nothing is offered and nothing is said: a
// message would land in the middle of the line that somebody types.

// offers gives what may stand where a word is typed.
type offers = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective)

// completions tells each command and flag what to offer.
func (c *command) completions(root *cobra.Command) {
	if shells, _, err := root.Find([]string{"completion"}); err == nil {
		shells.Use, shells.Short = "completion SHELL", "Print completions for bash, zsh, fish or powershell"
		shells.Long = "Prints what makes a shell complete commands, roles, names and queries. candid completion SHELL --help says how to load it."
	}
	none := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveNoFileComp)
	takes := map[string]offers{
		"candid list": c.offerQuery, "candid export": c.offerQuery,
		"candid show": c.offerCandidates, "candid erase": c.offerCandidates,
		"candid role show": c.offerRoles, "candid role archive": c.offerRoles,
		"candid role terms": c.offerRequirements,
		"candid backup":     offerFolders, "candid restore": offerFolders,
		"candid role list": none, "candid check": none, "candid demo": none, "candid man": none,
	}
	for _, cmd := range commands(root) {
		cmd.ValidArgsFunction = takes[cmd.CommandPath()]
		for flag, offer := range map[string]offers{
			"format": cobra.FixedCompletions(export.Formats(), cobra.ShellCompDirectiveNoFileComp),
			"theme":  cobra.FixedCompletions(themes(), cobra.ShellCompDirectiveNoFileComp),
			"watch":  offerFolders, "view": c.offerViews,
		} {
			if cmd.Flags().Lookup(flag) != nil {
				_ = cmd.RegisterFlagCompletionFunc(flag, offer)
			}
		}
	}
	_ = root.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(themes(), cobra.ShellCompDirectiveNoFileComp))
	_ = root.RegisterFlagCompletionFunc("role", func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return c.offerRoles(cmd, nil, typed)
	})
	_ = root.RegisterFlagCompletionFunc("as", c.offerReviewers)
}

// themes is the names of all themes.
func themes() []string {
	var names []string
	for _, t := range theme.Themes() {
		names = append(names, t.Name)
	}
	return names
}

func offerFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// glimpse opens the store for reading only; nil when it cannot be.
func (c *command) glimpse() *store.Store {
	path, err := c.storePath()
	if err != nil {
		return nil
	}
	s, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return nil
	}
	c.store = s
	return s
}

// glimpseRole is the store, the viewer and the role that a command would act on; false when that is not clear.
func (c *command) glimpseRole() (*store.Store, model.Reviewer, model.Role, bool) {
	s := c.glimpse()
	if s == nil {
		return nil, model.Reviewer{}, model.Role{}, false
	}
	viewer, err := c.viewer(s)
	if err != nil {
		return nil, viewer, model.Role{}, false
	}
	role, err := c.chosenRole(s, viewer.ID)
	return s, viewer, role, err == nil
}

// begun is those of the values that go on from what is typed, in any case.
func begun(values []string, typed string) []string {
	var fit []string
	for _, v := range values {
		if len(v) >= len(typed) && strings.EqualFold(v[:len(typed)], typed) {
			fit = append(fit, v)
		}
	}
	return fit
}

func (c *command) offerRoles(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	s := c.glimpse()
	if s == nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	roles, err := s.Roles()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	current, archived := parted(roles)
	if back, _ := cmd.Flags().GetBool("back"); back {
		current = archived
	}
	var titles []string
	for _, r := range current {
		titles = append(titles, r.Title)
	}
	return begun(titles, typed), cobra.ShellCompDirectiveNoFileComp
}

func (c *command) offerReviewers(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if s := c.glimpse(); s != nil {
		reviewers, _ := s.Reviewers()
		for _, r := range reviewers {
			names = append(names, r.Name)
		}
	}
	return begun(names, typed), cobra.ShellCompDirectiveNoFileComp
}

func (c *command) offerCandidates(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if s, _, role, ok := c.glimpseRole(); ok && len(args) == 0 {
		cards, _ := s.Cards(role.ID)
		for _, card := range model.Shown(cards) {
			names = append(names, card.Candidate.Name)
		}
	}
	return begun(names, typed), cobra.ShellCompDirectiveNoFileComp
}

func (c *command) offerRequirements(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var labels []string
	if _, _, role, ok := c.glimpseRole(); ok && len(args) == 0 {
		for _, q := range append(role.Checklist.Application(), role.Checklist.Interview()...) {
			labels = append(labels, q.Label)
		}
	}
	return begun(labels, typed), cobra.ShellCompDirectiveNoFileComp
}

// offerQuery completes the query that the words typed so far are the beginning of.
func (c *command) offerQuery(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var in query.Scope
	if s, viewer, role, ok := c.glimpseRole(); ok {
		rows, _ := seen(s, viewer.ID, role)
		in = scopeOf(s, viewer.ID, role, rows)
	}
	before := words(args)
	if before != "" {
		before += " "
	}
	all, directive := []string{}, cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveKeepOrder
	for _, o := range query.Complete(before+typed, len(before+typed), in) {
		if o.From < len(before) {
			continue
		}
		if strings.HasSuffix(o.Text, ":") {
			directive |= cobra.ShellCompDirectiveNoSpace
		}
		all = append(all, cobra.CompletionWithDesc((before + typed)[len(before):o.From]+o.Text, o.Does))
	}
	return all, directive
}
