package evidence

import (
	"slices"
	"strings"
	"testing"

	"candid/model"
)

func TestWordsApart(t *testing.T) {
	v, err := parseVocabulary("service work ; built|wrote … server|service\nREST")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, line string
		want       string // the words from the first to the last
	}{
		{"side by side", "Built services for billing", "Built services"},
		{"others between", "Wrote the licence server of the shop", "Wrote the licence server"},
		{"any of each", "Built a small invoicing server", "Built a small invoicing server"},
		{"the other way about", "A server that somebody built", ""},
		{"another sentence", "Wrote a book. The server was down", ""},
		{"a clause apart", "Wrote a book; ran a server", ""},
		{"too far", "Built one two three four five six seven eight service", ""},
		{"one alone", "Wrote a book", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFinder(newReader(v), model.Role{Checklist: asking("Service work")})
			lines := below("• " + c.line)
			var got []string
			for _, x := range f.Find(sent, lines).Found[1] {
				for _, term := range x.Terms {
					got = append(got, term.Text)
				}
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

func TestWordsBetweenCountForThemselves(t *testing.T) {
	one := find(asking("Designing production-grade services (REST, caching)"), below("• Built a REST service for billing", "", "• Read about REST"))[1]
	if len(one) == 0 || !strings.Contains(one[0].Text, "billing") {
		t.Fatalf("the built one is not first: %+v", one)
	}
	if i := slices.IndexFunc(one[0].Terms, func(x Term) bool { return strings.HasPrefix(x.Text, "REST") }); i < 0 {
		t.Errorf("REST is not shown among %+v", one[0].Terms)
	}
}
