package list

import (
	"maps"
	"strings"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
)

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	if m.typing.on {
		return m.typingKeys()
	}
	k := keymap.Map{Screen: "List", Filter: true}
	hint := func(word string, actions ...keymap.Action) {
		k.Hints = append(k.Hints, keymap.Hint{Actions: actions, Word: word})
	}
	other := func(actions ...keymap.Action) { k.Others = append(k.Others, actions...) }
	if len(m.shown) > 0 {
		hint("open", keymap.Open)
		hint("score", keymap.Score)
		hint("triage", keymap.Triage)
		hint("advance", keymap.Advance)
		hint("hold", keymap.Hold)
		hint("reject", keymap.Reject)
		hint("mark", keymap.Mark)
		other(keymap.Down, keymap.Up, keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp,
			keymap.Left, keymap.Right, keymap.MarkAll, keymap.Session, keymap.Repeat, keymap.Tag, keymap.Copy, keymap.SamePerson, keymap.OtherPerson, keymap.Sort, keymap.Reverse)
	}
	if len(m.rows) > 0 {
		hint("filter", keymap.Search)
	}
	if m.known && m.setting.May.Files {
		if len(m.rows) == 0 {
			hint("add candidates", keymap.Add)
		} else {
			other(keymap.Add)
		}
	}
	if m.known {
		hint("views", keymap.Views)
	}
	switch {
	case m.emptied():
		hint("clear", keymap.Back)
	case m.column != 0 || len(m.marked) > 0 || m.words() != "":
		other(keymap.Back)
	}
	hint("command", keymap.Palette)
	if m.known {
		other(keymap.Role)
	}
	other(keymap.Roles, keymap.Quit)
	other(keymap.Common...)
	return k
}

// key does what a key means here.
func (m *Model) key(key string) intent.Intent {
	if len(key) == 1 && strings.Contains("01234", key) {
		return intent.Say{Text: m.setting.Keys.Key(keymap.Score) + " to score: a digit rates there"}
	}
	action := m.Keys().Action(key)
	if action == "" {
		return m.refuse(keymap.Known(key))
	}
	if to, moves := m.destination(action); moves {
		m.moveTo(to)
		return nil
	}
	switch action {
	case keymap.Open:
		return m.open(intent.Detail)
	case keymap.Score:
		return m.open(intent.Scoring)
	case keymap.Triage:
		return m.open(intent.Triage)
	case keymap.Session:
		return m.session()
	case keymap.Advance:
		return m.decide(model.Advanced)
	case keymap.Hold:
		return m.decide(model.OnHold)
	case keymap.Reject:
		return m.decide(model.Rejected)
	case keymap.Tag:
		return intent.Tag{Candidates: m.targets(), Hidden: m.unseen()}
	case keymap.SamePerson, keymap.OtherPerson:
		return intent.Same{Candidates: m.targets(), Part: action == keymap.OtherPerson}
	case keymap.Repeat:
		return intent.Repeat{Candidates: m.targets(), Hidden: m.unseen()}
	case keymap.Copy:
		return intent.Copy{Candidates: m.targets()}
	case keymap.Undo:
		return intent.Undo{}
	case keymap.Redo:
		return intent.Redo{}
	case keymap.Quit:
		return intent.Quit{}
	case keymap.Search:
		return m.search()
	case keymap.Role, keymap.Roles, keymap.Add, keymap.Views, keymap.Help, keymap.Palette:
		return intent.Show{Action: action}
	}
	m.look(action)
	return nil
}

func (m Model) decide(s model.Stage) intent.Intent {
	return intent.Decide{Candidates: m.targets(), Stage: s, Hidden: m.unseen()}
}

// look changes how the list is looked at.
func (m *Model) look(action keymap.Action) {
	switch action {
	case keymap.Mark:
		m.mark()
	case keymap.MarkAll:
		m.markAll()
	case keymap.Left:
		m.moveColumn(-1)
	case keymap.Right:
		m.moveColumn(1)
	case keymap.Sort:
		m.nextSort()
	case keymap.Reverse:
		m.reverse()
	case keymap.Back:
		m.clear()
	}
}

