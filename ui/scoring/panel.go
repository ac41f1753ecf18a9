package scoring

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/text"
)

// others is the submitted reviews of others, once the viewer may see them.
func (m Model) others() []model.Review {
	if m.mine.Submitted == 0 {
		return nil
	}
	var others []model.Review
	for _, x := range m.person.Record.Submitted() {
		if x.Reviewer != m.setting.Viewer.ID {
			others = append(others, x)
		}
	}
	return others
}

// hidden says that others have submitted what the viewer may not see yet; "" when nobody has.
func (m Model) hidden() string {
	if m.mine.Submitted != 0 || m.person.Row.Reviews == 0 {
		return ""
	}
	return fmt.Sprintf("%d submitted, hidden until you do", m.person.Row.Reviews)
}

// panel is what the others gave here.
func (m Model) panel(cells int, s squeeze) []string {
	room := cells - keptColumn
	if hidden := m.hidden(); hidden != "" {
		return m.entry("Panel", []string{m.theme.Muted.Render(m.cut(hidden, room))})
	}
	q, _ := m.current()
	var lines []string
	for _, review := range m.others() {
		x := review.Rating(q.ID)
		given := m.theme.Value(x.Value).Render(string(x.Value.Digit())) + " " + m.theme.Text.Render(text.Fit(x.Value.String(), 10, ""))
		if x.Behind(q) {
			given = m.theme.Warn.Render("~ before the change ")
		}
		line := given + m.theme.Muted.Render(m.setting.Name(review.Reviewer)+choose(x.Revision, ", revised", ""))
		lines = append(lines, m.cut(line, room))
		if x.Note != "" && s < minute {
			words := strings.Join(strings.Fields(x.Note), " ")
			lines = append(lines, m.styled(m.theme.Muted, m.wrap(words, room, choose(s == roomy, 3, 1)))...)
		}
	}
	return m.entry("Panel", lines)
}
