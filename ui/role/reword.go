package role

import (
	"strings"

	"candid/model"
	"candid/ui/input"
	"candid/ui/intent"
	"candid/ui/keymap"

	tea "github.com/charmbracelet/bubbletea"
)

// The longest that a title, a requirement and an anchor may be, in characters.
const (
	titleLimit  = 200
	wordsLimit  = 2000
	anchorLimit = 120
)

// rewording is words being changed.
type rewording struct {
	what    what
	words   input.Input
	label   input.Input
	value   model.Value // of the anchor that is being worded
	anchors [4]string
}

// what is being reworded.
type what int

const (
	nothing what = iota
	title
	words
	label
	anchors
	terms
)

// reword opens the words of what one stands on.
func (m Model) reword() Model {
	m.beside = false
	q, ok := m.current()
	if !ok {
		return m.retitle()
	}
	m.rewording = rewording{what: words, words: input.Paragraph(q.Text, wordsLimit), label: input.Line(q.Label, model.LabelCells)}
	return m.show()
}

// retitle opens the title.
func (m Model) retitle() Model {
	m.rewording = rewording{what: title, words: input.Line(m.draft.title, titleLimit)}
	return m.show()
}

// anchor opens the first anchor of a requirement.
func (m Model) anchor(q model.Requirement) Model {
	m.rewording = rewording{what: anchors, value: model.Lacks}
	for v := model.Lacks; v <= model.Exceeds; v++ {
		m.anchors[v-model.Lacks] = q.Anchor(v)
	}
	m.words = input.Line(m.anchors[0], anchorLimit)
	return m.show()
}

// typed takes a key while words are changed.
func (m Model) typed(msg tea.KeyMsg) (Model, intent.Intent) {
	key := msg.String()
	switch {
	case msg.Paste || key != "enter" && key != "esc":
		if m.what == label {
			m.label = m.label.Key(msg)
		} else {
			m.words = m.words.Key(msg)
		}
		return m, nil
	case key == "esc":
		m.rewording = rewording{}
		return m.show(), nil
	}
	m.since = m.setting.Now()
	texts := lines(m.words.Text())
	q, _ := m.current()
	switch {
	case m.what == anchors:
		return m.nextAnchor(q, strings.Join(texts, " ")), nil
	case m.what == terms:
		return m.termed(q, strings.Join(texts, " "))
	case len(texts) == 0 && m.what == title:
		return m, intent.Say{Text: "a role has a title: how would you call it?"}
	case len(texts) == 0:
		return m, intent.Say{Text: "without words there is nothing to judge: " + m.setting.Keys.Typing().Key(keymap.Back) + ", then " + m.setting.Keys.Key(keymap.Drop) + " drops it"}
	case m.what == title:
		return m.titled(texts[0]), nil
	case m.what == words && len(m.draft.requirements)+len(texts)-1 > mostRequirements:
		return m, full
	case m.what == words:
		m.what, m.label = label, m.label.With(m.draft.relabel(q, texts[0]))
		return m.show(), nil
	}
	called := strings.Join(strings.Fields(m.label.Text()), " ")
	if problem := m.unfit(q, called); problem != "" {
		return m, intent.Say{Text: problem}
	}
	return m.reworded(q, texts, called), nil
}

// lines is the lines of what was typed that have words, white space folded.
func lines(s string) []string {
	var all []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// titled takes a title that was typed. Where the checklist is empty, the posting is where one goes on.
func (m Model) titled(said string) Model {
	m.rewording = rewording{}
	if next := m.draft; next.title != said {
		next.title = said
		m = m.do("called the role "+said, 0, next)
	}
	m.beside = len(m.draft.requirements) == 0
	return m.show()
}

// reworded takes the words that were typed for a requirement: the first line is its own, each further one begins another.
func (m Model) reworded(q model.Requirement, texts []string, called string) Model {
	m.rewording = rewording{}
	next := m.draft.reword(q, texts[0], called)
	if len(texts) > 1 {
		first := next.requirements[next.index(q.ID)]
		next = next.part(first, texts).with(q.ID, func(x *model.Requirement) { x.Label, x.Anchors = first.Label, first.Anchors })
	}
	if len(texts) == 1 && texts[0] == q.Text && called == q.Label {
		return m.show()
	}
	return m.do("reworded "+q.Label, q.ID, next)
}

// nextAnchor takes the words of an anchor and goes on to the next; after the last all four are kept.
func (m Model) nextAnchor(q model.Requirement, said string) Model {
	m.anchors[m.value-model.Lacks] = said
	if m.value < model.Exceeds {
		m.value++
		m.words = input.Line(m.anchors[m.value-model.Lacks], anchorLimit)
		return m.show()
	}
	worded := q
	for v := model.Lacks; v <= model.Exceeds; v++ {
		if said := m.anchors[v-model.Lacks]; said != q.Anchor(v) {
			worded.Anchors[v-model.Lacks] = said
		}
	}
	m.rewording = rewording{}
	if worded.Anchors == q.Anchors {
		return m.show()
	}
	return m.do("worded the anchors of "+q.Label, q.ID, m.draft.with(q.ID, func(x *model.Requirement) { x.Anchors = worded.Anchors }))
}