// refuse says why a key that does something elsewhere does nothing here.
func (m Model) refuse(action keymap.Action) intent.Intent {
	switch {
	case action == keymap.Back:
		return intent.Say{Text: m.setting.Keys.Key(keymap.Quit) + " quits"}
	case action == keymap.Add && !m.setting.May.Files:
		return intent.Say{Text: "not over this connection: the files would be those of the machine that candid runs on"}
	}
	switch action {
	case keymap.Search:
		return intent.Say{Text: "nobody has applied yet"}
	case keymap.Open, keymap.Score, keymap.Triage, keymap.Session, keymap.Advance, keymap.Hold, keymap.Reject, keymap.Mark,
		keymap.SamePerson, keymap.OtherPerson, keymap.Tag, keymap.MarkAll, keymap.Repeat, keymap.Sort, keymap.Reverse, keymap.Left, keymap.Right,
		keymap.Down, keymap.Up, keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp:
		return intent.Say{Text: "nobody is shown"}
	}
	return nil
}

// destination is the row that a movement leads to.
func (m Model) destination(action keymap.Action) (row int, moves bool) {
	page := max(1, m.room()-1)
	switch action {
	case keymap.Down:
		return m.cursor + 1, true
	case keymap.Up:
		return m.cursor - 1, true
	case keymap.Top:
		return 0, true
	case keymap.Bottom:
		return len(m.shown) - 1, true
	case keymap.HalfDown:
		return m.cursor + (page+1)/2, true
	case keymap.HalfUp:
		return m.cursor - (page+1)/2, true
	case keymap.PageDown:
		return m.cursor + page, true
	case keymap.PageUp:
		return m.cursor - page, true
	}
	return 0, false
}

func (m Model) open(as intent.Mode) intent.Intent {
	r, ok := m.here()
	if !ok {
		return intent.Say{Text: "nobody is shown"}
	}
	return intent.Open{Candidate: r.Candidate.ID, Queue: m.Queue(), As: as, Find: m.filter.query.Said()}
}

// session scores all that is shown, from the first whose review I have not submitted.
func (m *Model) session() intent.Intent {
	for i, at := range m.shown {
		if m.rows[at].Mine != model.Submitted {
			m.moveTo(i)
			return m.open(intent.Scoring)
		}
	}
	return intent.Say{Text: "your review of everybody shown is submitted"}
}

// mark marks the row under the cursor, or takes its mark away, and moves on.
func (m *Model) mark() {
	m.marked = maps.Clone(m.marked) // as in settle
	if r, ok := m.here(); ok && !m.marked[r.Candidate.ID] {
		m.marked[r.Candidate.ID] = true
	} else {
		delete(m.marked, r.Candidate.ID)
	}
	m.moveTo(m.cursor + 1)
}

// markAll marks all that are shown; when they all are, none.
func (m *Model) markAll() {
	ids := m.Queue()
	m.marked = maps.Clone(m.marked)
	all := true
	for _, id := range ids {
		all = all && m.marked[id]
	}
	for _, id := range ids {
		if all {
			delete(m.marked, id)
		} else {
			m.marked[id] = true
		}
	}
}

// clear takes away one thing that esc takes away: the column cursor, then the marks, then the filter; the filter first that shows nobody.
func (m *Model) clear() {
	switch {
	case m.emptied():
		_ = m.narrow("")
	case m.column != 0:
		m.column = 0
	case len(m.marked) > 0:
		m.marked = map[model.ID]bool{}
	default:
		_ = m.narrow("") // which can be read
	}
}

// emptied reports whether the filter shows nobody, though somebody is there.
func (m Model) emptied() bool { return len(m.rows) > 0 && len(m.shown) == 0 && m.words() != "" }
