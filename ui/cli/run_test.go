package cli

import (
	"bytes"
	"strings"
	"testing"
)

// The command line works without a process of its own. That this test holds the whole program also makes Go run the stories
// again when any of it has changed: they run a binary that Go's test cache knows nothing of.
func TestRun(t *testing.T) {
	var out, errs bytes.Buffer
	if code := Run([]string{"--version"}, strings.NewReader(""), &out, &errs); code != done || !strings.HasPrefix(out.String(), "candid ") || errs.Len() > 0 {
		t.Errorf("exit %d, %q, %q", code, &out, &errs)
	}
	if code := Run([]string{"nonsense"}, strings.NewReader(""), &out, &errs); code != misused || !strings.Contains(errs.String(), `"nonsense"`) {
		t.Errorf("exit %d, %q", code, &errs)
	}
}
