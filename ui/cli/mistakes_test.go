//go:build unix

package cli_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// mistake is a command that cannot do what it is asked: nothing on standard output, and one clear line on standard error.
type mistake struct {
	name string
	args []string
	code int
	says string // a regular expression: the thing, what is wrong, the way out
}

func (m mistake) check(t *testing.T, o outcome) {
	t.Helper()
	if o.code != m.code {
		t.Errorf("exit %d, want %d", o.code, m.code)
	}
	if o.out != "" {
		t.Errorf("printed as a result: %s", o.out)
	}
	if strings.Count(o.errs, "\n") != 1 || !strings.HasPrefix(o.errs, "candid") || strings.HasPrefix(o.errs, "candid: candid") {
		t.Errorf("not one line that begins with candid: %q", o.errs)
	}
	if !regexp.MustCompile(m.says).MatchString(o.errs) {
		t.Errorf("%q, want %s", o.errs, m.says)
	}
}

func TestUsedWrongly(t *testing.T) {
	t.Parallel()
	env := home(t)
	help := `\(.*candid .*--help\)`
	for _, m := range []mistake{
		{"no such command", []string{"nope"}, 2, `there is no command "nope" ` + `\(candid --help\)`},
		{"no such flag", []string{"list", "--nope"}, 2, `candid list: unknown flag: --nope ` + help},
		{"a flag without its value", []string{"list", "--role"}, 2, help},
		{"role alone", []string{"role"}, 2, `candid role: needs one of its commands ` + help},
		{"no such command of role", []string{"role", "nope"}, 2, `there is no command "nope" ` + help},
		{"role add without a posting", []string{"role", "add"}, 2, `takes one POSTING ` + help},
		{"role add with two", []string{"role", "add", "a", "b"}, 2, `takes one POSTING ` + help},
		{"role list of something", []string{"role", "list", "x"}, 2, `takes no argument, not "x" ` + help},
		{"add nothing", []string{"add"}, 2, `takes at least one PATH ` + help},
		{"evidence of nothing", []string{"evidence"}, 2, `takes at least one FILE ` + help},
		{"show nobody", []string{"show"}, 2, `takes a CANDIDATE ` + help},
		{"erase nobody", []string{"erase"}, 2, `takes one CANDIDATE ` + help},
		{"backup to nowhere", []string{"backup"}, 2, `takes one FOLDER ` + help},
		{"check something", []string{"check", "x"}, 2, `takes no argument, not "x" ` + help},
		{"demo of something", []string{"demo", "x"}, 2, `takes no argument, not "x" ` + help},
		{"no terminal", nil, 2, `needs a terminal \(candid list and candid export work without one\)`},
		{"no terminal for the demo", []string{"demo"}, 2, `candid demo: needs a terminal`},
		{"an unknown format", []string{"export", "--format", "pdf"}, 2, `pdf: is no format to export to \(one of: markdown, html, csv, json\)`},
		{"an unknown ending", []string{"export", "-o", "x.docx"}, 2, `\.docx: is no format to export to`},
	} {
		t.Run(m.name, func(t *testing.T) { m.check(t, command(t, env, m.args...)) })
	}
	if left := entries(t, value(env, "HOME")); len(left) > 0 {
		t.Errorf("%q was made in the home folder", left)
	}
}

// No command but those that bring something in makes a store.
func TestNoStore(t *testing.T) {
	t.Parallel()
	env := home(t)
	for _, args := range [][]string{
		{"list"}, {"list", "--json"}, {"show", "ana"}, {"export"}, {"export", "--json"}, {"check"}, {"backup", "copy"},
		{"erase", "ana", "--yes"}, {"role", "list"}, {"role", "show"}, {"add", "."},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			mistake{"", nil, 1, `data/candid/candid\.db: there is no store yet \(candid role add POSTING makes one; candid demo shows one\)`}.check(t, command(t, env, args...))
		})
	}
	if left := entries(t, value(env, "HOME")); len(left) > 0 {
		t.Errorf("%q was made in the home folder", left)
	}
}

