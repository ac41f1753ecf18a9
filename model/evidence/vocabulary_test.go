package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// key is what tells one phrase from another.
func (p phrase) key() string {
	return fmt.Sprint(strings.Join(p.stems, " "), "|", p.exact, "|", p.fold)
}

// Phrases that several entries are asked by, since they are the names of both.
var shared = map[string]bool{}

func TestVocabularyEntries(t *testing.T) {
	r := known()
	owner := map[string]string{}
	for _, e := range r.entries {
		own := map[string]bool{}
		for i, p := range slices.Concat(e.phrases, e.signs, e.hints) {
			key := newPhrase(p).key()
			if own[key] {
				t.Errorf("%s: %q stands twice", e.name, p)
			}
			own[key] = true
			if i >= len(e.phrases) || shared[p] {
				continue
			}
			if other := owner[key]; other != "" {
				t.Errorf("%q asks for %s and for %s", p, other, e.name)
			}
			owner[key] = e.name
		}
		for _, p := range e.asked {
			if len(p.stems) == 1 && p.exact == "" && (r.stop[p.stems[0]] || r.common[p.stems[0]]) {
				t.Errorf("%s would be asked for by %q, which says nothing", e.name, p.stems[0])
			}
		}
		for _, family := range e.families {
			if bare(family) == e.name {
				t.Errorf("%s is its own family", e.name)
			}
		}
		if !slices.ContainsFunc(r.read(e.name), func(x part) bool { return x.name == e.name }) {
			t.Errorf("%s is not asked for by its name", e.name)
		}
	}
}

func TestVocabularyLinesGoOn(t *testing.T) {
	v, err := parseVocabulary("Rust = Rustlang,\n    rustc\n  ; borrow checker\n\nAxum : Rust\nstop: a\n    an")
	if err != nil {
		t.Fatal(err)
	}
	if e := v.entries[0]; !slices.Equal(e.phrases, []string{"Rust", "Rustlang", "rustc"}) || !slices.Equal(e.signs, []string{"borrow checker"}) || !v.stop["an"] {
		t.Errorf("%+v, %v", e, v.stop)
	}
	if _, err := parseVocabulary("Rust =\n  rustc\n  : Ferris"); err == nil || !strings.Contains(err.Error(), "line 1:") {
		t.Errorf("%v", err)
	}
}
