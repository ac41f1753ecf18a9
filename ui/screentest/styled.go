package screentest

import (
	"fmt"
	"strings"
	"testing"

	"candid/model"
	"candid/ui/text"
	"candid/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// coloured is the looks that differ by their colours alone, and in which each style has its own.
var coloured = []string{"dark", "light", "contrast-dark", "contrast-light"}

// Styled holds that a screen is the same in every theme but for the colours, that nothing is drawn but in a style of the theme, and
// that it is as it was kept under name: its words and, below them, a letter for each cell that says in which style it stands.
func Styled(t *testing.T, name string, draw func(theme.Theme) string) {
	t.Helper()
	dark := draw(Look("dark"))
	want := letters(t, dark, Look("dark"))
	for _, look := range coloured {
		if got := letters(t, draw(Look(look)), Look(look)); got != want {
			t.Errorf("%s: other styles than in dark:\n%s", look, got)
		}
	}
	if got := draw(Look("16")); ansi.Strip(got) != ansi.Strip(dark) {
		t.Errorf("16: other words than in dark:\n%s", got)
	}
	Golden(t, name+"-styled", ansi.Strip(dark)+"\n\n"+want)
}

// letters is the letter of its style in the place of each cell of a screen: t text, m muted, f faint, s strong and keys, a accent, h
// strong accent, w warn, o ok, e term, x match, ? mistake, b badge, 1 to 4 rated, ! disagreed; on the row under the cursor the same in
// capitals, and _ for its blanks.
func letters(t *testing.T, screen string, th theme.Theme) string {
	t.Helper()
	of := letterOf(th)
	var b strings.Builder
	letter := " "
	for i, line := range strings.Split(screen, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		var drawn strings.Builder
		for line != "" {
			words, rest, styled := strings.Cut(line, "\x1b[")
			drawn.WriteString(strings.Repeat(letter, text.Width(words)))
			if !styled {
				break
			}
			code, after, _ := strings.Cut(rest, "m")
			switch next, known := of["\x1b["+code+"m"]; {
			case code == "0":
				letter = " "
			case known:
				letter = next
			default:
				t.Errorf("%q is drawn in no style of the theme: %q", ansi.Strip(after), code)
			}
			line = after
		}
		b.WriteString(strings.TrimRight(drawn.String(), " "))
	}
	return b.String()
}

// letterOf is the letters of a theme's styles, by what switches them on. The first of two that look alike stands for both.
func letterOf(th theme.Theme) map[string]string {
	of := map[string]string{}
	add := func(letter, drawn, sign string) {
		if on, _, ok := strings.Cut(drawn, sign); ok && on != "" && of[on] == "" {
			of[on] = letter
		}
	}
	for i, p := range []theme.Palette{th.Palette, th.Row} {
		for _, s := range []struct {
			letter string
			theme.Style
		}{{"t", p.Text}, {"m", p.Muted}, {"f", p.Faint}, {"f", p.Rule}, {"s", p.Strong}, {"s", p.Key}, {"a", p.Accent}, {"h", p.AccentStrong}, {"w", p.Warn}, {"o", p.OK},
			{"e", p.Term}, {"?", p.Mistake}, {"_", p.Background}} {
			if i == 1 {
				s.letter = strings.ToUpper(s.letter)
			}
			add(s.letter, s.Render("x"), "x")
		}
		add("x", p.Match.Render("x"), "x")
		for v := model.Lacks; v <= model.Exceeds; v++ {
			add(fmt.Sprint(int(v-model.Lacks)+1), p.Value(v).Render("x"), "x")
		}
		add("!", p.Cell(model.Cell{Value: model.Some, Disagree: true}), "!")
	}
	add("b", th.Badge.Render("x"), "x")
	return of
}
