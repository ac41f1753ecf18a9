package query

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"candid/model"
	"candid/model/search"
)

// ratings is what may stand for a rating, in words.
const ratings = "a rating: >=3, 1, 2..3, 0 (not shown), open (nothing known), behind (rated before a change)"

// isNone is what is wrong with a name that fits no requirement.
const isNone = "is no requirement"

// cellTest says whether a cell of the strip is what is asked for.
type cellTest func(model.Cell) bool

// musts is the field of the ratings of the must-haves: whether one of them is what is asked for, or each. What nothing is known of,
// open or not shown, is below no rating and above none.
func musts(name, asks string, holds func([]model.Cell, cellTest) bool) Field {
	return Field{name, asks, ratings,
		func(p *parser, v piece) (test, error) {
			is := rating(v.text)
			if is == nil {
				return nil, nil
			}
			n := 0
			for _, q := range p.in.Role.Checklist.Application() {
				if q.Priority == model.Must {
					n++
				}
			}
			return func(t *target) bool { return holds(t.row.Cells[:min(n, len(t.row.Cells))], is) }, nil
		},
		func(Scope, piece) []offer { return rated(nil) }}
}

func anyCell(cells []model.Cell, is cellTest) bool { return slices.ContainsFunc(cells, is) }

func everyCell(cells []model.Cell, is cellTest) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(c model.Cell) bool { return !is(c) })
}

// requirements is the field of the rating of one requirement.
func requirements() Field {
	return Field{"req", "the rating of one requirement", "a requirement by its number or words of its label, a colon and a rating: 2:>=3, n1:0, cloud:open",
		func(p *parser, v piece) (test, error) {
			if !v.colon {
				if is := rating(v.text); p.asked != nil && is != nil {
					return cell(*p.asked, is), nil
				}
				v.head = v.segment
			}
			if strings.TrimSpace(v.head.text) == "" {
				return nil, mistake(v.from, v.to, v.text, "names no requirement", "2:>=3, n1:0, cloud:open")
			}
			column, err := p.column(v.head)
			if err != nil {
				return nil, err
			}
			if !v.colon || v.tail.text == "" {
				return nil, mistake(v.from, v.to, v.text, "says nothing of the rating", strings.TrimSuffix(v.text, ":")+":>=3; "+ratings)
			}
			is := rating(v.tail.text)
			if is == nil {
				return nil, mistake(v.tail.from, v.tail.to, v.tail.text, "is no rating", ratings)
			}
			p.asked = &column
			return cell(column, is), nil
		},
		func(in Scope, typed piece) []offer {
			if !typed.colon {
				return columns(in, ":")
			}
			p := parser{in: in}
			column, err := p.column(typed.head)
			if err != nil {
				return nil
			}
			return rated(&in.Role.Checklist.Application()[column])
		}}
}

func cell(column int, is cellTest) test {
	return func(t *target) bool { return column < len(t.row.Cells) && is(t.row.Cells[column]) }
}

// rating reads what is asked of a rating; nil when it is nothing of the kind.
func rating(s string) cellTest {
	switch said := bare(s); said {
	case "open":
		return func(c model.Cell) bool { return !c.Value.Known() }
	case "behind", "~":
		return func(c model.Cell) bool { return c.Behind }
	case "0", "=0", "notshown", "=notshown":
		return func(c model.Cell) bool { return c.Value == model.NotShown }
	}
	holds := compared(s, func(s string) (span, bool) {
		for v := model.Lacks; v <= model.Exceeds; v++ {
			if s == string(v.Digit()) || strings.EqualFold(s, v.String()) {
				return span{float64(v), float64(v)}, true
			}
		}
		return span{}, false
	})
	if holds == nil {
		return nil
	}
	return func(c model.Cell) bool { return c.Value.Known() && holds(float64(c.Value)) }
}

