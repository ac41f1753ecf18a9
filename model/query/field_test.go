package query

import (
	"errors"
	"strings"
	"testing"
	"time"

	"candid/model"
)

var ana, bo, chi = model.ID{1}, model.ID{2}, model.ID{3}

// opening is a role with three must-haves, two nice-to-haves, and one that waits for the interview.
func opening() model.Role {
	role := model.Role{Title: "Senior Backend Engineer"}
	for i, q := range []struct {
		label    string
		priority model.Priority
		from     model.JudgedFrom
	}{
		{"Rust and async", model.Must, 0}, {"Data modelling, storage", model.Must, 0}, {"Name", model.Nice, 0}, {"On-call", model.Must, 0},
		{"Rust mentoring", model.Nice, 0}, {"Good company", model.Must, model.FromInterview},
	} {
		role.Checklist.Requirements = append(role.Checklist.Requirements, model.Requirement{ID: model.RequirementID(i + 1), Label: q.label, Priority: q.priority, From: q.from})
	}
	return role
}

// scope is what Ana asks in, on a Sunday that has begun in Auckland while it is still Saturday in UTC.
func scope() Scope {
	return Scope{
		Role: opening(), Viewer: ana, Names: map[model.ID]string{ana: "Ana Lopez", bo: "Bo Anders", chi: "Chi Anders"},
		Tags: []string{"needs visa", "referral", `a "b"`}, Sources: []string{"linkedin"}, Places: []string{"New York, NY", "Toronto"},
		Now: time.Date(2026, 11, 14, 20, 0, 0, 0, time.UTC), Zone: time.FixedZone("NZDT", 13*3600),
	}
}

// field is four candidates: their cells are those of must 1 2 3, nice 1 2.
func field() []model.Row {
	cells := func(s string) (cells []model.Cell) {
		for _, r := range s {
			v, _ := model.ValueOf(r)
			cells = append(cells, model.Cell{Value: v, Behind: r == '~'})
		}
		return cells
	}
	on := func(s string) model.Time {
		t, err := time.ParseInLocation("2006-01-02 15:04", s, scope().Zone)
		if err != nil {
			panic(err)
		}
		return model.At(t)
	}
	document := func(kinds ...model.DocumentKind) (all []model.Document) {
		for _, k := range kinds {
			all = append(all, model.Document{Kind: k})
		}
		return all
	}
	return []model.Row{
		{ // a
			Candidate: model.Candidate{ID: model.ID{10}, Name: "Amara", Email: "amara@example.org", Location: "New York, NY", Source: "LinkedIn", Applied: on("2026-11-15 00:30"),
				Tags: []model.Tag{{Name: "needs visa"}}, Documents: document(model.Resume, model.CoverLetter), Ties: []model.Tie{{Other: model.ID{12}, Bond: model.MaybeSame}}},
			Score: model.Score{Low: 83, High: 91, Rated: true}, Cells: cells("43344"), Reviews: 2, Mine: model.Submitted, Opened: true,
			Judged: []model.Judged{{By: ana, Recommendation: model.StrongYes, Submitted: true}, {By: bo, Recommendation: model.No, Submitted: true}},
		},
		{ // b
			Candidate: model.Candidate{ID: model.ID{11}, Name: "Ben", Location: "Toronto", Applied: on("2026-11-14 23:59"), Decision: model.Decision{Stage: model.OnHold},
				Documents: document(model.Resume, model.Answers), Ties: []model.Tie{{Other: model.ID{9}, Bond: model.Holds}}},
			Score: model.Score{Low: 41, High: 70, Rated: true, Spread: 2, Disputed: []model.RequirementID{1}}, Cells: cells("130·0"), Reviews: 1, Mine: model.Draft, Opened: true,
			Judged: []model.Judged{{By: ana, Recommendation: model.Yes}},
		},
		{ // c
			Candidate: model.Candidate{ID: model.ID{12}, Name: "Chen", Source: "referral", Applied: on("2026-11-08 12:00"), Decision: model.Decision{Stage: model.Rejected}, Documents: document(model.OtherDocument)},
			Score:     model.Score{High: 100}, Cells: cells("·~···"), Reviews: 3, Opened: true,
		},
		{ // d
			Candidate: model.Candidate{ID: model.ID{13}, Name: "Dov", Applied: on("2026-08-31 12:00"), Tags: []model.Tag{{Name: "Go"}, {Name: "googler"}}},
			Score:     model.Score{High: 100}, Cells: cells("·····"),
		},
	}
}

