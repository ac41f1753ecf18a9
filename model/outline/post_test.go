package outline

import (
	"strings"
	"testing"
)

func TestPosts(t *testing.T) {
	type want struct{ title, employer, dates, place string }
	march := "2019-03..2021-05"
	for _, c := range []struct {
		name, text string
		want       []want
	}{
		{"all on a line", "Work\nStaff Engineer, Lumen Pay  2019 – now\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", "2019-07..2024-06+~", "Lumen Pay, 2019 – now"}}},
		{"the employer first", "Work\nLumen Pay, Staff Engineer   Toronto, ON   03/2019 – 05/2021\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"bars", "Work\nLumen Pay (Toronto) | Staff Engineer | 03/2019 - 05/2021\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"title, employer, dates", "Work\nStaff Engineer\nLumen Pay\n03/2019 – 05/2021\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"employer, title, dates", "Work\nLumen Pay\nStaff Engineer\n03/2019 – 05/2021\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"dates, title, employer", "Work\n03/2019 – 05/2021\nStaff Engineer\nLumen Pay\n• Kept the ledger up\n01/2015 – 12/2018\nEngineer\nNorthwind Freight\n• Moved forty services",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}, {"Engineer", "Northwind Freight", "2015-01..2018-12", "Northwind Freight, 2015 – 2018"}}},
		{"title and dates, employer below", "Work\nStaff Engineer   Mar 2019 – May 2021\nLumen Pay • Toronto, Canada\n• Kept the ledger up\n\nEngineer   Jan 2015 – Dec 2018\nNorthwind Freight • Berlin\n• Moved forty services",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}, {"Engineer", "Northwind Freight", "2015-01..2018-12", "Northwind Freight, 2015 – 2018"}}},
		{"employer, title and dates below", "Work\nLumen Pay   Toronto, Canada\nStaff Engineer   Mar 2019 – May 2021\n• Kept the ledger up\nNorthwind Freight   Berlin, Germany\nEngineer   Jan 2015 – Dec 2018\n• Moved forty services",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}, {"Engineer", "Northwind Freight", "2015-01..2018-12", "Northwind Freight, 2015 – 2018"}}},
		{"blank lines between", "Work\n\nLumen Pay   Toronto, Canada\n\nStaff Engineer   Mar 2019 – May 2021\n\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"headlines without anything told", "Work\nStaff Engineer, Lumen Pay\n03/2019 – 05/2021\nEngineer, Northwind Freight\n01/2015 – 12/2018",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}, {"Engineer", "Northwind Freight", "2015-01..2018-12", "Northwind Freight, 2015 – 2018"}}},
		{"at", "Work\nStaff Engineer at Lumen Pay\n03/2019 – 05/2021\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"points part them", "Work\n### Lumen Pay, Canada. March 2019 — May 2021. Staff Engineer.\n\nKept the ledger up, night after night, for two years.",
			[]want{{"Staff Engineer.", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"an @", "Work\nStaff Engineer @ Lumen Pay (03/2019 – 05/2021)\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"what was used beside the dates", "Work\nStaff Engineer, Lumen Pay\n2019-03 — 2021-05 | Rust Postgres Kafka\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"how long and how it was worked", "Work\nLumen Pay\nStaff Engineer\nMar 2019 – May 2021 · 2 years 3 months\nFull-time · Remote\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"capitals", "EXPERIENCE\nLUMEN PAY | STAFF ENGINEER\nMar 2019 – May 2021 | Toronto, ON\n• Kept the ledger up",
			[]want{{"STAFF ENGINEER", "LUMEN PAY", march, "LUMEN PAY, 2019 – 2021"}}},
		{"a town behind the employer", "Work\nStaff Engineer, Lumen Pay – San Francisco, CA   03/2019 – 05/2021\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"a town behind the title", "Work\nStaff Engineer, Guelph, ON   03/2019 – 05/2021\nLumen Pay\n• Kept the ledger up",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"dates in a block of their own", "Work\n2019 – 2021\n2015 – 2019",
			[]want{{"", "", "2019-07..2021-06~", "2019 – 2021"}, {"", "", "2015-07..2019-06~", "2015 – 2019"}}},
		{"dates that a line's end breaks off", "Work\nLumen Pay, engineer, 2015 –\n2019\n\n• Kept the ledger up",
			[]want{{"engineer", "Lumen Pay", "2015-07..2019-06~", "Lumen Pay, 2015 – 2019"}}},
		{"a company's suffix", "Work\nStaff Engineer, Lumen Pay, Inc., Toronto   03/2019 – 05/2021",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"within a year", "Work\nLumen Pay, Staff Engineer   03/2019 – 05/2019",
			[]want{{"Staff Engineer", "Lumen Pay", "2019-03..2019-05", "Lumen Pay, 2019"}}},
		{"a long name", "Work\nStaff Engineer\nThe Incorporated Society of Harbour Masters and Pilots\n03/2019 – 05/2021",
			[]want{{"Staff Engineer", "The Incorporated Society of Harbour Masters and Pilots", march, "The Incorporated Society o…, 2019 – 2021"}}},
		{"how it was worked in parentheses", "Work\nData Engineer (Intern)   03/2019 – 05/2021\n• Kept the ledger up",
			[]want{{"Data Engineer", "", march, "Data Engineer, 2019 – 2021"}}},
		{"a sentence with a date", "Work\nStaff Engineer, Lumen Pay   03/2019 – 05/2021\nMember in good standing since 2016.",
			[]want{{"Staff Engineer", "Lumen Pay", march, "Lumen Pay, 2019 – 2021"}}},
		{"German", "Berufserfahrung\nSeit 03/2019   Lumen Pay GmbH, Hamburg\nSoftwareentwicklerin\n• Kasse umgebaut",
			[]want{{"Softwareentwicklerin", "Lumen Pay GmbH", "2019-03..2024-06+", "Lumen Pay GmbH, 2019 – now"}}},
		{"Japanese", "職歴\n2019年3月 ～ 2021年5月   流明支付株式会社\nバックエンドエンジニア\n• 台帳を作り直した",
			[]want{{"バックエンドエンジニア", "流明支付株式会社", march, "流明支付株式会社, 2019 – 2021"}}},
		{"dates in what is told", "Work\nFrom 2019 to 2021 I kept the ledger of forty shops up, with two others, and wrote down how.", nil},
		{"dates in a bullet", "Work\n• Moved the ledger of forty shops to Postgres from 2019 to 2021 with no hour of it lost, and wrote it down.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := plain(c.text)
			if len(o.Posts) != len(c.want) {
				t.Fatalf("%d posts: %+v", len(o.Posts), o.Posts)
			}
			for i, w := range c.want {
				p := o.Posts[i]
				if got := (want{p.Title, p.Employer, shown(p.Dates), o.Place(p.From)}); got != w {
					t.Errorf("got  %+v\nwant %+v", got, w)
				}
				if p.Study {
					t.Error("it is no work")
				}
			}
		})
	}
}

