package outline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"candid/model"
)

func plain(text string) Outline { return Read(model.Document{}, strings.Split(text, "\n"), june) }

func markdown(text string) Outline {
	return Read(model.Document{Format: "markdown"}, strings.Split(text, "\n"), june)
}

// kinds is what the lines are, a letter each: Told t, Blank ., Heading H, Contact c, Listed l, Posted P.
func kinds(o Outline) string {
	b := make([]byte, len(o.Lines))
	for i, l := range o.Lines {
		b[i] = "t.HclP"[l.Kind]
	}
	return string(b)
}

// statements is the statements that are not blank, as "from-to" with the last line included, or as "line".
func statements(o Outline) string {
	var all []string
	for i, l := range o.Lines {
		switch {
		case l.From != i || l.Kind == Blank:
		case l.To == i+1:
			all = append(all, fmt.Sprint(i))
		default:
			all = append(all, fmt.Sprintf("%d-%d", l.From, l.To-1))
		}
	}
	return strings.Join(all, " ")
}

const resume = `Amara Okafor
Staff Backend Engineer
Toronto, Ontario
amara@example.org · +1 416 555 0142 · github.com/amara-o

SUMMARY
Backend engineer who keeps payments up and writes the design down before
the code.

EXPERIENCE

Staff Engineer, Lumen Pay      2021 – now
• Rewrote the ledger service in Rust (Tokio, Axum); p99 from 180 ms to 12
ms at 9,000 requests a second
• Led on-call for six services
Tech stack: Rust, Postgres, Kafka, Kubernetes

Northwind Freight GmbH, Berlin
Backend Engineer
03/2017 – 12/2020
• Moved forty services to Kubernetes

EDUCATION
University of Lagos
B.Sc. Computer Science, 2009 – 2013

SKILLS
Languages: Go, Rust, SQL
Docker
Terraform
Kafka ●●●●○

Page 1 of 2`

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		read             func(string) Outline
	}{
		{"a resume", resume, "HPcc.Htt.H.Ptttl.PPPt.HPP.Hllll.c", plain},
		{"another resume", lebenslauf, "Hcc.HttHPPPttPPPtHPPPHllc", plain},
		{"letters that stand apart", "S K I L L S\nGo\nRust", "Hll", plain},
		{"letters that stand apart, two words", "W O R K  E X P E R I E N C E\nKept the till up for years.", "Ht", plain},
		{"a heading with a rule below it", "x.\n\nNotable Things\n--------------\nKept the till up for years.", "t.H.t", plain},
		{"a heading filled up by a rule", "SKILLS ------------\nGo", "Hl", plain},
		{"a heading that is a link", "# Amara Okafor\n\n## [Boats I built](https://example.org/boats)\n\n- Kept the till up", "H.H.t", markdown},
		{"headings of Markdown", "# Amara Okafor\n\n## Work\n\n### Lumen Pay\n2019 – 2021\n\n- Kept the till up", "H.H.PP.t", markdown},
		{"a heading that is no section's", "Projects\nHARBOUR MAPS\n• Drew the harbour of every town", "HHt", plain},
		{"a heading in a word of another", "RELEVANT WORK EXPERIENCE\nKept the till up for years.", "Ht", plain},
		{"a label for what stands below", "Skills\nOver 1000 lines:\nGo, Rust", "HHl", plain},
		{"a word that is a heading in capitals alone", "Skills\nProject\nAgile, Jira\nPROJECT\nHarbour Maps of the whole coast, drawn by two", "HllHt", plain},
		{"a paragraph's last word is no heading", "I have kept payments up, and from that comes all of my\nexperience", "tt", plain},
		{"told with commas", "Work\n• Designed, built and ran the ledger, the tills and the maps of a whole town.", "Ht", plain},
		{"a list without a label", "Work\nRust, Go, Postgres, Kafka, Kubernetes", "Hl", plain},
		{"parted by bars", "Skills\nRust | Go | Postgres", "Hl", plain},
		{"three names parted by bars", "Projects\nHarbour Maps   2020\nGo | Postgres | Kafka", "HPl", plain},
		{"titles parted by bars", "Amara Okafor\nBackend Engineer | Team Lead | Harbour Pilot and mentor of four\n\nWork", "Ht.H", plain},
		{"a long address", "Amara Okafor\n235, Harbour Street, Apt 12, North Quay, Toronto, Ontario, Canada\n\nWork", "Hc.H", plain},
		{"a title over two lines is told", "Work\nI moved with two of the others from the\nPlatform team to the engineer's desk", "Htt", plain},
		{"parted by bullets", "Skills\nRust • Go • Postgres", "Hl", plain},
		{"with how well", "Skills\nRust 80%\nGo 5/5\nEnglish (native)", "Hlll", plain},
		{"told among skills", "Skills\nI have written Rust every day for five years and taught it to four others.", "Ht", plain},
		{"one a line under a heading", "Courses\nMachine Learning\nOperating Systems\nCompilers", "Hlll", plain},
		{"contacts", "Amara Okafor\n12 Harbour Street\nTel: 555 0142\nDate of birth: 4 May 1990\nlinkedin.com/in/amara", "Hcccc", plain},
		{"a link in what is told", "Work\n• Wrote the parser that the town uses (https://example.org/parser) and its tests.", "Ht", plain},
		{"a number of a page", "Work\nKept the till up for years.\nAmara Okafor – 1/2", "Htc", plain},
		{"bullets", "Work\n- Kept it up\n‣ Kept it up\n▪ Kept it up\no Kept it up\n1. Kept it up\n\uf0b7 Kept it up", "Htttttt", plain},
		{"a letter", "Dear team,\n\nI have kept payments up for eight years at two companies.\n\nAmara", "t.t.t", plain},
		{"German", "BERUFSERFAHRUNG\nLumen Pay GmbH\nSoftwareentwicklerin\nseit 03/2019\n- Kassensystem umgebaut\n\nSprachkenntnisse\nDeutsch, Englisch", "HPPPt.Hl", plain},
		{"French", "Expérience professionnelle\nIngénieure, Lumen Pay — janv. 2019 à mars 2021\n\nCompétences\nGo, Rust", "HP.Hl", plain},
		{"Chinese", "工作经历\n流明支付有限公司 | 后端工程师 | 2019年3月至今\n• 重构账本服务\n\n技能\nGo、Rust、Postgres", "HPt.Hl", plain},
		{"Russian", "Опыт работы\nООО «Люмен»\nРазработчик\nмарт 2019 — настоящее время\n• Переписала сервис расчётов\n\nНавыки\nGo, Rust", "HPPPt.Hl", plain},
		{"nothing", "", ".", plain},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := kinds(c.read(c.text)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestSections(t *testing.T) {
	for heading, want := range map[string]Section{
		"EXPERIENCE": Work, "Work Experience": Work, "Berufserfahrung": Work, "Expériences professionnelles": Work, "Experiencia laboral": Work, "Esperienze lavorative": Work,
		"Experiência profissional": Work, "Werkervaring": Work, "Doświadczenie zawodowe": Work, "Опыт работы": Work, "工作经历": Work, "職務経歴": Work, "경력": Work, "Arbetslivserfarenhet": Work,
		"Työkokemus": Work, "İş Deneyimi": Work, "Pracovní zkušenosti": Work,
		"Skills & Tools": Skills, "KEY SKILLS:": Skills, "Kenntnisse": Skills, "Compétences": Skills, "Umiejętności": Skills, "スキル": Skills,
		"Education": Study, "Ausbildung": Study, "学历": Study, "Образование": Study, "Utbildning": Study,
		"About me": Summary, "Projekte": Projects, "Certifications": Certificates, "Honors & Awards": Awards, "Publications": Publications,
		"Volunteering": Volunteering, "Talks": Talks, "Languages": Languages, "Hobbys": Interests, "References": References, "Contact": Contacts,
		"The Harbour": NoSection,
	} {
		o := plain("Amara Okafor\n\n" + heading + "\nKept the till of forty shops up.")
		if got := o.Lines[3].Section; got != want {
			t.Errorf("%s: %q, want %q", heading, sectionNames[got], sectionNames[want])
		}
	}
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		flowing          bool
	}{
		{"a bullet and the lines it goes on in", "• Rewrote the ledger service in Rust (Tokio, Axum); p99\nfrom 180 ms to 12 ms\n• Led on-call", "0-1 2", false},
		{"a paragraph", "Eight years of keeping payments up taught me to own what\nI ship, and to say early when a date will not hold. I like\nto pair on the hard parts.", "0-2", false},
		{"a paragraph of six lines", strings.Repeat("Eight years of keeping payments up taught me to own what\n", 5) + "I ship.", "0-5", false},
		{"parted nearest to where a sentence ends", strings.Repeat("eight years of keeping payments up taught me to own what\n", 3) +
			"I ship. Eight years of keeping the tills up taught me to\n" + strings.Repeat("write it all down before the code comes out of the door\n", 4) + "again.", "0-2 3-8", false},
		{"a paragraph of two columns' width", "I keep the tills of\nforty shops up and\nwrite it down", "0 1 2", false},
		{"a narrow column in small letters", "Backend engineer who keeps the tills\nof forty shops up and writes it all\ndown before the code", "0-2", false},
		{"words one a line", "Go\nRust\nPostgres", "0 1 2", false},
		{"sentences a line each, none as long", "Rewrote the ledger of the whole payments company in Rust with two others.\nLed the on-call.\nTaught four others Rust.", "0 1 2", false},
		{"lines of a format that says where paragraphs end", "Rewrote the ledger of the whole payments company in Rust with two others and\nled the on-call.", "0 1", true},
		{"a small letter behind the end of a sentence", "harbourd — a small server that keeps the berths of forty boats.\nmapd — another one.", "0 1", false},
		{"a word that is shortened", "Kept the tills of forty shops up with the usual tools, e.g.\nlogs, graphs and a phone", "0-1", false},
		{"a row of a table", "Rust | six years of it at work and at home, in services\nGo | three years of it", "0 1", false},
		{"a hyphen that is printed", "At Lumen Pay I broke the monolith that took payments into micro-\nservices, one a quarter.", "0-1", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Read(model.Document{Flowing: c.flowing}, strings.Split(c.text, "\n"), june)
			if got := statements(o); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// A long paragraph is several statements, parted where sentences end.
func TestLongParagraph(t *testing.T) {
	const full = "which is how the tills of the forty shops of the town were kept"
	lines := []string{"I " + full, full, full + ".", "Then " + full[:56], full, full[:48] + " up. And", full, full, full, full, full, full, full, "all winter."}
	o := Read(model.Document{}, lines, june)
	for i, l := range o.Lines {
		if l.To-l.From > most || i+1 < len(lines) && !l.More {
			t.Errorf("line %d: %+v", i, l)
		}
	}
	if got := o.Lines[0]; got.To != 3 {
		t.Errorf("the first statement ends at %d", got.To)
	}
}

func TestAsideIsToldAlone(t *testing.T) {
	o := Read(model.Document{Aside: 2}, []string{"Skills", "Go, Rust", "SKILLS", "2019 – 2021"}, june)
	if got := kinds(o); got != "Hltt" || len(o.Dates) > 0 {
		t.Errorf("%s, dates %v", got, o.Dates)
	}
}

// documents is texts of all sorts for what holds of every one.
var documents = []string{resume, "", "000\n2000 –", "2000–2001 A000000000000000000000000\x9300", "\n\n", "Go", "2019 –\n2021", "# \n**\n> \n: x\n---", strings.Repeat("Lumen Pay 2019–2021\n", 30), "Work\n2019 –\n2020 –\n2021 –\nnow"}

// check holds what is true of every outline.
func check(t *testing.T, lines []string, o Outline) {
	t.Helper()
	if len(o.Lines) != len(lines) {
		t.Fatalf("%d lines of %d", len(o.Lines), len(lines))
	}
	for i, l := range o.Lines {
		if l.From > i || l.To <= i || l.To > len(lines) || o.Lines[l.From].From != l.From || i > 0 && l.From != i && o.Lines[i-1].From != l.From {
			t.Fatalf("line %d is of %d to %d", i, l.From, l.To)
		}
		if l.Post >= len(o.Posts) || l.Post >= 0 && (i < o.Posts[l.Post].From || i >= o.Posts[l.Post].To) {
			t.Fatalf("line %d is of post %d", i, l.Post)
		}
		width := 0
		for _, c := range o.Place(i) {
			width += cells(c)
		}
		if width > widestPlace {
			t.Fatalf("place %q", o.Place(i))
		}
	}
	end := 0
	for n, p := range o.Posts {
		if p.From < end || p.To <= p.From || p.To > len(lines) || p.HasDates && (p.Dates.To <= p.Dates.From || p.Dated.Line < p.From || p.Dated.Line >= p.To) {
			t.Fatalf("post %d after %d: %+v", n, end, p)
		}
		end = p.To
	}
	for _, d := range o.Dates {
		if d.From < 0 || d.To <= d.From || d.To > len(lines[d.Line]) {
			t.Fatalf("dates %+v", d)
		}
	}
}

func TestReadHolds(t *testing.T) {
	for _, text := range documents {
		lines := strings.Split(text, "\n")
		o := Read(model.Document{}, lines, june)
		check(t, lines, o)
		again := Read(model.Document{}, lines, june)
		if !slices.Equal(o.Lines, again.Lines) || !slices.Equal(o.Posts, again.Posts) || !slices.Equal(o.Dates, again.Dates) {
			t.Errorf("read twice, it is another: %q", text)
		}
	}
}

// lebenslauf is a resume of another layout and language.
const lebenslauf = `Jonas Beispiel
Hafenstraße 12, 20095 Hamburg
jonas@example.org

KURZPROFIL
Entwickler für Kassensysteme, seit zehn Jahren in Hamburg, am liebsten dort,
wo es auf jede Buchung ankommt.
BERUFSERFAHRUNG
03/2019 – heute
Senior Softwareentwickler
Lumen Pay GmbH
• Buchungssystem in Rust neu geschrieben
• Vier Kollegen eingearbeitet
01/2014 – 02/2019
Softwareentwickler
Nordwind Fracht AG
• Vierzig Dienste nach Kubernetes umgezogen
AUSBILDUNG
10/2009 – 09/2013
B.Sc. Informatik
Universität Hamburg
KENNTNISSE
Rust, Go, Postgres, Kafka
Deutsch (Muttersprache)
Seite 1 von 2`

// A blank line between statements changes no kind.
func TestBlankLinesChangeNoKind(t *testing.T) {
	for _, text := range []string{resume, lebenslauf} {
		lines := strings.Split(text, "\n")
		o := plain(text)
		want := strings.ReplaceAll(kinds(o), ".", "")
		for i, l := range o.Lines {
			if l.From != i {
				continue
			}
			with := Read(model.Document{}, slices.Insert(slices.Clone(lines), i, ""), june)
			if got := strings.ReplaceAll(kinds(with), ".", ""); got != want {
				t.Errorf("a blank line before %q:\ngot  %s\nwant %s", lines[i], got, want)
			}
		}
	}
}

// What holds of every outline holds of those of a folder of resumes.
func TestCorpusHolds(t *testing.T) {
	corpus := os.Getenv("CANDID_CORPUS")
	if corpus == "" {
		t.Skip("CANDID_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(corpus, "resumes", "text", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.ReplaceAll(string(b), "\r", ""), "\n")
		o := Read(model.Document{Marks: strings.HasSuffix(file, ".md")}, lines, june)
		check(t, lines, o)
		if !strings.Contains(kinds(o), "H") {
			t.Errorf("%s: no heading", filepath.Base(file))
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range documents {
		f.Add(text, false, false, 0)
		f.Add(text, true, true, 1)
	}
	f.Add("\xff\xfe — \x00\n’19 – ’2\n、、、\nA:\n：\n(", true, false, -1)
	f.Fuzz(func(t *testing.T, text string, marks, flowing bool, aside int) {
		lines := strings.Split(text, "\n")
		check(t, lines, Read(model.Document{Marks: marks, Flowing: flowing, Aside: aside}, lines, june))
	})
}

// typical is about eighty lines of a resume.
var typical = strings.Split(strings.Repeat(resume+"\n", 2)+strings.Repeat("• Rewrote the ledger service in Rust (Tokio, Axum), with two others\n", 14), "\n")

func BenchmarkTypical(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Read(model.Document{}, typical, june)
	}
}

func BenchmarkTenThousandLines(b *testing.B) {
	var lines []string
	for len(lines) < 10_000 {
		lines = append(lines, typical...)
	}
	b.ReportAllocs()
	for b.Loop() {
		Read(model.Document{}, lines[:10_000], june)
	}
}
