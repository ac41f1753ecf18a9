package query

import (
	"testing"

	"candid/model"
)

func TestSort(t *testing.T) {
	requirement := func(id model.RequirementID, reverse bool) model.Sort {
		return model.Sort{By: model.ByRequirement, Requirement: id, Reverse: reverse}
	}
	for _, c := range []struct {
		query string
		want  model.Sort
		asked bool
	}{
		{"rust", model.Sort{}, false}, {"sort:score", model.Sort{}, true}, {"sort:-score", model.Sort{Reverse: true}, true}, {"rust SORT:Name x", model.Sort{By: model.ByName}, true},
		{"sort:stage", model.Sort{By: model.ByStage}, true}, {"sort:-reviews", model.Sort{By: model.ByReviews, Reverse: true}, true}, {"sort:applied", model.Sort{By: model.ByApplied}, true},
		{"sort:async", requirement(1, false), true}, {"sort:-2", requirement(2, true), true}, {"sort:req", model.Sort{}, false}, {`sort:"name"`, requirement(3, false), true}, {`sort:-"rust and async"`, requirement(1, true), true},
		{"sort:n2", requirement(5, false), true},
	} {
		q, err := Parse(c.query, scope())
		if (err != nil) != (c.query == "sort:req") {
			t.Errorf("%s: %v", c.query, err)
		}
		if by, asked := q.Sort(); by != c.want || asked != c.asked {
			t.Errorf("%s: %+v %v, want %+v %v", c.query, by, asked, c.want, c.asked)
		}
	}
}

func TestWithSort(t *testing.T) {
	name := model.Sort{By: model.ByName}
	for _, c := range []struct {
		name, query string
		by          model.Sort
		want        string
	}{
		{"put", "rust", name, "rust sort:name"}, {"put into nothing", "", name, "sort:name"}, {"replaced", "rust sort:-stage go", name, "rust go sort:name"}, {"removed", "rust sort:stage go", model.Sort{}, "rust go"},
		{"nothing to remove", " rust ", model.Sort{}, "rust"}, {"only an order", "sort:name", model.Sort{}, ""}, {"turned round", "sort:name", model.Sort{By: model.ByName, Reverse: true}, "sort:-name"},
		{"the usual one turned round", "rust", model.Sort{Reverse: true}, "rust sort:-score"}, {"by a requirement", "a", model.Sort{By: model.ByRequirement, Requirement: 1}, `a sort:"Rust and async"`},
		{"by a requirement, turned round", "", model.Sort{By: model.ByRequirement, Requirement: 2, Reverse: true}, `sort:-"Data modelling, storage"`},
		{"by one called as an order", "", model.Sort{By: model.ByRequirement, Requirement: 3}, `sort:"Name"`}, {"by one that is gone", "rust", model.Sort{By: model.ByRequirement, Requirement: 99}, "rust"},
		{"before what is still open", `rust "new`, name, `sort:name rust "new`}, {"twice", "sort:a sort:b x", name, "x sort:name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := WithSort(c.query, c.by, opening())
			if got != c.want {
				t.Fatalf("%q, want %q", got, c.want)
			}
			if again := WithSort(got, c.by, opening()); again != got {
				t.Errorf("once more it is %q", again)
			}
			q, err := Parse(got, scope())
			if c.name == "before what is still open" {
				return
			}
			if by, _ := q.Sort(); err != nil || by != c.by && c.by.Requirement != 99 {
				t.Errorf("it asks for %+v, %v", by, err)
			}
		})
	}
}

// sorts is every order of the role, none turned round.
func sorts() []model.Sort {
	var all []model.Sort
	for k := model.ByScore; k < model.ByRequirement; k++ {
		all = append(all, model.Sort{By: k})
	}
	for _, q := range opening().Checklist.Application() {
		all = append(all, model.Sort{By: model.ByRequirement, Requirement: q.ID})
	}
	return all
}
