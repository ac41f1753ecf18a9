package pdf

import (
	"strings"
	"testing"

	"candid/store/intake/pdf/pdftest"
)

// at is words set from x on a line.
type at struct {
	x, y, em float64
	text     string
}

// place sets words as a producer does: in the order given.
func place(parts []at) []word {
	var out []word
	for _, p := range parts {
		x := p.x
		for _, text := range strings.Fields(p.text) {
			w := pdftest.Measure(text, p.em)
			out = append(out, word{text: text, box: box{x, p.y - 0.9*p.em, x + w, p.y + 0.2*p.em}, base: p.y, em: p.em, order: len(out), space: true})
			x += w + 0.278*p.em
		}
	}
	return out
}

// What stands on one line, and in one row, comes so.
func TestLines(t *testing.T) {
	const long = "Led the team that moved the ledger to another region without a minute of downtime"
	for _, c := range []struct {
		name  string
		parts []at
		want  string
	}{
		{"nothing", nil, ""},
		{"a heading and its dates", []at{{50, 100, 10, "ENGINEER, LUMEN PAY"}, {480, 100, 10, "2021 – now"}, {50, 112, 10, long},
			{50, 124, 10, "and slept."}, {50, 145, 10, "CLERK, HARBOR"}, {480, 145, 10, "2019 – 2021"}, {50, 157, 10, "Counted ships."}},
			"ENGINEER, LUMEN PAY   2021 – now\n" + long + "\nand slept.\n\nCLERK, HARBOR   2019 – 2021\nCounted ships."},
		{"dates a little lower, and short lines", []at{{50, 100, 12, "Lumen Pay"}, {480, 101.5, 10, "2021 – now"}, {50, 114, 10, "Engineer"},
			{50, 126, 10, "Short line."}, {50, 145, 12, "Harbor"}, {480, 146.5, 10, "2019 – 2021"}, {50, 159, 10, "Clerk"}, {50, 171, 10, "Another."},
			{50, 190, 12, "Orbit"}, {480, 191.5, 10, "2017 – 2019"}, {50, 203, 10, "Clerk"}},
			"Lumen Pay   2021 – now\nEngineer\nShort line.\n\nHarbor   2019 – 2021\nClerk\nAnother.\n\nOrbit   2017 – 2019\nClerk"},
		{"dates in a margin on the left", []at{{50, 100, 10, "2021–now"}, {130, 100, 10, "Engineer, Lumen Pay"}, {130, 112, 10, long}, {130, 124, 10, "and slept."},
			{50, 140, 10, "2019–21"}, {130, 140, 10, "Clerk, Harbor"}, {130, 152, 10, "Counted ships."}, {50, 168, 10, "2018"}, {130, 168, 10, "Trainee"}},
			"2021–now   Engineer, Lumen Pay\n" + long + "\nand slept.\n\n2019–21   Clerk, Harbor\nCounted ships.\n\n2018   Trainee"},
		{"labels and values", []at{{50, 100, 10, "Languages:"}, {140, 100, 10, "Go, Rust, Python"}, {50, 112, 10, "Tools:"}, {140, 112, 10, "Postgres and Kafka"},
			{50, 124, 10, "Spoken:"}, {140, 124, 10, "English, German"}, {50, 136, 10, "Other:"}, {140, 136, 10, "driving licence"}},
			"Languages:   Go, Rust, Python\nTools:   Postgres and Kafka\nSpoken:   English, German\nOther:   driving licence"},
		{"a list of posts", posts(9), strings.TrimSuffix(strings.Repeat("Senior Engineer, Lumen Pay   Jan 2018 – now\n", 9), "\n")},
		{"a table", []at{{50, 100, 10, "Course"}, {250, 100, 10, "School"}, {450, 100, 10, "Grade"}, {50, 112, 10, "Operating systems and networks"}, {250, 112, 10, "Example University"}, {450, 112, 10, "1.0"},
			{50, 124, 10, "Compilers"}, {250, 124, 10, "Example University"}, {450, 124, 10, "1.3"}, {50, 136, 10, "Statistics for all"}, {250, 136, 10, "Another School"}, {450, 136, 10, "2.0"}},
			"Course | School | Grade\nOperating systems and networks | Example University | 1.0\nCompilers | Example University | 1.3\nStatistics for all | Another School | 2.0"},
		{"a table with little between its cells", []at{{50, 100, 10, "Course"}, {109, 100, 10, "School"}, {160, 100, 10, "Grade"}, {50, 112, 10, "Compilers"}, {109, 112, 10, "Harbor"}, {160, 112, 10, "1.0"}},
			"Course | School | Grade\nCompilers | Harbor | 1.0"},
		{"a label and what it labels", []at{{50, 100, 10, "Languages"}, {109.5, 100, 10, "Korean, English and some more"}}, "Languages   Korean, English and some more"},
		{"place and dates in a margin beside items", []at{{50, 100, 10, "Engineer, Lumen Pay"}, {480, 100, 10, "Porto"}, {55, 112, 10, "• built the ledger that settles payments between banks"}, {480, 112, 10, "2021 – now"},
			{61, 124, 10, "of four countries"}, {480, 124, 10, "3 years"}, {55, 136, 10, "• kept it running"}, {50, 160, 10, "Clerk, Harbor"}, {480, 160, 10, "Faro"}, {55, 172, 10, "• counted ships"}, {480, 172, 10, "2019 – 2021"}},
			"Engineer, Lumen Pay   Porto   2021 – now   3 years\n• built the ledger that settles payments between banks\nof four countries\n• kept it running\n\nClerk, Harbor   Faro   2019 – 2021\n• counted ships"},
		{"dates that end in one place, drawn last", []at{{50, 100, 10, "engineer at Lumen Pay"}, {50, 112, 10, "clerk of the harbor"}, {50, 124, 10, "carrier of letters"},
			{500 - pdftest.Measure("since 2021", 10), 100, 10, "since 2021"}, {500 - pdftest.Measure("in the year 2019", 10), 112, 10, "in the year 2019"}, {500 - pdftest.Measure("for a week", 10), 124, 10, "for a week"}},
			"engineer at Lumen Pay   since 2021\nclerk of the harbor   in the year 2019\ncarrier of letters   for a week"},
		{"bullets and their levels", []at{{50, 100, 10, "• built the ledger"}, {60, 112, 10, "and more"}, {68, 124, 10, "◦ in Rust"}, {68, 136, 10, "◦ in Go"}, {50, 148, 10, "• kept it"}},
			"• built the ledger\nand more\n  • in Rust\n  • in Go\n• kept it"},
		{"a bullet set high, far from its text", []at{{50, 98.5, 8, "●"}, {70, 100, 10, "built the ledger"}, {50, 110.5, 8, "●"}, {70, 112, 10, "kept it running"}},
			"• built the ledger\n• kept it running"},
		{"dashes as bullets", []at{{50, 100, 10, "– built the ledger"}, {50, 112, 10, "– kept it running"}}, "• built the ledger\n• kept it running"},
		{"letters set apart", []at{{50, 100, 10, "E D U C A T I O N"}, {50, 120, 10, "Plan B C of D"}}, "EDUCATION\n\nPlan B C of D"},
		{"raised letters", []at{{50, 100, 10, "On the 5"}, {50 + pdftest.Measure("On the 5", 10), 96.5, 6, "th"}, {110, 100, 10, "of May"}}, "On the 5th   of May"},
		{"blocks", []at{{50, 100, 14, "Education"}, {50, 116, 10, "Example University"}, {50, 128, 10, "Compilers"}, {50, 156, 14, "Work"}, {50, 172, 10, "Lumen Pay"}},
			"Education\nExample University\nCompilers\n\nWork\nLumen Pay"},
		{"drawn twice to look bold", []at{{50, 100, 10, "Ada"}, {50.3, 100, 10, "Ada"}}, "Ada"},
		{"from right to left", []at{{400, 100, 10, "שלום"}, {370, 100, 10, "עולם"}, {330, 100, 10, "Go"}}, "שלום עולם   Go"},
		{"a name beside three lines of contacts", []at{{50, 100, 28, "Ada Example"}, {420, 84, 9, "ada@example.org"}, {420, 95, 9, "555-0100"}, {420, 106, 9, "Berlin"}},
			"Ada Example\n\nada@example.org\n555-0100\nBerlin"},
		{"a heading below a list beside others", []at{{50, 60, 10, long}, {50, 80, 13, "SKILLS"}, {50, 95, 10, "parsing of text"}, {300, 95, 10, "with care and love"},
			{50, 107, 10, "building of tools"}, {300, 107, 10, "for all the people"}, {50, 119, 10, "reading of books"}, {300, 119, 10, "with eyes and ears"},
			{50, 150, 13, "EDUCATION"}, {50, 166, 10, long}},
			long + "\n\nSKILLS\nparsing of text   with care and love\nbuilding of tools   for all the people\nreading of books   with eyes and ears\n\nEDUCATION\n" + long},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(arrange(place(c.parts)), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// posts is a list of posts on a line each, with when they were held on the right.
func posts(n int) []at {
	var out []at
	for i := range n {
		y := 100 + 12*float64(i)
		out = append(out, at{50, y, 10, "Senior Engineer, Lumen Pay"}, at{480, y, 10, "Jan 2018 – now"})
	}
	return out
}
