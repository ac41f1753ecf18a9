package detail

import (
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/page"
)

// meant is the statement that a key is about, and the document it stands in: the one that one stands on, on proof the strongest of the
// requirement; false where there is none.
func (m Model) meant() (r evidence.Reading, f evidence.Found, ok bool) {
	if d, document := m.document(); document {
		p, there := m.page()
		r, _ = m.reading(d)
		_, _, f, ok = p.Here()
		return r, f, there && ok
	}
	if m.at >= len(m.proofs) || m.proofs[m.at].lines == 0 {
		return r, f, false
	}
	return m.proofs[m.at].reading, m.proofs[m.at].found, true
}

// dismiss takes a statement away: it does not speak to the requirement.
func (m Model) dismiss() (Model, intent.Intent) {
	r, f, ok := m.meant()
	if !ok {
		return m, intent.Say{Text: "no line here to take away"}
	}
	return m, page.Dismiss(m.mine(), m.requirement().ID, r, f, m.theme.Glyphs, m.setting.Keys)
}
