package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
)

var errCircle = errors.New("the pages go round in a circle")

var errNoBucket = errors.New("the bucket is gone")

// search is the first of n entries that is not below key, and whether one that it looked at is the key. It looks at the same
// entries as bbolt does, so that in a page out of order both go the same way.
func (x page) search(key []byte) (index int, exact bool, err error) {
	index = sort.Search(x.count, func(i int) bool {
		k, e := x.key(i)
		if e != nil {
			err = e
		}
		order := bytes.Compare(k, key)
		exact = exact || order == 0
		return order >= 0
	})
	return index, exact, err
}

// leafFor is the leaf page that key stands in, or would.
func (p *pages) leafFor(root uint64, key []byte) (page, error) {
	id := root
	for range maxDepth {
		x, err := p.cached(id)
		if err != nil || x.flags == pageLeaf {
			return x, err
		}
		if x.count == 0 {
			return x, fmt.Errorf("page %d leads nowhere", id)
		}
		i, exact, err := x.search(key)
		if err != nil {
			return x, err
		}
		if !exact && i > 0 {
			i--
		}
		if _, id, err = x.branch(min(i, x.count-1)); err != nil {
			return x, err
		}
	}
	return page{}, errCircle
}

// cached is a page of the tree that is kept for the next time.
func (p *pages) cached(id uint64) (page, error) {
	if x, ok := p.kept[id]; ok {
		return x, nil
	}
	x, err := p.page(p.newer, id, pageBranch|pageLeaf)
	if err == nil {
		if p.kept == nil {
			p.kept = map[uint64]page{}
		}
		p.kept[id] = x
	}
	return x, err
}

// bucket is where the entries of a bucket are: under a page, or, of a small one, in a page that lies within the list of buckets.
func (p *pages) bucket(name string) (root uint64, inline page, err error) {
	x, err := p.leafFor(p.newer.root, []byte(name))
	if err != nil {
		return 0, inline, err
	}
	value, bucket, err := x.value([]byte(name))
	switch {
	case err != nil:
		return 0, inline, err
	case value == nil:
		return 0, inline, errNoBucket
	case !bucket || len(value) < 16:
		return 0, inline, errors.New("the list of buckets holds something else")
	}
	if root = binary.LittleEndian.Uint64(value); root != 0 {
		return root, inline, nil
	}
	b := value[16:]
	if len(b) < pageHeader {
		return 0, inline, errors.New("the list of buckets holds something else")
	}
	inline = page{flags: binary.LittleEndian.Uint16(b[8:]), count: int(binary.LittleEndian.Uint16(b[10:])), b: b}
	if inline.flags != pageLeaf || pageHeader+pageElement*inline.count > len(b) {
		return 0, inline, errors.New("its page is of the wrong kind")
	}
	return 0, inline, nil
}

// value is the value of key in a leaf page, nil when it is not there, and whether it is a bucket.
func (x page) value(key []byte) (value []byte, bucket bool, err error) {
	i, _, err := x.search(key)
	if err != nil || i >= x.count {
		return nil, false, err
	}
	k, v, bucket, err := x.leaf(i)
	if err != nil || !bytes.Equal(k, key) {
		return nil, false, err
	}
	if len(v) > maxValue {
		return nil, false, errLength
	}
	return append([]byte{}, v...), bucket, nil
}

// get is a copy of the value under key in a bucket, nil when there is none.
func (p *pages) get(bucket string, key []byte) ([]byte, error) {
	root, x, err := p.bucket(bucket)
	if err == nil && root != 0 {
		x, err = p.leafFor(root, key)
	}
	if err != nil {
		return nil, err
	}
	value, _, err := x.value(key)
	return value, err
}

// each calls fn with the entries of a bucket from the key start on, until it says stop. What it gives to fn is the page's own.
func (p *pages) each(bucket string, start []byte, fn func(k, v []byte) (more bool, err error)) error {
	root, x, err := p.bucket(bucket)
	if err != nil {
		return err
	}
	if root == 0 {
		_, err = x.each(start, fn)
		return err
	}
	_, err = p.eachUnder(root, start, maxDepth, fn)
	return err
}

