//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// offered is what a shell would be offered for a command line, of which the last word is being typed, without what is said of it.
func offered(t *testing.T, env []string, args ...string) []string {
	t.Helper()
	o := command(t, env, append([]string{"__complete"}, args...)...)
	if o.code != 0 || !strings.HasPrefix(o.errs, "Completion ended with directive") && o.errs != "" {
		t.Fatalf("%q: exit %d, %s", args, o.code, o.errs)
	}
	lines := strings.Split(strings.TrimSpace(o.out), "\n")
	var all []string
	for _, line := range lines[:len(lines)-1] { // the last is the directive
		word, _, _ := strings.Cut(line, "\t")
		all = append(all, word)
	}
	return all
}

func TestCompletions(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	gone := filepath.Join(write(t, t.TempDir(), map[string]string{"g.md": gardener}), "g.md")
	does(t, env, "role", "add", gone)
	does(t, env, "role", "archive", "gardener")
	for _, c := range []struct {
		name string
		args []string
		want string // that is among what is offered; "" for nothing at all
		not  string // that is not
	}{
		{"a command", []string{"re"}, "restore", ""},
		{"a role", []string{"list", "--role", "se"}, "Senior Backend Software Engineer", "Head Gardener"},
		{"a role, behind a candidate", []string{"show", "nadia", "--role", "se"}, "Senior Backend Software Engineer", "Head Gardener"},
		{"a role by no word of it", []string{"list", "--role", "zzz"}, "", ""},
		{"an archived role", []string{"role", "archive", "--back", ""}, "Head Gardener", "Senior Backend Software Engineer"},
		{"a reviewer", []string{"list", "--as", "in"}, "Ines", ""},
		{"a candidate", []string{"show", "nad"}, "Nadia Verhoeven", "Hana Sedlák"},
		{"a second candidate", []string{"show", "nadia", ""}, "", ""},
		{"whom to erase", []string{"erase", ""}, "Hana Sedlák", ""},
		{"a requirement", []string{"role", "terms", "Rust"}, "Rust and its async ecosystem", ""},
		{"a format", []string{"export", "--format", "h"}, "html", ""},
		{"a theme", []string{"--theme", "l"}, "light", ""},
		{"a theme of the demo", []string{"demo", "--theme", ""}, "dark", ""},
		{"no file for a check", []string{"check", ""}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := offered(t, env, c.args...)
			if c.want == "" && len(got) > 0 || c.want != "" && !slices.Contains(got, c.want) || c.not != "" && slices.Contains(got, c.not) {
				t.Errorf("%q; want %q, and not %q", got, c.want, c.not)
			}
		})
	}
}

// Where nothing can be looked up, nothing is offered, nothing is said and nothing is made.
func TestCompletionsWithoutStore(t *testing.T) {
	t.Parallel()
	env := home(t)
	broken := filepath.Join(t.TempDir(), "candid.db")
	if err := os.WriteFile(broken, []byte("no store"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"list", "--role", ""}, {"show", ""}, {"--as", ""}, {"role", "terms", ""}, {"--store", broken, "show", ""}, {"--store", broken, "--role", ""}} {
		if got := offered(t, env, args...); len(got) > 0 {
			t.Errorf("%q: %q", args, got)
		}
	}
	if found := entries(t, value(env, "HOME")); len(found) > 0 {
		t.Errorf("made %q", found)
	}
}
