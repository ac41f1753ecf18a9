package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
	"candid/store/intake"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

func (c *command) role() *cobra.Command {
	cmd := &cobra.Command{Use: "role", Short: "Add, show and archive roles", Args: below, RunE: func(cmd *cobra.Command, args []string) error { return below(cmd, args) }}
	add := &cobra.Command{
		Use:   "add POSTING",
		Short: "Read a posting into a role and its checklist (- reads standard input)",
		Long: `Reads a posting into a role: its title, locations, employment, and the checklist of its must-haves and nice-to-haves.
POSTING is a file, or - for standard input. It may be
  Markdown, or plain text laid out like it
  HTML: a saved page or a piece of one, also with a schema.org JobPosting in it (JSON-LD, microdata, RDFa)
  JSON: a schema.org JobPosting, JSON Resume's job, or one posting as an applicant tracking system gives it
What is doubtful is counted on standard error; the app shows each doubt (R) and lets you decide.

With --json the role is printed as {"version","title","locations":[],"employment","requirements":[{"id","priority","weight",
"label","text","from","gate","terms":[],"doubts":[]}],"remarks":[]}: "doubts" is what to look at in a requirement, in words, and "remarks"
what else was noticed, each only where there is any. With --dry-run nothing is kept, and no store is needed.`,
		Args: exactly("POSTING"),
		RunE: func(cmd *cobra.Command, args []string) error { return c.addRole(cmd, args[0]) },
	}
	add.Flags().Bool("dry-run", false, "print the role read and keep nothing")
	add.Flags().BoolVar(&c.json, "json", false, "print JSON")
	list := &cobra.Command{Use: "list", Short: "List the roles", Args: none, Long: `Lists the roles with the number of their candidates and of what they ask for.

With --json it prints {"version","roles":[{"id","candidates",…}]}, each with the fields that role show --json prints.`, RunE: func(cmd *cobra.Command, _ []string) error { return c.listRoles(cmd) }}
	list.Flags().Bool("archived", false, "those that are archived")
	list.Flags().BoolVar(&c.json, "json", false, "print JSON")
	show := &cobra.Command{Use: "show [ROLE]", Short: "Show a role and its checklist", Args: cobra.ArbitraryArgs,
		Long: `Shows a role and its checklist. ROLE is words of its title or the beginning of its id; without one it is the role that the app opens.

With --json it prints {"version","id","title","locations":[],"employment","requirements":[{"id","priority","weight","label","text",
"from","gate","terms":[]}]}: from is where it is judged, application or interview.`,
		RunE: func(_ *cobra.Command, args []string) error { return c.showRole(words(args)) }}
	show.Flags().BoolVar(&c.json, "json", false, "print JSON")
	cmd.AddCommand(add, list, show, c.archive(), c.roleTerms())
	return cmd
}

// readPosting reads a posting from a file or, for "-", from standard input.
func (c *command) readPosting(path string) (posting.Reading, error) {
	var text string
	var err error
	if path == "-" {
		path = "standard input"
		text, err = intake.PostingFrom(path, c.in)
	} else {
		text, err = intake.ReadPosting(path)
	}
	if err != nil {
		return posting.Reading{}, err
	}
	r, err := posting.Parse(text)
	if err == nil {
		err = r.Check()
	}
	var p *model.Problem
	if errors.As(err, &p) {
		about := *p
		about.Subject = path
		return r, &about
	}
	return r, err
}

// tellDoubts says on standard error what should be looked at in a role that was read.
func (c *command) tellDoubts(path string, r posting.Reading) {
	for _, remark := range r.Remarks {
		fmt.Fprintf(c.errs, "candid: %s: %s\n", path, remark)
	}
	if n := len(wording.ToLookAt(r.Doubts)); n > 0 {
		fmt.Fprintf(c.errs, "candid: %s: %s: look the checklist over\n", path, text.Count(n, "doubt"))
	}
}

func (c *command) addRole(cmd *cobra.Command, path string) error {
	read, err := c.readPosting(path)
	if err != nil {
		return err
	}
	if path == "-" {
		path = "standard input"
	}
	r := read.Role
	if dry, _ := cmd.Flags().GetBool("dry-run"); dry {
		c.tellDoubts(path, read)
		return c.printReading(r, read)
	}
	s, err := c.open(true)
	if err != nil {
		return err
	}
	if r, err = s.AddRole(r); err != nil {
		return err
	}
	c.tellDoubts(path, read)
	if c.json {
		return c.printReading(r, read)
	}
	fmt.Fprintf(c.out, "%s  %s: %s\n", r.ID.Random()[:4], r.Title, checklistWords(r))
	fmt.Fprintln(c.errs, "candid: the app shows the checklist (R); candid add PATH… adds candidates")
	return nil
}

func checklistWords(r model.Role) string {
	musts := 0
	for _, q := range r.Checklist.Requirements {
		if q.Priority == model.Must {
			musts++
		}
	}
	return text.Count(musts, "must-have") + ", " + text.Count(len(r.Checklist.Requirements)-musts, "nice-to-have")
}

// roleJSON is a role as other programs may rely on it.
type roleJSON struct {
	Version      int               `json:"version"`
	ID           string            `json:"id,omitempty"`
	Title        string            `json:"title"`
	Locations    []string          `json:"locations"`
	Employment   string            `json:"employment"`
	Archived     bool              `json:"archived,omitempty"`
	Candidates   *int              `json:"candidates,omitempty"`
	Requirements []requirementJSON `json:"requirements"`
	Remarks      []string          `json:"remarks,omitempty"`
}

