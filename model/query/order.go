package query

import (
	"slices"
	"strings"

	"candid/model"
)

// orders is the field of the order. It stands for itself: Parse takes it out before it reads the rest.
func orders() Field {
	return Field{"sort", "the order", "score (best first), name (A to Z), stage (new first), reviews (most first), applied (latest first), or a requirement (best first); - turns it round: -score",
		nil,
		func(in Scope, typed piece) []offer {
			offers := []offer{
				{text: "score", does: "best first"}, {text: "name", does: "A to Z"}, {text: "stage", does: "new first"}, {text: "reviews", does: "most first"}, {text: "applied", does: "latest first"},
			}
			turned := []string{"worst first", "Z to A", "rejected first", "fewest first", "earliest first"}
			for _, c := range columns(in, "") {
				if _, ok := keyed(c.text); ok {
					c.text = `"` + c.text + `"`
				}
				c.does += ", best first"
				offers = append(offers, c)
			}
			if strings.HasPrefix(typed.text, "-") {
				for i := range offers {
					does := "worst first"
					if i < len(turned) {
						does = turned[i]
					}
					offers[i].text, offers[i].also, offers[i].does = "-"+offers[i].text, "-"+offers[i].also, does
				}
			}
			return offers
		}}
}

// order takes the order out of the parts.
func (p *parser) order() error {
	var rest []part
	for i, x := range p.parts {
		if !strings.EqualFold(x.name, "sort") {
			rest = append(rest, x)
			continue
		}
		last := x.values[len(x.values)-1]
		switch {
		case x.open:
			return unclosed(x)
		case p.sort != nil:
			return mistake(x.from, x.to, x.text, "is a second order", "one is enough")
		case len(x.values) > 1:
			return mistake(x.values[0].to, last.to, x.text, "is more than one order", "one is enough")
		case i > 0 && (p.parts[i-1].is("-") || p.parts[i-1].is("not")):
			return mistake(x.from, x.to, x.text, "is an order, which cannot be taken away", "drop it, or turn it round: sort:-name")
		}
		by, err := p.by(x, last)
		if err != nil {
			return err
		}
		p.sort = &by
	}
	p.parts = rest
	return nil
}

// by reads an order.
func (p *parser) by(x part, v piece) (model.Sort, error) {
	f := orders()
	by := model.Sort{}
	said := v.segment
	switch {
	case strings.Trim(said.text, "- ") == "":
		return by, mistake(x.from, x.to, "sort", "has no value", f.Accepts)
	case v.colon: // sort:"a":b
		return by, mistake(v.from, v.to, v.text, "is no order", f.Accepts)
	}
	said.text, by.Reverse = strings.CutPrefix(said.text, "-")
	if k, ok := keyed(said.text); ok && !said.quoted {
		by.By = k
		return by, nil
	}
	column, err := p.column(said)
	if m, ok := err.(*Mistake); ok && m.What == isNone {
		var keys []string
		for _, o := range f.offers(p.in, piece{}) {
			keys = append(keys, o.text)
		}
		return by, mistake(v.from, v.to, v.text, "is no order", before(meant(said.text, keys), f.Accepts))
	}
	if err != nil {
		return by, err
	}
	by.By, by.Requirement = model.ByRequirement, p.in.Role.Checklist.Application()[column].ID
	return by, nil
}

// keyed is the key that a word names, but for requirements.
func keyed(word string) (model.SortKey, bool) {
	for k := model.ByScore; k < model.ByRequirement; k++ {
		if strings.EqualFold(word, k.String()) {
			return k, true
		}
	}
	return 0, false
}

// WithSort is a query with its order put, replaced or removed: by score, best first, is the order of a query that asks for none. The
// role is the one whose requirement the order may be by.
func WithSort(query string, by model.Sort, role model.Role) string {
	said := sorted(by, role)
	parts := split(query)
	for _, x := range slices.Backward(parts) {
		if !strings.EqualFold(x.name, "sort") {
			continue
		}
		before, after := strings.TrimRight(query[:x.from], " "), strings.TrimLeft(query[x.to:], " ")
		query = join(before, after)
	}
	if said == "" {
		return strings.TrimSpace(query)
	}
	if n := len(parts); n > 0 && parts[n-1].open { // nothing can stand behind a quote that is still to be closed
		return join(said, query)
	}
	return join(strings.TrimSpace(query), said)
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// sorted is the part of a query that asks for an order; "" for the one of a query that asks for none.
func sorted(by model.Sort, role model.Role) string {
	name := by.By.String()
	if by.By == model.ByRequirement {
		column := slices.IndexFunc(role.Checklist.Application(), func(q model.Requirement) bool { return q.ID == by.Requirement })
		if column < 0 {
			return ""
		}
		name = callRequirement(role, column)
		if _, ok := keyed(name); ok {
			name = `"` + name + `"`
		}
	}
	switch {
	case by.Reverse:
		return "sort:-" + name
	case by.By == model.ByScore:
		return ""
	}
	return "sort:" + name
}
