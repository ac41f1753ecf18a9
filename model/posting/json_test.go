package posting

import (
	"slices"
	"strings"
	"testing"
)

func TestJSON(t *testing.T) {
	both := []string{"must Knives", "must Ovens"}
	tests := []struct {
		name, text, title, locations, employment string
		want                                     []string
	}{
		{"a job as JSON Resume has it", `{"title":"Cook","company":"Kettle","type":"Full-time","description":"We cook every day.","location":{"city":"Lyon","countryCode":"FR"},"remote":"Full","experience":"Senior",
			"responsibilities":["Cook soup every day for all"],"qualifications":["Two years of soup"],"skills":[{"name":"Knives","level":"Master","keywords":["long","short"]}]}`,
			"Cook", "Lyon, FR|Remote", "Full-time", []string{"must Two years of soup", "must Knives (Master): long, short"}},
		{"an answer with escaped HTML", `{"id":1,"title":"Cook","absolute_url":"https://example.org","location":{"name":"Lyon"},"content":"&lt;p&gt;We cook.&lt;/p&gt;&lt;h3&gt;You have&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Knives&lt;/li&gt;&lt;li&gt;Ovens&lt;/li&gt;&lt;/ul&gt;","departments":[{"name":"Kitchen"}],"offices":[{"name":"Turin"}]}`,
			"Cook", "Lyon", "", both},
		{"an answer with lists", `{"text":"Cook","categories":{"commitment":"Part-time","location":"Lyon","team":"Kitchen","allLocations":["Lyon","Turin"]},"description":"<div>We cook.</div>","descriptionPlain":"We cook.",
			"lists":[{"text":"You have","content":"<li>Knives</li><li>Ovens</li>"},{"text":"Benefits","content":"<li>Soup</li>"}],"additional":"<div>Bye</div>","workplaceType":"remote"}`,
			"Cook", "Lyon|Turin|Remote", "Part-time", both},
		{"an answer in camel case", `{"title":"Cook","location":"Lyon","secondaryLocations":[{"location":"Turin"}],"employmentType":"FullTime","isRemote":false,"descriptionHtml":"<h2>Requirements</h2><ul><li>Knives</li><li>Ovens</li></ul>","descriptionPlain":"Requirements Knives Ovens"}`,
			"Cook", "Lyon|Turin", "Full-time", both},
		{"an answer with parts", `{"title":"Cook","employment_type":"Contract","city":"Lyon","country":"France","telecommuting":true,"description":"<p>We cook.</p>","requirements":"<ul><li>Knives</li><li>Ovens</li></ul>","benefits":"<ul><li>Soup</li></ul>"}`,
			"Cook", "Lyon, France|Remote", "Contract", both},
		{"an answer with titled sections", `{"name":"Cook","location":{"city":"Lyon","region":"","country":"fr","fullLocation":"Lyon, , France"},"typeOfEmployment":{"id":"permanent","label":"Full-time"},
			"jobAd":{"sections":{"companyDescription":{"title":"Company Description","text":"<p>We are a kitchen.</p>"},"qualifications":{"title":"Qualifications","text":"<ul><li>Knives</li><li>Ovens</li></ul>"}}}}`,
			"Cook", "Lyon, France", "Full-time", both},
		{"inside other things", `{"jobPostingInfo":{"title":"Cook","jobDescription":"<p>We cook.</p><p><b>You have:</b></p><ul><li>Knives</li><li>Ovens</li></ul>","timeType":"Full time","location":"Lyon"},"similarJobs":[{"title":"Baker","description":"We bake all the day long and more, and all the night"}],"hiringOrganization":{"name":"Kettle"}}`,
			"Cook", "Lyon", "Full-time", both},
		{"one of a list", `{"jobs":[{"title":"Cook","description":"We cook.","requirements":["Knives","Ovens"]}]}`, "Cook", "", "", both},
		{"names that tell", `{"position":"Cook","must_have":["Knives"],"nice-to-have":["Wine"],"bonusPoints":["Bread"],"about":"We cook.","benefits":["Soup"]}`, "Cook", "", "", []string{"must Knives", "nice Wine", "nice Bread"}},
		{"must and nice inside", `{"role":"Cook","requirements":{"must":["Knives"],"nice":["Wine"]},"interview_process":["A day in the kitchen"]}`, "Cook", "", "", []string{"must Knives", "nice Wine"}},
		{"things with marks", `{"title":"Cook","requirements":[{"skill":"Knives","years":3,"required":true},{"name":"Wine","required":false},{"text":"Bread","priority":"nice"}]}`, "Cook", "", "",
			[]string{"must Knives, 3 years", "nice Wine (nice to have)", "nice Bread (nice to have)"}},
		{"text with bullets", `{"title":"Cook","requirements":"• Knives\n• Ovens"}`, "Cook", "", "", both},
		{"sections", `{"title":"Cook","sections":[{"heading":"About us","items":["We cook."]},{"heading":"What you bring","items":["Knives","Ovens"]}]}`, "Cook", "", "", both},
		{"a key twice", `{"title":"Cook","title":"Baker","requirements":["Knives"],"requirements":["Ovens"]}`, "Cook", "", "", both},
		{"broken surrogates", `{"title":"Cook","requirements":["Kni\ud800ves"]}`, "Cook", "", "", []string{"must Kni\ufffdves"}},
		{"wrapped in data and attributes", `{"data":{"id":"1","type":"jobs","attributes":{"title":"Cook","body":"<h2>You have</h2><ul><li>Knives</li><li>Ovens</li></ul>","employment-type":"fulltime"}},"included":[{"id":"2","type":"locations","attributes":{"name":"Lyon","city":"Lyon"}}]}`,
			"Cook", "", "Full-time", both},
		{"names that say it is a job's", `{"job_title":"Cook","job_employment_type":"FULLTIME","job_city":"Lyon","job_country":"FR","job_description":"We cook.\n\nYou have\n• Knives\n• Ovens","job_highlights":{"Qualifications":["Knives","Ovens"]},"job_required_experience":{"required_experience_in_months":36,"experience_mentioned":true}}`,
			"Cook", "Lyon, FR", "Full-time", []string{"must Knives", "must Ovens", "must 3 years (36 months) of experience"}},
		{"the whole text and its parts", `{"job":{"title":"Cook","details":{"description":"<p>We cook.</p>","full_description":"<p>We cook.</p><ul><li>Knives</li><li>Ovens</li></ul>","requirements":"<ul><li>Knives</li><li>Ovens</li></ul>"}}}`, "Cook", "", "", both},
		{"parts of requirements", `{"basics":{"title":"Cook"},"requirements":{"education":"A diploma","experience":{"min_years":5},"skills":{"required":["Knives"],"preferred":["Wine"]},"languages":[{"language":"French","level":"C1"}],"driving_license":true}}`, "Cook", "", "",
			[]string{"must A diploma", "must 5 years of experience", "must Knives", "nice Wine", "must French (C1)", "must Driving license"}},
		{"pairs of names and values", `{"title":"Cook","metadata":[{"name":"Employment Type","value":"Part-time"},{"name":"Remote","value":null}],"requirements":["Knives","Ovens"]}`, "Cook", "", "Part-time", both},
		{"an office, and hours among the tags", `{"position":"Cook","office":{"city":"Lyon","country":"France"},"tags":["soup","full time"],"requirements":["Knives","Ovens"]}`, "Cook", "Lyon, France", "Full-time", both},
		{"hours beside what is for good", `{"intitule":"Cook","lieuTravail":{"libelle":"69 - LYON 03"},"typeContrat":"CDI","dureeTravailLibelle":"Temps plein","requirements":["Knives","Ovens"]}`, "Cook", "69 - LYON 03", "Full-time", both},
		{"a line each", "{\"title\":\"Cook\",\"requirements\":[\"Knives\",\"Ovens\"]}\n", "Cook", "", "", both},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			role, err := parsed(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if locations := strings.Join(role.Locations, "|"); role.Title != tt.title || locations != tt.locations || role.Employment != tt.employment || !slices.Equal(got(role), tt.want) {
				t.Errorf("got %q %q %q %q\nfrom\n%s", role.Title, locations, role.Employment, got(role), role.Posting)
			}
			if err := whole(role); err != nil {
				t.Error(err)
			}
			if again, err := parsed(role.Posting); err != nil || !slices.Equal(got(again), got(role)) {
				t.Errorf("read again: %q, %v\nfrom\n%s", got(again), err, role.Posting)
			}
		})
	}
}

