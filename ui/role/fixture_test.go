package role

import (
	"strings"
	"time"

	"candid/model"
	"candid/model/posting"
	"candid/model/wording"
	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// bench is the screen and all that it asked for.
type bench struct {
	Model
	asked []intent.Intent
}

// open is the screen in a size.
func open(s intent.Setting, th theme.Theme, width, height int) *bench {
	b := &bench{Model: New(s, th)}
	return b.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// send gives the screen messages: strings are keys.
func (b *bench) send(msgs ...any) *bench {
	screentest.Send(&b.Model, func(want intent.Intent) { b.asked = append(b.asked, want) }, msgs...)
	return b
}

const advert = `# Harbour Systems Engineer

**Location**: Halifax, Lisbon
**Employment**: Full-time

## What you bring
- Five or more years of building control software for ships, ports or other machines that people stand beside.
- Fluency in Rust or C++; knows where the memory goes and why.
- Has kept a system running that could not be switched off, and can tell how.
- Reads drawings: electrical, hydraulic, and the ones on napkins.
- Writes so that a crew of five languages understands it.

## Nice to have
- Radio licence.
- Portuguese.
- Has sailed for a living.
`

var labels = [...]string{
	"Years of control software", "Rust or C++", "Systems that stay up", "Reads drawings", "Writes plainly",
	"Radio licence", "Portuguese", "Has sailed for a living",
}

// harbour is the role of the posting, as it was read.
func harbour() model.Role {
	r := model.Role{
		Title: "Harbour Systems Engineer", Locations: []string{"Halifax", "Lisbon"}, Employment: "full-time", Posting: advert,
		MustShare: model.DefaultMustShare, Checklist: model.Checklist{Version: 1},
	}
	for i, line := range strings.Split(advert, "\n") {
		if words, ok := strings.CutPrefix(line, "- "); ok {
			n := len(r.Checklist.Requirements)
			q := model.Requirement{
				ID: model.RequirementID(n + 1), Weight: 1, Label: labels[n], Text: words, Gate: n < 5, Lines: [2]int{i, i + 1},
			}
			if n >= 5 {
				q.Priority = model.Nice
			}
			r.Checklist.Requirements = append(r.Checklist.Requirements, q)
		}
	}
	return r
}

// doubtful is the reading of the posting, with doubts of every kind.
func doubtful() posting.Reading {
	r := posting.Reading{
		Role: harbour(), Headings: []string{"Harbour Systems Engineer", "What you bring", "Nice to have"},
		Remarks: []string{"2 questions to the applicant were left out", "the title is that of the first heading"},
		Doubts: []wording.Doubt{
			{Requirement: 2, Kind: wording.Several, Why: "names a language, and a thing to know"},
			{Requirement: 5, Kind: wording.OnPaper, Why: "paper cannot show how somebody is understood"},
			{Requirement: 6, Kind: wording.Asked, Why: "stands apart from the others"},
			{Requirement: 7, Kind: wording.Overlap, Other: 5, Why: "asks for languages too"},
			{Requirement: 8, Kind: wording.Priority, Why: "its heading says nice, its words say must"},
		},
	}
	r.Role.Checklist.Requirements[4].From = model.FromInterview
	for _, q := range r.Role.Checklist.Requirements {
		r.Lines = append(r.Lines, posting.Line{Text: q.Text, Priority: q.Priority, Lines: q.Lines})
	}
	return r
}

const prose = `# Pond keeper

## About the pond
The pond is old and has four ducks. They are called after admirals.

## You and the ducks
You have kept birds before, and know a drake from a duck at forty yards. You can swim. You do not mind rain. A boat licence helps.
Whoever feeds them at six in the morning knows why we look for somebody who likes mornings.
`

// untold is the reading of a posting of which no requirement could be told.
func untold() posting.Reading {
	r := posting.Reading{
		Role:     model.Role{Title: "Pond keeper", Posting: prose, MustShare: model.DefaultMustShare, Checklist: model.Checklist{Version: 1}},
		Headings: []string{"Pond keeper", "About the pond", "You and the ducks"},
	}
	for i, line := range strings.Split(prose, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		for _, s := range strings.SplitAfter(line, ". ") {
			l := posting.Line{Text: strings.TrimSpace(s), Lines: [2]int{i, i + 1}}
			if strings.Contains(s, "helps") {
				l.Priority = model.Nice
			}
			r.Lines = append(r.Lines, l)
		}
	}
	return r
}

// look is the screen with a reading to look over.
func look(r posting.Reading, th theme.Theme, width, height int) *bench {
	return open(unhurried(), th, width, height).send(intent.Posting{Reading: r})
}

// unhurried is a setting in which a second goes by whenever somebody looks at the clock.
func unhurried() intent.Setting {
	s, now := screentest.Setting(), screentest.Clock
	s.Now = func() time.Time {
		now = now.Add(time.Second)
		return now
	}
	return s
}
