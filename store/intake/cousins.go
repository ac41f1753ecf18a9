package intake

import (
	"slices"
	"strings"
	"unicode"

	"candid/model/clean"
)

// headKeys is where builders of resumes keep who somebody is, when not in "basics".
var headKeys = []string{"personalInfo", "personalInformation", "personalDetails", "personalData", "personal", "profile", "contactInfo", "contactInformation", "contactDetails", "header", "heading", "about", "identification", "candidate", "applicant", "user", "contact", "bio"}

// wrapKeys is what a whole resume may be wrapped in.
var wrapKeys = []string{"resume", "resumeData", "cv", "cvData", "data", "skillsPassport", "learnerInfo", "profile", "candidate", "content", "json", "document"}

// partKeys is what only the parts of a resume are called.
var partKeys = []string{"work", "workExperience", "workExperiences", "workHistory", "experience", "experiences", "employment", "employmentHistory", "professionalExperience", "positions", "education", "educations", "skills", "projects",
	"sections", "volunteer", "languages", "certifications", "certificates"}

// cousin is the resume of another maker in the shape of a JSON Resume: its head, and a root with the parts. It is told by its
// keys: somebody's name or address, and parts that only a resume has.
func cousin(root node) (head, parts node, ok bool) {
	return cousinWithin(plainKeys(root), 0)
}

// isBuilt tells the resume that a builder wrote from the candidate of an applicant tracking system.
func isBuilt(root node) bool {
	if !root.isObject() || isApplication(root) {
		return false
	}
	_, _, ok := cousin(root)
	return ok
}

func cousinWithin(root node, depth int) (head, parts node, ok bool) {
	if !root.isObject() || depth > 3 {
		return node{}, node{}, false
	}
	head, at := headOfCousin(root)
	count := 0
	for _, key := range partKeys {
		if m := root.get(key); m.isList() || m.isObject() {
			count++
		}
	}
	if head.isObject() && count > 0 {
		return head, partsOfCousin(root, head, at), true
	}
	for _, key := range wrapKeys {
		if inner := root.get(key); inner.isObject() {
			if head, parts, ok = cousinWithin(inner, depth+1); ok {
				return head, parts, true
			}
		}
	}
	return node{}, node{}, false
}

// headOfCousin is the object that says who somebody is, and the key it stands under, "" for the root itself.
func headOfCousin(root node) (head node, key string) {
	for _, k := range append([]string{"basics"}, headKeys...) {
		if h := root.get(k); h.isObject() {
			h = flatHead(h)
			if f := contactFacts(h); f.Name != "" || f.Email != "" {
				return h, k
			}
		}
	}
	own := object{members: map[string]node{}}
	for _, k := range root.keys() {
		if isHeadMember(k) {
			own.keys, own.members[k] = append(own.keys, k), root.get(k)
		}
	}
	if f := contactFacts(flatHead(node{own})); f.Name != "" && (f.Email != "" || f.Phone != "" || !root.get("headline", "occupation", "summary", "title", "location", "sections", "basics").empty()) {
		return flatHead(node{own}), ""
	}
	return node{}, ""
}

// flatHead is a head whose contacts stand in objects of their own, such as Europass has them, with those lifted up.
func flatHead(h node) node {
	o := object{members: map[string]node{}}
	put := func(key string, n node) {
		if _, twice := o.members[key]; !twice && !n.empty() {
			o.keys, o.members[key] = append(o.keys, key), n
		}
	}
	for _, key := range h.keys() {
		m := h.get(key)
		switch {
		case m.isObject() && slices.Contains([]string{"personName", "contactInfo", "contact", "contactInformation", "contacts", "demographics", "nameInfo"}, key):
			inner := flatHead(m)
			for _, k := range inner.keys() {
				if key != "personName" || k != "title" { // "Mr"
					put(k, inner.get(k))
				}
			}
		case m.isObject() && !m.get("contact").empty() && key != "address":
			put(key, m.get("contact"))
		case m.isObject() && key == "name":
			put("firstName", m.get("firstName", "first", "given", "givenName"))
			put("lastName", m.get("lastName", "last", "family", "familyName", "surname"))
			put("name", m.get("full", "fullName", "value"))
		case key == "address" && m.isObject():
			put("location", liftContact(m))
		case m.isList() && (key == "telephone" || key == "website" || key == "email" || key == "phone"):
			for _, item := range m.list() {
				put(key, liftContact(item))
				put(key+"2", liftContact(item))
			}
		default:
			put(key, m)
		}
	}
	return node{o}
}

