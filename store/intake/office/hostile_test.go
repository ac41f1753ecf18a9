package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"candid/model"
	"candid/store/intake/content"
)

// sound reports what is wrong with what a reader gave, whatever it was given.
func sound(t *testing.T, d content.Document, err error) {
	t.Helper()
	if err != nil {
		var p *model.Problem
		if !errors.As(err, &p) || p.Kind != model.Refused || p.What == "" || p.Next == "" {
			t.Errorf("not a refusal with a reason and a way out: %+v", err)
		}
		return
	}
	for _, s := range []string{d.Text, d.Large} {
		if !utf8.ValidString(s) {
			t.Errorf("not UTF-8: %q", s)
		}
	}
	if strings.HasPrefix(d.Text, "\n") || strings.HasSuffix(d.Text, "\n") || strings.Contains(d.Text, "\n\n\n") {
		t.Errorf("blank lines where none should be: %q", d.Text)
	}
	for _, a := range d.Aside {
		if a.Text == "" || a.Place == "" || a.Why != content.Unseen {
			t.Errorf("an aside without words or place: %+v", a)
		}
	}
}

var formats = []struct {
	name string
	read func([]byte) (content.Document, error)
	made func(testing.TB) []byte
}{
	{"docx", DOCX, func(t testing.TB) []byte { return wordOf(t, amara) }},
	{"odt", ODT, func(t testing.TB) []byte { return writerOf(t, amara) }},
	{"rtf", RTF, func(testing.TB) []byte { return richOf(amara) }},
}

// A document that was cut off is refused: what is missing from it nobody could know.
func TestCutOff(t *testing.T) {
	for _, f := range formats {
		whole := f.made(t)
		for percent := 0; percent < 100; percent += 5 {
			d, err := f.read(whole[:len(whole)*percent/100])
			if err == nil {
				t.Errorf("%s cut off at %d %% was read: %q", f.name, percent, d.Text)
			}
			sound(t, d, err)
		}
	}
}

// A part that was cut off within a whole archive is refused by its name.
func TestCutOffWithin(t *testing.T) {
	for _, f := range formats[:2] {
		parts := unpacked(t, f.made(t))
		for i := range parts {
			if parts[i].name != "word/document.xml" && parts[i].name != "content.xml" {
				continue
			}
			whole := parts[i].text
			for percent := 0; percent < 100; percent += 5 {
				parts[i].text = whole[:len(whole)*percent/100]
				d, err := f.read(packed(t, parts...))
				if err == nil || !strings.Contains(err.Error(), parts[i].name) {
					t.Errorf("%s cut off at %d %%: %q, %v", f.name, percent, d.Text, err)
				}
				sound(t, d, err)
			}
			parts[i].text = whole
		}
	}
}

func unpacked(t testing.TB, b []byte) []part {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part{f.Name, string(text)})
	}
	return parts
}

// The parts of a package are fuzzed, not the bytes of the archive, whose checksums would let nothing through.
func FuzzDOCX(f *testing.F) {
	seed := map[string]string{}
	for _, p := range unpacked(f, wordOf(f, amara)) {
		seed[p.name] = p.text
	}
	f.Add(seed["word/document.xml"], seed["word/styles.xml"], seed["word/numbering.xml"], seed["word/footnotes.xml"])
	f.Add(`<w:document `+wordSpaces+`><w:body><w:p><w:r><w:t>a</w:t></w:r>`+shape("", p("b", white))+fieldOf("PAGE", "1")+`</w:p></w:body></w:document>`, "", "", "")
	f.Fuzz(func(t *testing.T, body, styles, lists, notes string) {
		d, err := readDOCX(&pack{flat: map[string][]byte{"word/document.xml": []byte(body), "word/styles.xml": []byte(styles), "word/numbering.xml": []byte(lists), "word/footnotes.xml": []byte(notes)}})
		sound(t, d, err)
	})
}

func FuzzODT(f *testing.F) {
	seed := map[string]string{}
	for _, p := range unpacked(f, writerOf(f, amara)) {
		seed[p.name] = p.text
	}
	f.Add(seed["content.xml"], seed["styles.xml"])
	f.Fuzz(func(t *testing.T, body, styles string) {
		d, err := readODT([]byte(body), []byte(styles))
		sound(t, d, err)
	})
}

func FuzzRTF(f *testing.F) {
	f.Add(richOf(amara))
	f.Add([]byte(richHead + `\trowd\clcbpat2\cellx1\pard\intbl\itap2 a\nestcell{\*\nesttableprops\nestrow}\cell\row{\header h\par}{\shp{\*\shpinst{\shptxt x\par}}}{\footnote n}\bin3 abc\u-10179?\'83e}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := RTF(b)
		sound(t, d, err)
	})
}

func FuzzFlatXML(f *testing.F) {
	f.Add([]byte(`<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:pPr><w:listPr/></w:pPr><w:r><w:t>a</w:t><w:footnote><w:p/></w:footnote></w:r></w:p></w:body></w:wordDocument>`))
	f.Add([]byte(flatPackage))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := FlatXML(b)
		sound(t, d, err)
	})
}

// BenchmarkRead reads a resume of three pages.
func BenchmarkRead(b *testing.B) {
	long := append([]piece{}, amara...)
	for range 3 {
		long = append(long, amara[3:]...)
	}
	docx, odt, rtf := wordOf(b, long), writerOf(b, long), richOf(long)
	for _, c := range []struct {
		name string
		read func([]byte) (content.Document, error)
		b    []byte
	}{{"docx", DOCX, docx}, {"odt", ODT, odt}, {"rtf", RTF, rtf}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.read(c.b); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
