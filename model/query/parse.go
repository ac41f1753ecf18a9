package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads a query. The error is a *Mistake.
func Parse(s string, in Scope) (Query, error) {
	p := parser{text: s, parts: split(s)}
	if len(p.parts) == 0 {
		return Query{}, nil
	}
	t, err := p.or()
	if err == nil && p.at < len(p.parts) { // only ) stops or
		x := p.parts[p.at]
		err = mistake(x.from, x.to, ")", "closes nothing", `drop it, or quote it: ")"`)
	}
	if err != nil {
		return Query{}, err
	}
	return Query{test: t}, nil
}

// part is a word, a phrase, a field with its value, a parenthesis or a minus.
type part struct {
	from, to int
	text     string // as it was typed, a phrase without its quotes
	phrase   bool
	open     bool // a phrase that nothing closes
	colon    int  // in a field: how long its name is; else 0
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

// word reads the word at i, with the quoted value that may follow a field's colon.
func word(s string, i int) part {
	x := part{from: i, to: i}
	for x.to < len(s) && !endsWord(s[x.to:]) {
		r, size := utf8.DecodeRuneInString(s[x.to:])
		if r == ':' && x.colon == 0 && fieldName(s[i:x.to]) {
			x.colon = x.to - i
			if strings.HasPrefix(s[x.to+1:], `"`) {
				text, n, closed := quoted(s[x.to+1:])
				x.text, x.to, x.open = s[i:x.to+1]+text, x.to+1+n, !closed
				return x
			}
		}
		x.to += size
	}
	x.text = s[i:x.to]
	x.phrase = x.text == "-"
	return x
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

type parser struct {
	text  string
	parts []part
	at    int
	depth int // of groups and of what is taken away
}

// deepest is how many groups may stand in each other: more is no filter but an attack on the stack.
const deepest = 100

// or reads alternatives, up to the end or a closing parenthesis.
func (p *parser) or() (test, error) {
	var t test
	for {
		u, err := p.and()
		if err != nil {
			return nil, err
		}
		t = either(t, u)
		if !p.is("or") {
			return t, nil
		}
		p.at++
	}
}

// and reads what must match together, up to the end, an "or" or a closing parenthesis.
func (p *parser) and() (test, error) {
	var t test
	for p.at < len(p.parts) && !p.is("or") && !p.is(")") {
		u, err := p.one()
		if err != nil {
			return nil, err
		}
		t = both(t, u)
	}
	if t == nil {
		return nil, p.missing()
	}
	return t, nil
}

// missing is the mistake that something to look for should stand here.
func (p *parser) missing() error {
	if p.at == len(p.parts) {
		return mistake(len(p.text), len(p.text), "the filter", "ends where a word should follow", "say what to look for")
	}
	x := p.parts[p.at]
	return mistake(x.from, x.to, x.text, "has nothing to look for before it", `put a word there, or quote it: "`+x.text+`"`)
}

// one reads a word, a phrase, a field or a group, taken away or not.
func (p *parser) one() (test, error) {
	if p.at == len(p.parts) {
		return nil, p.missing()
	}
	x := p.parts[p.at]
	if p.depth++; p.depth > deepest {
		return nil, mistake(x.from, x.to, "the filter", "has too many groups in each other", "say it shorter")
	}
	defer func() { p.depth-- }()
	switch {
	case p.is("-") || p.is("not"):
		p.at++
		if p.is("or") || p.is(")") {
			return nil, p.missing()
		}
		t, err := p.one()
		if err != nil {
			return nil, err
		}
		return opposite(t), nil
	case p.is("("):
		p.at++
		t, err := p.or()
		if err != nil {
			return nil, err
		}
		if !p.is(")") {
			return nil, mistake(x.from, x.to, "(", "is never closed", "close it with )")
		}
		p.at++
		return t, nil
	case x.open:
		return nil, mistake(x.from, x.to, x.text, "is never closed", `close it with "`)
	}
	p.at++
	if x.colon > 0 {
		return field(x)
	}
	return saying(x.text), nil
}

// is reports whether the next part is the word or sign, not a phrase of it.
func (p *parser) is(s string) bool {
	if p.at == len(p.parts) {
		return false
	}
	x := p.parts[p.at]
	return !x.phrase && strings.EqualFold(x.text, s)
}
