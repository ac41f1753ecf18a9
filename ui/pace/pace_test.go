package pace

import (
	"testing"
	"time"
)

func TestLeft(t *testing.T) {
	start := time.Date(2026, 3, 20, 20, 41, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		done func(step int) int // after so many quarters of a second
		many int
		left int
		want string
	}{
		{"nothing was seen", func(int) int { return 0 }, 0, 100, ""},
		{"too early to tell", func(n int) int { return n * 10 }, 5, 100, ""},
		{"at the same pace", func(n int) int { return n * 10 }, 20, 800, "20 s left"},
		{"long", func(n int) int { return n }, 20, 800, "about 3 min left"},
		{"very long", func(n int) int { return n }, 20, 60000, "about 4 h left"},
		{"soon", func(n int) int { return n * 10 }, 20, 80, "a few seconds left"},
		{"nothing goes on", func(int) int { return 7 }, 20, 100, ""},
		{"slower and slower", func(n int) int { return min(n*100, 1000+n) }, 30, 100, ""},
		{"slow at first, long ago", func(n int) int { return max(0, n-40) * 10 }, 120, 800, "20 s left"},
		{"nothing is left", func(n int) int { return n * 10 }, 20, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var p Pace
			for n := range c.many {
				p = p.Seen(start.Add(time.Duration(n)*250*time.Millisecond), c.done(n))
			}
			got := ""
			if left, ok := p.Left(c.left); ok {
				got = Words(left)
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// A clock that is set back, or a new beginning, is no pace.
func TestSeenAnew(t *testing.T) {
	start := time.Date(2026, 3, 20, 20, 41, 0, 0, time.UTC)
	var p Pace
	for n := range 30 {
		p = p.Seen(start.Add(time.Duration(n)*time.Second), n)
	}
	if _, ok := p.Left(10); !ok {
		t.Fatal("no pace")
	}
	for name, q := range map[string]Pace{"back in time": p.Seen(start, 40), "anew": p.Seen(start.Add(time.Minute), 0)} {
		if _, ok := q.Left(10); ok {
			t.Errorf("%s: still a pace", name)
		}
	}
}
