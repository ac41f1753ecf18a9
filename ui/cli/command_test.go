//go:build unix

package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shape is the kind of each field of a JSON value, by its path; of a list, that of its first element.
func shape(value any) map[string]string {
	all := map[string]string{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			all[path] = "object"
			for k, x := range v {
				walk(strings.TrimPrefix(path+"."+k, "."), x)
			}
		case []any:
			all[path] = "list"
			if len(v) > 0 {
				walk(path+"[]", v[0])
			}
		case string:
			all[path] = "text"
		case float64:
			all[path] = "number"
		case bool:
			all[path] = "bool"
		case nil:
			all[path] = "null"
		}
	}
	walk("", value)
	return all
}

// fields checks that output is one JSON object with version 1 and the fields named, each of its kind.
func fields(t *testing.T, out string, want map[string]string) map[string]any {
	t.Helper()
	var value map[string]any
	d := json.NewDecoder(strings.NewReader(out))
	if err := d.Decode(&value); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if d.More() {
		t.Errorf("more than one value: %s", out)
	}
	if value["version"] != 1.0 {
		t.Errorf("version is %v", value["version"])
	}
	got := shape(value)
	for path, kind := range want {
		if got[path] != kind {
			t.Errorf("%s is %q, want %q", path, got[path], kind)
		}
	}
	return value
}

// A posting is read without a store, and what is printed can be relied on.
func TestRoleAddDryRun(t *testing.T) {
	t.Parallel()
	env := home(t)
	out := does(t, env, "role", "add", "--dry-run", "--json", sample(t))
	printed := fields(t, out, map[string]string{
		"title": "text", "locations": "list", "locations[]": "text", "employment": "text", "requirements": "list",
		"requirements[].id": "text", "requirements[].priority": "text", "requirements[].weight": "number",
		"requirements[].label": "text", "requirements[].text": "text", "id": "",
	})
	if printed["title"] != "Senior Backend Software Engineer" || printed["employment"] != "Full-time" || !reflect.DeepEqual(printed["locations"], []any{"San Francisco", "Toronto"}) {
		t.Errorf("%v, %v, %v", printed["title"], printed["employment"], printed["locations"])
	}
	count := map[any]int{}
	for _, q := range printed["requirements"].([]any) {
		q := q.(map[string]any)
		count[q["priority"]]++
		if q["weight"] != 1.0 {
			t.Errorf("%v weighs %v", q["label"], q["weight"])
		}
	}
	if count["must"] != 8 || count["nice"] != 5 || len(count) != 2 {
		t.Errorf("priorities: %v", count)
	}
	if text := does(t, env, "role", "add", "--dry-run", sample(t)); !contains(text, "Must-have") || !contains(text, "8  Communication, ownership") {
		t.Errorf("as text: %s", text)
	}
	if left := entries(t, value(env, "HOME")); len(left) > 0 {
		t.Errorf("%q was made in the home folder", left)
	}
}

// A posting may come in on standard input.
func TestRoleAddFromStandardInput(t *testing.T) {
	t.Parallel()
	env := home(t)
	o := commandWith(t, env, gardener, "role", "add", "-", "--json")
	printed := fields(t, o.out, map[string]string{"id": "text", "title": "text"})
	if o.code != 0 || printed["title"] != "Head Gardener" {
		t.Errorf("exit %d, %v, %s", o.code, printed["title"], o.errs)
	}
	if o := commandWith(t, env, "", "role", "add", "-"); o.code != 1 || !contains(o.errs, "standard input: empty") {
		t.Errorf("nothing: exit %d, %s", o.code, o.errs)
	}
}

