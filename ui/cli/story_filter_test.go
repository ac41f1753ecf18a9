//go:build unix

package cli_test

import (
	"strings"
	"testing"
)

// underlined is the underlined words of the screen, in their order.
func (x *terminal) underlined() string {
	const underline = 1 << 1 // as vt10x has it
	x.mu.Lock()
	defer x.mu.Unlock()
	var b strings.Builder
	cols, rows := x.vt.Size()
	for row := range rows {
		for column := range cols {
			if g := x.vt.Cell(column, row); g.Mode&underline != 0 {
				b.WriteRune(g.Char)
			} else if s := b.String(); s != "" && !strings.HasSuffix(s, " ") {
				b.WriteByte(' ')
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// A field and its value are completed as they are typed; what cannot be meant is underlined where it stands, and the last good result
// stays until it can.
func TestFilterCompleted(t *testing.T) {
	t.Parallel()
	x := byName(t, reviewer(t, "Ines"))
	x.press("w")
	x.see(`Hana Sedlák .* on hold`)
	x.press("/", "sta")
	x.see(`\[stage:\]`)
	x.press("tab")
	x.see(`\[new\] advanced  hold  rejected`)
	x.press("ctrl+n", "ctrl+n", "ctrl+n", "tab") // the first shows them under each other
	x.see(`/ stage:hold `)
	x.see(`1 of 4 shown`)
	x.see(`▌ Hana Sedlák`)
	x.press("tag:x ", "score:>=7o")
	x.see(`7o: `)
	x.wait("see 7o underlined", func() bool { return strings.HasSuffix(x.underlined(), "7o") })
	x.see(`0 of 4 shown`) // nobody bears the tag
	x.press("enter")
	x.see(`7o: `) // it is not left like this
	x.press("ctrl+u", "stage:holds")
	x.see(`holds: is no value for stage \(did you mean hold`)
	x.see(`1 of 4 shown`)
	x.see(`▌ Hana Sedlák`)
	x.press("esc")
	x.see(` {2}4 shown`)
	if u := x.underlined(); strings.Contains(u, "holds") {
		t.Errorf("underlined is left: %s", u)
	}
}

// Words are looked for in the documents, and what was typed behind them means what they find: the first of it is opened, where the
// words stand.
func TestFilterThroughDocuments(t *testing.T) {
	t.Parallel()
	x := byName(t, reviewer(t, "Ines"))
	x.press("/", `"secrets management"`, "enter", "enter")
	x.see(`‹ Ruth Oyelaran`)
	x.press("tab")
	x.see(`1 of 1`)
	x.see(`Least privilege and secrets management`)
	x.press("esc")
	x.see(`1 of 4 shown`)
	x.press("/", "ctrl+u", "kube -terraform", "enter")
	x.see(`1 of 4 shown`)
	x.see(`▌ Hana Sedlák`)
	x.press("/", "ctrl+u", "rust (axum or django)", "enter")
	x.see(`3 of 4 shown`)
	x.miss(`Hana`)
}

// What a colleague has not submitted is in no answer, and what I have rated is in mine.
func TestFilterIsBlind(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := score(t, env)
	x.press("4")
	x.see(`requirement 2 of 13 .*saved`)
	x.press("esc", "esc")
	for _, c := range []struct{ as, query, want string }{
		{"Ines", "rated:some", `1 of 4 shown`}, {"Ines", "high:<=100", `1 of 4 shown`},
		{"Omar", "rated:some", `0 of 4 shown`}, {"Omar", "high:<=100", `0 of 4 shown`}, {"Omar", "by:ines", `0 of 4 shown`}, {"Omar", "req:1:4", `0 of 4 shown`},
	} {
		y := open(t, env, "--as", c.as)
		y.see(`4 candidates`)
		y.press("/", "ctrl+u", c.query, "enter")
		y.see(c.want)
		y.press("q")
		y.end()
	}
}
