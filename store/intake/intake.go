package intake

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"candid/model"
)

// Item is what became of one file or subfolder: an application, or the problem that kept it from being one.
type Item struct {
	Path        string // the file, or the candidate's subfolder
	Application model.Application
	Problem     *model.Problem // nil when Application is set

	// How far the reading has come: what is dealt with, and what is found so far, in files, messages and rows. Found grows until
	// everything has been walked.
	Done, Found int
}

// Options says how to read. The zero value reads everything.
type Options struct {
	Fast    bool                         // leave out the search for text that is not visible on a PDF's page
	Map     string                       // which column of a table holds what, as the user gave it: "Full name=name,CV=document"
	Columns func(header []string) string // the mapping that is kept for a table with this header, "" for none; may be nil
	Say     func(string)                 // is told of long preparations, such as compiling the PDF reader once; may be nil
}

// maxFiles is how many files one candidate's subfolder may hold. Past it, the folder is more likely a pile of candidates.
const maxFiles = 40

// Read reads the files and folders at paths into applications, one at a time, in the order of their paths. A file that is
// refused never stops the rest. In a candidate's subfolder the files that can be read make the application, and each that
// cannot is an Item of its own with its problem. Hidden files are passed over, unless paths name them. When ctx ends,
// so does the sequence, and ctx.Err tells.
func Read(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		done, on := 0, true
		count := func(item Item) bool {
			done++
			item.Done, item.Found = done, done
			on = yield(item)
			return on
		}
		for _, path := range paths {
			if !on || ctx.Err() != nil {
				return
			}
			info, problem := stat(path)
			switch {
			case problem != nil:
				count(Item{Path: path, Problem: problem})
			case info.IsDir():
				readFolder(ctx, path, count)
			default:
				count(readCandidate(path))
			}
		}
	}
}

// readFolder yields an item for each file and each subfolder of a folder given.
func readFolder(ctx context.Context, folder string, yield func(Item) bool) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		yield(Item{Path: folder, Problem: unreadable(folder, err)})
		return
	}
	some := false
	for _, e := range entries {
		if hidden(e.Name()) {
			continue
		}
		some = true
		if ctx.Err() != nil {
			return
		}
		path := filepath.Join(folder, e.Name())
		if e.IsDir() {
			if !readSubfolder(ctx, path, yield) {
				return
			}
		} else if !yield(readCandidate(path)) {
			return
		}
	}
	if !some {
		yield(Item{Path: folder, Problem: &model.Problem{Kind: model.Refused, Subject: folder, What: "an empty folder",
			Next: "put each application into it: a file, or a subfolder with its files"}})
	}
}

// readCandidate makes a candidate of one file.
func readCandidate(path string) Item {
	doc, problem := readFile(path)
	if problem != nil {
		return Item{Path: path, Problem: problem}
	}
	return Item{Path: path, Application: assemble(path, fileStem(path), []document{doc})}
}

// readSubfolder makes a candidate of all files below a folder. It reports whether the reader wants more.
func readSubfolder(ctx context.Context, folder string, yield func(Item) bool) bool {
	files, problem := filesBelow(ctx, folder)
	if ctx.Err() != nil {
		return false
	}
	if problem != nil {
		return yield(Item{Path: folder, Problem: problem})
	}
	var docs []document
	var refused []Item
	for _, path := range files {
		if ctx.Err() != nil {
			return false
		}
		doc, problem := readFile(path)
		if problem != nil {
			refused = append(refused, Item{Path: path, Problem: problem})
			continue
		}
		docs = append(docs, doc)
	}
	if len(docs) > 0 && !yield(Item{Path: folder, Application: assemble(folder, filepath.Base(folder), docs)}) {
		return false
	}
	for _, item := range refused {
		if !yield(item) {
			return false
		}
	}
	return true
}

// filesBelow lists what a candidate's folder holds at any depth, hidden files left out, in the order of the paths.
func filesBelow(ctx context.Context, folder string) ([]string, *model.Problem) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case ctx.Err() != nil:
			return fs.SkipAll
		case path != folder && hidden(e.Name()) && e.IsDir():
			return fs.SkipDir
		case e.IsDir() || hidden(e.Name()):
			return nil
		case len(files) == maxFiles:
			return errTooMany
		}
		files = append(files, path)
		return nil
	})
	switch {
	case errors.Is(err, errTooMany):
		return nil, &model.Problem{Kind: model.Refused, Subject: folder,
			What: fmt.Sprintf("a subfolder is one candidate, and this one holds more than %d files", maxFiles),
			Next: "if each file in it is a candidate, add that folder by its own path"}
	case err != nil:
		return nil, unreadable(folder, err)
	case len(files) == 0:
		return nil, &model.Problem{Kind: model.Refused, Subject: folder, What: "an empty folder", Next: "put the candidate's files into it"}
	}
	return files, nil
}

var errTooMany = errors.New("too many files")

// hidden reports whether a file is the system's and not an applicant's.
func hidden(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}
