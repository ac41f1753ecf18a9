package query

import (
	"slices"
	"strings"

	"candid/model/search"
)

// Completion is something that could stand where the cursor is.
type Completion struct {
	From, To int    // the bytes of the query that it replaces
	Text     string // what it puts there; more is to follow behind one that ends with a colon
	Does     string // what it asks for, in words; may be empty
}

// Complete is what could stand at byte at of a query, the likeliest first; none where nothing is known, or where it stands already. On
// a blank that is every field.
func Complete(s string, at int, in Scope) []Completion {
	at = min(max(0, at), len(s))
	x, ok := under(split(s), at)
	switch {
	case !ok && at < len(s) && !endsWord(s[at:]), ok && x.phrase, ok && x.text == ")":
		return nil
	case !ok, x.text == "(", x.text == "-" && x.to == at:
		return complete(s, at, at, "", fieldOffers())
	case x.name == "" && fieldName(x.text):
		return complete(s, x.from, x.to, s[x.from:at], fieldOffers())
	case x.name == "":
		return nil
	case at <= x.from+len(x.name):
		return complete(s, x.from, x.from+len(x.name)+1, s[x.from:at], fieldOffers())
	}
	return completeValue(s, at, x, in)
}

// under is the part that ends at a byte or goes on there.
func under(parts []part, at int) (part, bool) {
	for _, x := range parts {
		if x.from < at && at <= x.to {
			return x, true
		}
	}
	return part{}, false
}

// completeValue completes the value of a field that byte at stands in.
func completeValue(s string, at int, x part, in Scope) []Completion {
	f, ok := named(x.name)
	if !ok || f.offers == nil {
		return nil
	}
	i := slices.IndexFunc(x.values, func(v piece) bool { return at <= v.to })
	if i < 0 {
		return nil
	}
	v := x.values[i]
	here := v.segment
	to := here.to
	if v.colon && (strings.EqualFold(f.Name, "req") || strings.EqualFold(f.Name, "rec")) {
		if here, to = v.tail, v.tail.to; at <= v.head.to {
			here, to = v.head, v.head.to+1
			v.colon = false
		}
	}
	if x.open && i == len(x.values)-1 && here.to == x.to { // the quote takes in all that follows: what stands there stays
		to = at
	}
	typed := s[here.from:at]
	typed = strings.TrimPrefix(strings.TrimSuffix(typed, `"`), `"`)
	if strings.HasPrefix(typed, `-"`) {
		typed = "-" + typed[2:]
	}
	var others []offer
	for _, o := range f.offers(in, v) {
		taken := slices.ContainsFunc(x.values, func(w piece) bool { return w.from != v.from && same(o.text, w.text) })
		if !taken {
			others = append(others, o)
		}
	}
	return complete(s, here.from, to, typed, others)
}

func fieldOffers() []offer {
	var offers []offer
	for _, f := range Fields() {
		offers = append(offers, offer{text: f.Name + ":", does: f.Asks})
	}
	return offers
}

// complete is those of offers that what was typed fits, in the place of the bytes from to: first those that begin with it.
func complete(s string, from, to int, typed string, offers []offer) []Completion {
	pattern := search.Said{Text: typed}.Pattern()
	var first, then []Completion
	for _, o := range offers {
		c := Completion{from, to, o.text, o.does}
		value := strings.TrimSuffix(strings.ReplaceAll(o.text, `"`, ""), ":")
		switch {
		case s[from:to] == o.text || strings.Trim(o.text, `"`) == "":
		case len(typed) <= len(value) && strings.EqualFold(value[:len(typed)], typed), typed != "" && strings.EqualFold(o.also, typed):
			first = append(first, c)
		case !pattern.Empty() && pattern.In(search.New(value)):
			then = append(then, c)
		}
	}
	return append(first, then...)
}
