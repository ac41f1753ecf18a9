package pdftest

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"strings"
)

// Bytes is the document as a file.
func (d *Doc) Bytes() []byte {
	w := writer{}
	w.out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	if d.Locked || d.User != "" {
		w.lock(d.User)
	}
	catalog, pages := w.next(), w.next()
	fonts := w.fonts()
	var kids, fields []string
	for _, p := range d.Pages {
		kid, of := w.page(p, pages, fonts)
		kids, fields = append(kids, kid), append(fields, of...)
	}
	w.object(pages, fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " ")))
	form := ""
	if len(fields) > 0 {
		form = fmt.Sprintf(" /AcroForm << /Fields [%s] /DA (/Helv 10 Tf 0 g) >>", strings.Join(fields, " "))
	}
	w.object(catalog, fmt.Sprintf("<< /Type /Catalog /Pages %s%s >>", ref(pages), form))
	info := w.next()
	w.object(info, "<< /Producer "+w.text(info, []byte(d.Producer))+" >>")
	return w.finish(catalog, info)
}

// writer puts objects into a file and remembers where.
type writer struct {
	out    bytes.Buffer
	places []int // of the objects, from number 1
	key    []byte
	locked string // the dictionary that says how it is encrypted
}

func (w *writer) next() int {
	w.places = append(w.places, 0)
	return len(w.places)
}

func ref(n int) string { return fmt.Sprintf("%d 0 R", n) }

func (w *writer) object(n int, body string) {
	w.places[n-1] = w.out.Len()
	fmt.Fprintf(&w.out, "%d 0 obj\n%s\nendobj\n", n, body)
}

func (w *writer) stream(dictionary string, data []byte) int {
	n := w.next()
	data = w.cipher(n, data)
	w.object(n, fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dictionary, len(data), data))
	return n
}

func (w *writer) text(n int, b []byte) string { return literal(w.cipher(n, b)) }

func (w *writer) fonts() string {
	var wide strings.Builder
	for c := ' '; c <= 255; c++ {
		fmt.Fprintf(&wide, "%d ", widthOf(byte(c)))
	}
	names := [][2]string{{Sans, "Helvetica"}, {Bold, "Helvetica-Bold"}, {Serif, "Times-Roman"}, {Icons, "ABCDEF+FontAwesome"}, {Dings, "Wingdings"}}
	var all []string
	for _, f := range names {
		n := w.next()
		w.object(n, fmt.Sprintf("<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [%s] >>", f[1], wide.String()))
		all = append(all, "/"+f[0]+" "+ref(n))
	}
	mono, sign := w.next(), w.next()
	w.object(mono, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
	w.object(sign, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>")
	toUnicode := w.stream("", []byte("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "+
		"1 begincodespacerange <0000> <FFFF> endcodespacerange "+identity()+" endcmap end end"))
	below, any := w.next(), w.next()
	w.object(below, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "+
		"/DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>")
	w.object(any, fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s >>", ref(below), ref(toUnicode)))
	all = append(all, "/"+Mono+" "+ref(mono), "/"+Sign+" "+ref(sign), "/F5 "+ref(any))
	return strings.Join(all, " ")
}

// identity maps every code to itself, in ranges of 256 as the format wants them.
func identity() string {
	var b strings.Builder
	for from := 0; from < 256; from += 100 {
		n := min(100, 256-from)
		fmt.Fprintf(&b, "%d beginbfrange\n", n)
		for i := from; i < from+n; i++ {
			fmt.Fprintf(&b, "<%02X00> <%02XFF> <%02X00>\n", i, i, i)
		}
		b.WriteString("endbfrange\n")
	}
	return b.String()
}

func (w *writer) page(p *Page, pages int, fonts string) (kid string, fields []string) {
	n := w.next()
	content := w.stream("", p.content.Bytes())
	var images, annots []string
	for i, m := range p.images {
		at := w.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8", m.width, m.height), m.grey)
		images = append(images, fmt.Sprintf("/I%d %s", i+1, ref(at)))
	}
	for _, l := range p.links {
		at := w.next()
		w.object(at, fmt.Sprintf("<< /Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /A << /S /URI /URI %s >> >>",
			l.x0, l.y0, l.x1, l.y1, w.text(at, []byte(l.uri))))
		annots = append(annots, ref(at))
	}
	for _, f := range p.fields {
		at := w.next()
		w.object(at, fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Tx /F %d /Rect [%.2f %.2f %.2f %.2f] /T %s /V %s /DA (/Helv 10 Tf 0 g) >>",
			f.flags, f.x0, f.y0, f.x1, f.y1, w.text(at, latin(f.name)), w.text(at, latin(f.value))))
		annots, fields = append(annots, ref(at)), append(fields, ref(at))
	}
	w.object(n, fmt.Sprintf("<< /Type /Page /Parent %s /MediaBox [0 0 %.2f %.2f] /Rotate %d /Contents %s /Resources << /Font << %s >> /XObject << %s >> >> /Annots [%s] >>",
		ref(pages), p.Width, p.Height, p.Rotate, ref(content), fonts, strings.Join(images, " "), strings.Join(annots, " ")))
	return ref(n), fields
}

func (w *writer) finish(catalog, info int) []byte {
	start := w.out.Len()
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.places)+1)
	for _, at := range w.places {
		fmt.Fprintf(&w.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&w.out, "trailer\n<< /Size %d /Root %s /Info %s /ID [(0123456789abcdef) (0123456789abcdef)]%s >>\nstartxref\n%d\n%%%%EOF\n",
		len(w.places)+1, ref(catalog), ref(info), w.locked, start)
	return w.out.Bytes()
}

// padding fills a password up, as the format says.
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// lock encrypts what follows, in the oldest way of the format: 40 bits, with the owner's password "owner".
func (w *writer) lock(user string) {
	pad := []byte((user + padding)[:32])
	owner := md5.Sum([]byte(("owner" + padding)[:32]))
	o := crypt(owner[:5], pad)
	const permissions = 0xfffffffc
	h := md5.New()
	h.Write(pad)
	h.Write(o)
	_ = binary.Write(h, binary.LittleEndian, uint32(permissions))
	h.Write([]byte("0123456789abcdef"))
	w.key = h.Sum(nil)[:5]
	w.locked = fmt.Sprintf(" /Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>", literal(o), literal(crypt(w.key, []byte(padding))))
}

func (w *writer) cipher(n int, b []byte) []byte {
	if w.key == nil {
		return b
	}
	k := md5.Sum(append(bytes.Clone(w.key), byte(n), byte(n>>8), byte(n>>16), 0, 0))
	return crypt(k[:10], b)
}

func crypt(key, b []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // keys are 5 or 10 bytes
	}
	out := make([]byte, len(b))
	c.XORKeyStream(out, b)
	return out
}