// The lines of a document that speak to each requirement, without a store.
func TestEvidence(t *testing.T) {
	t.Parallel()
	env, folder := home(t), pile(t)
	path := filepath.Join(folder, "tariq-benali.txt")
	printed := fields(t, does(t, env, "evidence", "--json", path), map[string]string{
		"file": "text", "lines": "list", "lines[]": "text", "requirements": "list", "requirements[].id": "text", "requirements[].found": "list",
	})
	var lines []any
	for _, line := range strings.Split(applications["tariq-benali.txt"], "\n") {
		lines = append(lines, line)
	}
	got := printed["lines"].([]any)
	if !slices.Equal(got, lines) && !slices.Equal(append(got, ""), lines) {
		t.Errorf("lines[i] is not line i of the file: %q", got)
	}
	if printed["file"] != path {
		t.Errorf("file is %v", printed["file"])
	}
	var ids, role []any
	found := 0
	for _, q := range printed["requirements"].([]any) {
		q := q.(map[string]any)
		ids = append(ids, q["id"])
		last := 1.0
		for _, f := range q["found"].([]any) {
			f := f.(map[string]any)
			found++
			strength, terms, line := f["strength"].(float64), f["terms"].([]any), int(f["line"].(float64))
			if strength <= 0 || strength > last {
				t.Errorf("%v: strength %v after %v", q["id"], strength, last)
			}
			last = strength
			if f["text"] != got[line] || len(terms) == 0 {
				t.Errorf("%v: line %d is %q with %v", q["id"], line, f["text"], terms)
			}
		}
	}
	dry := fields(t, does(t, env, "role", "add", "--dry-run", "--json", sample(t)), nil)
	for _, q := range dry["requirements"].([]any) {
		role = append(role, q.(map[string]any)["id"])
	}
	if !slices.Equal(ids, role) {
		t.Errorf("of the requirements %v, the sample role's are %v", ids, role)
	}
	if found == 0 {
		t.Error("nothing was found")
	}
	both := fields(t, does(t, env, "evidence", "--json", path, filepath.Join(folder, "nadia-verhoeven.md")), map[string]string{"files": "list", "files[].file": "text", "files[].requirements[].found": "list"})
	if n := len(both["files"].([]any)); n != 2 {
		t.Errorf("%d files", n)
	}
	if text := does(t, env, "evidence", path); !contains(text, "must 3  Production-grade services") || !contains(text, "no line found; the finder misses things") {
		t.Errorf("as text: %s", text)
	}
	if left := entries(t, value(env, "HOME")); len(left) > 0 {
		t.Errorf("%q was made in the home folder", left)
	}
}

// An adding is tried without a store, done, and done again; each time it says of each what became of it.
func TestAdd(t *testing.T) {
	t.Parallel()
	env, folder := home(t), pile(t)
	want := map[string]string{
		"added": "number", "updated": "number", "unchanged": "number", "refused": "number", "files": "list", "files[].path": "text",
		"files[].result": "text", "files[].candidate": "object", "files[].candidate.id": "text", "files[].candidate.name": "text",
		"files[].candidate.email": "text", "files[].candidate.phone": "text",
	}
	dry := fields(t, does(t, env, "add", "--dry-run", "--json", folder), want)
	if dry["added"] != 4.0 {
		t.Errorf("%v would be added", dry["added"])
	}
	if left := entries(t, value(env, "HOME")); len(left) > 0 {
		t.Errorf("%q was made in the home folder", left)
	}
	does(t, env, "role", "add", sample(t))
	if o := command(t, env, "add", folder); o.code != 0 || strings.Count(o.out, "\n") != 4 || o.errs != "candid: 4 added, 0 updated, 0 unchanged, 0 refused\n" {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.errs)
	}
	again := fields(t, does(t, env, "add", "--json", folder), want)
	if again["unchanged"] != 4.0 || again["added"] != 0.0 {
		t.Errorf("again: %v added, %v unchanged", again["added"], again["unchanged"])
	}
	for _, f := range again["files"].([]any) {
		who := f.(map[string]any)["candidate"].(map[string]any)
		if who["name"] == "Nadia Verhoeven" && (who["email"] != "nadia.verhoeven@example.org" || who["phone"] != "+31 10 555 01 20" || !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(who["id"].(string))) {
			t.Errorf("%v", who)
		}
	}
	newer := write(t, t.TempDir(), map[string]string{"nadia.md": applications["nadia-verhoeven.md"] + "\n- And now Zig.\n"})
	for _, dry := range []string{"--dry-run", "--json"} {
		updated := fields(t, does(t, env, "add", "--json", dry, newer), want)
		if updated["updated"] != 1.0 {
			t.Errorf("%s: %v updated, %v", dry, updated["updated"], updated["files"])
		}
	}
	if out := does(t, env, "list"); strings.Count(out, "\n") != 4 {
		t.Errorf("list: %s", out)
	}
}

