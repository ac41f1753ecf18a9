//go:build unix

package cli_test

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// wanda is a resume whose statements are wrapped, whose posts have dates that overlap, and which says of the orrery what no
// requirement asks for.
const wanda = `Wanda Ilves
wanda.ilves@example.org | +372 555 0134 | Tallinn

# Experience

## Senior Backend Engineer, Harbour Pay, March 2019 – February 2024

- Rewrote the settlement service in Rust (Tokio, Axum), which cut the p99 from
  180 ms to 12 ms at nine thousand requests a second, and wrote the runbook
  for it.
- Led the on-call rotation of six services and set their service level
  objectives with the product team.
- Kept the orrery of nightly batches turning for the treasury.

## Backend Engineer, Fennel Logistics, March 2014 – June 2019

- Moved order tracking from one MySQL server to partitioned PostgreSQL, with
  no minute of downtime.
- Ran Kafka for the dispatch events of forty depots.

# Skills

- Rust, Go, SQL
- Kubernetes, Terraform, Prometheus

# Hobbies

- Choir, cold water, bread.
`

// applied is an environment with the sample role, to which Wanda has applied, and a reviewer of that name.
func applied(t *testing.T, reviewer string) []string {
	t.Helper()
	env := home(t)
	does(t, env, "role", "add", sample(t))
	does(t, env, "add", filepath.Join(write(t, t.TempDir(), map[string]string{"wanda.md": wanda}), "wanda.md"))
	meet(t, env, reviewer)
	return env
}

// proof opens the app where it shows the proof on the only candidate.
func proof(t *testing.T, env []string, as string) *terminal {
	t.Helper()
	x := open(t, env, "--as", as)
	x.see(`\b1 (of \d+ )?shown`)
	x.press("enter")
	x.see(`\[Proof\] .*History`)
	return x
}

// What proof shows of a few requirements as it was found, and of some as Ines sees it after what she does in the story.
const (
	years       = `1 5\+ years of engineering +· +10 y of 5 y asked · 2 posts`
	rustFound   = `2 Rust and its async .* Rewrote the settlement service in Rust .* Harbour Pay, 2019 – 2024`
	rustAway    = `2 Rust and its async .* listed: Rust, Go, SQL +Skills`
	testsFound  = `5 Testing mindset and practice +· +no line found`
	testsMine   = `5 Testing mindset and practice +· +» mine: .*Choir, cold water, bread`
	safetyFound = `7 Security-first thinking +· +no line found`
	safetyTerm  = `7 Security-first thinking +· +Kept the orrery of nightly batches .* Harbour Pay, 2019 – 2024`
)

