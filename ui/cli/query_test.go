//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestQueriesLookThroughDocuments(t *testing.T) {
	t.Parallel()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	folder := t.TempDir()
	for name, text := range map[string]string{
		"ana-lopez.txt":  "Ana Lopez\nana@example.org\n\nRewrote a ledger for distributed\nsystems in Zig.\n",
		"ben-ossian.txt": "Ben Ossian\nben@example.org\n\nDistributed the mail, built systems; trusted with Zigbee.\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	does(t, env, "add", folder)
	for _, c := range []struct{ name, query, want string }{
		{"a word", "ledger", "Ana"}, {"the beginning of a word", "sort:name zig", "Ana Ben"}, {"a whole word", `"zig"`, "Ana"}, {"a phrase across lines", `"distributed systems"`, "Ana"},
		{"two words", "sort:name distributed systems", "Ana Ben"}, {"a word taken away", "-ledger", "Ben"}, {"the order", "sort:-name zig", "Ben Ana"}, {"nobody", "cobol", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := command(t, env, "list", "--", c.query)
			var names []string
			for line := range strings.Lines(o.out) {
				names = append(names, strings.Fields(line)[1])
			}
			if !strings.Contains(c.query, "sort:") { // equals stand by their aliases, which are drawn by lot
				slices.Sort(names)
			}
			if got := strings.Join(names, " "); got != c.want || o.code != 0 {
				t.Errorf("%s finds %q with %d, want %q", c.query, got, o.code, c.want)
			}
			if said := strings.Contains(o.errs, "the documents of 2 were searched"); said != (c.want == "") {
				t.Errorf("it says %q", o.errs)
			}
		})
	}
}
