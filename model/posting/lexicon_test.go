package posting

import (
	"slices"
	"strings"
	"testing"
)

// Every family of the vocabulary is one that the program knows, in its order, and every phrase is found in itself.
func TestVocabulary(t *testing.T) {
	var named []string
	for l := range strings.Lines(vocabulary) {
		l = strings.TrimSpace(l)
		if name, _, ok := strings.Cut(strings.TrimPrefix(l, "["), "]"); ok && strings.HasPrefix(l, "[") {
			named = append(named, name)
			continue
		}
		if l == "" || l[0] == '#' {
			continue
		}
		language, list, ok := strings.Cut(l, ":")
		if !ok || len(language) != 2 {
			t.Errorf("%.40q is no line of phrases with its language", l)
		}
		f := family(slices.Index(familyNames[:], named[len(named)-1]))
		lexicon, sayings := phrases()
		if f > small {
			lexicon = sayings
		}
		for p := range strings.SplitSeq(list, ",") {
			words := keyWords(strings.Trim(p, " ^=*"))
			if len(words) == 0 {
				t.Errorf("an empty phrase in %.40q", l)
				continue
			}
			if !slices.ContainsFunc(lexicon.find(words), func(h hit) bool { return h.family == f }) {
				t.Errorf("%q is not found in itself", p)
			}
		}
	}
	if want := familyNames[1:]; !slices.Equal(named[:len(want)], want) || len(named) != len(want) {
		t.Errorf("families %q, want %q", named, want)
	}
}

func TestKeyWords(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"capitals and punctuation", "What You'll NEED: (now!)", "what youll need now"},
		{"accents", "Compétences À Première-vue", "competences a premiere vue"},
		{"elision", "Ce qu’il faut, l'équipe d’abord", "ce qu il faut l equipe d abord"},
		{"both genders", "rigoureux·se", "rigoureuxse"},
		{"sharp s", "großes Gespür", "grosses gespur"},
		{"scripts beside each other", "Goの経験3年以上", "go の経験 3 年以上"},
		{"signs", "✅ 🎯 C++ & more", "c more"},
		{"nothing", " – ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(keyWords(tt.text), " "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
