package list

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/ui/text"
	"candid/ui/theme"
)

// drawFilter draws the filter, how many it shows, in which order and why in that.
func (m Model) drawFilter(p *pen) {
	t := m.theme
	p.begin(m.width)
	if !m.known {
		p.ends(nil, nil)
		return
	}
	left := []stretch{{t.AccentStrong, " /"}}
	switch words := m.words(); {
	case m.typing.on:
		left = append(left, stretch{t.Text, " "})
		left = append(left, m.typedWords()...)
	case words != "":
		left = append(left, stretch{t.Text, " "})
		left = append(left, m.coloured(words)...)
	default:
		left = []stretch{{t.Muted, " / filters"}}
	}
	if len(m.rows) == 0 {
		p.ends(left, nil)
		return
	}
	left = append(left, m.viewed(left)...)
	room := m.width - 1
	for _, s := range left {
		room -= text.Width(s.text)
	}
	p.ends(left, []stretch{{t.Muted, m.shownWords(room)}})
}

// viewed is what the viewer calls the filter, where it is one of their saved views and there is room beside what is there.
func (m Model) viewed(left []stretch) []stretch {
	digit, kept := m.views.Of(m.words())
	if !kept || m.typing.on || m.words() == "" {
		return nil
	}
	name := fmt.Sprintf("  %d %s", digit, m.views[digit-1].Name)
	used := text.Width(name)
	for _, s := range left {
		used += text.Width(s.text)
	}
	if used > m.width-24 { // how many are shown, and in which order, comes first
		return nil
	}
	return []stretch{{m.theme.Accent, name}}
}

// shownWords is how many are shown, in which order and why in that, in as many words as the cells have room for.
func (m Model) shownWords(cells int) string {
	dot, arrow := " "+m.theme.Glyphs.Dot+" ", m.arrow()
	all := text.Thousands(len(m.shown)) + " shown"
	of := all
	if len(m.shown) < len(m.rows) {
		of = text.Thousands(len(m.shown)) + " of " + text.Thousands(len(m.rows)) + " shown"
	}
	by := m.order()
	ways := []string{of + dot + "by " + by + m.reason() + " " + arrow, of + dot + "by " + by + " " + arrow, all + dot + "by " + by + " " + arrow}
	if f := m.filter; f.number > 0 && f.read < f.of {
		read := "documents " + text.Thousands(f.read) + " of " + text.Thousands(f.of) + " read"
		ways = append([]string{of + dot + read + dot + "by " + by + " " + arrow, of + dot + read, of + dot + text.Thousands(f.read) + " of " + text.Thousands(f.of) + " read"}, ways...)
	}
	for _, words := range ways {
		if text.Width(words) <= cells {
			return words
		}
	}
	return text.Thousands(len(m.shown)) + dot + by + " " + arrow
}

// orders is what decides an order, best first.
var orders = map[model.SortKey]string{
	model.ByScore:   "gate, low bound, high bound",
	model.ByName:    "from A to Z",
	model.ByStage:   "new, advanced, on hold, rejected",
	model.ByReviews: "most submitted, then mine",
	model.ByApplied: "latest first",
}

// order is what the rows are sorted by, in words.
func (m Model) order() string {
	by := m.by()
	if by.By != model.ByRequirement {
		return by.By.String()
	}
	q, _ := m.role.Checklist.Requirement(by.Requirement)
	return fmt.Sprint(q.Priority, " ", m.role.Checklist.Number(q.ID))
}

// reason is what the order goes by, to stand behind its name.
func (m Model) reason() string {
	switch by := m.by(); by.By {
	case model.ByScore:
		return ": gate, low, high"
	case model.ByRequirement:
		q, _ := m.role.Checklist.Requirement(by.Requirement)
		return " " + q.Label + ", then score"
	default:
		return ", then score"
	}
}

// coloured is a query with the names of its fields told apart.
func (m Model) coloured(query string) []stretch {
	var words []stretch
	for word := range strings.SplitAfterSeq(query, " ") {
		if colon := strings.IndexByte(word, ':'); colon > 0 && !strings.Contains(word[:colon], `"`) {
			words = append(words, stretch{m.theme.Muted, word[:colon+1]})
			word = word[colon+1:]
		}
		words = append(words, stretch{m.theme.Text, word})
	}
	return words
}

// typedWords is what is being typed, as far as it is in sight, with the cursor in it and what cannot be read marked.
func (m Model) typedWords() []stretch {
	t := m.theme
	before, after := m.typedInSight()
	_, from, to := m.mistake()
	hidden := m.typing.input.At() - len(before)
	words := marked(before, from-hidden, to-hidden, t.Text, t.Mistake)
	words = append(words, stretch{text: t.Caret})
	return append(words, marked(after, from-hidden-len(before), to-hidden-len(before), t.Text, t.Mistake)...)
}

// typedInSight is what of the words being typed is in sight, before the cursor and behind it.
func (m Model) typedInSight() (before, after string) {
	const cursor = "\x00"
	before, after, _ = strings.Cut(m.typing.input.View(cursor, func(s string) string { return s }), cursor)
	return before, after
}

// marked is words with bytes from to of them, as far as they lie in them, in another style.
func marked(words string, from, to int, style, mark theme.Style) []stretch {
	from = min(max(0, from), len(words))
	to = min(max(from, to), len(words))
	return []stretch{{style, words[:from]}, {mark, words[from:to]}, {style, words[to:]}}
}