// One reviewer's evening, read from the command line in every shape.
func TestListShowExport(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	x.press("4231044444444")
	x.see(`summary`)
	x.press("m")
	x.see(`keep and close`)
	x.press("runs ledgers, calmly", "enter")
	x.see(`runs ledgers`)
	x.press("Y")
	x.see(`▌ Y`)
	x.press("enter")
	x.see(`submitted`)
	x.see(`saved \d\d`)
	x.press("q", "esc")
	x.see(`\b1 (of \d+ )?shown`)
	x.press("x", "2")
	x.see(`rejected`)
	x.press("q")
	x.end()

	t.Run("list", func(t *testing.T) {
		t.Parallel()
		out := does(t, env, "list")
		if lines := strings.Split(strings.TrimSpace(out), "\n"); len(lines) != 4 || !regexp.MustCompile(`^[0-9a-f]{4}  Nadia Verhoeven +42310444 44444  must 4 not met +1 review  +rejected$`).MatchString(lines[3]) {
			t.Errorf("%s", out)
		}
		if out := does(t, env, "list", "--", "stage:new", "-hana"); strings.Count(out, "\n") != 2 || contains(out, "Hana") || contains(out, "Nadia") {
			t.Errorf("stage:new -hana: %s", out)
		}
		if out := does(t, env, "list", "rust", "or", "go"); contains(out, "\x1b") {
			t.Errorf("colour, though it is no terminal: %q", out)
		}
	})
	t.Run("list --json", func(t *testing.T) {
		t.Parallel()
		printed := fields(t, does(t, env, "list", "--json", "nadia"), map[string]string{
			"candidates": "list", "candidates[].id": "text", "candidates[].name": "text", "candidates[].stage": "text", "candidates[].low": "number",
			"candidates[].high": "number", "candidates[].reviews": "number", "candidates[].gate": "text", "candidates[].ratings": "object",
			"candidates[].ratings.r1": "number", "candidates[].ratings.r5": "number",
		})
		who := printed["candidates"].([]any)[0].(map[string]any)
		for field, want := range map[string]any{
			"name": "Nadia Verhoeven", "stage": "rejected", "reason": "Rust and its async ecosystem not met", "reviews": 1.0, "gate": "not met", "mine": "submitted",
			"low": 72.0, "high": 82.0,
		} {
			if who[field] != want {
				t.Errorf("%s is %v, want %v", field, who[field], want)
			}
		}
		open := fields(t, does(t, env, "list", "--json", "hana"), map[string]string{"candidates[].low": "null", "candidates[].high": "null", "candidates[].ratings.r1": "null", "candidates[].gate": "text"})
		if open["candidates"].([]any)[0].(map[string]any)["gate"] != "" {
			t.Error("a gate where nothing is rated")
		}
	})
	t.Run("list --csv and export --format csv", func(t *testing.T) {
		t.Parallel()
		for _, args := range [][]string{{"list", "--csv"}, {"export", "--format", "csv"}} {
			rows, err := csv.NewReader(strings.NewReader(does(t, env, args...))).ReadAll()
			if err != nil || len(rows) != 5 || len(rows[0]) != 11+13 {
				t.Fatalf("%q: %d rows, %v", args, len(rows), err)
			}
			if !slices.Equal(rows[0][:4], []string{"rank", "candidate", "email", "stage"}) || rows[4][1] != "Nadia Verhoeven" || rows[4][3] != "rejected" || rows[4][9] != "Ines: strong yes" {
				t.Errorf("%q: %q, %q", args, rows[0], rows[4])
			}
		}
	})
	t.Run("export", func(t *testing.T) {
		t.Parallel()
		out := does(t, env, "export", "nadia")
		for _, want := range []string{"# Shortlist: Senior Backend Software Engineer", "## Nadia Verhoeven", "runs ledgers, calmly", "strong yes", "Must 4"} {
			if !contains(out, want) {
				t.Errorf("%q is not in %s", want, out)
			}
		}
		printed := fields(t, does(t, env, "export", "--json", "nadia"), map[string]string{"made": "text", "candidates[].panel": "list", "candidates[].panel[].reviewer": "text", "candidates[].panel[].ratings.r1.rating": "number"})
		if panel := printed["candidates"].([]any)[0].(map[string]any)["panel"].([]any)[0].(map[string]any); panel["note"] != "runs ledgers, calmly" || panel["recommendation"] != "strong yes" || panel["reviewer"] != "Ines" {
			t.Errorf("%v", panel)
		}
		if same := does(t, env, "export", "--format", "json", "nadia"); !contains(same, `"version": 1`) {
			t.Errorf("--format json: %s", same)
		}
	})
	t.Run("export to a file", func(t *testing.T) {
		t.Parallel()
		for ending, begins := range map[string]string{"md": "# Shortlist", "csv": "rank,candidate", "json": "{"} {
			path := filepath.Join(t.TempDir(), "list."+ending)
			o := command(t, env, "export", "-o", path)
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			if b, err := os.ReadFile(path); o.code != 0 || o.out != "" || err != nil || !strings.HasPrefix(string(b), begins) || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: exit %d, mode %o, %s%s", ending, o.code, info.Mode().Perm(), b, o.errs)
			}
		}
	})
	t.Run("show", func(t *testing.T) {
		t.Parallel()
		out := does(t, env, "show", "Nadia", "Verhoeven")
		for _, want := range []string{"Nadia Verhoeven\n", "nadia.verhoeven@example.org · +31 10 555 01 20", "rejected: Rust and its async ecosystem not met", "must 4 not met · 1 submitted", "Brought p99"} {
			if !contains(out, want) {
				t.Errorf("%q is not in %s", want, out)
			}
		}
		id := out[:6]
		if by := does(t, env, "show", id); by != out {
			t.Errorf("by %s: %s", id, by)
		}
		fields(t, does(t, env, "show", "nadia", "--json"), map[string]string{"candidates[].panel[].note": "text"})
		mistake{"", nil, 2, `e: fits several candidates \(.*Nadia Verhoeven \([0-9a-f]{4}\)`}.check(t, command(t, env, "show", "e"))
	})
	t.Run("as somebody else", func(t *testing.T) {
		t.Parallel()
		y := open(t, env, "--as", "Omar")
		y.see(`4 candidates · 0 done by me`)
		y.press("q")
		y.end()
		for _, args := range [][]string{{"list"}, {"list", "--json"}, {"list", "--csv"}, {"show", "nadia"}, {"export"}, {"export", "--json"}, {"export", "--format", "csv"}} {
			out := does(t, env, append(args, "--as", "Omar")...)
			for _, peek := range []string{"42310444", "not met  1", "strong yes", "calmly", `"gate": "not met"`, "must 4 not met"} {
				if contains(out, peek) {
					t.Errorf("%q shows %q of another's review: %s", args, peek, out)
				}
			}
		}
		if out := does(t, env, "list", "--as", "Omar", "gate:notmet"); out != "" {
			t.Errorf("a filter tells of another's review: %s", out)
		}
	})
}

