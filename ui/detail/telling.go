package detail

import (
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/keymap"
	"candid/ui/page"
	"candid/ui/text"
	"candid/ui/theme"
)

// foot is what is said below the rows of the requirement one stands on: its words, and, when that is all there is room for, where its
// strongest statement stands and why it speaks to it.
func (m Model) foot(height int, all bool) []string {
	if height < 8 || len(m.list) == 0 {
		return nil
	}
	t, q := m.theme, m.requirement()
	width := min(m.width-3, 110)
	words := text.Lines(q.Text, width)
	var lines []string
	say := func(s theme.Style, words []string, most int) {
		for n, w := range words {
			if n == most {
				break
			}
			if n == most-1 && n < len(words)-1 {
				w = m.cut(w+" "+words[n+1], width)
			}
			lines = append(lines, "  "+s.Render(w))
		}
	}
	rows := 2
	if height >= 20 {
		rows = 3 // so that the requirement is whole where nothing was found for it too
	}
	brief := m.brief()
	switch note := m.nothingFound(); {
	case note != "":
		sentence := text.Lines(note, width)
		say(t.Muted, words, rows-len(sentence))
		say(t.Warn, sentence, 2)
	case all && brief != "":
		say(t.Muted, words, rows-1)
		say(t.Text, []string{m.cut(brief, width)}, 1)
	default:
		say(t.Muted, words, rows)
	}
	for all && len(lines) < rows {
		lines = append(lines, "")
	}
	if height >= 16 {
		return append([]string{""}, lines...)
	}
	return lines
}

// brief is where the strongest statement for the requirement one stands on stands and why it speaks to it, or the dates that the years
// come from, in a row; "" where there is none.
func (m Model) brief() string {
	if m.at >= len(m.proofs) {
		return ""
	}
	p, g := m.proofs[m.at], m.theme.Glyphs
	if len(p.sum.Ranges) > 0 {
		return m.joined(m.ranges(p))
	}
	if p.lines == 0 {
		return ""
	}
	return m.joined(append([]string{page.Where(p.found, g)}, page.Reasons(p.found, g)...))
}

// ranges is the dates that a requirement's years come from, each in words.
func (m Model) ranges(p proof) []string {
	var all []string
	for _, r := range p.sum.Ranges {
		all = append(all, m.theme.Glyphs.Own(page.Range(r, p.summed.Lines)))
	}
	return all
}

// away is what I took away of what was found for a requirement in the documents that are shown.
func (m Model) away(id model.RequirementID) []model.Quote {
	return slices.DeleteFunc(slices.Clone(m.mine().DismissedFor(id)), func(q model.Quote) bool {
		return !slices.ContainsFunc(m.documents, func(d model.Document) bool { return d.ID == q.Document })
	})
}

// noLine says in a row that no line is left for a requirement.
func (m Model) noLine(id model.RequirementID) string {
	if n := len(m.away(id)); n > 0 {
		return page.NoneLeft(n, m.setting.Keys)
	}
	return "no line found"
}

// nothingFound says why there is no line for the requirement one stands on; "" when there is one.
func (m Model) nothingFound() string {
	switch {
	case len(m.documents) == 0:
		return noDocuments
	case m.person.Readings == nil:
		return stillRead
	case m.at < len(m.proofs) && m.proofs[m.at].lines == 0:
		if n := len(m.away(m.requirement().ID)); n > 0 {
			return page.NoneLeft(n, m.setting.Keys)
		}
		return noLineLong
	default:
		return ""
	}
}

// question is the requirement one stands on, whole.
func (m Model) question(width int) []string {
	if len(m.list) == 0 {
		return nil
	}
	t, q := m.theme, m.requirement()
	p := m.paragraphs(width)
	p.lines = append(p.lines, " "+t.AccentStrong.Render(kindAndNumber(q, m.number(q)))+"   "+t.Muted.Render(m.terms(q)))
	p.add("", t.Text, q.Text)
	if note := m.nothingFound(); note != "" {
		p.gap()
		p.add("", t.Warn, note)
	}
	return p.lines
}

// kindAndNumber is what a requirement is called without its label: MUST-HAVE 2.
func kindAndNumber(q model.Requirement, n int) string {
	if q.Priority == model.Nice {
		return fmt.Sprintf("NICE-TO-HAVE %d", n)
	}
	return fmt.Sprintf("MUST-HAVE %d", n)
}