// liftContact is what an object says under "contact", the object itself when it says nothing there.
func liftContact(n node) node {
	if c := n.get("contact"); !c.empty() {
		return c
	}
	return n
}

// partsOfCousin is the parts of a resume under their keys, those of a list of sections under their titles.
func partsOfCousin(root, head node, at string) node {
	o := object{members: map[string]node{}}
	put := func(key string, n node) {
		for o.members[key].v != nil {
			key += " "
		}
		o.keys, o.members[key] = append(o.keys, key), n
	}
	for _, key := range root.keys() {
		m := root.get(key)
		switch {
		case m.empty() || key == at || at == "" && isHeadMember(key):
		case key == "sections" && m.isObject():
			for _, k := range m.keys() {
				switch inner := m.get(k); {
				case k == "summary":
					put("profile", sectionItems(inner))
				case k == "custom" && inner.isObject():
					for _, c := range inner.keys() {
						put(titled(c, inner.get(c)), sectionItems(inner.get(c)))
					}
				default:
					put(titled(k, inner), sectionItems(inner))
				}
			}
		case (key == "sections" || key == "customSections") && m.isList():
			for _, s := range m.list() {
				put(titled(key, s), sectionItems(s))
			}
		case key == "customSections" && m.isObject():
			for _, k := range m.keys() {
				put(titled(k, m.get(k)), sectionItems(m.get(k)))
			}
		case key == "additional" && m.isObject():
			for _, k := range m.keys() {
				put(k, m.get(k))
			}
		default:
			put(key, sectionItems(m))
		}
	}
	return node{o}
}

// titled is what a section is called: by its title where its key is no word of a resume's.
func titled(key string, section node) string {
	for _, s := range sections {
		if slices.Contains(s.keys, key) {
			return key
		}
	}
	if title := section.get("title", "name", "heading", "displayName").text(); title != "" && len(title) < 60 && section.isObject() {
		return title
	}
	return key
}

// sectionItems is the entries of a section that keeps them beside how it is laid out, without those that are hidden.
func sectionItems(section node) node {
	if !section.isObject() {
		return section
	}
	for _, key := range []string{"items", "entries", "content", "strings"} {
		if items := section.get(key); !items.empty() {
			if custom := section.get("custom"); !custom.empty() {
				return node{append(items.list(), custom.list()...)}
			}
			return items
		}
	}
	if _, has := section.v.(object).members["items"]; has && section.get("content", "text", "description").empty() {
		return node{} // a section that is laid out and empty
	}
	return section
}

// isHeadMember reports whether a member of a root that is its own head belongs to the head.
func isHeadMember(key string) bool {
	return !slices.Contains(partKeys, key) && (slices.Contains(headMembers, key) || slices.Contains(silentKeys, key))
}

var headMembers = slices.Concat(fullNameKeys, givenNameKeys, familyNameKeys, mailKeys, callKeys, homeKeys, webKeys, []string{"label", "title", "headline", "occupation", "jobTitle", "summary", "quote", "profiles", "socialNetworks", "socialMedia", "social", "links", "urls", "other", "middleName", "customFields", "country", "state", "countryFullName"})

// plainKeys is a value with the names of members in one manner: "First_Name" and "FirstName" are firstName.
func plainKeys(n node) node {
	switch v := n.v.(type) {
	case []node:
		out := make([]node, len(v))
		for i, item := range v {
			out[i] = plainKeys(item)
		}
		return node{out}
	case object:
		o := object{members: make(map[string]node, len(v.keys))}
		for _, k := range v.keys {
			plain := plainKey(k)
			if _, twice := o.members[plain]; twice || plain == "" {
				plain = k
			}
			if _, twice := o.members[plain]; !twice {
				o.keys = append(o.keys, plain)
			}
			o.members[plain] = plainKeys(v.members[k])
		}
		return node{o}
	}
	return n
}

func plainKey(k string) string {
	if strings.Contains(k, " ") && !isASCII(k) || len(k) > 60 {
		return k
	}
	var b strings.Builder
	up := false
	for i, r := range clean.Text(k) {
		switch {
		case r == '_' || r == '-' || r == ' ':
			up = b.Len() > 0
		case up:
			b.WriteRune(unicode.ToUpper(r))
			up = false
		case i == 0 || b.Len() == 0:
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
	}
	if strings.ToUpper(k) == k {
		return strings.ToLower(b.String())
	}
	return b.String()
}
