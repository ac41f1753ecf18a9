//go:build unix

package cli_test

import (
	"path/filepath"
	"regexp"
	"testing"

	"candid/store"
)

// A line that does not speak to a requirement is taken away by one reviewer, and stays for the other; it is gone from nothing else
// that is printed.
func TestDismissedIsMyOwn(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	s, err := store.Open(filepath.Join(value(env, "XDG_DATA_HOME"), "candid", "candid.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddReviewer("Omar"); err != nil {
		t.Fatal(err)
	}
	clock := regexp.MustCompile(`\d\d:\d\d(:\d\d)?`) // when an export was made
	printed := func(by string) map[string]string {
		all := map[string]string{"show": does(t, env, "show", "nadia", "--as", by)}
		for _, format := range []string{"markdown", "csv", "json"} {
			all["export "+format] = clock.ReplaceAllString(does(t, env, "export", "--format", format, "--as", by), "now")
		}
		all["list"] = does(t, env, "list", "--json", "--as", by)
		return all
	}
	ines, omar := printed("Ines"), printed("Omar")

	x := open(t, env, "--as", "Ines")
	x.see(`\b4 (of \d+ )?shown`)
	x.press("/")
	x.press("nadia", "enter")
	x.see(`\b1 (of \d+ )?shown`)
	x.press("enter")
	x.see(`\[Proof\]`)
	x.press("d")
	x.see(`taken away: Nine years of backend`)
	x.see(`saved · \d\d:\d\d`)
	x.press("esc")
	x.see(`\b1 (of \d+ )?shown`)
	x.press("q")
	x.end()

	for what, is := range printed("Omar") {
		if is != omar[what] {
			t.Errorf("to Omar, %s is\n%s\nand was\n%s", what, is, omar[what])
		}
	}
	for what, is := range printed("Ines") {
		if same := is == ines[what]; same != (what != "show") {
			t.Errorf("to Ines, %s is\n%s\nand was\n%s", what, is, ines[what])
		}
	}
	does(t, env, "check")
}
