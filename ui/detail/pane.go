package detail

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/ui/page"
	"candid/ui/text"
	"candid/ui/theme"
)

// pane draws the checklist, the panel and what there is on the requirement one stands on, in exactly so many rows.
func (m Model) pane(height int) []string {
	width := m.paneWidth()
	if m.because.On() {
		lines := m.becauseLines(width, height)
		return append(lines, make([]string, height-len(lines))...)
	}
	rest := append([]string{""}, m.panel(width)...)
	rest = append(rest, "")
	rest = append(rest, m.about(width)...)
	lines, _ := m.paneList(width, height, len(rest))
	lines = append(lines, rest...)
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:height]
}

// paneList is the rows of the checklist, and whose each is: all of them, but no more than two thirds of the pane where the rest
// of it needs room.
func (m Model) paneList(width, height, rest int) (rows []string, whose []int) {
	room := max(height-rest, height*2/3)
	counts, cells := m.lineCounts()
	for _, apart := range []bool{true, false} {
		items := m.items(apart, width, func(i int) []string { return []string{m.paneRow(i, text.FitRight(counts[i], cells, ""), width)} })
		if !apart || count(items) <= room {
			return window(items, room, m.at)
		}
	}
	return nil, nil
}

// lineCounts is how many lines of this document speak to each requirement, in words, and how many cells the longest takes.
func (m Model) lineCounts() (counts []string, cells int) {
	counts = make([]string, len(m.list))
	d, _ := m.document()
	r, ok := m.reading(d)
	for i, q := range m.list {
		if ok {
			counts[i] = lineCount(len(r.Found[q.ID]))
		}
		cells = max(cells, text.Width(counts[i]))
	}
	return counts, cells
}

// paneRow is a requirement: number, label, rating, and how many lines of this document speak to it.
func (m Model) paneRow(i int, lines string, width int) string {
	t, c, q := m.theme, m.theme.Palette, m.list[i]
	cursor, label := " ", c.Text
	if i == m.at {
		c, cursor = t.Row, t.Glyphs.Cursor
		label = c.Strong
	}
	room := width - beforeLabel - 1 - 1 - 2 - text.Width(lines) - 1
	return c.Accent.Render(cursor) + c.Muted.Render(fmt.Sprintf("%2d ", m.number(q))) +
		label.Render(text.Fit(q.Label, room, t.Glyphs.Ellipsis)) + c.Background.Render(" ") + c.Cell(m.cell(q)) +
		c.Muted.Render("  "+lines+" ")
}

// panel says how many reviews were submitted, and, to those who may see them, what they say.
func (m Model) panel(width int) []string {
	t := m.theme
	reviews := m.person.Row.Reviews
	mine := m.mine()
	words := fmt.Sprintf("%d submitted", reviews)
	if reviews == 0 {
		words = "none submitted"
	}
	if mine.Submitted == 0 {
		if reviews > 0 {
			words += ", hidden until you do"
		}
		return []string{" " + t.Muted.Render(m.cut("Panel: "+words, width-2))}
	}
	lines := []string{" " + t.Muted.Render("Panel: "+words)}
	strip := m.list[:m.strip]
	musts := 0
	for _, q := range strip {
		if q.Priority == model.Must {
			musts++
		}
	}
	name := max(8, min(18, width-12-len(strip)-3))
	reviewed := m.person.Record.Submitted()
	slices.SortStableFunc(reviewed, func(a, b model.Review) int { return m.place(a) - m.place(b) })
	for _, r := range reviewed {
		cells := make([]model.Cell, len(strip))
		for i, q := range strip {
			cells[i] = q.Cell([]model.Review{r})
		}
		line := " " + t.Text.Render(text.Fit(m.setting.Name(r.Reviewer), name, t.Glyphs.Ellipsis)) + " " +
			recommended(t, r.Recommendation)
		if !t.Plain {
			line += " " + t.Strip(cells, musts)
		}
		lines = append(lines, m.cut(line, width))
	}
	return lines
}

// place is 0 for a review of the viewer's own, which stands first, and 1 for those of others.
func (m Model) place(r model.Review) int {
	if r.Reviewer == m.setting.Viewer.ID {
		return 0
	}
	return 1
}

// recommended is a recommendation in 10 cells.
func recommended(t theme.Theme, r model.Recommendation) string {
	style := t.OK
	switch r {
	case model.NoRecommendation:
		return t.Muted.Render(text.Fit(t.Glyphs.Dash, 10, ""))
	case model.StrongNo, model.No:
		style = t.Warn
	}
	return style.Render(text.Fit(r.String(), 10, ""))
}

