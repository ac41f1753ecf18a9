package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain text stays", "Jane Doe\n\n  - Go, Rust\n", "Jane Doe\n\n  - Go, Rust\n"},
		{"CRLF", "a\r\nb\r\n", "a\nb\n"},
		{"CR alone ends lines where no other end is", "a\rb\rc", "a\nb\nc"},
		{"CR beside LF is white space", "Leo\t\r \u00a0Doe\t\r \u00a0\nx", "Leo Doe\nx"},
		{"blank lines stay", "a\n\n\n\nb", "a\n\n\n\nb"},
		{"a line of odd blanks is a blank line", "a\n\t\r \u00a0\nb", "a\n\nb"},
		{"trailing blanks", "a   \nb\t", "a\nb"},
		{"indent with tabs", "\tx\n  \ty", "    x\n    y"},
		{"columns of plain spaces stay", "Acme      2019", "Acme      2019"},
		{"a tab between words", "Acme\t\t2019", "Acme 2019"},
		{"no-break and wide spaces", "a\u00a0b\u2003c\u3000d", "a b c d"},
		{"line and page separators", "a\u2028b\u2029c\fd\ve\u0085f", "a b c d e f"},
		{"control characters", "a\x00b\x07c\x08d\x7fe\u0081f", "abcdef"},
		{"colour", "\x1b[1;31mred\x1b[0m", "red"},
		{"cursor and clear", "\x1b[2J\x1b[10;10Hx\x1b[?25l", "x"},
		{"title, ended by BEL", "a\x1b]0;pwned\x07b", "ab"},
		{"title, ended by ST", "a\x1b]0;pwned\x1b\\b", "ab"},
		{"link", "\x1b]8;;http://evil.example.com\x1b\\text\x1b]8;;\x1b\\", "text"},
		{"a string without its end keeps what follows", "a\x1b]0;Rust and Go", "a0;Rust and Go"},
		{"device control", "a\x1bP1$r0m\x1b\\b", "ab"},
		{"one-byte controls", "a\u009b31mb\u009d0;t\u009cc", "abc"},
		{"two-byte escape", "a\x1bcb\x1b(Bd", "abd"},
		{"a lone escape", "a\x1b", "a"},
		{"an escape reaches no further than its line", "a\x1b]0;t\nb\x07c", "a0;t\nbc"},
		{"direction overrides", "a\u202eb\u202c \u2066c\u2069 \u200fd", "ab c d"},
		{"zero-width", "R\u200bu\ufeffs\u2060t", "Rust"},
		{"tags, which hide text", "a\U000e0041\U000e0042b", "ab"},
		{"joiner of an emoji stays", "👩\u200d🚀", "👩\u200d🚀"},
		{"emoji with a skin tone", "👩🏽\u200d🚀", "👩🏽\u200d🚀"},
		{"emoji presentation", "❤\ufe0f a\ufe0f", "❤\ufe0f a"},
		{"non-joiner of Persian stays", "می\u200cخواهم", "می\u200cخواهم"},
		{"joiner of Sinhala stays", "ක්\u200dෂ", "ක්\u200dෂ"},
		{"joiner between Latin letters goes", "Ru\u200dst", "Rust"},
		{"composed", "Zoe\u0301", "Zoé"},
		{"a control between letter and accent", "Zoe\u200b\u0301", "Zoé"},
		{"soft hyphen in a word", "soft\u00adware", "software"},
		{"soft hyphen at the end of a line", "soft\u00ad\nware", "soft-\nware"},
		{"soft hyphen between digits", "555\u00ad5555", "555-5555"},
		{"soft hyphen as a dash", "2019 \u00ad 2021", "2019 - 2021"},
		{"soft hyphen as a bullet", "\u00ad item", "- item"},
		{"a hyphen printed three times", "on-\u00ad\u2010campus", "on-campus"},
		{"no-break hyphen", "C\u2011level, e\u2010mail", "C-level, e-mail"},
		{"rule of hyphens", "-----", "-----"},
		{"ligatures and radicals", "work\ufb02ow \u2f08", "workflow 人"},
		{"sign of an icon font", "\uf0e0jane", " jane"},
		{"tower of accents", "a" + strings.Repeat("\u0316", 40), "a" + strings.Repeat("\u0316", 8)},
		{"broken UTF-8", "a\xffb", "a\ufffdb"},
		{"empty", "", ""},
		{"right-to-left names", "יעל כהן عمر خالد", "יעל כהן عمر خالد"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Text(c.in); got != c.want {
				t.Errorf("Text(%q)\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

func TestEscapes(t *testing.T) {
	for _, c := range []struct {
		name, in     string
		count, first int
	}{
		{"none", "a\nb", 0, 0},
		{"one", "a\nb\x1b[2J\nc", 1, 1},
		{"two in a line and one after", "\x1b[1mred\x1b[0m\n\u009b2J", 3, 0},
		{"a title that spans no line", "a\n\n\x1b]0;t\nb\x07", 1, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if count, first := Escapes(c.in); count != c.count || first != c.first {
				t.Errorf("%d from line %d, want %d from line %d", count, first, c.count, c.first)
			}
		})
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a\r\nb", "\x1b[31mx\x1b]0;t\x07", "e\u0301\u200b\u0301", "ක්\u200dෂ", "on-\u00ad\u2010campus", "\t\r \u00a0x", "\U0001d15e\ufe0f", "می\u200cخواهم", "a\rb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		out := Text(in)
		if again := Text(out); again != out {
			t.Errorf("cleaned twice: %q then %q, from %q", out, again, in)
		}
		if !utf8.ValidString(out) || !norm.NFC.IsNormalString(out) {
			t.Errorf("not composed UTF-8: %q", out)
		}
		for _, r := range out {
			if r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xad {
				t.Errorf("%U left in %q", r, out)
			}
		}
		end := "\n"
		if !strings.Contains(in, "\n") {
			end = "\r"
		}
		if got, want := strings.Count(out, "\n"), strings.Count(in, end); got != want {
			t.Errorf("%d line ends, want %d: %q from %q", got, want, out, in)
		}
		for _, line := range strings.Split(out, "\n") {
			if strings.HasSuffix(line, " ") {
				t.Errorf("blanks at the end of %q", line)
			}
		}
	})
}
