package outline

import (
	"strings"
	"unicode/utf8"
)

// date is one date as it is written.
type date struct {
	year  int // as written; -1 where none is
	month int // 1 to 12; 0 where none is given
	spans int // how many months it means: 3 for a season or a quarter, 6 for half a year, 0 or 1 else
	short bool
	from  int
	to    int
}

// dates reads the dates of one line.
type dates struct {
	line    string
	words   map[string]word
	present Month
	buf     [64]byte
}

// The years that dates are of.
const (
	firstYear = 1900
	lastYear  = 2099
)

// number reads up to eight digits at i.
func (d *dates) number(i int) (n, end int) {
	for end = i; end < len(d.line) && end-i < 9 && d.line[end] >= '0' && d.line[end] <= '9'; end++ {
		n = 10*n + int(d.line[end]-'0')
	}
	return n, end
}

func isYear(n, digits int) bool { return digits == 4 && n >= firstYear && n <= lastYear }

// date reads a date at i, where a word or a number begins.
func (d *dates) date(i int) (x date, ok bool) {
	c := d.line[i]
	switch {
	case c >= '0' && c <= '9':
		x, ok = d.digits(i)
	case c == '\'' || strings.HasPrefix(d.line[i:], "’"):
		x, ok = d.apostrophe(i)
	default:
		x, ok = d.worded(i)
	}
	x.from = i
	return x, ok && !d.runsOn(x.to)
}

// runsOn reports whether what stands at i makes the number before it part of a longer one, or of a name.
func (d *dates) runsOn(i int) bool {
	if i >= len(d.line) {
		return false
	}
	switch c := d.line[i]; {
	case c >= '0' && c <= '9', c == '%', c == '$', c == '+':
		return true
	case c == '_': // of Markdown's emphasis, or of a name
		return i+1 < len(d.line) && d.line[i+1] != '_' && d.line[i+1] != ' '
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		return true
	case c == '.' || c == ',' || c == ':':
		return i+1 < len(d.line) && d.line[i+1] >= '0' && d.line[i+1] <= '9'
	}
	return false
}

// digits reads a date that begins with a number: 2019, 03/2019, 2019-03, 01.02.2019, 1 March 2019, 2019年3月.
func (d *dates) digits(i int) (date, bool) {
	n, end := d.number(i)
	if isYear(n, end-i) {
		return d.year(n, end), true
	}
	if end-i > 2 || n == 0 || n > 31 || end >= len(d.line) {
		return date{}, false
	}
	switch c := d.line[end]; {
	case c == '/' || c == '.' || c == '-':
		if x, ok := d.numbers(n, end); ok {
			return x, true
		}
	}
	// A day before the name of its month.
	after := end
	if after < len(d.line) && d.line[after] == '.' {
		after++
	}
	if at := d.blanks(after); at < len(d.line) && at-after <= 2 {
		w, wordEnd := d.word(at)
		if w.means&within != 0 || wordEnd > at && d.line[at:wordEnd] == "er" {
			at = d.blanks(wordEnd)
			w, _ = d.word(at)
		}
		if w.month > 0 && at < len(d.line) {
			if x, ok := d.worded(at); ok {
				return x, true
			}
		}
	}
	return date{}, false
}

// numbers reads what follows a first number n of one or two digits: /2019, .02.2019, /19.
func (d *dates) numbers(n, at int) (date, bool) {
	sign := d.line[at]
	next := at + 1
	if sign == '.' {
		next = d.blanks(next)
	}
	m, end := d.number(next)
	switch {
	case isYear(m, end-next) && n <= 12:
		return date{year: m, month: n, to: end}, true
	case end-next > 2 || end == next:
		return date{}, false
	}
	if end < len(d.line) && d.line[end] == sign { // a day, too
		last := end + 1
		if sign == '.' {
			last = d.blanks(last)
		}
		y, stop := d.number(last)
		month := m
		if m > 12 {
			month = n
		}
		if month >= 1 && month <= 12 && (isYear(y, stop-last) || stop-last == 2) {
			return date{year: y, month: month, short: stop-last == 2, to: stop}, true
		}
		return date{}, false
	}
	if sign == '/' && n <= 12 && end-next == 2 {
		return date{year: m, month: n, short: true, to: end}, true
	}
	return date{}, false
}

