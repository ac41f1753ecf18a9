package screentest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/text"
	"candid/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "write the goldens anew; look at them as pictures before they are kept")

// Sizes are the terminals that screens are looked at in: columns and rows, of which the last is the app's.
var Sizes = [][2]int{{120, 40}, {100, 30}, {80, 24}, {60, 16}}

// styledAt is the size in which the style of every word is kept.
var styledAt = [2]int{80, 24}

// Golden holds that a screen is the one kept under testdata as name; with -update it becomes that.
func Golden(t *testing.T, name, got string) {
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

// Whole holds that a screen has exactly the lines it has room for, and that none is too wide.
func Whole(t *testing.T, screen string, width, height int) {
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

// ASCII holds that a screen draws nothing but ASCII.
func ASCII(t *testing.T, screen string) {
	t.Helper()
	for i, r := range screen {
		if r > 127 {
			t.Errorf("%q is not ASCII, in %q", r, screen[max(0, i-20):i])
		}
	}
}

// Show is a screen in width cells and height lines, to be looked at in every size.
type Show func(th theme.Theme, width, height int) intent.Screen

// Golden holds that the screen is whole, the same without colour, and as it was kept under name: dark and in ASCII, in every
// size, and in one the style of every word, which is that of every theme. foreign is whether it shows what applicants wrote, which may be more than ASCII.
func (show Show) Golden(t *testing.T, name string, foreign bool) {
	dark, plain, ascii := Look("dark"), Look("plain"), Look("ascii")
	for _, size := range Sizes {
		width, height := size[0], size[1]-1
		name := fmt.Sprintf("%s-%dx%d", name, size[0], size[1])
		t.Run(name, func(t *testing.T) {
			got := show(dark, width, height).View()
			Whole(t, got, width, height)
			if bare := show(plain, width, height).View(); bare != ansi.Strip(got) {
				t.Errorf("without colour the words differ:\n%s", bare)
			}
			Golden(t, name+"-dark", got)
			got = show(ascii, width, height).View()
			Whole(t, got, width, height)
			if !foreign {
				ASCII(t, got)
			}
			Golden(t, name+"-ascii", got)
			if size == styledAt {
				Styled(t, name, func(th theme.Theme) string { return show(th, width, height).View() })
			}
		})
	}
}
