// Package scoring is the screen where one candidate is rated, one requirement at a time, the proof beside it, and where the
// review is summed up and submitted.
package scoring

import (
	"candid/model"
	"candid/model/search"
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

	person intent.Person
	mine   model.Review        // the viewer's own
	strip  []model.Requirement // what is rated here, in the order of the strip
	status intent.Status

	order     []model.RequirementID // in which the requirements come: that of the strip, but for those put off
	at        int                   // the place in order; past its end stands the summary
	top       int                   // the first row of the summary in sight
	repeating model.RequirementID   // waits for the rating that a repeat gives it
	sure      bool                  // enter was pressed on the summary with requirements open

	page    page.Page     // the document
	reading int           // which of the person's readings the page shows
	note    note          // the note being written
	because page.Because  // why a line is, or is not, pointed at, while that is shown
	find    find          // what is looked for in the document
	sought  []search.Said // what the candidate was found by, which is marked where nothing else is looked for
}

// New is the screen before it has been told of anybody.
func New(s intent.Setting, t theme.Theme) Model {
	return Model{setting: s, theme: t, page: page.New(t)}
}

// Update takes a message and gives the screen after it, and what it asks for.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case intent.Themed:
		m.theme, m.page = msg.Theme, m.page.Themed(msg.Theme)
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m = m.resize()
	case intent.Person:
		m = m.told(msg)
	case intent.Because:
		if q, ok := m.current(); ok && q.ID == msg.Requirement {
			m.because = m.because.Told(msg)
			m = m.resize()
		}
	case intent.Status:
		m.status = msg
	case intent.Number:
		m, want = m.number(msg.N)
	case tea.KeyMsg:
		m, want = m.key(msg)
	case tea.MouseMsg:
		m, want = m.mouse(msg)
	}
	return m, want
}

// told takes news of a person: the one who is open, as they now stand, or another one who has been opened.
func (m Model) told(p intent.Person) Model {
	open, id := m.person.Record.Candidate.ID, p.Record.Candidate.ID
	if id != open && !open.IsZero() && !p.Fresh {
		return m // a late answer about somebody else
	}
	before := m.mine
	if id != open || p.Fresh {
		m.because = page.Because{}
	}
	m.person, m.mine = p, p.Record.Review(m.setting.Viewer.ID)
	m.strip = p.Role.Checklist.Application()
	if id != open || p.Fresh {
		return m.begin()
	}
	m.order = reorder(m.order, m.strip)
	m.at = min(m.at, len(m.order))
	if i := m.wanted(); i >= 0 {
		return m.stand(i)
	}
	if q, ok := m.current(); ok && q.ID == m.repeating {
		was := before.Rating(q.ID)
		if m.decided(q.ID) && (was.Behind(q) || was.Value != m.mine.Rating(q.ID).Value) {
			return m.stand(m.undecided(m.at + 1))
		}
	}
	_, _, _, stood := m.page.Here()
	m = m.show(false)
	if _, _, _, stands := m.page.Here(); stood && !stands { // what was the last of the document was taken away
		return m.evidence(1)
	}
	return m
}

// begin starts on a person who was just opened: where the app says, else on the first undecided requirement, and on the
// summary when there is none or the review has been submitted.
func (m Model) begin() Model {
	m.order = reorder(nil, m.strip)
	m.note, m.find, m.reading, m.sure = note{}, find{}, 0, false
	m.sought = m.person.Find
	m.page = page.New(m.theme)
	m = m.resize()
	switch i := m.wanted(); {
	case i >= 0:
		return m.stand(i)
	case m.mine.Submitted != 0:
		return m.stand(len(m.order))
	default:
		return m.stand(m.undecided(0))
	}
}

// wanted is the place in the order that the app says to stand on; -1 for none.
func (m Model) wanted() int {
	if m.person.Summary {
		return len(m.order)
	}
	return m.place(m.person.Goto)
}

// whole reports whether all of the person has been read, so that what is added to it is added to what there is.
func (m Model) whole() bool {
	return m.person.Readings != nil || len(m.person.Record.Candidate.Current()) == 0
}
