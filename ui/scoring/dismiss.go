package scoring

import (
	"slices"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/page"
)

// away is what I took away of what was found for the requirement, in the documents that are shown.
func (m Model) away() []model.Quote {
	q, _ := m.current()
	return slices.DeleteFunc(slices.Clone(m.mine.DismissedFor(q.ID)), func(x model.Quote) bool {
		return !slices.ContainsFunc(m.person.Readings, func(r evidence.Reading) bool { return r.Document.ID == x.Document })
	})
}

// dismiss takes the statement one stands on away: it does not speak to the requirement. One that I quoted is quoted no more.
func (m Model) dismiss() (Model, intent.Intent) {
	q, _ := m.current()
	_, _, f, found := m.page.Here()
	switch {
	case !m.whole():
		return m, intent.Say{Text: "still being read"}
	case !found:
		return m, intent.Say{Text: "no line here to take away"}
	}
	m.page = m.page.Select(false)
	return m, page.Dismiss(m.mine, q.ID, m.person.Readings[m.reading], f, m.theme.Glyphs, m.setting.Keys)
}

// restore brings back all that was taken away for the requirement.
func (m Model) restore() (Model, intent.Intent) {
	q, _ := m.current()
	return m, page.Restore(m.mine, q)
}
