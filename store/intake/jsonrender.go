package intake

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"candid/model/clean"
)

// section is a part of a resume: its members in either schema, and the heading it gets.
type section struct {
	heading string
	keys    []string
}

var sections = []section{
	{"Summary", []string{"summary", "objective", "profile"}},
	{"Experience", []string{"work", "employment", "experience", "experiences", "workExperience", "workExperiences", "workHistory", "employmentHistory", "professionalExperience", "positions"}},
	{"Projects", []string{"projects", "personalProjects"}},
	{"Skills", []string{"skills", "technicalSkills"}},
	{"Education", []string{"education", "educations"}},
	{"Certificates", []string{"certificates", "certifications"}},
	{"Volunteering", []string{"volunteer", "service", "volunteering"}},
	{"Awards", []string{"awards", "recognition"}},
	{"Publications", []string{"publications", "writing"}},
	{"Languages", []string{"languages"}},
	{"Interests", []string{"interests"}},
	{"References", []string{"references"}},
}

// The members of an entry that have a place of their own in its text, in either schema; every other is written under its name.
var (
	titleKeys   = []string{"position", "title", "jobTitle", "role", "studyType", "degree", "degreeName", "name", "language", "activity", "project", "skill", "label"}
	placeKeys   = []string{"company", "employer", "organization", "organisation", "institution", "school", "university", "entity", "name", "publisher", "awarder", "issuer", "from", "event", "activity"}
	fromKeys    = []string{"startDate", "start", "startsAt", "from"}
	toKeys      = []string{"endDate", "end", "endsAt", "to"}
	dayKeys     = []string{"date", "releaseDate", "dates"}
	proseKeys   = []string{"summary", "description", "activities", "reference", "quote", "bio"}
	bulletKeys  = []string{"highlights", "details", "descriptions", "bullets", "courses", "curriculum", "responsibilities", "achievements"}
	keywordKeys = []string{"keywords", "skills", "technologies"}
	levelKeys   = []string{"level", "fluency"}
	linkedKeys  = []string{"url", "website", "repo", "link", "href", "github"}
	silentKeys  = []string{"image", "picture", "photo", "avatar", "id", "uuid", "private", "ignore", "media", "proof", "flavor", "$schema", "schema", "meta", "metadata", "disposition", "visible", "hidden", "separateLinks", "columns",
		"design", "locale", "settings", "rendercvSettings", "theme", "layout", "template", "sectionMeta", "sectionOrder", "documentInfo", "createdAt", "updatedAt", "slug", "visibility", "icon", "options"}
)

// render is the resume as text: the head, then a heading and entries for each part.
func render(root, basics node, f facts) string {
	var w textWriter
	w.head(basics, f)
	done := []string{"basics", "name", "info", "contact", "location", "social"}
	for _, s := range sections {
		for _, key := range s.keys {
			done = append(done, key)
			w.section(s.heading, root.get(key))
		}
	}
	for _, key := range root.keys() {
		if !slices.Contains(done, key) && !slices.Contains(silentKeys, key) && !slices.Contains(linkedKeys, key) {
			w.section(words(key), root.get(key))
		}
	}
	return strings.TrimSpace(w.b.String())
}

// textWriter gathers lines.
type textWriter struct{ b strings.Builder }

func (w *textWriter) line(s string) {
	if s != "" {
		w.b.WriteString(s + "\n")
	}
}

// blank parts what follows from what stands, once.
func (w *textWriter) blank() {
	if s := w.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		w.b.WriteByte('\n')
	}
}

func (w *textWriter) head(basics node, f facts) {
	w.line(f.Name)
	w.line(basics.get("label", "headline", "title", "jobTitle", "occupation").text())
	var reach []string
	for _, s := range append([]string{f.Email, f.Phone, f.Location}, f.Links...) {
		if s != "" {
			reach = append(reach, s)
		}
	}
	w.line(strings.Join(reach, " | "))
	for _, p := range basics.get("profiles", "socialNetworks").list() {
		if user := p.get(userKeys...).text(); p.get("url", "href").empty() && linkOf(p.get("network", "label", "site").text(), p) == "" {
			w.line(joined(": ", p.get("network", "label", "site").text(), user))
		}
	}
	for _, o := range basics.get("other").list() {
		w.line(o.text())
	}
	w.rest(basics, f)
	for _, key := range []string{"summary", "quote"} {
		if lines := basics.get(key).paragraphs(); len(lines) > 0 {
			w.blank()
			for _, line := range lines {
				w.line(line)
			}
		}
	}
}

