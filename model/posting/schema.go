package posting

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"candid/model/pattern"
	"candid/model/wording"
)

// isPosting reports whether an object says of itself that it is a schema.org JobPosting.
func isPosting(o object) bool {
	for _, m := range o {
		if m.name != "@type" {
			continue
		}
		for _, t := range list(m.value) {
			if s, ok := t.(string); ok && strings.EqualFold(s[strings.LastIndexAny(s, "/:#")+1:], "JobPosting") {
				return true
			}
		}
	}
	return false
}

// postingsIn is the JobPostings in a value, wherever they stand.
func postingsIn(v any) []object {
	switch v := v.(type) {
	case object:
		if isPosting(v) {
			return []object{v}
		}
		var all []object
		for _, m := range v {
			all = append(all, postingsIn(m.value)...)
		}
		return all
	case []any:
		var all []object
		for _, x := range v {
			all = append(all, postingsIn(x)...)
		}
		return all
	}
	return nil
}

// properties is the properties of a JobPosting that become a part of their own, in the order in which they are shown, each
// with its heading.
var properties = []struct{ key, heading string }{
	{"responsibilities", "Responsibilities"},
	{"education requirements", "Education requirements"},
	{"experience requirements", "Experience requirements"},
	{"qualifications", "Qualifications"},
	{"skills", "Skills"},
	{"physical requirement", "Physical requirements"},
	{"sensory requirement", "Physical requirements"},
	{"security clearance requirement", "Eligibility requirements"},
	{"eligibility to work requirement", "Eligibility requirements"},
	{"benefits", "Benefits"},
	{"incentive compensation", "Benefits"},
	{"incentives", "Benefits"},
}

// schemaSheet is a JobPosting's pieces. A property that asks for something is left out where the description asks for it too.
func schemaSheet(o object) sheet {
	s := sheet{facts: schemaFacts(o)}
	description := part{text: lowered(asText(strings.Join(stringsIn(o.get("description")), "\n\n")))}
	s.add(description)
	told := sync.OnceValue(func() string {
		if len(s.parts) == 0 || !s.asksIn(0) {
			return ""
		}
		return s.parts[0].key
	})
	for _, p := range properties {
		var items []string
		for _, text := range propertyItems(o.get(p.key)) {
			if told() == "" || !strings.Contains(told(), plainKey(text)) {
				items = append(items, text)
			}
		}
		s.addUnder(p.heading, strings.Join(items, "\n"))
	}
	return s
}

// addUnder adds text under a heading, which two properties may share.
func (s *sheet) addUnder(heading, text string) {
	if n := len(s.parts); n > 0 && s.parts[n-1].heading == heading && text != "" {
		s.parts[n-1].text += "\n" + text
		s.parts[n-1].key += " " + plainKey(text)
		return
	}
	s.add(part{heading: heading, text: text})
}

func stringsIn(v any) []string {
	var all []string
	for _, x := range list(v) {
		if s, ok := x.(string); ok {
			all = append(all, s)
		} else if s := plain(x); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// propertyItems is what a property states, as Markdown: a line of a list for each thing that has one.
func propertyItems(v any) []string {
	var all []string
	for _, x := range list(v) {
		switch x := x.(type) {
		case string:
			text := asText(x)
			if !strings.Contains(strings.TrimSpace(text), "\n") && len(text) <= 400 {
				text = asItem(text)
			}
			all = append(all, text)
		case object:
			all = append(all, asItem(escaped(composed(x))))
		}
	}
	return slices.DeleteFunc(all, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// composed is the words for what an object asks: a degree, months of experience, a term.
func composed(o object) string {
	if months := plain(o.get("months of experience")); months != "" {
		return experienceOf(months, plain(o.get("description", "name")))
	}
	category := o.get("credential category")
	if category == nil {
		return strings.TrimSpace(strings.Join(nonempty(plain(o.get("name", "text", "value")), plain(o.get("description"))), ": "))
	}
	words := degree(plain(category))
	for _, about := range []string{plain(o.get("about")), plain(o.get("competency required"))} {
		if about != "" {
			words += " in " + about
		}
	}
	if name := plain(o.get("name")); name != "" && !strings.Contains(plainKey(words), plainKey(name)) {
		words = name + ", " + words
	}
	if d := plain(o.get("description")); d != "" {
		words += ": " + d
	}
	return words
}

func nonempty(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// degrees are the names that job boards ask degrees to be given by.
var degrees = map[string]string{
	"high school": "High school diploma", "associate degree": "Associate degree", "bachelor degree": "Bachelor's degree",
	"professional certificate": "Professional certificate", "postgraduate degree": "Postgraduate degree", "no requirements": "",
}

func degree(s string) string {
	if d, ok := degrees[plainKey(s)]; ok {
		return d
	}
	return s
}

// experienceOf is months of it in the words people use, and as they stand: "3 years (36 months) of experience".
func experienceOf(months, about string) string {
	n, err := json.Number(months).Int64()
	words := months + " months"
	switch {
	case err != nil || n <= 0:
		return about
	case n == 12:
		words = "1 year (12 months)"
	case n%12 == 0:
		words = yearsOf(n) + " years (" + words + ")"
	}
	words += " of experience"
	if about != "" {
		words += ": " + about
	}
	return words
}

// topHeading matches the headings of the highest level.
var topHeading = pattern.New(`(?m)^#( |#{1,4} )`)

// lowered moves the headings of a text down one level where they stand as high as the role's title.
func lowered(text string) string {
	if !strings.HasPrefix(text, "# ") && !strings.Contains(text, "\n# ") {
		return text
	}
	return topHeading.ReplaceAllString(text, "##$1")
}

// schemaFacts is the facts that a JobPosting states.
func schemaFacts(o object) facts {
	f := facts{title: plain(o.get("title", "name")), employment: employmentOf(o.get("employment type"))}
	for _, v := range list(o.get("location")) {
		f.placesOf(v)
	}
	remote := strings.EqualFold(plain(o.get("location type")), "TELECOMMUTE")
	if remote && len(f.locations) == 0 {
		where := []string{}
		for _, v := range list(o.get("applicant location requirements")) {
			where = append(where, nonempty(placeOf(v))...)
		}
		if len(where) > 1 {
			where = nil // nor does a state's code after a country's stand for a second country
		}
		f.place(strings.Join(append([]string{"Remote"}, where...), ", "))
	} else if remote {
		f.place("Remote")
	}
	return f
}

// placesOf adds the place that a value gives in pieces, or the places that it names in a string.
func (f *facts) placesOf(v any) {
	s, ok := v.(string)
	if !ok {
		f.place(placeOf(v))
		return
	}
	for _, p := range splitPlaces(wording.Shorten(oneLine(s), 200)) {
		f.place(p)
	}
}

// place adds a place, once.
func (f *facts) place(s string) {
	if s != "" && len(f.locations) < 20 && !slices.Contains(f.locations, s) {
		f.locations = append(f.locations, s)
	}
}