func (p *pages) eachUnder(id uint64, start []byte, depth int, fn func(k, v []byte) (bool, error)) (more bool, err error) {
	if depth == 0 {
		return false, errCircle
	}
	x, err := p.page(p.newer, id, pageBranch|pageLeaf)
	if err != nil {
		return false, err
	}
	if x.flags == pageLeaf {
		return x.each(start, fn)
	}
	i, exact, err := x.search(start)
	if err != nil {
		return false, err
	}
	if !exact && i > 0 {
		i--
	}
	for ; i < x.count; i++ {
		_, child, err := x.branch(i)
		if err != nil {
			return false, err
		}
		if more, err := p.eachUnder(child, start, depth-1, fn); err != nil || !more {
			return false, err
		}
	}
	return true, nil
}

// each calls fn with the entries of a leaf page from the key start on.
func (x page) each(start []byte, fn func(k, v []byte) (bool, error)) (more bool, err error) {
	i, _, err := x.search(start)
	for ; err == nil && i < x.count; i++ {
		k, v, _, e := x.leaf(i)
		if e != nil {
			return false, e
		}
		if len(v) > maxValue {
			return false, errLength
		}
		if more, err := fn(k, v); err != nil || !more {
			return false, err
		}
	}
	return true, err
}

// buckets calls fn with the name of each bucket.
func (p *pages) buckets(fn func(name []byte)) error {
	_, err := p.eachUnder(p.newer.root, nil, maxDepth, func(name, _ []byte) (bool, error) {
		fn(name)
		return true, nil
	})
	return err
}

// roots is the first page of each bucket that has pages of its own. The pages of the list of buckets are marked in seen.
func (p *pages) roots(h head, seen map[uint64]bool) ([]uint64, error) {
	var roots []uint64
	err := p.walk(h, h.root, seen, maxDepth, func(x page) error {
		for i := range x.count {
			_, value, bucket, err := x.leaf(i)
			if err != nil {
				return err
			}
			if !bucket || len(value) < 16 {
				return errors.New("the list of buckets holds something else")
			}
			if root := binary.LittleEndian.Uint64(value); root != 0 {
				roots = append(roots, root)
			}
		}
		return nil
	})
	return roots, err
}

// walk goes through the tree under a page, marks each page in seen, and calls leaf for each leaf page. A page met twice, entries
// out of order, or more than depth levels are errors.
func (p *pages) walk(h head, id uint64, seen map[uint64]bool, depth int, leaf func(page) error) error {
	if depth == 0 {
		return errCircle
	}
	x, err := p.page(h, id, pageBranch|pageLeaf)
	if err != nil {
		return err
	}
	for i := range x.length(h.pageSize) {
		if seen[id+i] {
			return fmt.Errorf("page %d is used twice", id+i)
		}
		seen[id+i] = true
	}
	var last []byte
	for i := range x.count {
		var key []byte
		var child uint64
		if x.flags == pageBranch {
			key, child, err = x.branch(i)
		} else {
			key, _, _, err = x.leaf(i)
		}
		if err != nil {
			return err
		}
		if i > 0 && bytes.Compare(last, key) >= 0 {
			return fmt.Errorf("page %d has its entries out of order", id)
		}
		last = key
		if x.flags == pageBranch {
			if err := p.walk(h, child, seen, depth-1, leaf); err != nil {
				return err
			}
		}
	}
	if x.flags == pageLeaf {
		return leaf(x)
	}
	return nil
}

// whole walks every page that h reaches and gives them: the two heads, its list of free pages and its trees. It is an error when a page
// is both free and in use, or neither.
func (p *pages) whole(h head) (map[uint64]bool, error) {
	seen := map[uint64]bool{0: true, 1: true}
	roots, err := p.roots(h, seen)
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		if err := p.walk(h, root, seen, maxDepth, func(page) error { return nil }); err != nil {
			return nil, err
		}
	}
	list, err := p.page(h, h.freelist, pageFree)
	if err != nil {
		return nil, err
	}
	for i := range list.length(h.pageSize) {
		if seen[h.freelist+i] {
			return nil, fmt.Errorf("page %d is used twice", h.freelist+i)
		}
		seen[h.freelist+i] = true
	}
	free, err := p.free(h)
	if err != nil {
		return nil, err
	}
	for _, id := range free {
		if seen[id] {
			return nil, fmt.Errorf("page %d is in use and counted as free", id)
		}
	}
	if uint64(len(seen)+len(free)) != h.high {
		return nil, fmt.Errorf("%d of %d pages belong to nothing", int64(h.high)-int64(len(seen)+len(free)), h.high)
	}
	return seen, nil
}
