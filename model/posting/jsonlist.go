package posting

import (
	"slices"
	"strings"
)

// list adds a list: its strings and things as items under the heading, its sections each under its own.
func (s *sheet) list(heading string, all []any, level int, wants bool) {
	var items []string
	long := 0
	for _, x := range all {
		switch x := x.(type) {
		case string:
			text := asText(x)
			if wordCount(text) > 4 {
				long++
			}
			if strings.Contains(strings.TrimSpace(text), "\n") {
				items = append(items, text)
			} else {
				items = append(items, asItem(text))
			}
		case object:
			h, content := x.section()
			if str, ok := content.(string); h != "" && (!wants || !ok || strings.Contains(str, "<") || strings.Contains(str, "\n")) {
				s.member(keyOf(h), h, content, level, false)
				continue
			}
			if t := x.thing(); t != "" {
				items = append(items, asItem(escaped(t)))
			}
		}
	}
	items = slices.DeleteFunc(items, func(s string) bool { return strings.TrimSpace(s) == "" })
	if wants || 2*long > len(items) {
		s.add(part{heading: heading, level: level, text: strings.Join(items, "\n")})
	}
}

var (
	headKeys    = []string{"heading", "header", "title", "name", "label", "text", "section", "section title", "section name"}
	contentKeys = []string{"content", "items", "bullets", "body", "text", "html", "description", "points", "values", "entries", "list", "details", "value"}
)

// section is the heading and what stands under it, if an object is made of these.
func (o object) section() (heading string, content any) {
	for _, h := range headKeys {
		name, ok := o.get(h).(string)
		if !ok || !short(oneLine(name)) {
			continue
		}
		for _, c := range contentKeys {
			if v := o.get(c); c != h && v != nil {
				return oneLine(name), v
			}
		}
	}
	return "", nil
}

// thing is the words for a skill or a requirement that is an object: "Databases (intermediate): SQL, MongoDB".
func (o object) thing() string {
	var s, main string
	for _, k := range []string{"requirement", "text", "name", "title", "skill", "label", "competency", "qualification", "libelle", "description", "value", "content", "language", "degree", "field", "lang", "code"} {
		if s = plain(o.get(k)); s != "" {
			main = k
			break
		}
	}
	if s == "" {
		return ""
	}
	if level := plain(o.get("level", "proficiency", "fluency", "seniority")); level != "" {
		s += " (" + level + ")"
	}
	if years := plain(o.get("years", "min years", "years of experience", "years experience")); years != "" {
		if strings.Trim(years, "0123456789+.-–") == "" {
			years += " years"
		}
		s += ", " + years
	}
	if more := plain(o.get("keywords", "technologies", "examples", "tools", "items", "skills")); more != "" {
		s += ": " + more
	} else if d := plain(o.get("description", "details", "content")); d != "" && main != "description" && main != "content" {
		s += ": " + d
	}
	if o.optional() {
		s += " (nice to have)"
	}
	return s
}

// optional reports whether an object says that it is not a must.
func (o object) optional() bool {
	if o.get("required", "mandatory", "must", "is required", "must have") == false {
		return true
	}
	if o.get("exigence") == "S" { // of the French job service: souhaité
		return true
	}
	if o.get("optional", "preferred", "nice", "nice to have", "bonus", "is optional") == true {
		return true
	}
	how := plainKey(plain(o.get("priority", "importance", "type", "kind", "necessity", "category")))
	return how != "" && senseOf(how) == asksNice || how == "nice"
}
