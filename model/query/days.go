package query

import (
	"strconv"
	"strings"
	"time"
)

// applied is the field of when the application was sent: how long ago, or on which days, in the zone of the scope.
func applied() Field {
	return Field{"applied", "when they applied", "how long ago in days, weeks, months, years: <7d, >2w, 1mo..3mo, 1y; or the day, month, year: >=2026-11-01, 2026-11; today, yesterday",
		func(p *parser, v piece) (test, error) {
			zone := p.in.Zone
			if zone == nil {
				zone = time.UTC
			}
			today := dayOf(p.in.Now.In(zone))
			ago := compared(v.text, func(s string) (span, bool) { return age(s, today) })
			on := compared(v.text, dates)
			if ago == nil && on == nil {
				return nil, nil
			}
			return func(t *target) bool {
				at := t.row.Candidate.Applied
				if at == 0 {
					return false
				}
				day := dayOf(at.In(zone))
				return ago != nil && ago(number64(today)-number64(day)) || on != nil && on(number64(day))
			}, nil
		},
		func(in Scope, _ piece) []offer {
			return []offer{
				{text: "<7d", does: "in the last seven days"}, {text: "today", does: "today"}, {text: "yesterday", does: "yesterday"}, {text: ">2w", does: "more than two weeks ago"},
				{text: "<1mo", does: "in the last month"}, {text: ">=" + in.Now.Format("2006-01") + "-01", does: "from that day on"},
			}
		}}
}

// dayOf is the day of a moment, as its midnight in UTC.
func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// number64 is the number of a day: the next day has the next one.
func number64(day time.Time) float64 { return float64(day.Unix() / 86400) }

// age reads how long ago something was, and gives it in days: "7d", "2w", "3mo", "1y", "today", "yesterday".
func age(s string, today time.Time) (span, bool) {
	s = strings.ToLower(s)
	switch s {
	case "today":
		return span{}, true
	case "yesterday":
		return span{1, 1}, true
	}
	unit := strings.TrimLeft(s, "0123456789")
	n, err := strconv.Atoi(s[:len(s)-len(unit)])
	if err != nil || n > 1000 {
		return span{}, false
	}
	then := today
	switch unit {
	case "d":
		then = today.AddDate(0, 0, -n)
	case "w":
		then = today.AddDate(0, 0, -7*n)
	case "mo":
		then = monthsBefore(today, n)
	case "y":
		then = monthsBefore(today, 12*n)
	default:
		return span{}, false
	}
	days := number64(today) - number64(then)
	return span{days, days}, true
}

// monthsBefore is the same day n months earlier; the last of that month where it is shorter.
func monthsBefore(day time.Time, n int) time.Time {
	then := day.AddDate(0, -n, 0)
	if then.Day() != day.Day() {
		then = then.AddDate(0, 0, -then.Day())
	}
	return then
}

// dates reads a day, a month or a year, and gives the numbers of its first and last day.
func dates(s string) (span, bool) {
	if day, err := time.Parse("2006-1-2", s); err == nil {
		return span{number64(day), number64(day)}, true
	}
	if month, err := time.Parse("2006-1", s); err == nil {
		return span{number64(month), number64(month.AddDate(0, 1, -1))}, true
	}
	if year, err := time.Parse("2006", s); err == nil {
		return span{number64(year), number64(year.AddDate(1, 0, -1))}, true
	}
	return span{}, false
}
