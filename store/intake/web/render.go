package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nothing is the elements that show no words of the page.
var nothing = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Head: true, atom.Title: true, atom.Meta: true, atom.Link: true, atom.Base: true,
	atom.Svg: true, atom.Canvas: true, atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Video: true, atom.Audio: true,
	atom.Img: true, atom.Picture: true, atom.Map: true, atom.Datalist: true, atom.Noembed: true, atom.Noframes: true, atom.Rp: true,
}

// apart is the blocks with an empty line around them; blocks is all blocks.
var (
	apart = map[atom.Atom]bool{
		atom.P: true, atom.Blockquote: true, atom.Pre: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Table: true, atom.Hr: true,
		atom.Section: true, atom.Article: true, atom.Figure: true, atom.Fieldset: true, atom.Form: true, atom.Header: true, atom.Footer: true, atom.Nav: true,
		atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	}
	blocks = map[atom.Atom]bool{
		atom.Html: true, atom.Body: true, atom.Div: true, atom.Main: true, atom.Aside: true, atom.Address: true, atom.Center: true, atom.Details: true,
		atom.Summary: true, atom.Figcaption: true, atom.Legend: true, atom.Li: true, atom.Dt: true, atom.Dd: true, atom.Caption: true, atom.Tr: true,
		atom.Td: true, atom.Th: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Hgroup: true, atom.Dialog: true, atom.Optgroup: true,
		atom.Option: true, atom.Button: true, atom.Search: true,
	}
)

// children writes what is in a node, in the look that it has.
func (p *page) children(w *writer, n *html.Node, l look) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		var err error
		switch c.Type {
		case html.TextNode:
			err = p.text(w, c, l)
		case html.ElementNode:
			err = p.element(w, c, l)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// text writes words, or keeps them apart when nobody sees them.
func (p *page) text(w *writer, n *html.Node, l look) error {
	if !l.counted && l.unseen() && strings.TrimSpace(n.Data) != "" {
		if p.left -= len(n.Data); p.left < 0 {
			return errTooLong
		}
		p.hide(oneLine(n.Data), n, p.hiding != nil && (p.hiding == n.Parent || p.hiding == n.Parent.Parent || p.hiding.Parent == n.Parent))
		p.hiding = n.Parent
		return nil
	}
	if p.hiding != nil && strings.TrimSpace(n.Data) != "" {
		p.hiding = nil
	}
	if l.keeps {
		return w.plain(n.Data)
	}
	return w.words(n.Data)
}

// element writes an element in the look of its own.
func (p *page) element(w *writer, n *html.Node, around look) error {
	if nothing[n.DataAtom] || n.Namespace == "svg" || n.Namespace == "math" && strings.HasPrefix(n.Data, "annotation") {
		return nil
	}
	l := p.style.look(n, around)
	if l.gone && !around.counted {
		return p.apart(n, l)
	}
	switch n.DataAtom {
	case atom.Br:
		if w.line.Len() == 0 {
			w.apart = true
		}
		w.end()
		return nil
	case atom.Hr:
		w.gap()
		return nil
	case atom.Table:
		w.gap()
		err := p.table(w, n, l)
		w.gap()
		return err
	case atom.Input, atom.Select, atom.Textarea:
		return p.field(w, n, l)
	case atom.Rt:
		return p.around(w, n, l, "(", ")")
	case atom.Q:
		return p.around(w, n, l, "“", "”")
	case atom.A:
		return p.anchor(w, n, l)
	}
	if l.bullet {
		return p.wordBullet(w, n, l)
	}
	edge := func() {
		if apart[n.DataAtom] || blocks[n.DataAtom] || l.block {
			w.end()
			w.apart = w.apart || apart[n.DataAtom] && w.depth == 0 // what is in an item of a list stays together
		}
	}
	edge()
	err := p.block(w, n, l)
	edge()
	return err
}

// block writes what is in an element that may begin with a mark.
func (p *page) block(w *writer, n *html.Node, l look) error {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return p.heading(w, n, l)
	case atom.Ul, atom.Ol, atom.Menu:
		w.depth++
		defer func() { w.depth-- }()
	case atom.Li:
		w.mark = strings.Repeat("  ", max(w.depth-1, 0)) + p.marker(n)
		defer func() { w.mark = "" }()
	}
	return p.children(w, n, l)
}

