package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

// titleCells is the widest a role's title is kept.
const titleCells = 100

// The names under which postings give the facts of a role, as plainKey leaves them.
var fieldNames = map[string][]string{
	"title":      {"title", "job title", "position title", "position name", "position", "role", "role title", "jobtitle", "poste", "stelle", "puesto", "cargo", "職種"},
	"location":   {"location", "locations", "job location", "office location", "work location", "location type", "based in", "office", "offices", "lieu", "localisation", "standort", "ort", "ubicación", "localização", "local", "勤務地"},
	"employment": {"employment", "employment type", "job type", "work type", "type", "type of employment", "contract", "contract type", "commitment", "schedule", "hours", "type de contrat", "contrat", "anstellungsart", "beschäftigungsart", "jornada", "tipo de contrato", "雇用形態"},
}

// field parts "Location: Toronto" into which fact it gives and its value, which may be empty.
func field(s string) (fact, value string, ok bool) {
	name, value, found := strings.Cut(s, ":")
	if !found {
		if name, value, found = strings.Cut(s, "："); !found {
			name, value = s, ""
		}
	}
	if utf8.RuneCountInString(name) > 30 {
		return "", "", false
	}
	key := plainKey(name)
	for fact, names := range fieldNames {
		if slices.Contains(names, key) {
			return fact, strings.TrimSpace(value), true
		}
	}
	return "", "", false
}

