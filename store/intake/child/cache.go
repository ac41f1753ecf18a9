package child

import (
	"io/fs"
	"os"
	"path/filepath"
)

// folder is where children keep compiled code.
type folder struct {
	path      string
	temporary bool // it goes when the pool is closed
	cold      bool // nothing is in it yet
}

// openFolder is the folder at path, made if need be, where it is ours alone: what lies in it is code that will run. Where it is
// not, it is a temporary one, and nothing that others could have written is run.
func openFolder(path string) (folder, error) {
	if path != "" && makeOurs(filepath.Dir(path), 0o022) && makeOurs(path, 0o077) {
		return folder{path: path, cold: empty(path)}, nil
	}
	path, err := os.MkdirTemp("", "candid-wasm-")
	return folder{path: path, temporary: true, cold: true}, err
}

func (f folder) close() {
	if f.temporary {
		_ = os.RemoveAll(f.path)
	}
}

// makeOurs makes a folder where there is none, and reports whether it is a folder of ours, no link to one, that gives others none
// of the permissions.
func makeOurs(path string, none fs.FileMode) bool {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return false
	}
	info, err := os.Lstat(path)
	return err == nil && info.IsDir() && ours(info, none)
}

// empty reports whether no file lies below a folder.
func empty(path string) bool {
	none := true
	_ = filepath.WalkDir(path, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			none = false
			return fs.SkipAll
		}
		return nil
	})
	return none
}
