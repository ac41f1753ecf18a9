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
		f.Name = cut(cmp.Or(d.facts.nameBy(stem+" "+fileStem(d.Document.Name)), f.Name))
		known := under(model.Contacts{Name: c.Name, Email: c.Email, Phone: c.Phone, Location: c.Location, Links: c.Links}, f.Contacts)
		c.Name, c.Email, c.Phone, c.Location = known.Name, known.Email, known.Phone, known.Location
		c.Links = known.Links[:min(len(known.Links), maxLinks)]
	}
	if c.Name == "" {
		c.Name = cut(nameWithoutText(stem, c.Email, docs))
	}
	return a
}

// nameWithoutText is what to call a candidate whom no document names: by the name of the file or folder, by that of a document,
// by the address, by the likeliest guess, else by the file's name as it is.
func nameWithoutText(stem, email string, docs []document) string {
	names := []string{nameFromWords(stem)}
	for _, d := range docs {
		names = append(names, nameFromWords(fileStem(d.Document.Name)))
	}
	local, _, _ := strings.Cut(email, "@")
	names = append(names, nameFromWords(local))
	for _, d := range docs {
		names = append(names, d.facts.unsure())
	}
	return cmp.Or(append(names, cleanName(stem))...)
}

// short is the facts without what is too long for one. Half an address leads nowhere: one that is too long is none.
func (f facts) short() facts {
	f.Name, f.Phone, f.Location = cut(f.Name), cut(f.Phone), cut(f.Location)
	if len(f.Email) > longestFact {
		f.Email = ""
	}
	return f
}

// cut is the beginning of a fact that is too long.
func cut(s string) string {
	if runes := []rune(s); len(runes) > longestFact {
		return strings.TrimSpace(string(runes[:longestFact]))
	}
	return s
}
