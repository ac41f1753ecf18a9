package intake

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"candid/model"
	"candid/store/intake/content"
	"candid/store/intake/table"
)

// The members by which applicant tracking systems call what an object holds, letters and digits only, in lower case. No two
// systems agree, and most of the names are shared by several; where a list has an order, the first that is there counts.
var (
	manyKeys   = []string{"candidates", "applications", "applicants", "opportunities", "prospects", "people", "resumes", "data", "results", "items", "content", "records", "objects", "response", "hits"}
	personKeys = []string{"candidate", "applicant", "person", "prospect", "contact", "contactinfo", "contactinformation", "contactdetails", "personalinfo", "personalinformation", "personaldetails", "profile", "attributes", "basics"}

	idKeys          = []string{"candidateid", "applicantid", "personid", "contactid", "id", "uuid", "uid"}
	nameKeys        = []string{"fullname", "candidatename", "applicantname", "name", "displayname", "formattedname"}
	firstKeys       = []string{"firstname", "givenname", "forename", "first", "given"}
	middleKeys      = []string{"middlename", "middle"}
	lastKeys        = []string{"lastname", "surname", "familyname", "last", "family"}
	emailKeys       = []string{"email", "emailaddress", "primaryemail", "primaryemailaddress", "emails", "emailaddresses", "mail", "candidateemail"}
	phoneKeys       = []string{"phone", "phonenumber", "primaryphonenumber", "mobilephone", "mobile", "cellphone", "phones", "phonenumbers", "telephone", "homephone", "candidatephone"}
	placeKeysOf     = []string{"location", "address", "locationsummary", "addresses", "locations", "city"}
	linkKeys        = []string{"linkedin", "linkedinurl", "linkedinprofile", "github", "githuburl", "website", "websiteurl", "portfolio", "portfoliourl", "blogurl", "twitterurl", "links", "urls", "websites", "websiteaddresses", "socialmediaaddresses", "sociallinks", "socialprofiles", "web"}
	appliedKeys     = []string{"appliedat", "applicationdate", "dateapplied", "applieddate", "appliedon", "submittedat", "receivedat", "createdat", "createdon", "createddate", "creationdate", "addedat"}
	sourceKeys      = []string{"source", "sources", "sourcename", "applicationsource", "referralsource"}
	tagKeys         = []string{"tags", "labels"}
	fileKeys        = []string{"attachments", "resume", "resumes", "cv", "files", "documents", "resumefile", "resumefilehandle", "resumeurl", "resumefilename", "filehandles", "uploads"}
	letterFileKeys  = []string{"coverletterfile", "coverletterurl", "coverletterfilename"}
	resumeTextKeys  = []string{"resumetext", "cvtext", "parsedresume"}
	letterKeys      = []string{"coverletter", "coverlettertext", "motivationletter", "message"}
	aboutKeys       = []string{"headline", "summary", "pitch", "bio", "introduction"}
	askedKeys       = []string{"answers", "questions", "customquestions", "screeningquestions", "screeninganswers", "applicationquestions", "formanswers", "questionsandanswers", "questionnaire", "questionnaires", "openquestionanswers", "groupedopenquestionanswers", "forms", "applicationformsubmissions", "fieldsubmissions", "submittedvalues", "customattributes", "keyedcustomfields", "customfields"}
	workKeys        = []string{"employments", "experienceentries", "experiences", "experience", "workhistory", "workexperience", "positions", "employmenthistory"}
	schoolKeys      = []string{"educations", "educationentries", "education", "educationhistory"}
	skillKeys       = []string{"skills", "skilllist"}
	questionKeys    = []string{"question", "questiontext", "label", "prompt", "title", "field", "text", "body", "name"}
	answerKeys      = []string{"answer", "value", "values", "response", "content", "answers", "answertext", "body", "label"}
	applicationKeys = []string{"candidate", "candidateid", "applicant", "person", "attachments", "answers", "appliedat", "applications", "stage", "currentstage", "jobid", "job", "jobs", "applicationdate", "resume"}
)

