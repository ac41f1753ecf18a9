package office

// table reads a table, and puts it into the flow.
func (w *word) table() {
	ground := w.ground
	var rows [][]cell
	w.x.children(func(e element) { w.tableNode(e, &rows) }, nil)
	w.ground = ground
	if len(rows) > 0 {
		w.flow.blocks = append(w.flow.blocks, block{rows: rows})
	}
}

func (w *word) tableNode(e element, rows *[][]cell) {
	switch e.name {
	case "w:tblPr":
		w.x.children(func(e element) {
			switch e.name {
			case "w:tblStyle":
				if w.styles.shaded(e.attr("val")) {
					w.ground = tint{} // by row and column, which are not followed here
				}
			case "w:shd":
				setShade(&w.ground, e)
			}
		}, nil)
	case "w:tr":
		row, deleted := w.row()
		if !deleted {
			*rows = append(*rows, row)
		}
	case "w:tblGrid", "w:del", "w:moveFrom":
	case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "aml:annotation", "aml:content":
		w.x.children(func(e element) { w.tableNode(e, rows) }, nil)
	}
}

func (w *word) row() (row []cell, deleted bool) {
	var node func(e element)
	node = func(e element) {
		switch e.name {
		case "w:trPr":
			w.x.children(func(e element) { deleted = deleted || e.name == "w:del" }, nil)
		case "w:tc":
			row = append(row, w.cell())
		case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "aml:annotation", "aml:content":
			w.x.children(node, nil)
		}
	}
	w.x.children(node, nil)
	return row, deleted
}

func (w *word) cell() cell {
	if !w.sheet.piece() {
		return nil
	}
	ground, outer, para := w.ground, w.flow, w.para
	w.flow = outer.sub()
	w.x.children(func(e element) {
		if e.name == "w:tcPr" {
			w.x.children(func(e element) {
				if e.name == "w:shd" {
					setShade(&w.ground, e)
				}
			}, nil)
			return
		}
		w.node(e, look{ground: w.ground})
	}, nil)
	blocks := w.flow.close()
	w.ground, w.flow, w.para = ground, outer, para
	return blocks
}

// section reads which headers and footers the pages of a section have.
func (w *word) section() {
	type margin struct{ kind, which, id string }
	var all []margin
	first := false
	w.x.children(func(e element) {
		switch e.name {
		case "w:headerReference":
			all = append(all, margin{"header", e.attr("type"), e.attr("id")})
		case "w:footerReference":
			all = append(all, margin{"footer", e.attr("type"), e.attr("id")})
		case "w:hdr":
			w.inlineMargin("header")
		case "w:ftr":
			w.inlineMargin("footer")
		case "w:titlePg":
			first = on(e)
		}
	}, nil)
	for _, which := range []string{"first", "default", "even"} {
		for _, m := range all {
			if m.which == which && (which == "default" || which == "first" && first || which == "even" && w.mirror) {
				w.margin(m.id, m.kind, w.rels)
			}
		}
	}
}

// inlineMargin reads a header or footer of Word 2003, which stands where its section ends.
func (w *word) inlineMargin(kind string) {
	outer, para, fields := w.flow, w.para, w.fields
	w.flow, w.fields = &flow{sheet: w.sheet, place: kind}, nil
	w.x.children(func(e element) { w.node(e, look{}) }, nil)
	w.keepMargin(w.flow.close(), kind)
	w.flow, w.para, w.fields = outer, para, fields
}
