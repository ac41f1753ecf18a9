package rules

import (
	"embed"
	"testing"
)

var (
	//go:embed rules.go
	source embed.FS
	//go:embed rules.go rules_test.go
	tested embed.FS
	//go:embed rules_test.go
	nothing embed.FS
)

func TestVersion(t *testing.T) {
	if a, b := Version(source), Version(tested); a != b || len(a) != 32 {
		t.Errorf("with tests it is %s, without %s", b, a)
	}
	if Version(source) == Version(nothing) {
		t.Error("it does not depend on what the files say")
	}
}
