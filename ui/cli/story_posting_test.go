//go:build unix

package cli_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// paste is what a terminal sends when something is pasted.
func paste(text string) string {
	return "\x1b[200~" + strings.ReplaceAll(text, "\n", "\r") + "\x1b[201~"
}

// required is the priorities and words of the requirements of the role that was made last, as the command line shows it.
func required(t *testing.T, env []string) []string {
	t.Helper()
	var r struct {
		Requirements []struct{ ID, Priority, Label, Text, From string }
	}
	if err := json.Unmarshal([]byte(does(t, env, "role", "show", "--json")), &r); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, q := range r.Requirements {
		all = append(all, q.ID+" "+q.Priority+" "+q.From+": "+q.Text)
	}
	return all
}

const lighthouse = `# Lighthouse Keeper

Location: Fair Isle

## Requirements
- Five years of work with diesel generators.
- Radio operation in fog.
- Certified in first aid.
- Rope work above water.

## Nice to have
- Knowledge of sea birds.
- Basic carpentry.
`

// Somebody pastes a posting, puts right what the program read, and keeps it as it was looked over.
func TestPostingPasted(t *testing.T) {
	t.Parallel()
	env := home(t)
	x := open(t, env)
	x.see(`What is your name\?`)
	x.press("Ines", "enter")
	x.see(`or paste the posting`)
	x.press(paste(lighthouse))
	x.see(`Lighthouse Keeper`)
	x.see(`4 must · 2 nice`)

	x.press("d")
	x.see(`3 must · 2 nice`)
	x.press("u")
	x.see(`undone: dropped`)
	x.see(`4 must · 2 nice`)
	x.press("j", "j", "p") // first aid
	x.see(`3 must · 3 nice`)
	x.press("g", "j", "j", "&") // radio and rope
	x.see(`2 must · 3 nice`)
	x.press("u")
	x.see(`undone: joined`)
	x.press("ctrl+r")
	x.see(`done again: joined`)
	x.press("G", "W")
	x.see(`The requirement's words`)
	x.press("ctrl+u", "Carpentry", "\x1b\r", "Painting in wind", "enter", "enter") // alt+enter begins another
	x.see(`2 must · 4 nice`)
	x.press("I")
	x.see(`2 must · 3 nice · 1 in the interview`)
	x.press("esc")
	x.see(`what was changed here is not kept`)
	x.press("enter")
	x.see(`Lighthouse Keeper · Fair Isle .* 0 candidates`)
	x.press("R")
	x.see(`IN THE INTERVIEW`)
	x.press("esc")
	x.see(`0 candidates`)
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()

	want := []string{
		"r1 must application: Five years of work with diesel generators.",
		"r2 must application: Radio operation in fog; Rope work above water.",
		"r3 nice application: Certified in first aid.",
		"r4 nice application: Knowledge of sea birds.",
		"r5 nice interview: Carpentry",
		"r6 nice application: Painting in wind",
	}
	if got := required(t, env); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("kept\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A posting that names no requirements is not refused: its lines are picked by hand.
func TestPostingPicked(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := openSized(t, 80, 24, env)
	x.see(`4 candidates`)
	x.press("ctrl+o")
	x.see(`A new role, from a posting`)
	x.press("G", "enter")
	x.see(`Which posting shall become a role\?`)
	x.press(paste("# Lamp Keeper\n\n## The light\n- It was built of granite.\n- Two lamps burn in it.\n- The stairs have 199 steps.\n\n## The days\n- Mornings are for the brass.\n- Evenings are for the horn.\n"))
	x.see(`No list of requirements could be told\.`)
	x.see(`Headings seen: .*The light · The days`)
	x.press("enter")
	x.see(`nothing is on the checklist yet`)
	x.press("j", "j", "space")
	x.see(`✓ must 1`)
	x.press("G", "space", "p")
	x.see(`✓ nice 1`)
	x.press("tab")
	x.see(`1 must · 1 nice`)
	x.press("enter")
	x.see(`Lamp Keeper .*0 candidates`)
	x.press("q")
	x.end()
	want := "r1 must application: The stairs have 199 steps.\nr2 nice application: Evenings are for the horn."
	if got := strings.Join(required(t, env), "\n"); got != want {
		t.Errorf("kept\n%s\nwant\n%s", got, want)
	}
}

// What is no posting is told in words, nothing of it is made, and one can go on.
func TestPostingRefusedAndAnother(t *testing.T) {
	t.Parallel()
	env := home(t)
	folder := write(t, t.TempDir(), map[string]string{
		"posting.pdf": "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "empty.md": "", "lighthouse.md": lighthouse,
	})
	x := open(t, env)
	x.see(`What is your name\?`)
	x.press("Ines", "enter")
	x.see(`Which posting`)
	x.press(filepath.Join(folder, "posting.pdf"), "enter")
	x.see(`(?i)PDF`)
	x.see(`Which posting`)
	x.press("ctrl+u", filepath.Join(folder, "empty.md"), "enter")
	x.see(`empty`)
	x.press("ctrl+u", paste(strings.Repeat("a line that is pasted over and over\n", 40_000)))
	x.see(`what was pasted, \d+ lines`)
	x.see(`(?i)1 MB|too l`)
	x.press(filepath.Join(folder, "lighthouse.md"))
	x.miss(`what was pasted`)
	x.press("enter")
	x.see(`4 must · 2 nice`)
	x.press("esc") // nothing was changed: back to the path
	x.see(`lighthouse\.md`)
	x.see(`Which posting`)
	x.press("enter", "enter") // pressed twice: that makes no role
	x.see(`4 must · 2 nice`)
	x.press("j", "enter")
	x.see(`Lighthouse Keeper .*0 candidates`)
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if out := does(t, env, "role", "list"); strings.Count(out, "\n") != 1 {
		t.Errorf("the roles:\n%s", out)
	}
}
