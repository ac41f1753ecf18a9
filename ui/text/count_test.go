package text

import "testing"

func TestCount(t *testing.T) {
	for want, n := range map[string]int{"0 roles": 0, "1 role": 1, "2 roles": 2} {
		if got := Count(n, "role"); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}
