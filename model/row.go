package model

import (
	"cmp"
	"slices"
	"strings"
)

// Progress is how far the viewer is with a candidate.
type Progress uint8

// The progress of a review.
const (
	NotBegun Progress = iota
	Draft
	Submitted
)

var progressNames = [...]string{"not begun", "draft", "submitted"}

// String is the progress in words.
func (p Progress) String() string { return name(progressNames[:], p) }

// Row is a candidate as the list shows it to one viewer.
type Row struct {
	Candidate Candidate // as far as a card holds it
	Score     Score
	Cells     []Cell // in the order of the strip
	Reviews   int    // submitted, by anybody
	Mine      Progress
	Decided   int // requirements that my review has an up-to-date rating for
	Opened    bool
	Rank      int  // 1 for the first by score; ties share it
	Near      bool // within one rating of the row above it by score
}

// NewRow makes the row of a card. The card must hold only what the viewer may see, which reviews, the number of those
// submitted, counts beside.
func NewRow(role Role, card Record, viewer ID, reviews int) Row {
	strip := role.Checklist.Application()
	mine := card.Review(viewer)
	row := Row{
		Candidate: card.Candidate,
		Score:     role.Score(card.Reviews),
		Cells:     make([]Cell, len(strip)),
		Reviews:   reviews,
		Decided:   mine.Decided(strip),
		Opened:    mine.Opened != 0,
	}
	for i, q := range strip {
		row.Cells[i] = q.Cell(card.Reviews)
	}
	switch {
	case mine.Submitted != 0:
		row.Mine = Submitted
	case mine.IsDraft():
		row.Mine = Draft
	}
	return row
}

// SortKey is what rows can be ordered by.
type SortKey uint8

// The sort keys.
const (
	ByScore SortKey = iota
	ByName
	ByStage
	ByReviews
	ByApplied
	ByRequirement
)

var sortKeyNames = [...]string{"score", "name", "stage", "reviews", "applied", "requirement"}

// String is the key in a word.
func (k SortKey) String() string { return name(sortKeyNames[:], k) }

// MarshalText writes the word.
func (k SortKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the word.
func (k *SortKey) UnmarshalText(b []byte) (err error) {
	*k, err = named[SortKey]("order", sortKeyNames[:], string(b))
	return err
}

// Sort is an order of rows. The zero Sort is by score, best first.
type Sort struct {
	By          SortKey       `cbor:"1,keyasint,omitempty"`
	Requirement RequirementID `cbor:"2,keyasint,omitempty"` // with ByRequirement
	Reverse     bool          `cbor:"3,keyasint,omitempty"`
}

// Order sorts rows in place and sets their ranks, which are always by score. Ties stand in the order of score, then of
// alias: never in the order of arrival.
func Order(role Role, rows []Row, by Sort) {
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Or(compareScore(a, b), compareAlias(a, b)) })
	step := role.Step()
	for i := range rows {
		rows[i].Rank, rows[i].Near = i+1, false
		if i == 0 {
			continue
		}
		above := rows[i-1]
		if compareScore(above, rows[i]) == 0 {
			rows[i].Rank = above.Rank
		}
		rows[i].Near = comparable(above) && comparable(rows[i]) && points(above.Score.Low-rows[i].Score.Low) <= points(step)
	}
	column := slices.IndexFunc(role.Checklist.Application(), func(q Requirement) bool { return q.ID == by.Requirement })
	compare := func(a, b Row) int {
		switch by.By {
		case ByName:
			return strings.Compare(strings.ToLower(a.Candidate.Name), strings.ToLower(b.Candidate.Name))
		case ByStage:
			return cmp.Compare(a.Candidate.Decision.Stage, b.Candidate.Decision.Stage)
		case ByReviews:
			return cmp.Or(cmp.Compare(b.Reviews, a.Reviews), cmp.Compare(b.Mine, a.Mine))
		case ByApplied:
			return cmp.Compare(b.Candidate.Applied, a.Candidate.Applied)
		case ByRequirement:
			if column >= 0 {
				return cmp.Compare(b.Cells[column].Value, a.Cells[column].Value)
			}
		}
		return 0
	}
	if by.By == ByScore && by.Reverse {
		compare = func(a, b Row) int { return compareScore(a, b) }
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		if by.Reverse {
			return compare(b, a)
		}
		return compare(a, b)
	})
}

// compareScore orders by gate, then by low bound, then by high bound. A candidate of whom nothing is known stands below every
// one of whom something is, but above those who do not meet a gate.
func compareScore(a, b Row) int {
	x, y := a.Score, b.Score
	if c := cmp.Compare(class(x), class(y)); c != 0 || !x.Rated || !y.Rated {
		return c
	}
	return cmp.Or(cmp.Compare(points(y.Low), points(x.Low)), cmp.Compare(points(y.High), points(x.High)))
}

func class(s Score) int {
	switch {
	case len(s.NotMet) > 0:
		return 2
	case !s.Rated:
		return 1
	default:
		return 0
	}
}

func comparable(r Row) bool { return class(r.Score) == 0 }

func compareAlias(a, b Row) int {
	return cmp.Or(strings.Compare(a.Candidate.Alias, b.Candidate.Alias), slices.Compare(a.Candidate.ID[8:], b.Candidate.ID[8:]))
}
