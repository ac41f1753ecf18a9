package intake

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"

	"candid/store/intake/content"
	"candid/store/intake/table"
)

// format is what a file is: a kind that is read, or what else it is and what to do about it.
type format struct {
	kind       content.Kind
	what, next string // "a picture (PNG)"; empty for a kind that is read
	text       string // decoded, of the kinds that are read where no child is needed: text, Markdown, JSON, CSV, JSONL
}

// calledKinds is what files of the kinds that are read are called.
var calledKinds = [...]string{"", "text", "Markdown", "JSON", "a web page (HTML)", "a PDF", "a Word document (DOCX)", "an OpenDocument text (ODT)", "an RTF document",
	"an e-mail message", "a mailbox", "a table (CSV)", "a table (JSONL)", "a workbook (XLSX)", "an archive (ZIP)"}

// called is what the file is, with its article.
func (t format) called() string {
	if t.kind == 0 {
		return t.what
	}
	return calledKinds[t.kind]
}

// headBytes is how much of a file's beginning tells what it is.
const headBytes = 4096

// tell says what a file is by its bytes. Its name only decides between kinds of text.
func tell(name string, b []byte) format {
	name = filepath.Base(name)
	t := tellHead(name, b[:min(len(b), headBytes)], bytes.NewReader(b), int64(len(b)))
	if t.kind == content.Text {
		return tellText(name, b)
	}
	return t
}