func TestFields(t *testing.T) {
	cases := []struct{ name, query, want string }{
		{"stage", "stage:new", "ad"}, {"two stages", "stage:hold,rejected", "bc"}, {"a stage in two words", `stage:"on hold"`, "b"}, {"a stage with a hyphen", "stage:On-Hold", "b"},
		{"the low bound at least", "score:>=41", "ab"}, {"above", "score:>41", "a"}, {"a range", "score:41..83", "ab"}, {"an open range", "score:..50", "b"}, {"open above", "score:50..", "a"},
		{"any of two numbers", "score:83,41", "ab"}, {"the sign in one character", "score:≥41", "ab"}, {"the high bound", "high:<91", "b"}, {"a number as text", "score:=83", "a"},

		{"a must-have below 2", "must:<2", "b"}, {"open and not shown are not below", "must:<=1", "b"}, {"a must-have of 4", "must:4", "a"}, {"a must-have not shown", "must:0", "b"},
		{"a must-have open", "must:open", "bcd"}, {"a must-have behind", "must:behind", "c"}, {"no must-have below 3, none open", "-must:<3 -must:open", "a"}, {"a rating by its word", "must:>=exceeds", "a"},
		{"nice-to-haves are no must-haves", "must:2", ""},

		{"a requirement by its number", "req:2:>=3", "ab"}, {"by the number of a must-have", "req:m2:3", "ab"}, {"by the number of a nice-to-have", "req:n1:>=3", "a"}, {"in capitals", "REQ:N2:0", "b"},
		{"by words of its label", "req:async:>=3", "a"}, {"by its whole label", `req:"rust and async":<2`, "b"}, {"by a label with a comma", `req:"data modelling, storage":3`, "ab"}, {"by words of the middle", "req:storage:3", "ab"},
		{"by a label with a hyphen", "req:on-call:0", "b"}, {"by a label without case", "req:NAME:4", "a"}, {"open", "req:async:open", "cd"}, {"not shown is open", "req:on-call:open", "bcd"},
		{"behind", "req:2:behind", "c"}, {"a range of ratings", "req:async:1..2", "b"}, {"two ratings", "req:async:open,1", "bcd"}, {"two requirements", "req:async:1,n1:4", "ab"}, {"a rating in a word", "req:async:lacks", "b"},

		{"nothing open", "open:0", "a"}, {"some open", "open:>3", "cd"}, {"rated none", "rated:none", "cd"}, {"rated some", "rated:some", "b"}, {"rated all", "rated:all", "a"},
		{"disputed", "gate:disputed", "b"}, {"not met", "gate:notmet", ""}, {"my draft", "mine:draft", "b"}, {"not begun", "mine:none", "cd"}, {"never opened", "opened:no", "d"}, {"opened", "opened:yes", "abc"},
		{"reviews", "reviews:<2", "bd"}, {"spread", "spread:>=2", "b"}, {"behind a change", "behind:yes", "c"}, {"nothing behind", "behind:no", "abd"},

		{"by a reviewer", "by:bo", "a"}, {"by me, submitted", "by:me", "a"}, {"by the whole name", `by:"chi anders"`, ""}, {"by one of two", "by:bo,me", "a"}, {"by a word of the name", "by:lopez", "a"},
		{"a recommendation of any", "rec:no", "a"}, {"strong yes", "rec:strongyes", "a"}, {"in two words", `rec:"strong yes"`, "a"}, {"with a hyphen", "rec:strong-yes", "a"}, {"my own of a draft", "rec:yes", "b"}, {"yes is not strong yes", "rec:yes,strongno", "b"}, {"none", "rec:none", "cd"},
		{"at least yes", "rec:>=yes", "ab"}, {"at most no", "rec:<=no", "a"}, {"by one", "rec:me:yes", "b"}, {"by one, of some", "rec:me:yes,strongyes", "ab"}, {"by one, anything", "rec:bo:>=strongno", "a"}, {"by one, nothing", "rec:bo:none", "bcd"},
		{"every must-have", "every:>=2", "a"}, {"a must-have not shown is none of every", "every:>=1", "a"}, {"nothing known of any", "every:open", "cd"},

		{"a tag", "tag:visa", "a"}, {"a tag of two words", `tag:"needs visa"`, "a"}, {"the beginning of a tag", "tag:goo", "d"}, {"a whole tag", `tag:"goo"`, ""}, {"one of two tags", `tag:"needs visa",go`, "ad"},
		{"a source", "from:linkedin", "a"}, {"a source without case", "from:REFERRAL", "c"}, {"a place", "loc:york", "a"}, {"a place in two words", `loc:"new york"`, "a"}, {"not the middle of a place", "loc:ronto", ""},

		{"today in the viewer's zone", "applied:today", "a"}, {"yesterday", "applied:yesterday", "b"}, {"less than 7 days ago", "applied:<7d", "ab"}, {"7 days ago", "applied:7d", "c"}, {"a week ago", "applied:1w", "c"}, {"a week and more", "applied:>=1w", "cd"},
		{"a month and more", "applied:>1mo", "d"}, {"less than a year", "applied:<1y", "abcd"}, {"between", "applied:1d..2w", "bc"}, {"a day", "applied:2026-11-14", "b"}, {"from a day on", "applied:>=2026-11-14", "ab"},
		{"before a day", "applied:<2026-11-14", "cd"}, {"a month", "applied:2026-11", "abc"}, {"a year", "applied:2026", "abcd"}, {"after a month", "applied:>2026-08", "abc"}, {"up to a month", "applied:<=2026-08", "d"}, {"between days", "applied:2026-11-01..2026-11-14", "bc"},

		{"a cover letter", "has:cover", "a"}, {"a resume", "has:resume", "ab"}, {"answers or another", "has:answers,other", "bc"}, {"a tag at all", "has:tag", "ad"}, {"no e-mail address", "-has:email", "bcd"}, {"a place at all", "has:loc", "ab"},
		{"maybe the same", "same:maybe", "a"}, {"joined", "same:joined", "b"},

		{"fields join with or", "stage:hold or has:cover", "ab"}, {"the order matches everybody", "sort:name", "abcd"}, {"the order beside fields", "stage:new sort:-score has:cover", "a"}, {"the order between words", "amara or sort:name ben", "ab"},
		{"a value quoted", `stage:"new"`, "ad"}, {"a source with a colon", "-from:http://x", "abcd"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			q, err := Parse(c.query, scope())
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, i := range q.Indices(field(), nil) {
				got += string(rune('a' + i))
			}
			if got != c.want {
				t.Errorf("%s finds %q, want %q", c.query, got, c.want)
			}
		})
	}
}