func TestStudies(t *testing.T) {
	for _, c := range []struct {
		name, text, place string
	}{
		{"a school", "Education\nB.Sc. Computer Science, University of Lagos   2009 – 2013", "University of Lagos, 2009 – 2013"},
		{"a school below what was studied", "Education\nB.Sc. in Computer Science\nUniversity of Lagos | 2009 – 2013", "University of Lagos, 2009 – 2013"},
		{"one date", "Education\nB.Sc. in Computer Science\nUniversity of Lagos, 2013", "University of Lagos, 2013"},
		{"no heading", "B.Sc. in Computer Science\nUniversity of Lagos\n2009 – 2013", "University of Lagos, 2009 – 2013"},
		{"a project", "Projects\nHarbour Maps   Jan 2020 – now\n• Drew them", "Harbour Maps, 2020 – now"},
		{"an award whose name says little", "Awards\n2021 | Finalist, Harbour Days | Lagos", "Finalist, Harbour Days, 2021"},
		{"an award below a part's name", "Awards\nInternational\n2021 | Best Paper of the Harbour Days | Lagos", "Best Paper of the Harbour Days, 2021"},
		{"years in the name of what is dated", "Volunteering\n2021 | Organiser, Harbour Days 2019–2020 | Lagos", "Harbour Days 2019–2020, 2021"},
		{"a name that ends with the year", "Volunteering\nMentor at Harbour Days 2019\nTORONTO, ON   2019", "Harbour Days 2019"},
		{"a town, its province and its country", "Volunteering\nMentor of young pilots\nMUMBAI, MAHARASHTRA, INDIA   2019", "Mentor of young pilots, 2019"},
		{"a heading in the margin", "AWARDS &   ■ Best Paper of the Harbour Days   2019", "Best Paper of the Harbour Days, 2019"},
		{"a certificate", "Certificates\nHarbour Pilot - Associate (2020)", "Harbour Pilot, 2020"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := plain(c.text)
			if len(o.Posts) != 1 || !o.Posts[0].Study {
				t.Fatalf("%+v", o.Posts)
			}
			if got := o.Place(o.Posts[0].From); got != c.place {
				t.Errorf("%q, want %q", got, c.place)
			}
		})
	}
}

