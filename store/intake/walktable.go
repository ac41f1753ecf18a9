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

// table makes candidates of a file that holds many, a row or an object each. It reports false for what is no such file.
func (r *readers) table(ctx context.Context, path string, f format, b []byte, among *neighbours) ([]Item, bool) {
	attach := among.attach(ctx)
	if f.kind != content.Sheet {
		return fromText(path, f.kind, f.text, r.options, attach)
	}
	var tables []content.Table
	var err error
	for piece := range r.others.Read(ctx, child.Request{Kind: content.Sheet, Name: cleanName(path), Bytes: b}) {
		switch {
		case piece.Problem != nil:
			err = piece.Problem
		case piece.Table != nil:
			tables = append(tables, *piece.Table)
		}
	}
	items := fromTables(path, tables, err, r.options, attach)
	if len(items) == 0 {
		items = []Item{{Path: path, Problem: &model.Problem{Kind: model.Refused, Subject: path, What: "a workbook with no rows in it", Next: "look at the file"}}}
	}
	return items, true
}

// table puts in the candidates of a file that is called what tables are. It reports whether it is one, and whether more is wanted.
func (w *walk) table(path string, b []byte, among *neighbours) (is, more bool) {
	f := tell(path, b)
	switch f.kind {
	case content.CSV, content.JSONL, content.JSON, content.Sheet:
	default:
		return false, true
	}
	items, is := w.readers.table(w.ctx, path, f, b, among)
	if !is || len(items) == 0 {
		return false, true
	}
	cost := int64(0)
	for _, i := range items {
		for _, d := range i.Application.Documents {
			cost += int64(len(d.Original))
		}
	}
	w.count(len(items) - 1)
	return true, w.put(&unit{path: path, cost: cost, holds: len(items), read: func() []Item { return items }})
}
