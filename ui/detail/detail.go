// Package detail is one candidate to read and decide on: every requirement with its strongest statement, the documents, and the
// history.
package detail

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/evidence"
	"candid/model/search"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/page"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Model is the screen.
type Model struct {
	setting       intent.Setting
	theme         theme.Theme
	width, height int // in cells

	person    intent.Person
	known     bool                // a person has been told
	documents []model.Document    // as they are shown: their own, then those of the other applications; of each the version in sight
	current   []model.Document    // the newest versions of these
	list      []model.Requirement // as the strip has them, then those for the interview
	strip     int                 // how many of them are judged from the application
	proofs    []proof             // of each
	at        int                 // the requirement one stands on

	tab     int         // 0: proof, then a document each, then the history
	pages   []page.Page // of each document; those that were not looked at yet are empty
	finding bool        // words to find are being typed
	words   input.Input
	sought  []search.Said // what the candidate was found by, to be found in each document that is gone to
	seek    bool          // in the one that is shown it is still to be found
	carried bool          // what is found is that: nobody asked for it here, and esc goes back at once

	because page.Because // why a line is, or is not, pointed at, while that is shown

	history []model.Change // oldest first
	told    bool           // the history has been told
	top     int            // the first row of the history in sight
	status  intent.Status
}

// proof is the strongest statement for a requirement over all documents, how many there are, and the years that they come to.
type proof struct {
	reading evidence.Reading // the document it stands in
	found   evidence.Found
	lines   int // 0: none was found
	summed  evidence.Reading
	sum     evidence.Sum // of that reading; zero: none is asked for, or no document tells any
}

// New makes the screen, which waits for a Person.
func New(s intent.Setting, t theme.Theme) Model { return Model{setting: s, theme: t} }

// Update takes keys, clicks and news of the candidate.
func (m Model) Update(msg tea.Msg) (intent.Screen, intent.Intent) {
	var want intent.Intent
	switch msg := msg.(type) {
	case intent.Themed:
		m = m.themed(msg.Theme)
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case intent.Person:
		p, _ := m.page()
		_, _, _, stood := p.Here()
		m = m.meet(msg).lay()
		p, reading := m.page()
		if _, _, _, stands := p.Here(); stood && !stands && reading && !msg.Fresh { // what was the last of the document was taken away
			m = m.toEvidence(1)
		}
		want = m.look()
	case intent.History:
		if msg.Candidate == m.person.Record.Candidate.ID {
			m.history, m.told = msg.Changes, true
		}
	case intent.Because:
		if msg.Requirement == m.requirement().ID {
			m.because = m.because.Told(msg)
		}
	case intent.Status:
		if m.status.Saving && !msg.Saving {
			want = m.look()
		}
		m.status = msg
	case intent.Number:
		m, want = m.goTo(msg.N)
	case tea.KeyMsg:
		m, want = m.key(msg)
	case tea.MouseMsg:
		m, want = m.mouse(msg)
	}
	return m.lay().found(), want
}

// found finds in a document that was gone to what the candidate was found by, once it is there.
func (m Model) found() Model {
	p, ok := m.page()
	if !m.seek || !ok || !p.Shown() {
		return m
	}
	m.seek, m.carried = false, true
	var words []string
	for _, s := range m.sought {
		words = append(words, s.Text)
	}
	m.words = input.Line(strings.Join(words, " "), 80)
	return m.with(p.FindAll(m.sought))
}

// Typing reports whether every key is the screen's own: words to find are being typed, or something is shown that any key leaves.
func (m Model) Typing() bool { return m.finding || m.because.On() }

