package list

import (
	"fmt"
	"testing"

	"candid/model"
	"candid/ui/intent"
	"candid/ui/screentest"
)

// alike is the fixture's rows with Amara and Mei-Ling sharing a phone, and Amara holding another application.
func alike() []model.Row {
	rows := fixtureRows(opening(), applicants)
	tie := model.Tie{Other: rows[4].Candidate.ID, Bond: model.MaybeSame, Traits: model.SamePhone}
	rows[1].Candidate = rows[1].Candidate.WithTie(tie).WithTie(model.Tie{Other: screentest.ID(99), Bond: model.Holds})
	rows[4].Candidate = rows[4].Candidate.WithTie(tie.Mirror(rows[1].Candidate.ID))
	return rows
}

func TestAlikePictures(t *testing.T) {
	for _, size := range [][2]int{{200, 60}, {100, 30}, {80, 24}, {60, 16}} {
		for _, look := range []string{"dark", "plain", "ascii"} {
			name := fmt.Sprintf("alike-%dx%d-%s", size[0], size[1], look)
			t.Run(name, func(t *testing.T) {
				b := open(screentest.Look(look), size[0], size[1]-1, applicants)
				got := b.send(intent.Field{Role: opening(), Rows: alike(), Loaded: true}, intent.Stand{Candidate: screentest.ID(101)}).View()
				screentest.Whole(t, got, size[0], size[1]-1)
				screentest.Golden(t, name, got)
			})
		}
	}
}

// Who is joined to another leaves the list, and comes back when that is undone.
func TestJoinedLeavesTheList(t *testing.T) {
	b := open(screentest.Look("plain"), 100, 29, applicants)
	rows := alike()
	goes := rows[4]
	n := len(b.rows)
	goes.Candidate = goes.Candidate.WithTie(model.Tie{Other: rows[1].Candidate.ID, Bond: model.JoinedTo})
	b.send(intent.Stand{Candidate: goes.Candidate.ID}, " ", intent.Changed{Rows: []model.Row{rows[1], goes}})
	if len(b.rows) != n-1 || len(b.marked) != 0 {
		t.Errorf("%d rows, %d marked", len(b.rows), len(b.marked))
	}
	if b.send(intent.Changed{Rows: []model.Row{rows[1], rows[4]}}); len(b.rows) != n {
		t.Errorf("%d rows after the undo", len(b.rows))
	}
	b.asked = nil
	b.send("=", "#")
	if len(b.asked) != 2 {
		t.Fatalf("asked %v", b.asked)
	}
	if want, ok := b.asked[1].(intent.Same); !ok || !want.Part || len(want.Candidates) != 1 {
		t.Errorf("asked %+v", b.asked[1])
	}
}
