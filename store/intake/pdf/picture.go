package pdf

import (
	"image/color"
	"math"
	"slices"

	"candid/store/intake/content"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels is how large a picture may be: 3 pixels a point of a page of 28 × 40 cm. Larger pages are drawn more coarsely.
const maxPixels = 8_000_000

// What counts as a trace of text in a picture.
const (
	clearStep  = 40   // of 255 in one channel: anyone sees it
	leastStep  = 6    // below it nobody does
	clearShare = 0.04 // of the pixels in the middle of a word that text darkens clearly; letters cover 15 to 25 in 100
	leastShare = 0.25 // of the columns and of the rows of a word's pixels that have a trace; what neighbours reach into it is less
	markStep   = 48   // the marks of a scan are darker than the grain of its paper by this
)

// picture is a page as it is drawn: 4 bytes a pixel, blue, green, red and one unused.
type picture struct {
	width, height int
	scale         float64 // pixels a point
	bytes         []byte
}

// picture draws the page, with what is laid upon it such as stamps and notes.
func (s *sheet) picture(scale float64) (picture, error) {
	if most := math.Sqrt(maxPixels / (s.width * s.height)); scale > most {
		scale = most
	}
	p := picture{width: max(int(math.Ceil(s.width*scale)), 1), height: max(int(math.Ceil(s.height*scale)), 1), scale: scale}
	if p.width*p.height > 2*maxPixels { // a page of no height, or no width
		return picture{}, nil
	}
	made, err := s.lib.FPDFBitmap_CreateEx(&requests.FPDFBitmap_CreateEx{
		Width: p.width, Height: p.height, Format: enums.FPDF_BITMAP_FORMAT_BGRX, Pointer: uint64(0), Stride: p.width * 4,
	})
	if err != nil {
		return p, err
	}
	defer func() { _, _ = s.lib.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: made.Bitmap}) }()
	if _, err := s.lib.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{Bitmap: made.Bitmap, Width: p.width, Height: p.height, Color: 0xffffffff}); err != nil {
		return p, err
	}
	if _, err := s.lib.FPDF_RenderPageBitmap(&requests.FPDF_RenderPageBitmap{
		Bitmap: made.Bitmap, Page: s.ref(), SizeX: p.width, SizeY: p.height, Flags: enums.FPDF_RENDER_FLAG_ANNOT,
	}); err != nil {
		return p, err
	}
	buffer, err := s.lib.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: made.Bitmap})
	if err != nil {
		return p, err
	}
	p.bytes = slices.Clone(buffer.Buffer) // it is PDFium's memory, which goes with the bitmap
	return p, nil
}

// area is the pixels of a box: from (x0, y0) up to and without (x1, y1).
func (p picture) area(b box) (x0, y0, x1, y1 int) {
	clamp := func(v float64, most int) int { return int(min(max(v*p.scale, 0), float64(most))) }
	if len(p.bytes) < p.width*p.height*4 {
		return 0, 0, 0, 0
	}
	return clamp(b.x0, p.width), clamp(b.y0, p.height), clamp(b.x1+1/p.scale, p.width), clamp(b.y1+1/p.scale, p.height)
}

// step is the largest difference in a channel between two pictures at a pixel.
func step(p, q picture, at int) int {
	most := 0
	for i := at; i < at+3; i++ {
		if d := int(p.bytes[i]) - int(q.bytes[i]); d > most {
			most = d
		} else if -d > most {
			most = -d
		}
	}
	return most
}

// clear reports whether a run shows at a glance: text makes a strong difference in the middle of its box, where no
// neighbour reaches.
func clear(with, without picture, r run) bool {
	b := middle(r)
	x0, y0, x1, y1 := with.area(b)
	differ := 0
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if step(with, without, (y*with.width+x)*4) >= clearStep {
				differ++
			}
		}
	}
	return differ > 1 && float64(differ) >= clearShare*float64((x1-x0)*(y1-y0))
}

