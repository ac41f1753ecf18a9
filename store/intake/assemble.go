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
	sortDocuments(docs)
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

// sortDocuments puts the resume first, of several the likeliest. Beside one that surely is, what says nothing of being one is
// another document; and where there is neither resume nor letter, the first document stands for the resume.
func sortDocuments(docs []document) {
	best := 0
	for i := range docs {
		if d := &docs[i]; d.Document.Kind == model.Resume && len(docs) > 1 {
			d.likely = resumeLikelihood(*d)
			best = max(best, d.likely)
		}
	}
	for i := range docs {
		if d := &docs[i]; d.Document.Kind == model.Resume && best >= 2 && d.likely == 0 {
			d.Document.Kind = model.OtherDocument
		}
	}
	slices.SortStableFunc(docs, func(a, b document) int {
		return cmp.Or(cmp.Compare(a.Document.Kind, b.Document.Kind), cmp.Compare(b.likely, a.likely))
	})
	if len(docs) > 0 && docs[0].Document.Kind == model.OtherDocument {
		docs[0].Document.Kind = model.Resume
	}
}

// resumeLikelihood is how much speaks for a document to be a resume: its name, its parts, whom it names and
// an address in it.
func resumeLikelihood(d document) int {
	n := 0
	if resumeName.MatchString(strings.ReplaceAll(fileStem(d.Document.Name), "_", " ")) {
		n++
	}
	if hasParts(strings.Split(d.Text, "\n")) {
		n += 2
	}
	if d.facts.Name != "" {
		n++
	}
	if d.facts.Email != "" || d.facts.Phone != "" {
		n++
	}
	return n
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
