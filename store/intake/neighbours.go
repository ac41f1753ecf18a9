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
)

// maxBeside is how many files are looked through for those that a table names.
const maxBeside = 100_000

// neighbours is the files among which those lie that a table names. A stranger may have written the table: nothing outside is read.
type neighbours struct {
	readers *readers
	path    string                                                  // what they lie in, as it is shown
	names   func() []string                                         // all of them, with "/" between folders
	open    func(name string) (b []byte, is bool, p *model.Problem) // the bytes of one; is says whether there is such a file

	mu     sync.Mutex
	byBase map[string][]string // the names by their last part in small letters
	taken  map[string]bool     // those that a row named: they are no candidates of their own
}

// attach reads the document that a row names: by its path among the files, else by its name where only one has it.
func (s *neighbours) attach(ctx context.Context) func(name string) (document, *model.Problem) {
	return func(name string) (document, *model.Problem) {
		b, is, problem := s.open(name)
		if !is && !strings.Contains(name, "/") {
			if others := s.called(name); len(others) == 1 {
				name = others[0]
				b, is, problem = s.open(name)
			} else if len(others) > 1 {
				return document{}, &model.Problem{Kind: model.Refused, What: "several files of this name lie in folders beside the table", Next: "name the folder too"}
			}
		}
		if !is {
			return document{}, &model.Problem{Kind: model.Missing, What: "no such file beside the table", Next: "put it there and add the table again"}
		}
		s.mu.Lock()
		s.taken[name] = true
		s.mu.Unlock()
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
	s.open = func(name string) ([]byte, bool, *model.Problem) {
		root, err := os.OpenRoot(folder)
		if err != nil {
			return nil, false, nil
		}
		defer root.Close()
		local := filepath.FromSlash(name)
		info, err := root.Stat(local)
		if err != nil || !info.Mode().IsRegular() || hiddenPath(name) {
			return nil, false, nil
		}
		if info.Size() > maxSize {
			what, next := tooLargeToRead()
			return nil, true, &model.Problem{Kind: model.Refused, What: what, Next: next}
		}
		f, err := root.Open(local)
		if err != nil {
			return nil, true, unreadable(inside(folder, name), err)
		}
		defer f.Close()
		b, problem := loadFrom(f, inside(folder, name))
		return b, true, problem
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
func (r *readers) inArchive(ctx context.Context, b box, names []string, root string) *neighbours {
	s := &neighbours{readers: r, path: inside(b.path, root), taken: map[string]bool{}}
	known := map[string]bool{}
	var below []string
	for _, n := range names {
		n = strings.TrimPrefix(n, root)
		known[n] = true
		below = append(below, n)
	}
	s.names = func() []string { return below }
	s.open = func(name string) (bytes []byte, is bool, problem *model.Problem) {
		if !known[name] {
			return nil, false, nil
		}
		r.unpack(ctx, b, []string{root + name}, func(_ string, b []byte, p *model.Problem) bool {
			bytes, problem = b, p
			return true
		})
		return bytes, true, problem
	}
	return s
}