// rated is what can be asked of the ratings of a requirement; nil: of any.
func rated(q *model.Requirement) []offer {
	does := func(v model.Value) string {
		if q == nil {
			return v.String()
		}
		return v.String() + ": " + q.Anchor(v)
	}
	return []offer{
		{text: ">=3", does: "meets or exceeds"}, {text: "<2", does: "lacks"}, {text: "open", does: "nothing is known"}, {text: "4", does: does(model.Exceeds)}, {text: "3", does: does(model.Meets)},
		{text: "2", does: does(model.Some)}, {text: "1", does: does(model.Lacks)}, {text: "0", does: "not shown"}, {text: "behind", does: "rated before a change"},
	}
}

// columns is the requirements of the strip, by their labels.
func columns(in Scope, behind string) []offer {
	var offers []offer
	list := in.Role.Checklist
	for i, q := range list.Application() {
		number := fmt.Sprint(list.Number(q.ID))
		also := number
		if q.Priority == model.Nice {
			also = "n" + number
		}
		offers = append(offers, offer{text: callRequirement(in.Role, i) + behind, does: fmt.Sprint(q.Priority, " ", number), also: also})
	}
	return offers
}

// callRequirement is what to type for the requirement of a column: its label, or its number where the label is that of another too.
func callRequirement(role model.Role, column int) string {
	p := parser{in: Scope{Role: role}}
	q := role.Checklist.Application()[column]
	typed := quote(q.Label)
	if at, err := p.column(segment{text: strings.Trim(typed, `"`), quoted: true}); err == nil && at == column {
		return typed
	}
	return numberOf(role.Checklist, q)
}

// numberOf is a requirement's number as it is typed: m2 is the second must-have, n2 the second nice-to-have.
func numberOf(list model.Checklist, q model.Requirement) string {
	if q.Priority == model.Nice {
		return fmt.Sprint("n", list.Number(q.ID))
	}
	return fmt.Sprint("m", list.Number(q.ID))
}

// column is the column of the requirement that is named: by its number, the whole of its label, or words of it.
func (p *parser) column(named segment) (int, error) {
	list := p.in.Role.Checklist
	strip := list.Application()
	if len(strip) == 0 {
		return 0, mistake(named.from, named.to, named.text, isNone, "there is none to ask for")
	}
	if at, ok := numbered(strip, named); ok {
		return at, nil
	}
	var found []int
	said := search.Said{Text: named.text, Whole: named.quoted}
	for i, q := range strip {
		if same(q.Label, named.text) {
			found = append(found, i)
		}
	}
	if len(found) == 0 && !said.Pattern().Empty() {
		for i, q := range strip {
			if search.New(q.Label).Holds(said) {
				found = append(found, i)
			}
		}
	}
	call := func(i int) string { // by the number that can be typed for it
		return numberOf(list, strip[i]) + " " + strip[i].Label
	}
	var names []string
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		for _, i := range found {
			names = append(names, call(i))
		}
		return 0, mistake(named.from, named.to, named.text, "fits several requirements", "one of "+strings.Join(names, ", "))
	}
	for _, q := range list.Interview() {
		if !said.Pattern().Empty() && search.New(q.Label).Holds(said) {
			return 0, mistake(named.from, named.to, named.text, "waits for the interview", "it has no rating in the list")
		}
	}
	for i := range strip {
		names = append(names, call(i))
	}
	return 0, mistake(named.from, named.to, named.text, isNone, "one of "+strings.Join(names, ", "))
}

// numbered is the column of a requirement by its number: 2 or m2 the second must-have, n2 the second nice-to-have. A role without
// must-haves counts its nice-to-haves.
func numbered(strip []model.Requirement, named segment) (int, bool) {
	if named.quoted {
		return 0, false
	}
	typed := strings.ToLower(named.text)
	digits := strings.TrimLeft(typed, "mn")
	prefix := typed[:len(typed)-len(digits)]
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || prefix != "" && prefix != "m" && prefix != "n" || digits[0] == '+' {
		return 0, false
	}
	musts := 0
	for _, q := range strip {
		if q.Priority == model.Must {
			musts++
		}
	}
	at := n - 1
	if prefix == "n" {
		at += musts
	} else if prefix == "" && musts == 0 {
		musts = len(strip)
	}
	if prefix != "n" && n > musts || at >= len(strip) {
		return 0, false
	}
	return at, true
}
