package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"candid/model"
)

// mac is the HMAC of a value of some kind under the store's key: who reads the file cannot test a guess.
func (s *Store) mac(kind string, value []byte) []byte {
	h := hmac.New(sha256.New, s.secret)
	_, _ = h.Write(append([]byte(kind), 0))
	_, _ = h.Write(value)
	return h.Sum(nil)
}

// originalName is the name of a document's original: no two documents share a file, so one can be erased without the other.
func (s *Store) originalName(document model.ID, original []byte) string {
	return hex.EncodeToString(s.mac("original", append(idKey(document), original...)))
}

// isOriginalName keeps a damaged or forged name from leading out of the folder.
func isOriginalName(name string) bool {
	b, err := hex.DecodeString(name)
	return err == nil && len(b) == sha256.Size
}

// keepOriginals writes originals and their names in the folder to the disk. It does so before a record names them.
func (s *Store) keepOriginals(originals map[string][]byte) error {
	if len(originals) == 0 {
		return nil
	}
	err := os.Mkdir(s.files, 0o700)
	switch {
	case err == nil:
		err = syncFolder(filepath.Dir(s.files))
	case errors.Is(err, fs.ErrExist):
		err = nil
	}
	if err != nil {
		return problem(s.files, err)
	}
	names := slices.Collect(maps.Keys(originals))
	err = sideBySide(len(names), filesAtOnce, func(i int) error {
		return writeFile(filepath.Join(s.files, names[i]), originals[names[i]])
	})
	if err != nil {
		return problem(s.files, err)
	}
	return problem(s.files, syncFolder(s.files))
}

// filesAtOnce is how many originals are written to the disk at once: it waits for several no longer than for one.
const filesAtOnce = 16

// writeFile writes a file to the disk, or leaves none.
func writeFile(path string, b []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// Original is the bytes of a document as they came in. Problems: Missing when none was kept; Damaged when they are gone or are
// not what came in.
func (s *Store) Original(d model.Document) ([]byte, error) {
	if d.Original == "" {
		return nil, missing(d.Name, "has no original")
	}
	if !isOriginalName(d.Original) {
		return nil, damaged(d.Name, errors.New("its original has an impossible name"))
	}
	b, err := os.ReadFile(filepath.Join(s.files, d.Original))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, damaged(d.Name, errors.New("its original is gone"))
	case err != nil:
		return nil, problem(d.Name, err)
	case s.originalName(d.ID, b) != d.Original:
		return nil, damaged(d.Name, errors.New("its original is not what came in"))
	}
	return b, nil
}

// shred overwrites a file, then removes it. What is not there is fine.
func shred(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil {
		err = zero(f, 0, info.Size())
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close(), os.Remove(path))
}

// zero overwrites a part of a file.
func zero(f *os.File, from, to int64) error {
	zeros := make([]byte, 64<<10)
	for at := from; at < to; at += int64(len(zeros)) {
		if _, err := f.WriteAt(zeros[:min(int64(len(zeros)), to-at)], at); err != nil {
			return err
		}
	}
	return nil
}