func TestMistakesInFields(t *testing.T) {
	cases := []struct{ name, query, at, says string }{
		{"near a field", "stge:new", "stge", "did you mean stage?"},
		{"letters that changed places", "soctre:3", "soctre", "did you mean score?"},
		{"near no field", "http://x", "http", `"http://x"`},
		{"near a value", "stage:rejcted", "rejcted", "did you mean rejected?"},
		{"the beginning of a value", "stage:adv", "adv", "did you mean advanced?"},
		{"the second value", `tag:a stage:new,"olden days"`, `"olden days"`, "one of new"},
		{"an empty value", "stage:new,", "stage:new,", "one of new"},
		{"a range the wrong way", "score:80..70", "80..70", "60..80"},
		{"no number", "open:many", "many", "is no value for open"},
		{"a rating that is none", "must:5", "5", "open (nothing known)"},
		{"a requirement's rating that is none", "req:async:5", "5", "is no rating"},
		{"a requirement without a rating", "req:async", "async", "async:>=3"},
		{"a requirement with an empty rating", "req:async:", "async:", "async:>=3"},
		{"words of several requirements", "req:rust:3", "rust", "m1 Rust and async, n2 Rust mentoring"},
		{"no requirement", "req:cobol:3", "cobol", "m2 Data modelling"},
		{"a number that is too high", "req:4:3", "4", "m3 On-call"},
		{"a number of nice-to-haves that is too high", "req:n3:3", "n3", "n2 "},
		{"one that waits for the interview", "req:company:3", "company", "waits for the interview"},
		{"the second of two requirements", "req:async:3,rust:4", "rust", "fits several"},
		{"a name of several reviewers", "by:anders", "anders", "Bo Anders, Chi Anders"},
		{"no reviewer", "by:Dana", "Dana", "Ana Lopez"},
		{"no recommendation", "rec:maybe", "maybe", "strongyes"}, {"no recommendation of one", "rec:me:maybe", "maybe", "strongyes"}, {"a recommendation of nobody", "rec:zed:yes", "zed", "no reviewer"}, {"nothing of one", "rec:me:", "me:", "me:yes"}, {"a name alone", "rec:bo", "bo", "bo:yes"},
		{"no age", "applied:7x", "7x", "<7d"},
		{"no day", "applied:2026-13-01", "2026-13-01", "2026-11-01"},
		{"ages and days", "applied:7d..2026-11-01", "7d..2026-11-01", "1mo..3mo"},
		{"a value that is not closed", `tag:a,"needs`, `tag:a,"needs`, `close it with "`},
		{"no order", "sort:salary", "salary", "best first"},
		{"near an order", "sort:nmae", "nmae", "did you mean name?"},
		{"an order without a value", "rust sort: x", "sort:", "best first"},
		{"a minus for an order", "sort:-", "sort:-", "best first"},
		{"an order by several requirements", "sort:rust", "rust", "fits several"},
		{"two orders", "sort:name sort:stage", "sort:stage", "second order"},
		{"two orders in one", "sort:name,stage", ",stage", "one is enough"},
		{"an order taken away", "-sort:name", "sort:name", "cannot be taken away"},
		{"an order with a rating", "sort:async:3", "async:3", "is no order"},
		{"only an order in a group", "(sort:name)", ")", "word"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.query, scope())
			var m *Mistake
			if !errors.As(err, &m) || !model.Is(err, model.Misused) {
				t.Fatalf("%s gives %v, want a mistake", c.query, err)
			}
			if got := c.query[m.From:m.To]; got != c.at {
				t.Errorf("underlines %q, want %q", got, c.at)
			}
			if !strings.Contains(err.Error(), c.says) {
				t.Errorf("says %q, want something with %q", err, c.says)
			}
		})
	}
}

