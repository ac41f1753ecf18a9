// Package query is the language of the list's filter: it reads what people type, says which rows match, and points at the
// place of a mistake.
//
// Words match name, alias, mail address, tags, location, source and stage, in any case and without accents. "A phrase" is
// words that follow each other; -word and not take away; or and parentheses join; everything else must match together. A field
// asks for one thing: stage:new,hold, score:>=70. See Fields.
package query

import (
	"bytes"
	"strings"

	"candid/model"
	"candid/model/search"
)

// Query says which rows match. The zero Query is an empty filter and matches every row.
type Query struct {
	test test
	said []search.Said
	sort *model.Sort
}

// Hits says which candidates' documents hold what is said: the nth of Query.Said. Nil: no document was looked through.
type Hits func(n int, candidate model.ID) bool

// Said is the words and phrases that documents are to be looked through for.
func (q Query) Said() []search.Said { return q.said }

// Sort is the order that the query asks for; false when it asks for none.
func (q Query) Sort() (by model.Sort, asked bool) {
	if q.sort == nil {
		return model.Sort{}, false
	}
	return *q.sort, true
}

// test says whether a row matches.
type test func(*target) bool

// target is a row under test, with its words folded when the first test asks for them.
type target struct {
	row    model.Row
	text   []byte
	folded bool
	hits   Hits
}

// Match reports whether the row matches. The row must hold only what its viewer may see.
func (q Query) Match(row model.Row, hits Hits) bool {
	return q.test == nil || q.test(&target{row: row, hits: hits})
}

// Rows is those of rows that match, in their order.
func (q Query) Rows(rows []model.Row, hits Hits) []model.Row {
	var matching []model.Row
	t := target{hits: hits}
	for _, row := range rows {
		t.row, t.folded = row, false
		if q.test == nil || q.test(&t) {
			matching = append(matching, row)
		}
	}
	return matching
}

// Mistake is where a query cannot be read, and why. It unwraps to a *model.Problem of kind Misused.
type Mistake struct {
	From, To int // bytes of the query; From < To, but for a query that ends too soon, where both are its length
	*model.Problem
}

// Unwrap gives the problem.
func (m *Mistake) Unwrap() error { return m.Problem }

func mistake(from, to int, subject, what, next string) *Mistake {
	return &Mistake{from, to, &model.Problem{Kind: model.Misused, Subject: subject, What: what, Next: next}}
}

// Words says where words and phrases are looked for, for the screens and messages that tell it.
const Words = "Words are looked for in names, e-mail addresses, places, sources, stages and tags, not in documents."

// words is what words and phrases are looked for in. A line feed parts the fields, so that no phrase runs from one to the next.
func (t *target) words() []byte {
	if t.folded {
		return t.text
	}
	c := &t.row.Candidate
	t.text = t.text[:0]
	for _, s := range [...]string{c.Name, c.Alias, c.Email, c.Location, c.Source, c.Decision.Stage.String()} {
		t.text = append(model.AppendFold(t.text, s), '\n')
	}
	for _, tag := range c.Tags {
		t.text = append(model.AppendFold(t.text, tag.Name), '\n')
	}
	t.folded = true
	return t.text
}

// saying is the test that the row's words hold what is said.
func saying(said string) test {
	folded := []byte(strings.Join(strings.Fields(model.Fold(said)), " "))
	return func(t *target) bool { return bytes.Contains(t.words(), folded) }
}

func both(a, b test) test {
	if a == nil {
		return b
	}
	return func(t *target) bool { return a(t) && b(t) }
}

func either(a, b test) test {
	if a == nil {
		return b
	}
	return func(t *target) bool { return a(t) || b(t) }
}

func opposite(a test) test { return func(t *target) bool { return !a(t) } }
