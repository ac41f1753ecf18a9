package query

import (
	"math"
	"strconv"
	"strings"

	"candid/model"
)

// number is a field that is compared with a number. A row for which of gives false matches no comparison.
func number(name, asks string, examples []string, of func(*model.Row) (int, bool)) Field {
	return Field{name, asks, "a number: " + strings.Join(examples, ", "),
		func(_ *parser, v piece) (test, error) {
			holds := compared(v.text, plainNumber)
			if holds == nil {
				return nil, nil
			}
			return func(t *target) bool {
				x, ok := of(t.row)
				return ok && holds(float64(x))
			}, nil
		},
		func(Scope, piece) []offer { return inWords(examples) }}
}

// plainNumber reads a number as a span of that one.
func plainNumber(s string) (span, bool) {
	x, err := strconv.ParseFloat(s, 64)
	return span{x, x}, err == nil && !math.IsNaN(x) && !math.IsInf(x, 0) && !strings.ContainsAny(s, "xXpP_")
}

// span is all from one number to another, both included.
type span struct{ from, to float64 }

// compared reads a comparison: a value, a value behind one of < <= = >= >, or two with .. between, of which one may be missing. Nil
// when it is none.
func compared(s string, read func(string) (span, bool)) func(x float64) bool {
	s = strings.NewReplacer("≤", "<=", "≥", ">=").Replace(strings.TrimSpace(s))
	if from, to, isRange := strings.Cut(s, ".."); isRange {
		a, b := span{from: math.Inf(-1)}, span{to: math.Inf(1)}
		ok := from != "" || to != ""
		if from != "" && ok {
			a, ok = read(from)
		}
		if to != "" && ok {
			b, ok = read(to)
		}
		if !ok || a.from > b.to {
			return nil
		}
		return func(x float64) bool { return x >= a.from && x <= b.to }
	}
	rest := strings.TrimLeft(s, "<=>")
	want, ok := read(strings.TrimSpace(rest))
	if !ok {
		return nil
	}
	switch s[:len(s)-len(rest)] {
	case "", "=":
		return func(x float64) bool { return x >= want.from && x <= want.to }
	case "<":
		return func(x float64) bool { return x < want.from }
	case "<=":
		return func(x float64) bool { return x <= want.to }
	case ">":
		return func(x float64) bool { return x > want.to }
	case ">=":
		return func(x float64) bool { return x >= want.from }
	}
	return nil
}

// inWords is examples of comparisons, each said in words.
func inWords(examples []string) []offer {
	var offers []offer
	for _, e := range examples {
		does := ""
		if from, to, isRange := strings.Cut(e, ".."); isRange {
			does = "from " + from + " to " + to
		} else {
			rest := strings.TrimLeft(e, "<=>")
			does = map[string]string{"": "just ", "=": "just ", "<": "below ", "<=": "at most ", ">": "above ", ">=": "at least "}[e[:len(e)-len(rest)]] + rest
		}
		offers = append(offers, offer{text: e, does: does})
	}
	return offers
}
