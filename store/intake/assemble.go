package intake

import (
	"cmp"
	"slices"
	"strings"

	"candid/model"
)

// longestFact is the most that is taken of a fact, in characters. Facts stand in rows and heads; who writes a page where a
// name belongs still has it in the document.
const longestFact = 120

// assemble makes one application of a candidate's documents. Contacts come from the resume first, and what it does not say
// from the others. Where none names the person, the name that the file or folder bears does, then the e-mail address.
func assemble(path, stem string, docs []document) model.Application {
	slices.SortStableFunc(docs, func(a, b document) int { return cmp.Compare(a.Document.Kind, b.Document.Kind) })
	a := model.Application{Path: path}
	c := &a.Candidate
	for _, d := range docs {
		a.Documents = append(a.Documents, d.Sent)
		if d.Document.Kind == model.Answers {
			c.Answers = append(c.Answers, parseAnswers(d.Text)...)
		}
		f := d.facts.short()
		c.Name, c.Email, c.Phone = cmp.Or(c.Name, f.Name), cmp.Or(c.Email, f.Email), cmp.Or(c.Phone, f.Phone)
		c.Location = cmp.Or(c.Location, f.Location)
		for _, link := range f.Links {
			if !slices.Contains(c.Links, link) && len(c.Links) < maxLinks {
				c.Links = append(c.Links, link)
			}
		}
	}
	if c.Name == "" {
		local, _, _ := strings.Cut(c.Email, "@")
		c.Name = cmp.Or(nameFromWords(stem), nameFromWords(local), cleanName(stem))
	}
	return a
}

// short is the facts without what is too long for one. Half an address leads nowhere: one that is too long is none.
func (f facts) short() facts {
	beginning := func(s string) string {
		if runes := []rune(s); len(runes) > longestFact {
			return strings.TrimSpace(string(runes[:longestFact]))
		}
		return s
	}
	f.Name, f.Phone, f.Location = beginning(f.Name), beginning(f.Phone), beginning(f.Location)
	if len(f.Email) > longestFact {
		f.Email = ""
	}
	return f
}
