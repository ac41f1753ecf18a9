package cli

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"sync/atomic"

	"candid/model"
	"candid/ui"

	"github.com/charmbracelet/x/ansi"
)

// frames is the terminal that the app draws on. All that is sent to it goes through here, one piece at a time, so that no sequence
// tears a frame: the frames, with the cursor put where the app says that it belongs; the title of the window, which is the app's for as
// long as its screen is; and what is given to the clipboard.
type frames struct {
	file *os.File

	mu          sync.Mutex
	row, column int    // where the cursor is shown, from 1; 0: nowhere
	named       string // the title that the window has
	title       atomic.Pointer[string]

	titles  bool // the terminal has a title to set
	behind  multiplexer
	nothing bool // the terminal takes no such sequences at all
}

// multiplexer is what stands between the program and the terminal, and takes sequences for itself.
type multiplexer uint8

const (
	direct multiplexer = iota
	tmux
	screen
)

// newFrames is the terminal with what the environment says of it.
func newFrames(out *os.File, plain bool, getenv func(string) string) *frames {
	f := &frames{file: out}
	kind := getenv("TERM")
	f.nothing = kind == "" || kind == "dumb" || strings.HasPrefix(kind, "linux")
	f.titles = !plain && !f.nothing
	switch {
	case getenv("TMUX") != "":
		f.behind = tmux
	case getenv("STY") != "":
		f.behind = screen
	}
	return f
}

// Bare is the terminal itself, for other programs.
func (f *frames) Bare() *os.File { return f.file }

// Fd, Read and Close make it the file of a terminal to who draws on it. Its other methods it does not have: they would write past it.
func (f *frames) Fd() uintptr { return f.file.Fd() }

// Read reads what is typed on the terminal.
func (f *frames) Read(p []byte) (int, error) { return f.file.Read(p) }

// Close closes it.
func (f *frames) Close() error { return f.file.Close() }

// The title of before the program is kept by the terminal meanwhile.
const (
	keepTitle = "\x1b[22;2t"
	giveTitle = "\x1b[23;2t"
)

// Write sends what the program draws. The screen of its own is what frames the rest: with it comes the title and goes again, when the
// program ends, is suspended, gives the terminal to another program, or dies of a mistake.
func (f *frames) Write(p []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := p
	switch {
	case bytes.Equal(p, []byte(ansi.SetModeAltScreenSaveCursor)):
		if f.named = ""; f.titles {
			out = append(bytes.Clone(p), keepTitle...)
		}
	case bytes.Equal(p, []byte(ansi.ResetModeAltScreenSaveCursor)):
		if f.titles {
			out = append([]byte(giveTitle), p...)
		}
	case len(p) > len(ansi.CursorHomePosition) && bytes.HasPrefix(p, []byte(ansi.CursorHomePosition)):
		out = f.frame(string(p))
	}
	if _, err := f.file.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}

// frame is a frame with the cursor behind it. While it is drawn the cursor is hidden: it would flicker all over.
func (f *frames) frame(drawn string) []byte {
	shown := f.row > 0
	drawn, row, column, said := ui.Attention(drawn)
	if said {
		f.row, f.column = row, column
	}
	var b strings.Builder
	if shown {
		b.WriteString(ansi.HideCursor)
	}
	b.WriteString(drawn)
	if now := f.title.Load(); f.titles && now != nil && *now != f.named {
		f.named = *now
		b.WriteString(ansi.SetWindowTitle(f.named))
	}
	if f.row > 0 {
		b.WriteString(ansi.CursorPosition(f.column, f.row) + ansi.ShowCursor)
	}
	return []byte(b.String())
}

// Title names the window with the next frame: a terminal that takes nothing for a while holds up no key.
func (f *frames) Title(title string) { f.title.Store(&title) }

// Copy gives text to the clipboard of the machine that the terminal is on, by OSC 52. tmux takes that sequence when set-clipboard is on,
// and hands on one that is wrapped when allow-passthrough is; as it comes, neither is, so both are sent and it is said.
func (f *frames) Copy(text string) (by string, err error) {
	if f.nothing {
		return "", &model.Problem{Kind: model.Refused, Subject: "this terminal", What: "has no clipboard", Next: "candid show in a shell prints it"}
	}
	sequence := ansi.SetSystemClipboard(text)
	switch f.behind {
	case tmux:
		by = "tmux passes it on if its set-clipboard is on"
		sequence += ansi.TmuxPassthrough(sequence)
	case screen:
		by = "screen passes it on"
		sequence = ansi.ScreenPassthrough(sequence, screenString)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err = f.file.WriteString(sequence)
	return by, err
}

// screenString is how much of a string screen hands on in one piece, in bytes.
const screenString = 760
