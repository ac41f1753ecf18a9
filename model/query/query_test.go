package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"candid/model"
)

func people() []model.Row {
	open, meets, lacks := model.Cell{}, model.Cell{Value: model.Meets}, model.Cell{Value: model.Lacks}
	return []model.Row{
		{
			Candidate: model.Candidate{Name: "Linus Bergström", Alias: "Quiet Otter", Email: "linus@example.org", Location: "Toronto, ON",
				Source: "Referral", Tags: []model.Tag{{Name: "relocate"}}},
			Score: model.Score{Low: 69.6, High: 81, Rated: true}, Cells: []model.Cell{meets, meets}, Mine: model.Submitted, Reviews: 2,
		},
		{
			Candidate: model.Candidate{Name: "Łucja Nowak", Alias: "Amber Finch", Location: "New York", Source: "linkedin",
				Decision: model.Decision{Stage: model.OnHold}, Tags: []model.Tag{{Name: "Go"}, {Name: "second look"}}},
			Score: model.Score{Low: 20, High: 90, Rated: true, NotMet: []model.RequirementID{1}, Spread: 3}, Cells: []model.Cell{lacks, open}, Mine: model.Draft,
		},
		{
			Candidate: model.Candidate{Name: "陈美玲 Mei-Ling Chen", Alias: "Cedar Lark", Location: "York"},
			Score:     model.Score{High: 100}, Cells: []model.Cell{open, {Behind: true}},
		},
	}
}

