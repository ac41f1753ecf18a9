package evidence

import (
	"fmt"
	"strings"
	"testing"

	"candid/model"
)

func TestYearsAsked(t *testing.T) {
	cases := map[string]int{
		"5+ years of experience": 5, "at least 3 years": 3, "3-5 years in sales": 3, "three to five years": 3, "10 or more years": 10, "a decade of work": 10,
		"Mindestens 5 Jahre Berufserfahrung": 5, "fünf Jahre": 5, "5 ans d'expérience": 5, "au moins trois ans": 3, "más de 4 años": 4, "cinco años": 5,
		"mais de 3 anos": 3, "5 anni": 5, "vijf jaar ervaring": 5, "от 3 лет": 3, "5年以上工作经验": 5, "三年以上经验": 3, "3 yrs": 3,
		"18 years old": 0, "years of trust": 0, "a 401k": 0, "since 2016": 0, "Rust": 0,
	}
	for text, want := range cases {
		if got, _, _ := yearsAsked(words(text)); got != want {
			t.Errorf("%q asks for %d years, want %d", text, got, want)
		}
	}
}

func TestSums(t *testing.T) {
	lines := below(
		"Staff Engineer, Lumen Pay, January 2020 – December 2022", "• Wrote the ledger in Rust and Kafka", "",
		"Engineer, Harbour Labs, January 2018 – December 2020", "• Ran Kafka and Terraform", "",
		"Intern, Acme Ltd, June 2016 – July 2016", "• Baked bread", "",
		"EDUCATION", "", "BSc, Example University, 2011 – 2015",
	)
	cases := []struct {
		asks   string
		months int
		ranges string // places of the ranges
		of     string
	}{
		{"5+ years of experience as an engineer", 60, "Lumen Pay, Harbour Labs", ""},
		{"3+ years of Rust", 36, "Lumen Pay", "Rust"},
		{"4 years of Kafka or Terraform", 60, "Lumen Pay, Harbour Labs", "Kafka or Terraform"},
		{"2 years of COBOL", 0, "", ""},
		{"Rust", 0, "", ""},
	}
	for _, c := range cases {
		t.Run(c.asks, func(t *testing.T) {
			role := model.Role{Title: "Engineer", Checklist: asking(c.asks)}
			findings := NewFinder(role).Find(sent, lines)
			sum := findings.Sums[1]
			var places []string
			for _, r := range sum.Ranges {
				name, _, _ := strings.Cut(r.Place, ",")
				places = append(places, name)
				if text := lines[r.Line][r.From:r.To]; !strings.Contains(text, "20") {
					t.Errorf("%q is no range", text)
				}
			}
			if sum.Months != c.months || strings.Join(places, ", ") != c.ranges || sum.Of != c.of {
				t.Errorf("%+v", sum)
			}
			dated := 0
			for _, f := range findings.Found[1] {
				if f.Kind == Dated {
					dated++
				}
			}
			if dated != len(sum.Ranges) {
				t.Errorf("%d ranges are pointed at", dated)
			}
		})
	}
}

// Years that are said count when they are somebody's years of work.
func TestYearsSaid(t *testing.T) {
	for line, want := range map[string]string{
		"• More than 12 years of experience in shipping":        "12 years",
		"• 15+ years of professional work":                      "15+ years",
		"• I have been in this trade for 9 years as a cook":     "9 years",
		"• Over a decade of experience with boats":              "decade",
		"• Since the spring of 2017 I have had a career at sea": "Since the spring of 2017",
		"• Cited 340 times within two years":                    "",
		"• Grew sales over three years":                         "",
	} {
		var got []string
		for _, f := range find(asking("5+ years of work"), below(line))[1] {
			for _, term := range f.Terms {
				got = append(got, term.Text)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q says %q, want %q", line, s, want)
		}
	}
}

// Years of membership, of a language or of a school are no years of work.
func TestYearsBesideWork(t *testing.T) {
	for section, want := range map[string]int{"EXPERIENCE": 1, "SUMMARY": 1, "MEMBERSHIPS": 0, "EDUCATION": 0, "INTERESTS": 0} {
		lines := []string{"Amara Okafor", "", section, "", "• 9 years of professional practice in the guild of bakers"}
		if found := find(asking("5+ years of work"), lines)[1]; len(found) != want {
			t.Errorf("under %s: %+v", section, found)
		}
	}
}

func ExampleFinder_Explain() {
	role := model.Role{Title: "Engineer", Checklist: asking("Rust")}
	lines := []string{"Amara Okafor", "", "EXPERIENCE", "", "• Rewrote the ledger in Axum"}
	for _, s := range NewFinder(role).Explain(model.Document{}, lines, 4, 1) {
		fmt.Println(s)
	}
	// Output:
	// “Axum” (Rust web framework) speaks to Rust.
	// It stands under EXPERIENCE.
}
