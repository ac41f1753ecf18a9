package office

import (
	"strings"
	"testing"
)

const flatPackage = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document ` + wordSpaces +
	`><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Work</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Lumen</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>` +
	`<pkg:part pkg:name="/word/styles.xml"><pkg:xmlData><w:styles ` + wordSpaces + `><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles></pkg:xmlData></pkg:part></pkg:package>`

func TestFlatXML(t *testing.T) {
	word := func(body string) string {
		return `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"` +
			` xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">` +
			`<w:styles><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles><w:body><wx:sect>` + body + `</wx:sect></w:body></w:wordDocument>`
	}
	for _, c := range []struct{ name, file, want string }{
		{"Word 2003", word(`<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Work</w:t></w:r></w:p><w:p/>` + p("Lumen")), "Work / Lumen"},
		{"its lists", word(`<w:p><w:pPr><w:listPr><w:ilvl w:val="1"/><wx:t wx:val="b)"/></w:listPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p><w:p><w:pPr><w:listPr><wx:t wx:val="·"/></w:listPr></w:pPr><w:r><w:t>y</w:t></w:r></w:p>`), "  b) x / • y"},
		{"its notes and changes", word(`<w:p><w:r><w:t>a</w:t><w:footnote>` + p("n") + `</w:footnote></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>no</w:delText></w:r></aml:content></aml:annotation>` +
			`<aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>b</w:t></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Comment"><aml:content>` + p("no") + `</aml:content></aml:annotation></w:p>`), "a[1]b /  / [1] n"},
		{"its headers and links", word(`<w:p><w:hlink w:dest="https://example.org"><w:r><w:t>a</w:t></w:r></w:hlink></w:p><w:sectPr><w:hdr w:type="odd">` + p("head") + `</w:hdr></w:sectPr>`), "head /  / a"},
		{"words written on lines of their own", word("<w:p><w:r><w:t>\n  a\n  b\n</w:t></w:r></w:p>"), "a b"},
		{"a package in one file", flatPackage, "Work / Lumen"},
		{"Flat ODT", `<office:document ` + writerSpaces + `>` + writerStyles + writerOwn + `<office:master-styles><style:master-page style:name="Standard"><style:header>` + tp("head") + `</style:header></style:master-page></office:master-styles>` +
			`<office:body><office:text>` + tp("a") + tp(span("Gone", "secret")) + `</office:text></office:body></office:document>`, "head /  / a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := FlatXML([]byte(c.file))
			if err != nil || joined(d) != c.want {
				t.Errorf("got %q, %v; want %q", joined(d), err, c.want)
			}
			if cut, err := FlatXML([]byte(c.file[:len(c.file)*9/10])); err == nil {
				t.Errorf("cut off it was read: %q", strings.TrimSpace(cut.Text))
			}
		})
	}
}
