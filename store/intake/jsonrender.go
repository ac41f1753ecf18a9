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
	{"Experience", []string{"work", "employment"}},
	{"Projects", []string{"projects"}},
	{"Skills", []string{"skills"}},
	{"Education", []string{"education"}},
	{"Certificates", []string{"certificates"}},
	{"Volunteering", []string{"volunteer", "service"}},
	{"Awards", []string{"awards", "recognition"}},
	{"Publications", []string{"publications", "writing"}},
	{"Languages", []string{"languages"}},
	{"Interests", []string{"interests"}},
	{"References", []string{"references"}},
}

// The members of an entry that have a place of their own in its text, in either schema; every other is written under its name.
var (
	titleKeys   = []string{"position", "title", "role", "studyType", "name", "language", "activity"}
	placeKeys   = []string{"company", "employer", "organization", "institution", "entity", "name", "publisher", "awarder", "issuer", "from", "event", "activity"}
	fromKeys    = []string{"startDate", "start"}
	toKeys      = []string{"endDate", "end"}
	dayKeys     = []string{"date", "releaseDate"}
	proseKeys   = []string{"summary", "description", "reference", "quote", "bio"}
	bulletKeys  = []string{"highlights", "details", "courses", "curriculum", "responsibilities", "achievements"}
	keywordKeys = []string{"keywords", "skills", "technologies"}
	levelKeys   = []string{"level", "fluency"}
	silentKeys  = []string{"url", "website", "repo", "image", "picture", "id", "private", "ignore", "media", "proof", "flavor", "$schema", "meta", "disposition"}
)

// render is the resume as text: the head, then a heading and entries for each part.
func render(root, basics node, f facts) string {
	var w textWriter
	w.head(basics, f)
	done := []string{"basics", "name", "info", "contact", "location", "social", "meta", "disposition", "$schema"}
	for _, s := range sections {
		for _, key := range s.keys {
			done = append(done, key)
			w.section(s.heading, root.get(key))
		}
	}
	for _, key := range root.keys() {
		if !slices.Contains(done, key) && !slices.Contains(silentKeys, key) {
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
	w.line(basics.get("label").text())
	var reach []string
	for _, s := range append([]string{f.Email, f.Phone, f.Location}, f.Links...) {
		if s != "" {
			reach = append(reach, s)
		}
	}
	w.line(strings.Join(reach, " | "))
	for _, p := range basics.get("profiles").list() {
		if p.get("url").empty() {
			w.line(joined(": ", p.get("network", "label", "site").text(), p.get("username", "user").text()))
		}
	}
	for _, o := range basics.get("other").list() {
		w.line(o.text())
	}
	for _, key := range []string{"summary", "quote"} {
		if lines := basics.get(key).paragraphs(); len(lines) > 0 {
			w.blank()
			for _, line := range lines {
				w.line(line)
			}
		}
	}
}

// section writes a heading and what is under it. FRESH puts the entries into "history", "sets" or "list", with a summary.
func (w *textWriter) section(heading string, n node) {
	if n.empty() {
		return
	}
	var inner textWriter
	inner.body(n)
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
			w.line("- " + n.text())
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

// entry writes "Title, Place  2019 – 2021", then prose, bullets and whatever else it holds.
func (w *textWriter) entry(n node) {
	titleKey := firstKey(n, titleKeys)
	placeKey := firstKey(n, slices.DeleteFunc(slices.Clone(placeKeys), func(k string) bool { return k == titleKey }))
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
		head = joined("  ", head, when)
	}
	plain := n.get(proseKeys...).empty() && n.get(bulletKeys...).empty()
	if plain && keywords != "" {
		head, keywords = joined(": ", head, keywords), ""
	}
	w.line(head)
	for _, key := range proseKeys {
		for _, line := range n.get(key).paragraphs() {
			w.line(line)
		}
	}
	for _, key := range bulletKeys {
		for _, item := range n.get(key).list() {
			text := item.text()
			if c := item.get("comment").text(); c != "" {
				text = joined(": ", text, c)
			}
			if text != "" {
				w.line("- " + text)
			}
		}
	}
	if keywords != "" {
		w.line("Keywords: " + keywords)
	}
	w.others(n, titleKey, placeKey)
}

// others writes the members that the rest of the entry did not, so that nothing the applicant wrote is lost.
func (w *textWriter) others(n node, shown ...string) {
	shown = slices.Concat(shown, []string{"area", "location"}, proseKeys, bulletKeys, silentKeys)
	for _, keys := range [][]string{levelKeys, keywordKeys, fromKeys, toKeys, dayKeys} {
		shown = append(shown, firstKey(n, keys))
	}
	for _, key := range n.keys() {
		if slices.Contains(shown, key) {
			continue
		}
		var parts []string
		for _, item := range n.get(key).list() {
			if s := item.text(); s != "" {
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
	from, to := day(n.get(fromKeys...).text()), day(n.get(toKeys...).text())
	switch {
	case from == "" && to == "":
		return day(n.get(dayKeys...).text())
	case from == "":
		return "– " + to
	case to == "":
		return from + " – now"
	case from == to:
		return from
	default:
		return from + " – " + to
	}
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
