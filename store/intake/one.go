package intake

import (
	"context"

	"candid/model"
	"candid/store/intake/content"
)

// ReadOne reads the document of one candidate into an application, as Read reads a file that is not a table, a mailbox or an archive:
// of those it gives the Problem.
func ReadOne(ctx context.Context, path string, o Options) (model.Application, error) {
	b, problem := loadPlain(path)
	if problem != nil {
		return model.Application{}, problem
	}
	r := newReaders(o)
	defer r.Close()
	docs, refused := r.parts(ctx, path, b, nest{levels: 2})
	switch {
	case ctx.Err() != nil:
		return model.Application{}, ctx.Err()
	case len(docs) == 0 && len(refused) > 0:
		return model.Application{}, refused[0].Problem
	}
	return assemble(path, fileStem(path), docs), nil
}

// pastedName is what a document is called that came in without a file.
const pastedName = "pasted.txt"

// Pasted makes an application of the text of a resume that somebody pasted.
func Pasted(text string) (model.Application, error) {
	doc, problem := newDocument(pastedName, []byte(text), content.Text, content.Document{Text: text})
	if problem != nil {
		problem.Subject = "what was pasted"
		return model.Application{}, problem
	}
	doc.Document.Kind = model.Resume
	app := assemble("", "", []document{doc})
	return app, nil
}
