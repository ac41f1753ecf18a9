package list

import (
	"math"
	"strconv"
	"strings"

	"candid/model"
	"candid/ui/look"
	"candid/ui/text"
	"candid/ui/theme"
)

// drawRow draws row i of those that are shown.
func (m Model) drawRow(p *pen, c columns, i int) {
	r := &m.rows[m.shown[i]]
	g := m.theme.Glyphs
	here := i == m.cursor
	colours, name := &m.theme.Palette, m.theme.Text
	if here {
		colours, name = &m.theme.Row, m.theme.Row.Strong
	}
	blank := colours.Background
	switch marked := m.marked[r.Candidate.ID]; {
	case here && marked:
		p.put(colours.Accent, g.Cursor+g.Mark)
		p.blank(blank, 1)
	case here:
		p.blank(blank, 1)
		p.fit(colours.Accent, blank, g.Cursor, 2)
	case marked:
		p.blank(blank, 1)
		p.fit(colours.Accent, blank, g.Mark, 2)
	default:
		p.blank(blank, margin)
	}
	m.drawName(p, c, colours, name, r.Candidate)
	p.blank(blank, gap)
	m.drawStrip(p, c, colours, r.Cells)
	p.blank(blank, gap)
	m.drawScore(p, c, colours, r, m.near(i))
	for _, b := range c.beside {
		if b.cells > 0 {
			p.blank(blank, gap)
			m.drawBeside(p, c, colours, r, b)
		}
	}
	p.blank(blank, p.room)
}

// drawBeside draws a row's cells of a column beside the score.
func (m Model) drawBeside(p *pen, c columns, colours *theme.Palette, r *model.Row, b beside) {
	who, blank := r.Candidate, colours.Background
	words, style := "", colours.Muted
	switch b.what {
	case look.Reviews:
		words, style = reviews(r, c.shortReviews, m.theme.Glyphs, colours)
	case look.Stage:
		words, style = stage(who.Decision.Stage, c.shortStage, colours)
	case look.Tags:
		words = tags(who.Tags)
	case look.Applied:
		p.fitRight(style, blank, m.applied(who.Applied), b.cells)
		return
	case look.Location:
		words = who.Location
	case look.Source:
		words = who.Source
	case look.Email:
		words = who.Email
	case look.Phone:
		words = who.Phone
	case look.Alias:
		words = who.Alias
	}
	p.fit(style, blank, words, b.cells)
}

// leastApart is the fewest cells in which somebody is told from others of the same name.
const leastApart = 7

// drawName draws what to call a candidate and, right behind it, the sign of one who may be the same as another.
func (m Model) drawName(p *pen, c columns, colours *theme.Palette, style theme.Style, who model.Candidate) {
	if len(who.Bound(model.MaybeSame)) == 0 {
		other := m.apart(who)
		words := text.Cut(called(who), c.name-min(leastApart, text.Width(other)), m.theme.Glyphs.Ellipsis)
		if other == "" || c.name-text.Width(words) < leastApart {
			p.fit(style, colours.Background, called(who), c.name)
			return
		}
		p.put(style, words)
		p.fit(colours.Muted, colours.Background, " "+other, c.name-text.Width(words))
		return
	}
	sign := " " + alikeSign
	words := text.Cut(called(who), c.name-text.Width(sign), m.theme.Glyphs.Ellipsis)
	p.put(style, words)
	p.fit(colours.Warn, colours.Background, sign, c.name-text.Width(words))
}

// drawStrip draws a row's cells, or those of them that there is room for.
func (m Model) drawStrip(p *pen, c columns, colours *theme.Palette, cells []model.Cell) {
	if len(cells) == c.cells && c.from == 0 && c.strip > c.place(c.cells-1) {
		p.raw(colours.Strip(cells, c.musts), min(p.room, c.strip))
		p.blank(colours.Background, c.strip-c.place(c.cells-1)-1)
		return
	}
	for x := range min(c.strip, p.room) {
		if i, ok := c.requirement(x); ok && i < len(cells) {
			p.raw(colours.Cell(cells[i]), 1)
		} else {
			p.blank(colours.Background, 1)
		}
	}
}

// drawScore draws the score as numbers and as a bar, or the gates that were not passed.
func (m Model) drawScore(p *pen, c columns, colours *theme.Palette, r *model.Row, near bool) {
	g, blank := m.theme.Glyphs, colours.Background
	switch s := r.Score; {
	case len(s.NotMet) > 0:
		words := m.role.Checklist.GateWords(s)
		if len(words) > c.score() {
			words = m.role.Checklist.Numbers(s.NotMet)
		}
		if len(words) > c.score() {
			words = "not met"
		}
		p.fit(colours.Warn, blank, words, c.score())
	case !s.Rated:
		p.fit(colours.Muted, blank, g.Dash, c.score())
	default:
		// 6 for the numbers, then a cell each for what they are near to, for a gate in dispute, and for nothing.
		p.fit(colours.Text, blank, s.Words(g.Range), 6)
		signs := []stretch{{blank, " "}, {blank, " "}}
		if near {
			signs[0] = stretch{colours.Muted, g.Near}
		}
		if len(s.Disputed) > 0 {
			signs[1] = stretch{colours.Warn, g.Disputed}
		}
		if c.number < 8 && !near {
			signs[0] = signs[1] // one cell for both
		}
		p.put(signs[0].style, signs[0].text)
		if c.number >= 8 {
			p.put(signs[1].style, signs[1].text)
			p.blank(blank, c.number-8)
		}
		low, high := scaled(s.Low, c.bar), scaled(s.High, c.bar)
		p.put(colours.Accent, strings.Repeat(g.Bar, low))
		p.put(colours.Faint, strings.Repeat(g.BarOpen, high-low))
		p.blank(blank, c.bar-high)
	}
}

func scaled(points float64, cells int) int {
	return min(cells, int(math.Round(points/100*float64(cells))))
}

// reviews is how many reviews were submitted and how far mine is.
func reviews(r *model.Row, short bool, g theme.Glyphs, colours *theme.Palette) (string, theme.Style) {
	switch {
	case r.Mine == model.Submitted:
		return strconv.Itoa(r.Reviews) + " " + g.Done, colours.OK
	case r.Mine == model.Draft && (r.Reviews == 0 || short):
		return "draft", colours.Muted
	case r.Mine == model.Draft:
		return strconv.Itoa(r.Reviews) + " draft", colours.Muted
	case r.Reviews > 0:
		return strconv.Itoa(r.Reviews), colours.Muted
	default:
		return g.Dash, colours.Muted
	}
}

var shortStages = [...]string{"new", "adv", "hold", "rej"}

func stage(s model.Stage, short bool, colours *theme.Palette) (string, theme.Style) {
	words := s.String()
	if short {
		words = shortStages[s]
	}
	switch s {
	case model.Advanced:
		return words, colours.OK
	case model.OnHold:
		return words, colours.Warn
	case model.Rejected:
		return words, colours.Muted
	default:
		return words, colours.Text
	}
}

func tags(tags []model.Tag) string {
	switch len(tags) {
	case 0:
		return ""
	case 1:
		return tags[0].Name
	}
	return strings.Join(model.TagNames(tags), ", ") // two people may have put the same one on
}

// applied is when that was: today, 3 d, 5 w; or the day.
func (m Model) applied(at model.Time) string {
	if at == 0 {
		return m.theme.Glyphs.Dash
	}
	return m.setting.Choice.Dates.Day(at, m.setting.Now(), m.setting.Zone)
}
