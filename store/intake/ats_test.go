package intake

import (
	"reflect"
	"strings"
	"testing"
)

func TestPeopleJSON(t *testing.T) {
	for _, c := range []struct {
		name, text string
		files      map[string]string
		want       []string // nothing: not a list of candidates
	}{
		{"an application with its candidate", `{"id":1,"candidate_id":7,"applied_at":"2025-03-04T12:00:00Z","status":"rejected","current_stage":{"id":2,"name":"Onsite"},"rejection_reason":{"name":"Too quiet"},
			"source":{"id":3,"public_name":"Fair"},"location":{"address":"Toronto, Ontario"},"credited_to":{"name":"Dana Recruiter","email":"dana@example.com"},
			"candidate":{"id":7,"first_name":"Ana","last_name":"Silva","email_addresses":[{"value":"ana@example.org","type":"personal"}],"phone_numbers":[{"value":"+1 416 555 0142","type":"mobile"}],
				"website_addresses":[{"value":"https://ana.example.org"}],"tags":["rust"],"employments":[{"company_name":"Lumen","title":"Engineer","start_date":"2019-01"}]},
			"attachments":[{"filename":"ana.txt","url":"https://files.example.org/1","type":"resume"},{"filename":"offer.pdf","url":"https://files.example.org/2","type":"offer_packet"}],
			"answers":[{"question":"Why us?","answer":"Because."},{"question":"Website","answer":"https://example.org/ana"},{"question":"Overall rating","answer":"4"}]}`, map[string]string{"ana.txt": "Ana Silva\nRust\n"},
			[]string{`a.json: Ana Silva | ana@example.org | +1 416 555 0142 | Toronto, Ontario | https://ana.example.org | https://example.org/ana; from Fair; 2025-03-04 12:00; #rust; [resume text ana.txt: "Ana Silva\nRust"]; ` +
				`[resume text resume: "EXPERIENCE\nEngineer,"]; Why us? = Because.; Website = https://example.org/ana`}},
		{"an opportunity", `{"data":[{"id":"a-1","name":"Ana Silva","headline":"Lumen","stage":{"text":"Phone"},"location":"Porto","phones":[{"type":"mobile","value":"+351 555 0142"}],"emails":["ana@example.org","a@example.org"],
			"links":["https://github.com/ana-example"],"tags":["backend"],"sources":["Fair"],"origin":"applied","owner":{"name":"Dana"},"createdAt":1741089600000,"forms":[{"text":"Form","fields":[{"type":"text","text":"Why?","value":"Because."}]}]}],"hasNext":false}`, nil,
			[]string{"a.json: candidate 1: Ana Silva | ana@example.org | +351 555 0142 | Porto | https://github.com/ana-example; from Fair; 2025-03-04 12:00; #backend; email = ana@example.org\na@example.org; Why? = Because.; Headline = Lumen"}},
		{"an application with values of objects", `{"results":[{"id":"1","createdAt":"2025-03-04T00:00:00Z","status":"Active","candidate":{"id":"7","name":"Ana Silva","primaryEmailAddress":{"value":"ana@example.org","isPrimary":true},"primaryPhoneNumber":{"value":"555-0142 01"}},
			"source":{"title":"Referral"},"applicationFormSubmissions":[{"fieldSubmissions":[{"field":{"title":"Why?"},"value":"Because."}]}]}],"success":true}`, nil,
			[]string{"a.json: candidate 1: Ana Silva | ana@example.org | 555-0142 01; from Referral; 2025-03-04 00:00; Why? = Because."}},
		{"a candidate in an envelope", `{"candidate":{"id":"x","name":"Ana Silva","firstname":"Ana","lastname":"Silva","email":"ana@example.org","phone":"555 0142 01","address":"1 Example Street, Porto","stage":"Applied","disqualified":true,"cover_letter":"I write Rust.",
			"answers":[{"question":{"body":"Why?"},"answer":{"body":"Because."}}],"resume_url":"https://files.example.org/cv.pdf","created_at":"2025-03-04T00:00:00Z","social_profiles":[{"type":"github","name":"GitHub","url":"https://github.com/ana-example"}],
			"education_entries":[{"degree":"Master","school":"Example University","field_of_study":"Physics","start_date":"2010"}]}}`, nil,
			[]string{`a.json: Ana Silva | ana@example.org | 555 0142 01 | 1 Example Street, Porto | https://github.com/ana-example | https://files.example.org/cv.pdf; 2025-03-04 00:00; ` +
				`[resume text resume: "EDUCATION\nMaster, Ph"]; [cover letter text cover letter: "I write Rust."]; Why? = Because.`}},
		{"attributes", `{"data":[{"id":"1","type":"candidates","attributes":{"first-name":"Ana","last-name":"Silva","email":"ana@example.org","pitch":"I write Rust.","created-at":"2025-03-04T00:00:00.000+01:00","linkedin-url":"https://linkedin.com/in/ana-example"},"relationships":{}}]}`, nil,
			[]string{"a.json: candidate 1: Ana Silva | ana@example.org | https://linkedin.com/in/ana-example; 2025-03-03 23:00; Pitch = I write Rust."}},
		{"a place in parts", `{"content":[{"id":"1","firstName":"Ana","lastName":"Silva","email":"ana@example.org","location":{"country":"Portugal","countryCode":"PT","region":"Norte","city":"Porto"},"createdOn":"2025-03-04T00:00:00.000Z"}],"totalFound":1}`, nil,
			[]string{"a.json: candidate 1: Ana Silva | ana@example.org | Porto, Norte, Portugal; 2025-03-04 00:00"}},
		{"an applicant", `[{"id":1,"appliedDate":"2025-03-04","applicant":{"firstName":"Ana","lastName":"Silva","email":"ana@example.org","phoneNumber":"555 0142 01","source":"Fair","address":{"city":"Porto","state":null,"country":"Portugal"}},"rating":4,
			"questionsAndAnswers":[{"question":{"label":"Why?"},"answer":{"label":"Because."}}]}]`, nil,
			[]string{"a.json: candidate 1: Ana Silva | ana@example.org | 555 0142 01 | Porto, Portugal; from Fair; 2025-03-04 00:00; Why? = Because."}},
		{"applications of one person", `{"applications":[{"candidate":{"id":7,"name":"Ana Silva"},"job":"x"},{"candidate":{"id":7,"name":"Ana Silva","email":"ana@example.org"},"job":"y"},{"candidate":{"id":8,"name":"Bo Ek"},"job":"x"}]}`, nil,
			[]string{"a.json: candidate 1: Ana Silva | ana@example.org", "a.json: candidate 3: Bo Ek"}},
		{"resumes", `[` + jsonResume + `,{"basics":{}}]`, nil,
			[]string{`a.json: candidate 1: Amara Okafor | amara@example.org | (416) 555-0142 | Toronto, Ontario, CA | https://amara.example.org | https://github.com/amara; [resume json resume.json: "Amara Okafor\nEnginee"]`,
				"a.json: candidate 2: refused: an empty JSON Resume: every field is blank"}},
		{"a file that is nowhere", `{"candidates":[{"name":"Ana Silva","email":"ana@example.org","resume":{"filename":"ana.pdf"}}]}`, nil,
			[]string{"a.json: candidate 1: Ana Silva | ana@example.org", "a.json: candidate 1: ana.pdf: refused: no such file beside the table"}},
		{"nobody", `{"id":1,"candidate_id":7,"applied_at":"2025-03-04","answers":[{"question":"Why?","answer":"Because."}]}`, nil,
			[]string{"a.json: refused: nobody is named in it: neither name nor e-mail address nor resume"}},
		{"one resume", jsonResume, nil, nil},
		{"something else", `{"name":"a-package","version":"1.0","dependencies":{}}`, nil, nil},
		{"numbers", `[1,2,3]`, nil, nil},
		{"things", `[{"title":"Chair","price":1},{"title":"Table","price":2}]`, nil, nil},
		{"broken", `[{"name":"Ana"`, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			all, ok := peopleJSON("a.json", c.text, beside(c.files))
			items := itemsOf(all)
			var got []string
			for _, item := range items {
				got = append(got, told(item))
			}
			if ok != (c.want != nil) || !reflect.DeepEqual(got, c.want) {
				t.Errorf("got (%v)\n  %s\nwant\n  %s", ok, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

func FuzzPeopleJSON(f *testing.F) {
	for _, s := range []string{`[{"name":"Ana","email":"a@example.org"}]`, `{"candidate":{"candidate":{"name":{"first":"x"}}},"answers":[[{"question":{}}]]}`, `{"data":{"data":[]}}`, `{"attachments":[{"filename":"x","url":1}],"emails":[null],"location":[[]],"candidate_id":1}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		all, _ := peopleJSON("a.json", s, nil)
		items := itemsOf(all)
		for _, item := range items {
			if item.Problem == nil && item.Application.Candidate.Name == "" && len(item.Application.Documents) == 0 {
				t.Errorf("%s is nobody", item.Path)
			}
		}
	})
}
