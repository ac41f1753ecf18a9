package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"candid/model"
	"candid/model/pattern"
	"candid/store/intake/content"
)

// Limits of a workbook.
const (
	maxUnzipped   = 64 << 20 // bytes of all that is packed in it
	maxSheets     = 50
	maxSheetCells = 10_000_000 // blank ones included, which a row costs up to its last column
)

// Sheet reads the sheets of a workbook (XLSX), each a table of its own, hidden ones like the others. Cells are as the sheet
// shows them, but days are written 2025-03-04, and long numbers with all their digits. Of formulas the value that the file holds
// counts; none is computed. Sheets without rows give nothing. Tables may come beside an error: *model.Problem, which says what
// of the workbook is damaged or too much.
func Sheet(b []byte) (tables []content.Table, err error) {
	defer func() {
		// The library is not made for what strangers send.
		if p := recover(); p != nil {
			tables, err = nil, refused("damaged: it cannot be read as a workbook", "open it in a spreadsheet program and save it anew, or as CSV")
		}
	}()
	if bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")) {
		return nil, compound(b)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return nil, broken(err)
	}
	defer f.Close()
	var first *model.Problem
	cells := 0
	for i, name := range f.GetSheetList() {
		if i == maxSheets {
			first = refused(fmt.Sprintf("more than %d sheets: those past that are left out", maxSheets), "part the workbook and add the parts")
			break
		}
		records, problem := readSheet(f, name, &cells)
		t, ok, cut := shape(name, records)
		if problem == nil {
			problem = cut
		}
		if ok {
			tables = append(tables, t)
		}
		if problem != nil && first == nil {
			problem.What = "sheet " + name + ": " + problem.What
			first = problem
		}
	}
	if len(tables) == 0 && first == nil {
		first = refused("a workbook without rows", "look at the file")
	}
	return tables, none(first)
}

// compound is the problem of a file in the container of old Office formats, which is also that of locked workbooks.
func compound(b []byte) *model.Problem {
	if bytes.Contains(b, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return refused("locked with a password", "save it without the password, or as CSV")
	}
	return refused("an old Excel workbook (XLS)", "save it as XLSX or CSV")
}

func broken(err error) *model.Problem {
	p := refused("damaged: it cannot be read as a workbook", "open it in a spreadsheet program and save it anew, or as CSV")
	p.Err = err
	switch {
	case strings.Contains(err.Error(), "exceeds"):
		p.What, p.Next, p.Err = fmt.Sprintf("unpacks to more than %d MB", maxUnzipped>>20), "save the list alone, or as CSV", nil
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		p.Err = nil
	}
	return p
}

// readSheet reads the rows of one sheet that hold something.
func readSheet(f *excelize.File, name string, cells *int) (records []record, problem *model.Problem) {
	again := false
	problem = eachRow(f, name, excelize.Options{}, func(row int, shown []string) *model.Problem {
		if *cells += len(shown); *cells > maxSheetCells {
			return refused(fmt.Sprintf("too large: what comes after row %d is left out", row-1), "part the table and add the parts")
		}
		if len(records) == maxRows+maxAbove {
			return errEnough // shape says so
		}
		if width := min(lastFilled(shown), maxColumns+1); width > 0 {
			records = append(records, record{slices.Clone(shown[:width]), row})
			again = again || slices.ContainsFunc(shown[:width], hidesValue)
		}
		return nil
	})
	if !again || len(records) == 0 {
		return records, problem
	}
	// To read a sheet takes long: for the values behind what is shown only where they are needed.
	props, err := f.GetWorkbookProps()
	since1904 := err == nil && props.Date1904 != nil && *props.Date1904
	next := 0
	second := eachRow(f, name, excelize.Options{RawCellValue: true}, func(row int, values []string) *model.Problem {
		if next == len(records) {
			return errEnough
		}
		if r := records[next]; r.row == row {
			next++
			for i := range r.cells[:min(len(r.cells), len(values))] {
				r.cells[i] = cellText(values[i], r.cells[i], since1904)
			}
		}
		return nil
	})
	if problem == nil {
		problem = second
	}
	return records, problem
}

// errEnough ends eachRow, and is no problem.
var errEnough = &model.Problem{}

// eachRow gives the rows of a sheet with their numbers, until take gives a problem, which is given back.
func eachRow(f *excelize.File, name string, o excelize.Options, take func(row int, cells []string) *model.Problem) *model.Problem {
	rows, err := f.Rows(name)
	if err != nil {
		return broken(err)
	}
	defer rows.Close()
	for row := 1; rows.Next(); row++ {
		cells, err := rows.Columns(o)
		if err != nil {
			return refused(fmt.Sprintf("damaged in row %d: what comes below is not read", row), "open it in a spreadsheet program and save it anew, or as CSV")
		}
		switch problem := take(row, cells); problem {
		case nil:
		case errEnough:
			return nil
		default:
			return problem
		}
	}
	return nil
}

var (
	shownDay   = pattern.New(`^\d{1,4}[-/. ]+\d{1,2}[-/. ]+\d{1,4}(?:\D|$)`)
	powerOfTen = pattern.New(`^[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+$`)
	worded     = pattern.New(`^(?:\p{L}+,? )?(?:\d{1,2}[-/. ]+\p{L}{3,9}|\p{L}{3,9}\.?[-/. ]+\d{1,2})\b`)
)

// lastDay is the 31st of December 9999 as sheets count days.
const lastDay = 2958466

// cellText is a cell in words, from its value and from what the sheet shows of it.
func cellText(value, shown string, since1904 bool) string {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || shown == "" {
		return value
	}
	switch {
	case value == shown:
	case showsDay(shown) && n >= 1 && n < lastDay:
		t, err := excelize.ExcelDateToTime(n, since1904)
		if err != nil {
			return shown
		}
		if t = t.Round(time.Second); t.Hour()+t.Minute()+t.Second() == 0 {
			return t.Format(time.DateOnly)
		}
		return t.Format(time.DateTime)
	}
	if shortened(shown) {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return shown
}

// hidesValue reports whether what a sheet shows of a cell may be less than what is in it.
func hidesValue(shown string) bool { return len(shown) < 40 && (showsDay(shown) || shortened(shown)) }

// showsDay reports whether a cell reads like a day.
func showsDay(shown string) bool {
	return strings.ContainsAny(shown, "0123456789") && (shownDay.MatchString(shown) || strings.ContainsAny(shown, "年년") ||
		worded.MatchString(shown) && monthOf(strings.TrimLeft(shown, "0123456789-/. ")) > 0)
}

// shortened reports whether a number is written with a power of ten: 4.47E+11.
func shortened(shown string) bool { return powerOfTen.MatchString(shown) }
