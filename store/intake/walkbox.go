package intake

import (
	"slices"
	"strings"

	"candid/model"
)

// group is what lies directly in an archive: a file, or a folder with all below it, which is one candidate.
type group struct {
	name   string
	folder bool
	files  []string
}

// pile reports whether it is a folder of several candidates' files.
func (g group) pile() bool {
	return g.folder && (len(g.files) > maxFiles || slices.ContainsFunc(g.files, holdsMany))
}

// grouped parts the names in an archive by what lies directly in it, in the order of those names. A folder that holds everything is
// looked through, and given: who packs a folder of applications mostly packs the folder itself.
func grouped(names []string) (all []group, root string) {
	root, _, _ = strings.Cut(names[0], "/")
	root += "/"
	for _, n := range names {
		if !strings.HasPrefix(n, root) {
			root = ""
			break
		}
	}
	at := map[string]int{}
	for _, n := range names {
		top, _, folder := strings.Cut(strings.TrimPrefix(n, root), "/")
		i, ok := at[top]
		if !ok {
			i = len(all)
			at[top] = i
			all = append(all, group{name: top, folder: folder})
		}
		all[i].files = append(all[i].files, n)
	}
	slices.SortFunc(all, func(a, b group) int { return strings.Compare(a.name, b.name) })
	for _, g := range all {
		slices.Sort(g.files)
	}
	return all, root
}

// archive puts in what is in an archive, as if it were a folder.
func (w *walk) archive(b box) bool {
	entries, problem := w.readers.list(w.ctx, b)
	if problem != nil {
		return w.ready(1, Item{Path: b.path, Problem: problem})
	}
	if w.ctx.Err() != nil {
		return false
	}
	all, root := grouped(namesOf(entries))
	w.count(len(all) - 1)
	among := w.readers.inArchive(w.ctx, b, entries, root)
	all, more := w.packedTables(b, root, all, among)
	if !more {
		return false
	}
	var order []string
	var wanted []group
	for _, g := range all {
		order = append(order, g.files...)
		if !g.pile() {
			wanted = append(wanted, g)
			continue
		}
		for _, name := range g.files {
			wanted = append(wanted, group{name: strings.TrimPrefix(name, root), files: []string{name}})
		}
		w.count(len(g.files) - 1)
	}
	var have []packed
	w.readers.unpack(w.ctx, b, order, func(name string, bytes []byte, problem *model.Problem) bool {
		have = append(have, packed{inside(b.path, name), bytes, problem})
		if g := wanted[0]; len(have) == len(g.files) {
			more = w.group(inside(b.path, root+g.name), g, have, among)
			have, wanted = nil, wanted[1:]
		}
		return more
	})
	return more && w.ctx.Err() == nil
}

// packedTables puts in the tables that lie directly in an archive, and gives what is left without them and what they name.
func (w *walk) packedTables(b box, root string, all []group, among *neighbours) (left []group, more bool) {
	var tables []string
	for _, g := range all {
		if !g.folder && namedTable(g.name) {
			tables = append(tables, root+g.name)
		}
	}
	read := map[string]bool{}
	more = true
	w.readers.unpack(w.ctx, b, tables, func(name string, bytes []byte, problem *model.Problem) bool {
		if problem == nil {
			read[name], more = w.table(inside(b.path, name), bytes, among)
		}
		return more
	})
	for _, g := range all {
		named := len(g.files)
		g.files = slices.DeleteFunc(g.files, func(name string) bool { return read[name] || among.took(strings.TrimPrefix(name, root)) })
		switch {
		case len(g.files) > 0:
			left = append(left, g)
		case named != 1 || !read[root+g.name]:
			w.count(-1)
		}
	}
	return left, more && w.ctx.Err() == nil
}

// packed is a file of an archive: its bytes, or why there are none.
type packed struct {
	path    string
	bytes   []byte
	problem *model.Problem
}

// group puts in a file or a folder of an archive.
func (w *walk) group(path string, g group, files []packed, among *neighbours) bool {
	cost := int64(0)
	for _, f := range files {
		cost += int64(len(f.bytes))
	}
	switch {
	case cost > maxSum:
		return w.ready(1, Item{Path: path, Problem: tooMuch(path)})
	case g.folder:
		return w.put(&unit{path: path, cost: cost, holds: 1, read: func() []Item {
			c := gathered{readers: w.readers, packed: true}
			for _, f := range files {
				c.add(w.ctx, f.path, f.bytes, f.problem)
			}
			return c.items(path)
		}})
	}
	f := files[0]
	return w.put(&unit{path: path, cost: cost, holds: 1, read: func() []Item {
		if f.problem != nil {
			return []Item{{Path: path, Problem: f.problem}}
		}
		return w.readers.candidate(w.ctx, path, f.bytes, true, among)
	}})
}