// values is what the posting gives for a fact: in its front matter, or else on lines of their own.
func values(doc document, fact string) []string {
	var out []string
	for _, name := range fieldNames[fact] {
		if v := doc.front[name]; v != "" {
			out = append(out, v)
		}
	}
	var lines []line
	for _, b := range doc.blocks {
		switch b.kind {
		case paragraph:
			lines = append(lines, b.lines...)
		default:
			lines = append(lines, line{text: b.text})
		}
	}
	for i, l := range lines {
		f, v, ok := field(l.text)
		if !ok || f != fact {
			continue
		}
		if v == "" && i+1 < len(lines) && fact != "title" && utf8.RuneCountInString(lines[i+1].text) <= 60 {
			v = lines[i+1].text
		}
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

var (
	wanted  = pattern.New(`(?i:\b(?:looking for|seeking|hiring|recruiting|in search of) (?:an? |the )?(?:(?:talented|experienced|passionate|skilled|motivated|new) )*)((?:[\p{Lu}/&][\p{L}\d+#./&-]*[ ]?){1,7})`)
	inURL   = pattern.New(`(?i)^(\w+ ?)*:? ?https?://`)
	atWhom  = pattern.New(`\s+(?:at|At|AT|@)\s+[\p{Lu}\d].*$`)
	jobNoun = pattern.New(`(?i)\b(\w*engineer|developer|manager|designer|writer|analyst|scientist|architect|lead|leader|director|administrator|consultant|specialist|officer|assistant|` +
		`accountant|researcher|programmer|head|intern|nurse|teacher|technician|coordinator|recruiter|editor|marketer|representative|executive|associate)\b`)
)

// title is the role's title: as the front matter or a field gives it, the first heading that names no section, the first line
// of a posting without headings, or what the text says it is looking for; "" where there is none.
func title(doc document) string {
	t := doc.front["title"]
	if t == "" {
		t = titleFrom(doc.blocks)
	}
	if before, after, ok := strings.Cut(t, " - "); ok && !jobNoun.MatchString(before) && jobNoun.MatchString(after) {
		t = after // the employer stands first
	}
	return shorten(strings.TrimRight(atWhom.ReplaceAllString(t, ""), ": "), titleCells)
}

func titleFrom(blocks []block) string {
	marked := slices.ContainsFunc(blocks, markedTitle)
	for i, b := range blocks {
		first := line{text: b.text}
		if len(b.lines) > 0 {
			first = b.lines[0]
		}
		fact, value, ok := field(first.text)
		switch {
		case ok && fact == "title" && value != "":
			return value
		case markedTitle(b):
			return b.text
		case !marked && i < 5 && b.kind != item && !isProse(b) && isTitle(first.text) && wordCount(first.text) <= 10 && !inURL.MatchString(first.text):
			return first.text
		}
	}
	for _, b := range blocks {
		if m := wanted.FindStringSubmatch(b.text); m != nil && b.kind == paragraph {
			return strings.Trim(m[1], " .,-/&")
		}
	}
	return ""
}

// markedTitle reports whether the block is a heading that may be the role's title.
func markedTitle(b block) bool {
	return b.kind == heading && b.level < boldLevel && !b.link && isTitle(b.text)
}

func isTitle(s string) bool {
	_, _, isField := field(s)
	return short(s) && !isField && exactSense(s) == unknown && strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// locations is the places that the posting names, each once.
func locations(doc document) []string {
	for _, v := range values(doc, "location") {
		if places := splitPlaces(v); len(places) > 0 {
			return places
		}
	}
	if slices.Contains(tags(doc), "remote") {
		return []string{"Remote"}
	}
	for _, b := range doc.blocks {
		if m := located.FindStringSubmatch(b.text); m != nil && b.kind == paragraph {
			return splitPlaces(m[1])
		}
	}
	return nil
}

// located matches a sentence that says where the work is, not where the company is.
var located = pattern.New(`(?:^Located in|[.!] Located in|\b(?i:role|position|job) is (?:based|located) in) ((?:\p{Lu}[\p{L}'’-]*(?:, | or | and | & | )?)+)`)

var (
	placeBreak = pattern.New(`\s*(?:[;|/、]|\s&\s|\s\+\s|,? (?:or|and|oder|und|ou|et|o|y|e) )\s*`)
	remark     = pattern.New(`\s*\([^)]{4,}\)`)
	region     = pattern.New(`^(?:\p{Lu}{2,3}|D\.C\.)$`)
)

// countries stand after a city's comma and belong to it.
var countries = strings.Fields("argentina australia austria belgium brazil bulgaria canada chile china colombia croatia cyprus czechia denmark egypt england estonia " +
	"finland france germany ghana greece hungary india indonesia ireland israel italy japan kenya latvia lithuania luxembourg malaysia malta mexico morocco netherlands " +
	"nigeria norway pakistan peru philippines poland portugal romania scotland serbia singapore slovakia slovenia spain sweden switzerland taiwan thailand tunisia turkey ukraine " +
	"uruguay usa uk vietnam wales deutschland österreich schweiz españa brasil méxico italia")

// splitPlaces parts a list of places. A comma parts them too, but not a city from its state or country.
func splitPlaces(s string) []string {
	var places []string
	for _, part := range placeBreak.Split(remark.ReplaceAllString(s, ""), -1) {
		for i, p := range strings.Split(part, ",") {
			p = strings.Trim(p, " .")
			if i > 0 && len(places) > 0 && (region.MatchString(p) || slices.Contains(countries, strings.ToLower(p))) {
				places[len(places)-1] += ", " + p
				continue
			}
			if p != "" && utf8.RuneCountInString(p) <= 60 && !slices.Contains(places, p) && len(places) < 20 {
				places = append(places, p)
			}
		}
	}
	return places
}

// employments are the kinds of employment, in the words they are kept in, each with the ways to say it as plainKey leaves them.
var employments = []struct {
	name string
	says []string
}{
	{"Full-time", []string{"full time", "fulltime", "vollzeit", "temps plein", "tiempo completo", "jornada completa", "tempo integral", "正社員", "フルタイム"}},
	{"Part-time", []string{"part time", "parttime", "teilzeit", "temps partiel", "tiempo parcial", "media jornada", "meio período", "パート"}},
	{"Contract", []string{"contract", "contractor", "fixed term", "befristet", "cdd", "契約社員"}},
	{"Freelance", []string{"freelance", "freelancer"}},
	{"Internship", []string{"internship", "intern", "praktikum", "stage", "prácticas", "estágio", "インターン"}},
	{"Temporary", []string{"temporary", "temp", "seasonal"}},
	{"Permanent", []string{"permanent", "unbefristet", "cdi", "indefinido"}},
}

// employment is the kind of employment; "" where the posting names none, or several.
func employment(doc document) string {
	for _, v := range append(values(doc, "employment"), tags(doc)...) {
		if kinds := employmentsIn(v); len(kinds) > 0 {
			if len(kinds) > 1 {
				return ""
			}
			return kinds[0]
		}
	}
	return ""
}

func employmentsIn(s string) []string {
	key := " " + plainKey(s) + " "
	var kinds []string
	for _, e := range employments {
		if slices.ContainsFunc(e.says, func(p string) bool { return holds(key, p) }) {
			kinds = append(kinds, e.name)
		}
	}
	return kinds
}

// tags is the tags of the front matter, in lower case.
func tags(doc document) []string {
	var out []string
	for _, name := range []string{"tags", "keywords"} {
		if v := doc.front[name]; v != "" {
			out = append(out, strings.Split(strings.ToLower(v), "; ")...)
		}
	}
	return out
}
