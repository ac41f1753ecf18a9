package model

// Versions is a candidate's documents, in the order they came in, with each naming the older version that it replaces. Of a kind
// that people send once, what was sent alone is one document, whatever it is called; what came in beside others of its kind, and
// what is of no such kind, is told apart by its name. A version that came in later is the newer one, unless both say when they were
// sent. Which documents are versions of one is the same in whatever order they come.
func Versions(documents []Document) []Document {
	type slot struct {
		kind DocumentKind
		name string
	}
	named := map[slot]bool{}
	for _, d := range documents {
		if d.Beside {
			named[slot{d.Kind, d.Name}] = true
		}
	}
	chains := map[slot][]int{}
	all := make([]Document, len(documents))
	copy(all, documents)
	for i, d := range all {
		s := slot{kind: d.Kind}
		if by := (slot{d.Kind, d.Name}); d.Kind >= OtherDocument || named[by] {
			s = by
		}
		chain := append(chains[s], i)
		for at := len(chain) - 1; at > 0; at-- {
			before := all[chain[at-1]]
			if d.Sent == 0 || before.Sent == 0 || d.Sent >= before.Sent {
				break
			}
			chain[at-1], chain[at] = chain[at], chain[at-1]
		}
		chains[s] = chain
	}
	for _, chain := range chains {
		older := ID{}
		for _, i := range chain {
			all[i].Replaces = older
			older = all[i].ID
		}
	}
	return all
}

// Older is the versions of a document that it replaces, the newest first.
func (c Candidate) Older(d Document) []Document {
	var older []Document
	for next := d.Replaces; !next.IsZero() && len(older) < len(c.Documents); {
		at := -1
		for i, x := range c.Documents {
			if x.ID == next {
				at = i
			}
		}
		if at < 0 {
			break
		}
		older = append(older, c.Documents[at])
		next = c.Documents[at].Replaces
	}
	return older
}
