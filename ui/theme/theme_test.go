package theme

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"candid/model"
	"candid/ui/text"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

func on(p termenv.Profile, o Options) Theme {
	r := lipgloss.NewRenderer(nil)
	r.SetColorProfile(p)
	r.SetHasDarkBackground(!o.Light)
	return New(r, o)
}

// cells is every state a cell of the strip can be in.
func cells() []model.Cell {
	var all []model.Cell
	for v := model.Open; v <= model.Exceeds; v++ {
		all = append(all, model.Cell{Value: v}, model.Cell{Value: v, Disagree: true}, model.Cell{Value: v, Behind: true}, model.Cell{Value: v, Behind: true, Disagree: true})
	}
	return all
}

func TestEveryCellReadsInEveryLook(t *testing.T) {
	for _, profile := range []termenv.Profile{termenv.TrueColor, termenv.ANSI256, termenv.ANSI, termenv.Ascii} {
		for _, o := range []Options{{}, {Light: true}, {ASCII: true}, {Light: true, ASCII: true}} {
			th := on(profile, o)
			for _, p := range []Palette{th.Palette, th.Row} {
				for _, c := range cells() {
					drawn := p.Cell(c)
					if text.Width(drawn) != 1 {
						t.Errorf("%s %+v: cell %+v is %q, not one cell", profile.Name(), o, c, drawn)
					}
					want := string(c.Rune())
					if o.ASCII && want == "·" {
						want = "."
					}
					if !strings.Contains(drawn, want) {
						t.Errorf("%s %+v: cell %+v is %q, want a %s in it", profile.Name(), o, c, drawn, want)
					}
					if styled := strings.Contains(drawn, "\x1b"); styled != (profile != termenv.Ascii) {
						t.Errorf("%s %+v: cell %+v is %q", profile.Name(), o, c, drawn)
					}
				}
			}
		}
	}
}

func TestNoColourHasNoStyling(t *testing.T) {
	th := on(termenv.Ascii, Options{})
	styles := reflect.ValueOf(th.Row)
	for i := range styles.NumField() {
		if !styles.Type().Field(i).IsExported() {
			continue
		}
		if s, ok := styles.Field(i).Interface().(Style); !ok || s.Render("a") != "a" {
			t.Errorf("%s draws %q", styles.Type().Field(i).Name, s.Render("a"))
		}
	}
	if got := th.Badge.Render(" candid "); got != " candid " {
		t.Errorf("the badge is %q", got)
	}
	if got := th.Strip([]model.Cell{{Value: model.Exceeds}, {}, {Value: model.NotShown}}, 2); got != "4· 0" {
		t.Errorf("the strip is %q", got)
	}
}

func TestStrip(t *testing.T) {
	rated := func(values ...model.Value) (cells []model.Cell) {
		for _, v := range values {
			cells = append(cells, model.Cell{Value: v})
		}
		return cells
	}
	th := on(termenv.Ascii, Options{ASCII: true})
	for _, c := range []struct {
		name  string
		cells []model.Cell
		musts int
		want  string
	}{
		{"both kinds", rated(model.Lacks, model.Some, model.Meets), 2, "12 3"},
		{"must-haves only", rated(model.Lacks, model.Some), 2, "12"},
		{"nice-to-haves only", rated(model.Lacks, model.Open), 0, "1."},
		{"nothing", nil, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := th.Strip(c.cells, c.musts); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestStyleOfNothingIsNothing(t *testing.T) {
	if got := on(termenv.TrueColor, Options{}).Warn.Render(""); got != "" {
		t.Errorf("%q", got)
	}
}

func TestGlyphs(t *testing.T) {
	for name, g := range map[string]Glyphs{"unicode": unicode, "ascii": ascii} {
		v := reflect.ValueOf(g)
		for i := range v.NumField() {
			field, s := v.Type().Field(i).Name, v.Field(i).String()
			if s == "" {
				t.Errorf("%s: %s is missing", name, field)
			}
			for _, r := range s {
				if name == "ascii" && (r < ' ' || r > '~') {
					t.Errorf("%s: %s is %q", name, field, s)
				}
			}
			if wide := map[string]bool{"Ellipsis": true, "Arrow": true}; text.Width(s) != 1 && (name == "unicode" || !wide[field]) {
				t.Errorf("%s: %s is %q, not one cell", name, field, s)
			}
		}
	}
}

// What a colour tells must be told apart by a glyph too: where both appear in one place, they differ.
func TestGlyphsThatMeetDiffer(t *testing.T) {
	for name, g := range map[string]Glyphs{"unicode": unicode, "ascii": ascii} {
		for _, meeting := range [][]string{{g.Cursor, g.Mark}, {g.Bar, g.BarOpen}, {g.Edge, g.EdgeHere}, {g.Down, g.Up}, {g.OpenValue, "0", "~", "!"}} {
			seen := map[string]bool{}
			for _, s := range meeting {
				if seen[s] {
					t.Errorf("%s: %q twice among %q", name, s, meeting)
				}
				seen[s] = true
			}
		}
	}
}

// Programs on different terminals run in one process: each keeps its own look.
func TestTwoThemesAtOnce(t *testing.T) {
	plain := on(termenv.Ascii, Options{ASCII: true})
	coloured := on(termenv.TrueColor, Options{})
	want := coloured.Accent.Render("a") + coloured.Cell(model.Cell{Value: model.Meets})
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			o := Options{Light: i%2 == 0, ASCII: i%3 == 0}
			for range 20 {
				on([]termenv.Profile{termenv.ANSI, termenv.Ascii, termenv.ANSI256}[i%3], o)
				if got := plain.Accent.Render("a") + plain.Cell(model.Cell{}); got != "a." {
					t.Errorf("the plain one draws %q", got)
				}
				if got := coloured.Accent.Render("a") + coloured.Cell(model.Cell{Value: model.Meets}); got != want {
					t.Errorf("the coloured one draws %q, want %q", got, want)
				}
			}
		})
	}
	wait.Wait()
}

