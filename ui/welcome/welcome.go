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
func New(s intent.Setting, t theme.Theme) Model {
	m := Model{setting: s, theme: t, words: input.Line("", nameLimit)}
	if !s.Viewer.ID.IsZero() {
		m = m.ask(posting)
	}
	return m
}

func (m Model) ask(q question) Model {
	m.asks, m.err = q, nil
	m.path, m.pasted = input.NewPath(), ""
	return m.resize()
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
	switch m.asks {
	case name:
		return nameKeys
	case posting:
		return postingKeys
	default:
		return whichKeys
	}
}

// Update takes a message and gives the screen after it, and what it asks for.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
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
	m = m.ask(which)
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
		return m.ask(which), nil
	case key == "esc":
		return m, intent.Quit{}
	case m.asks == posting:
		return m.posting(msg, key)
	case key == "enter" && said == "":
		return m, intent.Say{Text: "a name first: reviews bear it"}
	case key == "enter":
		return m, intent.Call{Name: strings.Join(strings.Fields(said), " ")}
	}
	m.words = m.words.Key(msg)
	return m, nil
}

// posting takes a key of a path, or a posting that is pasted.
func (m Model) posting(msg tea.KeyMsg, key string) (Model, intent.Intent) {
	if text := string(msg.Runes); msg.Paste && isPosting(text) {
		m.path, m.pasted = input.NewPath(), unbroken.Replace(text)
		key = "enter"
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
	return m.ask(posting), nil
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
