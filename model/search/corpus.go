package search

import (
	"maps"

	"candid/model"
)

// Corpus is the texts of candidates. The zero Corpus is empty. A Corpus is safe for many readers; Put and Remove make another one.
type Corpus struct {
	ids   []model.ID
	texts []sifted
	at    map[model.ID]int
}

// sifted is a text with its sieve.
type sifted struct {
	Text
	*sieve
}

// Len is how many candidates' texts it holds.
func (c Corpus) Len() int { return len(c.ids) }

// Has reports whether it holds the candidate's text.
func (c Corpus) Has(candidate model.ID) bool {
	_, ok := c.at[candidate]
	return ok
}

// Size is how many bytes its texts take: for each some 600 more than its Text.
func (c Corpus) Size() int {
	n := 0
	for _, t := range c.texts {
		n += cap(t.Text) + len(t.sieve)*8 + 88 // and the lists
	}
	return n
}

// Put is the corpus with these texts, each in the place of the one that its candidate had. It costs a copy of the list, not of the
// texts: put many at once.
func (c Corpus) Put(texts map[model.ID]Text) Corpus {
	n := len(c.ids) + len(texts)
	put := Corpus{append(make([]model.ID, 0, n), c.ids...), append(make([]sifted, 0, n), c.texts...), maps.Clone(c.at)}
	if put.at == nil {
		put.at = make(map[model.ID]int, len(texts))
	}
	for id, text := range texts {
		t := sifted{text, sieveOf(text)}
		if i, ok := put.at[id]; ok {
			put.texts[i] = t
			continue
		}
		put.at[id] = len(put.ids)
		put.ids, put.texts = append(put.ids, id), append(put.texts, t)
	}
	return put
}

// Remove is the corpus without the texts of these candidates.
func (c Corpus) Remove(candidates ...model.ID) Corpus {
	gone := make(map[model.ID]bool, len(candidates))
	for _, id := range candidates {
		gone[id] = true
	}
	left := Corpus{at: make(map[model.ID]int, len(c.ids))}
	for i, id := range c.ids {
		if !gone[id] {
			left.at[id] = len(left.ids)
			left.ids, left.texts = append(left.ids, id), append(left.texts, c.texts[i])
		}
	}
	return left
}

// asking is after how many texts stop is asked: some 30 µs.
const asking = 64

// Hits is the candidates whose texts hold what is said. Stop, where it is not nil, is asked now and then whether nobody waits for the
// answer any more; what is given then is not all.
func (c Corpus) Hits(s Said, stop func() bool) map[model.ID]bool {
	p := s.Pattern()
	asked := p.asked()
	hits := map[model.ID]bool{}
	for i, t := range c.texts {
		if i%asking == 0 && stop != nil && stop() {
			break
		}
		if t.passes(asked) && p.In(t.Text) {
			hits[c.ids[i]] = true
		}
	}
	return hits
}
