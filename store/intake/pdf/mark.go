package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// What the looking for drawn bullets may cost.
const (
	maxWalked = 4000 // objects of a page
	maxMarks  = 400  // shapes of the size of bullets
	maxBeside = 5000 // runs of a page
)

// mark is a shape of the size of a bullet.
type mark struct {
	box
	dash bool
}

func (m mark) x() float64 { return (m.x0 + m.x1) / 2 }
func (m mark) y() float64 { return (m.y0 + m.y1) / 2 }

// readMarks adds a bullet to the runs for each that is drawn: browsers draw those of lists as discs, circles and squares, and no
// letter stands for them. A page that writes bullets is not looked at.
func (s *sheet) readMarks() error {
	if len(s.runs) == 0 || len(s.runs) > maxBeside || s.writesBullets() {
		return nil
	}
	marks, err := s.marks()
	if err != nil || len(marks) == 0 {
		return err
	}
	before := map[int]mark{} // the bullets of runs
	for _, m := range lone(marks) {
		if at := s.markedBy(m, marks); at >= 0 {
			before[at] = m
		}
	}
	if len(before) == 0 {
		return nil
	}
	runs := make([]run, 0, len(s.runs)+len(before))
	for i, r := range s.runs {
		if m, ok := before[i]; ok {
			runs = append(runs, run{text: string(bullet), box: m.box, base: r.base, size: r.size, first: -1, space: true})
			r.space = true
		}
		runs = append(runs, r)
	}
	s.runs = runs
	return nil
}

// writesBullets reports whether bullets stand before lines as letters.
func (s *sheet) writesBullets() bool {
	many := 0
	for i, r := range s.runs {
		if c, n := utf8.DecodeRuneInString(r.text); n == len(r.text) && point(c) && c != '·' && (i == 0 || math.Abs(s.runs[i-1].base-r.base) > 0.5*r.size) {
			if many++; many > 1 {
				return true
			}
		}
	}
	return false
}

// marks gives the shapes of the size of bullets, from the top of the page down.
func (s *sheet) marks() ([]mark, error) {
	n, err := s.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: s.ref()})
	if err != nil {
		return nil, err
	}
	if n.Count > maxWalked {
		return nil, nil
	}
	var out []mark
	for i := range n.Count {
		o, err := s.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: s.ref(), Index: i})
		if err != nil {
			return nil, err
		}
		kind, err := s.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err != nil {
			return nil, err
		}
		if kind.Type != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		if m, ok := s.mark(o.PageObject); ok {
			out = append(out, m)
		}
		if len(out) > maxMarks {
			return nil, nil // a chart, or a pattern
		}
	}
	slices.SortFunc(out, func(a, b mark) int { return cmp.Or(cmp.Compare(a.y0, b.y0), cmp.Compare(a.x0, b.x0)) })
	return slices.CompactFunc(out, func(a, b mark) bool { // a disc and its edge
		return math.Abs(a.x()-b.x()) < 0.5 && math.Abs(a.y()-b.y()) < 0.5
	}), nil
}

// The sizes of what may be a bullet, in points.
const (
	leastMark, mostMark = 1.2, 7
	leastDash, mostDash = 2, 9
	thinDash            = 1.5 // its height at most
)

// mark is an object of the page as a bullet, false where it is none: of another size or shape, or not drawn.
func (s *sheet) mark(o references.FPDF_PAGEOBJECT) (mark, bool) {
	b, err := s.lib.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return mark{}, false
	}
	m := mark{box: s.shown(structs.FPDF_FS_RECTF{Left: b.Left, Right: b.Right, Top: b.Top, Bottom: b.Bottom})}
	w, h := m.width(), m.height()
	m.dash = w >= leastDash && w <= mostDash && h <= thinDash && w > 2*h
	if !m.dash && (w < leastMark || w > mostMark || h < leastMark || h > mostMark || max(w, h) > 1.25*min(w, h)) {
		return mark{}, false
	}
	mode, err := s.lib.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil || mode.FillMode == enums.FPDF_FILLMODE_NONE && !mode.Stroke {
		return mark{}, false
	}
	if mode.FillMode != enums.FPDF_FILLMODE_NONE && !mode.Stroke {
		c, err := s.lib.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o})
		if err == nil && (c.FillColor.A < 25 || min(c.FillColor.R, c.FillColor.G, c.FillColor.B) > 245) {
			return mark{}, false
		}
	}
	return m, true
}

// lone is the marks without another beside them: rows of them are the stars of a skill, or a dotted line.
func lone(marks []mark) []mark {
	const near = 20 // points
	var out []mark
	for _, m := range marks {
		if !slices.ContainsFunc(marks, func(o mark) bool {
			return o != m && math.Abs(o.y()-m.y()) < 3 && (o.x0 > m.x1-0.5 && o.x0-m.x1 < near || m.x0 > o.x1-0.5 && m.x0-o.x1 < near)
		}) {
			out = append(out, m)
		}
	}
	return out
}

// markedBy gives the index of the run that a mark stands before as its bullet, -1 when there is none: it is level with the middle
// of the small letters, close to the first word of a line, and smaller than letters are.
func (s *sheet) markedBy(m mark, marks []mark) int {
	at, gap := -1, 0.0
	left := math.Inf(1) // how far the words before it are away
	for i, r := range s.runs {
		if r.turn != 0 || r.base < m.y0 || r.base > m.y1+r.size {
			continue
		}
		switch d := r.box.x0 - m.x1; {
		case r.box.x0 > m.x0:
			if at < 0 || d < gap {
				at, gap = i, d
			}
		default:
			left = min(left, m.x0-r.box.x1)
		}
	}
	if at < 0 {
		return -1
	}
	r := s.runs[at]
	if h := r.box.height(); r.size < 0.4*h || r.size > 3*h {
		return -1
	}
	high := (r.base - m.y()) / r.size
	if gap < 0.1*r.size || gap > max(20, 2*r.size) || high < 0.08 || high > 0.55 || m.height() > 0.6*r.size {
		return -1
	}
	several := slices.ContainsFunc(marks, func(o mark) bool {
		return o != m && math.Abs(o.x0-m.x0) < 0.7 && math.Abs(o.width()-m.width()) < 0.3 && math.Abs(o.y()-m.y()) > 0.8*r.size
	})
	if m.dash && !several || left < 0.8*r.size || left < 2.5*r.size && !several {
		return -1
	}
	return at
}
