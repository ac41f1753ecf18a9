package detail

import (
	"slices"
	"strings"
	"testing"
	"time"

	"candid/model"
	"candid/model/evidence"
	"candid/ui/intent"
	"candid/ui/screentest"
	"candid/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

var now = time.Date(2026, time.March, 12, 20, 41, 0, 0, time.UTC)

var (
	me, ana, ben          = screentest.Me, screentest.ID(2), screentest.ID(3)
	amara, linus          = screentest.ID(11), screentest.ID(12)
	resume, letter, forms = screentest.ID(21), screentest.ID(22), screentest.ID(23)
)

func daysAgo(d int, hour int) model.Time {
	return model.At(time.Date(2026, time.March, 12-d, hour, 5, 0, 0, time.UTC))
}

func setting() intent.Setting {
	s := screentest.Setting()
	s.Viewer.Name, s.Zone, s.Now = "Noor Haddad", time.UTC, func() time.Time { return now }
	s.Names = map[model.ID]string{me: "Noor Haddad", ana: "Ana Ortiz", ben: "Benedikt Strohmeyer-Lindqvist"}
	return s
}

var dark, plain, inASCII = screentest.Look("dark"), screentest.Look("plain"), screentest.Look("ascii")

// asked is the checklist, and the words that speak to each requirement.
var asked = []struct {
	label, text string
	words       []string
}{
	{"Years operating backends", "5+ years of professional software engineering experience, with a strong track record operating backend services in production.", []string{"on-call", "Eight years", "BACKEND ENGINEER"}},
	{"Rust and async", "Fluency with Rust and its async ecosystem; strong grasp of concurrency, performance profiling, and memory safety.", []string{"Rust", "Tokio=async Rust", "Axum=Rust web framework", "async"}},
	{"Production-grade services", "Hands-on experience designing and operating production-grade services (e.g., REST/gRPC/GraphQL APIs, auth, rate limiting, caching).", []string{"gRPC", "REST", "rate limits"}},
	{"Data modelling, storage", "Solid data modeling and storage expertise (PostgreSQL/MySQL, Redis) and familiarity with event-driven systems where applicable.", []string{"PostgreSQL", "MySQL", "Redis", "Kafka"}},
	{"Testing and safe rollouts", "Strong testing mindset and practice (unit, integration, contract, end-to-end) and familiarity with feature flags and safe rollouts.", []string{"feature flags"}},
	{"Cloud, containers, CI/CD", "Experience with cloud environments (AWS/GCP/Azure), containers, orchestration (Kubernetes), and CI/CD.", []string{"Kubernetes"}},
	{"Security-first", "Security-first thinking and familiarity with secure coding practices (OAuth/OIDC, JWT, secrets management, least privilege).", []string{"OAuth 2.0"}},
	{"Communication, ownership", "Excellent communication, ownership, and a bias for action in ambiguous, fast-moving environments.", []string{"Mentored", "own what"}},
	{"Deep Rust", "Deep Rust experience with async runtimes (Tokio), frameworks (Axum/Actix), and data layers (SQLx/Diesel).", []string{"SQLx", "Tokio", "Axum"}},
	{"Observability", "Observability: OpenTelemetry, Prometheus/Grafana, Sentry, Datadog; pragmatic on-call and SLO mentality.", []string{"SLOs", "Prometheus", "Grafana", "OTel"}},
	{"Infrastructure as code", "Infrastructure-as-Code (Terraform/Pulumi), networking fundamentals, zero-downtime migrations.", []string{"Terraform", "Zero-downtime"}},
	{"High scale, regulated fields", "Prior experience in high-scale, low-latency systems, fintech/health/privacy domains, or compliance-heavy environments.", []string{"9,000 req/s"}},
	{"Open source, writing", "Meaningful open-source contributions or technical writing/talks.", nil},
	{"Works with the team we have", "Enjoys pairing, and says what they think.", []string{"pair"}},
}

func role() model.Role {
	r := model.Role{ID: screentest.ID(9), Title: "Senior Backend Software Engineer", MustShare: 0.8, Checklist: model.Checklist{Version: 1}}
	for i, a := range asked {
		q := model.Requirement{ID: model.RequirementID(i + 1), Weight: 1, Label: a.label, Text: a.text, Gate: i < 8}
		if i >= 8 {
			q.Priority = model.Nice
		}
		if i == 13 {
			q.From = model.FromInterview
		}
		r.Checklist.Requirements = append(r.Checklist.Requirements, q)
	}
	return r
}

const resumeText = `# Amara Okafor
Toronto · amara@example.org · 555-0142

STAFF ENGINEER, LUMEN PAY            2021 – now
- Rewrote the **ledger service** in Rust (Tokio, Axum); p99 from 180 ms to 12 ms at 9,000 req/s.
- Led on-call for six services and set their SLOs; incident reviews cut repeat pages by two thirds.
- Zero-downtime migration of 4 TB from MySQL to PostgreSQL, logical replication, feature flags.

BACKEND ENGINEER, NORTHWIND FREIGHT            2016 – 2021
- gRPC and REST APIs for 300 carriers; rate limits, OAuth 2.0, idempotency keys, Redis cache.
- Found a data race with loom and fixed the memory growth of the async executor under load.
- Mentored four engineers; two lead teams today.

## Skills
Rust, Go, Python · Tokio, Axum, SQLx · Kubernetes, Terraform · Kafka · Prometheus, Grafana, OTel

## Education
B.Sc. Computer Science, University of Lagos`

const letterText = `Dear team,

Eight years of keeping payments up taught me to own what I ship, and to say early when a date
will not hold.
I like to pair on the hard parts, and I write the design down before the code.

Amara`

const formsText = `Why this role?
Rust in production, and people who review with care.

When could you start?
In May.`

func reading(d model.Document, text string) evidence.Reading {
	r := evidence.Reading{Document: d, Lines: strings.Split(text, "\n"), Findings: evidence.Findings{Found: map[model.RequirementID][]evidence.Found{}}}
	for i, a := range asked {
		var found []evidence.Found
		for n, line := range r.Lines {
			f := evidence.Found{Line: n, From: n, To: n + 1, Text: line, Place: place(line, r.Lines[:n+1])}
			if strings.Contains(line, " · Tokio") {
				f.Kind = evidence.Listed
			}
			if n+1 < len(r.Lines) && strings.HasPrefix(r.Lines[n+1], "will ") {
				f.To++
			}
			for _, w := range a.words {
				w, why, sign := strings.Cut(w, "=")
				if !sign {
					why = w
				}
				if at := strings.Index(line, w); at >= 0 {
					f.Terms = append(f.Terms, evidence.Term{Line: n, From: at, To: at + len(w), Text: w, Why: why})
				}
			}
			f.Strength = float64(len(f.Terms)) / float64(len(a.words)+n+1)
			if len(f.Terms) > 0 {
				found = append(found, f)
			}
		}
		for x := range found { // strongest first
			for y := x + 1; y < len(found); y++ {
				if found[y].Strength > found[x].Strength {
					found[x], found[y] = found[y], found[x]
				}
			}
		}
		if len(found) > 0 {
			r.Found[model.RequirementID(i+1)] = found
		}
	}
	if text == resumeText {
		r.Sums = map[model.RequirementID]evidence.Sum{1: {Asked: 5, Months: 123, Ranges: []evidence.Ranged{
			dates(r.Lines, 3, "2021 – now", "Lumen Pay", 63), dates(r.Lines, 8, "2016 – 2021", "Northwind Freight", 60)}}}
		for _, x := range r.Sums[1].Ranges {
			f := evidence.Found{Line: x.Line, From: x.Line, To: x.Line + 1, Text: r.Lines[x.Line], Kind: evidence.Dated, Strength: 0.01,
				Terms: []evidence.Term{{Line: x.Line, From: x.From, To: x.To, Text: r.Lines[x.Line][x.From:x.To], Why: "years"}}}
			f.Place = place(f.Text, r.Lines[:x.Line+1])
			r.Found[1] = append(slices.DeleteFunc(r.Found[1], func(old evidence.Found) bool { return old.Line == x.Line }), f)
		}
	}
	return r
}

func dates(lines []string, line int, words, place string, months int) evidence.Ranged {
	at := strings.Index(lines[line], words)
	return evidence.Ranged{Line: line, From: at, To: at + len(words), Months: months, Place: place}
}

// place is where a line of the resume stands.
func place(line string, before []string) string {
	for _, l := range slices.Backward(before) {
		switch {
		case strings.Contains(l, "LUMEN PAY"):
			return "Lumen Pay, 2021 – now"
		case strings.Contains(l, "NORTHWIND"):
			return "Northwind Freight, 2016 – 2021"
		case strings.HasPrefix(l, "## "):
			return l[3:]
		}
	}
	return ""
}

func documents() []model.Document {
	return []model.Document{
		{ID: resume, Kind: model.Resume, Name: "amara-okafor.md", Format: "markdown", Original: "x"},
		{ID: letter, Kind: model.CoverLetter, Name: "letter.txt", Format: "text", Original: "y"},
		{ID: forms, Kind: model.Answers, Name: "form.txt", Format: "text"},
	}
}

func readings() []evidence.Reading {
	d := documents()
	return []evidence.Reading{reading(d[0], resumeText), reading(d[1], letterText), reading(d[2], formsText)}
}

// as is the readings as the author of a review has them.
func as(mine model.Review) []evidence.Reading {
	all := readings()
	for i := range all {
		all[i] = all[i].As(mine)
	}
	return all
}

// review rates the requirements in order: a digit each, '.' for open.
func review(by model.ID, digits string) model.Review {
	r := model.Review{Reviewer: by}
	for i, d := range digits {
		if v, ok := model.ValueOf(d); ok {
			r.Ratings = append(r.Ratings, model.Rating{Requirement: model.RequirementID(i + 1), Value: v})
		}
	}
	return r
}

// person is Amara with my draft and two reviews by others, of which I see nothing yet.
func person() intent.Person {
	mine := review(me, "43.3")
	mine.Ratings[1].Quotes = []model.Quote{{Document: resume, From: 4, To: 5, Text: "- Rewrote the **ledger service** in Rust (Tokio, Axum); p99 from 180 ms to 12 ms at 9,000 req/s."}}
	mine.Ratings[1].Note = "Asked for in the first line of their letter too."
	record := model.Record{Candidate: model.Candidate{
		ID: amara, Role: screentest.ID(9), Alias: "Quiet Heron", Name: "Amara Okafor", Email: "amara@example.org", Location: "Toronto",
		Source: "referral", Applied: daysAgo(2, 9), Documents: documents(),
	}}.WithReview(mine)
	r := role()
	return intent.Person{Role: r, Record: record, Readings: as(mine), Row: model.NewRow(r, record, me, 2), At: 5, Of: 14, Fresh: true}
}

// panel is Amara as I see her once I have submitted.
func panel() intent.Person {
	p := person()
	mine := review(me, "43343443432..")
	mine.Submitted, mine.Recommendation, mine.Note = daysAgo(0, 18), model.Yes, "Would hire for the ledger alone."
	first, second := review(ana, "4313344443.2."), review(ben, "4333344.4....")
	first.Submitted, first.Recommendation = daysAgo(1, 18), model.StrongYes
	first.Ratings[1].Note = "Three years of Tokio in production, and they can say why."
	first.Note = "Ask about the data race."
	second.Submitted, second.Recommendation = daysAgo(1, 20), model.No
	p.Record = p.Record.WithReview(mine).WithReview(first).WithReview(second)
	p.Record.Candidate.Decision = model.Decision{Stage: model.OnHold, By: ana, At: daysAgo(1, 19)}
	p.Record.Candidate.Tags = []model.Tag{{Name: "referral"}, {Name: "toronto", By: ana}}
	p.Row = model.NewRow(p.Role, p.Record, me, 3)
	return p
}

func history() intent.History {
	change := func(n uint64, by model.ID, at model.Time, f model.Facet, q model.RequirementID, before, after model.State) model.Change {
		return model.Change{Number: n, Candidate: amara, By: by, At: at, Facet: f, Requirement: q, Before: before, After: after}
	}
	quote := model.State{Quotes: []model.Quote{{Document: resume, From: 4, To: 6, Text: "…"}}}
	not := model.Decision{Stage: model.Rejected, Reason: model.Reason{Requirement: 2}}
	changes := []model.Change{
		change(1, ana, model.At(now.AddDate(0, -5, 0)), model.FacetDocuments, 0, model.State{}, model.State{Documents: documents()[:1]}),
		change(2, ana, daysAgo(9, 9), model.FacetTags, 0, model.State{}, model.State{Tags: []model.Tag{{Name: "referral"}}}),
		change(3, ben, daysAgo(1, 9), model.FacetDecision, 0, model.State{}, model.State{Decision: not}),
		change(5, me, daysAgo(0, 10), model.FacetRating, 2, model.State{}, model.State{Value: model.Meets}),
		change(6, me, daysAgo(0, 10), model.FacetRating, 2, model.State{Value: model.Meets}, model.State{}),
		change(7, me, daysAgo(0, 11), model.FacetRating, 2, model.State{}, model.State{Value: model.Exceeds}),
		change(8, me, daysAgo(0, 11), model.FacetQuotes, 2, model.State{}, quote),
		change(9, me, daysAgo(0, 12), model.FacetNote, 0, model.State{}, model.State{Note: "x"}),
		change(10, me, daysAgo(0, 13), model.FacetSubmission, 0, model.State{}, model.State{Submitted: daysAgo(0, 13)}),
	}
	changes[2].Unopened, changes[2].Batch = true, screentest.ID(99)
	changes[4].Undoes = 5
	return intent.History{Candidate: amara, Changes: changes}
}

// screen is the screen of so many cells and rows, told of a person, after keys.
func screen(t testing.TB, th theme.Theme, width, height int, p intent.Person, keys ...string) Model {
	t.Helper()
	m := New(setting(), th)
	m, _ = send(m, tea.WindowSizeMsg{Width: width, Height: height})
	m, _ = send(m, p)
	return press(m, keys...)
}

func send(m Model, msg tea.Msg) (Model, intent.Intent) {
	next, want := m.Update(msg)
	return next.(Model), want
}

// press gives keys; one that asks for the history is answered.
func press(m Model, keys ...string) Model {
	for _, k := range keys {
		var want intent.Intent
		m, want = send(m, screentest.Key(k))
		if _, ok := want.(intent.Look); ok {
			m, _ = send(m, history())
		}
	}
	return m
}