// peopleJSON finds the candidates in the answer of an applicant tracking system, or of a list of candidates or of resumes, told by
// the names of its members in general. It reports false when the text is none of these: one resume, or something else. What
// others made of the candidates, their stages and scores, is not read. Files are attached as people does.
func peopleJSON(file, text string, attach func(name string) (document, *model.Problem)) ([]person, bool) {
	root, err := parseJSON(text)
	if err != nil || isOneResume(root) {
		return nil, false
	}
	objects, many := candidatesIn(root)
	if len(objects) == 0 {
		return nil, false
	}
	where := func(i int) string {
		if !many {
			return file
		}
		return fmt.Sprintf("%s: candidate %d", file, i+1)
	}
	var all []person
	b := newRows()
	for i, o := range objects {
		if isOneResume(o) {
			all = append(all, person{items: func() []Item { return []Item{oneResume(where(i), o)} }})
			continue
		}
		b.add(o, i)
	}
	l := newList(file, b.table, b.mapping, attach)
	l.where, l.links = where, b.links
	return append(all, l.people()...), true
}

// isOneResume reports whether a value is a resume of a schema that is known.
func isOneResume(n node) bool { return isResume(n) || isFresh(n) || isBuilt(n) }

// oneResume makes a candidate of a resume in a list of them.
func oneResume(where string, o node) Item {
	text := o.json()
	read, err := readJSONResume(text)
	if err != nil {
		return Item{Path: where, Problem: refusal(where, err)}
	}
	doc, problem := newDocument("resume.json", []byte(text), content.JSON, read)
	if problem != nil {
		problem.Subject = where
		return Item{Path: where, Problem: problem}
	}
	return Item{Path: where, Application: assemble(where, "", []document{doc})}
}

// candidatesIn is the objects of a JSON value that are candidates or applications, and whether the value is a list of them.
func candidatesIn(root node) (objects []node, many bool) {
	if root.isList() {
		return candidateList(root), true
	}
	for _, k := range manyKeys {
		switch n := at(root, k); {
		case n.isList():
			if objects := candidateList(n); len(objects) > 0 && !isApplication(root) {
				return objects, true
			}
		case n.isObject() && k != "content":
			if objects, many := candidatesIn(n); len(objects) > 0 {
				return objects, many
			}
		}
	}
	if isApplication(root) {
		return []node{root}, false
	}
	return nil, false
}

// candidateList is the items of a list of which most are candidates; nothing of another list.
func candidateList(n node) []node {
	list, good := n.list(), 0
	for _, item := range list {
		if isOneResume(item) || isApplication(item) || item.isObject() && isNamed(item) {
			good++
		}
	}
	if good*2 <= len(list) || len(list) > maxCandidates {
		return nil
	}
	return list
}

// maxCandidates is how many candidates one JSON file may hold.
const maxCandidates = 50_000

// isNamed reports whether an object says who it is.
func isNamed(o node) bool {
	b := newRows()
	b.add(o, 0)
	l := newList("", b.table, b.mapping, nil)
	return l.email(b.table.Rows[0]) != "" || len(l.of[table.Name])+len(l.of[table.LastName]) > 0
}

// isApplication tells an application, or a candidate as such systems write one, by two of its members, or by its address and one.
func isApplication(o node) bool {
	if !o.isObject() {
		return false
	}
	n := 0
	for _, k := range applicationKeys {
		if has(o, k) {
			n++
		}
	}
	if n == 0 {
		return !at(o, emailKeys...).empty() && (!at(o, nameKeys...).empty() || !at(o, lastKeys...).empty())
	}
	return n >= 2 || !at(o, emailKeys...).empty() || !at(o, personKeys...).empty()
}

// bare is a member's name as the lists above have it.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// at is the member of the first of keys that an object has with something in it, however it spells the key.
func at(o node, keys ...string) node {
	names := o.keys()
	for _, k := range keys {
		for _, name := range names {
			if bare(name) == k {
				if n := o.get(name); !n.empty() {
					return n
				}
			}
		}
	}
	return node{}
}

func has(o node, key string) bool {
	return slices.ContainsFunc(o.keys(), func(name string) bool { return bare(name) == key })
}

// jsonRows is the candidates of a JSON value as rows of a table whose columns are known.
type jsonRows struct {
	table   content.Table
	mapping table.Mapping
	at      map[string]int
	links   map[string]string // where a file is said to be, by its name
}

func newRows() *jsonRows { return &jsonRows{at: map[string]int{}, links: map[string]string{}} }

// put sets a cell of the last row; further values of a column stand on lines of their own.
func (b *jsonRows) put(k table.Kind, name, value string) {
	if value = strings.TrimSpace(value); value == "" || name == "" {
		return
	}
	id := k.String() + "\x00" + name
	i, ok := b.at[id]
	if !ok {
		i = len(b.mapping)
		b.at[id], b.mapping = i, append(b.mapping, table.Column{Name: name, Kind: k})
		b.table.Header = append(b.table.Header, name)
		for r := range b.table.Rows {
			b.table.Rows[r] = append(b.table.Rows[r], "")
		}
	}
	row := b.table.Rows[len(b.table.Rows)-1]
	if row[i] != "" && row[i] != value {
		value = row[i] + "\n" + value
	}
	row[i] = value
}

