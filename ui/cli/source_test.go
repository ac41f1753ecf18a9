//go:build unix

package cli_test

import "testing"

// Where applications come from, and what they are called, is said by who adds them.
func TestSourceAndTags(t *testing.T) {
	t.Parallel()
	env, folder := home(t), t.TempDir()
	write(t, folder, map[string]string{"pile/vera.txt": "Vera Good\nvera@example.org\n\nRust.\n", "posting.md": gardener})
	does(t, env, "role", "add", folder+"/posting.md")
	does(t, env, "add", "--source", "referral", "--tag", "berlin,spring", "--tag", "senior", folder+"/pile")
	for query, finds := range map[string]bool{"from:referral": true, "tag:berlin": true, "tag:spring tag:senior": true, "tag:paris": false, "from:linkedin": false} {
		if out := does(t, env, "list", query); contains(out, "Vera Good") != finds {
			t.Errorf("list %s: %q", query, out)
		}
	}
}
