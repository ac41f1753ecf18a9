package intake

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// TestCorpus measures contacts on labelled resumes, and that every file of the folders is read or refused. It needs
// CANDID_CORPUS, a folder with gold/contacts_gold.json and the files it names.
func TestCorpus(t *testing.T) {
	corpus := os.Getenv("CANDID_CORPUS")
	if corpus == "" {
		t.Skip("CANDID_CORPUS is not set")
	}
	var gold []struct{ File, Name, Email, Phone string }
	b, err := os.ReadFile(filepath.Join(corpus, "gold", "contacts_gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	right, want := map[string]int{}, map[string]int{}
	tell := func(what, file, got, gold string, same func(string) string) {
		if gold == "" {
			return
		}
		want[what]++
		if same(got) == same(gold) {
			right[what]++
		} else {
			t.Logf("%s: %s %q, want %q", file, what, got, gold)
		}
	}
	for _, g := range gold {
		if !slices.Contains([]string{".txt", ".md", ".json"}, filepath.Ext(g.File)) {
			continue
		}
		for item := range Read(t.Context(), filepath.Join(corpus, g.File)) {
			if item.Problem != nil {
				t.Log(item.Problem)
			}
			c := item.Application.Candidate
			tell("name", g.File, c.Name, g.Name, sortedWords)
			tell("email", g.File, c.Email, g.Email, strings.ToLower)
			tell("phone", g.File, c.Phone, g.Phone, lastDigits)
		}
	}
	for what, n := range want {
		t.Logf("%s: %d of %d", what, right[what], n)
		if right[what]*100 < n*95 {
			t.Errorf("%s: %d of %d right, want 95 in 100", what, right[what], n)
		}
	}
}

func sortedWords(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}

func lastDigits(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	return s[max(0, len(s)-9):]
}
