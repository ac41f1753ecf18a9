package evidence

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"candid/model"
	"candid/model/outline"
)

// sent is a document that came in at the beginning of 2026.
var sent = model.Document{Sent: model.At(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))}

// find is what a checklist finds in lines.
func find(c model.Checklist, lines []string) map[model.RequirementID][]Found {
	return NewFinder(model.Role{Checklist: c}).Find(sent, lines).Found
}

// below is lines as they stand in a resume: below a name, a mail address and a heading.
func below(lines ...string) []string {
	return append([]string{"Amara Okafor", "amara@example.org", "", "EXPERIENCE", ""}, lines...)
}

// bullets is lines that are a bullet each.
func bullets(lines []string) []string {
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i] = "• " + lines[i]
	}
	return lines
}

// asking is a checklist of those texts, numbered from 1.
func asking(texts ...string) model.Checklist {
	c := model.Checklist{Version: 1}
	for i, text := range texts {
		c.Requirements = append(c.Requirements, model.Requirement{ID: model.RequirementID(i + 1), Weight: 1, Text: text})
	}
	return c
}

// backend is a checklist as postings for backend engineers have it.
func backend() model.Checklist {
	return asking(
		"4+ years of building and operating backend services in production.",
		"Good command of Rust and async programming; concurrency and profiling.",
		"Designs APIs (REST/gRPC), with authentication, rate limiting and caching.",
		"Relational data modelling (PostgreSQL) and event-driven systems.",
		"Tests at every level; feature flags and safe rollouts.",
		"Cloud platforms (AWS or GCP), containers and Kubernetes, CI/CD.",
		"Secure coding: OAuth, JWT, secrets management.",
		"Communicates well and takes ownership.",
		"Tokio, Axum, SQLx.",
		"Observability with Prometheus and Grafana; on-call.",
		"Terraform and networking.",
		"Payments or other regulated domains at high scale.",
		"Open-source work, talks or technical writing.",
	)
}

