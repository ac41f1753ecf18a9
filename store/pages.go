package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"

	"candid/model"
)

// This file and tree.go read the pages of bbolt's file without bbolt, with every bound checked. bbolt trusts its pages: it takes
// the older of its two heads when the newer is damaged, which silently loses a change, writes over whatever its list of free
// pages names, and goes round until the stack is full where a page leads back to itself.

const (
	pageHeader  = 16 // id, flags, count, overflow
	pageElement = 16
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	maxDepth    = 32

	pageBranch = 0x01
	pageLeaf   = 0x02
	pageFree   = 0x10
	leafBucket = 0x01
)

// head is one of the two meta pages: the one with the higher number holds.
type head struct {
	pageSize             int
	root, freelist, high uint64 // page numbers; high is the first that is not in use
	number               uint64 // of the transaction
}

func readHead(b []byte) (h head, magic bool, err error) {
	u64 := binary.LittleEndian.Uint64
	if len(b) < pageHeader+64 || binary.LittleEndian.Uint32(b[pageHeader:]) != boltMagic {
		return h, false, errors.New("a head of the file is not one")
	}
	b = b[pageHeader:]
	sum := fnv.New64a()
	_, _ = sum.Write(b[:56])
	h = head{pageSize: int(binary.LittleEndian.Uint32(b[8:])), root: u64(b[16:]), freelist: u64(b[32:]), high: u64(b[40:]), number: u64(b[48:])}
	switch {
	case sum.Sum64() != u64(b[56:]):
		return h, true, errors.New("a head of the file does not match its checksum, so the last change may be lost")
	case binary.LittleEndian.Uint32(b[4:]) != boltVersion:
		return h, true, errors.New("the file's pages are of an unknown version")
	case h.pageSize < 1024 || h.pageSize > 1<<24 || h.pageSize&(h.pageSize-1) != 0 || h.root >= h.high || h.freelist >= h.high || h.high > 1<<40:
		return h, true, errors.New("a head of the file is impossible")
	}
	return h, true, nil
}

// pages is a file of pages, open for reading.
type pages struct {
	file         *os.File
	size         int64
	newer, older head
	kept         map[uint64]page // of newer's trees, looked at before
}

// openPages opens the file and reads its two heads. A file that has none is Refused: it is no store.
func openPages(path string) (*pages, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, problem(path, err)
	}
	p := &pages{file: f}
	if err := p.heads(); err != nil {
		_ = f.Close()
		return nil, pageProblem(path, err)
	}
	return p, nil
}

// pageProblem is what is wrong with the pages of the file at path.
func pageProblem(path string, err error) error {
	var p *model.Problem
	if errors.As(err, &p) {
		p.Subject = path
		return p
	}
	if outside := (*fs.PathError)(nil); errors.As(err, &outside) {
		return problem(path, err)
	}
	return damaged(path, err)
}

func (p *pages) close() { _ = p.file.Close() }

func (p *pages) heads() error {
	info, err := p.file.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return &model.Problem{Kind: model.Refused, What: "is no file"}
	}
	p.size = info.Size()
	var b [pageHeader + 64]byte
	n, err := p.file.ReadAt(b[:], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	first, magic, bad := readHead(b[:n])
	if bad != nil {
		if magic || p.secondMagic() {
			return bad
		}
		return &model.Problem{Kind: model.Refused, What: "is no candid store", Next: "name another with --store"}
	}
	n, err = p.file.ReadAt(b[:], int64(first.pageSize))
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	second, _, bad := readHead(b[:n])
	switch {
	case bad != nil:
		return bad
	case second.pageSize != first.pageSize:
		return errors.New("the two heads of the file disagree")
	}
	p.newer, p.older = first, second
	if second.number > first.number {
		p.newer, p.older = second, first
	}
	if p.newer.number != p.older.number+1 {
		return errors.New("a head of the file is out of date, so the last change may be lost")
	}
	if p.size < int64(p.newer.high)*int64(p.newer.pageSize) {
		return errors.New("the file is cut short")
	}
	return nil
}

// secondMagic looks for the second head where the first is destroyed.
func (p *pages) secondMagic() bool {
	var b [pageHeader + 64]byte
	for size := int64(1024); size <= 1<<16; size *= 2 {
		if n, _ := p.file.ReadAt(b[:], size); n == len(b) {
			if _, magic, _ := readHead(b[:]); magic {
				return true
			}
		}
	}
	return false
}

