package posting

import (
	"strconv"
	"strings"

	"candid/model/pattern"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// deepest is how many lists inside each other stay so: what is deeper joins the list around it.
const deepest = 6

// markdown makes Markdown of the nodes of a page, block by block.
type markdown struct {
	lines  []string
	line   []stretch   // of the paragraph that is being gathered
	above  [][]stretch // its lines before that
	bold   int         // bold elements around
	pre    int         // elements around whose line ends count
	indent string      // of the item that is being written
	mark   string      // of an item, until its first line is written
	lists  int         // lists around
	star   bool        // whether lists are marked by "*", to part one from the one before it
	last   shape
}

// shape is what was written last.
type shape uint8

const (
	nothing shape = iota
	blockWords
	itemWords
)

// asMarkdown is the Markdown of a node and all in it.
func asMarkdown(n *html.Node) string {
	var m markdown
	m.node(n)
	m.flush()
	return strings.Join(m.lines, "\n")
}

func (m *markdown) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.node(c)
	}
}

func (m *markdown) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		m.text(n.Data)
	case html.DocumentNode:
		m.children(n)
	case html.ElementNode:
		if !clutter(n) {
			m.element(n)
		}
	}
}

func (m *markdown) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Br:
		m.newline()
	case atom.B, atom.Strong:
		m.boldly(n, !lightStyle(n))
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		m.heading(n, int(n.Data[1]-'0'))
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		m.list(n)
	case atom.Li:
		m.item(n, "- ")
	case atom.Dl:
		m.terms(n)
	case atom.Table:
		m.table(n)
	case atom.Pre:
		m.flush()
		m.pre++
		m.children(n)
		m.flush()
		m.pre--
	case atom.Summary:
		m.flush()
		m.boldly(n, true)
		m.flush()
	default:
		switch level := headingRole(n); {
		case level > 0:
			m.heading(n, level)
		case isBlock(n) && chips(n):
			m.flush()
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				m.node(c)
				if c.Type == html.ElementNode {
					m.newline()
				}
			}
			m.flush()
		case isBlock(n):
			m.flush()
			m.boldly(n, heavyStyle(n))
			m.flush()
		default:
			m.boldly(n, heavyStyle(n))
		}
	}
}

func (m *markdown) boldly(n *html.Node, bold bool) {
	if bold {
		m.bold++
		defer func() { m.bold-- }()
	}
	m.children(n)
}

// text gathers words; white space is one space, as in a page.
func (m *markdown) text(s string) {
	if m.pre > 0 || bulletLines(s) {
		for i, l := range strings.Split(s, "\n") {
			if i > 0 {
				m.newline()
			}
			m.put(strings.TrimSpace(l))
		}
		return
	}
	if strings.Trim(s, " \t\r\n\f") == "" {
		if s != "" {
			m.put(" ")
		}
		return
	}
	words := strings.Join(strings.FieldsFunc(s, blank), " ")
	if blank(rune(s[0])) {
		words = " " + words
	}
	if blank(rune(s[len(s)-1])) {
		words += " "
	}
	m.put(words)
}

// bulletLines reports whether a text is laid out by hand as a list: two lines of it or more begin with a bullet.
func bulletLines(s string) bool {
	if strings.Count(s, "\n") < 2 {
		return false
	}
	n := 0
	for l := range strings.Lines(s) {
		if bulletHead.MatchString(l) {
			n++
		}
	}
	return n >= 2
}

// blank is white space that a page folds, and the no-break spaces that editors put in the place of it.
func blank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\u00a0'
}

func (m *markdown) put(s string) {
	if len(m.line) == 0 || strings.HasSuffix(m.line[len(m.line)-1].text, " ") {
		if m.pre == 0 {
			s = strings.TrimLeft(s, " ")
		}
	}
	if s != "" {
		m.line = append(m.line, stretch{s, m.bold > 0})
	}
}

func (m *markdown) newline() {
	m.above = append(m.above, m.line)
	m.line = nil
}

// flush writes the paragraph that was gathered. An empty line in it, as two breaks make one, parts it.
func (m *markdown) flush() {
	all := append(m.above, m.line)
	m.above, m.line = nil, nil
	var lines []string
	for _, runs := range all {
		if l := inlineLine(runs); l != "" {
			lines = append(lines, l)
		} else if len(lines) > 0 {
			m.write(lines)
			lines = nil
		}
	}
	m.write(lines)
}

// write writes the lines of a block.
func (m *markdown) write(lines []string) {
	if len(lines) == 0 {
		return
	}
	if m.last != nothing && (m.mark == "" || m.last != itemWords) {
		m.lines = append(m.lines, "")
	}
	m.last = blockWords
	if m.lists > 0 {
		m.last = itemWords
	}
	for _, l := range lines {
		if m.mark != "" {
			l, m.mark = m.mark+ownBullet.ReplaceAllString(l, ""), ""
		} else {
			l = m.indent + l
		}
		m.lines = append(m.lines, l)
	}
}

