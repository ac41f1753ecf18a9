package evidence

import (
	"cmp"
	"slices"
	"sync"

	"candid/model"
	"candid/model/outline"
)

// As is the reading as the author of a review has it: without the statements that they took away for a requirement, and with the
// lines that they quoted for it as statements of their own, before all others and in their order. A statement of which they quoted
// the line that says most is told with the quote, its terms kept. Dates on a line that was taken away count no longer towards the years
// that the requirement asks for. A quote and what was taken away count in their own document only. r itself is left as it was.
func (r Reading) As(review model.Review) Reading {
	gone := map[model.RequirementID][]model.Quote{}
	for _, d := range review.Dismissed {
		if d.Quote.Document == r.Document.ID {
			gone[d.Requirement] = append(gone[d.Requirement], d.Quote)
		}
	}
	mine := map[model.RequirementID][]model.Quote{}
	for _, x := range review.Ratings {
		for _, q := range x.Quotes {
			if q.Document == r.Document.ID && q.From >= 0 && q.From < min(q.To, len(r.Lines)) {
				q.To = min(q.To, len(r.Lines))
				mine[x.Requirement] = append(mine[x.Requirement], q)
			}
		}
	}
	if len(gone) == 0 && len(mine) == 0 {
		return r
	}
	outlined := sync.OnceValue(func() outline.Outline { return outline.Read(r.Document, r.Lines, presentOf(r.Document)) })
	quoted := func(q model.Quote) Found {
		return Found{Line: q.From, From: q.From, To: q.To, Text: r.Lines[q.From], Strength: 1, Kind: Quoted, Place: outlined().Place(q.From)}
	}
	found := map[model.RequirementID][]Found{}
	for id, all := range r.Found {
		if left := own(all, mine[id], gone[id], quoted); len(left) > 0 {
			found[id] = left
		}
	}
	for id, quotes := range mine {
		if len(r.Found[id]) == 0 {
			found[id] = own(nil, quotes, nil, quoted)
		}
	}
	r.Found = found
	if len(gone) > 0 && len(r.Sums) > 0 {
		sums := map[model.RequirementID]Sum{}
		for id, sum := range r.Sums {
			if sum = r.without(sum, gone[id]); len(sum.Ranges) > 0 {
				sums[id] = sum
			}
		}
		r.Sums = sums
	}
	return r
}

// without is a sum without the dates that stand on lines that were taken away.
func (r Reading) without(sum Sum, gone []model.Quote) Sum {
	var left []Ranged
	for _, x := range sum.Ranges {
		if !slices.ContainsFunc(gone, func(q model.Quote) bool { return holds(q, x.Line) }) {
			left = append(left, x)
		}
	}
	if len(left) == len(sum.Ranges) {
		return sum
	}
	sum.Ranges = left
	present := presentOf(r.Document)
	var ranges []outline.Range
	var whole []outline.Dated // of the whole document, where the line alone does not tell
	apart := 0                // months of dates that can be read no more
	for _, x := range left {
		dates := outline.Ranges(r.Lines[x.Line], present)
		at := slices.IndexFunc(dates, func(d outline.Dated) bool { return d.From == x.From && d.To == x.To })
		if at < 0 {
			if whole == nil {
				whole = outline.Read(r.Document, r.Lines, present).Dates
			}
			dates = whole
			at = slices.IndexFunc(dates, func(d outline.Dated) bool { return d.Line == x.Line && d.From == x.From && d.To == x.To })
		}
		if at < 0 {
			apart += x.Months
			continue
		}
		ranges = append(ranges, dates[at].Range)
	}
	sum.Months = outline.Sum(ranges, present) + apart
	return sum
}

// presentOf is the month that "present" is in a document: when it was sent, else when it came in.
func presentOf(d model.Document) outline.Month {
	if d.Sent != 0 {
		return outline.MonthOf(d.Sent)
	}
	return outline.MonthOf(d.Added)
}

// own is the statements found for one requirement with those that were quoted first and those that were taken away left out. Quoted
// makes a statement of a quote in which nothing was found.
func own(all []Found, quotes, gone []model.Quote, quoted func(model.Quote) Found) []Found {
	var mine, rest []Found
	taken := make([]bool, len(all))
	for _, q := range quotes {
		var x Found
		for i, f := range all {
			switch {
			case taken[i] || !holds(q, f.Line):
				continue
			case x.Kind != Quoted:
				x = f
				x.From, x.To, x.Terms = min(q.From, f.From), max(q.To, f.To), slices.Clone(f.Terms)
				x.Strength, x.Kind = 1, Quoted
			default:
				x.From, x.To, x.Terms = min(x.From, f.From), max(x.To, f.To), slices.Concat(x.Terms, f.Terms)
			}
			taken[i] = true
		}
		if x.Kind != Quoted {
			x = quoted(q)
		}
		slices.SortStableFunc(x.Terms, func(a, b Term) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.From, b.From)) })
		mine = append(mine, x)
	}
	for i, f := range all {
		away := slices.ContainsFunc(gone, func(q model.Quote) bool { return holds(q, f.Line) })
		if !taken[i] && !away {
			rest = append(rest, f)
		}
	}
	return slices.Concat(mine, rest)
}

// holds reports whether the quote has the line.
func holds(q model.Quote, line int) bool { return q.From <= line && line < q.To }