func TestMonthsBefore(t *testing.T) {
	for _, c := range []struct {
		day  string
		n    int
		want string
	}{{"2026-11-15", 1, "2026-10-15"}, {"2026-03-31", 1, "2026-02-28"}, {"2028-03-31", 1, "2028-02-29"}, {"2026-01-31", 2, "2025-11-30"}, {"2028-02-29", 12, "2027-02-28"}, {"2026-05-31", 0, "2026-05-31"}} {
		day, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := monthsBefore(day, c.n).Format(time.DateOnly); got != c.want {
			t.Errorf("%d months before %s: %s, want %s", c.n, c.day, got, c.want)
		}
	}
}

// Requirements are counted as the list shows them: those of a role without must-haves by their own numbers.
func TestNumbersWithoutMusts(t *testing.T) {
	in := scope()
	for i := range in.Role.Checklist.Requirements {
		in.Role.Checklist.Requirements[i].Priority = model.Nice
	}
	p := parser{in: in}
	for typed, want := range map[string]int{"1": 0, "n1": 0, "5": 4} {
		if got, err := p.column(segment{text: typed}); err != nil || got != want {
			t.Errorf("%s is column %d, %v; want %d", typed, got, err, want)
		}
	}
	if _, err := p.column(segment{text: "m1"}); err == nil {
		t.Error("m1 is a must-have of a role that has none")
	}
}
