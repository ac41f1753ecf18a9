package posting

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"candid/model/wording"
)

// openJSON reads the one posting that a JSON text holds.
func openJSON(text string) (source, error) {
	v, err := decoded(text)
	if err != nil {
		return source{}, badJSON(text, err)
	}
	if typed := distinct(postingsIn(v), itself); len(typed) > 0 {
		if len(typed) > 1 {
			return source{}, severalPostings(len(typed))
		}
		return schemaSheet(typed[0]).open()
	}
	all := distinct(likely(v), func(f found) object { return f.object })
	switch {
	case len(all) == 1:
		return all[0].sheet.open()
	case len(all) > 1:
		return source{}, severalPostings(len(all))
	}
	what := "is JSON in which no posting can be told"
	if o, ok := v.(object); ok && len(o) > 0 {
		var keys []string
		for _, m := range o[:min(len(o), 8)] {
			keys = append(keys, "'"+wording.Shorten(oneLine(m.name), 28)+"'")
		}
		what += ": its keys are " + strings.Join(keys, ", ")
	}
	return source{}, refuse(what, "give it a title and what is asked, such as {\"title\":…, \"requirements\":[…]}, or paste the posting as people read it")
}

func severalPostings(n int) error {
	return refuse(fmt.Sprintf("holds %d postings", n), "save the one of the role as a file of its own")
}

func badJSON(text string, err error) error {
	var syntax *json.SyntaxError
	if errors.Is(err, errNested) {
		return refuse(fmt.Sprintf("is JSON that nests more than %d deep, as no posting does", maxNesting), "paste the posting as people read it")
	}
	where := "that ends before its time"
	if errors.As(err, &syntax) && int(syntax.Offset) < len(text) {
		where = fmt.Sprintf("with a mistake in line %d", 1+strings.Count(text[:syntax.Offset], "\n"))
	}
	return refuse("is JSON "+where, "mend it, or paste the posting as people read it")
}

// found is an object that reads as a posting, and its pieces.
type found struct {
	object object
	sheet  sheet
}

func itself(o object) object { return o }

// distinct leaves out what is there twice. of gives the object of an entry.
func distinct[T any](all []T, of func(T) object) []T {
	var out []T
	seen := map[string]bool{}
	for _, x := range all {
		o := of(x)
		key := plain(titleOf(o)) + "\n" + strings.Join(stringsIn(o.get("description")), "\n") + placeOf(o.get("location"))
		if !seen[key] {
			seen[key] = true
			out = append(out, x)
		}
	}
	return out
}

var (
	titleKeys  = []string{"title", "opening name", "full title", "headline", "name", "text", "position", "role", "job", "vacancy", "cargo", "puesto", "vaga", "poste", "職種", "職種名", "職位"}
	titleWords = []string{"title", "titel", "titre", "intitulé", "intitule", "titulo", "título", "bezeichnung"}
	// listKeys name lists of postings.
	listKeys = []string{"jobs", "postings", "offers", "openings", "vacancies", "positions", "results", "roles", "listings"}
	// aside are the members that say nothing of the role.
	asideKeys = []string{"company", "hiring organization", "organization", "employer", "department", "departments", "recruiter", "hiring manager", "creator", "meta", "metadata",
		"questions", "application form", "screening questions", "demographic questions", "form", "custom field", "custom fields", "salary", "base salary",
		"compensation", "industry", "function", "links", "similar jobs", "related jobs", "actions", "schema", "context", "team", "category", "tags", "keywords",
		"language", "locale"}
)

// titleOf is what names a posting, nil where nothing does.
func titleOf(o object) any {
	for _, k := range titleKeys {
		if v := o.get(k); v != nil {
			if s := plain(v); s != "" && len(s) <= 200 {
				return s
			}
		}
	}
	for _, m := range o {
		words := strings.Fields(m.key)
		if s, ok := m.value.(string); ok && len(words) > 0 && slices.Contains(titleWords, words[len(words)-1]) && s != "" && len(s) <= 200 {
			return s
		}
	}
	return nil
}

