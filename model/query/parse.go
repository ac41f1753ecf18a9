package query

import (
	"strings"

	"candid/model"
	"candid/model/search"
)

// Parse reads a query. The error is a *Mistake.
func Parse(s string, in Scope) (Query, error) {
	p := parser{text: s, parts: split(s), in: in}
	if err := p.order(); err != nil {
		return Query{}, err
	}
	if len(p.parts) == 0 {
		return Query{sort: p.sort}, nil
	}
	t, err := p.or()
	if err == nil && p.at < len(p.parts) { // only ) stops or
		x := p.parts[p.at]
		err = mistake(x.from, x.to, ")", "closes nothing", `drop it, or quote it: ")"`)
	}
	if err != nil {
		return Query{}, err
	}
	return Query{test: t, said: p.said, sort: p.sort}, nil
}

type parser struct {
	text  string
	parts []part
	in    Scope
	said  []search.Said
	sort  *model.Sort
	asked *int      // the column that the last value of a req: was of
	who   *model.ID // whom the last value of a rec: named
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
		return mistake(len(p.text), len(p.text), "the query", "ends where a word should follow", "say what to look for")
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
		return nil, mistake(x.from, x.to, "the query", "has too many groups in each other", "say it shorter")
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
		return nil, unclosed(x)
	}
	p.at++
	if x.name != "" {
		return p.field(x)
	}
	return p.saying(x), nil
}

func unclosed(x part) error {
	return mistake(x.from, x.to, x.text, "is never closed", `close it with "`)
}

// is reports whether the next part is the word or sign, not a phrase of it.
func (p *parser) is(s string) bool { return p.at < len(p.parts) && p.parts[p.at].is(s) }

func (x part) is(s string) bool { return !x.phrase && strings.EqualFold(x.text, s) }
