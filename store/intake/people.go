package intake

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"candid/model"
	"candid/model/clean"
	"candid/store/intake/content"
	"candid/store/intake/table"
)

// person is a candidate of a table or of a list, before the files that its rows name are read.
type person struct {
	files []string      // what its rows name
	items func() []Item // reads them, and gives the candidate; may be called by any goroutine
}

// knownItem is what is known already, as a person.
func knownItem(i Item) person { return person{items: func() []Item { return []Item{i} }} }

// people finds the candidates in the rows of a table, in the order in which each first comes up. Rows of one person are one
// candidate: those with the same id or the same profile and a name or e-mail that agrees, the same e-mail and name, and exact
// copies. Of values that contradict each other the first counts, and the others become answers under their column.
//
// Attach reads the file that a row names; it is asked for local paths only, with "/" between folders. One that it cannot give is
// an Item of its own, and the candidate comes in without it. Nothing is ever fetched: of a web address the link is kept.
func people(file string, t content.Table, o Options, attach func(name string) (document, *model.Problem)) []person {
	where := file
	if t.Name != "" {
		where += ": " + cleanName(t.Name)
	}
	m, err := mapping(t, o)
	if err != nil {
		return []person{knownItem(Item{Path: where, Problem: unmapped(err)})}
	}
	if o.Mapped != nil {
		o.Mapped(where, m)
	}
	if !m.People() {
		return []person{knownItem(Item{Path: where, Problem: nobody(where)})}
	}
	return newList(where, t, m, attach).people()
}

// people finds the candidates.
func (l *list) people() []person {
	var all []person
	for _, rows := range samePeople(l) {
		p := person{items: func() []Item { return l.candidate(rows) }}
		for _, i := range rows {
			for _, c := range l.of[table.Document] {
				p.files = append(p.files, table.Names(strings.TrimSpace(clean.Text(l.table.Rows[i][c])))...)
			}
		}
		all = append(all, p)
	}
	return all
}

// list is a table whose columns are known.
type list struct {
	table   content.Table
	mapping table.Mapping
	of      [table.Skip + 1][]int // the columns of each kind
	dates   table.Dates
	turned  bool // names are written "Doe, Jane"
	attach  func(name string) (document, *model.Problem)
	where   func(row int) string // the path of a row, by its place in the table
	links   map[string]string    // where a file that is not beside the table is said to be, by its name; may be nil
}

func newList(path string, t content.Table, m table.Mapping, attach func(string) (document, *model.Problem)) *list {
	l := &list{table: t, mapping: m, attach: attach}
	l.where = func(i int) string { return fmt.Sprintf("%s: row %d", path, t.Lines[i]) }
	for k := range l.of {
		l.of[k] = m.Of(table.Kind(k))
	}
	var days []string
	turned, named := 0, 0
	for _, row := range t.Rows {
		for _, i := range l.of[table.Applied] {
			days = append(days, row[i])
		}
		for _, i := range l.of[table.Name] {
			if row[i] != "" {
				named++
			}
			if _, ok := turnedName(row[i]); ok {
				turned++
			}
		}
	}
	l.dates = table.DatesOf(days)
	l.turned = turned > 0 && turned*2 >= named
	return l
}

// turnedName is a name written "Doe, Jane" the other way round; it reports false for one that is not.
func turnedName(s string) (string, bool) {
	last, first, ok := strings.Cut(s, ",")
	last, first = strings.TrimSpace(last), strings.TrimSpace(first)
	if !ok || last == "" || first == "" || strings.Contains(first, ",") || strings.Contains(first, ".") || len(strings.Fields(last)) > 3 {
		return s, false
	}
	switch strings.ToLower(first) {
	case "phd", "md", "mba", "jr", "sr", "msc", "bsc", "esq", "cpa", "pmp", "ii", "iii", "dr", "mr", "mrs", "ms":
		return s, false
	}
	return first + " " + last, true
}

// cell is the first cell of a kind in a row that holds something, on one line.
func (l *list) cell(row []string, k table.Kind) string {
	for _, i := range l.of[k] {
		if s := oneLine(row[i]); s != "" {
			return s
		}
	}
	return ""
}

// oneLine is a stranger's words cleaned and on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(clean.Text(s)), " ") }

// name is whose a row is, "" when it does not say.
func (l *list) name(row []string) string {
	whole, first, last := l.cell(row, table.Name), l.cell(row, table.FirstName), l.cell(row, table.LastName)
	if l.turned {
		whole, _ = turnedName(whole)
	}
	switch {
	case whole != "" && last == "" && first != "" && !strings.Contains(model.Fold(whole), model.Fold(first)):
		last = whole // "Vorname" beside "Name"
	case whole != "":
		return whole
	}
	return strings.Join(strings.Fields(first+" "+l.cell(row, table.MiddleName)+" "+last), " ")
}

// email is the first address of a row.
func (l *list) email(row []string) string {
	for _, i := range l.of[table.Email] {
		if s := emailIn(oneLine(row[i])); s != "" {
			return s
		}
	}
	return ""
}

