package evidence

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed vocabulary.txt
var vocabularyText string

// How strongly a phrase speaks to a thing: it is the thing, a sure sign of it, or a hint.
const (
	same = 1.0
	sign = 0.8
	hint = 0.45
	// What is left of a sign of a sign: below it nothing is worth pointing at.
	faintest = 0.4
)

// thing is something a requirement can ask for, and the phrases that speak to it.
type thing struct {
	name    string
	asked   []phrase  // in a requirement, these ask for it
	spoken  []phrase  // in a document, these speak to it
	weights []float64 // of spoken
}

// phrase is words that follow each other.
type phrase struct {
	stems []string
	exact string // the words as they must be written; "" where their endings do not matter
	fold  bool   // of exact: case does not matter
}

// vocabulary is the things, and words that ask for nothing.
type vocabulary struct {
	things   []thing
	stop     map[string]bool // say nothing in a requirement
	common   map[string]bool // say little: they stand in every other resume
	sections map[string]bool // make up the headings of resumes
	study    map[string]bool // tell a line of education
	months   map[string]bool // stand in dates
}

// known reads with the vocabulary that comes with the program.
var known = sync.OnceValue(func() reader {
	v, err := parseVocabulary(vocabularyText)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return newReader(v)
})

// entry is a line of the vocabulary before what it names is looked up.
type entry struct {
	name                 string
	same, signs, hinting []string
}

// parseVocabulary reads the format that the head of vocabulary.txt describes.
func parseVocabulary(text string) (vocabulary, error) {
	v := vocabulary{stop: map[string]bool{}, common: map[string]bool{}, sections: map[string]bool{}, study: map[string]bool{}, months: map[string]bool{}}
	lists := map[string]map[string]bool{"stop": v.stop, "common": v.common, "sections": v.sections, "study": v.study, "months": v.months}
	var entries []entry
	at := map[string]int{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if list, rest, ok := strings.Cut(line, ":"); ok && lists[list] != nil {
			for _, w := range words(rest) {
				lists[list][w.stem] = true
			}
			continue
		}
		e := parseEntry(line)
		if _, twice := at[e.name]; twice || e.name == "" {
			return v, fmt.Errorf("vocabulary, line %d: %q stands twice or is empty", i+1, e.name)
		}
		at[e.name] = len(entries)
		entries = append(entries, e)
	}
	for _, e := range entries {
		t := thing{name: strings.Trim(e.name, `!"`)}
		for _, p := range append([]string{e.name}, e.same...) {
			t.asked = append(t.asked, newPhrase(p))
		}
		collect(&t, entries, at, e, same, 0)
		v.things = append(v.things, t)
	}
	return v, nil
}

func parseEntry(line string) entry {
	line, hints, _ := strings.Cut(line, "~")
	line, signs, _ := strings.Cut(line, ";")
	name, same, _ := strings.Cut(line, "=")
	return entry{strings.TrimSpace(name), split(same), split(signs), split(hints)}
}

func split(s string) []string {
	var parts []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// collect adds to t the phrases of e at the given weight, and those of the entries that e's signs and hints name.
func collect(t *thing, entries []entry, at map[string]int, e entry, weight float64, depth int) {
	if weight < faintest || depth > 3 {
		return
	}
	for _, p := range append([]string{e.name}, e.same...) {
		t.speak(newPhrase(p), weight)
	}
	for _, part := range []struct {
		phrases []string
		weight  float64
	}{{e.signs, sign}, {e.hinting, hint}} {
		for _, p := range part.phrases {
			if i, ok := at[p]; ok {
				collect(t, entries, at, entries[i], weight*part.weight, depth+1)
			} else if weight*part.weight >= faintest {
				t.speak(newPhrase(p), weight*part.weight)
			}
		}
	}
}

func (t *thing) speak(p phrase, weight float64) {
	for i, q := range t.spoken {
		if slices.Equal(q.stems, p.stems) && q.exact == p.exact && q.fold == p.fold {
			t.weights[i] = max(t.weights[i], weight)
			return
		}
	}
	t.spoken = append(t.spoken, p)
	t.weights = append(t.weights, weight)
}

// newPhrase reads a phrase: an ! at its end asks for its letters as they are written, quotes for its endings.
func newPhrase(s string) phrase {
	bare := strings.Trim(s, `!"`)
	var p phrase
	for _, w := range words(bare) {
		p.stems = append(p.stems, w.stem)
	}
	if bare != s {
		p.exact, p.fold = bare, s[0] == '"'
	}
	return p
}

// written reports whether the phrase may be written like this.
func (p phrase) written(as string) bool {
	return p.exact == "" || p.exact == as || p.fold && strings.EqualFold(p.exact, as)
}
