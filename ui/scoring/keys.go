package scoring

import (
	"slices"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/page"

	tea "github.com/charmbracelet/bubbletea"
)

// anywhere is what can be done to the person as a whole, wherever one stands.
var anywhere = []keymap.Action{
	keymap.NextPerson, keymap.PrevPerson, keymap.Advance, keymap.Hold, keymap.Reject, keymap.Back, keymap.Role,
	keymap.Original, keymap.Pager,
}

var (
	scrolling = []keymap.Action{
		keymap.Down, keymap.Up, keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp,
	}
	ratingKeys = keymap.Map{
		Screen: "Scoring",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Rate1, keymap.Rate2, keymap.Rate3, keymap.Rate4, keymap.Rate0}, Word: "rate"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "scroll"},
			{Actions: []keymap.Action{keymap.NextProof, keymap.PrevProof}, Word: "evidence"},
			{Actions: []keymap.Action{keymap.NextReq, keymap.PrevReq}, Word: "requirement"},
			{Actions: []keymap.Action{keymap.Quote}, Word: "quote"},
			{Actions: []keymap.Action{keymap.Note}, Word: "note"},
			{Actions: []keymap.Action{keymap.Undo}, Word: "undo"},
			{Actions: []keymap.Action{keymap.Dismiss}, Word: "take away"},
			{Actions: []keymap.Action{keymap.Why}, Word: "why"},
			{Actions: []keymap.Action{keymap.Later}, Word: "later"},
			{Actions: []keymap.Action{keymap.NextTab}, Word: "document"},
			{Actions: []keymap.Action{keymap.NextPerson, keymap.PrevPerson}, Word: "candidate"},
		},
		Others: slices.Concat(scrolling, anywhere, keymap.Common, []keymap.Action{
			keymap.PrevTab, keymap.Select, keymap.Search, keymap.NextMatch, keymap.PrevMatch, keymap.Repeat,
			keymap.Restore, keymap.Terms, keymap.Copy,
		}),
	}
	summaryKeys = keymap.Map{
		Screen: "Summary",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.SayStrongNo, keymap.SayNo, keymap.SayYes, keymap.SayStrong}, Word: "recommend"},
			{Actions: []keymap.Action{keymap.Confirm}, Word: "submit"},
			{Actions: []keymap.Action{keymap.Note}, Word: "note"},
			{Actions: []keymap.Action{keymap.PrevReq}, Word: "back to the ratings"},
			{Actions: []keymap.Action{keymap.Undo}, Word: "undo"},
			{Actions: []keymap.Action{keymap.NextPerson, keymap.PrevPerson}, Word: "candidate"},
		},
		Others: slices.Concat(scrolling, anywhere, keymap.Common),
	}
	submittedKeys = keymap.Map{
		Screen: "Submitted review",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.NextPerson, keymap.PrevPerson}, Word: "candidate"},
			{Actions: []keymap.Action{keymap.PrevReq}, Word: "to the ratings"},
			{Actions: []keymap.Action{keymap.SayStrongNo, keymap.SayNo, keymap.SayYes, keymap.SayStrong}, Word: "recommend"},
			{Actions: []keymap.Action{keymap.Note}, Word: "note"},
			{Actions: []keymap.Action{keymap.Undo}, Word: "undo"},
		},
		Others: slices.Concat(scrolling, anywhere, keymap.Common, []keymap.Action{keymap.Confirm}),
	}
	noteKeys = keymap.Map{
		Screen: "Note",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm, keymap.Back}, Word: "keep and close"},
			{Actions: []keymap.Action{keymap.NewLine}, Word: "new line"},
		},
	}
	findKeys = keymap.Map{
		Screen: "Find",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "find"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
	}
	becauseKeys = keymap.Map{
		Screen: "Why a line is pointed at",
		Hints:  []keymap.Hint{{Actions: []keymap.Action{keymap.Back}, Word: "leave"}},
	}
	selectKeys = keymap.Map{
		Screen: "Selecting lines",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "more or fewer lines"},
			{Actions: []keymap.Action{keymap.Quote}, Word: "quote them"},
			{Actions: []keymap.Action{keymap.Why}, Word: "why"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
		Others: slices.Concat(scrolling, []keymap.Action{keymap.Select, keymap.Copy}, keymap.Common),
	}
)

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	_, rating := m.current()
	switch {
	case m.because.On():
		return becauseKeys
	case m.note.open:
		return noteKeys
	case m.find.open:
		keys := findKeys
		keys.Hints = slices.Clone(findKeys.Hints)
		keys.Hints[0].Word += ", then " + m.setting.Keys.Key(keymap.NextMatch) + " and " + m.setting.Keys.Key(keymap.PrevMatch) + " go on"
		return keys
	case rating && m.page.Selecting():
		return selectKeys
	case rating:
		return ratingKeys
	case m.mine.Submitted != 0:
		return submittedKeys
	default:
		return summaryKeys
	}
}

var ratings = map[keymap.Action]model.Value{
	keymap.Rate1: model.Lacks, keymap.Rate2: model.Some, keymap.Rate3: model.Meets, keymap.Rate4: model.Exceeds,
	keymap.Rate0: model.NotShown,
}

// key takes a key.
func (m Model) key(msg tea.KeyMsg) (Model, intent.Intent) {
	if m.because.On() {
		m.because = page.Because{}
		return m.resize(), nil
	}
	m.because = page.Because{}
	switch {
	case m.note.open:
		return m.writing(msg)
	case m.find.open:
		return m.searching(msg)
	}
	action := m.Keys().Action(msg.String())
	m.repeating = 0
	m.sure = m.sure && action == keymap.Confirm
	if m.person.Record.Candidate.ID.IsZero() && action != keymap.Back {
		return m, nil
	}
	if _, digit := ratings[keymap.Known(msg.String())]; digit && action == "" {
		return m, intent.Say{Text: m.setting.Keys.Key(keymap.PrevReq) + " goes to the ratings: a digit rates there"}
	}
	if next, want, ok := m.aboutPerson(action); ok {
		return next, want
	}
	if _, rating := m.current(); rating {
		return m.onRequirement(action)
	}
	return m.onSummary(action)
}

