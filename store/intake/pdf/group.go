package pdf

import (
	"math"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// mended is the place of a character for which PDFium gives a wrong one, false for all others. Where a text says in words what
// its letters stand for (ActualText: browsers write it for Arabic, Devanagari, and some Chinese), and is part of a group of objects, the
// place is that inside of the group, which the group's own place and scale have still to be put upon. Such a character is told by its box,
// which is that of its ink.
func (s *sheet) mended(index int) (box, bool) {
	loose, err := s.lib.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: s.text, Index: index})
	if err != nil {
		return box{}, false
	}
	tight, err := s.lib.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: s.text, Index: index})
	if err != nil || float32(tight.Left) != loose.Rect.Left || float32(tight.Top) != loose.Rect.Top || float32(tight.Bottom) != loose.Rect.Bottom {
		return box{}, false
	}
	object, err := s.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: s.text, Index: index})
	if err != nil {
		return box{}, false
	}
	inside, err := s.lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object.TextObject})
	if err != nil {
		return box{}, false
	}
	page, err := s.lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: s.text, Index: index})
	if err != nil || same(inside.Matrix, page.Matrix) {
		return box{}, false
	}
	r := loose.Rect
	x0, y0, ok0 := regroup(float64(r.Left), float64(r.Bottom), inside.Matrix, page.Matrix)
	x1, y1, ok1 := regroup(float64(r.Right), float64(r.Top), inside.Matrix, page.Matrix)
	place := s.shown(structs.FPDF_FS_RECTF{Left: float32(min(x0, x1)), Right: float32(max(x0, x1)), Bottom: float32(min(y0, y1)), Top: float32(max(y0, y1))})
	return place, ok0 && ok1 && finite(place)
}

// same reports whether two matrices are nearly one: the text is in no group, or in one that is not moved.
func same(m, n structs.FPDF_FS_MATRIX) bool {
	near := func(a, b float32) bool { return math.Abs(float64(a-b)) < 0.01 }
	return near(m.A, n.A) && near(m.B, n.B) && near(m.C, n.C) && near(m.D, n.D) && near(m.E, n.E) && near(m.F, n.F)
}

// regroup moves a point as the group does that takes the matrix of a text from that inside the group to that on the page; false where
// there is no telling.
func regroup(x, y float64, inside, page structs.FPDF_FS_MATRIX) (float64, float64, bool) {
	a, b, c, d := float64(inside.A), float64(inside.B), float64(inside.C), float64(inside.D)
	det := a*d - b*c
	if math.Abs(det) < 1e-9 {
		return 0, 0, false
	}
	x, y = x-float64(inside.E), y-float64(inside.F)
	u, v := (x*d-y*c)/det, (y*a-x*b)/det // in the text's own measure
	return u*float64(page.A) + v*float64(page.C) + float64(page.E), u*float64(page.B) + v*float64(page.D) + float64(page.F), true
}
