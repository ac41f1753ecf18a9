package ui

import (
	"strings"
	"testing"

	"candid/model/posting"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// plainly makes a sitting one of somebody who listens.
func plainly(s *Session) { s.Look = theme.Options{Plain: true, Marks: true} }

// In plain looks nothing is drawn that is not ASCII, but for what others wrote, no line, bar or pane is drawn, and the cursor is
// somewhere.
func TestPlainEverywhere(t *testing.T) {
	t.Parallel()
	foreign := string(posting.Sample())
	for name, reach := range states {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t), plainly)
			reach(x)
			frame := x.app.View()
			bare, row, column, said := Attention(frame)
			if !said || row < 1 || row > x.app.height || column < 1 || column > x.app.width {
				t.Errorf("the cursor is at %d, %d (%v)", row, column, said)
			}
			if strings.Contains(bare, string(theme.Here)) || strings.Contains(bare, string(theme.Caret)) || strings.Contains(bare, string(theme.AtLine)) {
				t.Error("a mark is left in the frame")
			}
			bare = ansi.Strip(bare)
			for _, r := range bare {
				if r > '~' && !strings.ContainsRune(foreign, r) {
					t.Errorf("%q is drawn:\n%s", r, bare)
					break
				}
			}
			for line := range strings.SplitSeq(bare, "\n") {
				for _, drawn := range []string{"---", "===", "| ", " |", "___"} {
					if strings.Contains(line, drawn) && !strings.Contains(foreign, strings.TrimSpace(line)) {
						t.Errorf("%q is drawn: %q", drawn, line)
					}
				}
			}
		})
	}
}

// attended is the line that the cursor is on, and its column.
func (x *sitting) attended() (line string, column int) {
	frame, row, column, _ := Attention(x.app.View())
	lines := strings.Split(ansi.Strip(frame), "\n")
	if row < 1 || row > len(lines) {
		return "", 0
	}
	return lines[row-1], column
}

func TestPlainReadsWhereOneStands(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		keys func(*sitting)
		want string // in the line that the cursor is on
	}{
		{"a row", func(x *sitting) { x.press("j") }, " Ben Ossian, not rated, no review submitted, new, applied today. must 1 to 8 open; nice 1"},
		{"a marked row", func(x *sitting) { x.press("j", "space", "k") }, " Ben Ossian, marked, not rated"},
		{"a column of it", func(x *sitting) { x.press("j", "l", "l") }, " Ben Ossian, must 2 "},
		{"the filter", func(x *sitting) { x.press("/", "b", "e") }, " / be"},
		{"a requirement's proof", func(x *sitting) { x.detail("enter"); x.press("g", "J") }, " 2 Rust and its async ecosystem, open, "},
		{"a requirement above a document", func(x *sitting) { x.detail("enter"); x.press("tab", "g", "J") }, " must 2 Rust and its async ecosystem, open"},
		{"a line of evidence", func(x *sitting) { x.detail("enter"); x.press("tab", "J", "e") }, "Rust"},
		{"the end of a selection", func(x *sitting) { x.detail("enter"); x.press("tab", "g", "v", "j", "j") }, "Built services in Rust"},
		{"a requirement to rate", func(x *sitting) { x.score("Ben") }, " MUST 1, open, "},
		{"the next, after a rating", func(x *sitting) { x.score("Ben"); x.press("3") }, " MUST 2, open, "},
		{"one that was rated", func(x *sitting) { x.score("Ben"); x.press("3", "K") }, " MUST 1, 3 meets, "},
		{"a line of it", func(x *sitting) { x.score("Ben"); x.press("J", "e") }, "Rust"},
		{"a note", func(x *sitting) { x.score("Ben"); x.press("m", "o", "k") }, " ok"},
		{"a question", func(x *sitting) { x.press("w", "x") }, " Reject, because:"},
		{"the command", func(x *sitting) { x.press(":", "s", "c") }, " : sc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t), plainly)
			c.keys(x)
			if line, column := x.attended(); !strings.Contains(line, c.want) {
				t.Errorf("the cursor is in column %d of %q, not on %q:\n%s", column, line, c.want, x.screen())
			}
		})
	}
}

// In every look the cursor stands where the next letter comes, for input methods, and nowhere else.
func TestCursorInWords(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t), func(s *Session) { s.Look = theme.Options{Marks: true} })
	if line, _ := x.attended(); line != "" {
		t.Errorf("on the list the cursor is on %q", line)
	}
	x.press("/", "b", "e")
	if line, column := x.attended(); !strings.HasPrefix(line, " / be") || column != 6 {
		t.Errorf("the cursor is in column %d of %q", column, line)
	}
	x.press("left")
	if _, column := x.attended(); column != 5 {
		t.Errorf("then in column %d", column)
	}
	x.press("esc")
	x.score("Ben")
	x.press("m", "陈", "o")
	if line, column := x.attended(); !strings.Contains(line, "陈o") || column != 1+ansi.StringWidth(line[:strings.Index(line, "陈")])+3 {
		t.Errorf("in a note: column %d of %q", column, line)
	}
}

