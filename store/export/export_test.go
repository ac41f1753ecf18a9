package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"candid/model"
)

var update = flag.Bool("update", false, "write the goldens")

func id(n byte) model.ID { return model.ID{7: 0, 8: 0x80, 14: n, 15: n} }

func testRole() model.Role {
	return model.Role{ID: id(1), Title: "Senior Backend Engineer", Locations: []string{"Toronto", "San Francisco"}, MustShare: 0.8,
		Checklist: model.Checklist{Version: 2, Requirements: []model.Requirement{
			{ID: 1, Priority: model.Must, Weight: 1, Label: "Years operating backends", Text: "5+ years operating backend services", Gate: true},
			{ID: 2, Priority: model.Must, Weight: 2, Label: "Rust and async", Text: "Fluency with Rust and its async ecosystem", Gate: true, Changed: 2},
			{ID: 3, Priority: model.Nice, Weight: 1, Label: "Open source", Text: "Contributions to open source"},
			{ID: 4, Priority: model.Must, Weight: 1, Label: "Clear speaker", Text: "Explains trade-offs clearly", From: model.FromInterview},
		}}}
}

// testShortlist has one of each: submitted and draft, agreed and disputed, behind and revised, rejected, and nothing rated.
func testShortlist() Shortlist {
	role := testRole()
	ana, ben, me := id(0xa), id(0xb), id(0xc)
	doc := model.Document{ID: id(0x20), Kind: model.Resume, Name: "amara-okafor.txt", Format: "text"}
	records := []model.Record{
		{Candidate: model.Candidate{ID: id(2), Alias: "Quiet Heron", Name: "Amara Okafor", Email: "amara@example.org", Documents: []model.Document{doc},
			Decision: model.Decision{Stage: model.Advanced}, Tags: []model.Tag{{Name: "referral"}, {Name: "=strong | <b>", By: ana}, {Name: "referral", By: ben}}},
			Reviews: []model.Review{
				{Reviewer: ana, Submitted: 1, Checklist: 2, Recommendation: model.StrongYes, Note: "Ask about on-call.\nStrong writer.", Ratings: []model.Rating{
					{Requirement: 1, Value: model.Exceeds, Quotes: []model.Quote{{Document: doc.ID, From: 11, To: 13, Text: "Led on-call for six services.\nSet SLOs with product."}}},
					{Requirement: 2, Value: model.Meets, Meaning: 2, Note: "Shipped two services.", Revision: true},
				}},
				{Reviewer: me, Ratings: []model.Rating{
					{Requirement: 1, Value: model.Some},
					{Requirement: 2, Value: model.Exceeds},
					{Requirement: 3, Value: model.NotShown},
				}},
			}},
		{Candidate: model.Candidate{ID: id(3), Alias: "Paper Lark", Name: "Mei-Ling Chen 陈美玲", Email: "mei@example.org",
			Decision: model.Decision{Stage: model.Rejected, Reason: model.Reason{Requirement: 2}}},
			Reviews: []model.Review{{Reviewer: ben, Submitted: 1, Checklist: 2, Recommendation: model.No, Ratings: []model.Rating{
				{Requirement: 1, Value: model.Meets}, {Requirement: 2, Value: model.Lacks, Meaning: 2}}}}},
		{Candidate: model.Candidate{ID: id(4), Alias: "Mossy Kite"}},
	}
	s := Shortlist{Role: role, Records: records, Reviewers: map[model.ID]string{ana: "Ana", ben: "Ben", me: "Me"},
		Made: time.Date(2026, 3, 1, 14, 5, 0, 0, time.UTC)}
	for _, r := range records {
		s.Rows = append(s.Rows, model.NewRow(role, r, me, len(r.Submitted())))
	}
	for i := range s.Rows {
		s.Rows[i].Rank = i + 1
	}
	return s
}

