package office

import (
	"bytes"
	"fmt"

	"candid/store/intake/content"
)

// RTF reads a document in Rich Text Format. The error is a *model.Problem.
func RTF(b []byte) (content.Document, error) {
	if i := bytes.Index(b[:min(len(b), 1024)], []byte(`{\rtf`)); i > 0 {
		b = b[i:]
	} else if i < 0 {
		return content.Document{}, refuse("no RTF document: it does not begin as one", saveAnew)
	}
	r := &rtf{b: b, sheet: &sheet{}, fonts: map[int]rtfFont{}, styles: map[int]rtfStyle{}, seen: map[string]bool{}, page: codePage(1252)}
	if bytes.Contains(b, []byte(`\shpfblwtxt1`)) {
		r.beneath = true
	}
	r.body = newColumn(r.sheet, "")
	r.state = rtfState{column: r.body, skipped: 1, size: 12}
	r.read()
	if r.problem != nil {
		return content.Document{}, r.problem
	}
	r.sheet.body = r.body.close()
	return r.document()
}

// rtf is an RTF document while it is read.
type rtf struct {
	*sheet
	b     []byte
	at    int
	marks int // control words and groups so far

	state rtfState
	outer []rtfState // the groups that are open around it
	body  *column
	raw   []byte // characters that are not decoded yet
	pass  int    // characters that stand for those that were in Unicode
	high  rune   // the first half of a pair of UTF-16
	page  encoding

	fonts   map[int]rtfFont
	font    int // whose entry of the table is being read
	colours []tint
	colour  rgb
	styles  map[int]rtfStyle
	style   int
	name    []byte // of the style or font that is being read
	beneath bool   // something may lie behind the words
	facing  bool   // even pages have headers of their own
	seen    map[string]bool
	ground  tint // of the next cell that is defined
}

// rgb is an entry of the table of colours that is being read.
type rgb struct {
	r, g, b uint8
	said    bool
}

// rtfFont is a font of the table.
type rtfFont struct {
	name string
	page encoding // the zero value: as the document
	said bool
}

// rtfStyle is what the name and level of a style say.
type rtfStyle struct {
	outline int // 1 to 9; 0: no heading
	title   bool
}

// place is what the characters of a group are.
type place uint8

const (
	inText place = iota
	inNothing
	inFonts
	inColours
	inStyles
	inInstruction
	inMark
)

// rtfState is what a group inherits from the one around it.
type rtfState struct {
	place   place
	starred bool   // a destination follows that may be passed over
	end     func() // when the group ends
	column  *column
	skipped int // characters that stand for one in Unicode

	font        int
	size        float64 // in points
	hidden      bool
	deleted     bool
	ink         int // in the table of colours; 0: black or white, whichever can be read
	ground      int // of the letters
	below       int // of the paragraph
	outline     int
	paragraphIs int         // its style
	inTable     bool        // the paragraph is in a table
	nested      int         // in how many, within each other
	depth       int         // of lists
	instruction *typedWords // of the innermost field
	item        *typedWords // the mark of the paragraph
}

// typedWords is words that are read for what they say, not for the page.
type typedWords struct{ words []byte }

// read reads the document to its end.
func (r *rtf) read() {
	for r.at < len(r.b) && r.problem == nil && r.sheet.problem == nil {
		switch r.b[r.at] {
		case '{', '}', '\\':
			if r.marks++; r.marks > 4*maxMarks {
				r.problem = tooMuch()
				return
			}
		}
		switch r.b[r.at] {
		case '{':
			r.open()
		case '}':
			r.closeGroup()
			if len(r.outer) == 0 {
				return
			}
		case '\\':
			r.control()
		case '\r', '\n', 0:
			r.at++
		default:
			r.plain()
		}
	}
	if r.problem == nil && r.sheet.problem == nil {
		r.flush()
		r.problem = refuse(fmt.Sprintf("damaged: it breaks off at byte %d, in the middle of the document", len(r.b)), sendAgain)
	}
}