// Without a home there is no place for the store, unless one is named; what needs none works.
func TestNoHome(t *testing.T) {
	t.Parallel()
	none := []string{"PATH=" + os.Getenv("PATH")}
	m := mistake{"", nil, 2, `the store: has no place, for you have no home folder.*\(name a file with --store\)`}
	m.check(t, command(t, none, "list"))
	m.check(t, command(t, none, "role", "add", sample(t)))
	m.check(t, command(t, with(none, "HOME="), "list"))
	x := open(t, with(none, "TERM=xterm"))
	if code := x.end(); code != 2 {
		t.Errorf("the app: exit %d", code)
	}
	if s := x.screen(); !contains(s, "has no place") || x.wrote("\x1b[?1049h") {
		t.Errorf("the app: %s", s)
	}
	store := filepath.Join(t.TempDir(), "candid.db")
	does(t, none, "role", "add", sample(t), "--store", store)
	does(t, with(none, "CANDID_STORE="+store), "list")
	does(t, none, "role", "add", "--dry-run", sample(t))
	does(t, none, "add", "--dry-run", pile(t))
	does(t, none, "evidence", filepath.Join(pile(t), "tariq-benali.txt"))
}

// A store without a role, a role without candidates: each says what comes next.
func TestNothingYet(t *testing.T) {
	t.Parallel()
	env := home(t)
	x := open(t, env)
	x.see(`What is your name`)
	x.press("Ines", "enter")
	x.see(`Hello Ines`)
	x.press("esc")
	x.end()
	for _, args := range [][]string{{"list"}, {"export"}, {"show", "ana"}, {"role", "show"}, {"add", pile(t)}, {"erase", "ana", "--yes"}} {
		mistake{"", nil, 1, `candid\.db: holds no role yet \(candid role add POSTING\)`}.check(t, command(t, env, args...))
	}
	if out := does(t, env, "role", "list"); out != "" {
		t.Errorf("role list: %s", out)
	}
	does(t, env, "add", "--dry-run", pile(t))
	does(t, env, "evidence", filepath.Join(pile(t), "tariq-benali.txt"))
	does(t, env, "check")

	does(t, env, "role", "add", sample(t))
	if out := does(t, env, "list"); out != "" {
		t.Errorf("list: %s", out)
	}
	for _, args := range [][]string{{"list", "--json"}, {"export", "--json"}} {
		var list struct{ Candidates []any }
		if err := json.Unmarshal([]byte(does(t, env, args...)), &list); err != nil || list.Candidates == nil || len(list.Candidates) != 0 {
			t.Errorf("%q: %v, %v", args, list, err)
		}
	}
	mistake{"", nil, 1, `ana: is no candidate of this role \(candid list names them\)`}.check(t, command(t, env, "show", "ana"))
	mistake{"", nil, 1, `nope: is no role of this store \(there are: Senior Backend`}.check(t, command(t, env, "list", "--role", "nope"))
	mistake{"", nil, 1, `Nobody: is no reviewer of this store \(there are: Ines\)`}.check(t, command(t, env, "list", "--as", "Nobody"))
	o := command(t, env, "list", "rust", "stge:new")
	if want := "  rust stge:new\n       ^^^^\n"; !strings.HasPrefix(o.errs, want) {
		t.Errorf("%q, want it to begin with %q", o.errs, want)
	}
	o.errs = o.errs[max(0, strings.Index(o.errs, "candid")):]
	mistake{"", nil, 2, `stge: is no field \(did you mean stage\?`}.check(t, o)
	x = open(t, env)
	x.see(`0 candidates`)
	x.press("enter")
	x.see(`nobody is shown`)
	x.press("x")
	x.see(`nobody is shown`)
	x.press("u")
	x.see(`nothing of this sitting left to undo`)
}

