// Package search is words looked for in texts: what is said in a query, and the folded texts of candidates' documents.
//
// A word is found at the beginning of a word, in any case and without accents: "rust" finds "Rust-based", not "trust". A
// phrase is words as they stand, whole, with any white space between them.
package search

import (
	"bytes"
	"strings"

	"candid/model"
)

// Said is something that is looked for. The zero Said is found everywhere.
type Said struct {
	Text  string // as it was typed, without quotes
	Whole bool   // a phrase: its last word is whole, too
}

// Text is a text made ready to be looked through.
type Text []byte

// New makes texts ready, each parted from the next so that no phrase runs from one to the other.
func New(texts ...string) Text {
	var t Text
	for _, s := range texts {
		t = append(model.AppendFold(t, s), '\n')
	}
	return t
}

// Holds reports whether the text holds what is said.
func (t Text) Holds(s Said) bool {
	return bytes.Contains(t, []byte(strings.Join(strings.Fields(model.Fold(s.Text)), " ")))
}

// Corpus is the texts of candidates. The zero Corpus is empty. A Corpus is safe for many readers; Put and Remove make another one.
type Corpus struct{ texts map[model.ID]Text }

// Len is how many candidates' texts it holds.
func (c Corpus) Len() int { return len(c.texts) }

// Hits is the candidates whose texts hold what is said. Stop, where it is not nil, is asked now and then whether nobody waits for the
// answer any more.
func (c Corpus) Hits(s Said, stop func() bool) map[model.ID]bool {
	hits := map[model.ID]bool{}
	for id, t := range c.texts {
		if t.Holds(s) {
			hits[id] = true
		}
	}
	return hits
}