func TestOneLine(t *testing.T) {
	cases := []struct {
		name, asks, line string
		terms            string // "term>why", parted by spaces; "" where nothing is found
	}{
		{"the word itself", "Kubernetes", "Ran Kubernetes in two regions", "Kubernetes>Kubernetes"},
		{"another name of it", "Kubernetes", "Ran k8s in two regions", "k8s>Kubernetes"},
		{"asked by another name", "k8s in production", "Ran Kubernetes in two regions", "Kubernetes>Kubernetes"},
		{"a sign of it", "Kubernetes", "Moved forty services to EKS", "EKS>Kubernetes"},
		{"a sign of a sign", "Container orchestration", "Moved forty services to EKS", "EKS>Kubernetes_→_orchestration"},
		{"the other way about is no sign", "EKS", "Ran Kubernetes in two regions", ""},
		{"a library speaks to its language", "Fluent in Rust", "Built the gateway with Tokio and Axum", "Tokio>Rust Axum>Rust"},
		{"Postgres is PostgreSQL", "PostgreSQL", "tuned postgres", "postgres>PostgreSQL"},
		{"C++ is not C#", "C++", "Seven services in C#", ""},
		{"C++", "C++", "Seven services in C++17 and Python", "C++17>C++"},
		{"C#", "C#", "Seven services in C#.", "C#>C#"},
		{".NET", ".NET", "Seven services on .NET Core", ".NET_Core>.NET"},
		{"the end of a sentence is no .NET", ".NET", "Cast a wide.net of tests", ""},
		{"CI/CD", "CI/CD", "Set up CI/CD with GitLab", "CI/CD>CI/CD"},
		{"Node.js", "Node.js", "Wrote Node.js workers", "Node.js>Node.js"},
		{"Go is a language when it is written so", "Go", "Services in Go and Lua", "Go>Go"},
		{"to go is not", "Go", "Ready to go anywhere", ""},
		{"thousands parted by commas", "High-scale systems", "Kept 10,000 requests per second", "10,000_requests>high-scale"},
		{"REST is, rest is not", "REST APIs", "Took the rest of the year off", ""},
		{"inflection does not matter", "Caching", "Cached sessions; caches were cold", "Cached>caching caches>caching"},
		{"plural of a word the vocabulary lacks", "Beekeeping hives", "Kept nine hives and one hive alone", "hives>hives hive>hives"},
		{"promotions sell", "Marketing", "Planned the promotions of forty shops", "promotions>marketing"},
		{"a promotion to a post does not", "Marketing", "Led to my promotion to principal", ""},
		{"case does not matter", "Snowflake", "SNOWFLAKE tables", "SNOWFLAKE>data_warehouse|Snowflake"},
		{"accents do not matter", "Résumé parsing", "A resume parser that copes", "resume>Résumé"},
		{"hyphen or none", "event-driven systems", "An event driven ledger", "event_driven>event-driven"},
		{"one word or two", "microservices", "Micro-services of all kinds", "Micro-services>microservices"},
		{"a soft hyphen parts nothing", "microservices", "micro\u00adservices of all kinds", "micro\u00adservices>microservices"},
		{"a longer name counts as one term", "AWS", "On Amazon Web Services since 2015", "Amazon_Web_Services>AWS"},
		{"what advertisements say of everything asks for nothing", "Strong experience with Elixir", "Strong experience in sales", ""},
		{"a word that every resume has asks for too little alone", "Build software systems", "Built systems at work", ""},
		{"years asked, years told", "5+ years of work", "Engineer with 8 years in the trade", "8_years>5+_years"},
		{"years asked, a post with its dates", "5+ years of work", "Staff Engineer, Lumen Pay, 2021 – now", "2021_–_now>5+_years"},
		{"the dates of a school are none of work", "5+ years of work", "EDUCATION\n\nUniversity of Bergen, 2011 - 2015", ""},
		{"years are not asked for", "Rust", "Engineer with 8 years in the trade", ""},
		{"Chinese", "熟悉分布式系统", "设计过分布式系统", "分布式系统>distributed_systems"},
		{"Japanese beside Latin", "Rustの経験", "Rust製のAPI", "Rust>Rust"},
		{"Korean", "쿠버네티스 운영", "쿠버네티스 클러스터", "쿠버네티스>Kubernetes"},
		{"Cyrillic", "Опыт тестирования", "нагрузочное тестирования", "тестирования>testing"},
		{"a profile is no profiling", "Performance profiling", "A profile of ten services", ""},
		{"an ending that is asked for, in any case", "Performance profiling", "PROFILING of ten services", "PROFILING>performance_profiling"},
		{"a heading", "Open-source contributions", "OPEN SOURCE CONTRIBUTIONS", ""},
		{"a heading of work", "Leadership experience", "Work Experience", ""},
		{"a mail address", "Rust", "rust@example.org", ""},
		{"a link", "Rust", "https://example.org/rust/tokio", ""},
		{"a profile", "Rust and GitHub", "github.com/rust-fan/tokio", ""},
		{"words beside a link count", "Rust", "The crates that I keep in Rust: https://example.org/tokio", "Rust>Rust"},
		{"an empty line", "Rust", "", ""},
		{"a line without a word", "Rust", "— • — \xff", ""},
		{"a broken byte beside a word", "Rust", "\xffRust\xfe", "Rust>Rust"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range find(asking(c.asks), below(strings.Split(c.line, "\n")...))[1] {
				for _, term := range f.Terms {
					got = append(got, strings.ReplaceAll(term.Text+">"+term.Why, " ", "_"))
				}
			}
			s := strings.Join(got, " ")
			ok := s == c.terms
			if text, whys, alternatives := strings.Cut(c.terms, ">"); alternatives && strings.Contains(whys, "|") {
				for why := range strings.SplitSeq(whys, "|") {
					ok = ok || s == text+">"+why
				}
			}
			if !ok {
				t.Errorf("%q, want %q", s, c.terms)
			}
		})
	}
}

