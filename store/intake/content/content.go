// Package content is what the readers of file formats make of bytes: the text of a document, the files that a container
// holds, a message, a table. Readers give it, intake makes applications of it.
package content

import "candid/model"

// Kind is a format, told from the bytes of a file.
type Kind uint8

// The kinds that are read.
const (
	Text     Kind = iota + 1 // plain text in any encoding
	Markdown                 // plain text with the marks of Markdown
	JSON                     // JSON Resume and its cousins, the answer of an applicant tracking system
	HTML                     // a web page
	PDF
	DOCX
	ODT
	RTF
	Message // one e-mail message
	Mailbox // many, in one file (mbox)
	CSV     // a table whose cells are parted by commas, semicolons or tabs
	JSONL   // a table of one JSON object a line
	Sheet   // a workbook (XLSX)
	Archive // ZIP
)

var kindNames = [...]string{"", "text", "markdown", "json", "html", "pdf", "docx", "odt", "rtf", "mail", "mailbox", "csv", "jsonl", "xlsx", "zip"}

// String is the kind in a word, as model.Document.Format has it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// Document is what a reader makes of one document.
type Document struct {
	// Text is the document as a person reads it on the page, lines parted by "\n". A line of a page is a line here: a reader
	// does not join the lines of a paragraph where the format does not say that it is one. Bullets begin with "• ", headings
	// of formats that know them with "# " to "###### " where Marked is set and else with a blank line above and none below, cells
	// of a row of a table are parted by " | ".
	Text   string
	Marked bool // Text is Markdown: headings, bold, links bear its marks

	// Flowing says that the format tells where a paragraph ends, and so does Text: none goes over several lines.
	Flowing bool

	Aside []Aside        // what is in the file and no part of what a person reads on its pages
	Large string         // the words set largest on the first page, or its title: of a resume mostly the name; "" when nothing stands out
	Links []string       // where the document's links lead (mailto: and tel: included), in order, when the text does not say so itself
	Said  model.Contacts // what the format states of who it is about, such as the fields of JSON Resume
	Pages int            // 0: the format has none
}

// Aside is words that are in a file and no part of what a person reads on its pages. It accuses nobody: it is a fact with its place.
type Aside struct {
	Why   Why
	Place string // "page 2", "line 14", "header"; "" when there is nothing to say
	Text  string // one line or several
}

// Why says what keeps words apart from the text.
type Why uint8

// The reasons.
const (
	Unseen  Why = iota + 1 // not visible on the page
	Machine                // addressed to a machine rather than a reader
)

var whyNames = [...]string{"", "text not visible on the page", "addressed to a machine, not to a reader"}

// String is the reason as the screen has it.
func (w Why) String() string {
	if int(w) < len(whyNames) {
		return whyNames[w]
	}
	return ""
}

// File is a file in another: an attachment, an entry of an archive.
type File struct {
	Name  string // as the container has it, with "/" between folders; hostile like all else
	Bytes []byte
}

// Letter is one e-mail message.
type Letter struct {
	From    string // the sender's name as the message has it; "" when it has none
	Email   string // the sender's address
	Date    model.Time
	Subject string
	Body    Document // the message itself: a cover letter, mostly
	Files   []File   // the attachments, in order; pictures of signatures and the like left out
}

// Table is rows of cells. All rows have as many cells as Header.
type Table struct {
	Name   string // of the sheet; "" where there is one only
	Header []string
	Rows   [][]string
	Lines  []int // the line or row of the file that each row begins in, from 1
}

// Entry is one file of an archive, before it is unpacked.
type Entry struct {
	Name string
	Size int64 // unpacked, as the archive states; in bytes
}

// Piece is one thing that a reader gives of a file; exactly one field is set. Most files give one piece, a container several.
type Piece struct {
	Document *Document
	Letter   *Letter
	Table    *Table
	File     *File
	Entries  []Entry
	Problem  *model.Problem // of the file, or of the part of it that Subject names; other pieces may follow
}
