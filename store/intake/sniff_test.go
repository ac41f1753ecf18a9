package intake

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"candid/store/intake/content"
)

// zipped is an archive of files, given as name, text, name, text …
func zipped(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		h := &zip.FileHeader{Name: files[i], Method: zip.Deflate}
		if files[i] == "mimetype" {
			h.Method = zip.Store
		}
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wide is a text in UTF-16, as the directories of old Office files have the names of streams.
func wide(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

func TestTell(t *testing.T) {
	const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	office := func(folder string) string {
		return zipped(t, "[Content_Types].xml", "<Types/>", "_rels/.rels", "<r/>", folder+"document.xml", "<w/>")
	}
	oasis := func(kind string) string { return zipped(t, "mimetype", kind, "content.xml", "<x/>") }
	for _, c := range []struct {
		name, file, in, want string // a kind, or what it is called that is refused
	}{
		{"PDF", "x", "%PDF-1.7\n", "pdf"},
		{"PDF behind junk", "x.txt", strings.Repeat("junk ", 100) + "%PDF-1.4", "pdf"},
		{"text called PDF", "x.pdf", "Jane Doe\n", "text"},
		{"no PDF called so", "x.pdf", "\x00\x01\x02\x03\xff\xfe\x80\x81\x00", "damaged: it is called a PDF, and does not begin like one"},
		{"DOCX", "x.pdf", office("word/"), "docx"},
		{"DOCX cut short", "x.docx", office("word/")[:150], "docx"},
		{"XLSX", "x", office("xl/"), "xlsx"},
		{"PPTX", "x", office("ppt/"), "a presentation (PPTX)"},
		{"ODT", "x", oasis("application/vnd.oasis.opendocument.text"), "odt"},
		{"ODS", "x", oasis("application/vnd.oasis.opendocument.spreadsheet"), "a spreadsheet of OpenDocument (ODS)"},
		{"EPUB", "x", oasis("application/epub+zip"), "an electronic book (EPUB)"},
		{"Pages", "x.pages", zipped(t, "Index/Document.iwa", "x"), "a document of Apple's Pages, Numbers or Keynote"},
		{"ZIP", "x.docx", zipped(t, "jane/cv.txt", "Jane"), "zip"},
		{"ZIP with a folder called word", "x", zipped(t, "word/cv.txt", "Jane"), "zip"},
		{"empty ZIP", "x", zipped(t), "zip"},
		{"RTF", "x.doc", `{\rtf1\ansi x}`, "rtf"},
		{"old Word", "x.docx", ole + wide("WordDocument"), "a Word document of the old kind (.doc)"},
		{"locked", "x.docx", ole + wide("EncryptedPackage"), "locked with a password"},
		{"old Excel", "x", ole + wide("Workbook"), "a workbook of the old kind (.xls)"},
		{"Outlook", "x.msg", ole + wide("__properties_version1.0"), "a message of Outlook (.msg)"},
		{"Word as XML", "x.doc", `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>`, "docx"},
		{"Flat ODT", "x.xml", `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">`, "odt"},
		{"other XML", "x.xml", `<?xml version="1.0"?><people/>`, "an XML file"},
		{"SVG", "x.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`, "a picture (SVG)"},
		{"HTML", "x", "\ufeff\n<!DOCTYPE html><p>Jane", "html"},
		{"HTML called Word", "x.doc", "<html><body>Jane", "html"},
		{"HTML in UTF-16", "x.htm", "\xff\xfe" + wide("<html><p>Jane"), "html"},
		{"XHTML", "x", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">`, "html"},
		{"Markdown that begins with a tag", "x.md", "<div align=center>\n\n# Jane\n", "markdown"},
		{"MHTML", "x.doc", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "a web archive (MHTML)"},
		{"mail", "x", "Return-Path: <jane@example.org>\nFrom: Jane\n\nhi", "mail"},
		{"mail by its name", "x.eml", "Subject: hi\n\nhi", "mail"},
		{"a letter with heads is no mail", "x.txt", "To: Hiring manager\nFrom: Jane Doe\nSubject: Application\n\nDear", "text"},
		{"mailbox", "x", "From jane@example.org Thu Jan  1 00:00:00 2026\nFrom: jane@example.org\n\nhi", "mailbox"},
		{"a text that begins with From", "x.txt", "From intern to lead\nin 2020: a story\n", "text"},
		{"CSV", "x.csv", "name,email\nJane,jane@example.org\n", "csv"},
		{"CSV without its name", "x", "Name,Email,Phone\nJane Doe,jane@example.org,555-0100\nOmar Haddad,omar@example.org,555-0101\n", "csv"},
		{"JSONL", "x.jsonl", "{}\n", "jsonl"},
		{"JSONL without its name", "x", `{"name":"a"}` + "\n" + `{"name":"b"}` + "\n", "jsonl"},
		{"JSON", "x", `{"basics":{}}`, "json"},
		{"PNG", "x.pdf", "\x89PNG\r\n\x1a\n", "a picture (PNG)"},
		{"HEIC", "x", "\x00\x00\x00\x18ftypheic", "a picture (HEIC)"},
		{"WebP", "x", "RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture (WebP)"},
		{"gzip", "x", "\x1f\x8b\x08\x00", "a packed file (gzip)"},
		{"tar", "x", strings.Repeat("\x00", 257) + "ustar", "an archive (tar)"},
		{"RAR", "x", "Rar!\x1a\x07\x01\x00", "an archive (RAR)"},
		{"winmail.dat", "winmail.dat", "\x78\x9f\x3e\x22\x01", "attachments as Outlook packs them (winmail.dat)"},
		{"a program", "cv.pdf.exe", "MZ\x90\x00\x03\x00\x00\x00\x04\x00", "a program"},
		{"text", "x", "Jane Doe\nEngineer\n", "text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := tell(c.file, []byte(c.in))
			got := f.what
			if f.kind != 0 {
				got = f.kind.String()
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if f.kind == 0 && f.next == "" {
				t.Error("no way out")
			}
		})
	}
}

// Wherever a file is cut, it is still something, and nothing breaks.
func TestTellCut(t *testing.T) {
	for _, in := range []string{zipped(t, "[Content_Types].xml", "x", "word/document.xml", "y"), "From: Jane\nMessage-ID: <x>\n\nhi", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + wide("WordDocument")} {
		for percent := 0; percent <= 100; percent += 5 {
			f := tell("x", []byte(in[:len(in)*percent/100]))
			if f.kind == 0 && (f.what == "" || f.next == "") {
				t.Errorf("%d %% of %.10q is nothing: %+v", percent, in, f)
			}
		}
	}
}

func FuzzTell(f *testing.F) {
	for _, s := range []string{"%PDF-1.7", zipped(f, "a", "b"), "From jane Thu\nFrom: x\n", "<html", "{\\rtf", "name,email\na,b\n", "{\"a\":1}\n{}\n"} {
		f.Add("x.pdf", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, in []byte) {
		if f := tell(name, in); f.kind == 0 && (f.what == "" || f.next == "") || f.kind > content.Archive {
			t.Errorf("%+v", f)
		}
	})
}
