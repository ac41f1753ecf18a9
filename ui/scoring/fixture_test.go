package scoring

import (
	"fmt"
	"strings"

	"candid/model"
	"candid/model/blind"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

var (
	clock  = screentest.Clock
	me     = screentest.Me
	bo     = screentest.ID(2)
	chi    = screentest.ID(3)
	resume = screentest.ID(31)
	letter = screentest.ID(32)
)

var asks = [...][2]string{
	{"Years operating backends", "Six or more years building and operating backend services that people depend on."},
	{"Rust and async", "Fluency with Rust and its async ecosystem; strong grasp of concurrency, performance profiling, and memory safety."},
	{"Production-grade services", "Has shipped production-grade services with tests, observability and on-call."},
	{"Data modelling, storage", "Designs schemas and storage for correctness first: transactions, migrations, consistency."},
	{"API design", "Designs APIs that other teams can live with for years."},
	{"Distributed systems", "Understands distributed systems: consensus, queues, idempotency, back pressure."},
	{"Observability", "Traces, metrics and logs that answer questions nobody asked beforehand."},
	{"Security of services", "Builds with security in mind: threat models, secrets, least privilege."},
	{"Payments domain", "Has worked in payments, ledgers or another domain where a cent counts."},
	{"Kubernetes in anger", "Has run Kubernetes in production, upgrades and outages included."},
	{"Open-source work", "Maintains or contributes to open-source projects."},
	{"Mentoring", "Mentors other engineers."},
	{"Event streaming", "Kafka or another log at scale."},
}

// opening is the role of the fixture: 8 must-haves and 5 nice-to-haves.
func opening() model.Role {
	r := model.Role{ID: screentest.ID(7), Title: "Senior Backend Software Engineer", MustShare: model.DefaultMustShare, Checklist: model.Checklist{Version: 1}}
	for i, a := range asks {
		q := model.Requirement{ID: model.RequirementID(i + 1), Weight: 1, Gate: i < 8, Label: a[0], Text: a[1]}
		if i >= 8 {
			q.Priority = model.Nice
		}
		r.Checklist.Requirements = append(r.Checklist.Requirements, q)
	}
	return r
}

const resumeText = `AMARA OKAFOR
Toronto · amara@example.org · 555 0142

STAFF ENGINEER, LUMEN PAY                2021 – now
- Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12 ms at 9,000 requests a second.
- Led on-call for six services and set their SLOs; incident reviews cut repeat pages by two thirds.
- Zero-downtime migration of 4 TB from MySQL to PostgreSQL, logical replication, feature flags.

BACKEND ENGINEER, NORTHWIND FREIGHT      2016 – 2021
- gRPC and REST APIs for 300 carriers; rate limits, OAuth 2.0, idempotency keys, Redis cache.
- Found a data race with loom and fixed the memory growth of the async executor under load.
- Mentored four engineers; two lead teams today.

SKILLS
Rust, Go, Python · Tokio, Axum, SQLx · Kubernetes, Terraform · Kafka · Prometheus, Grafana, OTel

EDUCATION
B.Sc. Computer Science, University of Lagos`

const letterText = `Dear team,

I have run payment systems for nine years, the last five of them in Rust.
What I would like to do next is teach a team to run what it writes.

Amara Okafor`

// hit marks the line that holds words: pairs of them and what they speak to.
func hit(text string, strength float64, pairs ...string) evidence.Found {
	for n, line := range strings.Split(text, "\n") {
		if !strings.Contains(line, pairs[0]) {
			continue
		}
		f := evidence.Found{Line: n, From: n, To: n + 1, Text: line, Strength: strength}
		switch {
		case strings.Contains(line, "Tokio · Axum"), strings.Contains(line, "SQLx"):
			f.Kind, f.Place = evidence.Listed, "Skills"
		case strings.Contains(line, "Tokio"):
			f.Place = "Lumen Pay, 2021 – now"
		}
		for i := 0; i < len(pairs); i += 2 {
			at := strings.Index(line, pairs[i])
			f.Terms = append(f.Terms, evidence.Term{Line: n, From: at, To: at + len(pairs[i]), Text: pairs[i], Why: pairs[i+1]})
		}
		return f
	}
	panic("no line holds " + pairs[0])
}

func readings() []evidence.Reading {
	return []evidence.Reading{
		{
			Document: model.Document{ID: resume, Kind: model.Resume, Name: "resume.txt", Format: "text"},
			Lines:    strings.Split(resumeText, "\n"),
			Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{
				1: {hit(resumeText, .4, "2016 – 2021", "years")},
				2: {
					hit(resumeText, .9, "Rust", "Rust", "Tokio", "Rust async", "Axum", "Rust web framework"),
					hit(resumeText, .7, "loom", "Rust concurrency", "memory", "memory safety", "async", "async"),
					hit(resumeText, .5, "SQLx", "Rust database access", "Tokio", "Rust async"),
				},
				3:  {hit(resumeText, .8, "on-call", "on-call", "SLOs", "observability")},
				4:  {hit(resumeText, .8, "migration", "migrations", "PostgreSQL", "storage")},
				9:  {hit(resumeText, .6, "ledger", "ledgers")},
				12: {hit(resumeText, .9, "Mentored", "mentoring")},
				13: {hit(resumeText, .5, "Kafka", "Kafka")},
			}},
		},
		{
			Document: model.Document{ID: letter, Kind: model.CoverLetter, Name: "letter.txt", Format: "text"},
			Lines:    strings.Split(letterText, "\n"),
			Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{
				2: {hit(letterText, .6, "Rust", "Rust")},
				9: {hit(letterText, .9, "payment systems", "payments")},
			}},
		},
	}
}

