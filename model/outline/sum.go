package outline

import (
	"cmp"
	"slices"
)

// Sum is how many months the ranges come to: the size of their union, so that what overlaps counts once, without what is beyond
// the present month; 0 for no such limit.
//
// A range counts its first and its last month in full. A year without a month is taken for its middle, which is where somebody
// who began or ended on any day of it did so on average: 2019–2021 comes to two years, 2019–2021 and 2021–2023 to four, as the
// end of the one is the beginning of the other, and a range within one year to half of it.
func Sum(ranges []Range, present Month) int {
	sorted := slices.Clone(ranges)
	slices.SortFunc(sorted, func(a, b Range) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var sum, end Month
	for _, r := range sorted {
		to := r.To
		if present > 0 {
			to = min(to, present+1)
		}
		if from := max(r.From, end); to > from {
			sum += to - from
			end = to
		}
	}
	return int(sum)
}
