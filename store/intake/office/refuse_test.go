package office

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"candid/model"
	"candid/store/intake/content"
)

// part is a file of a package.
type part struct{ name, text string }

// packed is a ZIP archive of parts.
func packed(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(p.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRefusals(t *testing.T) {
	const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	whole := packed(t, part{"word/document.xml", body + `<w:p/></w:body></w:document>`})
	for _, c := range []struct {
		name string
		read func([]byte) (content.Document, error)
		b    []byte
		want string
	}{
		{"no ZIP", DOCX, []byte("hello"), "its end is missing"},
		{"cut off", DOCX, whole[:len(whole)-30], "its end is missing"},
		{"no body", DOCX, packed(t, part{"word/styles.xml", "<x/>"}), "word/document.xml is missing"},
		{"no content", ODT, packed(t, part{"mimetype", "x"}), "content.xml is missing"},
		{"broken XML", DOCX, packed(t, part{"word/document.xml", body + `<w:p>`}), "damaged: word/document.xml"},
		{"an entity of its own", DOCX, packed(t, part{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]>` + body + `<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`}), "damaged"},
		{"nested without end", DOCX, packed(t, part{"word/document.xml", body + strings.Repeat("<w:p>", 100_000)}), "nested deeper"},
		{"nested in what is passed over", DOCX, packed(t, part{"word/document.xml", body + "<w:del>" + strings.Repeat("<w:x>", 100_000)}), "nested deeper"},
		{"a bomb", DOCX, packed(t, part{"word/document.xml", body + strings.Repeat(" ", maxPart)}), "unpacks to more"},
		{"too many words", DOCX, packed(t, part{"word/document.xml", body + "<w:p><w:r><w:t>" + strings.Repeat("word ", maxWords/5+1) + "</w:t></w:r></w:p></w:body></w:document>"}), "of words"},
		{"a locked ODT", ODT, packed(t, part{"META-INF/manifest.xml", `<m><manifest:encryption-data/></m>`}, part{"content.xml", "x"}), "locked with a password"},
		{"another XML", FlatXML, []byte(`<svg/>`), "of no word processor"},
		{"no XML", FlatXML, []byte(`hello`), "damaged"},
		{"elements without end", DOCX, packed(t, part{"word/document.xml", body + strings.Repeat("<w:p/>", maxMarks+1)}), "longer than a book"},
		{"attributes without end", DOCX, packed(t, part{"word/document.xml", body + "<w:p" + strings.Repeat(` a=""`, maxAttrs+1) + "/>"}), "longer than a book"},
		{"the same in one file", FlatXML, []byte("<x" + strings.Repeat(` a=""`, maxAttrs+1) + "/>"), "longer than a book"},
		{"cells without end", DOCX, packed(t, part{"word/document.xml", body + "<w:tbl><w:tr>" + strings.Repeat("<w:tc/>", maxPieces+1)}), "longer than a book"},
		{"control words without end", RTF, []byte(`{\rtf1 ` + strings.Repeat(`\b`, 4*maxMarks+1)), "longer than a book"},
		{"no RTF", RTF, []byte("hello"), "no RTF"},
		{"RTF cut off", RTF, []byte(`{\rtf1 hello`), "breaks off at byte 12"},
		{"RTF without end of groups", RTF, []byte(`{\rtf1 ` + strings.Repeat("{", 100_000)), "nested deeper"},
		{"RTF that skips all", RTF, []byte(`{\rtf1 a\bin2147483647 b}`), "breaks off"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := c.read(c.b)
			if !model.Is(err, model.Refused) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %q, %v; want a refusal that says %q", d.Text, err, c.want)
			}
			if p, ok := err.(*model.Problem); ok && p.Next == "" {
				t.Error("no way out")
			}
		})
	}
}

func TestManyEntries(t *testing.T) {
	b := bytes.Repeat([]byte("PK\x01\x02"), maxEntries+1)
	if _, err := DOCX(b); !model.Is(err, model.Refused) || !strings.Contains(err.Error(), "many thousand files") {
		t.Error(err)
	}
}