func TestMatch(t *testing.T) {
	const linus, lucja, mei = 0, 1, 2
	cases := []struct {
		name, query string
		want        []int
	}{
		{"an empty filter matches everybody", "  ", []int{linus, lucja, mei}},
		{"a word is found in the name", "linus", []int{linus}},
		{"the beginning of a word is found", "berg", []int{linus}},
		{"case does not matter", "NOWAK", []int{lucja}},
		{"accents need not be typed", "bergstrom", []int{linus}},
		{"accents may be typed", "bergström", []int{linus}},
		{"a barred letter is typed plainly", "lucja", []int{lucja}},
		{"other scripts are found", "美玲", []int{mei}},
		{"a word is found in the alias", "otter", []int{linus}},
		{"a word is found in the mail address", "linus@example", []int{linus}},
		{"a word is found in the tags", "relocate", []int{linus}},
		{"a word is found in the location", "toronto", []int{linus}},
		{"a word is found in the source", "referral", []int{linus}},
		{"a word is not found in the stage", "hold", nil},
		{"a part of a word is not found in its middle", "strom", nil},
		{"all words must match", "york new", []int{lucja}},
		{"a phrase is words that follow each other", `"new york"`, []int{lucja}},
		{"a phrase does not run from one field to the next", `"otter linus"`, nil},
		{"spaces in a phrase are folded", `" new   york "`, []int{lucja}},
		{"a minus takes away", "york -new", []int{mei}},
		{"a minus takes a phrase away", `york -"new york"`, []int{mei}},
		{"not takes away", "not york", []int{linus}},
		{"not not takes nothing away", "not not york", []int{lucja, mei}},
		{"a hyphen inside a word is no minus", "mei-ling", []int{mei}},
		{"a minus alone is a word", "mei - ling", []int{mei}},
		{"or joins", "linus or chen", []int{linus, mei}},
		{"or binds less than and", "new york or toronto", []int{linus, lucja}},
		{"parentheses group", "(linus or chen) toronto", []int{linus}},
		{"a group is taken away", "-(linus or chen)", []int{lucja}},
		{"quoted or is a word", `"or" -york`, nil},
		{"a stage", "stage:hold", []int{lucja}},
		{"any of two stages", "stage:new,hold", []int{linus, lucja, mei}},
		{"a stage taken away", "-stage:new", []int{lucja}},
		{"a field's name in capitals", "STAGE:Hold", []int{lucja}},
		{"a tag", "tag:go", []int{lucja}},
		{"a tag of two words", `tag:"second look"`, []int{lucja}},
		{"a source", "from:LinkedIn", []int{lucja}},
		{"a place", "loc:york", []int{lucja, mei}},
		{"the low bound as the list shows it", "score:>=70", []int{linus}},
		{"the low bound exactly", "score:70", []int{linus}},
		{"the low bound below", "score:<70", []int{lucja}},
		{"who is not rated has no score to compare", "score:>=0", []int{linus, lucja}},
		{"the high bound", "high:>80", []int{linus, lucja}},
		{"open requirements", "open:>=1", []int{lucja, mei}},
		{"nothing rated", "rated:none", []int{mei}},
		{"some rated", "rated:some", []int{lucja}},
		{"all rated", "rated:all", []int{linus}},
		{"gate not met", "gate:notmet", []int{lucja}},
		{"gate disputed", "gate:disputed", nil},
		{"my draft", "mine:draft", []int{lucja}},
		{"my review submitted or not begun", "mine:submitted,none", []int{linus, mei}},
		{"spread", "spread:>=2", []int{lucja}},
		{"rated before a change", "behind:yes", []int{mei}},
		{"fields and words together", "loc:york stage:new chen", []int{mei}},
		{"a quoted colon is a word", `"stage:new"`, nil},
		{"a time is a word", "12:30", nil},
	}
	rows := people()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			q, err := Parse(c.query, Scope{})
			if err != nil {
				t.Fatal(err)
			}
			var got []int
			for i, row := range rows {
				if q.Match(row, nil) {
					got = append(got, i)
				}
			}
			want := slices.Sorted(slices.Values(c.want))
			if !slices.Equal(got, want) {
				t.Errorf("%s matches %v, want %v", c.query, got, want)
			}
			if together := q.Rows(rows, nil); len(together) != len(got) {
				t.Errorf("Rows gives %d, Match %d", len(together), len(got))
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	cases := []struct {
		name, query string
		at          string // the part of the query that is underlined
		says        string
	}{
		{"a field that is none", "linus stge:new", "stge", "stage"},
		{"a value that is none", "stage:new,old", "old", "rejected"},
		{"a field without a value", "rust stage:", "stage:", "rejected"},
		{"a number that is none", "score:>=high", ">=high", ">="},
		{"a sign that is none", "score:=>3", "=>3", ">="},
		{"a phrase that is not closed", `linus "new york`, `"new york`, `"`},
		{"a value that is not closed", `tag:"second look`, `tag:"second look`, `"`},
		{"a group that is not closed", "(linus", "(", ")"},
		{"a group that is not opened", "linus)", ")", "quote"},
		{"an empty group", "()", ")", "word"},
		{"or with nothing before it", "or linus", "or", "word"},
		{"or with nothing after it", "linus or", "", "look for"},
		{"not with nothing after it", "not", "", "look for"},
		{"groups too deep", strings.Repeat("(", 200), "(", "shorter"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.query, Scope{})
			var m *Mistake
			if !errors.As(err, &m) || !model.Is(err, model.Misused) {
				t.Fatalf("%s gives %v, want a mistake that is a problem", c.query, err)
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

func TestFieldsDescribeThemselves(t *testing.T) {
	for _, f := range Fields() {
		if f.Name == "" || f.Accepts == "" {
			t.Errorf("%+v has no name or no words", f)
		}
		if _, err := Parse(f.Name+":\x00", Scope{}); err == nil && f.Name != "tag" && f.Name != "from" && f.Name != "loc" {
			t.Errorf("%s takes anything", f.Name)
		}
	}
}

// Whatever is typed, Parse gives a query or a mistake that lies within it.
func FuzzParse(f *testing.F) {
	for _, s := range typings {
		f.Add(s)
	}
	rows, in := slices.Concat(people(), field()), scope()
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s, in)
		if err != nil {
			var m *Mistake
			if !errors.As(err, &m) {
				t.Fatalf("%q gives %v, which points nowhere", s, err)
			}
			if m.From < 0 || m.To < m.From || m.To > len(s) || m.From == m.To && m.To != len(s) {
				t.Fatalf("%q is wrong at %d to %d of %d", s, m.From, m.To, len(s))
			}
			return
		}
		if _, sorted := q.Sort(); sorted {
			s = WithSort(s, model.Sort{}, in.Role)
		}
		again, err := Parse("-("+s+")", in)
		if q.test == nil || err != nil && strings.Contains(err.Error(), "too many groups") {
			return // nothing to take away, or so deep that one more is too much
		}
		if err != nil {
			t.Fatalf("%q can be read, but not taken away: %v", s, err)
		}
		for _, row := range rows {
			if q.Match(row, nil) == again.Match(row, nil) {
				t.Fatalf("%q and its opposite say the same of %s", s, row.Candidate.Name)
			}
		}
	})
}

// many is 5,000 candidates.
func many() []model.Row {
	rows := make([]model.Row, 5000)
	for i := range rows {
		rows[i] = field()[i%4]
		rows[i].Candidate.Name = fmt.Sprint(rows[i].Candidate.Name, " Bergström ", i)
		rows[i].Candidate.Alias, rows[i].Candidate.Email = "Quiet Otter", fmt.Sprint("someone", i, "@example.org")
	}
	return rows
}

var asked = []string{"bergstrom", `rust or "new york" -toronto`, "stage:new score:>=70", "loc:york", `req:async:>=3 applied:<7d tag:visa -has:cover "distributed systems" sort:name`, "applied:<7d must:<2"}

func BenchmarkRows(b *testing.B) {
	rows := many()
	for _, s := range asked {
		q, err := Parse(s, scope())
		if err != nil {
			b.Fatal(err)
		}
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				q.Indices(rows, func(n int, id model.ID) bool { return id[0]&1 == 0 })
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	in := scope()
	for _, s := range asked {
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				_, _ = Parse(s, in)
			}
		})
	}
}

func BenchmarkComplete(b *testing.B) {
	in := scope()
	for range 500 {
		in.Tags = append(in.Tags, fmt.Sprint("tag ", len(in.Tags)))
	}
	for _, s := range []string{"st", "tag:t", "req:"} {
		b.Run(s, func(b *testing.B) {
			for b.Loop() {
				Complete(s, len(s), in)
			}
		})
	}
}