// heading writes a heading on one line, with its mark.
func (p *page) heading(w *writer, n *html.Node, l look) error {
	inside := &writer{page: p}
	if err := p.children(inside, n, l); err != nil {
		return err
	}
	words := oneLine(inside.String())
	if words == "" {
		return nil
	}
	if n.DataAtom == atom.H1 && p.first == "" && !l.counted {
		p.first = words
	}
	p.headings = true
	level, _ := strconv.Atoi(n.Data[1:])
	w.mark = ""
	w.word(strings.Repeat("#", level) + " " + words)
	return nil
}

// marker is what a list puts before an item.
func (p *page) marker(item *html.Node) string {
	list := item.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return "• "
	}
	number, step := 1, 1
	if hasAttr(list, "reversed") {
		step = -1
	}
	if start, err := strconv.Atoi(attr(list, "start")); err == nil {
		number = start
	}
	if last, ok := p.numbers[list]; ok {
		number = last + step
	}
	if value, err := strconv.Atoi(attr(item, "value")); err == nil {
		number = value
	}
	p.numbers[list] = number
	return strconv.Itoa(number) + ". "
}

// anchor writes the words of a link, and keeps where it leads.
func (p *page) anchor(w *writer, n *html.Node, l look) error {
	if err := p.children(w, n, l); err != nil {
		return err
	}
	if target := attr(n, "href"); target != "" && !l.counted {
		p.link(target, wordsOf(n))
	}
	return nil
}

// around writes an element between two signs.
func (p *page) around(w *writer, n *html.Node, l look, before, after string) error {
	if err := w.words(before); err != nil {
		return err
	}
	if err := p.children(w, n, l); err != nil {
		return err
	}
	return w.words(after)
}

// wordBullet writes the sign that word processors put before an item of a list, which they write as a paragraph.
func (p *page) wordBullet(w *writer, n *html.Node, l look) error {
	sign := oneLine(wordsOf(n))
	if strings.ContainsAny(sign, ".)0123456789") {
		return p.children(w, n, l)
	}
	w.mark = "• "
	return nil
}

// field writes what is filled in a form's field.
func (p *page) field(w *writer, n *html.Node, l look) error {
	switch n.DataAtom {
	case atom.Textarea:
		w.end()
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if err := w.plain(c.Data); err != nil {
				return err
			}
		}
		w.end()
		return nil
	case atom.Select:
		chosen, first := "", ""
		visit(n, func(c *html.Node) {
			if c.DataAtom == atom.Option {
				if first == "" {
					first = wordsOf(c)
				}
				if hasAttr(c, "selected") {
					chosen = wordsOf(c)
				}
			}
		})
		if chosen == "" {
			chosen = first
		}
		return w.words(" " + chosen + " ")
	}
	switch strings.ToLower(attr(n, "type")) {
	case "hidden", "password", "file", "image", "reset", "submit", "button", "color", "range":
		return nil
	case "checkbox", "radio":
		if hasAttr(n, "checked") {
			return w.words(" [x] ")
		}
		return w.words(" [ ] ")
	}
	return w.words(" " + attr(n, "value") + " ")
}

// apart keeps all of an element that is not shown.
func (p *page) apart(n *html.Node, l look) error {
	l.counted = true
	inside := &writer{page: p}
	if err := p.children(inside, n, l); err != nil {
		return err
	}
	if first := firstWords(n); first != nil {
		p.hide(inside.String(), first, false)
	}
	p.hiding = nil
	return nil
}

// firstWords is the first node in n with words that can be read.
func firstWords(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return c
		}
		if c.Type == html.ElementNode && !nothing[c.DataAtom] {
			if first := firstWords(c); first != nil {
				return first
			}
		}
	}
	return nil
}

// visit shows every element in n.
func visit(n *html.Node, see func(*html.Node)) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			see(c)
			visit(c, see)
		}
	}
}

// wordsOf is all words in n, as the source has them.
func wordsOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !nothing[c.DataAtom] {
			b.WriteString(wordsOf(c))
		}
	}
	return b.String()
}
