// Package role is the screen that shows a role: its checklist, and the posting with the lines each requirement came from. A
// posting that was just read is looked over here before it is used.
package role

import (
	"slices"
	"strings"
	"time"

	"candid/model"
	"candid/model/posting"
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

	role  model.Role
	lines []string // of the posting
	draft draft    // what the person may change of the role
	at    int      // the entry one stands on: 0 the title, then the requirements as they are shown
	top   int      // the first row of the checklist in sight
	page  page.Page
	// beside: one is in the posting, which is shown alone on a screen too narrow for both.
	beside bool

	looking bool            // the role was just read and is being looked over
	since   time.Time       // when an enter still meant something else: before the role was shown, or for words that were being changed
	reading posting.Reading // what was read
	line    int             // of the reading: where one stands in the posting
	leaving bool            // asked whether to leave what was edited
	history history
	rewording
}

// New is the screen before it has been told of a role.
func New(s intent.Setting, t theme.Theme) Model {
	return Model{setting: s, theme: t, page: page.New(t).AsItIs()}
}

// Typing reports whether keys are text.
func (m Model) Typing() bool { return m.what != nothing }

// Editing reports whether undo and redo are about the edits made here.
func (m Model) Editing() bool { return m.looking }

// Update takes a message and gives the screen after it, and what it asks for.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case intent.Themed:
		m.theme, m.page = msg.Theme, m.page.Themed(msg.Theme)
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m = m.show()
	case intent.Posting:
		if msg.Err == nil {
			m = m.lookOver(msg.Reading)
		}
	case intent.Field:
		if !m.looking {
			m.role, m.lines = msg.Role, split(msg.Role.Posting)
			m.draft = draft{title: msg.Role.Title, requirements: msg.Role.Checklist.Requirements}
			m.at = max(m.at, min(1, len(m.draft.requirements)))
			m = m.show()
		}
	case intent.Number:
		if m.what == nothing {
			m = m.stand(msg.N)
		}
	case tea.KeyMsg:
		m, want = m.key(msg)
	case tea.MouseMsg:
		m = m.mouse(msg)
	}
	return m, want
}

// lookOver begins to look a reading over: on its title when it has none, in the posting when its checklist is empty.
func (m Model) lookOver(r posting.Reading) Model {
	m = Model{setting: m.setting, theme: m.theme, width: m.width, height: m.height, page: page.New(m.theme).AsItIs()}
	m.since = m.setting.Now()
	m.looking, m.reading, m.role, m.lines = true, r, r.Role, split(r.Role.Posting)
	m.draft = newDraft(r)
	m.at = min(1, len(m.draft.requirements))
	m.beside = m.at == 0
	if m.draft.title == "" {
		m.at = 0
		return m.retitle()
	}
	return m.show()
}

// split is the lines of a posting.
func split(posting string) []string {
	return strings.Split(strings.ReplaceAll(posting, "\r\n", "\n"), "\n")
}

// current is the requirement one stands on; false on the title.
func (m Model) current() (model.Requirement, bool) {
	entries := m.draft.entries()
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
	m.at = max(least, min(at, len(m.draft.requirements)))
	return m.show()
}

// standOn goes to a requirement, wherever it is now, and in the posting to its line.
func (m Model) standOn(id model.RequirementID) Model {
	if of := m.draft.origin[id]; len(of) > 0 && !slices.Contains(of, m.line) {
		m.line = of[0]
	}
	at := 1 + slices.IndexFunc(m.draft.entries(), func(q model.Requirement) bool { return q.ID == id })
	if at == 0 && id != 0 { // it is gone
		at = m.at
	}
	return m.stand(at)
}

// made is the role as it was looked over.
func (m Model) made() model.Role {
	r := m.role
	r.Title, r.Checklist = m.draft.title, m.draft.checklist()
	return r
}

// show gives the posting the room it has, marks what one stands on in it, and keeps that in sight.
func (m Model) show() Model {
	f := m.frame()
	m.page = m.page.Size(f.pageWidth, f.pageHeight)
	if m.role.Posting != "" {
		m = m.mark()
	}
	m.words, m.label = m.words.Size(f.listWidth-3), m.label.Size(f.listWidth-3)
	return m.follow(f)
}