// titleWithin is what names a posting, in the object or in one inside it that is the role's too.
func titleWithin(o object, depth int) any {
	if t := titleOf(o); t != nil || depth > 2 {
		return t
	}
	for _, m := range o {
		if inner, ok := m.value.(object); ok && !slices.Contains(asideKeys, m.key) && !isFact(m.key) && inner.has("title") {
			return titleWithin(inner, depth+1)
		}
	}
	return nil
}

// likely is the objects in a value that read as a posting: they have a title and words.
func likely(v any) []found {
	switch v := v.(type) {
	case object:
		many := v.get(listKeys...)
		if l, ok := many.([]any); ok && len(l) > 0 {
			if all := likely(l); len(all) > 0 {
				return all
			}
		}
		if titleOf(v) != nil || asksSomewhere(v) && titleWithin(v, 0) != nil {
			if s := objectSheet(v); len(s.parts) > 0 {
				return []found{{v, s}}
			}
		}
		var all []found
		for _, m := range v {
			if !slices.Contains(asideKeys, m.key) {
				all = append(all, likely(m.value)...)
			}
		}
		if len(all) == 0 && len(v) > 0 && asksSomewhere(v) {
			return []found{{v, objectSheet(v)}}
		}
		return all
	case []any:
		var all []found
		for _, x := range v {
			all = append(all, likely(x)...)
		}
		return all
	}
	return nil
}

// asksSomewhere reports whether a member's name says that it holds what is asked.
func asksSomewhere(o object) bool {
	return slices.ContainsFunc(o, func(m member) bool {
		if _, ok := m.value.(object); ok && slices.Contains(wrappers, m.key) {
			return false
		}
		s := senseOf(headingOf(m.name))
		return (s == asks || s == asksNice) && !empty(m.value)
	})
}

// named is the headings of members whose names leave it to those around them what they hold.
var named = map[string]string{
	"must": "Must have", "musts": "Must have", "mandatory": "Required", "minimum": "Minimum qualifications", "basic": "Basic qualifications",
	"nice": "Nice to have", "nices": "Nice to have", "bonuses": "Bonus", "extras": "Bonus", "desired": "Preferred", "wish": "Nice to have",
}

// headingOf is a member's name as a heading.
func headingOf(key string) string {
	k := keyOf(key)
	if h := named[k]; h != "" {
		return h
	}
	words := slices.DeleteFunc(strings.Fields(k), func(w string) bool {
		return w == "html" || w == "plain" || w == "list" || w == "raw" || w == "markdown"
	})
	if len(words) == 0 {
		return k
	}
	s := []rune(strings.Join(words, " "))
	return strings.ToUpper(string(s[:1])) + string(s[1:])
}

// objectSheet is the pieces of a posting in JSON that keeps to no vocabulary: what the names of its members tell.
func objectSheet(o object) sheet {
	s := sheet{facts: objectFacts(o)}
	s.members(o, 2, false)
	return s
}

// members adds what the members of an object hold.
func (s *sheet) members(o object, level int, inside bool) {
	for _, m := range o {
		k := m.key
		if text, ok := m.value.(string); ok && s.title != "" && oneLine(text[:min(len(text), 400)]) == s.title {
			continue
		}
		if empty(m.value) || forMachines(m) || slices.Contains(asideKeys, k) || isFact(k) || slices.Contains(titleKeys[:4], k) || o.plainTwin(k) {
			continue
		}
		s.member(k, headingOf(m.name), m.value, level, inside)
	}
}

// machineWords end the names of members that no person reads.
var machineWords = []string{"id", "ids", "url", "uri", "link", "href", "at", "date", "code", "slug", "email", "phone", "logo", "image", "count", "status", "version", "token", "hash", "reference"}

// forMachines reports whether a member is an identifier, an address or a choice from a form's list.
func forMachines(m member) bool {
	last := m.key[strings.LastIndexByte(m.key, ' ')+1:]
	s, ok := m.value.(string)
	return slices.Contains(machineWords, last) || ok && strings.Contains(s, "_") && !strings.ContainsAny(s, " \n")
}

