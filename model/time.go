package model

import "time"

// Time is an instant in milliseconds since 1970 UTC; 0 is never. Unlike time.Time it compares with ==.
type Time int64

// At is t as a Time, rounded down to the millisecond.
func At(t time.Time) Time {
	if t.IsZero() {
		return 0
	}
	return Time(t.UnixMilli())
}

// In is t on the clock of zone; the zero time.Time for never.
func (t Time) In(zone *time.Location) time.Time {
	if t == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(t)).In(zone)
}

// DaysBefore is how many midnights of zone lie between t and now: 0 today, 1 yesterday; 0 for a time after now, and
// for never.
func (t Time) DaysBefore(now time.Time, zone *time.Location) int {
	if t == 0 {
		return 0
	}
	day := func(x time.Time) time.Time {
		y, m, d := x.In(zone).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return max(0, int(day(now).Sub(day(t.In(zone))).Hours()/24))
}
