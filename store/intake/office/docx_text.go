package office

import (
	"strconv"
	"strings"
)

// word walks a part of a Word document: the body, a header, the notes.
type word struct {
	*docx
	x      *tree
	flow   *flow
	rels   relations
	ground tint
	fields []field // that are open, innermost last
	para   *wordParagraph
}

// wordParagraph is the paragraph that is being read.
type wordParagraph struct {
	paragraph
	look look
}

// field is a field of Word: its instruction, then its result.
type field struct {
	instruction strings.Builder
	result      bool // its result is being read
	silent      bool // its result is left out
}

// node reads an element of any kind; what is not known is passed through to what it holds.
func (w *word) node(e element, l look) {
	switch e.name {
	case "w:p":
		w.paragraph(e)
	case "a:p":
		w.x.children(func(e element) { w.node(e, l) }, nil)
		w.flow.text("\n", l)
	case "w:r":
		w.run(l)
	case "w:t", "m:t", "a:t":
		w.words(l)
	case "w:tab", "w:ptab":
		w.put("\t", l)
	case "w:br", "w:cr", "a:br":
		w.put("\n", l)
	case "w:noBreakHyphen":
		w.put("-", l)
	case "w:sym":
		if code, err := strconv.ParseUint(e.attr("char"), 16, 32); err == nil {
			w.put(sign(e.attr("font"), rune(code)), look{hidden: l.hidden, size: l.size, ink: l.ink, ground: l.ground})
		}
	case "w:pgNum":
		w.put(page, l)
	case "w:tbl":
		w.table()
	case "w:sectPr":
		w.section()
	case "w:sdt":
		w.control(l)
	case "w:hyperlink", "w:hlink":
		w.hyperlink(e, l)
	case "w:fldSimple":
		w.simpleField(e, l)
	case "w:fldChar":
		w.fieldPart(e.attr("fldCharType"))
	case "w:instrText":
		w.instruction()
	case "w:footnoteReference", "w:endnoteReference":
		w.put(w.refer(strings.TrimSuffix(strings.TrimPrefix(e.name, "w:"), "Reference"), e.attr("id")), l)
	case "w:footnote", "w:endnote": // of Word 2003, where it stands
		w.inlineNote()
	case "mc:AlternateContent":
		w.alternate(l)
	case "w:txbxContent", "v:textbox", "wps:txbx":
		w.box(e, l)
	case "wp:anchor", "wp:inline", "wps:wsp", "v:shape", "v:rect", "v:roundrect", "v:oval":
		w.drawing(e, l)
	case "w:altChunk":
		w.foreign = true
	case "aml:annotation":
		if kind := e.attr("type"); !strings.HasSuffix(kind, "Deletion") && !strings.HasSuffix(kind, "Comment") {
			w.x.children(func(e element) { w.node(e, l) }, nil)
		}
	case "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:rt", "w:rPr", "w:pPr", "w:tblPr", "w:tcPr", "w:trPr", "w:binData",
		"m:rPr", "w:comment", "wp:docPr", "v:textpath", "w:docPr", "w:bdoPr", "w:smartTagPr", "w:customXmlPr":
	default:
		w.x.children(func(e element) { w.node(e, l) }, nil)
	}
}

// put adds words, unless they are of an instruction or of a result that is left out.
func (w *word) put(s string, l look) {
	for i := range w.fields {
		if f := &w.fields[i]; !f.result || f.silent {
			return
		}
	}
	w.flow.text(s, l)
}

// words reads the characters of an element.
func (w *word) words(l look) {
	w.x.children(func(e element) { w.node(e, l) }, func(s string) {
		if strings.ContainsAny(s, "\n\r") { // the file is written so, the page is not
			lead, trail := strings.HasPrefix(s, " "), strings.HasSuffix(s, " ")
			if s = strings.Join(strings.Fields(s), " "); s == "" {
				return
			}
			if lead {
				s = " " + s
			}
			if trail {
				s += " "
			}
		}
		w.put(s, l)
	})
}

// paragraph reads a paragraph. One within another, as in a text box that stands in no shape, ends it.
func (w *word) paragraph(e element) {
	outer := w.para
	w.para = &wordParagraph{}
	w.style(w.styles.paragraph(""))
	w.x.children(func(e element) {
		if e.name == "w:pPr" {
			w.properties()
			return
		}
		w.node(e, w.para.look)
	}, nil)
	w.flow.end(w.para.paragraph)
	w.para = outer
}

// properties reads what is said of a paragraph.
func (w *word) properties() {
	var style string
	var own wordStyle
	w.x.children(func(e element) {
		switch e.name {
		case "w:pStyle":
			style = e.attr("val")
		case "w:sectPr":
			w.section()
		default:
			own.paragraphProperty(w.x, e)
		}
	}, nil)
	w.style(w.styles.paragraph(style).under(&own))
	w.item(w.styles.paragraph(style), own)
}

// style sets what the paragraph is.
func (w *word) style(s wordStyle) {
	w.para.heading, w.para.title = s.heading(), s.title
	w.para.look = look{size: w.styles.size, ground: w.ground}
	s.set(&w.para.look)
}

// item sets the mark of an item of a list: the list is the paragraph's own, or that of its style.
func (w *word) item(style, own wordStyle) {
	all := style.under(&own)
	switch {
	case own.written != "":
		w.para.mark, w.para.depth = mark(unsigned("", own.written)), all.level
	case all.list != "" && all.list != "0":
		w.para.mark, w.para.depth = w.lists.item(all.list, all.level)
	}
}

// run reads a run of words that are set in one way.
func (w *word) run(l look) {
	w.x.children(func(e element) {
		if e.name == "w:rPr" {
			var own wordStyle
			var style string
			w.x.children(func(e element) {
				if e.name == "w:rStyle" {
					style = e.attr("val")
					return
				}
				own.characterProperty(w.x, e)
			}, nil)
			w.styles.character(style).set(&l)
			own.set(&l)
			return
		}
		w.node(e, l)
	}, nil)
}

// control reads a content control, without what only asks to be filled in.
func (w *word) control(l look) {
	unfilled := false
	w.x.children(func(e element) {
		switch e.name {
		case "w:sdtPr":
			w.x.children(func(e element) {
				unfilled = unfilled || e.name == "w:showingPlcHdr" && on(e)
			}, nil)
		case "w:sdtContent":
			if !unfilled {
				w.x.children(func(e element) { w.node(e, l) }, nil)
			}
		}
	}, nil)
}

// hyperlink reads a link.
func (w *word) hyperlink(e element, l look) {
	if r := w.rels[e.attr("id")]; r.external {
		w.link(r.target)
	}
	w.link(e.attr("dest"))
	w.x.children(func(e element) { w.node(e, l) }, nil)
}

// inlineNote reads a note of Word 2003, which stands where its reference is.
func (w *word) inlineNote() {
	outer, para := w.flow, w.para
	reference, f := w.note()
	w.flow = f
	w.x.children(func(e element) { w.node(e, look{}) }, nil)
	w.flow, w.para = outer, para
	w.noted(reference, f)
	w.put(reference, look{})
}

// alternate reads the first of several writings of one thing that has words.
func (w *word) alternate(l look) {
	before, done := w.sheet.words, false
	w.x.children(func(e element) {
		if !done {
			w.x.children(func(e element) { w.node(e, l) }, nil)
			done = w.sheet.words > before
		}
	}, nil)
}
