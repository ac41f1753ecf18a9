package evidence

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"candid/model"
	"candid/model/outline"
)

// mined is a reading of ten lines with three statements for requirement 1 and one for requirement 2.
func mined() Reading {
	lines := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}
	at := func(line, from, to int, strength float64) Found {
		return Found{Line: line, From: from, To: to, Text: lines[line], Strength: strength, Place: "Lumen Pay", Terms: []Term{{To: 1, Text: lines[line], Why: "Rust", Line: line}}}
	}
	return Reading{Document: model.Document{ID: model.ID{7}}, Lines: lines, Findings: Findings{Found: map[model.RequirementID][]Found{
		1: {at(3, 2, 4, .9), at(1, 0, 2, .8), at(6, 6, 7, .5)},
		2: {at(3, 2, 4, .7)},
	}}}
}

// A quote of what was not found says where it stands, as what was found does.
func TestQuotesHaveAPlace(t *testing.T) {
	lines := []string{"Noor Haddad", "", "EXPERIENCE", "", "Engineer, Lumen Pay, January 2018 – December 2019", "- Wrote the ledger's first tests.", "", "SKILLS", "", "Rust, Tokio"}
	r := Reading{Document: model.Document{ID: model.ID{7}, Added: 1_767_225_600_000}, Lines: lines}
	for line, want := range map[int]string{5: "Lumen Pay", 9: "SKILLS", 0: ""} {
		q := model.Quote{Document: model.ID{7}, From: line, To: line + 1}
		mine := r.As(model.Review{Ratings: []model.Rating{{Requirement: 1, Quotes: []model.Quote{q}}}})
		if f := mine.Found[1]; len(f) != 1 || f[0].Kind != Quoted || !strings.Contains(f[0].Place, want) || want == "" && f[0].Place != "" {
			t.Errorf("line %d: %+v, want it at %q", line, f, want)
		}
	}
}

// Dates on a line that was taken away count no longer; what overlaps is still counted once.
func TestAsSums(t *testing.T) {
	lines := []string{
		"Engineer, Lumen Pay, January 2018 – December 2019",
		"Built the ledger.",
		"Engineer, Quiet Foundry, July 2019 – June 2020",
		"Engineer, Northwind, January 2021 – present",
	}
	present := model.Time(1_767_225_600_000) // January 2026
	r := Reading{Document: model.Document{ID: model.ID{7}, Added: present}, Lines: lines, Findings: Findings{
		Found: map[model.RequirementID][]Found{1: {{Line: 0, To: 1, Kind: Dated, Strength: .7}}},
		Sums:  map[model.RequirementID]Sum{1: {Asked: 5}, 2: {Asked: 3, Months: 24, Ranges: []Ranged{{Line: 0, Months: 24}}}},
	}}
	all := r.Sums[1]
	for i, n := range []int{0, 2, 3} {
		d := outline.Ranges(lines[n], outline.MonthOf(present))
		if len(d) != 1 {
			t.Fatalf("%q has %d ranges", lines[n], len(d))
		}
		all.Ranges = append(all.Ranges, Ranged{Line: n, From: d[0].From, To: d[0].To, Months: []int{24, 12, 61}[i]})
	}
	all.Months = 91 // January 2018 to June 2020, and 2021 to now
	r.Sums[1] = all
	away := func(id model.RequirementID, from, to int) model.Dismissed {
		return model.Dismissed{Requirement: id, Quote: model.Quote{Document: model.ID{7}, From: from, To: to}}
	}
	for _, c := range []struct {
		name   string
		away   []model.Dismissed
		months int
		ranges int
	}{
		{"a line without dates", []model.Dismissed{away(1, 1, 2)}, 91, 3},
		{"a line with dates", []model.Dismissed{away(1, 0, 1)}, 73, 2},
		{"dates that overlap others", []model.Dismissed{away(1, 2, 3)}, 85, 2},
		{"all but what goes on", []model.Dismissed{away(1, 0, 3)}, 61, 1},
		{"all", []model.Dismissed{away(1, 0, 4)}, 0, 0},
		{"for another requirement", []model.Dismissed{away(2, 0, 4)}, 91, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := r.As(model.Review{Dismissed: c.away})
			sum, ok := got.Sums[1]
			if sum.Months != c.months || len(sum.Ranges) != c.ranges || ok != (c.ranges > 0) {
				t.Errorf("%d months of %d ranges, want %d of %d", sum.Months, len(sum.Ranges), c.months, c.ranges)
			}
			if again := got.As(model.Review{Dismissed: c.away}); !reflect.DeepEqual(again, got) {
				t.Errorf("done twice it is %+v", again.Sums)
			}
			if _, other := got.Sums[2]; other == (c.away[0].Requirement == 2) {
				t.Errorf("of the other requirement there is %v", other)
			}
			if r.Sums[1].Months != 91 || len(r.Sums) != 2 {
				t.Error("the reading itself has changed")
			}
		})
	}
}

