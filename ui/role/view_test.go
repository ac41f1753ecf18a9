package role

import (
	"strings"
	"testing"

	"candid/ui/screentest"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		of   []string
		want string
	}{
		{nil, ""}, {[]string{"Halifax", "Lisbon"}, "Halifax, Lisbon"}, {[]string{"Irving, TX", "Ashburn, VA"}, "Irving, TX; Ashburn, VA"}, {[]string{"Irving, TX"}, "Irving, TX"},
	} {
		if got := places(c.of); got != c.want {
			t.Errorf("%q: %q", c.of, got)
		}
	}
}

// A long title is shown whole where the width has room for it, and what is said beside it gives way.
func TestLongTitle(t *testing.T) {
	const long = "Principal Full Stack Rails Engineer, Expert Use Apps"
	for title, beside := range map[string]bool{"Pond keeper": true, long: false} {
		r := untold()
		r.Role.Title = title
		if s := look(r, screentest.Look("plain"), 80, 23).View(); !strings.Contains(s, title) || strings.Contains(s, unused) != beside {
			t.Errorf("%s:\n%s", title, s)
		}
	}
}
