package evidence

import (
	"slices"
	"strings"

	"candid/model/outline"
)

// How strongly a phrase speaks to a thing: it is the thing, a sure sign of it, or a hint.
const (
	same = 1.0
	sign = 0.8
	hint = 0.3
	// What is left of a sign of a sign: below it nothing is worth pointing at.
	faintest = 0.25
	// How many steps a sign may be away.
	furthest = 4
)

// speaking is a phrase that speaks to a thing.
type speaking struct {
	phrase                  // or else
	section outline.Section // all that stands in it; NoSection for a phrase

	weight float64
	entry  int    // whose phrase it is; -1: of none
	way    string // what it speaks to, and by way of what: "Kubernetes → orchestration"
}

// speaking is all that speaks to entry n: its own phrases, its signs and hints, and what is of its family, each by the strongest
// way there is.
func (v vocabulary) speaking(n int) []speaking {
	c := collection{vocabulary: v, weights: map[int]float64{}, places: map[string][]int{}}
	c.collect(n, "", same, 0)
	return c.all
}

// sectionMark begins a sign that is a section of a document, by its name: all that stands in it speaks to the thing.
const sectionMark = "§"

// sections is the sections that a sign can be.
var sections = map[string]outline.Section{
	"summary": outline.Summary, "work": outline.Work, "projects": outline.Projects, "skills": outline.Skills, "study": outline.Study,
	"certificates": outline.Certificates, "awards": outline.Awards, "publications": outline.Publications, "volunteering": outline.Volunteering,
	"talks": outline.Talks, "languages": outline.Languages, "interests": outline.Interests, "references": outline.References,
}

// collection is what is gathered for one entry.
type collection struct {
	vocabulary
	all     []speaking
	places  map[string][]int // by first stem: where in all its phrases are
	weights map[int]float64  // by entry met: how strongly it speaks; a circle brings nothing new
}

// collect adds what speaks to entry n, which itself speaks to what lies on the way from it.
func (c *collection) collect(n int, from string, weight float64, depth int) {
	if weight < faintest || depth > furthest || c.weights[n] >= weight {
		return
	}
	c.weights[n] = weight
	e := c.entries[n]
	way := e.name
	if from != "" {
		way += " → " + from
	}
	for i, p := range e.asked {
		if i == 0 && from != "" {
			c.add(speaking{phrase: p, weight: weight, entry: n, way: from}) // its own name need not be said again
		} else {
			c.add(speaking{phrase: p, weight: weight, entry: n, way: way})
		}
	}
	for _, i := range e.descendants {
		c.collect(i, way, weight*sign, depth+1)
	}
	c.follow(n, e.signs, way, weight*sign, depth)
	c.follow(n, e.hints, way, weight*hint, depth)
}

// follow adds the signs or hints of entry n.
func (c *collection) follow(n int, phrases []string, way string, weight float64, depth int) {
	for _, p := range phrases {
		if name, ok := strings.CutPrefix(p, sectionMark); ok {
			c.all = append(c.all, speaking{section: sections[name], weight: weight, entry: n, way: way})
			continue
		}
		if strings.Contains(p, apartMark) {
			for p := range apart(p) {
				c.add(speaking{phrase: p, weight: weight, entry: n, way: way})
			}
		} else if i, ok := c.at[bare(p)]; ok {
			c.collect(i, way, weight, depth+1)
		} else {
			c.add(speaking{phrase: newPhrase(p), weight: weight, entry: n, way: way})
		}
	}
}

func (c *collection) add(s speaking) {
	if s.faint {
		s.weight *= hint
	}
	if s.weight < faintest {
		return
	}
	for _, i := range c.places[s.stems[0]] {
		if q := &c.all[i]; slices.Equal(q.stems, s.stems) && q.exact == s.exact && q.fold == s.fold && q.apart == s.apart {
			if s.weight > q.weight || s.weight == q.weight && strings.Count(s.way, "→") < strings.Count(q.way, "→") {
				*q = s
			}
			return
		}
	}
	c.places[s.stems[0]] = append(c.places[s.stems[0]], len(c.all))
	c.all = append(c.all, s)
}
