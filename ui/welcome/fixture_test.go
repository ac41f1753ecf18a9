package welcome

import (
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

var (
	zone  = time.FixedZone("here", -5*3600)
	clock = time.Date(2026, 3, 20, 20, 41, 0, 0, zone)
	me    = id(1)
)

// id is a made-up id.
func id(n int) (x model.ID) {
	binary.BigEndian.PutUint64(x[8:], uint64(n))
	x[6] = 0x70
	return x
}

func setting() intent.Setting {
	return intent.Setting{
		Viewer: model.Reviewer{ID: me, Name: "Ana"}, Zone: zone, Now: func() time.Time { return clock }, May: intent.May{Files: true},
	}
}

func look(p termenv.Profile, o theme.Options) theme.Theme {
	r := lipgloss.NewRenderer(nil)
	r.SetColorProfile(p)
	r.SetHasDarkBackground(!o.Light)
	return theme.New(r, o)
}

func plainLook() theme.Theme { return look(termenv.Ascii, theme.Options{}) }

// bench is the screen and all that it asked for.
type bench struct {
	Model
	asked []intent.Intent
}

// open is the screen in a size.
func open(s intent.Setting, th theme.Theme, width, height int) *bench {
	b := &bench{Model: New(s, th)}
	return b.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// send gives the screen messages: strings are keys.
func (b *bench) send(msgs ...any) *bench {
	for _, msg := range msgs {
		if k, ok := msg.(string); ok {
			msg = key(k)
		}
		next, want := b.Update(msg)
		b.Model = next.(Model)
		if want != nil {
			b.asked = append(b.asked, want)
		}
	}
	return b
}

// key is a key by its name; other words are typed.
func key(name string) tea.KeyMsg {
	for t := tea.KeyType(-200); t < 200; t++ {
		if k := (tea.KeyMsg{Type: t}); t != tea.KeyRunes && k.String() == name {
			return k
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// last is the last intent of a kind that was asked for.
func last[T any](t *testing.T, b *bench) T {
	t.Helper()
	for _, want := range slices.Backward(b.asked) {
		if w, ok := want.(T); ok {
			return w
		}
	}
	var none T
	t.Fatalf("nobody asked for %T", none)
	return none
}

var update = flag.Bool("update", false, "write the goldens anew; look at them as pictures before they are kept")

// scene is a screen to be looked at, in every size.
type scene struct {
	name string
	show func(th theme.Theme, width, height int) *bench
}

func (s scene) golden(t *testing.T) {
	dark := look(termenv.TrueColor, theme.Options{})
	for _, size := range [][2]int{{120, 40}, {100, 30}, {80, 24}, {60, 16}} {
		width, height := size[0], size[1]-1
		t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
			got := s.show(dark, width, height).View()
			whole(t, got, width, height)
			if bare := s.show(plainLook(), width, height).View(); bare != ansi.Strip(got) {
				t.Errorf("without colour the words differ:\n%s", bare)
			}
			same(t, got, fmt.Sprintf("%s-%dx%d-dark", s.name, size[0], size[1]))
			ascii := s.show(look(termenv.Ascii, theme.Options{ASCII: true}), width, height).View()
			whole(t, ascii, width, height)
			for i, r := range ascii {
				if r > 127 {
					t.Errorf("%q is not ASCII, in %q", r, ascii[max(0, i-20):i])
				}
			}
			if size[0] == 100 || size[0] == 60 {
				same(t, ascii, fmt.Sprintf("%s-%dx%d-ascii", s.name, size[0], size[1]))
			}
		})
	}
}

func same(t *testing.T, got, name string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got+"\n" != string(want) {
		t.Errorf("the screen is not that of %s; it is\n%s", path, got)
	}
}

// whole holds that a screen has exactly the lines it has room for, and that none is too wide.
func whole(t *testing.T, screen string, width, height int) {
	t.Helper()
	lines := strings.Split(screen, "\n")
	if len(lines) != height {
		t.Errorf("%d lines, want %d", len(lines), height)
	}
	for i, line := range lines {
		if w := text.Width(line); w > width {
			t.Errorf("line %d is %d cells wide, of %d: %q", i, w, width, line)
		}
	}
}
