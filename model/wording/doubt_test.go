package wording

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"candid/model"
	"candid/model/clean"
)

// checklist is the requirements that lines such as "must Knives" propose.
func checklist(lines ...string) []model.Requirement {
	var qs []model.Requirement
	for i, s := range lines {
		word, text, _ := strings.Cut(s, " ")
		p := model.Must
		if word == "nice" {
			p = model.Nice
		}
		q := Propose(text, p, qs)
		q.ID = model.RequirementID(i + 1)
		qs = append(qs, q)
	}
	return qs
}

func TestDoubts(t *testing.T) {
	tests := []struct {
		name string
		qs   []string
		want []string // requirement, kind, other
	}{
		{"none", []string{"must Knives", "must Ovens", "nice Wine"}, nil},
		{"a thing as must and as nice", []string{"must Fluency with Rust", "nice Rust with async runtimes"}, []string{"r2 overlap r1"}},
		{"the nice one first", []string{"nice Postgres in production", "must Experience with PostgreSQL"}, []string{"r1 overlap r2"}},
		{"by another name", []string{"must Kubernetes", "must Experience with k8s", "must Golang", "must Go or Rust"}, []string{"r2 overlap r1", "r4 overlap r3"}},
		{"one of a long list", []string{"must Cloud environments (AWS, GCP, Azure, Docker)", "nice Docker"}, nil},
		{"common words", []string{"must Experience with software", "must Experience with people"}, nil},
		{"a certificate of it", []string{"must Kubernetes", "nice Kubernetes certification"}, nil},
		{"a language twice", []string{"must Fluent Spanish", "nice Conversational Spanish for guests"}, []string{"r2 overlap r1"}},
		{"two sentences", []string{"must Strong knife skills. You must have a driving licence."}, nil},
		{"two sentences that ask", []string{"must Strong knife skills. Experience with ovens."}, []string{"r1 several"}},
		{"a sentence that explains", []string{"must Strong knife skills. You can part a fish in a minute. We have many."}, nil},
		{"semicolons", []string{"must Comfortable with heat; able to carry pots"}, []string{"r1 several"}},
		{"a degree besides", []string{"must Rust experience and a degree in Computer Science"}, []string{"r1 several"}},
		{"alternatives", []string{"must Python and Go", "must Experience with gas, wood and charcoal ovens"}, nil},
		{"not on paper", []string{"must A great sense of humour"}, []string{"r1 paper"}},
		{"a must that is preferred", []string{"must Baking, preferred but open", "must Bread (rye preferred)"}, []string{"r1 priority"}},
		{"a nice that is essential", []string{"nice Baking is essential", "nice Baking at night is not required", "nice Travel as required"}, []string{"r1 priority"}},
		{"German", []string{"must Backen, von Vorteil", "nice Backerfahrung zwingend erforderlich"}, []string{"r1 priority", "r2 priority"}},
	}
	names := map[DoubtKind]string{Priority: "priority", Several: "several", OnPaper: "paper", Overlap: "overlap"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range Doubts(checklist(tt.qs...)) {
				s := fmt.Sprintf("%v %s", d.Requirement, names[d.Kind])
				if d.Other != 0 {
					s += " " + d.Other.String()
				}
				got = append(got, s)
				if d.Why == "" {
					t.Errorf("%s says no why", s)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOverlapNamesTheThing(t *testing.T) {
	ds := Doubts(checklist("must Rust and its async ecosystem", "nice Deep Rust experience with frameworks"))
	if len(ds) != 1 || ds[0].Why != "asks for Rust, as 'Rust and its async ecosystem' does" {
		t.Errorf("%+v", ds)
	}
}

func TestParts(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"3+ years of Go and experience running Postgres", []string{"3+ years of Go", "Experience running Postgres"}},
		{"Strong SQL and Python skills", nil},
		{"Knives; ovens;  and pots", []string{"Knives", "Ovens", "And pots"}},
		{"Pots (copper; iron)", nil},
		{"You can swim. You do not mind rain.", []string{"You can swim", "You do not mind rain"}},
		{"Deep knowledge and experience of wine", nil},
		{"Knives, pans, and a degree in Cooking", []string{"Knives, pans", "A degree in Cooking"}},
		{"Knives as well as experience with fire", []string{"Knives", "Experience with fire"}},
		{"Understanding of wine, with the ability to serve it", nil},
		{"Cuisine italienne et une bonne connaissance des vins", []string{"Cuisine italienne", "Une bonne connaissance des vins"}},
		{"Backen sowie gute Kenntnisse in Buchhaltung", []string{"Backen", "Gute Kenntnisse in Buchhaltung"}},
		{"Cocina y experiencia con vinos", []string{"Cocina", "Experiencia con vinos"}},
		{"", nil},
		{";", nil},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if tt.want == nil {
				tt.want = []string{tt.text}
			}
			if got := Parts(tt.text); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWordLists(t *testing.T) {
	for _, text := range []string{"a, b", "[lead\na", "[]\na"} {
		if _, err := parseWordLists(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
	l, err := parseWordLists("# about\n[x]\na, b c\n[x fr]\nd'eau\n[y]\nBig = B = Large, end*\n")
	if err != nil {
		t.Fatal(err)
	}
	fr := l.bit["fr"]
	if !l.has("x", english, "A,") || l.begins("x", english, []string{"b", "C", "d"}) != 2 || l.has("x", english, "d'", "eau") || !l.has("x", fr, "d’", "eau") {
		t.Errorf("x is %v", l.phrases)
	}
	if l.name("y", []string{"large"}) != "Big" || !l.speaks("y", "it is endless") || l.speaks("y", "the bend") {
		t.Errorf("y is %v, %v", l.phrases, l.stems["y"])
	}
	// What the lists are asked for by name is there.
	known := knownWords()
	held := map[string]bool{}
	for _, in := range known.phrases {
		for _, e := range in {
			held[e.list] = true
		}
	}
	for _, name := range []string{"lead", "keep", "doing", "deed", "tail", "needstail", "and", "before", "of", "join", "clause", "weak", "filler", "adjective", "noun", "compound", "year", "post", "generic",
		"credential", "language", "condition", "quality", "practice", "knowledge", "technology", "tool", "toolsign", "unshowable", "beside", "asking", "askers",
		"example", "clausestart", "plusand", "saysnice", "saysmust", "unless", "strictly", "needed", "adverbless", "be", "much", "verdict", "plus", "wish", "bound"} {
		if !held[name] {
			t.Errorf("no list %q", name)
		}
	}
}

// spelled is the words of s, in the case that all cases share.
func spelled(s string) []string {
	return strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return !Wordy(r) })
}

var jointWords = phrases("AND|ALSO|AS|WELL|ALONG|WITH|PLUS|UND|SOWIE|ET|AINSI|QUE|QU|Y|ASÍ|COMO|BEM|ASSIM|E")

func phrases(s string) map[string]bool {
	set := map[string]bool{}
	for p := range strings.SplitSeq(s, "|") {
		set[p] = true
	}
	return set
}

func FuzzParts(f *testing.F) {
	for _, s := range []string{"3+ years of Go and experience running Postgres", "a; b. C (d; e) and ability to f", "Be x. You must y, and 3 years of z", "必須。経験。", "d'e et expérience en f", "(a; b", "x; ;", "İ; ß ſ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > MaxText || oneLine(text) != text {
			return
		}
		parts := Parts(text)
		if len(parts) == 1 && parts[0] != text {
			t.Fatalf("one part, %q, is not the text", parts[0])
		}
		var kept []string
		for _, p := range parts {
			if p == "" && text != "" {
				t.Fatalf("an empty part in %q", parts)
			}
			kept = append(kept, spelled(p)...)
		}
		for _, w := range spelled(text) {
			if len(kept) > 0 && kept[0] == w {
				kept = kept[1:]
			} else if !jointWords[w] {
				t.Fatalf("%q is lost in %q", w, parts)
			}
		}
		if len(kept) > 0 {
			t.Fatalf("%q is in %q and not in the text", kept, parts)
		}
	})
}

func FuzzPropose(f *testing.F) {
	for _, s := range []string{"5+ years of professional software engineering", "Minimum 2 years", "Experience", "(a)", "d'", "\"can do\" approach", "3年以上の経験", "18 years or older", "À l'aise avec l'", "verbal and written and", "，", "12345678901234567890123456789012345 x", "\u0303", "À \" 0", "0Yr!"} {
		f.Add(s, "Rust")
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		if len(text)+len(other) > 2*MaxText || oneLine(text) != text || oneLine(other) != other || !utf8.ValidString(text+other) {
			return
		}
		beside := []model.Requirement{Propose(other, model.Nice, nil)}
		for range 3 {
			q := Propose(text, model.Must, beside)
			if w := width(q.Label); w == 0 || w > model.LabelCells {
				t.Fatalf("the label %q is %d cells wide", q.Label, w)
			}
			if oneLine(q.Label) != q.Label || !utf8.ValidString(q.Label) {
				t.Fatalf("the label %q is not clean", q.Label)
			}
			for _, a := range q.Anchors {
				if a == "" || width(a) > anchorCells || oneLine(a) != a {
					t.Fatalf("the anchor %q", a)
				}
			}
			for _, b := range beside {
				if strings.EqualFold(b.Label, q.Label) {
					t.Fatalf("the label %q is there already", q.Label)
				}
			}
			q.ID = model.RequirementID(len(beside) + 1)
			beside = append(beside, q)
		}
		Doubts(beside)
	})
}

// sixty is as many requirements as a long checklist has, of six forms.
func sixty() []model.Requirement {
	forms := []string{
		"5+ years of professional experience with thing%d, with a strong track record operating it in production.",
		"Fluency with Rust and its async ecosystem; strong grasp of thing%d, performance profiling, and memory safety.",
		"Solid data modeling expertise (PostgreSQL/MySQL, Redis) and familiarity with thing%d where applicable.",
		"Excellent communication, ownership, and a bias for action in thing%d and other fast-moving environments.",
		"A degree in thing%d or a related field, and experience teaching it.",
		"Experience with cloud environments (AWS/GCP/Azure), containers, thing%d (Kubernetes), and CI/CD.",
	}
	var qs []model.Requirement
	for i := range 60 {
		q := Propose(fmt.Sprintf(forms[i%len(forms)], i), model.Priority(i%2), qs)
		q.ID = model.RequirementID(i + 1)
		qs = append(qs, q)
	}
	return qs
}

// oneLine makes one line of s, without what no screen may show.
func oneLine(s string) string { return strings.Join(strings.Fields(clean.Text(s)), " ") }

func BenchmarkDoubts(b *testing.B) {
	qs := sixty()
	for b.Loop() {
		Doubts(qs)
	}
}

func BenchmarkPropose(b *testing.B) {
	qs := sixty()
	for i := 0; b.Loop(); i++ {
		Propose(qs[i%len(qs)].Text, model.Must, qs)
	}
}
