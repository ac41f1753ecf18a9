package role

import (
	"slices"
	"strconv"
	"time"

	"candid/model/posting"
	"candid/ui/intent"
	"candid/ui/keymap"

	tea "github.com/charmbracelet/bubbletea"
)

var (
	scrolling = []keymap.Action{
		keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp,
		keymap.Help, keymap.Palette, keymap.GoTo, keymap.Suspend, keymap.MouseOff, keymap.MouseOn, keymap.Theme,
	}
	doubtHints = []keymap.Hint{
		{Actions: []keymap.Action{keymap.NextMatch, keymap.PrevMatch}, Word: "doubts"},
		{Actions: []keymap.Action{keymap.Mark}, Word: "looked at"},
	}
	lookingKeys = keymap.Map{
		Screen: "The role as it was read",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "make the role"},
			{Actions: []keymap.Action{keymap.Drop}, Word: "drop"},
			{Actions: []keymap.Action{keymap.MustOrNice}, Word: "must or nice"},
			{Actions: []keymap.Action{keymap.Split}, Word: "split"},
			{Actions: []keymap.Action{keymap.Reword}, Word: "reword"},
			{Actions: []keymap.Action{keymap.NextTab}, Word: "posting"},
			{Actions: []keymap.Action{keymap.Undo}, Word: "undo"},
			{Actions: []keymap.Action{keymap.Join}, Word: "join"},
			{Actions: []keymap.Action{keymap.JudgedFrom}, Word: "in the interview"},
			{Actions: []keymap.Action{keymap.Anchors}, Word: "anchors"},
			{Actions: []keymap.Action{keymap.Terms}, Word: "terms"},
			{Actions: []keymap.Action{keymap.Gate}, Word: "gate"},
			{Actions: []keymap.Action{keymap.Weight}, Word: "weight"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
		Others: slices.Concat(scrolling, []keymap.Action{keymap.MarkAll, keymap.Otherwise, keymap.Redo, keymap.Right}),
	}
	pickingKeys = keymap.Map{
		Screen: "The posting, to pick from",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Mark}, Word: "pick"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "line"},
			{Actions: []keymap.Action{keymap.Confirm}, Word: "make the role"},
			{Actions: []keymap.Action{keymap.NextTab}, Word: "checklist"},
			{Actions: []keymap.Action{keymap.MustOrNice}, Word: "must or nice"},
			{Actions: []keymap.Action{keymap.Undo}, Word: "undo"},
			{Actions: []keymap.Action{keymap.Back}, Word: "checklist"},
		},
		Others: slices.Concat(scrolling, []keymap.Action{keymap.Redo, keymap.Left}),
	}
	barrenKeys = keymap.Map{
		Screen: "The posting, to pick from",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "scroll"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
		Others: scrolling,
	}
	roleKeys = keymap.Map{
		Screen: "Role",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
			{Actions: []keymap.Action{keymap.NextTab}, Word: "posting"},
			{Actions: []keymap.Action{keymap.Terms}, Word: "terms"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back"},
		},
		Others: slices.Concat(scrolling, []keymap.Action{keymap.Undo, keymap.Redo}),
	}
	wordsKeys = keymap.Map{
		Screen: "Reword",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "keep, then its label"},
			{Actions: []keymap.Action{keymap.NewLine}, Word: "begins another"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave it as it was"},
		},
	}
	lineKeys = keymap.Map{
		Screen: "Reword",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "keep"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave it as it was"},
		},
	}
	anchorKeys = keymap.Map{
		Screen: "Anchors",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "next, after the last keep them"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave them as they were"},
		},
	}
)

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	switch {
	case m.what == words:
		return wordsKeys
	case m.what == anchors:
		return anchorKeys
	case m.what != nothing:
		return lineKeys
	case m.picking() && len(m.reading.Lines) == 0:
		return barrenKeys
	case m.picking():
		return pickingKeys
	case m.looking:
		return m.doubting(lookingKeys)
	default:
		return m.narrow(roleKeys)
	}
}

// doubting is the map with the keys for what is doubtful: among the first while something is.
func (m Model) doubting(all keymap.Map) keymap.Map {
	at := len(all.Hints)
	if len(m.draft.doubts) > 0 {
		at = 1
	}
	all.Hints = slices.Insert(slices.Clone(all.Hints), at, doubtHints...)
	return all
}

// narrow is the map without the key that shows the posting, where it stands beside the checklist anyway.
func (m Model) narrow(all keymap.Map) keymap.Map {
	if m.width >= twoPanes {
		all.Hints = slices.DeleteFunc(slices.Clone(all.Hints), func(h keymap.Hint) bool { return h.Actions[0] == keymap.NextTab })
	}
	return all
}

func (m Model) key(msg tea.KeyMsg) (Model, intent.Intent) {
	if m.what != nothing {
		return m.typed(msg)
	}
	action := m.Keys().Action(msg.String())
	if action != keymap.Back {
		m.leaving = false
	}
	if action != keymap.Confirm {
		m.since = time.Time{}
	}
	switch action {
	case keymap.Back:
		return m.back()
	case keymap.Confirm:
		return m.confirm()
	case keymap.Help, keymap.Palette:
		return m, intent.Show{Action: action}
	case keymap.Undo, keymap.Redo:
		return m.unedit(action)
	case keymap.NextTab, keymap.Left, keymap.Right:
		return m.enter(!m.beside), nil
	case keymap.NextMatch:
		return m.nextDoubt(1)
	case keymap.PrevMatch:
		return m.nextDoubt(-1)
	case keymap.Mark:
		if m.picking() {
			return m.pick()
		}
		return m.lookAt()
	case keymap.Otherwise:
		return m.otherwise()
	case keymap.MarkAll:
		return m.lookAtAll()
	case keymap.Reword:
		return m.reword(), nil
	case keymap.Terms:
		return m.itsTerms()
	case keymap.Down, keymap.Up, keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp:
		return m.move(action), nil
	case "":
		return m, nil
	default:
		return m.change(action)
	}
}

