//go:build unix

package cli_test

import "testing"

// Somebody tries the demo: scores one person digit by digit, recommends, submits, and finds the next person open.
func TestDemoScored(t *testing.T) {
	t.Parallel()
	env := home(t)
	x := open(t, env, "demo")
	x.see(`24 candidates`) // all of them
	x.see(`Senior Backend Software Engineer · San Francisco, Toronto +24 candidates · 6 done by me`)
	x.see(`▌ Amara Okafor`)

	x.press(":", "3", "enter")
	x.see(`▌ Linus Bergström +43343233 3·2··`)
	x.press("r")
	x.see(`Linus Bergström +candidate 3 of 24 · requirement 10 of 13`)
	x.see(`NICE-TO-HAVE 2`)
	x.see(`Panel +1 submitted, hidden until you do`)

	x.press("3")
	x.see(`saved \d\d:\d\d`)
	x.see(`NICE-TO-HAVE 4`) // the third was rated before
	x.press("4")
	x.see(`NICE-TO-HAVE 5`)
	x.press("0")
	x.see(`43343233 33240 +done 13 of 13`)

	x.see(`candidate 3 of 24 · summary`)
	x.see(`recommend first: N n y Y`)
	x.press("enter")
	x.see(`recommend first`)
	x.press("Y")
	x.see(`▌ Y +strong yes`)
	x.press("enter")
	x.see(`Ana Sofía Ibáñez +candidate 4 of 24`)

	x.press("esc")
	x.see(`24 candidates · 7 done by me`)
	x.see(`Linus Bergström +4334323[!3] .{5}.* 2 ✓`) // both reviews are in it now
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()
	if left := entries(t, value(env, "TMPDIR")); len(left) > 0 {
		t.Errorf("the demo left %q behind", left)
	}
	if left := entries(t, value(env, "HOME")); len(left) > 0 {
		t.Errorf("the demo made %q in the home folder", left)
	}
}

// Somebody types faster than the program draws: every digit counts.
func TestDemoTypedAhead(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.see(`▌ Amara Okafor`)
	x.press("/", "herrera", "enter")
	x.see(`▌ Tomás Herrera`)
	x.press("r")
	x.see(`MUST-HAVE 1`)
	x.press("4321012340321") // in one write
	x.see(`43210123 40321 +done 13 of 13`)
	x.see(`saved \d\d:\d\d`)
}

// What was begun without being asked can be taken back to the beginning, and brought again.
func TestDemoUndone(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.see(`▌ Amara Okafor`)
	x.press("u")
	x.see(`nothing of this sitting left to undo`)
	x.press("/", "herrera", "enter")
	x.see(`▌ Tomás Herrera`)
	x.press("r")
	x.see(`MUST-HAVE 1`)
	x.press("3", "2")
	x.see(`32\[·\]····· ····· +done 2 of 13`)
	x.press("esc")
	x.see(`▌ Tomás Herrera +32······`)

	x.press("u")
	x.see(`undone: Rust and its async ecosystem 2 → open, Tomás Herrera`)
	x.see(`MUST-HAVE 2`)
	x.press("u")
	x.see(`undone: .* 3 → open, Tomás Herrera`)
	x.see(`MUST-HAVE 1`)
	x.press("ctrl+r", "ctrl+r")
	x.see(`redone: .*open → 2, Tomás Herrera`)
	x.press("ctrl+r")
	x.see(`nothing to redo`)
	x.press("j")
	x.see(`3\[2\]······ ····· +done 2 of 13`)
}

// Who sent a PDF comes in while the list is there already; what nobody sees on its page is shown apart.
func TestDemoPDFsFollow(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.see(`▌ Amara Okafor`)
	x.see(`24 candidates`)
	x.press("/", "whitfield", "enter", "enter", "tab")
	x.see(`Director of Engineering, Calloway Home Services +2020 – 2026`)
	x.press("G")
	x.see(`text not visible on the page`)
	x.see(`page 1: Expert in Rust, Tokio`)
	x.press("esc", "q")
	x.end()
}
