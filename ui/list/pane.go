package list

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/page"
	"candid/ui/text"
)

// edge is what stands before the words of the pane: the line between the two, and a blank at each side of it.
const edge = 3

// side draws the pane beside the list, in so many lines: who the cursor is on, what I have rated, and the strongest line for
// each must-have. Until the candidate has been read it says what the row knows. nil where there is no room for a pane.
func (m Model) side(lines int) []string {
	if m.pane() == 0 || lines < 1 {
		return nil
	}
	s := side{model: m, cells: m.pane() - edge}
	r, ok := m.here()
	if ok {
		s.person(r)
	}
	drawn := make([]string, lines)
	for i := range drawn {
		drawn[i] = " " + m.theme.Rule.Render(m.theme.Glyphs.Divider)
		if i < len(s.lines) {
			drawn[i] += " " + s.lines[i]
		}
	}
	return drawn
}

// side is the pane while it is drawn.
type side struct {
	model Model
	cells int
	lines []string
}

func (s *side) line(left, right []stretch) {
	p := pen{ellipsis: s.model.theme.Glyphs.Ellipsis}
	p.begin(s.cells)
	p.ends(left, right)
	s.lines = append(s.lines, p.out.String())
}

func (s *side) person(r model.Row) {
	m, t := s.model, s.model.theme
	c := r.Candidate
	read := m.person.Record.Candidate.ID == c.ID
	if read {
		c = m.person.Record.Candidate
	}
	words, style := stage(c.Decision.Stage, false, &t.Palette)
	s.line([]stretch{{t.Strong, called(c)}}, []stretch{{style, words}})
	dot := " " + t.Glyphs.Dot + " "
	if words := m.tied(r.Candidate); words != "" {
		for _, line := range text.Lines(words, s.cells) {
			s.line([]stretch{{t.Warn, line}}, nil)
		}
	}
	var facts []string
	for _, fact := range append([]string{c.Location, c.Email, c.Phone}, c.Links...) {
		if fact != "" && fact != called(c) {
			facts = append(facts, fact)
		}
	}
	s.facts(facts, dot)
	facts = nil
	if c.Source != "" {
		facts = append(facts, c.Source)
	}
	if c.Applied != 0 {
		facts = append(facts, m.appliedInWords(c.Applied))
	}
	if len(c.Tags) > 0 {
		facts = append(facts, tags(c.Tags))
	}
	s.facts(facts, dot)
	if why := c.Decision.Reason.In(m.role.Checklist); why != "" {
		s.line([]stretch{{t.Warn, c.Decision.Stage.String() + ": "}, {t.Text, why}}, nil)
	}
	s.line([]stretch{{t.Muted, m.mine(r)}}, nil)
	if read {
		s.found()
	}
	s.requirements(r, read)
}

// mostSaid is for how many words of the filter it is shown where they stand.
const mostSaid = 3

// found draws the lines of the documents that say what the filter looks for: that is why the candidate is shown.
func (s *side) found() {
	m, t := s.model, s.model.theme
	said := m.filter.query.Said()
	for _, one := range said[:min(len(said), mostSaid)] {
		for _, r := range m.person.Readings {
			f, ok := page.Saying(r, one)
			if !ok {
				continue
			}
			lead := "found in the " + r.Document.Kind.String() + ": "
			if r.Document.Kind == model.Answers {
				lead = "found in the answers: "
			}
			for n, line := range page.Excerpt(r, f, t.Palette, t.Glyphs.Ellipsis, s.cells-text.Width(lead), 1) {
				if n == 0 {
					s.lines = append(s.lines, t.Muted.Render(lead)+line)
				}
			}
			break
		}
	}
}

// facts is as many lines of facts as they need.
func (s *side) facts(facts []string, dot string) {
	line := ""
	for _, f := range facts {
		if line != "" && text.Width(line+dot+f) > s.cells {
			s.line([]stretch{{s.model.theme.Muted, line}}, nil)
			line = ""
		}
		if line != "" {
			line += dot
		}
		line += f
	}
	if line != "" {
		s.line([]stretch{{s.model.theme.Muted, line}}, nil)
	}
}

// mine is how far the reviews are, in words.
func (m Model) mine(r model.Row) string {
	words := "no review submitted"
	if r.Reviews > 0 {
		words = text.Count(r.Reviews, "review") + " submitted"
	}
	switch r.Mine {
	case model.Submitted:
		words += ", mine among them"
		if says := m.person.Record.Review(m.setting.Viewer.ID).Recommendation; m.person.Record.Candidate.ID == r.Candidate.ID && says != model.NoRecommendation {
			words += ": " + says.String()
		}
	case model.Draft:
		words += fmt.Sprintf(", mine a draft with %d of %d", r.Decided, len(m.strip))
	}
	return words
}

