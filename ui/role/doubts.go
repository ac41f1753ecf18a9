package role

import (
	"fmt"
	"slices"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
	"candid/ui/keymap"
)

// doubt is what a doubt is about: it is the same as long as this is.
type doubt struct {
	requirement model.RequirementID // 0: all of the section
	kind        wording.DoubtKind
	other       model.RequirementID
	section     int
}

func about(d wording.Doubt) doubt {
	return doubt{requirement: d.Requirement, kind: d.Kind, other: d.Other}
}

// ofAll is what a doubt about a whole section is about.
func ofAll(d wording.Doubt) doubt { return doubt{kind: d.Kind, section: d.Section} }

// structural is the doubts of a reading that are not among those that its requirements' own words leave.
func structural(r posting.Reading, worded []wording.Doubt) []wording.Doubt {
	told := map[doubt]bool{}
	for _, d := range worded {
		told[about(d)] = true
	}
	return slices.DeleteFunc(slices.Clone(r.Doubts), func(d wording.Doubt) bool { return told[about(d)] })
}

// redoubt finds out again what is doubtful: the words of the requirements may have changed, and which of them are kept.
func (d draft) redoubt() draft { return d.doubting(wording.Doubts(d.kept().Requirements)) }

// doubting is the draft with what is doubtful: what the structure tells and what the words leave, as far as it is not settled.
func (d draft) doubting(worded []wording.Doubt) draft {
	kept := d.kept()
	var open []wording.Doubt
	seen := map[doubt]bool{}
	d.quiet = map[model.RequirementID]bool{}
	for _, x := range slices.Concat(d.told, worded) {
		_, there := kept.Requirement(x.Requirement)
		if there && x.Kind == wording.Overlap {
			_, there = kept.Requirement(x.Other)
		}
		switch {
		case !there || seen[about(x)]:
		case d.settled[about(x)], x.Section > 0 && d.settled[ofAll(x)]:
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
	slices.SortStableFunc(open, func(a, b wording.Doubt) int { return place[a.Requirement] - place[b.Requirement] })
	d.doubts = open
	return d
}

// settle ends what is doubtful about a requirement in one respect.
func (d draft) settle(id model.RequirementID, kind wording.DoubtKind) draft {
	d.settled = cloned(d.settled)
	d.settled[doubt{requirement: id, kind: kind}] = true
	return d
}

// lookedAt ends all that is asked at a requirement; what was ended so, or by a change, is doubtful again when nothing else is.
func (d draft) lookedAt(id model.RequirementID) draft {
	open := d.asked(id)
	d.settled = cloned(d.settled)
	for _, x := range open {
		if x.Section > 0 {
			d.settled[ofAll(x)] = true
		} else {
			d.settled[about(x)] = true
		}
		if x.Other != 0 { // the other one need not be looked at for the same
			d.settled[doubt{requirement: x.Other, kind: x.Kind, other: id}] = true
		}
	}
	if len(open) > 0 {
		return d
	}
	for k := range d.settled {
		if k.requirement == id || k.other == id {
			delete(d.settled, k)
		}
	}
	for _, x := range d.told {
		if x.Requirement == id {
			delete(d.settled, ofAll(x))
		}
	}
	return d
}

// alike is the requirements that a doubt is about, in the order they are shown: those of a section that are still doubtful.
func (d draft) alike(x wording.Doubt) []model.RequirementID {
	if x.Section == 0 {
		return []model.RequirementID{x.Requirement}
	}
	var ids []model.RequirementID
	for _, y := range d.doubts {
		if ofAll(y) == ofAll(x) {
			ids = append(ids, y.Requirement)
		}
	}
	return ids
}

// leads reports whether a doubt is asked at its requirement: it is its own, or that is the first of the section.
func (d draft) leads(x wording.Doubt) bool { return d.alike(x)[0] == x.Requirement }

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
func (d draft) open(id model.RequirementID) []wording.Doubt {
	var open []wording.Doubt
	for _, x := range d.doubts {
		if x.Requirement == id {
			open = append(open, x)
		}
	}
	return open
}

// asked is what is asked at a requirement: its own doubts and that of a section which it is the first of; else that which it shares.
func (d draft) asked(id model.RequirementID) []wording.Doubt {
	open := d.open(id)
	if asked := slices.DeleteFunc(slices.Clone(open), func(x wording.Doubt) bool { return !d.leads(x) }); len(asked) > 0 {
		return asked
	}
	return open
}

// looked reports whether all that would be doubtful about a requirement has been settled.
func (d draft) looked(id model.RequirementID) bool { return d.quiet[id] && len(d.open(id)) == 0 }

// toLookAt is the requirements at which something is asked.
func (d draft) toLookAt() map[model.RequirementID]bool { return wording.ToLookAt(d.doubts) }

// asks is a doubt in the words of the checklist.
func (d draft) asks(x wording.Doubt) string {
	if n := len(d.alike(x)); n > 1 {
		x.Section = 0
		return fmt.Sprintf("%d %s", n, d.asks(x))
	}
	switch x.Kind {
	case wording.Priority:
		return "must or nice?"
	case wording.Several:
		return "one or two?"
	case wording.Asked:
		return "asked at all?"
	case wording.OnPaper:
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

// settles is the keys that settle a doubt, in words.
func (d draft) settles(x wording.Doubt, keys keymap.Table) string {
	all, leave := keys.Key(keymap.Otherwise), keys.Key(keymap.Mark)
	if len(d.alike(x)) > 1 {
		if x.Kind == wording.Asked {
			return all + " drops all, " + leave + " leaves them"
		}
		q, _ := d.kept().Requirement(x.Requirement)
		return all + " makes all " + (model.Nice - q.Priority).String() + ", " + leave + " leaves them"
	}
	return keys.Key(changes[x.Kind]) + [...]string{
		wording.Priority: " changes it", wording.Several: " splits it", wording.Asked: " drops it", wording.OnPaper: " changes that", wording.Overlap: " drops one",
	}[x.Kind] + ", " + leave + " leaves it"
}