// Somebody applies; what their resume says to each requirement is there when it is opened. A reviewer goes through it, asks why,
// adds a line, takes one away and has it back, and has one found by a term; of all that another sees only what the term finds.
func TestEvidenceIsThereAndMine(t *testing.T) {
	t.Parallel()
	env := applied(t, "Ines")
	x := proof(t, env, "Ines")
	x.see(years)
	for _, strongest := range []string{
		rustFound, testsFound, safetyFound,
		`4 Data modeling and storage .* Moved order tracking from one MySQL .* Fennel Logistics, 2014 – 2019`,
		`6 Cloud environments .* listed: Kubernetes, Terraform, Prometheus +Skills`,
		`8 Communication, ownership .* Led the on-call rotation .* Harbour Pay, 2019 – 2024`,
		`Fennel Logistics, March 2014 – June 2019, 5 y 4 m\n +overlaps counted once: 4 m`,
	} {
		x.see(strongest)
	}

	// From statement to statement, each with all of its lines, and round.
	x.press("J", "J", "J", "enter")
	x.see(`\[Resume\]`)
	x.see(`▌ • Moved order tracking .*\n▌   PostgreSQL, with no minute of downtime`)
	x.see(`evidence 1 of 2`)
	x.press("e")
	x.see(`▌ • Ran Kafka for the dispatch events`)
	x.see(`▎ • Moved order tracking .*\n▎   PostgreSQL, with no minute of downtime`)
	x.see(`evidence 2 of 2`)

	// Why: in sentences, without any number.
	x.press("W")
	x.see(`WHY THIS LINE +Data modeling and storage`)
	said, number := regexp.MustCompile(`“Kafka” .*event-driven.*\.`), regexp.MustCompile(`(?i)\d|strength|score|per ?cent|%`)
	x.wait("be told why it is pointed at, without a number", func() bool {
		because := beside(x.screen())
		return said.MatchString(because) && !number.MatchString(strings.ReplaceAll(because, "Fennel Logistics, 2014 – 2019", "")) // where it stands
	})
	x.press("esc")
	x.see(`evidence 2 of 2`)

	// A line is added where none was found.
	x.press("J")
	x.see(`No line found\. The finder misses things`)
	x.press("/")
	x.see(`enter find`)
	x.press("choir", "enter")
	x.see(`1 of 1`)
	x.press("v")
	x.see(`y quote`)
	x.press("y")
	x.see(`quoted 1 line on Testing mindset and practice`)
	x.press("esc") // takes the match away
	x.see(`▌».*Choir, cold water, bread`)
	x.press("shift+tab")
	x.see(testsMine)
	x.see(rustFound)

	// One is taken away, had back, and taken away for good.
	x.press("K", "K", "K")
	x.see(`▌ 2 Rust and its async ecosystem`)
	x.press("d")
	x.see(`taken away: Rewrote the settlement`)
	x.see(rustAway)
	x.see(`1 taken away, D brings back`)
	x.press("u")
	x.see(`undone: .*Rust and its async ecosystem, Wanda Ilves`)
	x.see(rustFound)
	x.miss(`taken away`)
	x.press("d")
	x.see(rustAway)

	// A term finds what nothing found, on the same screen.
	x.press("J", "J", "J", "J", "J")
	x.see(`▌ 7 Security-first thinking +· +no line found`)
	x.press("tab")
	x.see(`\[Resume\]`)
	x.see(`  • Kept the orrery of nightly batches`)
	x.press("T")
	x.see(`Terms of Security-first thinking:`)
	x.press("orrery", "enter")
	x.see(`Security-first thinking: looking again with orrery`)
	x.see(`▌ • Kept the orrery of nightly batches`)
	x.see(`orrery → your term`)
	x.see(`\[Resume\]`)
	x.press("shift+tab")
	mine := []string{years, rustAway, testsMine, safetyTerm}
	for _, is := range mine {
		x.see(is)
	}
	x.see(`saved · \d\d:\d\d`)
	x.press("esc")
	x.see(`\b1 (of \d+ )?shown`)
	x.press("q")
	x.end()

	// Another sees what was found, and with the term, which is the role's; I see all the next day.
	omar := proof(t, env, "Omar Haddad")
	for _, is := range []string{years, rustFound, testsFound, safetyTerm} {
		omar.see(is)
	}
	for _, mark := range []string{"mine", "Choir", "taken away", "quoted"} {
		if contains(omar.screen(), mark) {
			t.Errorf("another reads %q:\n%s", mark, omar.screen())
		}
	}
	omar.press("tab", "tab")
	omar.see(`\[History\]`)
	omar.see(`added`)
	for _, mark := range []string{"Choir", "Testing mindset", "Rust and its async", "took away", "taken away", "quote"} {
		if contains(omar.screen(), mark) {
			t.Errorf("another reads of %q in the history:\n%s", mark, omar.screen())
		}
	}
	omar.press("esc")
	omar.see(`\b1 (of \d+ )?shown`)
	omar.press("q")
	omar.end()
	x = proof(t, env, "Ines")
	for _, is := range mine {
		x.see(is)
	}
	does(t, env, "check")
}

// beside is what stands right of the divider on a screen, in one line, without the excerpt that leads it.
func beside(screen string) string {
	var words []string
	for _, line := range strings.Split(screen, "\n") {
		if _, right, ok := strings.Cut(line, "│"); ok && !contains(right, "▎") {
			words = append(words, strings.Fields(right)...)
		}
	}
	return strings.Join(words, " ")
}

