package scoring

import (
	"slices"

	"candid/model"
	"candid/ui/intent"
)

// quote lays the selected lines, or the line of evidence one stands on, beside the rating; lines that lie there already are
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
	var lines model.Quote
	lines.From, lines.To, lines.Text = m.page.Selection()
	if !m.page.Selecting() {
		_, _, f, found := m.page.Here()
		if !found {
			return m, intent.Say{Text: "no evidence to quote: v selects lines"}
		}
		lines.From, lines.To, lines.Text = f.Line, f.Line+1, f.Text
	}
	lines.Document = m.page.Document()
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
