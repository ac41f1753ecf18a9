package export

import (
	"encoding/json"
	"io"
	"math"

	"candid/model"
)

// List is candidates as programs read them, for `candid list --json` and the JSON export alike. Fields are added, never renamed.
type List struct {
	Version    int             `json:"version"` // 1
	Role       ListRole        `json:"role"`
	Made       string          `json:"made,omitempty"` // RFC 3339; exports only
	Candidates []ListCandidate `json:"candidates"`
}

// ListRole is the role of a list, with its checklist in the order of the strip.
type ListRole struct {
	ID           string            `json:"id"`
	Title        string            `json:"title"`
	Locations    []string          `json:"locations"`
	Checklist    int               `json:"checklist"` // its version
	Requirements []ListRequirement `json:"requirements"`
}

// ListRequirement is one requirement of the checklist.
type ListRequirement struct {
	ID       string  `json:"id"`
	Priority string  `json:"priority"` // "must" or "nice"
	Weight   float64 `json:"weight"`
	Gate     bool    `json:"gate"`
	Label    string  `json:"label"`
	Text     string  `json:"text"`
}

// ListCandidate is one candidate of a list.
type ListCandidate struct {
	ID       string          `json:"id"` // 16 hex digits; any command takes it, or enough of its first digits
	Name     string          `json:"name"`
	Email    string          `json:"email"`
	Stage    string          `json:"stage"`
	Reason   string          `json:"reason"` // of a rejection
	Tags     []string        `json:"tags"`
	Rank     int             `json:"rank"` // among the role's candidates by score, ties sharing it; 0 when nothing is rated
	Low      *float64        `json:"low"`  // 0 to 100, to one decimal; null when nothing is rated
	High     *float64        `json:"high"`
	Rated    bool            `json:"rated"`
	Reviews  int             `json:"reviews"` // submitted, by anybody
	Mine     string          `json:"mine"`    // the viewer's review: "not begun", "draft", "submitted"
	Gate     string          `json:"gate"`    // "", "not met", "disputed"
	NotMet   []string        `json:"not_met"`
	Disputed []string        `json:"disputed"`
	Ratings  map[string]*int `json:"ratings"`         // by requirement, 0 to 4, the median of several; null when open
	Behind   []string        `json:"behind"`          // requirements that have nothing but ratings from before their change
	Differ   []string        `json:"differ"`          // requirements on which two reviewers differ by two or more
	Maybe    []string        `json:"maybe"`           // ids of those who may be the same person
	With     []string        `json:"with"`            // ids of the applications of the same person that were joined with this one
	Panel    []ListReview    `json:"panel,omitempty"` // exports only
}

// ListReview is one reviewer's review.
type ListReview struct {
	Reviewer       string                `json:"reviewer"`
	Submitted      bool                  `json:"submitted"`
	Recommendation string                `json:"recommendation"` // "" when there is none
	Note           string                `json:"note"`
	Ratings        map[string]ListRating `json:"ratings"` // by requirement
}

// ListRating is one reviewer's rating of one requirement.
type ListRating struct {
	Rating   *int        `json:"rating"` // 0 to 4; null when only noted or quoted
	Behind   bool        `json:"behind"` // rated before the requirement's meaning changed
	Revision bool        `json:"revision"`
	Note     string      `json:"note"`
	Quotes   []ListQuote `json:"quotes"`
}

// ListQuote is lines of a document, laid beside a rating.
type ListQuote struct {
	Document string `json:"document"` // its file's name
	From     int    `json:"from"`     // first line, from 0
	To       int    `json:"to"`       // the line after the last
	Text     string `json:"text"`
}

// NewList makes the list of rows, which are as the viewer may see them.
func NewList(role model.Role, rows []model.Row) List {
	l := List{Version: 1, Candidates: []ListCandidate{}}
	strip := role.Checklist.Application()
	l.Role = ListRole{ID: role.ID.String(), Title: role.Title, Locations: append([]string{}, role.Locations...), Checklist: role.Checklist.Version, Requirements: []ListRequirement{}}
	for _, q := range strip {
		l.Role.Requirements = append(l.Role.Requirements, ListRequirement{ID: q.ID.String(), Priority: q.Priority.String(), Weight: q.Weight, Gate: q.Gate, Label: q.Label, Text: q.Text})
	}
	for _, row := range rows {
		l.Candidates = append(l.Candidates, newListCandidate(role, strip, row))
	}
	return l
}

