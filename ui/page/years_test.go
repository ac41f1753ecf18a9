package page

import (
	"testing"

	"candid/model"
	"candid/model/evidence"
)

func TestYears(t *testing.T) {
	for months, want := range map[int]string{0: "0 m", 7: "7 m", 12: "1 y", 147: "12 y 3 m", 60: "5 y"} {
		if got := Span(months); got != want {
			t.Errorf("%d months: %q, want %q", months, got, want)
		}
	}
	one := evidence.Sum{Asked: 5, Months: 63, Ranges: []evidence.Ranged{{}}}
	if got := Years(one, "·"); got != "5 y 3 m of 5 y asked · 1 post" {
		t.Errorf("%q", got)
	}
	twice := evidence.Sum{Asked: 5, Months: 63, Ranges: []evidence.Ranged{{Months: 60}, {Months: 6}}}
	if got := Overlap(twice); got != "overlaps counted once: 3 m" {
		t.Errorf("%q", got)
	}
	if got := Overlap(one); got != "" {
		t.Errorf("nothing overlaps: %q", got)
	}
	if got := Years(evidence.Sum{}, "·"); got != "" {
		t.Errorf("nothing asked: %q", got)
	}
	short := evidence.Reading{Findings: evidence.Findings{Sums: map[model.RequirementID]evidence.Sum{1: {Asked: 5}}}}
	long := evidence.Reading{Lines: []string{"x"}, Findings: evidence.Findings{Sums: map[model.RequirementID]evidence.Sum{1: one}}}
	for _, all := range [][]evidence.Reading{{short, long}, {long, short}, {long}} {
		if r, s := Longest(all, 1); s.Months != 63 || len(r.Lines) != 1 {
			t.Errorf("%+v of %+v", s, r)
		}
	}
	if _, s := Longest([]evidence.Reading{long}, 2); s.Asked != 0 {
		t.Errorf("of another requirement: %+v", s)
	}
}

func TestRange(t *testing.T) {
	lines := []string{"Engineer, Lumen Pay, 03/2021 to date", "Lumen Pay, 2015 –", "2019"}
	for name, c := range map[string]struct {
		r    evidence.Ranged
		want string
	}{
		"a place without years":  {evidence.Ranged{From: 21, To: 36, Months: 62, Place: "Lumen Pay"}, "Lumen Pay, 03/2021 to date, 5 y 2 m"},
		"a place with its years": {evidence.Ranged{From: 21, To: 36, Months: 62, Place: "Lumen Pay, 2021 – now"}, "Lumen Pay, 03/2021 to date, 5 y 2 m"},
		"years alone":            {evidence.Ranged{From: 21, To: 36, Months: 62, Place: "2021 – now"}, "03/2021 to date, 5 y 2 m"},
		"dates broken off":       {evidence.Ranged{Line: 1, From: 11, To: 19, Months: 48, Place: "Lumen Pay, 2015 – 2019"}, "Lumen Pay, 2015 – 2019, 4 y"},
		"a name with a comma":    {evidence.Ranged{From: 21, To: 36, Months: 62, Place: "Lumen, Pay"}, "Lumen, Pay, 03/2021 to date, 5 y 2 m"},
		"a number in the name":   {evidence.Ranged{From: 21, To: 36, Months: 62, Place: "4711"}, "4711, 03/2021 to date, 5 y 2 m"},
		"no place":               {evidence.Ranged{From: 21, To: 36, Months: 1}, "03/2021 to date, 1 m"},
		"no such line":           {evidence.Ranged{Line: 9, From: 21, To: 36, Months: 1}, "1 m"},
		"past its end":           {evidence.Ranged{From: 21, To: 99, Months: 1}, "1 m"},
	} {
		if got := Range(c.r, lines); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
