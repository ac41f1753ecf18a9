package office

import (
	"strconv"
	"strings"
)

// node reads an element of any kind; what is not known is passed through to what it holds.
func (o *odt) node(e element, l look) {
	switch e.name {
	case "text:p", "text:h":
		o.paragraph(e)
	case "text:span":
		o.styles.set("text", e.attr("style-name"), &l)
		o.inline(l)
	case "text:a":
		o.link(e.attr("href"))
		o.inline(l)
	case "text:s":
		n, err := strconv.Atoi(e.attr("c"))
		if err != nil || n < 1 {
			n = 1
		}
		o.put(strings.Repeat(" ", min(n, 40)), l)
	case "text:tab":
		o.put("\t", l)
	case "text:line-break":
		o.put("\n", l)
	case "text:page-number", "text:page-count":
		o.put(page, l)
	case "text:list":
		o.readList(e)
	case "text:list-item", "text:list-header":
		o.item(e)
	case "text:numbered-paragraph":
		o.numbered(e)
	case "text:section", "text:hidden-paragraph", "text:hidden-text":
		o.concealed(e, l)
	case "text:note":
		o.readNote(l)
	case "table:table":
		o.table(e)
	case "drawing:frame":
		o.x.children(func(inner element) {
			if inner.name == "drawing:text-box" {
				inner.attrs = append(inner.attrs, e.attrs...)
				o.box(inner)
			}
		}, nil)
	case "drawing:custom-shape", "drawing:rect", "drawing:ellipse", "drawing:circle", "drawing:polygon", "drawing:line", "drawing:path", "drawing:caption":
		o.box(e)
	case "text:span-fallback", "text:tracked-changes", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls",
		"office:annotation", "office:forms", "office:scripts", "text:placeholder", "text:ruby-text", "text:note-citation", "svg:title", "svg:desc",
		"table:table-column", "table:table-columns", "table:table-column-group", "text:alphabetical-index-auto-mark-file", "office:event-listeners",
		"text:table-of-content-source", "text:illustration-index-source", "text:bibliography-source", "table:title", "table:desc", "text:meta-field-data":
	default:
		o.inline(l)
	}
}

// inline reads what stands within an element, its characters included.
func (o *odt) inline(l look) {
	o.x.children(func(e element) { o.node(e, l) }, func(s string) { o.characters(s, l) })
}

// characters adds words; white space of any length in them is one blank.
func (o *odt) characters(s string, l look) {
	if o.flow.inside == 0 {
		return
	}
	if strings.ContainsAny(s, "\t\n\r") || strings.Contains(s, "  ") {
		first, last := s[0], s[len(s)-1]
		words := strings.Join(strings.FieldsFunc(s, isBlank), " ")
		if isBlank(rune(first)) {
			words = " " + words
		}
		if isBlank(rune(last)) && words != " " {
			words += " "
		}
		s = words
	}
	o.put(s, l)
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

func (o *odt) put(s string, l look) {
	l.hidden = l.hidden || o.hidden
	o.flow.text(s, l)
}

// paragraph reads a paragraph or a heading.
func (o *odt) paragraph(e element) {
	name := e.attr("style-name")
	s := o.styles.resolve("paragraph", name)
	l := look{size: 12, ground: o.ground}
	s.set(&l)
	if s.master != "" {
		o.masters[s.master] = true
	} else if len(o.masters) == 0 && o.flow.place == "" {
		o.masters[o.styles.firstMaster] = true
	}
	p := paragraph{heading: e.name == "text:h" || s.outline > 0, title: s.title}
	if o.list != nil && o.list.mark != "" {
		p.mark, p.depth = o.list.mark, o.list.depth
		o.list.mark = ""
	} else if e.name == "text:h" {
		p.mark = o.headingMark(e)
	}
	hidden := o.hidden
	o.flow.inside++
	o.inline(l)
	o.flow.inside--
	o.hidden = hidden
	o.flow.end(p)
}

// concealed reads what may be hidden: sections, paragraphs, words.
func (o *odt) concealed(e element, l look) {
	hidden := o.hidden
	now := e.attr("display") == "none" || e.attr("is-hidden") == "true"
	switch e.name {
	case "text:hidden-paragraph": // all of the paragraph that it stands in
		o.hidden = hidden || now
		o.x.children(func(element) {}, nil)
		return
	case "text:hidden-text":
		if now {
			l.hidden = true
			o.put(e.attr("string-value"), l)
			return
		}
		o.inline(l)
		return
	}
	o.hidden = hidden || now
	o.x.children(func(e element) { o.node(e, l) }, nil)
	o.hidden = hidden
}

// readNote reads a footnote or endnote.
func (o *odt) readNote(l look) {
	reference, f := o.note()
	o.put(reference, l)
	outer, list, ground := o.flow, o.list, o.ground
	o.flow, o.list, o.ground = f, nil, o.page
	o.x.children(func(e element) {
		if e.name == "text:note-body" {
			o.x.children(func(e element) { o.node(e, look{}) }, nil)
		}
	}, nil)
	o.flow, o.list, o.ground = outer, list, ground
	o.noted(reference, f)
}

// box reads a text box or a shape with words.
func (o *odt) box(e element) {
	outer, list, ground := o.flow, o.list, o.ground
	o.flow, o.list = outer.sub(), nil
	o.ground = o.styles.boxGround(e.attr("style-name"))
	o.x.children(func(e element) { o.node(e, look{}) }, nil)
	blocks := o.flow.close()
	o.flow, o.list, o.ground = outer, list, ground
	if outer.inside == 0 {
		outer.blocks = append(outer.blocks, blocks...)
		return
	}
	outer.box(blocks, strings.HasPrefix(e.attr("y"), "-") || e.attr("anchor-type") == "page")
}

// table reads a table.
func (o *odt) table(e element) {
	list, ground := o.list, o.ground
	o.list = nil
	if c := o.styles.resolve("table", e.attr("style-name")).ground; c.known {
		o.ground = c
	}
	var rows [][]cell
	var node func(e element)
	node = func(e element) {
		switch e.name {
		case "table:table-header-rows", "table:table-rows", "table:table-row-group":
			o.x.children(node, nil)
		case "table:table-row":
			if e.attr("visibility") != "collapse" {
				rows = append(rows, o.row())
			}
		}
	}
	o.x.children(node, nil)
	o.list, o.ground = list, ground
	if len(rows) > 0 {
		o.flow.blocks = append(o.flow.blocks, block{rows: rows})
	}
}

func (o *odt) row() []cell {
	var row []cell
	o.x.children(func(e element) {
		if e.name != "table:table-cell" || !o.piece() {
			return
		}
		outer, ground := o.flow, o.ground
		o.flow = outer.sub()
		if c := o.styles.resolve("table-cell", e.attr("style-name")).ground; c.known {
			o.ground = c
		}
		o.x.children(func(e element) { o.node(e, look{}) }, nil)
		row = append(row, o.flow.close())
		o.flow, o.ground = outer, ground
	}, nil)
	return row
}
