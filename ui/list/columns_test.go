package list

import (
	"fmt"
	"strings"
	"testing"

	"candid/ui/intent"
	"candid/ui/look"
	"candid/ui/screentest"

	tea "github.com/charmbracelet/bubbletea"
)

// choosing is the list with chosen columns.
func choosing(c look.Choice, width, height int) *bench {
	s := screentest.Setting()
	s.Choice = c
	rows := fixtureRows(opening(), applicants)
	for i := range rows {
		c := &rows[i].Candidate
		c.Location, c.Source, c.Email, c.Phone, c.Alias = fmt.Sprint("Town ", i), "referral", fmt.Sprintf("p%d@example.org", i), "555-0100", "brave otter"
	}
	return (&bench{Model: New(s, screentest.Look("plain"))}).send(tea.WindowSizeMsg{Width: width, Height: height}, intent.Field{Role: opening(), Rows: rows, Loaded: true})
}

func TestChosenColumns(t *testing.T) {
	b := choosing(look.Choice{Columns: []look.Column{look.Applied, look.Location, look.Stage, look.Source}, Dates: look.ISO}, 130, 29)
	head, row := strings.Join(strings.Fields(b.lines()[4]), " "), b.lines()[5]
	if !strings.HasSuffix(head, "Applied Location Stage Source") || strings.Contains(head, "Reviews") {
		t.Errorf("the heading is %q", head)
	}
	if words := strings.Join(strings.Fields(row), " "); !strings.Contains(words, " 2026-03-18 Town ") || !strings.HasSuffix(words, " referral") {
		t.Errorf("the row is %q", row)
	}
	for _, column := range []string{"Score", "Applied", "Stage"} { // from left to right, as they stand
		if at := sortable[b.send("l").column].name; column == "Score" {
			for at != column {
				at = sortable[b.send("l").column].name
			}
		} else if at != column {
			t.Errorf("the cursor goes to %q, not %s", at, column)
		}
	}
	if none := choosing(look.Choice{Columns: []look.Column{}}, 130, 29).lines()[4]; !strings.HasSuffix(strings.TrimRight(none, " "), "Score ↓") {
		t.Errorf("without columns the heading is %q", none)
	}
}

// Whatever is chosen, the rows are as wide as the list at every size, and what was asked for besides gives way first.
func TestChosenColumnsGiveWay(t *testing.T) {
	for _, c := range [][]look.Column{look.Columns(), {look.Alias}, {look.Applied, look.Email}, {look.Tags, look.Phone, look.Reviews}, {}} {
		for _, dates := range []look.Dates{look.Ago, look.ISO, look.DayMonth} {
			for width := 60; width <= 220; width += 7 {
				screentest.Whole(t, choosing(look.Choice{Columns: c, Dates: dates}, width, 24).View(), width, 24)
			}
		}
	}
	if head := choosing(look.Choice{Columns: look.Columns()}, 100, 24).lines()[4]; strings.Contains(head, "Phone") || !strings.Contains(head, "Stage") {
		t.Errorf("at 100 columns the heading is %q", head)
	}
}
