//go:build unix

package cli_test

import (
	"os"
	"testing"
)

// A mistake in the config file is told with its line, in the terminal as it was; mended, the file holds: its theme, its colours, its
// keys. Another theme is a command away.
func TestConfigMended(t *testing.T) {
	t.Parallel()
	env, path := configured(t, "theme = \"dark\"\n\n[keys]\nhold = \"a\"\n")
	does(t, env, "role", "add", sample(t))
	does(t, env, "add", pile(t))
	x := open(t, env)
	if code := x.end(); code != 2 {
		t.Errorf("exit %d", code)
	}
	x.see(`:4:1: "a" is "advance" already`)
	if x.wrote("\x1b[?1049h") {
		t.Error("the app has begun")
	}
	if err := os.WriteFile(path, []byte("theme = \"light\"\ncolumns = [\"email\", \"stage\"]\n\n[keys]\nhold = \"H\"\n\n[colours.light]\naccent = \"#123456\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	meet(t, env, "Ines")
	x = openSized(t, 120, 40, env)
	x.see(`Score.* +E-mail +Stage`)
	x.see(`H hold`)
	x.press("H")
	x.see(`▌ .*@example\.\w+ +on hold`)
	for colour, sequence := range map[string]string{"the light text": "38;2;31;36;44", "the accent of one's own": "38;2;18;52;86"} {
		if !x.wrote(sequence) {
			t.Errorf("%s is nowhere", colour)
		}
	}
	if x.wrote("38;2;215;218;224") {
		t.Error("the dark theme is there")
	}
	x.press(":", "theme dark", "enter")
	x.wait("see the dark theme", func() bool { return x.wrote("38;2;215;218;224") })
	x.see(`on hold`)
	x.press("q")
	x.end()
	x.sane()
}
