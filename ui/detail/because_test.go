package detail

import (
	"fmt"
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/screentest"
)

// asking is the screen after W was pressed and answered.
func asking(t *testing.T, m Model, pointed bool) (Model, intent.Why) {
	t.Helper()
	m, want := send(m, screentest.Key("W"))
	why, ok := want.(intent.Why)
	if !ok {
		t.Fatalf("asks for %v", want)
	}
	words := []string{"You quoted it for Rust and async.", "“Tokio” speaks to async Rust.", "It stands in Lumen Pay, 2021 – now."}
	if !pointed {
		words = []string{"Nothing in this line speaks to it, as far as the finder knows."}
	}
	m, _ = send(m, intent.Because{Why: why, Pointed: pointed, Words: words})
	return m, why
}

func TestWhy(t *testing.T) {
	for name, c := range map[string]struct {
		keys    []string
		pointed bool
		line    int
	}{
		"on proof the strongest":                {[]string{"K"}, true, 4},
		"the statement one stands on":           {[]string{"K", "tab", "e"}, true, 10},
		"the end of the selection that moves":   {[]string{"K", "tab", "v", "k", "k"}, false, 2},
		"of another document, the one in sight": {[]string{"g", "tab", "tab"}, true, 2},
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{160, 50}, {120, 39}, {100, 29}, {80, 23}, {60, 15}} {
				m := screen(t, plain, size[0], size[1], person(), c.keys...)
				before := m.View()
				m, why := asking(t, m, c.pointed)
				if d, _ := m.document(); why.Line != c.line || m.tab > 0 && why.Document != d.ID || why.Requirement != m.requirement().ID {
					t.Errorf("asks for %+v", why)
				}
				screentest.Whole(t, m.View(), size[0], size[1])
				words := "WHY THIS LINE"
				if !c.pointed {
					words = "WHY NOT THIS LINE"
				}
				if v := view(m); !strings.Contains(v, words) || size[1] > 15 && !strings.Contains(v, "any key leaves") || !m.Typing() {
					t.Errorf("%v:\n%s", size, v)
				}
				if m.tab > 0 {
					if p, _ := m.page(); !strings.Contains(strings.Join(p.Lines(), ""), "▌") && !p.Selecting() {
						t.Errorf("%v: the line is out of sight:\n%s", size, view(m))
					}
				}
				m, want := send(m, screentest.Key("3"))
				if want != nil || m.because.On() || size[0] >= twoPanes && m.View() != before {
					t.Errorf("%v: after a key, which asks for %v:\n%s", size, want, view(m))
				}
			}
		})
	}
}

// An answer that comes after another key was pressed, or to another question, is dropped.
func TestLateAnswerWhy(t *testing.T) {
	m := at(t, person(), "K", "tab")
	m, want := send(m, screentest.Key("W"))
	why := want.(intent.Why)
	other := why
	other.Line++
	if m, _ = send(m, intent.Because{Why: other, Words: []string{"x"}}); m.because.On() {
		t.Error("an answer to another question is shown")
	}
	m = press(m, "e")
	if m, _ = send(m, intent.Because{Why: why, Words: []string{"x"}}); m.because.On() {
		t.Error("a late answer is shown")
	}
	if _, want := send(at(t, person(), "G", "K"), screentest.Key("W")); !strings.HasPrefix(fmt.Sprint(want), "{stand on a line first") {
		t.Errorf("without a line it asks for %v", want)
	}
}

func TestWhyPictures(t *testing.T) {
	for _, look := range []string{"dark", "plain", "ascii"} {
		for _, size := range [][2]int{{160, 50}, {120, 40}, {80, 24}, {60, 16}} {
			for name, keys := range map[string][]string{"why-proof": {"K"}, "why": {"K", "tab"}} {
				name := fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], look)
				t.Run(name, func(t *testing.T) {
					m, _ := asking(t, screen(t, screentest.Look(look), size[0], size[1]-1, person(), keys...), true)
					screentest.Golden(t, name, picture(m))
				})
			}
		}
	}
}
