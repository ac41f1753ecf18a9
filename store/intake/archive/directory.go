package archive

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"candid/model"
)

var errDirectory = errors.New("the list of files is too long")

// metered is a file of which only so much may be read.
type metered struct {
	io.ReaderAt
	left int64 // bytes
}

func (m *metered) ReadAt(b []byte, off int64) (int, error) {
	if m.left -= int64(len(b)); m.left < 0 {
		return 0, errDirectory
	}
	return m.ReaderAt.ReadAt(b, off)
}

// isFolder reports whether a line of the list names a folder.
func isFolder(f *zip.File) bool {
	return strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, `\`) && f.UncompressedSize64 == 0 || f.Mode().IsDir()
}

// overlap reports whether two files share bytes of the archive, so that little is read as much.
func overlap(files []*zip.File) bool {
	type span struct{ from, to int64 }
	var spans []span
	for _, f := range files {
		// A file that has no beginning is refused when it is opened.
		if from, err := f.DataOffset(); err == nil && f.CompressedSize64 > 0 && f.CompressedSize64 < 1<<62 {
			spans = append(spans, span{from, from + int64(f.CompressedSize64)})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return true
		}
	}
	return false
}

// The parts of a ZIP that tell where it is damaged.
const (
	endMark    = "PK\x05\x06" // of the end of the list of files
	endLength  = 22           // bytes, without a comment
	maxComment = 1<<16 - 1    // bytes
	lineMark   = "PK\x01\x02" // of one line of the list
	lineLength = 46           // bytes, without names
)

// damage says where an archive is damaged whose list of files cannot be read.
func damage(r io.ReaderAt, size int64) *model.Problem {
	tail := make([]byte, min(size, endLength+maxComment))
	n, _ := r.ReadAt(tail, size-int64(len(tail)))
	tail = tail[:n]
	i := bytes.LastIndex(tail, []byte(endMark))
	if i < 0 || len(tail)-i < endLength {
		return refuse(fmt.Sprintf("a ZIP cut short at byte %d: its list of files is missing", size), again)
	}
	end := tail[i:]
	if disk := binary.LittleEndian.Uint16(end[4:]); disk != 0 && disk != 1<<16-1 {
		return refuse("one part of a ZIP in several parts", "unpack it with all its parts and add the folder")
	}
	length, start := int64(binary.LittleEndian.Uint32(end[12:])), int64(binary.LittleEndian.Uint32(end[16:]))
	stop := size - int64(len(tail)) + int64(i)
	if start+length > stop {
		return refuse(fmt.Sprintf("a ZIP damaged at byte %d: its list of files is not where it says", stop), again)
	}
	return refuse(fmt.Sprintf("a ZIP damaged at byte %d, in its list of files", brokenLine(r, start, stop)), again)
}

// brokenLine is where the first line of the list of files stands that is none.
func brokenLine(r io.ReaderAt, at, stop int64) int64 {
	line := make([]byte, lineLength)
	for range maxEntries {
		if n, _ := r.ReadAt(line, at); n < lineLength || string(line[:4]) != lineMark {
			break
		}
		next := at + lineLength
		for _, field := range []int{28, 30, 32} { // the lengths of the name, the extra fields and the comment
			next += int64(binary.LittleEndian.Uint16(line[field:]))
		}
		if next > stop {
			break
		}
		at = next
	}
	return at
}
