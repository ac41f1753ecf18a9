// Package pdf reads PDF: what a person reads on its pages, in reading order, through PDFium in a WebAssembly sandbox.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"candid/model"
	"candid/store/intake/content"

	"github.com/klippa-app/go-pdfium"
	pdferr "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// What one document may have.
const (
	maxPages = 200
	maxChars = 1_000_000 // on all pages together; a page of small print has 8,000

	memoryPages = 4096 // of 64 KiB each: what PDFium may take, 256 MiB
)

// Reader reads one document after the other. It is for one goroutine.
type Reader struct {
	pool pdfium.Pool
	lib  pdfium.Pdfium // nil when it has to be made anew
}

// Open starts PDFium. Its code is compiled into the folder cache, where it takes seconds the first time and a tenth of a second
// from then on. What lies in that folder is run: it has to be the caller's own, closed to others.
func Open(cache string) (*Reader, error) {
	compiled, err := wazero.NewCompilationCacheWithDir(cache)
	if err != nil {
		return nil, err
	}
	// A context that stops the code between two instructions would make all of it three times slower: whoever needs an end to
	// it ends the process.
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle:  1,
		MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), // the library would mount "/"
		Stdout:   discard{},
		Stderr:   discard{},
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(compiled).
			WithMemoryLimitPages(memoryPages),
	})
	if err != nil {
		return nil, err
	}
	r := &Reader{pool: pool}
	if err := r.renew(); err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// discard swallows what PDFium prints.
type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }

// renew makes a new instance of PDFium, with a memory of its own.
func (r *Reader) renew() error {
	lib, err := r.pool.GetInstance(10 * time.Second)
	if err != nil {
		return err
	}
	r.lib = lib
	return nil
}

// Close ends PDFium and gives its memory back.
func (r *Reader) Close() error {
	return r.pool.Close()
}

// Read gives the text of a PDF. With fast it is not looked whether a person can see each word on its page; nor is it where PDFium
// can read the pages and fails to draw them. An error is a *model.Problem of kind Refused.
func (r *Reader) Read(b []byte, fast bool) (content.Document, error) {
	d, err := r.read(b, fast)
	if err == broken && !fast {
		return r.read(b, true)
	}
	return d, err
}

func (r *Reader) read(b []byte, fast bool) (d content.Document, err error) {
	if r.lib == nil {
		if err := r.renew(); err != nil {
			return content.Document{}, problem("not read: PDFium does not start", "try again; the file may be whole", err)
		}
	}
	defer func() {
		if p := recover(); p != nil {
			err = errStopped
		}
		if err == nil || refused(err) {
			return
		}
		// PDFium stopped half-way: what its memory holds now is nothing to go on with, nor to tidy up.
		_ = r.lib.Kill()
		r.lib = nil
		d, err = content.Document{}, broken
	}()
	doc, err := open(r.lib, b)
	if err != nil {
		return content.Document{}, err
	}
	d, err = read(r.lib, doc, fast)
	if err == nil || refused(err) {
		_, _ = r.lib.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc})
	}
	return d, err
}

// errStopped is a panic of the library.
var errStopped = errors.New("PDFium stopped")

// refused reports whether an error says something of the document, and nothing of PDFium.
func refused(err error) bool {
	var p *model.Problem
	return errors.As(err, &p)
}

// open opens a document, a "protected" one with the empty password, which most of them take.
func open(lib pdfium.Pdfium, b []byte) (references.FPDF_DOCUMENT, error) {
	if len(b) == 0 {
		return "", problem("empty: the file has no bytes", "ask for it again", nil)
	}
	var none string
	doc, err := lib.OpenDocument(&requests.OpenDocument{File: &b, Password: &none})
	if err != nil {
		return "", refusal(b, err)
	}
	return doc.Document, nil
}

// broken is what is said when PDFium did not come through.
var broken = problem("damaged: PDFium gives up on it", "ask for it again, or for another format", nil)

const tail = 2048 // bytes at the end of a file, in which its last mark has to be

// refusal says in words why PDFium does not open a file.
func refusal(b []byte, err error) error {
	switch {
	case errors.Is(err, pdferr.ErrPassword):
		return problem("encrypted: it asks for a password", "ask for a copy without one", nil)
	case errors.Is(err, pdferr.ErrSecurity):
		return problem("encrypted in a way that PDFium does not know", "ask for a copy without protection", nil)
	case !bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")):
		return problem("not a PDF: it does not begin like one", "ask for it again, or for another format", nil)
	case !bytes.Contains(b[max(0, len(b)-tail):], []byte("%%EOF")):
		return problem(fmt.Sprintf("damaged: it breaks off after %d bytes, before its end", len(b)), "ask for it again", nil)
	case errors.Is(err, pdferr.ErrFormat), errors.Is(err, pdferr.ErrFile), errors.Is(err, pdferr.ErrPage):
		return problem("damaged: it begins like a PDF and cannot be opened as one", "ask for it again, or for another format", nil)
	}
	return err
}

func problem(what, next string, err error) *model.Problem {
	return &model.Problem{Kind: model.Refused, What: what, Next: next, Err: err}
}
