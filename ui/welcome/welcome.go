// Package welcome is the screen that stands before a role: it asks who somebody is, which posting to read, or which role to
// go to.
package welcome

import (
	"strings"

	"candid/model"
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

	asks   question
	words  input.Input // a name being typed
	called string      // the name that is proposed, as long as nothing has been typed
	path   input.Path  // of a posting
	pasted string      // a posting that was pasted instead
	read   intent.Read // what was asked to be read last
	err    error       // why it could not be read
	roles  []model.Role
	counts []int // of candidates, by role
	at     int   // the role one stands on; past them, a new one
}

// question is what the screen asks for.
type question int

const (
	name question = iota
	posting
	which // role
)

const nameLimit = 80

// New is the screen, asking for a name where there is none yet, else for a posting. A Chosen makes it ask for a role.
// Asking for a posting, it waits for a Listed of the folder that the program runs in.
func New(s intent.Setting, t theme.Theme) Model {
	m := Model{setting: s, theme: t, words: input.Line("", nameLimit)}
	if !s.Viewer.ID.IsZero() {
		m, _ = m.ask(posting)
	}
	return m
}

// Propose is the screen with a name that enter alone takes; "" for none.
func (m Model) Propose(name string) Model {
	m.called = name
	return m
}

// ask asks another question. The intent that may come back asks what there is to choose from.
func (m Model) ask(q question) (Model, intent.Intent) {
	var want intent.Intent
	m.asks, m.err = q, nil
	m.path, m.pasted = input.NewPath(), ""
	if q == posting && m.setting.May.Files {
		m.path, want = m.path.At("")
	}
	return m.resize(), want
}

func (m Model) resize() Model {
	cells := min(72, m.width-7)
	m.words, m.path = m.words.Size(cells), m.path.Size(cells)
	return m
}

// Typing reports whether keys are text.
func (m Model) Typing() bool { return m.asks != which }

var (
	nameKeys = keymap.Map{
		Screen: "Welcome",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "that is me"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
	}
	postingKeys = keymap.Map{
		Screen: "Welcome",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "read it"},
			{Actions: []keymap.Action{keymap.Complete}, Word: "complete"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
	}
	folderKeys = keymap.Map{
		Screen: "Welcome",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "open the folder"},
			{Actions: []keymap.Action{keymap.Complete}, Word: "complete"},
			{Actions: []keymap.Action{keymap.Back}, Word: "leave"},
		},
	}
	whichKeys = keymap.Map{
		Screen: "Roles",
		Hints: []keymap.Hint{
			{Actions: []keymap.Action{keymap.Confirm}, Word: "open"},
			{Actions: []keymap.Action{keymap.Down, keymap.Up}, Word: "move"},
			{Actions: []keymap.Action{keymap.Back}, Word: "back"},
		},
		Others: append([]keymap.Action{keymap.Top, keymap.Bottom}, keymap.Common...),
	}
)

// Keys is what works now.
func (m Model) Keys() keymap.Map {
	switch {
	case m.asks == name:
		return nameKeys
	case m.asks == posting && m.path.AtFolder():
		return folderKeys
	case m.asks == posting:
		return postingKeys
	default:
		return whichKeys
	}
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
	case intent.Chosen:
		m = m.choose(msg)
	case intent.Posting:
		if m.read == m.given() { // else something else stands there by now
			m.err = msg.Err
		}
	case intent.Listed:
		msg.Entries = offered(msg.Entries)
		m.path, want = m.path.Listed(msg)
	case tea.MouseMsg:
		m, want = m.mouse(msg)
	case tea.KeyMsg:
		if m.Typing() {
			m, want = m.typed(msg)
		} else {
			m, want = m.key(msg)
		}
	}
	return m, want
}

// choose asks which role to go to.
func (m Model) choose(c intent.Chosen) Model {
	m, _ = m.ask(which)
	m.roles, m.counts, m.at = nil, nil, 0
	for i, r := range c.Roles {
		if !r.Archived && i < len(c.Counts) {
			m.roles, m.counts = append(m.roles, r), append(m.counts, c.Counts[i])
		}
	}
	return m
}

// typed takes a key of a name or a path.
func (m Model) typed(msg tea.KeyMsg) (Model, intent.Intent) {
	key := ""
	if !msg.Paste {
		key = msg.String()
	}
	said := strings.TrimSpace(m.words.Text())
	switch {
	case key == "esc" && len(m.roles) > 0:
		return m.ask(which)
	case key == "esc":
		return m, intent.Quit{}
	case m.asks == posting:
		return m.posting(msg, key)
	case key == "enter" && said == "" && m.called == "":
		return m, intent.Say{Text: "a name first: reviews bear it"}
	case key == "enter" && said == "":
		return m, intent.Call{Name: m.called}
	case key == "enter":
		return m, intent.Call{Name: strings.Join(strings.Fields(said), " ")}
	case said == "" && (key == "tab" || key == "right" || key == "end" || key == "ctrl+e"):
		m.words = m.words.With(m.called)
	case said == "" && (key == "backspace" || key == "ctrl+u"):
		m.called = ""
	}
	m.words = m.words.Key(msg)
	if m.words.Text() != "" { // and when that is deleted again, it was not wanted
		m.called = ""
	}
	return m, nil
}

// posting takes a key of a path, or a posting that is pasted.
func (m Model) posting(msg tea.KeyMsg, key string) (Model, intent.Intent) {
	if text := string(msg.Runes); msg.Paste && isPosting(text) {
		m.path, m.pasted = input.NewPath(), unbroken.Replace(text)
		key = "enter"
	}
	if key == "enter" && m.path.AtFolder() {
		msg, key = tea.KeyMsg{Type: tea.KeyTab}, ""
	}
	if key == "enter" {
		m.read, m.err = m.given(), nil
		return m.resize(), m.read
	}
	if m.pasted != "" { // whatever is typed now is typed instead
		m.pasted, m.err = "", nil
		if msg.Type != tea.KeyRunes {
			return m, nil
		}
	}
	var want intent.Intent
	before := m.given()
	if m.path, want = m.path.Key(msg); m.given() != before {
		m.err = nil
	}
	return m, want
}

// given is what there is to read.
func (m Model) given() intent.Read { return intent.Read{Path: m.path.Path(), Text: m.pasted} }

// key takes a key while a role is chosen.
func (m Model) key(msg tea.KeyMsg) (Model, intent.Intent) {
	switch action := m.Keys().Action(msg.String()); action {
	case keymap.Back:
		return m, intent.Back{}
	case keymap.Help, keymap.Palette:
		return m, intent.Show{Action: action}
	case keymap.Undo:
		return m, intent.Undo{}
	case keymap.Redo:
		return m, intent.Redo{}
	case keymap.Confirm:
		return m.open()
	case keymap.Down:
		m.at = min(m.at+1, len(m.roles))
	case keymap.Up:
		m.at = max(0, m.at-1)
	case keymap.Top:
		m.at = 0
	case keymap.Bottom:
		m.at = len(m.roles)
	}
	return m, nil
}

// open goes to the role one stands on, or on to a new one.
func (m Model) open() (Model, intent.Intent) {
	if m.at < len(m.roles) {
		return m, intent.Choose{Role: m.roles[m.at].ID}
	}
	return m.ask(posting)
}

func (m Model) mouse(msg tea.MouseMsg) (Model, intent.Intent) {
	if m.asks != which || msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress {
		return m, nil
	}
	if i := m.first() + msg.Y - listTop; msg.Y >= listTop && i <= len(m.roles) {
		m.at = i
		return m.open()
	}
	return m, nil
}
