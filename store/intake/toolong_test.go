package intake

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// What is longer than any application says so, before anything is done with it that takes long; what lies beside it is read.
func TestTooLong(t *testing.T) {
	words := strings.Repeat("a word ", maxText/7+1)
	for _, c := range []struct{ name, file, text, want string }{
		{"text", "a.txt", words, "more than 4 MB of words"},
		{"Markdown", "a.md", words, "more than 4 MB of words"},
		{"JSON Resume", "a.json", `{"basics":{"name":"Jane Doe","summary":"` + words + `"}}`, "more than 4 MB of words"},
		{"many values", "a.json", "[" + strings.Repeat("0,", maxValues) + "0]", "JSON of more than 500000 values"},
		{"many members", "a.json", `{"basics":{"name":"Jane Doe"},"work":[` + strings.Repeat(`{"a":1},`, maxValues/2) + "{}]}", "JSON of more than 500000 values"},
		{"a message", "a.eml", "From: Jane Doe <jane@example.org>\nSubject: s\nMIME-Version: 1.0\n\n" + words, "more than 4 MB of words"},
		{"a table", "a.csv", "name,email\n" + strings.Repeat("Jane Doe,jane@example.org\n", 60_000), "more than 50000 rows: those past that are left out"},
		{"a table of objects", "a.jsonl", strings.Repeat(`{"name":"Jane Doe","email":"jane@example.org"}`+"\n", 60_000), "more than 50000 rows: those past that are left out"},
		{"a table of separators", "a.csv", strings.Repeat(",", 2<<20), "a table without rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{"in/" + c.file: c.text, "in/z.txt": janeText})
			got := strings.Join(outcomes(t, dir, filepath.Join(dir, "in")), "\n")
			// With the race detector everything takes several times the memory, and a child ends at its limit.
			refused := strings.Contains(got, "refused: "+c.want) || strings.Contains(got, "refused: needs more than 256 MB of memory to read")
			if !refused || !strings.Contains(got, "in/z.txt: Jane Doe") {
				t.Error(got)
			}
		})
	}
}

// A long table, which a child reads, says what a short one does.
func TestLongTable(t *testing.T) {
	var csv, lines strings.Builder
	csv.WriteString("name,email,Why us?\n")
	for i := range 2000 {
		answer := strings.Repeat("because ", 100)
		fmt.Fprintf(&csv, "Jane Doe %c,jane%d@example.org,%s\n", 'A'+rune(i%26), i, answer)
		fmt.Fprintf(&lines, `{"name":"Jane Doe %c","email":"jane%d@example.org","Why us?":"%s"}`+"\n", 'A'+rune(i%26), i, answer)
	}
	for name, text := range map[string]string{"a.csv": csv.String(), "a.jsonl": lines.String()} {
		if len(text) <= shortTable {
			t.Fatal("a short table")
		}
		n := 0
		for item := range Read(t.Context(), []string{filepath.Join(write(t, map[string]string{name: text}), name)}, Options{}) {
			if item.Problem != nil || item.Application.Candidate.Email != fmt.Sprintf("jane%d@example.org", n) || len(item.Application.Candidate.Answers) != 1 {
				t.Fatalf("%s: %+v", name, item)
			}
			n++
		}
		if n != 2000 {
			t.Errorf("%s: %d people", name, n)
		}
	}
}

// A message whose head is longer than what tells the kind is a message wherever that ends.
func TestLongHead(t *testing.T) {
	for extra := range 10 {
		head := "From: Jane Doe <jane@example.org>\nMIME-Version: 1.0\nX-Fill: " + strings.Repeat("x", extra) + "\n" + strings.Repeat("X-Ab: y\n", 1000)
		if got := tell("a.txt", []byte(head+"\nDear all\n")); got.called() != "an e-mail message" {
			t.Errorf("%d more: %s", extra, got.called())
		}
	}
}
