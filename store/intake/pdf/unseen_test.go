package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// drawing is a PDF of one page, written by hand: what the page draws, and what it refers to.
type drawing struct {
	content   string            // in the language of PDF, on a page of 400 × 300 points with its origin at the lower left
	page      string            // entries of the page besides
	resources string            // entries of its resources besides the fonts /F (in Helvetica), /G (embedded nowhere, Chinese) and /B (of blank letters)
	catalog   string            // entries of the catalog besides
	objects   map[string]string // objects by name, referred to as @name, each a dictionary and perhaps a stream
}

// file is the bytes of a drawing.
func (d drawing) file() []byte {
	objects := []string{"", // by number, from 1
		"<< /Type /Catalog /Pages 2 0 R " + d.catalog + " >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R " + d.page + " /Resources << /Font << /F 5 0 R /G 6 0 R /B 7 0 R >> " + d.resources + " >> >>",
		stream("", d.content),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>",
		"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 32 /LastChar 126 /Widths [" + strings.Repeat("600 ", 95) + "] /CharProcs << /a 8 0 R >> /Encoding << /Type /Encoding /Differences [32" + strings.Repeat(" /a", 95) + "] >> /ToUnicode 9 0 R >>",
		stream("", "600 0 0 0 600 700 d1"),
		stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange endcmap end end"),
	}
	for name, object := range d.objects {
		objects = append(objects, object)
		for i := range objects {
			objects[i] = strings.ReplaceAll(objects[i], "@"+name, fmt.Sprintf("%d 0 R", len(objects)-1))
		}
		for other, o := range d.objects {
			d.objects[other] = strings.ReplaceAll(o, "@"+name, fmt.Sprintf("%d 0 R", len(objects)-1))
		}
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	places := make([]int, len(objects))
	for i, o := range objects[1:] {
		places[i+1] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects))
	for _, at := range places[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects), start)
	return b.Bytes()
}

