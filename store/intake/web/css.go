package web

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// What style sheets may ask for, in all.
const (
	maxRules = 4000
	maxWork  = 20_000_000 // comparisons of an element with a part of a selector
)

// sheet is the rules of a page's style sheets, by what the last part of their selectors asks for first.
type sheet struct {
	rules     map[string][]rule // by "#id", ".class", "tag" or "*"
	count     int
	work      int
	elsewhere bool // there are more rules in other files
	unsure    bool // a ground is set for elements that cannot be told here
}

// rule is a selector and what it declares.
type rule struct {
	parts  []part // from the outermost element to the one it is about
	weight int    // a heavier rule, or a later one of the same weight, goes before others
	order  int
	values []value
}

// part is what a selector asks of one element.
type part struct {
	tag, id string
	classes []string
	child   bool // it stands directly in the one before
}

// value is what a rule says of one property, in lower case.
type value struct{ property, says string }

// Weights of what selectors ask for, and of what goes before them.
const (
	weighsTag       = 1
	weighsClass     = 1 << 8
	weighsID        = 1 << 16
	weighsInline    = 1 << 24
	weighsImportant = 1 << 25
)

// forScreens reports whether rules for a medium hold on every screen.
func forScreens(media string) bool {
	media = strings.ToLower(media)
	return !strings.ContainsAny(media, "(") && (strings.Contains(media, "screen") || strings.Contains(media, "all")) && !strings.Contains(media, "not ")
}

// add reads a style sheet.
func (s *sheet) add(css string) {
	s.read(uncommented(css), 0)
}

func uncommented(css string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(css, "/*")
		b.WriteString(before)
		if !ok {
			return strings.NewReplacer("<!--", " ", "-->", " ").Replace(b.String())
		}
		_, css, _ = strings.Cut(after, "*/")
	}
}

func (s *sheet) read(css string, depth int) {
	for depth < 8 {
		css = strings.TrimLeft(css, " \t\r\n\f;}")
		at := strings.IndexAny(css, "{;")
		if at < 0 {
			return
		}
		head := strings.ToLower(strings.TrimSpace(css[:at]))
		if css[at] == ';' {
			s.elsewhere = s.elsewhere || strings.HasPrefix(head, "@import")
			css = css[at+1:]
			continue
		}
		body, rest := braced(css[at+1:])
		css = rest
		kind, query, _ := strings.Cut(head, " ")
		switch {
		case kind == "@media" && forScreens(query), kind == "@supports", kind == "@layer":
			s.read(body, depth+1)
		case strings.HasPrefix(head, "@"):
		default:
			s.rule(head, body)
		}
	}
}

// braced parts what stands before the brace that closes from what follows it.
func braced(css string) (inside, after string) {
	open := 1
	for i := 0; i < len(css); i++ {
		switch css[i] {
		case '{':
			open++
		case '}':
			if open--; open == 0 {
				return css[:i], css[i+1:]
			}
		}
	}
	return css, ""
}

// rule keeps what a rule declares, under each of its selectors.
func (s *sheet) rule(selectors, body string) {
	plain, important := declared(body)
	if len(plain)+len(important) == 0 {
		return
	}
	for selector := range strings.SplitSeq(selectors, ",") {
		parts, known := selected(selector)
		if !known {
			s.unsure = s.unsure || slices.ContainsFunc(append(plain, important...), func(v value) bool { return strings.HasPrefix(v.property, "background") })
			continue
		}
		if len(parts) == 0 {
			continue
		}
		last, weight := parts[len(parts)-1], 0
		for _, p := range parts {
			weight += weighsClass * len(p.classes)
			if p.id != "" {
				weight += weighsID
			}
			if p.tag != "" {
				weight += weighsTag
			}
		}
		key := cmp.Or(last.tag, "*")
		switch {
		case last.id != "":
			key = "#" + last.id
		case len(last.classes) > 0:
			key = "." + last.classes[0]
		}
		for _, r := range []rule{{parts, weight, s.count, plain}, {parts, weight + weighsImportant, s.count, important}} {
			if len(r.values) > 0 && s.count < maxRules {
				if s.rules == nil {
					s.rules = map[string][]rule{}
				}
				s.count++
				s.rules[key] = append(s.rules[key], r)
			}
		}
	}
}

