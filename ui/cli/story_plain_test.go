//go:build unix

package cli_test

import (
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// at waits until the terminal's cursor is shown on a line that a regular expression describes.
func (x *terminal) at(want string) {
	x.t.Helper()
	re := regexp.MustCompile(want)
	x.wait("find the cursor on "+want, func() bool {
		_, row, shown := x.cursor()
		lines := strings.Split(x.screen(), "\n")
		return shown && row < len(lines) && re.MatchString(lines[row])
	})
}

// Somebody listens: the cursor is on what they came to, whatever the key was, and the line says all of it.
func TestReadOut(t *testing.T) {
	t.Parallel()
	x := open(t, append(reviewer(t, "Ines"), "CANDID_PLAIN=1"))
	x.see(`by score`)
	x.press("/", "nadia")
	x.at(`^ / nadia$|^ / nadia `)
	if column, _, _ := x.cursor(); column != len(" / nadia") {
		t.Errorf("in the filter the cursor is in column %d", column)
	}
	x.press("enter")
	x.at(`^ Nadia Verhoeven, not rated, no review submitted, new`)
	x.press("enter")
	x.at(`^ 1 5\+ years of engineering, open`)
	x.press("J")
	x.at(`^ 2 Rust and its async ecosystem, open, `)
	x.press("tab", "e")
	x.at(`^ +Brought p99 of the ledger`)
	x.press("r")
	x.at(`^ MUST 1, open, `)
	x.press("3")
	x.at(`^ MUST 2, open, `)
	x.press("m", "ran the ledger")
	x.at(`^ ran the ledger$`)
	if column, _, _ := x.cursor(); column != len(" ran the ledger") {
		t.Errorf("in the note the cursor is in column %d", column)
	}
	x.press("enter")
	x.at(`^ MUST 2, open, `)
	if x.wrote("\x1b]2;") || x.wrote("\x1b[?1002h") {
		t.Error("a title was set, or the mouse taken")
	}
	x.press("ctrl+c")
	x.end()
	x.sane()
}

// What is pasted is text and nothing else: several lines go into a note, and on the list nothing happens.
func TestPasted(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	x.press("m")
	x.see(`keep and close`)
	x.press("\x1b[200~asks first\rthen \x07answers\x1b[201~")
	x.see(`asks first\s*\n.*then answers`)
	x.press("enter", "esc")
	x.see(`by score`)
	x.press("\x1b[200~xqa\r\x1b[201~", "j")
	x.see(`Nadia Verhoeven`)
	x.miss(`because`)
	if column, row, shown := x.cursor(); shown {
		t.Errorf("on the list the cursor is shown, in column %d of line %d", column, row)
	}
	x.press("q")
	x.end()
	if out := does(t, env, "export", "--json", "nadia"); !contains(out, `asks first\nthen answers`) {
		t.Errorf("the note is %s", out)
	}
	if list := ratings(t, env); contains(list, "rejected") || contains(list, "advanced") {
		t.Errorf("a paste decided: %s", list)
	}
}

// The mouse that was left to the terminal stays so after a break.
func TestMouseStaysOff(t *testing.T) {
	t.Parallel()
	x := open(t, reviewer(t, "Ines"), "--no-mouse")
	x.see(`by score`)
	x.press("ctrl+z")
	x.wait("be given the terminal back", func() bool { return x.wrote("\x1b[?1049l") })
	x.sane()
	x.wait("come back", func() bool {
		x.signal(syscall.SIGCONT) // it may not be listening yet
		return x.last("\x1b[?1049l", "\x1b[?1049h", "by score")
	})
	if x.wrote("\x1b[?1002h") {
		t.Error("the mouse was taken")
	}
}
