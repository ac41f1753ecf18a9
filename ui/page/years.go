package page

import (
	"fmt"
	"slices"
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

// Overlap says that ranges of a sum lie over one another, so that together they are longer than it; "" where none do.
func Overlap(s evidence.Sum) string {
	months := 0
	for _, r := range s.Ranges {
		months += r.Months
	}
	if months <= s.Months {
		return ""
	}
	return "overlaps counted once: " + Span(months-s.Months)
}

// Range is a range of a sum in words, whose it is, the dates as they are written and how long it is: "Lumen Pay, 03/2021 to date, 5 y
// 2 m", of a document with these lines. The years alone stand for dates that a line's end breaks off.
func Range(r evidence.Ranged, lines []string) string {
	written := ""
	if r.Line >= 0 && r.Line < len(lines) && r.From >= 0 && r.From < r.To && r.To <= len(lines[r.Line]) {
		written = strings.TrimSpace(lines[r.Line][r.From:r.To])
	}
	name, years := r.Place, ""
	if at := strings.LastIndex(name, ", "); at >= 0 && ofYears(name[at+2:]) {
		name, years = name[:at], name[at+2:]
	} else if ofYears(name) && strings.Contains(written, name[:4]) {
		name, years = "", name
	}
	if written == "" || years != "" && written != strings.TrimRight(written, "-–— ") {
		written = years
	}
	words := slices.DeleteFunc([]string{name, written, Span(r.Months)}, func(w string) bool { return w == "" })
	return strings.Join(words, ", ")
}

// ofYears reports whether the end of a place is the years of it: "2021 – now".
func ofYears(end string) bool {
	return len(end) >= 4 && (len(end) == 4 || end[4] == ' ') && strings.Trim(end[:4], "0123456789") == ""
}
