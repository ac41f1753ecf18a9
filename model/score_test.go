package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestScore(t *testing.T) {
	weighted := roleOf("MMN")
	weighted.Checklist.Requirements[0].Weight = 3
	halves := roleOf("MN")
	halves.MustShare = 0.5
	cases := []struct {
		name      string
		role      Role
		reviews   []string
		low, high float64
		rated     bool
	}{
		{"nothing rated: the widest range, and no score", roleOf("MMN"), nil, 0, 100, false},
		{"an empty review rates nothing", roleOf("MMN"), []string{"···"}, 0, 100, false},
		{"only 0: nothing is known", roleOf("MMN"), []string{"000"}, 0, 100, false},
		{"meets everything is 80", roleOf("MMMMMMMMNNNNN"), []string{"3333333333333"}, 80, 80, true},
		{"exceeds everything is 100", roleOf("MMMMMMMMNNNNN"), []string{"4444444444444"}, 100, 100, true},
		{"lacks everything is 0", roleOf("MMN"), []string{"111"}, 0, 0, true},
		{"some of everything is 40", roleOf("MMN"), []string{"222"}, 40, 40, true},
		{"must-haves are 0.8 of the score", roleOf("MMNN"), []string{"4411"}, 80, 80, true},
		{"an open must-have counts 0 low and 1 high", roleOf("MMN"), []string{"4·4"}, 60, 100, true},
		{"an open nice-to-have counts 0 low and 1 high", roleOf("MMNN"), []string{"443·"}, 88, 98, true},
		{"not shown is open", roleOf("MM"), []string{"40"}, 50, 100, true},
		{"rated before the change is open", roleOf("MM"), []string{"4^"}, 50, 100, true},
		{"must-haves only: they alone", roleOf("MM"), []string{"43"}, 90, 90, true},
		{"nice-to-haves only: they alone", roleOf("NN"), []string{"32"}, 60, 60, true},
		{"the interview's requirements are in no score", roleOf("MI"), []string{"31"}, 80, 80, true},
		{"a weight of 3 counts three times", weighted, []string{"411"}, 60, 60, true},
		{"the share is the role's to set", halves, []string{"41"}, 50, 50, true},
		{"two reviewers: the mean of what ratings are worth", roleOf("M"), []string{"4", "2"}, 70, 70, true},
		{"three who disagree: the mean of the three", roleOf("M"), []string{"4", "2", "1"}, 46.666667, 46.666667, true},
		{"who rated 0 is not in the mean", roleOf("M"), []string{"4", "0"}, 100, 100, true},
		{"who rated before the change is not in the mean", roleOf("M"), []string{"4", "~"}, 100, 100, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := c.role.Score(reviewsOf(c.reviews...))
			if s.Low != c.low || s.High != c.high || s.Rated != c.rated {
				t.Errorf("%v–%v, rated %v; want %v–%v, %v", s.Low, s.High, s.Rated, c.low, c.high, c.rated)
			}
		})
	}
}

func TestGate(t *testing.T) {
	cases := []struct {
		name             string
		role             Role
		reviews          []string
		notMet, disputed []RequirementID
	}{
		{"one reviewer who rates 1: not met", roleOf("MM"), []string{"31"}, []RequirementID{2}, nil},
		{"nobody rates 1: neither", roleOf("MM"), []string{"22", "00"}, nil, nil},
		{"exactly half rate 1: disputed", roleOf("M"), []string{"1", "3"}, nil, []RequirementID{1}},
		{"two of three rate 1: not met", roleOf("M"), []string{"1", "1", "4"}, []RequirementID{1}, nil},
		{"one of three rates 1: disputed", roleOf("M"), []string{"1", "3", "4"}, nil, []RequirementID{1}},
		{"a 0 is a rating: half and half is disputed", roleOf("M"), []string{"1", "0"}, nil, []RequirementID{1}},
		{"two 1 against one 0: not met", roleOf("M"), []string{"1", "0", "1"}, []RequirementID{1}, nil},
		{"open is no rating", roleOf("M"), []string{"1", "·"}, []RequirementID{1}, nil},
		{"failed before the change: open, not passed and not failed", roleOf("M"), []string{"~"}, nil, nil},
		{"failed before the change by one, rated 1 since by another", roleOf("M"), []string{"~", "1"}, []RequirementID{1}, nil},
		{"no gate on the requirement", roleOf("mN"), []string{"11"}, nil, nil},
		{"what waits for the interview has no gate yet", roleOf("IM"), []string{"13"}, nil, nil},
		{"both at once, in the strip's order", roleOf("NMMM"), []string{"1111", "1131"}, []RequirementID{2, 4}, []RequirementID{3}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := c.role.Score(reviewsOf(c.reviews...))
			if !slices.Equal(s.NotMet, c.notMet) || !slices.Equal(s.Disputed, c.disputed) {
				t.Errorf("not met %v, disputed %v; want %v, %v", s.NotMet, s.Disputed, c.notMet, c.disputed)
			}
		})
	}
}