// samePeople groups the rows of each person, by their numbers.
func samePeople(l *list) [][]int {
	group := make([]int, len(l.table.Rows))
	first := map[string]int{}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	join := func(i int, parts ...string) {
		if slices.Contains(parts, "") {
			return
		}
		key := strings.Join(parts, "\x00")
		if j, ok := first[key]; ok {
			a, b := root(i), root(j)
			group[max(a, b)] = min(a, b)
			return
		}
		first[key] = i
	}
	names := map[string]map[string]bool{} // of each id
	for i, row := range l.table.Rows {
		group[i] = i
		id, name := l.cell(row, table.ID), model.Fold(l.name(row))
		if names[id] == nil {
			names[id] = map[string]bool{}
		}
		if name != "" {
			names[id][name] = true
		}
	}
	for i, row := range l.table.Rows {
		name, email, id := model.Fold(l.name(row)), strings.ToLower(l.email(row)), l.cell(row, table.ID)
		join(i, "copy", strings.Join(row, "\x00"))
		join(i, "mail", email, cmp.Or(name, "-"))
		join(i, "id and mail", id, email)
		if len(names[id]) <= 1 {
			join(i, "id", id)
		} else {
			join(i, "id and name", id, name)
		}
		for _, c := range l.of[table.Link] {
			if link := profile(row[c]); link != "" {
				join(i, "link", link, name)
			}
		}
	}
	var groups [][]int
	at := map[int]int{}
	for i := range l.table.Rows {
		r := root(i)
		if _, ok := at[r]; !ok {
			at[r] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[r]] = append(groups[at[r]], i)
	}
	return groups
}

// profile is a web address as it is compared; "" for what is none, or leads to a site's front page.
func profile(s string) string {
	link := strings.ToLower(normalLink(oneLine(s)))
	_, link, _ = strings.Cut(link, "://")
	link = strings.TrimRight(strings.TrimPrefix(link, "www."), "/")
	if !strings.Contains(link, "/") {
		return ""
	}
	return link
}

// entry is a candidate in the making.
type entry struct {
	list    *list
	facts   facts
	source  string
	applied model.Time
	tags    []string
	answers []model.Answer
	docs    []document
	named   []string // files that are attached, or could not be
	refused []Item
}

// candidate makes one of the rows of a person, and an item for each file that could not be had.
func (l *list) candidate(rows []int) []Item {
	e := entry{list: l}
	where := l.where(rows[0])
	for _, i := range rows {
		e.row(l.table.Rows[i], l.where(i))
	}
	app := assemble(where, "", e.docs)
	c := &app.Candidate
	own := e.facts.short()
	c.Name, c.Email, c.Phone = cmp.Or(own.Name, c.Name), cmp.Or(own.Email, c.Email), cmp.Or(own.Phone, c.Phone)
	c.Location = cmp.Or(own.Location, c.Location)
	for _, link := range c.Links {
		own.Links = appendNew(own.Links, link, maxLinks)
	}
	c.Links = own.Links
	if c.Name == "" {
		local, _, _ := strings.Cut(c.Email, "@")
		c.Name = cmp.Or(nameFromWords(local), local)
	}
	c.Source, c.Applied, c.Answers = e.source, e.applied, append(c.Answers, e.answers...)
	for _, name := range e.tags {
		c.Tags = append(c.Tags, model.Tag{Name: name})
	}
	if c.Name == "" && len(app.Documents) == 0 {
		problem := &model.Problem{Kind: model.Refused, Subject: where, What: "nobody is named in it: neither name nor e-mail address nor resume", Next: "fill in who it is, or leave it out"}
		if len(e.refused) > 0 { // which says why it is nobody
			return e.refused
		}
		return []Item{{Path: where, Problem: problem}}
	}
	return append([]Item{{Path: where, Application: app}}, e.refused...)
}

func appendNew(list []string, s string, most int) []string {
	if s == "" || slices.Contains(list, s) || len(list) >= most {
		return list
	}
	return append(list, s)
}

// row takes in one row of the person.
func (e *entry) row(row []string, where string) {
	l := e.list
	e.facts.Name = e.first(e.facts.Name, l.name(row), table.Name)
	var place []string
	for _, i := range l.of[table.Location] {
		place = appendNew(place, strings.Trim(oneLine(row[i]), " ,"), 6)
	}
	e.facts.Location = e.first(e.facts.Location, strings.Join(place, ", "), table.Location)
	e.source = e.first(e.source, l.cell(row, table.Source), table.Source)
	for i, c := range l.mapping {
		value := strings.TrimSpace(clean.Text(row[i]))
		if value == "" {
			continue
		}
		switch c.Kind {
		case table.Email:
			e.email(c.Name, value)
		case table.Phone:
			e.phone(c.Name, value)
		case table.Link:
			e.link(c.Name, value)
		case table.Applied:
			e.day(c.Name, value)
		case table.Tag:
			for _, word := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '\n' }) {
				e.tags = appendNew(e.tags, oneLine(word), maxTags)
			}
		case table.Document:
			e.files(c, value, where)
		case table.Text:
			e.written(model.Resume, value)
		case table.CoverLetter:
			e.written(model.CoverLetter, value)
		case table.Answer:
			e.answer(c.Name, value)
		}
	}
}

