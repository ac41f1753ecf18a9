package evidence

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"candid/model/outline"
)

//go:embed vocabulary.txt
var vocabularyText string

// vocabulary is what requirements ask for, as vocabulary.txt describes it.
type vocabulary struct {
	entries []entry
	at      map[string]int  // the entries by their names
	stop    map[string]bool // stems that say nothing in a requirement
	common  map[string]bool // stems that say little: they stand in every other resume
}

// entry is one thing that a requirement can ask for, and how documents speak of it.
type entry struct {
	name        string   // as a reader writes it
	gloss       string   // what it is: "Rust web framework"; "" where the name says it
	phrases     []string // its name and its other names, with their marks
	families    []string // names of the entries that it is a sign of
	signs       []string // phrases, or names of entries
	hints       []string
	asked       []phrase // its phrases: in a requirement they ask for it
	descendants []int    // the entries that name it as a family
}

// phrase is words that follow each other.
type phrase struct {
	stems []string
	exact string // the words as they must be written; "" where their endings do not matter
	fold  bool   // of exact: case does not matter
	faint bool   // in a document it is a hint at most

	apart   bool // other words may stand between its two
	slashed bool // it is written with a slash: CI/CD
}

// known is the reader of requirements with the vocabulary that comes with the program.
var known = sync.OnceValue(func() reader {
	v, err := parseVocabulary(vocabularyText)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return newReader(v)
})

// parseVocabulary reads the format that the head of vocabulary.txt describes. An error names the line.
func parseVocabulary(text string) (vocabulary, error) {
	v := vocabulary{at: map[string]int{}, stop: map[string]bool{}, common: map[string]bool{}}
	lists := map[string]map[string]bool{"stop": v.stop, "common": v.common}
	var w scanner
	var at []int // by entry: its line
	for i, line := range unwrapped(text) {
		if line == "" || line[0] == '#' {
			continue
		}
		if list, rest, ok := strings.Cut(line, ":"); ok && lists[list] != nil {
			for _, w := range words(rest) {
				lists[list][w.stem] = true
			}
			continue
		}
		e, err := w.entry(line)
		if _, twice := v.at[e.name]; err == nil && twice {
			err = fmt.Errorf("%q stands here for the second time", e.name)
		}
		if err != nil {
			return v, fmt.Errorf("vocabulary, line %d: %w", i+1, err)
		}
		v.at[e.name] = len(v.entries)
		v.entries, at = append(v.entries, e), append(at, i+1)
	}
	for i, e := range v.entries {
		for _, family := range e.families {
			n, ok := v.at[bare(family)]
			if !ok {
				return v, fmt.Errorf("vocabulary, line %d: %q is of the family %q, which is no entry", at[i], e.name, family)
			}
			v.entries[n].descendants = append(v.entries[n].descendants, i)
		}
	}
	return v, nil
}

// unwrapped is the lines of the text, each at its number from 0, with those joined to it that go on with it after white space.
func unwrapped(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		lines := strings.Split(text, "\n")
		for i, next := 0, 0; i < len(lines); i = next {
			line := strings.TrimSpace(lines[i])
			for next = i + 1; next < len(lines) && strings.HasPrefix(lines[next], "  "); next++ {
				line += " " + strings.TrimSpace(lines[next])
			}
			if !yield(i, line) {
				return
			}
		}
	}
}

// The signs that part an entry's line, in the order they have to stand in.
const partings = "=:;~"

func (w *scanner) entry(line string) (entry, error) {
	var parts [1 + len(partings)]string
	part, from := 0, 0
	for i := 0; i <= len(line); i++ {
		next := 0
		if i < len(line) {
			if next = 1 + strings.IndexByte(partings, line[i]); next == 0 {
				continue
			}
			if next <= part {
				return entry{}, fmt.Errorf("%q cannot stand after %q here: the order is name (what it is) = other names : families ; signs ~ hints", line[i:i+1], partings[part-1:part])
			}
		}
		if parts[part] = strings.TrimSpace(line[from:i]); parts[part] == "" {
			if i == len(line) {
				return entry{}, fmt.Errorf("nothing stands after %s", line)
			}
			return entry{}, fmt.Errorf("nothing stands before %s", line[i:])
		}
		part, from = next, i+1
	}
	name, gloss, glossed := strings.Cut(parts[0], "(")
	gloss, closed := strings.CutSuffix(gloss, ")")
	if glossed && (!closed || strings.TrimSpace(gloss) == "") {
		return entry{}, fmt.Errorf("what %q is has to stand in ( and )", strings.TrimSpace(name))
	}
	name = strings.TrimSpace(name)
	e := entry{name: bare(name), gloss: strings.TrimSpace(gloss), phrases: []string{name}}
	for i, list := range []*[]string{&e.phrases, &e.families, &e.signs, &e.hints} {
		if parts[i+1] == "" {
			continue
		}
		*list = slices.Grow(*list, 1+strings.Count(parts[i+1], ","))
		for p := range strings.SplitSeq(parts[i+1], ",") {
			*list = append(*list, strings.TrimSpace(p))
		}
	}
	for _, p := range slices.Concat(e.phrases, e.families, e.signs, e.hints) {
		if name, ok := strings.CutPrefix(p, sectionMark); ok && sections[name] == outline.NoSection {
			return entry{}, fmt.Errorf("%q is no section of a document", name)
		}
		if !strings.ContainsFunc(p, wordRune) {
			return entry{}, fmt.Errorf("%q has no word", p)
		}
	}
	for _, p := range slices.Concat(e.phrases, e.families) {
		if strings.Contains(p, apartMark) {
			return entry{}, fmt.Errorf("%q can be a sign or a hint only", p)
		}
	}
	e.asked = make([]phrase, len(e.phrases))
	for i, p := range e.phrases {
		e.asked[i] = w.phrase(p)
	}
	return e, nil
}

// bare is a phrase without its marks.
func bare(s string) string { return strings.Trim(s, `!"?`) }

// newPhrase reads a phrase: an ! at its end asks for its letters as they are written, quotes for its endings; a ? makes it faint.
func newPhrase(s string) phrase { return (&scanner{}).phrase(s) }

// phrase reads a phrase with the scanner's buffer, for who reads thousands.
func (w *scanner) phrase(s string) phrase {
	p := phrase{slashed: strings.Contains(s, "/")}
	s, p.faint = strings.CutSuffix(s, "?")
	w.text, w.at = bare(s), 0
	p.stems = make([]string, 0, 1+strings.Count(w.text, " "))
	for w.next() {
		p.stems = append(p.stems, string(w.stem))
	}
	if bare(s) != s {
		p.exact, p.fold = bare(s), s[0] == '"'
	}
	return p
}

// written reports whether the phrase may be written like this.
func (p phrase) written(as string) bool {
	return p.exact == "" || p.exact == as || p.fold && strings.EqualFold(p.exact, as)
}
