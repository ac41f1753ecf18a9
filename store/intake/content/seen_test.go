package content

import (
	"image/color"
	"testing"
)

func TestContrasts(t *testing.T) {
	for _, c := range []struct {
		letters, ground string
		want            bool
	}{
		{"#000", "#fff", true},
		{"white", "white", false},
		{"#fefefe", "#ffffff", false},
		{"F0F0F0", "FFFFFF", false},
		{"#eee", "#fff", true},
		{"#ddd", "#fff", true},
		{"yellow", "white", true},
		{"lightyellow", "white", true},
		{"white", "navy", true},
		{"black", "#050505", false},
		{"black", "#222", true},
		{"red", "green", true},
		{"rgba(0, 0, 0, 0)", "white", false},
		{"rgba(0 0 0 / 50%)", "white", true},
		{"rgb(255,255,255)", "transparent", false},
		{"transparent", "black", false},
		{"rgba(0,0,0,0.02)", "white", false},
	} {
		letters, ok1 := Colour(c.letters)
		ground, ok2 := Colour(c.ground)
		if !ok1 || !ok2 {
			t.Fatalf("%s on %s: not read", c.letters, c.ground)
		}
		if got := Contrasts(letters, ground); got != c.want {
			t.Errorf("%s on %s: %v", c.letters, c.ground, got)
		}
	}
}

func TestLegible(t *testing.T) {
	black := color.NRGBA{A: 255}
	for points, want := range map[float64]bool{0: false, -3: false, 0.5: false, 1: false, 1.9: false, 2: true, 5: true, 60: true} {
		if Legible(points, black, White) != want {
			t.Errorf("%v points: %v", points, !want)
		}
	}
	if Legible(12, White, White) {
		t.Error("white on white")
	}
}

func TestColour(t *testing.T) {
	for s, want := range map[string]color.NRGBA{
		"#12ab34": {0x12, 0xab, 0x34, 255}, "12AB34": {0x12, 0xab, 0x34, 255}, "#1af": {0x11, 0xaa, 0xff, 255}, "#12345678": {0x12, 0x34, 0x56, 0x78},
		" White ": White, "rgb(100%, 0%, 60%)": {255, 0, 153, 255}, "rgba(1,2,3,.5)": {1, 2, 3, 128}, "rgb(300, -4, 7)": {255, 0, 7, 255}, "transparent": {},
	} {
		if got, ok := Colour(s); !ok || got != want {
			t.Errorf("%q: %v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "auto", "inherit", "var(--x)", "rgb(1,2)", "rgb()", "=", "white=ffffff", "rgb(NaN,1,2)", "#12", "#12345", "#zzzzzz", "#+12345", "url(#a)"} {
		if got, ok := Colour(s); ok {
			t.Errorf("%q is read as %v", s, got)
		}
	}
}
