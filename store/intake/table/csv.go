package table

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"candid/model"
	"candid/store/intake/content"
)

// separators is what may part the cells of a row.
const separators = ",;\t|"

// CSV reads a table whose cells are parted by commas, semicolons, tabs or bars; which of them is told from the text. Blank
// rows, and rows above the header that are no part of the table, are left out. Where no row is a header, the columns are called
// "column 1" and so on. The table may come beside an error: *model.Problem, which says what of the text is damaged or too much.
func CSV(text string) ([]content.Table, error) {
	text = oneLineEnd(text)
	comma, text := separatorSaid(text)
	skipped := 0
	if comma == 0 {
		comma = separatorOf(text)
	} else {
		skipped = 1 // the line that said so
	}
	if comma == 0 {
		comma = ','
	}
	records, problem := readRecords(text, comma, maxRows+maxAbove)
	for i := range records {
		records[i].row += skipped
	}
	t, ok, cut := shape("", records)
	if problem == nil {
		problem = cut
	}
	if !ok {
		if problem == nil {
			problem = refused("a table without rows", "look at the file")
		}
		return nil, problem
	}
	return []content.Table{t}, none(problem)
}

// oneLineEnd makes every end of a line "\n" and takes a byte order mark away.
func oneLineEnd(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}

// separatorSaid is the separator that a first line "sep=;" names, as Excel writes and reads it, and the text below; 0 for none.
func separatorSaid(text string) (rune, string) {
	line, rest, _ := strings.Cut(text, "\n")
	said, ok := strings.CutPrefix(strings.ToLower(strings.Trim(line, `"`)), "sep=")
	r, size := utf8.DecodeRuneInString(said)
	if !ok || size == 0 || size != len(said) || !strings.ContainsRune(separators, r) {
		return 0, text
	}
	return r, rest
}

// The sample that tells the separator.
const (
	sampleBytes   = 64 << 10
	sampleRecords = 100
)

// separatorOf is the separator with which most rows have as many cells, the more the better; 0 when none makes columns.
func separatorOf(text string) rune {
	sample := text
	if len(sample) > sampleBytes {
		sample = sample[:sampleBytes]
		if at := strings.LastIndexByte(sample, '\n'); at > 0 {
			sample = sample[:at]
		}
	}
	var best rune
	bestScore := 0.0
	for _, comma := range separators {
		if !strings.ContainsRune(sample, comma) {
			continue
		}
		records, _ := readRecords(sample, comma, sampleRecords)
		columns, share := commonWidth(records)
		if columns < 2 {
			continue
		}
		score := share * (1 - 1/float64(columns))
		if l := words(); headerKnown(l, records) {
			score += 1 // the right separator parts headers that are known
		}
		if score > bestScore {
			best, bestScore = comma, score
		}
	}
	return best
}

// headerKnown reports whether one of the first rows has two cells that the list of headers knows.
func headerKnown(l lexicon, records []record) bool {
	for _, r := range records[:min(len(records), maxAbove)] {
		if knownCells(l, r.cells) >= 2 {
			return true
		}
	}
	return false
}

// commonWidth is how many cells most rows have, counted to the last that holds something, and the share of rows that have
// nearly as many.
func commonWidth(records []record) (columns int, share float64) {
	count := map[int]int{}
	for _, r := range records {
		count[len(r.cells)]++
	}
	for n, times := range count {
		if n > 1 && (times > count[columns] || times == count[columns] && n > columns) {
			columns = n
		}
	}
	if columns == 0 {
		return 1, 0
	}
	return columns, float64(count[columns]) / float64(len(records))
}

// record is a row as it stands in the file.
type record struct {
	cells []string
	row   int // from 1, blank rows counted, as a spreadsheet numbers them
}

// maxMends is how often a quotation mark that is never closed is taken for a plain one; from then on all are.
const maxMends = 20

