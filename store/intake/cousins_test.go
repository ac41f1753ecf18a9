package intake

import (
	"strings"
	"testing"
)

// Resumes as builders export them: who they are by, the head of their text, and nothing of what they say lost.
func TestJSONCousins(t *testing.T) {
	for _, c := range []struct{ name, in, who, head string }{
		{"sections with items",
			`{"basics":{"name":"Azra Demir","headline":"Web developer","email":"azra@example.org","phone":"+90 532 555 0142","location":"Izmir, Turkey","url":{"label":"","href":"https://azra.example.org"},"customFields":[{"id":"x","name":"Licence","value":"B"}]},
			"sections":{"summary":{"name":"Summary","columns":1,"content":"<p>Ten years of <strong>web</strong>.</p>"},"experience":{"name":"Experience","items":[{"company":"Lumen","position":"Lead","date":"2019 to present","summary":"<ul><li><p>Led five</p></li><li><p>Cut cost</p></li></ul>","url":{"href":"https://lumen.example.com"}}]},
			"awards":{"name":"Awards","items":[]},"custom":{"abc":{"name":"Talks","items":[{"name":"Ledgers","date":"2022"}]}}},"metadata":{"template":"onyx"}}`,
			"Azra Demir|azra@example.org|+90 532 555 0142|Izmir, Turkey|https://azra.example.org",
			"Azra Demir\nWeb developer\nazra@example.org | +90 532 555 0142 | Izmir, Turkey | https://azra.example.org\nCustom fields: Licence; B\n\nSUMMARY\nTen years of web.\n\nEXPERIENCE\nLead, Lumen    2019 to present\n- Led five\n- Cut cost\nhttps://lumen.example.com\n\nTALKS\nLedgers    2022"},
		{"profile and lists of descriptions",
			`{"profile":{"name":"John Open","email":"open@example.org","phone":"416-555-0142","url":"linkedin.com/in/john-open","summary":"Obsessed.","location":"Gary, IN"},"workExperiences":[{"company":"ABC","jobTitle":"Engineer","date":"May 2023 - Present","descriptions":["Led x"]}],
			"educations":[{"school":"Example University","degree":"BSc","gpa":"3.8","date":"2019","descriptions":[]}],"skills":{"featuredSkills":[{"skill":"HTML","rating":4},{"skill":"","rating":0}],"descriptions":["Tech: React"]},"custom":{"descriptions":[]}}`,
			"John Open|open@example.org|416-555-0142|Gary, IN|https://linkedin.com/in/john-open",
			"John Open\nopen@example.org | 416-555-0142 | Gary, IN | https://linkedin.com/in/john-open\n\nObsessed.\n\nEXPERIENCE\nEngineer, ABC    May 2023 - Present\n- Led x\n\nSKILLS\n- Tech: React\nFeatured skills: HTML; Rating: 4\n\nEDUCATION\nBSc, Example University    2019\nGpa: 3.8"},
		{"personal info",
			`{"personalInfo":{"name":"Jo Match","title":"Engineer","email":"jo@example.org","phone":"+1 415 555 0142","location":"Oslo","linkedin":"linkedin.com/in/jo"},"summary":"Builder.","workExperience":[{"id":1,"title":"Dev","company":"Acme","years":"2020 - 2022","description":["A","B"]}],"additional":{"technicalSkills":["Go"],"languages":["English (Native)"]}}`,
			"Jo Match|jo@example.org|+1 415 555 0142|Oslo|https://linkedin.com/in/jo",
			"Jo Match\nEngineer\njo@example.org | +1 415 555 0142 | Oslo | https://linkedin.com/in/jo\n\nSUMMARY\nBuilder.\n\nEXPERIENCE\nDev, Acme    2020 - 2022\n- A\n- B\n\nSKILLS\n- Go"},
		{"written for a typesetter",
			`{"cv":{"name":"Ren Der","location":"Paris","email":"ren@example.org","phone":"tel:+33-6-55-50-01-42","social_networks":[{"network":"GitHub","username":"rend"}],"sections":{"welcome":["Hello there"],"experience":[{"company":"Acme","position":"SWE","start_date":"2005-06","end_date":"2006-02","highlights":["a"]}],"technologies":[{"label":"Languages","details":"C++, C"}]}},"design":{"theme":"classic"}}`,
			"Ren Der|ren@example.org|+33-6-55-50-01-42|Paris|https://github.com/rend",
			"Ren Der\nren@example.org | +33-6-55-50-01-42 | Paris | https://github.com/rend\n\nEXPERIENCE\nSWE, Acme    Jun 2005 – Feb 2006\n- a\n\nWELCOME\n- Hello there\n\nTECHNOLOGIES\nLanguages\n- C++, C"},
		{"Europass",
			`{"SkillsPassport":{"DocumentInfo":{"DocumentType":"ECV"},"LearnerInfo":{"Identification":{"PersonName":{"Title":{"Label":"Mr"},"FirstName":"Eu","Surname":"Pass"},"ContactInfo":{"Address":{"Contact":{"AddressLine":"12 Hill","PostalCode":"8","Municipality":"Dublin","Country":{"Code":"IE","Label":"Ireland"}}},"Email":{"Contact":"eu@example.org"},"Telephone":[{"Contact":"+353 87 555 0142","Use":{"Code":"mobile"}}]}},
			"WorkExperience":[{"Period":{"From":{"Year":2002,"Month":8},"Current":true},"Position":{"Label":"Consultant"},"Activities":"<ul><li>Audit</li></ul>","Employer":{"Name":"Acme"}}],"Skills":{"Linguistic":{"MotherTongue":[{"Description":{"Code":"en","Label":"English"}}]}}}}}`,
			"Eu Pass|eu@example.org|+353 87 555 0142|Dublin, Ireland|",
			"Eu Pass\neu@example.org | +353 87 555 0142 | Dublin, Ireland\nAddress: 12 Hill, 8\n\nEXPERIENCE\nConsultant, Acme    Aug 2002 – now\n- Audit\n\nSKILLS\nLinguistic: Mother tongue: English"},
		{"a profile of a network",
			`{"full_name":"Lin Kedin","first_name":"Lin","last_name":"Kedin","headline":"Director","summary":"Sum","city":"Boston","experiences":[{"starts_at":{"day":1,"month":3,"year":2019},"ends_at":null,"company":"Acme","title":"Director"}],"education":[{"starts_at":{"year":2010},"ends_at":{"year":2014},"field_of_study":"Law","degree_name":"LLB","school":"Example School"}]}`,
			"Lin Kedin|||Boston|",
			"Lin Kedin\nDirector\nBoston\n\nSum\n\nEXPERIENCE\nDirector, Acme    Mar 2019 – now\n\nEDUCATION\nLLB, Example School    2010 – 2014\nField of study: Law"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := readJSONResume(c.in)
			if err != nil {
				t.Fatal(err)
			}
			s := d.Said
			if got := strings.Join([]string{s.Name, s.Email, s.Phone, s.Location, strings.Join(s.Links, " ")}, "|"); got != c.who {
				t.Errorf("got  %s\nwant %s", got, c.who)
			}
			if !strings.HasPrefix(d.Text, c.head) {
				t.Errorf("got\n%s\nwant\n%s", d.Text, c.head)
			}
			root, _ := parseJSON(c.in)
			for _, word := range said(root) {
				if !strings.Contains(d.Text, word) {
					t.Errorf("%q is lost in\n%s", word, d.Text)
				}
			}
		})
	}
}

// said is the words of all strings of a value but those that say how it is laid out.
func said(n node) []string {
	var out []string
	switch v := n.v.(type) {
	case string:
		for _, w := range strings.Fields(untagged(v)) {
			if w = strings.Trim(w, "-"); !strings.Contains(w, "-") { // dates are written in words
				out = append(out, strings.TrimPrefix(w, "tel:"))
			}
		}
	case []node:
		for _, item := range v {
			out = append(out, said(item)...)
		}
	case object:
		for _, k := range v.keys {
			switch k {
			case "metadata", "design", "network", "DocumentInfo", "Title", "id", "Code", "name":
			default:
				out = append(out, said(v.members[k])...)
			}
		}
	}
	return out
}

// What has a name and is no resume is refused.
func TestJSONOfAnotherKind(t *testing.T) {
	for _, in := range []string{`{"name":"left-pad","version":"1.0.0","description":"Pads","author":"Jane","dependencies":{}}`, `{"name":"Jane","email":"jane@example.org"}`, `{"user":{"name":"Jane"},"posts":[1]}`, `{"basics":7,"sections":{}}`} {
		if d, err := readJSONResume(in); err == nil {
			t.Errorf("%s became\n%s", in, d.Text)
		}
	}
}
