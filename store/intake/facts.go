package intake

import (
	"slices"
	"strings"

	"candid/model"
	"candid/store/intake/content"
)

// facts is what a document says of who sent it.
type facts struct {
	model.Contacts
	guesses []guess // who it may be by where nothing states it, the likeliest first; Name is among them only when it is sure
}

// findFacts tells who a document is by, from the lines of its text as they are shown and from what its format said besides.
// What the format states goes before what the text seems to say. All of d but its Text has been cleaned.
func findFacts(lines []string, d content.Document) facts {
	f, rest := frontMatter(lines)
	f.Contacts = under(f.Contacts, d.Said)
	found := findContacts(lines[rest:], d)
	if f.Name == "" {
		f.guesses = found.guesses
	}
	f.Contacts = under(f.Contacts, found.Contacts)
	return f
}

// findContacts reads who a text is by from its lines alone.
func findContacts(lines []string, d content.Document) facts {
	p := newPage(lines, d)
	var f facts
	addresses := p.addresses()
	links := p.findLinks()
	keys := handles(p.ownTargets(links, ""))
	for _, a := range addresses {
		if a.worth > -20 {
			keys = append(keys, a.email)
		}
	}
	keys = keys[:min(len(keys), 12)]
	f.guesses = p.names(keys)
	if len(f.guesses) > 0 && f.guesses[0].worth >= sure {
		f.Name = f.guesses[0].name
	}
	f.Email = ownAddress(addresses, f.Name)
	f.Phone = p.findPhone()
	f.Location = p.findLocation(f.Name)
	f.Links = p.ownTargets(links, f.Name)
	return f
}

// ownAddress is the likeliest address, the name counted in.
func ownAddress(all []address, name string) string {
	best, worth := "", 0
	for _, a := range all {
		w := a.worth + 8*agreement(name, []string{a.email})
		if best == "" || w > worth {
			best, worth = a.email, w
		}
	}
	if worth < -25 {
		return "" // a referee's
	}
	return best
}

// under fills what c lacks from other.
func under(c, other model.Contacts) model.Contacts {
	for _, pair := range [][2]*string{{&c.Name, &other.Name}, {&c.Email, &other.Email}, {&c.Phone, &other.Phone}, {&c.Location, &other.Location}} {
		if *pair[0] == "" {
			*pair[0] = *pair[1]
		}
	}
	c.Links = slices.Clone(c.Links)
	for _, link := range other.Links {
		if !slices.ContainsFunc(c.Links, func(l string) bool { return sameLink(l, link) }) {
			c.Links = append(c.Links, link)
		}
	}
	return c
}

// nameBy is the name of a document's author with what else is known of them: the name of its file and their address. A guess that
// agrees with either may be surer than the one before it.
func (f facts) nameBy(stem string) string {
	if len(f.guesses) == 0 {
		return f.Name
	}
	best, worth := "", sure-1
	for _, g := range f.guesses {
		w := g.worth
		if strings.Contains(g.name, " ") || ideographic(firstRune(g.name)) {
			w += 14 * agreement(g.name, []string{stem})
		}
		if w > worth {
			best, worth = g.name, w
		}
	}
	return best
}

// unsure is the likeliest guess that is not sure, as long as it begins with a name that people are given.
func (f facts) unsure() string {
	for _, g := range f.guesses {
		if g.worth >= 4 && strings.Contains(g.name, " ") && isGiven(firstWord(g.name)) {
			return g.name
		}
	}
	return ""
}
