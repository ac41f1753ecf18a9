package posting

import (
	"slices"
	"strings"
	"testing"
)

// linked is a page with a script of linked data.
func linked(json string) string {
	return "<!doctype html><html><head><script type=\"application/ld+json\">" + json + "</script></head><body></body></html>"
}

func TestJobPosting(t *testing.T) {
	const asksKnives = `"qualifications":["Knives","Ovens"]`
	both := []string{"must Knives", "must Ovens"}
	tests := []struct {
		name, text, title, locations, employment string
		want                                     []string
	}{
		{"in a script", linked(`{"@context":"https://schema.org","@type":"JobPosting","title":"Cook",` + asksKnives + `}`), "Cook", "", "", both},
		{"alone", `{"@type":"JobPosting","title":"Cook",` + asksKnives + `}`, "Cook", "", "", both},
		{"in a graph, of several types, under a long name", linked(`{"@graph":[{"@type":"Organization","name":"Kettle"},{"@type":["Thing","http://schema.org/JobPosting"],"schema:title":"Cook",` + asksKnives + `}]}`), "Cook", "", "", both},
		{"in a list, of several scripts", linked(`{"@type":"WebSite","name":"x"}</script><script type=application/ld+json>[{"@type":"JobPosting","title":"Cook",` + asksKnives + `}]`), "Cook", "", "", both},
		{"said twice", linked(`[{"@type":"JobPosting","title":"Cook",` + asksKnives + `},{"@type":"JobPosting","title":"Cook",` + asksKnives + `}]`), "Cook", "", "", both},
		{"beside others that are only named", linked(`[{"@type":"JobPosting","title":"Baker"},{"@type":"JobPosting","title":"Cook","description":"We cook.",` + asksKnives + `}]`), "Cook", "", "", both},
		{"in a comment, strings over lines", linked("<!--\n{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"description\":\"We\n\tcook.\"," + asksKnives + "};\n-->"), "Cook", "", "", both},
		{"places and kinds", `{"@type":"JobPosting","title":"Cook","employmentType":["FULL_TIME"],"jobLocation":[{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Kirkland","addressRegion":"WA","addressCountry":"US"}},` +
			`{"address":{"addressLocality":"Lyon","addressCountry":{"@type":"Country","name":"France"}}}],` + asksKnives + `}`, "Cook", "Kirkland, WA|Lyon, France", "Full-time", both},
		{"from anywhere", `{"@type":"JobPosting","title":"Cook","jobLocationType":"TELECOMMUTE",` + asksKnives + `}`, "Cook", "Remote", "", both},
		{"education, experience and more", `{"@type":"JobPosting","title":"Cook","educationRequirements":{"@type":"EducationalOccupationalCredential","credentialCategory":"bachelor degree"},` +
			`"experienceRequirements":{"@type":"OccupationalExperienceRequirements","monthsOfExperience":36},"skills":[{"@type":"DefinedTerm","name":"Knives"}],"physicalRequirement":"Lift 20 kg"}`, "Cook", "", "",
			[]string{"must Bachelor's degree", "must 3 years (36 months) of experience", "must Knives", "must Lift 20 kg"}},
		{"a degree about something", `{"@type":"JobPosting","title":"Cook","qualifications":{"@type":"EducationalOccupationalCredential","credentialCategory":"Master","about":"Soup"}}`, "Cook", "", "", []string{"must Master in Soup"}},
		{"what asks for nothing", `{"@type":"JobPosting","title":"Cook","responsibilities":["Cook soup"],"jobBenefits":["Soup"],"incentiveCompensation":"Bread",` + asksKnives + `}`, "Cook", "", "", both},
		{"the description has it already", `{"@type":"JobPosting","title":"Cook","description":"<p>We cook.</p><h3>Requirements</h3><ul><li>Knives</li><li>Ovens</li></ul>","qualifications":"Knives",` + `"skills":"Ovens"}`, "Cook", "", "", both},
		{"escaped HTML", `{"@type":"JobPosting","title":"Cook &amp; Baker","description":"&lt;h1&gt;Requirements&lt;/h1&gt;&lt;ul&gt;&lt;li&gt;Knives &amp;amp; forks&lt;/li&gt;&lt;/ul&gt;"}`, "Cook & Baker", "", "", []string{"must Knives & forks"}},
		{"the page says much more", "<script type=application/ld+json>" + `{"@type":"JobPosting","title":"Cook","employmentType":"PART_TIME","description":"We cook."}` + "</script><main><h1>A cook</h1><h2>Requirements</h2><ul><li>Knives<li>Ovens</ul></main>", "Cook", "", "Part-time", both},
		{"the page says the same amid clutter", "<script type=application/ld+json>" + `{"@type":"JobPosting","title":"Cook",` + asksKnives + `}` + "</script><h1>Cook</h1><h2>Requirements</h2><ul><li>Knives<li>Ovens</ul><h2>Skills of others</h2><ul><li>x</ul>", "Cook", "", "", both},
		{"microdata", `<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Cook</h2><span itemprop="employmentType">Full-time</span><span itemprop="jobLocation" itemscope itemtype="https://schema.org/Place">` +
			`<span itemprop="address" itemscope><b itemprop="addressLocality">Lyon</b> <b itemprop="addressCountry">France</b></span></span><p>Requirements:</p><ul itemprop="qualifications"><li>Knives</li><li>Ovens</li></ul></div>`, "Cook", "Lyon, France", "Full-time", both},
		{"microdata that is not shown", `<div itemscope itemtype="http://schema.org/JobPosting"><meta itemprop="title" content="Cook"><meta itemprop="skills" content="Knives"><meta itemprop="skills" content="Ovens"></div>`, "Cook", "", "", both},
		{"RDFa", `<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Cook</h1><div property="qualifications"><ul><li>Knives</li><li>Ovens</li></ul></div></div>`, "Cook", "", "", both},
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
				t.Errorf("read again: %q, %v", got(again), err)
			}
		})
	}
}
