package intake

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"candid/store/intake/table"
)

// Real tables, where there are any, hold as many people as somebody counted, under the same names.
func TestTableCorpus(t *testing.T) {
	corpus := os.Getenv("CANDID_CORPUS")
	if corpus == "" {
		t.Skip("CANDID_CORPUS names no folder of real documents")
	}
	counts, err := filepath.Glob(filepath.Join(corpus, "*", "candidates_per_source.json"))
	if err != nil || len(counts) != 1 {
		t.Fatalf("%q, %v", counts, err)
	}
	b, err := os.ReadFile(counts[0])
	if err != nil {
		t.Fatal(err)
	}
	var sources []struct {
		File  string
		Names []string
	}
	if err := json.Unmarshal(b, &sources); err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, s := range sources {
		if filepath.Ext(s.File) != ".csv" {
			continue
		}
		read++
		b, err := os.ReadFile(filepath.Join(corpus, filepath.FromSlash(s.File)))
		if err != nil {
			t.Fatal(err)
		}
		if !table.Looks(string(b)) {
			t.Errorf("%s does not look like a table", s.File)
		}
		tables, err := table.CSV(string(b))
		if err != nil || len(tables) != 1 {
			t.Fatalf("%s: %d tables, %v", s.File, len(tables), err)
		}
		var names []string
		for _, item := range itemsOf(people(s.File, tables[0], Options{}, nil)) {
			names = append(names, item.Application.Candidate.Name)
			if item.Problem != nil {
				t.Error(item.Problem)
			}
		}
		if !slices.Equal(names, s.Names) {
			t.Errorf("%s: got\n%s\nwant\n%s", s.File, strings.Join(names, ", "), strings.Join(s.Names, ", "))
		}
	}
	if read == 0 {
		t.Error("nobody counted the people of a table")
	}
}
