//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Somebody starts it for the first time, with nothing there at all.
func TestFirstRun(t *testing.T) {
	t.Parallel()
	env, folder := home(t), pile(t)
	x := open(t, env)
	x.see(`Read every application against what the role asks for`)
	x.see(`What is your name\?`)
	x.press("backspace", "enter") // without the name that may be proposed
	x.see(`a name first`)
	x.press("Ines Marlow", "enter")
	x.see(`Hello Ines Marlow\. Which posting shall become a role\?`)

	x.press(filepath.Join(folder, "nobody.md"), "enter")
	x.see(`no such file or folder`)
	x.press("ctrl+u", "enter")
	x.see(`Senior Backend Software Engineer`)
	x.see(`enter make the role`)
	x.press("G")
	x.see(`Open-source contributions`)
	x.press("d", "enter")
	x.see(`0 candidates`)

	x.press("i")
	x.see(`Each file in a folder is one candidate`)
	x.press(folder, "enter")
	x.see(`4 added +0 updated +0 unchanged +0 refused`)
	x.press("esc")
	x.see(`4 candidates · 0 done by me`)
	x.see(`12345678 1234 `) // the requirement that was dropped is gone
	x.press("i")
	x.see(`Each file in a folder is one candidate`)
	x.press(folder, "enter")
	x.see(`0 added +0 updated +4 unchanged +0 refused`)
	x.press("esc", "q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}

	store := filepath.Join(value(env, "XDG_DATA_HOME"), "candid")
	for path, want := range map[string]os.FileMode{store: 0o700, filepath.Join(store, "candid.db"): 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", path, got, want)
		}
	}
	if out := does(t, env, "check"); !strings.HasPrefix(out, "whole: ") {
		t.Error(out)
	}
}

// Who leaves at the first question has made nothing of a role and loses nothing.
func TestFirstRunLeft(t *testing.T) {
	t.Parallel()
	env := home(t)
	x := open(t, env)
	x.see(`What is your name\?`)
	x.press("esc")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()
	x = open(t, env)
	x.see(`What is your name\?`)
	x.press("Ines", "enter")
	x.see(`Hello Ines`)
	x.press("esc")
	x.end()
	x = open(t, env)
	x.see(`Hello Ines`)
	x.press("ctrl+c")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()
}

// From nothing to the first rating, with a posting and a folder of applications at hand, nobody needs more keys than these besides
// their name; the hints tell the way.
func TestFirstRating(t *testing.T) {
	t.Parallel()
	const most = 12
	work := write(t, t.TempDir(), map[string]string{"job-gardener.md": gardener, "notes.txt": "Water the ferns.\n"})
	for path, text := range applications {
		write(t, filepath.Join(work, "applications"), map[string]string{path: text})
	}
	x := open(t, with(home(t), "PWD="+work))
	pressed := 0
	press := func(keys ...string) {
		pressed += len(keys)
		x.press(keys...)
	}
	x.see(`What is your name\?`)
	x.press("Ines Marlow")
	press("enter")
	x.see(`▌ the sample role, to try it with\s+job-gardener\.md\s+notes\.txt\s+applications/`)
	press("down", "enter")
	x.see(`Head Gardener +as it was read: look it over`)
	x.see(`enter makes the role as it stands here`)
	time.Sleep(700 * time.Millisecond) // as somebody who looks it over
	press("enter")
	x.see(`Nobody has applied yet`)
	press("i")
	x.see(`applications/ +folder`)
	press("j", "j", "i")
	x.see(`4 added`)
	press("esc")
	x.see(`4 candidates`)
	x.see(`by score[^\n]*\n(.*\n)*? +Candidate.*\n ▌ `) // on the first
	x.see(`Hint  enter opens a candidate  r rates them`)
	press("r")
	x.see(`requirement 1 of 3`)
	x.see(`Hint  1-4 0 rates, saves and goes on`)
	press("3")
	x.see(`requirement 2 of 3 .*saved`)
	if pressed > most {
		t.Errorf("%d keys, besides a name", pressed)
	}
	x.press("esc", "q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
}
