package model

import "slices"

// Record is all that is kept of a candidate but the documents themselves: the application and the reviews of it.
type Record struct {
	Candidate Candidate `cbor:"1,keyasint"`
	Reviews   []Review  `cbor:"2,keyasint,omitempty"` // by reviewer id
}

// Review is the reviewer's review; an empty one when there is none.
func (r Record) Review(reviewer ID) Review {
	for _, x := range r.Reviews {
		if x.Reviewer == reviewer {
			return x
		}
	}
	return Review{Reviewer: reviewer}
}

// WithReview is the record with one review in the place of the one it had; an empty one leaves no trace. r itself is left as it
// was.
func (r Record) WithReview(x Review) Record {
	i, ok := slices.BinarySearchFunc(r.Reviews, x, func(a, b Review) int { return slices.Compare(a.Reviewer[:], b.Reviewer[:]) })
	switch {
	case ok && x.empty():
		r.Reviews = slices.Concat(r.Reviews[:i], r.Reviews[i+1:])
	case ok:
		r.Reviews = slices.Clone(r.Reviews)
		r.Reviews[i] = x
	case !x.empty():
		r.Reviews = slices.Concat(r.Reviews[:i], []Review{x}, r.Reviews[i:])
	}
	if len(r.Reviews) == 0 {
		r.Reviews = nil
	}
	return r
}

// Submitted is the reviews that have been submitted.
func (r Record) Submitted() []Review {
	var submitted []Review
	for _, x := range r.Reviews {
		if x.Submitted != 0 {
			submitted = append(submitted, x)
		}
	}
	return submitted
}

// Card is the part of the record that a row of the list needs: no phone, answer, note, quote or dismissed line. A draft stays one, even where a
// note is all it says.
func (r Record) Card() Record {
	c := r.Candidate
	c.Phone, c.Links, c.Answers = "", nil, nil
	c.Documents = nil
	for _, d := range r.Candidate.Current() {
		c.Documents = append(c.Documents, Document{ID: d.ID, Kind: d.Kind})
	}
	card := Record{Candidate: c}
	for _, x := range r.Reviews {
		x.Begun, x.Note, x.Dismissed = x.IsDraft(), "", nil
		var ratings []Rating
		for _, y := range x.Ratings {
			if y.Value != Open {
				ratings = append(ratings, Rating{Requirement: y.Requirement, Value: y.Value, Meaning: y.Meaning})
			}
		}
		x.Ratings = ratings
		card.Reviews = append(card.Reviews, x)
	}
	return card
}
