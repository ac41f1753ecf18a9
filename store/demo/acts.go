package demo

import (
	"fmt"
	"strings"
	"time"

	"candid/model"
)

// pace is how long a reviewer of the demo takes for one act.
const pace = 40 * time.Second

// acts turns what was judged into the changes that a reviewer's keys would have made, one after the other.
type acts struct {
	role    model.Role
	record  model.Record // as it stands after the changes so far
	by      model.ID
	sitting model.ID
	at      time.Time
	changes []model.Change
	err     error
}

// judge adds the changes of one entry. texts is the text of each of the candidate's documents.
func (a *acts) judge(j judged, texts map[model.ID]string) {
	if j.stage != model.New {
		a.decide(j)
		return
	}
	strip := a.role.Checklist.Application()
	if len(j.values) != len(strip) {
		a.fail("%d ratings for %d requirements", len(j.values), len(strip))
		return
	}
	notes := map[model.RequirementID]string{}
	quotes := map[model.RequirementID][]model.Quote{}
	for _, r := range j.remarks {
		id, ok := requirement(a.role.Checklist, r.on)
		switch {
		case !ok && r.on != "overall":
			a.fail("no requirement %q", r.on)
		case !r.quote:
			notes[id] = r.text
		default:
			quotes[id] = append(quotes[id], a.quote(r.text, texts))
		}
	}
	for i, q := range strip {
		if v := j.values[i]; v != model.Open {
			a.add(a.record.Rate(a.role, a.by, a.now(), q.ID, v))
		}
		if found := quotes[q.ID]; found != nil {
			a.add(a.record.Change(a.by, a.now(), model.FacetQuotes, q.ID, model.State{Quotes: found}))
		}
		if note := notes[q.ID]; note != "" {
			a.add(a.record.Change(a.by, a.now(), model.FacetNote, q.ID, model.State{Note: note}))
		}
	}
	if note := notes[0]; note != "" {
		a.add(a.record.Change(a.by, a.now(), model.FacetNote, 0, model.State{Note: note}))
	}
	if j.submitted {
		a.add(a.record.Change(a.by, a.now(), model.FacetRecommendation, 0, model.State{Recommendation: j.recommendation}))
		a.add(a.record.Submit(a.role, a.by, a.now()))
	}
}

// decide adds the change that puts the candidate in a stage.
func (a *acts) decide(j judged) {
	var why model.Reason
	if id, ok := requirement(a.role.Checklist, j.reason); ok {
		why.Requirement = id
	} else {
		why.Other = j.reason
	}
	a.add(a.record.Decide(a.by, a.now(), j.stage, why))
}

// quote finds words of a document and quotes the lines they stand in.
func (a *acts) quote(words string, texts map[model.ID]string) model.Quote {
	for _, d := range a.record.Candidate.Documents {
		lines := strings.Split(texts[d.ID], "\n")
		if from, to, ok := find(lines, words); ok {
			return model.Quote{Document: d.ID, From: from, To: to, Text: strings.Join(lines[from:to], "\n")}
		}
	}
	a.fail("nowhere written: %q", words)
	return model.Quote{}
}

// find gives the fewest lines in a row, four at most, that hold the words when white space is folded.
func find(lines []string, words string) (from, to int, ok bool) {
	for n := 1; n <= 4; n++ {
		for from := 0; from+n <= len(lines); from++ {
			if strings.Contains(strings.Join(strings.Fields(strings.Join(lines[from:from+n], " ")), " "), words) {
				return from, from + n, true
			}
		}
	}
	return 0, 0, false
}

// add makes one change and lets its time pass.
func (a *acts) add(c model.Change) {
	if a.err != nil {
		return
	}
	c.Sitting = a.sitting
	a.record, a.err = a.record.Apply(a.role, c)
	a.changes = append(a.changes, c)
	a.at = a.at.Add(pace)
}

func (a *acts) now() model.Time { return model.At(a.at) }

func (a *acts) fail(format string, args ...any) {
	if a.err == nil {
		a.err = fmt.Errorf("%s: "+format, append([]any{a.record.Candidate.Name}, args...)...)
	}
}

// begun is when the entry's first act was, now being when the demo is filled.
func (j judged) begun(now time.Time) time.Time {
	n := len(j.remarks)
	for _, v := range j.values {
		if v != model.Open {
			n++
		}
	}
	return now.Add(-j.ago - time.Duration(n)*pace)
}
