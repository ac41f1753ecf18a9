package text

import "testing"

func TestDrawable(t *testing.T) {
	for _, c := range []struct{ name, s, want string }{
		{"plain", "résumé of 陈美玲.txt", "résumé of 陈美玲.txt"},
		{"a name spelt with a joiner", "क्\u200dष", "क्\u200dष"},
		{"an escape sequence", "a\x1b[2Jb", "a?[2Jb"},
		{"a control character of eight bits", "a\u009b31mb", "a?31mb"},
		{"no text at all", "a\x9b31mb", "a?31mb"},
		{"a line of its own", "a\nb\r\tc\u2028d", "a?b??c?d"},
		{"another direction", "a\u202eb\u2066c", "a?b?c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Drawable(c.s); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
