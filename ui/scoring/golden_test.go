package scoring

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/text"
	"candid/ui/theme"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

var update = flag.Bool("update", false, "write the goldens anew; look at them as pictures before they are kept")

// worked is a review far on: quotes, a note, two requirements open.
func worked() model.Record {
	role := opening()
	r := panelled(role, amara(role, "43434344 43·2·"))
	mine := r.Review(me)
	mine.Ratings[1].Quotes = []model.Quote{{Document: resume, From: 4, To: 5, Text: strings.Split(resumeText, "\n")[4]}}
	mine.Ratings[1].Note = "Two services in production, both hers; profiled with perf and loom."
	mine.Ratings[3].Quotes = []model.Quote{{Document: resume, From: 6, To: 7, Text: "a"}, {Document: resume, From: 9, To: 10, Text: "b"}}
	mine.Note = "Would raise the level of the team. Ask about Kafka and about leading people."
	mine.Recommendation = model.StrongYes
	return r.WithReview(mine)
}

func sent() model.Record {
	r := worked()
	mine := r.Review(me)
	mine.Submitted = model.At(clock)
	return r.WithReview(mine)
}

func TestGoldens(t *testing.T) {
	dark := look(termenv.TrueColor, theme.Options{})
	scenes := []struct {
		name   string
		record model.Record
		keys   []any
	}{
		{"scoring", panelled(opening(), amara(opening(), "4······· ·····")), nil},
		{"rated", worked(), []any{"K", "K", "K", "K", "K", "K", "K", "K", "K"}},
		{"note", worked(), []any{"K", "K", "K", "K", "K", "K", "K", "K", "K", "m", "alt+enter", "Ask how the executor was tuned."}},
		{"summary", worked(), []any{"J", "J", "J"}},
		{"open", worked(), []any{"J", "J", "J", "enter"}},
		{"submitted", sent(), nil},
		{"revising", sent(), []any{"K", "K", "K", "K", "K", "K", "K", "K", "K", "K", "K", "K"}},
	}
	for _, scene := range scenes {
		for _, size := range [][2]int{{120, 40}, {100, 30}, {80, 24}, {60, 16}} {
			width, height := size[0], size[1]-1
			show := func(th theme.Theme) string {
				return open(th, width, height, scene.record).send(scene.keys...).View()
			}
			t.Run(fmt.Sprintf("%s-%dx%d", scene.name, size[0], size[1]), func(t *testing.T) {
				got := show(dark)
				whole(t, got, width, height)
				if bare := show(plainLook()); bare != ansi.Strip(got) {
					t.Errorf("without colour the words differ:\n%s", bare)
				}
				golden(t, got, scene.name, size, "dark")
				ascii := show(look(termenv.Ascii, theme.Options{ASCII: true}))
				whole(t, ascii, width, height)
				if size[0] == 100 || size[0] == 60 {
					golden(t, ascii, scene.name, size, "ascii")
				}
			})
		}
	}
	t.Run("scoring-100x30-light", func(t *testing.T) {
		golden(t, open(look(termenv.TrueColor, theme.Options{Light: true}), 100, 29, scenes[1].record).send(scenes[1].keys...).View(), "rated", [2]int{100, 30}, "light")
	})
}

func golden(t *testing.T, got, name string, size [2]int, look string) {
	t.Helper()
	path := filepath.Join("testdata", fmt.Sprintf("%s-%dx%d-%s.golden", name, size[0], size[1], look))
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
