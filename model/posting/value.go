package posting

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"

	"candid/model/clean"
)

// maxNesting is how deep values of JSON may stand in each other; a posting needs eight.
const maxNesting = 64

// object is the members of a JSON object, or the properties of marked-up HTML, in their order. Their values are strings,
// json.Numbers, bools, objects, lists ([]any) and nil.
type object []member

type member struct {
	name  string // as it stands
	key   string // as keyOf gives it
	value any
}

func newMember(name string, value any) member { return member{name, keyOf(name), value} }

var errNested = errors.New("nested too deep")

// decoded is the JSON values in a text; one after another, as a file of one a line has them, they are a list.
func decoded(text string) (any, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var all []any
	for {
		v, err := value(d, 0)
		if err == io.EOF && len(all) > 0 {
			break
		}
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return all, nil
}

func value(d *json.Decoder, depth int) (any, error) {
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	delim, ok := t.(json.Delim)
	if !ok {
		return t, nil
	}
	if depth > maxNesting {
		return nil, errNested
	}
	if delim == '[' {
		list := []any{}
		for d.More() {
			v, err := value(d, depth+1)
			if err != nil {
				return nil, unended(err)
			}
			list = append(list, v)
		}
		_, err := d.Token()
		return list, unended(err)
	}
	o := object{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, unended(err)
		}
		v, err := value(d, depth+1)
		if err != nil {
			return nil, unended(err)
		}
		o = append(o, newMember(key.(string), v))
	}
	_, err = d.Token()
	return o, unended(err)
}

// unended is the error of a value that ends before its time.
func unended(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// keyOf is the key of a member in plain words: "employmentType" and "employment_type" are "employment type". What says only
// whose vocabulary it is from, or that it is a job's, is left off.
func keyOf(s string) string {
	for _, p := range []string{"https://schema.org/", "http://schema.org/", "schema:"} {
		s = strings.TrimPrefix(s, p)
	}
	s = s[:min(len(s), 100)]
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]) && unicode.IsUpper(runes[i-1])) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	key := plainKey(b.String())
	for {
		of, rest, ok := strings.Cut(key, " ")
		if !ok || !slices.Contains([]string{"id", "job", "position", "posting", "vacancy", "role"}, of) {
			return key
		}
		key = rest
	}
}

// get is the value of the first of keys, which are as keyOf gives them, that the object has with something in it.
func (o object) get(keys ...string) any {
	for _, k := range keys {
		for _, m := range o {
			if m.key == k && !empty(m.value) {
				return m.value
			}
		}
	}
	return nil
}

func (o object) has(keys ...string) bool { return o.get(keys...) != nil }

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return !slices.ContainsFunc(v, func(x any) bool { return !empty(x) })
	case object:
		return !slices.ContainsFunc(v, func(m member) bool { return !empty(m.value) })
	}
	return false
}

// list is the items of a list, or the value alone.
func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	if empty(v) {
		return nil
	}
	return []any{v}
}

// plain is a value in a few words: of an object, its name.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(v)
	case json.Number:
		return v.String()
	case object:
		return plain(v.get("name", "label", "title", "text", "value", "display name", "descriptor", "term code"))
	case []any:
		var all []string
		for _, x := range v {
			if s := plain(x); s != "" && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// oneLine is the words of a string on one line, without the tags that it may hold.
func oneLine(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = strings.ReplaceAll(asText(s), "**", "")
	}
	return strings.Join(strings.Fields(clean.Text(s)), " ")
}
