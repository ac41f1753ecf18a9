package ui

import (
	"slices"

	"candid/model"
	"candid/model/blind"
	"candid/model/evidence"
	"candid/model/search"
	"candid/ui/detail"
	"candid/ui/intent"
	"candid/ui/scoring"

	tea "github.com/charmbracelet/bubbletea"
)

// people is the candidates that are read in full: the one that is open and its neighbours in the queue, so that going to the
// next one waits for nothing.
type people map[model.ID]person

type person struct {
	record   model.Record
	readings []evidence.Reading
	older    []evidence.Reading
	held     []model.Record
}

// queue is the candidates that were shown when one of them was opened, and where in them one stands.
type queue struct {
	ids []model.ID
	at  int

	find []search.Said // what they were found by
}

// ahead and behind are how many neighbours are kept ready.
const (
	ahead  = 2
	behind = 1
)

func (q queue) open() model.ID {
	if q.at < len(q.ids) {
		return q.ids[q.at]
	}
	return model.ID{}
}

// near is the open candidate and its neighbours.
func (q queue) near() []model.ID {
	return q.ids[max(0, q.at-behind):min(len(q.ids), q.at+ahead+1)]
}

// open shows a candidate of a queue.
func (a *App) open(w intent.Open) tea.Cmd {
	a.queue, a.did = queue{ids: w.Queue, find: w.Find}, ""
	for i, id := range w.Queue {
		if id == w.Candidate {
			a.queue.at = i
		}
	}
	a.push(a.screen(w.As))
	return a.enter(0, false)
}

func (a *App) screen(m intent.Mode) layer {
	if m == intent.Scoring {
		return layer{Screen: scoring.New(a.setting, a.theme), person: true, mode: m}
	}
	return layer{Screen: detail.New(a.setting, a.theme), person: true, mode: m}
}

// enter shows the candidate the queue stands on, standing on a requirement if one is given, or on the summary of the review,
// and reads the neighbours.
func (a *App) enter(stand model.RequirementID, summary bool) tea.Cmd {
	a.visits++
	a.seen[a.queue.open()] = a.visits
	p := a.person(a.queue.open())
	p.Fresh, p.Goto, p.Summary, p.Find = true, stand, summary, a.queue.find
	cmds := []tea.Cmd{a.tell(p), a.markOpened(a.queue.open())}
	var missing []model.ID
	near := a.queue.near()
	for _, id := range near {
		if _, ok := a.people[id]; !ok {
			missing = append(missing, id)
		}
	}
	a.people.keep(near)
	return tea.Batch(append(cmds, a.fetch(missing))...)
}

// keep forgets those who are not among ids.
func (p people) keep(ids []model.ID) {
	kept := map[model.ID]bool{}
	for _, id := range ids {
		kept[id] = true
	}
	for id := range p {
		if !kept[id] {
			delete(p, id)
		}
	}
}

// forget drops those who were in the field before and are there no more. Who has one of them open is back in the list.
func (a *App) forget(before field) {
	gone := func(id model.ID) bool {
		c, there := a.field.cards[id]
		return !there || c.Candidate.Hidden()
	}
	here := a.queue.open()
	for id := range a.people {
		if gone(id) {
			delete(a.people, id)
		}
	}
	a.queue.ids = slices.DeleteFunc(slices.Clone(a.queue.ids), gone)
	a.queue.at = max(0, slices.Index(a.queue.ids, here))
	first := slices.IndexFunc(a.stack, func(l layer) bool { return l.person })
	if first < 0 || !gone(here) {
		return
	}
	a.stack = a.stack[:first]
	if c, there := a.field.cards[here]; there {
		a.say("%s was joined with %s by somebody", c.Candidate.Name, a.field.cards[c.Candidate.Root()].Candidate.Name)
		return
	}
	a.say("%s is there no more: somebody erased them", before.cards[here].Candidate.Name)
}

// step goes to another candidate of the queue.
func (a *App) step(by int) tea.Cmd {
	if why := a.noStep(by); why != "" {
		a.say("%s", why)
		return nil
	}
	keep := a.draft(a.top())
	a.queue.at += by
	return tea.Batch(keep, a.enter(0, false))
}

// person is a candidate as the screens are told it: what the viewer may see, as far as it has been read.
func (a *App) person(id model.ID) intent.Person {
	raw, _ := a.record(id)
	p := a.people[id]
	mine := raw.Review(a.viewer())
	m := intent.Person{Role: a.field.role, Readings: as(mine, p.readings), Older: as(mine, p.older), At: a.queue.at + 1, Of: len(a.queue.ids)}
	for _, held := range p.held {
		if raw.Candidate.Tie(held.Candidate.ID).Bond == model.Holds {
			seen := blind.View(a.viewer(), held)
			m.Held = append(m.Held, seen.Candidate)
			raw.Candidate = raw.Candidate.With(seen.Candidate)
		}
	}
	m.Record = blind.View(a.viewer(), raw)
	if l, ok := a.showing(); ok {
		m.Mode = l.mode
	}
	if i, ok := a.field.at[id]; ok {
		m.Row = a.field.rows[i]
		m.Alike = a.alike(m.Row)
	}
	return m
}

// as is readings as the author of a review has them; nil for nil.
func as(mine model.Review, readings []evidence.Reading) []evidence.Reading {
	own := slices.Clone(readings)
	for i := range own {
		own[i] = own[i].As(mine)
	}
	return own
}

// record is a candidate's record as it is kept, changes under way included; only the card of one who has not been read.
func (a *App) record(id model.ID) (r model.Record, full bool) {
	p, full := a.people[id]
	r = p.record
	if !full {
		r = a.field.cards[id]
	}
	// What is read while the disk is told of the opening does not know of it.
	if mine := r.Review(a.viewer()); mine.Opened == 0 && a.opens[id] != 0 && !r.Candidate.ID.IsZero() {
		mine.Opened = a.opens[id]
		r = r.WithReview(mine)
	}
	return r, full
}

// setRecords puts records in the place of those that were known and tells the screens.
func (a *App) setRecords(records []model.Record) tea.Cmd {
	var cmds []tea.Cmd
	cards := make([]model.Record, 0, len(records))
	for _, r := range records {
		if p, ok := a.people[r.Candidate.ID]; ok {
			p.record = r
			a.people[r.Candidate.ID] = p
		}
		cards = append(cards, r.Card())
	}
	a.changed = append(a.changed, a.field.set(a.viewer(), cards)...)
	for _, r := range records {
		id := r.Candidate.ID
		if _, open := a.showing(); open && id == a.queue.open() {
			cmds = append(cmds, a.tell(a.person(id)))
		}
	}
	return tea.Batch(append(cmds, a.tellList(), a.keepTrue(records...))...)
}

// tellList tells the list what has changed, once it is on top: while it is not, ordering it anew would only hold up the keys.
func (a *App) tellList() tea.Cmd {
	if len(a.stack) > 1 || len(a.changed) == 0 {
		return nil
	}
	rows := a.changed
	a.changed = nil
	return a.toTop(intent.Changed{Rows: rows})
}

func (a *App) viewer() model.ID { return a.setting.Viewer.ID }
