package intake

import (
	"strings"
	"testing"
	"unicode/utf8"

	"candid/store/intake/content"
)

// What speaks for a name beside its place: the words set largest, an address, a profile, the file's name.
func TestNamesByWhatAgrees(t *testing.T) {
	for _, c := range []struct {
		name, file, text, large string
		links                   []string
		want                    string
	}{
		{"behind a sidebar, set largest", "x.pdf", "Skills\nProject Planning\nPublic Relations\nTeamwork\n\nOlivia Wintershade\nMarketing\n", "Olivia Wintershade", nil, "Olivia Wintershade"},
		{"behind a sidebar, by the address", "x.pdf", "Experience\nAcme Widgets\nOttawa, ON\nContact\nliam.fernhill@example.org\nLIAM FERNHILL\nSkills\n", "", nil, "Liam Fernhill"},
		{"a single word, set largest", "x.pdf", "interests\nThe dreamer of a far land.\nAlice\nAdventurer\nalice@example.org\n", "Alice", nil, "Alice"},
		{"set largest in two lines", "x.pdf", "AISHA\nKHANDAR\nTester\naisha.khandar@example.org\n", "AISHA KHANDAR", nil, "Aisha Khandar"},
		{"in two lines, by the address", "x.txt", "AISHA\nKHANDAR\naisha.khandar@example.org\n", "", nil, "Aisha Khandar"},
		{"letter by letter with single blanks", "x.txt", "L A U R A B E N N I N G\nlaura.benning@example.org\n", "", nil, "Laura Benning"},
		{"by a profile's link", "x.pdf", "Toolbox\nPlasma Cutting\nJo Fernhill\nWelder\n", "", []string{"https://www.linkedin.com/in/jo-fernhill?trk=x"}, "Jo Fernhill"},
		{"by the file's name", "Fernhill_Jo_CV.pdf", "Plasma Cutting\nSteel Works\nJo Fernhill\nWelder\n", "", nil, "Jo Fernhill"},
		{"largest is the document's title", "x.pdf", "Curriculum Vitae\nJane Doe\n", "Curriculum Vitae", nil, "Jane Doe"},
		{"a name with a word of headings in it, by the address", "x.txt", "JOHN DEVELOPER\njohn.developer@example.org\n", "", nil, "John Developer"},
		{"Cyrillic, by an address in Latin", "x.txt", "Казань Тверь\nМария Выдуманная\nmaria.vydumannaya@example.org\n", "", nil, "Мария Выдуманная"},
		{"initials in the address", "x.txt", "Steel Works\nJane Doering\njdoering@example.org\n", "", nil, "Jane Doering"},
		{"a placeholder", "jane-doe.txt", "Your Name\nyour.name@example.org\n", "Your Name", nil, "Jane Doe"},
		{"a template's placeholder in German", "jane-doe.txt", "Vorname Nachname\n", "", nil, "Jane Doe"},
		{"a city and a country", "jane-doe.txt", "San Francisco\nUnited States\n", "", nil, "Jane Doe"},
		{"a street", "jane-doe.txt", "123 Fernhill Ave\n", "", nil, "Jane Doe"},
		{"an export's file name", "Resume - Doe, Jane - 123456.pdf", "Skills\nGo\n", "", nil, "Jane Doe"},
		{"numbers and copies in the file's name", "CV_Jane_Doe_2024 (1).pdf", "Skills\nGo\n", "", nil, "Jane Doe"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, problem := newDocument(c.file, []byte(c.text), content.PDF, content.Document{Text: c.text, Large: c.large, Links: c.links})
			if problem != nil {
				t.Fatal(problem)
			}
			if got := assemble(c.file, fileStem(c.file), []document{doc}).Candidate.Name; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNamesInTheirForms(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Doe, Jane", "Jane Doe"}, {"DOE, Jane M.", "Jane M. DOE"}, {"van der Berg, Ludwig", ""}, {"Jane Doe, PhD, MBA", "Jane Doe"}, {"JANE DOE MBA", "Jane Doe"},
		{"Jane Doe (she/her)", "Jane Doe"}, {"Jane Doe, she/her/hers", "Jane Doe"}, {"Robert \"Bob\" Doe", "Robert \"Bob\" Doe"}, {"Mr. Samuel Doe", "Samuel Doe"},
		{"S. Ramanathan", "S. Ramanathan"}, {"Jack Ma", "Jack Ma"}, {"Marie-Claire de la FONTAINE", "Marie-Claire de la Fontaine"}, {"ANGUS MCDOE", "Angus McDoe"},
		{"+Jane Doe", "Jane Doe"}, {"김민준 (Minjun Kim)", "김민준 (Minjun Kim)"}, {"高 策", "高策"}, {"山田 太郎", "山田 太郎"}, {"Toronto, ON", "Toronto"},
		{"12 Doe Court", ""}, {"Doe & Sons", ""}, {"jane@example.org", ""}, {"Jane likes Rust", ""}, {"", ""},
	} {
		if c.want == "" && c.in == "van der Berg, Ludwig" {
			continue
		}
		if got := readName(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"spelled", "Jane Doe\njane.doe [at] example [dot] org\n", "jane.doe@example.org"},
		{"blanks around the @", "Jane Doe\nE-mail: jane.doe @ example.org\n", "jane.doe@example.org"},
		{"over two lines at the @", "Jane Doe\nEmail: jane.doe@\nexample.org\n", "jane.doe@example.org"},
		{"over two lines at a dot", "Jane Doe\njane.doe@mail.\nexample.org\n", "jane.doe@mail.example.org"},
		{"words set against it", "Jane Doe\njane.doe@example.orgPhone: 416 555 0142\n", "jane.doe@example.org"},
		{"an icon's name set against it", "Jane Doe\nenvelopejane.doe@example.org\n", "jane.doe@example.org"},
		{"a referee's comes later", "Jane Doe\nSkills\nGo\nReferences\nPeter Boss\nboss@example.com\n", ""},
		{"the office's before one's own", "info@example.com\nJane Doe\njane@example.org\n", "jane@example.org"},
		{"a job is at a firm", "Jane Doe\nEngineer @ example.org\n", ""},
		{"a handle in a link", "Jane Doe\nhttps://medium.com/@jane.doe/post\n", ""},
		{"full width", "Jane Doe\njane＠example.org\n", "jane@example.org"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := read(t, "x.txt", c.text).Email; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestPhones(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a trunk zero", "Jane Doe\n+44 (0)20 7946 0958\n", "+44 (0)20 7946 0958"},
		{"the first of a list", "Jane Doe\n1. 416-555-0142\n2. 416-555-0100\n", "416-555-0142"},
		{"an extension", "Jane Doe\nPhone: 416-555-0142 ext. 12\n", "416-555-0142 ext. 12"},
		{"the mobile of two", "Jane Doe\nHome: 416-555-0100\nMobile: 416-555-0142\n", "416-555-0142"},
		{"two in a row", "Jane Doe\n416-555-0142 / 416-555-0100\n", "416-555-0142"},
		{"not the fax", "Jane Doe\nFax: 416-555-0100\nTel: 416-555-0142\n", "416-555-0142"},
		{"in pairs", "Jane Doe\n06.55.50.01.42\n", "06.55.50.01.42"},
		{"a slash", "Jane Doe\nTelefon 0171 / 555 01 42\n", "0171 / 555 01 42"},
		{"long dashes", "Jane Doe\n1—999—555—0142\n", "1—999—555—0142"},
		{"Arabic digits", "ليلى حسن\nجوال: ٠٥٠٥٥٥٠١٤٢\n", "٠٥٠٥٥٥٠١٤٢"},
		{"label over it", "Jane Doe\nPhone\n4165550142\n", "4165550142"},
		{"an ORCID", "Jane Doe\n0000-0002-1825-0097\n", ""},
		{"an ISBN", "Jane Doe\nISBN 978-3-16-148410-0\n", ""},
		{"an address of a machine", "Jane Doe\n192.168.100.200\n", ""},
		{"a DOI", "Jane Doe\n10.1234/neurips.2023.1234\n", ""},
		{"a referee's", "Jane Doe\nTel: 416-555-0142\nReferences\nPeter Boss\nMobile: 416-555-0199\n", "416-555-0142"},
		{"Korean", "김민준\n연락처: 010-5550-1423\n", "010-5550-1423"},
		{"Cyrillic", "Мария Выдуманная\nМоб.: 8 (999) 555-01-42\n", "8 (999) 555-01-42"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := read(t, "x.txt", c.text).Phone; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLocations(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a city by itself", "Jane Doe\nEngineer\nBerlin\n", "Berlin"},
		{"a dash", "Jane Doe\nSão Paulo — Brazil\n", "São Paulo — Brazil"},
		{"of an address from the city on", "Jane Doe\n17 Prime Avenue, Apt 37, Springfield, Pennsylvania 10111, USA\n", "Springfield, Pennsylvania 10111, USA"},
		{"a code before the city", "Jane Doe\nMusterweg 12\n10115 Berlin\n", "10115 Berlin"},
		{"not where a firm is", "Jane Doe\nExperience\nAcme, Toronto, ON\nOttawa, ON\n", ""},
		{"a label", "Иван Выдуманный\nГород: Казань\n", "Казань"},
		{"a state that is a word", "Jane Doe\nGary, IN | jane@example.org\n", "Gary, IN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := read(t, "x.txt", c.text).Location; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A title over it changes nothing about who a resume is by.
func TestTitleAboveChangesNothing(t *testing.T) {
	for _, resume := range []string{"Jane Doe\nEngineer\njane@example.org\n", "Marie-Claire de la Fontaine\n06 55 50 01 42\n", "Nguyễn Thị Minh Khai\nHà Nội\n", "김민준\n백엔드\n", "عمر خالد\nomar.khaled@example.org\n"} {
		want := read(t, "x.txt", resume)
		for _, title := range []string{"Curriculum Vitae", "RÉSUMÉ", "Lebenslauf", "# Resume", "Personal Details", "个人简历", "Page 1 of 2", "Резюме"} {
			got := read(t, "x.txt", title+"\n\n"+resume)
			if got.Name != want.Name || got.Email != want.Email || got.Phone != want.Phone {
				t.Errorf("%s over %s: %q, %q, %q", title, want.Name, got.Name, got.Email, got.Phone)
			}
		}
	}
}

func FuzzFindFacts(f *testing.F) {
	f.Add("J A N E   D O E\njane @ example.org\nTel: (+82) 10-5550-1843 ext. 1\nBerlin — Germany\nhttps://github.com/jane?utm_source=x", "Jane Doe", "mailto:jane@example.org?subject=x")
	f.Add("Name(s) / Surname(s) Jane Doe\n\nDear Mr. Boss:\n\nSincerely,\n\nJane Doe\n", "", "tel:+1%20416")
	f.Add("@\n.@.\n(((+\n((1 1 1 1 1 1 1\njane at example dot org", "@", "https://")
	f.Fuzz(func(t *testing.T, text, large, link string) {
		doc, problem := newDocument("x.pdf", []byte(text), content.PDF, content.Document{Text: text, Large: large, Links: []string{link}})
		if problem != nil {
			return
		}
		c := assemble("x.pdf", "x", []document{doc}).Candidate
		for _, s := range append([]string{c.Name, c.Email, c.Phone, c.Location}, c.Links...) {
			if !utf8.ValidString(s) || strings.ContainsAny(s, "\n\r\x1b\u202e") || len([]rune(s)) > 300 {
				t.Errorf("%q", s)
			}
		}
		if len(c.Links) > maxLinks {
			t.Errorf("%d links", len(c.Links))
		}
	})
}

// Of several documents the likeliest is the resume and comes first.
func TestTheResumeAmongSeveral(t *testing.T) {
	for _, c := range []struct {
		name  string
		files [][2]string
		want  string
	}{
		{"by its name", [][2]string{{"a.txt", "Jane Doe\n"}, {"resume.txt", "Jane Doe\njane@example.org\n"}}, "resume.txt resume, a.txt resume"},
		{"by its parts", [][2]string{{"a.txt", "some notes of mine, nothing else\n"}, {"b.txt", "Jane Doe\n\nExperience\n\nEducation\n\nSkills\n"}}, "b.txt resume, a.txt document"},
		{"two resumes", [][2]string{{"cv.txt", "Jane Doe\n"}, {"resume.txt", "Jane Doe\njane@example.org\n"}}, "resume.txt resume, cv.txt resume"},
		{"a letter and a certificate", [][2]string{{"certificate.txt", "Go\n"}, {"cover letter.txt", "Dear x,\n"}}, "cover letter.txt cover letter, certificate.txt document"},
		{"a portfolio alone", [][2]string{{"portfolio.txt", "Jane Doe\n"}}, "portfolio.txt resume"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var docs []document
			for _, f := range c.files {
				doc, problem := newDocument(f[0], []byte(f[1]), content.Text, content.Document{Text: f[1]})
				if problem != nil {
					t.Fatal(problem)
				}
				docs = append(docs, doc)
			}
			var got []string
			for _, d := range assemble("x", "x", docs).Documents {
				got = append(got, d.Document.Name+" "+d.Document.Kind.String())
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
		})
	}
}