func newListCandidate(role model.Role, strip []model.Requirement, row model.Row) ListCandidate {
	c := row.Candidate
	gate, _ := row.Score.Gate()
	out := ListCandidate{
		ID: c.ID.Random(), Name: called(c), Email: c.Email,
		Stage: c.Decision.Stage.String(), Reason: c.Decision.Reason.In(role.Checklist), Tags: append([]string{}, model.TagNames(c.Tags)...),
		Rated: row.Score.Rated, Reviews: row.Reviews, Mine: row.Mine.String(),
		Gate: gate, NotMet: ids(row.Score.NotMet), Disputed: ids(row.Score.Disputed),
		Ratings: map[string]*int{}, Behind: []string{}, Differ: []string{}, Maybe: randoms(c.Bound(model.MaybeSame)), With: randoms(c.Bound(model.Holds)),
	}
	if row.Score.Rated {
		out.Low, out.High, out.Rank = tenth(row.Score.Low), tenth(row.Score.High), row.Rank
	}
	for i, q := range strip {
		var cell model.Cell
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		out.Ratings[q.ID.String()] = digit(cell.Value)
		if cell.Behind {
			out.Behind = append(out.Behind, q.ID.String())
		}
		if cell.Disagree {
			out.Differ = append(out.Differ, q.ID.String())
		}
	}
	return out
}

// List is the shortlist as programs read it: the list, and beside each candidate the reviews.
func (s Shortlist) List() List {
	l := NewList(s.Role, s.Rows)
	if !s.Made.IsZero() {
		l.Made = s.Made.Format("2006-01-02T15:04:05Z07:00")
	}
	for i := range l.Candidates {
		if i >= len(s.Records) {
			break
		}
		r := s.Records[i]
		for _, x := range r.Reviews {
			if x.Submitted != 0 || x.IsDraft() {
				l.Candidates[i].Panel = append(l.Candidates[i].Panel, s.listReview(r.Candidate, x))
			}
		}
	}
	return l
}

func (s Shortlist) listReview(c model.Candidate, x model.Review) ListReview {
	out := ListReview{Reviewer: s.reviewer(x.Reviewer), Submitted: x.Submitted != 0, Note: x.Note, Ratings: map[string]ListRating{}}
	if x.Recommendation != model.NoRecommendation {
		out.Recommendation = x.Recommendation.String()
	}
	for _, y := range x.Ratings {
		q, ok := s.Role.Checklist.Requirement(y.Requirement)
		rating := ListRating{Rating: digit(y.Value), Behind: ok && y.Behind(q), Revision: y.Revision, Note: y.Note, Quotes: []ListQuote{}}
		for _, quote := range y.Quotes {
			rating.Quotes = append(rating.Quotes, ListQuote{Document: documentName(c, quote.Document), From: quote.From, To: quote.To, Text: quote.Text})
		}
		out.Ratings[y.Requirement.String()] = rating
	}
	return out
}

// Write writes the list as one JSON value, indented, with a line end.
func (l List) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(l)
}

func randoms(ids []model.ID) []string {
	out := []string{}
	for _, id := range ids {
		out = append(out, id.Random())
	}
	return out
}

func ids(qs []model.RequirementID) []string {
	out := []string{}
	for _, id := range qs {
		out = append(out, id.String())
	}
	return out
}

// digit is a value as its key, nil when nothing is known.
func digit(v model.Value) *int {
	if v == model.Open {
		return nil
	}
	n := int(v.Digit() - '0')
	return &n
}

// tenth is x rounded to one decimal.
func tenth(x float64) *float64 {
	x = math.Round(x*10) / 10
	return &x
}

// documentName is the file's name of a candidate's document, "" when it is not there any more.
func documentName(c model.Candidate, id model.ID) string {
	for _, d := range c.Documents {
		if d.ID == id {
			return d.Name
		}
	}
	return ""
}
