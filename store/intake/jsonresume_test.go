package intake

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"candid/model/clean"
)

const jsonResume = `{
  "$schema": "https://example.org/schema.json",
  "basics": {"name": "Amara Okafor", "label": "Engineer", "email": "amara@example.org", "phone": "(416) 555-0142", "url": "https://amara.example.org",
    "location": {"city": "Toronto", "region": "Ontario", "countryCode": "CA"}, "summary": "Backends.\nAnd Rust.",
    "profiles": [{"network": "GitHub", "url": "https://github.com/amara"}, {"network": "Mastodon", "username": "amara"}]},
  "work": [
    {"name": "Lumen Pay", "position": "Staff Engineer", "startDate": "2021-03-01", "summary": "Ledger.", "highlights": ["p99 from 180 ms to 12 ms", ""]},
    {"company": "Orchard", "position": "Engineer", "startDate": "2016", "endDate": "2021-02", "stack": ["Go", "Postgres"]}],
  "education": [{"institution": "Example University", "area": "Physics", "studyType": "Master", "startDate": "2010", "endDate": "2015", "score": "1.3"}],
  "skills": [{"name": "Rust", "level": "Expert", "keywords": ["Tokio", "Axum"]}, "Go"],
  "languages": [{"language": "Igbo", "fluency": "Native"}],
  "patents": [{"title": "A ledger", "date": "2022-05"}],
  "interests": []
}`

const jsonResumeText = `Amara Okafor
Engineer
amara@example.org | (416) 555-0142 | Toronto, Ontario, CA | https://amara.example.org | https://github.com/amara
Mastodon: amara

Backends.
And Rust.

EXPERIENCE
Staff Engineer, Lumen Pay    Mar 2021 – now
Ledger.
- p99 from 180 ms to 12 ms

Engineer, Orchard    2016 – Feb 2021
Stack: Go, Postgres

SKILLS
Rust, Expert: Tokio, Axum
- Go

EDUCATION
Master, Physics, Example University    2010 – 2015
Score: 1.3

LANGUAGES
Igbo, Native

PATENTS
A ledger    May 2022`

const freshResume = `{
  "name": "Mei-Ling Chen", "meta": {"format": "FRESH@0.6.0"},
  "info": {"label": "Developer", "brief": "Databases."},
  "contact": {"email": "mei@example.org", "phone": "1-416-555-0143", "website": "mei.example.org", "other": [{"label": "Home", "value": "1-416-555-0144"}]},
  "location": {"city": "Toronto", "country": "CA"},
  "social": [{"network": "GitHub", "user": "mei", "url": "https://github.com/mei"}],
  "employment": {"summary": "Seven years.", "history": [{"employer": "Acme", "position": "Developer", "start": "2019-02", "end": "2020-01", "keywords": ["SQL"], "highlights": ["Sharded it"]}]},
  "projects": [{"title": "Tiny DB", "role": "author", "description": "A store.", "start": "2020"}],
  "skills": {"sets": [{"name": "Web", "level": "advanced", "skills": ["HTTP"]}], "list": [{"name": "C++", "years": 7}]},
  "disposition": {"travel": 25}
}`

const freshResumeText = `Mei-Ling Chen
Developer
mei@example.org | 1-416-555-0143 | Toronto, CA | https://mei.example.org | https://github.com/mei
Home: 1-416-555-0144

Databases.

EXPERIENCE
Seven years.
Developer, Acme    Feb 2019 – Jan 2020
- Sharded it
Keywords: SQL

PROJECTS
Tiny DB    2020 – now
A store.
Role: author

SKILLS
Web, advanced: HTTP
C++
Years: 7`

