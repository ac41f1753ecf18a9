package list

import (
	"slices"
	"strings"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/text"
)

// take takes the field. A role that was not shown yet is shown as it was left.
func (m *Model) take(f intent.Field) {
	another := !m.known || f.Role.ID != m.role.ID
	m.known, m.loaded, m.unread = true, f.Loaded, ""
	m.role, m.strip = f.Role, f.Role.Checklist.Application()
	if another {
		m.restore(f)
	}
	m.column = min(m.column, len(m.strip))
	m.rows = f.Rows
	m.reread()
	m.widest = 0
	here := map[model.ID]bool{}
	for _, r := range m.rows {
		m.widest = max(m.widest, text.Width(m.called(r.Candidate)))
		here[r.Candidate.ID] = true
	}
	for id := range m.marked {
		if f.Loaded && !here[id] {
			delete(m.marked, id)
		}
	}
	m.asked = model.ID{}
	m.callTwins()
	m.settle()
	if m.filling = m.filling || f.Loaded && len(f.Rows) == 0; m.filling {
		m.moveTo(0)
	}
}

func (m *Model) restore(f intent.Field) {
	p := f.Place
	if p.Role != f.Role.ID {
		p = model.Place{Role: f.Role.ID}
	}
	m.sort, m.stand, m.column = p.Sort, p.Cursor, p.Column
	m.begin(p.Filter)
	m.filling = false
	m.cursor, m.top, m.marked, m.person = 0, 0, map[model.ID]bool{}, intent.Person{}
	m.told = p
}

// change takes rows that have changed, or are new.
func (m *Model) change(rows []model.Row) {
	at := make(map[model.ID]int, len(m.rows))
	for i, r := range m.rows {
		at[r.Candidate.ID] = i
	}
	gone, renamed := false, false
	for _, row := range rows {
		id := row.Candidate.ID
		i, known := at[id]
		if row.Candidate.Hidden() {
			gone = gone || known
			delete(m.marked, id)
			if known {
				m.rows[i].Candidate = row.Candidate
			}
			continue
		}
		m.widest = max(m.widest, text.Width(m.called(row.Candidate)))
		renamed = renamed || !known || called(m.rows[i].Candidate) != called(row.Candidate)
		if !known {
			at[id] = len(m.rows)
			m.rows = append(m.rows, row)
		} else {
			if m.rows[i].Candidate.Decision != row.Candidate.Decision {
				delete(m.marked, id) // what it was marked for has been done
			}
			if !slices.Equal(m.rows[i].Candidate.Ties, row.Candidate.Ties) {
				delete(m.marked, id)
			}
			m.rows[i] = row
		}
		if id == m.asked {
			m.asked = model.ID{}
		}
	}
	if gone { // into another's row
		m.rows = slices.DeleteFunc(m.rows, func(r model.Row) bool { return r.Candidate.Hidden() })
	}
	if gone || renamed {
		m.callTwins()
	}
	m.settle()
}

// settle orders and filters the rows anew. The cursor stays on its candidate; when that one is no longer shown, on the row
// that has come in its place.
func (m *Model) settle() {
	m.rows = slices.Clone(m.rows) // a copy of the list may be asked what a key would do
	model.Order(m.role, m.rows, m.by())
	m.pick()
}

// pick filters the rows.
func (m *Model) pick() {
	m.shown = m.filter.query.Indices(m.rows, m.filter.documents)
	m.lack()
	m.done = 0
	for i := range m.rows {
		if m.rows[i].Mine == model.Submitted {
			m.done++
		}
	}
	at := slices.IndexFunc(m.shown, func(i int) bool { return m.rows[i].Candidate.ID == m.stand })
	switch {
	case at >= 0:
		m.cursor = at
	case m.loaded || m.stand.IsZero():
		m.moveTo(m.cursor)
	}
}

// moveTo puts the cursor on a row that is shown, the nearest there is.
func (m *Model) moveTo(i int) {
	if len(m.shown) == 0 {
		m.cursor = 0
		return
	}
	m.cursor = min(max(0, i), len(m.shown)-1)
	m.stand = m.rows[m.shown[m.cursor]].Candidate.ID
}

// standOn puts the cursor on a candidate; false when that one is not shown.
func (m *Model) standOn(id model.ID) bool {
	for i, at := range m.shown {
		if m.rows[at].Candidate.ID == id {
			m.moveTo(i)
			return true
		}
	}
	return false
}

// standing puts the cursor on a candidate, or says that the filter leaves them out.
func (m *Model) standing(id model.ID) intent.Intent {
	if m.standOn(id) {
		return nil
	}
	i := slices.IndexFunc(m.rows, func(r model.Row) bool { return r.Candidate.ID == id })
	if i < 0 || m.words() == "" {
		return nil
	}
	return intent.Say{Text: called(m.rows[i].Candidate) + " is not among those shown: the filter leaves them out"}
}

// here is the row under the cursor; false when none is shown.
func (m Model) here() (model.Row, bool) {
	if m.cursor >= len(m.shown) {
		return model.Row{}, false
	}
	return m.rows[m.shown[m.cursor]], true
}

