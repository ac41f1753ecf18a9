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
		mine, keys := p.record.Review(a.viewer()), a.setting.Keys
		return func() tea.Msg {
			f, pointed := holding(own, w.Line, q.ID)
			words := judged(mine, f, w, q, keys)
			judged := len(words) > 0
			words = append(words, evidence.NewFinder(role).Explain(r.Document, r.Lines, w.Line, q.ID)...)
			if !pointed && !judged {
				words = append(words, misses(keys))
			}
			return intent.Because{Why: w, Pointed: pointed, Words: words}
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
func judged(mine model.Review, f evidence.Found, w intent.Why, q model.Requirement, keys keymap.Table) []string {
	if f.Kind == evidence.Quoted {
		return []string{fmt.Sprintf("You quoted it for %s.", q.Label)}
	}
	for _, away := range mine.DismissedFor(q.ID) {
		if away.Document == w.Document && away.From <= w.Line && w.Line < away.To {
			return []string{fmt.Sprintf("You took it away: it does not speak to %s. %s brings it back.", q.Label, keys.Key(keymap.Restore))}
		}
	}
	return nil
}

// misses is said where a line is not pointed at, of what may be done about it.
func misses(keys keymap.Table) string {
	return fmt.Sprintf("Where it speaks to it all the same, %s quotes it; %s gives the requirement terms of its own.", keys.Key(keymap.Quote), keys.Key(keymap.Terms))
}