// fakeTerminal takes titles and copies.
type fakeTerminal struct {
	titles []string
	copied []string
}

func (f *fakeTerminal) Title(s string) { f.titles = append(f.titles, s) }

func (f *fakeTerminal) Copy(s string) (string, error) {
	f.copied = append(f.copied, s)
	return "", nil
}

func TestCopy(t *testing.T) {
	t.Parallel()
	f := &fakeTerminal{}
	x := sit(t, newStore(t), func(s *Session) { s.Terminal, s.May.Clipboard = f, true })
	last := func() string { return f.copied[len(f.copied)-1] }
	x.press("j", "Y")
	x.see("sent to the terminal's clipboard: summary of Ben Ossian, ")
	if s := last(); !strings.HasPrefix(s, "## Ben Ossian\n\n- ben@example.org\n- Stage: new\n") {
		t.Errorf("copied %q", s)
	}
	x.press("*", "Y")
	x.see("clipboard: summaries of 3 candidates, ")
	if s := last(); strings.Count(s, "\n## ") != 2 {
		t.Errorf("copied %q", s)
	}
	x.press("esc")
	x.score("Ben")
	x.press("3", "m", "asks before she answers", "enter")
	x.quiet()
	x.press("Y")
	x.see("summary of Ben Ossian")
	if s := last(); !strings.Contains(s, ": Ines 3 meets (draft)") || !strings.Contains(s, "asks before she answers") {
		t.Errorf("copied %q", s)
	}
	x.press("esc")
	x.detail("enter")
	x.press("tab", "g", "v", "j", "Y")
	x.see("2 lines of resume.txt, ")
	if s := last(); s != "Built services in Rust with Tokio and PostgreSQL,\nand kept them running on Kubernetes." {
		t.Errorf("copied %q", s)
	}
	n := len(f.copied)
	if m := x.app.session.toClipboard(strings.Repeat("x", ClipboardBytes+1), "all of them", "mark fewer"); m.err == nil || len(f.copied) != n {
		t.Errorf("more than a clipboard takes: %v", m.err)
	}
}

func TestCopyWhereThereIsNoClipboard(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	x.press("Y")
	x.see("this session has no clipboard")
}

// The window's title says what one does, and never whom it is about.
func TestTitle(t *testing.T) {
	t.Parallel()
	f := &fakeTerminal{}
	x := sit(t, newStore(t), func(s *Session) { s.Terminal = f })
	of := "candid: " + x.app.field.role.Title
	for _, c := range []struct {
		do   func()
		want string
	}{
		{func() {}, of},
		{func() { x.detail("enter") }, of + ", reading"},
		{func() { x.press("r") }, of + ", scoring"},
		{func() { x.press("?") }, of + ", help"},
		{func() { x.press("esc", "esc", "esc"); x.detail("t") }, of + ", triage"},
	} {
		c.do()
		if got := f.titles[len(f.titles)-1]; got != c.want {
			t.Errorf("the title is %q, want %q", got, c.want)
		}
	}
	for _, title := range f.titles {
		if strings.Contains(title, "Ben") || strings.Contains(title, "Ossian") {
			t.Errorf("the title %q names an applicant", title)
		}
	}
}

// A paste is no command: on a screen that takes no text nothing happens, and on one that does nothing of it steers the terminal.
func TestPasteEverywhere(t *testing.T) {
	t.Parallel()
	for name, reach := range states {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := sit(t, newStore(t))
			reach(x)
			shown := func() string { return x.app.top().View() } // a notice goes with any key
			before, high, asking := shown(), len(x.app.stack), x.app.asking != nil
			takes := typing(x.app.top()) || asking || x.app.top().Keys().Screen == "Add candidates" // where paths may be dropped at any time
			x.take(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("x1y\x1b[2J\r\nqY\u202e\x07")})
			if len(x.app.stack) != high || (x.app.asking != nil) != asking {
				t.Errorf("another screen:\n%s", x.screen())
			}
			if now := shown(); !takes && now != before {
				t.Errorf("it did something:\n%s", now)
			}
			if frame := x.app.View(); strings.Contains(frame, "\x1b[2J") || strings.ContainsAny(frame, "\u202e\a\r") {
				t.Error("it steers the terminal")
			}
		})
	}
}
