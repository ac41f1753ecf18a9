package look

import (
	"slices"
	"testing"
	"time"

	"candid/model"
)

func TestDates(t *testing.T) {
	zone := time.FixedZone("here", -5*3600)
	now := time.Date(2026, 3, 20, 20, 41, 0, 0, zone)
	today, yesterday := now.Add(-10*time.Hour), now.Add(-24*time.Hour)
	march, lastYear := now.AddDate(0, 0, -6), now.AddDate(0, -5, 0)
	for _, c := range []struct {
		name               string
		dates              Dates
		at                 time.Time
		day, words, moment string
	}{
		{"today", Ago, today, "today", "today", "10:41"},
		{"yesterday", Ago, yesterday, "1 d", "1 d ago", "yesterday 20:41"},
		{"this year", Ago, march, "6 d", "6 d ago", "14 Mar 20:41"},
		{"another year", Ago, lastYear, "4 mo", "4 mo ago", "2025-10-20"},
		{"weeks", Ago, now.AddDate(0, 0, -40), "5 w", "5 w ago", "8 Feb 20:41"},
		{"years", Ago, now.AddDate(-3, 0, 0), "3 y", "3 y ago", "2023-03-20"},
		{"today in ISO", ISO, today, "2026-03-20", "on 2026-03-20", "10:41"},
		{"this year in ISO", ISO, march, "2026-03-14", "on 2026-03-14", "2026-03-14 20:41"},
		{"another year in ISO", ISO, lastYear, "2025-10-20", "on 2025-10-20", "2025-10-20 20:41"},
		{"today as a day", DayMonth, today, "20 Mar", "on 20 Mar", "10:41"},
		{"this year as a day", DayMonth, march, "14 Mar", "on 14 Mar", "14 Mar 20:41"},
		{"another year as a day", DayMonth, lastYear, "20 Oct 2025", "on 20 Oct 2025", "20 Oct 2025"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := model.At(c.at)
			if got := c.dates.Day(at, now, zone); got != c.day || len(got) > c.dates.Widest() {
				t.Errorf("the day is %q, want %q in %d cells", got, c.day, c.dates.Widest())
			}
			if got := c.dates.InWords(at, now, zone); got != c.words {
				t.Errorf("in words %q, want %q", got, c.words)
			}
			if got := c.dates.Moment(at, now, zone); got != c.moment {
				t.Errorf("the moment is %q, want %q", got, c.moment)
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, c := range Columns() {
		if got, ok := ParseColumn(c.String()); !ok || got != c || c.Heading() == "" || c.Is() == "" {
			t.Errorf("%q: %v, %v", c, got, ok)
		}
	}
	for _, s := range Styles() {
		if got, ok := ParseDates(s); !ok || got.String() != s {
			t.Errorf("%q: %v, %v", s, got, ok)
		}
	}
	if _, ok := ParseColumn("name"); ok {
		t.Error("the name may be chosen, and left out")
	}
	if _, ok := ParseDates("american"); ok {
		t.Error("days may be written in the American way")
	}
	if got := (Choice{}).Shown(); !slices.Equal(got, []Column{Reviews, Stage, Tags, Applied}) {
		t.Errorf("unasked %v", got)
	}
	if got := (Choice{Columns: []Column{}}).Shown(); len(got) > 0 {
		t.Errorf("none are chosen and %v shown", got)
	}
}
