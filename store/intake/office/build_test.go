package office

import (
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode/utf16"
)

// The fixtures of these tests are documents built here, the same content in each format.

// kind is what a piece of a document is.
type kind int

const (
	plainText kind = iota
	title
	heading
	bulleted
	counted
	tabbed   // words, and others at the right margin
	row      // of a table: rows that follow each other are one
	linked   // words that lead to target
	unseen   // a paragraph that is hidden
	footnote // a paragraph with a note
)

// piece is a paragraph, or a row of a table.
type piece struct {
	kind  kind
	text  string
	more  string // what stands at the right margin, the target, the note
	level int    // of an item
	cells []string
}

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

const wordStylesPart = `<w:styles ` + wordSpaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/><w:rPr><w:sz w:val="48"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My section"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Banded"><w:name w:val="Banded"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>
</w:styles>`

const wordListsPart = `<w:numbering ` + wordSpaces + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="99"/></w:num></w:numbering>`

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

const wordTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
	`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`

// wordFile is a DOCX of a body, and parts beside it.
func wordFile(t testing.TB, body string, more ...part) []byte {
	parts := []part{
		{"[Content_Types].xml", wordTypes},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="` + relationTypes + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordSpaces + `><w:body>` + body + `</w:body></w:document>`},
		{"word/styles.xml", wordStylesPart}, {"word/numbering.xml", wordListsPart},
	}
	return packed(t, append(more, parts...)...)
}

// wordOf is pieces as DOCX.
func wordOf(t testing.TB, pieces []piece) []byte {
	var body, notes, rels strings.Builder
	text := func(s string) string {
		return `<w:r><w:t xml:space="preserve">` + html.EscapeString(s) + `</w:t></w:r>`
	}
	for i, p := range pieces {
		if p.kind == row {
			if i == 0 || pieces[i-1].kind != row {
				body.WriteString("<w:tbl>")
			}
			body.WriteString("<w:tr>")
			for _, c := range p.cells {
				body.WriteString("<w:tc><w:p>" + text(c) + "</w:p></w:tc>")
			}
			body.WriteString("</w:tr>")
			if i == len(pieces)-1 || pieces[i+1].kind != row {
				body.WriteString("</w:tbl>")
			}
			continue
		}
		properties, words := "", text(p.text)
		switch p.kind {
		case title:
			properties = `<w:pStyle w:val="Titel"/>`
		case heading:
			properties = `<w:pStyle w:val="berschrift1"/>`
		case bulleted, counted:
			properties = fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, p.level, p.kind-bulleted+1)
		case tabbed:
			words += `<w:r><w:tab/></w:r>` + text(p.more)
		case linked:
			fmt.Fprintf(&rels, `<Relationship Id="l%d" Type="`+relationTypes+`hyperlink" Target="%s" TargetMode="External"/>`, i, html.EscapeString(p.more))
			words = fmt.Sprintf(`<w:hyperlink r:id="l%d">%s</w:hyperlink>`, i, words)
		case unseen:
			words = strings.Replace(words, "<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
		case footnote:
			words += fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r>`, i)
			fmt.Fprintf(&notes, `<w:footnote w:id="%d"><w:p><w:r><w:footnoteRef/></w:r>%s</w:p></w:footnote>`, i, text(" "+p.more))
		}
		body.WriteString("<w:p><w:pPr>" + properties + "</w:pPr>" + words + "</w:p>")
	}
	return wordFile(t, body.String(),
		part{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="` + relationTypes + `styles" Target="styles.xml"/>` +
			`<Relationship Id="n" Type="` + relationTypes + `numbering" Target="numbering.xml"/><Relationship Id="f" Type="` + relationTypes + `footnotes" Target="footnotes.xml"/>` + rels.String() + `</Relationships>`},
		part{"word/footnotes.xml", `<w:footnotes ` + wordSpaces + `>` + notes.String() + `</w:footnotes>`})
}

const writerSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"`

const writerStyles = `<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="10.5pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="24pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:text-properties fo:font-size="14pt"/></style:style></office:styles>`

const writerOwn = `<office:automatic-styles><style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Pale" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="Tiny" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="Auto" style:family="text"><style:text-properties fo:color="#ffffff" style:use-window-font-color="true"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="Dark" style:family="table-cell"><style:table-cell-properties fo:background-color="#102040"/></style:style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="◦"/><text:list-level-style-bullet text:level="3" text:bullet-char="▪"/></text:list-style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
<text:list-level-style-number text:level="3" style:num-format="I" text:display-levels="1" text:start-value="3"/></text:list-style></office:automatic-styles>`

// writerFile is an ODT of a body; masters are what stands in its page styles.
func writerFile(t testing.TB, body, masters string) []byte {
	return packed(t, part{"mimetype", "application/vnd.oasis.opendocument.text"},
		part{"META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>` +
			`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`},
		part{"content.xml", `<?xml version="1.0" encoding="UTF-8"?><office:document-content ` + writerSpaces + `>` + writerOwn + `<office:body><office:text>` + body + `</office:text></office:body></office:document-content>`},
		part{"styles.xml", `<office:document-styles ` + writerSpaces + `>` + writerStyles + `<office:master-styles>` + masters + `</office:master-styles></office:document-styles>`})
}

