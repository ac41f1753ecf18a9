package outline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
)

// june is the present month of the tests.
const june = Month(12*2024 + 5)

func month(year, m int) Month { return Month(12*year + m - 1) }

// shown is a range as its months, the last included: "2019-03..2021-05", with "+" where it goes on and "~" where it is coarse.
func shown(r Range) string {
	s := fmt.Sprintf("%d-%02d..%d-%02d", r.From.Year(), r.From%12+1, (r.To - 1).Year(), (r.To-1)%12+1)
	if r.Open {
		s += "+"
	}
	if r.Coarse {
		s += "~"
	}
	return s
}

func TestRanges(t *testing.T) {
	for _, c := range []struct{ name, line, text, want string }{
		{"years and a dash", "2019–2021", "2019–2021", "2019-07..2021-06~"},
		{"years and a hyphen", "Lumen Pay 2019-2021", "2019-2021", "2019-07..2021-06~"},
		{"months in numbers", "03/2019 – 05/2021", "03/2019 – 05/2021", "2019-03..2021-05"},
		{"months in numbers, dotted", "03.2019–05.2021", "03.2019–05.2021", "2019-03..2021-05"},
		{"the year first", "2019/03–2021/05", "2019/03–2021/05", "2019-03..2021-05"},
		{"as ISO has them", "2019-03 to 2021-05", "2019-03 to 2021-05", "2019-03..2021-05"},
		{"as ISO has them, with a hyphen", "2019-03 - 2021-05", "2019-03 - 2021-05", "2019-03..2021-05"},
		{"with days", "01.02.2019 - 31.03.2020", "01.02.2019 - 31.03.2020", "2019-02..2020-03"},
		{"with days, month first", "02/28/2019 - 03/31/2020", "02/28/2019 - 03/31/2020", "2019-02..2020-03"},
		{"with days in words", "1 March 2019 – 31 March 2020", "1 March 2019 – 31 March 2020", "2019-03..2020-03"},
		{"with days behind the month", "March 1st, 2019 – April 2, 2020", "March 1st, 2019 – April 2, 2020", "2019-03..2020-04"},
		{"short months", "Mar 2019 – Present", "Mar 2019 – Present", "2019-03..2024-06+"},
		{"an end that was to come", "Aug. 2019 - Exp. Apr. 2021", "Aug. 2019 - Exp. Apr. 2021", "2019-08..2021-04"},
		{"an end that is expected", "Sep 2023 – expected May 2026", "Sep 2023 – expected May 2026", "2023-09..2024-06"},
		{"long months", "March 2019 to May 2021", "March 2019 to May 2021", "2019-03..2021-05"},
		{"two digits", "Mar. '19 - May '21", "Mar. '19 - May '21", "2019-03..2021-05"},
		{"two digits with a slash", "03/19 – 05/21", "03/19 – 05/21", "2019-03..2021-05"},
		{"two digits of the last century", "03/98 – 05/01", "03/98 – 05/01", "1998-03..2001-05"},
		{"the last digits alone", "2019–21", "2019–21", "2019-07..2021-06~"},
		{"one year of the first", "March – May 2021", "March – May 2021", "2021-03..2021-05"},
		{"quarters", "Q1 2019 – Q3 2020", "Q1 2019 – Q3 2020", "2019-01..2020-09"},
		{"a quarter by itself", "Q2 2019", "Q2 2019", "2019-04..2019-06"},
		{"halves", "H1 2019 – H2 2020", "H1 2019 – H2 2020", "2019-01..2020-12"},
		{"a season by itself", "Summer 2019", "Summer 2019", "2019-06..2019-08"},
		{"seasons", "Fall 2013 – Spring 2014", "Fall 2013 – Spring 2014", "2013-09..2014-05"},
		{"a school year", "2013/14", "2013/14", "2013-07..2014-06~"},
		{"since", "since 2019", "since 2019", "2019-07..2024-06+~"},
		{"open at the end of the line", "Engineer, 2019 – ", "2019 – ", "2019-07..2024-06+~"},
		{"open before a gap", "2022 -   Organizer of meetups", "2022 -   ", "2022-07..2024-06+~"},
		{"one end in years", "Mar 2019 – 2021", "Mar 2019 – 2021", "2019-03..2021-06~"},
		{"one year in years", "2019 – 2019", "2019 – 2019", "2019-04..2019-09~"},
		{"how long it took beside it", "Jan 2015 – Dec 2016 · 2 years 3 months", "Jan 2015 – Dec 2016", "2015-01..2016-12"},
		{"in parentheses", "Staff engineer (2022–2024):", "2022–2024", "2022-07..2024-06~"},
		{"marked as bold", "__2019 - 2021__", "2019 - 2021", "2019-07..2021-06~"},
		{"the wrong way round", "2021 – 2019", "2021 – 2019", "2019-07..2021-06~"},
		{"beyond the present", "2019 – 2030", "2019 – 2030", "2019-07..2024-06~"},
		{"to date", "2022 to date", "2022 to date", "2022-07..2024-06+~"},
		{"an arrow", "2019 → 2021", "2019 → 2021", "2019-07..2021-06~"},

		{"German", "03.2019 – heute", "03.2019 – heute", "2019-03..2024-06+"},
		{"German, since", "seit 03/2019", "seit 03/2019", "2019-03..2024-06+"},
		{"German, in words", "1. März 2019 bis 31. Mai 2021", "1. März 2019 bis 31. Mai 2021", "2019-03..2021-05"},
		{"French", "de janvier 2019 à mars 2021", "janvier 2019 à mars 2021", "2019-01..2021-03"},
		{"French, open", "août 2019 – aujourd’hui", "août 2019 – aujourd’hui", "2019-08..2024-06+"},
		{"Spanish", "ene. 2019 – actualidad", "ene. 2019 – actualidad", "2019-01..2024-06+"},
		{"Spanish, in words", "enero de 2019 a marzo de 2021", "enero de 2019 a marzo de 2021", "2019-01..2021-03"},
		{"Italian", "gennaio 2019 - in corso", "gennaio 2019 - in corso", "2019-01..2024-06+"},
		{"Portuguese", "fev 2019 até o momento", "fev 2019 até o momento", "2019-02..2024-06+"},
		{"Dutch", "mrt 2019 – heden", "mrt 2019 – heden", "2019-03..2024-06+"},
		{"Polish", "październik 2019 – obecnie", "październik 2019 – obecnie", "2019-10..2024-06+"},
		{"Polish, since", "od 2019 do nadal", "2019 do nadal", "2019-07..2024-06+~"},
		{"Russian", "март 2019 г. – май 2021 г.", "март 2019 г. – май 2021 г.", "2019-03..2021-05"},
		{"Russian, open", "с марта 2019 по настоящее время", "марта 2019 по настоящее время", "2019-03..2024-06+"},
		{"Russian, shortened", "с марта 2019 по н.в.", "марта 2019 по н.в", "2019-03..2024-06+"},
		{"Ukrainian", "березень 2019 – теперішній час", "березень 2019 – теперішній час", "2019-03..2024-06+"},
		{"Czech", "říjen 2019 – dosud", "říjen 2019 – dosud", "2019-10..2024-06+"},
		{"Swedish", "maj 2019 – nuvarande", "maj 2019 – nuvarande", "2019-05..2024-06+"},
		{"Danish", "oktober 2019 til maj 2021", "oktober 2019 til maj 2021", "2019-10..2021-05"},
		{"Finnish", "tammikuu 2019 – nykyhetki", "tammikuu 2019 – nykyhetki", "2019-01..2024-06+"},
		{"Turkish", "Ağustos 2019 - Halen", "Ağustos 2019 - Halen", "2019-08..2024-06+"},
		{"Chinese", "2019年3月—2021年5月", "2019年3月—2021年5月", "2019-03..2021-05"},
		{"Chinese, open", "2019年3月至今", "2019年3月至今", "2019-03..2024-06+"},
		{"Chinese, years", "2010年至2012年", "2010年至2012年", "2010-07..2012-06~"},
		{"Japanese", "2019年04月 ～ 現在", "2019年04月 ～ 現在", "2019-04..2024-06+"},
		{"Korean", "2019년 3월 – 현재", "2019년 3월 – 현재", "2019-03..2024-06+"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Ranges(c.line, june)
			if len(got) != 1 {
				t.Fatalf("%d ranges in %q", len(got), c.line)
			}
			if text := c.line[got[0].From:got[0].To]; text != c.text {
				t.Errorf("written in %q, want %q", text, c.text)
			}
			if s := shown(got[0].Range); s != c.want {
				t.Errorf("%s, want %s", s, c.want)
			}
		})
	}
}

