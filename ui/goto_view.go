package ui

import (
	"fmt"
	"slices"

	"candid/model"
	"candid/ui/match"
	"candid/ui/text"
	"candid/ui/theme"
)

// room is how many candidates there is room for.
func (f finder) room() int { return max(1, f.height-paletteHead-1) }

func (f finder) View() string {
	t := f.theme
	count := fmt.Sprintf("%d of %d", len(f.shown), len(f.people))
	lead := " " + t.AccentStrong.Render("Go to") + " "
	line := lead + f.words.Size(f.width-text.Width(lead)-text.Width(count)-3).View(t.Caret, t.Text.Render)
	lines := []string{line + text.Blank(f.width-1-text.Width(line)-text.Width(count)) + t.Muted.Render(count), ""}
	q, wide := match.New(f.words.Text()), f.columns()
	for i := f.top; i < len(f.shown) && i < f.top+f.room(); i++ {
		lines = append(lines, f.draw(f.people[f.shown[i]].row, q, wide, i == f.cursor))
	}
	if len(f.shown) == 0 {
		lines = append(lines, "   "+t.Muted.Render("nobody is called that"))
	}
	return fill(lines, f.width, f.height)
}

// found columns, in cells; 0: it has given way.
type foundColumns struct{ name, other, strip, score, stage int }

// columns lays a line out: the name, the strip, the score and the stage; what else somebody goes by where there is room.
func (f finder) columns() foundColumns {
	c := foundColumns{strip: min(len(f.role.Checklist.Application())+1, f.width/3), score: 7, stage: 8}
	c.name = f.width - 3 - 2*3 - c.strip - c.score - c.stage - 1
	if c.name > 44 {
		c.other = min(32, c.name-26-2)
		c.name -= c.other + 2
	}
	c.name = min(c.name, 36)
	return c
}

func (f finder) draw(r model.Row, q match.Query, c foundColumns, here bool) string {
	t := f.theme
	p, lead, name := &t.Palette, "   ", t.Text
	if here {
		p, lead, name = &t.Row, " "+t.Row.Accent.Render(t.Glyphs.Cursor+" "), t.Row.Strong
	}
	goes, other := goesBy(r.Candidate)
	line := lead + f.marked(goes, c.name, q, name, p) + p.Background.Render("  ")
	musts := 0
	for _, x := range f.role.Checklist.Application() {
		if x.Priority == model.Must {
			musts++
		}
	}
	cells := r.Cells[:min(len(r.Cells), c.strip-1)]
	strip := p.Strip(cells, musts)
	line += strip + p.Background.Render(text.Blank(c.strip-text.Width(strip))+"  ")
	score, style := r.Score.Words(t.Glyphs.Range), p.Text
	switch {
	case len(r.Score.NotMet) > 0: // which is what the list says in the score's place
		score, style = "not met", p.Warn
	case !r.Score.Rated:
		score = t.Glyphs.Dash
	}
	line += style.Render(text.Fit(score, c.score, t.Glyphs.Ellipsis)+"  ") + p.Muted.Render(text.Fit(r.Candidate.Decision.Stage.String(), c.stage, ""))
	if c.other > 0 {
		line += p.Background.Render("  ") + f.marked(other, c.other, q, p.Muted, p)
	}
	return line + p.Background.Render(text.Blank(f.width-text.Width(line)))
}

// marked is a name in so many cells, with the letters marked that were found: those of the words that are in it.
func (f finder) marked(name string, cells int, q match.Query, plain theme.Style, p *theme.Palette) string {
	shown := text.Cut(name, cells, f.theme.Glyphs.Ellipsis)
	marks := q.Some(name)
	if marks != nil && len(shown) != len(name) {
		kept := make([]bool, len(shown))
		copy(kept, marks[:min(len(marks), len(shown)-min(len(shown), len(f.theme.Glyphs.Ellipsis)))])
		marks = kept
	}
	if !slices.Contains(marks, true) {
		marks = nil
	}
	return marked(shown, marks, plain, p.Term) + plain.Render(text.Blank(cells-text.Width(shown)))
}
