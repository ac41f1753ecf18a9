package list

import (
	"errors"
	"slices"
	"strings"

	"candid/model"
	"candid/model/query"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"

	tea "github.com/charmbracelet/bubbletea"
)

// typing is a filter that is being typed.
type typing struct {
	on     bool
	input  input.Input
	before former             // what esc goes back to
	wrong  error              // why what is typed means nothing
	offers []query.Completion // what could stand where the cursor is
	choice int                // the one that is chosen
	open   bool               // they are shown under each other, to choose from
	begun  bool               // something of it was typed
	back   int                // which earlier filter it is, 1 the last; 0: none of them
}

// former is what a filter that is being typed replaces.
type former struct {
	text  string
	stand model.ID
}

// mostPast is how many earlier filters are kept.
const mostPast = 50

// search begins the typing of a filter: what there is stands there, to be gone on with.
func (m *Model) search() intent.Intent {
	words := m.words()
	m.typing = typing{on: true, before: former{words, m.stand}}
	if words != "" {
		words += " "
	}
	m.values = m.gather()
	m.typing.input = input.Line(words, longestFilter).Size(m.inputRoom())
	m.offer()
	return nil
}

func (m *Model) leaveTyping() { m.typing = typing{} }

// recall keeps a filter among the earlier ones.
func (m *Model) recall(words string) {
	if words == "" {
		return
	}
	m.past = slices.DeleteFunc(slices.Clone(m.past), func(s string) bool { return s == words })
	m.past = append(m.past, words)
	m.past = m.past[max(0, len(m.past)-mostPast):]
}

// typed takes a key while the filter is being typed.
func (m *Model) typed(msg tea.KeyMsg) intent.Intent {
	key := msg.String()
	switch {
	case msg.Paste || msg.Type == tea.KeyRunes && !msg.Alt:
		m.edit(m.typing.input.Key(msg))
		return nil
	case key == "ctrl+c":
		return intent.Quit{}
	case key == "enter":
		return m.keep()
	case key == "esc" && m.typing.open:
		m.typing.open, m.typing.choice = false, 0
		return nil
	case key == "esc":
		before := m.typing.before
		m.leaveTyping()
		_ = m.narrow(before.text) // it could be read before
		m.standOn(before.stand)
		return nil
	}
	switch m.Keys().Action(key) {
	case keymap.Complete:
		m.complete()
	case keymap.NextOffer:
		m.choose(1)
	case keymap.PrevOffer:
		m.choose(-1)
	case keymap.Above, keymap.Below, keymap.PageUp, keymap.PageDown:
		m.upOrDown(keymap.Known(key))
	default:
		m.edit(m.typing.input.Key(msg))
	}
	return nil
}

// keep ends the typing.
func (m *Model) keep() intent.Intent {
	if err := m.typing.wrong; err != nil {
		says, _, _ := why(err)
		return intent.Say{Text: says}
	}
	words := m.typing.input.Text()
	m.leaveTyping()
	if strings.TrimSpace(words) != m.words() { // a part that was taken for an unfinished one was finished
		_ = m.narrow(words) // which could be read
	}
	m.lack()
	m.recall(m.words())
	return nil
}

// edit takes what the filter has become.
func (m *Model) edit(in input.Input) {
	was := m.typing.input
	m.typing.input = in
	if was.Text() != in.Text() {
		m.typing.begun, m.typing.back = true, 0
		m.typing.wrong = m.narrow(in.Text())
		if m.typing.wrong != nil {
			m.stepBack(m.words())
		}
	}
	m.offer()
}

// stepBack shows what there is without the part that is being typed, while that one is on its way to be a field with a value: a field's
// name, read as a word, is nobody's. Shown is the filter that is given up.
func (m *Model) stepBack(shown string) {
	rest, word, ok := query.Unfinished(m.typing.input.Text(), m.typing.input.At())
	if !m.typing.on || !ok || strings.TrimSpace(word) != shown || strings.TrimSpace(rest) == shown {
		return
	}
	q, err := query.Parse(rest, m.scope())
	if err != nil {
		return
	}
	f := filter{text: strings.TrimSpace(rest), query: q}
	if said := q.Said(); len(said) > 0 {
		if f.hits = m.hitsOf(said); slices.ContainsFunc(f.hits, func(h map[model.ID]bool) bool { return h == nil }) {
			_ = m.narrow(rest)
			return
		}
		m.searches++
		f.number, f.read, f.of = m.searches, m.filter.read, m.filter.of
	}
	m.wanted = filter{}
	m.apply(f)
}

// offer finds what could stand where the cursor is.
func (m *Model) offer() {
	in := m.typing.input
	m.typing.offers = query.Complete(in.Text(), in.At(), m.scope())
	m.typing.choice, m.typing.open = 0, false
}

// choose goes to another offer, around the ends.
func (m *Model) choose(by int) {
	n := len(m.typing.offers)
	if n == 0 {
		return
	}
	if m.typing.open {
		m.typing.choice = (m.typing.choice + by + n) % n
	} else if by < 0 {
		m.typing.choice = n - 1
	}
	m.typing.open = true
}

// complete takes the offer that is chosen.
func (m *Model) complete() {
	if m.typing.choice >= len(m.typing.offers) {
		return
	}
	o := m.typing.offers[m.typing.choice]
	words := o.Text
	if !strings.HasSuffix(words, ":") && o.To == len(m.typing.input.Text()) { // else more of it is to follow
		words += " "
	}
	m.edit(m.typing.input.Replace(o.From, o.To, words))
}

// upOrDown goes through the earlier filters, from an empty line on and for as long as nothing else is typed; else over the rows.
func (m *Model) upOrDown(action keymap.Action) {
	t := m.typing
	by := map[keymap.Action]int{keymap.Up: 1, keymap.Down: -1}[action]
	if t.open && by != 0 {
		m.choose(-by)
		return
	}
	if by == 0 || t.back == 0 && (by < 0 || strings.TrimSpace(t.input.Text()) != "" || len(m.past) == 0) {
		to, _ := m.destination(action)
		m.moveTo(to)
		return
	}
	back := min(t.back+by, len(m.past))
	words := ""
	if back > 0 {
		words = m.past[len(m.past)-back]
	}
	m.edit(t.input.With(words))
	m.typing.back = back
}

// why is an error in words, with where in what was typed it stands: bytes from to.
func why(err error) (says string, from, to int) {
	var m *query.Mistake
	if !errors.As(err, &m) {
		return err.Error(), 0, 0
	}
	return m.Error(), m.From, m.To
}

// mistake is what is wrong with what is being typed and where it stands; "" when nothing is, and where it is only not finished: then
// what could stand there is offered.
func (m Model) mistake() (says string, from, to int) {
	if !m.typing.on || m.typing.wrong == nil {
		return "", 0, 0
	}
	says, from, to = why(m.typing.wrong)
	if at := m.typing.input.At(); len(m.typing.offers) > 0 && from <= at && at <= to {
		return "", 0, 0
	}
	return says, from, to
}
