package scoring

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/text"
)

// headingInWords is the requirement for ears: the line that one stands on says which it is, what it was given and how much there is for
// it, before its words.
func (m Model) headingInWords(title string, cells, lines int) []string {
	q, _ := m.current()
	facts := []string{title, m.givenInWords(q)}
	switch n, of := m.lines(); {
	case len(m.person.Readings) == 0:
	case of == 0:
		facts = append(facts, "no line found")
	case n > 0:
		facts = append(facts, fmt.Sprintf("evidence %d of %d", n, of))
	default:
		facts = append(facts, text.Count(of, "line")+" in another document")
	}
	var heading []string
	for i, line := range m.wrap(strings.Join(facts, ", ")+": "+q.Text, cells, lines) {
		lead := " "
		if i == 0 {
			lead = m.theme.Here + " "
		}
		heading = append(heading, lead+m.theme.Strong.Render(line))
	}
	return heading
}

// givenInWords is what a requirement was given: open, 3 meets, 3 meets before the change.
func (m Model) givenInWords(q model.Requirement) string {
	x := m.mine.Rating(q.ID)
	switch {
	case x.Value == model.Open:
		return "open"
	case x.Behind(q):
		return fmt.Sprintf("%c %v before the change", x.Value.Digit(), x.Value)
	default:
		return fmt.Sprintf("%c %v", x.Value.Digit(), x.Value)
	}
}

// factsInWords is what lies beside the rating, as far as there is any.
func (m Model) factsInWords(cells int) string {
	q, _ := m.current()
	x := m.mine.Rating(q.ID)
	var facts []string
	if n := len(x.Quotes); n > 0 {
		facts = append(facts, text.Count(n, "quote"))
	}
	if x.Note != "" {
		facts = append(facts, "note: "+strings.Join(strings.Fields(x.Note), " "))
	}
	if n := len(m.away()); n > 0 {
		facts = append(facts, text.Count(n, "line")+" taken away")
	}
	if m.hidden() != "" {
		facts = append(facts, fmt.Sprintf("panel %d hidden", m.person.Row.Reviews))
	}
	for _, review := range m.others() {
		facts = append(facts, m.setting.Name(review.Reviewer)+" "+review.Rating(q.ID).Value.String())
	}
	return m.theme.Muted.Render(m.cut(strings.Join(facts, ", "), cells))
}

// ratedInWords is a requirement of the summary with what I, and once submitted the others, gave it.
func (m Model) ratedInWords(q model.Requirement, others []model.Review, cells int) string {
	words := fmt.Sprintf("%d %s: %s", m.person.Role.Checklist.Number(q.ID), q.Label, m.givenInWords(q))
	if beside := beside(m.mine.Rating(q.ID), cells); beside != "" {
		words += ", " + beside
	}
	for _, other := range others {
		words += fmt.Sprintf(", %s %v", m.setting.Name(other.Reviewer), other.Rating(q.ID).Value)
	}
	return "  " + m.theme.Text.Render(m.cut(words, cells-2))
}
