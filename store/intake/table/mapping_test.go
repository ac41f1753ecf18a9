package table

import (
	"strings"
	"testing"

	"candid/model"
	"candid/store/intake/content"
)

// kinds is a mapping in short.
func kinds(m Mapping) string {
	var out []string
	for _, c := range m {
		out = append(out, c.Kind.String())
	}
	return strings.Join(out, ", ")
}

func TestGuessByHeader(t *testing.T) {
	for _, c := range []struct{ name, header, want string }{
		{"English", "Candidate Name|E-mail Address|Phone Number|Current Location|LinkedIn Profile|Applied At|Referral Source|Resume File Name|Cover Letter", "name, email, phone, location, link, applied, source, document, cover letter"},
		{"the words of an interface", "candidate_id|firstName|last_name|emailAddress|createdAt|phone_number|linkedin_url", "id, first name, last name, email, applied, phone, link"},
		{"brackets and stars", "Full Name *|Email (required)|What is your phone number?|Please enter your city:", "name, email, phone, location"},
		{"the candidate's", "Candidate's name|Name of applicant|Applicant email", "name, answer, email"},
		{"German", "Vorname|Nachname|E-Mail-Adresse|Telefonnummer|Wohnort|Bewerbungsdatum|Lebenslauf|Anschreiben|Bewertung", "first name, last name, email, phone, location, applied, document, cover letter, skip"},
		{"French", "Prénom|Nom|Adresse e-mail|Téléphone|Ville|Horodateur|Lettre de motivation|Étape|Pourquoi nous ?", "first name, last name, email, phone, location, applied, cover letter, skip, answer"},
		{"Spanish", "Marca temporal|Nombre y apellidos|Correo electrónico|Teléfono móvil|Ciudad|Hoja de vida|Puntuación", "applied, name, email, phone, location, document, skip"},
		{"Portuguese", "Nome completo|Endereço de e-mail|Telefone|Cidade|Currículo", "name, email, phone, location, document"},
		{"Italian", "Nome|Cognome|Indirizzo email|Cellulare|Città|Allegato", "first name, last name, email, phone, location, document"},
		{"Dutch", "Voornaam|Achternaam|E-mailadres|Telefoonnummer|Woonplaats|Motivatiebrief", "first name, last name, email, phone, location, cover letter"},
		{"Polish", "Imię i nazwisko|Adres e-mail|Numer telefonu|Miasto|Ocena", "name, email, phone, location, skip"},
		{"Russian", "ФИО|Эл. почта|Номер телефона|Город|Дата отклика|Причина отказа", "name, email, phone, location, applied, skip"},
		{"Japanese", "氏名|メールアドレス|電話番号|住所|応募日|評価|志望理由", "name, email, phone, location, applied, skip, answer"},
		{"Chinese", "姓名|电子邮箱|手机号码|所在城市|简历附件|评分", "name, email, phone, location, document, skip"},
		{"what others made of them", "Name|Stage|Status|Score|AI Match Score|Overall Rating|Rejection Reason|Interviewer Feedback|Match Level|Recruiter|Hiring Manager", "name" + strings.Repeat(", skip", 10)},
		{"what sounds like it and is the applicant's", "Name|Visa status|TOEFL score|Consent Status|How would you rate your Rust, and what is the score of your last test?|Reason for leaving|underscore", "name" + strings.Repeat(", answer", 6)},
		{"machines", "Name|Submission IP|User Agent|utm_source|Response ID|#", "name, skip, skip, skip, skip, skip"},
		{"two of what a candidate has once", "Timestamp|Applied At|ID|Candidate ID|Source|Referral Source|Name|Full name", "skip, applied, skip, id, source, answer, name, answer"},
		{"two of what a candidate may have more of", "Name|Email|Work email|GitHub|LinkedIn|Street|City", "name, email, email, link, link, location, location"},
		{"nested", "candidate.name|contact.email|recruiter.name|attributes.phone", "name, email, skip, phone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Guess(content.Table{Header: strings.Split(c.header, "|")})
			if got := kinds(m); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			for _, column := range m {
				if column.Why == "" {
					t.Errorf("%s: nobody knows why", column.Name)
				}
			}
		})
	}
}

func TestGuessByValues(t *testing.T) {
	for _, c := range []struct {
		name, header string
		values       []string
		want         string
	}{
		{"addresses", "How can we reach you?", []string{"ana@example.org", "bo@example.org", ""}, "email"},
		{"names of files", "Show us something", []string{"ana.pdf", "work/bo.docx"}, "document"},
		{"links under a question", "Show us something", []string{"https://example.org/a", "https://example.org/b.pdf"}, "answer"},
		{"no addresses", "Email", []string{"yes", "no"}, "answer"},
		{"no number", "Phone", []string{"iPhone", "Pixel"}, "answer"},
		{"no file", "Resume", []string{"yes", "no"}, "answer"},
		{"files", "Resume", []string{"ana, cv.pdf", "bo.docx"}, "document"},
		{"files on the web", "CV", []string{"https://files.example.org/1"}, "document"},
		{"a text", "Resume", []string{strings.Repeat("Jane wrote Rust. ", 30)}, "text"},
		{"a letter in a file", "Cover letter", []string{"letter.pdf"}, "document"},
		{"no days", "Date", []string{"tomorrow", "never"}, "answer"},
		{"no link", "Profile", []string{"I am a developer", "Me too"}, "answer"},
		{"handles", "GitHub", []string{"ana", "bo"}, "answer"},
		{"no name", "Name", []string{"12345", "67890"}, "answer"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := content.Table{Header: []string{c.header}}
			for i, v := range c.values {
				table.Rows, table.Lines = append(table.Rows, []string{v}), append(table.Lines, i+2)
			}
			if got := kinds(Guess(table)); got != c.want {
				t.Errorf("it is taken as %s", got)
			}
		})
	}
}