// aboutPerson takes the actions that mean the same wherever one stands; false for any other.
func (m Model) aboutPerson(action keymap.Action) (Model, intent.Intent, bool) {
	id := m.person.Record.Candidate.ID
	decide := func(s model.Stage) (Model, intent.Intent, bool) {
		return m, intent.Decide{Candidates: []model.ID{id}, Stage: s}, true
	}
	switch action {
	case keymap.NextPerson:
		return m, intent.Step{By: 1}, true
	case keymap.PrevPerson:
		return m, intent.Step{By: -1}, true
	case keymap.Advance:
		return decide(model.Advanced)
	case keymap.Hold:
		return decide(model.OnHold)
	case keymap.Reject:
		return decide(model.Rejected)
	case keymap.Undo:
		return m, intent.Undo{}, true
	case keymap.Redo:
		return m, intent.Redo{}, true
	case keymap.Role, keymap.Help, keymap.Palette:
		return m, intent.Show{Action: action}, true
	case keymap.Note:
		next, want := m.write()
		return next, want, true
	case keymap.Original, keymap.Pager:
		if m.reading < len(m.person.Readings) {
			return m, intent.View{Document: m.person.Readings[m.reading].Document, Pager: action == keymap.Pager}, true
		}
		return m, intent.Say{Text: "no document to open"}, true
	case keymap.Back:
		switch _, rating := m.current(); {
		case rating && m.page.Selecting():
			m.page = m.page.Select(false)
		case rating && m.find.words != "":
			m.find = find{}
			m.page = m.page.Find("")
		default:
			return m, intent.Back{}, true
		}
		return m, nil, true
	}
	return m, nil, false
}

// onRequirement takes an action while a requirement is rated.
func (m Model) onRequirement(action keymap.Action) (Model, intent.Intent) {
	q, _ := m.current()
	if v, ok := ratings[action]; ok {
		return m.rate(v)
	}
	switch action {
	case keymap.NextReq:
		return m.stand(m.at + 1), nil
	case keymap.PrevReq:
		return m.stand(max(0, m.at-1)), nil
	case keymap.Later:
		next, moved := m.later()
		if !moved {
			return next, intent.Say{Text: "nothing else is open"}
		}
		return next, nil
	case keymap.Repeat:
		m.repeating = q.ID
		return m, intent.Repeat{Candidates: []model.ID{m.person.Record.Candidate.ID}, Requirement: q.ID}
	case keymap.Quote:
		return m.quote()
	case keymap.Copy:
		if m.page.Selecting() {
			return m, m.page.Copied(m.person.Readings[m.reading].Document.Name)
		}
		return m, intent.Copy{Candidates: []model.ID{m.person.Record.Candidate.ID}}
	case keymap.Why:
		return m.whyThis()
	case keymap.Terms:
		return m, intent.Terms{Requirement: q.ID}
	case keymap.Dismiss:
		return m.dismiss()
	case keymap.Restore:
		return m.restore()
	case keymap.Select:
		m.page = m.page.Select(!m.page.Selecting())
	case keymap.NextProof:
		return m.evidence(1), nil
	case keymap.PrevProof:
		return m.evidence(-1), nil
	case keymap.NextTab:
		return m.tab(1), nil
	case keymap.PrevTab:
		return m.tab(-1), nil
	case keymap.Search:
		return m.search(), nil
	case keymap.NextMatch:
		return m.match(1)
	case keymap.PrevMatch:
		return m.match(-1)
	default:
		return m.scroll(action), nil
	}
	return m, nil
}

// rate rates the requirement one stands on, and goes to the next undecided.
func (m Model) rate(v model.Value) (Model, intent.Intent) {
	if !m.whole() {
		return m, intent.Say{Text: "still being read"}
	}
	id := m.order[m.at]
	for n := 1; n < len(m.order); n++ {
		if at := (m.at + n) % len(m.order); !m.decided(m.order[at]) {
			return m.stand(at), intent.Rate{Requirement: id, Value: v}
		}
	}
	return m.stand(len(m.order)), intent.Rate{Requirement: id, Value: v}
}

// tab goes to another document.
func (m Model) tab(by int) Model {
	n := len(m.person.Readings)
	if n == 0 {
		return m
	}
	return m.read(((m.reading+by)%n + n) % n)
}

// scroll moves the document.
func (m Model) scroll(action keymap.Action) Model {
	switch action {
	case keymap.Down:
		m.page = m.page.Scroll(1)
	case keymap.Up:
		m.page = m.page.Scroll(-1)
	case keymap.HalfDown:
		m.page = m.page.HalfPage(1)
	case keymap.HalfUp:
		m.page = m.page.HalfPage(-1)
	case keymap.PageDown:
		m.page = m.page.FullPage(1)
	case keymap.PageUp:
		m.page = m.page.FullPage(-1)
	case keymap.Top:
		m.page = m.page.Top()
	case keymap.Bottom:
		m.page = m.page.Bottom()
	}
	return m
}

// number goes to a requirement by its place in the strip, from 1.
func (m Model) number(n int) (Model, intent.Intent) {
	if n < 1 || n > len(m.strip) {
		return m, intent.Say{Text: "no such requirement"}
	}
	return m.stand(m.place(m.strip[n-1].ID)), nil
}
