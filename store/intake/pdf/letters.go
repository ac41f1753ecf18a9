package pdf

import (
	"image/color"

	"candid/store/intake/content"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// tiny reports whether a run is smaller than a person can read: by its size, or squeezed to a fraction of its width, as words
// are that stand in the place of a sign.
func (s *sheet) tiny(r run) bool {
	along := s.along(r.box, r.turn)
	long, high := along.width(), along.height()
	if high > 2*r.size { // lines that run askew, or downwards letter by letter
		long = max(long, high)
	}
	return r.size < content.SmallestSize || long <= 0 || high <= 0 || long < content.SmallestSize/16*float64(r.count)
}

// off reports whether a box is outside of what is shown of the page.
func (s *sheet) off(b box) bool {
	return b.x1 <= 0 || b.y1 <= 0 || b.x0 >= s.width || b.y0 >= s.height
}

// ink is the smallest box around the letters of a run as they are drawn; false when there are none to draw. PDFium gives a
// letter that its font lacks a box of next to no height.
func (s *sheet) ink(r run) (box, bool) {
	var all box
	for i := r.first; i < r.first+r.count; i++ {
		c, err := s.lib.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: s.text, Index: i})
		if err != nil {
			continue
		}
		b := s.shown(structs.FPDF_FS_RECTF{Left: float32(c.Left), Top: float32(c.Top), Right: float32(c.Right), Bottom: float32(c.Bottom)})
		switch least := r.size / 100; {
		case b.width() < least || b.height() < least || !finite(b):
		case b.x0 > r.box.x1 || b.x1 < r.box.x0 || b.y0 > r.box.y1 || b.y1 < r.box.y0: // see mended
		case all == box{}:
			all = b
		default:
			all = all.add(b)
		}
	}
	if all == (box{}) {
		return r.box, false
	}
	return all, true
}

// objects is the objects of the page that a run's letters belong to; one may be named more than once.
func (s *sheet) objects(r run) []references.FPDF_PAGEOBJECT {
	var all []references.FPDF_PAGEOBJECT
	for i := r.first; i < r.first+r.count; i++ {
		if o, err := s.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: s.text, Index: i}); err == nil {
			all = append(all, o.TextObject)
		}
	}
	return all
}

// mode is how the first letter of a run is drawn.
func (s *sheet) mode(r run) enums.FPDF_TEXT_RENDERMODE {
	o, err := s.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: s.text, Index: r.first})
	if err != nil {
		return enums.FPDF_TEXTRENDERMODE_UNKNOWN
	}
	mode, err := s.lib.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: o.TextObject})
	if err != nil {
		return enums.FPDF_TEXTRENDERMODE_UNKNOWN
	}
	return mode.TextRenderMode
}

// lacks reports whether the first letter of a run is of a font that is not in the file.
func (s *sheet) lacks(r run) bool {
	o, err := s.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: s.text, Index: r.first})
	if err != nil {
		return false
	}
	font, err := s.lib.FPDFTextObj_GetFont(&requests.FPDFTextObj_GetFont{PageObject: o.TextObject})
	if err != nil {
		return false
	}
	in, err := s.lib.FPDFFont_GetIsEmbedded(&requests.FPDFFont_GetIsEmbedded{Font: font.Font})
	return err == nil && !in.IsEmbedded
}

// transparent reports whether a run is drawn in a colour of no opacity.
func (s *sheet) transparent(r run) bool {
	c, err := s.lib.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: s.text, Index: r.first})
	return err == nil && c.A == 0
}

// stated reports whether a run could be seen, were it drawn in the colour that is stated for it on what the picture shows in its place.
func (s *sheet) stated(r run, p picture) bool {
	c, err := s.lib.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: s.text, Index: r.first})
	x0, y0, x1, y1 := p.area(r.box)
	if err != nil || x0 >= x1 || y0 >= y1 {
		return err != nil
	}
	ground := p.colour(((y0+y1)/2*p.width + (x0+x1)/2) * 4)
	return content.Contrasts(color.NRGBA{uint8(c.R), uint8(c.G), uint8(c.B), uint8(c.A)}, ground)
}