// rest writes what a head says beyond how to reach the person.
func (w *textWriter) rest(basics node, f facts) {
	shown := slices.Concat(fullNameKeys, givenNameKeys, familyNameKeys, partKeys, silentKeys, []string{"middleName", "label", "headline", "title", "jobTitle", "occupation", "profiles", "socialNetworks", "other", "summary", "quote", "location"})
	said := strings.Join(append([]string{f.Email, f.Phone, f.Location}, f.Links...), " ")
	if at := basics.get("location"); at.isObject() {
		if street := joined(", ", at.get("address", "addressLine").text(), at.get("postalCode", "zip").text()); street != "" && !strings.Contains(said, street) {
			w.line("Address: " + street)
		}
	}
	for _, key := range basics.keys() {
		if slices.Contains(shown, key) {
			continue
		}
		m := basics.get(key)
		if s := m.text(); s == "" && !m.isObject() || s != "" && strings.Contains(said, strings.TrimPrefix(strings.TrimSuffix(s, "/"), "tel:")) || slices.Contains(webKeys, key) && slices.Contains(f.Links, normalLink(linkOf(key, m))) {
			continue
		}
		if s := m.whole(); s != "" && len(s) < 2000 {
			w.line(words(key) + ": " + s)
		}
	}
}

// section writes a heading and what is under it. FRESH puts the entries into "history", "sets" or "list", with a summary.
func (w *textWriter) section(heading string, n node) {
	if n.empty() {
		return
	}
	var inner textWriter
	if _, prose := n.v.(string); prose && heading == "Summary" {
		for _, line := range n.paragraphs() {
			inner.line(line)
		}
	} else {
		inner.body(n)
	}
	if inner.b.Len() == 0 {
		return // nothing in it has a text: no heading over nothing
	}
	w.blank()
	w.line(strings.ToUpper(heading))
	w.b.WriteString(inner.b.String())
}

func (w *textWriter) body(n node) {
	if !n.isObject() {
		w.entries(n.list())
		return
	}
	inner := false
	for _, line := range n.get("summary").paragraphs() {
		w.line(line)
		inner = true
	}
	for _, key := range []string{"history", "sets", "list"} {
		if list := n.get(key); !list.empty() {
			w.entries(list.list())
			inner = true
		}
	}
	if !inner {
		w.entries([]node{n})
	}
}

func (w *textWriter) entries(list []node) {
	for i, n := range list {
		switch {
		case n.empty():
		case !n.isObject():
			for k, line := range n.paragraphs() {
				if k == 0 && !strings.HasPrefix(line, "- ") {
					line = "- " + line
				}
				w.line(line)
			}
		default:
			before := w.b.Len()
			w.entry(n)
			long := strings.Count(w.b.String()[before:], "\n") > 1
			if long && i+1 < len(list) {
				w.blank()
			}
		}
	}
}

// entry writes "Title, Place    2019 – 2021", then prose, bullets and whatever else it holds.
func (w *textWriter) entry(n node) {
	titleKey := firstKey(n, titleKeys)
	placeKey := firstKey(n, slices.DeleteFunc(slices.Clone(placeKeys), func(k string) bool { return k == titleKey }))
	before := w.b.Len()
	title := n.get(titleKey).text()
	if area := n.get("area").text(); area != "" {
		title = joined(", ", title, area)
	}
	head := joined(", ", title, n.get(placeKey).text(), place(n.get("location")))
	if s := n.get(levelKeys...).text(); s != "" {
		head = joined(", ", head, s)
	}
	keywords := n.get(keywordKeys...).text()
	if when := period(n); when != "" {
		head = joined("    ", head, when)
	}
	plain := n.get(proseKeys...).empty() && n.get(bulletKeys...).empty()
	if plain && keywords != "" {
		head, keywords = joined(": ", head, keywords), ""
	}
	w.line(head)
	bullets := bulletKeys
	for _, key := range proseKeys {
		if n.get(key).isList() {
			bullets = append(bullets[:len(bullets):len(bullets)], key)
			continue
		}
		for _, line := range n.get(key).paragraphs() {
			w.line(line)
		}
	}
	for _, key := range bullets {
		for _, item := range n.get(key).list() {
			text := item.text()
			if c := item.get("comment").text(); c != "" {
				text = joined(": ", text, c)
			} else if item.isObject() {
				text = item.whole()
			}
			if text != "" {
				w.line("- " + strings.TrimPrefix(text, "- "))
			}
		}
	}
	if keywords != "" {
		w.line("Keywords: " + keywords)
	}
	w.others(n, titleKey, placeKey)
	if w.b.Len() > before {
		for _, key := range linkedKeys {
			if link := linkOf(key, n.get(key)); link != "" && key != titleKey && key != placeKey {
				w.line(link)
			}
		}
	}
}