// stream is an object with data.
func stream(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// image is a picture of 200 × 150 grey pixels, each from 0 to 255.
func image(pixel func(x, y int) int) string {
	var hex strings.Builder
	for y := range 150 {
		for x := range 200 {
			fmt.Fprintf(&hex, "%02x", pixel(x, y))
		}
	}
	return stream("/Type /XObject /Subtype /Image /Width 200 /Height 150 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode", hex.String()+">")
}

// write draws words in Helvetica of a size at a place; before is what comes before them in the text object.
func write(before string, size, x, y float64, words string) string {
	return fmt.Sprintf("\nq BT %s /F %g Tf %g %g Td (%s) Tj ET Q\n", before, size, x, y, words)
}

const (
	seenWords    = "Ten years of Go"     // drawn in the plain way
	plantedWords = "Planted words there" // drawn in the way of the case
)

var (
	seenLine = write("", 11, 30, 260, seenWords)
	noise    = image(func(x, y int) int { return (x*x*7 + y*y*13 + x*y*3) % 256 })
	bars     = image(func(x, y int) int { // lines of a height of 10 points, 40 points apart, of strokes of 2
		if y%20 < 5 && x%3 == 0 {
			return 20
		}
		return 250
	})
)

// strokes is one of these lines alone.
var strokes = image(func(x, y int) int {
	if y >= 40 && y < 45 && x%3 == 0 {
		return 20
	}
	return 250
})

// layerOff is a catalog with two layers, of which the second is off.
func layerOff(d drawing) drawing {
	d.catalog = "/OCProperties << /OCGs [@on @off] /D << /ON [@on] /OFF [@off] /Order [@on @off] >> >>"
	d.objects = map[string]string{"on": "<< /Type /OCG /Name (On) >>", "off": "<< /Type /OCG /Name (Off) >>"}
	d.resources = "/Properties << /On @on /Off @off >>"
	return d
}

var plants = []struct {
	name   string
	hidden bool
	draw   drawing
}{
	{"plain", false, drawing{content: write("", 11, 30, 200, plantedWords)}},
	{"white on white", true, drawing{content: write("1 g", 11, 30, 200, plantedWords)}},
	{"nearly white on white", true, drawing{content: write(".97 g", 11, 30, 200, plantedWords)}},
	{"nearly white in colour", true, drawing{content: write("1 .99 .98 rg", 11, 30, 200, plantedWords)}},
	{"white in CMYK", true, drawing{content: write("0 0 0 0 k", 11, 30, 200, plantedWords)}},
	{"white large", true, drawing{content: write("1 g", 40, 10, 100, plantedWords)}},
	{"pale grey", false, drawing{content: write(".85 g", 11, 30, 200, plantedWords)}},
	{"pale grey and small", false, drawing{content: write(".8 g", 5, 30, 200, plantedWords)}},
	{"watermark", false, drawing{content: write(".9 g", 30, 30, 100, plantedWords)}},
	{"watermark askew", false, drawing{content: "q .9 g BT /F 30 Tf .8 .6 -.6 .8 60 40 Tm (" + plantedWords + ") Tj ET Q"}},
	{"yellow", false, drawing{content: write("1 1 0 rg", 11, 30, 200, plantedWords)}},
	{"one point", true, drawing{content: write("", 1, 30, 200, plantedWords)}},
	{"one point by scaling", true, drawing{content: "q .1 0 0 .1 0 0 cm BT /F 10 Tf 300 2000 Td (" + plantedWords + ") Tj ET Q"}},
	{"eleven points by scaling", false, drawing{content: "q 11 0 0 11 0 0 cm BT /F 1 Tf 3 20 Td (" + plantedWords + ") Tj ET Q"}},
	{"five points", false, drawing{content: write("", 5, 30, 200, plantedWords)}},
	{"squeezed to nothing", true, drawing{content: "BT /F 11 Tf 1 Tz 30 200 Td (" + plantedWords + ") Tj ET"}},
	{"in place of a sign", true, drawing{content: "/Span << /ActualText (" + strings.Repeat(plantedWords+" ", 20) + ") >> BDC " + write("", 11, 30, 200, "*") + "EMC"}},
	{"off the page", true, drawing{content: write("", 11, 30, 900, plantedWords)}},
	{"left of the page", true, drawing{content: write("", 11, -300, 200, plantedWords)}},
	{"outside of the crop box", true, drawing{page: "/CropBox [0 150 400 300]", content: write("", 11, 30, 100, plantedWords)}},
	{"inside of the crop box", false, drawing{page: "/CropBox [20 150 400 300]", content: write("", 11, 30, 200, plantedWords)}},
	{"under a white rectangle", true, drawing{content: write("", 11, 30, 200, plantedWords) + "q 1 g 20 190 300 30 re f Q"}},
	{"under a black rectangle", true, drawing{content: write("", 11, 30, 200, plantedWords) + "q 0 g 20 190 300 30 re f Q"}},
	{"on a black rectangle", true, drawing{content: "q 0 g 20 190 300 30 re f Q" + write("", 11, 30, 200, plantedWords)}},
	{"over a rule", true, drawing{content: "q 0 g 20 203 300 1 re f Q" + write("1 g", 3, 30, 205, plantedWords)}},
	{"white over black rules", true, drawing{content: "q 0 g 20 198.5 300 1 re f 20 210 300 1 re f Q" + write("1 g", 11, 30, 200, plantedWords)}},
	{"under an image", true, drawing{content: write("", 11, 30, 200, plantedWords) + "q 300 0 0 40 20 190 cm /I Do Q", resources: "/XObject << /I @noise >>", objects: map[string]string{"noise": noise}}},
	{"on an image", false, drawing{content: "q 300 0 0 40 20 190 cm /I Do Q" + write("1 0 0 rg", 11, 30, 200, plantedWords), resources: "/XObject << /I @noise >>", objects: map[string]string{"noise": noise}}},
	{"light on a large image", false, drawing{content: "q 400 0 0 250 0 0 cm /I Do Q" + write("1 g", 11, 30, 200, plantedWords), resources: "/XObject << /I @dark >>", objects: map[string]string{"dark": image(func(x, y int) int { return (x*x*7 + y*13) % 64 })}}},
	{"white on dark", false, drawing{content: "q .1 .2 .4 rg 0 0 200 250 re f Q" + write("1 g", 11, 30, 200, plantedWords)}},
	{"white on a white box on dark", true, drawing{content: "q 0 0 .4 rg 0 0 400 250 re f 1 g 20 190 300 30 re f Q" + write("1 g", 11, 30, 200, plantedWords)}},
	{"of the colour of the box", true, drawing{content: "q .2 .5 .3 rg 20 190 300 30 re f Q" + write(".2 .5 .3 rg", 11, 30, 200, plantedWords)}},
	{"red on green as light", false, drawing{content: "q 0 .51 0 rg 20 190 300 30 re f Q" + write("1 0 0 rg", 11, 30, 200, plantedWords)}},
	{"invisible by mode", true, drawing{content: write("3 Tr", 11, 30, 200, plantedWords)}},
	{"outlines only", false, drawing{content: write("1 Tr .3 w", 20, 30, 200, plantedWords)}},
	{"white outlines", true, drawing{content: write("1 Tr 1 G", 11, 30, 200, plantedWords)}},
	{"transparent", true, drawing{content: "/Clear gs " + write("", 11, 30, 200, plantedWords), resources: "/ExtGState << /Clear << /ca 0 /CA 0 >> >>"}},
	{"half transparent", false, drawing{content: "/Half gs " + write("", 11, 30, 200, plantedWords), resources: "/ExtGState << /Half << /ca .5 >> >>"}},
	{"transparent, painted another way", false, drawing{content: "q 400 0 0 300 0 0 cm /I Do Q q /Clear gs " + write("", 9, 30, 211, plantedWords) + " Q" + seenLine, resources: "/XObject << /I @bars >> /ExtGState << /Clear << /ca 0 >> >>", objects: map[string]string{"bars": strokes}}},
	{"transparent on a rule", true, drawing{content: "q 0 g 20 203 300 1 re f Q /Clear gs " + write("", 11, 30, 200, plantedWords), resources: "/ExtGState << /Clear << /ca 0 >> >>"}},
	{"transparent on an image", true, drawing{content: "q 300 0 0 40 20 190 cm /I Do Q /Clear gs " + write("", 11, 30, 200, plantedWords), resources: "/XObject << /I @noise >> /ExtGState << /Clear << /ca 0 >> >>", objects: map[string]string{"noise": noise}}},
	{"clipped away", true, drawing{content: "q 0 0 10 10 re W n " + write("", 11, 30, 200, plantedWords) + " Q"}},
	{"clipped to its line", false, drawing{content: "q 20 190 300 30 re W n " + write("", 11, 30, 200, plantedWords) + " Q"}},
	{"the shape of what is painted", false, drawing{content: "q BT 7 Tr /F 20 Tf 30 200 Td (" + plantedWords + ") Tj ET .2 .4 .8 rg 0 190 400 40 re f Q"}},
	{"in a layer that is off", true, layerOff(drawing{content: "/OC /Off BDC " + write("", 11, 30, 200, plantedWords) + " EMC"})},
	{"in a layer that is on", false, layerOff(drawing{content: "/OC /On BDC " + write("", 11, 30, 200, plantedWords) + " EMC"})},
	{"in letters without ink", true, drawing{content: "BT /B 11 Tf 30 200 Td (" + plantedWords + ") Tj ET"}},
	{"in a group", false, drawing{content: "/X Do", resources: "/XObject << /X @x >>", objects: map[string]string{"x": stream("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F 5 0 R >> >>", write("", 11, 30, 200, plantedWords))}}},
	{"said in words in a smaller group", false, drawing{content: "q .5 0 0 .5 0 0 cm /X Do Q", resources: "/XObject << /X @x >>", objects: map[string]string{"x": stream("/Type /XObject /Subtype /Form /BBox [0 0 800 600] /Resources << /Font << /F 5 0 R >> >>", "/Span << /ActualText ("+plantedWords+") >> BDC "+write("", 22, 60, 400, "Stand-ins of letters")+"EMC")}}},
	{"white in a group", true, drawing{content: "/X Do", resources: "/XObject << /X @x >>", objects: map[string]string{"x": stream("/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F 5 0 R >> >>", write("1 g", 11, 30, 200, plantedWords))}}},
	{"behind other words", true, drawing{content: write("1 g", 11, 30, 200, plantedWords) + write("", 11, 30, 200, "Kept a cluster alive")}},
	{"before other words", true, drawing{content: write("", 11, 30, 200, "Kept a cluster alive") + write("3 Tr", 11, 31, 201, plantedWords)}},
	{"between tight lines", true, drawing{content: write("", 11, 30, 206, "Kept quaggy jumpy clusters") + write("1 g", 4, 30, 201.5, plantedWords) + write("", 11, 30, 194, "MMMMM lllll ffffff ddddd")}},
	{"on a turned page", false, drawing{page: "/Rotate 90", content: write("", 11, 30, 200, plantedWords)}},
	{"white on a turned page", true, drawing{page: "/Rotate 270", content: write("1 g", 11, 30, 200, plantedWords)}},
	{"upwards", false, drawing{content: "BT /F 11 Tf 0 1 -1 0 350 40 Tm (" + plantedWords + ") Tj ET"}},
	{"white upwards", true, drawing{content: "q 1 g BT /F 11 Tf 0 1 -1 0 350 40 Tm (" + plantedWords + ") Tj ET Q"}},
	{"under a note laid upon the page", true, drawing{content: write("", 11, 30, 200, plantedWords), page: "/Annots [@note]", objects: map[string]string{
		"note":  "<< /Type /Annot /Subtype /Stamp /Rect [20 190 320 220] /F 4 /AP << /N @paper >> >>",
		"paper": stream("/Type /XObject /Subtype /Form /BBox [0 0 300 30]", "1 g 0 0 300 30 re f")}}},
	{"on a page of many objects", false, drawing{content: write("", 11, 30, 200, plantedWords) + strings.Repeat("0 0 1 1 re f ", maxObjects)}},
	{"white on a page of many objects", true, drawing{content: write("1 g", 11, 30, 200, plantedWords) + strings.Repeat("0 0 1 1 re f ", maxObjects)}},
	{"under a link", false, drawing{content: write("0 0 1 rg", 11, 30, 200, plantedWords), page: "/Annots [<< /Type /Annot /Subtype /Link /Rect [20 190 320 220] /Border [0 0 1] /A << /S /URI /URI (https://example.org) >> >>]"}},
}

// What a person cannot see on the page is left out of the text and given apart; what a person sees never is.
func TestUnseen(t *testing.T) {
	r := reader(t)
	for _, c := range plants {
		t.Run(c.name, func(t *testing.T) {
			c.draw.content = seenLine + c.draw.content
			d, err := r.Read(c.draw.file(), false)
			if err != nil {
				t.Fatal(err)
			}
			aside := ""
			for _, a := range d.Aside {
				aside += a.Place + ": " + a.Text
			}
			if has(d.Text, seenWords) != 4 {
				t.Errorf("the text is %q", d.Text)
			}
			inText, inAside := has(d.Text, plantedWords), has(aside, plantedWords)
			if c.hidden && (inText != 0 || inAside != 3 || !strings.HasPrefix(aside, "page 1: ")) || !c.hidden && (inText != 3 || aside != "") {
				t.Errorf("hidden should be %v: text %q, aside %q", c.hidden, d.Text, aside)
			}
		})
	}
}

// has is how many of some words are in a text. In which order and lines is tested elsewhere.
func has(text, words string) int {
	n := 0
	for _, w := range strings.Fields(words) {
		if strings.Contains(text, w) {
			n++
		}
	}
	return n
}

// scan is a page whose picture shows lines of words, as bars, with a layer of text as OCR makes it.
func scan(picture, layer string, over bool) drawing {
	drawn := "q 400 0 0 300 0 0 cm /I Do Q "
	content := layer + drawn
	if over {
		content = drawn + layer
	}
	return drawing{content: content, resources: "/XObject << /I @picture >>", objects: map[string]string{"picture": picture}}
}

// The words of a scan are seen, whether the text that OCR made of them lies behind the picture or is drawn invisibly. Words
// under a picture that does not show them, and words where the scan is blank, are not.
func TestScans(t *testing.T) {
	lines := func(mode string) string { // on the bars of the picture
		return write(mode, 9, 20, 291, "A scanned line of words upon the paper") + write(mode, 9, 20, 251, "another one") + write(mode, 9, 20, 211, "and a third one")
	}
	blank := write("3 Tr", 9, 20, 153, plantedWords)
	r := reader(t)
	for _, c := range []struct {
		name  string
		draw  drawing
		seen  bool
		blank bool
	}{
		{"invisible, over the picture", scan(bars, lines("3 Tr"), true), true, false},
		{"invisible, behind the picture", scan(bars, lines("3 Tr"), false), true, false},
		{"visible, behind the picture", scan(bars, lines(""), false), true, false},
		{"with words where it is blank", scan(bars, lines("3 Tr")+blank, true), true, true},
		{"behind a photograph", scan(noise, lines("")+blank, false), false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := r.Read(c.draw.file(), false)
			aside := ""
			for _, a := range d.Aside {
				aside += a.Text
			}
			if !c.seen && err == nil && strings.Contains(d.Text, "scanned line") || c.seen && !strings.Contains(d.Text, "scanned line") {
				t.Errorf("%q %v", d.Text, err)
			}
			if c.seen && c.blank != strings.Contains(aside, plantedWords) || c.seen && strings.Contains(aside, "line") {
				t.Errorf("aside %q", aside)
			}
		})
	}
}

// Letters of a font that is neither in the file nor in PDFium are drawn by viewers that have it: their stated colour counts.
func TestUnseenWithoutTheFont(t *testing.T) {
	r := reader(t)
	for colour, hidden := range map[string]bool{"0 g": false, ".3 g": false, "1 g": true, "3 Tr": true} {
		d, err := r.Read(drawing{content: seenLine + "q " + colour + " BT /G 11 Tf 30 200 Td <4E2D6587> Tj ET Q"}.file(), false)
		if err != nil || hidden == strings.Contains(d.Text, "中文") || hidden != (len(d.Aside) == 1) {
			t.Errorf("%s: %+v %v", colour, d, err)
		}
	}
}
