package role

import (
	"testing"
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