// inspect looks at what writing stands on: the two heads, the length of the file, and the list of free pages.
func inspect(f *os.File, path string) (*pages, error) {
	p := &pages{file: f}
	err := p.heads()
	if err == nil {
		_, err = p.free(p.newer)
	}
	if err != nil {
		_ = f.Close()
		return nil, pageProblem(path, err)
	}
	return p, nil
}

// page is one page with those that overflow from it.
type page struct {
	id    uint64
	flags uint16
	count int
	b     []byte
}

func (p *pages) page(h head, id uint64, want uint16) (page, error) {
	bad := func(what string) (page, error) { return page{}, fmt.Errorf("page %d %s", id, what) }
	if id < 2 || id >= h.high {
		return bad("is out of bounds")
	}
	b := make([]byte, h.pageSize)
	if _, err := p.file.ReadAt(b, int64(id)*int64(h.pageSize)); err != nil {
		return page{}, err
	}
	x := page{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint16(b[8:]), int(binary.LittleEndian.Uint16(b[10:])), b}
	over := uint64(binary.LittleEndian.Uint32(b[12:]))
	switch {
	case x.id != id:
		return bad("bears another number")
	case x.flags&want == 0 || x.flags&(x.flags-1) != 0:
		return bad("is of the wrong kind")
	case over >= h.high-id || over > maxValue*2/uint64(h.pageSize):
		return bad("is too long")
	}
	if over > 0 {
		rest := make([]byte, over*uint64(h.pageSize))
		if _, err := p.file.ReadAt(rest, int64(id+1)*int64(h.pageSize)); err != nil {
			return page{}, err
		}
		x.b = append(x.b, rest...)
	}
	if x.flags&(pageBranch|pageLeaf) != 0 && pageHeader+pageElement*x.count > len(x.b) {
		return bad("has too many entries")
	}
	return x, nil
}

// length is how many pages x takes.
func (x page) length(pageSize int) uint64 { return uint64(len(x.b) / pageSize) }

// branch is the key and the page of entry i of a branch page.
func (x page) branch(i int) (key []byte, child uint64, err error) {
	at := pageHeader + pageElement*i
	key, err = x.cut(at, binary.LittleEndian.Uint32(x.b[at:]), binary.LittleEndian.Uint32(x.b[at+4:]))
	return key, binary.LittleEndian.Uint64(x.b[at+8:]), err
}

// leaf is entry i of a leaf page.
func (x page) leaf(i int) (key, value []byte, bucket bool, err error) {
	at := pageHeader + pageElement*i
	u32 := func(n int) uint32 { return binary.LittleEndian.Uint32(x.b[at+4*n:]) }
	if key, err = x.cut(at, u32(1), u32(2)); err == nil {
		value, err = x.cut(at+int(u32(2)), u32(1), u32(3))
	}
	return key, value, u32(0)&leafBucket != 0, err
}

// key is the key of entry i.
func (x page) key(i int) ([]byte, error) {
	if x.flags == pageBranch {
		key, _, err := x.branch(i)
		return key, err
	}
	key, _, _, err := x.leaf(i)
	return key, err
}

func (x page) cut(at int, pos, size uint32) ([]byte, error) {
	from := int64(at) + int64(pos)
	if from+int64(size) > int64(len(x.b)) {
		return nil, fmt.Errorf("page %d has an entry that reaches beyond it", x.id)
	}
	return x.b[from : from+int64(size)], nil
}

// free is the pages that h's list names as free, in order.
func (p *pages) free(h head) ([]uint64, error) {
	x, err := p.page(h, h.freelist, pageFree)
	if err != nil {
		return nil, err
	}
	list, count := x.b[pageHeader:], uint64(x.count)
	if count == 0xffff {
		count, list = binary.LittleEndian.Uint64(list), list[8:]
	}
	if count > uint64(len(list)/8) {
		return nil, errors.New("the list of free pages is longer than its page")
	}
	free := make([]uint64, count)
	for i := range free {
		free[i] = binary.LittleEndian.Uint64(list[8*i:])
		if free[i] < 2 || free[i] >= h.high || i > 0 && free[i] <= free[i-1] {
			return nil, errors.New("the list of free pages is impossible")
		}
	}
	return free, nil
}