// glance is the least that it takes to see a checklist.
const glance = 700 * time.Millisecond

// tooSoon reports whether a key was pressed before anybody can have seen what stands here: it was meant for what stood here before.
func (m Model) tooSoon() bool { return m.looking && m.setting.Now().Sub(m.since) < glance }

// back leaves the posting, then the screen; what was edited is left only when asked twice.
func (m Model) back() (Model, intent.Intent) {
	switch {
	case m.picking() && len(m.reading.Lines) > 0:
		return m.enter(false), nil
	case m.edited() && !m.leaving:
		m.leaving = true
		return m, intent.Say{Text: "what was changed here is not kept: " + m.setting.Keys.Key(keymap.Back) + " again leaves, " + m.setting.Keys.Key(keymap.Confirm) + " makes the role"}
	}
	return m, intent.Back{}
}

// unedit undoes or redoes: an edit while looking over, else what was done in this sitting.
func (m Model) unedit(action keymap.Action) (Model, intent.Intent) {
	switch {
	case m.looking && action == keymap.Undo:
		return m.undo()
	case m.looking:
		return m.redo()
	case action == keymap.Undo:
		return m, intent.Undo{}
	default:
		return m, intent.Redo{}
	}
}

// confirm makes the role.
func (m Model) confirm() (Model, intent.Intent) {
	r := m.made()
	switch err := r.Validate(); {
	case r.Title == "":
		m = m.stand(0).retitle()
		return m, intent.Say{Text: "the role has no title yet"}
	case len(r.Checklist.Requirements) == 0 && m.picking():
		return m, intent.Say{Text: "nothing is on the checklist yet: " + m.setting.Keys.Key(keymap.Mark) + " picks the line"}
	case len(r.Checklist.Requirements) == 0:
		return m, intent.Say{Text: "nothing is on the checklist: " + m.setting.Keys.Key(keymap.NextTab) + " goes to the posting, " + m.setting.Keys.Key(keymap.Mark) + " picks a line"}
	case err != nil:
		return m, intent.Say{Text: err.Error()}
	case m.tooSoon():
		m.since = m.setting.Now()
		return m, intent.Say{Text: "look it over first, then " + m.setting.Keys.Key(keymap.Confirm) + " makes the role"}
	}
	return m, intent.Keep{Role: r}
}

// nextDoubt goes to the next requirement that is doubtful, or the one before, around the ends.
func (m Model) nextDoubt(by int) (Model, intent.Intent) {
	entries, asked := m.draft.entries(), m.draft.toLookAt()
	for n := 1; n <= len(entries); n++ {
		at := ((m.at-1+by*n)%len(entries)+len(entries))%len(entries) + 1
		if m.at == 0 && by > 0 {
			at = n
		}
		if asked[entries[at-1].ID] {
			return m.stand(at), nil
		}
	}
	return m, intent.Say{Text: "nothing is doubtful here"}
}

// lookAt settles what is doubtful about the requirement one stands on.
func (m Model) lookAt() (Model, intent.Intent) {
	q, ok := m.current()
	if !ok || len(m.draft.open(q.ID)) == 0 && !m.draft.looked(q.ID) {
		return m, intent.Say{Text: "nothing is doubtful about this"}
	}
	return m.do("looked at "+q.Label, q.ID, m.draft.lookedAt(q.ID)), nil
}

// lookAtAll settles all that is doubtful.
func (m Model) lookAtAll() (Model, intent.Intent) {
	n := len(m.draft.toLookAt())
	if n == 0 {
		return m, intent.Say{Text: "nothing is doubtful here"}
	}
	next := m.draft
	for _, q := range m.draft.requirements {
		if len(m.draft.open(q.ID)) > 0 {
			next = next.lookedAt(q.ID)
		}
	}
	here, _ := m.current()
	return m.do("looked at all "+strconv.Itoa(n), here.ID, next), nil
}

// move moves in the checklist; or in the posting, where one is in it or the action is one for pages.
func (m Model) move(action keymap.Action) Model {
	reading := m.beside && (m.looking || !m.frame().wide)
	step := map[keymap.Action]int{keymap.Down: 1, keymap.Up: -1}[action]
	switch {
	case action == keymap.HalfDown:
		m.page = m.page.HalfPage(1)
	case action == keymap.HalfUp:
		m.page = m.page.HalfPage(-1)
	case action == keymap.PageDown:
		m.page = m.page.FullPage(1)
	case action == keymap.PageUp:
		m.page = m.page.FullPage(-1)
	case !reading && step != 0:
		return m.stand(m.at + step)
	case !reading && action == keymap.Top:
		return m.stand(0)
	case !reading:
		return m.stand(len(m.draft.requirements))
	case len(m.reading.Lines) > 0 && step != 0:
		return m.toLine(m.line + step)
	case len(m.reading.Lines) > 0 && action == keymap.Top:
		return m.toLine(0)
	case len(m.reading.Lines) > 0:
		return m.toLine(len(m.reading.Lines) - 1)
	case action == keymap.Top:
		m.page = m.page.Top()
	case action == keymap.Bottom:
		m.page = m.page.Bottom()
	default:
		m.page = m.page.Scroll(step)
	}
	return m
}

// mostRequirements is how many requirements a checklist takes.
const mostRequirements = posting.MaxRequirements
