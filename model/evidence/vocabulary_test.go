package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// key is what tells one phrase from another.
func (p phrase) key() string {
	return fmt.Sprint(strings.Join(p.stems, " "), "|", p.exact, "|", p.fold)
}

// No phrase stands twice in an entry, none asks for two entries, and every entry is asked for by its name and by no word that
// every advertisement has.
func TestVocabularyEntries(t *testing.T) {
	r := known()
	owner := map[string]string{}
	for _, e := range r.entries {
		own := map[string]bool{}
		for i, p := range slices.Concat(e.phrases, e.signs, e.hints) {
			key := newPhrase(p).key()
			if strings.HasPrefix(p, sectionMark) {
				continue
			}
			if own[key] {
				t.Errorf("%s: %q stands twice", e.name, p)
			}
			own[key] = true
			if i >= len(e.phrases) {
				continue
			}
			if other := owner[key]; other != "" {
				t.Errorf("%q asks for %s and for %s", p, other, e.name)
			}
			owner[key] = e.name
		}
		for _, p := range e.asked {
			if len(p.stems) == 1 && p.exact == "" && (r.stop[p.stems[0]] || r.common[p.stems[0]]) {
				t.Errorf("%s would be asked for by %q, which says nothing", e.name, p.stems[0])
			}
		}
		for _, family := range e.families {
			if bare(family) == e.name {
				t.Errorf("%s is its own family", e.name)
			}
		}
		if !slices.ContainsFunc(r.read(e.name), func(x part) bool { return x.name == e.name }) {
			t.Errorf("%s is not asked for by its name", e.name)
		}
	}
}

func TestVocabularyLinesGoOn(t *testing.T) {
	v, err := parseVocabulary("Rust = Rustlang,\n    rustc\n  ; borrow checker\n\nAxum : Rust\nstop: a\n    an")
	if err != nil {
		t.Fatal(err)
	}
	if e := v.entries[0]; !slices.Equal(e.phrases, []string{"Rust", "Rustlang", "rustc"}) || !slices.Equal(e.signs, []string{"borrow checker"}) || !v.stop["an"] {
		t.Errorf("%+v, %v", e, v.stop)
	}
	if _, err := parseVocabulary("Rust =\n  rustc\n  : Ferris"); err == nil || !strings.Contains(err.Error(), "line 1:") {
		t.Errorf("%v", err)
	}
}

// ways is what a line of work says to a requirement: "words > what they speak to".
func ways(asks, line string) string {
	var all []string
	for _, f := range find(asking(asks), []string{"EXPERIENCE", "", "- " + line + "."})[1] {
		for _, term := range f.Terms {
			all = append(all, term.Text+" > "+term.Why)
		}
	}
	return strings.Join(all, "; ")
}

