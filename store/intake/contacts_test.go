package intake

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"candid/model"
)

func read(t testing.TB, name, text string) model.Candidate {
	t.Helper()
	doc, problem := readBytes(name, []byte(text))
	if problem != nil {
		t.Fatal(problem)
	}
	return assemble(name, fileStem(name), []document{doc}).Candidate
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"first line", "a.txt", "Jane Doe\nEngineer\n", "Jane Doe"},
		{"a greeting first", "letter_7.txt", "こんにちは\nテスト\n", "letter_7"},
		{"a phrase first", "letter_7.txt", "ゾルゲと尾崎、淡々と最期\n", "letter_7"},
		{"a name in kana behind a surname", "a.txt", "高橋みなみ\nエンジニア\n", "高橋みなみ"},
		{"a thing that is called so", "notes_7.md", "# Guide de GnuPG\n", "notes_7"},
		{"heading", "a.md", "# Jane Q. Doe\n## Senior Engineer\n", "Jane Q. Doe"},
		{"underlined heading", "a.md", "Jane Doe\n========\n", "Jane Doe"},
		{"capitals", "a.txt", "JEAN-PAUL O'NEIL\nSOFTWARE ENGINEER\n", "Jean-Paul O'Neil"},
		{"set letter by letter", "a.txt", "J A N E   D O E\nENGINEER\n", "Jane Doe"},
		{"with a title behind", "a.txt", "Jane Doe, Senior Engineer\n", "Jane Doe"},
		{"with degrees", "a.txt", "Dr. Jane Doe, PhD, MBA\n", "Jane Doe"},
		{"with pronouns", "a.txt", "Jane Doe (she/her)\n", "Jane Doe"},
		{"with contacts behind", "a.txt", "Jane Doe | jane@example.org | Toronto\n", "Jane Doe"},
		{"after the contacts", "a.txt", "doe.jane@example.org | Jane Doe\n", "Jane Doe"},
		{"after the document's title", "a.txt", "Curriculum Vitae\n\nJane Doe\n", "Jane Doe"},
		{"in the document's title", "a.txt", "Curriculum Vitae of Jane Doe\n", "Jane Doe"},
		{"before the document's title", "a.md", "# Jane Doe — Resume\n", "Jane Doe"},
		{"after a job's title", "a.txt", "SENIOR SOFTWARE ENGINEER\nJane Doe\n", "Jane Doe"},
		{"after a place, told by the address", "a.txt", "San Francisco\nJane Doe\njane.doe@example.org\n", "Jane Doe"},
		{"label", "a.txt", "PERSONAL DETAILS\nName: Jane Doe\nEmail: x@example.org\n", "Jane Doe"},
		{"label with another behind it", "a.txt", "Name: Jane Doe Email: x@example.org\n", "Jane Doe"},
		{"bold label", "a.md", "**Name:** Jane Doe\n", "Jane Doe"},
		{"Russian label", "a.txt", "ФИО: Петрова Анна Ивановна Цель: работа\n", "Петрова Анна Ивановна"},
		{"Russian", "a.txt", "Мария Выдуманная\nИнженер\n", "Мария Выдуманная"},
		{"French", "a.txt", "Zoé Fictïve-Noël\nDéveloppeuse\n", "Zoé Fictïve-Noël"},
		{"Chinese", "a.md", "# 陈美玲\n## 高级工程师\n", "陈美玲"},
		{"Chinese, set apart", "a.txt", "陈 美 玲\n电话：138-5550-0142\n", "陈美玲"},
		{"Chinese after a title", "a.txt", "个人简历\n姓名：陈美玲\n", "陈美玲"},
		{"two scripts", "a.txt", "Mei-Ling Chen 陈美玲\nToronto\n", "Mei-Ling Chen 陈美玲"},
		{"Japanese form", "a.txt", "履　歴　書\n2024年4月1日現在\nふりがな やまだ たろう\n氏　名 山田 太郎\n", "山田 太郎"},
		{"Japanese", "a.txt", "履歴書\n山田 太郎\n", "山田 太郎"},
		{"Korean", "a.txt", "김민수\n백엔드\n", "김민수"},
		{"Arabic", "a.txt", "عمر خالد\nمهندس\n", "عمر خالد"},
		{"Hebrew", "a.txt", "יעל כהן\nמהנדסת\n", "יעל כהן"},
		{"Hindi", "a.txt", "प्रिया रघुनाथन\n", "प्रिया रघुनाथन"},
		{"Thai", "a.txt", "สมชาย ใจดี\n", "สมชาย ใจดี"},
		{"Greek", "a.txt", "Νίκος Παπαδόπουλος\n", "Νίκος Παπαδόπουλος"},
		{"Vietnamese", "a.txt", "Nguyễn Thị Minh Khai\n", "Nguyễn Thị Minh Khai"},
		{"particles", "a.txt", "Ludwig van der Berg\n", "Ludwig van der Berg"},
		{"one word", "a.txt", "Suharto\nEngineer\n", "Suharto"},
		{"letter, by its signature", "a.txt", "Acme Widgets\nMarch 2\n\nDear Ms. Vance,\n\nI apply.\n\nSincerely,\n\nJane Doe\n", "Jane Doe"},
		{"letter in German", "a.txt", "Sehr geehrte Frau Weber,\n\nhiermit.\n\nMit freundlichen Grüßen\nJörg Özdemir\n", "Jörg Özdemir"},
		{"a title and nobody: the file's name", "jane-doe_resume_2026.md", "# Sample Resume - Strong Match\n\n## Skills\n- Apache Cassandra, Kafka\n", "Jane Doe"},
		{"the file's name in one word", "JaneDoeCV.txt", "Skills: Go\n", "Jane Doe"},
		{"the file's name with a job", "Jane_Doe_Senior_Engineer.txt", "skills: go\n", "Jane Doe"},
		{"the address, where the file says nothing", "resume.txt", "skills: go\njane.doe@example.org\n", "Jane Doe"},
		{"nothing says it", "backend-rust.txt", "skills: go\n", "backend-rust"},
		{"section titles are nobody", "x9.txt", "Professional Summary\nWork Experience\n", "x9"},
		{"a list of skills is nobody", "x9.txt", "Technical Skills\nApache Kafka\nSpring Boot\n", "x9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := read(t, c.file, c.text).Name; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestContacts(t *testing.T) {
	for _, c := range []struct{ name, text, email, phone, location string }{
		{"on one line", "Jane Doe\nToronto, ON | jane+jobs@mail.example.org | +1 (416) 555-0142\n", "jane+jobs@mail.example.org", "+1 (416) 555-0142", "Toronto, ON"},
		{"labels", "Jane Doe\nEmail: jane@example.org\nTel: 416 555 0142\nLocation: Berlin, Germany\n", "jane@example.org", "416 555 0142", "Berlin, Germany"},
		{"mailto and tel", "Jane Doe\n[mail](mailto:jane@example.org) tel:+1-416-555-0142\n", "jane@example.org", "+1-416-555-0142", ""},
		{"in angle brackets", "Jane Doe\n<jane@example.org>.\n", "jane@example.org", "", ""},
		{"a picture is no address", "Jane Doe\nlogo@2x.png jane@example.org\n", "jane@example.org", "", ""},
		{"years are no number", "Jane Doe\n2013-09 – 2014-12\n2010-2014\n12.05.1987\n2016 - 2019\n", "", "", ""},
		{"nor is an id in a link", "Jane Doe\nhttps://example.org/p/4165550142\n", "", "", ""},
		{"nor a number in a word", "Jane Doe\nISO 9001, PCT/EP2019/1234567, RFC7231\n", "", "", ""},
		{"dots", "Jane Doe\n607.555.0133\n", "", "607.555.0133", ""},
		{"brackets around a country", "Jane Doe\n(+82) 10-5550-1843\n", "", "(+82) 10-5550-1843", ""},
		{"a labelled one before a bare one", "Jane Doe\n212-555-0101\nMobile: 416-555-0142\n", "", "416-555-0142", ""},
		{"Chinese label", "陈美玲\n电话：138-5550-0142 地址：上海\n", "", "138-5550-0142", ""},
		{"a title is no place", "Jane Doe\nSenior Engineer, Team Lead\n", "", "", ""},
		{"at the end", "Jane Doe\n\nSkills\n\nGo\n\n> jane@example.org • +00 (0)00 000 0000\n", "jane@example.org", "+00 (0)00 000 0000", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := read(t, "x.txt", c.text)
			if got.Email != c.email || got.Phone != c.phone || got.Location != c.location {
				t.Errorf("e-mail %q, phone %q, location %q; want %q, %q, %q", got.Email, got.Phone, got.Location, c.email, c.phone, c.location)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	text := "Jane Doe\ngithub.com/jane | https://www.linkedin.com/in/jane/, www.jane.example.org.\n\nExperience\n\nAcme (https://acme.example.com), see https://gitlab.com/jane/x and github.com/jane\n"
	want := []string{"https://github.com/jane", "https://www.linkedin.com/in/jane/", "https://www.jane.example.org", "https://gitlab.com/jane/x"}
	if got := read(t, "x.txt", text).Links; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := read(t, "x.txt", "Jane Doe\n- C#, ASP.NET Core\n").Links; len(got) > 0 {
		t.Errorf("a framework became the links %q", got)
	}
	if got := normalLink("javascript:alert(1)"); got != "" {
		t.Errorf("a script became the link %q", got)
	}
	if got := normalLink("file:///etc/passwd.txt"); got != "" {
		t.Errorf("a file became the link %q", got)
	}
}

func TestDocumentKind(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             model.DocumentKind
	}{
		{"nothing says otherwise", "x.txt", "Jane Doe\nGo\n", model.Resume},
		{"by name", "Jane_Cover-Letter.txt", "I write.\n", model.CoverLetter},
		{"by greeting", "x.txt", "Jane Doe\nToronto\n\nDear Hiring Team,\n\nI write.\n", model.CoverLetter},
		{"German name", "Anschreiben.txt", "Ich\n", model.CoverLetter},
		{"French name", "lettre-de-motivation.md", "Je\n", model.CoverLetter},
		{"a resume called so, with a greeting in it", "resume.txt", "Dear reader\nJane\n", model.Resume},
		{"answers by name", "application_form.txt", "Notice period: two months\n", model.Answers},
		{"answers by content", "x.txt", "Q: Why us?\nA: Rust.\n\nQ: When?\nA: May.\n", model.Answers},
		{"answers by headings", "x.md", "# Form\n\n## Why us?\n\nRust.\n\n## When can you start?\n\nMay.\n", model.Answers},
		{"a resume and letter in one, by its parts", "x.txt", "Jane Doe\n\nDear Sir,\n\nI apply.\n\nExperience\n\nAcme\n\nEducation\n\nExample University\n\nSkills\n\nGo\n", model.Resume},
		{"a letter to nobody known", "x.txt", "To whom it may concern\n\nI apply for the position.\n", model.CoverLetter},
		{"a certificate by name", "Certificate_Go.pdf", "Jane Doe has passed.\n", model.OtherDocument},
		{"a certificate by its title", "scan1.txt", "Certificate of Completion\n\nJane Doe\n", model.OtherDocument},
		{"a transcript", "Jane_Doe_Transcript.txt", "Jane Doe\nCalculus A\n", model.OtherDocument},
		{"a portfolio", "portfolio-jane.txt", "Jane Doe\n", model.OtherDocument},
		{"Polish name of a resume", "życiorys.txt", "Jane Doe\n", model.Resume},
		{"Russian name of a letter", "сопроводительное письмо.txt", "Я\n", model.CoverLetter},
		{"Chinese name of a resume", "张三_简历.txt", "Dear x\n", model.Resume},
		{"a resume that lists certificates", "x.txt", "Jane Doe\nCertificates\nCKA\n", model.Resume},
		{"informed is no form", "transformation-lead.txt", "Jane Doe\n", model.Resume},
		{"a resume with a question in it", "x.md", "# Jane Doe\n\n## Experience\n\nWhat drives me?\n\nRust.\n", model.Resume},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, problem := readBytes(c.file, []byte(c.text))
			if problem != nil {
				t.Fatal(problem)
			}
			if doc.Document.Kind != c.want {
				t.Errorf("got %v, want %v", doc.Document.Kind, c.want)
			}
		})
	}
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []model.Answer
	}{
		{"Q and A", "Q: Why us?\nA: The ledger.\nIt is Rust.\n\nQ2: Notice period\nA2: Two months\n", []model.Answer{{Question: "Why us?", Text: "The ledger.\nIt is Rust."}, {Question: "Notice period", Text: "Two months"}}},
		{"bold marks", "**Q:** Why?\n**A:** Rust.\n", []model.Answer{{Question: "Why?", Text: "Rust."}}},
		{"words in full", "Question 1: Why?\nAnswer: Rust.\n", []model.Answer{{Question: "Why?", Text: "Rust."}}},
		{"headings under a title", "# Application form\n\n## Why us?\n\nRust.\n\n## Notice period\n\nTwo months.\n", []model.Answer{{Question: "Why us?", Text: "Rust."}, {Question: "Notice period", Text: "Two months."}}},
		{"numbered", "1. Why us?\nRust.\n\n2) When can you start?\nMay.\n", []model.Answer{{Question: "Why us?", Text: "Rust."}, {Question: "When can you start?", Text: "May."}}},
		{"a question in an answer", "Q: Why?\nA: Why not?\nIndeed?\n", []model.Answer{{Question: "Why?", Text: "Why not?\nIndeed?"}}},
		{"not answered", "Q: Why?\nA:\nQ: Notice period\nA:\n", []model.Answer{{Question: "Why?"}, {Question: "Notice period"}}},
		{"none", "I like Rust.\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parseAnswers(c.text); len(got)+len(c.want) > 0 && !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	dir := write(t, map[string]string{"jane/resume.txt": janeText, "jane/answers.txt": "Q: Why?\nA: Rust.\n"})
	for item := range Read(t.Context(), []string{dir}, Options{}) {
		if got := item.Application.Candidate.Answers; len(got) != 1 || got[0].Text != "Rust." || len(item.Application.Documents) != 2 {
			t.Errorf("answers %q, %d documents", got, len(item.Application.Documents))
		}
	}
}

func FuzzContacts(f *testing.F) {
	for _, s := range []string{janeText, "---\nname: x\n---\n# J A N E   D O E\n", "ФИО: Иванов Алексей Цель: x", "Dear x,\n\nBest,\n\n陈美玲\n", "Q: a\nA: b\n", "(+82) 10-9030-1843 (", "1. ?\n", "((((((((((1 1 1 1 1 1 1 1"} {
		f.Add("a.md", s)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		doc, problem := readBytes(name, []byte(text))
		if problem != nil {
			return
		}
		c := assemble(name, fileStem(name), []document{doc}).Candidate
		parseAnswers(doc.Text)
		for what, s := range map[string]string{"name": c.Name, "e-mail": c.Email, "phone": c.Phone, "location": c.Location, "document": doc.Document.Name} {
			if !utf8.ValidString(s) || strings.ContainsAny(s, "\x1b\r\u202e") || what != "document" && what != "name" && strings.Contains(s, "\n") {
				t.Errorf("%s %q", what, s)
			}
		}
	})
}