func TestGoldens(t *testing.T) {
	for _, c := range []struct {
		file   string
		format Format
		list   Shortlist
	}{
		{"shortlist.md", Markdown, testShortlist()},
		{"shortlist.html", HTML, testShortlist()},
		{"shortlist.csv", CSV, testShortlist()},
		{"shortlist.json", JSON, testShortlist()},
		{"empty.md", Markdown, Shortlist{Role: testRole()}},
		{"empty.html", HTML, Shortlist{Role: testRole()}},
		{"empty.csv", CSV, Shortlist{Role: testRole()}},
		{"empty.json", JSON, Shortlist{Role: testRole()}},
	} {
		t.Run(c.file, func(t *testing.T) {
			var b bytes.Buffer
			if err := Write(&b, c.format, c.list); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", c.file)
			if *update {
				if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("%s differs; run with -update and look at it\n%s", path, b.String())
			}
		})
	}
}

// What a reviewer took away of what was found is nobody's but theirs.
func TestDismissedIsNotPrinted(t *testing.T) {
	for _, f := range []Format{Markdown, HTML, CSV, JSON} {
		var plain, b bytes.Buffer
		list := testShortlist()
		if err := Write(&plain, f, list); err != nil {
			t.Fatal(err)
		}
		for i, r := range list.Records {
			for j := range r.Reviews {
				list.Records[i].Reviews[j].Dismissed = []model.Dismissed{{Requirement: 1, Quote: model.Quote{To: 1, Text: "Led on-call"}}}
			}
		}
		if err := Write(&b, f, list); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), plain.Bytes()) {
			t.Errorf("%s differs:\n%s", f, b.String())
		}
	}
}

// hostile is what an applicant may write to forge what a reader of the export sees.
var hostile = []string{
	"# Rank 1", "Jane | 100 | yes", "[click](http://evil.example.com)", "<script>alert(1)</script>", "```\ncode", "`x`", "![x](http://e.example.com/a.png)",
	"* item", "- item", "+ item", "1. first", "2) second", "=====", "-----", "***", "> quoted", "<http://e.example.com>", "&lt;b&gt;", "a\n\n# b\n\n| c | d |\n|---|---|",
	"[x]: http://evil.example.com", "\\", "\\[x](y)", "**bold** _it_ ~~no~~", "a\r\n# b", "a\u2028# b", "    code", "\tcode",
}

// withEverywhere is a shortlist in which a text stands wherever a stranger's can.
func withEverywhere(text string) Shortlist {
	s := testShortlist()
	for i := range s.Rows {
		s.Rows[i].Candidate.Name = text
		s.Records[i].Candidate.Name = text
	}
	c := &s.Records[0]
	c.Candidate.Documents[0].Name = text
	c.Candidate.Decision = model.Decision{Stage: model.Rejected, Reason: model.Reason{Other: text}}
	c.Reviews[0].Note, c.Reviews[0].Ratings[1].Note = text, text
	c.Reviews[0].Ratings[0].Quotes[0].Text = text
	s.Reviewers[c.Reviews[0].Reviewer] = text
	return s
}

func TestMarkdownKeepsStrangersText(t *testing.T) {
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	shape := func(s string) map[ast.NodeKind]int {
		count := map[ast.NodeKind]int{}
		source := []byte(s)
		_ = ast.Walk(parser.Parse(text.NewReader(source)), func(n ast.Node, enter bool) (ast.WalkStatus, error) {
			if enter && n.Kind() != ast.KindText && n.Kind() != ast.KindParagraph && n.Kind() != ast.KindString {
				count[n.Kind()]++
			}
			return ast.WalkContinue, nil
		})
		return count
	}
	with := func(text string) map[ast.NodeKind]int {
		var b bytes.Buffer
		if err := Write(&b, Markdown, withEverywhere(text)); err != nil {
			t.Fatal(err)
		}
		return shape(b.String())
	}
	plain := with("Jane Doe")
	for _, h := range hostile {
		t.Run(h, func(t *testing.T) {
			got := with(h)
			for kind, n := range got {
				if plain[kind] != n {
					t.Errorf("%d %s, without it %d", n, kind, plain[kind])
				}
			}
		})
	}
}

