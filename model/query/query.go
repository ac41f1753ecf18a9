// Package query is the language of the list's filter, of saved views and of the command line: it reads what people type, says
// which rows match, and points at the place of a mistake.
//
// Words match name, alias, mail address, tags, place, source and the text of documents, at the beginning of a word, in any case
// and without accents. "A phrase" is whole words as they stand; -word and not take away; or and parentheses join; everything else
// must match together. A field asks for one thing: stage:new,hold, score:>=70. See Fields.
//
// A query runs on rows, and a row holds only what its viewer may see: so nothing else can be in the answer.
package query

import (
	"slices"

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

// Said is the words and phrases that documents are to be looked through for, each once.
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

// target is a row under test.
type target struct {
	row  *model.Row
	hits Hits
}

// Match reports whether the row matches. The row must hold only what its viewer may see.
func (q Query) Match(row model.Row, hits Hits) bool {
	return q.test == nil || q.test(&target{row: &row, hits: hits})
}

// Rows is those of rows that match, in their order.
func (q Query) Rows(rows []model.Row, hits Hits) []model.Row {
	var matching []model.Row
	for _, i := range q.Indices(rows, hits) {
		matching = append(matching, rows[i])
	}
	return matching
}

// Indices is where those of rows stand that match, in their order.
func (q Query) Indices(rows []model.Row, hits Hits) []int {
	matching := make([]int, 0, len(rows))
	t := target{hits: hits}
	for i := range rows {
		t.row = &rows[i]
		if q.test == nil || q.test(&t) {
			matching = append(matching, i)
		}
	}
	return matching
}

// Words says where words and phrases are looked for, for the screens and messages that tell it.
const Words = "Words are looked for in names, e-mail addresses, places, sources, tags and the text of documents, at the beginning of a word."

// holds reports whether what words are looked for in beside documents holds the pattern: any of it, for no phrase runs from one to
// the next.
func (t *target) holds(p search.Pattern) bool {
	c := &t.row.Candidate
	return p.InString(c.Name) || p.InString(c.Alias) || p.InString(c.Email) || p.InString(c.Location) || p.InString(c.Source) ||
		slices.ContainsFunc(c.Tags, func(t model.Tag) bool { return p.InString(t.Name) })
}

// saying is the test that the row's words or documents hold what is said.
func (p *parser) saying(x part) test {
	if x.text == "-" { // which asks for nothing yet: what it is to take away follows
		return func(*target) bool { return true }
	}
	said := search.Said{Text: x.text, Whole: x.phrase}
	n := 0
	for n < len(p.said) && p.said[n] != said {
		n++
	}
	if n == len(p.said) {
		p.said = append(p.said, said)
	}
	pattern := said.Pattern()
	return func(t *target) bool {
		return t.hits != nil && t.hits(n, t.row.Candidate.ID) || t.holds(pattern)
	}
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
