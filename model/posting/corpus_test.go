package posting

import (
	"os"
	"path/filepath"
	"testing"

	"candid/model"

	"github.com/rivo/uniseg"
)

// Real postings, where there are any: each becomes a role that can be used, or is refused with a way out.
func TestCorpus(t *testing.T) {
	corpus := os.Getenv("CANDID_CORPUS")
	if corpus == "" {
		t.Skip("CANDID_CORPUS names no folder of real postings")
	}
	files, err := filepath.Glob(filepath.Join(corpus, "postings", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no postings in %s: %v", corpus, err)
	}
	roles := 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		role, err := parsed(string(b))
		if err != nil {
			if !model.Is(err, model.Refused) {
				t.Errorf("%s: %v", file, err)
			}
			continue
		}
		roles++
		if err := role.Validate(); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for _, q := range role.Checklist.Requirements {
			if w := uniseg.StringWidth(q.Label); w > model.LabelCells {
				t.Errorf("%s: the label %q is %d cells wide", file, q.Label, w)
			}
		}
	}
	t.Logf("%d of %d postings became roles", roles, len(files))
	if roles < len(files)/2 {
		t.Errorf("only %d of %d postings became roles", roles, len(files))
	}
}
