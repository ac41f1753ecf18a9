package add

import (
	"reflect"
	"strings"
	"testing"

	"candid/ui/intent"
)

// What each key does while an adding goes on, and when it is over.
func TestTelling(t *testing.T) {
	running, ended := said(going(37)), over(said(going(200)))
	for _, c := range []struct {
		name   string
		told   intent.Adding
		key    string
		want   []intent.Intent
		screen string
	}{
		{"it goes on without the screen", running, "esc", []intent.Intent{intent.Back{}}, "Adding candidates"},
		{"cancelled", running, "X", []intent.Intent{intent.Stop{}}, "Adding candidates"},
		{"enter does nothing yet", running, "enter", nil, "Adding candidates"},
		{"to the list", ended, "esc", []intent.Intent{intent.Back{}}, "Added candidates"},
		{"more", ended, "enter", []intent.Intent{intent.All{intent.PutAside{}, intent.List{Path: "~/applications/"}}}, "Add candidates"},
		{"nothing to cancel any more", ended, "X", nil, "Added candidates"},
		{"a dry run given up", dry(going(9)), "esc", []intent.Intent{intent.Stop{}}, "Add candidates"},
		{"a dry run goes on", dry(going(9)), "enter", nil, "Dry run"},
		{"others are picked", dry(over(going(9))), "esc", []intent.Intent{intent.Stop{}}, "Add candidates"},
		{"a dry run is carried out", dry(over(going(9))), "enter", []intent.Intent{intent.Import{}}, "Dry run"},
		{"nothing is new", intent.Adding{Dry: true, Over: true, Counts: map[string]int{intent.Unchanged: 3}}, "enter", []intent.Intent{intent.Say{Text: "there is nothing new to add"}}, "Dry run"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := plain().send(c.told, c.key)
			if !reflect.DeepEqual(b.asked, c.want) {
				t.Errorf("asked for %+v, want %+v", b.asked, c.want)
			}
			if got := b.Keys().Screen; got != c.screen {
				t.Errorf("on %q, want %q", got, c.screen)
			}
		})
	}
}

// What is said of how far it is.
func TestFar(t *testing.T) {
	cancelled := over(going(37))
	cancelled.Cancelled = true
	failed := over(going(37))
	failed.Failed = "the disk is full"
	for _, c := range []struct {
		name string
		told intent.Adding
		want string
	}{
		{"at first", intent.Adding{Paths: []string{"x"}}, "looking for what is there"},
		{"before the first PDF", intent.Adding{Preparing: "preparing the PDF reader, once on this machine"}, "preparing the PDF reader, once on this machine"},
		{"on its way", going(37), "37 of 200 · 20 s left · Mei-Ling Chen"},
		{"over", over(going(200)), "200 of 200 read"},
		{"nothing there", over(intent.Adding{}), "Nothing was found there."},
		{"cancelled", cancelled, "cancelled: 28 landed, 163 not read"},
		{"maybe known", going(37), "3 maybe the same"},
		{"failed", failed, "the disk is full"},
	} {
		if v := plain().send(c.told).View(); !strings.Contains(v, c.want) {
			t.Errorf("%s: no %q in\n%s", c.name, c.want, v)
		}
	}
}

// The reason of the one that one stands on is told in full, and its path.
func TestReasonInFull(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {80, 23}, {120, 39}} {
		b := plain().send(over(said(going(200))))
		b.width, b.height = size[0], size[1]
		v := strings.Join(strings.Fields(b.View()), " ")
		for _, want := range []string{"/home/ana/applications/someone-001.txt", "or open it with the password and print it into a new PDF)"} {
			if !strings.Contains(v, want) {
				t.Errorf("%v: no %q in\n%s", size, want, b.View())
			}
		}
	}
}

func TestThroughTheOutcomes(t *testing.T) {
	b := plain().send(over(said(going(200))))
	last := len(b.report.Told) - 1
	for _, c := range []struct {
		key  string
		want int
	}{{"j", 1}, {"down", 2}, {"k", 1}, {"G", last}, {"j", last}, {"g", 0}, {"k", 0}, {"pgdown", b.sight()}, {"ctrl+u", b.sight() - b.sight()/2}} {
		if b.send(c.key); b.at != c.want {
			t.Errorf("%s: on %d, want %d", c.key, b.at, c.want)
		}
	}
}

// News leave the place in the list, and a form that is being filled in, as they are.
func TestNewsDisturbNobody(t *testing.T) {
	b := plain().send(said(going(37)), "j", "j", said(going(90)))
	if b.at != 2 {
		t.Errorf("on %d", b.at)
	}
	b = plain().send("f", "Amara", said(going(37)))
	if b.stage != filling || b.form.typed(nameField) != "Amara" {
		t.Errorf("the form is gone:\n%s", b.View())
	}
	if b.send("esc", "esc"); b.Keys().Screen != "Adding candidates" {
		t.Errorf("from the form to %q", b.Keys().Screen)
	}
}
