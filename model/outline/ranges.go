package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ranges is the ranges of dates in a line, in its order, in the notations and languages of dates.txt: 2019–2021, 03/2019 – 05/2021,
// Mar '19 - now, seit 2019, Q1 2019 – Q3 2020, 2019年3月—2021年5月. A season or a quarter by itself is a range, a month or a year is
// not. Dates in the wrong order are read the other way round. What is beyond the present month is cut off; with 0 for it nothing
// is, and a range that goes on has only its first month. The Line of each is 0.
func Ranges(line string, present Month) []Dated {
	all, _ := appendRanges(nil, line, 0, present)
	return all
}

// appendRanges appends the ranges in line n, and gives the date of it that is no range by itself, whose Range is empty but for its
// year: of several the one that the line begins with, or else the last.
func appendRanges(all []Dated, line string, n int, present Month) (ranges []Dated, single Dated) {
	d := dates{line: line, words: dateWords(), present: present}
	for i := 0; i < len(line); {
		if !d.opens(i) {
			_, size := utf8.DecodeRuneInString(line[i:])
			i += size
			continue
		}
		x, end := d.read(i)
		if x.Range.To > x.Range.From {
			x.Line = n
			all = append(all, x)
		} else if x.To > x.From && x.Range.From > 0 && (single.To == 0 || !leads(line, single.From)) {
			x.Line = n
			single = x
		}
		i = end
	}
	return all, single
}

// leads reports whether nothing but blanks stands before a byte of a line.
func leads(line string, at int) bool { return strings.TrimLeft(line[:at], " \t\u00a0") == "" }

