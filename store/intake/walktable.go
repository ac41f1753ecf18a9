package intake

import (
	"context"

	"candid/model"
	"candid/store/intake/child"
	"candid/store/intake/content"
)

// namedTable reports whether a file is called what tables are. Such files are read before those beside them, which they may name.
func namedTable(name string) bool {
	switch suffix(name) {
	case ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".json":
		return true
	}
	return false
}

// shortTable is how long a table in text may be that is read here, in bytes: a longer one is read by a child, which may be stopped.
const shortTable = 1 << 20

// table finds the candidates in a file that holds many, a row or an object each. It reports false for what is no such file.
func (r *readers) table(ctx context.Context, path string, f format, b []byte, among *neighbours) ([]person, bool) {
	attach := among.attach(ctx)
	switch {
	case f.kind == content.Sheet:
	case f.kind == content.JSON || len(f.text) <= shortTable:
		return fromText(path, f.kind, f.text, r.options, attach)
	case len(f.text) > maxSize: // it grew when it was decoded
		what, next := tooLargeToRead()
		return []person{knownItem(Item{Path: path, Problem: &model.Problem{Kind: model.Refused, Subject: path, What: what, Next: next}})}, true
	default:
		b = []byte(f.text)
	}
	var tables []content.Table
	var err error
	for piece := range r.others.Read(ctx, child.Request{Kind: f.kind, Name: cleanName(path), Bytes: b}) {
		switch {
		case piece.Problem != nil:
			err = piece.Problem
		case piece.Table != nil:
			tables = append(tables, *piece.Table)
		}
	}
	all := fromTables(path, tables, err, r.options, attach)
	if len(all) == 0 {
		all = []person{knownItem(Item{Path: path, Problem: &model.Problem{Kind: model.Refused, Subject: path, What: "a workbook with no rows in it", Next: "look at the file"}})}
	}
	return all, true
}

// table puts in the candidates of a file that is called what tables are. It reports whether it is one, and whether more is wanted.
func (w *walk) table(path string, b []byte, among *neighbours) (is, more bool) {
	f := tell(path, b)
	switch f.kind {
	case content.CSV, content.JSONL, content.JSON, content.Sheet:
	default:
		return false, true
	}
	all, is := w.readers.table(w.ctx, path, f, b, among)
	if !is || len(all) == 0 {
		return false, true
	}
	w.count(len(all) - 1)
	costs := make([]int64, len(all))
	for i, p := range all { // all of them before the files beside the table are walked
		for _, name := range p.files {
			costs[i] += among.claim(name)
		}
	}
	for i, p := range all {
		if !w.put(&unit{path: path, cost: costs[i], holds: 1, read: p.items}) {
			return true, false
		}
	}
	return true, true
}
