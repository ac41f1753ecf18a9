package table

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"candid/model"
	"candid/store/intake/content"
)

// Column is a column of a table, and what it is taken as.
type Column struct {
	Name    string // its header
	Kind    Kind
	Why     string // what told; of what is left out, the reason
	Example string // the first value in it, on one line; "" when it has none
	rank    int    // of columns that are parts of one fact, such as street and town: the smaller comes first
	asked   bool   // somebody said so, and it is no guess
}

// As is what the column is taken as, in words: "name", "left out: somebody's judgement".
func (c Column) As() string {
	if c.Kind == Skip && c.Why != "" {
		return "left out: " + c.Why
	}
	if c.Kind == Skip {
		return "left out"
	}
	return c.Kind.String()
}

// Mapping is what each column of a table holds, in the order of the columns.
type Mapping []Column

// longestExample is how many characters of a value stand as its column's example.
const longestExample = 60

// Guess tells what the columns of a table hold: by their headers, then by their values. The order of columns does not matter,
// unless two say the same.
func Guess(t content.Table) Mapping {
	l := words()
	m := make(Mapping, len(t.Header))
	bare := unnamed(t.Header)
	for i, h := range t.Header {
		values := column(t, i)
		c := Column{Name: h, rank: 1 << 20, Example: example(values)}
		if k, ok := l.look(h); ok && !bare {
			c.Kind, c.Why, c.rank = k.kind, cmp.Or(k.why, "its header"), k.rank
			if !holds(k.kind, values) {
				c.Kind, c.Why = other(k.kind, values), "its values"
			}
		} else if kind, ok := byValues(values, bare); ok {
			c.Kind, c.Why = kind, "its values"
		}
		if c.Kind == Answer {
			c.Why = "a question of the form"
		}
		m[i] = c
	}
	if bare {
		m.nameBare(t)
	}
	m.settle()
	return m
}

// column is what a column holds, blanks left out; of a long table the first rows.
func column(t content.Table, i int) []string {
	var values []string
	for _, row := range t.Rows {
		if v := strings.TrimSpace(row[i]); v != "" {
			if values = append(values, v); len(values) == maxLooked {
				break
			}
		}
	}
	return values
}

// maxLooked is how many values of a column tell what it holds.
const maxLooked = 500

func example(values []string) string {
	if len(values) == 0 {
		return ""
	}
	words := []rune(strings.Join(strings.Fields(values[0]), " "))
	if len(words) > longestExample {
		return string(words[:longestExample]) + "…"
	}
	return string(words)
}

// most reports whether at least so many in a hundred of the values are such; it does of no values.
func most(values []string, percent int, is func(string) bool) bool {
	n := 0
	for _, v := range values {
		if is(v) {
			n++
		}
	}
	return n*100 >= percent*len(values)
}

// holds reports whether values are what a header promises. "Resume: yes" is no document.
func holds(k Kind, values []string) bool {
	switch k {
	case Email:
		return most(values, 30, func(s string) bool { return strings.Contains(s, "@") })
	case Phone:
		return most(values, 50, func(s string) bool { return countDigits(s) >= 5 })
	case Link:
		return most(values, 40, func(s string) bool {
			return strings.ContainsAny(s, "./") && !strings.ContainsAny(s, "\t ") || isLink(s)
		})
	case Applied:
		d := DatesOf(values)
		return most(values, 50, func(s string) bool { return d.Time(s) != 0 })
	case Document:
		return most(values, 40, namesFile)
	case Name, FirstName, LastName:
		return most(values, 50, func(s string) bool { return countDigits(s) < 4 && len(s) < 200 })
	case CoverLetter, Text:
		return len(values) == 0 || !most(values, 60, namesFile)
	}
	return true
}

// other is what a column holds whose values are not what its header promises.
func other(k Kind, values []string) Kind {
	switch {
	case k == Document && !most(values, 60, func(s string) bool { return len(s) < 200 }):
		return Text
	case k == CoverLetter || k == Text:
		return Document
	}
	return Answer
}