// A source that is no posting, or several, is refused with what was seen and a way out.
func TestSourcesRefused(t *testing.T) {
	tests := []struct{ name, text, says string }{
		{"several in a list", `[{"title":"Cook","description":"We cook."},{"title":"Baker","description":"We bake."}]`, "holds 2 postings"},
		{"several in an object", `{"jobs":[{"title":"Cook","description":"We cook."},{"title":"Baker","description":"We bake."},{"title":"Chef","description":"We are."}]}`, "holds 3 postings"},
		{"several, a line each", "{\"title\":\"Cook\",\"description\":\"We cook.\"}\n{\"title\":\"Baker\",\"description\":\"We bake.\"}\n", "holds 2 postings"},
		{"several in a page", linked(`[{"@type":"JobPosting","title":"Cook","description":"a"},{"@type":"JobPosting","title":"Baker","description":"b"}]`), "holds 2 postings"},
		{"no posting", `{"lat":1,"lon":2}`, "its keys are 'lat', 'lon'"},
		{"nothing in it", `{}`, "in which no posting can be told"},
		{"a mistake", "{\"title\":\"Cook\",\n\"requirements\":[,]}", "with a mistake in line 2"},
		{"cut short", `{"title":"Cook"`, "that ends before its time"},
		{"nested too deep", `{"title":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "}", "nests more than 64 deep"},
		{"too many parts", `{"title":"Cook"` + keys(200) + "}", "has 200 parts"},
		{"a page without words", "<html><body><div id=root></div><script>a()</script></body></html>", "shows no words before its scripts run"},
		{"XML", "<?xml version=\"1.0\"?><jobs><job><title>Cook</title></job></jobs>", "is XML"},
		{"headings that are no fields", `{"@type":"JobPosting","title":"Cook","jobLocation":"Lyon","description":"<h2>About us</h2><p>We cook.</p>"}`, "under its headings 'Cook', 'About us' ("},
		{"a page too deep", "<html>" + strings.Repeat("<div>", 1000), "nest deeper than any page's"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parsed(tt.text)
			if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.HasSuffix(err.Error(), ")") {
				t.Errorf("got %v, want a refusal that says %q", err, tt.says)
			}
		})
	}
}

// Terminal escape sequences are left out, and the reading says so.
func TestEscapesRemarked(t *testing.T) {
	r, err := Parse("# Cook\n\n\x1b[2J## Requirements\n- Kni\x1b[1mves\u009b0m\n")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got(r.Role), []string{"must Knives"}) || !slices.Contains(r.Remarks, "3 terminal escape sequences were left out, the first in line 3") {
		t.Errorf("got %q, remarks %q", got(r.Role), r.Remarks)
	}
}
