package role

import (
	"maps"
	"slices"
	"strings"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
)

// draft is all that can be changed of a role while it is looked over. A change makes another draft and leaves this one as it is,
// so that the history can keep them whole.
type draft struct {
	title        string
	requirements []model.Requirement // in the posting's order, with those that were dropped
	dropped      map[model.RequirementID]bool
	origin       map[model.RequirementID][]int // which of the posting's lines a requirement was made of
	last         model.RequirementID           // the highest that was ever given

	told    []wording.Doubt // what the posting's structure leaves doubtful
	settled map[doubt]bool
	doubts  []wording.Doubt              // all that is still doubtful, in the order the requirements are shown
	quiet   map[model.RequirementID]bool // about which something would be doubtful that is settled
}

// newDraft is a reading before anything was changed.
func newDraft(r posting.Reading) draft {
	d := draft{title: r.Role.Title, requirements: r.Role.Checklist.Requirements, origin: origins(r)}
	for _, q := range d.requirements {
		d.last = max(d.last, q.ID)
	}
	worded := wording.Doubts(d.requirements)
	d.told = structural(r, worded)
	return d.doubting(worded)
}

// origins tells of which lines each requirement was made: those in the same place whose words it has, else all in its place.
func origins(r posting.Reading) map[model.RequirementID][]int {
	all := map[model.RequirementID][]int{}
	for _, q := range r.Role.Checklist.Requirements {
		var there, same []int
		for i, l := range r.Lines {
			if l.Lines[0] >= q.Lines[1] || q.Lines[0] >= l.Lines[1] {
				continue
			}
			there = append(there, i)
			if strings.Contains(q.Text, l.Text) || strings.Contains(l.Text, q.Text) {
				same = append(same, i)
			}
		}
		if len(same) == 0 {
			same = there
		}
		all[q.ID] = same
	}
	return all
}

// entries is the requirements in the order they are shown: must-haves, nice-to-haves, those that wait for the interview.
func (d draft) entries() []model.Requirement {
	all := model.Checklist{Requirements: d.requirements}
	return slices.Concat(all.Application(), all.Interview())
}

// kept is the checklist without what was dropped.
func (d draft) kept() model.Checklist {
	drop := func(q model.Requirement) bool { return d.dropped[q.ID] }
	return model.Checklist{Version: 1, Requirements: slices.DeleteFunc(slices.Clone(d.requirements), drop)}
}

// checklist is what was kept, its requirements numbered from 1.
func (d draft) checklist() model.Checklist {
	c := d.kept()
	for i := range c.Requirements {
		c.Requirements[i].ID = model.RequirementID(i + 1)
	}
	return c
}

func (d draft) index(id model.RequirementID) int {
	return slices.IndexFunc(d.requirements, func(q model.Requirement) bool { return q.ID == id })
}

// beside is all requirements but those of the ids.
func (d draft) beside(ids ...model.RequirementID) []model.Requirement {
	return slices.DeleteFunc(slices.Clone(d.requirements), func(q model.Requirement) bool { return slices.Contains(ids, q.ID) })
}

// with is the draft with one requirement changed.
func (d draft) with(id model.RequirementID, change func(*model.Requirement)) draft {
	d.requirements = slices.Clone(d.requirements)
	change(&d.requirements[d.index(id)])
	return d
}

// drop drops requirements, or takes them back in.
func (d draft) drop(ids []model.RequirementID, dropped bool) draft {
	d.dropped = cloned(d.dropped)
	for _, id := range ids {
		d.dropped[id] = dropped
		d = d.settle(id, wording.Asked)
	}
	return d
}

// part puts a requirement for each of the texts in the place of one. The first keeps its id.
func (d draft) part(q model.Requirement, texts []string) draft {
	proposed := wording.Propose(q.Text, q.Priority, d.beside(q.ID))
	beside, parts := d.beside(q.ID), []model.Requirement(nil)
	d.origin = cloned(d.origin)
	d.told = slices.DeleteFunc(slices.Clone(d.told), func(t wording.Doubt) bool { return t.Requirement == q.ID && t.Kind == wording.Several })
	for i, words := range texts {
		p := wording.Propose(words, q.Priority, beside)
		p.ID, p.Weight, p.Gate, p.Lines, p.Terms = q.ID, q.Weight, q.Gate, q.Lines, q.Terms
		if q.From != proposed.From { // somebody said so
			p.From = q.From
		}
		if i > 0 {
			d.last++
			p.ID = d.last
			d.origin[p.ID] = d.origin[q.ID]
			d = d.inherit(q.ID, p.ID)
		}
		beside, parts = append(beside, p), append(parts, p)
	}
	at := d.index(q.ID)
	d.requirements = slices.Concat(d.requirements[:at], parts, d.requirements[at+1:])
	return d
}