// tellHead says what a file is whose beginning is head, and which is read further where that does not tell. What may be any kind
// of text is content.Text.
func tellHead(name string, head []byte, r io.ReaderAt, size int64) format {
	has := func(at int, s string) bool { return len(head) >= at+len(s) && string(head[at:at+len(s)]) == s }
	switch {
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return format{kind: content.PDF}
	case has(0, "PK\x03\x04"), has(0, "PK\x05\x06"), has(0, "PK00PK\x03\x04"), has(0, "PK\x07\x08PK\x03\x04"):
		return tellZip(name, head, r, size)
	case has(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return tellOLE(r, size)
	case has(0, `{\rt`):
		return format{kind: content.RTF}
	}
	for _, m := range magics {
		if has(m.at, m.bytes) {
			return format{what: m.what, next: m.next}
		}
	}
	return tellMarks(name, textHead(head))
}

// magic is a format that is known by its bytes and not read.
type magic struct {
	at         int
	bytes      string
	what, next string
}

// The ways out.
const (
	notPictures = "candid reads text, not pictures: ask for the document, or run OCR on it"
	asDocument  = "save it as DOCX or PDF, and add that"
	asText      = "save it as text, and add that"
	unpack      = "unpack it, and add the folder"
	asTable     = "save it as XLSX or CSV, and add that"
	asMail      = "save the message as .eml, and add that"
	asPDF       = "save it as PDF, and add that"
	notRead     = "ask the candidate for a PDF, a DOCX or a text"
)

var magics = []magic{
	{0, "\x89PNG\r\n\x1a\n", "a picture (PNG)", notPictures},
	{0, "\xff\xd8\xff", "a picture (JPEG)", notPictures},
	{0, "GIF87a", "a picture (GIF)", notPictures},
	{0, "GIF89a", "a picture (GIF)", notPictures},
	{0, "II*\x00", "a picture (TIFF)", notPictures},
	{0, "MM\x00*", "a picture (TIFF)", notPictures},
	{8, "WEBP", "a picture (WebP)", notPictures},
	{4, "ftyphei", "a picture (HEIC)", notPictures},
	{4, "ftyphev", "a picture (HEIC)", notPictures},
	{4, "ftypmif", "a picture (HEIC)", notPictures},
	{4, "ftypavi", "a picture (AVIF)", notPictures},
	{4, "jP  \r\n", "a picture (JPEG 2000)", notPictures},
	{0, "\xff\x0a", "a picture (JPEG XL)", notPictures},
	{4, "JXL \r\n", "a picture (JPEG XL)", notPictures},
	{0, "8BPS", "a picture (Photoshop)", notPictures},
	{0, "AT&TFORM", "a scan (DjVu)", notPictures},
	{0, "\x00\x00\x01\x00", "a picture (icon)", notPictures},
	{4, "ftyp", "a video or sound file", notRead},
	{0, "\x1a\x45\xdf\xa3", "a video", notRead},
	{0, "RIFF", "a video or sound file", notRead},
	{0, "OggS", "a sound file", notRead},
	{0, "ID3", "a sound file", notRead},
	{0, "\xff\xfb", "a sound file", notRead},
	{0, "%!PS", "a PostScript file", asPDF},
	{0, "\x1f\x8b", "a packed file (gzip)", unpack},
	{0, "7z\xbc\xaf\x27\x1c", "an archive (7z)", unpack},
	{0, "Rar!\x1a\x07", "an archive (RAR)", unpack},
	{0, "BZh", "a packed file (bzip2)", unpack},
	{0, "\xfd7zXZ\x00", "a packed file (xz)", unpack},
	{0, "\x28\xb5\x2f\xfd", "a packed file (Zstandard)", unpack},
	{0, "MSCF", "an archive (CAB)", unpack},
	{257, "ustar", "an archive (tar)", unpack},
	{0, "\x78\x9f\x3e\x22", "attachments as Outlook packs them (winmail.dat)", "save the attachments one by one, and add those"},
	{0, "L\x00\x00\x00\x01\x14\x02\x00", "a Windows shortcut, not the file that it leads to", "add that file itself"},
	{0, "book\x00\x00\x00\x00mark", "an alias of the Mac, not the file that it leads to", "add that file itself"},
	{0, "bplist00", "a property list of the Mac", "add the file that it belongs to"},
	{0, "SQLite format 3\x00", "a database", "export its candidates as CSV, and add that"},
	{0, "\x7fELF", "a program", notRead},
	{0, "MZ\x90", "a program", notRead},
	{0, "\xcf\xfa\xed\xfe", "a program", notRead},
	{0, "\xca\xfe\xba\xbe", "a program", notRead},
}

// textHead is the beginning of what may be a text, as far as its ASCII letters go, in lower case and without white space before.
func textHead(head []byte) string {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) { // UTF-16
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	return string(bytes.ToLower(bytes.TrimLeft(head, " \t\r\n")))
}

// tellMarks tells by the beginning of a text, as textHead gives it, the formats that are text and have marks.
func tellMarks(name, head string) format {
	xml := strings.HasPrefix(head, "<")
	has := func(s string) bool { return strings.Contains(head, s) }
	switch {
	case xml && (has("progid=\"word.document\"") || has("<w:worddocument")):
		return format{kind: content.DOCX} // Word 2003, in one XML file
	case xml && has("<pkg:package"):
		return format{kind: content.DOCX}
	case xml && has("<office:document") && !has("opendocument.spreadsheet") && !has("opendocument.presentation"):
		return format{kind: content.ODT} // Flat ODT
	case xml && (has("progid=\"excel.sheet\"") || has("urn:schemas-microsoft-com:office:spreadsheet")):
		return format{what: "an Excel table saved as XML (Excel 2003)", next: asTable}
	case isMHTML(head):
		return format{what: "a web archive (MHTML)", next: "save the page as HTML alone, or as PDF"}
	case isPage(name, head):
		return format{kind: content.HTML}
	case xml && has("<svg"):
		return format{what: "a picture (SVG)", next: notPictures}
	case strings.HasPrefix(head, "<?xml"):
		return format{what: "an XML file", next: asText}
	case isMailbox(name, head):
		return format{kind: content.Mailbox}
	case isMessage(name, head):
		return format{kind: content.Message}
	}
	return format{kind: content.Text}
}

// isPage reports whether a text begins like HTML.
func isPage(name, head string) bool {
	if !strings.HasPrefix(head, "<") {
		return (suffix(name) == ".html" || suffix(name) == ".htm") && strings.Contains(head, "<")
	}
	for _, s := range []string{"<html", "<!doctype html", "<head", "<body", "<meta"} {
		if strings.Contains(head[:min(len(head), 1024)], s) {
			return true
		}
	}
	return suffix(name) == ".html" || suffix(name) == ".htm" || suffix(name) == ".xhtml"
}

// tellText tells kinds of text apart, by what they hold where that says it, else by the name.
func tellText(name string, b []byte) format {
	text, ok := decode(b)
	switch {
	case !ok && suffix(name) == ".pdf":
		return format{what: "damaged: it is called a PDF, and does not begin like one", next: "ask for it again, or for another format"}
	case !ok:
		return format{what: whatBytes(b), next: "save it as UTF-8 text, and add that"}
	}
	return format{kind: textKind(name, text), text: text}
}

// textKind is the kind of a text.
func textKind(name, text string) content.Kind {
	switch suffix(name) {
	case ".jsonl", ".ndjson":
		return content.JSONL
	case ".csv", ".tsv", ".tab":
		return content.CSV
	case ".md", ".markdown", ".mdown", ".mkd":
		return content.Markdown
	}
	switch {
	case isJSONLines(text):
		return content.JSONL
	case isJSON(name, text):
		return content.JSON
	case isMarkdown(name, text):
		return content.Markdown
	case mayBeTable(text) && table.Looks(text):
		return content.CSV
	}
	return content.Text
}

// mayBeTable spares most texts the look at their columns: in a table, most lines have the same separator.
func mayBeTable(text string) bool {
	const looked = 12 // lines
	lines, with := 0, [4]int{}
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if lines++; lines > looked {
			break
		}
		for i, separator := range []string{",", ";", "\t", "|"} {
			if strings.Contains(line, separator) {
				with[i]++
			}
		}
	}
	return max(with[0], with[1], with[2], with[3])*2 >= min(lines, looked)
}

// isJSONLines reports whether a text is several JSON objects, one a line.
func isJSONLines(text string) bool {
	objects := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !strings.HasPrefix(line, "{") || !strings.HasSuffix(line, "}") || !json.Valid([]byte(line)) {
			return false
		}
		if objects++; objects == 3 {
			return true
		}
	}
	return objects > 1
}

// suffix is what follows the last dot of a name, the dot with it, in lower case.
func suffix(name string) string { return strings.ToLower(filepath.Ext(name)) }