// longestHeading is the most bytes in a heading: what is longer is text that an author made large.
const longestHeading = 120

// leadsAway reports whether all that n holds is a link: it names another page and heads nothing.
func leadsAway(n *html.Node) bool {
	var only *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode:
		case only != nil:
			return false
		default:
			only = c
		}
	}
	return only != nil && only.Type == html.ElementNode && (only.DataAtom == atom.A && attr(only, "href") != "" || only.DataAtom != atom.A && leadsAway(only))
}

// heading writes a heading; in an item it is bold words. What holds more than a heading does is none.
func (m *markdown) heading(n *html.Node, level int) {
	m.flush()
	if holdsBlocks(n) || m.lists > 0 {
		m.boldly(n, m.lists > 0 && !alone(n))
		m.flush()
		return
	}
	sub := markdown{}
	sub.children(n)
	var runs []stretch
	for _, l := range append(sub.above, sub.line) {
		runs = append(append(runs, stretch{text: " "}), l...)
	}
	for i := range runs {
		runs[i].bold = false
	}
	s := strings.Join(strings.Fields(inlineLine(runs)), " ")
	switch {
	case s == "":
	case len(s) > longestHeading || level > 1 && leadsAway(n):
		m.write([]string{s})
	default:
		m.write([]string{strings.Repeat("#", level) + " " + s})
	}
}

// ownBullet matches a bullet that a page writes out before the words of an item.
var ownBullet = pattern.New(`^\\?[-–•·*▪◦‣●] *(?:\s|$)`)

// alone reports whether nothing stands beside n.
func alone(n *html.Node) bool {
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		if c != n && (c.Type == html.ElementNode || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "") {
			return false
		}
	}
	return true
}

func (m *markdown) list(n *html.Node) {
	m.flush()
	if m.lists == 0 && m.last == itemWords && strings.HasSuffix(m.lines[len(m.lines)-1], ":") {
		m.star, m.last = !m.star, blockWords // it tells what the item before it names, and is not more of its list
	}
	number, numbered := 0, n.DataAtom == atom.Ol
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type != html.TextNode && c.Type != html.ElementNode:
		case c.Type == html.ElementNode && clutter(c):
		case c.DataAtom == atom.Li && numbered:
			number++
			m.item(c, strconv.Itoa(number)+". ")
		case c.DataAtom == atom.Ul || c.DataAtom == atom.Ol:
			m.nested(c)
		case c.DataAtom == atom.Div || c.DataAtom == atom.Script || c.DataAtom == atom.Template:
			m.node(c) // around items
		default:
			m.item(c, "- ")
		}
	}
}

// nested writes a list that stands in a list without an item around it: it belongs to the item before it.
func (m *markdown) nested(n *html.Node) {
	if m.last != itemWords || m.lists >= deepest {
		m.list(n)
		return
	}
	outer := m.indent
	m.indent += "  "
	m.lists++
	m.list(n)
	m.lists--
	m.indent = outer
}

func (m *markdown) item(n *html.Node, mark string) {
	m.flush()
	if m.star && mark == "- " {
		mark = "* "
	}
	outer := m.indent
	at := outer
	if m.mark != "" { // an item in an item that has no words of its own
		at = m.indent[:max(0, len(m.indent)-len(mark))]
	}
	if m.lists >= deepest && len(outer) >= len(mark) {
		at = outer[:len(outer)-len(mark)]
	}
	m.mark, m.indent = at+mark, at+strings.Repeat(" ", len(mark))
	m.lists++
	m.children(n)
	if n.Type == html.TextNode {
		m.text(n.Data)
	}
	m.flush()
	m.lists--
	m.mark, m.indent = "", outer
}

// terms writes a list of terms: a term and one short description on a line, else the term above its descriptions.
func (m *markdown) terms(n *html.Node) {
	m.flush()
	var term *html.Node
	for c := range entries(n) {
		switch c.DataAtom {
		case atom.Dt:
			m.term(term, nil)
			term = c
		case atom.Dd:
			m.term(term, c)
			term = nil
		}
	}
	m.term(term, nil)
}

// entries is the terms and descriptions of a list of terms; some stand in a div.
func entries(n *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || clutter(c) {
				continue
			}
			if c.DataAtom != atom.Div {
				if !yield(c) {
					return
				}
				continue
			}
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if d.Type == html.ElementNode && !clutter(d) && !yield(d) {
					return
				}
			}
		}
	}
}

func (m *markdown) term(term, about *html.Node) {
	m.flush()
	if term != nil {
		m.boldly(term, true)
		if about == nil || holdsBlocks(about) || manyLines(about) {
			m.flush()
		} else if len(m.line) > 0 {
			last := &m.line[len(m.line)-1]
			last.text = strings.TrimRight(strings.TrimRight(last.text, " "), ":：")
			m.line = append(m.line, stretch{text: ": "})
		}
	}
	if about != nil {
		m.children(about)
	}
	m.flush()
}
