package intake

import (
	"slices"
	"strings"

	"candid/store/intake/table"
)

// staffFiles is what files are called in such systems that no applicant sent.
var staffFiles = []string{"offer", "scorecard", "rejection", "interview", "feedback", "contract", "internal", "photo", "picture", "avatar"}

// sent puts down the documents: files by their names, and texts.
func (b *jsonRows) sent(parts []node) {
	for _, p := range parts {
		for _, k := range fileKeys {
			for _, f := range at(p, k).list() {
				b.file("file", f)
			}
		}
		for _, k := range letterFileKeys {
			for _, f := range at(p, k).list() {
				b.file("cover letter file", f)
			}
		}
		b.put(table.Text, "resume text", written(at(p, resumeTextKeys...)))
		switch letter := at(p, letterKeys...); {
		case letter.isObject():
			b.file("cover letter file", letter)
		case normalLink(letter.text()) != "" && !strings.Contains(letter.text(), " "):
			b.file("cover letter file", letter)
		default:
			b.put(table.CoverLetter, "cover letter", written(letter))
		}
	}
}

// file puts down one file: its name, and where it is said to be.
func (b *jsonRows) file(column string, f node) {
	if !f.isObject() {
		switch s := f.text(); {
		case len(s) > 300:
			b.put(table.Text, "resume text", written(f))
		case s != "" && f.v != true:
			b.put(table.Document, column, s)
		}
		return
	}
	kind := strings.ToLower(at(f, "type", "kind", "category").text())
	name := at(f, "filename", "name", "originalfilename", "title").text()
	if slices.ContainsFunc(staffFiles, func(w string) bool { return strings.Contains(kind, w) }) {
		return
	}
	if text := written(at(f, "text", "plaintext", "parsedtext")); text != "" {
		b.put(table.Text, "resume text", text)
		return
	}
	if strings.Contains(bare(kind), "cover") {
		column = "cover letter file"
	}
	link := at(f, "url", "downloadurl", "href", "fileurl", "link", "src").text()
	if name == "" {
		name = link
	} else if link != "" {
		b.links[name] = link
	}
	b.put(table.Document, column, name)
}

// written is a text with its own lines.
func written(n node) string {
	s, ok := n.v.(string)
	if !ok {
		return n.text()
	}
	return s
}

// asked puts down questions and their answers, wherever they stand in n: in a list, in the fields of forms, under their keys.
func (b *jsonRows) asked(n node, depth int) {
	switch {
	case depth > 5 || n.empty():
	case n.isList():
		for _, item := range n.list() {
			b.asked(item, depth+1)
		}
	case n.isObject():
		question, key := asks(n)
		if answer := answered(n, key); question != "" && answer != "" {
			b.answer(question, answer)
			return
		}
		for _, k := range n.keys() {
			m := n.get(k)
			if m.isList() || m.isObject() {
				b.asked(m, depth+1)
			} else if depth == 0 {
				b.answer(words(k), m.text()) // fields under their own names
			}
		}
	}
}

// asks is the question of an object, and the member that it stands in.
func asks(n node) (question, key string) {
	for _, k := range questionKeys {
		q := at(n, k)
		if q.isObject() {
			q = at(q, "body", "text", "title", "label", "name", "question")
		}
		if s := q.text(); s != "" && !q.isList() {
			return s, k
		}
	}
	return "", ""
}

// answered is the answer of an object whose question stands in the member asked.
func answered(n node, asked string) string {
	for _, k := range answerKeys {
		a := at(n, k)
		if k == asked || a.empty() {
			continue
		}
		if fields := a.list(); a.isList() && fields[0].isObject() && at(fields[0], answerKeys...).empty() {
			continue
		}
		if a.isObject() {
			a = at(a, "body", "text", "label", "value", "name", "answer", "content")
		}
		if s := strings.Join(a.paragraphs(), "\n"); s != "" {
			return s
		}
	}
	return ""
}

// answer puts down an answer, unless it is somebody's judgement; one that is a link is the person's too.
func (b *jsonRows) answer(question, text string) {
	switch table.KindOf(question) {
	case table.Skip:
		return
	case table.Link:
		if link := normalLink(text); link != "" {
			b.put(table.Link, "link", link)
		}
	}
	b.put(table.Answer, question, text)
}

// entryNames is how the members of a job or a school are called in JSON Resume, by their names in such systems.
var entryNames = map[string]string{"companyname": "company", "employer": "company", "jobtitle": "title", "schoolname": "institution", "school": "institution", "degree": "studyType",
	"discipline": "area", "fieldofstudy": "area", "major": "area", "startdate": "startDate", "enddate": "endDate", "from": "startDate", "to": "endDate"}

// history is the jobs, schools and skills of a person as a text.
func history(parts []node) string {
	root := object{members: map[string]node{}}
	for _, p := range parts {
		for to, keys := range map[string][]string{"work": workKeys, "education": schoolKeys, "skills": skillKeys} {
			if n := at(p, keys...); n.isList() && root.members[to].empty() {
				root.members[to] = renamed(n)
			}
		}
	}
	for _, k := range []string{"work", "education", "skills"} {
		if !root.members[k].empty() {
			root.keys = append(root.keys, k)
		}
	}
	return render(node{root}, node{}, facts{})
}

// renamed is a list of jobs or schools with their members named as render knows them.
func renamed(n node) node {
	var out []node
	for _, item := range n.list() {
		o, ok := item.v.(object)
		if !ok {
			out = append(out, item)
			continue
		}
		named := object{members: map[string]node{}}
		for _, k := range o.keys {
			to := k
			if name := entryNames[bare(k)]; name != "" && o.members[name].empty() {
				to = name
			}
			if named.members[to].empty() {
				named.keys, named.members[to] = append(named.keys, to), o.members[k]
			}
		}
		out = append(out, node{named})
	}
	return node{out}
}