// join makes one requirement of two; it has the first one's id and place.
func (d draft) join(a, b model.Requirement) draft {
	q := wording.Propose(joined(a.Text, b.Text), min(a.Priority, b.Priority), d.beside(a.ID, b.ID))
	q.ID, q.From, q.Weight, q.Gate = a.ID, a.From, max(a.Weight, b.Weight), a.Gate || b.Gate
	q.Lines = united(a.Lines, b.Lines)
	if both, err := model.ParseTerms(a.Terms + "," + b.Terms); err == nil {
		q.Terms = both
	}
	d.origin = cloned(d.origin)
	d.origin[q.ID] = slices.Compact(slices.Sorted(slices.Values(slices.Concat(d.origin[a.ID], d.origin[b.ID]))))
	d.requirements = d.beside(b.ID)
	d.requirements[d.index(a.ID)] = q
	return d.settle(q.ID, wording.Several)
}

// joined is the words of two requirements as those of one.
func joined(a, b string) string {
	if strings.HasSuffix(a, "。") {
		return a + b
	}
	return strings.TrimRight(a, " .;,") + "; " + b
}

// united is the lines of two requirements, and those between them.
func united(a, b [2]int) [2]int {
	switch {
	case b[1] <= b[0]:
		return a
	case a[1] <= a[0]:
		return b
	}
	return [2]int{min(a[0], b[0]), max(a[1], b[1])}
}

// reword gives a requirement other words and another label. What was proposed for the old words is proposed anew; what somebody
// chose stays.
func (d draft) reword(q model.Requirement, words, label string) draft {
	old := wording.Propose(q.Text, q.Priority, d.beside(q.ID))
	next := wording.Propose(words, q.Priority, d.beside(q.ID))
	d = d.with(q.ID, func(q *model.Requirement) {
		if q.Anchors == old.Anchors {
			q.Anchors = next.Anchors
		}
		if q.From == old.From {
			q.From = next.From
		}
		q.Text, q.Label = words, label
	})
	if words == q.Text {
		return d
	}
	return d.settle(q.ID, wording.Several).settle(q.ID, wording.Asked)
}

// relabel is what to call a requirement that gets other words: as it was called when somebody chose that, else as is proposed.
func (d draft) relabel(q model.Requirement, words string) string {
	if beside := d.beside(q.ID); wording.Propose(q.Text, q.Priority, beside).Label == q.Label {
		return wording.Propose(words, q.Priority, beside).Label
	}
	return q.Label
}

// pick makes a requirement of a line of the posting, in its place.
func (d draft) pick(i int, l posting.Line) (draft, model.Requirement) {
	q := wording.Propose(l.Text, l.Priority, d.requirements)
	d.last++
	q.ID, q.Lines = d.last, l.Lines
	d.origin = cloned(d.origin)
	d.origin[q.ID] = []int{i}
	at := slices.IndexFunc(d.requirements, func(r model.Requirement) bool {
		of := d.origin[r.ID]
		return r.Lines[0] > l.Lines[0] || r.Lines[0] == l.Lines[0] && len(of) > 0 && of[0] > i
	})
	if at < 0 {
		at = len(d.requirements)
	}
	d.requirements = slices.Insert(slices.Clone(d.requirements), at, q)
	return d, q
}

// of is the requirements that were made of a line, with those that were dropped.
func (d draft) of(line int) []model.Requirement {
	var made []model.Requirement
	for _, q := range d.requirements {
		if slices.Contains(d.origin[q.ID], line) {
			made = append(made, q)
		}
	}
	return made
}

// cloned is a copy of a map, never nil.
func cloned[M ~map[K]V, K comparable, V any](m M) M {
	if c := maps.Clone(m); c != nil {
		return c
	}
	return M{}
}