// year reads what may follow a year: a month or a day in numbers, a quarter, the characters for them.
func (d *dates) year(n, end int) date {
	x := date{year: n, to: end}
	rest := d.line[end:]
	for _, mark := range [...]string{"年", "년"} {
		if after, ok := strings.CutPrefix(rest, mark); ok {
			x.to = end + len(mark)
			at := d.blanks(len(d.line) - len(after))
			if m, stop := d.number(at); m >= 1 && m <= 12 {
				for _, mark := range [...]string{"月", "월"} {
					if strings.HasPrefix(d.line[stop:], mark) {
						x.month, x.to = m, stop+len(mark)
					}
				}
			}
			return x
		}
	}
	if len(rest) >= 2 && (rest[0] == '/' || rest[0] == '-' || rest[0] == '.') {
		m, stop := d.number(end + 1)
		digits := stop - end - 1
		if m >= 1 && m <= 12 && (digits == 2 || digits == 1 && rest[0] != '-') {
			x.month, x.to = m, stop
			if stop+1 < len(d.line) && d.line[stop] == rest[0] {
				if day, last := d.number(stop + 1); day >= 1 && day <= 31 && last-stop <= 3 {
					x.to = last
				}
			}
		}
		return x
	}
	if at := d.blanks(end); at < len(d.line) && at-end <= 1 && (d.line[at] == 'Q' || d.line[at] == 'q') {
		if q, stop := d.number(at + 1); q >= 1 && q <= 4 && stop == at+2 {
			x.month, x.spans, x.to = 3*q-2, 3, stop
		}
	}
	if at := d.blanks(x.to); at > x.to && at < len(d.line) && d.line[at] >= utf8.RuneSelf || at < len(d.line) && d.line[at] == 'r' {
		if w, stop := d.word(at); w.means&yearly != 0 {
			x.to = stop
			if stop < len(d.line) && d.line[stop] == '.' {
				x.to++
			}
		}
	}
	return x
}

// apostrophe reads a year of two digits: '19.
func (d *dates) apostrophe(i int) (date, bool) {
	at := i + 1
	if d.line[i] != '\'' {
		at = i + len("’")
	}
	n, end := d.number(at)
	return date{year: n, short: true, to: end}, end-at == 2
}

// worded reads a date that begins with a word: March 2019, Mar. '19, March 1, 2019, Summer 2019, Q1 2019. Where no year follows a
// month, the year is -1.
func (d *dates) worded(i int) (date, bool) {
	if c := d.line[i] | 0x20; c == 'q' || c == 'h' || c == 't' {
		if x, ok := d.quarter(i); ok {
			return x, true
		}
	}
	w, end := d.word(i)
	if w.month == 0 && w.season == 0 {
		return date{}, false
	}
	x := date{year: -1, month: int(w.month), to: end}
	if w.month == 0 {
		x.month, x.spans = []int{3, 6, 9, 12}[w.season-1], 3
	}
	at := end
	if at < len(d.line) && d.line[at] == '.' {
		at++
	}
	at = d.blanks(at)
	if day, stop := d.number(at); stop > at && stop-at <= 2 && day >= 1 && day <= 31 && stop < len(d.line) { // a day
		after := stop
		if s, e := d.word(after); s.means&within != 0 {
			after = e
		}
		if d.line[min(after, len(d.line)-1)] == ',' || after > stop {
			after++
		}
		if after = d.blanks(after); after < len(d.line) {
			if n, e := d.number(after); isYear(n, e-after) {
				x.year, x.to = n, e
				return x, true
			}
		}
	}
	if at < len(d.line) && (d.line[at] == ',' || d.line[at] == '/' || d.line[at] == '-') {
		at = d.blanks(at + 1)
	}
	if at < len(d.line) && d.line[at] >= 'A' {
		if s, e := d.word(at); s.means&within != 0 {
			at = d.blanks(e)
		}
	}
	if at >= len(d.line) {
		return x, true
	}
	if n, e := d.number(at); isYear(n, e-at) {
		y := d.year(n, e)
		if y.month != 0 { // it is the year of another date
			y.to = e
		}
		x.year, x.to = n, y.to
	} else if e-at == 2 && x.spans <= 1 {
		x.year, x.short, x.to = n, true, e
	} else if d.line[at] == '\'' || strings.HasPrefix(d.line[at:], "’") {
		if y, ok := d.apostrophe(at); ok {
			x.year, x.short, x.to = y.year, true, y.to
		}
	}
	return x, true
}

// quarter reads Q1 2019, Q1/2019, H2 2019.
func (d *dates) quarter(i int) (date, bool) {
	q, end := d.number(i + 1)
	if end != i+2 {
		return date{}, false
	}
	at := end
	if at < len(d.line) && (d.line[at] == '/' || d.line[at] == '-') {
		at++
	}
	n, stop := d.number(d.blanks(at))
	if !isYear(n, stop-d.blanks(at)) {
		return date{}, false
	}
	switch c := d.line[i] | 0x20; {
	case c == 'q' && q >= 1 && q <= 4:
		return date{year: n, month: 3*q - 2, spans: 3, to: stop}, true
	case c == 'h' && q >= 1 && q <= 2:
		return date{year: n, month: 6*q - 5, spans: 6, to: stop}, true
	}
	return date{}, false
}

// blanks is the first byte from i on that is no blank, at most three of them.
func (d *dates) blanks(i int) int {
	for n := 0; i < len(d.line) && n < 3; n++ {
		switch {
		case d.line[i] == ' ':
			i++
		case strings.HasPrefix(d.line[i:], "\u00a0"):
			i += len("\u00a0")
		default:
			return i
		}
	}
	return i
}