// requirements draws the checklist with my ratings, and the strongest line under each must-have.
func (s *side) requirements(r model.Row, read bool) {
	m, t := s.model, s.model.theme
	review := m.person.Record.Review(m.setting.Viewer.ID)
	rows := s.excerpts()
	for i, q := range m.strip {
		if i == 0 || q.Priority != m.strip[i-1].Priority {
			s.kind(q.Priority, r, review, read)
		}
		cell := model.Cell{}
		if read {
			rating := review.Rating(q.ID)
			cell = model.Cell{Value: rating.Value, Behind: rating.Behind(q)}
		} else if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		p := pen{ellipsis: t.Glyphs.Ellipsis}
		p.begin(s.cells)
		p.fitRight(t.Muted, t.Background, fmt.Sprint(m.role.Checklist.Number(q.ID)), 2)
		p.blank(t.Background, 1)
		p.fit(t.Text, t.Background, q.Label, min(model.LabelCells, s.cells-6))
		p.blank(t.Background, 2)
		p.raw(t.Cell(cell), 1)
		below := rows
		if read && q.Priority == model.Must {
			beside, told := s.beside(q, p.room-2)
			p.blank(t.Background, p.room-text.Width(beside))
			p.put(t.Muted, beside)
			if !told && rows > 1 {
				below = -rows
			}
		}
		p.blank(t.Background, p.room)
		s.lines = append(s.lines, p.out.String())
		if read && q.Priority == model.Must && rows > 0 {
			s.strongest(q, below)
		}
	}
}

// kind draws the heading of the must-haves or of the nice-to-haves: how many of them I have decided.
func (s *side) kind(p model.Priority, r model.Row, review model.Review, read bool) {
	m, t := s.model, s.model.theme
	var of []model.Requirement
	for _, q := range m.strip {
		if q.Priority == p {
			of = append(of, q)
		}
	}
	var right []stretch
	if read {
		right = []stretch{{t.Muted, fmt.Sprintf("%d of %d", review.Decided(of), len(of))}}
	}
	s.lines = append(s.lines, text.Blank(s.cells))
	name := kind(p)
	s.line([]stretch{{t.AccentStrong, strings.ToUpper(name[:1]) + name[1:]}}, right)
}

// excerpts is how many rows there are for the strongest line of each must-have: none, one or two.
func (s *side) excerpts() int {
	musts, kinds := 0, 0
	for i, q := range s.model.strip {
		if q.Priority == model.Must {
			musts++
		}
		if i == 0 || q.Priority != s.model.strip[i-1].Priority {
			kinds++
		}
	}
	if musts == 0 {
		return 0
	}
	room := s.model.height - paneTop - foot - len(s.lines) - len(s.model.strip) - 2*kinds
	if room < musts { // then rather the lines than the nice-to-haves at the end
		room += len(s.model.strip) - musts + 2
	}
	return min(2, max(0, room/musts))
}

// leastBeside is the fewest cells that something is told in at the right of a requirement.
const leastBeside = 14

// beside is what is told at the right of a requirement in so many cells: the years that it asks for, or where its strongest statement
// stands. told is false where that has no room.
func (s *side) beside(q model.Requirement, cells int) (words string, told bool) {
	readings, g, short := s.model.person.Readings, s.model.theme.Glyphs, ""
	if _, sum := page.Longest(readings, q.ID); sum.Asked > 0 {
		words, short = page.Span(sum.Months)+" of "+page.Span(12*sum.Asked)+" asked", page.Span(sum.Months)
	} else if _, found, ok := evidence.Strongest(readings, q.ID); ok {
		words = g.Own(found.Place)
		short, _, _ = strings.Cut(words, ", ")
	}
	switch {
	case text.Width(words) <= cells:
		return words, true
	case text.Width(short) <= cells: // whose dates they are says more than when
		return short, true
	case cells < leastBeside:
		return "", false
	}
	return text.Cut(words, cells, g.Ellipsis), true
}

// strongest draws the strongest statement for a requirement in so many rows; where they are fewer than none, in as many, the last of which
// tells where it stands.
func (s *side) strongest(q model.Requirement, rows int) {
	m, t := s.model, s.model.theme
	const indent = 3
	if len(m.person.Readings) == 0 {
		return
	}
	i, found, ok := evidence.Strongest(m.person.Readings, q.ID)
	if !ok {
		words := "no line found"
		if n := len(m.person.Record.Review(m.setting.Viewer.ID).DismissedFor(q.ID)); n > 0 {
			words = fmt.Sprintf("no line left: %d taken away", n)
		}
		s.line([]stretch{{t.Muted, text.Blank(indent) + words}}, nil)
		return
	}
	quiet := t.Palette
	quiet.Text = t.Muted
	lead := page.Sort(found, t.Glyphs)
	if lead != "" {
		lead += ": "
	}
	place := ""
	if rows < 0 {
		rows, place = -rows-1, t.Glyphs.Own(found.Place)
	}
	for n, line := range page.Excerpt(m.person.Readings[i], found, quiet, t.Glyphs.Ellipsis, s.cells-indent-text.Width(lead), rows) {
		start := text.Blank(indent + text.Width(lead))
		if n == 0 {
			start = text.Blank(indent) + t.Muted.Render(lead)
		}
		s.lines = append(s.lines, start+line)
	}
	if place != "" {
		s.line([]stretch{{t.Muted, text.Blank(indent) + place}}, nil)
	}
}

// appliedInWords is when the application was sent: applied today, applied 3 d ago.
func (m Model) appliedInWords(at model.Time) string {
	return "applied " + m.setting.Choice.Dates.InWords(at, m.setting.Now(), m.setting.Zone)
}
