//go:build unix

package cli_test

import (
	"regexp"
	"syscall"
	"testing"
)

// score opens the app, which the user has opened before, and begins to score Nadia Verhoeven.
func score(t *testing.T, env []string) *terminal {
	t.Helper()
	x := open(t, env)
	x.see(`by score`)
	x.press("/", "nadia", "enter")
	x.see(`\b1 (of \d+ )?shown`)
	x.press("r")
	x.see(`Nadia Verhoeven +candidate 1 of 1`)
	x.see(`MUST-HAVE`)
	return x
}

// ratings is the strip of Nadia Verhoeven as the command line shows it.
func ratings(t *testing.T, env []string) string {
	t.Helper()
	return does(t, env, "list", "nadia")
}

// The machine is pulled from under the program right after it has said "saved": all of it is there.
func TestKilledAfterSaved(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	x.press("4")
	x.see(`4\[·\]······ ····· .*done 1 of 13`)
	x.press("2")
	x.see(`42\[·\]····· ····· .*done 2 of 13`)
	x.press("m")
	x.see(`keep and close`)
	x.press("ran the ledger", "enter")
	x.see(`ran the ledger`)
	x.see(`saved \d\d:\d\d`)
	x.signal(syscall.SIGKILL)
	x.end()

	if list := ratings(t, env); !contains(list, "42······ ·····") {
		t.Errorf("after the kill: %s", list)
	}
	if out := does(t, env, "check"); !contains(out, "whole: ") {
		t.Error(out)
	}
	x = score(t, env)
	x.see(`MUST-HAVE 3`) // the first undecided
	x.see(`ran the ledger`)
	x.see(`42\[·\]····· ····· .*done 2 of 13`)
}

// The program is told to end, or its terminal goes away, in the middle of a note: the note is kept, and the terminal, where
// there still is one, is as it was before.
func TestEndedInMidNote(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*terminal){
		"SIGTERM":                func(x *terminal) { x.signal(syscall.SIGTERM) },
		"SIGHUP":                 func(x *terminal) { x.signal(syscall.SIGHUP) },
		"SIGINT":                 func(x *terminal) { x.signal(syscall.SIGINT) },
		"ctrl+c":                 func(x *terminal) { x.press("ctrl+c") },
		"the terminal goes away": func(x *terminal) { _ = x.tty.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := reviewer(t, "Ines")
			x := score(t, env)
			x.press("3")
			x.see(`done 1 of 13`)
			x.press("m")
			x.see(`keep and close`)
			x.press("asks before she answ")
			x.see(`asks before she answ`)
			end(x)
			code := x.end()
			if name != "the terminal goes away" {
				x.sane()
				if code != 0 {
					t.Errorf("exit %d", code)
				}
			}
			if list := ratings(t, env); !contains(list, "3······· ·····") {
				t.Errorf("afterwards: %s", list)
			}
			if out := does(t, env, "export", "--json", "nadia"); !contains(out, `"note": "asks before she answ"`) {
				t.Errorf("the note is lost: %s", out)
			}
			if out := does(t, env, "check"); !contains(out, "whole: ") {
				t.Error(out)
			}
		})
	}
}

// Keys, then the end at once: what was pressed before the end came is on the disk.
func TestQuitRightAfterRating(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	x.press("4321")
	x.press("ctrl+c")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	if list := ratings(t, env); !contains(list, "4321···· ·····") {
		t.Errorf("afterwards: %s", list)
	}
}

// The program is suspended and brought back.
func TestSuspended(t *testing.T) {
	t.Parallel()
	x := score(t, reviewer(t, "Ines"))
	x.press("ctrl+z")
	x.wait("be given the terminal back", func() bool { return x.wrote("\x1b[?1049l") })
	x.sane()
	x.wait("come back", func() bool {
		x.signal(syscall.SIGCONT) // it may not be listening yet
		return regexp.MustCompile(`Nadia Verhoeven +candidate 1 of 1`).MatchString(x.screen())
	})
	x.wait("have all it had", func() bool {
		return x.last("\x1b[?1049l", "\x1b[?1049h", "\x1b[?2004h", "\x1b[?1002h", "\x1b[?25l", "scoring\a")
	})
	x.press("3")
	x.see(`done 1 of 13`)
}
