package input

import (
	"regexp"
	"strings"
	"testing"

	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/rivo/uniseg"
)

func plain(s string) string { return s }

// typed gives an input keys: a word of several letters that is no key's name is typed.
func typed(i Input, keys ...string) Input {
	names := map[string]tea.KeyMsg{
		"left": {Type: tea.KeyLeft}, "right": {Type: tea.KeyRight}, "up": {Type: tea.KeyUp}, "down": {Type: tea.KeyDown},
		"home": {Type: tea.KeyHome}, "end": {Type: tea.KeyEnd}, "backspace": {Type: tea.KeyBackspace}, "delete": {Type: tea.KeyDelete},
		"ctrl+w": {Type: tea.KeyCtrlW}, "ctrl+u": {Type: tea.KeyCtrlU}, "ctrl+k": {Type: tea.KeyCtrlK}, "ctrl+v": {Type: tea.KeyCtrlV},
		"ctrl+j": {Type: tea.KeyCtrlJ}, "alt+enter": {Type: tea.KeyEnter, Alt: true}, "space": {Type: tea.KeySpace, Runes: []rune{' '}},
		"alt+b": {Type: tea.KeyRunes, Runes: []rune("b"), Alt: true}, "alt+f": {Type: tea.KeyRunes, Runes: []rune("f"), Alt: true},
		"alt+d": {Type: tea.KeyRunes, Runes: []rune("d"), Alt: true}, "alt+x": {Type: tea.KeyRunes, Runes: []rune("x"), Alt: true},
		"enter": {Type: tea.KeyEnter}, "tab": {Type: tea.KeyTab},
	}
	for _, k := range keys {
		msg, ok := names[k]
		if !ok {
			msg = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
		}
		i = i.Key(msg)
	}
	return i
}

func TestKeys(t *testing.T) {
	tests := []struct {
		name string
		from Input
		keys []string
		want string // the cursor is |
	}{
		{"types", Paragraph("", 99), []string{"led", "space", "on-call"}, "led on-call|"},
		{"in the middle", Paragraph("ab", 99), []string{"left", "X"}, "aX|b"},
		{"stops at the ends", Paragraph("a", 99), []string{"right", "left", "left", "left", "b"}, "b|a"},
		{"backspace takes a whole cluster", Paragraph("e\u0301👩‍👩‍👧", 99), []string{"backspace"}, "e\u0301|"},
		{"and again", Paragraph("e\u0301👩‍👩‍👧", 99), []string{"backspace", "backspace"}, "|"},
		{"backspace at the start", Paragraph("", 99), []string{"backspace"}, "|"},
		{"delete", Paragraph("abc", 99), []string{"home", "delete"}, "|bc"},
		{"delete at the end", Paragraph("abc", 99), []string{"delete"}, "abc|"},
		{"a word back", Paragraph("one two  ", 99), []string{"ctrl+w"}, "one |"},
		{"the only word", Paragraph("one", 99), []string{"ctrl+w", "ctrl+w"}, "|"},
		{"a word on", Paragraph("one two", 99), []string{"home", "alt+d"}, "| two"},
		{"over words", Paragraph("one two", 99), []string{"alt+b", "alt+b", "alt+f"}, "one| two"},
		{"over words and lines", Paragraph("one\n\ntwo", 99), []string{"alt+b", "alt+b"}, "|one\n\ntwo"},
		{"no word back", Paragraph("", 99), []string{"alt+b", "ctrl+w"}, "|"},
		{"the last letter of a word", Paragraph("one", 99), []string{"left", "alt+d", "alt+d"}, "on|"},
		{"backspace at the line's start", Paragraph("one\ntwo", 99), []string{"home", "backspace"}, "one|two"},
		{"to the line's start", Paragraph("one\ntwo", 99), []string{"ctrl+u"}, "one\n|"},
		{"to the line's end", Paragraph("one\ntwo", 99), []string{"up", "home", "ctrl+k"}, "|\ntwo"},
		{"a new line", Paragraph("one", 99), []string{"ctrl+j", "two"}, "one\ntwo|"},
		{"a new line with alt", Paragraph("one", 99), []string{"alt+enter", "two"}, "one\ntwo|"},
		{"no new line in a line", Line("one", 99), []string{"alt+enter", "ctrl+j"}, "one|"},
		{"up keeps the column", Paragraph("four\nfive", 99), []string{"left", "up"}, "fou|r\nfive"},
		{"up to a shorter line", Paragraph("a\nfive", 99), []string{"up"}, "a|\nfive"},
		{"no clipboard", Paragraph("a", 99), []string{"ctrl+v"}, "a|"},
		{"other keys", Paragraph("a", 99), []string{"alt+x", "enter", "tab"}, "a|"},
		{"a text over the limit stays whole", Paragraph("abcdef", 4), []string{"X", "left", "backspace"}, "abcd|f"},
		{"the limit", Paragraph("abc", 4), []string{"éxyz"}, "abcé|"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := typed(test.from, test.keys...)
			if s := got.text[:got.at] + "|" + got.text[got.at:]; s != test.want {
				t.Errorf("got %q, want %q", s, test.want)
			}
		})
	}
}

