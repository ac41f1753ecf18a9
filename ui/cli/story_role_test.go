//go:build unix

package cli_test

import (
	"strings"
	"testing"
)

// A coordinator feeds the program on the command line; a reviewer opens it, looks around, decides, changes their mind, and
// finds it the next day as they left it.
func TestRoleReopened(t *testing.T) {
	t.Parallel()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	does(t, env, "add", pile(t))

	x := open(t, env)
	x.see(`What is your name\?`)
	x.press("Ines Marlow", "enter")
	x.see(`Senior Backend Software Engineer · San Francisco, Toronto +4 candidates · 0 done by me`)
	x.see(`4 shown · by score`)

	x.press("s")
	x.see(`4 shown · by name`)
	x.press("/")
	x.see(`keep`)
	x.press("-hana", "enter")
	x.see(`/ -hana +3 of 4 shown · by name`)
	x.press("g", "j")
	x.see(`▌ Ruth Oyelaran`)

	x.press("enter")
	x.see(`‹ Ruth Oyelaran .* 2 of 3`)
	x.see(`\[Proof\]`)
	x.press("tab")
	x.see(`\[Resume\]`)
	x.see(`Least privilege and secrets management for a bank`)
	x.press("w")
	x.see(`on hold`)
	x.press("u")
	x.see(`undone: .*Ruth Oyelaran`)
	x.press("a")
	x.see(`advanced`)
	x.press("esc")
	x.see(`▌ Ruth Oyelaran .* advanced`)
	x.see(`saved · \d\d:\d\d`)
	x.press("l", "l")
	x.see(`must-have 2 +Fluency with Rust`)
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()

	x = open(t, env)
	x.see(`/ -hana +3 of 4 shown · by name`)
	x.see(`▌ Ruth Oyelaran .* advanced`)
	x.see(`Nadia Verhoeven .* new`)
	x.press("u")
	x.see(`nothing of this sitting left to undo`)
	x.press("q")
	x.end()
}

// Of two roles the one that was open last is open again, and what the command line shows is that one too.
func TestRolesReopened(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	posting := write(t, t.TempDir(), map[string]string{"gardener.md": gardener})
	does(t, env, "role", "add", posting+"/gardener.md")

	x := open(t, env)
	x.see(`Senior Backend Software Engineer .* 4 candidates`)
	x.press("ctrl+o")
	x.see(`Head Gardener +.* 0 candidates`)
	x.see(`A new role, from a posting`)
	x.press("g")
	if s := x.screen(); strings.Index(s, "Head Gardener") > strings.Index(s, "Senior Backend") {
		x.press("j")
	}
	x.press("enter")
	x.see(`Head Gardener · Kew`)
	x.press("q")
	x.end()

	x = open(t, env)
	x.see(`Head Gardener · Kew`)
	x.press("q")
	x.end()
	if out := does(t, env, "role", "show"); !contains(out, "Head Gardener") {
		t.Errorf("role show: %s", out)
	}
}
