// Package list is the screen of the whole field: a row for each candidate, a column for each requirement, a filter, an order,
// and what can be done to one row or to many.
package list

import (
	"candid/model"
	"candid/model/query"
	"candid/ui/intent"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Model is the list screen. New makes one.
type Model struct {
	setting       intent.Setting
	theme         theme.Theme
	width, height int // in cells

	role       model.Role
	strip      []model.Requirement // in the order of the strip
	rows       []model.Row         // all of them, in order
	shown      []int               // those that the filter lets through, as places in rows
	known      bool                // the role has come
	loaded     bool                // and all of its rows
	unread     string              // why they could not be read
	widest     int                 // of the names, in cells
	twins      map[string]int      // how many are called what
	widestTwin int                 // of those who are called the same, with what tells them apart
	done       int                 // how many of them I have submitted a review of

	sort     model.Sort  // the list's own; a filter may ask for another
	filter   filter      // what is shown
	wanted   filter      // what will be, as soon as its documents have been looked through; number 0: nothing
	searches int         // how many searches of documents were wanted
	searched int         // the one that the app was asked for last
	values   query.Scope // what a filter can be completed with
	typing   typing
	lacking  []string // which part of the filter lets nobody through, where nobody is shown
	past     []string // earlier filters of this sitting, the last one at the end

	cursor  int      // in shown
	filling bool     // it was empty, and nobody has pressed a key since: the cursor stays on the first row
	stand   model.ID // whom the cursor is on; kept while nobody is shown
	top     int      // the first row on the screen
	column  int      // the strip's column under the cursor, from 1; 0: none
	marked  map[model.ID]bool
	views   model.Views // what the filter may be called

	told   model.Place // what the app was last asked to remember
	asked  model.ID    // whom the app was last asked for
	person intent.Person
	status intent.Status
}

// New is the list before its role has come.
func New(s intent.Setting, t theme.Theme) Model {
	return Model{setting: s, theme: t, marked: map[model.ID]bool{}}
}

// Update takes the field, its changes, keys and clicks.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case intent.Themed:
		m.theme = msg.Theme
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.typing.input = m.typing.input.Size(m.inputRoom())
	case tea.KeyMsg:
		m.filling = m.filling && len(m.rows) == 0
		if m.typing.on {
			want = m.typed(msg)
		} else if !msg.Paste {
			want = m.key(msg.String())
		}
	case tea.MouseMsg:
		m.filling = m.filling && len(m.rows) == 0
		want = m.mouse(msg)
	case intent.Field:
		m.take(msg)
	case intent.Unread:
		m.unread = msg.Why
	case intent.Changed:
		m.change(msg.Rows)
	case intent.Person:
		if r, ok := m.here(); ok && msg.Record.Candidate.ID == r.Candidate.ID {
			m.person = msg
		}
	case intent.Status:
		m.status = msg
	case intent.Stand:
		want = m.standing(msg.Candidate)
		m.markAgain(msg.Marked)
	case intent.Views:
		m.views = msg.Views
	case intent.Filter:
		want = m.filterBy(msg.Query)
	case intent.Found:
		m.found(msg)
	case intent.Order:
		m.sortBy(msg.By)
	case intent.Number:
		m.moveTo(msg.N - 1)
	}
	m.scroll()
	return m, m.together(want)
}

// Typing reports whether the filter is being typed, so that no key is a command.
func (m Model) Typing() bool { return m.typing.on }

// together is an intent with those that follow from where the cursor now stands.
func (m *Model) together(want intent.Intent) intent.Intent {
	var all intent.All
	if want != nil {
		all = append(all, want)
	}
	if place := m.place(); m.known && place != m.told {
		m.told = place
		all = append(all, intent.Remember{Place: place})
	}
	for _, f := range [...]*filter{&m.filter, &m.wanted} {
		if f.number > m.searched {
			m.searched = f.number
			all = append(all, intent.Search{Number: f.number, Said: f.query.Said()})
		}
	}
	if r, ok := m.here(); ok && m.pane() > 0 && r.Candidate.ID != m.asked {
		m.asked = r.Candidate.ID
		all = append(all, intent.Peek{Candidate: m.asked})
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	default:
		return all
	}
}

func (m Model) place() model.Place {
	return model.Place{Role: m.role.ID, Sort: m.sort, Filter: m.words(), Cursor: m.stand, Column: m.column}
}
