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
	Judged    []Judged
}

// Judged is what one review of a row's candidate comes to, as far as the viewer may see it: those submitted, and the viewer's own.
type Judged struct {
	By             ID
	Recommendation Recommendation
	Submitted      bool
}

// NewRow makes the row of a card. The card must hold only what the viewer may see, which reviews, the number of those
// submitted, counts beside.
func NewRow(role Role, card Record, viewer ID, reviews int) Row {
	mine := card.Review(viewer)
	row := Row{Candidate: card.Candidate, Reviews: reviews, Opened: mine.Opened != 0}
	row.Score, row.Cells = role.judge(card.Reviews)
	for q := range role.Checklist.strip {
		if mine.decided(q) {
			row.Decided++
		}
	}
	for _, x := range card.Reviews {
		if x.Submitted != 0 || x.IsDraft() {
			row.Judged = append(row.Judged, Judged{x.Reviewer, x.Recommendation, x.Submitted != 0})
		}
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
	order := make([]int, len(rows)) // places in rows: these are large, and move once
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c := compareScore(&rows[i].Score, &rows[j].Score); c != 0 {
			return c
		}
		return cmp.Or(compareAlias(&rows[i].Candidate, &rows[j].Candidate), cmp.Compare(i, j))
	})
	rank(role, rows, order)
	if compare := by.compare(role, rows); compare != nil {
		place := make([]int, len(rows)) // in the order of score, which equal ones keep
		for at, i := range order {
			place[i] = at
		}
		slices.SortFunc(order, func(i, j int) int { return cmp.Or(compare(i, j), cmp.Compare(place[i], place[j])) })
	}
	was := slices.Clone(rows)
	for to, from := range order {
		rows[to] = was[from]
	}
}

// rank sets the ranks of rows whose order by score is given by their places.
func rank(role Role, rows []Row, order []int) {
	step := role.Step()
	for at, i := range order {
		row := &rows[i]
		row.Rank, row.Near = at+1, false
		if at == 0 {
			continue
		}
		above := &rows[order[at-1]]
		if compareScore(&above.Score, &row.Score) == 0 {
			row.Rank = above.Rank
		}
		row.Near = class(&above.Score) == scored && class(&row.Score) == scored && points(above.Score.Low-row.Score.Low) <= points(step)
	}
}

// compare compares rows by their places; nil where the order by score is the one asked for.
func (s Sort) compare(role Role, rows []Row) func(i, j int) int {
	var compare func(i, j int) int
	switch s.By {
	case ByName:
		folded := make([]string, len(rows))
		for i := range rows {
			folded[i] = Fold(rows[i].Candidate.Name)
		}
		compare = func(i, j int) int { return strings.Compare(folded[i], folded[j]) }
	case ByStage:
		compare = func(i, j int) int {
			return cmp.Compare(rows[i].Candidate.Decision.Stage, rows[j].Candidate.Decision.Stage)
		}
	case ByReviews:
		compare = func(i, j int) int {
			return cmp.Or(cmp.Compare(rows[j].Reviews, rows[i].Reviews), cmp.Compare(rows[j].Mine, rows[i].Mine))
		}
	case ByApplied:
		compare = func(i, j int) int { return cmp.Compare(rows[j].Candidate.Applied, rows[i].Candidate.Applied) }
	case ByRequirement:
		column := slices.IndexFunc(role.Checklist.Application(), func(q Requirement) bool { return q.ID == s.Requirement })
		if column < 0 {
			return nil
		}
		compare = func(i, j int) int { return cmp.Compare(rows[j].Cells[column].Value, rows[i].Cells[column].Value) }
	default:
		if !s.Reverse {
			return nil
		}
		compare = func(i, j int) int { return compareScore(&rows[i].Score, &rows[j].Score) }
	}
	if s.Reverse {
		return func(i, j int) int { return compare(j, i) }
	}
	return compare
}

// compareScore orders by gate, then by low bound, then by high bound. A candidate of whom nothing is known stands below every
// one of whom something is, but above those who do not meet a gate.
func compareScore(a, b *Score) int {
	if c := cmp.Compare(class(a), class(b)); c != 0 || class(a) == unrated {
		return c
	}
	return cmp.Or(cmp.Compare(b.Low, a.Low), cmp.Compare(b.High, a.High))
}

// The classes of scores, as they stand below each other.
const (
	scored = iota
	unrated
	notMet
)

func class(s *Score) int {
	switch {
	case len(s.NotMet) > 0:
		return notMet
	case !s.Rated:
		return unrated
	default:
		return scored
	}
}

func compareAlias(a, b *Candidate) int {
	return cmp.Or(strings.Compare(a.Alias, b.Alias), slices.Compare(a.ID[8:], b.ID[8:]))
}
