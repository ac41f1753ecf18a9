//go:build unix

package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// A posting is read in each format, from a file and from standard input alike; what was noticed goes to standard error.
func TestPostingFormats(t *testing.T) {
	t.Parallel()
	env := home(t)
	postings := map[string]string{
		"gardener.txt":  "Gardener\n\nRequirements\n• Roses\n• Hedges\n",
		"gardener.html": "<!doctype html><meta charset=utf-8><nav>Jobs</nav><h1>Gardener</h1><h2>Requirements</h2><ul><li>Roses<li>Hedges</ul>",
		"linked.html":   `<script type="application/ld+json">{"@type":"JobPosting","title":"Gardener","qualifications":["Roses","Hedges"]}</script>`,
		"gardener.json": `{"title":"Gardener","requirements":["Roses","Hedges"]}`,
		"escapes.md":    "# Gardener\n\n## Requirements\n- Ro\x1b[2Jses\n- Hedges\x1b]0;x\x07\n",
	}
	folder := write(t, t.TempDir(), postings)
	for name, text := range postings {
		t.Run(name, func(t *testing.T) {
			file := command(t, env, "role", "add", "--dry-run", "--json", filepath.Join(folder, name))
			printed := fields(t, file.out, map[string]string{"title": "text", "requirements[].text": "text"})
			all, _ := printed["requirements"].([]any)
			if file.code != 0 || printed["title"] != "Gardener" || len(all) != 2 {
				t.Errorf("exit %d, %s%s", file.code, file.out, file.errs)
			}
			input := commandWith(t, env, text, "role", "add", "--dry-run", "--json", "-")
			if input.out != file.out || input.code != 0 {
				t.Errorf("standard input gave %s%s, the file %s", input.out, input.errs, file.out)
			}
			if want := "2 terminal escape sequences were left out, the first in line 4"; strings.Contains(file.errs, want) != (name == "escapes.md") {
				t.Errorf("said %q", file.errs)
			}
		})
	}
}
