package posting

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// scopesPosting reports whether an element says that it holds a JobPosting, in microdata or RDFa.
func scopesPosting(n *html.Node) bool {
	return len(n.Attr) > 0 && (typed(attr(n, "itemtype")) || typed(attr(n, "typeof")))
}

func typed(types string) bool {
	return slices.ContainsFunc(strings.Fields(types), func(t string) bool {
		return strings.EqualFold(t[strings.LastIndexAny(t, "/:#")+1:], "JobPosting")
	})
}

// marked is the properties of an element that microdata or RDFa marks as a thing.
func marked(scope *html.Node) object {
	o := object{newMember("@type", "JobPosting")}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			names := strings.Fields(attr(c, "itemprop") + " " + attr(c, "property"))
			inner := hasAttr(c, "itemscope") || hasAttr(c, "typeof")
			for _, name := range names {
				o = append(o, newMember(name, propertyValue(c, inner)))
			}
			if !inner {
				walk(c)
			}
		}
	}
	walk(scope)
	return grouped(o)
}

// grouped makes one member, a list, of those that have the same name.
func grouped(o object) object {
	var out object
	at := map[string]int{}
	for _, m := range o {
		i, ok := at[m.key]
		if !ok {
			at[m.key] = len(out)
			out = append(out, m)
			continue
		}
		if l, ok := out[i].value.([]any); ok {
			out[i].value = append(l, m.value)
		} else {
			out[i].value = []any{out[i].value, m.value}
		}
	}
	return out
}

func propertyValue(n *html.Node, inner bool) any {
	switch {
	case inner:
		o := marked(n)
		return o[1:]
	case hasAttr(n, "content"):
		return attr(n, "content")
	case n.DataAtom == atom.Time && hasAttr(n, "datetime"):
		return attr(n, "datetime")
	}
	s := asMarkdown(n)
	if !holdsBlocks(n) {
		s = wordsOf(n)
	}
	if s != "" {
		return s
	}
	return attr(n, "href")
}
