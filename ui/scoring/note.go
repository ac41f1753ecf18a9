package scoring

import (
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// The longest that a note may be, in characters, and what is asked for.
const (
	noteLimit  = 4000
	notePrompt = "What the application shows, not the person"
)

// note is a note being written, on a requirement or, where that is 0, on the review as a whole.
type note struct {
	open  bool
	about model.RequirementID
	was   string
	words input.Input
}

// write opens the note of the requirement one stands on, or of the review.
func (m Model) write() (Model, intent.Intent) {
	if !m.whole() {
		return m, intent.Say{Text: "still being read"}
	}
	m.note = note{open: true, was: m.mine.Note}
	if q, ok := m.current(); ok {
		m.note.about, m.note.was = q.ID, m.mine.Rating(q.ID).Note
	}
	m.note.words = input.Paragraph(m.note.was, noteLimit)
	return m.resize(), nil
}

// keep gives the intent that keeps the note; nil when nothing was changed.
func (n note) keep() intent.Intent {
	text := strings.TrimRight(n.words.Text(), " \n")
	if !n.open || text == n.was {
		return nil
	}
	return intent.Note{Requirement: n.about, Text: text}
}

// writing takes a key while a note is being written.
func (m Model) writing(msg tea.KeyMsg) (Model, intent.Intent) {
	switch s := msg.String(); {
	case !msg.Paste && (s == "enter" || s == "esc"):
		want := m.note.keep()
		m.note = note{}
		return m.resize(), want
	default:
		m.note.words = m.note.words.Key(msg)
		return m, nil
	}
}

// Draft gives the intent that keeps a note that is being written; nil when there is none.
func (m Model) Draft() intent.Intent { return m.note.keep() }

// Typing reports whether every key is the screen's own: it is text, or leaves what is shown.
func (m Model) Typing() bool { return m.note.open || m.find.open || m.because.On() }