// about is the requirement one stands on: its words, why the line one stands on speaks to it, and what those whom I may see
// say of it.
func (m Model) about(width int) []string {
	if len(m.list) == 0 {
		return nil
	}
	t, q := m.theme, m.requirement()
	p := m.paragraphs(width)
	note := m.nothingFound()
	right := ""
	if note == "" {
		right = m.evidence()
	}
	left := " " + t.AccentStrong.Render(kindAndNumber(q, m.number(q))) + "   " + t.Muted.Render(m.terms(q))
	p.lines = append(p.lines, text.Between(left, t.Muted.Render(right), width-1, t.Glyphs.Ellipsis))
	if note != "" {
		p.add("", t.Warn, note)
	}
	p.add("", t.Text, q.Text)
	if q.Terms != "" {
		p.add("", t.Muted, "terms: "+q.Terms)
	}
	m.why(p)
	for _, r := range m.person.Record.Reviews {
		p.rating(m, r, q)
	}
	for _, r := range m.person.Record.Reviews {
		if r.Note == "" {
			continue
		}
		by := "Note by " + m.setting.Name(r.Reviewer)
		if r.Reviewer == m.setting.Viewer.ID {
			by = "Your note"
		}
		p.gap()
		p.add("", t.Muted, by)
		p.add("  ", t.Text, r.Note)
	}
	return p.lines
}

// terms is what a requirement weighs, where that is not 1, and whether it is a gate.
func (m Model) terms(q model.Requirement) string {
	var terms []string
	if q.Weight != 1 {
		terms = append(terms, fmt.Sprintf("weight %g", q.Weight))
	}
	if q.Gate {
		terms = append(terms, "gate")
	}
	return m.joined(terms)
}

// why adds what the statement one stands on is, where it stands and which of its words speak to what, and the years.
func (m Model) why(p *paragraphs) {
	g := m.theme.Glyphs
	if m.at < len(m.proofs) && m.proofs[m.at].sum.Asked > 0 {
		p.gap()
		p.add("", m.theme.Text, page.Years(m.proofs[m.at].sum, g.Dot))
	}
	on, _ := m.page()
	_, _, f, found := on.Here()
	if !found {
		return
	}
	p.gap()
	if where := page.Where(f, g); where != "" {
		p.add("", m.theme.Text, where)
	}
	for _, reason := range page.Reasons(f, g) {
		if strings.Contains(reason, g.Arrow) {
			p.add("", m.theme.Muted, reason)
		}
	}
}

// paragraphs is lines wrapped to a width.
type paragraphs struct {
	width int
	lines []string
}

func (m Model) paragraphs(width int) *paragraphs { return &paragraphs{width: width - 2} }

func (p *paragraphs) gap() { p.lines = append(p.lines, "") }

func (p *paragraphs) add(indent string, s theme.Style, words string) {
	for paragraph := range strings.SplitSeq(words, "\n") {
		for _, l := range text.Lines(paragraph, p.width-len(indent)) {
			p.lines = append(p.lines, " "+indent+s.Render(l))
		}
	}
}

// rating adds what a review says of a requirement: the rating, its note and its quotes.
func (p *paragraphs) rating(m Model, r model.Review, q model.Requirement) {
	x := r.Rating(q.ID)
	if x.Empty() {
		return
	}
	t := m.theme
	p.gap()
	words := x.Value.String()
	switch {
	case x.Behind(q):
		words += ", rated before the change"
	case x.Revision:
		words += ", a revision"
	}
	name := m.setting.Name(r.Reviewer)
	p.lines = append(p.lines, " "+t.Strong.Render(name)+"  "+t.Cell(q.Cell([]model.Review{r}))+"  "+
		t.Muted.Render(m.cut(words, max(0, p.width-text.Width(name)-5))))
	if x.Note != "" {
		p.add("  ", t.Text, x.Note)
	}
	for _, quote := range x.Quotes {
		p.add("  ", t.Muted, m.quoted(quote))
	}
}

// quoted is a quote between quotation marks, in the words of the page.
func (m Model) quoted(q model.Quote) string {
	var from model.Document
	for _, c := range append([]model.Candidate{m.person.Record.Candidate}, m.person.Held...) {
		for _, d := range c.Documents {
			if d.ID == q.Document {
				from = d
			}
		}
	}
	open, shut := "“", "”"
	if m.theme.Glyphs.Ellipsis == "..." {
		open, shut = `"`, `"`
	}
	var lines []string
	for l := range strings.SplitSeq(q.Text, "\n") {
		if bare := page.Bare(from, l); bare != "" {
			lines = append(lines, bare)
		}
	}
	return open + strings.Join(lines, " ") + shut
}
