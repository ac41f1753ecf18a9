// Package pdftest makes PDFs for tests: pages with words in given places, and damaged copies of them.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// The size of a page, in points, where none is given: A4.
const (
	Width  = 595
	Height = 842
)

// Doc is a document in the making. The zero value has no pages.
type Doc struct {
	Pages    []*Page
	User     string // the password that opens it; with Locked it may be empty, as in "protected" files
	Locked   bool   // encrypted
	Producer string
}

// Page is one page. Places are in points from its top left corner; text stands on its y.
type Page struct {
	Width, Height float64 // of the medium
	Rotate        int     // degrees clockwise that a viewer turns it
	content       bytes.Buffer
	unicode       bool
	images        []image
	links         []link
	fields        []field
}

type image struct {
	width, height int
	grey          []byte
}

type link struct {
	x0, y0, x1, y1 float64
	uri            string
}

type field struct {
	x0, y0, x1, y1 float64
	name, value    string
	flags          int
}

// Page adds a page.
func (d *Doc) Page() *Page {
	p := &Page{Width: Width, Height: Height}
	d.Pages = append(d.Pages, p)
	return p
}

// Fonts that text can be set in.
const (
	Sans  = "F1" // Helvetica
	Bold  = "F2" // Helvetica-Bold, as wide as Sans
	Serif = "F3" // Times, set as wide as Sans
	Mono  = "F4" // Courier
	Sign  = "F6" // Symbol
	Icons = "F7" // a font of icons, drawn as wide as Sans
	Dings = "F8" // Wingdings, as wide as Sans
)

// Text sets words in Sans.
func (p *Page) Text(x, y, size float64, words string) { p.Set(Sans, x, y, size, words) }

// Set sets words in a font, in Windows-1252.
func (p *Page) Set(font string, x, y, size float64, words string) {
	fmt.Fprintf(&p.content, "BT /%s %.2f Tf 1 0 0 1 %.2f %.2f Tm %s Tj ET\n", font, size, x, p.Height-y, literal(latin(words)))
}

// Turned sets words on a line that is turned by quarters of a circle, clockwise.
func (p *Page) Turned(quarters int, x, y, size float64, words string) {
	turn := [4]string{"1 0 0 1", "0 -1 1 0", "-1 0 0 -1", "0 1 -1 0"}[quarters&3]
	fmt.Fprintf(&p.content, "BT /%s %.2f Tf %s %.2f %.2f Tm %s Tj ET\n", Sans, size, turn, x, p.Height-y, literal(latin(words)))
}

// Unicode sets any characters, in a font in which each is half as wide as the size, from left to right.
func (p *Page) Unicode(x, y, size float64, characters string) {
	p.unicode = true
	var hex strings.Builder
	for _, r := range characters {
		fmt.Fprintf(&hex, "%04X", r&0xffff)
	}
	fmt.Fprintf(&p.content, "BT /F5 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n", size, x, p.Height-y, hex.String())
}

// Colour is that of the text and rectangles that follow, red, green and blue from 0 to 1.
func (p *Page) Colour(r, g, b float64) {
	fmt.Fprintf(&p.content, "%.3f %.3f %.3f rg\n", r, g, b)
}

// Mode is how the text that follows is drawn: 0 filled, 3 not at all.
func (p *Page) Mode(mode int) { fmt.Fprintf(&p.content, "%d Tr\n", mode) }

// Spread sets how much is added after each letter of the text that follows, in points.
func (p *Page) Spread(points float64) { fmt.Fprintf(&p.content, "%.2f Tc\n", points) }

// Fill draws a rectangle.
func (p *Page) Fill(x, y, width, height float64) {
	fmt.Fprintf(&p.content, "%.2f %.2f %.2f %.2f re f\n", x, p.Height-y-height, width, height)
}

// Disc draws a filled circle.
func (p *Page) Disc(x, y, radius float64) { p.circle(x, y, radius, "f") }

// Circle draws a hollow circle.
func (p *Page) Circle(x, y, radius float64) { p.circle(x, y, radius, "S") }

func (p *Page) circle(x, y, r float64, paint string) {
	const k = 0.5523 // how far the handles of a quarter of a circle reach, in its radius
	y = p.Height - y
	fmt.Fprintf(&p.content, "%.2f %.2f m", x+r, y)
	for _, q := range [][6]float64{{1, k, k, 1, 0, 1}, {-k, 1, -1, k, -1, 0}, {-1, -k, -k, -1, 0, -1}, {k, -1, 1, -k, 1, 0}} {
		for i := range 3 {
			fmt.Fprintf(&p.content, " %.2f %.2f", x+r*q[2*i], y+r*q[2*i+1])
		}
		p.content.WriteString(" c")
	}
	p.content.WriteString(" h " + paint + "\n")
}

// Image draws a picture of grey pixels, row by row.
func (p *Page) Image(x, y, width, height float64, columns, rows int, grey []byte) {
	p.images = append(p.images, image{columns, rows, grey})
	fmt.Fprintf(&p.content, "q %.2f 0 0 %.2f %.2f %.2f cm /I%d Do Q\n", width, height, x, p.Height-y-height, len(p.images))
}

// Raw adds operators as they are.
func (p *Page) Raw(operators string) { p.content.WriteString(operators + "\n") }

// Link makes a rectangle lead somewhere.
func (p *Page) Link(x0, y0, x1, y1 float64, uri string) {
	p.links = append(p.links, link{x0, p.Height - y1, x1, p.Height - y0, uri})
}

// Field adds a field of a form with a value that was filled in, and nothing that draws it. Flags are those of an annotation:
// 4 printed, 2 hidden.
func (p *Page) Field(x0, y0, x1, y1 float64, name, value string, flags int) {
	p.fields = append(p.fields, field{x0, p.Height - y1, x1, p.Height - y0, name, value, flags})
}

// Measure is how wide words are in Sans, in points.
func Measure(words string, size float64) float64 {
	sum := 0
	for _, c := range latin(words) {
		sum += widthOf(c)
	}
	return float64(sum) * size / 1000
}

// widthOf is the width of a character of Helvetica in thousandths of the size.
func widthOf(c byte) int {
	if c < ' ' || c > '~' {
		return 556
	}
	return widths[c-' ']
}

var widths = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// latin is words in Windows-1252, as far as it reaches.
func latin(words string) []byte {
	var out []byte
	for _, r := range words {
		switch {
		case r < 0x80 || r >= 0xa0 && r < 0x100:
			out = append(out, byte(r))
		case r == '•':
			out = append(out, 0x95)
		case r == '–':
			out = append(out, 0x96)
		case r == '’':
			out = append(out, 0x92)
		default:
			out = append(out, '?')
		}
	}
	return out
}

// literal is bytes as a string of PDF.
func literal(b []byte) string {
	var s strings.Builder
	s.WriteByte('(')
	for _, c := range b {
		switch c {
		case '(', ')', '\\':
			s.WriteByte('\\')
			s.WriteByte(c)
		case '\r':
			s.WriteString(`\r`)
		case '\n':
			s.WriteString(`\n`)
		default:
			s.WriteByte(c)
		}
	}
	s.WriteByte(')')
	return s.String()
}
