package list

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"candid/ui/text"
	"candid/ui/theme"

	"github.com/muesli/termenv"
)

var update = flag.Bool("update", false, "write the goldens anew; look at them as pictures before they are kept")

func TestGoldens(t *testing.T) {
	looks := map[string]theme.Theme{
		"dark":    fixtureTheme(termenv.TrueColor, theme.Options{}),
		"light":   fixtureTheme(termenv.TrueColor, theme.Options{Light: true}),
		"16":      fixtureTheme(termenv.ANSI, theme.Options{}),
		"nocolor": plain(),
		"ascii":   fixtureTheme(termenv.Ascii, theme.Options{ASCII: true}),
	}
	type shot struct {
		name, look    string
		width, height int
		messages      []any
	}
	var shots []shot
	for _, size := range [][2]int{{120, 40}, {100, 30}, {80, 24}, {60, 16}} {
		for _, look := range []string{"dark", "nocolor", "ascii"} {
			shots = append(shots, shot{"list", look, size[0], size[1], []any{"l", "l", "j", "j", "space"}})
		}
	}
	for _, look := range []string{"dark", "nocolor", "ascii"} {
		shots = append(shots, shot{"pane", look, 200, 60, []any{"j", read()}})
	}
	shots = append(shots,
		shot{"list", "light", 100, 30, []any{"l", "l", "j", "j", "space"}},
		shot{"list", "16", 100, 30, []any{"l", "l", "j", "j", "space"}},
		shot{"pane", "light", 140, 40, []any{"j", read()}},
		shot{"unread", "dark", 140, 40, []any{"j"}},
		shot{"typing", "dark", 100, 30, []any{"/", "toronto"}},
		shot{"mistake", "dark", 100, 30, []any{"/", "toronto scroe:>3"}},
		shot{"nobody", "dark", 100, 30, []any{"/", "nosuchword", "enter"}},
	)
	for _, s := range shots {
		name := fmt.Sprintf("%s-%dx%d-%s", s.name, s.width, s.height, s.look)
		t.Run(name, func(t *testing.T) {
			got := open(looks[s.look], s.width, s.height-1, applicants).send(s.messages...).View()
			whole(t, got, s.width, s.height-1)
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
		})
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
