package ui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"candid/model"
	"candid/ui/intent"

	tea "github.com/charmbracelet/bubbletea"
)

// BenchmarkKeys presses keys over 5,000 candidates, each to the drawn screen, and reports the slowest of a hundred.
func BenchmarkKeys(b *testing.B) {
	for _, c := range []struct {
		name string
		keys []string // one round, each timed
		back string   // not timed; "" for none
	}{
		{"down", []string{"j"}, ""},
		{"end and top", []string{"G", "g"}, ""},
		{"sort", []string{"s"}, ""},
		{"mark all", []string{"*"}, "*"},
		{"palette", []string{":"}, "esc"},
		{"go to a name", []string{"ctrl+p", "n", "a", "m", "e", "1"}, "esc"},
		{"a view", []string{"'", "1"}, ""},
	} {
		b.Run(c.name, func(b *testing.B) {
			app := pileOf(b, 5000)
			app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
			app.viewing.views = model.FirstViews()
			var took []time.Duration
			for b.Loop() {
				for _, k := range c.keys {
					began := time.Now()
					app.Update(press(k))
					_ = app.View()
					took = append(took, time.Since(began))
				}
				if c.back != "" {
					app.Update(press(c.back))
				}
			}
			report(b, took)
		})
	}
}

// BenchmarkTag tags 5,000 candidates, to the drawn list. The disk comes after it, beside the keys.
func BenchmarkTag(b *testing.B) {
	app := pileOf(b, 5000)
	app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	var ids []model.ID
	for _, r := range app.field.rows {
		ids = append(ids, r.Candidate.ID)
	}
	var took []time.Duration
	for n := 0; b.Loop(); n++ {
		name := []string{fmt.Sprint("tag", n/2)}
		tag := intent.Tag{Candidates: ids, Add: name}
		if n%2 == 1 {
			tag = intent.Tag{Candidates: ids, Off: name}
		}
		began := time.Now()
		app.do(tag)
		_ = app.View()
		took = append(took, time.Since(began))
		app.acts, app.writer.jobs = acts{}, nil
	}
	report(b, took)
}

// report tells the median and the slowest of a hundred.
func report(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
}
