package ui

import (
	"fmt"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/keymap"

	tea "github.com/charmbracelet/bubbletea"
)

// why tells why a line of the open candidate is, or is not, pointed at: what the finder makes of it, and what I made of that.
func (a *App) why(w intent.Why) tea.Cmd {
	id := a.queue.open()
	p, read := a.people[id]
	q, known := a.field.role.Checklist.Requirement(w.Requirement)
	if !read || !known {
		return nil
	}
	for _, r := range append(p.readings[:len(p.readings):len(p.readings)], p.older...) {
		if r.Document.ID != w.Document || w.Line < 0 || w.Line >= len(r.Lines) {
			continue
		}
		role, own := a.field.role, r.As(p.record.Review(a.viewer()))
		mine := p.record.Review(a.viewer())
		return func() tea.Msg {
			f, pointed := holding(own, w.Line, q.ID)
			return intent.Because{Why: w, Pointed: pointed, Words: append(judged(mine, f, w, q), explain(role, r, w)...)}
		}
	}
	return nil
}

// holding is the statement for a requirement that a line is of; false when it is of none.
func holding(r evidence.Reading, line int, id model.RequirementID) (evidence.Found, bool) {
	for _, f := range r.Found[id] {
		if f.From <= line && line < f.To {
			return f, true
		}
	}
	return evidence.Found{}, false
}

// judged is what I made of a line, in sentences.
func judged(mine model.Review, f evidence.Found, w intent.Why, q model.Requirement) []string {
	if f.Kind == evidence.Quoted {
		return []string{fmt.Sprintf("You quoted it for %s.", q.Label)}
	}
	for _, away := range mine.DismissedFor(q.ID) {
		if away.Document == w.Document && away.From <= w.Line && w.Line < away.To {
			return []string{fmt.Sprintf("You took it away: it does not speak to %s. %s brings it back.", q.Label, keymap.Key(keymap.Restore))}
		}
	}
	return nil
}

// explain is what the finder makes of a line, in sentences.
func explain(role model.Role, r evidence.Reading, w intent.Why) []string {
	q, _ := role.Checklist.Requirement(w.Requirement)
	f, pointed := holding(r, w.Line, q.ID)
	if !pointed {
		return []string{
			fmt.Sprintf("Nothing in this line speaks to %s, as far as the finder knows.", q.Label),
			fmt.Sprintf("The finder misses things: %s quotes lines that do, %s gives the requirement terms of its own.", keymap.Key(keymap.Quote), keymap.Key(keymap.Terms)),
		}
	}
	var words []string
	switch f.Kind {
	case evidence.Listed:
		words = append(words, "It is of a list of skills: that a word is known, not that anything was done. Lines that tell what was done come first.")
	case evidence.Dated:
		words = append(words, "It is the dates of a post: they count towards the years that are asked for.")
	}
	seen := map[string]bool{}
	for _, t := range f.Terms {
		say := fmt.Sprintf("“%s” speaks to %s.", t.Text, t.Why)
		if model.Fold(t.Why) == model.Fold(t.Text) || t.Why == "" {
			say = fmt.Sprintf("“%s” is in the words of the requirement.", t.Text)
		}
		if !seen[say] {
			seen[say] = true
			words = append(words, say)
		}
	}
	if f.Place != "" {
		words = append(words, fmt.Sprintf("It stands in %s.", f.Place))
	}
	return words
}