func TestChange(t *testing.T) {
	m := Guess(content.Table{Header: []string{"Who", "Last, first", "E-mail", "a=b", "Notes"}})
	for _, c := range []struct{ name, text, want, problem string }{
		{"nothing", "", "answer, answer, email, answer, skip", ""},
		{"one", "Who=name", "name, answer, email, answer, skip", ""},
		{"case and spaces", " who = First  Name , NOTES=answer", "first name, answer, email, answer, answer", ""},
		{"a header with a comma", `"Last, first=name",E-mail=skip`, "answer, name, skip, answer, skip", ""},
		{"a header with an equals sign", "a=b=source", "answer, answer, email, source, skip", ""},
		{"no such column", "Name=name", "", `Name: is no column of this table (there are: Who, Last, first, E-mail, a=b, Notes)`},
		{"no such kind", "Who=person", "", "person: is nothing that a column can hold (one of: answer, name, first name, middle name, last name, email, phone, location, link, source, applied, tag, document, text, cover letter, id, skip)"},
		{"no kind", "Who", "", "Who: does not say what the column holds (write it as Who=answer, with one of: answer, name, first name, middle name, last name, email, phone, location, link, source, applied, tag, document, text, cover letter, id, skip)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := m.Change(c.text)
			if c.problem != "" {
				if !model.Is(err, model.Misused) || err.Error() != c.problem {
					t.Errorf("the problem is %v", err)
				}
				return
			}
			if err != nil || kinds(got) != c.want {
				t.Errorf("got %s, %v", kinds(got), err)
			}
			again, err := m.Change(got.String())
			if err != nil || kinds(again) != c.want {
				t.Errorf("written as %s it is read as %s, %v", got, kinds(again), err)
			}
		})
	}
	if kinds(m) != "answer, answer, email, answer, skip" {
		t.Error("a change changed what it was made from")
	}
	if got := m[4].As(); got != "left out: somebody's judgement" {
		t.Error(got)
	}
}

// A header that stands twice in the list would be taken as the first of its kinds, whatever the second says.
func TestHeadersStandOnce(t *testing.T) {
	first := map[string]string{}
	for _, line := range strings.Split(columnWords, "\n") {
		head, list, ok := strings.Cut(line, ": ")
		if !ok || strings.HasPrefix(line, "#") || head == "filler" {
			continue
		}
		if _, known := kindOf(head); !known && !strings.HasPrefix(head, "left out, ") && head != "cover letter document" {
			t.Errorf("%q is no kind", head)
		}
		for _, phrase := range strings.Split(list, ",") {
			k := key(phrase)
			if other, twice := first[k]; twice && other != head {
				t.Errorf("%q is %s, and %s", strings.TrimSpace(phrase), other, head)
			}
			first[k] = head
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ name, text, others, want string }{
		{"a day", "2025-03-04", "", "2025-03-04T00:00:00Z"},
		{"an instant", "2025-03-04T12:03:02.728Z", "", "2025-03-04T12:03:02Z"},
		{"an instant elsewhere", "2025-03-04 12:03:02 +02:00", "", "2025-03-04T10:03:02Z"},
		{"of a form", "2025/03/04 9:15:01 PM GMT-5", "", "2025-03-05T02:15:01Z"},
		{"of an American form", "3/4/2025 21:15:01", "", "2025-03-04T21:15:01Z"},
		{"the day cannot be a month", "25/03/2025", "", "2025-03-25T00:00:00Z"},
		{"the column puts the day first", "03/04/2025", "25/03/2025", "2025-04-03T00:00:00Z"},
		{"the column puts the month first", "03-04-2025", "03-25-2025", "2025-03-04T00:00:00Z"},
		{"dots", "04.03.2025 14:30", "", "2025-03-04T14:30:00Z"},
		{"a short year", "04.03.25", "", "2025-03-04T00:00:00Z"},
		{"in words", "4 March 2025", "", "2025-03-04T00:00:00Z"},
		{"in words, the month first", "Tue, Mar 4th, 2025 at 2:30 pm", "", "2025-03-04T14:30:00Z"},
		{"in German", "4. März 2025, 14:30 Uhr", "", "2025-03-04T14:30:00Z"},
		{"in Spanish", "4 de marzo de 2025", "", "2025-03-04T00:00:00Z"},
		{"in Japanese", "2025年3月4日", "", "2025-03-04T00:00:00Z"},
		{"milliseconds", "1741046400000", "", "2025-03-04T00:00:00Z"},
		{"no such day", "31.04.2025", "", "0001-01-01T00:00:00Z"},
		{"words", "yesterday", "", "0001-01-01T00:00:00Z"},
		{"a telephone number", "416-555-0142", "", "0001-01-01T00:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := DatesOf([]string{c.text, c.others}).Time(c.text).In(utc).Format(rfc)
			if got != c.want {
				t.Errorf("it is %s", got)
			}
		})
	}
}

func FuzzMapping(f *testing.F) {
	for _, s := range []string{"a=name", `"a, b=email",c=skip`, "=", "a==name", `"`, "Ä=tag\nb=id"} {
		f.Add("a,Name,E-mail", s)
	}
	f.Fuzz(func(t *testing.T, header, text string) {
		tables, _ := CSV(header + "\n1,2,3,4\n")
		for _, table := range tables {
			m := Guess(table)
			changed, err := m.Change(text)
			if err != nil {
				continue
			}
			again, err := m.Change(changed.String())
			if err != nil || kinds(again) != kinds(changed) {
				t.Errorf("%q is written %q and read as %s, not %s: %v", text, changed, kinds(again), kinds(changed), err)
			}
		}
	})
}