// writerOf is pieces as ODT.
func writerOf(t testing.TB, pieces []piece) []byte {
	var body strings.Builder
	text := func(s string) string {
		return strings.ReplaceAll(html.EscapeString(s), "  ", ` <text:s text:c="1"/>`)
	}
	for i, p := range pieces {
		switch p.kind {
		case row:
			if i == 0 || pieces[i-1].kind != row {
				body.WriteString("<table:table>")
			}
			body.WriteString("<table:table-row>")
			for _, c := range p.cells {
				body.WriteString("<table:table-cell><text:p>" + text(c) + "</text:p></table:table-cell>")
			}
			body.WriteString("</table:table-row>")
			if i == len(pieces)-1 || pieces[i+1].kind != row {
				body.WriteString("</table:table>")
			}
		case title:
			body.WriteString(`<text:p text:style-name="P1">` + text(p.text) + `</text:p>`)
		case heading:
			body.WriteString(`<text:h text:style-name="Heading_20_1" text:outline-level="1">` + text(p.text) + `</text:h>`)
		case bulleted, counted:
			style := []string{"Dots", "Numbers"}[p.kind-bulleted]
			body.WriteString(`<text:list text:style-name="` + style + `" text:continue-numbering="true">` + strings.Repeat("<text:list-item><text:list>", p.level) +
				"<text:list-item><text:p>" + text(p.text) + "</text:p></text:list-item>" + strings.Repeat("</text:list></text:list-item>", p.level) + "</text:list>")
		case tabbed:
			body.WriteString("<text:p>" + text(p.text) + "<text:tab/>" + text(p.more) + "</text:p>")
		case linked:
			body.WriteString(`<text:p><text:a xlink:href="` + html.EscapeString(p.more) + `">` + text(p.text) + "</text:a></text:p>")
		case unseen:
			body.WriteString(`<text:p><text:span text:style-name="Gone">` + text(p.text) + "</text:span></text:p>")
		case footnote:
			body.WriteString("<text:p>" + text(p.text) + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>" + text(p.more) + "</text:p></text:note-body></text:note></text:p>")
		default:
			body.WriteString("<text:p>" + text(p.text) + "</text:p>")
		}
	}
	return writerFile(t, body.String(), `<style:master-page style:name="Standard"/>`)
}

const richHead = `{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset128 MS Mincho;}{\f3\fcharset204 Arial Cyr{\*\falt Arial};}}` +
	`{\colortbl;\red255\green255\blue255;\red16\green32\blue64;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\fs28 heading 1;}{\s2\fs48 Title;}{\*\cs3 Link;}}` +
	`{\info{\author Somebody Else}{\title Nothing}}\fs21 `

// richText is words as RTF.
func richText(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune(`\{}`, r):
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\line `)
		case r < 0x80:
			b.WriteRune(r)
		default:
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%d?`, int16(u))
			}
		}
	}
	return b.String()
}

// richOf is pieces as RTF.
func richOf(pieces []piece) []byte {
	var b strings.Builder
	b.WriteString(richHead)
	var count [3]int
	for _, p := range pieces {
		words := richText(p.text)
		switch p.kind {
		case row:
			b.WriteString(`\trowd`)
			for i := range p.cells {
				fmt.Fprintf(&b, `\cellx%d`, 3000*(i+1))
			}
			b.WriteString(`\pard\intbl `)
			for _, c := range p.cells {
				b.WriteString(richText(c) + `\cell `)
			}
			b.WriteString("\\row\n")
			continue
		case title:
			words = `{\pard\s2\fs48 ` + words + `\par}`
		case heading:
			words = `{\pard\s1\outlinelevel0\fs28 ` + words + `\par}`
		case bulleted:
			words = fmt.Sprintf(`{\listtext\f1\'b7\tab}\pard\ls1\ilvl%d %s\par`, p.level, words)
		case counted:
			if count[p.level]++; p.level == 2 && count[2] == 1 {
				count[2] = 3
			}
			for i := p.level + 1; i < 3; i++ {
				count[i] = 0
			}
			mark := []string{number(count[0], "1") + ".", number(count[1], "a") + ")", number(count[2], "I")}[p.level]
			words = fmt.Sprintf(`\pard{\listtext %s\tab}\ls2\ilvl%d %s\par`, mark, p.level, words)
		case tabbed:
			words = `\pard ` + words + `\tab ` + richText(p.more) + `\par`
		case linked:
			words = `\pard{\field{\*\fldinst{HYPERLINK "` + richText(p.more) + `"}}{\fldrslt ` + words + `}}\par`
		case unseen:
			words = `\pard{\v ` + words + `}\par`
		case footnote:
			words = `\pard ` + words + `{\footnote\pard\chftn  ` + richText(p.more) + `}\par`
		default:
			words = `\pard ` + words + `\par`
		}
		b.WriteString(words + "\n")
	}
	return []byte(b.String() + "}")
}
