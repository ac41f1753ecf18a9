package table

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"candid/store/intake/content"
)

// JSONL reads a table of one JSON object a line. A member is a column; the members of an object in it are columns too, named
// "contact.email"; the items of a list are one cell, but a list of questions and answers is a column for each question. A line
// that is no object is left out, and the problem names it; the rest comes in.
func JSONL(text string) ([]content.Table, error) {
	text = oneLineEnd(text)
	var t lines
	t.at = map[string]int{}
	row := 0
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		row++
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if len(t.rows) == maxRows {
			t.cut.say(fmt.Sprintf("more than %d rows: those past that are left out", maxRows))
			break
		}
		if t.total > maxTable || (len(t.rows)+1)*len(t.header) > maxCells {
			t.cut.say(fmt.Sprintf("too large: what comes after line %d is left out", row-1))
			break
		}
		var whole map[string]json.RawMessage
		if json.Unmarshal([]byte(line), &whole) != nil {
			t.bad = append(t.bad, row)
			continue
		}
		t.add(line, row)
	}
	return t.table()
}

// maxDepth is how deep values may nest before what is below is left out.
const maxDepth = 12

// lines is a table in the making.
type lines struct {
	header []string
	at     map[string]int // where a column stands
	rows   [][]string
	numbers,
	bad []int // lines that are no objects
	total int // bytes
	cut   cutter
}

func (t *lines) add(line string, number int) {
	d := json.NewDecoder(strings.NewReader(line))
	d.UseNumber()
	row := make([]string, 0, len(t.header))
	put := func(name, value string) {
		name = t.cut.cell(strings.Join(strings.Fields(name), " "))
		if value = t.cut.cell(value); value == "" || name == "" {
			return
		}
		i, ok := t.at[name]
		if !ok {
			if i = len(t.header); i == maxColumns {
				t.cut.say(fmt.Sprintf("more than %d columns: those past that are left out", maxColumns))
				return
			}
			t.at[name], t.header = i, append(t.header, name)
		}
		for len(row) <= i {
			row = append(row, "")
		}
		if row[i] != "" {
			value = row[i] + "; " + value
		}
		row[i] = value
		t.total += len(value)
	}
	v, err := ordered(d, 0)
	if err != nil {
		t.bad = append(t.bad, number)
		return
	}
	flatten(put, "", v)
	if lastFilled(row) == 0 {
		return
	}
	t.rows, t.numbers = append(t.rows, row), append(t.numbers, number)
}

func (t *lines) table() ([]content.Table, error) {
	problem := t.cut.problem
	if len(t.bad) > 0 {
		problem = refused(badLines(t.bad), "mend the line, or ask for the export again; the others came in")
	}
	if len(t.rows) == 0 {
		if problem == nil {
			problem = refused("a table without rows", "look at the file")
		}
		return nil, problem
	}
	for i, row := range t.rows {
		t.rows[i] = append(row, make([]string, len(t.header)-len(row))...)
	}
	return []content.Table{{Header: t.header, Rows: t.rows, Lines: t.numbers}}, none(problem)
}

// badLines names up to five lines.
func badLines(bad []int) string {
	var names []string
	for _, n := range bad[:min(len(bad), 5)] {
		names = append(names, fmt.Sprint(n))
	}
	list := strings.Join(names, ", ")
	if more := len(bad) - len(names); more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	if len(bad) == 1 {
		return "line " + list + " is no JSON object"
	}
	return "lines " + list + " are no JSON objects"
}

// member is a name and its value; an object is a []member, a list a []any, all else a string.
type member struct {
	name  string
	value any
}

// ordered reads a value with its members in their order. What is nested too deep is read as nothing.
func ordered(d *json.Decoder, depth int) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token := token.(type) {
	case json.Delim:
		var object []member
		var list []any
		for d.More() {
			m := member{}
			if token == '{' {
				name, err := d.Token()
				if err != nil {
					return nil, err
				}
				m.name, _ = name.(string)
			}
			if m.value, err = ordered(d, depth+1); err != nil {
				return nil, err
			}
			if depth < maxDepth && token == '{' {
				object = append(object, m)
			} else if depth < maxDepth {
				list = append(list, m.value)
			}
		}
		if _, err := d.Token(); err != nil {
			return nil, err
		}
		if token == '{' {
			return object, nil
		}
		return list, nil
	case nil:
		return "", nil
	default:
		return fmt.Sprint(token), nil
	}
}

// flatten puts every value under its name.
func flatten(put func(name, value string), name string, v any) {
	switch v := v.(type) {
	case string:
		put(name, v)
	case []member:
		for _, m := range v {
			inner := m.name
			if name != "" {
				inner = name + "." + inner
			}
			flatten(put, inner, m.value)
		}
	case []any:
		var parts []string
		for _, item := range v {
			if q, a, ok := asked(item); ok {
				put(q, a)
			} else if s := inWords(item); s != "" {
				parts = append(parts, s)
			}
		}
		by := ", "
		if slices.ContainsFunc(parts, func(s string) bool { return strings.ContainsAny(s, ",\n") }) {
			by = "\n"
		}
		put(name, strings.Join(parts, by))
	}
}

var (
	questionNames = []string{"question", "label", "prompt", "field", "questiontext", "fieldlabel"}
	answerNames   = []string{"answer", "value", "response", "answers", "values", "answertext", "fieldvalue"}
	valueNames    = []string{"value", "url", "href", "name", "filename", "text", "title", "label", "email", "address"}
)

// asked reads an item of a list of questions and answers.
func asked(item any) (question, answer string, ok bool) {
	o, _ := item.([]member)
	return inWords(get(o, questionNames)), inWords(get(o, answerNames)), get(o, questionNames) != nil && get(o, answerNames) != nil
}

// get is the member of the first of names that is there.
func get(o []member, names []string) any {
	for _, name := range names {
		for _, m := range o {
			if key(m.name) == name {
				return m.value
			}
		}
	}
	return nil
}

// inWords is a value in one cell: of an object the member that says it best, else all of them.
func inWords(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		var parts []string
		for _, item := range v {
			if s := inWords(item); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case []member:
		if best := get(v, valueNames); best != nil {
			return inWords(best)
		}
		var parts []string
		for _, m := range v {
			if s := inWords(m.value); s != "" {
				parts = append(parts, m.name+": "+s)
			}
		}
		return strings.Join(parts, "; ")
	}
	return ""
}
