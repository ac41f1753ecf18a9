//go:build unix

package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"candid/model/posting"
)

// The applications that stories bring in, by the path of their files. The people are fictional.
var applications = map[string]string{
	"nadia-verhoeven.md": `# Nadia Verhoeven

Rotterdam · nadia.verhoeven@example.org · +31 10 555 01 20

## Experience

### Staff engineer, Havenlicht Payments, 2019 to now

- Nine years of backend services in production, six of them in Rust with Tokio and Axum.
- Brought p99 of the ledger from 140 ms to 11 ms; profiled the lock contention with flame graphs.
- PostgreSQL schema and migrations without downtime; Redis for rate limiting.
- Contract tests between eleven services, feature flags, staged rollouts.

### Developer, Dijk & Zoon, 2015 to 2019

- Kubernetes on AWS with Terraform; CI/CD for forty developers.
- OAuth and OIDC sign-in, secrets in Vault.
`,
	"tariq-benali.txt": `Tariq Benali
Lyon, France
tariq.benali@example.com
+33 4 55 50 13 37

Backend developer, Go and Python, seven years.

2021-now   Meteora, Lyon
    REST and gRPC APIs for weather data, Redis cache, 3,000 requests a second.
    On-call one week in five; wrote the runbooks.
2018-2021  Atelier Numérique, Grenoble
    Django, MySQL, a little Rust for the image pipeline.
`,
	"ruth-oyelaran/resume.txt": `Ruth Oyelaran
ruth.oyelaran@example.org
555-0142

Security engineer turned backend engineer.
Least privilege and secrets management for a bank; JWT and OIDC from both ends.
Rust since 2022: a policy service in Axum, in production for 200 teams.
Kubernetes, Terraform, GCP.
`,
	"ruth-oyelaran/cover-letter.txt": `Dear all,

I break things politely. For eight years I did it to other people's services, and since
2022 I write my own. I would like to do that with you.

Ruth Oyelaran
`,
	"hana-sedlak.json": `{
  "basics": {
    "name": "Hana Sedlák",
    "label": "Platform engineer",
    "email": "hana.sedlak@example.org",
    "phone": "+420 555 012 345",
    "location": {"city": "Brno", "countryCode": "CZ"},
    "summary": "Twelve years of operating services; observability with OpenTelemetry and Grafana."
  },
  "work": [
    {"name": "Kovárna", "position": "Platform engineer", "startDate": "2016-03",
     "highlights": ["SLOs and on-call for 60 services", "Kubernetes upgrades without downtime"]}
  ],
  "skills": [{"name": "Languages", "keywords": ["Go", "Rust", "Bash"]}]
}
`,
}

// gardener is a posting for another role.
const gardener = `# Head Gardener

**Location**: Kew
**Employment**: Part-time

## What You Bring
- Ten years of work in a public garden, two of them leading others.
- Knowledge of temperate trees and their diseases.

## Nice to Have
- A certificate in tree climbing.
`

// write writes files below a folder and gives the folder.
func write(t *testing.T, folder string, files map[string]string) string {
	t.Helper()
	for path, content := range files {
		path = filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// pile is a folder with the applications of four people.
func pile(t *testing.T) string { return write(t, t.TempDir(), applications) }

// sample is the path of the sample posting.
func sample(t *testing.T) string {
	return filepath.Join(write(t, t.TempDir(), map[string]string{"posting.md": posting.Sample()}), "posting.md")
}

// value is what a variable of the environment is set to.
func value(env []string, name string) string {
	for _, v := range env {
		if v, found := strings.CutPrefix(v, name+"="); found {
			return v
		}
	}
	return ""
}

// with is the environment with variables set otherwise.
func with(env []string, more ...string) []string { return append(slices.Clone(env), more...) }

// entries is the names of what a folder holds.
func entries(t *testing.T, folder string) []string {
	t.Helper()
	found, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range found {
		names = append(names, e.Name())
	}
	return names
}

func contains(s, sub string) bool { return strings.Contains(s, sub) }

// reviewer is an environment in which the user has a name, a role and four candidates.
func reviewer(t *testing.T, name string) []string {
	t.Helper()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	does(t, env, "add", pile(t))
	meet(t, env, name)
	return env
}

// meet opens the app once and gives it the name.
func meet(t *testing.T, env []string, name string) {
	t.Helper()
	x := open(t, env)
	x.see("What is your name")
	x.press(name, "enter")
	x.see("by score")
	x.press("q")
	if code := x.end(); code != 0 {
		t.Fatalf("exit %d", code)
	}
}
