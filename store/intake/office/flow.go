package office

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"candid/model/pattern"
)

// flow is a column of paragraphs and tables: the body, a header, a cell, a text box.
type flow struct {
	sheet  *sheet
	place  string // of its asides; "" counts paragraphs
	blocks []block

	line, unseen strings.Builder // the words of the paragraph that is being read
	pages        int             // numbers of pages in it
	before       []block         // boxes that stand above it
	after        []block         // and those below
	inside       int             // paragraphs that are open, where only they have words
}

// block is a paragraph or a table.
type block struct {
	lines   []string // of a paragraph; none: a blank line
	heading bool
	item    bool // of a list
	rows    [][]cell
}

func (b block) blank() bool { return b.lines == nil && b.rows == nil }

// cell is what a cell of a table holds.
type cell []block

// paragraph is what is known of a paragraph when it ends.
type paragraph struct {
	heading bool
	title   bool
	mark    string // "• ", "1. "
	depth   int    // of lists within each other, from 0
}

// page stands for the number of a page, which says nothing off its page.
const page = "\x01"

// fewPages is how many numbers of pages a paragraph has at most.
const fewPages = 20

// sub is a flow within this one.
func (f *flow) sub() *flow { return &flow{sheet: f.sheet, place: f.place} }

// text adds words to the paragraph.
func (f *flow) text(s string, l look) {
	if f.sheet.problem != nil || s == "" {
		return
	}
	if f.sheet.words += len(s); f.sheet.words > maxWords {
		f.sheet.problem = tooLong()
		return
	}
	if s == page {
		if f.pages++; f.pages > fewPages {
			return
		}
	}
	s = unsigned(l.font, s)
	blank := strings.TrimSpace(s) == ""
	switch {
	case l.seen(), blank && !l.hidden:
		f.line.WriteString(s)
		f.sheet.set(l.size, s, blank)
	case f.unseen.Len() > 0 || !blank:
		f.unseen.WriteString(s)
	}
}

// box puts the blocks of a text box above the paragraph that holds it, or below.
func (f *flow) box(blocks []block, above bool) {
	if above {
		f.before = append(f.before, blocks...)
	} else {
		f.after = append(f.after, blocks...)
	}
}

// end ends the paragraph.
func (f *flow) end(p paragraph) {
	unseen := strings.TrimSpace(f.unseen.String())
	var lines []string
	for line := range strings.SplitSeq(f.line.String(), "\n") {
		if line = tidy(line); line != "" {
			lines = append(lines, line)
		}
	}
	f.line.Reset()
	f.unseen.Reset()
	f.pages = 0
	f.sheet.ended()
	if (len(lines) > 0 || unseen != "") && f.place == "" {
		f.sheet.paragraphs++
	}
	if lettered(unseen) {
		f.sheet.conceal(f.place, tidy(unseen), len(lines) == 0)
	}
	if (len(lines) > 0 || unseen != "") && !f.sheet.piece() {
		return
	}
	f.blocks = append(f.blocks, f.before...)
	b := block{heading: p.heading || p.title, item: p.mark != ""}
	if len(lines) > 0 {
		if p.title {
			f.sheet.titles = append(f.sheet.titles, strings.Join(lines, " "))
		}
		b.lines = marked(lines, p)
		f.blocks = append(f.blocks, b)
	} else if n := len(f.blocks); unseen == "" && len(f.after) == 0 && (n == 0 || !f.blocks[n-1].blank()) {
		f.blocks = append(f.blocks, block{})
	}
	f.blocks = append(f.blocks, f.after...)
	f.before, f.after = nil, nil
}

// close ends what is open and gives the blocks.
func (f *flow) close() []block {
	if f.line.Len()+f.unseen.Len()+len(f.before)+len(f.after) > 0 {
		f.end(paragraph{})
	}
	blocks := f.blocks
	f.blocks = nil
	return blocks
}

// marked is the lines of an item of a list with its mark and indentation.
func marked(lines []string, p paragraph) []string {
	if p.mark == "" {
		return lines
	}
	indent := strings.Repeat("  ", min(p.depth, levels))
	if p.mark == bullet {
		lines[0] = strings.TrimPrefix(lines[0], bullet)
	}
	for i := range lines {
		if i == 0 {
			lines[i] = indent + p.mark + lines[i]
		} else {
			lines[i] = indent + strings.Repeat(" ", utf8.RuneCountInString(p.mark)) + lines[i]
		}
	}
	return lines
}

// gap is what stands in the place of a tab, so that what is parted stays apart.
const gap = "   "

// typed is the signs that people type for bullets.
const typed = "•·▪●◦‣∙■□○❖➢➤►▶✓✔✗-–—*"

var (
	tabs        = pattern.New(` *\t[ \t]*`)
	typedNumber = pattern.New(`^((?:[0-9]{1,2}|[A-Za-z])[.)])[ \t]*\t[ \t]*`)
	pageWord    = pattern.New(`(?i)[\s|/·•,–—-]*(?:\b(?:page|seite|página|pagina|sida|side|strona|стр\.?|страница|p\.)\s*)?` + page +
		`(?:\s*(?:/|\||of|von|de|di|sur|av|af|van|z|из)\s*` + page + `)?[\s|/·•,–—-]*`)
)

// tidy is a line without the white space around it, with gaps in the places of tabs, and a bullet in that of a sign typed for
// one.
func tidy(line string) string {
	if strings.Contains(line, page) {
		line = pageWord.ReplaceAllString(line, " ")
	}
	line = strings.TrimFunc(line, unicode.IsSpace)
	if strings.Contains(line, "\t") || strings.HasPrefix(line, "•") {
		first, n := utf8.DecodeRuneInString(line)
		rest := line[n:]
		words := strings.TrimLeft(rest, " \t\u00a0")
		if strings.ContainsRune(typed, first) && words != "" && (first == '•' || words != rest && strings.ContainsRune(rest[:len(rest)-len(words)], '\t')) {
			line = bullet + words
		}
		line = typedNumber.ReplaceAllString(line, "$1 ")
		line = tabs.ReplaceAllString(line, gap)
	}
	return line
}
