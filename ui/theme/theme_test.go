package theme

import (
	"reflect"
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
		for _, o := range []Options{{}, {Light: true}, {ASCII: true}, {Light: true, ASCII: true}, {Contrast: true}, {Contrast: true, Light: true}} {
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

// Each pair of text and background that a theme draws has contrast enough, in 24 bits and in 256 colours, and is two colours in 16.
// On the row under the cursor, high contrast in 256 colours is what those have: no less than others.
func TestContrast(t *testing.T) {
	for _, look := range []struct {
		name        string
		options     Options
		least       float64
		backgrounds []string
		faint       bool
	}{
		{"dark", Options{}, Enough, []string{"#000000", "#14161b", "#1e1e1e"}, false}, // faint is faint on purpose: dots and rules
		{"light", Options{Light: true}, Enough, []string{"#ffffff", "#fafafa"}, true},
		{"contrast-dark", Options{Contrast: true}, EnoughHigh, []string{"#000000", "#14161b", "#1e1e1e"}, true},
		{"contrast-light", Options{Contrast: true, Light: true}, EnoughHigh, []string{"#ffffff", "#fafafa"}, true},
	} {
		if weak := look.options.Weak(look.least); len(weak) > 0 {
			t.Errorf("%s, 24 bits: %+v", look.name, weak)
		}
		for _, p := range pairs(look.options.colours(), look.backgrounds, look.faint) {
			text, on, least := p.on[0].ANSI256, p.on[1].ANSI256, look.least
			if p.onRow {
				least = Enough
			}
			if on == "" {
				on = p.on[1].TrueColor
			}
			if got, known := contrast(text, on); !known || got < least {
				t.Errorf("%s, 256 colours: %s is %.2f : 1 (%s on %s)", look.name, p.name, got, text, on)
			}
			if p.on[0].ANSI == p.on[1].ANSI {
				t.Errorf("%s, 16 colours: %s is %s on itself", look.name, p.name, p.on[0].ANSI)
			}
		}
	}
}

// The four ratings stand beside each other: no two have the same colours.
func TestRatingsDiffer(t *testing.T) {
	for name, c := range map[string]colours{"dark": dark, "light": light, "contrast-dark": contrastDark, "contrast-light": contrastLight} {
		for i, a := range c.rated {
			for _, b := range c.rated[:i] {
				if a[1].TrueColor == b[1].TrueColor || a[1].ANSI256 == b[1].ANSI256 || a[1].ANSI == b[1].ANSI {
					t.Errorf("%s: %v and %v", name, a, b)
				}
			}
		}
	}
}

func TestWeakSaysWhat(t *testing.T) {
	o := Options{OnDark: Colours{"text": {Text: "#333333"}, "warn": {Text: "3"}, "rated2": {"#777777", "#888888"}, "none such": {Text: "#000000"}}}
	var names []string
	for _, w := range o.Weak(Enough) {
		names = append(names, w.What)
	}
	if want := []string{"text on row", "text on the background", "rated2"}; !reflect.DeepEqual(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

func TestThemesByName(t *testing.T) {
	for name, want := range map[string]Options{
		"auto": {Light: true}, "dark": {}, "light": {Light: true}, "contrast": {Light: true, Contrast: true},
		"contrast-dark": {Contrast: true}, "contrast-light": {Light: true, Contrast: true},
	} {
		if got, ok := (Options{Contrast: true}).As(name, true); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", name, got, ok)
		}
	}
	for _, n := range Themes() {
		if _, ok := (Options{}).As(n.Name, false); !ok || n.Is == "" {
			t.Errorf("%+v", n)
		}
	}
	if _, ok := (Options{}).As("gruvbox", false); ok {
		t.Error("there is a theme gruvbox")
	}
}

func TestOwnColours(t *testing.T) {
	own := Options{Light: true, OnDark: Colours{"text": {Text: "#111111"}}, OnLight: Colours{"muted": {Text: "#222222"}, "rated3": {"#010203", "200"}}}
	c := own.colours()
	if c.text != light.text || c.muted.TrueColor != "#222222" || c.mutedOnRow != c.muted || c.rated[2][1].ANSI256 != "200" || c.rated[2][0].ANSI != "0" {
		t.Errorf("%+v", c)
	}
	if own.Contrast = true; own.colours() != contrastLight {
		t.Error("high contrast takes colours that nobody measured")
	}
	for _, r := range Roles() {
		if p := own.Own()[r]; p.Text == "" || (p.On != "") != r.Paired() || r.Is() == "" {
			t.Errorf("%s: %+v", r, p)
		}
		if _, ok := r.ParsePair(own.Own()[r].String()); !ok {
			t.Errorf("%s: %s cannot be read", r, own.Own()[r])
		}
	}
}

func TestParseColour(t *testing.T) {
	for s, want := range map[string]string{"#AbC": "#aabbcc", " #102030 ": "#102030", "7": "7", "255": "255", "256": "", "-1": "", "#12": "", "#ggg": "", "red": "", "": "", "#é1": ""} {
		got, ok := ParseColour(s)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v", s, got, ok)
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
