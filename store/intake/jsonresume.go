package intake

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"candid/model"
	"candid/store/intake/content"
)

// isJSON takes what is named so, and what begins as an object does; which resume it is, if any, is for the reader to say.
func isJSON(name, text string) bool {
	if strings.EqualFold(filepath.Ext(name), ".json") {
		return true
	}
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "{"); ok {
		inner = strings.TrimSpace(inner)
		return strings.HasPrefix(inner, `"`) || strings.HasPrefix(inner, "}")
	}
	return strings.HasPrefix(text, "[") && json.Valid([]byte(text))
}

// readJSONResume reads a JSON Resume (jsonresume.org) or its cousin FRESH into text with headings, and the contacts from the
// fields that hold them. Fields of a wrong type, and fields that neither knows, are read as well as may be.
func readJSONResume(text string) (content.Document, error) {
	root, err := parseJSON(text)
	if err != nil {
		return content.Document{}, brokenJSON(text, err)
	}
	head, kind := root.get("basics"), "JSON Resume"
	switch {
	case isFresh(root):
		head, kind = freshBasics(root), "FRESH resume"
	case isResume(root) && !member(root, "sections").isObject():
	default:
		var ok bool
		if head, root, ok = cousin(root); !ok {
			return content.Document{}, &model.Problem{Kind: model.Refused, What: "JSON, but no resume: there is nobody's name with work, education or skills in it",
				Next: "candid reads JSON Resume (jsonresume.org), FRESH, and what builders of resumes export; save another kind as text"}
		}
		kind = "resume in JSON"
	}
	f := contactFacts(head)
	body := render(root, head, f)
	if body == "" {
		return content.Document{}, &model.Problem{Kind: model.Refused, What: "an empty " + kind + ": every field is blank", Next: "ask the candidate to send it again"}
	}
	return content.Document{Text: body, Flowing: true, Said: f.Contacts}, nil
}

// brokenJSON names the line and column, both from 1, at which the text stops being JSON.
func brokenJSON(text string, err error) error {
	var known *model.Problem
	if errors.As(err, &known) {
		return known
	}
	p := &model.Problem{Kind: model.Refused, What: "broken JSON", Next: "mend it, or ask the candidate to send it again"}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at := int(min(max(syntax.Offset-1, 0), int64(len(text))))
		if strings.HasPrefix(err.Error(), "unexpected end") {
			at = len(text)
		}
		line := 1 + strings.Count(text[:at], "\n")
		column := 1 + utf8.RuneCountInString(text[strings.LastIndexByte(text[:at], '\n')+1:at])
		p.What = fmt.Sprintf("broken JSON at line %d, column %d", line, column)
	}
	p.Err = err
	return p
}

// isResume tells a JSON Resume by its parts: the basics, or two lists that only a resume has side by side.
func isResume(root node) bool {
	if member(root, "basics").isObject() {
		return true
	}
	lists := 0
	for _, key := range []string{"work", "education", "skills", "volunteer", "awards", "publications", "projects", "certificates"} {
		if member(root, key).isList() {
			lists++
		}
	}
	return lists >= 2
}

// isFresh tells FRESH by its own structure.
func isFresh(root node) bool {
	if member(root, "basics").isObject() {
		return false
	}
	format := root.get("meta").get("format").text()
	return strings.HasPrefix(strings.ToUpper(format), "FRESH") || member(member(root, "employment"), "history").isList() ||
		member(root, "info").isObject() && member(root, "contact").isObject()
}

// member is a member by its name, empty or not.
func member(n node, key string) node {
	o, _ := n.v.(object)
	return o.members[key]
}

// freshBasics is a FRESH resume's head in the shape of a JSON Resume's basics.
func freshBasics(root node) node {
	info, contact := root.get("info"), root.get("contact")
	o := object{members: map[string]node{}}
	add := func(key string, n node) {
		if !n.empty() {
			o.keys, o.members[key] = append(o.keys, key), n
		}
	}
	add("name", root.get("name"))
	add("label", info.get("label"))
	add("email", contact.get("email"))
	add("phone", contact.get("phone"))
	add("url", contact.get("website"))
	add("location", root.get("location"))
	add("profiles", root.get("social"))
	add("summary", info.get("brief"))
	add("quote", info.get("quote"))
	var other []node
	for _, c := range contact.get("other").list() {
		other = append(other, node{strings.Trim(c.get("label", "flavor").text()+": "+c.get("value").text(), ": ")})
	}
	add("other", node{other})
	return node{o}
}