func TestNoRanges(t *testing.T) {
	for name, line := range map[string]string{
		"a count":             "sorted 1990-2010 rows a second",
		"a telephone":         "+1 416 555 2019-2021",
		"ports":               "5432-5433",
		"people":              "10-12 people in 2019",
		"a version":           "v1.2019-2020",
		"a postal code":       "10117 Berlin 2019",
		"a year":              "Graduated 2019",
		"a month":             "Jan 2021",
		"two years":           "in 2019 and 2021",
		"a degree of success": "p99 from 180 ms to 12 ms",
		"too early":           "1850-1860",
		"too late":            "2150-2160",
		"too long":            "1905–2005",
		"open for too long":   "1905 – now",
		"in the future":       "2027 – 2030",
		"a sum":               "$2000-2010",
		"a fraction":          "2019.25-2019.75",
		"a month's word":      "may march on - now",
		"nothing":             "",
	} {
		t.Run(name, func(t *testing.T) {
			if got := Ranges(line, june); len(got) > 0 {
				t.Errorf("%q in %q", line[got[0].From:got[0].To], line)
			}
		})
	}
}

func TestSeveralRanges(t *testing.T) {
	line := "Lumen Pay 2015–2017, then 03/2019 – 05/2021 and since June 2022"
	var got []string
	for _, d := range Ranges(line, june) {
		got = append(got, line[d.From:d.To])
	}
	if want := []string{"2015–2017", "03/2019 – 05/2021", "since June 2022"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Without a present month nothing is cut off, and what goes on has its first month.
func TestRangesWithoutAPresent(t *testing.T) {
	for line, want := range map[string]string{"Mar 2019 – now": "2019-03..2019-03+", "2019 – 2030": "2019-07..2030-06~"} {
		if got := Ranges(line, 0); len(got) != 1 || shown(got[0].Range) != want {
			t.Errorf("%q: %v, want %s", line, got, want)
		}
	}
}

func TestMonthOf(t *testing.T) {
	at := time.Date(2024, time.June, 30, 23, 59, 0, 0, time.UTC)
	if got := MonthOf(model.At(at)); got != june || got.Year() != 2024 {
		t.Errorf("%d", got)
	}
	if MonthOf(0) != 0 {
		t.Error("never has a month")
	}
}

func TestSum(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  int
	}{
		{"none", nil, 0},
		{"one", []string{"Jan 2019 – Dec 2020"}, 24},
		{"a month", []string{"03/2019 – 03/2019"}, 1},
		{"overlapping", []string{"Jan 2019 – Dec 2020", "Jul 2020 – Jun 2021"}, 30},
		{"within", []string{"Jan 2019 – Dec 2020", "Mar 2019 – May 2019"}, 24},
		{"adjacent, in months", []string{"Jan 2019 – Jun 2019", "Jul 2019 – Dec 2019"}, 12},
		{"adjacent, with the month in both", []string{"Jan 2019 – Jun 2019", "Jun 2019 – Dec 2019"}, 12},
		{"years", []string{"2019–2021"}, 24},
		{"adjacent, in years", []string{"2015–2018", "2018–2021", "2021–2023"}, 96},
		{"years and months", []string{"2015–2018", "Jul 2018 – Dec 2018"}, 42},
		{"one year", []string{"2019–2019"}, 6},
		{"open", []string{"Jan 2024 – now"}, 6},
		{"open, in years", []string{"2022 – now"}, 24},
		{"open, this year", []string{"2024 – now"}, 4},
		{"future", []string{"Jan 2024 – Dec 2026"}, 6},
		{"a gap", []string{"Jan 2019 – Jun 2019", "Jan 2020 – Jun 2020"}, 12},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ranges []Range
			for _, line := range c.lines {
				for _, d := range Ranges(line, june) {
					ranges = append(ranges, d.Range)
				}
			}
			if len(ranges) != len(c.lines) {
				t.Fatalf("%d ranges", len(ranges))
			}
			if got := Sum(ranges, june); got != c.want {
				t.Errorf("%d months, want %d", got, c.want)
			}
		})
	}
}

