package model

import (
	"cmp"
	"slices"
	"sort"
)

// Review is one reviewer's judgement of one candidate: ratings, a recommendation and a note. It is a draft until submitted.
type Review struct {
	Reviewer       ID             `cbor:"1,keyasint"`
	Ratings        []Rating       `cbor:"2,keyasint,omitempty"` // by requirement id, none of them empty
	Recommendation Recommendation `cbor:"3,keyasint,omitempty"`
	Note           string         `cbor:"4,keyasint,omitempty"`
	Submitted      Time           `cbor:"5,keyasint,omitempty"` // 0: a draft
	Checklist      int            `cbor:"6,keyasint,omitempty"` // the version it was submitted on
	Opened         Time           `cbor:"7,keyasint,omitempty"` // when the reviewer first opened the application
	Dismissed      []Dismissed    `cbor:"9,keyasint,omitempty"` // by requirement id; the reviewer's own, shown to nobody else and on no card
	Begun          bool           `cbor:"8,keyasint,omitempty"` // on a card only: a draft says something, be it in what the card leaves out
}

// Dismissed is a statement that the program found for a requirement and the reviewer took away.
type Dismissed struct {
	Requirement RequirementID `cbor:"1,keyasint"`
	Quote       Quote         `cbor:"2,keyasint"`
}

// Rating is the rating of a requirement; an empty one when there is none.
func (r Review) Rating(id RequirementID) Rating {
	if i, ok := findRating(r.Ratings, id); ok {
		return r.Ratings[i]
	}
	return Rating{Requirement: id}
}

// findRating is where among ratings the requirement's stands, or would stand.
func findRating(ratings []Rating, id RequirementID) (int, bool) {
	i := sort.Search(len(ratings), func(i int) bool { return ratings[i].Requirement >= id })
	return i, i < len(ratings) && ratings[i].Requirement == id
}

// with is the review with one rating in the place of the one it had; r itself is left as it was.
func (r Review) with(x Rating) Review {
	i, ok := findRating(r.Ratings, x.Requirement)
	switch {
	case ok && x.Empty():
		r.Ratings = slices.Concat(r.Ratings[:i], r.Ratings[i+1:])
	case ok:
		r.Ratings = slices.Clone(r.Ratings)
		r.Ratings[i] = x
	case !x.Empty():
		r.Ratings = slices.Concat(r.Ratings[:i], []Rating{x}, r.Ratings[i:])
	}
	if len(r.Ratings) == 0 {
		r.Ratings = nil
	}
	return r
}

// DismissedFor is the statements that were taken away for the requirement.
func (r Review) DismissedFor(id RequirementID) []Quote {
	var quotes []Quote
	for _, d := range r.Dismissed {
		if d.Requirement == id {
			quotes = append(quotes, d.Quote)
		}
	}
	return quotes
}

// dismissing is the review with these statements taken away for the requirement and no others; r itself is left as it was.
func (r Review) dismissing(id RequirementID, quotes []Quote) Review {
	var all []Dismissed
	for _, d := range r.Dismissed {
		if d.Requirement != id {
			all = append(all, d)
		}
	}
	for _, q := range quotes {
		all = append(all, Dismissed{id, q})
	}
	slices.SortStableFunc(all, func(a, b Dismissed) int { return cmp.Compare(a.Requirement, b.Requirement) })
	r.Dismissed = all
	return r
}

// IsDraft reports whether the review says something and is not submitted.
func (r Review) IsDraft() bool {
	return r.Submitted == 0 && (r.Begun || len(r.Ratings) > 0 || r.Recommendation != NoRecommendation || r.Note != "")
}

// empty reports whether the review says nothing at all and was never opened: none need be kept.
func (r Review) empty() bool {
	return !r.IsDraft() && r.Submitted == 0 && r.Checklist == 0 && r.Opened == 0 && len(r.Dismissed) == 0
}

// Decided counts the requirements of qs that the review has an up-to-date rating for, 0 included.
func (r Review) Decided(qs []Requirement) int {
	n := 0
	for _, q := range qs {
		if r.decided(&q) {
			n++
		}
	}
	return n
}

func (r Review) decided(q *Requirement) bool {
	i, ok := findRating(r.Ratings, q.ID)
	return ok && r.Ratings[i].Value != Open && !behind(&r.Ratings[i], q)
}
