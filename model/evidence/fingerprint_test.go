package evidence

import (
	"path/filepath"
	"strings"
	"testing"

	"candid/model"
	"candid/model/outline"
	"candid/model/rules"
)

// What a finder goes by beside the role is in its fingerprint: every rule and word of its own, and those of the outline.
func TestFingerprintIsOfAllFiles(t *testing.T) {
	if !strings.Contains(version(), rules.Version(sources)) || !strings.Contains(version(), outline.Version()) {
		t.Errorf("the version is %s", version())
	}
	for _, ending := range []string{"*.go", "*.txt"} {
		files, err := filepath.Glob(ending)
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		for _, f := range files {
			if _, err := sources.ReadFile(f); err != nil {
				t.Error(err)
			}
		}
	}
}

func BenchmarkFingerprint(b *testing.B) {
	for b.Loop() {
		_ = rules.Version(sources) + Fingerprint(model.Role{})
	}
}
