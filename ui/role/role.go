// Package role is the screen that shows a role: its checklist, and the posting with the lines each requirement came from. A
// posting that was just read is looked over here before it is used.
package role

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/page"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Model is the screen. It is a plain value; New makes one.
type Model struct {
	setting       intent.Setting
	theme         theme.Theme
	width, height int // in cells

	role    model.Role
	looking bool // the role was just read and is being looked over
	dropped map[model.RequirementID]bool
	at      int // the entry one stands on: 0 the title, then the requirements as they are shown
	top     int // the first row of the checklist in sight
	page    page.Page
	posting bool // the posting is shown, on a screen too narrow for both
	rewording
}

// rewording is words being changed.
type rewording struct {
	what  what
	words input.Input
	label input.Input
}

// what is being reworded.
type what int

const (
	nothing what = iota
	title
	words
	label
)

// New is the screen before it has been told of a role.
func New(s intent.Setting, t theme.Theme) Model {
	return Model{setting: s, theme: t, page: page.New(t)}
}

// Typing reports whether keys are text.
func (m Model) Typing() bool { return m.what != nothing }

// Update takes a message and gives the screen after it, and what it asks for.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m = m.show()
	case intent.Posting:
		if msg.Err == nil {
			m.looking, m.role, m.dropped = true, msg.Reading.Role, nil
			m.at, m.top = min(1, len(m.role.Checklist.Requirements)), 0
			m = m.show()
		}
	case intent.Field:
		if !m.looking {
			m.role = msg.Role
			m.at = max(m.at, min(1, len(m.role.Checklist.Requirements)))
			m = m.show()
		}
	case intent.Number:
		m = m.stand(msg.N)
	case tea.KeyMsg:
		m, want = m.key(msg)
	case tea.MouseMsg:
		m = m.mouse(msg)
	}
	return m, want
}

// entries is the requirements in the order they are shown: must-haves, nice-to-haves, those that wait for the interview.
func (m Model) entries() []model.Requirement {
	return slices.Concat(m.role.Checklist.Application(), m.role.Checklist.Interview())
}

// current is the requirement one stands on; false on the title.
func (m Model) current() (model.Requirement, bool) {
	entries := m.entries()
	if m.at < 1 || m.at > len(entries) {
		return model.Requirement{}, false
	}
	return entries[m.at-1], true
}

// stand goes to an entry; the posting follows.
func (m Model) stand(at int) Model {
	least := 1
	if m.looking {
		least = 0
	}
	m.at = max(least, min(at, len(m.entries())))
	return m.show()
}

// change changes the requirement one stands on, and stays on it wherever it goes.
func (m Model) change(f func(*model.Requirement)) Model {
	q, ok := m.current()
	if !ok {
		return m
	}
	qs := slices.Clone(m.role.Checklist.Requirements)
	f(&qs[slices.IndexFunc(qs, func(x model.Requirement) bool { return x.ID == q.ID })])
	m.role.Checklist.Requirements = qs
	return m.stand(1 + slices.IndexFunc(m.entries(), func(x model.Requirement) bool { return x.ID == q.ID }))
}

// made is the role as it was looked over, without what was dropped.
func (m Model) made() model.Role {
	r := m.role
	r.Checklist.Requirements = slices.DeleteFunc(slices.Clone(r.Checklist.Requirements), func(q model.Requirement) bool { return m.dropped[q.ID] })
	return r
}

// show gives the posting the room it has, marks the lines of the requirement one stands on, and keeps that one in sight.
func (m Model) show() Model {
	f := m.frame()
	m.page = m.page.Size(f.pageWidth, f.pageHeight)
	if m.role.Posting != "" {
		q, _ := m.current()
		lines := strings.Split(strings.ReplaceAll(m.role.Posting, "\r\n", "\n"), "\n")
		reading := evidence.Reading{Document: model.Document{ID: m.role.ID, Format: "markdown"}, Lines: lines}
		if q.Lines[1] > q.Lines[0] {
			reading.Found = map[model.RequirementID][]evidence.Found{q.ID: nil}
			for i := max(0, q.Lines[0]); i < min(q.Lines[1], len(lines)); i++ {
				reading.Found[q.ID] = append(reading.Found[q.ID], evidence.Found{Line: i, Text: lines[i], Strength: 1})
			}
		}
		m.page = m.page.Show(reading, q.ID)
	}
	m.words, m.label = m.words.Size(f.listWidth-3), m.label.Size(f.listWidth-3)
	return m.follow(f)
}
