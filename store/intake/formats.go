package intake

import (
	"context"
	"runtime"
	"time"

	"candid/model"
	"candid/store/intake/child"
	"candid/store/intake/content"
)

// What children may take. A resume is read in a hundredth of it.
const (
	pdfMemory   = 1 << 30
	otherMemory = 256 << 20
	deadline    = 5 * time.Second
	renewAfter  = 200             // documents
	compileTime = 3 * time.Minute // for the PDF reader, on the slowest machine
	startTime   = 20 * time.Second
)

// readers is what reads strangers' files: this process, and the children that it starts when they are needed.
type readers struct {
	options Options
	pdfs    *child.Pool // of PDFs
	others  *child.Pool // of other documents, messages and tables
	boxes   *child.Pool // of what is read bit by bit while its parts are read by the others: archives and mailboxes
}

// newReaders is readers with nothing started. Close ends them.
func newReaders(o Options) *readers {
	limits := child.Limits{Args: []string{serveArg, serveOther}, Children: runtime.GOMAXPROCS(0), Memory: otherMemory, Deadline: deadline, Ready: startTime, Renew: renewAfter}
	r := &readers{options: o, others: child.NewPool(limits)}
	limits.Children++ // one is held by the walk
	r.boxes = child.NewPool(limits)
	limits.Children--
	limits.Args, limits.Memory, limits.Ready = []string{serveArg, servePDF}, pdfMemory, compileTime
	limits.Compile, limits.Cache = true, cacheFolder()
	limits.Cold = func(kept bool) {
		switch {
		case o.Say == nil:
		case kept:
			o.Say("preparing the PDF reader, once on this machine")
		default:
			o.Say("preparing the PDF reader: there is no folder of yours alone to keep it in")
		}
	}
	r.pdfs = child.NewPool(limits)
	return r
}

// Close ends all children.
func (r *readers) Close() {
	for _, p := range []*child.Pool{r.pdfs, r.others, r.boxes} {
		p.Close()
	}
}

// document reads a file that is one document, from its bytes. Of the path only the name is used.
func (r *readers) document(ctx context.Context, path string, t format, b []byte) (document, *model.Problem) {
	var read content.Document
	var problem *model.Problem
	switch t.kind {
	case content.Text, content.Markdown:
		read.Text = t.text
	case content.JSON:
		d, err := readJSONResume(t.text)
		if err != nil {
			return document{}, refusal(path, err)
		}
		read = d
	case content.PDF:
		read, problem = r.ask(ctx, r.pdfs, t.kind, path, b)
	case content.HTML, content.DOCX, content.ODT, content.RTF:
		read, problem = r.ask(ctx, r.others, t.kind, path, b)
	default:
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: t.called() + ", not one document", Next: "add it by its own path"}
	}
	if problem != nil {
		return document{}, problem
	}
	return newDocument(path, b, t.kind, read)
}

// ask has a child read a document.
func (r *readers) ask(ctx context.Context, pool *child.Pool, kind content.Kind, path string, b []byte) (content.Document, *model.Problem) {
	var read *content.Document
	var problem *model.Problem
	for piece := range pool.Read(ctx, child.Request{Kind: kind, Name: cleanName(path), Bytes: b, Fast: r.options.Fast}) {
		switch {
		case piece.Problem != nil:
			problem = refusal(path, piece.Problem)
		case piece.Document != nil:
			read = piece.Document
		}
	}
	switch {
	case problem != nil:
		return content.Document{}, problem
	case read == nil:
		return content.Document{}, noAnswer(ctx, path)
	}
	return *read, nil
}

// noAnswer is the problem of a file of which a child said nothing at all: mostly that it was called off.
func noAnswer(ctx context.Context, path string) *model.Problem {
	return &model.Problem{Kind: model.Failed, Subject: path, What: "its reader gave nothing", Next: "try again", Err: ctx.Err()}
}

// bytes reads a document that was loaded, whatever it is.
func (r *readers) bytes(ctx context.Context, path string, b []byte) (document, *model.Problem) {
	t, problem := recognise(path, b)
	if problem != nil {
		return document{}, problem
	}
	return r.document(ctx, path, t, b)
}

// recognise tells what a file is, and refuses what is not read.
func recognise(path string, b []byte) (format, *model.Problem) {
	if len(b) == 0 {
		return format{}, &model.Problem{Kind: model.Refused, Subject: path, What: "an empty file (0 bytes)", Next: "ask the candidate to send it again"}
	}
	t := tell(path, b)
	if t.kind == 0 {
		return t, &model.Problem{Kind: model.Refused, Subject: path, What: t.what, Next: t.next}
	}
	return t, nil
}
