package office

// column is a flow of RTF, where tables are told only by what paragraphs say of themselves and by where cells and rows end.
type column struct {
	flow    *flow
	done    []block
	tables  []rtfTable // that are open, innermost last
	first   bool       // the first page has headers of its own
	shades  []tint     // of the cells of the row, as it was defined
	unknown bool       // the ground of the words cannot be told
}

// mostNested is how many tables are read within each other: more are taken for one.
const mostNested = 6

// rtfTable is a table that is being read.
type rtfTable struct {
	rows [][]cell
	row  []cell
	cell cell
}

func newColumn(s *sheet, place string) *column { return &column{flow: &flow{sheet: s, place: place}} }

// ground is the ground of the cell that is being read.
func (c *column) ground(inTable bool) tint {
	if inTable {
		at := 0
		if len(c.tables) > 0 {
			at = len(c.tables[0].row)
		}
		if at < len(c.shades) {
			return c.shades[at]
		}
	}
	return tint{}
}

// level opens and closes tables until so many are open.
func (c *column) level(n int) {
	for len(c.tables) < n {
		c.tables = append(c.tables, rtfTable{})
	}
	for len(c.tables) > n {
		last := len(c.tables) - 1
		t := c.tables[last]
		c.tables = c.tables[:last]
		if len(t.cell) > 0 {
			t.row = append(t.row, t.cell)
		}
		if len(t.row) > 0 {
			t.rows = append(t.rows, t.row)
		}
		if len(t.rows) > 0 {
			c.add(block{rows: t.rows})
		}
	}
}

// add puts blocks where the words stand: into the cell that is open, or among the paragraphs.
func (c *column) add(blocks ...block) {
	to := &c.done
	if n := len(c.tables); n > 0 {
		to = (*[]block)(&c.tables[n-1].cell)
	}
	for _, b := range blocks {
		if n := len(*to); n == 0 || !b.blank() || !(*to)[n-1].blank() {
			*to = append(*to, b)
		}
	}
}

// end ends a paragraph in so many tables.
func (c *column) end(p paragraph, tables int) {
	c.level(tables)
	c.flow.end(p)
	c.add(c.flow.blocks...)
	c.flow.blocks = nil
}

// endCell ends a cell of the n-th table from outside.
func (c *column) endCell(n int) {
	if !c.flow.sheet.piece() {
		return
	}
	c.level(n)
	t := &c.tables[n-1]
	t.row = append(t.row, t.cell)
	t.cell = nil
}

// endRow ends a row of the n-th table from outside.
func (c *column) endRow(n int) {
	c.level(n)
	t := &c.tables[n-1]
	if len(t.cell) > 0 {
		t.row = append(t.row, t.cell)
	}
	if len(t.row) > 0 {
		t.rows = append(t.rows, t.row)
	}
	t.cell, t.row = nil, nil
}

// close ends everything and gives the blocks.
func (c *column) close() []block {
	if blocks := c.flow.close(); len(blocks) > 0 {
		c.add(blocks...)
	}
	c.level(0)
	return c.done
}

// inTables is how many tables the paragraph is in.
func (r *rtf) inTables() int {
	if !r.state.inTable && r.state.nested == 0 {
		return 0
	}
	return max(1, r.state.nested)
}

// paragraph ends the paragraph.
func (r *rtf) paragraph() {
	r.flush()
	if r.state.place == inText && r.state.column != nil {
		r.state.column.end(r.ended(), r.inTables())
	}
	r.state.item = nil
	for i := len(r.outer) - 1; i >= 0 && r.outer[i].column == r.state.column; i-- {
		r.outer[i].item = nil
	}
}

// ended is what is known of the paragraph that ends.
func (r *rtf) ended() paragraph {
	style := r.styles[r.state.paragraphIs]
	p := paragraph{heading: r.state.outline > 0 || style.outline > 0, title: style.title}
	if r.state.item != nil {
		p.mark, p.depth = mark(string(r.state.item.words)), r.state.depth
	}
	return p
}

// tableWord reads a control word of paragraphs, cells and rows.
func (r *rtf) tableWord(word string, n int) bool {
	c := r.state.column
	if r.state.place != inText || c == nil {
		switch word {
		case "par", "sect", "cell", "row", "nestcell", "nestrow", "trowd", "cellx", "clcbpat":
			return true
		}
		return false
	}
	switch word {
	case "par", "sect":
		r.paragraph()
	case "cell":
		r.cell(1)
	case "nestcell":
		r.cell(max(2, r.state.nested))
	case "row":
		c.endRow(1)
	case "nestrow":
		c.endRow(max(2, r.state.nested))
	case "trowd":
		c.shades, r.ground = nil, tint{}
	case "clcbpat":
		r.ground = r.tint(n)
	case "cellx":
		if len(c.shades) < 200 {
			c.shades = append(c.shades, r.ground)
		}
		r.ground = tint{}
	default:
		return false
	}
	return true
}

// cell ends a cell, and the paragraph in it unless it is empty.
func (r *rtf) cell(n int) {
	c := r.state.column
	if c.flow.line.Len()+c.flow.unseen.Len()+len(c.flow.after)+len(c.flow.before) > 0 {
		c.end(r.ended(), n)
	}
	r.state.item = nil
	c.endCell(n)
}
