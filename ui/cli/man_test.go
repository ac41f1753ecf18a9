package cli

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"candid/model/query"
)

// manPage is the manual page as roff.
func manPage(t *testing.T) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := Run([]string{"man"}, strings.NewReader(""), &out, &errs); code != done || errs.Len() > 0 {
		t.Fatalf("exit %d: %s", code, &errs)
	}
	return out.String()
}

// The page has its sections in order, and holds every command, every option and every field.
func TestManHoldsAll(t *testing.T) {
	got := manPage(t)
	at := 0
	for _, name := range strings.Split("NAME,SYNOPSIS,DESCRIPTION,COMMANDS,OPTIONS,QUERY LANGUAGE,FILES,ENVIRONMENT,EXIT STATUS,EXAMPLES", ",") {
		i := strings.Index(got, `.SH "`+name+`"`)
		if i < at {
			t.Errorf("%s is not there, or out of order", name)
		}
		at = max(at, i)
	}
	root := (&command{}).root()
	for _, cmd := range commands(root) {
		if !strings.Contains(got, `.SS "`+escapedRoff(usage(cmd))+`"`) {
			t.Errorf("lacks %s", usage(cmd))
		}
	}
	for _, f := range query.Fields() {
		if !strings.Contains(got, "\n\\fB"+f.Name+":") {
			t.Errorf("lacks the field %s", f.Name)
		}
	}
	for i, r := range got {
		if r > '~' {
			t.Fatalf("%q is not ASCII, in %q", r, got[max(0, i-30):i])
		}
	}
}

// What the program reads of its environment is told.
func TestManTellsTheEnvironment(t *testing.T) {
	var told []string
	for _, v := range environment {
		told = append(told, v[0])
	}
	reads := regexp.MustCompile(`(?:Getenv|LookupEnv)\("([A-Z_]+)"\)`)
	ours := []string{"TERM"} // what every program in a terminal reads
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		for _, m := range reads.FindAllStringSubmatch(string(b), -1) {
			if !slices.Contains(told, m[1]) && !slices.Contains(ours, m[1]) {
				t.Errorf("%s reads %s, of which the manual page says nothing", path, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// The page is one that man can show. Without groff or mandoc there is nothing to try it with.
func TestManRenders(t *testing.T) {
	for _, with := range [][]string{{"groff", "-man", "-Tutf8", "-ww", "-z"}, {"mandoc", "-T", "lint", "-W", "error"}} {
		t.Run(with[0], func(t *testing.T) {
			if _, err := exec.LookPath(with[0]); err != nil {
				t.Skip(err)
			}
			cmd := exec.Command(with[0], with[1:]...)
			cmd.Stdin = strings.NewReader(manPage(t))
			if said, err := cmd.CombinedOutput(); err != nil || len(said) > 0 {
				t.Errorf("%v\n%s", err, said)
			}
		})
	}
}

func TestEscapedRoff(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "a b", "a b"},
		{"a request", ".SH x", `\&.SH x`},
		{"an apostrophe first", "'x", `\(aqx`},
		{"a hyphen", "--json", `\-\-json`},
		{"a backslash", `a\b`, `a\eb`},
		{"beyond ASCII", "PATH…", `PATH\[u2026]`},
		{"names", `{"a","b"}`, `{\(dqa\(dq,\:\(dqb\(dq}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := escapedRoff(c.in); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
