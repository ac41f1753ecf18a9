package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is the words of one line from left to right.
type line struct {
	box
	words []word
	base  float64
	em    float64 // the size of most of it
	table bool    // a row of a table

	beside []string // what a margin has beside the lines below
}

// texts gives the text of lines, an empty one between blocks.
func texts(lines []line) []string {
	withMargins(lines)
	markTables(lines)
	gap := usualGap(lines)
	var out []string
	var marks []float64 // where the bullets of the levels that are open stand
	for i, ln := range lines {
		text := ln.text()
		if text == "" {
			continue
		}
		if i > 0 && len(out) > 0 && apart(lines[i-1], ln, gap) {
			out = append(out, "")
		}
		if at, ok := ln.item(); ok {
			for len(marks) > 0 && marks[len(marks)-1] > at+2 {
				marks = marks[:len(marks)-1]
			}
			if len(marks) == 0 || marks[len(marks)-1] < at-2 {
				marks = append(marks, at)
			}
			text = strings.Repeat("  ", len(marks)-1) + text
		} else if len(marks) > 0 && ln.x0 <= marks[0]+1 {
			marks = nil
		}
		for _, more := range ln.beside {
			text += wide + more
		}
		out = append(out, text)
	}
	return out
}

// lines makes lines of segments, with raised and lowered words in the line that they belong to.
func (l leaf) lines() []line {
	var words []word
	for _, s := range l {
		words = append(words, s.words...)
	}
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.base, b.base) })
	var lines []line
	for _, w := range words {
		if n := len(lines); n > 0 && w.base-lines[n-1].base <= 0.3*min(w.em, lines[n-1].em) {
			lines[n-1].take(w)
			continue
		}
		lines = append(lines, line{box: w.box, words: []word{w}, base: w.base, em: w.em})
	}
	lines = withRaised(lines)
	for i := range lines {
		slices.SortStableFunc(lines[i].words, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
	}
	return lines
}

func (l *line) take(w word) {
	if w.em > l.em {
		l.em = w.em
	}
	l.words = append(l.words, w)
	l.box = l.box.add(w.box)
}

// withRaised puts a line of small words that hangs beside the words of another into that: the "th" of "5th", a bullet set high.
func withRaised(in []line) []line {
	var out []line
	for i := 0; i < len(in); i++ {
		a := in[i]
		if n := len(out); n > 0 && hangs(a, out[n-1]) {
			for _, w := range a.words {
				out[n-1].take(w)
			}
			continue
		}
		if i+1 < len(in) && hangs(a, in[i+1]) {
			for _, w := range a.words {
				in[i+1].take(w)
			}
			continue
		}
		out = append(out, a)
	}
	return out
}

// hangs reports whether each word of a stands close beside a larger word of b, or is its bullet.
func hangs(a, b line) bool {
	if !level(a.box, b.box) || len(a.words) > 3 && a.em > 0.8*b.em || len(a.words) > 40 {
		return false
	}
	for _, w := range a.words {
		if len(a.words) == 1 && marker(w.text) && w.x0 < b.x0 {
			continue
		}
		if a.em > 0.85*b.em {
			return false
		}
		if !slices.ContainsFunc(b.words, func(v word) bool {
			return level(w.box, v.box) && w.x0-v.x1 < 0.4*v.em && v.x0-w.x1 < 0.4*v.em && (w.x0 > v.x1-0.3*v.em || w.x1 < v.x0+0.3*v.em)
		}) {
			return false
		}
	}
	return true
}

const (
	wide = "   " // between what stands apart on a line
	cell = " | " // between the cells of a table
)

// text is the line as it is read: in the order of its script, with wide gaps kept.
func (l line) text() string {
	words := spelt(l.words)
	breaks := make([]string, len(words)) // what stands before each word
	apart := l.apart(words)
	for i := 1; i < len(words); i++ {
		breaks[i] = l.between(words[i-1], words[i], i == 1, apart)
	}
	words, breaks = logical(words, breaks)
	var b strings.Builder
	for i, w := range words {
		text := w.text
		if i == 0 && len(words) > 1 {
			if r, n := utf8.DecodeRuneInString(text); point(r) && n == len(text) || dash(text) && len(words) > 2 {
				text = string(bullet)
				breaks[1] = " "
			}
		}
		b.WriteString(breaks[i])
		b.WriteString(text)
	}
	text := b.String()
	if r, n := utf8.DecodeRuneInString(text); point(r) && r != '·' && n < len(text) && text[n] != ' ' {
		text = string(bullet) + " " + text[n:]
	}
	if strings.Trim(text, string(bullet)+" ") == "" {
		return ""
	}
	return text
}

