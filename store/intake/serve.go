package intake

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"os"

	"candid/model"
	"candid/store/intake/archive"
	"candid/store/intake/child"
	"candid/store/intake/content"
	"candid/store/intake/mail"
	"candid/store/intake/office"
	"candid/store/intake/pdf"
	"candid/store/intake/table"
	"candid/store/intake/web"
)

// serveArg is the hidden first argument that makes the program a child, which reads strangers' files for another. The second
// says which.
const (
	serveArg   = "--read-for-candid"
	servePDF   = "pdf"
	serveOther = "other"
)

// Served reports whether the arguments, the program's name left out, make this process a child, and if so is its whole life: the
// exit code is given back when it is over. Every program that reads applications calls it before anything else.
func Served(args []string) (code int, is bool) {
	if len(args) != 2 || args[0] != serveArg {
		return 0, false
	}
	out := os.Stdout
	os.Stdout = os.Stderr // whatever a library prints is no answer
	open := func(string) (child.Reader, error) { return serve, nil }
	if args[1] == servePDF {
		open = servePDFs
	}
	return child.Serve(os.Stdin, out, open), true
}

// servePDFs is the reader of a child that reads PDFs only.
func servePDFs(cache string) (child.Reader, error) {
	r, err := pdf.Open(cache)
	if err != nil {
		return nil, err
	}
	return func(q child.Request) iter.Seq[content.Piece] {
		return func(yield func(content.Piece) bool) {
			yield(onePiece(r.Read(q.Bytes, q.Fast)))
		}
	}, nil
}

// serve reads every other kind.
func serve(q child.Request) iter.Seq[content.Piece] {
	return func(yield func(content.Piece) bool) {
		switch q.Kind {
		case content.HTML:
			yield(onePiece(web.Page(q.Bytes)))
		case content.DOCX, content.ODT:
			read := map[content.Kind]func([]byte) (content.Document, error){content.DOCX: office.DOCX, content.ODT: office.ODT}[q.Kind]
			if !bytes.HasPrefix(q.Bytes, []byte("PK")) {
				read = office.FlatXML
			}
			yield(onePiece(read(q.Bytes)))
		case content.RTF:
			yield(onePiece(office.RTF(q.Bytes)))
		case content.Message:
			l, err := mail.Message(q.Bytes)
			p := content.Piece{Letter: &l}
			if err != nil {
				p = content.Piece{Problem: asProblem(err)}
			}
			yield(p)
		case content.Sheet:
			serveTables(yield)(table.Sheet(q.Bytes))
		case content.CSV:
			serveTables(yield)(table.CSV(string(q.Bytes)))
		case content.JSONL:
			serveTables(yield)(table.JSONL(string(q.Bytes)))
		case content.Mailbox:
			serveMailbox(q, yield)
		case content.Archive:
			serveArchive(q, yield)
		default:
			yield(content.Piece{Problem: &model.Problem{Kind: model.Refused, What: "of a kind that is not read: " + q.Kind.String(), Next: asDocument}})
		}
	}
}

// serveTables gives what a reader of tables gave.
func serveTables(yield func(content.Piece) bool) func([]content.Table, error) {
	return func(tables []content.Table, err error) {
		for _, t := range tables {
			if !yield(content.Piece{Table: &t}) {
				return
			}
		}
		if err != nil {
			yield(content.Piece{Problem: asProblem(err)})
		}
	}
}

// onePiece is what a reader of single documents gave.
func onePiece(d content.Document, err error) content.Piece {
	if err != nil {
		return content.Piece{Problem: asProblem(err)}
	}
	return content.Piece{Document: &d}
}

// asProblem is a reader's error, which is a *model.Problem.
func asProblem(err error) *model.Problem {
	var p *model.Problem
	if !errors.As(err, &p) {
		p = &model.Problem{Kind: model.Refused, What: "cannot be read", Next: asDocument, Err: err}
	}
	return p
}

// serveArchive lists an archive, or gives those of its files that are wanted, in the order in which they are.
func serveArchive(q child.Request, yield func(content.Piece) bool) {
	r, size, done, err := reach(q)
	if err != nil {
		yield(content.Piece{Problem: asProblem(err)})
		return
	}
	defer done()
	a, err := archive.Read(r, size)
	if err != nil {
		yield(content.Piece{Problem: asProblem(err)})
		return
	}
	if q.Entries == nil {
		yield(content.Piece{Entries: a.Entries()})
		return
	}
	for _, name := range q.Entries {
		f, err := a.Open(name)
		p := content.Piece{File: &f}
		if err != nil {
			problem := *asProblem(err)
			problem.Subject = name
			p = content.Piece{Problem: &problem}
		}
		if !yield(p) {
			return
		}
	}
}

// serveMailbox gives the messages of a mailbox, or the problem of each that is refused.
func serveMailbox(q child.Request, yield func(content.Piece) bool) {
	r, size, done, err := reach(q)
	if err != nil {
		yield(content.Piece{Problem: asProblem(err)})
		return
	}
	defer done()
	for l, err := range mail.Mailbox(io.NewSectionReader(r, 0, size)) {
		p := content.Piece{Letter: &l}
		if err != nil {
			p = content.Piece{Problem: asProblem(err)}
		}
		if !yield(p) {
			return
		}
	}
}

// reach is the bytes of a request, wherever they are.
func reach(q child.Request) (r io.ReaderAt, size int64, done func(), err error) {
	if q.Bytes != nil {
		return bytes.NewReader(q.Bytes), int64(len(q.Bytes)), func() {}, nil
	}
	f, err := os.OpenFile(q.Path, os.O_RDONLY|noWait, 0)
	if err != nil {
		return nil, 0, nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, nil, err
	}
	return f, info.Size(), func() { f.Close() }, nil
}