// middle is the middle of a run's box, where most of the ink of its letters is.
func middle(r run) box {
	b := r.box
	dx, dy := b.width()/20, b.height()/4
	switch r.turn {
	case 1, 3:
		dx, dy = b.width()/4, b.height()/20
	case 4:
		dx, dy = 0, 0
	}
	return box{b.x0 + dx, b.y0 + dy, b.x1 - dx, b.y1 - dy}
}

// traced reports whether text can be seen in a box: enough of its columns and of its rows differ to an eye between the picture
// with text and that without.
func traced(with, without picture, b box) bool {
	x0, y0, x1, y1 := with.area(b)
	if x0 >= x1 || y0 >= y1 {
		return false
	}
	columns, rows := make([]bool, x1-x0), make([]bool, y1-y0)
	with.each(b, func(x, y int) {
		if differs(with, without, (y*with.width+x)*4) {
			columns[x-x0], rows[y-y0] = true, true
		}
	})
	return share(columns) >= leastShare && share(rows) >= leastShare
}

// differs reports whether a person sees a difference of two pictures at a pixel.
func differs(p, q picture, at int) bool {
	switch d := step(p, q, at); {
	case d >= clearStep:
		return true
	case d < leastStep:
		return false
	}
	return content.Contrasts(p.colour(at), q.colour(at))
}

func (p picture) colour(at int) color.NRGBA {
	return color.NRGBA{p.bytes[at+2], p.bytes[at+1], p.bytes[at], 255}
}

// marked reports whether something like letters is drawn in a box: colours that are far apart stand close together in enough of its
// columns, and over most of its height, as those of a rule do not.
func (p picture) marked(b box) bool {
	x0, y0, x1, y1 := p.area(b)
	if x0 >= x1 || y0 >= y1 {
		return false
	}
	columns, rows := make([]bool, x1-x0), make([]bool, y1-y0)
	p.each(b, func(x, y int) {
		if p.edge(x, y) {
			columns[x-x0], rows[y-y0] = true, true
		}
	})
	return share(columns) >= leastShare && share(rows) >= 0.5
}

// share is how many of some are true, from 0 to 1.
func share(of []bool) float64 {
	n := 0
	for _, is := range of {
		if is {
			n++
		}
	}
	return float64(n) / float64(max(len(of), 1))
}

// each calls f for the pixels of a box.
func (p picture) each(b box, f func(x, y int)) {
	x0, y0, x1, y1 := p.area(b)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			f(x, y)
		}
	}
}

// edge reports whether a pixel and the one a point to the right or below are far apart in colour. Neighbours would not do: scans
// are coarser than the picture, and their edges soft.
func (p picture) edge(x, y int) bool {
	far := max(int(p.scale), 1)
	at := (y*p.width + x) * 4
	return x+far < p.width && p.far(at, at+far*4) || y+far < p.height && p.far(at, at+far*p.width*4)
}

func (p picture) far(a, b int) bool {
	for i := range 3 {
		if d := int(p.bytes[a+i]) - int(p.bytes[b+i]); d >= markStep || d <= -markStep {
			return true
		}
	}
	return false
}

// lined reports whether the marks of a picture are where words are: twice as dense there as right above and below them.
func (p picture) lined(words []box) bool {
	word := make([]bool, p.width*p.height)
	in, inside := 0, 0
	for _, b := range words {
		p.each(b, func(x, y int) {
			at := y*p.width + x
			if word[at] {
				return
			}
			word[at] = true
			if inside++; p.edge(x, y) {
				in++
			}
		})
	}
	out, outside := 0, 1
	for _, b := range words {
		lead := max(b.height(), 3)
		p.each(box{b.x0, b.y0 - lead, b.x1, b.y1 + lead}, func(x, y int) {
			if word[y*p.width+x] {
				return
			}
			if outside++; p.edge(x, y) {
				out++
			}
		})
	}
	return inside > 0 && in*outside > 2*out*inside
}