// others writes the members that the rest of the entry did not, so that nothing the applicant wrote is lost.
func (w *textWriter) others(n node, shown ...string) {
	shown = slices.Concat(shown, []string{"area", "location"}, proseKeys, bulletKeys, silentKeys, linkedKeys)
	if len(n.get("years").text()) > 3 {
		shown = append(shown, "years")
	}
	if !n.get("period").get("from").empty() {
		shown = append(shown, "period")
	}
	for _, keys := range [][]string{levelKeys, keywordKeys, fromKeys, toKeys, dayKeys} {
		shown = append(shown, firstKey(n, keys))
	}
	for _, key := range n.keys() {
		if slices.Contains(shown, key) {
			continue
		}
		var parts []string
		for _, item := range n.get(key).list() {
			s := item.text()
			if item.isObject() || item.isList() {
				s = item.whole()
			}
			if s != "" {
				parts = append(parts, s)
			}
		}
		if len(parts) > 0 {
			w.line(words(key) + ": " + strings.Join(parts, ", "))
		}
	}
}

func firstKey(n node, keys []string) string {
	for _, k := range keys {
		if !n.get(k).empty() {
			return k
		}
	}
	return ""
}

// period is when an entry was: "Jun 2011 – Jan 2014", "2019 – now", "Nov 2014".
func period(n node) string {
	if inner := n.get("period"); inner.isObject() {
		return period(inner)
	}
	if years := n.get("years").text(); len(years) > 3 {
		return years // "2019 - 2021"
	}
	from, to := day(dated(n.get(fromKeys...))), day(dated(n.get(toKeys...)))
	switch {
	case from == "" && to == "":
		return day(n.get(dayKeys...).text())
	case from == "":
		return "– " + to
	case to == "":
		if n.get("current", "isCurrent", "present").empty() && !n.get(dayKeys...).empty() {
			return from
		}
		return from + " – now"
	case from == to:
		return from
	default:
		return from + " – " + to
	}
}

// dated is a date in words, of an object its year and month.
func dated(n node) string {
	if s := date(n); s != "" {
		return s
	}
	return n.text()
}

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// day is a date of either schema for people: 2014-11-01 and 2014-11 as Nov 2014, anything else as it is.
func day(s string) string {
	parts := strings.Split(s, "-")
	if len(parts) < 2 || len(parts) > 3 || !year.MatchString(parts[0]) {
		return s
	}
	m, err := strconv.Atoi(parts[1])
	if err != nil || m < 1 || m > 12 {
		return s
	}
	return months[m-1] + " " + parts[0]
}

// joined joins what is not empty, leaving out a part that repeats the one before.
func joined(by string, parts ...string) string {
	var some []string
	for _, s := range parts {
		if s != "" && (len(some) == 0 || some[len(some)-1] != s) {
			some = append(some, s)
		}
	}
	return strings.Join(some, by)
}

// words is a member's name as a heading: "releaseDate" is "Release date".
func words(key string) string {
	s := []rune(strings.ToLower(strings.Join(strings.FieldsFunc(camel(clean.Text(key)), func(r rune) bool { return r == '_' || r == ' ' || r == '-' }), " ")))
	if len(s) > 0 {
		s[0] = unicode.ToUpper(s[0])
	}
	return string(s)
}