// rated is ratings written as a strip: "43·0…"; blanks are for the eye.
func rated(role model.Role, strip string) []model.Rating {
	var ratings []model.Rating
	i := 0
	for _, r := range strings.ReplaceAll(strip, " ", "") {
		q := role.Checklist.Application()[i]
		if v, ok := model.ValueOf(r); ok {
			ratings = append(ratings, model.Rating{Requirement: q.ID, Value: v, Meaning: q.Changed})
		}
		i++
	}
	return ratings
}

// bench is the screen with an app around it that keeps what the screen asks for.
type bench struct {
	Model
	role   model.Role
	record model.Record
	kept   []model.Record // before each act, for undo
	asked  []intent.Intent
}

// amara is the candidate of the fixture, rated by me as the strip has it.
func amara(role model.Role, strip string) model.Record {
	r := model.Record{Candidate: model.Candidate{
		ID: screentest.ID(100), Role: role.ID, Name: "Amara Okafor", Alias: "Quiet Heron", Email: "amara@example.org", Phone: "555 0142",
		Documents: []model.Document{{ID: resume, Kind: model.Resume}, {ID: letter, Kind: model.CoverLetter}},
	}}
	return r.WithReview(model.Review{Reviewer: me, Ratings: rated(role, strip), Opened: 1})
}

// panelled is the record with two submitted reviews of others.
func panelled(role model.Role, r model.Record) model.Record {
	first := model.Review{Reviewer: bo, Ratings: rated(role, "42334344 33·22"), Recommendation: model.Yes, Submitted: 5,
		Note: "Deep in storage and calm in incidents. The Rust is recent, and strong."}
	first.Ratings[1].Note = "Two years of it, in one service."
	second := model.Review{Reviewer: chi, Ratings: rated(role, "4433·333 3··3·"), Recommendation: model.StrongYes, Submitted: 6}
	return r.WithReview(first).WithReview(second)
}

func setting() intent.Setting {
	s := screentest.Setting()
	s.Names = map[model.ID]string{me: "Ana", bo: "Bo", chi: "Chiara"}
	return s
}

// open is the screen in a size, showing a record.
func open(th theme.Theme, width, height int, r model.Record) *bench {
	b := &bench{Model: New(setting(), th), role: opening(), record: r}
	b.send(tea.WindowSizeMsg{Width: width, Height: height}, intent.Status{Saved: clock})
	return b.tell(true, 0)
}

// as is the readings as the author of a review has them.
func as(mine model.Review) []evidence.Reading {
	all := readings()
	for i := range all {
		all[i] = all[i].As(mine)
	}
	return all
}

// tell tells the screen of the person.
func (b *bench) tell(fresh bool, to model.RequirementID) *bench {
	p := intent.Person{
		Role: b.role, Record: blind.View(me, b.record), Readings: as(b.record.Review(me)), Row: blind.Row(me, b.role, b.record.Card()),
		At: 5, Of: 14, Mode: intent.Scoring, Fresh: fresh, Goto: to,
	}
	return b.send(p)
}

// send gives the screen messages: strings are keys. What it asks for is carried out as the app would.
func (b *bench) send(msgs ...any) *bench {
	screentest.Send(&b.Model, func(want intent.Intent) {
		b.asked = append(b.asked, want)
		b.carryOut(want)
	}, msgs...)
	return b
}

func (b *bench) carryOut(want intent.Intent) {
	now := model.At(clock)
	var c model.Change
	switch w := want.(type) {
	case intent.Rate:
		c = b.record.Rate(b.role, me, now, w.Requirement, w.Value)
	case intent.Note:
		c = b.record.Change(me, now, model.FacetNote, w.Requirement, model.State{Note: w.Text})
	case intent.Quote:
		c = b.record.Change(me, now, model.FacetQuotes, w.Requirement, model.State{Quotes: w.Quotes})
	case intent.Dismiss:
		c = b.record.Change(me, now, model.FacetDismissed, w.Requirement, model.State{Quotes: w.Quotes})
	case intent.Why:
		b.send(intent.Because{Why: w, Pointed: true, Words: []string{"“Tokio” speaks to async Rust.", "It stands in Lumen Pay, 2021 – now."}})
		return
	case intent.All:
		for _, one := range w {
			b.carryOut(one)
		}
		return
	case intent.Recommend:
		c = b.record.Change(me, now, model.FacetRecommendation, 0, model.State{Recommendation: w.Recommendation})
	case intent.Submit:
		c = b.record.Submit(b.role, me, now)
	case intent.Repeat:
		c = b.record.Rate(b.role, me, now, w.Requirement, model.Some)
	default:
		return
	}
	after, err := b.record.Apply(b.role, c)
	if err != nil {
		panic(fmt.Sprintf("%T: %v", want, err))
	}
	b.kept = append(b.kept, b.record)
	b.record = after
	b.tell(false, 0)
}

// undo takes the last act back, and goes to a requirement as the app does.
func (b *bench) undo(to model.RequirementID) {
	b.record = b.kept[len(b.kept)-1]
	b.kept = b.kept[:len(b.kept)-1]
	b.tell(false, to)
}

// stands is the id of the requirement one stands on; 0 on the summary.
func (b *bench) stands() model.RequirementID {
	q, _ := b.current()
	return q.ID
}
