package list

import (
	"errors"
	"slices"
	"strings"

	"candid/model/query"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"

	tea "github.com/charmbracelet/bubbletea"
)

// longest a filter may be, in characters.
const longestFilter = 1000

// filter is the words that say which rows are shown, and what they mean.
type filter struct {
	text  string
	query query.Query
	err   error // why the text that is being typed means nothing; text and query are then the last good ones
}

// read takes new words. What cannot be read leaves the filter as it was.
func (f *filter) read(s string) {
	q, err := query.Parse(s, query.Scope{})
	f.err = err
	if err == nil {
		f.text, f.query = strings.TrimSpace(s), q
	}
}

// why is the error in words, with where in what was typed it stands: bytes from to.
func (f filter) why() (says string, from, to int) {
	var m *query.Mistake
	if !errors.As(f.err, &m) {
		return f.err.Error(), 0, 0
	}
	return m.Error(), m.From, m.To
}

// plain reports whether the filter has words that are of no field.
func (f filter) plain() bool {
	return slices.ContainsFunc(strings.Fields(f.text), func(w string) bool { return w != "or" && !strings.Contains(w, ":") })
}

// search begins the typing of a filter.
func (m *Model) search() intent.Intent {
	m.typing = true
	m.before = former{m.filter.text, m.stand}
	words := m.filter.text
	if words != "" {
		words += " "
	}
	m.input = input.Line(words, longestFilter).Size(m.inputRoom())
	return nil
}

// typed takes a key while the filter is being typed.
func (m *Model) typed(msg tea.KeyMsg) intent.Intent {
	switch msg.String() {
	case "ctrl+c":
		return intent.Quit{}
	case "enter":
		if m.filter.err == nil {
			m.typing = false
			return nil
		}
		says, _, _ := m.filter.why()
		return intent.Say{Text: says}
	case "esc":
		m.typing = false
		m.narrow(m.before.text)
		m.standOn(m.before.stand)
		return nil
	case "down", "pgdown", "up", "pgup":
		to, _ := m.destination(keymap.Known(msg.String()))
		m.moveTo(to)
		return nil
	}
	was := m.input.Text()
	if m.input = m.input.Key(msg); m.input.Text() != was {
		m.narrow(m.input.Text())
	}
	return nil
}

// narrow shows what new words let through. Whoever the cursor is on keeps it if they are still shown; else the first has it.
func (m *Model) narrow(words string) {
	m.filter.read(words)
	if m.filter.err != nil {
		return
	}
	m.cursor = 0
	m.pick()
}
