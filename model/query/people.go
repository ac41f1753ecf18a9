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

// recommended is the recommendations, as they are typed, from the worst to the best.
var recommended = [...]struct{ text, does string }{
	model.NoRecommendation: {"none", "nothing yet"}, model.StrongNo: {"strongno", "strong no"}, model.No: {"no", "no"}, model.Yes: {"yes", "yes"}, model.StrongYes: {"strongyes", "strong yes"},
}

// recommendations is the field of what reviewers recommend: any of them, or the one who is named before a colon.
func recommendations() Field {
	return Field{"rec", "what a review that I may see recommends", "strongyes, yes, no, strongno, none or a comparison: >=yes; behind a reviewer's name and a colon what that one does: ana:yes, me:none",
		func(p *parser, v piece) (test, error) {
			said := v.segment
			if v.colon {
				who, err := p.reviewer(piece{segment: v.head})
				if err != nil {
					return nil, err
				}
				p.who, said = &who, v.tail
			}
			is := recommends(said.text)
			if is != nil {
				return recommendedBy(p.who, is), nil
			}
			if v.colon && said.text != "" {
				return nil, mistake(said.from, said.to, said.text, "is no recommendation", "one of strongyes, yes, no, strongno, none; or >=yes")
			}
			if _, err := p.reviewer(v); v.colon || err == nil {
				name := strings.TrimSuffix(v.text, ":")
				return nil, mistake(v.from, v.to, name, "is a name alone", "say what they recommend: "+name+":yes, "+name+":>=yes")
			}
			return nil, nil
		},
		func(in Scope, typed piece) []offer {
			offers := []offer{{text: ">=yes", does: "yes or strong yes"}, {text: "<=no", does: "no or strong no"}}
			for r := model.StrongYes; r > model.NoRecommendation; r-- {
				offers = append(offers, offer{text: recommended[r].text, does: recommended[r].does})
			}
			offers = append(offers, offer{text: recommended[model.NoRecommendation].text, does: recommended[model.NoRecommendation].does})
			if typed.colon {
				return offers
			}
			offers = append(offers, offer{text: "me:", does: "what I recommend"})
			for _, n := range called(in) {
				offers = append(offers, offer{text: quote(n) + ":", does: "what " + n + " recommends"})
			}
			return offers
		}}
}

// recommends reads what is asked of a recommendation; nil when it is nothing of the kind.
func recommends(s string) func(model.Recommendation) bool {
	if bare(s) == recommended[model.NoRecommendation].text {
		return func(r model.Recommendation) bool { return r == model.NoRecommendation }
	}
	holds := compared(s, func(s string) (span, bool) {
		for r := model.StrongNo; int(r) < len(recommended); r++ {
			if bare(s) == recommended[r].text {
				return span{float64(r), float64(r)}, true
			}
		}
		return span{}, false
	})
	if holds == nil {
		return nil
	}
	return func(r model.Recommendation) bool { return r != model.NoRecommendation && holds(float64(r)) }
}

// recommendedBy is the test of what one reviewer recommends, nobody in particular where who is nil. Nobody recommends nothing only
// where nobody recommends anything.
func recommendedBy(who *model.ID, is func(model.Recommendation) bool) test {
	return func(t *target) bool {
		none := true
		for _, j := range t.row.Judged {
			if (who == nil || j.By == *who) && j.Recommendation != model.NoRecommendation {
				if none = false; is(j.Recommendation) {
					return true
				}
			}
		}
		return none && is(model.NoRecommendation)
	}
}