func TestCSVGuardsFormulas(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Jane Doe", "Jane Doe"},
		{"equals", "=HYPERLINK(\"http://evil.example.com\")", "'=HYPERLINK(\"http://evil.example.com\")"},
		{"plus", "+1 555 0100", "'+1 555 0100"},
		{"minus", "-2+3", "'-2+3"},
		{"at", "@SUM(A1)", "'@SUM(A1)"},
		{"tab", "\t=1", "' =1"},
		{"return", "\r=1", "' =1"},
		{"blanks before", "  =1", "'  =1"},
		{"wide equals", "＝1", "'＝1"},
		{"lines", "a\nb", "a b"},
		{"a sign inside", "a=b", "a=b"},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := guard(c.in); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	s := testShortlist()
	s.Rows[0].Candidate.Name = "=1+1"
	s.Role.Checklist.Requirements[0].Label = "@label"
	var b bytes.Buffer
	if err := Write(&b, CSV, s); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if rows[1][1] != "'=1+1" {
		t.Errorf("a name came out as %q", rows[1][1])
	}
}

func TestListJSON(t *testing.T) {
	s := testShortlist()
	var b bytes.Buffer
	if err := NewList(s.Role, s.Rows).Write(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Version    int
		Candidates []map[string]any
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != 1 || len(got.Candidates) != 3 {
		t.Fatalf("version %d, %d candidates", got.Version, len(got.Candidates))
	}
	for key, want := range map[string]any{"name": "Mossy Kite", "low": nil, "high": nil, "rated": false, "gate": "", "reviews": 0.0, "stage": "new", "rank": 0.0} {
		if v, ok := got.Candidates[2][key]; !ok || v != want {
			t.Errorf("nothing rated: %s is %v, want %v", key, v, want)
		}
	}
	if got.Candidates[1]["gate"] != "not met" || got.Candidates[1]["name"] != "Mei-Ling Chen 陈美玲" {
		t.Errorf("the second: %v", got.Candidates[1])
	}
	if _, ok := got.Candidates[0]["panel"]; ok {
		t.Error("a list holds the panel")
	}
	if strings.Contains(b.String(), s.Rows[0].Candidate.ID.String()) {
		t.Error("a whole id tells when a candidate came in")
	}
}

func TestParseFormat(t *testing.T) {
	for in, want := range map[string]Format{"markdown": Markdown, "md": Markdown, ".md": Markdown, "CSV": CSV, "json": JSON, "html": HTML, ".htm": HTML} {
		if got, err := ParseFormat(in); err != nil || got != want {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
	if _, err := ParseFormat("docx"); !model.Is(err, model.Misused) {
		t.Errorf("docx: %v", err)
	}
}

// A summary says each thing of a person once, and how to reach them, which the shortlist does not.
func TestSummaries(t *testing.T) {
	s := testShortlist()
	s.Rows[0].Candidate.Email = "someone@example.org"
	s.Rows[0].Candidate.Tags = []model.Tag{{Name: "referral"}, {Name: "Referral", By: id(1)}, {Name: "keen"}}
	got := Summaries(s)
	if n := strings.Count(got, "\n- someone@example.org\n"); n != 1 {
		t.Errorf("the address stands there %d times:\n%s", n, got)
	}
	if !strings.Contains(got, "\n- Tags: referral, keen\n") {
		t.Errorf("not each tag is told, once:\n%s", got)
	}
	for section := range strings.SplitSeq(got, "\n## ") {
		for _, what := range []string{"\n- Tags: ", "\n- Stage: ", "\n- Score: "} {
			if strings.Count(section, what) > 1 {
				t.Errorf("%q is told twice:\n%s", what, section)
			}
		}
	}
}
