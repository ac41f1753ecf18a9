//go:build unix

package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// hostile is a name of a file, or of anything else that others name, that would clear the screen, set the window's title, turn
// the direction of what follows and begin a line of its own.
const hostile = "x\x1b[2J\x1b]0;owned\x07\u202e\u009b31m\nadded  y"

// harmless checks that what was printed steers no terminal and has no more lines than it should.
func harmless(t *testing.T, what, printed string, lines int) {
	t.Helper()
	if i := strings.IndexFunc(printed, func(r rune) bool {
		return r != '\n' && (unicode.IsControl(r) || r == '\u202e' || r == unicode.ReplacementChar)
	}); i >= 0 {
		t.Errorf("%s: %q", what, printed)
	}
	if n := strings.Count(printed, "\n"); lines >= 0 && n != lines {
		t.Errorf("%s: %d lines, want %d: %q", what, n, lines, printed)
	}
}

// Whatever files and people are called, what the command line prints steers no terminal.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	folder := write(t, t.TempDir(), map[string]string{
		hostile + ".txt": "- builds things in Rust\n", hostile + ".pdf": "\x89PNG\r\n\x1a\n", hostile + "2.json": "{", hostile + ".md": "",
	})
	for _, c := range []struct {
		name       string
		args       []string
		outs, errs int // lines; -1: any
	}{
		{"add", []string{"add", folder}, 4, 1},
		{"add, nothing there", []string{"add", filepath.Join(folder, hostile)}, 1, 2},
		{"add --dry-run", []string{"add", "--dry-run", folder}, 4, 1},
		{"list", []string{"list"}, 5, 0},
		{"show", []string{"show", "added"}, -1, 0},
		{"export", []string{"export", "--format", "csv"}, 6, 0},
		{"evidence", []string{"evidence", filepath.Join(folder, hostile+".txt")}, -1, 0},
		{"evidence refused", []string{"evidence", filepath.Join(folder, hostile+".pdf")}, 0, 1},
		{"role add", []string{"role", "add", filepath.Join(folder, hostile+".pdf")}, 0, 1},
		{"no such role", []string{"list", "--role", hostile}, 0, 1},
		{"no such reviewer", []string{"list", "--as", hostile}, 0, 1},
		{"no such command", []string{hostile}, 0, 1},
		{"no such store", []string{"list", "--store", filepath.Join(folder, hostile)}, 0, 1},
	} {
		o := command(t, env, c.args...)
		harmless(t, c.name+", standard output", o.out, c.outs)
		harmless(t, c.name+", standard error", o.errs, c.errs)
	}
	x := open(t, env, "--as", hostile)
	x.see("by score")
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	o := command(t, env, "list", "--as", "nobody")
	harmless(t, "the reviewers there are", o.errs, 1)
}

// Two people of the same name are told apart before one of them is erased.
func TestNamesakes(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	does(t, env, "add", write(t, t.TempDir(), map[string]string{
		"a.txt": "Kim Lee\nkim@example.org\n\nRust services.\n", "b.txt": "Kim Lee\nlee@example.com\n\nGo services.\n",
	}))
	before := does(t, env, "list")
	for _, args := range [][]string{{"erase", "Kim", "Lee", "--yes"}, {"show", "kim lee"}} {
		mistake{"", nil, 2, `(?i)kim lee: fits several candidates \(Kim Lee \([0-9a-f]{4}\), Kim Lee \([0-9a-f]{4}\)\)`}.check(t, command(t, env, args...))
	}
	if after := does(t, env, "list"); after != before {
		t.Errorf("the list was\n%s, and is\n%s", before, after)
	}
}
