package role

import (
	"fmt"
	"slices"

	"candid/model"
	"candid/model/posting"
)

// doubt is what a doubt is about: it is the same as long as this is.
type doubt struct {
	requirement model.RequirementID
	kind        posting.DoubtKind
	other       model.RequirementID
}

func about(d posting.Doubt) doubt { return doubt{d.Requirement, d.Kind, d.Other} }

// structural is the doubts of a reading that are not among those that its requirements' own words leave.
func structural(r posting.Reading, worded []posting.Doubt) []posting.Doubt {
	told := map[doubt]bool{}
	for _, d := range worded {
		told[about(d)] = true
	}
	return slices.DeleteFunc(slices.Clone(r.Doubts), func(d posting.Doubt) bool { return told[about(d)] })
}

// redoubt finds out again what is doubtful: the words of the requirements may have changed, and which of them are kept.
func (d draft) redoubt() draft { return d.doubting(posting.Doubts(d.kept().Requirements)) }

// doubting is the draft with what is doubtful: what the structure tells and what the words leave, as far as it is not settled.
func (d draft) doubting(worded []posting.Doubt) draft {
	kept := d.kept()
	var open []posting.Doubt
	seen := map[doubt]bool{}
	d.quiet = map[model.RequirementID]bool{}
	for _, x := range slices.Concat(d.told, worded) {
		_, there := kept.Requirement(x.Requirement)
		if there && x.Kind == posting.Overlap {
			_, there = kept.Requirement(x.Other)
		}
		switch {
		case !there || seen[about(x)]:
		case d.settled[about(x)]:
			d.quiet[x.Requirement] = true
		default:
			seen[about(x)] = true
			open = append(open, x)
		}
	}
	place := map[model.RequirementID]int{}
	for i, q := range d.entries() {
		place[q.ID] = i
	}
	slices.SortStableFunc(open, func(a, b posting.Doubt) int { return place[a.Requirement] - place[b.Requirement] })
	d.doubts = open
	return d
}

// settle ends what is doubtful about a requirement in one respect.
func (d draft) settle(id model.RequirementID, kind posting.DoubtKind) draft {
	d.settled = cloned(d.settled)
	d.settled[doubt{requirement: id, kind: kind}] = true
	return d
}

// lookedAt ends all that is doubtful about a requirement; what was ended so, or by a change, is doubtful again when nothing else is.
func (d draft) lookedAt(id model.RequirementID) draft {
	open := d.open(id)
	d.settled = cloned(d.settled)
	for _, x := range open {
		d.settled[about(x)] = true
		if x.Other != 0 { // the other one need not be looked at for the same
			d.settled[doubt{x.Other, x.Kind, id}] = true
		}
	}
	if len(open) == 0 {
		for k := range d.settled {
			if k.requirement == id || k.other == id {
				delete(d.settled, k)
			}
		}
	}
	return d
}

// inherit makes doubtful about a new requirement what the structure leaves doubtful about the one it came from.
func (d draft) inherit(from, to model.RequirementID) draft {
	d.told = slices.Clone(d.told)
	for _, x := range d.told {
		if x.Requirement == from && !d.settled[about(x)] {
			x.Requirement = to
			d.told = append(d.told, x)
		}
	}
	return d
}

// open is what is doubtful about a requirement.
func (d draft) open(id model.RequirementID) []posting.Doubt {
	var open []posting.Doubt
	for _, x := range d.doubts {
		if x.Requirement == id {
			open = append(open, x)
		}
	}
	return open
}

// looked reports whether all that would be doubtful about a requirement has been settled.
func (d draft) looked(id model.RequirementID) bool { return d.quiet[id] && len(d.open(id)) == 0 }

// toLookAt is how many requirements are doubtful.
func (d draft) toLookAt() int {
	seen := map[model.RequirementID]bool{}
	for _, x := range d.doubts {
		seen[x.Requirement] = true
	}
	return len(seen)
}

// asks is a doubt in the words of the checklist.
func (d draft) asks(x posting.Doubt) string {
	switch x.Kind {
	case posting.Priority:
		return "must or nice?"
	case posting.Several:
		return "one or two?"
	case posting.Asked:
		return "asked at all?"
	case posting.OnPaper:
		return "interview?"
	default:
		return "overlaps " + d.called(x.Other)
	}
}

// called is a requirement by its place: must 2, nice 1, interview 3.
func (d draft) called(id model.RequirementID) string {
	kept := d.kept()
	q, _ := kept.Requirement(id)
	if q.From == model.FromInterview {
		at := slices.IndexFunc(kept.Interview(), func(x model.Requirement) bool { return x.ID == id })
		return fmt.Sprintf("interview %d", at+1)
	}
	return fmt.Sprintf("%s %d", q.Priority, kept.Number(id))
}

// settles is the keys that settle a doubt, in words; leaving it as it is is always one of them.
func settles(x posting.Doubt) string {
	switch x.Kind {
	case posting.Priority:
		return "p changes it"
	case posting.Several:
		return "s splits it"
	case posting.Asked:
		return "d drops it"
	case posting.OnPaper:
		return "I changes that"
	default:
		return "d drops one"
	}
}