// plainTwin reports whether a member is the same as another in plain text.
func (o object) plainTwin(key string) bool {
	words := strings.Fields(key)
	i := slices.Index(words, "plain")
	if i < 0 {
		return false
	}
	base := strings.Join(append(words[:i:i], words[i+1:]...), " ")
	return o.has(base, base+" html", strings.TrimSuffix(base, " text"), base+" body")
}

// contentWords end the names of members that hold text with headings of its own.
var contentWords = []string{"description", "content", "contents", "body", "text", "details", "html", "plain", "summary", "beschreibung", "stellenangebotsbeschreibung", "descripción", "descripcion",
	"descrição", "descricao", "opening", "additional", "overview", "posting", "ad", "intro", "introduction", "descriptif"}

// member adds what a member holds. What stands inside of one that asks, asks too unless its name says otherwise.
func (s *sheet) member(key, heading string, v any, level int, inside bool) {
	sense := senseOf(heading)
	if _, ok := v.(object); ok && slices.Contains(wrappers, key) {
		sense = unknown
	}
	wants := sense == asks || sense == asksNice || sense == wishes || sense == unknown && inside
	words := strings.Fields(key)
	switch v := v.(type) {
	case string:
		text := asText(v)
		oneLiner := !strings.Contains(strings.TrimSpace(text), "\n")
		switch {
		case len(words) > 0 && slices.Contains(contentWords, words[len(words)-1]) && !wants:
			p := part{text: lowered(text)}
			if n := len(s.parts); n > 0 && s.parts[n-1].heading != "" {
				p.heading, p.level = heading, level // so that it is not taken for more of what stands above
			}
			s.add(p)
		case oneLiner && wants && asksPlainly(key, text):
			if len(text) <= 400 {
				text = asItem(text)
			}
			s.add(part{heading: heading, level: level, text: text})
		case !oneLiner || wordCount(text) >= 15:
			s.add(part{heading: heading, level: level, text: lowered(text)})
		}
	case object:
		if h, content := v.section(); h != "" {
			s.member(keyOf(h), h, content, level, inside)
			return
		}
		if name := plain(v.get("name", "label", "text", "title")); name != "" && name != s.title && wants && asksPlainly(key, name) && v.onlyNames() {
			s.add(part{heading: heading, level: level, text: asItem(escaped(name))})
			return
		}
		n := len(s.parts)
		if sense != unknown {
			s.parts = append(s.parts, part{heading: heading, level: level, text: ""})
			level = min(level+1, 6)
		}
		s.members(v, level, wants)
		if sense != unknown && len(s.parts) == n+1 {
			s.parts = s.parts[:n]
		}
	case []any:
		s.list(heading, v, level, wants)
	case json.Number:
		if slices.Contains(words, "max") || slices.Contains(words, "maximum") {
			return
		}
		if slices.Contains(words, "months") {
			s.add(part{heading: heading, level: level, text: asItem(experienceOf(v.String(), ""))})
		} else if slices.Contains(words, "experience") || slices.Contains(words, "years") {
			s.add(part{heading: heading, level: level, text: asItem(v.String() + " years of experience")})
		}
	case bool:
		if v && inside && len(words) <= 2 && !slices.Contains(words, "required") && !slices.Contains(words, "experience") {
			s.add(part{heading: heading, level: level, text: asItem(heading)})
		}
	}
}

// wrappers are names of objects that say nothing of what is in them.
var wrappers = []string{"attributes", "data", "details", "fields", "properties", "basics", "info"}

// onlyNames reports whether an object only names something, as a choice of a list does.
func (o object) onlyNames() bool {
	return !slices.ContainsFunc(o, func(m member) bool {
		return !empty(m.value) && !slices.Contains([]string{"id", "code", "name", "label", "text", "title", "key", "slug", "type"}, m.key)
	})
}

// asksPlainly reports whether a member's short words ask for something, and do not only say how senior the role is.
func asksPlainly(key, text string) bool {
	if strings.HasPrefix(key, "experience") || strings.HasPrefix(key, "seniority") || strings.HasPrefix(key, "career") {
		return strings.ContainsAny(text, "0123456789") || wordCount(text) > 3
	}
	return true
}