// telling is all that the documents tell for the requirement one stands on, as much as has room in so many rows: the dates that the
// years come from, and every statement with where it stands and why it speaks to it. nil where there is no room for one.
func (m Model) telling(width, rows int) []string {
	if m.at >= len(m.proofs) || m.nothingFound() != "" {
		return nil
	}
	t, g, id := m.theme, m.theme.Glyphs, m.requirement().ID
	all := m.statements(id)
	for air := roomy; air <= tight; air++ {
		var lines []string
		if p := m.proofs[m.at]; len(p.sum.Ranges) > 0 {
			lines = append(lines, m.years(p, width, air == roomy)...)
		}
		shown := 0
		for _, p := range all {
			next := append(slices.Clone(lines), m.tellingOf(p, width, shown == 0, air)...)
			if last := shown == len(all)-1; len(next) > rows || len(next) == rows && !last {
				break
			}
			lines, shown = next, shown+1
		}
		left := len(all) - shown
		if left > 0 && air < tight || len(lines) > rows {
			continue
		}
		if left > 0 && len(lines) < rows {
			lines = append(lines, "  "+t.Muted.Render(m.cut(fmt.Sprintf("%s %d more: %s shows them in the document", g.Ellipsis, left, m.setting.Keys.Key(keymap.Open)), width)))
		}
		if n := len(m.away(id)); n > 0 && len(lines)+1 < rows {
			lines = append(lines, "", "  "+t.Muted.Render(fmt.Sprintf("%d taken away, %s brings back", n, m.setting.Keys.Key(keymap.Restore))))
		}
		if shown == 0 && len(all) > 0 {
			return nil
		}
		return lines
	}
	return nil
}

// air is how much room is left around statements.
type air int

const (
	roomy  air = iota // a blank row above each
	closer            // none
	tight             // and each in two rows
)

// years is the dates that a requirement's years come from.
func (m Model) years(p proof, width int, apart bool) []string {
	lines := []string{"  " + m.theme.Text.Render(m.cut(page.Years(p.sum, m.theme.Glyphs.Dot), width))}
	if apart {
		lines = append([]string{""}, lines...)
	}
	for _, r := range m.ranges(p) {
		lines = append(lines, "    "+m.theme.Muted.Render(m.cut(r, width-4)))
	}
	if o := page.Overlap(p.sum); o != "" {
		lines = append(lines, "    "+m.theme.Muted.Render(m.cut(o, width-4)))
	}
	return lines
}

// statements is every statement for a requirement but the dates that are told with its years: of the document with the strongest first, then of the others.
func (m Model) statements(id model.RequirementID) []proof {
	first, _, ok := evidence.Strongest(m.person.Readings, id)
	if !ok {
		return nil
	}
	var all []proof
	for i := range m.person.Readings {
		at := (first + i) % len(m.person.Readings)
		_, sum := page.Longest(m.person.Readings[at:at+1], id)
		for _, f := range m.person.Readings[at].Found[id] {
			if slices.ContainsFunc(sum.Ranges, func(r evidence.Ranged) bool { return f.Kind == evidence.Dated && r.Line == f.Line }) {
				continue // it is told with the years
			}
			all = append(all, proof{reading: m.person.Readings[at], found: f})
		}
	}
	return all
}

// tellingOf is a statement with where it stands and why.
func (m Model) tellingOf(p proof, width int, first bool, a air) []string {
	t, g := m.theme, m.theme.Glyphs
	var lines []string
	rows := 2
	switch a {
	case roomy:
		lines = append(lines, "")
	case tight:
		rows = 1
	}
	edge := t.Muted.Render(g.Edge)
	if first {
		edge = t.Accent.Render(g.EdgeHere)
	}
	for _, row := range page.Excerpt(p.reading, p.found, t.Palette, g.Ellipsis, width-2, rows) {
		lines = append(lines, edge+" "+row)
	}
	facts := []string{page.Sort(p.found, g), g.Own(p.found.Place)}
	if kind := p.reading.Document.Kind; kind != model.Resume {
		facts = append(facts, kind.String())
	}
	why := m.joined(append(facts, page.Reasons(p.found, g)...))
	if a == tight {
		return append(lines, "    "+t.Muted.Render(m.cut(why, width-4)))
	}
	for _, row := range text.Lines(why, width-4) {
		lines = append(lines, "    "+t.Muted.Render(strings.TrimPrefix(row, g.Dot+" "))) // no row begins with what parts two facts
	}
	return lines
}
