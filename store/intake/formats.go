package intake

import (
	"bytes"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"candid/store/intake/content"
)

// format is one kind of text that can be read.
type format struct {
	kind  content.Kind
	sniff func(name, text string) bool                // whether a file of this name, decoded to this text, is one
	read  func(text string) (content.Document, error) // the problem's subject is filled in by the caller
}

// formats are tried in their order; the last takes every text.
var formats = []format{
	{content.JSON, isJSON, readJSONResume},
	{content.Markdown, isMarkdown, readMarkdown},
	{content.Text, func(string, string) bool { return true }, readText},
}

// magic is a format that is known by its first bytes and not read.
type magic struct {
	at    int
	bytes string
	what  string
}

var magics = []magic{
	{0, "{\\rtf", "an RTF document"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or locked Office document"},
	{0, "\x89PNG\r\n\x1a\n", "a picture (PNG)"},
	{0, "\xff\xd8\xff", "a picture (JPEG)"},
	{0, "GIF87a", "a picture (GIF)"},
	{0, "GIF89a", "a picture (GIF)"},
	{0, "II*\x00", "a picture (TIFF)"},
	{0, "MM\x00*", "a picture (TIFF)"},
	{8, "WEBP", "a picture (WebP)"},
	{4, "ftyphei", "a picture (HEIC)"},
	{4, "ftypmif", "a picture (HEIC)"},
	{4, "ftyp", "a video or sound file"},
	{0, "ID3", "a sound file"},
	{0, "%!PS", "a PostScript file"},
	{0, "\x1f\x8b", "a packed file (gzip)"},
	{0, "7z\xbc\xaf\x27\x1c", "an archive (7z)"},
	{0, "Rar!\x1a\x07", "an archive (RAR)"},
	{0, "BZh", "a packed file (bzip2)"},
	{0, "\xfd7zXZ\x00", "a packed file (xz)"},
	{0, "SQLite format 3\x00", "a database"},
	{0, "\x7fELF", "a program"},
	{0, "MZ\x90", "a program"},
}

const (
	asText  = "save it as text and add that"
	unpack  = "unpack it and add the folder"
	oneEach = "save each application as a file of its own"
)

// unread says what a file is that no reader here takes, and the way out; both are empty for what may be text.
func unread(name string, b []byte) (what, next string) {
	if what, next := unreadBytes(b); what != "" {
		return what, next
	}
	head := b[:min(len(b), 1024)]
	return unreadText(name, string(bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"))))
}

// unreadBytes tells by the first bytes the formats that are no text.
func unreadBytes(b []byte) (what, next string) {
	head := b[:min(len(b), 1024)]
	if bytes.Contains(head, []byte("%PDF-")) {
		return "a PDF, which this version does not read", asText
	}
	if bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06")) {
		return unreadZip(b)
	}
	for _, m := range magics {
		if len(b) >= m.at+len(m.bytes) && string(b[m.at:m.at+len(m.bytes)]) == m.bytes {
			next = asText
			if strings.Contains(m.what, "archive") || strings.Contains(m.what, "packed") {
				next = unpack
			}
			return m.what + ", which this version does not read", next
		}
	}
	return "", ""
}

// unreadZip tells the documents that are zip files inside from plain archives.
func unreadZip(b []byte) (what, next string) {
	has := func(s string) bool { return bytes.Contains(b, []byte(s)) }
	switch {
	case has("word/"):
		return "a Word document (DOCX), which this version does not read", asText
	case has("application/vnd.oasis.opendocument.text"):
		return "an OpenDocument text (ODT), which this version does not read", asText
	case has("xl/"), has("application/vnd.oasis.opendocument.spreadsheet"):
		return "a spreadsheet, which this version does not read", oneEach
	case has("ppt/"):
		return "a presentation, which this version does not read", asText
	default:
		return "an archive (ZIP)", unpack
	}
}

// unreadText tells by the head, in lower case, the formats that are text themselves but not text to read.
func unreadText(name, head string) (what, next string) {
	starts := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if strings.HasPrefix(head, p) {
				return true
			}
		}
		return false
	}
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case starts("<?xml") && (strings.Contains(head, "word.document") || strings.Contains(head, "w:worddocument")):
		return "a Word document saved as XML, which this version does not read", asText
	case starts("<!doctype html", "<html"), starts("<?xml") && strings.Contains(head, "<html"):
		return "a web page (HTML), which this version does not read", asText
	case starts("from: <saved by"), strings.Contains(head, "\nsnapshot-content-location:"):
		return "a web archive (MHTML), which this version does not read", "save the page as HTML alone, or its text"
	case starts("<?xml"):
		return "an XML file, which this version does not read", asText
	case starts("from ") && strings.Contains(head, "\nfrom: "), ext == ".mbox":
		return "a mailbox, which this version does not read", oneEach
	case ext == ".eml", starts("return-path:", "received:", "mime-version:", "message-id:", "delivered-to:"):
		return "an e-mail message, which this version does not read", "save its text or attachments and add those"
	case utf8.ValidString(head) && (ext == ".csv" || ext == ".tsv"):
		return "a table, which this version does not read", oneEach
	}
	return "", ""
}