func TestPaste(t *testing.T) {
	paste := tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("a\x1b[2Jb\r\nc\td\x00\u202ee\u009b\u2028f")}
	if got, want := Paragraph("", 99).Key(paste).Text(), "a[2Jb\nc de\nf"; got != want {
		t.Errorf("paragraph: got %q, want %q", got, want)
	}
	if got, want := Line("", 99).Key(paste).Text(), "a[2Jb c de f"; got != want {
		t.Errorf("line: got %q, want %q", got, want)
	}
}

// Some terminals send what is typed fast, or pasted, in one piece.
func TestTypedWordsAreNoKeys(t *testing.T) {
	for _, word := range []string{"left", "backspace", "ctrl+v", "home", "alt+d", "up", "ctrl+j", "enter"} {
		if got := Paragraph("a", 99).Key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(word)}).Text(); got != "a"+word {
			t.Errorf("%q came to %q", word, got)
		}
	}
}

func TestCopiesAreTheirOwn(t *testing.T) {
	a := typed(Paragraph("one two", 99), "left", "left")
	b, c := typed(a, "backspace", "X"), typed(a, "ctrl+k", "Y")
	if a.text != "one two" || b.text != "one Xwo" || c.text != "one tY" {
		t.Errorf("%q, %q, %q", a.text, b.text, c.text)
	}
}

// reference is an input as simple as it can be: what stands before the cursor and what behind it.
type reference struct{ before, after string }

func clusters(s string) []string {
	var all []string
	for g := uniseg.NewGraphemes(s); g.Next(); {
		all = append(all, g.Str())
	}
	return all
}

// left takes n bytes from before the cursor to behind it.
func (r reference) left(n int) reference {
	at := len(r.before) - n
	return reference{r.before[:at], r.before[at:] + r.after}
}

func (r reference) right(n int) reference { return reference{r.before + r.after[:n], r.after[n:]} }

func (r reference) key(k string) reference {
	back, on := 0, 0 // bytes
	switch k {
	case "left", "backspace":
		if all := clusters(r.before); len(all) > 0 {
			back = len(all[len(all)-1])
		}
	case "right", "delete":
		if all := clusters(r.after); len(all) > 0 {
			on = len(all[0])
		}
	case "home", "ctrl+u":
		back = len(regexp.MustCompile(`[^\n]*$`).FindString(r.before))
	case "end", "ctrl+k":
		on = len(regexp.MustCompile(`^[^\n]*`).FindString(r.after))
	case "alt+b", "ctrl+w":
		back = len(regexp.MustCompile(`[^\s\pZ]*[\s\pZ]*$`).FindString(r.before))
	case "alt+f", "alt+d":
		on = len(regexp.MustCompile(`^[\s\pZ]*[^\s\pZ]*`).FindString(r.after))
	}
	switch k {
	case "backspace", "ctrl+u", "ctrl+w":
		r.before, back = r.before[:len(r.before)-back], 0
	case "delete", "ctrl+k", "alt+d":
		r.after, on = r.after[on:], 0
	case "ctrl+j":
		r.before += "\n"
	case "word", "e\u0301", "👩‍👩‍👧", "space":
		r.before += strings.Replace(k, "space", " ", 1)
	}
	return r.left(back).right(on)
}

