package detail

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"
)

// picture is the screen with the key line below it, as the app shows them.
func picture(m Model) string {
	line := m.setting.Keys.Line(m.Keys(), m.width-2, m.theme.Key.Render, m.theme.Muted.Render)
	return m.View() + "\n " + line
}

// The tabs of a candidate are the same in every theme, but for the colours.
func TestStyled(t *testing.T) {
	for name, keys := range map[string][]string{"proof": {"K"}, "document": {"K", "tab"}, "history": {"shift+tab"}} {
		screentest.Styled(t, name+"-80x24", func(th theme.Theme) string { return picture(screen(t, th, 80, 23, panel(), keys...)) })
	}
}

func TestPictures(t *testing.T) {
	triage := person()
	triage.Mode = intent.Triage
	unread := person()
	unread.Readings = nil
	type shot struct {
		name          string
		look          string
		width, height int
		person        intent.Person
		keys          []string
	}
	var shots []shot
	for _, size := range [][2]int{{120, 40}, {100, 30}, {80, 24}, {60, 16}} {
		w, h := size[0], size[1]
		for _, l := range []string{"dark", "plain", "ascii"} {
			shots = append(shots,
				shot{"proof", l, w, h, person(), []string{"K"}},
				shot{"document", l, w, h, person(), []string{"K", "tab"}},
				shot{"history", l, w, h, panel(), []string{"shift+tab"}})
		}
		shots = append(shots, shot{"panel", "dark", w, h, panel(), []string{"J", "tab"}})
	}
	shots = append(shots,
		shot{"proof", "dark", 160, 50, person(), []string{"K"}},
		shot{"proof", "light", 200, 60, person(), []string{"g"}},
		shot{"proof-light", "light", 100, 30, person(), []string{"K"}},
		shot{"document-light", "light", 100, 30, person(), []string{"K", "tab"}},
		shot{"triage", "dark", 100, 30, triage, []string{"G", "K", "K"}},
		shot{"unread", "plain", 100, 30, unread, nil},
		shot{"unread-document", "plain", 100, 30, unread, []string{"tab"}},
		shot{"finding", "dark", 100, 30, person(), []string{"tab", "/", "r", "u", "s", "t"}},
		shot{"selecting", "dark", 100, 30, person(), []string{"K", "tab", "v", "j", "j"}},
		shot{"letter", "dark", 100, 30, person(), []string{"tab", "tab"}})
	for _, s := range shots {
		name := fmt.Sprintf("%s-%dx%d-%s", s.name, s.width, s.height, s.look)
		t.Run(name, func(t *testing.T) {
			m := screen(t, screentest.Look(s.look), s.width, s.height-1, s.person, s.keys...)
			if strings.HasPrefix(s.name, "proof") {
				m, _ = send(m, intent.Status{Saved: now.Add(-time.Minute)})
			}
			screentest.Golden(t, name, picture(m))
		})
	}
}

func TestFitsEverySize(t *testing.T) {
	odd := panel()
	odd.Record.Candidate.Name = "Wolfeschlegelsteinhausenbergerdorff 陈美玲陈美玲陈美玲"
	odd.Record.Candidate.Location = strings.Repeat("Llanfair", 12)
	for _, p := range []intent.Person{person(), odd, {}} {
		for _, keys := range [][]string{nil, {"tab"}, {"tab", "/", "e"}, {"shift+tab"}, {"G"}, {"tab", "v", "G"}} {
			for width := 60; width < 170; width += 7 {
				for _, height := range []int{15, 16, 19, 20, 29, 60} {
					m := screen(t, dark, width, height, p, keys...)
					m, _ = send(m, intent.Status{Saving: true})
					screentest.Whole(t, m.View(), width, height)
					if t.Failed() {
						t.Fatalf("%d×%d after %q", width, height, keys)
					}
				}
			}
		}
	}
}