// pair is words on a background.
type pair struct {
	name string
	on   [2]lipgloss.CompleteColor
}

// pairs is every pair of text and background that the theme draws; backgrounds are those that terminals have.
func pairs(c colours, backgrounds []string, faint bool) []pair {
	var all []pair
	under := []lipgloss.CompleteColor{c.row}
	for _, b := range backgrounds {
		under = append(under, colour(b, "", ""))
	}
	for i, b := range under {
		muted, faintest := c.muted, c.faint
		if i == 0 {
			muted, faintest = c.mutedOnRow, c.faintOnRow
		}
		for name, fg := range map[string]lipgloss.CompleteColor{"text": c.text, "muted": muted, "accent": c.accent, "warn": c.warn, "ok": c.ok} {
			all = append(all, pair{name + " on " + b.TrueColor, [2]lipgloss.CompleteColor{fg, b}})
		}
		if faint {
			all = append(all, pair{"faint on " + b.TrueColor, [2]lipgloss.CompleteColor{faintest, b}})
		}
	}
	all = append(all, pair{"badge", [2]lipgloss.CompleteColor{c.badge, c.accent}}, pair{"disagreement", [2]lipgloss.CompleteColor{c.badge, c.warn}})
	for v, p := range c.rated {
		all = append(all, pair{fmt.Sprint("rated ", v+1), p})
	}
	return all
}

const enough = 4.5

func TestContrast(t *testing.T) {
	for _, look := range []struct {
		name string
		all  []pair
	}{
		{"dark", pairs(dark, []string{"#000000", "#14161b", "#1e1e1e"}, false)}, // faint is faint on purpose: dots and rules
		{"light", pairs(light, []string{"#ffffff", "#fafafa"}, true)},
	} {
		for _, p := range look.all {
			if got := contrast(hex(p.on[0].TrueColor), hex(p.on[1].TrueColor)); got < enough {
				t.Errorf("%s, 24 bits: %s is %.2f : 1", look.name, p.name, got)
			}
			if p.on[1].ANSI256 == "" {
				continue
			}
			if got := contrast(xterm(p.on[0].ANSI256), xterm(p.on[1].ANSI256)); got < enough {
				t.Errorf("%s, 256 colours: %s is %.2f : 1 (%s on %s)", look.name, p.name, got, p.on[0].ANSI256, p.on[1].ANSI256)
			}
			if p.on[0].ANSI == p.on[1].ANSI {
				t.Errorf("%s, 16 colours: %s is %s on itself", look.name, p.name, p.on[0].ANSI)
			}
		}
	}
}

// The design gives the dark colours.
func TestDarkIsAsDesigned(t *testing.T) {
	got := []string{dark.text.TrueColor, dark.muted.TrueColor, dark.faint.TrueColor, dark.accent.TrueColor, dark.row.TrueColor, dark.warn.TrueColor, dark.ok.TrueColor}
	want := []string{"#d7dae0", "#868d9a", "#454b57", "#7cb7ff", "#232833", "#e0a458", "#7fc8a9"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

type rgb [3]float64

func hex(s string) rgb {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil {
		panic(err)
	}
	return rgb{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}
}

// xterm is one of the 240 colours that every terminal of 256 has alike.
func xterm(s string) rgb {
	n, err := strconv.Atoi(s)
	if err != nil || n < 16 || n > 255 {
		panic("not one of 16 to 255: " + s)
	}
	if n >= 232 {
		grey := float64(8 + 10*(n-232))
		return rgb{grey, grey, grey}
	}
	steps := [...]float64{0, 95, 135, 175, 215, 255}
	n -= 16
	return rgb{steps[n/36], steps[n/6%6], steps[n%6]}
}

// contrast is that of WCAG 2, from 1 to 21.
func contrast(a, b rgb) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c rgb) float64 {
	sum := 0.0
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		v := c[i] / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func BenchmarkStrip(b *testing.B) {
	th := on(termenv.TrueColor, Options{})
	strip := cells()[:13]
	for b.Loop() {
		th.Strip(strip, 8)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		on(termenv.TrueColor, Options{})
	}
}
