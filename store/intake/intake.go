package intake

import (
	"context"
	"iter"
	"path/filepath"

	"candid/model"
	"candid/store/intake/content"
)

// Item is what became of one file or subfolder: an application, or the problem that kept it from being one.
type Item struct {
	Path        string // the file, or the candidate's subfolder; what is in an archive has the archive's path before its own
	Application model.Application
	Problem     *model.Problem // nil when Application is set
	Whose       model.Contacts // who a refused file seems to be from, as far as its bytes say: whom to ask for another

	// How far the reading has come: what is dealt with, and what is found so far, in files, messages and rows. Found grows until
	// everything has been walked.
	Done, Found int
}

// Options says how to read. The zero value reads everything.
type Options struct {
	Fast    bool                         // leave out the search for text that is not visible on a PDF's page
	Map     string                       // which column of a table holds what, as the user gave it: "Full name=name,CV=document"
	Within  bool                         // each path is in a folder of applications: a folder among them is one candidate
	Columns func(header []string) string // the mapping that is kept for a table with this header, "" for none; may be nil
	Mapped  func(path string, m Mapping) // is told what the columns of each table are taken as; may be nil; may be called by any goroutine
	Say     func(string)                 // is told of long preparations, such as compiling the PDF reader once; may be nil; may be called by any goroutine
}

// Read reads the files and folders at paths into applications, one at a time, in the order of their paths. A file that is
// refused never stops the rest. In a candidate's subfolder the files that can be read make the application, and each that
// cannot is an Item of its own with its problem. Hidden files are passed over, unless paths name them. When ctx ends,
// so does the sequence, and ctx.Err tells; no child process and no goroutine is left then.
//
// Reading goes on on all cores while an item is looked at, as far as a bounded part of the memory allows.
func Read(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r := newReaders(o)
		defer r.Close()
		f := newFlow(ctx)
		w := walk{f, r}
		f.run(func() {
			for _, path := range paths {
				if !w.path(path) {
					return
				}
			}
		}, yield)
	}
}

// candidate makes a candidate of one file that is not in a folder of its own; of a table or a mailbox, several.
// packed says that the file is in an archive.
func (r *readers) candidate(ctx context.Context, path string, b []byte, packed bool, among *neighbours) []Item {
	f, problem := recognise(path, b)
	if problem != nil {
		return refused(path, problem, b)
	}
	switch f.kind {
	case content.Message:
		l, problem := r.message(ctx, path, b)
		if problem != nil {
			return []Item{{Path: path, Problem: problem}}
		}
		return r.letter(ctx, path, l, nest{1, packed})
	case content.Mailbox:
		return r.letters(ctx, box{path: path, bytes: b}, packed)
	case content.Archive:
		return []Item{{Path: path, Problem: nested(path)}}
	case content.CSV, content.JSONL, content.JSON, content.Sheet:
		if all, is := r.table(ctx, path, f, b, among); is {
			var items []Item
			for _, p := range all {
				items = append(items, p.items()...)
			}
			return items
		}
	}
	doc, problem := r.document(ctx, path, f, b)
	if problem != nil {
		return refused(path, problem, b)
	}
	return []Item{{Path: path, Application: assemble(path, fileStem(path), []document{doc})}}
}

// gathered is one candidate's files, as they are read one after the other.
type gathered struct {
	readers *readers
	packed  bool // they are in an archive, so that no other is unpacked
	docs    []document
	paths   []string // where each of docs was read from
	refused []Item
}

// add reads a file, or notes why it is not read.
func (c *gathered) add(ctx context.Context, path string, b []byte, problem *model.Problem) {
	if problem != nil {
		c.refused = append(c.refused, Item{Path: path, Problem: problem})
		return
	}
	if ctx.Err() != nil {
		return
	}
	docs, refused := c.readers.parts(ctx, path, b, nest{2, c.packed})
	c.docs, c.refused = append(c.docs, docs...), append(c.refused, refused...)
	for range docs {
		c.paths = append(c.paths, path)
	}
}

// items is the application, where a file could be read, and what was refused. Files that turn out to be several people's are an
// application each; those of one person come together again where they are kept.
func (c *gathered) items(path string) []Item {
	if len(c.docs) == 0 {
		return c.refused
	}
	if severalPeople(c.docs) {
		var items []Item
		for i, d := range c.docs {
			items = append(items, Item{Path: c.paths[i], Application: assemble(c.paths[i], fileStem(c.paths[i]), []document{d})})
		}
		return append(items, c.refused...)
	}
	return append([]Item{{Path: path, Application: assemble(path, filepath.Base(path), c.docs)}}, c.refused...)
}
