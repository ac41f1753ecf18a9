package scoring

import (
	"slices"

	"candid/model"
	"candid/ui/intent"
)

// quote lays the selected lines, or the statement one stands on, beside the rating; lines that lie there already are
// taken away.
func (m Model) quote() (Model, intent.Intent) {
	q, ok := m.current()
	switch {
	case !ok:
		return m, nil
	case !m.whole():
		return m, intent.Say{Text: "still being read"}
	case len(m.person.Readings) == 0:
		return m, intent.Say{Text: "no document to quote"}
	}
	lines := model.Quote{Document: m.page.Document()}
	if lines.From, lines.To, lines.Text, ok = m.page.Meant(); !ok {
		return m, intent.Say{Text: "no evidence to quote: v selects lines"}
	}
	m.page = m.page.Select(false)
	quotes := slices.Clone(m.mine.Rating(q.ID).Quotes)
	same := func(x model.Quote) bool {
		return x.Document == lines.Document && x.From == lines.From && x.To == lines.To
	}
	if i := slices.IndexFunc(quotes, same); i >= 0 {
		quotes = slices.Delete(quotes, i, i+1)
	} else {
		quotes = append(quotes, lines)
	}
	if len(quotes) == 0 {
		quotes = nil
	}
	return m, intent.Quote{Requirement: q.ID, Quotes: quotes}
}
