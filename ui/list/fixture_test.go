package list

import (
	"fmt"
	"strings"
	"testing"

	"candid/model"
	"candid/model/blind"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

var (
	clock = screentest.Clock
	me    = screentest.Me
)

var labels = [...]string{
	"Years operating backends", "Rust and async", "Production-grade services", "Data modelling, storage", "API design", "Distributed systems",
	"Observability", "Security of services", "Payments domain", "Kubernetes in anger", "Open-source work", "Mentoring", "Event streaming",
}

var texts = map[int]string{
	2: "Fluency with Rust and its async ecosystem; strong grasp of concurrency, performance profiling, and memory safety.",
	3: "Has shipped production-grade services with tests, observability and on-call.",
}

// opening is the role of the fixture: 8 must-haves and 5 nice-to-haves.
func opening() model.Role { return openingOf(8, 5) }

func openingOf(musts, nices int) model.Role {
	r := model.Role{
		ID: screentest.ID(7), Title: "Senior Backend Software Engineer", Locations: []string{"San Francisco", "Toronto"},
		MustShare: model.DefaultMustShare, Checklist: model.Checklist{Version: 1},
	}
	for i := range musts + nices {
		q := model.Requirement{ID: model.RequirementID(i + 1), Weight: 1, Gate: i < musts, Label: fmt.Sprint("Requirement ", i+1)}
		if i < len(labels) {
			q.Label = labels[i]
		}
		if q.Text = texts[i+1]; q.Text == "" {
			q.Text = q.Label + ", as the posting has it"
		}
		if i >= musts {
			q.Priority = model.Nice
		}
		r.Checklist.Requirements = append(r.Checklist.Requirements, q)
	}
	return r
}

// applicant is a candidate of the fixture. Ratings are strips: "43·0…"; the blank between the kinds is for the eye.
type applicant struct {
	name   string
	mine   string
	sent   bool     // mine is submitted
	others []string // submitted
	stage  model.Stage
	tags   string
	days   int // since they applied
}

var applicants = []applicant{
	{"Rob McAllister", "22121331 ·····", true, nil, model.New, "", 8},
	{"Amara Okafor", "43434344 43·2·", true, []string{"43434344 43·2·"}, model.New, "referral", 2},
	{"Tomás Herrera", "", false, nil, model.New, "", 5},
	{"Linus Bergström", "43343233 3·2··", false, []string{"33333333 33333"}, model.New, "", 3},
	{"Mei-Ling Chen 陈美玲", "43133324 4··2·", true, []string{"43133324 4··2·"}, model.New, "toronto", 3},
	{"Priya Raghunathan", "0······· ·····", false, nil, model.OnHold, "referral", 9},
	{"Dmitri Sokolov", "43·33244 ··3··", false, nil, model.New, "", 4},
	{"Ana Sofía Ibáñez", "32332334 3··2·", true, []string{"42332334 3··2·"}, model.Advanced, "referral, toronto, second look", 2},
	{"Wanjiru Kamau", "", false, nil, model.New, "toronto", 25},
	{"Jun-ho Kim 김준호", "33234233 2····", true, []string{"33232233 2····", "33233233 2····"}, model.New, "", 6},
	{"Ifeoma Nwosu-Clarke", "33334333 ·3···", true, nil, model.New, "toronto", 1},
	{"Olivier Dufresne", "", false, []string{"33333333 33333", "11111111 11111"}, model.Rejected, "", 70},
	{"Nino Gelashvili", "33213233 ····2", true, []string{"33313233 ····2"}, model.New, "", 0},
	{"Bartholomew Featherstonehaugh-Cholmondeley", "3······· ·····", false, nil, model.New, "a rather long tag", 800},
}

func strip(role model.Role, ratings string) []model.Rating {
	var rated []model.Rating
	qs := role.Checklist.Application()
	i := 0
	for _, r := range ratings {
		if r == ' ' {
			continue
		}
		if v, ok := model.ValueOf(r); ok {
			rated = append(rated, model.Rating{Requirement: qs[i].ID, Value: v})
		}
		i++
	}
	return rated
}

// record is the fixture's nth person as kept.
func (a applicant) record(role model.Role, n int) model.Record {
	r := model.Record{Candidate: model.Candidate{
		ID: screentest.ID(100 + n), Role: role.ID, Name: a.name, Alias: fmt.Sprintf("Alias %05d", n),
		Email: fmt.Sprintf("%s@example.org", strings.ToLower(strings.Fields(a.name)[0])), Phone: "+1 555 0100", Location: "Toronto", Source: "referral",
		Applied: model.At(clock.AddDate(0, 0, -a.days)), Decision: model.Decision{Stage: a.stage, By: me},
	}}
	for _, t := range strings.Split(a.tags, ", ") {
		if t != "" {
			r.Candidate.Tags = append(r.Candidate.Tags, model.Tag{Name: t, By: me})
		}
	}
	if a.mine != "" {
		review := model.Review{Reviewer: me, Ratings: strip(role, a.mine), Opened: 1}
		if a.sent {
			review.Submitted = 1
		}
		r = r.WithReview(review)
	}
	for i, o := range a.others {
		r = r.WithReview(model.Review{Reviewer: screentest.ID(2 + i), Ratings: strip(role, o), Submitted: 1})
	}
	return r
}

func (a applicant) row(role model.Role, n int) model.Row {
	return blind.Row(me, role, a.record(role, n))
}

func fixtureRows(role model.Role, as []applicant) []model.Row {
	var rows []model.Row
	for i, a := range as {
		rows = append(rows, a.row(role, i))
	}
	return rows
}

// bench is a list that shows rows, and all that it asked for.
type bench struct {
	Model
	asked []intent.Intent
	hold  bool // searches of documents are left unanswered
}

// send gives the list messages: strings are keys. Nobody's documents hold what is searched for.
func (b *bench) send(msgs ...any) *bench {
	for _, msg := range msgs {
		var search intent.Search
		screentest.Send(&b.Model, func(want intent.Intent) {
			all, ok := want.(intent.All)
			if !ok {
				all = intent.All{want}
			}
			for _, one := range all {
				if w, ok := one.(intent.Search); ok {
					search = w
				}
			}
			b.asked = append(b.asked, all...)
		}, msg)
		if search.Number > 0 && !b.hold {
			b.send(intent.Found{Number: search.Number, Hits: make([]map[model.ID]bool, len(search.Said)), Read: len(b.rows), Of: len(b.rows)})
		}
	}
	return b
}

// open is the list of the fixture in a size.
func open(th theme.Theme, width, height int, as []applicant) *bench {
	role := opening()
	b := &bench{Model: New(screentest.Setting(), th)}
	return b.send(tea.WindowSizeMsg{Width: width, Height: height}, intent.Field{Role: role, Rows: fixtureRows(role, as), Loaded: true},
		intent.Status{Saved: clock})
}

// read is what the app answers to a peek at the second row: the candidate in full.
func read() intent.Person {
	role := opening()
	const n = 10 // Ifeoma
	r := applicants[n].record(role, n)
	r.Candidate.Links = []string{"https://ifeoma.example.org/talks"}
	review := r.Review(me)
	review.Recommendation = model.Yes
	r = r.WithReview(review)
	line := func(at int, words, term string) evidence.Found {
		from := strings.Index(words, term)
		return evidence.Found{Line: at, From: at, To: at + 1, Text: words, Terms: []evidence.Term{{Line: at, From: from, To: from + len(term), Text: term, Why: term}}, Strength: 0.8, Place: "Lumen Pay, 2021 – now"}
	}
	found := map[model.RequirementID][]evidence.Found{
		1: {line(1, "Twelve years of backends, the last five of them as staff engineer", "backends")},
		2: {line(2, "- Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12 ms at 9,000 req/s, measured over four weeks with production traffic", "Rust")},
		3: {line(3, "On call for six services; wrote their SLOs and the reviews of what broke", "SLOs")},
		4: {line(4, "4 TB from MySQL to PostgreSQL without downtime", "PostgreSQL")},
		6: {line(6, "Raft in anger: a replicated queue over three regions 陈美玲", "Raft")},
		8: {line(8, "Threat models and a bounty programme", "Threat models")},
	}
	listed := found[8]
	listed[0].Kind, listed[0].Place = evidence.Listed, "Skills"
	mine := found[6]
	mine[0].Kind = evidence.Quoted
	sums := map[model.RequirementID]evidence.Sum{1: {Asked: 5, Months: 147, Ranges: make([]evidence.Ranged, 4)}}
	return intent.Person{Role: role, Record: r, Row: applicants[n].row(role, n), Readings: []evidence.Reading{{Document: model.Document{Format: "text"}, Findings: evidence.Findings{Found: found, Sums: sums}}}}
}

// lines is the list as drawn, without what a line ends in.
func (b *bench) lines() []string {
	var lines []string
	for line := range strings.SplitSeq(b.View(), "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// names is the names on the screen, from the top.
func (b *bench) names(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, at := range b.shown {
		names = append(names, b.rows[at].Candidate.Name)
	}
	return names
}