// telling is the properties that say whether words are seen, and how they are laid out.
const telling = " display visibility opacity font font-size color background background-color background-image background-clip -webkit-text-fill-color" +
	" position left top text-indent margin-left margin-top clip clip-path width height max-width max-height overflow transform white-space mso-hide" +
	" mso-list content-visibility -webkit-background-clip "

// declared is what a block of declarations says of the properties that tell.
func declared(body string) (plain, important []value) {
	for d := range strings.SplitSeq(body, ";") {
		property, says, ok := strings.Cut(d, ":")
		property = strings.ToLower(strings.TrimSpace(property))
		if !ok || len(says) > 1000 || property == "" || !strings.Contains(telling, " "+property+" ") {
			continue
		}
		says = strings.ToLower(strings.TrimSpace(says))
		if before, ok := strings.CutSuffix(says, "important"); ok {
			important = append(important, value{property, strings.TrimRight(before, " !")})
			continue
		}
		plain = append(plain, value{property, says})
	}
	return plain, important
}

// selected reads a selector of tags, classes and ids. It is false for one that asks for more; of none that speaks of states
// and of what is put before and after elements anything is read.
func selected(selector string) (parts []part, known bool) {
	if strings.ContainsAny(selector, "[+~(\\&|") {
		return nil, false
	}
	child := false
	for word := range strings.FieldsSeq(strings.ReplaceAll(selector, ">", " > ")) {
		if word == ">" {
			child = true
			continue
		}
		word = strings.ReplaceAll(word, ":root", "html")
		if strings.Contains(word, ":first") || strings.Contains(word, ":last") || strings.Contains(word, ":only") {
			return nil, false
		}
		if strings.Contains(word, ":") {
			return nil, true
		}
		p := part{child: child}
		for word != "" {
			end := len(word)
			if i := strings.IndexAny(word[1:], ".#"); i >= 0 {
				end = i + 1
			}
			switch name := word[:end]; name[0] {
			case '.':
				p.classes = append(p.classes, name[1:])
			case '#':
				p.id = name[1:]
			case '*':
			default:
				p.tag = name
			}
			word = word[end:]
		}
		parts = append(parts, p)
		child = false
	}
	return parts, len(parts) <= 12
}

// matching is the rules for an element, those that go before others last.
func (s *sheet) matching(n *html.Node) []rule {
	if s.count == 0 || s.work > maxWork {
		return nil
	}
	var all []rule
	try := func(key string) {
		for _, r := range s.rules[key] {
			if s.matches(r.parts, n) {
				all = append(all, r)
			}
		}
	}
	try("*")
	try(n.Data)
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		try("." + class)
	}
	if id := strings.ToLower(attr(n, "id")); id != "" {
		try("#" + id)
	}
	slices.SortFunc(all, func(a, b rule) int {
		return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.order, b.order))
	})
	return all
}

// matches reports whether an element, and those around it, are what a selector asks for.
func (s *sheet) matches(parts []part, n *html.Node) bool {
	last := len(parts) - 1
	if !s.matchesPart(parts[last], n) {
		return false
	}
	for i := last - 1; i >= 0; i-- {
		for n = n.Parent; ; n = n.Parent {
			if n == nil || n.Type != html.ElementNode {
				return false
			}
			if s.matchesPart(parts[i], n) {
				break
			}
			if parts[i+1].child {
				return false
			}
		}
	}
	return true
}

func (s *sheet) matchesPart(p part, n *html.Node) bool {
	if s.work++; s.work > maxWork {
		s.unsure = true
		return false
	}
	if p.tag != "" && p.tag != n.Data || p.id != "" && p.id != strings.ToLower(attr(n, "id")) {
		return false
	}
	if len(p.classes) == 0 {
		return true
	}
	classes := strings.Fields(strings.ToLower(attr(n, "class")))
	for _, c := range p.classes {
		if !slices.Contains(classes, c) {
			return false
		}
	}
	return true
}