func TestVocabularySpeaks(t *testing.T) {
	for _, c := range []struct{ asks, line, way string }{
		// Things by other names, and by what they are a sign of.
		{"Rust", "rust, go and kubernetes in a team of four", "rust, go > Rust"},
		{"Rust", "Wrote a gateway with Axum", "Axum > Rust"},
		{"Diesel", "Moved the models from raw SQL to Diesel.rs", "Diesel.rs > Diesel ORM"},
		{"Go", "Golang services on bare metal", "Golang > Go"},
		{"Java", "Built the ledger with Spring Boot and Kafka", "Spring Boot > Java"},
		{"Java", "Spring MVC front office", "Spring MVC > Spring Boot → Java"},
		{"Java/Spring", "Wrote the shop in Java and Spring", "Java > Java"},
		{"Python", "Celery workers behind Django", "Django > Python"},
		{"Python", "Data cleaning with pandas for forty hospitals", "pandas > Python"},
		{"JavaScript", "Rewrote the front end in TypeScript", "TypeScript > JavaScript"},
		{"Containers, orchestration and CI/CD", "Dockerized the builds", "Dockerized > containers"},
		{"SQLx/Diesel", "Moved the models to SQLx", "SQLx > SQLx"},
		{"React", "screens in react, redux and css", "react > React"},
		{"Node.js", "An Express.js proxy for partners", "Express.js > Node.js"},
		{"C#", "ASP.NET services for a brewery", "ASP.NET > C#"},
		{"PHP", "Shops in Laravel", "Laravel > PHP"},
		{"Ruby", "Queues with Sidekiq", "Sidekiq > Ruby"},
		{"React", "Redux stores for the booking flow", "Redux > React"},
		{"Frontend experience", "Screens in Vue.js", "Vue.js > frontend"},
		{"PostgreSQL", "Tuned Postgres for a museum", "Postgres > PostgreSQL"},
		{"PostgreSQL", "psql scripts and PgBouncer", "PgBouncer > PostgreSQL"},
		{"Relational databases", "MariaDB for three shops", "MariaDB > MySQL → relational database"},
		{"NoSQL databases", "Stored sensor readings in Cassandra", "Cassandra > NoSQL"},
		{"Message queues", "Moved the orders to RabbitMQ", "RabbitMQ > message queue"},
		{"Event-driven systems", "Moved the orders to RabbitMQ", "RabbitMQ > message queue → event-driven"},
		{"Event-driven systems", "Kafka jobs for billing", "Kafka > message queue → event-driven"},
		{"AWS", "Step Functions for the invoices", "Step Functions > AWS"},
		{"Cloud experience", "Ran it on GKE", "GKE > GCP → cloud"},
		{"Kubernetes", "Moved forty services to EKS", "EKS > Kubernetes"},
		{"Kubernetes", "Helm charts for all teams", "Helm charts > Helm → Kubernetes"},
		{"Containers", "Dockerized the builds", "Dockerized > containers"},
		{"CI/CD", "Pipelines in GH Actions", "GH Actions > GitHub Actions → CI/CD"},
		{"CI/CD", "Jenkinsfiles for nine teams", "Jenkinsfiles > Jenkins → CI/CD"},
		{"Infrastructure as code", "Wrote Terragrunt modules", "Terragrunt > Terraform → infrastructure-as-code"},
		{"Infrastructure as code", "Chef cookbooks for the fleet", "Chef cookbooks > Chef configuration → infrastructure-as-code"},
		{"Observability", "Alerts with PromQL", "PromQL > Prometheus → observability"},
		{"Observability", "OTel spans through four services", "OTel > OpenTelemetry → observability"},
		{"SLOs", "Held 99.95 over two years", "99.95 > SLO"},
		{"On-call", "Wrote the runbooks and carried the pager", "pager > on-call"},
		{"Feature flags", "Brought in LaunchDarkly", "LaunchDarkly > feature flags"},
		{"Safe rollouts", "Canary releases with automatic rollbacks", "Canary releases > safe rollouts"},
		{"Zero-downtime migrations", "Moved the ledger without downtime", "without downtime > zero-downtime migrations"},
		{"Secrets management", "Keys in HashiCorp Vault", "HashiCorp Vault > Vault → secrets management"},
		{"Least privilege", "Cut down IAM policies", "IAM policies > least privilege"},
		{"Secure coding", "SAST in every pipeline", "SAST > secure coding"},
		{"Security", "Led two penetration tests", "penetration tests > security"},
		{"OAuth/OIDC", "Login by OpenID Connect", "OpenID Connect > OIDC"},
		{"Compliance-heavy environments", "Took the service through SOC 2", "SOC 2 > compliance-heavy"},
		{"Fintech", "Card payments for three banks", "payments > fintech"},
		{"Health domain", "Read FHIR bundles", "FHIR > health"},
		{"Privacy", "Anonymised data under GDPR", "GDPR > privacy"},
		{"High-scale systems", "Served 10k req/s on four machines", "10k req/s > high-scale"},
		{"High-scale systems", "For 3M users in nine countries", "3M users > high-scale"},
		{"Low-latency systems", "Held p99 under 5 ms", "p99 > low-latency"},
		{"Performance profiling", "Found the hot path with flame graphs", "hot path > performance profiling"},
		{"Concurrency", "A work-stealing scheduler", "work-stealing > concurrency"},
		{"Automated testing", "Contract tests between teams", "Contract tests > testing"},
		{"Machine learning", "Fine-tuned BERT for invoices", "BERT > NLP → machine learning"},
		{"Data warehouse", "Tables in Snowflake", "Snowflake > data warehouse"},
		{"Data pipelines", "Airflow DAGs for finance", "Airflow > data pipelines"},
		{"Open source contributions", "Maintainer of a parser on crates.io", "Maintainer of > open-source"},
		{"Technical talks", "Spoke at a meetup of embedded people", "Spoke at > talks"},
		{"Technical writing", "Author of a tech blog on storage", "tech blog > technical writing"},
		// Words in the company that makes them say it.
		{"Automated testing", "Wrote tests for the parser of a bakery", "Wrote tests > testing"},
		{"Automated testing", "Development and testing of till software", "Development and testing > testing"},
		{"Caching", "A Redis cache before the catalogue", "Redis cache > caching"},
		{"Cloud experience", "Moved two museums to the cloud", "to the cloud > cloud"},
		{"API design", "Built web services for couriers", "Built web services > API"},
		{"Fintech", "Matching engine of a small exchange", "Matching engine > trading → fintech"},
		{"High-scale systems", "Ran large-scale systems for a ferry line", "large-scale systems > high-scale"},
		{"Observability", "Monitored services of nine towns", "Monitored services > observability"},
		{"Safe rollouts", "Rollbacks within a minute", "Rollbacks > safe rollouts"},
		{"Automated testing", "Kernel selftests for a file system", "selftests > testing"},
		{"Single sign-on", "Ran Shibboleth for a university", "Shibboleth > SSO"},
		{"Secrets management", "Keys in a hardware security module", "hardware security module > secrets management"},
		{"Security", "Wrote threat detection for ships", "threat detection > security"},
		{"Networking", "NAT traversal for cameras", "NAT traversal > networking"},
		{"Memory safety", "Mended a double free in a parser", "double free > memory safety"},
		{"Concurrency", "Removed lock contention from a scheduler", "lock contention > concurrency"},
		{"Data modeling", "Reviewed the DDL of four teams", "DDL > data modeling"},
		{"Databases", "Point-in-time recovery for a hospital", "Point-in-time recovery > database"},
		{"Databases", "Logical replication between two sites", "Logical replication > database"},
		{"Backend services", "A licence server written in OCaml", "server written in > backend services"},
		{"Backend services", "Game server for a card game", "Game server > backend services"},
		{"Production-grade services", "Looked after production servers of a theatre", "production servers > production-grade services"},
		{"Fintech", "Microloans for farmers", "Microloans > fintech"},
		{"Fintech", "Payouts to nine thousand drivers", "Payouts > payments → fintech"},
		{"Fintech", "Credit limits for shops", "Credit limits > fintech"},
		{"Health domain", "Screens for clinicians", "clinicians > health"},
		{"High-scale systems", "Held 4,000 requests/second", "requests/second > high-scale"},
		{"High-scale systems", "Sensors in 2M+ endpoint devices", "2M+ endpoint > high-scale"},
		{"High-scale systems", "Moved 3 PB of pictures", "PB of > high-scale"},
		{"Open source contributions", "Ruby gem for calendars", "Ruby gem > open-source"},
		{"Open source contributions", "Had eleven accepted patches", "accepted patches > open-source"},
		{"Open source contributions", "Contributed to LLVM", "Contributed to LLVM > open-source"},
		{"Technical writing", "Published research on tides", "Published research > technical writing"},
		{"Technical writing", "Two research papers about queues", "research papers > technical writing"},
		{"Technical talks", "Presented research to forty engineers", "Presented research > talks"},
		{"Zero-downtime migrations", "Migration sans coupure de la boutique", "sans coupure > zero-downtime"},
		{"Event-driven systems", "Order mails by topics with a dead letter queue", "dead letter queue > event-driven"},
		{"Least privilege", "Access reviews for two banks", "Access reviews > least privilege"},
		{"SLOs", "Held production readiness talks with teams", "production readiness > SLO"},
		{"API design", "REST endpoints for a zoo", "REST endpoints > API"},
		{"Performance profiling", "Vectorised the inner loop of a filter", "Vectorised > performance profiling"},
		{"Performance profiling", "Shorter GC pauses in a chat", "GC pauses > performance profiling"},
		{"Concurrency", "Found a data race in the scheduler", "data race > concurrency"},
		{"SLOs", "Cut the MTTR by half", "MTTR > SLO"},
		{"Fintech", "Payroll for nine bakeries", "Payroll > fintech"},
		{"Low-latency systems", "An ad exchange for papers", "ad exchange > low-latency"},
		{"High-scale systems", "Moved 5 TB of data in a day", "TB of data > high-scale"},
		{"Open source contributions", "Merged PRs into a compiler", "Merged PRs > open-source"},
		{"On-call", "Incident commander of the port", "Incident commander > on-call"},
		{"Backend services", "Billing service of a gas works", "Billing service > backend services"},
		{"Automated testing", "QA engineer of three teams", "QA engineer > "},
		{"Data modeling", "Designed normalised schemas for a library", "normalised schemas > data modeling"},
		{"Containers", "Dockerised an old payroll", "Dockerised > containers"},
		{"Secure coding", "Password hashing in a forum", "Password hashing > secure coding"},
		{"Zero-downtime migrations", "Moved the library without service interruption", "without service interruption > zero-downtime"},
		{"Infrastructure as code", "Automated provisioning of kiosks", "Automated provisioning > infrastructure-as-code"},
		{"Fintech", "Loan approval for students", "Loan approval > fintech"},
		{"High-scale systems", "Kept a toy shop up on Black Friday", "Black Friday > high-scale"},
		{"Open source contributions", "Contributed bug fixes to a mail server", "Contributed bug fixes > open-source"},
		{"Technical writing", "Developer documentation of a map service", "Developer documentation > technical writing"},
		{"Health domain", "Patient monitoring at home", "Patient monitoring > health"},
		{"Backend services", "Worked on the server side of a card game", "server side of > backend services"},
		{"Technical talks", "Organised meetups of gardeners who program", "Organised meetups > talks"},
		{"Health domain", "Drug discovery by screening", "Drug discovery > health"},
		{"Fintech", "Reconciliation service of a co-operative", "Reconciliation service > fintech"},
		{"Concurrency", "Fine-grained locking of a tree", "Fine-grained locking > concurrency"},
		// Qualities.
		{"Communication skills", "Explained delays to senior management", "to senior management > communication"},
		{"Fast-moving environments", "Wore many hats", "Wore many hats > fast-moving"},
		{"Ownership", "Managed the team of a bakery", "Managed the team > ownership"},
		{"Ambiguous environments", "First backend hire", "First backend > ambiguous"},
		{"Communication skills", "Presented quarterly figures to executives", "Presented quarterly > communication"},
		{"Ownership", "Sole developer of the booking system", "Sole developer > ownership"},
		{"Ownership", "Took over the billing and kept it for four years", "Took over the > ownership"},
		{"Mentoring", "Tutored first-year students", "Tutored > mentoring"},
		{"Mentoring", "Onboarded five new joiners", "Onboarded > mentoring"},
		{"Communication skills", "Presented findings to the board", "Presented findings > communication"},
		{"Leadership", "Led a team of six in two towns", "Led a team > leadership"},
		{"Collaboration", "Paired with design in a cross-functional group", "cross-functional > collaboration"},
		{"Bias for action", "Won a hackathon with a working prototype", "working prototype > bias for action"},
		{"Ambiguous environments", "First engineer of a start-up", "First engineer > ambiguous"},
		{"Problem solving", "Tracked down a data race of two years", "Tracked down > problem solving"},
		{"Attention to detail", "Proofread the annual report", "Proofread > attention to detail"},
		{"Customer focus", "Turned user interviews into a backlog", "user interviews > customer focus"},
		// Other fields.
		{"Critical care nursing", "Staff nurse in the ICU of a city hospital", "ICU > "},
		{"BLS certification", "CPR and first aid, renewed every year", "CPR > BLS"},
		{"Electronic health records", "Charted in EpicCare and Cerner", "EpicCare > Epic EHR → EHR"},
		{"Accounting", "Closed the month under US GAAP", "US GAAP > GAAP → accounting"},
		{"Accounts payable", "Vendor invoices, 400 a month", "Vendor invoices > accounts payable"},
		{"Month-end close", "Monatsabschluss für drei Firmen", "Monatsabschluss > month-end close"},
		{"Forklift license", "Staplerschein seit 2015", "Staplerschein > forklift"},
		{"Mentoring new nurses", "Precepted graduates on nights", "Precepted > mentoring"},
		{"Account management", "Kept forty key accounts", "key accounts > account management"},
		{"Sales", "Key account manager for breweries", "Key account manager > account management → sales"},
		{"Hospitality", "Waitress in a mountain inn", "Waitress > restaurant service → hospitality"},
		{"Litigation", "Took depositions in twelve cases", "depositions > litigation"},
		// Other languages.
		{"Erfahrung mit verteilten Systemen", "Built distributed systems", "distributed systems > distributed systems"},
		{"Distributed systems", "Verteilte Systeme und Datenbanken", "Verteilte Systeme > distributed systems"},
		{"Bases de données", "Ran MySQL for a school", "MySQL > relational database → database"},
		{"Pruebas automatizadas", "Unit tests for each module", "Unit tests > testing"},
		{"Опыт тестирования", "Интеграционные тесты на Python", "Интеграционные тесты > integration testing → testing"},
		{"微服务", "Cut a monolith into microservices", "microservices > microservices"},
		{"Microservices", "マイクロサービスを設計", "マイクロサービス > microservices"},
		{"Data modeling", "Abfrageoptimierung für ein Archiv", "Abfrageoptimierung > data modeling"},
		{"Containers", "Betrieb in Containern", "Containern > containers"},
		{"Backend services", "Разработал серверную часть театральной кассы", "серверную часть > backend services"},
		{"Ownership", "Руководил командой из пяти человек", "Руководил > ownership"},
		{"Fintech", "Système de paiement pour une boulangerie", "Système de paiement > payments → fintech"},
		{"High-scale systems", "Millones de usuarios en nueve países", "Millones de usuarios > high-scale"},
		{"Networking", "负责负载均衡", "负载均衡 > networking"},
		{"Open source contributions", "Contributeur à un tableur libre", "Contributeur à > open-source"},
		{"Cloud experience", "Despliegue en la nube", "en la nube > cloud"},
		{"Buchhaltung", "Bookkeeping for a bakery", "Bookkeeping > accounting"},
		{"Gestion de projet", "Project manager of a bridge", "Project manager > project management"},
	} {
		if got := ways(c.asks, c.line); !strings.Contains(got, c.way) {
			t.Errorf("%q, %q: %q, want %q", c.asks, c.line, got, c.way)
		}
	}
}

