// Package pace tells how long something will still take, from how fast it went lately.
package pace

import (
	"fmt"
	"time"
)

// Pace is how far something was when. The zero value has seen nothing.
type Pace struct {
	seen []point
}

type point struct {
	at   time.Time
	done int
}

const (
	window   = 12 * time.Second       // what is longer ago says nothing of now
	apart    = 250 * time.Millisecond // between two points
	earliest = 2 * time.Second        // before that, an estimate is a guess
	steady   = 2                      // by which factor the older and the newer half of the window may differ
)

// Seen is the pace with what is done at a time. Times that go back begin it anew.
func (p Pace) Seen(at time.Time, done int) Pace {
	n := len(p.seen)
	switch {
	case n > 0 && (at.Before(p.seen[n-1].at) || done < p.seen[n-1].done):
		return Pace{seen: []point{{at, done}}}
	case n > 0 && at.Sub(p.seen[n-1].at) < apart:
		return p
	}
	from := 0
	for from < n-1 && at.Sub(p.seen[from].at) > window {
		from++
	}
	p.seen = append(p.seen[from:n:n], point{at, done})
	return p
}

// Left is how long what is left will take at this pace; false as long as nobody can tell.
func (p Pace) Left(left int) (time.Duration, bool) {
	n := len(p.seen)
	if n < 4 || left <= 0 {
		return 0, false
	}
	first, middle, last := p.seen[0], p.seen[n/2], p.seen[n-1]
	if last.at.Sub(first.at) < earliest {
		return 0, false
	}
	older, newer := rate(first, middle), rate(middle, last)
	if older <= 0 || newer <= 0 || older > steady*newer || newer > steady*older {
		return 0, false
	}
	return time.Duration(float64(left) / rate(first, last) * float64(time.Second)), true
}

// rate is how many were done a second.
func rate(from, to point) float64 {
	return float64(to.done-from.done) / to.at.Sub(from.at).Seconds()
}

// Words is a time that is left, no finer than anybody can tell: "20 s left", "about 3 min left".
func Words(left time.Duration) string {
	switch s := left.Seconds(); {
	case s < 10:
		return "a few seconds left"
	case s < 55:
		return fmt.Sprintf("%d s left", int(s+4)/5*5)
	case s < 5400:
		return fmt.Sprintf("about %d min left", int(left.Minutes()+.5))
	default:
		return fmt.Sprintf("about %d h left", int(left.Hours()+.5))
	}
}
