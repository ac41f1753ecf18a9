package ui

import (
	"fmt"
	"slices"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/keymap"
	"candid/ui/text"

	tea "github.com/charmbracelet/bubbletea"
)

// same joins two candidates that are one person, or parts them. Of one alone the other is whom they may be the same as, or, to part,
// whom they hold.
func (a *App) same(w intent.Same) tea.Cmd {
	if len(w.Candidates) == 0 {
		return nil
	}
	one, _ := a.record(w.Candidates[0])
	other := w.With
	if other.IsZero() && len(w.Candidates) == 2 {
		other = w.Candidates[1]
	}
	if i, ok := a.field.at[one.Candidate.ID]; ok && other.IsZero() && len(w.Candidates) == 1 {
		tied := a.field.rows[i].Candidate
		if alike := tied.Bound(model.MaybeSame); len(alike) > 0 {
			other = alike[0]
		} else if held := tied.Bound(model.Holds); w.Part && len(held) > 0 {
			other = held[len(held)-1]
		}
	}
	r, _ := a.record(other)
	switch {
	case len(w.Candidates) > 2:
		a.say("%d are marked: two can be joined or parted at a time", len(w.Candidates))
		return nil
	case r.Candidate.ID.IsZero() && w.Part:
		a.say("%s is nobody else: there is nobody to part them from", one.Candidate.Name)
		return nil
	case r.Candidate.ID.IsZero():
		a.say("nobody seems to be the same as %s: mark two in the list to join them", one.Candidate.Name)
		return nil
	case w.Part:
		return a.part(one, r)
	}
	return a.join(one, r)
}

// join joins two, after a question where reviews would be out of sight for that.
func (a *App) join(one, other model.Record) tea.Cmd {
	stays, goes := model.Stays(one, other)
	waits := ""
	if n := len(goes.Submitted()); n > 0 {
		waits = text.Count(n, "submitted review")
	} else if goes.Review(a.viewer()).IsDraft() {
		waits = "a draft of yours"
	}
	if waits == "" {
		return a.joined(stays, goes)
	}
	key := a.setting.Keys.Key(keymap.SamePerson)
	a.asking = &prompt{
		ask:  fmt.Sprintf("The other application of %s has %s, out of sight until they are parted.", goes.Candidate.Name, waits),
		hint: key + " joins them " + a.theme.Glyphs.Dot + " esc",
		take: func(a *App, pressed, _ string) (tea.Cmd, bool) {
			if pressed != key && pressed != "enter" {
				return nil, false
			}
			return a.joined(stays, goes), true
		},
	}
	return nil
}

// mostHeld is the most applications that go over to another candidate at once: all that a join changes lands in one piece.
const mostHeld = 5

func (a *App) joined(stays, goes model.Record) tea.Cmd {
	var held []model.Record
	for _, id := range goes.Candidate.Bound(model.Holds) {
		r, _ := a.record(id)
		held = append(held, r)
	}
	if len(held) > mostHeld {
		a.say("%s holds too many applications to be joined at once: part some of them first", goes.Candidate.Name)
		return nil
	}
	cmd := a.act(model.Join(a.viewer(), model.At(a.session.Now()), stays, goes, held)...)
	if a.notice.bad {
		return cmd
	}
	a.say("joined: %s and %s are one person; %s undoes it", stays.Candidate.Name, goes.Candidate.Name, a.setting.Keys.Key(keymap.Undo))
	if _, open := a.showing(); !open {
		return tea.Batch(cmd, a.tell(intent.Stand{Candidate: stays.Candidate.ID}))
	}
	here := a.queue.open()
	a.queue.ids = slices.DeleteFunc(slices.Clone(a.queue.ids), func(id model.ID) bool { return id == goes.Candidate.ID && id != here })
	a.queue.at = max(0, slices.Index(a.queue.ids, here))
	if here != goes.Candidate.ID {
		return tea.Batch(cmd, a.tell(a.person(here)))
	}
	a.queue.ids = slices.DeleteFunc(a.queue.ids, func(id model.ID) bool { return id == stays.Candidate.ID })
	a.queue.at = slices.Index(a.queue.ids, here)
	a.queue.ids[a.queue.at] = stays.Candidate.ID
	return tea.Batch(cmd, a.enter(0, false))
}

func (a *App) part(one, other model.Record) tea.Cmd {
	cmd := a.act(model.Part(a.viewer(), model.At(a.session.Now()), one, other)...)
	if !a.notice.bad {
		a.say("parted: %s and %s are not one person; %s undoes it", one.Candidate.Name, other.Candidate.Name, a.setting.Keys.Key(keymap.Undo))
	}
	return cmd
}

// alike is whom a candidate may be the same as, by the names that the viewer may see.
func (a *App) alike(row model.Row) []intent.Alike {
	var all []intent.Alike
	for _, t := range row.Candidate.Ties {
		if i, ok := a.field.at[t.Other]; ok && t.Bond == model.MaybeSame {
			all = append(all, intent.Alike{Candidate: a.field.rows[i].Candidate, Traits: t.Traits})
		}
	}
	return all
}