func (r *rtf) open() {
	r.flush()
	r.at++
	r.pass = 0
	if len(r.outer) >= maxDepth {
		r.problem = tooDeep()
		return
	}
	r.outer = append(r.outer, r.state)
	r.state.end, r.state.starred = nil, false
	if r.state.place == inStyles {
		r.style, r.name = 0, nil
	}
}

func (r *rtf) closeGroup() {
	r.flush()
	r.at++
	r.pass = 0
	if r.state.end != nil {
		r.state.end()
	}
	if r.state.place == inStyles {
		r.styled()
	}
	n := len(r.outer)
	if n == 0 {
		return
	}
	mark := r.state.item
	r.state = r.outer[n-1]
	r.outer = r.outer[:n-1]
	if mark != nil && r.state.place == inText { // it is the paragraph's, whichever group it stands in
		r.state.item = mark
	}
}

// plain reads characters up to the next sign that means something.
func (r *rtf) plain() {
	s := r.b[r.at:]
	if n := bytes.IndexAny(s, "{}\\\r\n\x00"); n >= 0 {
		s = s[:n]
	}
	r.at += len(s)
	n := min(r.pass, len(s))
	r.pass -= n
	r.bytes(s[n:])
}

// bytes takes characters in the code page of their font.
func (r *rtf) bytes(s []byte) {
	switch r.state.place {
	case inText, inMark:
		r.raw = append(r.raw, s...)
		if len(r.raw) > 1<<16 {
			r.flush()
		}
	case inInstruction:
		if i := r.state.instruction; i != nil && len(i.words) < 4096 {
			i.words = append(i.words, s...)
		}
	case inFonts, inStyles:
		for _, c := range s {
			if c == ';' && r.state.place == inFonts {
				r.fontNamed()
			} else if len(r.name) < 200 {
				r.name = append(r.name, c)
			}
		}
	case inColours:
		for _, c := range s {
			if c == ';' {
				r.coloured()
			}
		}
	}
}

// flush decodes the characters that have come, and adds them.
func (r *rtf) flush() {
	if len(r.raw) == 0 {
		return
	}
	raw := r.raw
	r.raw = r.raw[:0]
	font := r.fonts[r.state.font]
	page := r.page
	if font.said {
		page = font.page
	}
	if page.signs {
		words := make([]rune, 0, len(raw))
		for _, c := range raw {
			if c > ' ' {
				words = append(words, signs+rune(c))
			} else {
				words = append(words, rune(c))
			}
		}
		r.text(string(words))
		return
	}
	r.text(page.decode(raw))
}

// text adds words.
func (r *rtf) text(s string) {
	switch {
	case r.state.place == inMark:
		if i := r.state.item; i != nil && len(i.words) < 200 {
			i.words = append(i.words, unsigned(r.fonts[r.state.font].name, s)...)
			if lettered(s) || len(i.words) > 0 {
				return
			}
			i.words = append(i.words, bullet...) // an ornament
		}
	case r.state.place != inText || r.state.deleted || r.state.column == nil:
	default:
		r.state.column.flow.text(s, r.look())
	}
}

// look is how the words are set.
func (r *rtf) look() look {
	l := look{hidden: r.state.hidden, size: r.state.size, ink: r.tint(r.state.ink), ground: paper, font: r.fonts[r.state.font].name}
	if r.beneath || r.state.column.unknown {
		l.ground = tint{}
	}
	if c := r.state.column.ground(r.state.inTable); c.known {
		l.ground = c
	}
	if c := r.tint(r.state.below); c.known {
		l.ground = c
	}
	if c := r.tint(r.state.ground); c.known {
		l.ground = c
	}
	return l
}

// tint is an entry of the table of colours.
func (r *rtf) tint(n int) tint {
	if n <= 0 || n >= len(r.colours) {
		return tint{}
	}
	return r.colours[n]
}

// symbol adds words that have a name of their own.
func (r *rtf) symbol(s string) {
	r.flush()
	if r.pass > 0 {
		r.pass--
		return
	}
	r.text(s)
}
