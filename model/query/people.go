package query

import (
	"slices"
	"strings"

	"candid/model"
	"candid/model/search"
)

// reviewers is the field of who has reviewed.
func reviewers() Field {
	return Field{"by", "whose review is submitted, as far as I may see it", "a reviewer's name, or me",
		func(p *parser, v piece) (test, error) {
			who, err := p.reviewer(v)
			if err != nil {
				return nil, err
			}
			return func(t *target) bool {
				return slices.ContainsFunc(t.row.Judged, func(j model.Judged) bool { return j.Submitted && j.By == who })
			}, nil
		},
		func(in Scope, _ piece) []offer {
			offers := []offer{{text: "me", does: "I have"}}
			for _, n := range called(in) {
				offers = append(offers, offer{text: quote(n)})
			}
			return offers
		}}
}

// reviewer is the reviewer of that name: the whole of it, or words of it.
func (p *parser) reviewer(v piece) (model.ID, error) {
	if strings.EqualFold(v.text, "me") && !v.quoted {
		return p.in.Viewer, nil
	}
	said := search.Said{Text: v.text, Whole: v.quoted}
	var whole, some []model.ID
	for id, name := range p.in.Names {
		switch {
		case same(name, v.text):
			whole = append(whole, id)
		case !said.Pattern().Empty() && search.New(name).Holds(said):
			some = append(some, id)
		}
	}
	if len(whole) > 0 {
		some = whole
	}
	switch {
	case len(some) == 1:
		return some[0], nil
	case len(some) > 1:
		var names []string
		for _, id := range some {
			names = append(names, p.in.Names[id])
		}
		slices.Sort(names)
		return model.ID{}, mistake(v.from, v.to, v.text, "fits several reviewers", strings.Join(names, ", "))
	}
	names := called(p.in)
	return model.ID{}, mistake(v.from, v.to, v.text, "is no reviewer", before(meant(v.text, names), "one of "+strings.Join(append(names, "me"), ", ")))
}

// called is the names of the reviewers, in the order of the alphabet.
func called(in Scope) []string {
	var names []string
	for _, n := range in.Names {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// recommendations is the field of what reviewers recommend.
func recommendations() Field {
	any := func(r model.Recommendation) test {
		return func(t *target) bool {
			return slices.ContainsFunc(t.row.Judged, func(j model.Judged) bool { return j.Recommendation == r })
		}
	}
	none := func(t *target) bool {
		return !slices.ContainsFunc(t.row.Judged, func(j model.Judged) bool { return j.Recommendation != model.NoRecommendation })
	}
	return choice("rec", "what a review that I may see recommends",
		option{"strongyes", "strong yes", any(model.StrongYes)}, option{"yes", "yes", any(model.Yes)}, option{"no", "no", any(model.No)},
		option{"strongno", "strong no", any(model.StrongNo)}, option{"none", "nothing yet", none})
}
