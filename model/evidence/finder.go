package evidence

import (
	"math"
	"slices"

	"candid/model"
	"candid/model/outline"
)

// Finder is a checklist made ready to look for in documents. It can be used by many goroutines at once.
type Finder struct {
	reader   reader
	asks     []ask                     // the last is for the trade
	ids      map[string]int32          // the stems of all phrases, numbered from 1
	sections map[outline.Section][]hit // what all that stands in a section speaks to
	first    [][]spoken                // by the number of a phrase's first stem
	years    map[int32]bool            // the numbers of words for years; nil when no requirement asks for any
	worked   map[int32]bool            // the numbers of words that tell that years are years of work
	of       []string                  // what requirements ask years of, in their words
	posting  shingles
	print    string
}

// ask is a requirement and what it asks for.
type ask struct {
	id    model.RequirementID
	wants []want
	years int    // how many years it asks for; 0: none
	of    uint64 // a bit for each want that they are asked of; 0: of any work
	// A bit for each want that all the others are asked of; 0: none. Where a document shows nothing of it, one of the others alone says
	// nothing: concurrency without Rust is no "fluency with Rust, a grasp of concurrency".
	subject uint64
}

// want is one thing that a requirement asks for.
type want struct {
	name   string
	weight float64
}

// spoken is a phrase, and the wants that it speaks to.
type spoken struct {
	phrase
	rest []int32 // the stems after the first
	hits []hit
}

// hit is one want that a phrase speaks to.
type hit struct {
	ask, want int
	weight    float64
	entry     int // of the vocabulary, that it does so by; -1: none
	way       string
	standing  bool // it stands for all that stands in a section or below a heading, not for words
}

// NewFinder makes a role's checklist ready. All its requirements are looked for, those that wait for the interview too.
func NewFinder(role model.Role) Finder { return newFinder(known(), role) }

func newFinder(r reader, role model.Role) Finder {
	requirements := role.Checklist.Requirements
	f := Finder{reader: r, ids: map[string]int32{}, first: make([][]spoken, 1), sections: map[outline.Section][]hit{}, posting: shingles{}, print: Fingerprint(role)}
	f.posting.add(role.Posting)
	spread := map[string]int{} // in how many requirements a thing stands
	all := make([][]part, len(requirements))
	for i, q := range requirements {
		f.posting.add(q.Text)
		all[i] = f.reader.read(q.Text)
		for _, p := range all[i] {
			spread[p.name]++
		}
	}
	for i, q := range requirements {
		a := ask{id: q.ID}
		for _, p := range append(all[i], terms(q.Terms)...) {
			for _, s := range p.speaking {
				f.add(s, hit{i, len(a.wants), s.weight, s.entry, s.way, s.section != outline.NoSection})
			}
			if p.subject || a.subject != 0 && p.own {
				a.subject |= 1 << min(len(a.wants), 63)
			}
			weight := p.weight
			if !p.subject {
				weight /= math.Sqrt(max(1, float64(spread[p.name])))
			}
			a.wants = append(a.wants, want{p.name, weight})
		}
		f.ask(&a, q.Text)
		f.asks = append(f.asks, a)
	}
	f.trade(role)
	return f
}

// trade adds an ask for what the role is: the words of its title and of what years are asked of, by which a post is known to be of
// the trade. Nothing is found for it.
func (f *Finder) trade(role model.Role) {
	a := ask{}
	for _, text := range append(f.of, role.Title) {
		for _, p := range f.reader.read(text) {
			for _, s := range p.speaking {
				f.add(s, hit{len(f.asks), len(a.wants), s.weight, s.entry, s.way, s.section != outline.NoSection})
			}
			a.wants = append(a.wants, want{p.name, 1})
		}
	}
	f.asks = append(f.asks, a)
}

// besideYears is what is left of the weight of what a requirement asks for beside years: the years are its point.
const besideYears = 0.45

// ask reads the years that a requirement asks for, and of what.
func (f *Finder) ask(a *ask, text string) {
	ws := words(text)
	years, _, to := yearsAsked(ws)
	if years == 0 {
		return
	}
	a.years = years
	from := ws[to-1].to
	of := text[from:clause(text, from)]
	for _, p := range f.reader.read(of) {
		if !p.thing(f.reader.vocabulary) {
			continue
		}
		for i, w := range a.wants {
			if w.name == p.name {
				a.of |= 1 << min(i, 63)
			}
		}
	}
	f.of = append(f.of, of)
	for i := range a.wants {
		a.wants[i].weight *= besideYears
	}
	if f.years == nil {
		f.years, f.worked = map[int32]bool{}, map[int32]bool{}
		for _, set := range []map[string]bool{yearWords(), decades()} {
			for stem := range set {
				f.years[f.number(stem)] = true
			}
		}
		for stem := range since() {
			f.years[f.number(stem)] = true
		}
		for stem := range worked() {
			f.worked[f.number(stem)] = true
		}
	}
}

// number is the number of a stem, a new one for a new stem.
func (f *Finder) number(stem string) int32 {
	if f.ids[stem] == 0 {
		f.ids[stem] = int32(len(f.first))
		f.first = append(f.first, nil)
	}
	return f.ids[stem]
}

// add makes what a speaking stands for speak to a want.
func (f *Finder) add(s speaking, h hit) {
	if s.section != outline.NoSection {
		f.sections[s.section] = append(f.sections[s.section], h)
		return
	}
	p := s.phrase
	ids := make([]int32, len(p.stems))
	for i, s := range p.stems {
		ids[i] = f.number(s)
	}
	for i, s := range f.first[ids[0]] {
		if s.exact == p.exact && s.fold == p.fold && s.apart == p.apart && slices.Equal(s.rest, ids[1:]) {
			f.first[ids[0]][i].hits = append(s.hits, h)
			return
		}
	}
	f.first[ids[0]] = append(f.first[ids[0]], spoken{p, ids[1:], []hit{h}})
}
