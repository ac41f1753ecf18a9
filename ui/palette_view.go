package ui

import (
	"fmt"
	"strings"

	"candid/ui/match"
	"candid/ui/text"
	"candid/ui/theme"
)

// paletteHead is how many lines stand above the first entry.
const paletteHead = 2

// foot is how many lines tell of the entry one stands on.
func (p palette) foot() int {
	if p.height < 12 {
		return 0
	}
	return 3
}

// room is how many entries there is room for.
func (p palette) room() int { return max(1, p.height-paletteHead-p.foot()) }

func (p palette) View() string {
	t := p.theme
	lines := []string{" " + t.AccentStrong.Render(":") + " " + p.words.Size(p.width-4).View(t.Caret, t.Text.Render)}
	g, typed, asked := p.argument()
	var tells string
	switch {
	case asked:
		lines = append(lines, "   "+t.Muted.Render(text.Cut(g.Accepts, p.width-4, t.Glyphs.Ellipsis)))
		lines = append(lines, p.drawChoices(match.New(typed))...)
		tells = p.tellsArgument(g)
	case p.number() > 0:
		lines = append(lines, "", "   "+t.Muted.Render(fmt.Sprintf("goes to row or requirement %d", p.number())))
	default:
		lines = append(lines, "")
		lines = append(lines, p.drawEntries()...)
		tells = p.tells()
	}
	for len(lines) < p.height-p.foot() {
		lines = append(lines, "")
	}
	if p.foot() > 0 && tells != "" {
		lines = append(lines, "")
		for _, part := range text.Lines(tells, p.width-4) {
			lines = append(lines, "   "+t.Muted.Render(part))
		}
	}
	return fill(lines, p.width, p.height)
}

// drawEntries draws the entries in sight.
func (p palette) drawEntries() []string {
	t := p.theme
	if len(p.found) == 0 {
		return []string{"   " + t.Muted.Render("nothing is called that")}
	}
	q := match.New(p.words.Text())
	var lines []string
	for i := p.top; i < len(p.found) && i < p.top+p.room(); i++ {
		e := p.found[i]
		lead, name, key, does := "   ", t.Text, t.Key, t.Muted
		words := e.Does
		if e.why != "" {
			name, key, words = t.Muted, t.Muted, e.why
		}
		hit := t.Term
		if i == p.cursor {
			lead = " " + t.Row.Accent.Render(t.Glyphs.Cursor+" ")
			name, key, does, hit = t.Row.Strong, t.Row.Key, t.Row.Text, t.Row.Term
			if e.why != "" {
				name, key, does = t.Row.Muted, t.Row.Muted, t.Row.Muted
			}
		}
		called := text.Cut(string(e.Action), nameWide, t.Glyphs.Ellipsis)
		if words == string(e.Action) {
			words = ""
		}
		line := lead + marked(called, q.Marks(called), name, hit) + name.Render(text.Blank(nameWide-text.Width(called))+" ") +
			key.Render(text.Fit(e.key, keyWide, t.Glyphs.Ellipsis)+" ") + does.Render(text.Fit(words, p.width-5-nameWide-keyWide, t.Glyphs.Ellipsis))
		lines = append(lines, line)
	}
	return lines
}

// Widths of the names and keys in the palette, in cells.
const (
	nameWide = 24
	keyWide  = 10
)

// marked is words with the letters that were found in another style.
func marked(words string, marks []bool, plain, hit theme.Style) string {
	if marks == nil {
		return plain.Render(words)
	}
	var b strings.Builder
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && marks[to] == marks[from] {
			to++
		}
		if marks[from] {
			b.WriteString(hit.Render(words[from:to]))
		} else {
			b.WriteString(plain.Render(words[from:to]))
		}
		from = to
	}
	return b.String()
}

// tells is what the entry one stands on does, and why it cannot be used; "" where its row says all of it.
func (p palette) tells() string {
	if p.cursor >= len(p.found) {
		return ""
	}
	e := p.found[p.cursor]
	if e.why != "" {
		return e.Does + "; not here: " + e.why
	}
	if text.Width(e.Does) <= p.width-5-nameWide-keyWide {
		return ""
	}
	return e.Does
}

// tellsArgument is why what is being typed cannot be used; "" where it can.
func (p palette) tellsArgument(g argument) string {
	if why := p.why(g.Action); why != "" {
		return "not here: " + why
	}
	return ""
}

// drawChoices draws the choices in sight.
func (p palette) drawChoices(q match.Query) []string {
	t := p.theme
	wide := 0
	for _, c := range p.choices {
		wide = max(wide, text.Width(c.text))
	}
	wide = min(wide, max(20, p.width/2))
	var lines []string
	for i := p.top; i < len(p.choices) && i < p.top+p.room(); i++ {
		c := p.choices[i]
		lead, name, does, hit := "   ", t.Text, t.Muted, t.Term
		if i == p.cursor {
			lead = " " + t.Row.Accent.Render(t.Glyphs.Cursor+" ")
			name, does, hit = t.Row.Strong, t.Row.Text, t.Row.Term
		}
		called := text.Cut(c.text, wide, t.Glyphs.Ellipsis)
		lines = append(lines, lead+marked(called, q.Marks(called), name, hit)+name.Render(text.Blank(wide-text.Width(called))+"  ")+
			does.Render(text.Fit(c.does, p.width-5-wide, t.Glyphs.Ellipsis)))
	}
	return lines
}
