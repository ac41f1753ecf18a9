package intake

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"candid/model"
	"candid/store/intake/content"
)

// walk finds what is to be read, and puts it into a flow.
type walk struct {
	*flow
	readers *readers
}

// found counts what came to light.
func (w *walk) count(n int) { w.found.Add(int64(n)) }

// path puts in what is at a path that was given. It reports false when no more is wanted.
func (w *walk) path(path string) bool {
	info, problem := stat(path)
	switch {
	case problem != nil:
		w.count(1)
		return w.ready(1, Item{Path: path, Problem: problem})
	case info.IsDir() && w.readers.options.Within:
		w.count(1)
		return w.subfolder(path, w.readers.inFolder(filepath.Dir(path), false))
	case info.IsDir():
		return w.folder(path)
	}
	w.count(1)
	return w.file(path, info.Size(), w.readers.inFolder(filepath.Dir(path), false))
}

// folder puts in each file and each subfolder of a folder.
func (w *walk) folder(folder string) bool {
	entries, err := os.ReadDir(folder)
	if err != nil {
		w.count(1)
		return w.ready(1, Item{Path: folder, Problem: unreadable(folder, err)})
	}
	var some []fs.DirEntry
	for _, e := range entries {
		if !hidden(e.Name()) {
			some = append(some, e)
		}
	}
	w.count(max(1, len(some)))
	if len(some) == 0 {
		return w.ready(1, Item{Path: folder, Problem: emptyFolder(folder)})
	}
	among := w.readers.inFolder(folder, true)
	read := map[string]bool{} // the tables
	for _, e := range some {
		if !namedTable(e.Name()) || e.IsDir() {
			continue
		}
		path := filepath.Join(folder, e.Name())
		b, problem := loadPlain(path)
		if problem != nil {
			continue // which is said in its place
		}
		is, more := w.table(path, b, among)
		if !more {
			return false
		}
		read[e.Name()] = is
	}
	for _, e := range some {
		path := filepath.Join(folder, e.Name())
		more := true
		switch {
		case read[e.Name()]:
		case among.took(e.Name()):
			w.count(-1)
		case e.IsDir():
			more = w.subfolder(path, among)
		default:
			more = w.entry(path, among)
		}
		if !more {
			return false
		}
	}
	return true
}

// entry puts in a file of a folder.
func (w *walk) entry(path string, among *neighbours) bool {
	info, problem := stat(path)
	if problem == nil && info.IsDir() {
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: "a link to a folder", Next: "add that folder by its own path"}
	}
	if problem != nil {
		return w.ready(1, Item{Path: path, Problem: problem})
	}
	return w.file(path, info.Size(), among)
}

// file puts in a file, or what is in it.
func (w *walk) file(path string, size int64, among *neighbours) bool {
	if size > maxBox {
		return w.ready(1, Item{Path: path, Problem: &model.Problem{Kind: model.Refused, Subject: path,
			What: fmt.Sprintf("larger than %d GB", maxBox>>30), Next: "look at the file; a large archive can be unpacked and added as a folder"}})
	}
	t, b, problem := open(path, size)
	switch {
	case problem != nil:
		return w.ready(1, Item{Path: path, Problem: problem})
	case t.kind == content.Archive:
		return w.archive(box{path: path})
	case t.kind == content.Mailbox:
		return w.mailbox(box{path: path})
	}
	return w.put(&unit{path: path, cost: size, holds: 1, read: func() []Item { return w.readers.candidate(w.ctx, path, b, false, among) }})
}

// open reads a file, but of a box only as much as tells that it is one.
func open(path string, size int64) (format, []byte, *model.Problem) {
	f, err := os.OpenFile(path, os.O_RDONLY|noWait, 0)
	if err != nil {
		return format{}, nil, unreadable(path, err)
	}
	defer f.Close()
	head := make([]byte, min(size, headBytes))
	n, _ := f.ReadAt(head, 0)
	head = head[:n]
	if strings.HasPrefix(string(head), "PK") || strings.HasPrefix(textHead(head), "from ") || size > maxSize {
		if t := tellHead(filepath.Base(path), head, f, size); t.kind == content.Archive || t.kind == content.Mailbox {
			return t, nil, nil
		}
	}
	if size > maxSize {
		what, next := tooLargeToRead()
		return format{}, nil, &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}
	}
	b, problem := loadFrom(f, path)
	return format{}, b, problem
}

// subfolder puts in the candidate whose files are below a folder; of a pile, each that lies in it.
func (w *walk) subfolder(folder string, among *neighbours) bool {
	files, sum, pile, problem := filesBelow(w.ctx, folder, func(path string) bool {
		name, err := filepath.Rel(among.path, path)
		return err == nil && among.took(filepath.ToSlash(name))
	})
	if pile {
		w.count(-1)
		return w.folder(folder)
	}
	if problem == nil && len(files) == 0 { // each was named by a table
		w.count(-1)
		return w.ctx.Err() == nil
	}
	if problem != nil {
		return w.ready(1, Item{Path: folder, Problem: problem})
	}
	return w.put(&unit{path: folder, cost: sum, holds: 1, read: func() []Item {
		c := gathered{readers: w.readers}
		for _, path := range files {
			b, problem := loadPlain(path)
			c.add(w.ctx, path, b, problem)
		}
		return c.items(folder)
	}})
}

// loadPlain reads a file after a look at whether it is one.
func loadPlain(path string) ([]byte, *model.Problem) {
	info, problem := stat(path)
	if problem == nil && info.IsDir() {
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: "a link to a folder", Next: "add that folder by its own path"}
	}
	if problem == nil && info.Size() > maxSize {
		what, next := tooLargeToRead()
		problem = &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}
	}
	if problem != nil {
		return nil, problem
	}
	return load(path)
}

func emptyFolder(folder string) *model.Problem {
	return &model.Problem{Kind: model.Refused, Subject: folder, What: "an empty folder", Next: "put each application into it: a file, or a subfolder with its files"}
}

// filesBelow lists what a candidate's folder holds at any depth, hidden files left out, in the order of the paths, and how many
// bytes that is. Those that leave reports true for are passed over; it may be that nothing else is there. Of a pile of
// candidates it tells only that it is one.
func filesBelow(ctx context.Context, folder string, leave func(path string) bool) (files []string, sum int64, pile bool, problem *model.Problem) {
	some := false
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
		case leave(path):
			some = true
			return nil
		case len(files) == maxFiles, holdsMany(e.Name()):
			pile = true
			return fs.SkipAll
		}
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() <= maxSize {
			sum += info.Size()
		}
		files = append(files, path)
		return nil
	})
	switch {
	case err != nil:
		return nil, 0, false, unreadable(folder, err)
	case pile:
		return nil, 0, true, nil
	case len(files) == 0 && !some && ctx.Err() == nil:
		return nil, 0, false, &model.Problem{Kind: model.Refused, Subject: folder, What: "an empty folder", Next: "put the candidate's files into it"}
	case sum > maxSum:
		return nil, 0, false, tooMuch(folder)
	}
	return files, sum, false, nil
}

// hidden reports whether a file is the system's and not an applicant's.
func hidden(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// hiddenPath reports whether a file, or a folder that it lies in, is the system's. Its parts are parted by "/".
func hiddenPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if hidden(part) {
			return true
		}
	}
	return false
}
