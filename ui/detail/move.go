package detail

import (
	"slices"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// stand goes to a requirement, or as far as there are any.
func (m Model) stand(at int) Model {
	m.at = max(0, min(at, len(m.list)-1))
	return m
}

// goTo goes to the n-th requirement, from 1.
func (m Model) goTo(n int) (Model, intent.Intent) {
	if n < 1 || n > len(m.list) {
		return m, intent.Say{Text: "no such requirement"}
	}
	return m.stand(n - 1), nil
}

// openProof shows the document of the strongest line, standing on it; without one, the first document.
func (m Model) openProof() (Model, intent.Intent) {
	if len(m.documents) == 0 {
		return m, intent.Say{Text: "no document came with this application"}
	}
	tab := 1
	if m.at < len(m.proofs) && m.proofs[m.at].lines > 0 {
		id := m.proofs[m.at].reading.Document.ID
		tab = 1 + max(0, slices.IndexFunc(m.documents, func(d model.Document) bool { return d.ID == id }))
	}
	m, want := m.show(tab)
	m.seek = false // the line is what is to be seen
	return m, want
}

// move scrolls what is in sight; on proof it moves over the requirements.
func (m Model) move(a keymap.Action) Model {
	if p, ok := m.page(); ok {
		switch a {
		case keymap.NextProof:
			return m.toEvidence(1)
		case keymap.PrevProof:
			return m.toEvidence(-1)
		case keymap.NextMatch:
			return m.with(p.Match(1))
		case keymap.PrevMatch:
			return m.with(p.Match(-1))
		case keymap.Select:
			return m.with(p.Select(!p.Selecting()))
		case keymap.HalfDown:
			return m.with(p.HalfPage(1))
		case keymap.HalfUp:
			return m.with(p.HalfPage(-1))
		case keymap.PageDown:
			return m.with(p.FullPage(1))
		case keymap.PageUp:
			return m.with(p.FullPage(-1))
		case keymap.Top:
			return m.with(p.Top())
		case keymap.Bottom:
			return m.with(p.Bottom())
		}
	}
	half := max(1, m.bodyHeight()/2)
	switch a {
	case keymap.Down:
		return m.scroll(1)
	case keymap.Up:
		return m.scroll(-1)
	case keymap.HalfDown:
		return m.scroll(half)
	case keymap.HalfUp:
		return m.scroll(-half)
	case keymap.PageDown:
		return m.scroll(2 * half)
	case keymap.PageUp:
		return m.scroll(-2 * half)
	case keymap.Top:
		return m.scroll(-1 << 20)
	case keymap.Bottom:
		return m.scroll(1 << 20)
	}
	return m
}

// scroll moves what is in sight by rows; on proof, by requirements.
func (m Model) scroll(by int) Model {
	switch p, ok := m.page(); {
	case ok:
		return m.with(p.Scroll(by))
	case m.tab == 0:
		return m.stand(m.at + by)
	case m.tab == m.historyTab():
		m.top += by
	}
	return m
}

// typed takes a key while words to find are typed; they are found as they come.
func (m Model) typed(msg tea.KeyMsg) Model {
	p, ok := m.page()
	switch key := msg.String(); {
	case key == "enter" || !ok:
		m.finding = false
		return m
	case key == "esc":
		m.finding = false
		return m.with(p.Find(""))
	}
	m.words = m.words.Key(msg)
	return m.with(p.Find(m.words.Text()))
}

// toEvidence goes to the next statement, or the one before: past the last of a document to the next document that has any, around
// the end.
func (m Model) toEvidence(by int) Model {
	p, _ := m.page()
	if n, of, _, ok := p.Here(); ok && n+by >= 1 && n+by <= of {
		return m.with(p.Evidence(by))
	}
	documents := len(m.documents)
	for k := 1; k <= documents; k++ {
		tab := ((m.tab-1+by*k)%documents+documents)%documents + 1
		if r, ok := m.reading(m.documents[tab-1]); !ok || len(r.Found[m.requirement().ID]) == 0 {
			continue
		}
		if tab != m.tab {
			m = m.with(p.Select(false).Find(""))
			m.tab = tab
			m = m.lay()
		}
		p, _ = m.page()
		n, of, _, _ := p.Here()
		if by > 0 {
			return m.with(p.Evidence(1 - n))
		}
		return m.with(p.Evidence(of - n))
	}
	return m
}

// quote lays lines of the document beside the rating of the requirement one stands on: those selected, or else the statement one
// stands on.
func (m Model) quote() (Model, intent.Intent) {
	p, ok := m.page()
	d, _ := m.document()
	if !ok {
		return m, intent.Say{Text: "the document is still being read"}
	}
	q := model.Quote{Document: d.ID}
	if q.From, q.To, q.Text, ok = p.Meant(); !ok {
		return m, intent.Say{Text: "no line found to quote: v selects lines"}
	}
	r := m.requirement()
	quotes := m.mine().Rating(r.ID).Quotes
	m = m.with(p.Select(false))
	if slices.Contains(quotes, q) {
		return m, intent.Say{Text: "quoted already on " + r.Label}
	}
	said := "quoted " + text.Count(q.To-q.From, "line") + " on " + r.Label
	return m, intent.All{intent.Say{Text: said}, intent.Quote{Requirement: r.ID, Quotes: append(slices.Clone(quotes), q)}}
}