// fileEndings is the endings of files that hold documents.
var fileEndings = []string{".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".html", ".htm", ".pages", ".json", ".eml", ".zip", ".png", ".jpg", ".jpeg", ".tex", ".ps"}

// longestFiles is how long, in bytes, a cell may be that names files.
const longestFiles = 4 << 10

// namesFile reports whether a value is the name, path or address of a file, or several.
func namesFile(s string) bool {
	if len(s) > longestFiles {
		return false
	}
	if isLink(s) {
		return true
	}
	for _, part := range Names(s) {
		lower := strings.ToLower(part)
		if slices.ContainsFunc(fileEndings, func(end string) bool { return strings.HasSuffix(lower, end) }) {
			return true
		}
	}
	return false
}

// Names parts a cell that names several files. A comma in a file's name stays: only one behind an ending parts.
func Names(s string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == ';' || r == '|' }) {
		from := 0
		for i, r := range line {
			before := strings.ToLower(strings.TrimSpace(line[from:i]))
			ended := slices.ContainsFunc(fileEndings, func(end string) bool { return strings.HasSuffix(before, end) })
			if r == ',' && (ended || strings.Contains(before, "://")) {
				out, from = append(out, strings.TrimSpace(line[from:i])), i+1
			}
		}
		out = append(out, strings.TrimSpace(line[from:]))
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// byValues tells a column by its values alone; of one whose header asks something, only e-mail
// addresses and the names of files are more than an answer.
func byValues(values []string, bare bool) (Kind, bool) {
	if len(values) == 0 {
		return Answer, false
	}
	switch {
	case most(values, 80, isEmail):
		return Email, true
	case most(values, 80, namesFile) && !most(values, 20, isLink):
		return Document, true
	case !bare:
		return Answer, false
	case most(values, 80, isPhone):
		return Phone, true
	case most(values, 80, isLink):
		return Link, true
	case most(values, 80, isDay):
		return Applied, true
	}
	return Answer, false
}

// nameBare finds the column of names where there is no header: the first whose values read like names.
func (m Mapping) nameBare(t content.Table) {
	for i, c := range m {
		if values := column(t, i); c.Kind == Answer && len(values) > 0 && most(values, 80, isName) {
			m[i].Kind, m[i].Why = Name, "its values"
			return
		}
	}
}

// isName reports whether a value reads like a person's name: two to five words without digits, each with a capital where the
// script has any, or a few characters of a script without spaces.
func isName(s string) bool {
	fields := strings.Fields(s)
	if len(s) > 80 || strings.ContainsAny(s, "0123456789@/:;!?()") || len(fields) == 0 || len(fields) > 5 {
		return false
	}
	for _, w := range fields {
		if r := []rune(w); r[0] < 0x2e80 && (strings.ToUpper(string(r[0])) != string(r[0]) && len(r) > 3 || len(fields) == 1) {
			return false
		}
	}
	return true
}

// settle leaves one column of the kinds of which a candidate has one: that whose header stands first in the list.
func (m Mapping) settle() {
	best := map[Kind]int{}
	for i, c := range m {
		if b, ok := best[c.Kind]; !ok || c.rank < m[b].rank {
			best[c.Kind] = i
		}
	}
	for i, c := range m {
		if !c.Kind.single() || best[c.Kind] == i {
			continue
		}
		by := m[best[c.Kind]].Name
		switch c.Kind {
		case ID, Applied:
			m[i].Kind, m[i].Why = Skip, fmt.Sprintf("%q says it", by)
		case Source:
			m[i].Kind, m[i].Why = Answer, fmt.Sprintf("%q is the source", by)
		default:
			m[i].Kind, m[i].Why = Answer, fmt.Sprintf("%q is the %s", by, c.Kind)
		}
	}
}

// People reports whether a table with this mapping is a list of people: a column says who they are, or what they wrote. One that
// only names files does where that was asked for: mostly it is a list of files, which are there themselves.
func (m Mapping) People() bool {
	return slices.ContainsFunc(m, func(c Column) bool {
		switch c.Kind {
		case Name, FirstName, LastName, Email, Text:
			return true
		case Document:
			return c.asked
		}
		return false
	})
}

// String is the mapping as the flag --map takes it: every column and its kind.
func (m Mapping) String() string {
	var b strings.Builder
	var fields []string
	for _, c := range m {
		fields = append(fields, c.Name+"="+c.Kind.String())
	}
	w := csv.NewWriter(&b)
	if w.Write(fields) != nil {
		return ""
	}
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}

// Change is the mapping with what text says of some columns, as in "Full name=name,CV=document". A header with a comma is put
// into quotation marks together with its kind, "Last, first=name". Case does not matter. Problems: Misused, for a column that is
// not there and a kind that is none.
func (m Mapping) Change(text string) (Mapping, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.LazyQuotes, r.TrimLeadingSpace, r.FieldsPerRecord = true, true, -1
	all, err := r.ReadAll()
	if err != nil {
		return m, &model.Problem{Kind: model.Misused, Subject: text, What: "is no mapping of columns", Next: `write it as "Full name=name,CV=document"`, Err: err}
	}
	changed := slices.Clone(m)
	for _, field := range slices.Concat(all...) {
		if strings.TrimSpace(field) == "" {
			continue
		}
		at := strings.LastIndexByte(field, '=')
		if at < 0 {
			return m, &model.Problem{Kind: model.Misused, Subject: field, What: "does not say what the column holds", Next: "write it as " + strings.TrimSpace(field) + "=answer, with one of: " + strings.Join(kindNames[:], ", ")}
		}
		name, word := strings.TrimSpace(field[:at]), strings.TrimSpace(field[at+1:])
		i := m.find(name)
		if i < 0 {
			return m, &model.Problem{Kind: model.Misused, Subject: name, What: "is no column of this table", Next: "there are: " + m.names()}
		}
		kind, ok := kindOf(word)
		if !ok {
			return m, &model.Problem{Kind: model.Misused, Subject: word, What: "is nothing that a column can hold", Next: "one of: " + strings.Join(kindNames[:], ", ")}
		}
		changed[i].asked = true
		if changed[i].Kind != kind {
			changed[i].Kind, changed[i].Why, changed[i].rank = kind, "as asked", -1 // before what is guessed
		}
	}
	return changed, nil
}

// find is the column of that header: written so, or else but for case and spaces; -1 when there is none, or several.
func (m Mapping) find(name string) int {
	if i := slices.IndexFunc(m, func(c Column) bool { return c.Name == name }); i >= 0 {
		return i
	}
	found := -1
	for i, c := range m {
		if strings.EqualFold(strings.Join(strings.Fields(c.Name), " "), strings.Join(strings.Fields(name), " ")) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// names is the headers for a message, cut short where there are many.
func (m Mapping) names() string {
	var all []string
	for _, c := range m {
		if all = append(all, c.Name); len(all) == 40 && len(m) > 40 {
			all = append(all, fmt.Sprintf("and %d more", len(m)-40))
			break
		}
	}
	return strings.Join(all, ", ")
}

// Of is the columns that hold a kind. Parts of a fact come in the order in which they are written, a street before its town.
func (m Mapping) Of(k Kind) []int {
	var at []int
	for i, c := range m {
		if c.Kind == k {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(m[a].rank, m[b].rank) })
	return at
}