// The roles of a store, one by one and together.
func TestRoles(t *testing.T) {
	t.Parallel()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	does(t, env, "role", "add", filepath.Join(write(t, t.TempDir(), map[string]string{"g.md": gardener}), "g.md"))
	does(t, env, "add", "--role", "backend", pile(t))
	printed := fields(t, does(t, env, "role", "list", "--json"), map[string]string{
		"roles": "list", "roles[].id": "text", "roles[].title": "text", "roles[].candidates": "number", "roles[].requirements": "list",
	})
	counts := map[any]any{}
	for _, r := range printed["roles"].([]any) {
		r := r.(map[string]any)
		counts[r["title"]] = r["candidates"]
	}
	if counts["Head Gardener"] != 0.0 || counts["Senior Backend Software Engineer"] != 4.0 {
		t.Errorf("%v", counts)
	}
	if out := does(t, env, "role", "list"); strings.Count(out, "\n") != 2 || !contains(out, "Head Gardener") || !contains(out, "8 must-haves, 5 nice-to-haves") {
		t.Errorf("%s", out)
	}
	if out := does(t, env, "role", "show", "gardener"); !contains(out, "Kew · Part-time") || !contains(out, "Must-have") {
		t.Errorf("%s", out)
	}
	fields(t, does(t, env, "role", "show", "--json", "gardener"), map[string]string{"id": "text", "title": "text", "requirements[].text": "text"})
	mistake{"", nil, 2, `the role: is not clear: there are several \(--role with one of: .*Head Gardener`}.check(t, command(t, env, "list"))
	mistake{"", nil, 2, `e: fits several roles \(`}.check(t, command(t, env, "role", "show", "e"))
}

