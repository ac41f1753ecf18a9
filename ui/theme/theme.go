// Package theme is how the program looks: colours by what they mean, and glyphs. A theme is built on one renderer and
// holds no global state, so that programs on different terminals can run side by side.
package theme

import (
	"strings"

	"candid/model"

	"github.com/charmbracelet/lipgloss"
)

// Style is a way to draw a stretch of one line. It is made once from a lipgloss style and then costs no more than putting
// two strings around a third. The zero Style draws plainly.
type Style struct{ on, off string }

// Render is s, which holds no line break, in the style.
func (s Style) Render(text string) string {
	if text == "" {
		return ""
	}
	return s.on + text + s.off
}

func style(s lipgloss.Style) Style {
	on, off, ok := strings.Cut(s.Render("x"), "x")
	if !ok {
		return Style{}
	}
	return Style{on, off}
}

// Palette is the styles by what they mean, on one background.
type Palette struct {
	Text, Muted, Faint Style
	Rule               Style // lines that part things
	Strong             Style // text that leads: a name, a heading
	Accent             Style
	AccentStrong       Style
	Warn, OK           Style
	Term               Style                           // a word of evidence
	Key                Style                           // a key in the key line
	Match              Style                           // what a search found
	Mistake            Style                           // what cannot be read in what is typed
	Background         Style                           // blanks
	cells              [model.Exceeds + 1][2][2]string // by value, behind, disagree: the list draws thousands of them
	values             [model.Exceeds + 1]Style
}

// Theme is a palette for the screen, one for the row under the cursor, and the glyphs.
type Theme struct {
	Palette         // on the terminal's own background
	Row     Palette // on the cursor row's
	Badge   Style   // the program's name
	Glyphs  Glyphs
	Caret   string // the cursor in words being typed, drawn, at most one cell wide
	Here    string // marks what one stands on where no glyph does; "" but in plain looks
	Plain   bool   // for ears rather than eyes: linear, in words, nothing drawn
}

// Options says what the terminal can show.
type Options struct {
	Light    bool // dark text on a light background
	Contrast bool // every text at least 7 : 1
	ASCII    bool // nothing beyond ASCII in what the program itself draws
	Plain    bool // for screen readers: no lines, bars or panes, words in the place of signs, ASCII alone
	Marks    bool // mark where the terminal's own cursor may stand, for an app that takes the marks out

	OnDark, OnLight Colours // in the place of those of the dark and the light theme; high contrast keeps its own
}

// colours is what the options make of the program's own colours.
func (o Options) colours() colours {
	switch {
	case o.Contrast && o.Light:
		return contrastLight
	case o.Contrast:
		return contrastDark
	case o.Light:
		return light.with(o.OnLight)
	default:
		return dark.with(o.OnDark)
	}
}

// New builds the theme on a renderer whose colour profile has been set.
func New(r *lipgloss.Renderer, o Options) Theme {
	c := o.colours()
	g := unicode
	switch {
	case o.Plain:
		g = plain
	case o.ASCII:
		g = ascii
	}
	t := Theme{
		Palette: palette(r, c, g, nil),
		Row:     palette(r, c, g, &c.row),
		Badge:   style(r.NewStyle().Foreground(c.badge).Background(c.accent).Bold(true)),
		Glyphs:  g,
		Plain:   o.Plain,
	}
	if !o.Plain {
		t.Caret = t.Accent.Render(g.Edge)
	}
	if o.Marks {
		t.mark()
	}
	return t
}

func palette(r *lipgloss.Renderer, c colours, g Glyphs, background *lipgloss.CompleteColor) Palette {
	base := r.NewStyle()
	if background != nil {
		base = base.Background(*background)
		c.muted, c.faint = c.mutedOnRow, c.faintOnRow
	}
	fg := func(x lipgloss.CompleteColor) lipgloss.Style { return base.Foreground(x) }
	p := Palette{
		Text: style(fg(c.text)), Muted: style(fg(c.muted)), Faint: style(fg(c.faint)), Rule: style(fg(c.rule)),
		Strong: style(fg(c.text).Bold(true)), Accent: style(fg(c.accent)), AccentStrong: style(fg(c.accent).Bold(true)),
		Warn: style(fg(c.warn)), OK: style(fg(c.ok)),
		Term: style(fg(c.accent).Underline(true).Bold(true)), Key: style(fg(c.text).Bold(true)),
		Match:      style(r.NewStyle().Foreground(c.badge).Background(c.warn)),
		Mistake:    style(fg(c.warn).Underline(true)),
		Background: style(base),
	}
	for v := model.Lacks; v <= model.Exceeds; v++ {
		pair := c.rated[v-model.Lacks]
		p.values[v] = style(r.NewStyle().Foreground(pair[0]).Background(pair[1]))
	}
	p.values[model.Open], p.values[model.NotShown] = p.Faint, p.Muted
	disagree := style(r.NewStyle().Foreground(c.badge).Background(c.warn).Bold(true))
	for v := range p.cells {
		value := model.Value(v)
		rated := g.cell(model.Cell{Value: value})
		changed, differ := p.Warn.Render(g.cell(model.Cell{Value: value, Behind: true})), disagree.Render(g.cell(model.Cell{Value: value, Disagree: true}))
		p.cells[v] = [2][2]string{{p.values[v].Render(rated), differ}, {changed, differ}}
	}
	return p
}

// Cell is a cell of the strip, one cell wide.
func (p *Palette) Cell(c model.Cell) string {
	return p.cells[c.Value][index(c.Behind)][index(c.Disagree)]
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Value is the style of a rating.
func (p *Palette) Value(v model.Value) Style { return p.values[v] }

// Strip is the cells of a row: those of must-haves, of which there are musts, a blank, and the others.
func (p *Palette) Strip(cells []model.Cell, musts int) string {
	var b strings.Builder
	for i, c := range cells {
		if i == musts && i > 0 {
			b.WriteString(p.Background.Render(" "))
		}
		b.WriteString(p.Cell(c))
	}
	return b.String()
}
