package intake

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"

	"candid/store/intake/content"
)

// maxNames is how many names of a ZIP's list are looked at to tell what it is. What makes a document of one stands first.
const maxNames = 2000

// tellZip tells the documents that are ZIP files inside from plain archives, by the names in its list; where it has none, being
// cut short, by what its beginning holds, and by its own name.
func tellZip(name string, head []byte, r io.ReaderAt, size int64) format {
	names, ok := zipNames(r, size)
	if !ok {
		names = string(head)
	}
	// An OpenDocument and an EPUB begin with a file that names what they are.
	if len(head) > 38 && string(head[30:38]) == "mimetype" {
		kind := string(head[38:min(len(head), 38+80)])
		switch {
		case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"):
			return format{kind: content.ODT}
		case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.spreadsheet"):
			return format{what: "a spreadsheet of OpenDocument (ODS)", next: asTable}
		case strings.HasPrefix(kind, "application/vnd.oasis.opendocument"):
			return format{what: "a presentation or drawing of OpenDocument", next: asPDF}
		case strings.HasPrefix(kind, "application/epub"):
			return format{what: "an electronic book (EPUB)", next: asText}
		}
	}
	has := func(s string) bool { return strings.Contains(names, s) }
	office := !ok || has("[Content_Types].xml") || has("_rels/.rels")
	switch {
	case office && has("word/"):
		return format{kind: content.DOCX}
	case office && has("xl/"):
		return format{kind: content.Sheet}
	case office && has("ppt/"):
		return format{what: "a presentation (PPTX)", next: asPDF}
	case office && has("visio/"):
		return format{what: "a drawing (Visio)", next: asPDF}
	case has("\nIndex/Document.iwa"), has("\nIndex/Metadata.iwa"), has("\nindex.apxl"), has("\nindex.xml") && has("\nbuildVersionHistory.plist"):
		return format{what: "a document of Apple's Pages, Numbers or Keynote", next: "export it as PDF or DOCX, and add that"}
	}
	if !ok && has("[Content_Types].xml") { // which only Office files begin with
		if suffix(name) == ".xlsx" {
			return format{kind: content.Sheet}
		}
		return format{kind: content.DOCX}
	}
	return format{kind: content.Archive}
}

// zipNames is the names in a ZIP's list, each behind "\n". It reports false where the list is not found. It is no reader of ZIP: it looks
// only for what tells the kinds apart.
func zipNames(r io.ReaderAt, size int64) (string, bool) {
	tail := make([]byte, min(size, 1<<16+22))
	if n, err := r.ReadAt(tail, size-int64(len(tail))); n < len(tail) && err != nil {
		return "", false
	}
	end := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if end < 0 || end+22 > len(tail) {
		return "", false
	}
	length, from := int64(binary.LittleEndian.Uint32(tail[end+12:])), int64(binary.LittleEndian.Uint32(tail[end+16:]))
	if start := size - int64(len(tail)) + int64(end) - length; start >= 0 && from > start || from == 1<<32-1 {
		from = start // what stands before the archive is not counted, or the numbers are too large for their places
	}
	list := make([]byte, min(max(length, 0), 256<<10, max(size-from, 0)))
	if n, err := r.ReadAt(list, from); n < len(list) && err != nil {
		return "", false
	}
	var names strings.Builder
	for range maxNames {
		if len(list) < 46 || string(list[:4]) != "PK\x01\x02" {
			break
		}
		name := int(binary.LittleEndian.Uint16(list[28:]))
		next := 46 + name + int(binary.LittleEndian.Uint16(list[30:])) + int(binary.LittleEndian.Uint16(list[32:]))
		if len(list) < 46+name {
			break
		}
		names.WriteByte('\n')
		names.Write(list[46 : 46+name])
		list = list[min(next, len(list)):]
	}
	return names.String(), names.Len() > 0
}

// tellOLE tells what the container of old Office formats holds, by the names of the streams in it.
func tellOLE(r io.ReaderAt, size int64) format {
	b := make([]byte, min(size, maxSize))
	n, _ := r.ReadAt(b, 0)
	b = b[:n]
	has := func(name string) bool {
		wide := make([]byte, 0, 2*len(name))
		for i := range len(name) {
			wide = append(wide, name[i], 0)
		}
		return bytes.Contains(b, wide)
	}
	switch {
	case has("EncryptedPackage"):
		return format{what: "locked with a password", next: "open it with the password, save it without one, and add that"}
	case has("WordDocument"):
		return format{what: "a Word document of the old kind (.doc)", next: asDocument}
	case has("__substg1.0_"), has("__properties_version1.0"):
		return format{what: "a message of Outlook (.msg)", next: asMail}
	case has("PowerPoint Document"):
		return format{what: "a presentation of the old kind (.ppt)", next: asPDF}
	case has("Workbook"), has("Book"):
		return format{what: "a workbook of the old kind (.xls)", next: asTable}
	}
	return format{what: "an Office file of the old kind", next: asDocument}
}