type requirementJSON struct {
	ID       model.RequirementID `json:"id"`
	Priority model.Priority      `json:"priority"`
	Weight   float64             `json:"weight"`
	Label    string              `json:"label"`
	Text     string              `json:"text"`
	From     model.JudgedFrom    `json:"from"`
	Gate     bool                `json:"gate"`
	Terms    []string            `json:"terms"`
	Doubts   []string            `json:"doubts,omitempty"`
}

func newRoleJSON(r model.Role) roleJSON {
	j := roleJSON{Version: 1, ID: r.ID.String(), Title: r.Title, Locations: r.Locations, Employment: r.Employment, Archived: r.Archived, Requirements: []requirementJSON{}}
	if j.Locations == nil {
		j.Locations = []string{}
	}
	for _, q := range r.Checklist.Requirements {
		j.Requirements = append(j.Requirements, requirementJSON{ID: q.ID, Priority: q.Priority, Weight: q.Weight, Label: q.Label, Text: q.Text, From: q.From, Gate: q.Gate, Terms: terms(q)})
	}
	return j
}

// printReading prints a role, and in JSON what is doubtful about it.
func (c *command) printReading(r model.Role, read posting.Reading) error {
	if !c.json {
		return c.printRole(r)
	}
	j := newRoleJSON(r)
	j.Remarks = read.Remarks
	for i, q := range j.Requirements {
		for _, d := range read.Doubts {
			if d.Requirement == q.ID {
				j.Requirements[i].Doubts = append(j.Requirements[i].Doubts, d.Why)
			}
		}
	}
	return writeJSON(c.out, j)
}

func (c *command) printRole(r model.Role) error {
	if c.json {
		return writeJSON(c.out, newRoleJSON(r))
	}
	fmt.Fprintln(c.out, r.Title)
	if line := strings.Join(append(append([]string{}, r.Locations...), r.Employment), " · "); strings.Trim(line, " ·") != "" {
		fmt.Fprintln(c.out, strings.Trim(line, " ·"))
	}
	return printChecklist(c.out, r.Checklist)
}

func printChecklist(w io.Writer, list model.Checklist) error {
	for _, p := range []model.Priority{model.Must, model.Nice} {
		fmt.Fprintf(w, "\n%s\n", map[model.Priority]string{model.Must: "Must-have", model.Nice: "Nice-to-have"}[p])
		rows := [][]string{}
		for _, q := range list.Requirements {
			if q.Priority == p {
				rows = append(rows, []string{fmt.Sprintf("%3d", list.Number(q.ID)), q.Label, q.Text})
				if q.Terms != "" {
					rows = append(rows, []string{"", "", "also: " + q.Terms})
				}
			}
		}
		if err := table(w, rows); err != nil {
			return err
		}
	}
	return nil
}

func (c *command) archive() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "archive ROLE",
		Short: "Put a role aside, or take it up again",
		Long: `Puts a role aside: it is in no list of roles and in no choice of them any more, and everything of it is kept. candid role list
--archived names those that are put aside, --role still reads them, and --back takes one up again.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misuse(cmd, "takes one ROLE")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.archiveRole(cmd, words(args)) },
	}
	cmd.Flags().Bool("back", false, "take it up again")
	return cmd
}

func (c *command) archiveRole(cmd *cobra.Command, name string) error {
	s, err := c.open(false)
	if err != nil {
		return err
	}
	roles, err := s.Roles()
	if err != nil {
		return err
	}
	back, _ := cmd.Flags().GetBool("back")
	current, archived := parted(roles)
	if back {
		current, archived = archived, current
	}
	r, err := findRole(current, name)
	if model.Is(err, model.Missing) {
		if already, other := findRole(archived, name); other == nil {
			r, err = already, nil
		}
	}
	if err != nil {
		return err
	}
	if err := s.Archive(cmd.Context(), r.ID, !back); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s  %s\n", r.ID.Random()[:4], r.Title)
	return nil
}

func (c *command) listRoles(cmd *cobra.Command) error {
	s, err := c.open(false)
	if err != nil {
		return err
	}
	roles, err := s.Roles()
	if err != nil {
		return err
	}
	roles, archived := parted(roles)
	if only, _ := cmd.Flags().GetBool("archived"); only {
		roles = archived
	}
	type rolesJSON struct {
		Version int        `json:"version"`
		Roles   []roleJSON `json:"roles"`
	}
	all, rows := rolesJSON{Version: 1, Roles: []roleJSON{}}, [][]string{}
	for _, r := range roles {
		n, err := s.Count(r.ID)
		if err != nil {
			return err
		}
		j := newRoleJSON(r)
		j.Candidates = &n
		all.Roles = append(all.Roles, j)
		rows = append(rows, []string{r.ID.Random()[:4], r.Title, text.Count(n, "candidate"), checklistWords(r)})
	}
	if c.json {
		return writeJSON(c.out, all)
	}
	return table(c.out, rows, narrowing{1, 16}, narrowing{3, 12})
}

func (c *command) showRole(name string) error {
	s, err := c.open(false)
	if err != nil {
		return err
	}
	if name != "" {
		c.roleName = name
	}
	viewer, err := c.viewer(s)
	if err != nil {
		return err
	}
	r, err := c.chosenRole(s, viewer.ID)
	if err != nil {
		return err
	}
	return c.printRole(r)
}
