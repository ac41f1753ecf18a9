package table

import "strings"

// Looks reports whether a text is a table as CSV reads it rather than prose with commas: nearly all of its rows have as many
// cells, and its header is known or its rows hold what only tables have by the column.
func Looks(text string) bool {
	text = oneLineEnd(text)
	if comma, _ := separatorSaid(text); comma != 0 {
		return true
	}
	comma := separatorOf(text)
	if start := strings.TrimSpace(text); comma == 0 || strings.ContainsAny(start[:min(len(start), 1)], "|{[<") {
		return false // a table of Markdown, JSON, a web page
	}
	sample := text[:min(len(text), sampleBytes)]
	records, _ := readRecords(sample, comma, sampleRecords)
	if len(sample) < len(text) && len(records) > 1 {
		records = records[:len(records)-1]
	}
	at, named := headerAt(records)
	l := words()
	records = records[at:]
	columns, share := commonWidth(records)
	known := 0
	if named {
		known = knownCells(l, records[0].cells)
	}
	if len(records) == 1 {
		return named && known >= 3 && known*2 >= columns
	}
	short := true
	for _, cell := range records[0].cells {
		short = short && len(cell) <= 200 && !strings.HasSuffix(cell, ".")
	}
	switch {
	case !short || columns < 2:
		return false
	case known >= 2:
		return share >= 0.5
	case share < 0.8 || at > 0:
		return false
	case known == 1:
		return columns >= 3 || len(records) >= 3
	}
	return columns >= 3 && len(records) >= 3 && mailColumn(records)
}

// mailColumn reports whether a column holds an e-mail address in nearly every row below the first.
func mailColumn(records []record) bool {
	count := map[int]int{}
	for _, r := range records[1:] {
		for i, cell := range r.cells {
			if isEmail(strings.TrimSpace(cell)) {
				count[i]++
			}
		}
	}
	for _, n := range count {
		if n*10 >= (len(records)-1)*8 {
			return true
		}
	}
	return false
}
