package cli

import (
	"encoding/base64"
	"io"
	"os"
	"strings"
	"testing"

	"candid/model"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// drawn is a terminal of an environment, and what was written to it since it was last asked.
func drawn(t *testing.T, plain bool, env map[string]string) (*frames, func() string) {
	t.Helper()
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	if env["TERM"] == "" {
		env["TERM"] = "xterm-256color"
	}
	at := int64(0)
	return newFrames(file, plain, func(name string) string { return env[name] }), func() string {
		b, err := io.ReadAll(io.NewSectionReader(file, at, 1<<20))
		if err != nil {
			t.Fatal(err)
		}
		at += int64(len(b))
		return string(b)
	}
}

func write(t *testing.T, f *frames, s string) {
	t.Helper()
	if n, err := f.Write([]byte(s)); err != nil || n != len(s) {
		t.Fatalf("%d of %d written: %v", n, len(s), err)
	}
}

func TestFramesPutTheCursor(t *testing.T) {
	f, got := drawn(t, false, map[string]string{})
	for _, c := range []struct{ name, frame, want string }{
		{"nowhere", "\x1b[Ha\r\nb\x1b[0;0z\x1b[K\x1b[2;H", "\x1b[Ha\r\nb\x1b[K\x1b[2;H"},
		{"in words", "\x1b[Ha\r\nb\x1b[1;2z\x1b[K\x1b[2;H", "\x1b[Ha\r\nb\x1b[K\x1b[2;H\x1b[1;2H\x1b[?25h"},
		{"as before, where its line was left out", "\x1b[Hb\r\n\x1b[2;H", "\x1b[?25l\x1b[Hb\r\n\x1b[2;H\x1b[1;2H\x1b[?25h"},
		{"gone again", "\x1b[Ha\x1b[0;0z", "\x1b[?25l\x1b[Ha"},
		{"what is no frame", "\x1b[?2004h", "\x1b[?2004h"},
		{"a cleared screen", "\x1b[H", "\x1b[H"},
	} {
		write(t, f, c.frame)
		if s := got(); s != c.want {
			t.Errorf("%s: wrote %q, want %q", c.name, s, c.want)
		}
	}
}

func TestFramesKeepTheTitle(t *testing.T) {
	const on, off, frame = ansi.SetModeAltScreenSaveCursor, ansi.ResetModeAltScreenSaveCursor, "\x1b[Ha"
	title := ansi.SetWindowTitle("candid: Baker")
	f, got := drawn(t, false, map[string]string{})
	f.Title("candid: Baker")
	for _, c := range []struct{ name, written, want string }{
		{"begins", on, on + keepTitle}, {"the first frame", frame, frame + title}, {"the next", frame, frame},
		{"is left", off, giveTitle + off}, {"comes back", on, on + keepTitle}, {"named again", frame, frame + title},
	} {
		write(t, f, c.written)
		if s := got(); s != c.want {
			t.Errorf("%s: wrote %q, want %q", c.name, s, c.want)
		}
	}
	for name, env := range map[string]map[string]string{"linux": {"TERM": "linux"}, "dumb": {"TERM": "dumb"}, "plain": {}} {
		f, got := drawn(t, name == "plain", env)
		f.Title("candid")
		write(t, f, on)
		write(t, f, frame)
		write(t, f, off)
		if s := got(); s != on+frame+off {
			t.Errorf("%s: wrote %q", name, s)
		}
	}
}

func TestCopy(t *testing.T) {
	words := strings.Repeat("Amara Okafor, 陈. ", 200)
	plain := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(words)) + "\a"
	for name, c := range map[string]struct {
		env  map[string]string
		want func(string) bool
		by   string
	}{
		"xterm": {map[string]string{}, func(s string) bool { return s == plain }, ""},
		"tmux":  {map[string]string{"TMUX": "/tmp/x"}, func(s string) bool { return s == plain+"\x1bPtmux;\x1b"+plain+"\x1b\\" }, "tmux"},
		"screen": {map[string]string{"STY": "1.x"}, func(s string) bool {
			return strings.HasPrefix(s, "\x1bP\x1b]52;c;") && strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(s, "\x1bP"), "\x1b\\"), "\x1b\\\x1bP", "") == plain
		}, "screen"},
	} {
		f, got := drawn(t, false, c.env)
		by, err := f.Copy(words)
		if s := got(); err != nil || !strings.HasPrefix(by, c.by) || !c.want(s) {
			t.Errorf("%s: %v, %q, wrote %q", name, err, by, s)
		}
	}
	for _, kind := range []string{"linux", "dumb"} {
		f, got := drawn(t, false, map[string]string{"TERM": kind})
		if _, err := f.Copy(words); !model.Is(err, model.Refused) || got() != "" {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// mistaken is a program that dies of a mistake of its own.
type mistaken struct{}

func (mistaken) Init() tea.Cmd                       { return func() tea.Msg { return "go" } }
func (mistaken) View() string                        { return "here\x1b[1;5z" }
func (mistaken) Update(tea.Msg) (tea.Model, tea.Cmd) { panic("a mistake, on purpose") }

// A mistake of the program leaves the terminal as it was: its own title, the cursor shown, pastes and mouse as before.
func TestMistakeGivesTheTerminalBack(t *testing.T) {
	f, got := drawn(t, false, map[string]string{})
	f.Title("candid")
	program := tea.NewProgram(mistaken{}, tea.WithOutput(f), tea.WithInput(nil), tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithoutSignalHandler())
	if _, err := program.Run(); err == nil {
		t.Error("no error")
	}
	s := got()
	for _, pair := range [][2]string{{keepTitle, giveTitle}, {ansi.HideCursor, ansi.ShowCursor}, {"\x1b[?2004h", "\x1b[?2004l"}, {"\x1b[?1002h", "\x1b[?1002l"}, {"\x1b[?1049h", "\x1b[?1049l"}} {
		if on, off := strings.LastIndex(s, pair[0]), strings.LastIndex(s, pair[1]); on < 0 || off < on {
			t.Errorf("left with %q: %q", pair[0], s)
		}
	}
}
