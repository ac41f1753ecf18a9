package intake

import (
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"candid/model"
	"candid/model/clean"
	"candid/model/pattern"
)

// node is a JSON value of whatever type the applicant's tool wrote. Asked for a type it does not have, it gives the nearest
// thing, or nothing.
type node struct{ v any }

// object is the members of an object that keeps their order.
type object struct {
	keys    []string
	members map[string]node
}

// parseJSON reads one JSON value, with the members of objects in their order.
func parseJSON(text string) (node, error) {
	// The whole text is checked first: a decoder that goes token by token names other places for the same mistake.
	if strings.Count(text, ",")+strings.Count(text, "[")+strings.Count(text, "{") > maxValues {
		return node{}, &model.Problem{Kind: model.Refused, What: fmt.Sprintf("JSON of more than %d values", maxValues), Next: "part it and add the parts; a list of people may be CSV or JSONL, too"}
	}
	var whole json.RawMessage
	if err := json.Unmarshal([]byte(text), &whole); err != nil {
		return node{}, err
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	return readNode(d, 0)
}

// maxValues is how many values a text may hold. They are counted by the marks before them, of which those in strings count too: a list
// of 10,000 people with 40 fields each is below it.
const maxValues = 500_000

// maxDepth is how deep values may nest: a resume needs five, and what nests deeper is made to be slow.
const maxDepth = 32

func readNode(d *json.Decoder, depth int) (node, error) {
	if depth > maxDepth {
		return node{}, fmt.Errorf("nested more than %d deep, as no resume is", maxDepth)
	}
	t, err := d.Token()
	if err != nil {
		return node{}, err
	}
	switch t := t.(type) {
	case json.Delim:
		if t == '[' {
			var list []node
			for d.More() {
				item, err := readNode(d, depth+1)
				if err != nil {
					return node{}, err
				}
				list = append(list, item)
			}
			_, err := d.Token()
			return node{list}, err
		}
		o := object{members: map[string]node{}}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return node{}, err
			}
			value, err := readNode(d, depth+1)
			if err != nil {
				return node{}, err
			}
			k := key.(string)
			if _, twice := o.members[k]; !twice {
				o.keys = append(o.keys, k)
			}
			o.members[k] = value
		}
		_, err := d.Token()
		return node{o}, err
	default:
		return node{t}, nil
	}
}

// get is the member of the first of keys that the object has with something in it.
func (n node) get(keys ...string) node {
	if o, ok := n.v.(object); ok {
		for _, k := range keys {
			if m := o.members[k]; !m.empty() {
				return m
			}
		}
	}
	return node{}
}

// keys is the names of the object's members, in their order.
func (n node) keys() []string {
	o, _ := n.v.(object)
	return o.keys
}

func (n node) isObject() bool { _, ok := n.v.(object); return ok }
func (n node) isList() bool   { _, ok := n.v.([]node); return ok }

// list is the items of a list; one item for a value that is none; nothing for nothing.
func (n node) list() []node {
	if l, ok := n.v.([]node); ok {
		return l
	}
	if n.empty() {
		return nil
	}
	return []node{n}
}

// text is a scalar in words, on one line; of an object the member that names it; of a list its items with commas.
func (n node) text() string {
	switch v := n.v.(type) {
	case string:
		return strings.Join(strings.Fields(clean.Text(untagged(v))), " ")
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case []node:
		var parts []string
		for _, item := range v {
			if s := item.text(); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case object:
		return n.get("name", "title", "text", "value", "label", "summary", "description", "city", "href", "skill").text()
	}
	return ""
}

// paragraphs is a scalar in words with its own lines.
func (n node) paragraphs() []string {
	s, ok := n.v.(string)
	if !ok {
		s = n.text()
	}
	var lines []string
	for _, line := range strings.Split(clean.Text(untagged(s)), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

var (
	lineTag = pattern.New(`(?i)\s*<(?:/?(?:p|div|ul|ol|h[1-6]|tr)|br)(?:\s[^<>]*)?/?>\s*`)
	itemTag = pattern.New(`(?i)\s*<li(?:\s[^<>]*)?>\s*(?:<p(?:\s[^<>]*)?>)?\s*`)
	wordTag = pattern.New(`(?i)</?(?:li|strong|em|b|i|u|a|span|s|code|small|sub|sup|mark|font)(?:\s[^<>]*)?/?>`)
)

// untagged is a string that an editor wrote as HTML, in words and lines.
func untagged(s string) string {
	if !strings.Contains(s, "<") || !strings.Contains(s, ">") || !wordTag.MatchString(s) && !lineTag.MatchString(s) {
		return s
	}
	s = itemTag.ReplaceAllString(s, "\n- ")
	s = wordTag.ReplaceAllString(lineTag.ReplaceAllString(s, "\n"), "")
	return html.UnescapeString(s)
}

// whole is all that a value says, on one line: of an object every member under its name.
func (n node) whole() string {
	switch v := n.v.(type) {
	case []node:
		var parts []string
		for _, item := range v {
			if s := item.whole(); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case object:
		var parts []string
		if when := date(n); when != "" {
			return when
		}
		for _, k := range v.keys {
			m := v.members[k]
			if m.empty() || slices.Contains(silentKeys, k) || k == "code" && !n.get("label").empty() {
				continue
			}
			s := m.whole()
			switch k {
			case "name", "title", "text", "value", "label", "summary", "description", "city", "href", "url", "contact", "skill":
				parts = append(parts, s)
			default:
				parts = append(parts, words(k)+": "+s)
			}
		}
		return strings.Join(parts, "; ")
	}
	return n.text()
}

// date is the date of an object that has its year, month and day apart, as "2019-03".
func date(n node) string {
	y := n.get("year").text()
	if !n.isObject() || !year.MatchString(y) {
		return ""
	}
	if m := strings.Trim(n.get("month").text(), "-"); m != "" {
		if len(m) == 1 {
			m = "0" + m
		}
		return y + "-" + m
	}
	return y
}

// empty reports whether there is nothing to read in n, at any depth: a form's untouched 0 and false say nothing either.
func (n node) empty() bool {
	switch v := n.v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case json.Number:
		return v == "0"
	case string:
		return strings.TrimSpace(clean.Text(v)) == ""
	case []node:
		for _, item := range v {
			if !item.empty() {
				return false
			}
		}
		return true
	case object:
		for _, m := range v.members {
			if !m.empty() {
				return false
			}
		}
		return true
	}
	return false
}
