package intake

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"candid/model"
	"candid/store/intake/content"
)

// maxBeside is how many files are looked through for those that a table names.
const maxBeside = 100_000

// neighbours is the files among which those lie that a table names. A stranger may have written the table: nothing outside is read.
type neighbours struct {
	readers *readers
	path    string                                         // what they lie in, as it is shown
	names   func() []string                                // all of them, with "/" between folders
	has     func(name string) (size int64, is bool)        // whether there is such a file; its bytes, as far as is known
	open    func(name string) (b []byte, p *model.Problem) // the bytes of one that there is

	mu     sync.Mutex
	byBase map[string][]string // the names by their last part in small letters
	taken  map[string]bool     // those that a row named: they are no candidates of their own
}

// find is the file that is meant by a name: by its path among the files, else by its last part where only one has it. "" where
// there is none.
func (s *neighbours) find(name string) (found string, size int64, problem *model.Problem) {
	if size, is := s.has(name); is {
		return name, size, nil
	}
	if !strings.Contains(name, "/") {
		switch others := s.called(name); len(others) {
		case 0:
		case 1:
			if size, is := s.has(others[0]); is {
				return others[0], size, nil
			}
		default:
			return "", 0, &model.Problem{Kind: model.Refused, What: "several files of this name lie in folders beside the table", Next: "name the folder too"}
		}
	}
	return "", 0, &model.Problem{Kind: model.Missing, What: "no such file beside the table", Next: "put it there and add the table again"}
}

// claim keeps the file that a row names from being a candidate of its own, and gives its size in bytes.
func (s *neighbours) claim(name string) int64 {
	for _, try := range attempts(name) {
		found, size, problem := s.find(try)
		if problem != nil {
			continue
		}
		s.mu.Lock()
		s.taken[found] = true
		s.mu.Unlock()
		return size
	}
	return 0
}

// attach reads the document that a row names.
func (s *neighbours) attach(ctx context.Context) func(name string) (document, *model.Problem) {
	return func(name string) (document, *model.Problem) {
		name, _, problem := s.find(name)
		if problem != nil {
			return document{}, problem
		}
		b, problem := s.open(name)
		if problem != nil {
			return document{}, problem
		}
		return s.readers.bytes(ctx, inside(s.path, name), b)
	}
}

// called is the files whose name, without folders, is this one in whatever letters.
func (s *neighbours) called(name string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.byBase == nil {
		s.byBase = map[string][]string{}
		for _, n := range s.names() {
			base := strings.ToLower(path.Base(n))
			s.byBase[base] = append(s.byBase[base], n)
		}
	}
	return s.byBase[strings.ToLower(name)]
}

// took reports whether a row named a file.
func (s *neighbours) took(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.taken[name]
}

// inFolder is the files of a folder, at any depth if deep. Links that lead out of it are not followed.
func (r *readers) inFolder(folder string, deep bool) *neighbours {
	s := &neighbours{readers: r, path: folder, taken: map[string]bool{}}
	plain := func(root *os.Root, name string) (fs.FileInfo, bool) {
		info, err := root.Stat(filepath.FromSlash(name))
		return info, err == nil && info.Mode().IsRegular() && !hiddenPath(name)
	}
	s.has = func(name string) (int64, bool) {
		root, err := os.OpenRoot(folder)
		if err != nil {
			return 0, false
		}
		defer root.Close()
		info, is := plain(root, name)
		if !is {
			return 0, false
		}
		return min(info.Size(), maxSize), true
	}
	s.open = func(name string) ([]byte, *model.Problem) {
		root, err := os.OpenRoot(folder)
		if err != nil {
			return nil, unreadable(folder, err)
		}
		defer root.Close()
		if info, is := plain(root, name); !is || info.Size() > maxSize {
			what, next := tooLargeToRead()
			return nil, &model.Problem{Kind: model.Refused, What: what, Next: next}
		}
		f, err := root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|noWait, 0)
		if err != nil {
			return nil, unreadable(inside(folder, name), err)
		}
		defer f.Close()
		return loadFrom(f, inside(folder, name))
	}
	s.names = func() []string {
		var names []string
		_ = filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			name, relErr := filepath.Rel(folder, path)
			switch {
			case len(names) == maxBeside:
				return fs.SkipAll
			case err != nil || relErr != nil:
				return nil // what cannot be looked into holds nothing that can be attached
			case e.IsDir() && path != folder && (!deep || hidden(e.Name())):
				return fs.SkipDir
			case !e.IsDir() && !hidden(e.Name()):
				names = append(names, filepath.ToSlash(name))
			}
			return nil
		})
		return names
	}
	return s
}

// inArchive is the files of an archive below a folder of it, whose name ends with "/" or is empty.
func (r *readers) inArchive(ctx context.Context, b box, entries []content.Entry, root string) *neighbours {
	s := &neighbours{readers: r, path: inside(b.path, root), taken: map[string]bool{}}
	sizes := map[string]int64{}
	var below []string
	for _, e := range entries {
		name := strings.TrimPrefix(e.Name, root)
		sizes[name] = e.Size
		below = append(below, name)
	}
	s.names = func() []string { return below }
	s.has = func(name string) (int64, bool) {
		size, is := sizes[name]
		return min(size, maxSize), is
	}
	s.open = func(name string) (bytes []byte, problem *model.Problem) {
		r.unpack(ctx, b, []string{root + name}, func(_ string, b []byte, p *model.Problem) bool {
			bytes, problem = b, p
			return true
		})
		return bytes, problem
	}
	return s
}
