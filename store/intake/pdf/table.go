package pdf

import "math"

// markTables finds the rows of tables: neighbours with three cells or more that begin, end or have their middle in the same places.
func markTables(lines []line) {
	cells := make([][]box, len(lines))
	for i, l := range lines {
		cells[i] = l.cells()
	}
	for i := 1; i < len(lines); i++ {
		if sameColumns(cells[i-1], cells[i]) {
			lines[i-1].table, lines[i].table = true, true
		}
	}
}

// cellGap is the least gap between the cells of a table, in the size of the text: what browsers leave around them.
const cellGap = 0.8

// cells gives the places of what stands apart on a line.
func (l line) cells() []box {
	var out []box
	for i, w := range l.words {
		n := len(out)
		if n > 0 && (w.x0-out[n-1].x1 <= cellGap*min(w.em, l.words[i-1].em) || i == 1 && marker(l.words[0].text)) {
			out[n-1] = out[n-1].add(w.box)
			continue
		}
		out = append(out, w.box)
	}
	return out
}

const maxCells = 40 // of a row

// sameColumns reports whether the cells of two lines stand under one another.
func sameColumns(a, b []box) bool {
	if len(a) < 3 || len(b) < 3 || len(a) > maxCells || len(b) > maxCells {
		return false
	}
	same := 0
	for _, x := range a {
		for _, y := range b {
			if math.Abs(x.x0-y.x0) < 2 || math.Abs(x.x1-y.x1) < 2 || math.Abs(x.x0+x.x1-y.x0-y.x1) < 3 {
				same++
				break
			}
		}
	}
	return same >= 3 && same >= min(len(a), len(b))-1
}
