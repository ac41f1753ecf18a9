package pdf

import (
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// sheet is an open page.
type sheet struct {
	lib    pdfium.Pdfium
	doc    references.FPDF_DOCUMENT
	form   references.FPDF_FORMHANDLE // "": the document has none
	page   references.FPDF_PAGE
	text   references.FPDF_TEXTPAGE
	number int // from 1

	bounds structs.FPDF_FS_RECTF // what is shown of it, in the page's own coordinates
	turn   int                   // quarter turns clockwise that a viewer makes
	width  float64               // as shown, in points
	height float64
	runs   []run    // in the order in which they are drawn, what annotations show last
	links  []string // where they lead
}

// box is a place on a page as it is shown: in points from its top left corner, y downwards.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) width() float64  { return b.x1 - b.x0 }
func (b box) height() float64 { return b.y1 - b.y0 }

// add is the smallest box around both.
func (b box) add(c box) box {
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

// run is a word, or the part of one that is drawn together.
type run struct {
	text  string
	box   box     // from the font's ascent to its descent: of one height in all words of a line that are set alike
	base  float64 // y of the line that it stands on, of a run with a turn of 1 to 3 along its line
	size  float64 // of the font as it is shown, in points
	turn  int     // which way its line runs: 0 to the right, 1 down, 2 to the left (upside down), 3 up; 4: askew
	first int     // the index of its first character in the text page; -1: not of the text page (a form's field)
	count int     // how many characters it has there
	space bool    // white space was drawn before it, or is meant to be there
}

// openSheet opens a page and reads its runs.
func openSheet(lib pdfium.Pdfium, doc references.FPDF_DOCUMENT, form references.FPDF_FORMHANDLE, index, chars int) (*sheet, error) {
	page, err := lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	s := &sheet{lib: lib, doc: doc, form: form, page: page.Page, number: index + 1}
	if err := s.measure(); err != nil {
		s.close()
		return nil, err
	}
	text, err := lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: s.ref()})
	if err != nil {
		s.close()
		return nil, err
	}
	s.text = text.TextPage
	if err := s.readRuns(chars); err != nil {
		s.close()
		return nil, err
	}
	if err := s.readMarks(); err != nil {
		s.close()
		return nil, err
	}
	if err := s.readAnnotations(); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// ref names the page in a question to PDFium.
func (s *sheet) ref() requests.Page { return requests.Page{ByReference: &s.page} }

func (s *sheet) close() {
	if s.text != "" {
		_, _ = s.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: s.text})
	}
	_, _ = s.lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: s.page})
}

// measure finds out which part of the page is shown, and which way up.
func (s *sheet) measure() error {
	bounds, err := s.lib.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: s.ref()})
	if err != nil {
		return err
	}
	turn, err := s.lib.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: s.ref()})
	if err != nil {
		return err
	}
	s.bounds = bounds.Rect
	s.width, s.height = float64(s.bounds.Right-s.bounds.Left), float64(s.bounds.Top-s.bounds.Bottom)
	switch turn.PageRotation {
	case enums.FPDF_PAGE_ROTATION_90_CW:
		s.turn = 1
	case enums.FPDF_PAGE_ROTATION_180_CW:
		s.turn = 2
	case enums.FPDF_PAGE_ROTATION_270_CW:
		s.turn = 3
	}
	if s.turn%2 == 1 {
		s.width, s.height = s.height, s.width
	}
	return nil
}

// shown turns a rectangle in the page's own coordinates into its place on the page as it is shown.
func (s *sheet) shown(r structs.FPDF_FS_RECTF) box {
	l, t, rt, b := float64(r.Left), float64(r.Top), float64(r.Right), float64(r.Bottom)
	left, top, right, bottom := float64(s.bounds.Left), float64(s.bounds.Top), float64(s.bounds.Right), float64(s.bounds.Bottom)
	var a box
	switch s.turn {
	case 0:
		a = box{l - left, top - t, rt - left, top - b}
	case 1:
		a = box{b - bottom, l - left, t - bottom, rt - left}
	case 2:
		a = box{right - rt, b - bottom, right - l, t - bottom}
	default:
		a = box{top - t, right - rt, top - b, right - l}
	}
	if a.x0 > a.x1 {
		a.x0, a.x1 = a.x1, a.x0
	}
	if a.y0 > a.y1 {
		a.y0, a.y1 = a.y1, a.y0
	}
	return a
}

// kinds is what there is on a page other than text.
type kinds uint8

const (
	drawings kinds = 1 << iota
	pictures
)

const maxLooked = 1000 // objects of a page of which the kind is looked up

func (s *sheet) kinds() kinds {
	n, err := s.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: s.ref()})
	if err != nil {
		return 0
	}
	var k kinds
	for i := range min(n.Count, maxLooked) {
		o, err := s.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: s.ref(), Index: i})
		if err != nil {
			continue
		}
		kind, err := s.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		switch {
		case err != nil || kind.Type == enums.FPDF_PAGEOBJ_TEXT: // white space, or letters that stand for nothing
		case kind.Type == enums.FPDF_PAGEOBJ_PATH || kind.Type == enums.FPDF_PAGEOBJ_SHADING:
			k |= drawings
		default:
			k |= pictures
		}
	}
	return k
}
