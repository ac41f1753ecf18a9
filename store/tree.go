package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

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
		return errors.New("the pages go round in a circle")
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

// upper walks the pages that lead to others, all but the leaves, so that none leads back to itself or out of the file. They are
// about one in a hundred.
func (p *pages) upper() error {
	h := p.newer
	seen := map[uint64]bool{}
	roots, err := p.roots(h, seen)
	if err != nil {
		return err
	}
	for _, root := range roots {
		levels, err := p.levels(h, root)
		if err != nil {
			return err
		}
		if err := p.upperTree(h, root, levels, seen); err != nil {
			return err
		}
	}
	return nil
}

// levels is how many levels of branch pages stand above the leaves of a tree; it is the same everywhere in it.
func (p *pages) levels(h head, id uint64) (int, error) {
	for levels := range maxDepth {
		x, err := p.page(h, id, pageBranch|pageLeaf)
		switch {
		case err != nil:
			return 0, err
		case x.flags == pageLeaf:
			return levels, nil
		case x.count == 0:
			return 0, fmt.Errorf("page %d leads nowhere", id)
		}
		if _, id, err = x.branch(0); err != nil {
			return 0, err
		}
	}
	return 0, errors.New("the pages go round in a circle")
}

func (p *pages) upperTree(h head, id uint64, levels int, seen map[uint64]bool) error {
	if id < 2 || id >= h.high || seen[id] {
		return fmt.Errorf("page %d is used twice or out of bounds", id)
	}
	seen[id] = true
	if levels == 0 {
		return nil
	}
	x, err := p.page(h, id, pageBranch)
	if err != nil {
		return err
	}
	var last []byte
	for i := range x.count {
		key, child, err := x.branch(i)
		if err != nil {
			return err
		}
		if i > 0 && bytes.Compare(last, key) >= 0 {
			return fmt.Errorf("page %d has its entries out of order", id)
		}
		last = key
		if err := p.upperTree(h, child, levels-1, seen); err != nil {
			return err
		}
	}
	return nil
}
