package model

import "slices"

// Facet names the one thing that a change sets.
type Facet uint8

// The facets. Those of a review, and the tags, are the acting reviewer's own.
const (
	FacetRating         Facet = iota + 1 // of Requirement
	FacetNote                            // of Requirement; of the review as a whole when that is 0
	FacetQuotes                          // of Requirement
	FacetRecommendation                  // of the review
	FacetSubmission                      // of the review
	FacetDecision                        // of the candidate
	FacetTags                            // of the candidate: those that the acting reviewer put on
	FacetDocuments                       // of the candidate: what came in
	FacetContacts                        // of the candidate
	FacetChecklist                       // of the role
	FacetSame                            // of the candidate: its tie to Other
	FacetDismissed                       // of Requirement: what was found for it and does not speak to it
)

var facetNames = [...]string{"", "rating", "note", "quotes", "recommendation", "submission", "decision", "tags", "documents", "contacts", "checklist", "same person", "dismissed lines"}

// String is the facet in a word.
func (f Facet) String() string { return name(facetNames[:], f) }

// OfReview reports whether the facet is of the acting reviewer's review.
func (f Facet) OfReview() bool {
	return f >= FacetRating && f <= FacetSubmission || f == FacetDismissed
}

// State is what a facet holds: the fields of that facet are set, the others are zero.
type State struct {
	Value          Value          `cbor:"1,keyasint,omitempty"` // rating
	Checklist      int            `cbor:"2,keyasint,omitempty"` // submission: the version submitted on
	Revision       bool           `cbor:"3,keyasint,omitempty"` // rating
	Note           string         `cbor:"4,keyasint,omitempty"` // note
	Quotes         []Quote        `cbor:"5,keyasint,omitempty"` // quotes, dismissed lines
	Recommendation Recommendation `cbor:"6,keyasint,omitempty"` // recommendation
	Submitted      Time           `cbor:"7,keyasint,omitempty"` // submission
	Decision       Decision       `cbor:"8,keyasint,omitempty"` // decision
	Tags           []Tag          `cbor:"9,keyasint,omitempty"` // tags
	Documents      []Document     `cbor:"10,keyasint,omitempty"`
	Contacts       *Contacts      `cbor:"11,keyasint,omitempty"`
	Requirements   []Requirement  `cbor:"12,keyasint,omitempty"` // checklist
	MustShare      float64        `cbor:"13,keyasint,omitempty"` // checklist
	Tie            Tie            `cbor:"15,keyasint,omitzero"`  // same person
	Meaning        int            `cbor:"14,keyasint,omitempty"` // rating: which meaning of the requirement was rated
}

// Contacts is who a candidate is and how to reach them.
type Contacts struct {
	Name     string   `cbor:"1,keyasint,omitempty"`
	Email    string   `cbor:"2,keyasint,omitempty"`
	Phone    string   `cbor:"3,keyasint,omitempty"`
	Location string   `cbor:"4,keyasint,omitempty"`
	Links    []string `cbor:"5,keyasint,omitempty"`
}

// Equal reports whether two states of the same facet hold the same.
func (s State) Equal(t State) bool {
	contacts := s.Contacts == t.Contacts || s.Contacts != nil && t.Contacts != nil && s.Contacts.Equal(*t.Contacts)
	return contacts && s.Value == t.Value && s.Meaning == t.Meaning && s.Checklist == t.Checklist && s.Revision == t.Revision && s.Note == t.Note &&
		s.Recommendation == t.Recommendation && s.Submitted == t.Submitted && s.Decision == t.Decision &&
		s.MustShare == t.MustShare && s.Tie == t.Tie && slices.Equal(s.Quotes, t.Quotes) && slices.Equal(s.Tags, t.Tags) &&
		slices.Equal(s.Documents, t.Documents) && slices.Equal(s.Requirements, t.Requirements)
}

// Equal reports whether two contacts are the same.
func (c Contacts) Equal(d Contacts) bool {
	return c.Name == d.Name && c.Email == d.Email && c.Phone == d.Phone && c.Location == d.Location && slices.Equal(c.Links, d.Links)
}

// State is what the facet of the record holds, as the reviewer by has it.
func (r Record) State(f Facet, by ID, id RequirementID) State {
	review := r.Review(by)
	rating := review.Rating(id)
	c := r.Candidate
	switch f {
	case FacetRating:
		return State{Value: rating.Value, Meaning: rating.Meaning, Revision: rating.Revision}
	case FacetNote:
		if id == 0 {
			return State{Note: review.Note}
		}
		return State{Note: rating.Note}
	case FacetQuotes:
		return State{Quotes: rating.Quotes}
	case FacetDismissed:
		return State{Quotes: review.DismissedFor(id)}
	case FacetRecommendation:
		return State{Recommendation: review.Recommendation}
	case FacetSubmission:
		return State{Submitted: review.Submitted, Checklist: review.Checklist}
	case FacetDecision:
		return State{Decision: c.Decision}
	case FacetTags:
		return State{Tags: tagsBy(c.Tags, by)}
	case FacetDocuments:
		return State{Documents: c.Documents}
	case FacetContacts:
		contacts := c.Contacts()
		return State{Contacts: &contacts}
	default:
		return State{}
	}
}

// with is the record with one facet set; r itself is left as it was.
func (r Record) with(f Facet, by ID, id RequirementID, s State) Record {
	review := r.Review(by)
	rating := review.Rating(id)
	switch f {
	case FacetRating:
		rating.Value, rating.Meaning, rating.Revision = s.Value, s.Meaning, s.Revision
		return r.WithReview(review.with(rating))
	case FacetNote:
		if id == 0 {
			review.Note = s.Note
			return r.WithReview(review)
		}
		rating.Note = s.Note
		return r.WithReview(review.with(rating))
	case FacetQuotes:
		rating.Quotes = s.Quotes
		return r.WithReview(review.with(rating))
	case FacetDismissed:
		return r.WithReview(review.dismissing(id, s.Quotes))
	case FacetRecommendation:
		review.Recommendation = s.Recommendation
		return r.WithReview(review)
	case FacetSubmission:
		review.Submitted, review.Checklist = s.Submitted, s.Checklist
		return r.WithReview(review)
	case FacetDecision:
		r.Candidate.Decision = s.Decision
	case FacetTags:
		r.Candidate.Tags = withTags(r.Candidate.Tags, by, s.Tags)
	case FacetDocuments:
		r.Candidate.Documents = s.Documents
	case FacetContacts:
		if s.Contacts != nil {
			r.Candidate = r.Candidate.withContacts(*s.Contacts)
		}
	}
	return r
}

// tagsBy is the tags that one reviewer put on.
func tagsBy(tags []Tag, by ID) []Tag {
	var own []Tag
	for _, t := range tags {
		if t.By == by {
			own = append(own, t)
		}
	}
	return own
}

// withTags is tags with those that one reviewer put on replaced: first those that came in with the application, in their order,
// then each reviewer's, by reviewer id.
func withTags(tags []Tag, by ID, own []Tag) []Tag {
	var all []Tag
	for _, t := range tags {
		if t.By != by {
			all = append(all, t)
		}
	}
	for _, t := range own {
		all = append(all, Tag{Name: t.Name, By: by})
	}
	slices.SortStableFunc(all, func(a, b Tag) int { return slices.Compare(a.By[:], b.By[:]) })
	return all
}
