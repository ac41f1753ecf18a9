package role

import (
	"slices"
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// The longest that a title and a requirement may be, in characters.
const (
	titleLimit = 200
	wordsLimit = 2000
)

var (
	scrolling = []keymap.Action{
		keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp, keymap.Help, keymap.Palette, keymap.Suspend,
	}
	lookingKeys = keymap.Map{
		Screen: "The role as it was read",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "make the role"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
			{Actions: []keymap.Action{keymap.Drop}, Word: "drop"},
			{Actions: []keymap.Action{keymap.MustOrNice}, Word: "must or nice"},
			{Actions: []keymap.Action{keymap.Reword}, Word: "reword"},
			{Actions: []keymap.Action{keymap.Gate}, Word: "gate"},
			{Actions: []keymap.Action{keymap.Weight}, Word: "weight"},
			{Actions: []keymap.Action{keymap.JudgedFrom}, Word: "in the interview"},
			{Actions: []keymap.Action{keymap.NextTab}, Word: "posting"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
		Others: scrolling,
	}
	roleKeys = keymap.Map{
		Screen: "Role",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
			{Actions: []keymap.Action{keymap.NextTab}, Word: "posting"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back"},
		},
		Others: slices.Concat(scrolling, []keymap.Action{keymap.Undo, keymap.Redo}),
	}
	wordsKeys = keymap.Map{
		Screen: "Reword",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "keep, then its label"},
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
)

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	switch {
	case m.what == words:
		return wordsKeys
	case m.what != nothing:
		return lineKeys
	case m.looking:
		return m.narrow(lookingKeys)
	default:
		return m.narrow(roleKeys)
	}
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
	switch action := m.Keys().Action(msg.String()); action {
	case keymap.Back:
		return m, intent.Back{}
	case keymap.Confirm:
		return m.confirm()
	case keymap.Help, keymap.Palette:
		return m, intent.Show{Action: action}
	case keymap.Undo:
		return m, intent.Undo{}
	case keymap.Redo:
		return m, intent.Redo{}
	case keymap.NextTab:
		m.posting = !m.posting
		return m.show(), nil
	case keymap.Reword:
		return m.reword(), nil
	case keymap.Drop:
		return m.drop(), nil
	case keymap.MustOrNice:
		return m.change(func(q *model.Requirement) {
			q.Priority = model.Nice - q.Priority
			q.Gate = q.Priority == model.Must
		}), nil
	case keymap.JudgedFrom:
		return m.change(func(q *model.Requirement) { q.From = model.FromInterview - q.From }), nil
	case keymap.Gate:
		return m.change(func(q *model.Requirement) { q.Gate = !q.Gate }), nil
	case keymap.Weight:
		return m.change(func(q *model.Requirement) { q.Weight = heavier(q.Weight) }), nil
	default:
		return m.move(action), nil
	}
}

// heavier is the weight after w: from 1 to 2 to 3, then a half, then 1 again.
func heavier(w float64) float64 {
	if next, ok := map[float64]float64{1: 2, 2: 3, 3: 0.5}[w]; ok {
		return next
	}
	return 1
}

// confirm makes the role.
func (m Model) confirm() (Model, intent.Intent) {
	r := m.made()
	if err := r.Validate(); err != nil {
		return m, intent.Say{Text: err.Error()}
	}
	return m, intent.Keep{Role: r}
}

// drop drops the requirement one stands on, or takes it back in.
func (m Model) drop() Model {
	q, ok := m.current()
	if !ok {
		return m
	}
	dropped := map[model.RequirementID]bool{q.ID: !m.dropped[q.ID]}
	for id, d := range m.dropped {
		if id != q.ID {
			dropped[id] = d
		}
	}
	m.dropped = dropped
	return m
}

// move moves in the checklist, or in the posting where that is shown instead of it or the action is one for pages.
func (m Model) move(action keymap.Action) Model {
	reading := m.posting && !m.frame().wide
	switch action {
	case keymap.Down, keymap.Up:
		by := map[keymap.Action]int{keymap.Down: 1, keymap.Up: -1}[action]
		if !reading {
			return m.stand(m.at + by)
		}
		m.page = m.page.Scroll(by)
	case keymap.Top:
		if !reading {
			return m.stand(0)
		}
		m.page = m.page.Top()
	case keymap.Bottom:
		if !reading {
			return m.stand(len(m.entries()))
		}
		m.page = m.page.Bottom()
	case keymap.HalfDown:
		m.page = m.page.HalfPage(1)
	case keymap.HalfUp:
		m.page = m.page.HalfPage(-1)
	case keymap.PageDown:
		m.page = m.page.FullPage(1)
	case keymap.PageUp:
		m.page = m.page.FullPage(-1)
	}
	return m
}

// reword opens the words of what one stands on.
func (m Model) reword() Model {
	m.posting = false
	if q, ok := m.current(); ok {
		m.what, m.words, m.label = words, input.Paragraph(q.Text, wordsLimit), input.Line(q.Label, model.LabelCells)
	} else {
		m.what, m.words = title, input.Line(m.role.Title, titleLimit)
	}
	return m.show()
}

// typed takes a key while words are changed.
func (m Model) typed(msg tea.KeyMsg) (Model, intent.Intent) {
	key := msg.String()
	switch {
	case msg.Paste || key != "enter" && key != "esc":
		if m.what == label {
			m.label = m.label.Key(msg)
		} else {
			m.words = m.words.Key(msg)
		}
		return m, nil
	case key == "esc":
		m.rewording = rewording{}
		return m.show(), nil
	}
	said := strings.Join(strings.Fields(m.words.Text()), " ")
	switch {
	case said == "":
		return m, intent.Say{Text: "without words there is nothing to judge: esc, then d drops it"}
	case m.what == words:
		m.what = label
		return m.show(), nil
	case m.what == title:
		m.role.Title = said
	default:
		called := strings.Join(strings.Fields(m.label.Text()), " ")
		if problem := m.unfit(called); problem != "" {
			return m, intent.Say{Text: problem}
		}
		m = m.change(func(q *model.Requirement) { q.Text, q.Label = said, called })
	}
	m.rewording = rewording{}
	return m.show(), nil
}

// unfit says why a label cannot be that of the requirement one stands on; "" when it can.
func (m Model) unfit(called string) string {
	here, _ := m.current()
	for _, q := range m.role.Checklist.Requirements {
		if q.ID != here.ID && strings.EqualFold(q.Label, called) {
			return called + " is another requirement's label"
		}
	}
	switch {
	case called == "":
		return "a label names the requirement where there is little room"
	case text.Width(called) > model.LabelCells:
		return "the label is too wide"
	}
	return ""
}
