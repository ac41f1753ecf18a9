package cli_test

import (
	"testing"

	"golang.org/x/sys/unix"
)

// The disk is full in the middle of an evening: the rating that could not be kept goes back, with the reason; once there is
// room, the work goes on.
func TestDiskFillsUp(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	x.press("4")
	x.see(`done 1 of 13`)
	x.see(`saved`)
	limit := func(bytes uint64) {
		t.Helper()
		if err := unix.Prlimit(x.cmd.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: bytes, Max: unix.RLIM_INFINITY}, nil); err != nil {
			t.Skip("no limit can be set here: ", err)
		}
	}
	limit(8 << 10) // less than the store has already
	x.press("3")
	x.see(`no room left on the disk`)
	x.see(`4·\[·\]····· ····· +done 1 of 13`)
	if list := ratings(t, env); !contains(list, "4······· ·····") {
		t.Errorf("the disk has %s", list)
	}
	limit(unix.RLIM_INFINITY)
	x.press("2")
	x.see(`done 2 of 13`)
	x.see(`saved`)
	x.press("q", "esc")
	x.see(`\b1 (of \d+ )?shown`)
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()
	if out := does(t, env, "check"); !contains(out, "whole: ") {
		t.Error(out)
	}
}