func FuzzKeys(f *testing.F) {
	keys := []string{
		"left", "right", "home", "end", "alt+b", "alt+f", "backspace", "delete", "ctrl+u", "ctrl+k", "ctrl+w", "alt+d",
		"ctrl+j", "word", "e\u0301", "👩‍👩‍👧", "space",
	}
	f.Add("one two\nthree", []byte("\x00\x06\x0d\x04\x0a\x0c\x0e\x0f\x06\x00\x07\x02\x0b\x05\x08\x09\x03\x01\x10"))
	f.Add("", []byte{4, 5, 10, 11, 0, 1, 6, 7})
	f.Fuzz(func(t *testing.T, s string, pressed []byte) {
		i := Paragraph("", 4000).Key(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(s)})
		want := reference{before: i.text}
		for _, p := range pressed[:min(len(pressed), 100)] {
			k := keys[int(p)%len(keys)]
			was := want
			i, want = typed(i, k), want.key(k)
			if i.text[:i.at] != want.before || i.text[i.at:] != want.after {
				t.Fatalf("%s on %q|%q: %q|%q, want %q|%q", k, was.before, was.after, i.text[:i.at], i.text[i.at:], want.before, want.after)
			}
		}
	})
}

func TestLines(t *testing.T) {
	i := Paragraph("one two three", 99).Size(9)
	if got, want := strings.Join(i.Lines(9, "|", plain), "/"), "one two/three|"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := strings.Join(typed(i, "space", "space").Lines(1, "|", plain), "/"), "three  |"; got != want {
		t.Errorf("after spaces: got %q, want %q", got, want)
	}
	if got, want := strings.Join(typed(i, "up").Lines(1, "|", plain), "/"), "one t|wo"; got != want {
		t.Errorf("above: got %q, want %q", got, want)
	}
	if got, want := Paragraph("", 9).Lines(3, "|", plain), "|"; len(got) != 1 || got[0] != want {
		t.Errorf("empty: got %q, want %q", got, want)
	}
}

func FuzzLines(f *testing.F) {
	f.Add("one two three\n\n陈美玲 e\u0301", 9, 3)
	f.Add("                         ", 4, 2)
	f.Fuzz(func(t *testing.T, s string, cells, back int) {
		i := Paragraph("", 4000).Key(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(s)}).Size(3 + max(0, cells)%80)
		for range min(max(0, back), 50) {
			i = typed(i, "left", "up")
		}
		lines := i.Lines(3, "|", plain)
		if len(lines) == 0 || len(lines) > 3 {
			t.Fatalf("%d lines", len(lines))
		}
		for _, line := range append(lines, Line(strings.ReplaceAll(i.text, "\n", " "), 4000).Size(i.cells).View("|", plain)) {
			if text.Width(line) > i.cells {
				t.Errorf("%q is %d cells wide, of %d", line, text.Width(line), i.cells)
			}
		}
	})
}

func TestView(t *testing.T) {
	i := Line("/home/ana/applications", 999).Size(10)
	if got, want := i.View("|", plain), "lications|"; got != want {
		t.Errorf("end: got %q, want %q", got, want)
	}
	if got, want := typed(i, "home").View("|", plain), "|/home/ana"; got != want {
		t.Errorf("start: got %q, want %q", got, want)
	}
}