func TestVocabularyKeepsSilent(t *testing.T) {
	for _, c := range []struct{ asks, line string }{
		// Words that are also something else.
		{"Java", "Went to the Spring festival"},
		{"Java", "Spring 2019: exchange semester"},
		{"Rust", "Treated rust removal on forty cars"},
		{"Rust", "Overhauled diesel engines"},
		{"Go", "Ready to go anywhere"},
		{"C++", "Vitamin C studies"},
		{"Swift", "Known for swift answers"},
		{"SQL", "Worked at Oracle in Lisbon"},
		{"Python", "Cleaned a flask in the lab"},
		{"Python", "Carrots and celery from the garden"},
		{"Spreadsheets", "Helped pupils excel"},
		{"React", "Quick to react to alarms"},
		{"JavaScript", "Took the night express to Vienna"},
		{"Machine learning", "X-ray and ray diagrams"},
		{"Data visualization", "Ran the 100 m dash"},
		{"Infrastructure as code", "Sous chef in a hotel"},
		{"Infrastructure as code", "Built puppets for the theatre"},
		{"Infrastructure as code", "Packer in a toy factory"},
		{"CI/CD", "Flew a drone over fields"},
		{"CI/CD", "Furniture of bamboo"},
		{"CI/CD", "Git for all sources"},
		{"Secrets management", "Pole vault champion"},
		{"Container orchestration", "Honorary consul of Malta"},
		{"Container orchestration", "Orchestrated the school concert"},
		{"Design tools", "Wrote a comedy sketch"},
		{"GraphQL", "Ran in the relay race"},
		{"CSS", "Bootstrapped the company from nothing"},
		{"R", "Ran marathons"},
		{"Perl", "Pearls and jewels"},
		{"Apache Spark", "Sparked interest in reading"},
		{"Observability", "Stood sentry in the army"},
		{"End-to-end testing", "Planted cypress and pine"},
		{"Kubernetes", "Stood at the helm of a ship"},
		{"System administration", "Access to the vault of a bank"},
		{"Polish", "Floors to sand and polish"},
		// Words that say something else in this company.
		{"Automated testing", "Penetration testing for a broker"},
		{"Automated testing", "Tested a new recipe"},
		{"Automated testing", "Blood tests of forty donors"},
		{"Cloud experience", "Drew point clouds of bridges"},
		{"API design", "Amazon Web Services"},
		{"Caching", "Databases: PostgreSQL and Redis"},
		{"Authentication", "EC2, IAM and RDS for a brewery"},
		{"Event-driven systems", "A player for video streaming"},
		{"Data modeling", "A schema of the nervous system"},
		{"Fintech", "Trading of stamps"},
		{"High-scale systems", "Maps at scale 1:500"},
		{"Observability", "A monitor of 24 inches"},
		{"Performance profiling", "Packet filters in eBPF"},
		{"Safe rollouts", "Roll-out of the new uniforms"},
		{"Infrastructure as code", "Helm and Argo CD"},
		{"Security", "Exploited new markets"},
		{"Networking", "A peer of the realm"},
		{"High-scale systems", "Models of a trillion parameters"},
		{"Fintech", "In alphabetical order: books"},
		{"Talks", "Finalist of a contest at a hacker conference"},
		{"Health domain", "Core vitals of web pages"},
		{"API design", "Sensors on endpoints"},
		{"Automated testing", "An e2e pipeline of models"},
		{"Data modeling", "An indexing engine for songs"},
		{"Storage", "Pictures in S3"},
		{"Talks", "Log streams for a radio"},
		{"Fintech", "Portfolio on request"},
		{"Secure coding", "The core of an apple"},
		{"Fintech", "Many factors of success"},
		{"Infrastructure as code", "The chef of the house"},
		{"Ownership", "Headings of a page"},
		{"Talks", "Cut films for a YouTube channel"},
		{"Technical writing", "Member of IEEE"},
		{"Technical writing", "An interactive simulator for man and machine"},
		{"Communication", "Load tests of a bridge"},
		{"Observability", "Dashboards for sales"},
		{"Networking", "Обучение нейронных сетей"},
		{"Networking", "Gestión de redes sociales"},
		{"Fintech", "Merchants of the town market"},
		{"Fintech", "Refunds and complaints at the till"},
		{"Talks", "Presented on stage as a dancer"},
		{"Open source contributions", "Patches for jackets"},
		{"Open source contributions", "Creator of toys"},
		{"Security", "Intrusion alarms in shops"},
		{"Concurrency", "Locking doors and windows"},
		{"High-scale systems", "Sold trees in peak season"},
		// What does not show it.
		{"API design", "Screens in React"},
		{"Data modeling", "MongoDB and Redis"},
		{"CI/CD", "Kept the sources in GitHub"},
		{"Open source contributions", "Course on operating systems and the Linux kernel"},
		{"Talks", "Attended a conference in Lyon"},
		{"Talks", "Spanish: native speaker"},
		{"Technical writing", "Read many articles"},
		{"Rust", "Wrote it in C++ and Go"},
		{"Kubernetes", "Docker on my machine"},
		{"EKS", "Ran Kubernetes in two regions"},
		{"PostgreSQL", "SQL and MySQL"},
		{"AWS", "Cloud platforms of all kinds"},
		{"High-scale systems", "Managed a budget of $2 million"},
		{"Performance profiling", "A profile of ten painters"},
		{"Privacy", "A private school"},
		{"Container orchestration", "Workflow of a paint shop"},
		// Qualities that nobody shows by this.
		{"Ownership", "Responsible for the weekly report"},
		{"Ownership", "My own garden"},
		{"Ownership", "LED lights for stages"},
		{"Leadership", "One of a team of six"},
		{"Leadership", "Supervised learning on maps"},
		{"Mentoring", "Trained a classifier on maps"},
		{"Mentoring", "Self-taught pianist"},
		{"Bias for action", "Cost-cutting by three percent"},
		{"Attention to detail", "A model of 95% accuracy"},
		{"Teaching", "Finished a bootcamp"},
		{"Empathy", "Sold cars"},
		{"Fast-moving environments", "Agile and Jira"},
		{"Bias for action", "Side project about birds"},
		{"Bias for action", "Launched boats"},
		{"Ambiguous environments", "Bought shares of startups"},
		{"Communication", "Spanish: moderate"},
		{"Bias for action", "The company was founded in 2009"},
		// Other fields.
		{"Nursing", "A nursery of fruit trees"},
		{"Public relations", "Repaired 40 PRs"},
		{"Restaurant service", "Normalised the tables of a database"},
		{"Translation", "Interpreted the results of surveys"},
		{"Driving licence", "Delivery of parcels"},
		{"Contract law", "Contract tests in every build"},
		{"Construction", "Wrote a compiler"},
		{"Logistics", "Shipped three releases"},
	} {
		if got := ways(c.asks, c.line); got != "" {
			t.Errorf("%q, %q: %q", c.asks, c.line, got)
		}
	}
}