// tab is the gap beyond which words stand apart, in the size of the text; two words of a narrow column that was set to both margins
// may have it between them, and others do not.
const tab = 1.5

// apart is the gap beyond which words of a line stand apart, in the size of the text: clearly more than most of its gaps are.
func (l line) apart(words []word) float64 {
	if l.table {
		return cellGap
	}
	var gaps []float64
	for i := 1; i < len(words); i++ {
		gaps = append(gaps, (words[i].x0-words[i-1].x1)/max(min(words[i].em, words[i-1].em), 0.1))
	}
	if len(gaps) < 3 {
		return tab
	}
	return min(tab, max(cellGap, 2.2*typical(gaps)))
}

// between is what stands between two words of a line, where apart says how far those are from each other that stand apart.
func (l line) between(a, b word, first bool, apart float64) string {
	gap, em := b.x0-a.x1, min(a.em, b.em)
	switch {
	case first && marker(a.text):
		return " "
	case gap > apart*em && l.table:
		return cell
	case gap > apart*em:
		return wide
	case math.Abs(a.base-b.base) > 0.15*max(a.em, b.em) && gap < 0.1*em: // raised or lowered: "1st"
		return ""
	case gap < 0.35*em && !b.space && strings.Contains(",;.:!?)", b.text):
		return ""
	case gap < 0.35*em && unspaced(a.text) && unspaced(b.text):
		return ""
	case b.order == a.order+1 && b.space, a.order == b.order+1 && a.space:
		return " "
	case gap < 0.13*em:
		return ""
	}
	return " "
}

// unspaced reports whether a word is of a script that has no spaces between words.
func unspaced(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// item reports whether a line begins with a bullet, and where that stands.
func (l line) item() (x float64, ok bool) {
	if len(l.words) < 2 {
		return 0, false
	}
	first := l.words[0].text
	r, n := utf8.DecodeRuneInString(first)
	return l.words[0].x0, point(r) && n == len(first) || dash(first) && len(l.words) > 2
}

const maxSpelt = 40 // letters: a heading is shorter, a list of letters may be longer

// spelt joins letters that were set apart: "E D U C A T I O N" is one word to its reader.
func spelt(words []word) []word {
	var out []word
	for i := 0; i < len(words); {
		to, alone := i, 0
		for to < len(words) && capitals(words[to].text) {
			if utf8.RuneCountInString(words[to].text) == 1 {
				alone++
			}
			to++
		}
		if alone < 3 || 2*alone < to-i || to-i > maxSpelt {
			out = append(out, words[i:max(to, i+1)]...)
			i = max(to, i+1)
			continue
		}
		var gaps []float64
		for j := i + 1; j < to; j++ {
			gaps = append(gaps, words[j].x0-words[j-1].x1)
		}
		most := min(1.5*typical(gaps)+0.1*words[i].em, words[i].em)
		for j := i; j < to; j++ {
			if j > i && words[j].x0-words[j-1].x1 <= most {
				last := &out[len(out)-1]
				last.text += words[j].text
				last.box = last.box.add(words[j].box)
				last.order = words[j].order
				continue
			}
			out = append(out, words[j])
		}
		i = to
	}
	return out
}

// capitals reports whether s is one or two capital letters.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if n++; n > 2 || !unicode.IsUpper(r) && r != '&' {
			return false
		}
	}
	return n > 0
}

// white is the height of the paper between two lines, in points.
func white(a, b line) float64 { return b.base - 0.75*b.em - a.base - 0.25*a.em }

// usualWhite is how much white parts lines where nothing says otherwise, in points.
const usualWhite = 4

// usualGap is how much white is mostly between the lines of a leaf, in points.
func usualGap(lines []line) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		gaps = append(gaps, white(lines[i-1], lines[i]))
	}
	slices.Sort(gaps)
	if len(gaps) < 3 { // too few to tell
		return usualWhite
	}
	return max(gaps[len(gaps)/3], 0)
}

// apart reports whether clearly more than the usual white parts two lines, or the second stands higher: in the next column.
func apart(a, b line, usual float64) bool {
	gap, em := white(a, b), min(a.em, b.em)
	return gap > min(usual, 1.2*em)+0.3*em || b.base < a.base-0.5*em
}