// add makes a row of a candidate or an application. The person may be an object in it.
func (b *jsonRows) add(o node, number int) {
	b.table.Rows = append(b.table.Rows, make([]string, len(b.mapping)))
	b.table.Lines = append(b.table.Lines, number)
	parts := partsOf(o, 0)
	all := func(keys ...string) node {
		for _, k := range keys {
			for _, p := range parts {
				if n := at(p, k); !n.empty() {
					return n
				}
			}
		}
		return node{}
	}
	b.put(table.ID, "id", all(idKeys...).text())
	b.named(all)
	for _, value := range values(all(emailKeys...), "value", "email", "address", "emailaddress") {
		b.put(table.Email, "email", value)
	}
	for i, value := range values(all(phoneKeys...), "value", "number", "phone", "phonenumber") {
		b.put(table.Phone, []string{"phone", "another phone"}[min(i, 1)], value)
	}
	b.put(table.Location, "location", placed(parts, all(placeKeysOf...)))
	for _, p := range parts {
		for _, k := range linkKeys {
			for _, value := range values(at(p, k), "url", "value", "href", "link") {
				b.put(table.Link, "link", value)
			}
		}
	}
	b.put(table.Applied, "applied", all(appliedKeys...).text())
	b.put(table.Source, "source", strings.Join(values(all(sourceKeys...), "publicname", "name", "title", "label", "text", "value"), ", "))
	for _, value := range values(all(tagKeys...), "name", "title", "label", "text", "value") {
		b.put(table.Tag, "tag", value)
	}
	b.sent(parts)
	b.put(table.Text, "history", history(parts))
	for _, p := range parts {
		for _, k := range askedKeys {
			b.asked(at(p, k), 0)
		}
		for _, k := range aboutKeys {
			b.put(table.Answer, words(k), strings.Join(at(p, k).paragraphs(), "\n"))
		}
	}
}

// partsOf is the objects that speak of the person of an application: those in it, then itself.
func partsOf(o node, depth int) []node {
	var parts []node
	for _, k := range personKeys {
		if n := at(o, k); n.isObject() && depth < 3 {
			parts = append(parts, partsOf(n, depth+1)...)
		}
	}
	return append(parts, o)
}

func (b *jsonRows) named(all func(...string) node) {
	first, last := all(firstKeys...), all(lastKeys...)
	whole := all(nameKeys...)
	if whole.isObject() {
		first, last, whole = at(whole, firstKeys...), at(whole, lastKeys...), at(whole, nameKeys...)
	}
	b.put(table.Name, "name", whole.text())
	b.put(table.FirstName, "first name", first.text())
	b.put(table.LastName, "last name", last.text())
	if whole.empty() {
		b.put(table.MiddleName, "middle name", all(middleKeys...).text())
	}
}

// values is a member in words: of a list its items, of an object the first of keys.
func values(n node, keys ...string) []string {
	var out []string
	for _, item := range n.list() {
		if item.isObject() {
			item = at(item, keys...)
		}
		if s := item.text(); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// placed is where a person lives.
func placed(parts []node, n node) string {
	if n.isList() {
		n = n.list()[0]
	}
	if !n.isObject() {
		s := n.text()
		for _, p := range parts {
			if at(p, "city").text() == s && s != "" {
				return place(p)
			}
		}
		return s
	}
	var some []string
	for _, k := range [][]string{{"city", "locality"}, {"region", "state", "regionname", "subdivision"}, {"country", "countryname", "countrycode"}} {
		some = appendNew(some, at(n, k...).text(), 3)
	}
	if len(some) == 0 {
		return at(n, "address", "value", "locationsummary", "fullname", "name", "formatted").text()
	}
	return strings.Join(some, ", ")
}

// json writes a value as JSON, with the members of objects in their order.
func (n node) json() string {
	switch v := n.v.(type) {
	case object:
		var parts []string
		for _, k := range v.keys {
			name, _ := json.Marshal(k)
			parts = append(parts, string(name)+":"+v.members[k].json())
		}
		return "{" + strings.Join(parts, ",") + "}"
	case []node:
		var parts []string
		for _, item := range v {
			parts = append(parts, item.json())
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	b, _ := json.Marshal(n.v)
	return string(b)
}
