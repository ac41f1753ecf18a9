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
	"candid/ui/page"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

func (c *command) evidence() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "evidence FILE…",
		Short: "Show the lines of documents that speak to each requirement",
		Long: `Reads documents and shows, for each requirement of the role, the lines that speak to it, strongest first. No store is
needed: without a role, the sample role's checklist is used.

With --json it prints {"version","file","lines":[…],"requirements":[{"id","found":[…],"sum"}]} for one file, and
{"version","files":[…]} for several. Each of found is {"line","text","terms":[…],"strength","from","to","kind","place","why":[…]}:
a statement, by the line that says most of it; from and to are its first line and the line after its last, all counted from 0;
kind is told, listed (in a list of skills) or dated (the dates of a post); place is the post or section it stands in; why has for
each of the terms what of the requirement it speaks to. strength is from 0 to 1 and orders the statements of one requirement in
one document: beside another person's it means nothing. Where a requirement asks for years, sum is
{"asked","months","of","ranges":[{"line","text","months","place"}]}: what the document's own dates come to. of is what only the posts
that speak to it count towards. place and of are left out where there is none.`,
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
	Sum   *sumJSON            `json:"sum,omitempty"`
}

type foundJSON struct {
	Line     int      `json:"line"`
	Text     string   `json:"text"`
	Terms    []string `json:"terms"`
	Strength float64  `json:"strength"`
	From     int      `json:"from"`
	To       int      `json:"to"`
	Kind     string   `json:"kind"`
	Place    string   `json:"place,omitempty"`
	Why      []string `json:"why"`
}

type sumJSON struct {
	Asked  int         `json:"asked"`
	Months int         `json:"months"`
	Of     string      `json:"of,omitempty"`
	Ranges []rangeJSON `json:"ranges"`
}

type rangeJSON struct {
	Line   int    `json:"line"`
	Text   string `json:"text"`
	Months int    `json:"months"`
	Place  string `json:"place,omitempty"`
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
		findings := finder.Find(sent.Document, lines)
		lines = lines[:len(lines)-sent.Document.Aside]
		j := evidenceJSON{File: path, Lines: lines}
		for _, q := range role.Checklist.Application() {
			j.Requirements = append(j.Requirements, requirementFound{ID: q.ID, Found: newFoundJSON(findings.Found[q.ID]), Sum: newSumJSON(findings.Sums, q.ID, lines)})
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
	all := []foundJSON{}
	for _, f := range found {
		j := foundJSON{Line: f.Line, Text: f.Text, Terms: []string{}, Strength: f.Strength, From: f.From, To: f.To, Kind: f.Kind.String(), Place: f.Place, Why: []string{}}
		for _, t := range f.Terms {
			j.Terms, j.Why = append(j.Terms, t.Text), append(j.Why, t.Why)
		}
		all = append(all, j)
	}
	return all
}

func newSumJSON(sums map[model.RequirementID]evidence.Sum, id model.RequirementID, lines []string) *sumJSON {
	sum, ok := sums[id]
	if !ok {
		return nil
	}
	j := &sumJSON{Asked: sum.Asked, Months: sum.Months, Of: sum.Of, Ranges: []rangeJSON{}}
	for _, r := range sum.Ranges {
		j.Ranges = append(j.Ranges, rangeJSON{r.Line, lines[r.Line][r.From:r.To], r.Months, r.Place})
	}
	return j
}

func (c *command) printEvidence(list model.Checklist, j evidenceJSON) {
	fmt.Fprintln(c.out, text.Drawable(j.File))
	for i, q := range list.Application() {
		fmt.Fprintf(c.out, "\n%s %d  %s\n", q.Priority, list.Number(q.ID), q.Label)
		if sum := j.Requirements[i].Sum; sum != nil {
			fmt.Fprintf(c.out, "        %s\n", text.Drawable(sum.String()))
		}
		for _, f := range j.Requirements[i].Found {
			c.printFound(j.Lines, f)
		}
		if len(j.Requirements[i].Found) == 0 {
			fmt.Fprintln(c.out, "        no line found; the finder misses things")
		}
	}
	fmt.Fprintln(c.out)
}

// printFound writes a statement, all its lines, and under it where it stands and why it was found.
func (c *command) printFound(lines []string, f foundJSON) {
	for n := f.From; n < f.To; n++ {
		fmt.Fprintf(c.out, "  %4d  %s\n", n+1, text.Drawable(strings.TrimSpace(lines[n])))
	}
	var about []string
	if f.Place != "" {
		about = append(about, f.Place)
	}
	if f.Kind == evidence.Listed.String() {
		about = append(about, "a list of skills")
	}
	for i, term := range f.Terms {
		if strings.EqualFold(term, f.Why[i]) {
			about = append(about, term)
		} else {
			about = append(about, term+" → "+f.Why[i])
		}
	}
	fmt.Fprintf(c.out, "          %s\n", text.Drawable(strings.Join(about, " · ")))
}

// String is the sum in words: "12 y 3 m of 5 asked: 2008 – 2011, 2014 – now".
func (s sumJSON) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %d asked", page.Span(s.Months), s.Asked)
	if s.Of != "" {
		fmt.Fprintf(&b, ", in posts that speak to %s", s.Of)
	}
	for i, r := range s.Ranges {
		b.WriteString([]string{": ", ", "}[min(i, 1)] + r.Text)
	}
	return b.String()
}