// A requirement's terms are set, shown and taken away; ratings stay, and who sets them must be somebody.
func TestRoleTerms(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	before := does(t, env, "list")
	for _, name := range []string{"Rust and its async ecosystem", "must 2", "r2", "2"} {
		if o := command(t, env, "role", "terms", name); o.code != 0 || o.out != "" || !contains(o.errs, "Rust and its async ecosystem has no terms") {
			t.Errorf("%s: %d, %q, %q", name, o.code, o.out, o.errs)
		}
	}
	if out := does(t, env, "role", "terms", "must 2", " Axum,axum , smol "); out != "Axum, smol\n" {
		t.Errorf("%q", out)
	}
	set := fields(t, does(t, env, "role", "terms", "--json", "its async"), map[string]string{"id": "text", "label": "text", "terms": "list", "terms[]": "text"})
	if set["id"] != "r2" {
		t.Errorf("%v", set)
	}
	if out := does(t, env, "role", "show"); !contains(out, "also: Axum, smol") {
		t.Errorf("%s", out)
	}
	if shown := does(t, env, "role", "show", "--json"); strings.Count(shown, `"terms": []`) != 12 || !contains(shown, `"smol"`) {
		t.Errorf("%s", shown)
	}
	if after := does(t, env, "list"); after != before {
		t.Errorf("the list is another:\n%s\n%s", before, after)
	}
	does(t, env, "check")
	does(t, env, "role", "terms", "2", "")
	fields(t, does(t, env, "role", "terms", "2", "--json"), map[string]string{"terms": "list"})
	for _, m := range []mistake{
		{"no requirement", []string{}, 2, `candid role terms: takes a REQUIREMENT`},
		{"an unknown one", []string{"cobol"}, 1, `cobol: is no requirement of the role \(there are: .*Rust and its async`},
		{"several", []string{"a"}, 2, `a: means several requirements \(one of: `},
		{"too wide", []string{"2", strings.Repeat("x", 61)}, 1, `x: is 61 characters wide, more than the 60`},
		{"too many", []string{"2", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u"}, 1, `21 terms: are more than the 20`},
	} {
		t.Run(m.name, func(t *testing.T) { m.check(t, command(t, env, append([]string{"role", "terms"}, m.args...)...)) })
	}
	nobody := home(t)
	does(t, nobody, "role", "add", sample(t))
	mistake{"", nil, 2, `the change: would be nobody's \(open the app once`}.check(t, command(t, nobody, "role", "terms", "2", "axum"))
}

// A copy made while the store is there is whole; who is erased is gone from it, and from the bytes of the files.
func TestBackupCheckErase(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	copied := filepath.Join(t.TempDir(), "copy")
	if o := command(t, env, "backup", copied); o.code != 0 || o.out != copied+"\n" || o.errs != "" {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.errs)
	}
	if o := command(t, env, "erase", "nadia", "--yes"); o.code != 0 || !regexp.MustCompile(`^erased [0-9a-f]{8}\n$`).MatchString(o.out) {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.errs)
	}
	for at, n := range map[string]string{"": "3 candidates", filepath.Join(copied, "candid.db"): "4 candidates"} {
		args := []string{"check"}
		if at != "" {
			args = append(args, "--store", at)
		}
		if out := does(t, env, args...); !strings.HasPrefix(out, "whole: 1 role") || !contains(out, n) {
			t.Errorf("check %s: %s", at, out)
		}
	}
	folder := filepath.Join(value(env, "XDG_DATA_HOME"), "candid")
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, trace := range []string{"Verhoeven", "nadia.verhoeven", "Havenlicht"} {
			if contains(string(b), trace) {
				t.Errorf("%s still holds %s", path, trace)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	mistake{"", nil, 1, `nadia: is no candidate of this role`}.check(t, command(t, env, "show", "nadia"))
}

// The version, help and completion go to standard output and need nothing.
func TestVersionHelpCompletion(t *testing.T) {
	t.Parallel()
	none := []string{"PATH=" + os.Getenv("PATH")}
	if out := does(t, none, "--version"); !regexp.MustCompile(`^candid \S.*\n$`).MatchString(out) {
		t.Errorf("--version: %q", out)
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out := does(t, none, "completion", shell); !contains(out, "candid") {
			t.Errorf("completion %s: %q", shell, out)
		}
	}
	root := does(t, none, "--help")
	for _, name := range []string{"demo", "role", "add", "list", "show", "evidence", "export", "backup", "restore", "check", "erase", "completion"} {
		if !regexp.MustCompile(`(?m)^  ` + name + ` +\S`).MatchString(root) {
			t.Errorf("%s is not in the help", name)
		}
		if out := does(t, none, name, "--help"); !contains(out, "Usage:\n  candid "+name) {
			t.Errorf("%s --help: %s", name, out)
		}
	}
	for _, args := range [][]string{{"role", "add"}, {"add"}, {"evidence"}, {"list"}} {
		if out := does(t, none, append(args, "--help")...); !contains(out, `"version"`) {
			t.Errorf("the help of %q does not tell the fields of its JSON", args)
		}
	}
}
