package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"candid/store/intake/content"
	"candid/store/intake/pdf/pdftest"
)

// packedPart is a file in a document that is a ZIP inside.
type packedPart struct{ name, text string }

// packParts packs parts as they are, so that damage to the whole is damage to them, too.
func packParts(t testing.TB, parts []packedPart) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = f.Write([]byte(p.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordSpace  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	openSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"`
	sheetSpace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	related    = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	officeType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// packedSamples is small documents that are ZIPs inside, each about somebody who is called name; words are what else it says.
func packedSamples(name, words string) map[string][]packedPart {
	return map[string][]packedPart{
		"a.docx": {
			{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
			{"_rels/.rels", `<Relationships ` + related + `><Relationship Id="r1" Type="` + officeType + `officeDocument" Target="word/document.xml"/></Relationships>`},
			{"word/document.xml", `<w:document ` + wordSpace + `><w:body><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>` + name + `</w:t></w:r></w:p><w:p><w:r><w:t>` + words + `</w:t></w:r></w:p>` +
				`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>` + words + `</w:t></w:r></w:p></w:tc><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`},
			{"word/styles.xml", `<w:styles ` + wordSpace + `><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="N"/></w:style></w:styles>`},
			{"word/numbering.xml", `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`},
		},
		"a.odt": {
			{"mimetype", "application/vnd.oasis.opendocument.text"},
			{"content.xml", `<office:document-content ` + openSpaces + `><office:body><office:text><text:h text:outline-level="1">` + name + `</text:h><text:p>` + words + `<text:s text:c="3"/>more</text:p>` +
				`<table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"><text:p>cell</text:p></table:table-cell></table:table-row></table:table><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`},
		},
		"a.xlsx": {
			{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
			{"_rels/.rels", `<Relationships ` + related + `><Relationship Id="r1" Type="` + officeType + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
			{"xl/workbook.xml", `<workbook ` + sheetSpace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>`},
			{"xl/_rels/workbook.xml.rels", `<Relationships ` + related + `><Relationship Id="r1" Type="` + officeType + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + officeType + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
			{"xl/worksheets/sheet1.xml", `<worksheet ` + sheetSpace + `><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Why us? ` + words + `</t></is></c><c r="C1" t="inlineStr"><is><t>E-mail</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>` + words + `</t></is></c><c r="C2" t="inlineStr"><is><t>ana@example.org</t></is></c><c r="D2"><v>45000.5</v></c></row></sheetData></worksheet>`},
			{"xl/sharedStrings.xml", `<sst ` + sheetSpace + `><si><t>` + name + `</t></si></sst>`},
		},
		"a.zip": {{"ana/cv.txt", name + "\n" + words}, {"ana/letter.txt", "Dear team,\n" + words}, {"bo.rtf", `{\rtf1\ansi Bo Example\par bo@example.org}`}, {"c" + words + ".txt", janeText}},
	}
}

// plainSamples is the same of formats that are one stream.
func plainSamples(name, words string) map[string]string {
	return map[string]string{
		"a.rtf":  `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}{\*\listtable{\list{\listlevel\levelnfc0}\listid1}}\b ` + name + `\b0\par ` + words + `\par\u8226? item\tab\'e9{\v unseen ` + words + `}\trowd\cellx100\cellx200 one\cell two\cell\row\bin3 abc}`,
		"a.html": `<!doctype html><html><head><style>.x{display:none}</style><title>` + name + `</title></head><body><h1>` + name + `</h1><p>` + words + `<p class=x>` + words + `<table><tr><td colspan=2>cell<td>cell</table><a href="https://example.org/` + words + `">site</a></body></html>`,
		"a.eml": "From: " + name + " <ana@example.org>\nTo: jobs@example.com\nSubject: application " + words + "\nDate: Mon, 2 Mar 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" +
			"--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nDear team, I apply for the job. " + words + "\n--b\nContent-Type: text/plain; name=\"cv " + words + ".txt\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nSmFuZSBEb2UKamFuZUBleGFtcGxlLm9yZwo=\n--b--\n",
		"a.mbox": "From ana@example.org Mon Mar  2 10:00:00 2026\nFrom: " + name + " <ana@example.org>\nSubject: application\n\nI apply for the job. " + words + "\n\nFrom bo@example.org Mon Mar  2 10:00:00 2026\nFrom: Bo Example <bo@example.org>\nSubject: application\n\nI apply as well.\n",
	}
}

// outcome reads bytes as one file, and holds what comes of them to what is promised of any bytes: applications of clean words, or
// a reason and a way out.
func outcome(t testing.TB, r *readers, name string, b []byte) []Item {
	t.Helper()
	ctx := context.Background()
	var items []Item
	switch f, problem := recognise(name, b); {
	case problem != nil:
		items = refused(name, problem, b)
	case f.kind == content.Archive: // which the walk opens
		docs, others := r.parts(ctx, name, b, nest{levels: 2})
		if items = others; len(docs) > 0 {
			items = append(items, Item{Path: name, Application: assemble(name, fileStem(name), docs)})
		}
	default:
		items = r.candidate(ctx, name, b, false, r.inFolder(t.TempDir(), false))
	}
	if len(items) == 0 {
		t.Errorf("%s: nothing came of it", name)
	}
	for _, i := range items {
		if p := i.Problem; p != nil {
			if p.Subject == "" || p.What == "" || p.Next == "" || strings.HasPrefix(p.What, "its reader") || strings.ContainsFunc(p.What+p.Next, steers) {
				t.Errorf("%s: no reason or no way out: %q (%s)", name, p.Error(), p.Kind)
			}
		} else if len(i.Application.Documents) == 0 && i.Application.Candidate.Name == "" {
			t.Errorf("%s: an application of nobody: %+v", name, i.Application)
		}
		i.Path, i.Application.Path = "", ""
		for k := range i.Application.Documents {
			i.Application.Documents[k].Original = nil
		}
		eachString(reflect.ValueOf(i.Application), func(s string) {
			if !utf8.ValidString(s) || strings.ContainsFunc(s, steers) {
				t.Errorf("%s: %q reaches the screen", name, s)
			}
		})
		eachString(reflect.ValueOf(i.Whose), func(s string) {
			if strings.ContainsFunc(s, steers) {
				t.Errorf("%s: %q reaches the screen", name, s)
			}
		})
	}
	return items
}

// steers reports whether a character could steer the terminal, or turn the direction of what follows.
func steers(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200b || r == 0x200e || r == 0x200f || r == 0xfeff
}

// eachString gives every string in a value.
func eachString(v reflect.Value, take func(string)) {
	switch v.Kind() {
	case reflect.String:
		take(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), take)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), take)
		}
	}
}

// What would steer the terminal reaches it from no format, wherever in it that stands.
func TestSteering(t *testing.T) {
	r := newReaders(Options{})
	defer r.Close()
	const sly = "go\x1b[2J\x1b]0;t\x07 pay\u202egnp\u2066\u200b\ufeff" + "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 \u009b31m"
	inXML := strings.Map(func(r rune) rune {
		if r == 0x1b || r == 0x07 {
			return -1
		}
		return r
	}, sly)
	all := map[string][]byte{
		"a.txt":   []byte("Ana Example" + sly + "\nana@example.org\n" + sly),
		"a.md":    []byte("# Ana Example" + sly + "\n\n[" + sly + "](https://example.org/" + sly + ")\n"),
		"a.json":  []byte(`{"basics":{"name":"Ana \u001b[2J\u202e Example","email":"ana@example.org","summary":"\u001b]0;x\u0007\u202e","profiles":[{"network":"\u001b[1m","url":"https://example.org/\u202e"}]}}`),
		"a.csv":   []byte("name,email,Why " + sly + "?\nAna " + sly + ",ana@example.org," + sly + "\n"),
		"a.jsonl": []byte(`{"name":"Ana \u001b[2J\u202e","Why \u001b[2J":"\u202e"}` + "\n" + `{"name":"Bo"}` + "\n"),
	}
	for name, parts := range packedSamples("Ana "+inXML, inXML) {
		all[name] = packParts(t, parts)
	}
	for name, text := range plainSamples("Ana "+sly, sly) {
		all[name] = []byte(text)
	}
	d := &pdftest.Doc{Producer: sly}
	p := d.Page()
	p.Unicode(50, 80, 12, "Ana Example "+sly)
	p.Link(50, 90, 200, 100, "https://example.org/"+sly)
	p.Field(100, 68, 300, 84, sly, sly, 4)
	all["a.pdf"] = d.Bytes()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if items := outcome(t, r, name, all[name]); !slices.ContainsFunc(items, func(i Item) bool { return i.Problem == nil }) {
			t.Errorf("%s: %v", name, items[0].Problem)
		}
	}
}

// mutations is how many damaged files are read: few, or as many as CANDID_MUTATIONS says.
func mutations(t *testing.T, few int) int {
	n := few
	if s := os.Getenv("CANDID_MUTATIONS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// inChildren reads n damaged files side by side. The reason of what took too long is true on a machine that has much to do.
func inChildren(t *testing.T, n int, damaged func(i int) (name string, b []byte)) {
	fast, thorough := newReaders(Options{Fast: true}), newReaders(Options{})
	defer fast.Close()
	defer thorough.Close()
	var wait sync.WaitGroup
	for worker := range 2 {
		wait.Go(func() {
			for i := worker; i < n && !t.Failed(); i += 2 {
				r := fast
				if i%8 < 2 {
					r = thorough
				}
				name, b := damaged(i)
				for _, item := range outcome(t, r, name, b) {
					if item.Problem != nil && strings.HasPrefix(item.Problem.What, "took longer") {
						t.Logf("seed %d: %s", i, item.Problem.Error())
					}
				}
				if t.Failed() {
					t.Logf("seed %d of %q", i, name)
				}
			}
		})
	}
	wait.Wait()
}

func TestMutatedPDFs(t *testing.T) {
	samples := pdftest.Samples()
	names := slices.Sorted(maps.Keys(samples))
	inChildren(t, mutations(t, 80), func(i int) (string, []byte) {
		return "a.pdf", pdftest.Mutate(samples[names[i%len(names)]], uint64(i))
	})
}

// Other formats, a tenth as often: damaged as a whole, or in one of their parts.
func TestMutatedFiles(t *testing.T) {
	packed := packedSamples("Ana Example", "ana@example.org, engineer")
	plain := plainSamples("Ana Example", "ana@example.org, engineer")
	n := mutations(t, 400) / 10
	for _, name := range slices.Sorted(maps.Keys(packed)) {
		whole := packParts(t, packed[name])
		t.Run(name, func(t *testing.T) {
			inChildren(t, n, func(i int) (string, []byte) {
				if i%2 == 0 {
					return name, pdftest.Mutate(whole, uint64(i))
				}
				parts := slices.Clone(packed[name])
				p := &parts[i%len(parts)]
				p.text = string(pdftest.Mutate([]byte(p.text), uint64(i)))
				return name, packParts(t, parts)
			})
		})
	}
	for _, name := range slices.Sorted(maps.Keys(plain)) {
		t.Run(name, func(t *testing.T) {
			inChildren(t, n, func(i int) (string, []byte) { return name, pdftest.Mutate([]byte(plain[name]), uint64(i)) })
		})
	}
}

// Each format cut off at every twentieth of its length.
func TestCutFiles(t *testing.T) {
	all := map[string][]byte{"a.pdf": pdftest.Samples()["two pages"]}
	for name, parts := range packedSamples("Ana Example", "ana@example.org, engineer") {
		all[name] = packParts(t, parts)
	}
	for name, text := range plainSamples("Ana Example", "ana@example.org, engineer") {
		all[name] = []byte(text)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			cuts := append(pdftest.Cut(all[name], 0.05), all[name])
			inChildren(t, len(cuts), func(i int) (string, []byte) { return fmt.Sprintf("a %d%s", 5*i, suffix(name)), cuts[i] })
		})
	}
}
