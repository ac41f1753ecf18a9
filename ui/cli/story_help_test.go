//go:build unix

package cli_test

import (
	"strings"
	"testing"
)

// The help tells every key of the screen it was asked on, and what the numbers mean.
func TestHelp(t *testing.T) {
	t.Parallel()
	x := openSized(t, 120, 60, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.see(`▌ Amara Okafor`)
	x.press("?")
	x.see(`Keys: List`)
	for _, key := range []string{
		`\? f1`, `: `, `q ctrl\+c`, `j down`, `k up`, `g home`, `G end`, `ctrl\+d`, `ctrl\+u`, `pgdown`, `pgup`, `h left`, `l right`, `/`, `enter`, `space`,
		`\*`, `r`, `t`, `S`, `a`, `w`, `x`, `u`, `ctrl\+r`, `\.`, `s`, `R`, `i`,
	} {
		x.see(`(?m)^   ` + key + ` +\S+`)
	}
	x.press("G")
	x.see(`What the numbers mean`)
	x.see(`80 means: meets everything`)
	x.see(`0 is not`)
	x.press("esc")
	x.see(`▌ Amara Okafor`)

	x.press("r")
	x.see(`candidate 1 of 24`)
	x.press("f1")
	x.see(`Keys: `)
	x.see(`recommend: strong yes`) // hers is submitted
	x.press("esc", "?")
	x.press("q")
	x.see(`Keys: `) // only the list is left by q
}

// The palette finds an action by words, does it, and goes to a row or a requirement by its number.
func TestPalette(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.see(`▌ Amara Okafor`)
	x.press(":")
	x.see(`every candidate|next|filter`)
	x.press("on hold")
	x.see(`hold +w +decide: on hold`)
	x.press("enter")
	x.see(`▌ Amara Okafor .* on hold`)

	x.press(":", "1", "2", "enter")
	x.wait("stand on row 12", func() bool {
		for i, line := range strings.Split(x.screen(), "\n") {
			if contains(line, "▌") {
				return i == 5+11
			}
		}
		return false
	})
	x.press(":", "no such thing")
	x.see(`nothing is called that`)
	x.press("enter")
	x.see(`nothing is called that`)
	x.press("esc")
	x.see(`\b24 (of \d+ )?shown`)

	x.press(":", "3", "enter")
	x.see(`▌ Linus Bergström`)
	x.press("r")
	x.see(`Linus Bergström +candidate 3 of 24`)
	x.press(":", "1", "2", "enter")
	x.see(`requirement 12 of 13`)
	x.press(":", "9", "9", "enter")
	x.see(`no such requirement`)
	x.press(":", "quit")
	x.see(`nothing is called that`)
	x.press("esc")
	x.see(`requirement 12 of 13`)
	x.press("esc")
	x.see(`▌ Linus`)
	x.press(":", "quit", "enter")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
}

// A key that does nothing here says where it does something.
func TestKeysThatDoNothingHere(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.see(`▌ Amara Okafor`)
	x.press("3")
	x.see(`r to score`)
	x.press("esc")
	x.see(`q quits`)
	x.press("/", "zeppelins", "enter")
	x.see(`\b0 (of \d+ )?shown`)
	x.press("r")
	x.see(`nobody is shown`)
	x.press("esc")
	x.see(`\b24 (of \d+ )?shown`)
	x.press("enter")
	x.see(`\[Proof\]`)
	x.press("3")
	x.see(`r to score`)
}

// A filter that cannot be understood is underlined where it is wrong, and the last good result stays.
func TestFilterMistaken(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.see(`\b24 (of \d+ )?shown`)
	x.press("/", "stage:rejected")
	x.see(`\b2 (of \d+ )?shown`)
	x.press("x")
	x.see(`rejectedx: .*one of`)
	x.see(`\b2 (of \d+ )?shown`)
	x.press("esc")
	x.see(`\b24 (of \d+ )?shown`)
}

// Somebody is gone to by a few letters in the middle of a note, and the note is kept; what cannot be done by name says why.
func TestByName(t *testing.T) {
	t.Parallel()
	x := open(t, home(t), "demo")
	x.see(`24 candidates`) // all of them
	x.press("ctrl+p")
	x.see(`24 of 24`)
	x.press("tomas")
	x.see(`▌ Tomás Herrera`)
	x.press("enter")
	x.see(`‹ Tomás Herrera`)
	x.press("r")
	x.see(`requirement 1 of 13`)
	x.press("m", "ask about Lisbon", "ctrl+p", "linus")
	x.see(`▌ Linus Bergström`)
	x.press("enter")
	x.see(`‹ Linus Bergström`)
	x.press("ctrl+p")
	x.see(`▌ Tomás Herrera`) // who was left last
	x.press("enter", "r")
	x.see(`ask about Lisbon`)

	x.press("esc", "esc", ":", "sort rust")
	x.see(`an order: score, name`)
	x.press("enter")
	x.see(`by must 2 Rust`)
	x.press(":", "gate", "enter")
	x.see(`works while a posting is looked over`)
	x.press("esc")
	x.see(`24 candidates`)
}