// The members of a head that say who somebody is, in the spellings of several schemas.
var (
	fullNameKeys   = []string{"name", "fullName", "full_name", "fullname", "displayName", "candidateName"}
	givenNameKeys  = []string{"firstName", "givenName", "first_name", "firstname", "forename", "first", "given"}
	familyNameKeys = []string{"lastName", "familyName", "surname", "last_name", "lastname", "last", "family"}
	mailKeys       = []string{"email", "e-mail", "mail", "emailAddress", "email_address", "personalEmail", "emails", "personalEmails", "eMail"}
	callKeys       = []string{"mobile", "phone", "telephone", "phoneNumber", "phone_number", "mobileNumber", "mobilePhone", "cell", "tel", "contactNumber", "phones", "phoneNumbers", "personalNumbers"}
	homeKeys       = []string{"location", "address", "city", "residence"}
	webKeys        = []string{"url", "website", "homepage", "webpage", "site", "portfolio", "linkedin", "linkedIn", "linkedinUrl", "linkedInUrl", "github", "gitHub", "githubUrl", "gitlab", "blog", "website2"}
	userKeys       = []string{"username", "user", "handle"}
)

// contactFacts reads who the person is from the basics.
func contactFacts(basics node) facts {
	var f facts
	f.Name = basics.get(fullNameKeys...).text()
	if f.Name == "" {
		f.Name = strings.Join(strings.Fields(basics.get(givenNameKeys...).text()+" "+basics.get("middleName", "middle_name").text()+" "+basics.get(familyNameKeys...).text()), " ")
	}
	f.Email = emailAddress.FindString(basics.get(mailKeys...).text())
	for _, key := range append([]string{"phone"}, callKeys...) {
		if phone, _ := cutFold(basics.get(key).text(), "tel:"); countDigits(phone) >= 5 && f.Phone == "" {
			f.Phone = phone
		}
	}
	f.Location = place(basics.get(homeKeys...))
	var links []string
	for _, key := range webKeys {
		for _, n := range basics.get(key).list() {
			links = append(links, linkOf(key, n))
		}
	}
	for _, key := range []string{"profiles", "socialNetworks", "socialMedia", "social", "links", "urls"} {
		list := basics.get(key)
		if list.isObject() {
			for _, k := range list.keys() {
				links = append(links, linkOf(k, list.get(k)))
			}
			continue
		}
		for _, p := range list.list() {
			links = append(links, linkOf(p.get("network", "label", "site", "type", "name", "platform").text(), p))
		}
	}
	for _, s := range links {
		f.Links = addLink(f.Links, s)
	}
	return f
}

// linkOf is the address of a profile: as it stands there, or made of the network's name and the user's.
func linkOf(network string, n node) string {
	s := n.text()
	if n.isObject() {
		s = n.get("url", "href", "link", "value").text()
		if strings.Contains(s, ".") {
			return s
		}
		s = cmp.Or(n.get(userKeys...).text(), s)
	}
	switch network = strings.ToLower(network); {
	case strings.Contains(s, "."), s == "", strings.Contains(s, " "):
		return s
	case strings.HasPrefix(network, "github"):
		return "https://github.com/" + strings.TrimPrefix(s, "@")
	case strings.HasPrefix(network, "gitlab"):
		return "https://gitlab.com/" + strings.TrimPrefix(s, "@")
	case strings.HasPrefix(network, "linkedin"):
		return "https://linkedin.com/in/" + strings.TrimPrefix(strings.TrimPrefix(s, "/"), "in/")
	}
	return ""
}

// place is a location in words: "City, Region, Country".
func place(n node) string {
	if !n.isObject() {
		return n.text()
	}
	var parts []string
	for _, s := range []string{n.get("city", "municipality", "town", "locality").text(), n.get("region", "state", "province").text(), n.get("country", "countryCode").text()} {
		if s != "" && len([]rune(s)) <= 40 && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return cmp.Or(strings.Join(parts, ", "), n.get("address", "addressLine", "place", "name", "formatted").text())
}
