//go:build unix

package cli_test

import (
	"regexp"
	"strings"
	"testing"
)

// The terminal of these stories answers nothing. The program asks it nothing either, so it has nothing to wait for.
func TestMuteTerminal(t *testing.T) {
	t.Parallel()
	x := open(t, reviewer(t, "Ines"))
	x.see(`4 candidates`)
	x.press("q")
	x.end()
	for name, question := range map[string]string{
		"the text's colour": "\x1b]10;?", "the background's colour": "\x1b]11;?", "the palette": "\x1b]4;",
		"what it is": "\x1b[c", "what it is, at length": "\x1b[>c", "its version": "\x1b[>q", "the cursor's place": "\x1b[6n", "a mode": "$p",
		"a capability": "\x1bP+q", "the keyboard": "\x1b[?u",
	} {
		if x.wrote(question) {
			t.Errorf("the terminal was asked for %s", name)
		}
	}
	version := open(t, home(t), "--version")
	version.see(`^candid \S+`)
	version.end()
	if raw := version.raw.String(); strings.Contains(raw, "\x1b") {
		t.Errorf("--version wrote %q", raw)
	}
}

// The window is made too small, small, huge and as it was: every screen is there again.
func TestResized(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	sizes := []struct {
		cols, rows int
		tooSmall   bool
	}{{20, 5, true}, {60, 16, false}, {200, 60, false}, {59, 40, true}, {80, 24, false}, {120, 15, true}, {1, 1, true}, {120, 40, false}}
	for _, at := range []struct {
		name string
		keys []string
		see  string
	}{
		{"list", nil, `(?s)candid .*Nadia Verhoe.*\? help`},
		{"detail", []string{"enter"}, `(?s)‹ \S+ \S+.*Proof.*\? help`},
		{"scoring", []string{"r"}, `(?s)· *(requirement )?1(/| of )13.*\? help`},
		{"help", []string{"?"}, `(?s)Keys: List`},
		{"question", []string{"x"}, `Reject, because`},
		{"role", []string{"R"}, `(?s)Senior Backend.*\? help`},
		{"add", []string{"i"}, `(?s)Each file.*\? help|(?s)The path of a file`},
	} {
		t.Run(at.name, func(t *testing.T) {
			t.Parallel()
			x := open(t, env)
			x.see(`4 candidates`)
			if at.keys != nil {
				x.press(at.keys...)
			}
			x.see(at.see)
			for _, size := range sizes {
				x.resize(size.cols, size.rows)
				switch {
				case size.cols == 1:
					x.wait("be too small to say so", func() bool { return !contains(x.screen(), "Senior") })
				case size.tooSmall && size.cols < 30:
					x.see(`^candid needs 60×16`)
				case size.tooSmall:
					x.see(`^candid needs 60×16, this is \d+×\d+$`)
				default:
					x.see(at.see)
					if lines := strings.Split(x.screen(), "\n"); len(lines) > size.rows {
						t.Errorf("%d lines on %d", len(lines), size.rows)
					}
				}
			}
		})
	}
}

// A program that was opened in too small a window can be left, and made larger.
func TestOpenedTooSmall(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	x := openSized(t, 20, 5, env)
	x.see(`^candid needs 60×16`)
	x.press("a", "x", "1") // what is not seen is not done
	x.resize(100, 30)
	x.see(`4 candidates`)
	x.press("u")
	x.see(`nothing of this sitting left to undo`)
	x.resize(20, 5)
	x.see(`^candid needs`)
	x.press("q")
	if code := x.end(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.sane()
}

var colour = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// What the terminal can show is what is written: no colour where none is wanted, sixteen where there are no more, plain
// signs where there are only those.
func TestColours(t *testing.T) {
	t.Parallel()
	env := reviewer(t, "Ines")
	for _, c := range []struct {
		name string
		set  []string
		args []string
		has  string // a sequence that must be there, as a regular expression
		not  string // one that must not
	}{
		{"true colour", []string{"COLORTERM=truecolor"}, nil, `\x1b\[[0-9;]*38;2;`, ``},
		{"256 colours", []string{"COLORTERM="}, nil, `\x1b\[[0-9;]*38;5;`, `[34]8;2;`},
		{"16 colours", []string{"TERM=xterm", "COLORTERM="}, nil, `\x1b\[[0-9;]*[39][0-7][;m]`, `[34]8;[25];`},
		{"NO_COLOR", []string{"NO_COLOR=1"}, nil, ``, `\x1b\[[0-9;:]*m`},
		{"a dumb terminal", []string{"TERM=dumb", "COLORTERM="}, nil, ``, `\x1b\[[0-9;:]*m`},
		{"light", nil, []string{"--theme", "light"}, `38;2;`, `38;2;215;218;224`},
		{"light by COLORFGBG", []string{"COLORFGBG=0;15"}, nil, `38;2;`, `38;2;215;218;224`},
		{"dark by COLORFGBG", []string{"COLORFGBG=15;0"}, nil, `38;2;215;218;224`, ``},
		{"--theme outweighs COLORFGBG", []string{"COLORFGBG=0;15"}, []string{"--theme", "dark"}, `38;2;215;218;224`, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := open(t, with(env, c.set...), append(c.args, "--as", c.name)...) // each with ratings of their own
			x.see(`▌ \S+ \S+ +········ ····· +–`)
			x.press("r")
			x.see(`requirement 1 of 13`)
			x.press("4")
			x.see(`requirement 2 of 13`)
			x.press("u")
			x.see(`undone`)
			x.press("esc")
			x.see(`4 candidates`)
			x.press("q")
			x.end()
			x.sane()
			raw := x.raw.String()
			if c.has != "" && !regexp.MustCompile(c.has).MatchString(raw) {
				t.Errorf("nothing like %s among %q", c.has, colour.FindAllString(raw, 12))
			}
			if c.not != "" {
				if found := regexp.MustCompile(c.not).FindString(raw); found != "" {
					t.Errorf("%q was written", found)
				}
			}
		})
	}
}

// On a terminal of plain ASCII all that the program draws itself is ASCII: only names and documents are as they are.
func TestASCII(t *testing.T) {
	t.Parallel()
	env := with(home(t), "CANDID_ASCII=1", "LANG=C")
	does(t, env, "role", "add", sample(t))
	does(t, env, "add", write(t, t.TempDir(), map[string]string{"a.txt": "Ada Plain\nada@example.org\n\nRust and Tokio, nine years.\n"}))
	meet(t, env, "Ines")
	x := open(t, env)
	plain := func() {
		t.Helper()
		for _, r := range x.screen() {
			if r > 0x7e {
				t.Errorf("%q is on the screen:\n%s", r, x.screen())
				return
			}
		}
	}
	x.see(`> Ada Plain`)
	plain()
	for _, screen := range []struct{ keys, see string }{
		{"enter", `< Ada Plain`}, {"tab", `\[Resume\]`}, {"esc", `> Ada Plain`}, {"r", `requirement 1 of 13`}, {"4", `requirement 2 of 13`},
		{"x", `Reject, because: 1-8 must-have not met - a other - esc`}, {"2", `rejected|requirement 2`}, {"esc", `> Ada Plain`}, {"?", `Keys: List`},
	} {
		x.press(screen.keys)
		x.see(screen.see)
		if screen.keys != "?" { // the help's words say the arithmetic with its signs
			plain()
		}
	}
}
