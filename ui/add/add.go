// Package add is the screen that takes the path of applications, and shows how the adding of them goes.
package add

import (
	"candid/ui/input"
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

	path   input.Path
	stage  stage
	counts map[string]int    // outcomes by what they are called
	trying []string          // the paths that are being added
	failed []intent.Imported // those refused
	last   string            // who came in last
	top    int               // the first refused one in sight
}

// stage is what the screen is at.
type stage int

const (
	asking stage = iota
	adding
	over
)

// New is the screen, asking for a path.
func New(s intent.Setting, t theme.Theme) Model {
	return Model{setting: s, theme: t, path: input.NewPath()}
}

// Typing reports whether keys are text.
func (m Model) Typing() bool { return m.stage == asking && m.setting.May.Files }

var (
	askingKeys = keymap.Map{
		Screen: "Add candidates",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "add"},
			{Actions: []keymap.Action{keymap.Complete}, Word: "complete"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back"},
		},
	}
	addingKeys = keymap.Map{
		Screen: "Adding candidates",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Back}, Word: "back; the adding goes on"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "scroll"},
		},
		Others: append([]keymap.Action{keymap.Top, keymap.Bottom}, keymap.Common...),
	}
	overKeys = keymap.Map{
		Screen: "Added candidates",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Back}, Word: "to the list"},
			{Actions: []keymap.Action{keymap.Confirm}, Word: "add more"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "scroll"},
		},
		Others: append([]keymap.Action{keymap.Top, keymap.Bottom}, keymap.Common...),
	}
	refusedKeys = keymap.Map{
		Screen: "Add candidates",
		Hints:  []keymap.Hint{{Actions: []keymap.Action{keymap.Back}, Word: "back"}},
		Others: keymap.Common,
	}
)

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	switch {
	case m.stage == adding:
		return addingKeys
	case m.stage == over:
		return overKeys
	case !m.setting.May.Files:
		return refusedKeys
	default:
		return askingKeys
	}
}

// Update takes a message and gives the screen after it, and what it asks for.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.path = m.path.Size(m.width - 6)
	case intent.Listed:
		m.path, want = m.path.Listed(msg)
	case intent.Imported:
		m = m.imported(msg)
	case tea.MouseMsg:
		switch msg.Button {
		case tea.MouseButtonWheelDown:
			m = m.scroll(3)
		case tea.MouseButtonWheelUp:
			m = m.scroll(-3)
		}
	case tea.KeyMsg:
		if m.Typing() {
			m, want = m.typed(msg)
		} else {
			m, want = m.key(msg)
		}
	}
	return m, want
}

// key takes a key while nothing is typed.
func (m Model) key(msg tea.KeyMsg) (Model, intent.Intent) {
	switch action := m.Keys().Action(msg.String()); action {
	case keymap.Back:
		return m, intent.Back{}
	case keymap.Confirm:
		again := New(m.setting, m.theme)
		again.width, again.height = m.width, m.height
		again.path = again.path.Size(m.width - 6)
		return again, nil
	case keymap.Help, keymap.Palette:
		return m, intent.Show{Action: action}
	case keymap.Undo:
		return m, intent.Undo{}
	case keymap.Redo:
		return m, intent.Redo{}
	case keymap.Down:
		return m.scroll(1), nil
	case keymap.Up:
		return m.scroll(-1), nil
	case keymap.Top:
		return m.scroll(-len(m.failed)), nil
	case keymap.Bottom:
		return m.scroll(len(m.failed)), nil
	}
	return m, nil
}

// typed takes a key of the path.
func (m Model) typed(msg tea.KeyMsg) (Model, intent.Intent) {
	if !msg.Paste {
		switch msg.String() {
		case "esc":
			return m, intent.Back{}
		case "enter":
			return m.begin()
		}
	}
	var want intent.Intent
	m.path, want = m.path.Key(msg)
	return m, want
}

// begin asks for the adding of what the path names.
func (m Model) begin() (Model, intent.Intent) {
	path := m.path.Path()
	if path == "" {
		return m, intent.Say{Text: "a path first: of a file, or of a folder of applications"}
	}
	m.stage, m.trying = adding, []string{path}
	return m, intent.Import{Paths: m.trying}
}

// imported takes news of the adding.
func (m Model) imported(msg intent.Imported) Model {
	if m.stage != adding {
		m = Model{setting: m.setting, theme: m.theme, width: m.width, height: m.height, stage: adding}
	}
	if msg.Result != "" {
		counts := map[string]int{msg.Result: 1}
		for result, n := range m.counts {
			counts[result] += n
		}
		m.counts = counts
	}
	if msg.Name != "" {
		m.last = msg.Name
	}
	if msg.Result == refused {
		m.failed = append(m.failed[:len(m.failed):len(m.failed)], msg)
	}
	if msg.Over {
		m.stage = over
	}
	return m
}

// scroll moves the list of those refused.
func (m Model) scroll(by int) Model {
	m.top = max(0, min(m.top+by, len(m.failed)-m.rows()))
	return m
}