// readRecords reads up to most rows that hold something. A quotation mark that opens a cell and swallows whole rows is taken as
// it stands, and the problem names the first.
func readRecords(text string, comma rune, most int) (records []record, problem *model.Problem) {
	row, mends := 1, 0
	say := func(what string) {
		if problem == nil {
			problem = refused(what, "what could be read came in; mend that row and add the file again")
		}
	}
	for text != "" && len(records) < most {
		if mends == maxMends {
			text = strings.ReplaceAll(text, `"`, "'")
			mends++
		}
		var end tail
		records, row, end = readRun(records, text, comma, most, row)
		if end.rest == "" {
			break
		}
		line, below, _ := strings.Cut(end.rest, "\n")
		taken := below[:max(0, len(below)-len(end.below))]
		if !swallowsRows(taken, comma, strings.Count(line, string(comma))) {
			say(fmt.Sprintf("the quoted cell that begins in row %d ends where it should not", row))
			records = append(records, record{end.cells, row})
			text = end.below
			row++
			continue
		}
		say(fmt.Sprintf("row %d opens a quotation mark that nothing closes", row))
		mends++
		records, row, _ = readRun(records, strings.ReplaceAll(line, `"`, "'"), comma, most, row)
		text = below
	}
	return records, problem
}

// tail is where reading stopped at a row whose quotation marks do not match; nothing at the end of the text.
type tail struct {
	rest  string // the text that begins with the row
	cells []string
	below string // the text after the row, as its marks have it
}

// readRun reads rows up to the end of the text, or to a row that never ends. It gives the number of the row that comes next.
func readRun(records []record, text string, comma rune, most, row int) ([]record, int, tail) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	from := 0
	for len(records) < most {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) || err != nil {
			break
		}
		to := int(r.InputOffset())
		raw := text[from:to]
		blank := len(raw) - len(strings.TrimLeft(raw, "\n")) // rows that csv passes over
		row += blank
		from += blank
		if to == len(text) && unclosed(text[from:to], cells) || torn(text[from:to], comma) {
			return records, row, tail{text[from:], append([]string(nil), cells...), text[to:]}
		}
		from = to
		if width := lastFilled(cells); width > 0 {
			kept := make([]string, min(len(cells), maxColumns+1))
			copy(kept, cells)
			records = append(records, record{kept, row})
		}
		row++
	}
	return records, row, tail{}
}

// unclosed reports whether the last cell of the last row runs over lines to the end of the text without a mark that closes it.
func unclosed(raw string, cells []string) bool {
	if len(cells) == 0 || !strings.Contains(cells[len(cells)-1], "\n") {
		return false
	}
	raw = strings.TrimRight(raw, "\n")
	quotes := len(raw) - len(strings.TrimRight(raw, `"`))
	return quotes%2 == 0 // doubled marks stand for one in the cell
}

// torn reports whether a row of several lines holds a quotation mark where none may stand: one that opens a cell of an
// earlier line may have taken in the rows up to the next.
func torn(raw string, comma rune) bool {
	if !strings.Contains(strings.Trim(raw, "\n"), "\n") {
		return false
	}
	r := csv.NewReader(strings.NewReader(raw))
	r.Comma, r.FieldsPerRecord = comma, -1
	_, err := r.Read()
	return err != nil
}

// swallowsRows reports whether what a quoted cell took in looks like rows: it has lines with as many separators as the first.
func swallowsRows(below string, comma rune, separators int) bool {
	if separators == 0 {
		return false
	}
	for range 50 {
		var line string
		line, below, _ = strings.Cut(below, "\n")
		if strings.Count(line, string(comma)) >= separators {
			return true
		}
		if below == "" {
			break
		}
	}
	return false
}

// lastFilled is how many cells a row has up to the last that holds something.
func lastFilled(cells []string) int {
	for i := len(cells); i > 0; i-- {
		if strings.TrimSpace(cells[i-1]) != "" {
			return i
		}
	}
	return 0
}
