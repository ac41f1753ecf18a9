package list

import (
	"fmt"
	"testing"

	"candid/ui/screentest"
	"candid/ui/theme"
)

// The list is the same in every theme, but for the colours.
func TestStyled(t *testing.T) {
	for name, messages := range map[string][]any{"list": {"l", "l", "j", "j", "space"}, "typing": {"/", "toronto"}, "mistake": {"/", "toronto scroe:>3"}} {
		screentest.Styled(t, name+"-80x24", func(th theme.Theme) string { return open(th, 80, 23, applicants).send(messages...).View() })
	}
}

func TestGoldens(t *testing.T) {
	type shot struct {
		name, look    string
		width, height int
		messages      []any
	}
	var shots []shot
	for _, size := range [][2]int{{120, 40}, {100, 30}, {80, 24}, {60, 16}} {
		for _, look := range []string{"dark", "plain", "ascii"} {
			shots = append(shots, shot{"list", look, size[0], size[1], []any{"l", "l", "j", "j", "space"}})
		}
	}
	for _, look := range []string{"dark", "plain", "ascii"} {
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
			got := open(screentest.Look(s.look), s.width, s.height-1, applicants).send(s.messages...).View()
			screentest.Whole(t, got, s.width, s.height-1)
			screentest.Golden(t, name, got)
		})
	}
}