func TestJSONResume(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"JSON Resume", jsonResume, jsonResumeText},
		{"FRESH", freshResume, freshResumeText},
		{"wrong types", `{"basics":{"name":["Jane","Doe"],"email":7,"phone":4165550142,"location":"Oslo","profiles":{"network":"X","username":5},"summary":{"text":"Go"}},"work":"Acme since 2019","skills":{"name":"Rust"},"education":[1,null,true,["x"]],"languages":"Norwegian"}`,
			"Jane, Doe\n4165550142 | Oslo\nX: 5\nEmail: 7\n\nGo\n\nEXPERIENCE\n- Acme since 2019\n\nSKILLS\nRust\n\nEDUCATION\n- 1\n- true\n- x\n\nLANGUAGES\n- Norwegian"},
		{"no basics, but the lists", `{"work":[{"position":"Engineer"}],"skills":[{"name":"Go"}]}`, "EXPERIENCE\nEngineer\n\nSKILLS\nGo"},
		{"first and last name", `{"basics":{"firstName":"Jane","lastName":"Doe"}}`, "Jane Doe"},
		{"cleaned", `{"basics":{"name":"Ja\u001b[31mne \u202eDoe","summary":"a\r\nb\u0007"}}`, "Jane Doe\n\na\nb"},
		{"no heading over nothing", `{"basics":{"name":"Jane Doe"},"references":[{"private":true}],"skills":[{"level":""}]}`, "Jane Doe"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := readJSONResume(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if r.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", r.Text, c.want)
			}
		})
	}
}

func TestJSONResumeContacts(t *testing.T) {
	got := read(t, "x.json", jsonResume)
	if got.Name != "Amara Okafor" || got.Email != "amara@example.org" || got.Phone != "(416) 555-0142" || got.Location != "Toronto, Ontario, CA" ||
		!reflect.DeepEqual(got.Links, []string{"https://amara.example.org", "https://github.com/amara"}) {
		t.Errorf("%+v", got)
	}
	// A reference's address is not the applicant's.
	got = read(t, "jane-doe.json", `{"basics":{"email":"ERROR"},"references":[{"name":"Boss","reference":"boss@example.org"}]}`)
	if got.Email != "" || got.Name != "Jane Doe" {
		t.Errorf("%+v", got)
	}
}

func TestFormatsByBytes(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"text", "a.txt", "Jane Doe\n", "text"},
		{"text without an ending", "jane", "Jane Doe\n", "text"},
		{"text called PDF", "a.pdf", "Jane Doe\n", "text"},
		{"Markdown by name", "a.md", "Jane Doe\n", "markdown"},
		{"Markdown by headings", "a", "# Jane\n\n## Skills\n", "markdown"},
		{"headings in a text", "a.txt", "# Jane\n\n## Skills\n", "text"},
		{"JSON called text", "a.txt", jsonResume, "json"},
		{"a link first is no JSON", "a.md", "[Jane](https://example.org)\n", "markdown"},
		{"a brace first is no JSON", "a.txt", "{ Jane }\n", "text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, problem := readBytes(c.file, []byte(c.text))
			if problem != nil {
				t.Fatal(problem)
			}
			if doc.Document.Format != c.want {
				t.Errorf("got %q, want %q", doc.Document.Format, c.want)
			}
		})
	}
}

func FuzzJSONResume(f *testing.F) {
	for _, s := range []string{jsonResume, freshResume, `{"basics":{}}`, `{"work":[],"skills":[]}`, `{"basics":{"name":`, `[]`, `{"employment":{"history":[[[{}]]]}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		r, err := readJSONResume(in)
		if err != nil {
			if strings.TrimSpace(err.Error()) == "" || strings.Contains(err.Error(), "\n") {
				t.Errorf("not one line: %q", err.Error())
			}
			return
		}
		if r.Text == "" || !utf8.ValidString(r.Text) || clean.Text(r.Text) != r.Text {
			t.Errorf("not clean: %q", r.Text)
		}
	})
}

// Parts by the thousand that say nothing cost no more than what they take to read, however long the text before them is.
func TestPartsThatSayNothing(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"basics": {"name": "Ada Stern", "summary": "` + strings.Repeat("words ", 20_000) + `"}`)
	for i := range 4000 {
		fmt.Fprintf(&b, `, "part %d": {"url": "https://example.org"}`, i)
	}
	b.WriteString("}")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r, err := readJSONResume(b.String())
	runtime.ReadMemStats(&after)
	if err != nil || !strings.HasSuffix(r.Text, "words") {
		t.Fatalf("%v, %.200q", err, r.Text)
	}
	if taken, most := after.TotalAlloc-before.TotalAlloc, uint64(200*b.Len()); taken > most {
		t.Errorf("%d bytes were taken to read %d, more than %d", taken, b.Len(), most)
	}
}
