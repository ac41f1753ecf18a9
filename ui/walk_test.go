package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"candid/model/clean"
	"candid/ui/screentest"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// The applicants of the walk write in scripts and signs that take two cells, none, or are made of several characters. What of
// them is more than one character stands nowhere alone, so that a part of it on a screen is a cut.
var (
	walkers = []string{"Ada Ste\u0330\u0301rn 陈美玲", "Ben Óssian 👩🏽\u200d🚀 क्षितिज", "Cleo مرحبا Marsh 한국인"}
	scripts = clean.Text("\nΔοκιμή ɐ\u0303ɐ\u0303ɐ\u0303ɐ\u0303 Rust 高可用后端服务系统与数据库的设计和运维经验以及分布式存储 Kubernetes पाठ्यक्रम क्षमता नि\u0902त्य Rust " +
		"👩🏽\u200d🚀👨\u200d👩\u200d👧\u200d👦🇨🇦🏳️\u200d🌈 خبرة في تطوير الأنظمة الموزعة Rust 각력\u1100\u1161\u11a8 กำลังทดสอบระบบที่มีภาระงานสูง " +
		strings.Repeat("陈", 120) + " " + strings.Repeat("👩🏽\u200d🚀", 90) + " " + strings.Repeat("ɐ\u0303", 150) + "\n")
)

// clusters is the characters of s as people see them that are not one of ASCII.
func clusters(s string) map[string]bool {
	all := map[string]bool{}
	for len(s) > 0 {
		c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if c == "" {
			c = s[:1]
		}
		if len(c) > 1 {
			all[c] = true
		}
		s = s[len(c):]
	}
	return all
}

// walk is what holds of every screen: it has as many lines as the terminal has rows, none is wider than the terminal, and each
// character of an applicant that is on it is whole, also where a style begins or ends.
type walk struct {
	whole map[string]bool // the characters that applicants wrote
	parts map[rune]bool   // what those are made of
}

func newWalk() walk {
	w := walk{whole: clusters(strings.Join(walkers, " ") + scripts), parts: map[rune]bool{}}
	for c := range w.whole {
		for _, r := range c {
			w.parts[r] = true
		}
	}
	return w
}

// cut is the parts of characters on a line.
func (w walk) cut(line string) (cuts []string) {
	for len(line) > 0 {
		piece := line
		if at := strings.IndexByte(line, 0x1b); at >= 0 {
			piece, line = line[:at], line[at:]
			line = line[2+strings.IndexFunc(line[2:], func(r rune) bool { return r >= '@' })+1:]
		} else {
			line = ""
		}
		for _, c := range slices.Sorted(maps.Keys(clusters(piece))) {
			if !w.whole[c] && strings.ContainsFunc(c, func(r rune) bool { return w.parts[r] }) {
				cuts = append(cuts, c)
			}
		}
	}
	return cuts
}

// look looks at the screen in one size.
func (w walk) look(x *sitting, width, height int) (wrong []string) {
	x.take(sizeMsg(width, height))
	x.drain()
	lines := strings.Split(x.app.View(), "\n")
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	if want := height; len(lines) != want {
		say("%d lines", len(lines))
	}
	for i, line := range lines {
		if n := text.Width(line); n > width {
			say("line %d is %d cells wide: %q", i, n, ansi.Strip(line))
		}
		if cuts := w.cut(line); len(cuts) > 0 {
			say("line %d holds a part of a character, %+q: %q", i, cuts, ansi.Strip(line))
		}
	}
	return wrong
}

// drain takes what has come in, and waits for nothing.
func (x *sitting) drain() {
	for {
		select {
		case msg := <-x.msgs:
			x.take(msg)
		default:
			return
		}
	}
}

// everyWidth is the states that are looked at in every width; others in some.
var everyWidth = []string{"list", "list, a column", "triage", "document", "scoring", "summary", "role", "looked over", "palette", "help", "history, wide"}

// edges is the widths on both sides of which screens are laid out otherwise, or may be.
var edges = []int{60, 61, 79, 80, 99, 100, 119, 139, 140, 141, 180, 220}

// Every screen, in every size from the smallest there may be.
func TestWalk(t *testing.T) {
	t.Parallel()
	w := newWalk()
	heights := []int{16, 17, 24, 31, 40, 70}
	step := 1
	if testing.Short() {
		step = 7
	}
	var mu sync.Mutex
	seen := map[string]bool{} // characters that were on some screen
	t.Run("states", func(t *testing.T) {
		for name, reach := range states {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				x := sit(t, storeOf(t, scripts, walkers...), func(s *Session) { s.Renderer = renderer(termenv.TrueColor) })
				reach(x)
				widths := edges
				if slices.Contains(everyWidth, name) {
					widths = nil
					for width := MinWidth; width <= 220; width += step {
						widths = append(widths, width)
					}
				}
				for i, width := range widths {
					for k := range 2 {
						height := heights[(i+3*k)%len(heights)]
						for _, wrong := range w.look(x, width, height) {
							t.Errorf("%d×%d: %s", width, height, wrong)
						}
						if t.Failed() {
							return
						}
					}
				}
				mu.Lock()
				defer mu.Unlock()
				for c := range clusters(x.screen()) {
					seen[c] = seen[c] || w.whole[c]
				}
			})
		}
	})
	if len(seen) == 0 {
		t.Error("nothing that applicants wrote was on any screen")
	}
}

// In less room than any screen needs, one line says so.
func TestTooSmall(t *testing.T) {
	t.Parallel()
	x := sit(t, newStore(t))
	for _, size := range [][2]int{{59, 16}, {60, 15}, {40, 50}, {220, 5}, {24, 3}, {10, 10}, {1, 1}} {
		x.take(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		got := x.app.View()
		screentest.Whole(t, got, size[0], 1)
		if size[0] >= 40 && !strings.Contains(got, fmt.Sprintf("needs %d×%d", MinWidth, MinHeight)) {
			t.Errorf("%v: %q", size, got)
		}
	}
	x.take(sizeMsg(MinWidth, MinHeight))
	screentest.Whole(t, x.app.View(), MinWidth, MinHeight)
}

// The walk knows a part of a character when it sees one.
func TestWalkSeesCuts(t *testing.T) {
	t.Parallel()
	w := newWalk()
	for _, c := range []struct {
		name, line string
		cuts       int
	}{
		{"whole", "▌ Ada Ste\u0330\u0301rn 陈美玲  ━━  नि\u0902त्य 👩🏽\u200d🚀", 0},
		{"a sign without its letter", "\u0303 and so on", 1},
		{"a letter without its sign", "ɐ", 1},
		{"half an emoji", "👩🏽…", 1},
		{"a style within", "ɐ\x1b[4m\u0303\x1b[0m", 2},
		{"a style around", "\x1b[4mɐ\u0303\x1b[0m", 0},
		{"half a flag", "🇨 ", 1},
		{"half an emoji, pinned", "\x1b[?7l\x1b[56X👩🏽\u200d🚀👩\x1b[?7h\x1b[59G\x1b[0m", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := w.cut(c.line); len(got) != c.cuts {
				t.Errorf("%+q, want %d", got, c.cuts)
			}
		})
	}
}