// What cannot be taken in is refused with its reason, each on its own, and the rest lands.
func TestAddRefuses(t *testing.T) {
	t.Parallel()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	random := make([]byte, 4000)
	for i, r := 0, rand.New(rand.NewPCG(1, 2)); i < len(random); i++ {
		random[i] = byte(r.Uint32())
	}
	folder := write(t, t.TempDir(), map[string]string{
		"zero.txt":     "",
		"binary.txt":   string(random),
		"latin1.txt":   "Jos\xe9 Ib\xe1\xf1ez\njose@example.org\n\nA\xf1os de trabajo en producci\xf3n con Rust.\n",
		"object.json":  `{"name": "left-pad", "version": "1.0.0"}`,
		"broken.json":  `{"basics": {"name": "Ana`,
		"blank.txt":    " \n\t\n",
		"good.txt":     "Vera Good\nvera@example.org\n\nRust in production.\n",
		"picture.png":  "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		".hidden.txt":  "Hidden Person\n",
		"two/zero.txt": "",
	})
	if err := os.Mkdir(filepath.Join(folder, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{
		"zero.txt": `an empty file \(0 bytes\)`, "binary.txt": `not text`, "object.json": `JSON, but no resume`, "broken.json": `JSON`,
		"blank.txt": `nothing to read in it`, "picture.png": `a picture \(PNG\)`, "empty": `an empty folder`, "two/zero.txt": `an empty file`,
		"latin1.txt": ``, "good.txt": ``,
	}
	for _, dry := range []bool{true, false} {
		args := []string{"add", "--json", folder}
		if dry {
			args = append(args, "--dry-run")
		}
		o := command(t, env, args...)
		if o.code != 3 {
			t.Errorf("exit %d", o.code)
		}
		var all struct {
			Added, Refused int
			Files          []struct {
				Path, Result, Reason string
				Candidate            struct{ Name, Email string }
			}
		}
		if err := json.Unmarshal([]byte(o.out), &all); err != nil {
			t.Fatal(err)
		}
		if all.Added != 2 || all.Refused != len(reasons)-2 || len(all.Files) != len(reasons) {
			t.Errorf("%d added, %d refused, %d files", all.Added, all.Refused, len(all.Files))
		}
		for _, f := range all.Files {
			name, _ := filepath.Rel(folder, f.Path)
			why, known := reasons[name]
			switch {
			case !known:
				t.Errorf("%s: %s", f.Path, f.Result)
			case why == "" && f.Result != "added":
				t.Errorf("%s: %s, %s", name, f.Result, f.Reason)
			case why != "" && (f.Result != "refused" || !regexp.MustCompile(why).MatchString(f.Reason) || !contains(f.Reason, "(")):
				t.Errorf("%s: %s, %q, want %s and a way out", name, f.Result, f.Reason, why)
			}
			if name == "latin1.txt" && f.Candidate.Name != "José Ibáñez" {
				t.Errorf("Latin-1 was read as %q", f.Candidate.Name)
			}
		}
	}
	if out := does(t, env, "list"); strings.Count(out, "\n") != 2 {
		t.Errorf("list: %s", out)
	}

	none := command(t, env, "add", filepath.Join(folder, "nowhere"))
	if none.code != 1 || !contains(none.out, "no such file or folder") || !contains(none.errs, "could read none of it") {
		t.Errorf("a path that is not there: exit %d\n%s%s", none.code, none.out, none.errs)
	}
	does(t, env, "check")
}

// What is no posting makes no role.
func TestPostingRefused(t *testing.T) {
	t.Parallel()
	env := home(t)
	folder := write(t, t.TempDir(), map[string]string{
		"zero.md": "", "none.md": "# Clerk\n\nWe are a nice company to work at.\n", "binary.md": "\x00\x01\x02\x03\x04\x05\x06\x07",
	})
	for _, m := range []mistake{
		{"not there", []string{"nowhere.md"}, 1, `nowhere\.md: no such file or folder \(.+\)`},
		{"0 bytes", []string{"zero.md"}, 1, `zero\.md: an empty file \(0 bytes\) \(.+\)`},
		{"a folder", []string{""}, 1, `: a folder \(a posting is one file\)`},
		{"without requirements", []string{"none.md"}, 1, `none\.md: .*requirements.*\(open it in the app and pick its lines by hand`},
		{"bytes", []string{"binary.md"}, 1, `binary\.md: not text.*\(.+\)`},
	} {
		t.Run(m.name, func(t *testing.T) {
			path := filepath.Join(folder, m.args[0])
			m.check(t, command(t, env, "role", "add", path))
			m.check(t, command(t, env, "role", "add", "--dry-run", "--json", path))
		})
	}
	if left := entries(t, value(env, "HOME")); len(left) > 0 {
		t.Errorf("%q was made in the home folder", left)
	}
}

// A file that is no store is told from one that is damaged, and neither is touched.
func TestNoStoreAtAll(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	whole, err := os.ReadFile(filepath.Join(value(env, "XDG_DATA_HOME"), "candid", "candid.db"))
	if err != nil {
		t.Fatal(err)
	}
	random := make([]byte, 100_000)
	for i, r := 0, rand.New(rand.NewPCG(3, 4)); i < len(random); i++ {
		random[i] = byte(r.Uint32())
	}
	renamed := []byte(strings.ReplaceAll(string(whole), "Nadia Verhoeven", "Nadja Verhoeven"))
	for _, c := range []struct {
		name  string
		bytes []byte
		says  string
	}{
		{"text", []byte("dear diary\n"), `is no candid store \(name another with --store\)`},
		{"random bytes", random, `is no candid store \(name another with --store\)`},
		{"nothing", nil, `is no candid store \(name another with --store\)`},
		{"cut short", whole[:len(whole)/4], `is damaged: .*\(candid check says what else is; a backup has it whole\)`},
		{"a name changed", renamed, `damaged: .*\(candid check says what else is; a backup has it whole\)`},
		{"of a newer candid", newer(t, whole), `was written by a newer candid \(schema 23, this one knows \d+\) \(bring candid up to date\)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "candid.db")
			if err := os.WriteFile(path, c.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			at := with(env, "CANDID_STORE="+path)
			commands := [][]string{{"list"}, {"list", "--json"}, {"export"}, {"show", "nadia"}}
			if c.name != "a name changed" { // which may well be added to
				commands = append(commands, []string{"role", "add", sample(t)}, []string{"add", pile(t)}, []string{"erase", "nadia", "--yes"}, []string{"check"})
			}
			for _, args := range commands {
				mistake{"", args, 1, c.says}.check(t, command(t, at, args...))
			}
			x := open(t, at)
			if c.name == "a name changed" {
				x.see(`damaged`)
				x.press("q")
				x.end()
				o := command(t, at, "check")
				if o.code != 1 || !contains(o.out, "damaged") {
					t.Errorf("check: exit %d\n%s%s", o.code, o.out, o.errs)
				}
				return
			}
			if code := x.end(); code != 1 || x.wrote("\x1b[?1049h") {
				t.Errorf("the app: exit %d\n%s", code, x.screen())
			}
			if now, err := os.ReadFile(path); err != nil || string(now) != string(c.bytes) {
				t.Errorf("the file was touched: %d bytes, %v", len(now), err)
			}
		})
	}
}

// newer is a store's bytes with the schema number 23 in the place of its own. A number of the store's is a format byte, flags,
// the number in CBOR, and a checksum over the bucket, the word and these.
func newer(t *testing.T, whole []byte) []byte {
	t.Helper()
	number := func(n byte) []byte {
		record := []byte{1, 0, n}
		sealed := append([]byte{0, 4, 0, byte(len("schema"))}, "metaschema"...)
		sum := crc32.Checksum(append(sealed, record...), crc32.MakeTable(crc32.Castagnoli))
		return binary.LittleEndian.AppendUint32(append([]byte("schema"), record...), sum)
	}
	for own := byte(1); own < 23; own++ {
		if bytes.Contains(whole, number(own)) {
			return bytes.ReplaceAll(whole, number(own), number(23))
		}
	}
	t.Fatal("the store has no schema number")
	return nil
}

// A file that would be written over is left as it is.
func TestNothingIsWrittenOver(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	there := write(t, t.TempDir(), map[string]string{"list.csv": "mine"})
	path := filepath.Join(there, "list.csv")
	mistake{"", nil, 2, `list\.csv: is there already \(name another file, or remove it\)`}.check(t, command(t, env, "export", "-o", path))
	if o := command(t, env, "backup", there); o.code == 0 || o.out != "" {
		t.Errorf("backup: exit %d, %s", o.code, o.out)
	}
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("the file holds %q", b)
	}
	mistake{"", nil, 2, `Nadia Verhoeven: would be erased for good \(--yes does it\)`}.check(t, command(t, env, "erase", "nadia"))
	mistake{"", nil, 1, `cannot be written`}.check(t, command(t, env, "export", "-o", filepath.Join(there, "no", "list.csv")))
	if out := does(t, env, "list"); strings.Count(out, "\n") != 4 {
		t.Errorf("list: %s", out)
	}
}
