package look

import (
	"fmt"
	"slices"
	"time"

	"candid/model"
)

// Dates is how days are written.
type Dates uint8

// The ways to write days.
const (
	Ago      Dates = iota // 3 d, 5 w; in words 3 d ago
	ISO                   // 2026-03-14
	DayMonth              // 14 Mar, and the year when it is another
)

var styles = [...]string{Ago: "ago", ISO: "iso", DayMonth: "day month"}

// String is the way's name as it is chosen.
func (d Dates) String() string { return styles[d] }

// Styles is the names of all ways to write days.
func Styles() []string { return slices.Clone(styles[:]) }

// ParseDates is the way of a name; false where none has it.
func ParseDates(name string) (Dates, bool) {
	i := slices.Index(styles[:], name)
	return Dates(max(0, i)), i >= 0
}

// Widest is the most cells that a day takes.
func (d Dates) Widest() int { return [...]int{Ago: 5, ISO: 10, DayMonth: 11}[d] }

// Day is a day in a column: today, 3 d, 5 w, 4 mo, 2 y; or the day itself.
func (d Dates) Day(at model.Time, now time.Time, zone *time.Location) string {
	if d != Ago {
		return d.written(at, now, zone, "")
	}
	switch days := at.DaysBefore(now, zone); {
	case days == 0:
		return "today"
	case days < 21:
		return fmt.Sprint(days, " d")
	case days < 9*7:
		return fmt.Sprint(days/7, " w")
	case days < 2*365:
		return fmt.Sprint(days*12/365, " mo")
	default:
		return fmt.Sprint(days/365, " y")
	}
}

// InWords is a day in a sentence: today, 3 d ago; on the day itself.
func (d Dates) InWords(at model.Time, now time.Time, zone *time.Location) string {
	day := d.Day(at, now, zone)
	switch {
	case d != Ago:
		return "on " + day
	case day == "today":
		return day
	default:
		return day + " ago"
	}
}

// Moment is a time of day and, where it is not today, its day.
func (d Dates) Moment(at model.Time, now time.Time, zone *time.Location) string {
	then := at.In(zone)
	switch days := at.DaysBefore(now, zone); {
	case days == 0:
		return then.Format("15:04")
	case d == Ago && days == 1:
		return "yesterday " + then.Format("15:04")
	case d != ISO && then.Year() != now.In(zone).Year():
		return d.written(at, now, zone, "")
	default:
		return d.written(at, now, zone, " 15:04")
	}
}

// written is the day itself and what else of the moment is asked for.
func (d Dates) written(at model.Time, now time.Time, zone *time.Location, more string) string {
	then := at.In(zone)
	switch another := then.Year() != now.In(zone).Year(); {
	case d == ISO, d == Ago && another:
		return then.Format(time.DateOnly + more)
	case another:
		return then.Format("2 Jan 2006" + more)
	default:
		return then.Format("2 Jan" + more)
	}
}