// Queue is the candidates that are shown, in their order.
func (m Model) Queue() []model.ID {
	ids := make([]model.ID, len(m.shown))
	for i, at := range m.shown {
		ids[i] = m.rows[at].Candidate.ID
	}
	return ids
}

// targets is whom a decision is about: those that are marked, in the order of the list, or else the one under the cursor.
func (m Model) targets() []model.ID {
	var ids []model.ID
	for i := range m.rows {
		if id := m.rows[i].Candidate.ID; m.marked[id] {
			ids = append(ids, id)
		}
	}
	if r, ok := m.here(); ok && len(ids) == 0 {
		ids = append(ids, r.Candidate.ID)
	}
	return ids
}

// unseen is how many of those that are marked the filter does not show.
func (m Model) unseen() int { return len(m.marked) - m.markedShown() }

// markAgain marks those whose batch was undone, beside whoever is marked.
func (m *Model) markAgain(ids []model.ID) {
	here := make(map[model.ID]bool, len(m.rows))
	for _, r := range m.rows {
		here[r.Candidate.ID] = true
	}
	for _, id := range ids {
		if here[id] {
			m.marked[id] = true
		}
	}
}

// scroll keeps the cursor on the screen, a few rows from its edges.
func (m *Model) scroll() {
	room := m.room()
	ahead := min(2, (room-1)/2)
	m.top = min(m.top, m.cursor-ahead)
	m.top = max(m.top, m.cursor+ahead-room+1)
	m.top = max(0, min(m.top, len(m.shown)-room))
}

// near reports whether row i of those shown is within one rating of the row above it, in an order by score.
func (m Model) near(i int) bool {
	by := m.by()
	if i == 0 || by.By != model.ByScore {
		return false
	}
	above, below := &m.rows[m.shown[i-1]], &m.rows[m.shown[i]]
	if by.Reverse {
		above, below = below, above
	}
	return below.Near && above.Score.Low-below.Score.Low <= m.role.Step()+1e-6
}

// alikeSign stands behind the name of one who may be the same as another. It is plain in every look: a sign of one cell is too small.
const alikeSign = "=?"

// callTwins counts how many are called what, and how many of those have what else, so that who is called the same can be told apart.
func (m *Model) callTwins() {
	m.twins, m.widestTwin = make(map[string]int, len(m.rows)), 0
	var folded []byte
	for i := range m.rows {
		folded = model.AppendFold(folded[:0], called(m.rows[i].Candidate))
		m.twins[string(folded)]++
	}
	for i := range m.rows {
		c := &m.rows[i].Candidate
		if folded = model.AppendFold(folded[:0], called(*c)); m.twins[string(folded)] > 1 {
			m.twins[twin(string(folded), c.Email)]++
			m.twins[twin(string(folded), c.Location)]++
		}
	}
	for i := range m.rows {
		if other := m.apart(m.rows[i].Candidate); other != "" && len(m.rows[i].Candidate.Bound(model.MaybeSame)) == 0 {
			m.widestTwin = max(m.widestTwin, text.Width(called(m.rows[i].Candidate))+1+text.Width(other))
		}
	}
}

func twin(name, has string) string { return name + "\x00" + model.Fold(has) }

// apart is what tells a candidate from others of the same name: the e-mail address or the place, where no other of them has it, else the
// alias; "" where nobody else is called so.
func (m Model) apart(c model.Candidate) string {
	name := model.Fold(called(c))
	if m.twins[name] < 2 {
		return ""
	}
	for _, s := range [...]string{c.Email, c.Location} {
		if s != "" && s != called(c) && m.twins[twin(name, s)] == 1 {
			return s
		}
	}
	if c.Alias == called(c) {
		return ""
	}
	return c.Alias
}

// called is what a row calls a candidate: one who may be the same as another is marked.
func (m Model) called(c model.Candidate) string {
	if len(c.Bound(model.MaybeSame)) > 0 {
		return called(c) + " " + alikeSign
	}
	return called(c)
}

// tied is whom a row may be the same as, or whose other applications it holds, in words; "" when there is nobody.
func (m Model) tied(c model.Candidate) string {
	var words []string
	for _, t := range c.Ties {
		i := slices.IndexFunc(m.rows, func(r model.Row) bool { return r.Candidate.ID == t.Other })
		if t.Bond == model.MaybeSame && i >= 0 {
			words = append(words, "maybe the same as "+called(m.rows[i].Candidate)+" ("+t.Traits.Words()+")")
		}
	}
	if n := len(c.Bound(model.Holds)); n > 0 {
		words = append(words, "with "+text.Count(n, "other application")+" of theirs")
	}
	return strings.Join(words, " "+m.theme.Glyphs.Dot+" ")
}

// called is what to call a candidate: the name, else what else there is.
func called(c model.Candidate) string {
	switch {
	case c.Name != "":
		return c.Name
	case c.Email != "":
		return c.Email
	default:
		return c.Alias
	}
}