// What evidence prints for other programs has the fields that its help names, no more and no fewer, and they mean what it says.
func TestEvidencePrintedAsHelpSays(t *testing.T) {
	t.Parallel()
	env := home(t)
	help := strings.Join(strings.Fields(does(t, env, "evidence", "--help")), " ")
	out := does(t, env, "evidence", "--json", filepath.Join(write(t, t.TempDir(), map[string]string{"wanda.md": wanda}), "wanda.md"))
	var printed struct {
		Lines        []string
		Requirements []struct {
			Found []struct {
				Line, From, To int
				Text, Kind     string
				Strength       float64
				Terms, Why     []string
				Place          string
			}
			Sum *struct{ Asked, Months int }
		}
	}
	var top any
	if err := json.Unmarshal([]byte(out), &top); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(out), &printed); err != nil {
		t.Fatal(err)
	}

	for _, part := range []struct{ path, words string }{
		{"", `prints {`}, {"requirements", `"requirements":[{`}, {"requirements found", `Each of found is {`},
		{"requirements sum", `sum is {`}, {"requirements sum ranges", `"ranges":[{`},
	} {
		_, said, ok := strings.Cut(help, part.words)
		if !ok {
			t.Errorf("the help does not say %q", part.words)
			continue
		}
		want := documented(said)
		if part.path == "requirements sum" { // the sample role asks for years of nothing in particular
			want = slices.DeleteFunc(want, func(name string) bool { return name == "of" })
		}
		if is := fieldsAt(top, strings.Fields(part.path)); !slices.Equal(is, want) {
			t.Errorf("of %q it prints %q and says that it prints %q", part.path, is, want)
		}
	}
	kinds := map[string]bool{}
	for n, q := range printed.Requirements {
		last := 1.0
		for _, f := range q.Found {
			kinds[f.Kind] = true
			if f.From > f.Line || f.Line >= f.To || f.To > len(printed.Lines) || len(f.Terms) == 0 || len(f.Why) != len(f.Terms) || f.Strength <= 0 || f.Strength > last {
				t.Errorf("of requirement %d: %+v", n, f)
			}
			last = f.Strength
		}
	}
	if is := slices.Sorted(maps.Keys(kinds)); !slices.Equal(is, []string{"dated", "listed", "told"}) {
		t.Errorf("the kinds are %q", is)
	}
	if sum := printed.Requirements[0].Sum; sum == nil || sum.Asked != 5 || sum.Months != 120 {
		t.Errorf("the sum of years is %+v", sum)
	}
	if f := printed.Requirements[1].Found[0]; printed.Lines[f.From] != "- Rewrote the settlement service in Rust (Tokio, Axum), which cut the p99 from" || f.To-f.From != 3 ||
		f.Place != "Harbour Pay, 2019 – 2024" || !slices.Contains(f.Terms, "Tokio") {
		t.Errorf("the strongest statement on Rust is %+v", f)
	}
}

// fieldsAt is the names of the fields of all objects that a path leads to in a JSON value, sorted.
func fieldsAt(v any, path []string) []string {
	names := map[string]bool{}
	var walk func(v any, path []string)
	walk = func(v any, path []string) {
		switch v := v.(type) {
		case []any:
			for _, each := range v {
				walk(each, path)
			}
		case map[string]any:
			if len(path) > 0 {
				walk(v[path[0]], path[1:])
				return
			}
			for name := range v {
				names[name] = true
			}
		}
	}
	walk(v, path)
	return slices.Sorted(maps.Keys(names))
}

// documented is the names in quotation marks up to the end of an object whose inside the text begins with, those of objects within it
// left out, sorted.
func documented(s string) []string {
	var names []string
	depth := 0
	for i := 0; i < len(s) && depth >= 0; i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			end := i + 1 + strings.IndexByte(s[i+1:], '"')
			if depth == 0 {
				names = append(names, s[i+1:end])
			}
			i = end
		}
	}
	slices.Sort(names)
	return names
}
