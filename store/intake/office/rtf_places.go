package office

import "strings"

// destination reads a control word that says what the words of its group are.
func (r *rtf) destination(word string, n int) bool {
	s := &r.state
	switch word {
	case "fonttbl":
		s.place = inFonts
	case "colortbl":
		s.place = inColours
	case "stylesheet":
		s.place, r.name = inStyles, nil
	case "info", "pict", "objdata", "objclass", "objname", "listtable", "listoverridetable", "generator", "xmlnstbl", "rsidtbl", "revtbl", "themedata",
		"colorschememapping", "datastore", "latentstyles", "filetbl", "nonshppict", "shppict", "shprslt", "sp", "annotation", "atnid", "atnauthor", "atrfstart",
		"atrfend", "xe", "tc", "tcn", "bkmkstart", "bkmkend", "pn", "pnseclvl", "panose", "falt", "fname", "nonesttables", "ud", "upr", "template",
		"ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "private", "userprops", "passwordhash", "docvar", "mmathPr",
		"mrPr", "mctrlPr", "objalias", "objsect", "background", "wgrffmtfilter", "fldtype", "ffname", "formfield", "datafield",
		"linkval", "staticval", "propname", "keywords", "doccomm", "picprop", "blipuid", "bliptag", "factoidname", "protusertbl", "mailmerge":
		s.place = inNothing
	case "field", "fldrslt", "result", "shp", "shpgrp", "object", "moMath", "moMathPara", "shpinst", "do", "nesttableprops", "mmath":
	case "fldinst":
		s.place, s.instruction = inInstruction, &typedWords{}
		words := s.instruction
		s.end = func() { r.field(string(words.words)) }
	case "listtext", "pntext":
		s.place, s.item = inMark, &typedWords{}
	case "shptxt", "dptxbxtext":
		r.box()
	case "header", "headerr", "headerl", "headerf":
		r.margin("header", word == "headerl" && !r.facing || word == "headerf" && !s.column.first)
	case "footer", "footerr", "footerl", "footerf":
		r.margin("footer", word == "footerl" && !r.facing || word == "footerf" && !s.column.first)
	case "footnote":
		r.footnote()
	default:
		return false
	}
	s.starred = false
	return true
}

// field takes what the instruction of a field says: a link, or a number of pages, whose result is left out.
func (r *rtf) field(words string) {
	r.link(linkOf(words))
	if paged(words) && len(r.outer) > 0 {
		field := &r.outer[len(r.outer)-1]
		if field.place == inText {
			place := field.column
			place.flow.text(page, look{})
			field.place = inNothing
		}
	}
}

// within reads the rest of the group into a column of its own.
func (r *rtf) within(place string, end func(c *column)) {
	if r.state.place != inText || r.state.column == nil {
		r.state.place = inNothing
		return
	}
	c := newColumn(r.sheet, place)
	c.first = r.state.column.first
	s := &r.state
	s.column, s.inTable, s.nested, s.below, s.item, s.outline, s.paragraphIs = c, false, 0, 0, nil, 0, 0
	s.end = func() {
		if c.flow.line.Len()+c.flow.unseen.Len() > 0 {
			r.paragraph()
		}
		end(c)
	}
}

// box reads a text box, which stands below the paragraph that it is anchored in.
func (r *rtf) box() {
	outer := r.state.column
	if outer == nil {
		return
	}
	r.within(outer.flow.place, func(c *column) { outer.flow.box(c.close(), false) })
	if r.state.column != nil {
		r.state.column.unknown = true
	}
}

// margin reads a header or footer.
func (r *rtf) margin(kind string, unused bool) {
	if unused {
		r.state.place = inNothing
		return
	}
	r.within(kind, func(c *column) {
		blocks := c.close()
		words := kind + strings.Join(render(blocks), "\n")
		if words == kind || r.seen[words] {
			return
		}
		r.seen[words] = true
		if kind == "header" {
			r.head = append(r.head, blocks...)
		} else {
			r.foot = append(r.foot, blocks...)
		}
	})
}

// footnote reads a note, whose reference stands where it is.
func (r *rtf) footnote() {
	outer := r.state.column
	if outer == nil || r.state.place != inText {
		r.state.place = inNothing
		return
	}
	reference, f := r.note()
	outer.flow.text(reference, look{})
	r.within(f.place, func(c *column) {
		f.blocks = c.close()
		r.noted(reference, f)
	})
}
