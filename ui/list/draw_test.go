package list

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Whatever the size and the checklist, a screen has the lines it has room for and none is too wide.
func TestEverySize(t *testing.T) {
	looks := []theme.Theme{screentest.Look("dark"), screentest.Look("ascii")}
	for _, checklist := range [][2]int{{8, 5}, {3, 0}, {0, 4}, {25, 15}, {60, 0}, {0, 0}} {
		role := openingOf(checklist[0], checklist[1])
		people := make([]applicant, 0, 40)
		for i := range 40 {
			a := applicants[i%len(applicants)]
			if strip := strings.Repeat("4312", 20)[:max(0, checklist[0]+checklist[1])]; a.mine != "" {
				a.mine = strip
			}
			a.others = nil
			people = append(people, a)
		}
		rows := fixtureRows(role, people)
		for i, look := range looks[:min(2, 1+checklist[1]/5)] { // a look changes little
			b := (&bench{Model: New(screentest.Setting(), look)}).send(intent.Field{Role: role, Rows: rows, Loaded: true}, intent.Status{Saving: true})
			for width := 1; width <= 200; width += 1 + width/9 {
				for _, height := range []int{1, 2, 3, 4, 5, 6, 11, 15, 19, 20, 29, 59} {
					b.send(tea.WindowSizeMsg{Width: width, Height: height}, []any{"l", "j", "space", "G", "h", "k", "s", "ctrl+d"}[(width+height)%8])
					screentest.Whole(t, b.View(), width, height)
					if t.Failed() {
						t.Fatalf("look %d, checklist %v, %d×%d:\n%s", i, checklist, width, height, b.View())
					}
				}
			}
		}
	}
}

// From 60 by 16 on, who stands where and all of the strip can be seen.
func TestStripNeverGivesWay(t *testing.T) {
	for width := 60; width <= 200; width++ {
		b := open(screentest.Look("plain"), width, 15, applicants)
		screen := b.View()
		for _, want := range []string{"Amara Okafor", "43434344 43·2·", "12345678 12345", "83–91"} {
			if !strings.Contains(screen, want) {
				t.Fatalf("at %d columns %q is not there:\n%s", width, want, screen)
			}
		}
	}
}

func TestWhatGivesWay(t *testing.T) {
	for _, c := range []struct {
		width      int
		tags, when bool
		bar        bool
		words      string
	}{
		{120, true, true, true, "advanced"}, {100, true, true, true, "advanced"}, {90, false, true, true, "advanced"}, {80, false, false, true, "advanced"},
		{74, false, false, false, "advanced"}, {60, false, false, false, "adv"},
	} {
		b := open(screentest.Look("plain"), c.width, 29, applicants)
		head, row := b.lines()[4], b.lines()[8]
		if strings.Contains(head, "Tags") != c.tags || strings.Contains(head, "Applied") != c.when || strings.Contains(row, "━") != c.bar || !strings.Contains(row, c.words) {
			t.Errorf("at %d columns:\n%s\n%s", c.width, head, row)
		}
	}
}

func TestNumbersBeyondNine(t *testing.T) {
	role := openingOf(21, 10)
	b := (&bench{Model: New(screentest.Setting(), screentest.Look("plain"))}).send(tea.WindowSizeMsg{Width: 120, Height: 29},
		intent.Field{Role: role, Rows: fixtureRows(role, []applicant{{name: "A", mine: "1"}}), Loaded: true})
	kinds, numbers := b.lines()[3], b.lines()[4]
	if want := "must-have1         2  nice     1"; !strings.Contains(kinds, want) {
		t.Errorf("%q, want %q", kinds, want)
	}
	if want := "123456789012345678901 1234567890"; !strings.Contains(numbers, want) {
		t.Errorf("%q, want %q", numbers, want)
	}
	if strings.Index(kinds, "must") != strings.Index(numbers, "123") {
		t.Errorf("not above each other:\n%s\n%s", kinds, numbers)
	}
}

// A checklist wider than the screen moves with its column cursor.
func TestStripMovesWithItsCursor(t *testing.T) {
	role := openingOf(70, 0)
	b := (&bench{Model: New(screentest.Setting(), screentest.Look("plain"))}).send(tea.WindowSizeMsg{Width: 60, Height: 15},
		intent.Field{Role: role, Rows: fixtureRows(role, []applicant{{name: "A", mine: strings.Repeat("1", 69) + "4"}}), Loaded: true})
	if row := b.lines()[4]; strings.Contains(row, "4") {
		t.Errorf("the last cell is there from the start: %q", row)
	}
	if row := b.send("h").lines()[4]; !strings.Contains(row, "14") {
		t.Errorf("the last cell is not there: %q", row)
	}
}