// meet takes a candidate. A fresh one begins at the top, in the kind of tab the last one was left in; in triage with proof.
func (m Model) meet(p intent.Person) Model {
	fresh := p.Fresh || !m.known || p.Record.Candidate.ID != m.person.Record.Candidate.ID
	stood, tab := m.requirement().ID, m.tabKind()
	current, pages := p.Record.Candidate.Current(), m.pages
	for _, held := range p.Held {
		current = append(current, held.Current()...)
	}
	documents := slices.Clone(current)
	for i, d := range current {
		for j, old := range m.current {
			if shown := m.documents[j]; old.ID == d.ID && shown.ID != d.ID && !fresh {
				documents[i] = shown // an older version
			}
		}
	}
	m.pages = make([]page.Page, len(documents))
	for i, d := range documents {
		m.pages[i] = page.New(m.theme)
		for j, old := range m.documents {
			if old.ID == d.ID && !fresh {
				m.pages[i] = pages[j]
			}
		}
	}
	kept := m.tab
	if fresh {
		m.because = page.Because{}
		m.sought, m.seek = p.Find, len(p.Find) > 0
	}
	m.person, m.known, m.documents, m.current = p, true, documents, current
	list := p.Role.Checklist
	application := list.Application()
	m.list, m.strip = slices.Concat(application, list.Interview()), len(application)
	m.proofs = proofs(m.list, p.Readings)
	m.tab = min(kept, m.historyTab())
	if fresh {
		m.history, m.told, m.top, m.finding = nil, false, 0, false
		m.tab = m.tabOf(tab)
		stood = m.undecided()
		if p.Mode == intent.Triage {
			m.tab = 0
		}
	} else if kept > 0 && tab == historyKind {
		m.tab = m.historyTab()
	}
	if p.Goto != 0 {
		stood = p.Goto
	}
	m.at = max(0, slices.IndexFunc(m.list, func(q model.Requirement) bool { return q.ID == stood }))
	return m
}

// undecided is the first requirement that my review has no up-to-date rating for; the first when it has all.
func (m Model) undecided() model.RequirementID {
	mine := m.mine()
	for _, q := range m.list[:m.strip] {
		if x := mine.Rating(q.ID); x.Value == model.Open || x.Behind(q) {
			return q.ID
		}
	}
	return 0
}

func proofs(list []model.Requirement, readings []evidence.Reading) []proof {
	all := make([]proof, len(list))
	for i, q := range list {
		if r, f, ok := evidence.Strongest(readings, q.ID); ok {
			all[i] = proof{reading: readings[r], found: f}
		}
		all[i].summed, all[i].sum = page.Longest(readings, q.ID)
		for _, r := range readings {
			all[i].lines += len(r.Found[q.ID])
		}
	}
	return all
}

// requirement is the one that one stands on.
func (m Model) requirement() model.Requirement {
	if m.at < len(m.list) {
		return m.list[m.at]
	}
	return model.Requirement{}
}

func (m Model) mine() model.Review { return m.person.Record.Review(m.setting.Viewer.ID) }

func (m Model) candidate() model.ID { return m.person.Record.Candidate.ID }

// cell is what the reviews that I may see say of a requirement: mine alone until I submit.
func (m Model) cell(q model.Requirement) model.Cell { return q.Cell(m.person.Record.Reviews) }

// reading is the reading of a document; false while it is being read.
func (m Model) reading(d model.Document) (evidence.Reading, bool) {
	for _, readings := range [][]evidence.Reading{m.person.Readings, m.person.Older} {
		for _, r := range readings {
			if r.Document.ID == d.ID {
				return r, true
			}
		}
	}
	return evidence.Reading{}, false
}

// page is the page in sight; false on the other tabs and while its document is being read.
func (m Model) page() (page.Page, bool) {
	d, ok := m.document()
	if !ok {
		return page.Page{}, false
	}
	_, ok = m.reading(d)
	return m.pages[m.tab-1], ok
}

// with is the screen with another page in sight. The pages of the screen it came from stay as they were.
func (m Model) with(p page.Page) Model {
	m.pages = slices.Clone(m.pages)
	m.pages[m.tab-1] = p
	return m
}

// lay lays out what is in sight, so that drawing only draws.
func (m Model) lay() Model {
	if d, ok := m.document(); ok {
		if r, ok := m.reading(d); ok {
			w, h := m.pageSize()
			m = m.with(m.pages[m.tab-1].Size(w, h).Show(r, m.requirement().ID))
		}
	}
	if m.tab == m.historyTab() {
		m.top = max(0, min(m.top, len(m.historyRows())-m.bodyHeight()))
	}
	return m
}

// themed is the screen in another theme.
func (m Model) themed(t theme.Theme) Model {
	m.theme, m.pages = t, slices.Clone(m.pages)
	for i := range m.pages {
		m.pages[i] = m.pages[i].Themed(t)
	}
	return m
}
