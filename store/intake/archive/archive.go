// Package archive reads ZIP archives: which files are in one, and the bytes of each.
package archive

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"candid/model"
	"candid/store/intake/content"
)

// What an archive may ask for. A folder of applications is far below each.
const (
	maxEntries   = 10_000
	maxEntry     = 25 << 20 // bytes of one file, unpacked
	maxSum       = 4 << 30  // bytes of all files, unpacked
	maxDirectory = 8 << 20  // bytes of the list of files
	maxRatio     = 200      // unpacked to packed, of a file larger than freeRatio
	freeRatio    = 1 << 20  // bytes
)

// Archive is an archive whose list of files has been read.
type Archive struct {
	files   []*zip.File // folders left out, in the archive's order
	entries []content.Entry
	at      map[string]int // where each name stands in both
}

// List is the files of an archive of size bytes, folders left out, in its order. Names have "/" between folders, lead
// nowhere outside, and no two are the same. A file that Open will refuse is listed too. The error is a *model.Problem: of an
// archive that is damaged, wholly locked, or made to harm.
func List(r io.ReaderAt, size int64) ([]content.Entry, error) {
	a, err := Read(r, size)
	return a.Entries(), err
}

// Open unpacks the file that List calls name. The error is a *model.Problem.
func Open(r io.ReaderAt, size int64, name string) (content.File, error) {
	a, err := Read(r, size)
	if err != nil {
		return content.File{}, err
	}
	return a.Open(name)
}

// Read reads the list of files once, for who opens many. Errors are those of List.
func Read(r io.ReaderAt, size int64) (Archive, error) {
	meter := &metered{ReaderAt: r, left: maxDirectory}
	z, err := zip.NewReader(meter, size)
	switch {
	case errors.Is(err, errDirectory):
		return Archive{}, refuse(fmt.Sprintf("a ZIP whose list of files is longer than %d MB", maxDirectory>>20), "unpack it and add the folder")
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return Archive{}, damage(r, size)
	}
	meter.left = 1 << 62
	a := Archive{}
	var sum uint64
	locked := 0
	for _, f := range z.File {
		if isFolder(f) {
			continue
		}
		if len(a.files) == maxEntries {
			return Archive{}, refuse(fmt.Sprintf("a ZIP with more than %d files in it", maxEntries), "unpack it and add its folders")
		}
		if f.Flags&1 != 0 {
			locked++
		}
		a.files = append(a.files, f)
		if sum += min(f.UncompressedSize64, maxSum+1); sum > maxSum {
			return Archive{}, refuse(fmt.Sprintf("a ZIP that unpacks to more than %d GB", maxSum>>30), "look at what is in it before you unpack it")
		}
	}
	switch {
	case len(a.files) == 0:
		return Archive{}, refuse("a ZIP with no files in it", "ask for the archive again")
	case locked == len(a.files):
		return Archive{}, refuse("a ZIP locked with a password", "unpack it with the password and add the folder")
	case overlap(a.files):
		return Archive{}, refuse("a ZIP whose files lie over one another, as in one made to fill the disk", "look at what is in it before you unpack it")
	}
	a.name()
	return a, nil
}

// Entries is what List gives.
func (a Archive) Entries() []content.Entry { return a.entries }

// Open unpacks the file that List calls name. The error is a *model.Problem.
func (a Archive) Open(name string) (content.File, error) {
	i, ok := a.at[name]
	if !ok {
		return content.File{}, &model.Problem{Kind: model.Missing, Subject: name, What: "no file of this name in the archive"}
	}
	f := a.files[i]
	if p := unopened(f); p != nil {
		return content.File{}, p
	}
	b, err := unpack(f)
	if err != nil {
		return content.File{}, err
	}
	return content.File{Name: name, Bytes: b}, nil
}

// unopened is why a file is not unpacked, told by its line of the list; nil for one that can be.
func unopened(f *zip.File) *model.Problem {
	mode := f.Mode()
	switch {
	case f.Flags&1 != 0:
		return refuse("locked with a password", "unpack the archive with the password and add the folder")
	case mode&fs.ModeSymlink != 0:
		return refuse("a link to another file, not a file", "add that file itself")
	case !mode.IsRegular():
		return refuse("a device or a pipe, not a file", "leave it out of the archive")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return refuse("packed by "+methodName(f.Method)+", which is not read", "unpack the archive and add the folder")
	case f.UncompressedSize64 > maxEntry:
		return refuse(fmt.Sprintf("larger than %d MB when unpacked", maxEntry>>20), "no resume is that long: look at the file")
	case f.UncompressedSize64 > freeRatio && f.UncompressedSize64/maxRatio > f.CompressedSize64:
		return refuse(fmt.Sprintf("packed to less than a %dth of its size, as no document is", maxRatio), "look at what is in it before you unpack it")
	}
	return nil
}

// unpack reads the bytes of a file, never more than the list says that there are.
func unpack(f *zip.File) ([]byte, error) {
	start, err := f.DataOffset()
	if err != nil {
		return nil, refuse("damaged: the archive has nothing where this file should begin", again)
	}
	r, err := f.Open()
	if err != nil {
		return nil, refuse(fmt.Sprintf("damaged at byte %d of the archive", start), again)
	}
	defer r.Close()
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(r, int64(f.UncompressedSize64)+1))
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, &corrupt):
		return nil, refuse(fmt.Sprintf("damaged at byte %d of the archive", start+int64(corrupt)), again)
	case errors.Is(err, zip.ErrChecksum):
		return nil, refuse("damaged: its bytes do not match their checksum", again)
	case err != nil || n > int64(f.UncompressedSize64):
		return nil, refuse(fmt.Sprintf("damaged: it is not %d bytes long, as the archive says", f.UncompressedSize64), again)
	}
	return b.Bytes(), nil
}

const again = "ask for the archive again"

func refuse(what, next string) *model.Problem {
	return &model.Problem{Kind: model.Refused, What: what, Next: next}
}

// methodName names a way of packing by its number in the format.
func methodName(method uint16) string {
	switch method {
	case 1:
		return "Shrink"
	case 6:
		return "Implode"
	case 9:
		return "Deflate64"
	case 12:
		return "bzip2"
	case 14:
		return "LZMA"
	case 93:
		return "Zstandard"
	case 95:
		return "XZ"
	case 98:
		return "PPMd"
	case 99:
		return "AES"
	}
	return fmt.Sprintf("method %d", method)
}