func TestAs(t *testing.T) {
	here, elsewhere := model.ID{7}, model.ID{8}
	quote := func(document model.ID, from, to int) model.Quote {
		return model.Quote{Document: document, From: from, To: to}
	}
	away := func(id model.RequirementID, q model.Quote) model.Dismissed {
		return model.Dismissed{Requirement: id, Quote: q}
	}
	quoted := func(quotes ...model.Quote) []model.Rating { return []model.Rating{{Requirement: 1, Quotes: quotes}} }
	type is struct{ line, from, to, terms int }
	told, quotes := []is{{3, 2, 4, 1}, {1, 0, 2, 1}, {6, 6, 7, 1}}, 0
	for _, c := range []struct {
		name   string
		review model.Review
		want   []is // of requirement 1
		quotes int  // how many of these are quoted
		other  int  // how many of requirement 2 are left
	}{
		{"nothing was said", model.Review{}, told, quotes, 1},
		{"one taken away", model.Review{Dismissed: []model.Dismissed{away(1, quote(here, 2, 4))}}, told[1:], 0, 1},
		{"taken away for another requirement", model.Review{Dismissed: []model.Dismissed{away(2, quote(here, 2, 4))}}, told, 0, 0},
		{"taken away in another document", model.Review{Dismissed: []model.Dismissed{away(1, quote(elsewhere, 2, 4))}}, told, 0, 1},
		{"taken away when the statement was cut otherwise", model.Review{Dismissed: []model.Dismissed{away(1, quote(here, 3, 9))}}, told[1:2], 0, 1},
		{"all taken away", model.Review{Dismissed: []model.Dismissed{away(1, quote(here, 0, 10))}}, nil, 0, 1},
		{"a quote of what was not found", model.Review{Ratings: quoted(quote(here, 8, 10))}, slices.Concat([]is{{8, 8, 10, 0}}, told), 1, 1},
		{"a quote of a statement", model.Review{Ratings: quoted(quote(here, 0, 2))}, []is{told[1], told[0], told[2]}, 1, 1},
		{"a quote of the line of a statement that says most", model.Review{Ratings: quoted(quote(here, 1, 2))}, []is{told[1], told[0], told[2]}, 1, 1},
		{"a quote of another line of a statement", model.Review{Ratings: quoted(quote(here, 2, 3))}, slices.Concat([]is{{2, 2, 3, 0}}, told), 1, 1},
		{"a quote over two statements", model.Review{Ratings: quoted(quote(here, 0, 4))}, []is{{3, 0, 4, 2}, told[2]}, 1, 1},
		{"quotes stand in their order", model.Review{Ratings: quoted(quote(here, 6, 7), quote(here, 1, 2))}, []is{told[2], told[1], told[0]}, 2, 1},
		{"a quote in another document", model.Review{Ratings: quoted(quote(elsewhere, 0, 2))}, told, 0, 1},
		{"a quote past the end", model.Review{Ratings: quoted(quote(here, 9, 30), quote(here, 12, 14))}, slices.Concat([]is{{9, 9, 10, 0}}, told), 1, 1},
		{"quoted and taken away", model.Review{Ratings: quoted(quote(here, 2, 4)), Dismissed: []model.Dismissed{away(1, quote(here, 2, 4))}}, told, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := mined()
			mine := r.As(c.review)
			var got []is
			n := 0
			for i, f := range mine.Found[1] {
				got = append(got, is{f.Line, f.From, f.To, len(f.Terms)})
				if f.Kind == Quoted {
					n++
					if i >= c.quotes {
						t.Error("a quote stands behind what was found")
					}
				}
				if f.Text != r.Lines[f.Line] {
					t.Errorf("line %d has the text %q", f.Line, f.Text)
				}
			}
			if !slices.Equal(got, c.want) || n != c.quotes || len(mine.Found[2]) != c.other {
				t.Errorf("%v, %d quoted, %d of the other; want %v, %d, %d", got, n, len(mine.Found[2]), c.want, c.quotes, c.other)
			}
			if _, ok := mine.Found[1]; ok && len(c.want) == 0 {
				t.Error("an entry where nothing is left")
			}
			if !reflect.DeepEqual(r, mined()) {
				t.Error("the reading itself has changed")
			}
			if again := mine.As(c.review); !reflect.DeepEqual(again, mine) {
				t.Errorf("done twice it is\n%+v, not\n%+v", again, mine)
			}
		})
	}
}

// What a reviewer pointed at themself comes before what was found, in whichever document it stands.
func TestStrongestIsWhatWasQuoted(t *testing.T) {
	with := func(all ...Found) Reading {
		return Reading{Findings: Findings{Found: map[model.RequirementID][]Found{1: all}}}
	}
	told, weak, quoted := Found{Strength: 1}, Found{Strength: 0.2}, Found{Strength: 1, Kind: Quoted}
	for name, c := range map[string]struct {
		readings []Reading
		want     int
		found    bool
	}{
		"the stronger":               {[]Reading{with(weak), with(told)}, 1, true},
		"of two alike the first":     {[]Reading{with(told), with(told)}, 0, true},
		"the quoted one, first":      {[]Reading{with(quoted), with(told)}, 0, true},
		"the quoted one, second":     {[]Reading{with(told), with(quoted)}, 1, true},
		"of two quoted ones a first": {[]Reading{with(), with(quoted), with(quoted)}, 1, true},
		"none":                       {[]Reading{with()}, 0, false},
	} {
		if i, _, ok := Strongest(c.readings, 1); i != c.want || ok != c.found {
			t.Errorf("%s: %d, %v", name, i, ok)
		}
	}
}
