package role

import (
	"testing"
	"time"

	"candid/ui/intent"
	"candid/ui/screentest"
)

// An enter that was pressed before anybody can have seen what stands there makes no role: it was meant for what stood there before.
func TestHurry(t *testing.T) {
	const enter = "enter"
	for _, c := range []struct {
		name string
		keys []any // a duration goes by
		made int
	}{
		{"twice, as the posting was given", []any{enter}, 0},
		{"held down", []any{enter, glance / 2, enter, glance / 2, enter, glance / 2, enter}, 0},
		{"after a glance", []any{glance, enter}, 1},
		{"held down, and let go", []any{enter, glance / 2, enter, glance, enter}, 1},
		{"after another key", []any{"j", enter}, 1},
		{"twice, after a label", []any{glance, "W", "x", enter, enter, enter}, 0},
		{"twice, after the anchors", []any{glance, "A", enter, enter, enter, enter, enter}, 0},
		{"after a label and a glance", []any{glance, "W", "x", enter, enter, glance, enter}, 1},
		{"after words that were left", []any{glance, "W", "x", enter, "esc", "j", enter}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, now := screentest.Setting(), screentest.Clock
			s.Now = func() time.Time { return now }
			b := open(s, screentest.Look("plain"), 100, 29).send(intent.Posting{Reading: doubtful()})
			for _, k := range c.keys {
				if d, ok := k.(time.Duration); ok {
					now = now.Add(d)
					continue
				}
				b.send(k)
			}
			n := 0
			for _, want := range b.asked {
				if _, ok := want.(intent.Keep); ok {
					n++
				}
			}
			if n != c.made {
				t.Errorf("%d roles are made, want %d: %+v", n, c.made, b.asked)
			}
		})
	}
}