// numbered is n lines that begin alike.
func numbered(line string, n int) []string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprint(line, " ", i)
	}
	return lines
}

func TestOrderOfLines(t *testing.T) {
	cases := []struct {
		name, asks string
		lines      []string
		want       []int
	}{
		{"more things before fewer", "Rust, Kafka and Terraform", []string{"Wrote the ingest service in Rust last year", "Wrote the ingest service in Rust, from Kafka"}, []int{1, 0}},
		{"what was done before a list of words", "Kubernetes", []string{"Java, Kubernetes, SQL, Bash, Perl", "Moved all our clusters to Kubernetes without an outage"}, []int{1, 0}},
		{"the thing before a sign of it", "Kubernetes", []string{"Moved all our clusters to EKS without trouble", "Moved all our clusters to Kubernetes without trouble"}, []int{1, 0}},
		{"equal lines in the document's order", "Kubernetes", []string{"Ran Kubernetes here", "Ran Kubernetes there"}, []int{0, 1}},
		{"the same words again are said once", "Kubernetes", []string{"Ran Kubernetes for all the teams of the company", "Ran Kubernetes for all the teams of the company"}, []int{0}},
		{"at most eight", "Kubernetes", numbered("Ran Kubernetes in region", 20), []int{0, 1, 2, 3, 4, 5, 6, 7}},
		{"what was told already gives way to what was not", "AWS and Terraform", append(numbered("Ran it all on AWS in region", 12), "Terraform"), []int{0, 12, 1, 2, 3, 4, 5, 6}},
		{"the strongest of many are kept", "Kubernetes and Terraform", append(numbered("Ran Kubernetes in region", 9), "Ran Kubernetes with Terraform"), []int{9, 0, 1, 2, 3, 4, 5, 6}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []int
			lines := below(bullets(c.lines)...)
			for _, f := range find(asking(c.asks), lines)[1] {
				got = append(got, f.Line-len(below()))
				if f.Text != lines[f.Line] || f.Strength <= 0 || f.Strength > 1 {
					t.Errorf("%+v", f)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestAWordOfManyRequirementsSaysLessOfEach(t *testing.T) {
	line := below("Kept beehives of every kind for years")
	one := find(asking("Beehives", "Terraform"), line)[1][0].Strength
	many := find(asking("Beehives", "Beehives and Terraform", "More beehives"), line)[1]
	if len(many) > 0 && many[0].Strength >= one {
		t.Errorf("%v in three requirements, %v in one", many[0].Strength, one)
	}
}

func TestWhatARequirementIsAskedOfComesFirst(t *testing.T) {
	asks := asking("Fluency with Rust; concurrency, performance profiling.", "Deep Rust experience with async runtimes.")
	found := find(asks, below("• Tuned performance of the web shop, its benchmarks and profiling", "", "• Wrote the licence gateway in Rust"))[1]
	if len(found) < 2 || !strings.Contains(found[0].Text, "Rust") {
		t.Errorf("Rust is not first: %+v", found)
	}
}

func TestYearsOfAnotherTradeAreNone(t *testing.T) {
	role := model.Role{Title: "Backend Engineer", Checklist: asking("5+ years of professional software engineering experience.")}
	of := func(trade string) []Found {
		lines := strings.Split("Amara Okafor\namara@example.org\n\nSUMMARY\n\n"+trade+" with over 6 years of experience.\n\nEXPERIENCE\n\nNorthwind House | "+trade+" | May 2019 – May 2025\n• Kept the ward calm at night", "\n")
		return NewFinder(role).Find(sent, lines).Found[1]
	}
	if found := of("Registered nurse"); len(found) > 0 {
		t.Errorf("a nurse's: %+v", found)
	}
	if found := of("Backend engineer"); len(found) < 2 {
		t.Errorf("an engineer's: %+v", found)
	}
}

func TestACertificateSpeaksAsMuchAsWhatIsTold(t *testing.T) {
	lines := []string{"Amara Okafor", "amara@example.org", "", "CERTIFICATES", "", "Certified Kubernetes Administrator, 2021"}
	found := find(asking("Kubernetes"), lines)[1]
	told := find(asking("Kubernetes"), below("• Was the Kubernetes administrator of the shop"))[1]
	if len(found) != 1 || len(told) != 1 || found[0].Strength < told[0].Strength {
		t.Errorf("found %+v beside %+v", found, told)
	}
}

func TestThingsInBracketsTellLittle(t *testing.T) {
	asks := asking("Caching and storage.")
	found := find(asks, below("• Ran the platform of the shop (Kubernetes, ElastiCache, Varnish, Grafana)", "", "• Brought caching to the shop"))[1]
	if len(found) == 0 || !strings.Contains(found[0].Text, "Brought") {
		t.Fatalf("what is told is not first: %+v", found)
	}
	if found := find(asks, below("• Ran the platform of the shop (Kubernetes, caching, Grafana)"))[1]; len(found) != 1 {
		t.Errorf("what is asked for by its name is not found in brackets: %+v", found)
	}
}

func TestNothingIsFoundWhereNothingSpeaks(t *testing.T) {
	lines := []string{"Baker, Corner Bakery", "Baked bread and rolls for forty cafés", "Cleaned ovens", "555-0100", "baker@example.org", "EDUCATION", "Hobbies: chess"}
	if found := find(backend(), lines); len(found) != 0 {
		t.Errorf("%v", found)
	}
	if found := find(model.Checklist{}, lines); len(found) != 0 {
		t.Errorf("an empty checklist finds %v", found)
	}
	if found := find(backend(), nil); len(found) != 0 {
		t.Errorf("no lines, and found %v", found)
	}
}

func TestStrongest(t *testing.T) {
	readings := []Reading{{Findings: Findings{Found: map[model.RequirementID][]Found{1: {{Line: 3, Strength: 0.4}}}}}, {Findings: Findings{Found: map[model.RequirementID][]Found{1: {{Line: 5, Strength: 0.6}}}}}}
	if i, f, ok := Strongest(readings, 1); i != 1 || f.Line != 5 || !ok {
		t.Errorf("%d, %+v, %v", i, f, ok)
	}
	if _, _, ok := Strongest(readings, 2); ok {
		t.Error("something for a requirement that nothing was found for")
	}
}

var headlines = []string{
	"Staff Engineer, Lumen Pay, 2021 – now", "Software Engineer, Harbor Freight Labs, March 2014 – June 2019", "Backend Developer, Acme Ltd, 2009 - 2013",
}

var sentences = []string{
	"• Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12 ms at 9,000 req/s.",
	"• Led on-call for six services, set SLOs with the product team and wrote the runbooks.",
	"• Earlier: payments API in Go and Postgres, with OAuth and rate limiting.",
	"• Rust, Go, SQL, Terraform, AWS, Docker", "• Java · Kotlin · Spring Boot",
	"• Maintainer of an open-source crate with 2,000 stars; spoke at a meetup about it.",
	"• Introduced contract tests and canary releases; cut rollbacks by half.",
	"• Organised the village fair and its accounts.",
	"• Moved 40 services to EKS with GitHub Actions and Argo CD.", "• 熟悉 Rust 与分布式系统", "• Erfahrung mit verteilten Systemen",
	"• Engineer with 8 years of experience in backend services",
}

// resume is about n lines as a resume has them: posts, and bullets below each.
func resume(r *rand.Rand, n int) []string {
	lines := below()
	for len(lines) < n {
		lines = append(lines, "", headlines[r.IntN(len(headlines))])
		for range 2 + r.IntN(5) {
			lines = append(lines, sentences[r.IntN(len(sentences))])
		}
	}
	return lines
}

// The same document gives the same again, from one Finder or from many, and the Finder may be shared.
func TestFindIsDeterministic(t *testing.T) {
	f, r := NewFinder(model.Role{Checklist: backend()}), rand.New(rand.NewPCG(1, 1))
	for range 20 {
		lines := resume(r, 60)
		want := find(backend(), lines)
		results := make(chan map[model.RequirementID][]Found)
		for range 4 {
			go func() { results <- f.Find(sent, lines).Found }()
		}
		for range 4 {
			if got := <-results; !reflect.DeepEqual(got, want) {
				t.Fatal("two readings of one document differ")
			}
		}
	}
}

// A line that speaks to nothing, put anywhere, changes neither the order nor the strength of the others.
func TestAnUnrelatedLineChangesNothing(t *testing.T) {
	f, r := NewFinder(model.Role{Checklist: backend()}), rand.New(rand.NewPCG(2, 2))
	for range 50 {
		lines := resume(r, 20)
		at := r.IntN(len(lines) + 1)
		for at == 0 || !strings.HasPrefix(lines[at-1], "•") {
			at = r.IntN(len(lines) + 1)
		}
		before, after := f.Find(sent, lines).Found, f.Find(sent, slices.Insert(slices.Clone(lines), at, "• Grew tomatoes on the balcony.")).Found
		for _, found := range after {
			for i := range found {
				if f := &found[i]; f.Line >= at {
					f.Line, f.From, f.To = f.Line-1, f.From-1, f.To-1
					for i := range f.Terms {
						f.Terms[i].Line--
					}
				}
			}
		}
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("an unrelated line at %d changed what was found:\n%s\n%v\n%v", at, strings.Join(lines, "\n"), before, after)
		}
	}
}

func checkFound(t *testing.T, lines []string, all map[model.RequirementID][]Found) {
	t.Helper()
	for id, found := range all {
		if len(found) == 0 || len(found) > most {
			t.Fatalf("%v has %d lines", id, len(found))
		}
		for i, f := range found {
			if f.From < 0 || f.Line < f.From || f.Line >= f.To || f.To > len(lines) || f.Text != lines[f.Line] || !(f.Strength > 0 && f.Strength <= 1) || len(f.Terms) == 0 {
				t.Fatalf("%v: %+v", id, f)
			}
			if i > 0 && (found[i-1].Strength < f.Strength || found[i-1].Line == f.Line && found[i-1].Kind == f.Kind) {
				t.Fatalf("%v: line %d stands below a weaker one, or twice", id, f.Line)
			}
			line, end := f.From, 0
			for _, term := range f.Terms {
				if term.Line != line {
					end = 0
				}
				if term.Line < line || term.Line >= f.To {
					t.Fatalf("%v: term %+v is not of the lines %d to %d", id, term, f.From, f.To)
				}
				line = term.Line
				text := lines[line]
				if term.From < end || term.To <= term.From || term.To > len(text) || text[term.From:term.To] != term.Text || term.Why == "" {
					t.Fatalf("%v: term %+v of %q", id, term, text)
				}
				end = term.To
				if !utf8.ValidString(text) {
					continue // every broken byte is a character of its own
				}
				if !utf8.RuneStart(text[term.From]) || term.To < len(text) && !utf8.RuneStart(text[term.To]) {
					t.Fatalf("%v: term %+v cuts a character of %q", id, term, text)
				}
			}
		}
	}
}

// Whatever a requirement asks and a document says, what is found lies within it.
func FuzzFind(f *testing.F) {
	for _, s := range sentences {
		f.Add("Rust and async; 5+ years", s)
		f.Add(s, s)
	}
	f.Add("C++ C# .NET", "C++ 10M users\nC# .net\xff\u0301")
	f.Fuzz(func(t *testing.T, asks, text string) {
		lines := strings.Split(text, "\n")
		c := asking(asks, "Kubernetes and C++", "3+ years")
		checkFound(t, lines, find(c, lines))
		finder := NewFinder(model.Role{Checklist: c})
		for i := range lines[:min(len(lines), 8)] {
			if len(finder.Explain(sent, lines, i, 1)) == 0 {
				t.Fatalf("nothing is said of line %d", i)
			}
		}
	})
}

func TestVocabulary(t *testing.T) {
	v, err := parseVocabulary(vocabularyText)
	if err != nil {
		t.Fatal(err)
	}
	for n, e := range v.entries {
		for _, p := range v.speaking(n) {
			if len(p.stems) == 0 && p.section == outline.NoSection || p.weight < faintest || p.weight > same || p.way == "" {
				t.Errorf("%s: %+v", e.name, p)
			}
		}
		found := find(asking(e.name), below("We used "+e.name+" every day"))
		if len(found[1]) == 0 && !e.asked[0].faint {
			t.Errorf("%s does not speak to itself", e.name)
		}
	}
	for name, list := range map[string]map[string]bool{"stop": v.stop, "common": v.common} {
		if len(list) == 0 {
			t.Errorf("the list %q is empty", name)
		}
	}
	for w := range maps.Keys(v.stop) {
		if v.common[w] {
			t.Errorf("%q is both stop and common", w)
		}
	}
}

func TestVocabularyGrammar(t *testing.T) {
	v, err := parseVocabulary(`
# a comment
Rust = Rustlang ; borrow checker
Axum (Rust web framework) : Rust, services ; "tower layers" ~ hyper
services? = service desk
Kubernetes = k8s : orchestration
EKS = Elastic Kubernetes Service : Kubernetes
orchestration : Kubernetes
stop: a an the`)
	if err != nil {
		t.Fatal(err)
	}
	if e := v.entries[v.at["Axum"]]; e.gloss != "Rust web framework" {
		t.Errorf("Axum is %q", e.gloss)
	}
	ways := func(name string) string {
		var all []string
		for _, s := range v.speaking(v.at[name]) {
			all = append(all, fmt.Sprintf("%s %.2f %s", strings.Join(s.stems, "+"), s.weight, s.way))
		}
		return strings.Join(all, "; ")
	}
	for name, want := range map[string]string{
		"Rust":          "rust 1.00 Rust; rustlang 1.00 Rust; axum 0.80 Rust; tower+layer 0.64 Axum → Rust; borrow+checker 0.80 Rust",
		"orchestration": "orchestrat 1.00 orchestration; kubernet 0.80 orchestration; k8s 0.80 Kubernetes → orchestration; eks 0.64 Kubernetes → orchestration; elastic+kubernet+servic 0.64 EKS → Kubernetes → orchestration",
		"services":      "servic 0.30 services; servic+desk 1.00 services; axum 0.80 services; tower+layer 0.64 Axum → services",
		"EKS":           "eks 1.00 EKS; elastic+kubernet+servic 1.00 EKS",
	} {
		if got := ways(name); got != want {
			t.Errorf("%s: %s\nwant %s", name, got, want)
		}
	}
	for text, says := range map[string]string{
		"Rust = a\nRust = b":       "line 2: \"Rust\" stands here for the second time",
		"\n= a":                    "line 2: nothing stands before = a",
		"Rust =":                   "nothing stands after Rust =",
		"Rust = a,, b":             "\"\" has no word",
		"Rust = a, !":              "\"!\" has no word",
		"Axum : Rust":              "line 1: \"Axum\" is of the family \"Rust\", which is no entry",
		"Axum ; a = b":             "\"=\" cannot stand after \";\"",
		"Axum = a = b":             "\"=\" cannot stand after \"=\"",
		"Axum (Rust web framework": "what \"Axum\" is has to stand in ( and )",
		"Axum ()":                  "what \"Axum\" is has to stand in ( and )",
	} {
		if _, err := parseVocabulary(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %s", text, err, says)
		}
	}
}

func TestGrouped(t *testing.T) {
	for text, want := range map[string]int{"10,000": 6, "10,000/s": 6, "1,000,000": 9, "10.000": 6, "1.500.000 users": 9, "200.000": 7,
		"99.999": 0, "1,000": 0, "2.500": 0, "10,00": 0, "10,0000": 0, "0,000": 0, "127.000.000.1": 11, "10": 0, "": 0, "10,": 0, "12,345,67": 6} {
		if got := grouped(text); got != want {
			t.Errorf("grouped(%q) is %d, want %d", text, got, want)
		}
	}
}

func TestStem(t *testing.T) {
	for want, words := range map[string]string{
		"migrat": "migrate migrated migrating migration migrations", "cach": "cache caches cached caching", "queri": "query queries queried",
		"model": "model models modeling modelling modelled", "test": "test tests testing tested", "proces": "process processes processing processed",
		"polici": "policy policies", "run": "run runs", "string": "string strings", "kubernet": "kubernetes", "redis": "redis", "production": "production",
		"need": "need needs needed", "#many": "10m 50k 2bn", "s3": "s3", "c++": "c++",
	} {
		for w := range strings.FieldsSeq(words) {
			if got := string(stem([]byte(w))); got != want {
				t.Errorf("%s gives %s, want %s", w, got, want)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	f := NewFinder(model.Role{Checklist: backend()})
	for _, n := range []int{60, 10000} {
		lines := resume(rand.New(rand.NewPCG(3, 3)), n)
		b.Run(fmt.Sprint(n, " lines"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Find(sent, lines)
			}
		})
	}
}

func BenchmarkVocabulary(b *testing.B) {
	for b.Loop() {
		if _, err := parseVocabulary(vocabularyText); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewFinder(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewFinder(model.Role{Checklist: backend()})
	}
}

// A line made of nothing but words that are asked for is pointed at like any other, and no more of it is noted than anybody would
// look at.
func TestLineOfTermsAlone(t *testing.T) {
	found := find(asking("Rust and Kubernetes"), []string{strings.Repeat("Rust ", 20_000), strings.Repeat("Kubernetes and Rust, ", 5_000)})[1]
	if len(found) != 2 {
		t.Fatalf("%d lines", len(found))
	}
	for _, f := range found {
		if n := len(f.Terms); n == 0 || n > mostMarks {
			t.Errorf("%d terms in line %d", n, f.Line)
		}
	}
}

// What lines cost that are made to be slow: of megabytes, with nothing in them but what is looked at closely.
func BenchmarkLinesMadeToBeSlow(b *testing.B) {
	f := NewFinder(model.Role{Checklist: backend()})
	for _, of := range []string{"Rust ", "https://example.org/ ", "a@example.org ", "5 years, 2019 - 2020 ", "micro-"} {
		line := []string{strings.Repeat(of, 1<<20/len(of))}
		b.Run(strings.TrimSpace(of), func(b *testing.B) {
			b.SetBytes(int64(len(line[0])))
			for b.Loop() {
				f.Find(sent, line)
			}
		})
	}
}

// What is found in a document does not depend on the documents that were looked through before it.
func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	f, r := NewFinder(model.Role{Checklist: backend()}), rand.New(rand.NewPCG(4, 4))
	documents := make([][]string, 12)
	for i := range documents {
		documents[i] = resume(r, 10+5*i)
	}
	found := make([]Findings, len(documents))
	for i, lines := range documents {
		found[i] = f.Find(sent, lines)
	}
	for _, i := range r.Perm(len(documents)) {
		if !reflect.DeepEqual(f.Find(sent, documents[i]), found[i]) {
			t.Fatalf("document %d", i)
		}
	}
}
