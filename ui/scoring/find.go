package scoring

import (
	"candid/ui/input"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// find is what is looked for in the document; open while it is being typed.
type find struct {
	open  bool
	words string
	input input.Input
}

const findLimit = 200

// search opens the line that takes what to look for.
func (m Model) search() Model {
	m.find = find{open: true, input: input.Line("", findLimit)}
	m.page = m.page.Find("")
	return m.resize()
}

// searching takes a key while that is being typed. What is found so far shows at once.
func (m Model) searching(msg tea.KeyMsg) (Model, intent.Intent) {
	switch s := msg.String(); {
	case !msg.Paste && s == "esc":
		m.find = find{}
		m.page = m.page.Find("")
	case !msg.Paste && s == "enter":
		m.find.open = false
		if _, of := m.page.Matches(); of == 0 && m.find.words != "" {
			words := m.find.words
			m.find = find{}
			return m, intent.Say{Text: words + ": not in this document"}
		}
	default:
		m.find.input = m.find.input.Key(msg)
		m.find.words = m.find.input.Text()
		m.page = m.page.Find(m.find.words)
	}
	return m, nil
}

// match goes to the next match, or to the one before.
func (m Model) match(by int) (Model, intent.Intent) {
	if _, of := m.page.Matches(); m.find.words == "" && of == 0 {
		return m, intent.Say{Text: "/ looks for words in the document"}
	}
	m.page = m.page.Match(by)
	return m, nil
}
