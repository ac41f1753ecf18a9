//go:build unix

package cli_test

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"
)

// copied is what the program last gave to the terminal's clipboard.
func (x *terminal) copied() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	raw := x.raw.Bytes()
	const begin = "\x1b]52;c;"
	i := bytes.LastIndex(raw, []byte(begin))
	if i < 0 {
		return ""
	}
	words, _, _ := bytes.Cut(raw[i+len(begin):], []byte("\a"))
	plain, _ := base64.StdEncoding.DecodeString(string(words))
	return string(plain)
}

// A person's summary goes to the clipboard of the terminal, the window is called after what one does and never after an applicant, and
// the mouse is left to the terminal when that is asked for.
func TestTheTerminalsOwn(t *testing.T) {
	t.Parallel()
	x := byName(t, reviewer(t, "Ines"))
	x.press("Y")
	x.see(`clipboard: summary of Hana Sedlák`)
	x.wait("have the summary", func() bool { return strings.Contains(x.copied(), "Hana Sedlák") })
	x.press("j", "enter", "Y")
	x.see(`clipboard: summary of Nadia Verhoeven`)
	x.wait("have hers", func() bool {
		return strings.Contains(x.copied(), "Nadia Verhoeven") && !strings.Contains(x.copied(), "Hana")
	})
	for _, title := range []string{"candid: Senior Backend Software Engineer\a", "candid: Senior Backend Software Engineer, reading\a"} {
		if !x.wrote("\x1b]2;" + title) {
			t.Errorf("the window was never called %q", title)
		}
	}
	for _, c := range strings.Split(x.raw.String(), "\x1b]2;")[1:] {
		if title, _, _ := strings.Cut(c, "\a"); strings.Contains(title, "Nadia") || strings.Contains(title, "Hana") {
			t.Errorf("the window was called %q", title)
		}
	}
	x.press("esc", ":", "mouse off", "enter")
	x.wait("have the mouse left alone", func() bool { return x.last("\x1b[?1002h", "\x1b[?1002l") })
	x.press(":", "mouse on", "enter")
	x.wait("have the mouse taken again", func() bool { return x.last("\x1b[?1002l", "\x1b[?1002h") })
	x.press("q")
	x.end()
	x.sane()
}
