//go:build unix

package cli_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// byName opens the app with the list sorted by name: Hana, Nadia, Ruth, Tariq.
func byName(t *testing.T, env []string) *terminal {
	t.Helper()
	x := open(t, env)
	x.see(`by score`)
	x.press("s", "g")
	x.see(`by name`)
	x.see(`▌ Hana Sedlák`)
	return x
}

// reasons is the stage of everybody, with the reason of a rejection.
func reasons(t *testing.T, env []string) map[string]string {
	t.Helper()
	var list struct {
		Candidates []struct{ Name, Stage, Reason string }
	}
	if err := json.Unmarshal([]byte(does(t, env, "list", "--json")), &list); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, c := range list.Candidates {
		name, _, _ := strings.Cut(c.Name, " ")
		all[name] = c.Stage
		if c.Reason != "" {
			all[name] += ": " + c.Reason
		}
	}
	return all
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %q, want %q", name, got[name], want[name])
		}
	}
}

// Triage: one key a person, one more for the reason, and the next person is open at once.
func TestTriage(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := byName(t, env)
	x.press("t")
	x.see(`‹ Hana Sedlák .* 1 of 4`)
	x.see(`\[Proof\]`)
	x.press("x")
	x.see(`Reject, because: +1–8 must-have not met · a other · esc`)
	x.press("esc")
	x.see(`‹ Hana Sedlák .* 1 of 4`)
	x.press("x", "9") // there is no ninth must-have
	x.see(`Reject, because`)
	x.press("2")
	x.see(`‹ Nadia Verhoeven .* 2 of 4`)
	x.press("a")
	x.see(`‹ Ruth Oyelaran .* 3 of 4`)
	x.press("enter")
	x.see(`\[(Resume|Cover letter)\]`) // the lines are not enough: the document
	x.press("x")
	x.see(`enter Rust and its async ecosystem not met`) // as last time
	x.press("enter")
	x.see(`‹ Tariq Benali .* 4 of 4`)
	x.press("x", "a")
	x.see(`Because:`)
	x.press("enter") // no words, no reason
	x.see(`Because:`)
	x.press("withdrew by mail", "enter")
	x.see(`the last of the 4 shown`)
	x.see(`‹ Tariq Benali .*rejected.* 4 of 4`)

	// Undo goes to each where it was done, latest first.
	x.press("u")
	x.see(`undone: .*Tariq Benali`)
	x.press("u")
	x.see(`undone: .*Ruth Oyelaran`)
	x.see(`‹ Ruth Oyelaran .*new.* 3 of 4`)
	x.press("esc")
	x.see(`▌ Ruth Oyelaran`)
	x.see(`saved`)
	same(t, reasons(t, env), map[string]string{
		"Hana": "rejected: Rust and its async ecosystem not met", "Nadia": "advanced", "Ruth": "new", "Tariq": "new",
	})
}

// A batch says how many it takes and how many of them nobody opened, and wants the count typed.
func TestBatch(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := byName(t, env)
	x.press("enter")
	x.see(`‹ Hana Sedlák`)
	x.press("esc")
	x.see(`▌ Hana Sedlák`)
	x.press("space", "space", "j", "space")
	x.see(`● Tariq Benali|Tariq Benali`)
	x.see(`3 marked`)
	x.press("x")
	x.see(`3 candidates → rejected, 2 of them never opened\. Type the count:`)
	x.press("enter")
	x.see(`Type the count:`)
	x.press("4", "enter")
	x.see(`Type the count: 4`)
	x.press("backspace", "3", "enter")
	x.see(`Reject, because:`)
	x.press("5")
	x.see(`rejected`)
	x.see(`saved`)
	why := "rejected: Testing mindset and practice not met"
	same(t, reasons(t, env), map[string]string{"Hana": why, "Nadia": why, "Ruth": "new", "Tariq": why})

	x.press("u")
	x.see(`undone: .*3 candidates`)
	x.wait("have it undone on the disk", func() bool { return reasons(t, env)["Tariq"] == "new" })
	same(t, reasons(t, env), map[string]string{"Hana": "new", "Nadia": "new", "Ruth": "new", "Tariq": "new"})
	x.press("ctrl+r")
	x.see(`redone: .*3 candidates`)
	x.wait("have it redone on the disk", func() bool { return reasons(t, env)["Tariq"] == why })
	x.press("esc", "g")
	x.miss(`3 marked`)
	x.press("*", "a")
	x.see(`4 candidates → advanced`)
	x.press("esc")
	x.miss(`Type the count`)
	same(t, reasons(t, env), map[string]string{"Hana": why, "Nadia": why, "Ruth": "new", "Tariq": why})
	x.press("esc", "G", "enter")
	x.see(`‹ Tariq Benali`)
	x.press("shift+tab")
	x.see(`rejected: Testing .*\(never opened\) .*with 2 others`)
}