// opens reports whether a word or a number begins at i.
func (d *dates) opens(i int) bool {
	c := d.line[i]
	switch {
	case c == '\'':
		return i == 0 || d.line[i-1] == ' ' || d.line[i-1] == '('
	case c < utf8.RuneSelf && !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'):
		return false
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(d.line[i:])
		if r != '’' && !unicode.IsLetter(r) {
			return false
		}
	}
	if i == 0 {
		return true
	}
	if d.line[i-1] == '_' { // of Markdown's emphasis, if anything
		return i == 1 || d.line[i-2] == '_' || d.line[i-2] == ' '
	}
	if strings.IndexByte("-/.:#$+%=\\", d.line[i-1]) >= 0 {
		return d.line[i-1] == '.' && i >= 2 && d.line[i-2] > '9' || d.line[i-1] == ':' && c > '9' // "от.2019", "Dates:March 2019"
	}
	before, _ := utf8.DecodeLastRuneInString(d.line[:i])
	return before >= 0x2e80 || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// read reads what begins at i: a range, or nothing, for which To is not above From. end is the byte to go on at.
func (d *dates) read(i int) (x Dated, end int) {
	at, from := i, i
	isSince := false
	if c := d.line[i]; c > '9' {
		w, stop := d.word(i)
		if w.means&since != 0 {
			isSince, at = true, d.blanks(stop)
		} else if w.month == 0 && w.season == 0 && c|0x20 != 'q' && c|0x20 != 'h' {
			return x, max(stop, i+1)
		}
	}
	if at >= len(d.line) {
		return x, at
	}
	first, ok := d.date(at)
	if !ok {
		if at > i {
			return x, at
		}
		if c := d.line[i]; c >= '0' && c <= '9' {
			_, stop := d.number(i)
			return x, stop
		}
		return x, max(d.letters(i), i+1)
	}
	if first.year >= 0 && !first.short {
		x = Dated{From: at, To: first.to, Range: Range{From: Month(12 * first.year), To: Month(12 * first.year)}}
	}
	second, open, stop := d.other(first)
	switch {
	case stop > first.to && (open || second.to > 0):
		x.From, x.To = at, stop
		if open {
			second = date{}
		}
		x.Range = d.span(first, second, open)
	case isSince && first.year >= 0:
		x.From, x.To = from, first.to
		x.Range = d.span(first, date{}, true)
	case first.spans > 1 && first.year >= 0:
		x.From, x.To = at, first.to
		x.Range = d.span(first, first, false)
	}
	return x, max(x.To, first.to, i+1)
}

// other reads what follows the first date: a dash or a word for it and a second date or a word for the present. stop is the byte
// after it; that of the first date where nothing follows that makes a range.
func (d *dates) other(first date) (second date, open bool, stop int) {
	at, dash := d.connector(first)
	if at < 0 {
		return date{}, false, first.to
	}
	if at >= len(d.line) || strings.IndexByte(",;)|\t", d.line[at]) >= 0 || strings.HasPrefix(d.line[max(at-3, 0):], "   ") {
		if dash && first.year >= 0 && !first.short { // "2019 –", and nothing more
			return date{}, true, at
		}
		return date{}, false, first.to
	}
	if c := d.line[at]; c > '9' && c != '\'' {
		if w, end := d.word(at); w.means&toPresent != 0 && first.year >= 0 {
			return date{}, true, end
		}
	}
	if w, end := d.word(at); w.means&expected != 0 {
		if end < len(d.line) && d.line[end] == '.' {
			end++
		}
		if at = d.blanks(end); at >= len(d.line) {
			return date{}, false, first.to
		}
	}
	if second, ok := d.date(at); ok && second.year >= 0 && d.pair(first, second) {
		return second, false, second.to
	}
	if n, end := d.number(at); end-at == 2 && first.month == 0 && !first.short && n > first.year%100 && dash && !d.runsOn(end) && (end == len(d.line) || d.line[end] != '-') {
		return date{year: first.year - first.year%100 + n, to: end}, false, end
	}
	return date{}, false, first.to
}

// pair reports whether two dates are written as the two of a range are.
func (d *dates) pair(first, second date) bool {
	switch {
	case first.year < 0:
		return second.month > 0
	case first.month > 0 || second.month > 0:
		return !first.short || first.month > 0
	}
	return !d.counted(first, second)
}

// counted reports whether two years stand in words about something else: "1990-2010 rows", or behind the numbers of a telephone.
func (d *dates) counted(first, second date) bool {
	if second.from-first.to != 1 {
		return false
	}
	if i := first.from; i >= 2 && d.line[i-1] == ' ' && d.line[i-2] >= '0' && d.line[i-2] <= '9' {
		return true
	}
	rest := d.line[second.to:]
	if len(rest) < 2 || rest[0] != ' ' {
		return false
	}
	n := 1
	for n < len(rest) && rest[n] >= 'a' && rest[n] <= 'z' {
		n++
	}
	return n > 4 && rest[n-1] == 's' && rest[n-2] != 's' && (n == len(rest) || strings.IndexByte(" .,;)", rest[n]) >= 0)
}

// connector is where what a range ends with begins, behind the first date and a dash or a word that means one; -1 where neither
// stands.
func (d *dates) connector(first date) (at int, dash bool) {
	at = d.blanks(first.to)
	for at < len(d.line) {
		r, size := utf8.DecodeRuneInString(d.line[at:])
		if !dashes(r) && !(r == '.' && strings.HasPrefix(d.line[at:], "..")) && !(r == '>' && dash) {
			break
		}
		if r == '.' {
			size = 2
			if strings.HasPrefix(d.line[at:], "...") {
				size = 3
			}
		}
		at, dash = at+size, true
	}
	if !dash && at < len(d.line) && d.line[at] == '/' && first.month == 0 {
		return at + 1, true
	}
	next := d.blanks(at)
	if next >= len(d.line) {
		if dash {
			return next, true
		}
		return -1, false
	}
	if c := d.line[next]; c > '9' {
		w, end := d.word(next)
		if w.means&toPresent != 0 {
			// Without a dash only where words are not parted, and in phrases: 2019年至今, 2019 to date.
			if dash || c >= utf8.RuneSelf && next == first.to || strings.IndexByte(d.line[next:end], ' ') > 0 {
				return next, dash
			}
		}
		if w.means&toNext != 0 {
			after := d.blanks(end)
			if dash || after < len(d.line) {
				return after, dash
			}
		}
	}
	if dash {
		return next, true
	}
	return -1, false
}

func dashes(r rune) bool {
	switch r {
	case '-', '–', '—', '−', '‒', '―', '‐', '‑', '~', '〜', '～', '→', '－':
		return true
	}
	return false
}

// The longest range, in months: a longer one is no part of a life.
const longestRange = 60 * 12

// span is the months from one date to another.
func (d *dates) span(first, second date, open bool) Range {
	if first.year < 0 {
		first.year, first.short = second.year, second.short
	}
	from, end := d.months(first)
	r := Range{Open: open, Coarse: first.month == 0}
	if open {
		r.From, r.To = from, max(d.present, from)+1
		if r.Coarse {
			r.From = middle(first.year, r.To-1)
			r.To = max(r.To, r.From+1)
		}
		return d.fit(r)
	}
	to, last := d.months(second)
	r.Coarse = r.Coarse || second.month == 0
	if to < from {
		first, second = second, first
		from, to = to, from
		last = end
	}
	r.From, r.To = from, last+1
	year := from/12 == to/12
	switch {
	case first.month == 0 && second.month == 0 && year:
		r.From, r.To = from+3, from+9
	case first.month == 0 && year:
		r.From = (from + to) / 2
	case second.month == 0 && year:
		r.To = (from+last)/2 + 1
	default:
		if first.month == 0 {
			r.From = from + 6
		}
		if second.month == 0 {
			r.To = to + 6
		}
	}
	return d.fit(r)
}

// middle is the middle of a year, or of what of it lies before the last month.
func middle(year int, last Month) Month {
	from := Month(12 * year)
	if last/12 == from/12 {
		return (from + last) / 2
	}
	return from + 6
}

// months is the first and the last month that a date may mean.
func (d *dates) months(x date) (from, last Month) {
	year := x.year
	if x.short {
		pivot := 50
		if d.present > 0 {
			pivot = d.present.Year()%100 + 2
		}
		if year += 1900; x.year < pivot {
			year += 100
		}
	}
	if x.month == 0 {
		return Month(12 * year), Month(12*year + 11)
	}
	from = Month(12*year + x.month - 1)
	return from, from + Month(max(x.spans, 1)) - 1
}

// fit is a range without what is beyond the present month; none where it is too long or all of it is.
func (d *dates) fit(r Range) Range {
	if d.present > 0 {
		r.To = min(r.To, d.present+1)
	}
	if r.To <= r.From || r.To-r.From > longestRange {
		return Range{}
	}
	return r
}
