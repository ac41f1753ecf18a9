package scoring

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
)

var recommendations = map[keymap.Action]model.Recommendation{
	keymap.SayStrongNo: model.StrongNo, keymap.SayNo: model.No, keymap.SayYes: model.Yes, keymap.SayStrong: model.StrongYes,
}

// onSummary takes an action while the review is summed up.
func (m Model) onSummary(action keymap.Action) (Model, intent.Intent) {
	if r, ok := recommendations[action]; ok {
		return m, intent.Recommend{Recommendation: r}
	}
	switch action {
	case keymap.Confirm:
		return m.submit()
	case keymap.PrevReq:
		if len(m.order) > 0 {
			return m.stand(len(m.order) - 1), nil
		}
	default:
		return m.scrollSummary(action), nil
	}
	return m, nil
}

// submit ends the draft. It takes a recommendation, and a second enter when requirements are open; once submitted, the next
// candidate.
func (m Model) submit() (Model, intent.Intent) {
	switch {
	case m.mine.Submitted != 0:
		return m, intent.Step{By: 1}
	case !m.whole():
		return m, intent.Say{Text: "still being read"}
	case m.mine.Recommendation == model.NoRecommendation:
		var ways []string
		for _, c := range choices {
			ways = append(ways, m.setting.Keys.Key(c)+" "+recommendations[c].String())
		}
		return m, intent.Say{Text: "recommend first: " + strings.Join(ways, ", ")}
	case len(m.open()) > 0 && !m.sure:
		m.sure = true
		return m, nil
	}
	m.sure = false
	return m, intent.Submit{}
}

// scrollSummary moves the list of requirements.
func (m Model) scrollSummary(action keymap.Action) Model {
	rows := m.summaryRows()
	total := len(m.rated(m.width, rows))
	switch action {
	case keymap.Down:
		m.top++
	case keymap.Up:
		m.top--
	case keymap.HalfDown, keymap.PageDown:
		m.top += max(1, rows/2)
	case keymap.HalfUp, keymap.PageUp:
		m.top -= max(1, rows/2)
	case keymap.Top:
		m.top = 0
	case keymap.Bottom:
		m.top = total
	}
	m.top = max(0, min(m.top, total-rows))
	return m
}

// next says what enter does, or what is wanted before it does it.
func (m Model) next() string {
	open := len(m.open())
	dot := " " + m.theme.Glyphs.Dot + " "
	switch {
	case m.mine.Submitted != 0:
		at := m.setting.Choice.Dates.Moment(m.mine.Submitted, m.setting.Now(), m.setting.Zone)
		return m.theme.OK.Render(m.theme.Glyphs.Done+" submitted "+at) + m.theme.Muted.Render(dot) + m.theme.Key.Render(m.setting.Keys.Key(keymap.NextPerson)) + m.theme.Muted.Render(" next candidate")
	case m.mine.Recommendation == model.NoRecommendation:
		return m.theme.Muted.Render("recommend first: ") + m.theme.Key.Render(m.setting.Keys.Hint(summaryKeys.Hints[0]))
	case m.sure:
		return m.theme.Warn.Render(fmt.Sprintf("%d still open: ", open)) + m.theme.Key.Render(m.setting.Keys.Key(keymap.Confirm)) + m.theme.Warn.Render(" again submits")
	default:
		return m.theme.Key.Render(m.setting.Keys.Key(keymap.Confirm)) + m.theme.Muted.Render(" submits"+choose(m.hidden() != "", ", and shows the panel", ""))
	}
}

// stillOpen names the requirements that are undecided; "" when all are decided.
func (m Model) stillOpen() string {
	var labels []string
	for _, q := range m.open() {
		labels = append(labels, q.Label)
	}
	if len(labels) == 0 {
		return ""
	}
	return fmt.Sprintf("%d: %s", len(labels), strings.Join(labels, ", "))
}

// score is what the ratings come to, for all that the viewer may see.
func (m Model) score() string {
	s := m.person.Row.Score
	if len(s.NotMet) > 0 {
		return m.person.Role.Checklist.GateWords(s)
	}
	return s.Words(m.theme.Glyphs.Range)
}
