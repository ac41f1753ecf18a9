package pdf

import (
	"math"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// readRuns makes runs of the characters of a page. More than most characters are refused.
func (s *sheet) readRuns(most int) error {
	n, err := s.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: s.text})
	if err != nil {
		return err
	}
	if n.Count > most {
		return tooLong
	}
	w := weaver{s: s}
	for i := 0; i < n.Count; i++ {
		u, err := s.lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: s.text, Index: i})
		if err != nil {
			return err
		}
		r := rune(uint32(u.Unicode))
		if utf16.IsSurrogate(r) && i+1 < n.Count {
			low, err := s.lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: s.text, Index: i + 1})
			if err != nil {
				return err
			}
			r = utf16.DecodeRune(r, rune(uint32(low.Unicode)))
		}
		if r == 0 || unicode.IsSpace(r) {
			w.end(r != 0)
			continue
		}
		b, err := s.lib.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: s.text, Index: i})
		if err != nil {
			w.end(false)
			continue // a character without a place is no part of the page
		}
		place := s.shown(b.Rect)
		if !finite(place) {
			w.end(false)
			continue
		}
		if err := w.char(r, place, i); err != nil {
			return err
		}
	}
	w.end(false)
	s.runs = w.runs
	return nil
}

func finite(b box) bool {
	sum := b.x0 + b.x1 + b.y0 + b.y1
	return !math.IsNaN(sum) && math.Abs(sum) < 1e6
}

// weaver puts characters together to runs.
type weaver struct {
	s     *sheet
	runs  []run
	cur   run
	runes []rune
	last  box // of the last character, along its line
	space bool
}

// char adds a character: to the run at hand where it stands close to its end, else to a new one.
func (w *weaver) char(r rune, place box, index int) error {
	if len(w.runes) > 0 {
		if w.joins(r, w.s.along(place, w.cur.turn)) {
			w.take(r, place, index)
			return nil
		}
		w.end(false)
	}
	size, turn, err := w.s.setting(index)
	if err != nil {
		return err
	}
	w.cur = run{box: place, size: size, turn: turn, first: index, space: w.space}
	w.cur.base = w.s.baseline(index, turn, place)
	w.space = false
	w.take(r, place, index)
	return nil
}

func (w *weaver) take(r rune, place box, index int) {
	w.runes = append(w.runes, r)
	w.cur.box = w.cur.box.add(place)
	w.cur.count = index - w.cur.first + 1
	w.last = w.s.along(place, w.cur.turn)
}

// joins reports whether a character at b, along the line of the run at hand, goes on with the word.
func (w *weaver) joins(r rune, b box) bool {
	low, high := min(b.height(), w.last.height()), max(b.height(), w.last.height())
	if min(b.y1, w.last.y1)-max(b.y0, w.last.y0) < low/2 || w.cur.turn > 3 {
		return w.cur.turn > 3 && math.Hypot(b.x0-w.last.x1, b.y0-w.last.y0) < 1.5*high
	}
	if gap := b.x0 - w.last.x1; gap > -high/2 && gap < high/3 {
		return true
	}
	gap := w.last.x0 - b.x1 // right to left
	return rightToLeft(r) && gap > -high/2 && gap < high/3
}

// end ends the run at hand.
func (w *weaver) end(space bool) {
	if len(w.runes) > 0 {
		if w.cur.text = mend(w.runes); w.cur.text != "" {
			w.runs = append(w.runs, w.cur)
		} else {
			space = true
		}
		w.runes = w.runes[:0]
	}
	w.space = w.space || space
}

// setting is the size in points that a character is shown in, and which way its line runs.
func (s *sheet) setting(index int) (size float64, turn int, err error) {
	f, err := s.lib.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: s.text, Index: index})
	if err != nil {
		return 0, 0, err
	}
	m, err := s.lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: s.text, Index: index})
	if err != nil { // a character that PDFium made up has no matrix
		return f.FontSize, 0, nil
	}
	a, b, c, d := float64(m.Matrix.A), float64(m.Matrix.B), float64(m.Matrix.C), float64(m.Matrix.D)
	size = f.FontSize * math.Hypot(c, d)
	angle := math.Atan2(-b, a) / (math.Pi / 2) // clockwise, in quarter turns
	near := math.Round(angle)
	if math.IsNaN(angle) {
		return f.FontSize, 0, nil
	}
	if math.Abs(angle-near) > 0.05 {
		return size, 4, nil
	}
	return size, (int(near) + s.turn + 8) % 4, nil
}

// baseline is the y of the line that a character stands on, along that line.
func (s *sheet) baseline(index, turn int, place box) float64 {
	o, err := s.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: s.text, Index: index})
	if err != nil {
		return s.along(place, turn).y1
	}
	x, y := float32(o.X), float32(o.Y)
	return s.along(s.shown(structs.FPDF_FS_RECTF{Left: x, Right: x, Top: y, Bottom: y}), turn).y0
}

// words gives runs with one turn as words along their lines.
func (s *sheet) words(runs []run, turn int) []word {
	var out []word
	for i, r := range runs {
		if r.turn != turn {
			continue
		}
		w := word{box: s.along(r.box, turn), text: r.text, base: r.base, em: r.size, order: i, space: r.space}
		if h := w.height(); w.em < 0.4*h || w.em > 3*h { // fonts that say nothing true of their size
			w.em = h
		}
		out = append(out, w)
	}
	return out
}

// along turns a place on the page so that a line with that turn runs to the right.
func (s *sheet) along(b box, turn int) box {
	switch turn {
	case 1:
		return box{b.y0, s.width - b.x1, b.y1, s.width - b.x0}
	case 2:
		return box{s.width - b.x1, s.height - b.y1, s.width - b.x0, s.height - b.y0}
	case 3:
		return box{s.height - b.y1, b.x0, s.height - b.y0, b.x1}
	}
	return b
}
