package query

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestComplete(t *testing.T) {
	cases := []struct {
		name, typed string // the cursor is at |
		want        string // the first ones, put in, parted by a blank-free " / "
	}{
		{"the beginning of a field", "rust st|", "rust stage:"},
		{"in capitals", "SCO|", "score:"},
		{"a field taken away", "-sta|", "-stage:"},
		{"in a group", "(op|", "(open: / (opened:"},
		{"in the middle of a name", "st|ag", "stage:"},
		{"a name with its colon", "sta|:new", "stage:new"},
		{"a word that is no field's", "amara|", ""},
		{"in a phrase", `"sta|`, ""},
		{"behind a phrase", `"sta"|`, ""},
		{"before a word", "|rust", ""},
		{"a field that is whole", "stage|", "stage:"},

		{"values", "stage:|", "stage:new / stage:advanced / stage:hold / stage:rejected"},
		{"values of a beginning", "stage:A|", "stage:advanced"},
		{"a value that stands there already", "stage:new|", ""},
		{"behind a comma", "stage:new,|", "stage:new,advanced / stage:new,hold / stage:new,rejected"},
		{"in the middle of values", "stage:n|,hold x", "stage:new,hold x"},
		{"comparisons", "score:>|", "score:>=70"},
		{"a tag in quotes", "tag:vi|", `tag:"needs visa"`},
		{"a tag whose quotes are open", `tag:"needs v|`, `tag:"needs visa"`},
		{"a tag whose quotes are open before a word", `tag:"needs v| rust`, `tag:"needs visa" rust`},
		{"a tag whose quotes are closed", `tag:"nee|ds" rust`, `tag:"needs visa" rust`},
		{"a tag with quotes in it", "tag:a|", `tag:"a b"`},
		{"a source", "from:l|", "from:linkedin"},
		{"a place by its second word", "loc:yor|", `loc:"New York, NY"`},
		{"a reviewer", "by:an|", `by:"Ana Lopez" / by:"Bo Anders" / by:"Chi Anders"`},
		{"me", "by:m|", "by:me"},
		{"requirements", "req:|", `req:"Rust and async": / req:"Data modelling, storage": / req:On-call: / req:Name: / req:"Rust mentoring":`},
		{"requirements by a word", "req:ru|", `req:"Rust and async": / req:"Rust mentoring":`},
		{"a requirement by its number", "req:n2|", `req:"Rust mentoring":`},
		{"a requirement of a second value", "req:async:3,me|", `req:async:3,"Rust mentoring":`},
		{"a requirement before its rating", "req:as|:>=3", `req:"Rust and async":>=3`},
		{"a rating", "req:async:>|", "req:async:>=3"},
		{"a rating of a requirement in quotes", `req:"rust and async":o|`, `req:"rust and async":open`},
		{"a rating of no requirement", "req:cobol:>|", ""},
		{"an order", "sort:st|", `sort:stage / sort:"Data modelling, storage"`},
		{"an order turned round", "sort:-na|", `sort:-name / sort:-"Name"`},
		{"an order by a requirement", "sort:mento|", `sort:"Rust mentoring"`},
		{"days", "applied:<|", "applied:<7d / applied:<1mo"},
		{"values of no field", "stge:|", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			at := strings.Index(c.typed, "|")
			s := c.typed[:at] + c.typed[at+1:]
			var got []string
			for _, x := range Complete(s, at, scope()) {
				got = append(got, s[:x.From]+x.Text+s[x.To:])
			}
			if strings.Join(got, " / ") != c.want {
				t.Errorf("%s gives %q, want %q", c.typed, strings.Join(got, " / "), c.want)
			}
		})
	}
	if n := len(Complete("rust ", 5, scope())); n != len(Fields()) {
		t.Errorf("on a blank there are %d of %d fields", n, len(Fields()))
	}
}

func TestCompletionsSayWhatTheyAskFor(t *testing.T) {
	said := func(s, text string) string {
		for _, c := range Complete(s, len(s), scope()) {
			if c.Text == text {
				return c.Does
			}
		}
		return "not offered"
	}
	for _, c := range [][3]string{
		{"sco", "score:", "the score's low bound"}, {"score:", ">=70", "at least 70"}, {"score:", "60..80", "from 60 to 80"}, {"req:ment", `"Rust mentoring":`, "nice 2"},
		{"req:async:", "4", "exceeds: others learn it from them"}, {"sort:-", "-name", "Z to A"}, {"sort:", "name", "A to Z"},
	} {
		if got := said(c[0], c[1]); got != c[2] {
			t.Errorf("%s offers %s as %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

var typings = []string{
	`a -b "c d" or (not e)`, "stage:new,hold score:>=70", `tag:"x`, "((", "- -", "é:ü", "\xff\"", `a:"b"c`, `req:"rust and async":>=3,open`, "req:2:", "sort:-", `sort:-"na`, "by:an,", "applied:<7d",
	"ſort:", "loc:,\"", "stage:new,hold,", `from:"a":b`, "rec:", "req::", "must:<", strings.Repeat("-", deepest-2) + "0",
}

// Whatever is typed and wherever the cursor stands, a completion lies within the text, and putting it in makes no mistake.
func FuzzComplete(f *testing.F) {
	for _, s := range typings {
		f.Add(s, len(s))
		f.Add(s, len(s)/2)
	}
	in := scope()
	f.Fuzz(func(t *testing.T, s string, at int) {
		_, was := Parse(s, in)
		for _, c := range Complete(s, at, in) {
			if c.From < 0 || c.To < c.From || c.To > len(s) || at >= 0 && at <= len(s) && (at < c.From || at > c.To) {
				t.Fatalf("%q at %d: %+v", s, at, c)
			}
			if c.Text == "" || utf8.ValidString(s) && !utf8.ValidString(s[:c.From]+c.Text+s[c.To:]) {
				t.Fatalf("%q at %d: %+v cuts a character", s, at, c)
			}
			if strings.HasSuffix(c.Text, ":") || was != nil {
				continue
			}
			if _, err := Parse(s[:c.From]+c.Text+s[c.To:], in); err != nil {
				t.Fatalf("%q can be read, with %+v it cannot: %v", s, c, err)
			}
		}
	})
}

// An order that is put into a query that can be read is the order that it asks for, and all else stays.
func FuzzWithSort(f *testing.F) {
	for i, s := range typings {
		f.Add(s, i, i%2 == 0)
	}
	in := scope()
	rows := field()
	f.Fuzz(func(t *testing.T, s string, key int, reverse bool) {
		before, err := Parse(s, in)
		if err != nil {
			return
		}
		by := sorts()[uint(key)%uint(len(sorts()))]
		by.Reverse = reverse
		with := WithSort(s, by, in.Role)
		q, err := Parse(with, in)
		if err != nil {
			t.Fatalf("%q with %+v is %q: %v", s, by, with, err)
		}
		if got, _ := q.Sort(); got != by {
			t.Fatalf("%q with %+v is %q, which asks for %+v", s, by, with, got)
		}
		if a, b := before.Indices(rows, nil), q.Indices(rows, nil); !slices.Equal(a, b) {
			t.Fatalf("%q finds %v, %q finds %v", s, a, with, b)
		}
	})
}