func TestApplied(t *testing.T) {
	m := New(screentest.Setting(), screentest.Look("plain"))
	for days, want := range map[int]string{0: "today", 1: "1 d", 20: "20 d", 21: "3 w", 62: "8 w", 63: "2 mo", 365: "12 mo", 729: "23 mo", 730: "2 y", -3: "today"} {
		if got := m.applied(model.At(clock.AddDate(0, 0, -days))); got != want {
			t.Errorf("%d days ago is %q, want %q", days, got, want)
		}
	}
	if got := m.applied(0); got != "–" {
		t.Errorf("never is %q", got)
	}
}

// A gate that is in dispute shows on its row, and in words where the cursor is.
func TestDisputed(t *testing.T) {
	b := open(screentest.Look("plain"), 100, 29, []applicant{{name: "Ada", mine: "33333332 33333", sent: true, others: []string{"33333331 33333"}}})
	if row := b.lines()[5]; !strings.Contains(row, " ? ") {
		t.Errorf("the row is %q", row)
	}
	if line := b.lines()[27]; line != " must 8 disputed  Security of services" {
		t.Errorf("in words: %q", line)
	}
}

func TestStatus(t *testing.T) {
	at := time.Date(2026, 3, 21, 1, 41, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		status intent.Status
		want   string
	}{
		{"nothing was saved yet", intent.Status{}, ""}, {"saving", intent.Status{Saving: true, Saved: at}, "saving…"},
		{"saved, on the viewer's clock", intent.Status{Saved: at}, "saved · 20:41"},
	} {
		b := open(screentest.Look("plain"), 100, 29, applicants).send(c.status)
		if got := strings.TrimSpace(b.lines()[28]); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// many is a field of so many.
func many(n int) (model.Role, []model.Row) {
	role := opening()
	people := make([]applicant, n)
	for i := range people {
		people[i] = applicants[i%len(applicants)]
		people[i].name = fmt.Sprintf("%s %d", people[i].name, i*7919%n)
	}
	return role, fixtureRows(role, people)
}

func benchOf(n, width, height int) *bench {
	role, rows := many(n)
	return (&bench{Model: New(screentest.Setting(), screentest.Look("dark"))}).send(
		tea.WindowSizeMsg{Width: width, Height: height}, intent.Field{Role: role, Rows: rows, Loaded: true})
}

func BenchmarkView(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		for _, size := range [][2]int{{120, 40}, {200, 60}} {
			b.Run(fmt.Sprintf("%d/%dx%d", n, size[0], size[1]), func(b *testing.B) {
				m := benchOf(n, size[0], size[1]).send("ctrl+d", "ctrl+d").Model
				for b.Loop() {
					m.View()
				}
			})
		}
	}
}

func BenchmarkDown(b *testing.B) {
	for _, n := range []int{1000, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var m intent.Screen = benchOf(n, 120, 40).Model
			down, up := screentest.Key("j"), screentest.Key("k")
			for b.Loop() {
				m, _ = m.Update(down)
				m, _ = m.Update(up)
			}
		})
	}
}

func BenchmarkChanged(b *testing.B) {
	bench := benchOf(5000, 120, 40)
	one, other := bench.rows[100], bench.rows[100]
	one.Score.Low++
	var m intent.Screen = bench.Model
	for b.Loop() {
		m, _ = m.Update(intent.Changed{Rows: []model.Row{one}})
		m, _ = m.Update(intent.Changed{Rows: []model.Row{other}})
	}
}

func BenchmarkFilter(b *testing.B) {
	for _, words := range []string{"rust", "stage:new -toronto", "score:>=60"} {
		b.Run(words, func(b *testing.B) {
			m := benchOf(5000, 120, 40).Model
			for b.Loop() {
				m.narrow(words)
			}
		})
	}
}

func BenchmarkSort(b *testing.B) {
	var m intent.Screen = benchOf(5000, 120, 40).Model
	for b.Loop() {
		m, _ = m.Update(screentest.Key("s"))
	}
}

func BenchmarkField(b *testing.B) {
	role, rows := many(5000)
	m := New(screentest.Setting(), screentest.Look("plain"))
	shuffled := make([]model.Row, len(rows))
	for b.Loop() {
		copy(shuffled, rows)
		m.Update(intent.Field{Role: role, Rows: shuffled, Loaded: true})
	}
}
