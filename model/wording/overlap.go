package wording

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
)

// mostNames is how many things a requirement names at most for each of them to be what it is about.
const mostNames = 2

// broad are things that so much is about that two requirements may well ask for different parts of it.
var broad = map[string]bool{"Blockchain": true, "Machine Learning": true, "LLM": true}

// subjects is what a requirement is about: the things its label names, those of its words when they are few, and its label.
func subjects(q model.Requirement, kind matter) []string {
	l := knownWords()
	var all []string
	for _, list := range []string{"technology", "tool"} {
		named := l.things(list, withoutAsides(q.Text))
		for _, t := range l.things(list, q.Label) {
			all = append(all, t.name)
		}
		if len(named) <= mostNames {
			for _, t := range named {
				all = append(all, t.name)
			}
		}
	}
	if kind == language {
		for _, t := range l.things("language", q.Label) {
			all = append(all, Capital(t.name))
		}
	}
	all = slices.DeleteFunc(all, func(s string) bool { return broad[s] })
	if l.saysMuch(anyTongue, tokens(q.Label)) {
		all = append(all, q.Label)
	}
	return all
}

// wordsAnother reports whether the text of requirement i holds all words of a label that another has: only then might it like that
// label best.
func wordsAnother(qs []model.Requirement, i int, begun map[string][]int) bool {
	text := strings.ToLower(leadingBytes(qs[i].Text, telling))
	for w := range strings.FieldsSeq(text) {
		for _, j := range begun[wordKey(w)] {
			if j != i && !slices.ContainsFunc(strings.Fields(strings.ToLower(qs[j].Label)), func(w string) bool { return !strings.Contains(text, w) }) {
				return true
			}
		}
	}
	return false
}

// overlaps is, for each requirement, the first other that asks for the same, as a doubt of the nice-to-have or the later one.
func overlaps(qs []model.Requirement) map[model.RequirementID]Doubt {
	about, kinds := make([][]string, len(qs)), make([]matter, len(qs))
	begun := map[string][]int{} // a word: the requirements whose labels it begins
	for i, q := range qs {
		first := wordKey(strings.SplitN(q.Label, " ", 2)[0])
		begun[first] = append(begun[first], i)
	}
	for i, q := range qs {
		kinds[i] = matterOf(q.Text, q.Label)
		about[i] = subjects(q, kinds[i])
		if wordsAnother(qs, i, begun) {
			about[i] = append(about[i], brief(q.Text))
		}
	}
	found := map[model.RequirementID]Doubt{}
	askedBy := map[string][]int{} // a subject in lower case: which requirements ask for it
	for i, q := range qs {
		if j, subject := earlier(i, about[i], kinds, askedBy); subject != "" {
			of, other := q, qs[j]
			if q.Priority == model.Must && other.Priority == model.Nice {
				of, other = other, q
			}
			if _, told := found[of.ID]; !told {
				found[of.ID] = Doubt{Requirement: of.ID, Kind: Overlap, Other: other.ID, Why: fmt.Sprintf("asks for %s, as '%s' does", subject, other.Label)}
			}
		}
		for _, s := range about[i] {
			askedBy[strings.ToLower(s)] = append(askedBy[strings.ToLower(s)], i)
		}
	}
	return found
}

// earlier is the first of the requirements before i that asks for one of its subjects, and that subject; "" when none does.
func earlier(i int, subjects []string, kinds []matter, askedBy map[string][]int) (int, string) {
	first, subject := i, ""
	for _, s := range subjects {
		for _, j := range askedBy[strings.ToLower(s)] {
			if kinds[i] != kinds[j] && (kinds[i] == credential || kinds[j] == credential) {
				continue // to have worked with it, and to have a certificate of it
			}
			if j < first {
				first, subject = j, s
			}
			break
		}
	}
	return first, subject
}