// Undo goes where the act was: from the list back into the scoring of a person, from scoring to a decision of the list.
func TestUndoAcrossScreens(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := byName(t, env)
	x.press("w") // Hana, in the list
	x.see(`▌ Hana Sedlák .* on hold`)
	x.press("j", "r")
	x.see(`Nadia Verhoeven +candidate 2 of 4`)
	x.press("4") // Nadia, in scoring
	x.see(`requirement 2 of 13`)
	x.press("]")
	x.see(`Ruth Oyelaran +candidate 3 of 4`)
	x.press("1")
	x.see(`1\[·\]······ ····· +done 1 of 13`)
	x.press("esc")
	x.see(`▌ Ruth Oyelaran`)
	x.press("G")
	x.see(`▌ Tariq Benali`)

	x.press("u")
	x.see(`undone: .* 1 → open, Ruth Oyelaran`)
	x.see(`Ruth Oyelaran +candidate 3 of 4 · requirement 1 of 13`)
	x.press("u")
	x.see(`undone: .* 4 → open, Nadia Verhoeven`)
	x.see(`Nadia Verhoeven +candidate 2 of 4 · requirement 1 of 13`)
	x.press("esc")
	x.see(`▌ Nadia Verhoeven`)
	x.press("u")
	x.see(`undone: .*Hana Sedlák`)
	x.see(`▌ Hana Sedlák .* new`)
	x.press("u")
	x.see(`nothing of this sitting left to undo`)
	x.press("ctrl+r")
	x.see(`redone: .*Hana Sedlák`)
	x.see(`▌ Hana Sedlák .* on hold`)
	x.press("ctrl+r")
	x.see(`redone: .*Nadia Verhoeven`)
	x.press("a") // something else: what was undone is past
	x.see(`advanced`)
	x.press("ctrl+r")
	x.see(`nothing to redo`)
	x.press("esc")
	x.see(`▌ Nadia Verhoeven +4······· .* advanced`)
}

// A rating and a decision are done again with one key.
func TestRepeated(t *testing.T) {
	t.Parallel()
	x := byName(t, reviewer(t, "Ines"))
	x.press(".")
	x.see(`nothing to repeat yet`)
	x.press("w", "j", ".")
	x.see(`▌ Nadia Verhoeven .* on hold`)
	x.press("x", "3")
	x.see(`▌ Nadia Verhoeven .* rejected`)
	x.press("j", ".")
	x.see(`▌ Ruth Oyelaran .* rejected`)
	x.press("r")
	x.see(`requirement 1 of 13`)
	x.press("2", ".")
	x.see(`22\[·\]····· ····· +done 2 of 13`)
}

// The wheel moves, a click stands on a row and a second one opens it; the keys of the program can all be done without.
func TestMouse(t *testing.T) {
	t.Parallel()
	x := byName(t, reviewer(t, "Ines"))
	row := func(name string) int {
		for i, line := range strings.Split(x.screen(), "\n") {
			if contains(line, name) {
				return i + 1
			}
		}
		t.Fatalf("%s is not on the screen:\n%s", name, x.screen())
		return 0
	}
	x.press(wheelDown)
	x.miss(`▌ Hana`)
	x.press(wheelUp, wheelUp)
	x.see(`▌ Hana Sedlák`)
	x.press(click(10, row("Ruth")))
	x.see(`▌ Ruth Oyelaran`)
	x.press(click(10, row("Ruth")))
	x.see(`‹ Ruth Oyelaran`)
	x.press("esc")
	x.see(`▌ Ruth Oyelaran`)

	x.press("x")
	x.see(`Reject, because`)
	x.press(click(10, row("Tariq"))) // a question is answered first
	x.see(`Reject, because`)
	x.press("esc")
	x.see(`▌ Ruth Oyelaran`)
}

// The mouse is left to the terminal where that is asked for.
func TestNoMouse(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo", "--no-mouse")
	x.see(`24 candidates`)
	if x.wrote("\x1b[?1002h") || x.wrote("\x1b[?1003h") || x.wrote("\x1b[?1000h") {
		t.Error("mouse reports were asked for")
	}
}
