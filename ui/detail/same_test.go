package detail

import (
	"fmt"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/screentest"
)

// again is Amara, who may be the same as Linus, whose resume has an older version, and who holds an application that came by form.
func again() intent.Person {
	p := person()
	older, newer := model.Document{ID: screentest.ID(31), Name: "old.txt", Format: "text"}, model.Document{ID: screentest.ID(32), Name: "okafor.txt", Format: "text"}
	documents := documents()
	documents[0].Replaces = older.ID
	p.Record.Candidate.Documents = append([]model.Document{older}, documents...)
	p.Held = []model.Candidate{{ID: screentest.ID(13), Name: "A. Okafor", Email: "okafor@example.com", Phone: "555-0142", Documents: []model.Document{newer}}}
	p.Readings[0].Document = documents[0]
	p.Readings = append(p.Readings, reading(newer, "A. Okafor\n\nKafka and PostgreSQL at Northwind Freight."))
	p.Older = append(p.Older, reading(older, "Amara Okafor\n\nRust since 2015."))
	p.Alike = []intent.Alike{{Candidate: model.Candidate{ID: linus, Name: "Linus Bergström"}, Traits: model.SameEmail | model.SamePhone}}
	return p
}

func TestAgainPictures(t *testing.T) {
	for _, size := range [][2]int{{100, 30}, {80, 24}, {60, 16}} {
		for _, look := range []string{"dark", "plain", "ascii"} {
			for name, keys := range map[string][]string{"alike": nil, "version": {"tab", "V"}, "held": {"tab", "tab", "tab", "tab"}} {
				name := fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], look)
				t.Run(name, func(t *testing.T) {
					m := screen(t, screentest.Look(look), size[0], size[1]-1, again(), keys...)
					screentest.Whole(t, m.View(), size[0], size[1]-1)
					screentest.Golden(t, name, picture(m))
				})
			}
		}
	}
}

func TestVersionsInTurn(t *testing.T) {
	m := screen(t, plain, 100, 29, again(), "tab")
	for _, want := range []string{"version 2 of 2", "version 1 of 2", "version 2 of 2"} {
		if !strings.Contains(m.View(), want) {
			t.Errorf("the screen does not say %q", want)
		}
		m = press(m, "V")
	}
	m, _ = send(m, again()) // read again, the same version stays in sight
	if !strings.Contains(m.View(), "version") {
		t.Error("no version is told of")
	}
	if _, want := send(screen(t, plain, 100, 29, person(), "tab"), screentest.Key("V")); want == nil {
		t.Error("nothing is said where there is one version only")
	}
}

// On a tab that came with another application, somebody else means that one.
func TestPartFromATab(t *testing.T) {
	m := screen(t, plain, 100, 29, again(), "tab", "tab", "tab", "tab")
	_, want := send(m, screentest.Key("#"))
	if s, ok := want.(intent.Same); !ok || s.With != screentest.ID(13) || !s.Part {
		t.Errorf("asks for %+v", want)
	}
}
