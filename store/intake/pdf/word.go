package pdf

import (
	"math"
	"slices"
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
		if r == 0 || unicode.IsSpace(r) && !bare(r) {
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
		if bare(r) {
			r = ligature(r, place)
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
	cur   run // its box is not kept while characters come in
	chars []char
	space bool
}

// char is a character in its place.
type char struct {
	r     rune
	index int
	place box     // on the page
	along box     // along its line
	gap   float64 // to the character before it
}

// char adds a character: to the run at hand where it stands close to its end, else to a new one.
func (w *weaver) char(r rune, place box, index int) error {
	for again := false; ; again = true {
		if c := (char{r: r, index: index, place: place, along: w.s.along(place, w.cur.turn)}); len(w.chars) > 0 && w.joins(&c) {
			w.chars = append(w.chars, c)
			return nil
		}
		mended, ok := w.s.mended(index)
		if again || !ok {
			break
		}
		place = mended
	}
	w.end(false)
	size, turn, err := w.s.setting(index)
	if err != nil {
		return err
	}
	w.cur = run{size: size, turn: turn, base: w.s.baseline(index, turn, place)}
	w.chars = append(w.chars, char{r: r, index: index, place: place, along: w.s.along(place, turn)})
	return nil
}

// joins reports whether a character goes on with the word at hand, and sets its gap.
func (w *weaver) joins(c *char) bool {
	b, last := c.along, w.chars[len(w.chars)-1].along
	low, high := min(b.height(), last.height()), max(b.height(), last.height())
	if w.cur.turn > 3 {
		return math.Hypot(b.x0-last.x1, b.y0-last.y0) < 1.5*high
	}
	if min(b.y1, last.y1)-max(b.y0, last.y0) < low/2 {
		return false
	}
	c.gap = b.x0 - last.x1
	if c.gap > -high/2 && c.gap < high/3 || math.Abs(b.x0-last.x0) < 0.05*high { // letters of a ligature stand in one place
		return true
	}
	c.gap = last.x0 - b.x1
	return rightToLeft(c.r) && c.gap > -high/2 && c.gap < high/3
}

// end ends the run at hand, in as many words as its gaps say.
func (w *weaver) end(space bool) {
	from := 0
	if len(w.chars) > 3 && slices.ContainsFunc(w.chars[1:], func(c char) bool { return c.gap > 0.5*spaceWidth*w.cur.size }) {
		var gaps []float64
		for _, c := range w.chars[1:] {
			gaps = append(gaps, c.gap)
		}
		least := max(typical(gaps), -0.07*w.cur.size) + spaceWidth*w.cur.size
		for i := range w.chars {
			if i > from && w.chars[i].gap > least {
				w.add(w.chars[from:i])
				from, w.space = i, true
			}
		}
	}
	w.add(w.chars[from:])
	w.chars = w.chars[:0]
	w.space = w.space || space
}

// spaceWidth is the least width of a gap that a reader takes for a space, in the size of the text.
const spaceWidth = 0.11

// add makes a run of characters.
func (w *weaver) add(chars []char) {
	if len(chars) == 0 {
		return
	}
	if len(chars) == 1 {
		sign, ok := w.s.sign(chars[0])
		if !ok {
			w.space = true
			return
		}
		chars[0].r = sign
	}
	r := w.cur
	r.box, r.first, r.count, r.space = chars[0].place, chars[0].index, chars[len(chars)-1].index-chars[0].index+1, w.space
	var runes []rune
	for _, c := range chars {
		r.box = r.box.add(c.place)
		runes = append(runes, c.r)
	}
	if r.text = mend(runes); r.text == "" {
		w.space = true
		return
	}
	w.space = false
	w.runs = append(w.runs, r)
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
	level := func(x, y float32) float64 {
		return s.along(s.shown(structs.FPDF_FS_RECTF{Left: x, Right: x, Top: y, Bottom: y}), turn).y0
	}
	y, b := level(float32(o.X), float32(o.Y)), s.along(place, turn)
	if y < b.y0-b.height() || y > b.y1+b.height() { // not the place of a letter that stands there: see mended
		if m, err := s.lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: s.text, Index: index}); err == nil {
			return level(m.Matrix.E, m.Matrix.F)
		}
	}
	return y
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
