package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
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
	shown, err := f.Rows(name)
	if err != nil {
		return nil, broken(err)
	}
	defer shown.Close()
	raw, err := f.Rows(name)
	if err != nil {
		return nil, broken(err)
	}
	defer raw.Close()
	props, err := f.GetWorkbookProps()
	since1904 := err == nil && props.Date1904 != nil && *props.Date1904
	for row := 1; shown.Next() && raw.Next(); row++ {
		texts, err := shown.Columns()
		values, err2 := raw.Columns(excelize.Options{RawCellValue: true})
		if err != nil || err2 != nil {
			return records, refused(fmt.Sprintf("damaged in row %d: what comes below is not read", row), "open it in a spreadsheet program and save it anew, or as CSV")
		}
		if *cells += len(values); *cells > maxSheetCells {
			return records, refused(fmt.Sprintf("too large: what comes after row %d is left out", row-1), "part the table and add the parts")
		}
		width := lastFilled(values)
		if width == 0 {
			continue
		}
		if len(records) == maxRows+maxAbove {
			break // shape says so
		}
		out := make([]string, min(width, maxColumns+1))
		for i := range out {
			text := ""
			if i < len(texts) {
				text = texts[i]
			}
			out[i] = cellText(values[i], text, since1904)
		}
		records = append(records, record{out, row})
	}
	return records, nil
}

var (
	shownDay = pattern.New(`^\d{1,4}[-/. ]+\d{1,2}[-/. ]+\d{1,4}(?:\D|$)`)
	worded   = pattern.New(`^(?:\p{L}+,? )?(?:\d{1,2}[-/. ]+\p{L}{3,9}|\p{L}{3,9}\.?[-/. ]+\d{1,2})\b`)
)

// lastDay is the 31st of December 9999 as sheets count days.
const lastDay = 2958466

// cellText is a cell in words, from its value and from what the sheet shows of it.
func cellText(value, shown string, since1904 bool) string {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || shown == "" {
		return value
	}
	isShownDay := shownDay.MatchString(shown) || strings.ContainsAny(shown, "年년") ||
		worded.MatchString(shown) && monthOf(strings.TrimLeft(shown, "0123456789-/. ")) > 0
	switch {
	case value == shown:
	case isShownDay && n >= 1 && n < lastDay:
		t, err := excelize.ExcelDateToTime(n, since1904)
		if err != nil {
			return shown
		}
		if t = t.Round(time.Second); t.Hour()+t.Minute()+t.Second() == 0 {
			return t.Format(time.DateOnly)
		}
		return t.Format(time.DateTime)
	}
	if strings.ContainsAny(shown, "eE") && number.MatchString(strings.NewReplacer("E", "", "e", "", "+", "").Replace(shown)) {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return shown
}
