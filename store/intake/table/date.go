package table

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"candid/model"
	"candid/model/pattern"
)

var (
	yearFirst = pattern.New(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?$`)
	yearLast  = pattern.New(`^(\d{1,2})[-/.] ?(\d{1,2})[-/.] ?(\d{4}|\d{2})\.?(?:[T ,]+(.*))?$`)
	wordDay   = pattern.New(`^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -/]+(?:de )?([\p{L}]{3,12})\.?[ ,-/]+(?:de )?(\d{4})(?:[T ,]+(.*))?$`)
	wordFirst = pattern.New(`^([\p{L}]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})(?:[T ,]+(.*))?$`)
	eastern   = pattern.New(`^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?(?:[ ,]*(.*))?$`)
	clock     = pattern.New(`^(?:at |um |à )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)? ?(?i:(am|pm|a\.m\.|p\.m\.)?)(?: ?(?i:uhr))? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?)?$`)
	weekday   = pattern.New(`^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? `)
)

// monthNames is the beginnings of the months' names, folded, in the languages that exports come in.
var monthNames = [12][]string{
	{"jan", "ene", "gen", "janv", "sty", "янв"}, {"feb", "fev", "lut", "фев"}, {"mar", "maerz", "mrt", "мар"},
	{"apr", "avr", "abr", "kwi", "апр"}, {"may", "mai", "mei", "mag", "maj", "мая", "май"}, {"jun", "juin", "giu", "cze", "июн"},
	{"jul", "juil", "lug", "lip", "июл"}, {"aug", "aou", "ago", "sie", "авг"}, {"sep", "set", "wrz", "сен"},
	{"oct", "okt", "out", "ott", "paz", "окт"}, {"nov", "lis", "ноя"}, {"dec", "dez", "dic", "gru", "дек"},
}

// Dates reads the days of one column. Where the order of day and month is open, as in 03/04/2025, the column's other values
// tell: one with a first number above 12 puts the day first, a second above 12 the month. Where none tells, the month comes
// first between slashes, as in the exports of American systems, and the day between dots and hyphens.
type Dates struct{ monthFirst, dayFirst bool }

// DatesOf looks at all values of a column.
func DatesOf(values []string) Dates {
	var d Dates
	first, second := 0, 0
	for _, s := range values {
		if m := yearLast.FindStringSubmatch(tidy(s)); m != nil {
			a, _ := strconv.Atoi(m[1])
			b, _ := strconv.Atoi(m[2])
			switch {
			case a > 12 && b <= 12:
				first++
			case b > 12 && a <= 12:
				second++
			}
		}
	}
	d.dayFirst, d.monthFirst = first > second, second > first
	return d
}

func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return weekday.ReplaceAllString(s, "")
}

// Time is the instant that a cell names, midnight UTC for a day; 0 for what is none.
func (d Dates) Time(s string) model.Time {
	if s = tidy(s); s == "" || len(s) > 64 || strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return 0
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return instant(number(m[1]), number(m[2]), number(m[3]), m[4])
	}
	if m := eastern.FindStringSubmatch(s); m != nil {
		return instant(number(m[1]), number(m[2]), number(m[3]), m[4])
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		day, month, year := number(m[1]), number(m[2]), number(m[3])
		if year < 100 {
			year += 2000
		}
		slashes := strings.Contains(s[:5], "/")
		if d.monthFirst || !d.dayFirst && slashes && month > 0 || month > 12 {
			day, month = month, day
		}
		if month > 12 {
			day, month = month, day
		}
		return instant(year, month, day, m[4])
	}
	if m := wordDay.FindStringSubmatch(s); m != nil {
		return instant(number(m[3]), monthOf(m[2]), number(m[1]), m[4])
	}
	if m := wordFirst.FindStringSubmatch(s); m != nil {
		return instant(number(m[3]), monthOf(m[1]), number(m[2]), m[4])
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		switch { // seconds and milliseconds since 1970, from 2001 to 2065
		case len(s) == 10 && n > 1e9 && n < 3e9:
			return model.Time(n * 1000)
		case len(s) == 13 && n > 1e12 && n < 3e12:
			return model.Time(n)
		}
	}
	return 0
}

// isDay reports whether a cell is a day as people write it.
func isDay(s string) bool {
	if strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0 {
		return false // a number
	}
	return Dates{}.Time(s) != 0
}

func monthOf(s string) int {
	s = model.Fold(s)
	for i, names := range monthNames {
		for _, name := range names {
			if strings.HasPrefix(s, name) {
				return i + 1
			}
		}
	}
	return 0
}

// instant is a day and what stands after it, which may be a time of day; one that cannot be read leaves the day.
func instant(year, month, day int, rest string) model.Time {
	if year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1 {
		return 0
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return 0 // the 31st of April
	}
	m := clock.FindStringSubmatch(strings.TrimSpace(rest))
	if m == nil {
		return model.At(t)
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	second, _ := strconv.Atoi(m[3])
	switch half := strings.ToLower(m[4]); {
	case strings.HasPrefix(half, "p") && hour < 12:
		hour += 12
	case strings.HasPrefix(half, "a") && hour == 12:
		hour = 0
	}
	if hour > 24 || minute > 59 || second > 60 {
		return model.At(t)
	}
	return model.At(t.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second - offset(m[5])))
}

// offset is how far a zone such as +02:00 or GMT-5 is ahead of UTC.
func offset(zone string) time.Duration {
	zone = strings.TrimPrefix(strings.TrimPrefix(zone, "UTC"), "GMT")
	if len(zone) < 2 || zone[0] != '+' && zone[0] != '-' {
		return 0
	}
	digits := strings.ReplaceAll(zone[1:], ":", "")
	hours, minutes := digits, ""
	if len(digits) > 2 {
		hours, minutes = digits[:len(digits)-2], digits[len(digits)-2:]
	}
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	d := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if zone[0] == '-' {
		return -d
	}
	return d
}
