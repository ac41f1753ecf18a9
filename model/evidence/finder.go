package evidence

import (
	"math"
	"slices"

	"candid/model"
)

// Finder is a checklist made ready to look for in documents. It can be used by many goroutines at once.
type Finder struct {
	vocabulary vocabulary
	asks       []ask
	ids        map[string]int32 // the stems of all phrases, numbered from 1
	first      [][]spoken       // by the number of a phrase's first stem
	years      bool             // whether any requirement asks for years
}

// ask is a requirement and what it asks for.
type ask struct {
	id    model.RequirementID
	wants []want
	years int // place among wants of the years it asks for; -1: none
}

// want is one thing that a requirement asks for.
type want struct {
	why    string
	weight float64
}

// spoken is a phrase, and the wants that it speaks to.
type spoken struct {
	phrase
	rest []int32 // the stems after the first
	hits []hit
}

type hit struct {
	ask, want int
	weight    float64
	way       string
}

// NewFinder makes a role's checklist ready. All its requirements are looked for, those that wait for the interview too.
func NewFinder(role model.Role) Finder {
	c := role.Checklist
	reader := known()
	f := Finder{vocabulary: reader.vocabulary, ids: map[string]int32{}, first: make([][]spoken, 1)}
	spread := map[string]int{} // in how many requirements a want stands
	var all [][]reading
	for _, q := range c.Requirements {
		read := reader.read(q.Text)
		for _, r := range read {
			spread[r.why]++
		}
		all = append(all, read)
	}
	for i, q := range c.Requirements {
		a := ask{id: q.ID, years: -1}
		for _, r := range all[i] {
			weight := r.weight / math.Sqrt(float64(spread[r.why]))
			if r.years {
				a.years, f.years = len(a.wants), true
			}
			for _, p := range r.speaking {
				f.add(p.phrase, hit{i, len(a.wants), p.weight, p.way})
			}
			a.wants = append(a.wants, want{r.why, weight})
		}
		f.asks = append(f.asks, a)
	}
	return f
}

func (f *Finder) add(p phrase, h hit) {
	if len(p.stems) == 0 {
		return
	}
	ids := make([]int32, len(p.stems))
	for i, s := range p.stems {
		if f.ids[s] == 0 {
			f.ids[s] = int32(len(f.first))
			f.first = append(f.first, nil)
		}
		ids[i] = f.ids[s]
	}
	for i, s := range f.first[ids[0]] {
		if s.exact == p.exact && s.fold == p.fold && slices.Equal(s.rest, ids[1:]) {
			f.first[ids[0]][i].hits = append(s.hits, h)
			return
		}
	}
	f.first[ids[0]] = append(f.first[ids[0]], spoken{p, ids[1:], []hit{h}})
}
