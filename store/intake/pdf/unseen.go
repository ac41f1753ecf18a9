package pdf

import (
	"unicode"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// What the looking may cost.
const (
	coarse = 1.0 // pixels a point of the first picture: enough for nearly every word
	fine   = 3.0 // of the second, for the words that the first leaves in doubt

	maxObjects = 10_000 // on a page, a letter each is 5,000; PDFium's names for them stay in memory until the reader is renewed
	maxLayers  = 3      // pictures for words that stand upon each other
)

// unseen tells of each run of a page whether a person looking at the page cannot see it: smaller than letters can be, off the
// page, or without a trace in the picture. The trace is told by taking the text away: where the picture of the page with its
// text and the one without are the same, nobody sees the text, be it white on white, covered, clipped, transparent, or of a
// layer that is off; and where they differ it is seen, whatever its colour is said to be. Words that stand upon each other
// are drawn apart for it.
//
// The layer of text that OCR lays behind or before a scan leaves no trace either, yet its words are seen: the scan shows them.
// It is told by three things together: it is most of the page's text; the picture has marks where its words are; and it has
// few elsewhere, as between lines, which a photograph over hidden words does not.
func unseen(s *sheet) ([]bool, error) {
	l := look{s: s, hidden: make([]bool, len(s.runs))}
	if len(s.runs) == 0 || s.width < 1 || s.height < 1 {
		return l.hidden, nil
	}
	if err := l.first(); err != nil {
		return nil, err
	}
	if len(l.doubt) > 0 {
		if err := l.second(); err != nil {
			return nil, err
		}
	}
	l.follow()
	return l.hidden, nil
}

// look is what is known of the runs of a page.
type look struct {
	s      *sheet
	hidden []bool
	faint  []bool                       // of each run: the first picture shows no clear trace of it
	doubt  []int                        // the runs to look at closely
	layer  map[int]int                  // of runs that stand upon others: which of them are drawn together
	texts  []references.FPDF_PAGEOBJECT // the objects of the page that are text
	crowd  bool                         // there are too many of them
}

// first tells what is hidden by its size and place, and takes a coarse picture of the page for the rest.
func (l *look) first() error {
	s := l.s
	with, err := s.picture(coarse)
	if err != nil {
		return err
	}
	if err := l.find(); err != nil {
		return err
	}
	if err := l.draw(false, l.texts); err != nil {
		return err
	}
	without, err := l.without(coarse)
	if err != nil {
		return err
	}
	l.layer = overlaps(s.runs)
	l.faint = make([]bool, len(s.runs))
	for i, r := range s.runs {
		_, upon := l.layer[i]
		l.faint[i] = !clear(with, without, r)
		switch {
		case r.first < 0: // of a form: no text of the page
			l.faint[i] = false
		case !hasLetters(r.text):
		case s.tiny(r) || s.off(r.box):
			l.hidden[i] = true
		case l.faint[i] || upon:
			l.doubt = append(l.doubt, i)
		}
	}
	return nil
}

// second takes a fine picture of a page and looks at the runs in doubt.
func (l *look) second() error {
	s := l.s
	without, err := l.without(fine)
	if err != nil {
		return err
	}
	if err := l.draw(true, l.texts); err != nil {
		return err
	}
	with, err := s.picture(fine)
	if err != nil {
		return err
	}
	var gone []int
	boxes := map[int]box{}
	for _, i := range l.doubt {
		r := s.runs[i]
		b, drawn := s.ink(r)
		boxes[i] = b
		if l.hidden[i] = !traced(with, without, b); !l.hidden[i] {
			continue
		}
		switch mode := s.mode(r); {
		case mode >= enums.FPDF_TEXTRENDERMODE_FILL_CLIP: // the letters are the outline of what is painted through them
			l.hidden[i] = !with.marked(b)
		case !drawn && mode != enums.FPDF_TEXTRENDERMODE_INVISIBLE && s.lacks(r):
			l.hidden[i] = !s.stated(r, with) // viewers on a desk take the font of the system: that it leaves no trace here proves nothing
		case s.transparent(r) && without.marked(b) && without.lined([]box{b}):
			l.hidden[i] = false // the letters are painted another way, such as through a mask, and these are for searching them
		default:
			gone = append(gone, i)
		}
	}
	for _, i := range l.scanned(with, gone, boxes) {
		l.hidden[i] = false
	}
	return l.apart(without, boxes)
}

// without is a picture of the page from which the text has been taken.
func (l *look) without(scale float64) (picture, error) {
	p, err := l.s.picture(scale)
	for i := range p.bytes {
		if !l.crowd {
			break
		}
		p.bytes[i] = 0xff
	}
	return p, err
}

// apart looks at runs that stand upon each other without the others.
func (l *look) apart(without picture, boxes map[int]box) error {
	for layer := range maxLayers {
		var alone []references.FPDF_PAGEOBJECT
		for i, of := range l.layer {
			if of == layer && !l.hidden[i] {
				alone = append(alone, l.s.objects(l.s.runs[i])...)
			}
		}
		if len(alone) == 0 {
			continue
		}
		if err := l.draw(false, l.texts); err != nil {
			return err
		}
		if err := l.draw(true, alone); err != nil {
			return err
		}
		with, err := l.s.picture(fine)
		if err != nil {
			return err
		}
		for _, i := range l.doubt {
			if of, ok := l.layer[i]; ok && of == layer && !l.hidden[i] {
				l.hidden[i] = !traced(with, without, boxes[i])
			}
		}
	}
	return nil
}

// scanned is those of the runs without a trace that the picture shows all the same: the text layer of a scan.
func (l *look) scanned(with picture, gone []int, boxes map[int]box) []int {
	all, shown := 0, 0
	var words []int
	var places []box
	for _, r := range l.s.runs {
		if hasLetters(r.text) {
			all += r.count
		}
	}
	for _, i := range gone {
		if with.marked(boxes[i]) {
			words, places = append(words, i), append(places, boxes[i])
			shown += l.s.runs[i].count
		}
	}
	if shown*2 < all || !with.lined(places) {
		return nil
	}
	return words
}

// follow hides what has no letters, such as a dash, where the runs before and after it are hidden.
func (l *look) follow() {
	for i, r := range l.s.runs {
		if hasLetters(r.text) || !l.faint[i] {
			continue
		}
		before := i == 0 || l.hidden[i-1]
		after := i+1 == len(l.hidden) || l.hidden[i+1] || !hasLetters(l.s.runs[i+1].text) && l.faint[i+1]
		l.hidden[i] = before && after && len(l.hidden) > 1
	}
}

// find finds the page's objects that are text, in the objects that group others too.
func (l *look) find() error {
	n, err := l.s.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: l.s.ref()})
	if err != nil {
		return err
	}
	left := maxObjects
	for i := 0; i < n.Count && left > 0; i++ {
		o, err := l.s.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: l.s.ref(), Index: i})
		if err != nil {
			return err
		}
		if err := l.findIn(o.PageObject, &left, 0); err != nil {
			return err
		}
	}
	l.crowd = left <= 0
	return nil
}

// findIn finds text in one object. It goes 20 groups deep, as far as PDFium draws.
func (l *look) findIn(o references.FPDF_PAGEOBJECT, left *int, depth int) error {
	*left--
	kind, err := l.s.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	switch {
	case err != nil:
		return err
	case kind.Type == enums.FPDF_PAGEOBJ_TEXT:
		l.texts = append(l.texts, o)
		return nil
	case kind.Type != enums.FPDF_PAGEOBJ_FORM || depth > 20:
		return nil
	}
	n, err := l.s.lib.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return err
	}
	for i := 0; i < n.Count && *left > 0; i++ {
		inner, err := l.s.lib.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
		if err != nil {
			return err
		}
		if err := l.findIn(inner.PageObject, left, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// draw says whether objects are part of the pictures taken from now on.
func (l *look) draw(on bool, objects []references.FPDF_PAGEOBJECT) error {
	for _, o := range objects {
		if _, err := l.s.lib.FPDFPageObj_SetIsActive(&requests.FPDFPageObj_SetIsActive{PageObject: o, Active: on}); err != nil {
			return err
		}
	}
	return nil
}

// hasLetters reports whether a run says something: bullets, dashes and rules of signs do not.
func hasLetters(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
