package cli

import (
	"context"
	"fmt"
	"strings"

	"candid/model"
	"candid/model/blind"
	"candid/model/query"
	"candid/model/search"
	"candid/store"
	"candid/ui/text"
)

// asked is the role's candidates that a query finds, and all of them, in the order that it asks for, as the viewer may see them.
type asked struct {
	found, all []model.Row
	words      int // how many words and phrases were looked for
	read       int // in the documents of how many candidates
}

// rows carries out a query. The documents are read only where it has words.
func (c *command) rows(ctx context.Context, s *store.Store, viewer model.ID, role model.Role, words string) (a asked, err error) {
	if a.all, err = seen(s, viewer, role); err != nil {
		return a, err
	}
	q, err := query.Parse(words, scopeOf(s, viewer, role, a.all))
	if err != nil {
		c.point(words, err)
		return a, err
	}
	by, _ := q.Sort()
	model.Order(role, a.all, by)
	hits, err := c.hits(ctx, s, role.ID, q.Said(), &a)
	if err != nil {
		return a, err
	}
	a.found = q.Rows(a.all, hits)
	return a, nil
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

// hits looks through all documents of a role for what is said. Those that are damaged are named, and left out.
func (c *command) hits(ctx context.Context, s *store.Store, role model.ID, said []search.Said, a *asked) (query.Hits, error) {
	if a.words = len(said); a.words == 0 {
		return nil, nil
	}
	patterns := make([]search.Pattern, len(said))
	held := make([]map[model.ID]bool, len(said))
	for i := range said {
		patterns[i], held[i] = said[i].Pattern(), map[model.ID]bool{}
	}
	err := s.Texts(ctx, role, nil, func(candidate model.ID, t search.Text) {
		a.read++
		for i, p := range patterns {
			if p.In(t) {
				held[i][candidate] = true
			}
		}
	})
	if model.Is(err, model.Damaged) {
		fmt.Fprintln(c.errs, text.Drawable("candid: not every document was searched: "+err.Error()))
		err = nil
	}
	return func(n int, candidate model.ID) bool { return held[n][candidate] }, err
}

// point shows where in a query a mistake stands.
func (c *command) point(words string, err error) {
	m, ok := err.(*query.Mistake)
	if !ok {
		return
	}
	before, there := text.Drawable(words[:m.From]), text.Drawable(words[m.From:m.To])
	fmt.Fprintln(c.errs, "  "+before+there+text.Drawable(words[m.To:]))
	fmt.Fprintln(c.errs, "  "+text.Blank(text.Width(before))+strings.Repeat("^", max(1, text.Width(there))))
}

// nobody says why the list is empty. What a query looks through is said too: a word that nobody bears is no riddle.
func (c *command) nobody(words string, a asked) {
	switch {
	case len(a.all) == 0:
		fmt.Fprintln(c.errs, "candid: nobody has applied yet (candid add PATH…)")
	case a.words == 0:
		fmt.Fprintf(c.errs, "candid: nobody matches %s, of %s\n", text.Drawable(words), text.Count(len(a.all), "candidate"))
	default:
		fmt.Fprintf(c.errs, "candid: nobody matches %s, of %s; the documents of %d were searched. %s\n", text.Drawable(words), text.Count(len(a.all), "candidate"), a.read, query.Words)
	}
}