// maxTags is how many tags of a candidate come in.
const maxTags = 20

// first keeps the value that came first; another that says something else becomes an answer.
func (e *entry) first(have, s string, k table.Kind) string {
	if have == "" || s == "" || model.Fold(have) == model.Fold(s) {
		return cmp.Or(have, s)
	}
	question := k.String()
	if at := e.list.of[k]; len(at) > 0 {
		question = e.list.mapping[at[0]].Name
	}
	e.answer(question, s)
	return have
}

// answer adds what stands under a question, once.
func (e *entry) answer(question, text string) {
	a := model.Answer{Question: oneLine(question), Text: text}
	if !slices.Contains(e.answers, a) {
		e.answers = append(e.answers, a)
	}
}

func (e *entry) email(column, value string) {
	found := emailIn(oneLine(value))
	if e.facts.Email == "" {
		e.facts.Email = found
	}
	if found == "" || !strings.EqualFold(e.facts.Email, found) || strings.Count(value, "@") > 1 {
		e.answer(column, value)
	}
}

func (e *entry) phone(column, value string) {
	number := oneLine(value)
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	good := countDigits(number) >= 5 && !strings.Contains(strings.ToUpper(number), "E+") // a spreadsheet lost its last digits
	switch {
	case !good, e.facts.Phone != "" && digits(e.facts.Phone) != digits(number):
		e.answer(column, value)
	case e.facts.Phone == "":
		e.facts.Phone = number
	}
}

func (e *entry) link(column, value string) {
	for _, part := range strings.FieldsFunc(value, func(r rune) bool { return r == ' ' || r == '\n' || r == ',' || r == ';' || r == '|' }) {
		link := normalLink(part)
		if link == "" || len(e.facts.Links) == maxLinks && !slices.Contains(e.facts.Links, link) {
			e.answer(column, value)
			return
		}
		e.facts.Links = appendNew(e.facts.Links, link, maxLinks)
	}
}

func (e *entry) day(column, value string) {
	switch t := e.list.dates.Time(value); {
	case e.applied == 0 && t != 0:
		e.applied = t
	case t == 0 || t != e.applied:
		e.answer(column, value)
	}
}

// written makes a document of a cell.
func (e *entry) written(kind model.DocumentKind, text string) {
	doc, problem := newDocument(kind.String(), nil, content.Text, content.Document{Text: text})
	if problem != nil || slices.ContainsFunc(e.docs, func(d document) bool { return d.Text == doc.Text }) {
		return
	}
	doc.Document.Kind, doc.Document.Size = kind, int64(len(text))
	if kind != model.Resume {
		doc.facts.Name = "" // a letter is addressed to somebody
	}
	e.docs = append(e.docs, doc)
}

// files attaches the files that a cell names.
func (e *entry) files(c table.Column, value, where string) {
	for _, name := range table.Names(value) {
		if link := normalLink(name); strings.Contains(name, "://") && link != "" {
			e.link(c.Name, name)
			continue
		}
		if slices.Contains(e.named, name) {
			continue
		}
		e.named = append(e.named, name)
		doc, problem := e.list.open(name)
		switch link := e.list.links[name]; {
		case problem != nil && problem.Kind == model.Missing && normalLink(link) != "":
			e.link(c.Name, link)
		case problem != nil:
			problem.Subject = where + ": " + cleanName(name)
			e.refused = append(e.refused, Item{Path: problem.Subject, Problem: problem})
		default:
			if table.Cover(c.Name) {
				doc.Document.Kind = model.CoverLetter
			}
			e.docs = append(e.docs, doc)
		}
	}
}

// open reads the file that a row names. A stranger may have written the name: only what lies beside the table or below is
// read, and of a path on another machine its last part is sought there.
func (l *list) open(name string) (document, *model.Problem) {
	missing := &model.Problem{Kind: model.Missing, What: "no such file beside the table", Next: "put it there and add the table again"}
	if l.attach == nil {
		return document{}, missing
	}
	for _, try := range attempts(name) {
		doc, problem := l.attach(try)
		if problem == nil {
			return doc, nil
		}
		if problem.Kind != model.Missing {
			short := *problem
			return document{}, &short
		}
	}
	return document{}, missing
}

// attempts is where a file is sought that a row names: as it is named, then its last part.
func attempts(name string) []string {
	var all []string
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	for _, try := range []string{name, path.Base(name)} {
		if filepath.IsLocal(filepath.FromSlash(try)) && !hidden(path.Base(try)) {
			all = append(all, try)
		}
	}
	return all
}