// Sums do not depend on the order, are at most from the first to the last month, and do not grow by what they hold.
func TestSumHolds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var ranges []Range
		first, last := Month(1<<30), Month(0)
		for range 1 + random.IntN(8) {
			from := month(1990+random.IntN(30), 1+random.IntN(12))
			r := Range{From: from, To: from + 1 + Month(random.IntN(80))}
			first, last = min(first, r.From), max(last, min(r.To, june+1))
			ranges = append(ranges, r)
		}
		sum := Sum(ranges, june)
		given := slices.Clone(ranges)
		random.Shuffle(len(ranges), func(i, j int) { ranges[i], ranges[j] = ranges[j], ranges[i] })
		if got := Sum(ranges, june); got != sum {
			t.Fatalf("%d in another order, %d before: %v", got, sum, given)
		}
		if sum > int(last-first) {
			t.Fatalf("%d months from the first to the last, %d in sum: %v", last-first, sum, given)
		}
		within := ranges[random.IntN(len(ranges))]
		within.From += Month(random.IntN(int(within.To - within.From)))
		if got := Sum(append(ranges, within), june); got != sum {
			t.Fatalf("%d with a range that another holds, %d without: %v", got, sum, given)
		}
	}
}

func FuzzRanges(f *testing.F) {
	for _, s := range []string{"2019–2021", "Mar. '19 - May '21", "с марта 2019 по н.в.", "2019年3月至今", "Q1 2019", "since 2019", "01.02.2019 - 31.03.2020", "’", "2019-", "1.2.", "1900-", "\xff2019 –\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		before := 0
		for _, d := range Ranges(line, june) {
			if d.From < before || d.To <= d.From || d.To > len(line) {
				t.Fatalf("bytes %d to %d of %d, after %d", d.From, d.To, len(line), before)
			}
			if r := d.Range; r.To <= r.From || r.To > june+1 || r.From < month(1900, 1) || r.To-r.From > longestRange {
				t.Fatalf("%q is %s", line[d.From:d.To], shown(r))
			}
			if !strings.ContainsAny(line[d.From:d.To], "0123456789") {
				t.Fatalf("no digit in %q", line[d.From:d.To])
			}
			before = d.To
		}
	})
}
