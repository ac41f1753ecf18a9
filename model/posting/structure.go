package posting

import (
	"slices"
	"strings"

	"candid/model/pattern"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// kind is what a block is.
type kind uint8

const (
	paragraph kind = iota
	heading
	item
)

// The levels of headings below Markdown's own six.
const (
	boldLevel  = 7 // a paragraph that is all bold
	plainLevel = 8 // a line that only its words make a heading
	introLevel = 9 // words that lead on to a list, for as long as it is
)

// block is one piece of a posting, in the posting's order.
type block struct {
	kind  kind
	level int    // of a heading, 1 to plainLevel
	text  string // folded to one line
	head  string // of an item with a list inside it: the words above that list
	lines []line // of a paragraph, as they stand
	first int    // line of the posting, from 0
	end   int    // the line after the last
	link  bool   // a heading or a paragraph that is nothing but a link
}

// with is the block and the words of those after it.
func (b block) with(after []block) block {
	all := []string{b.text}
	if len(after) > 0 {
		b.head = b.text
	}
	for _, x := range after {
		all = append(all, x.text)
		b.end = x.end
	}
	b.text = strings.Join(all, " ")
	return b
}

// line is one line of a paragraph.
type line struct {
	text string
	at   int  // line of the posting, from 0
	bold bool // every letter of it
	lead bool // it begins with a name in bold, which a mark parts from its text
}

// document is a posting taken apart.
type document struct {
	stated facts             // what the source's format states; to be preferred to what the text says
	page   string            // a web page's own title, which may name the place beside the job
	front  map[string]string // the front matter's fields, by plainKey
	blocks []block
	parts  []section // the blocks under each heading
}

// read takes a cleaned text apart.
func read(source string) document {
	front, source := frontMatter(source)
	return document{front: front, blocks: blocksOf(source, 0)}
}

// blocksOf takes apart Markdown, or text laid out like it, whose first line is the posting's line at.
func blocksOf(source string, at int) []block {
	source, from := withMarks(source)
	for i := range from {
		from[i] += at
	}
	src := []byte(keepStars(source))
	md := goldmark.New(goldmark.WithExtensions(extension.Table))
	r := reader{src: src, starts: []int{0}, from: from}
	for i, c := range src {
		if c == '\n' {
			r.starts = append(r.starts, i+1)
		}
	}
	r.container(md.Parser().Parse(text.NewReader(src)))
	return plainLayout(r.blocks)
}

// reader walks Markdown's tree.
type reader struct {
	src    []byte
	starts []int // offset of each line
	from   []int // the posting's line of each
	blocks []block
}

func (r *reader) lineAt(offset int) int {
	i, found := slices.BinarySearch(r.starts, offset)
	if !found {
		i--
	}
	return r.from[i]
}

// container reads the blocks inside n.
func (r *reader) container(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			lines := r.inline(c)
			first, end := r.span(c)
			r.add(block{kind: heading, level: c.Level, text: joined(lines), first: first, end: end, link: onlyLink(c)})
		case *ast.List:
			from := len(r.blocks)
			r.list(c)
			r.join(from, c)
		case *ast.Blockquote:
			r.container(c)
		case *east.Table:
			r.table(c)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			r.code(c)
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(c)
		}
	}
}

func (r *reader) add(b block) {
	if b.text != "" {
		r.blocks = append(r.blocks, b)
	}
}

func (r *reader) paragraph(n ast.Node) {
	lines := r.inline(n)
	first, end := r.span(n)
	b := block{text: joined(lines), lines: lines, first: first, end: end, link: onlyLink(n)}
	if short(b.text) && !slices.ContainsFunc(lines, func(l line) bool { return !l.bold && l.text != "" }) {
		b.kind, b.level, b.lines = heading, boldLevel, nil
	}
	r.add(b)
}

// list reads a list's items. An item is one with the lists inside it, unless it heads them: then those are the items.
func (r *reader) list(n ast.Node) {
	for li := n.FirstChild(); li != nil; li = li.NextSibling() {
		if isPage(li) {
			r.container(li)
			continue
		}
		var lines []line
		var inner []ast.Node
		first, end := 0, 0
		for c := li.FirstChild(); c != nil; c = c.NextSibling() {
			switch c.(type) {
			case *ast.Paragraph, *ast.TextBlock:
				from, to := r.span(c)
				if len(lines) == 0 {
					first = from
				}
				end = to
				lines = append(lines, r.inline(c)...)
			case *ast.List:
				inner = append(inner, c)
			}
		}
		text := taskMark.ReplaceAllString(joined(lines), "")
		if len(inner) > 0 && (text == "" || headsList(text, r.above())) {
			r.add(block{kind: heading, level: plainLevel, text: text, first: first, end: end})
			for _, l := range inner {
				r.list(l)
			}
			continue
		}
		if len(inner) == 0 && headsItems(li, text, lines) {
			r.add(block{kind: heading, level: plainLevel, text: text, first: first, end: end})
			continue
		}
		b := block{kind: item, text: text, first: first, end: end}
		sub := reader{src: r.src, starts: r.starts, from: r.from}
		for _, l := range inner {
			sub.list(l)
		}
		r.add(b.with(sub.blocks))
	}
}

// above is what the last heading says.
func (r *reader) above() sense {
	for _, b := range slices.Backward(r.blocks) {
		if b.kind == heading {
			return senseOf(b.text)
		}
	}
	return unknown
}

