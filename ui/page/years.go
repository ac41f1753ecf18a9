package page

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/text"
)

// Longest is the years that the documents of one person come to, of what a requirement asks years of: of the document that tells
// most of them, which is told too. Zero where none tells any.
func Longest(readings []evidence.Reading, id model.RequirementID) (of evidence.Reading, longest evidence.Sum) {
	for _, r := range readings {
		if s, ok := r.Sums[id]; ok && (longest.Asked == 0 || s.Months > longest.Months) {
			of, longest = r, s
		}
	}
	return of, longest
}

// Years is a sum in words, "12 y 3 m of 5 y asked · 4 posts", parted by dot; "" for none.
func Years(s evidence.Sum, dot string) string {
	if s.Asked == 0 {
		return ""
	}
	return fmt.Sprintf("%s of %d y asked %s %s", Span(s.Months), s.Asked, dot, text.Count(len(s.Ranges), "post"))
}

// Span is so many months in words: "12 y 3 m".
func Span(months int) string {
	switch years, rest := months/12, months%12; {
	case years == 0:
		return fmt.Sprintf("%d m", rest)
	case rest == 0:
		return fmt.Sprintf("%d y", years)
	default:
		return fmt.Sprintf("%d y %d m", years, rest)
	}
}

// Range is a range of a sum in words, whose it is and how long: "Lumen Pay, 2021 – now, 5 y 2 m", of a document with these lines.
func Range(r evidence.Ranged, lines []string) string {
	var words []string
	if r.Place != "" {
		words = append(words, r.Place)
	}
	if r.Line >= 0 && r.Line < len(lines) && r.From >= 0 && r.From < r.To && r.To <= len(lines[r.Line]) {
		if dates := strings.TrimSpace(lines[r.Line][r.From:r.To]); !strings.ContainsAny(r.Place, "0123456789") || !strings.Contains(r.Place, digits(dates)) {
			words = append(words, dates)
		}
	}
	return strings.Join(append(words, Span(r.Months)), ", ")
}

// digits is the first four digits in a row of some dates: the year; all of it where there are none.
func digits(dates string) string {
	n := 0
	for i, r := range dates {
		if r < '0' || r > '9' {
			n = 0
			continue
		}
		if n++; n == 4 {
			return dates[i-3 : i+1]
		}
	}
	return dates
}
