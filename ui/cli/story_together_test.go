//go:build unix

package cli_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// crowd is applications of n people, by the path of their files.
func crowd(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		name := "Person " + strings.ToUpper(string(rune('a'+i/26))) + string(rune('a'+i%26))
		files[fmt.Sprintf("p%03d.txt", i)] = fmt.Sprintf("%s\nperson.%03d@example.org\n\nBackend engineer. Rust, PostgreSQL, Kubernetes. Number %d.\n", name, i, i)
	}
	return files
}

// Two reviewers at two terminals rate while a third program brings in applications: each change lands, and everybody sees
// what the others did.
func TestTwoRateWhileOneImports(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	ines := score(t, env)
	omar := open(t, env, "--as", "Omar Haddad")
	omar.see(`4 candidates · 0 done by me`)
	omar.press("/", "tariq", "enter")
	omar.see(`\b1 (of \d+ )?shown`)
	omar.press("r")
	omar.see(`Tariq Benali +candidate 1 of 1`)
	omar.see(`MUST-HAVE 1`)

	imported := make(chan outcome, 1)
	folder := write(t, t.TempDir(), crowd(60))
	go func() { imported <- command(t, env, "add", folder) }()
	for i, pair := range []string{"34", "43", "21", "12", "00", "33", "44", "11", "23", "32", "41", "14", "22"} {
		ines.press(pair[:1])
		omar.press(pair[1:])
		ines.see(fmt.Sprintf(`done %d of 13`, i+1))
		omar.see(fmt.Sprintf(`done %d of 13`, i+1))
	}
	if o := <-imported; o.code != 0 || !contains(o.errs, "60 added") {
		t.Errorf("the import: exit %d, %s", o.code, o.errs)
	}
	for _, x := range []*terminal{ines, omar} {
		x.see(`summary +saved`)
		x.press("esc")
		x.see(`\b1 (of \d+ )?shown`)
		x.press("esc") // takes the filter away
		x.see(`\b64 (of \d+ )?shown`)
	}
	if out := does(t, env, "check"); !contains(out, "64 candidates, 2 reviews") {
		t.Error(out)
	}
	for _, x := range []struct{ as, name, strip string }{
		{"Ines", "Nadia Verhoeven", "34210341 23412"}, {"Omar Haddad", "Tariq Benali", "43120341 32142"},
		{"Ines", "Tariq Benali", "········ ·····"}, // what others rate stays theirs until one has judged oneself
	} {
		if out := does(t, env, "list", "--as", x.as, x.name); !contains(out, x.strip) {
			t.Errorf("%s sees of %s: %s", x.as, x.name, out)
		}
	}

	omar.press("/", "nadia", "enter")
	omar.see(`▌ Nadia Verhoeven .* new`)
	omar.press("w")
	omar.see(`▌ Nadia Verhoeven .* on hold`)
	ines.see(`Nadia Verhoeven .* on hold`) // without a key pressed
}

// stage is the stage of the one candidate that a query finds.
func stage(t *testing.T, env []string, query string) string {
	t.Helper()
	var list struct{ Candidates []struct{ Stage string } }
	if err := json.Unmarshal([]byte(does(t, env, "list", "--json", query)), &list); err != nil || len(list.Candidates) != 1 {
		t.Fatalf("list --json %s: %v, %v", query, list, err)
	}
	return list.Candidates[0].Stage
}

// Two decide the same thing at once. The later one is told who was first, and sees what is true.
func TestTwoDecideTheSame(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	ines, omar := open(t, env), open(t, env, "--as", "Omar")
	for _, x := range []*terminal{ines, omar} {
		x.see(`by score`)
		x.press("/", "ruth", "enter")
		x.see(`▌ Ruth Oyelaran .* new`)
	}
	// One writes while the other does not look: a stopped program sees nothing.
	ines.stop()
	omar.press("a")
	omar.see(`advanced`)
	omar.see(`saved`)
	ines.press("w")
	ines.goOn()
	ines.see(`the decision has changed since: somebody made it advanced|▌ Ruth Oyelaran .* on hold`)
	for _, x := range []*terminal{ines, omar} {
		x.wait("see what is true", func() bool { return contains(x.screen(), " "+stage(t, env, "ruth")+" ") })
	}
	if out := does(t, env, "check"); !contains(out, "whole: ") {
		t.Error(out)
	}
}

// Everything that the command line does works while the app is open on the same store, and the app shows it.
func TestCommandsBesideTheApp(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	x.press("4")
	x.see(`done 1 of 13`)
	x.see(`saved`)
	x.press("esc")
	x.see(`\b1 (of \d+ )?shown`)
	x.press("esc")
	x.see(`\b4 (of \d+ )?shown`)

	folder := write(t, t.TempDir(), map[string]string{"late.txt": "Zeno Lateef\nzeno@example.org\n\nRust, late.\n"})
	does(t, env, "add", folder)
	x.see(`5 candidates`)
	x.see(`Zeno Lateef`)
	does(t, env, "erase", "zeno", "--yes")
	x.see(`4 candidates`)
	x.miss(`Zeno Lateef`)

	posting := write(t, t.TempDir(), map[string]string{"g.md": gardener})
	does(t, env, "role", "add", posting+"/g.md")
	for _, args := range [][]string{
		{"role", "list"}, {"role", "show", "gardener"}, {"list", "--role", "backend"}, {"show", "--role", "backend", "nadia"},
		{"evidence", folder + "/late.txt"}, {"export", "--role", "backend"}, {"check"}, {"backup", t.TempDir() + "/copy"},
	} {
		if out := does(t, env, args...); out == "" {
			t.Errorf("%q prints nothing", args)
		}
	}
	var list struct{ Candidates []struct{ Name string } }
	if err := json.Unmarshal([]byte(does(t, env, "list", "--json", "--role", "backend")), &list); err != nil || len(list.Candidates) != 4 {
		t.Errorf("%v, %v", list, err)
	}
	x.press("u")
	x.see(`undone: .* 4 → open, Nadia Verhoeven`)
}

// Who has a candidate open whom somebody else erases is told so, and goes on with the others.
func TestErasedWhileOpen(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	does(t, env, "erase", "nadia", "--yes")
	x.see(`Nadia Verhoeven is there no more`)
	x.see(`3 candidates`)
	x.press("esc")
	x.see(`\b3 (of \d+ )?shown`)
	x.miss(`Nadia`)
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if out := does(t, env, "check"); !contains(out, "whole: ") {
		t.Error(out)
	}
}