func TestPlace(t *testing.T) {
	o := plain(resume)
	for line, want := range map[string]string{
		"Amara Okafor":     "",
		"Backend engineer": "SUMMARY",
		"• Rewrote":        "Lumen Pay, 2021 – now",
		"Tech stack":       "Lumen Pay, 2021 – now",
		"• Moved":          "Northwind Freight GmbH, 2017 – 2020",
		"B.Sc.":            "University of Lagos, 2009 – 2013",
		"Docker":           "SKILLS",
	} {
		i := 0
		for !strings.HasPrefix(o.text[i], line) {
			i++
		}
		if got := o.Place(i); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
	for text, want := range map[string]string{"## Core skills: {#a}\nGo": "Core skills", "S K I L L S\nGo": "SKILLS", "**Skills**\nGo": "Skills",
		"SKILLS " + strings.Repeat("-", 60) + "\nGo": "SKILLS", "── SKILLS ──\nGo": "SKILLS"} {
		if got := markdown("Amara\n\n" + text).Place(3); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	// A post among the bullets of another has its own words only.
	among := plain("Education\nUniversity of Lagos   2009 – 2013\n• Won the harbour race\n• Teaching assistant for pilots (2011 – 2012)\n• Read a paper a week")
	for line, want := range map[int]string{2: "University of Lagos, 2009 – 2013", 3: "Teaching assistant for pil…, 2011 – 2012", 4: "University of Lagos, 2009 – 2013"} {
		if got := among.Place(line); got != want {
			t.Errorf("a post among bullets, line %d: %q, want %q", line, got, want)
		}
	}
	if o.Place(-1) != "" || o.Place(1000) != "" {
		t.Error("lines that are not there have a place")
	}
}

// The words of the data files are of the kinds that are known, and a heading opens one section.
func TestWordsAreKnown(t *testing.T) {
	known := map[string]string{sectionsFile: strings.Join(sectionNames[1:], " "), datesFile: "months seasons present to since within years expected", postsFile: "title school degree firm aside land"}
	for file, names := range known {
		for entry, words := range entries(file) {
			if !strings.Contains(" "+names+" ", " "+entry+" ") {
				t.Errorf("%q is not known", entry)
			}
			if entry == "months" && len(words) != 12 {
				t.Errorf("%d months from %s", len(words), words[0])
			}
		}
	}
	opens := map[string]string{}
	for entry, words := range entries(sectionsFile) {
		for _, w := range words {
			key := heading(nil, strings.TrimPrefix(w, "!"))
			if other := opens[key]; other != "" && other != entry {
				t.Errorf("%q opens %s and %s", w, other, entry)
			}
			opens[key] = entry
		}
	}
}