// headsItems reports whether a list's item heads those after it: it is in bold or ends with a colon, and names a section.
func headsItems(li ast.Node, text string, lines []line) bool {
	bold := !slices.ContainsFunc(lines, func(l line) bool { return !l.bold && l.text != "" })
	return li.NextSibling() != nil && (bold || strings.HasSuffix(text, ":")) && short(text) && exactSense(text) != unknown
}

// isPage reports whether a list's item is no item but what a page put inside one: it has headings, or many paragraphs.
func isPage(li ast.Node) bool {
	const many = 5
	n := 0
	for c := li.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.(type) {
		case *ast.Heading, *east.Table:
			return true
		case *ast.Paragraph:
			n++
		}
	}
	return n >= many
}

// taskMark matches the box of a task before an item's words.
var taskMark = pattern.New(`^\[[ xX✓]?\] +`)

// join makes one item of a list's last and the list after it, when its words lead on to that list: its author meant to indent it.
func (r *reader) join(from int, n ast.Node) {
	before, ok := n.PreviousSibling().(*ast.List)
	if !ok || before.Marker == n.(*ast.List).Marker || from == 0 || from == len(r.blocks) {
		return
	}
	b := &r.blocks[from-1]
	if b.kind != item || !strings.HasSuffix(b.text, ":") || headsList(b.text, r.above()) {
		return
	}
	*b = b.with(r.blocks[from:])
	r.blocks = r.blocks[:from]
}

// tableRow is a row of a table, its cells by column, as they stand and empty ones, too.
type tableRow struct {
	cells      []string
	first, end int
	header     bool
}

// table reads a table's rows as lines of "first cell: other cells". A table whose columns say what is asked and what is welcome
// is read a column at a time.
func (r *reader) table(n ast.Node) {
	var rows []tableRow
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if row := r.row(c); row.end > 0 {
			rows = append(rows, row)
		}
	}
	if r.columns(rows) {
		return
	}
	for _, row := range rows {
		cells := slices.DeleteFunc(slices.Clone(row.cells), func(s string) bool { return s == "" })
		if len(cells) == 0 {
			continue
		}
		s := cells[0]
		if m := meaningOf(s); len(cells) > 1 && !row.header && m.exact && (m.sense == asks || m.sense == asksNice) && !m.weak {
			r.add(block{kind: heading, level: plainLevel, text: s, first: row.first, end: row.end})
			for _, c := range cells[1:] {
				r.add(block{text: c, lines: []line{{text: c, at: row.first}}, first: row.first, end: row.end})
			}
			continue
		}
		if len(cells) > 1 {
			s += ": " + strings.Join(cells[1:], ", ")
		}
		b := block{kind: item, text: s, first: row.first, end: row.end}
		if _, _, ok := field(s); row.header || ok {
			b = block{text: s, lines: []line{{text: s, at: row.first}}, first: row.first, end: row.end}
		}
		r.add(b)
	}
}

func (r *reader) row(n ast.Node) tableRow {
	_, header := n.(*east.TableHeader)
	row := tableRow{first: -1, header: header}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row.cells = append(row.cells, joined(r.inline(c)))
		if from, to := r.span(c); to > 0 {
			if row.first < 0 {
				row.first = from
			}
			row.end = to
		}
	}
	return row
}

// columns reads a table whose header names what is asked in one column and what is welcome in another, each as a list under its
// name, and reports whether it is one. The first cell of a row, if it is neither, says what the others are about.
func (r *reader) columns(rows []tableRow) bool {
	if len(rows) < 2 || !rows[0].header {
		return false
	}
	head := rows[0]
	named := askingColumns(head.cells)
	if named == nil {
		return false
	}
	for _, i := range named {
		r.add(block{kind: heading, level: plainLevel, text: head.cells[i], first: head.first, end: head.end})
		for _, row := range rows[1:] {
			if i >= len(row.cells) || row.cells[i] == "" {
				continue
			}
			s := row.cells[i]
			if about := row.cells[0]; named[0] > 0 && about != "" {
				s = about + ": " + s
			}
			r.add(block{kind: item, text: s, first: row.first, end: row.end})
		}
	}
	return true
}

// askingColumns is the columns of a table that say what is asked and what is welcome, by their names; nil where it has not
// both. The first says what the others are about where they do without it.
func askingColumns(names []string) []int {
	var all []int
	var has [gives + 1]int
	for i, s := range names {
		if sense := exactSense(s); sense == asks || sense == asksNice {
			all = append(all, i)
			has[sense]++
		}
	}
	switch {
	case has[asks] == 0 || has[asksNice] == 0:
		return nil
	case all[0] == 0 && has[exactSense(names[0])] > 1:
		return all[1:]
	default:
		return all
	}
}

// code reads what Markdown takes for code, which in a posting is indented text.
func (r *reader) code(n ast.Node) {
	var lines []line
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		lines = append(lines, line{text: fold(string(s.Value(r.src))), at: r.lineAt(s.Start)})
	}
	first, end := r.span(n)
	r.add(block{text: joined(lines), lines: lines, first: first, end: end})
}

// span is the lines of the posting that the block n stands in.
func (r *reader) span(n ast.Node) (first, end int) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return 0, 0
	}
	return r.lineAt(lines.At(0).Start), r.lineAt(lines.At(lines.Len()-1).Start) + 1
}
