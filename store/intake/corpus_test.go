package intake

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"candid/model"
	"candid/model/clean"
)

// Real documents, where there are any: each comes in whole and clean, or is refused with a reason and a way out.
func TestCorpus(t *testing.T) {
	corpus := os.Getenv("CANDID_CORPUS")
	if corpus == "" {
		t.Skip("CANDID_CORPUS names no folder of real documents")
	}
	for _, folder := range []string{"text", "json", "pdf", "pdf-hostile", "office"} {
		read, refused := 0, 0
		for item := range Read(context.Background(), []string{filepath.Join(corpus, "resumes", folder)}, Options{}) {
			if p := item.Problem; p != nil {
				refused++
				if p.Kind != model.Refused || p.What == "" || p.Next == "" {
					t.Errorf("%s: no reason or no way out: %+v", item.Path, p)
				}
				continue
			}
			read++
			if item.Application.Candidate.Name == "" {
				t.Errorf("%s: nobody's", item.Path)
			}
			for _, d := range item.Application.Documents {
				if d.Text == "" || clean.Text(d.Text) != d.Text {
					t.Errorf("%s: %s is empty or not clean", item.Path, d.Document.Name)
				}
			}
		}
		t.Logf("%s: %d read, %d refused", folder, read, refused)
		if read+refused == 0 {
			t.Errorf("%s: nothing there", folder)
		}
	}
}