func TestSpread(t *testing.T) {
	cases := []struct {
		name    string
		reviews []string
		want    int
	}{
		{"one reviewer has none", []string{"14"}, 0},
		{"the largest on one requirement, not across them", []string{"14", "24"}, 1},
		{"three reviewers: from the lowest to the highest", []string{"1", "3", "4"}, 3},
		{"0 and open take no part", []string{"30", "·4"}, 0},
		{"before the change takes no part", []string{"~", "4"}, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := roleOf("MM").Score(reviewsOf(c.reviews...)).Spread; got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

func TestStrip(t *testing.T) {
	cases := []struct {
		name    string
		reviews []string
		want    string
	}{
		{"nobody has rated", nil, "··"},
		{"one reviewer's digits", []string{"40"}, "40"},
		{"of two who differ by one, the lower", []string{"43", "34"}, "33"},
		{"of three, the middle one", []string{"23", "33", "34"}, "33"},
		{"of four, the lower of the middle ones", []string{"2", "3", "3", "2"}, "2·"},
		{"two who differ by two: !", []string{"13", "33"}, "!3"},
		{"0 gives way to what is known", []string{"0", "2"}, "2·"},
		{"before the change: ~", []string{"~"}, "~·"},
		{"before the change, and 0 since: 0", []string{"~", "0"}, "0·"},
		{"before the change, and rated since: the new one", []string{"~", "4"}, "4·"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strip(roleOf("MM"), reviewsOf(c.reviews...)); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
	t.Run("must-haves first, the interview's left out", func(t *testing.T) {
		if got := strip(roleOf("NIMNM"), reviewsOf("12344")); got != "3414" {
			t.Errorf("%s, want 3414", got)
		}
	})
}

// Within a review, rating more never lowers the low bound nor raises the high one, whatever others have said.
func TestRatingMoreNarrowsTheRange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		role := randomRole(r)
		reviews := randomReviews(r, role, 1)
		before := role.Score(reviews)
		open := slices.DeleteFunc(role.Checklist.Application(), func(q Requirement) bool {
			return reviews[0].Rating(q.ID).Value.Known() && !reviews[0].Rating(q.ID).Behind(q)
		})
		if len(open) == 0 {
			continue
		}
		q := open[r.IntN(len(open))]
		reviews[0] = reviews[0].with(Rating{Requirement: q.ID, Value: Lacks + Value(r.IntN(4)), Meaning: q.Changed})
		if after := role.Score(reviews); after.Low < before.Low || after.High > before.High || after.Low > after.High {
			t.Fatalf("%v–%v became %v–%v by one rating more", before.Low, before.High, after.Low, after.High)
		}
	}
}

// The order in which reviews are kept shows nowhere.
func TestTheOrderOfReviewsDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		role := randomRole(r)
		reviews := randomReviews(r, role, 5)
		s, cells := role.Score(reviews), strip(role, reviews)
		r.Shuffle(len(reviews), func(i, j int) { reviews[i], reviews[j] = reviews[j], reviews[i] })
		if u := role.Score(reviews); u.Low != s.Low || u.High != s.High || u.Spread != s.Spread || !slices.Equal(u.NotMet, s.NotMet) || strip(role, reviews) != cells {
			t.Fatalf("%+v became %+v", s, u)
		}
	}
}

// An empty review never stands above a full one that fails no gate.
func TestAnEmptyReviewNeverBeatsAFullOne(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 1000 {
		role := randomRole(r)
		full := Review{Reviewer: ID{1}, Submitted: 1}
		for _, q := range role.Checklist.Requirements {
			full = full.with(Rating{Requirement: q.ID, Value: Lacks + Value(r.IntN(4)), Meaning: q.Changed})
		}
		a, b := role.Score([]Review{full}), role.Score([]Review{{Reviewer: ID{1}, Submitted: 1}})
		if len(a.NotMet) == 0 && compareScore(&a, &b) >= 0 {
			t.Fatalf("a full review of %v does not beat an empty one", a.Low)
		}
	}
}

func randomRole(r *rand.Rand) Role {
	kinds := []rune("MMmNNI")
	s := []rune{'m'}
	for range r.IntN(8) {
		s = append(s, kinds[r.IntN(len(kinds))])
	}
	role := roleOf(string(s))
	role.MustShare = float64(r.IntN(11)) / 10
	for i := range role.Checklist.Requirements {
		role.Checklist.Requirements[i].Weight = 0.1 + 5*r.Float64()
		role.Checklist.Requirements[i].Changed = r.IntN(2)
	}
	return role
}

func randomReviews(r *rand.Rand, role Role, n int) []Review {
	var reviews []Review
	for i := range n {
		x := Review{Reviewer: ID{byte(i + 1)}, Submitted: 1}
		for _, q := range role.Checklist.Requirements {
			x = x.with(Rating{Requirement: q.ID, Value: Value(r.IntN(6)), Meaning: q.Changed * r.IntN(2)})
		}
		reviews = append(reviews, x)
	}
	return reviews
}
