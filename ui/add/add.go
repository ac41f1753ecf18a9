// Package add is the screen that brings candidates in: it picks files or takes a form, shows what would become of them, what the
// columns of a table are taken as, and how the adding goes.
package add

import (
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Model is the screen. It is a plain value; New makes one.
type Model struct {
	setting       intent.Setting
	theme         theme.Theme
	width, height int // in cells

	stage   stage
	pick    picker
	columns columns
	form    form
	report  intent.Adding // how the adding goes, or a dry run
	at      int           // the outcome one stands on, of those told
}

// stage is what the screen is at.
type stage int

const (
	picking stage = iota
	mapping       // what the columns of tables are taken as
	filling       // the form for one candidate
	telling       // how an adding goes, or a dry run
)

// New is the screen, picking. It waits for a Listed of the folder that the program runs in.
func New(s intent.Setting, t theme.Theme) Model {
	return Model{setting: s, theme: t, pick: newPicker()}
}

// Typing reports whether keys are text.
func (m Model) Typing() bool {
	return m.setting.May.Files && m.stage == picking && m.pick.typing || m.stage == filling
}

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	switch {
	case m.stage == telling:
		return m.tellingKeys()
	case !m.setting.May.Files && m.stage == picking:
		return farKeys
	case m.stage == mapping:
		return mappingKeys
	case m.stage == filling:
		return fillingKeys
	case m.pick.typing:
		return typingKeys
	default:
		return pickingKeys
	}
}

// moves is the keys that go through a list.
var moves = []keymap.Action{keymap.Top, keymap.Bottom, keymap.HalfDown, keymap.HalfUp, keymap.PageDown, keymap.PageUp}

// farKeys is the keys where no file can be read; a form can be filled in.
var farKeys = keymap.Map{
	Screen: "Add candidates",
	Hints: []keymap.Hint{
		{Actions: []keymap.Action{keymap.ByHand}, Word: "by hand"},
		{Actions: []keymap.Action{keymap.Back}, Word: "back"},
	},
	Others: keymap.Common,
}

// Update takes a message and gives the screen after it, and what it asks for.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case intent.Themed:
		m.theme = msg.Theme
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m = m.resize()
	case intent.Listed:
		m, want = m.listed(msg)
	case intent.Inspected:
		m, want = m.inspected(msg)
	case intent.Adding:
		m = m.told(msg)
	case intent.Command:
		if m.stage == picking {
			m, want = m.begin(paths(msg.Argument), false)
		}
	case intent.Entered:
		m.form = m.form.entered(msg).resize(m.width)
	case tea.MouseMsg:
		m = m.mouse(msg)
	case tea.KeyMsg:
		switch {
		case m.stage == filling:
			m, want = m.fill(msg)
		case m.Typing():
			m, want = m.typed(msg)
		case msg.Paste && m.stage == picking && m.setting.May.Files:
			m, want = m.pasted(string(msg.Runes))
		default:
			m, want = m.key(msg)
		}
	}
	return m, want
}

func (m Model) resize() Model {
	m.pick.path = m.pick.path.Size(m.width - 6)
	m.form = m.form.resize(m.width)
	return m
}

// listed gives a folder to whoever asked for it.
func (m Model) listed(msg intent.Listed) (Model, intent.Intent) {
	m.pick = m.pick.listed(msg)
	var typed, formed intent.Intent
	m.pick.path, typed = m.pick.path.Listed(msg)
	m.form.path, formed = m.form.path.Listed(msg)
	if typed != nil {
		return m, typed
	}
	return m, formed
}

// key takes a key while nothing is typed.
func (m Model) key(msg tea.KeyMsg) (Model, intent.Intent) {
	action := m.Keys().Action(msg.String())
	switch action {
	case keymap.Help, keymap.Palette:
		return m, intent.Show{Action: action}
	case keymap.Undo:
		return m, intent.Undo{}
	case keymap.Redo:
		return m, intent.Redo{}
	}
	switch m.stage {
	case telling:
		return m.tellingKey(action)
	case mapping:
		return m.mappingKey(action)
	default:
		return m.pickingKey(action)
	}
}

// mouse scrolls with the wheel.
func (m Model) mouse(msg tea.MouseMsg) Model {
	by := map[tea.MouseButton]int{tea.MouseButtonWheelDown: 3, tea.MouseButtonWheelUp: -3}[msg.Button]
	switch {
	case by == 0:
	case m.stage == telling:
		m.at = step(m.at, by, len(m.report.Told))
	case m.stage == mapping:
		m.columns.at = step(m.columns.at, by, len(m.columns.table().Columns))
	case m.stage == picking && !m.pick.typing:
		m.pick.at = step(m.pick.at, by, m.pick.rows())
	}
	return m
}

// step is a place in a list of so many, moved as far as that goes.
func step(at, by, many int) int { return max(0, min(at+by, many-1)) }

// move is where a key leads in a list of so many, of which so many are in sight.
func move(action keymap.Action, at, many, sight int) int {
	switch action {
	case keymap.Down:
		return step(at, 1, many)
	case keymap.Up:
		return step(at, -1, many)
	case keymap.HalfDown:
		return step(at, max(1, sight/2), many)
	case keymap.HalfUp:
		return step(at, -max(1, sight/2), many)
	case keymap.PageDown:
		return step(at, max(1, sight), many)
	case keymap.PageUp:
		return step(at, -max(1, sight), many)
	case keymap.Top:
		return 0
	case keymap.Bottom:
		return step(0, many, many)
	}
	return at
}
