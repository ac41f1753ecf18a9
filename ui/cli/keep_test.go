//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A backup comes back: into an empty place, and over a store only when told to, which is then kept.
func TestRestore(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	copied := filepath.Join(t.TempDir(), "copy")
	does(t, env, "backup", copied)
	does(t, env, "erase", "nadia", "--yes")
	whole := does(t, env, "check")
	mistake{"", nil, 1, `candid\.db: is there already \(--replace puts`}.check(t, command(t, env, "restore", copied))
	mistake{"", nil, 1, `is no backup: it holds no candid\.db`}.check(t, command(t, env, "restore", t.TempDir(), "--replace"))
	if got := does(t, env, "check"); got != whole {
		t.Errorf("the store changed: %s", got)
	}
	o := command(t, env, "restore", copied, "--replace")
	if o.code != 0 || !strings.HasPrefix(o.out, "whole: 1 role, 3 candidates") || !contains(o.errs, "erased again: 1 candidate") {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.errs)
	}
	kept := regexp.MustCompile(`the store that was there is (\S+)`).FindStringSubmatch(o.errs)
	if kept == nil {
		t.Fatalf("%s", o.errs)
	}
	if got := does(t, env, "check", "--store", kept[1]); got != whole {
		t.Errorf("what was kept: %s", got)
	}
	elsewhere := filepath.Join(t.TempDir(), "deep", "candid.db")
	if out := does(t, env, "restore", copied, "--store", elsewhere); !contains(out, "4 candidates") {
		t.Errorf("%s", out)
	}
	if out := does(t, env, "list", "--store", elsewhere, "nadia"); !contains(out, "Nadia Verhoeven") {
		t.Errorf("%s", out)
	}
}

// An archived role is in no list and in no choice, and comes back.
func TestArchive(t *testing.T) {
	t.Parallel()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	does(t, env, "role", "add", filepath.Join(write(t, t.TempDir(), map[string]string{"g.md": gardener}), "g.md"))
	if out := does(t, env, "role", "archive", "head", "gardener"); !contains(out, "Head Gardener") {
		t.Errorf("%s", out)
	}
	does(t, env, "role", "archive", "gardener") // it is already
	does(t, env, "add", pile(t))                // there is one role to choose
	if out := does(t, env, "role", "list"); contains(out, "Gardener") || strings.Count(out, "\n") != 1 {
		t.Errorf("%s", out)
	}
	if out := does(t, env, "role", "list", "--archived"); !contains(out, "Head Gardener") || strings.Count(out, "\n") != 1 {
		t.Errorf("%s", out)
	}
	if out := does(t, env, "role", "show", "gardener"); !contains(out, "Kew") {
		t.Errorf("%s", out)
	}
	does(t, env, "role", "archive", "backend")
	mistake{"", nil, 1, `holds archived roles only \(candid role list --archived`}.check(t, command(t, env, "list"))
	mistake{"", nil, 1, `no such: is no role of this store`}.check(t, command(t, env, "role", "archive", "no such"))
	mistake{"", nil, 2, `takes one ROLE`}.check(t, command(t, env, "role", "archive"))
	does(t, env, "role", "archive", "--back", "gardener")
	if out := does(t, env, "role", "list"); !contains(out, "Head Gardener") || strings.Count(out, "\n") != 1 {
		t.Errorf("%s", out)
	}
	x := open(t, env, "--as", "Ines", "--role", "backend")
	if code := x.end(); code != 1 || !contains(x.screen(), "is archived") {
		t.Errorf("exit %d: %s", code, x.screen())
	}
	does(t, env, "check")
}

// The shortlist as a page is written by the ending of its file.
func TestExportHTML(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	path := filepath.Join(t.TempDir(), "shortlist.html")
	does(t, env, "export", "-o", path)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if page := string(b); !strings.HasPrefix(page, "<!DOCTYPE html>") || !contains(page, "Nadia Verhoeven") || contains(page, "<script") {
		t.Errorf("%.400s", page)
	}
	if out := does(t, env, "export", "--format", "html"); !contains(out, "Hana Sedlák") {
		t.Errorf("%.400s", out)
	}
}
