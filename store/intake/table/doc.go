// Package table reads tables of candidates, and tells which column holds what.
//
// No export says what its headers mean, so that columns are told by many spellings of their names (columns.txt), then by their
// values, and whoever adds the table can change it. Readers give the tables they could read beside an error that says what they
// could not.
package table

import "candid/model"

// Limits of a table. What goes past one is cut, and the problem says so; no export of people comes near.
const (
	maxRows    = 50_000
	maxColumns = 500
	maxCell    = 64 << 10 // bytes of a cell
	maxCells   = 4_000_000
	maxTable   = 48 << 20 // bytes of all cells
)

// refused is the problem of a table; the caller names the file.
func refused(what, next string) *model.Problem {
	return &model.Problem{Kind: model.Refused, What: what, Next: next}
}

// none is for callers that compare with nil: a nil *model.Problem in an error would not be one.
func none(p *model.Problem) error {
	if p == nil {
		return nil
	}
	return p
}
