package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model"
)

// part is a word, a phrase, a field with its values, a parenthesis or a minus.
type part struct {
	from, to int
	text     string // as it was typed, a phrase without its quotes
	phrase   bool
	open     bool    // a phrase or value that nothing closes
	name     string  // of a field; else ""
	values   []piece // of a field: at least one, which may be empty
}

// piece is one of the values of a field, which commas part: "needs visa", or of req: "rust and async":>=3.
type piece struct {
	segment
	head, tail segment // before and behind a colon in it
	colon      bool    // whether there is one
}

// segment is what stands from one byte of the query to another, and what it says: that, without quotes. A minus may stand before them.
type segment struct {
	from, to int
	text     string
	quoted   bool
}

// split cuts a query into its parts.
func split(s string) []part {
	var parts []part
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case r == '(' || r == ')' || r == '-' && takesAway(s[i+1:]):
			parts = append(parts, part{from: i, to: i + 1, text: s[i : i+1]})
		case r == '"':
			text, n, closed := quoted(s[i:])
			parts = append(parts, part{from: i, to: i + n, text: text, phrase: true, open: !closed})
		default:
			parts = append(parts, word(s, i))
		}
		i = parts[len(parts)-1].to
	}
	return parts
}

// word reads the word at i, with its values where it is a field's name and a colon.
func word(s string, i int) part {
	x := part{from: i, to: i}
	for x.to < len(s) && !endsWord(s[x.to:]) {
		r, size := utf8.DecodeRuneInString(s[x.to:])
		if r == ':' && fieldName(s[i:x.to]) {
			x.name = s[i:x.to]
			x.values, x.open = values(s, x.to+1)
			x.to = x.values[len(x.values)-1].to
			break
		}
		x.to += size
	}
	x.text = s[i:x.to]
	x.phrase = x.text == "-"
	return x
}

// values reads the values that begin at i; open says that the quotes of the last one are never closed.
func values(s string, i int) (all []piece, open bool) {
	for {
		v := piece{segment: segment{from: i}}
		v.head, open = value(s, i, true)
		i = v.head.to
		if !open && i < len(s) && s[i] == ':' {
			v.colon = true
			v.tail, open = value(s, i+1, false)
			i = v.tail.to
		}
		v.to, v.quoted = i, !v.colon && v.head.quoted
		if v.text = v.head.text; v.colon {
			v.text = s[v.from:v.to]
		}
		all = append(all, v)
		if open || i >= len(s) || s[i] != ',' {
			return all, open
		}
		i++
	}
}

// value reads one side of a colon in a value, or a value without one.
func value(s string, i int, colon bool) (v segment, open bool) {
	v = segment{from: i, to: i}
	minus := ""
	if strings.HasPrefix(s[i:], `-"`) {
		minus = "-"
	}
	if strings.HasPrefix(s[i+len(minus):], `"`) {
		text, n, closed := quoted(s[i+len(minus):])
		v.text, v.to, v.quoted = minus+text, i+len(minus)+n, true
		return v, !closed
	}
	for v.to < len(s) && !endsWord(s[v.to:]) && s[v.to] != ',' && !(colon && s[v.to] == ':') {
		_, size := utf8.DecodeRuneInString(s[v.to:])
		v.to += size
	}
	v.text = s[v.from:v.to]
	return v, false
}

// takesAway reports whether a minus before rest takes something away; one that stands alone is a word.
func takesAway(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && !unicode.IsSpace(r) && r != ')'
}

func endsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r) || r == '(' || r == ')' || r == '"'
}

func fieldName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// quoted reads the quotes that s begins with: what is in them, how many bytes they take, and whether they are closed.
func quoted(s string) (text string, n int, closed bool) {
	if end := strings.IndexByte(s[1:], '"'); end >= 0 {
		return s[1 : 1+end], end + 2, true
	}
	return s[1:], len(s), false
}

// same reports whether a name is just what was typed: in any case, without accents, quotes and surplus white space.
func same(name, typed string) bool {
	plain := func(s string) string {
		return strings.Join(strings.Fields(model.Fold(strings.ReplaceAll(s, `"`, ""))), " ")
	}
	return plain(name) == plain(typed)
}

// quote is a value as it is typed: in quotes where it would not be read as one value without them. Quotes in it are left out.
func quote(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, `"`, "")), " ")
	if s == "" || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(),:", r) }) {
		return `"` + s + `"`
	}
	return s
}
