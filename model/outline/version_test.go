package outline

import (
	"path/filepath"
	"testing"

	"candid/model/rules"
)

// Every rule and every word that a document is read by is in the version.
func TestVersionIsOfAllFiles(t *testing.T) {
	if Version() != rules.Version(sources) {
		t.Error("it is not of the files")
	}
	for _, ending := range []string{"*.go", "*.txt"} {
		files, err := filepath.Glob(ending)
		if err != nil || len(files) < 3 {
			t.Fatal(files, err)
		}
		for _, f := range files {
			if _, err := sources.ReadFile(f); err != nil {
				t.Error(err)
			}
		}
	}
}
